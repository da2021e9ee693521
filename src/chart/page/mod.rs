//! The table around the lanes of a picture: its columns, its header, its texts in lines.

mod widths;

use super::{
    Chart, ChartStep, Edge, Symbol, clean,
    layout::{self, Lane, Layout, Metrics, Need, Size, Written},
    list,
    measure::Face,
    route::{self, Routes, Way},
};
use crate::{finding::Severity, text::Lang};
use widths::widths;

/// Width of A4 in landscape, in CSS pixels.
pub(super) const A4: i32 = 1122;
pub(super) const MARGIN: i32 = 30;
pub(super) const BODY: Face = Face::plain(11);
pub(super) const HEAD: Face = Face::bold(11);
pub(super) const ACTOR: Face = Face::bold(10);
pub(super) const LABEL: Face = Face::plain(10);
pub(super) const TITLE: Face = Face::bold(17);
/// From the edge of a cell to its text.
pub(super) const PAD: i32 = 6;
/// Most lines of a cell; a text that is longer is given in full by the text alternative.
const MOST_LINES: usize = 30;
const MOST_LABEL_LINES: usize = 3;
const LONGEST_GOAL: i32 = 50;
/// Longest word of a label that is not broken.
const LONGEST_LABEL_WORD: i32 = 110;
const WIDEST_LANE: i32 = 150;
/// Longest name of an actor where names are turned.
const TURNED: i32 = 150;

/// Sizes of the flowchart where there is room, and the longest line of a label.
const ROOMY: (Metrics, i32) = (METRICS, 66);
/// The same where there are many actors.
const TIGHT: (Metrics, i32) = (
    Metrics {
        half_width: 18,
        track: 7,
        room: 11,
        pad: 7,
        ..METRICS
    },
    44,
);

const METRICS: Metrics = Metrics {
    half_width: 23,
    half_height,
    outline: true,
    pitch: 10,
    corner: 7,
    track: 8,
    room: 13,
    pad: 7,
    above: 11,
    below: 10,
    channel: 8,
    label_gap: 3,
    label_on_line: false,
    stub: 13,
    centred: true,
};

fn half_height(symbol: Symbol) -> i32 {
    match symbol {
        Symbol::Start | Symbol::End => 10,
        Symbol::Process => 12,
        Symbol::Decision => 17,
        Symbol::OffPage => 14,
    }
}

/// A column of text.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Column {
    pub(super) left: i32,
    pub(super) width: i32,
}

/// The texts of a row, in lines, in the order of [`Page::columns`].
#[derive(Debug, Clone, Default)]
pub(super) struct Cells {
    pub(super) texts: [Vec<String>; 6],
    /// Codes of faults, below the remark.
    pub(super) codes: Vec<String>,
    severity: Option<Severity>,
}

/// The names of the actors above their lanes.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    /// In lines, by lane.
    pub(super) lines: Vec<Vec<String>>,
    /// Whether they are turned to be read from below.
    pub(super) turned: bool,
    pub(super) height: i32,
}

/// A picture before it is written.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) width: i32,
    /// Number, activity, inputs, time, output, remark.
    pub(super) columns: [Column; 6],
    pub(super) title: Vec<String>,
    pub(super) subtitle: Vec<String>,
    pub(super) names: Names,
    pub(super) lane_names: Vec<String>,
    pub(super) labels: Vec<Vec<String>>,
    pub(super) cells: Vec<Cells>,
    /// Where the header begins, its second row, and the first step.
    pub(super) tops: (i32, i32, i32),
    pub(super) routes: Routes,
    pub(super) layout: Layout,
    pub(super) metrics: Metrics,
}

