//! The sheet of characters with lanes and columns.

use super::{
    Screen, Spacing, TARGET, brackets, columns, count, cut, fill, inside, labels, longest_word,
};
use crate::chart::{
    Chart, ChartStep,
    canvas::{Canvas, Look},
    clean,
    layout::{self, Lane, Layout, Metrics, Written},
    list,
    measure::wrap_columns,
    route::{Routes, Side, Way},
};

/// Between the lanes and beside them: no part of the flow.
const BORDER: &str = "┊";
const LEAST_TEXT: i32 = 20;
const MOST_LINES: usize = 20;
/// A table that is wider is hard to read across.
const WIDEST: i32 = 160;

/// A column of text: what of a step it shows, and its place.
struct Column {
    title: &'static str,
    text: fn(&ChartStep) -> &str,
    left: i32,
    width: i32,
}

pub(super) struct Sheet<'a> {
    chart: &'a Chart,
    routes: &'a Routes,
    screen: &'a Screen,
    metrics: Metrics,
    labels: Vec<String>,
    columns: Vec<Column>,
    lanes: Vec<Lane>,
    written: Vec<Written>,
    width: i32,
}

fn metrics(half_width: i32, spacing: Spacing) -> Metrics {
    Metrics {
        half_width,
        half_height: |_| 0,
        outline: false,
        pitch: 1,
        corner: 0,
        track: spacing.track,
        room: spacing.room,
        pad: 1,
        above: 0,
        below: 2,
        channel: 2,
        label_gap: 1,
        label_on_line: true,
        stub: 2,
        centred: false,
    }
}

impl<'a> Sheet<'a> {
    pub(super) fn new(
        chart: &'a Chart,
        routes: &'a Routes,
        screen: &'a Screen,
        spacing: Spacing,
    ) -> Option<Self> {
        let room = i32::try_from(screen.width).unwrap_or(WIDEST).min(WIDEST);
        let lang = screen.lang;
        let half_width = match chart.steps.len() {
            0..100 => 2,
            100..10_000 => 3,
            _ => 4,
        };
        let metrics = metrics(half_width, spacing);
        let (labels, written) = labels(chart, routes, spacing.label);
        let needs = layout::needs(routes, &written, &metrics);
        let column = |title, text: fn(&ChartStep) -> &str, most: i32| {
            let texts = chart.steps.iter().map(|step| columns(&clean(text(step))));
            let longest = texts.max().unwrap_or(0);
            let least = if longest > 0 { columns(title) } else { 0 };
            Column {
                title,
                text,
                left: 0,
                width: longest.min(most).max(least),
            }
        };
        let number = column("No", |step| &step.id, 6);
        let mut activity = column(lang.pick("Uraian kegiatan", "Activity"), |s| &s.text, 44);
        let mut lanes: Vec<_> = needs
            .iter()
            .map(|need| need.left + need.right + 1)
            .collect();
        let fixed = number.width + 1 + 1 + lanes.iter().sum::<i32>() + 1;
        let mut left = room - fixed - LEAST_TEXT.min(activity.width);
        if left < 0 {
            return None;
        }
        let mut more = Vec::new();
        for (title, text, most) in [
            (
                lang.pick("Waktu", "Time"),
                (|s| &s.time) as fn(&ChartStep) -> &str,
                12,
            ),
            ("Output", |s| &s.output, 20),
            (lang.pick("Kelengkapan", "Inputs"), |s| &s.inputs, 20),
            (lang.pick("Keterangan", "Remark"), |s| &s.remark, 16),
        ] {
            let column = column(title, text, most);
            // The activity has first call on the room.
            let wanted = column.width + 2 + if more.is_empty() { 0 } else { 12 };
            if column.width > 0 && wanted <= left {
                left -= column.width + 2;
                more.push(column);
            }
        }
        let grown = (activity.width - LEAST_TEXT).clamp(0, left);
        activity.width = LEAST_TEXT.min(activity.width) + grown;
        left -= grown;
        let names = list::lane_names(chart, lanes.len(), lang);
        for (lane, name) in lanes.iter_mut().zip(&names) {
            let wanted = (longest_word(name) + 2).min(18) - *lane;
            let grown = wanted.clamp(0, left);
            *lane += grown;
            left -= grown;
        }
        let mut x = number.width + 1;
        activity.left = x;
        x += activity.width + 1;
        let lanes: Vec<_> = lanes
            .iter()
            .zip(&needs)
            .map(|(width, need)| {
                let (left, right) = (x, x + width);
                let low = left + need.left;
                let high = (right - need.right).max(low);
                x = right;
                Lane {
                    left,
                    middle: i32::midpoint(left, right).clamp(low, high),
                    right,
                }
            })
            .collect();
        x += 2;
        for column in &mut more {
            column.left = x;
            x += column.width + 2;
        }
        // Behind the last column nothing stands; behind the lanes their border.
        x -= if more.is_empty() { 1 } else { 2 };
        let mut columns = vec![number, activity];
        columns.append(&mut more);
        Some(Self {
            chart,
            routes,
            screen,
            metrics,
            labels,
            columns,
            lanes,
            written,
            width: x,
        })
    }

