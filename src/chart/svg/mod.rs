//! The flowchart as a picture: SVG that needs nothing beside itself.

mod flow;
mod footer;
mod table;

use std::{borrow::Cow, fmt};

use super::{
    Chart, clean, list,
    measure::Face,
    page::{MARGIN, Page},
};
use crate::{finding::Severity, text::Lang};

/// The look: dark on white, as it is printed; light on dark on screens that are set so.
const STYLE: &str = include_str!("style.css");

/// Draws the chart.
pub fn svg(chart: &Chart, lang: Lang) -> String {
    let page = Page::new(chart, lang);
    let mut body = Svg::default();
    table::titles(&page, &mut body);
    table::table(&page, lang, &mut body);
    flow::lines(chart, &page, &mut body);
    flow::symbols(chart, &page, lang, &mut body);
    let bottom = footer::footer(chart, &page, lang, &mut body);
    let (width, height) = (page.width, bottom + MARGIN);
    let title = match clean(&chart.title) {
        title if title.is_empty() => lang.pick("Bagan alir", "Flowchart").to_owned(),
        title => title,
    };
    let title = escape(&title).into_owned();
    let mut svg = Svg::default();
    svg.push(format_args!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"judul uraian\" \
         lang=\"id\">\n<title id=\"judul\">{title}</title>\n<desc id=\"uraian\">"
    ));
    svg.push(format_args!("{}\n", escape(&summary(chart, lang))));
    for line in list::list(chart, lang, true) {
        svg.push(format_args!("{}\n", escape(&line)));
    }
    svg.push(format_args!("</desc>\n<style>{STYLE}</style>\n"));
    svg.push(format_args!(
        "<rect class=\"page\" width=\"{width}\" height=\"{height}\"/>\n{}</svg>\n",
        body.0
    ));
    svg.0
}

/// SVG that grows.
#[derive(Default)]
struct Svg(String);

impl Svg {
    fn push(&mut self, what: fmt::Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = fmt::write(&mut self.0, what);
    }

    /// One line of text; `y` is the middle of the line.
    fn text(&mut self, line: &str, face: Face, class: &str, anchor: Anchor, x: i32, y: i32) {
        let (size, width) = (face.size, face.width(line));
        let baseline = y + size * 7 / 20;
        let bold = if face.bold { "bold " } else { "" };
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let class = format!("{bold}{class}");
        let class = match class.trim() {
            "" => String::new(),
            class => format!(" class=\"{class}\""),
        };
        // The given length keeps a wider font from running out of its cell.
        self.push(format_args!(
            "<text{class} x=\"{x}\" y=\"{baseline}\" font-size=\"{size}\"{anchor} \
             textLength=\"{width}\" lengthAdjust=\"spacingAndGlyphs\">{}</text>\n",
            escape(line)
        ));
    }

    /// Lines of text below each other, the first with its top at `top`.
    fn block(
        &mut self,
        lines: &[String],
        (face, class): (Face, &str),
        anchor: Anchor,
        (x, top): (i32, i32),
    ) {
        let mut y = top + face.line() / 2;
        for line in lines {
            self.text(line, face, class, anchor, x, y);
            y += face.line();
        }
    }
}

#[derive(Clone, Copy)]
enum Anchor {
    Start,
    Middle,
    End,
}

/// Text for XML: nothing in it is markup.
fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"', '\'']) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(character),
        }
    }
    Cow::Owned(escaped)
}

fn summary(chart: &Chart, lang: Lang) -> String {
    let actors: Vec<_> = chart.actors.iter().map(|actor| clean(actor)).collect();
    let (steps, actors) = (chart.steps.len(), actors.join(", "));
    let plural = if steps == 1 { "" } else { "s" };
    let mut text = lang.pick(
        format!("Bagan alir dengan {steps} langkah. Pelaksana: {actors}."),
        format!("Flowchart of {steps} step{plural}. Actors: {actors}."),
    );
    for found in &chart.faults {
        text.push_str(&format!(" [! {}]", list::fault(found, lang)));
    }
    text
}

/// The class of a grade of faults.
fn class(severity: Severity) -> &'static str {
    severity.name()
}

/// The sign beside the colour.
fn sign(severity: Severity) -> &'static str {
    match severity {
        Severity::Error | Severity::Warning => "!",
        Severity::Info => "i",
    }
}