impl Page {
    pub(super) fn new(chart: &Chart, lang: Lang) -> Self {
        let routes = route::route(chart);
        let lane_names = list::lane_names(chart, routes.tracks.len(), lang);
        let texts: Vec<_> = chart.steps.iter().map(texts).collect();
        let number = texts.iter().map(|texts| BODY.width(&texts[0])).max();
        let number = number.unwrap_or(0).clamp(20, 60) + 2 * PAD;
        let room = A4 - 2 * MARGIN - number;
        let try_with = |(metrics, label)| {
            let (labels, written) = labels(chart, &routes, label);
            let needs = layout::needs(&routes, &written, &metrics);
            let (widths, lanes) = widths(&texts, &needs, &lane_names, room);
            let is_fine = widths.iter().chain(&lanes).sum::<i32>() <= room;
            (is_fine, metrics, labels, written, needs, widths, lanes)
        };
        let mut tried = try_with(ROOMY);
        if !tried.0 {
            tried = try_with(TIGHT);
        }
        let (_, metrics, labels, written, needs, widths, lanes) = tried;
        let [activity, rest @ ..] = widths;
        let mut left = MARGIN;
        let mut next = |width| {
            let column = Column { left, width };
            left += width;
            column
        };
        let mut columns = [Column::default(); 6];
        columns[0] = next(number);
        columns[1] = next(activity);
        let lanes: Vec<_> = lanes
            .iter()
            .zip(&needs)
            .map(|(&width, need)| lane(next(width), *need))
            .collect();
        for (column, width) in columns.iter_mut().skip(2).zip(rest) {
            *column = next(width);
        }
        let width = left + MARGIN;
        let cells: Vec<_> = chart
            .steps
            .iter()
            .zip(&texts)
            .map(|(step, texts)| cells(step, texts, &columns))
            .collect();
        let title = TITLE.wrap(&clean(&chart.title), width - 2 * MARGIN, 3);
        let subtitle = BODY.wrap(&clean(&chart.subtitle), width - 2 * MARGIN, 2);
        let names = names(&lane_names, &lanes);
        let height = |lines: &[String], face: Face| lines_height(lines.len(), face);
        let head = MARGIN + height(&title, TITLE) + height(&subtitle, BODY) + 8;
        let second = head + HEAD.line() + 8;
        let top = second + names.height.max(HEAD.line() + 8);
        let heights: Vec<_> = cells.iter().map(Cells::height).collect();
        let place = |heights: &[i32]| {
            let lanes = lanes.clone();
            layout::place(chart, &routes, &written, &metrics, lanes, top, heights)
        };
        let mut layout = place(&heights);
        if let Some(heights) = sheets(&layout.rows, width * 2 / 3) {
            layout = place(&heights);
        }
        Self {
            width,
            columns,
            title,
            subtitle,
            names,
            lane_names,
            labels,
            cells,
            tops: (head, second, top),
            routes,
            layout,
            metrics,
        }
    }
}

impl Cells {
    /// The class of the codes.
    pub(super) fn severity(&self) -> &'static str {
        self.severity.map_or("", Severity::name)
    }

    fn height(&self) -> i32 {
        let [.., remark] = &self.texts;
        let longest = self.texts.iter().map(Vec::len).max().unwrap_or(0);
        let lines = longest.max(remark.len() + self.codes.len());
        lines_height(lines, BODY) + 2 * PAD
    }
}

/// Heights of rows that let no row stand on two sheets of paper, where one sheet is not
/// enough: the rows of a sheet share what is left of it. The margins that the style gives
/// leave sheets of two thirds of their width.
fn sheets(rows: &[(i32, i32)], sheet: i32) -> Option<Vec<i32>> {
    let bottom = rows.last()?.1;
    if bottom <= sheet {
        return None;
    }
    let mut heights: Vec<_> = rows.iter().map(|(top, bottom)| bottom - top).collect();
    let mut y = rows.first()?.0;
    let (mut first, mut end) = (0, sheet);
    for at in 0..heights.len() {
        let height = *heights.get(at)?;
        if y + height > end && at > first {
            let left = end - y;
            let count = i32::try_from(at - first).ok()?;
            let shared = heights.get_mut(first..at)?;
            for (row, index) in shared.iter_mut().zip(0..) {
                *row += left / count + i32::from(index < left % count);
            }
            (y, first) = (end, at);
            end += sheet;
        }
        y += height;
        // Only a row that is higher than a sheet goes on beyond it.
        while y > end {
            end += sheet;
            first = at + 1;
        }
    }
    Some(heights)
}

