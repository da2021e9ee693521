//! The flowchart as characters on a terminal.

use unicode_width::UnicodeWidthStr;

use super::{
    Chart, ChartStep, Symbol,
    canvas::{Canvas, Look},
    clean,
    layout::{self, Lane, Layout, Metrics, Size, Written},
    list,
    measure::wrap_columns,
    route::{self, Routes, Side, Way},
};
use crate::{finding::Severity, report::Painter, text::Lang};

/// What the picture is drawn on.
#[derive(Debug, Clone, Copy)]
pub struct Screen {
    /// Columns.
    pub width: usize,
    /// Colours.
    pub painter: Painter,
    /// The language of headings.
    pub lang: Lang,
}

/// Between the lines of a table that is no part of the flow.
const BORDER: char = '┊';
const LEAST_TEXT: i32 = 20;
const MOST_LINES: usize = 20;

/// Tries from roomy to tight: columns from track to track, and the longest label.
const TRIES: [(i32, usize); 3] = [(2, 12), (1, 8), (1, 5)];

/// Draws the chart; where its lanes do not fit, it lists the steps instead.
pub fn terminal(chart: &Chart, screen: &Screen) -> String {
    let routes = route::route(chart);
    let tries = TRIES.iter().copied();
    let mut sheets = tries.filter_map(|(track, label)| {
        let room = i32::try_from(screen.width).unwrap_or(80).min(160);
        Sheet::new(chart, &routes, screen, room, track, label)
    });
    let mut text = String::new();
    for title in [&chart.title, &chart.subtitle] {
        let title = clean(title);
        if !title.is_empty() {
            let title = textwrap::fill(&title, screen.width.max(20));
            text.push_str(&screen.painter.strong(&title));
            text.push('\n');
        }
    }
    if !text.is_empty() {
        text.push('\n');
    }
    match sheets.next() {
        Some(sheet) => {
            text.push_str(&sheet.draw());
            text.push_str(&legend(chart, screen));
        }
        None => {
            for line in list::list(chart, screen.lang, false) {
                let options = textwrap::Options::new(screen.width.max(20)).subsequent_indent("   ");
                text.push_str(&textwrap::fill(&line, options));
                text.push('\n');
            }
        }
    }
    text.push_str(&faults(chart, screen));
    text
}

/// A column of text: what of a step it shows, and its place.
struct Column {
    title: &'static str,
    text: fn(&ChartStep) -> &str,
    left: i32,
    width: i32,
}

struct Sheet<'a> {
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

