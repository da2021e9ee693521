//! What is said about settings on standard error, as pictures of their lines.

use std::io::{self, IsTerminal, Write};

use super::args::{Color, Global};
use crate::{
    excerpt::Excerpt,
    report::{self, Head, Painter, Picture},
    sanitize::{one_line, without_commands},
    settings::Diagnostic,
    text::{Lang, Phrase},
};

/// A painter for standard error.
pub(super) fn painter(global: &Global) -> Painter {
    let colour = match global.color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => anstream::AutoStream::choice(&io::stderr()) != anstream::ColorChoice::Never,
    };
    let width = match io::stderr().is_terminal() {
        true => terminal_size::terminal_size().map_or(100, |(width, _)| usize::from(width.0)),
        false => 100,
    };
    Painter::new(&report::Options {
        lang: global.lang(),
        colour,
        width,
        ..report::Options::default()
    })
}

/// A picture of something in a settings file.
pub(super) fn picture(painter: &Painter, lang: Lang, diagnostic: &Diagnostic) -> String {
    let source = &diagnostic.source;
    let excerpt = Excerpt::new(source, std::iter::once((diagnostic.span, None)), 0);
    let help = diagnostic.help.as_ref();
    let help = help.map(|help| help.get(lang).to_owned());
    painter.draw(&Picture {
        heads: vec![Head {
            severity: diagnostic.severity,
            level: format!("{}:", diagnostic.severity.title().get(lang)),
            message: diagnostic.message.get(lang).to_owned(),
        }],
        excerpt: Some(&excerpt),
        label: None,
        place: source.name().to_owned(),
        notes: help
            .map(|help| (lang.pick("bantuan", "help").to_owned(), help))
            .into_iter()
            .collect(),
    })
}

/// Says a sentence on standard error, where it does not stand in the way of a report.
pub(super) fn say(words: &Phrase, global: &Global) {
    let text = format!("{}\n", one_line(words.get(global.lang())));
    // Where standard error is closed, nobody is there to be told.
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Says it on standard error, whatever the format of the report.
pub(super) fn print(diagnostics: &[Diagnostic], global: &Global) {
    let painter = painter(global);
    let mut text = String::new();
    for diagnostic in diagnostics {
        text.push_str(&picture(&painter, global.lang(), diagnostic));
        text.push('\n');
    }
    // Where standard error is closed, nobody is there to be told.
    let _ = io::stderr()
        .lock()
        .write_all(without_commands(&text).as_bytes());
}

/// Says something about the run itself, beside its reports.
pub(super) fn say_plainly(text: &str) {
    // Nobody who reads it is no reason to fail.
    let _ = io::stderr().lock().write_all(text.as_bytes());
}
