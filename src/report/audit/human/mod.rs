//! One screen for a person: where the city stands, which units are weakest, what to mend first.

mod columns;
mod compared;
mod documents;
mod groups;
mod notes;
mod overall;
mod rules;

use std::io::{self, Write};

use super::{Options, Report};
use crate::{finding::Severity, report::Painter, sanitize::without_commands, text::Lang};

/// The widest that a screen is used.
const WIDEST: usize = 120;

/// Writes one screen, and with details every group and document after it.
pub(super) fn write(report: &Report<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let screen = Screen {
        report,
        options,
        painter: Painter::new(&crate::report::Options {
            lang: options.lang,
            colour: options.colour,
            width: options.width,
            ..crate::report::Options::default()
        }),
        lang: options.lang,
        width: options.width.clamp(60, WIDEST),
    };
    let text = screen.draw();
    out.write_all(without_commands(&text).as_bytes())
}

struct Screen<'a> {
    report: &'a Report<'a>,
    options: &'a Options,
    painter: Painter,
    lang: Lang,
    width: usize,
}

impl Screen<'_> {
    fn draw(&self) -> String {
        let mut parts = vec![self.overall(), self.groups(), self.rules()];
        parts.push(self.drift());
        parts.extend(self.report.comparison.map(|one| self.comparison(one)));
        if self.options.details {
            parts.push(self.documents());
        }
        parts.push(self.notes());
        parts.retain(|part| !part.is_empty());
        parts.join("\n")
    }

    fn title(&self, text: &str) -> String {
        format!("{}\n", self.painter.strong(text))
    }

    /// A score in the colour of how far it is from the target.
    fn paint(&self, score: Option<f64>, text: &str) -> String {
        let target = self.report.audit.target;
        match score {
            None => self.painter.faint(text),
            Some(score) if score >= target => self.painter.good(text),
            Some(score) if score >= target * 0.8 => self.painter.level(Severity::Warning, text),
            Some(_) => self.painter.level(Severity::Error, text),
        }
    }

    fn grade(&self, score: f64) -> &str {
        let band = self.report.rules.grades().of(score);
        band.map_or("", |band| &band.grade)
    }
}
