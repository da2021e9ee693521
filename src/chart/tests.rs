use proptest::prelude::*;

use super::{
    layout::{Area, Layout, Point},
    page::Page,
    route::{Owner, Way},
    *,
};
use crate::{
    report::{self, Painter},
    text::Lang,
};

fn step(id: &str, symbol: Symbol, actors: &[usize], text: &str) -> ChartStep {
    ChartStep {
        id: id.to_owned(),
        text: text.to_owned(),
        actors: actors.to_vec(),
        symbol,
        time: "5 menit".to_owned(),
        ..ChartStep::default()
    }
}

fn edge(from: usize, to: usize, label: &str) -> Edge {
    Edge {
        from,
        to: Goal::Step(to),
        label: label.to_owned(),
    }
}

fn small() -> Chart {
    let fault = Fault {
        code: "ALR007".to_owned(),
        severity: Severity::Error,
        message: "Keputusan hanya mempunyai satu jalan keluar".to_owned(),
    };
    Chart {
        title: "Legalisasi Surat".to_owned(),
        subtitle: "Kecamatan Contoh".to_owned(),
        actors: vec![
            "Pemohon".to_owned(),
            "Petugas Loket".to_owned(),
            "Camat".to_owned(),
        ],
        steps: vec![
            step(
                "1",
                Symbol::Start,
                &[0],
                "Menyerahkan surat di loket pelayanan",
            ),
            step("2", Symbol::Decision, &[1], "Memeriksa surat"),
            ChartStep {
                faults: vec![fault],
                ..step("3", Symbol::Process, &[2], "Menandatangani surat")
            },
            step(
                "4",
                Symbol::Process,
                &[0, 1],
                "Mencocokkan surat bersama pemohon",
            ),
            step("5", Symbol::End, &[0], "Menerima surat"),
        ],
        edges: vec![
            edge(0, 1, ""),
            edge(1, 2, "ya"),
            edge(1, 0, "tidak"),
            edge(2, 3, ""),
            edge(3, 4, ""),
        ],
        faults: Vec::new(),
    }
}

fn shown(chart: &Chart, width: usize, colour: bool) -> String {
    let painter = Painter::new(&report::Options {
        lang: Lang::Id,
        today: jiff::civil::Date::default(),
        colour,
        width,
        most_pictures: None,
    });
    let lang = Lang::Id;
    terminal(
        chart,
        &Screen {
            width,
            painter,
            lang,
        },
    )
}

