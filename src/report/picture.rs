//! A finding as a picture: level and message, the line with the place underlined, what to do
//! and which article asks for it.

use std::fmt;

use anstyle::{AnsiColor, Style};
use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, Severity as MietteSeverity,
    SourceCode, ThemeCharacters, ThemeStyles,
};
use textwrap::core::Word;

use super::Options;
use crate::{excerpt::Excerpt, finding::Severity, sanitize::one_line, text::Lang};

/// Draws pictures and coloured words.
#[derive(Debug, Clone, Copy)]
pub struct Painter {
    lang: Lang,
    colour: bool,
    width: usize,
}

/// What a picture shows.
pub(crate) struct Picture<'a> {
    /// What is wrong here; several findings may share a place.
    pub(crate) heads: Vec<Head>,
    /// The lines, where there are any.
    pub(crate) excerpt: Option<&'a Excerpt>,
    /// Words under the place in them.
    pub(crate) label: Option<String>,
    /// The place in words, where there are no lines to show.
    pub(crate) place: String,
    /// Lines below the picture, each after a word like `bantuan`.
    pub(crate) notes: Vec<(String, String)>,
}

/// The first line of a picture.
pub(crate) struct Head {
    /// How grave it is.
    pub(crate) severity: Severity,
    /// The word before the message, like `galat[SP004]`.
    pub(crate) level: String,
    /// What is wrong.
    pub(crate) message: String,
}

impl Painter {
    /// A painter for a report.
    pub fn new(options: &Options) -> Self {
        Self {
            lang: options.lang,
            colour: options.colour,
            width: options.width,
        }
    }

    /// A word in the colour of a severity.
    pub(crate) fn level(&self, severity: Severity, word: &str) -> String {
        let colour = match severity {
            Severity::Error => AnsiColor::Red,
            Severity::Warning => AnsiColor::Yellow,
            Severity::Info => AnsiColor::Cyan,
        };
        self.paint(colour.on_default().bold(), word)
    }

    /// A word that matters.
    pub(crate) fn strong(&self, word: &str) -> String {
        self.paint(Style::new().bold(), word)
    }

    /// A word that stands back.
    pub(crate) fn faint(&self, word: &str) -> String {
        self.paint(Style::new().dimmed(), word)
    }

    /// A word for what to do.
    pub(crate) fn good(&self, word: &str) -> String {
        self.paint(AnsiColor::Green.on_default().bold(), word)
    }

    fn paint(&self, style: Style, word: &str) -> String {
        if self.colour {
            format!("{style}{word}{style:#}")
        } else {
            word.to_owned()
        }
    }

    /// Draws a picture; it ends with a line break.
    pub(crate) fn draw(&self, picture: &Picture<'_>) -> String {
        let mut drawn = String::new();
        for head in &picture.heads {
            drawn.push_str(&self.head(head));
        }
        let severity = picture.heads.iter().map(|head| head.severity).max();
        match picture.excerpt.filter(|excerpt| !excerpt.is_empty()) {
            Some(excerpt) => {
                drawn.push_str(&self.lines(severity, excerpt, picture.label.as_deref()));
            }
            None => {
                drawn.push_str("   ╭─[");
                drawn.push_str(&one_line(&picture.place));
                drawn.push_str("]\n   ╰────\n");
            }
        }
        let shows_all =
            |excerpt: &Excerpt| excerpt.places() <= excerpt.labels().len().min(MOST_PLACES);
        // How many there are is not known: a check stops counting at some point.
        if !picture.excerpt.is_none_or(shows_all) {
            let more = self
                .lang
                .pick("dan di tempat lain lagi", "and in further places");
            drawn.push_str(&format!(
                "   … {more}
"
            ));
        }
        for (word, text) in &picture.notes {
            drawn.push_str(&self.note(word, text));
        }
        drawn
    }