fn metrics(half_width: i32, track: i32) -> Metrics {
    Metrics {
        half_width,
        half_height: |_| 0,
        outline: false,
        pitch: 1,
        corner: 0,
        track,
        room: 2,
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
    fn new(
        chart: &'a Chart,
        routes: &'a Routes,
        screen: &'a Screen,
        room: i32,
        track: i32,
        label: usize,
    ) -> Option<Self> {
        let lang = screen.lang;
        let half_width = match chart.steps.len() {
            0..100 => 2,
            100..10_000 => 3,
            _ => 4,
        };
        let metrics = metrics(half_width, track);
        let (labels, written) = labels(chart, routes, label);
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

    fn draw(&self) -> String {
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
        let options = textwrap::Options::new(self.screen.width.max(20)).subsequent_indent("  ");
        let key = textwrap::fill(&key, options) + "\n\n";
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
                canvas.text(x, y, &BORDER.to_string(), Look::Faint);
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

/// Longest word at the end of a line that is cut short.
const TARGET: usize = 8;

/// What stands in a symbol: its number, or its place where its name is no short number.
fn inside(step: &ChartStep, at: usize, width: i32) -> String {
    let sign = match step.severity() {
        Some(Severity::Error | Severity::Warning) => "!",
        Some(Severity::Info) => "i",
        None => "",
    };
    let id = clean(&step.id);
    let room = width - columns(sign);
    match id.is_ascii() && columns(&id) <= room && !id.is_empty() {
        true => format!("{sign}{id}"),
        false => format!("{sign}{}", at + 1),
    }
}

fn brackets(symbol: Symbol) -> (char, char) {
    match symbol {
        Symbol::Start | Symbol::End => ('(', ')'),
        Symbol::Process => ('[', ']'),
        Symbol::Decision => ('<', '>'),
        Symbol::OffPage => ('[', '>'),
    }
}

fn labels(chart: &Chart, routes: &Routes, most: usize) -> (Vec<String>, Vec<Written>) {
    let line = |line: &route::Line| {
        let edge = chart.edges.get(line.edge);
        let label = edge.map_or_else(String::new, |edge| cut(&clean(&edge.label), most));
        let goal = edge.map_or_else(String::new, |edge| list::goal(chart, edge));
        let height = match (label.is_empty(), line.way) {
            (true, _) => 0,
            // Below the label the tip of the arrow needs a line of its own.
            (_, Way::Down) => 2,
            _ => 1,
        };
        let target = match line.way {
            Way::Stub => columns(&cut(&goal, TARGET)),
            _ => 0,
        };
        let written = Written {
            label: Size {
                width: columns(&label),
                height,
            },
            target: Size {
                width: target,
                height: 1,
            },
        };
        (label, written)
    };
    routes.lines.iter().map(line).unzip()
}

fn cut(text: &str, most: usize) -> String {
    let lines = wrap_columns(text, most, 1);
    lines.into_iter().next().unwrap_or_default()
}

fn columns(text: &str) -> i32 {
    i32::try_from(text.width()).unwrap_or(i32::MAX / 64)
}

fn longest_word(text: &str) -> i32 {
    text.split_whitespace().map(columns).max().unwrap_or(0)
}

fn count(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX / 64)
}

/// The symbols that were used and what they mean.
fn legend(chart: &Chart, screen: &Screen) -> String {
    let symbols = Symbol::ALL.into_iter().filter(|&symbol| {
        let mut steps = chart.steps.iter();
        steps.any(|step| step.symbol == symbol)
    });
    let mut entries: Vec<(String, String)> = Vec::new();
    for symbol in symbols {
        let (open, close) = brackets(symbol);
        let (sign, title) = (format!("{open} {close}"), symbol.title());
        match entries.iter_mut().find(|(other, _)| *other == sign) {
            Some((_, titles)) => titles.push_str(&format!(" / {}", title.get(screen.lang))),
            None => entries.push((sign, title.get(screen.lang).to_owned())),
        }
    }
    let entries = entries
        .iter()
        .map(|(sign, title)| format!("{sign} {title}"));
    let legend = entries.collect::<Vec<_>>().join("   ");
    let lines = textwrap::wrap(&legend, screen.width.max(20));
    let lines = lines.iter().map(|line| screen.painter.faint(line.trim()));
    format!("\n{}\n", lines.collect::<Vec<_>>().join("\n"))
}

fn faults(chart: &Chart, screen: &Screen) -> String {
    let (lang, painter) = (screen.lang, screen.painter);
    let of_all = chart.faults.iter().map(|fault| (String::new(), fault));
    let of_steps = chart.steps.iter().flat_map(|step| {
        let number = clean(&step.id);
        let place = lang.pick(format!("langkah {number}: "), format!("step {number}: "));
        let faults = step.faults.iter();
        faults.map(move |fault| (place.clone(), fault))
    });
    let mut text = String::new();
    for (place, fault) in of_all.chain(of_steps) {
        let code = clean(&fault.code);
        let level = format!("{}[{code}]", fault.severity.title().get(lang));
        // Wrapped as it is read, painted after.
        let line = format!("{level} {place}{}", clean(&fault.message));
        let options = textwrap::Options::new(screen.width.max(20)).subsequent_indent("  ");
        let wrapped = textwrap::fill(&line, options);
        let rest = wrapped.strip_prefix(&level);
        text.push_str(&match rest {
            Some(rest) => painter.level(fault.severity, &level) + rest,
            None => wrapped,
        });
        text.push('\n');
    }
    match text.is_empty() {
        true => text,
        false => format!("\n{text}"),
    }
}