pub(super) fn lines_height(count: usize, face: Face) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX / 64) * face.line()
}

fn texts(step: &ChartStep) -> [String; 6] {
    [
        &step.id,
        &step.text,
        &step.inputs,
        &step.time,
        &step.output,
        &step.remark,
    ]
    .map(|text| clean(text))
}

/// The word at the end of a line that is cut short.
pub(super) fn goal(chart: &Chart, edge: &Edge) -> String {
    let lines = LABEL.wrap(&list::goal(chart, edge), LONGEST_GOAL, 1);
    lines.into_iter().next().unwrap_or_default()
}

/// The labels in lines, and the room they need.
fn labels(chart: &Chart, routes: &Routes, width: i32) -> (Vec<Vec<String>>, Vec<Written>) {
    let size = |lines: &[String]| Size {
        width: lines
            .iter()
            .map(|line| LABEL.width(line))
            .max()
            .unwrap_or(0),
        height: lines_height(lines.len(), LABEL),
    };
    let line = |line: &route::Line| {
        let edge = chart.edges.get(line.edge);
        let label = edge.map_or_else(String::new, |edge| clean(&edge.label));
        // A lane grows before a word is broken.
        let longest = label.split_whitespace().map(|word| LABEL.width(word)).max();
        let width = width.max(longest.unwrap_or(0).min(LONGEST_LABEL_WORD) + 1);
        let lines = LABEL.wrap(&label, width, MOST_LABEL_LINES);
        let mut written = Written {
            label: size(&lines),
            target: Size::default(),
        };
        if line.way == Way::Stub {
            let target = edge.map_or_else(String::new, |edge| goal(chart, edge));
            written.target = size(&[target]);
            // The number stands in the line; the label begins above it.
            written.label.height += written.target.height / 2;
        }
        (lines, written)
    };
    routes.lines.iter().map(line).unzip()
}

/// A lane with its symbols as near to the middle as its lines allow.
fn lane(column: Column, need: Need) -> Lane {
    let right = column.left + column.width;
    let middle = column.left + column.width / 2;
    let (low, high) = (column.left + need.left, right - need.right);
    Lane {
        left: column.left,
        middle: middle.clamp(low.min(high), high.max(low)),
        right,
    }
}

fn cells(step: &ChartStep, texts: &[String; 6], columns: &[Column; 6]) -> Cells {
    let mut cells = Cells {
        severity: step.severity(),
        ..Cells::default()
    };
    for ((lines, text), column) in cells.texts.iter_mut().zip(texts).zip(columns) {
        *lines = BODY.wrap(text, column.width - 2 * PAD, MOST_LINES);
    }
    let width = columns[5].width - 2 * PAD;
    let codes = step.codes().join(", ");
    cells.codes = HEAD.wrap(&clean(&codes), width, MOST_LINES);
    cells
}

fn names(names: &[String], lanes: &[Lane]) -> Names {
    let width = |lane: &Lane| lane.right - lane.left - 8;
    let pairs = || names.iter().zip(lanes);
    let fits = |(name, lane): (&String, &Lane)| {
        ACTOR.longest_word(name) <= width(lane) && ACTOR.wrap(name, width(lane), 9).len() <= 5
    };
    let turned = !pairs().all(fits);
    let lines: Vec<_> = pairs()
        .map(|(name, lane)| match turned {
            false => ACTOR.wrap(name, width(lane), 5),
            true => {
                let most = usize::try_from(width(lane) / ACTOR.line()).unwrap_or(1);
                ACTOR.wrap(name, TURNED, most.max(1))
            }
        })
        .collect();
    let longest = match turned {
        false => lines
            .iter()
            .map(|lines| lines_height(lines.len(), ACTOR))
            .max(),
        true => lines.iter().flatten().map(|line| ACTOR.width(line)).max(),
    };
    Names {
        lines,
        turned,
        height: longest.unwrap_or(0) + 12,
    }
}