    /// Lines break at spaces only, and not inside backticks: a date, a file name and what is to
    /// be copied stay in one piece.
    pub(crate) fn wrapping(&self) -> textwrap::Options<'static> {
        textwrap::Options::new(self.width.max(40))
            .word_separator(textwrap::WordSeparator::Custom(pieces))
            .word_splitter(textwrap::WordSplitter::NoHyphenation)
    }

    /// Draws a first line; it ends with a line break.
    pub(crate) fn head(&self, head: &Head) -> String {
        let level = format!("{} ", head.level);
        let indent = " ".repeat(level.chars().count());
        let options = self.wrapping().subsequent_indent(&indent);
        let text = textwrap::fill(&format!("{level}{}", one_line(&head.message)), options);
        let message = text.strip_prefix(&level).unwrap_or(&text);
        format!(
            "{} {}\n",
            self.level(head.severity, &head.level),
            self.strong(message)
        )
    }

    /// Draws a line below a picture; it ends with a line break.
    pub(crate) fn note(&self, word: &str, text: &str) -> String {
        let first = format!("   {word}: ");
        let rest = " ".repeat(first.chars().count());
        let options = self.wrapping().subsequent_indent(&rest);
        let text = format!("{first}{}", one_line(text));
        let wrapped = textwrap::fill(&text, options);
        let coloured = format!("   {}: ", self.paint(AnsiColor::Cyan.on_default(), word));
        format!("{}\n", wrapped.replacen(&first, &coloured, 1))
    }

    fn lines(&self, severity: Option<Severity>, excerpt: &Excerpt, label: Option<&str>) -> String {
        let theme = GraphicalTheme {
            characters: ThemeCharacters::unicode(),
            styles: if self.colour {
                ThemeStyles::ansi()
            } else {
                ThemeStyles::none()
            },
        };
        let handler = GraphicalReportHandler::new_themed(theme)
            .with_links(false)
            .with_context_lines(1)
            .with_wrap_lines(false)
            .with_width(self.width.max(40));
        let shown = Shown {
            severity,
            excerpt,
            lang: self.lang,
            label,
        };
        let mut drawn = String::new();
        // It writes to a string, which cannot fail.
        let _ = handler.render_report(&mut drawn, &shown);
        // The picture begins with the header of the frame; message and level are ours.
        let frame = drawn.lines().skip_while(|line| !line.contains('╭'));
        frame.fold(String::new(), |mut text, line| {
            text.push_str(line.trim_end());
            text.push('\n');
            text
        })
    }
}

/// Most places marked in one picture.
const MOST_PLACES: usize = 6;

/// Longest text in backticks that is kept on one line, in bytes.
const LONGEST_PIECE: usize = 60;

/// The pieces of a line between which it may break.
fn pieces(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let mut pieces = Vec::new();
    let (mut start, mut after_space, mut code_end) = (0, false, 0);
    for (at, character) in line.char_indices() {
        if after_space && character != ' ' && at >= code_end {
            pieces.extend(line.get(start..at).map(Word::from));
            start = at;
        }
        after_space = character == ' ';
        if character == '`' && at >= code_end {
            let rest = line.get(at + 1..).unwrap_or_default();
            let length = rest.find('`').filter(|&length| length <= LONGEST_PIECE);
            code_end = length.map_or(code_end, |length| at + 1 + length + 1);
        }
    }
    pieces.extend(line.get(start..).map(Word::from));
    Box::new(pieces.into_iter())
}

/// The excerpt in the form that the renderer takes.
#[derive(Debug)]
struct Shown<'a> {
    severity: Option<Severity>,
    excerpt: &'a Excerpt,
    lang: Lang,
    label: Option<&'a str>,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("-")
    }
}

impl std::error::Error for Shown<'_> {}

impl Diagnostic for Shown<'_> {
    fn severity(&self) -> Option<MietteSeverity> {
        Some(match self.severity? {
            Severity::Error => MietteSeverity::Error,
            Severity::Warning => MietteSeverity::Warning,
            Severity::Info => MietteSeverity::Advice,
        })
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self.excerpt)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let labels = self
            .excerpt
            .labels()
            .iter()
            .take(MOST_PLACES)
            .enumerate()
            .map(|(number, label)| {
                let span = (label.span.start, label.span.len());
                if number == 0 {
                    LabeledSpan::new_primary_with_span(self.label.map(one_line), span)
                } else {
                    let text = label.text.as_ref();
                    LabeledSpan::new_with_span(text.map(|t| one_line(t.get(self.lang))), span)
                }
            });
        Some(Box::new(labels))
    }
}