#[test]
fn a_small_chart_on_a_terminal() {
    insta::assert_snapshot!(shown(&small(), 80, false), @"
    Legalisasi Surat
    Kecamatan Contoh

    No Uraian kegiatan          ┊   Pemohon  ┊  Petugas Loket  ┊   Camat  ┊ Waktu
    ────────────────────────────┊────────────┊─────────────────┊──────────┊────────
    1  Menyerahkan surat di     ┊   ( 1 )◄──┐┊                 ┊          ┊ 5 menit
       loket pelayanan          ┊     │     │┊                 ┊          ┊
                                ┊     └─────┼──────────┐       ┊          ┊
                                ┊           │┊         ▼       ┊          ┊
    2  Memeriksa surat          ┊           └──tidak─< 2 >ya────────┐     ┊ 5 menit
                                ┊            ┊                 ┊    ▼     ┊
    3  Menandatangani surat     ┊            ┊         ┌──────────[!3 ]   ┊ 5 menit
                                ┊            ┊         ▼       ┊          ┊
    4  Mencocokkan surat        ┊   [ 4 ]┄┄┄┄┄┄┄┄┄┄┄┄[ 4 ]     ┊          ┊ 5 menit
       bersama pemohon          ┊     │      ┊                 ┊          ┊
                                ┊     ▼      ┊                 ┊          ┊
    5  Menerima surat           ┊   ( 5 )    ┊                 ┊          ┊ 5 menit
                                ┊            ┊                 ┊          ┊

    ( ) mulai / selesai   [ ] proses   < > keputusan

    galat[ALR007] langkah 3: Keputusan hanya mempunyai satu jalan keluar
    ");
}

#[test]
fn a_narrow_terminal_gets_letters_and_then_a_list() {
    let mut chart = small();
    chart.actors[1] = "Petugas Pertanggungjawaban Kearsipan".to_owned();
    insta::assert_snapshot!(shown(&chart, 74, false), @"
    Legalisasi Surat
    Kecamatan Contoh

    Pelaksana: A = Pemohon; B = Petugas Pertanggungjawaban Kearsipan; C
      = Camat

    No Uraian kegiatan             ┊      A     ┊        B        ┊     C    ┊
    ───────────────────────────────┊────────────┊─────────────────┊──────────┊
    1  Menyerahkan surat di loket  ┊   ( 1 )◄──┐┊                 ┊          ┊
       pelayanan                   ┊     │     │┊                 ┊          ┊
                                   ┊     └─────┼──────────┐       ┊          ┊
                                   ┊           │┊         ▼       ┊          ┊
    2  Memeriksa surat             ┊           └──tidak─< 2 >ya────────┐     ┊
                                   ┊            ┊                 ┊    ▼     ┊
    3  Menandatangani surat        ┊            ┊         ┌──────────[!3 ]   ┊
                                   ┊            ┊         ▼       ┊          ┊
    4  Mencocokkan surat bersama   ┊   [ 4 ]┄┄┄┄┄┄┄┄┄┄┄┄[ 4 ]     ┊          ┊
       pemohon                     ┊     │      ┊                 ┊          ┊
                                   ┊     ▼      ┊                 ┊          ┊
    5  Menerima surat              ┊   ( 5 )    ┊                 ┊          ┊
                                   ┊            ┊                 ┊          ┊

    ( ) mulai / selesai   [ ] proses   < > keputusan

    galat[ALR007] langkah 3: Keputusan hanya mempunyai satu jalan keluar
    ");
    insta::assert_snapshot!(shown(&chart, 40, false), @"
    Legalisasi Surat
    Kecamatan Contoh

    1. [mulai] Menyerahkan surat di loket
       pelayanan (Pemohon); waktu: 5 menit;
       → 2
    2. [keputusan] Memeriksa surat (Petugas
       Pertanggungjawaban Kearsipan); waktu:
       5 menit; ya → 3; tidak → 1
    3. Menandatangani surat (Camat); waktu:
       5 menit; → 4 [! ALR007]
    4. Mencocokkan surat bersama pemohon
       (Pemohon, Petugas Pertanggungjawaban
       Kearsipan); waktu: 5 menit; → 5
    5. [selesai] Menerima surat (Pemohon);
       waktu: 5 menit

    galat[ALR007] langkah 3: Keputusan hanya
      mempunyai satu jalan keluar
    ");
}

#[test]
fn colour_marks_faults_and_nothing_else_changes() {
    let (plain, coloured) = (shown(&small(), 80, false), shown(&small(), 80, true));
    assert!(coloured.contains("\u{1b}[31m[!3 ]"), "{coloured}");
    assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), plain);
}

#[test]
fn a_small_chart_for_mermaid() {
    insta::assert_snapshot!(mermaid(&small(), Lang::Id), @r#"
    %% Legalisasi Surat
    flowchart TB
      subgraph lajur1["Pemohon"]
        s1(["1#46; Menyerahkan surat di loket pelayanan"])
        s4["4#46; Mencocokkan surat bersama pemohon<br/>(Pemohon, Petugas Loket)"]
        s5(["5#46; Menerima surat"])
      end
      subgraph lajur2["Petugas Loket"]
        s2{"2#46; Memeriksa surat"}
      end
      subgraph lajur3["Camat"]
        s3["3#46; Menandatangani surat<br/>⚠ ALR007#58; Keputusan hanya mempunyai satu jalan keluar"]
      end
      s1 --> s2
      s2 -->|"ya"| s3
      s2 -->|"tidak"| s1
      s3 --> s4
      s4 --> s5
      classDef error fill:#fde3e1,stroke:#b3140d,stroke-width:3px,color:#1a1a1a
      class s3 error
    "#);
}

#[test]
fn goals_beyond_the_chart_are_named() {
    let mut chart = small();
    chart.edges.push(Edge {
        from: 3,
        to: Goal::Beyond("12?".to_owned()),
        label: String::new(),
    });
    assert!(svg(&chart, Lang::Id).contains(">12?</text>"));
    assert!(mermaid(&chart, Lang::Id).contains("s4 --> t4_2([\"12#63;\"])"));
    assert!(shown(&chart, 100, false).contains("►12?"));
}

#[test]
fn a_chart_without_anything_is_drawn() {
    let chart = Chart::default();
    assert!(roxmltree::Document::parse(&svg(&chart, Lang::Id)).is_ok());
    assert!(mermaid(&chart, Lang::Id).starts_with("flowchart TB"));
    assert!(!shown(&chart, 80, false).is_empty());
}

/// Texts that want to be more than text.
const HOSTILE: [&str; 12] = [
    "<script>alert(1)</script>",
    "]]> <!-- & &amp; --> \" ' `",
    "\u{1b}[31m\u{0}\u{7}\u{202e}gnp\u{200b}\u{fffe}",
    "end",
    "a[b](c){d}|e|\"f\"; %% %%{init: {}}%%",
    "satu\ndua\r\ntiga\tempat",
    "click s1 href \"javascript:alert(1)\"",
    "1. satu - dua * tiga #35; #quot;",
    "\u{5d0}\u{5d1} \u{627}\u{644} 林淑英",
    "Mempertanggungjawabkanpenyelenggaraanpemerintahandaerahkabupatenkota",
    "",
    "style='x' onload=\"y\" javascript:z",
];

fn hostile() -> Chart {
    let mut chart = small();
    let mut texts = HOSTILE.iter().cycle().map(|text| (*text).to_owned());
    let mut next = || texts.next().unwrap_or_default();
    chart.title = next();
    chart.actors.iter_mut().for_each(|actor| *actor = next());
    chart.subtitle = next();
    for step in &mut chart.steps {
        for text in [
            &mut step.id,
            &mut step.text,
            &mut step.inputs,
            &mut step.time,
            &mut step.output,
            &mut step.remark,
        ] {
            *text = next();
        }
        step.faults.push(Fault {
            code: next(),
            severity: Severity::Warning,
            message: next(),
        });
    }
    chart.edges.iter_mut().for_each(|edge| edge.label = next());
    chart
}

#[test]
fn hostile_texts_stay_texts_in_a_picture() {
    let drawn = svg(&hostile(), Lang::Id);
    let document = roxmltree::Document::parse(&drawn).unwrap();
    let known = ["svg", "title", "desc", "style", "rect", "path", "g", "text"];
    for node in document.descendants().filter(|node| node.is_element()) {
        let name = node.tag_name().name();
        assert!(known.contains(&name), "{name}");
        for attribute in node.attributes() {
            assert!(!attribute.name().starts_with("on"), "{}", attribute.name());
            assert!(!attribute.value().contains("url("), "{}", attribute.value());
            assert_ne!(attribute.name(), "href");
        }
    }
    let text: String = document
        .descendants()
        .filter_map(|node| node.text())
        .collect();
    assert!(text.contains("<script>alert(1)</script>"));
    assert!(!drawn.contains(['\u{1b}', '\u{0}', '\u{202e}', '\u{200b}', '\u{fffe}']));
    assert_eq!(drawn.matches("http").count(), 1, "only the namespace");
}

#[test]
fn hostile_texts_stay_texts_for_mermaid() {
    let drawn = mermaid(&hostile(), Lang::Id);
    // Between quotes nothing is left that could end them or begin something else.
    for (at, quoted) in drawn.lines().flat_map(|line| line.split('"').enumerate()) {
        let quoted = quoted.replace("<br/>", "").replace('⚠', "");
        let is_safe = |c: char| c.is_alphanumeric() || " ,()#;…".contains(c);
        assert!(at % 2 == 0 || quoted.chars().all(is_safe), "{quoted}");
    }
    assert!(!drawn.contains("%%{"));
    for line in drawn.lines() {
        assert_eq!(line.matches('"').count() % 2, 0, "{line}");
    }
}

#[test]
fn hostile_texts_stay_texts_on_a_terminal() {
    let drawn = shown(&hostile(), 120, false);
    assert!(!drawn.contains(['\u{1b}', '\u{0}', '\u{202e}', '\u{200b}']));
}

#[test]
fn a_picture_can_be_read_without_seeing_it() {
    let drawn = svg(&small(), Lang::Id);
    let document = roxmltree::Document::parse(&drawn).unwrap();
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    let by_id = |id| {
        let mut nodes = document.descendants();
        nodes
            .find(|node| node.attribute("id") == Some(id))
            .and_then(|node| node.text())
    };
    for id in root.attribute("aria-labelledby").unwrap().split(' ') {
        assert!(by_id(id).is_some(), "{id}");
    }
    insta::assert_snapshot!(by_id("uraian").unwrap(), @"
    Bagan alir dengan 5 langkah. Pelaksana: Pemohon, Petugas Loket, Camat.
    1. [mulai] Menyerahkan surat di loket pelayanan (Pemohon); waktu: 5 menit; → 2
    2. [keputusan] Memeriksa surat (Petugas Loket); waktu: 5 menit; ya → 3; tidak → 1
    3. Menandatangani surat (Camat); waktu: 5 menit; → 4 [! ALR007 (galat): Keputusan hanya mempunyai satu jalan keluar]
    4. Mencocokkan surat bersama pemohon (Pemohon, Petugas Loket); waktu: 5 menit; → 5
    5. [selesai] Menerima surat (Pemohon); waktu: 5 menit
    ");
}

#[test]
fn ten_thousand_steps_end() {
    let count = 10_000;
    let symbols = [Symbol::Process, Symbol::Decision, Symbol::OffPage];
    let chart = Chart {
        actors: (0..8).map(|actor| format!("Pelaksana {actor}")).collect(),
        steps: (0..count)
            .map(|at| {
                step(
                    &at.to_string(),
                    symbols[at % 3],
                    &[at * 7 % 8],
                    "Memeriksa berkas",
                )
            })
            .collect(),
        edges: (0..count)
            .flat_map(|at| {
                [
                    edge(at, at + 1, ""),
                    edge(at, 0, "a"),
                    edge(at, at * 31 % count, "b"),
                ]
            })
            .collect(),
        ..Chart::default()
    };
    let begin = std::time::Instant::now();
    svg(&chart, Lang::Id);
    shown(&chart, 160, false);
    mermaid(&chart, Lang::Id);
    // Generous: this is a build without optimisation on a busy machine.
    assert!(begin.elapsed().as_secs() < 30, "{:?}", begin.elapsed());
}

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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn nothing_lies_on_anything_else(chart in charts()) {
        let page = Page::new(&chart, Lang::Id);
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