    pub(super) fn draw(&self) -> String {
        let texts: Vec<_> = self
            .chart
            .steps
            .iter()
            .map(|step| self.texts(step))
            .collect();
        let heights: Vec<_> = texts
            .iter()
            .map(|texts| count(texts.iter().map(Vec::len).max().unwrap_or(0)) + 1)
            .collect();
        let (names, keys) = self.names();
        let top = count(names.iter().map(Vec::len).max().unwrap_or(0)).max(1) + 1;
        let layout = layout::place(
            self.chart,
            self.routes,
            &self.written,
            &self.metrics,
            self.lanes.clone(),
            top,
            &heights,
        );
        let mut canvas = Canvas::new(self.width, layout.bottom);
        self.head(&names, top, &mut canvas);
        for (texts, &(top, _)) in texts.iter().zip(&layout.rows) {
            for (lines, column) in texts.iter().zip(&self.columns) {
                for (line, y) in lines.iter().zip(top..) {
                    canvas.text(column.left, y, line, Look::Plain);
                }
            }
        }
        self.flow(&layout, &mut canvas);
        let painter = self.screen.painter;
        let rows = canvas.rows(|look, text| match look {
            Look::Plain => text.to_owned(),
            Look::Strong => painter.strong(text),
            Look::Faint => painter.faint(text),
            Look::Marked(severity) => painter.level(severity, text),
        });
        keys + &rows.join("\n") + "\n"
    }

    fn texts(&self, step: &ChartStep) -> Vec<Vec<String>> {
        let cell = |column: &Column| {
            let width = usize::try_from(column.width).unwrap_or(0);
            wrap_columns(&clean((column.text)(step)), width, MOST_LINES)
        };
        self.columns.iter().map(cell).collect()
    }

    /// The names above the lanes in lines; where they do not fit, letters, and the key to them.
    fn names(&self) -> (Vec<Vec<String>>, String) {
        let names = list::lane_names(self.chart, self.lanes.len(), self.screen.lang);
        let width = |lane: &Lane| lane.right - lane.left - 1;
        let fits = names
            .iter()
            .zip(&self.lanes)
            .all(|(name, lane)| longest_word(name) <= width(lane));
        if fits {
            let lines = |(name, lane): (&String, &Lane)| {
                wrap_columns(name, usize::try_from(width(lane)).unwrap_or(0), 6)
            };
            return (
                names.iter().zip(&self.lanes).map(lines).collect(),
                String::new(),
            );
        }
        let letter = |index: usize| match u8::try_from(index) {
            Ok(small @ 0..26) => char::from(b'A' + small).to_string(),
            _ => (index + 1).to_string(),
        };
        let pairs = names.iter().enumerate();
        let key: Vec<_> = pairs
            .map(|(at, name)| format!("{} = {name}", letter(at)))
            .collect();
        let key = self.screen.lang.pick("Pelaksana: ", "Actors: ").to_owned() + &key.join("; ");
        let key = fill(&key, self.screen.width, "  ") + "\n\n";
        ((0..names.len()).map(|at| vec![letter(at)]).collect(), key)
    }

    fn head(&self, names: &[Vec<String>], top: i32, canvas: &mut Canvas) {
        for column in &self.columns {
            canvas.text(column.left, 0, column.title, Look::Strong);
        }
        for (lane, lines) in self.lanes.iter().zip(names) {
            for (line, y) in lines.iter().zip(0..) {
                let middle = i32::midpoint(lane.left + 1, lane.right);
                let x = (middle - columns(line) / 2).max(lane.left + 1);
                canvas.text(x, y, line, Look::Strong);
            }
        }
        for x in 0..self.width {
            canvas.text(x, top - 1, "─", Look::Faint);
        }
    }

    fn flow(&self, layout: &Layout, canvas: &mut Canvas) {
        let edges = self.lanes.iter().map(|lane| lane.left);
        let last = self.lanes.last().map(|lane| lane.right);
        for x in edges.chain(last) {
            for y in 0..layout.bottom {
                canvas.text(x, y, BORDER, Look::Faint);
            }
        }
        for &(one, other) in &layout.ties {
            for x in one.x..other.x {
                canvas.text(x, one.y, "┄", Look::Plain);
            }
        }
        for drawn in &layout.lines {
            canvas.line(drawn.points.iter().map(|point| (point.x, point.y)));
        }
        for drawn in &layout.lines {
            let Some(line) = self.routes.lines.get(drawn.line) else {
                continue;
            };
            if let (Some(area), Some(label)) = (drawn.label, self.labels.get(drawn.line)) {
                canvas.text(area.left, area.top, label, Look::Plain);
            }
            let end = drawn.points.last();
            let (Some(end), Some(edge)) = (end, self.chart.edges.get(line.edge)) else {
                continue;
            };
            match (line.way, line.side) {
                (Way::Down | Way::Bend | Way::Drop, _) => {
                    canvas.text(end.x, end.y - 1, "▼", Look::Plain);
                }
                (Way::Track { bundle }, _) => {
                    match self.routes.bundles.get(bundle).map(|bundle| bundle.side) {
                        Some(Side::Left) => canvas.text(end.x - 1, end.y, "►", Look::Plain),
                        _ => canvas.text(end.x + 1, end.y, "◄", Look::Plain),
                    }
                }
                (Way::Stub, side) => {
                    let tip = if side == Side::Left { "◄" } else { "►" };
                    canvas.text(end.x, end.y, tip, Look::Plain);
                    if let Some(area) = drawn.target {
                        let target = cut(&list::goal(self.chart, edge), TARGET);
                        canvas.text(area.left, end.y, &target, Look::Plain);
                    }
                }
            }
        }
        for placed in &layout.symbols {
            let Some(step) = self.chart.steps.get(placed.step) else {
                continue;
            };
            let (x, width) = (
                placed.middle.x - placed.half_width,
                placed.half_width * 2 - 1,
            );
            let look = step.severity().map_or(Look::Strong, Look::Marked);
            for y in placed.middle.y - placed.half_height..=placed.middle.y + placed.half_height {
                let inside = match y == placed.middle.y {
                    true => inside(step, placed.step, width),
                    false => String::new(),
                };
                let (open, close) = brackets(step.symbol);
                let width = usize::try_from(width).unwrap_or(0);
                canvas.text(x, y, &format!("{open}{inside:^width$}{close}"), look);
            }
        }
    }
}
