//! From an error of the parser to the mistake of the author.
//!
//! The parser says where it gave up and in which state; the usual mistakes of people who type
//! a document by hand are found by looking at the text around that place.

use granit_parser::ErrorKind;

use super::SyntaxReason;
use crate::{
    source::{Source, floor_char_boundary},
    span::Span,
};

/// The character at byte `at`, or an empty span at the end of the text.
pub(super) fn character_at(text: &str, at: usize) -> Span {
    let at = floor_char_boundary(text, at);
    let length = text
        .get(at..)
        .and_then(|rest| rest.chars().next())
        .map_or(0, char::len_utf8);
    Span::new(at, at + length)
}

/// The mistake behind an error of the parser at byte `at`, and the place to point at.
pub(super) fn explain(
    source: &Source,
    error: &ErrorKind,
    at: usize,
    document_start: usize,
) -> (SyntaxReason, Span) {
    let text = source.text();
    let around = Around {
        source,
        at: floor_char_boundary(text, at),
        document_start,
    };
    use ErrorKind as E;
    match error {
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabInIndentation
        | E::TabAtBlockScalarStart
        | E::TabInPlainScalar => (SyntaxReason::Tab, around.tab()),
        E::UnclosedQuotedScalar
        | E::InvalidQuotedScalarIndent
        | E::DocumentIndicatorInQuotedScalar => around.unclosed_quote(),
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => {
            match around.quote_opened_above() {
                Some(found) => found,
                None => (SyntaxReason::TextAfterQuote, around.rest_of_line()),
            }
        }
        E::UnknownQuotedScalarEscape
        | E::InvalidQuotedScalarHexEscape
        | E::InvalidLowSurrogateHexEscape
        | E::InvalidLowSurrogate
        | E::MissingLowSurrogate
        | E::UnpairedLowSurrogate
        | E::InvalidUnicodeEscape => (SyntaxReason::BadEscape, around.rest_of_line()),
        E::MisplacedFlowCollectionEnd | E::UnclosedFlowCollection { .. } => around.bracket(),
        E::MismatchedFlowCollectionEnd { .. } | E::InvalidColonPlacement => {
            around.open_bracket().unwrap_or_else(|| around.bracket())
        }
        E::UnexpectedCharacter { character } => around.special(*character),
        E::MissingAnchorOrAliasName
        | E::InvalidBlockScalarHeader
        | E::MappingKeyNotAllowed
        | E::PlainScalarStartsWithDashFlowIndicator
        | E::UndeclaredTagHandle => match text.get(around.at..).and_then(|s| s.chars().next()) {
            Some(character) => around.special(character),
            None => (SyntaxReason::Other, around.rest_of_line()),
        },
        E::BlockSequenceEntryNotAllowed => {
            (SyntaxReason::DashAfterColon, character_at(text, around.at))
        }
        E::CommentInterceptedScalar => (SyntaxReason::CommentInValue, around.rest_of_line()),
        E::MappingValueNotAllowed | E::SimpleKeyExpected | E::InvalidSimpleKey => around.key(),
        E::ExpectedBlockMappingKey
        | E::UnexpectedEofBlockMapping
        | E::ExpectedBlockSequenceEntry
        | E::InvalidIndentation
        | E::InvalidBlockScalarIndent => around.indentation(),
        _ => (SyntaxReason::Other, around.rest_of_line()),
    }
}

/// The text around the place where the parser gave up.
struct Around<'a> {
    source: &'a Source,
    at: usize,
    document_start: usize,
}

impl<'a> Around<'a> {
    fn line(&self) -> usize {
        self.source.line_index(self.at)
    }

    fn line_span(&self, line: usize) -> Span {
        self.source.line(line).unwrap_or_default()
    }

    /// The line without the spaces around it.
    fn trimmed(&self, line: usize) -> Span {
        let span = self.line_span(line);
        let text = self.source.slice(span);
        let start = span.start + (text.len() - text.trim_start().len());
        Span::new(start, start + text.trim().len())
    }

