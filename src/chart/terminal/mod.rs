//! The flowchart as characters on a terminal.

mod sheet;

use unicode_width::UnicodeWidthStr;

use super::{
    Chart, ChartStep, Symbol, clean,
    layout::{Size, Written},
    list,
    measure::wrap_columns,
    route::{self, Routes, Way},
};
use crate::{finding::Severity, report::Painter, text::Lang};
use sheet::Sheet;

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

/// How much room the flow takes.
#[derive(Debug, Clone, Copy)]
struct Spacing {
    /// Columns from track to track.
    track: i32,
    /// Columns between a symbol and the first track.
    room: i32,
    /// Longest label.
    label: usize,
}

/// From roomy to tight.
const SPACINGS: [Spacing; 3] = [
    Spacing {
        track: 2,
        room: 2,
        label: 12,
    },
    Spacing {
        track: 1,
        room: 2,
        label: 8,
    },
    Spacing {
        track: 1,
        room: 1,
        label: 5,
    },
];

/// Draws the chart; where its lanes do not fit, it lists the steps instead.
pub fn terminal(chart: &Chart, screen: &Screen) -> String {
    let routes = route::route(chart);
    let mut sheets = SPACINGS
        .iter()
        .filter_map(|spacing| Sheet::new(chart, &routes, screen, *spacing));
    let mut text = String::new();
    for title in [&chart.title, &chart.subtitle] {
        let title = clean(title);
        if !title.is_empty() {
            let title = fill(&title, screen.width, "");
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
                text.push_str(&fill(&line, screen.width, "   "));
                text.push('\n');
            }
            let note = screen.lang.pick(
                "Layar ini terlalu sempit untuk lajur semua pelaksana; gambarnya: --output bagan.svg",
                "This screen is too narrow for the lanes of all actors; for a picture: --output chart.svg",
            );
            for line in fill(note, screen.width, "").lines() {
                text.push_str(&format!("\n{}", screen.painter.faint(line)));
            }
            text.push('\n');
        }
    }
    text.push_str(&faults(chart, screen));
    text
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

/// The text in lines, all but the first indented. A word too long for a line is broken.
fn fill(text: &str, width: usize, indent: &str) -> String {
    let width = width.max(20).saturating_sub(indent.len());
    wrap_columns(text, width, usize::MAX).join(&format!("\n{indent}"))
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
    let legend = entries.collect::<Vec<_>>().join(", ");
    let legend = fill(&legend, screen.width, "");
    let lines = legend.lines().map(|line| screen.painter.faint(line));
    format!("\n{}\n", lines.collect::<Vec<_>>().join("\n"))
}

fn faults(chart: &Chart, screen: &Screen) -> String {
    let (lang, painter) = (screen.lang, screen.painter);
    let mut text = String::new();
    for (numbers, fault) in list::faults(chart, lang) {
        let place = match &*numbers {
            "" => String::new(),
            numbers => lang.pick(format!("langkah {numbers}: "), format!("step {numbers}: ")),
        };
        let code = clean(&fault.code);
        let level = format!("{}[{code}]", fault.severity.title().get(lang));
        // Wrapped as it is read, painted after.
        let line = format!("{level} {place}{}", clean(&fault.message));
        let wrapped = fill(&line, screen.width, "  ");
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
