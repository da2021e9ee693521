//! What holds for every chart.

use proptest::prelude::*;

use super::{HOSTILE, edge, shown};
use crate::{
    chart::{
        layout::{self, Area, Layout, Point},
        page::Page,
        route::{Owner, Way},
        *,
    },
    text::Lang,
};

fn charts() -> impl Strategy<Value = Chart> {
    let texts = prop_oneof![
        "[A-Za-z ]{0,60}",
        proptest::sample::select(&HOSTILE[..]).prop_map(str::to_owned),
    ];
    let steps = (
        texts.clone(),
        proptest::collection::vec(0..10_usize, 0..3),
        0..5_usize,
        proptest::bool::weighted(0.2),
    );
    let edges = (
        0..40_usize,
        0..40_usize,
        "[a-z ]{0,20}",
        proptest::bool::weighted(0.05),
    );
    (
        proptest::collection::vec(texts, 0..9),
        proptest::collection::vec(steps, 1..30),
        proptest::collection::vec(edges, 0..40),
        proptest::bool::ANY,
    )
        .prop_map(|(actors, steps, edges, is_list)| {
            let count = steps.len();
            let step = |(at, (text, actors, symbol, wrong)): (
                usize,
                (String, Vec<usize>, usize, bool),
            )| ChartStep {
                id: (at + 1).to_string(),
                inputs: text.chars().rev().collect(),
                text,
                actors,
                symbol: Symbol::ALL[symbol],
                faults: wrong
                    .then(|| Fault {
                        code: "ALR001".to_owned(),
                        severity: Severity::Info,
                        message: "Salah".to_owned(),
                    })
                    .into_iter()
                    .collect(),
                ..ChartStep::default()
            };
            let straight = (1..count)
                .filter(|_| is_list)
                .map(|to| edge(to - 1, to, ""));
            let mut edges: Vec<_> = edges
                .into_iter()
                .map(|(from, to, label, out)| Edge {
                    to: match out {
                        true => Goal::Beyond("selesai".to_owned()),
                        false => Goal::Step(to),
                    },
                    from,
                    label,
                })
                .collect();
            edges.extend(straight);
            Chart {
                title: "Uji".to_owned(),
                actors,
                steps: steps.into_iter().enumerate().map(step).collect(),
                edges,
                ..Chart::default()
            }
        })
}

/// The straight parts of a line.
fn segments(points: &[Point]) -> impl Iterator<Item = (Point, Point)> + '_ {
    let pairs = points.windows(2).map(|pair| (pair[0], pair[1]));
    pairs.map(|(one, other)| (one.min(other), one.max(other)))
}

/// Whether a segment goes through the inside of an area.
fn crosses((from, to): (Point, Point), area: Area) -> bool {
    from.x < area.left + area.width
        && to.x > area.left
        && from.y.min(to.y) < area.top + area.height
        && to.y.max(from.y) > area.top
}

fn outlines(layout: &Layout) -> Vec<(usize, Area)> {
    let area = |symbol: &layout::Placed| Area {
        left: symbol.middle.x - symbol.half_width,
        top: symbol.middle.y - symbol.half_height,
        width: 2 * symbol.half_width,
        height: 2 * symbol.half_height,
    };
    let symbols = layout.symbols.iter();
    symbols.map(|symbol| (symbol.step, area(symbol))).collect()
}

fn apart(one: Area, other: Area) -> bool {
    one.left + one.width <= other.left
        || other.left + other.width <= one.left
        || one.top + one.height <= other.top
        || other.top + other.height <= one.top
}

fn nothing_overlaps(chart: &Chart) -> Result<(), TestCaseError> {
    let page = Page::new(chart, Lang::Id);
    let layout = &page.layout;
    let outlines = outlines(layout);
    for (at, (_, one)) in outlines.iter().enumerate() {
        prop_assert!(one.left >= 0 && one.left + one.width <= page.width);
        prop_assert!(one.top >= page.tops.2 && one.top + one.height <= layout.bottom);
        for (_, other) in &outlines[at + 1..] {
            prop_assert!(apart(*one, *other), "{one:?} {other:?}");
        }
    }
    let labels: Vec<_> = layout
        .lines
        .iter()
        .flat_map(|line| [line.label, line.target])
        .flatten()
        .collect();
    for drawn in &layout.lines {
        let line = &page.routes.lines[drawn.line];
        for (from, to) in segments(&drawn.points) {
            prop_assert!(from.x == to.x || from.y == to.y, "{drawn:?}");
            prop_assert!(from.x >= 0 && to.x <= page.width);
            prop_assert!(from.y >= page.tops.2 && to.y <= layout.bottom);
            for (step, outline) in &outlines {
                // The outlines of other symbols are narrower than the boxes around them.
                let is_box = chart.steps[*step].symbol == Symbol::Process;
                if is_box || (*step != line.from && *step != line.to) {
                    prop_assert!(!crosses((from, to), *outline), "{drawn:?} {outline:?}");
                }
            }
            for label in &labels {
                prop_assert!(!crosses((from, to), *label), "{drawn:?} {label:?}");
            }
        }
    }
    for label in &labels {
        prop_assert!(label.left >= 0 && label.left + label.width <= page.width);
        for (_, outline) in &outlines {
            prop_assert!(apart(*label, *outline), "{label:?} {outline:?}");
        }
    }
    Ok(())
}