    fn rest_of_line(&self) -> Span {
        let line = self.line_span(self.line());
        let rest = Span::new(self.at.min(line.end), line.end);
        let text = self.source.slice(rest).trim_end();
        if text.is_empty() {
            self.trimmed(self.line())
        } else {
            Span::new(rest.start, rest.start + text.len())
        }
    }

    fn lines_above(&self) -> impl Iterator<Item = (usize, &'a str)> + '_ {
        let first = self.source.line_index(self.document_start);
        (first..self.line())
            .rev()
            .map(|line| (line, self.source.slice(self.line_span(line))))
    }

    fn tab(&self) -> Span {
        // Where a value of several lines is broken by a tab, the parser points at its start.
        let first = self.line();
        let tab_in = |line: usize| {
            let span = self.line_span(line);
            let text = self.source.slice(span);
            let at = text.find('\t')?;
            let tabs = text.get(at..)?;
            let length = tabs.len() - tabs.trim_start_matches('\t').len();
            Some(Span::new(span.start + at, span.start + at + length))
        };
        let found = (first..self.source.line_count()).take(20).find_map(tab_in);
        found.unwrap_or_else(|| character_at(self.source.text(), self.at))
    }

    /// The quote that opens a value in the text `line`, where it is not closed on that line.
    fn opening_quote(&self, line: usize) -> Option<(SyntaxReason, Span)> {
        let span = self.line_span(line);
        let text = self.source.slice(span);
        let value = text.trim_start_matches([' ', '-']);
        let value_at = match value.find(": ") {
            _ if value.starts_with(['"', '\'']) => 0,
            Some(colon) => colon + 2,
            None => return None,
        };
        let value = value.get(value_at..)?.trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let inner = value.get(1..)?;
        if inner.contains(quote) && inner.trim_end().ends_with(quote) {
            return None;
        }
        let start = span.end - value.len();
        Some((
            SyntaxReason::UnclosedQuote { quote },
            Span::new(start, start + 1),
        ))
    }

    fn quote_opened_above(&self) -> Option<(SyntaxReason, Span)> {
        self.lines_above().find_map(|(line, text)| {
            let is_entry = text.contains(": ") || text.trim_start().starts_with("- ");
            // Only the nearest entry can be the one that the quote runs on from.
            is_entry.then(|| self.opening_quote(line))
        })?
    }

    fn unclosed_quote(&self) -> (SyntaxReason, Span) {
        // The parser gives up in a later line than the one that opens the quote, or at it.
        let own = self.opening_quote(self.line());
        let above = self
            .lines_above()
            .find_map(|(line, _)| self.opening_quote(line));
        let opened_here = self
            .source
            .text()
            .get(self.at..)
            .and_then(|rest| rest.chars().next());
        match opened_here {
            Some(quote @ ('"' | '\'')) if above.is_none() => (
                SyntaxReason::UnclosedQuote { quote },
                Span::new(self.at, self.at + 1),
            ),
            _ => above.or(own).unwrap_or((
                SyntaxReason::UnclosedQuote { quote: '"' },
                character_at(self.source.text(), self.at),
            )),
        }
    }

    fn bracket(&self) -> (SyntaxReason, Span) {
        let span = character_at(self.source.text(), self.at);
        match self.source.slice(span).chars().next() {
            Some(bracket @ ('[' | ']' | '{' | '}')) => (SyntaxReason::Bracket { bracket }, span),
            _ => (SyntaxReason::Other, self.rest_of_line()),
        }
    }

    /// A bracket that a line above opens and does not close.
    fn open_bracket(&self) -> Option<(SyntaxReason, Span)> {
        let own = std::iter::once((self.line(), self.source.slice(self.line_span(self.line()))));
        own.chain(self.lines_above()).find_map(|(line, text)| {
            let at = text.rfind(['[', '{'])?;
            let bracket = text.get(at..)?.chars().next()?;
            let partner = if bracket == '[' { ']' } else { '}' };
            if text.get(at..)?.contains(partner) {
                return None;
            }
            let start = self.line_span(line).start + at;
            Some((
                SyntaxReason::Bracket { bracket },
                Span::new(start, start + 1),
            ))
        })
    }

    fn special(&self, character: char) -> (SyntaxReason, Span) {
        let span = character_at(self.source.text(), self.at);
        if character == '\t' {
            return (SyntaxReason::Tab, self.tab());
        }
        (SyntaxReason::SpecialCharacter { character }, span)
    }

    /// A line that should be `key: value` and is not, or a value that looks like one.
    fn key(&self) -> (SyntaxReason, Span) {
        let line = self.line();
        if let Some(found) = self.missing_space(line) {
            return found;
        }
        let text = self.source.slice(self.line_span(line));
        let before = self.at - self.line_span(line).start.min(self.at);
        let entry = text.trim_start_matches([' ', '-']);
        let colon = text.len() - entry.len() + entry.find(": ").unwrap_or(entry.len());
        if colon < before {
            let value = self.value_of(line, colon + 1);
            return (SyntaxReason::ColonInValue, value);
        }
        // `nama:Budi` at the start of a line swallows the lines that follow it.
        if let Some(found) = self
            .lines_above()
            .take(3)
            .find_map(|(line, _)| self.missing_space(line))
        {
            return found;
        }
        if self.line_above_has_value(line) {
            return (SyntaxReason::Indentation, self.trimmed(line));
        }
        let no_colon = |line: &usize| {
            let text = self.source.slice(self.trimmed(*line));
            !text.is_empty() && !text.contains(':') && !text.starts_with(['#', '-'])
        };
        match std::iter::once(line)
            .chain(line.checked_sub(1))
            .find(no_colon)
        {
            Some(line) => (SyntaxReason::NoColon, self.trimmed(line)),
            None => (SyntaxReason::Indentation, self.trimmed(line)),
        }
    }

    fn value_of(&self, line: usize, from: usize) -> Span {
        let span = self.line_span(line);
        let text = self.source.slice(span).get(from..).unwrap_or_default();
        let start = span.start + from + (text.len() - text.trim_start().len());
        Span::new(start, start + text.trim().len())
    }

    /// `key:value` at the start of a line, with nothing between.
    fn missing_space(&self, line: usize) -> Option<(SyntaxReason, Span)> {
        let span = self.trimmed(line);
        let text = self.source.slice(span);
        let text_start = text.trim_start_matches(['-', ' ']);
        let (key, value) = text_start.split_once(':')?;
        let is_key = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || c == '_');
        if !is_key || value.starts_with([' ', '/']) || value.is_empty() {
            return None;
        }
        let start = span.start + (text.len() - text_start.len());
        let reason = SyntaxReason::NoSpaceAfterColon {
            key: key.to_owned(),
        };
        Some((reason, Span::new(start, start + key.len() + 1)))
    }