/// Two ways out of a decision on one side leave it above and below its corner.
#[test]
fn a_way_out_above_the_corner_of_a_decision_ends_beside_it() {
    let step = |at: usize| ChartStep {
        id: (at + 1).to_string(),
        symbol: if at == 5 {
            Symbol::Decision
        } else {
            Symbol::Start
        },
        ..ChartStep::default()
    };
    let out = |label: &str| Edge {
        from: 5,
        to: Goal::Beyond("selesai".to_owned()),
        label: label.to_owned(),
    };
    let chart = Chart {
        title: "Uji".to_owned(),
        steps: (0..6).map(step).collect(),
        edges: vec![out(""), out("kaaa a aaaaaa a")],
        ..Chart::default()
    };
    nothing_overlaps(&chart).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn nothing_lies_on_anything_else(chart in charts()) {
        nothing_overlaps(&chart)?;
    }

    #[test]
    fn lines_lie_on_each_other_only_where_they_join(chart in charts()) {
        let page = Page::new(&chart, Lang::Id);
        let mut straight: Vec<(Point, Point, Option<usize>)> = Vec::new();
        for drawn in &page.layout.lines {
            let bundle = match page.routes.lines[drawn.line].way {
                Way::Track { bundle } => Some(bundle),
                _ => None,
            };
            let own: Vec<_> = segments(&drawn.points).collect();
            for &(from, to) in &own {
                for &(other_from, other_to, other) in &straight {
                    if bundle.is_some() && other == bundle {
                        continue;
                    }
                    let along_x = from.x == to.x && other_from.x == other_to.x && from.x == other_from.x;
                    let along_y = from.y == to.y && other_from.y == other_to.y && from.y == other_from.y;
                    let shares_x = from.x < other_to.x && other_from.x < to.x;
                    let shares_y = from.y < other_to.y && other_from.y < to.y;
                    let lies = (along_x && shares_y) || (along_y && shares_x);
                    prop_assert!(!lies, "{from:?} {to:?} {other_from:?} {other_to:?}");
                }
            }
            straight.extend(own.into_iter().map(|(from, to)| (from, to, bundle)));
        }
    }

    #[test]
    fn every_arrow_has_its_slots(chart in charts()) {
        let page = Page::new(&chart, Lang::Id);
        let slots: Vec<_> = page.routes.rows.iter().flat_map(|row| row.gaps.iter().flatten()).collect();
        for (at, bundle) in page.routes.bundles.iter().enumerate() {
            let entries = slots.iter().filter(|slot| slot.owner == Owner::Entry(at)).count();
            prop_assert_eq!(entries, usize::from(bundle.track.is_some()));
        }
        let known = |edge: &&Edge| {
            let count = chart.steps.len();
            edge.from < count && !matches!(edge.to, Goal::Step(to) if to >= count)
        };
        prop_assert_eq!(page.layout.lines.len(), chart.edges.iter().filter(known).count());
    }

    #[test]
    fn pictures_are_sound_and_always_the_same(chart in charts()) {
        let drawn = svg(&chart, Lang::Id);
        prop_assert_eq!(&drawn, &svg(&chart, Lang::Id));
        let document = roxmltree::Document::parse(&drawn).unwrap();
        let spoken = document.descendants().find(|node| node.has_tag_name((SVG, "desc")));
        let spoken = spoken.and_then(|node| node.text()).unwrap_or_default().to_owned();
        let written: Vec<_> = document
            .descendants()
            .filter(|node| node.has_tag_name((SVG, "text")))
            .filter_map(|node| node.text())
            .collect();
        for step in &chart.steps {
            prop_assert!(spoken.contains(&clean(&step.text)));
            for word in clean(&step.text).split(' ').filter(|word| word.len() < 10) {
                prop_assert!(written.iter().any(|line| line.contains(word)), "{word}");
            }
        }
        prop_assert!(!mermaid(&chart, Lang::Id).is_empty());
    }

    #[test]
    fn no_line_of_a_terminal_is_too_long(chart in charts(), width in 60..160_usize) {
        use unicode_width::UnicodeWidthStr;
        for line in shown(&chart, width, false).lines() {
            prop_assert!(line.width() <= width, "{}: {line}", line.width());
        }
    }
}

const SVG: &str = "http://www.w3.org/2000/svg";