    /// Whether this line stands deeper than the one above although that one has its value.
    fn line_above_has_value(&self, line: usize) -> bool {
        let Some(above) = line.checked_sub(1) else {
            return false;
        };
        let (own, above) = (self.trimmed(line), self.trimmed(above));
        let text = self.source.slice(above);
        let indent =
            |span: Span| span.start - self.line_span(self.source.line_index(span.start)).start;
        indent(own) > indent(above) && text.contains(": ") && !text.ends_with(':')
    }

    fn indentation(&self) -> (SyntaxReason, Span) {
        let line = self.line();
        let span = self.trimmed(line);
        let text = self.source.slice(span);
        let own = self
            .source
            .text()
            .get(self.at..)
            .and_then(|rest| rest.chars().next());
        if let Some(character @ (',' | ']' | '}' | '*' | '&' | '!')) = own {
            return self.special(character);
        }
        let star = self
            .source
            .slice(self.line_span(line))
            .get(..self.at - self.line_span(line).start);
        if let Some((_, value)) = star.and_then(|text| text.rsplit_once(": "))
            && value.starts_with('*')
        {
            let start = self.at - value.len();
            return (
                SyntaxReason::SpecialCharacter { character: '*' },
                Span::new(start, start + 1),
            );
        }
        if let Some(found) = self.missing_space(line) {
            return found;
        }
        if text.contains(':') || text.starts_with('-') {
            (SyntaxReason::Indentation, span)
        } else {
            (SyntaxReason::NoColon, span)
        }
    }
}
