//! The text around the place where the parser gave up: its characters, quotes and brackets.

use super::{Found, character_at};
use crate::{
    document::{SyntaxReason, outline::Outline},
    source::{Source, floor_char_boundary},
    span::Span,
};

/// How many lines up or down a mistake is looked for: far enough for people, and no farther,
/// so that a long document is not read again for every mistake.
pub(super) const NEAR: usize = 50;

/// The text around the place where the parser gave up.
pub(super) struct Around<'a> {
    pub(super) source: &'a Source,
    pub(super) at: usize,
    pub(super) document_start: usize,
}

impl<'a> Around<'a> {
    pub(super) fn new(source: &'a Source, at: usize, document_start: usize) -> Self {
        Self {
            source,
            at: floor_char_boundary(source.text(), at),
            document_start,
        }
    }

    pub(super) fn line(&self) -> usize {
        self.source.line_index(self.at)
    }

    pub(super) fn line_span(&self, line: usize) -> Span {
        self.source.line(line).unwrap_or_default()
    }

    /// The line without the spaces around it.
    pub(super) fn trimmed(&self, line: usize) -> Span {
        self.trim(self.line_span(line))
    }

    fn trim(&self, span: Span) -> Span {
        let text = self.source.slice(span);
        let start = span.start + (text.len() - text.trim_start().len());
        Span::new(start, start + text.trim().len())
    }

    /// From `from` to the end of its line, without a comment.
    pub(super) fn value_from(&self, from: usize) -> Span {
        let line = self.line_span(self.source.line_index(from));
        let rest = Span::new(from.min(line.end), line.end);
        let text = self.source.slice(rest);
        let end = text.find(" #").unwrap_or(text.len());
        self.trim(Span::new(rest.start, rest.start + end))
    }

    pub(super) fn rest_of_line(&self) -> Span {
        let rest = self.trim(Span::new(self.at, self.line_span(self.line()).end));
        if rest.is_empty() {
            self.trimmed(self.line())
        } else {
            rest
        }
    }

    /// The character where the parser gave up.
    pub(super) fn character(&self) -> Option<char> {
        self.source.text().get(self.at..)?.chars().next()
    }

    /// What stands before that place on its line.
    pub(super) fn before(&self) -> &'a str {
        let start = self.line_span(self.line()).start;
        self.source.slice(Span::new(start, self.at))
    }

    fn outline(&self) -> Outline {
        Outline::new(self.source.text(), self.document_start, self.at)
    }

    pub(super) fn tab(&self) -> Span {
        let tabs_at = |at: usize| {
            let tabs = self.source.text().get(at..).unwrap_or_default();
            let length = tabs.len() - tabs.trim_start_matches('\t').len();
            Span::new(at, at + length)
        };
        if self.character() == Some('\t') {
            return tabs_at(self.at);
        }
        // Where a value of several lines is broken by a tab, the parser points at its start;
        // a tab between words is no mistake.
        let lines = self.line()..self.source.line_count().min(self.line() + NEAR);
        let leading = lines.clone().find_map(|line| {
            let span = self.line_span(line);
            let text = self.source.slice(span);
            let space = text.len() - text.trim_start_matches([' ', '\t', '-']).len();
            let tab = text.get(..space)?.find('\t')?;
            Some(span.start + tab)
        });
        let any = || {
            lines.into_iter().find_map(|line| {
                let span = self.line_span(line);
                Some(span.start + self.source.slice(span).find('\t')?)
            })
        };
        match leading.or_else(any) {
            Some(at) => tabs_at(at),
            None => character_at(self.source.text(), self.at),
        }
    }

    pub(super) fn unclosed_quote(&self) -> Found {
        let quoted = self.outline().quoted.filter(|quoted| !quoted.is_closed);
        let own = || {
            let quote = self.character().filter(|c| matches!(c, '"' | '\''))?;
            Some((quote, self.at))
        };
        let found = quoted.map(|quoted| (quoted.quote, quoted.span.start));
        let (quote, at) = found.or_else(own).unwrap_or(('"', self.at));
        (
            SyntaxReason::UnclosedQuote { quote },
            character_at(self.source.text(), at),
        )
    }

    /// Text after a closing quote: or the quote was not meant to close anything.
    pub(super) fn after_quote(&self) -> Found {
        let outline = self.outline();
        let Some(quoted) = outline.quoted.filter(|quoted| quoted.is_closed) else {
            return (SyntaxReason::TextAfterQuote, self.rest_of_line());
        };
        let quote = quoted.quote;
        let (start, close) = (quoted.span.start, quoted.span.end.saturating_sub(1));
        let is_spaced = quoted.span.end < self.at;
        if is_spaced && !outline.brackets.is_empty() && matches!(self.character(), Some('"' | '\''))
        {
            return (SyntaxReason::MissingComma, Span::new(close, close + 1));
        }
        let close_line = self.line_span(self.source.line_index(close));
        if close_line.start > start {
            // It ends where another text begins in quotes: it was never closed itself.
            let before = self.source.slice(Span::new(close_line.start, close));
            if before.trim().is_empty() || before.trim_end().ends_with([':', '-', ',', '[', '{']) {
                return (
                    SyntaxReason::UnclosedQuote { quote },
                    character_at(self.source.text(), start),
                );
            }
        }
        let after = self.source.slice(self.value_from(quoted.span.end));
        let inner = Span::new(start + 1, close);
        let is_word = |c: char| c.is_alphanumeric();
        let ends_word = self.source.slice(inner).ends_with(is_word);
        let is_apostrophe = quote == '\'' && ends_word;
        if after.starts_with(is_word) && !is_spaced && (is_apostrophe || after.contains(quote)) {
            return (
                SyntaxReason::QuoteInQuotes { quote },
                Span::new(close, close + 1),
            );
        }
        let start = start.max(close_line.start);
        let end = self.value_from(self.at).end;
        (SyntaxReason::TextAfterQuote, Span::new(start, end))
    }

    /// The first escape that YAML does not know in the quotes where the parser gave up.
    pub(super) fn bad_escape(&self) -> Span {
        let text = self.source.text();
        let mut at = self.at;
        if self.character() == Some('\\') {
            return self.escape_at(at);
        }
        if self.character() != Some('"') {
            let quoted = self.outline().quoted.map(|quoted| quoted.span.start);
            at = quoted.unwrap_or(at);
        }
        at += 1;
        while let Some(found) = text.get(at..).and_then(|rest| rest.find(['\\', '"'])) {
            at += found;
            let escape = text.get(at + 1..).unwrap_or_default();
            match escape.chars().next() {
                Some(kind) if text.get(at..).is_some_and(|rest| rest.starts_with('\\')) => {
                    if !is_escape(kind, escape) {
                        return self.escape_at(at);
                    }
                    at += 1 + kind.len_utf8();
                }
                _ => break,
            }
        }
        self.rest_of_line()
    }

    /// A backslash and the character after it, where that stands on its line.
    fn escape_at(&self, at: usize) -> Span {
        let next = character_at(self.source.text(), at + 1);
        let is_break = matches!(self.source.slice(next), "\n" | "\r");
        Span::new(at, if is_break { at + 1 } else { next.end })
    }

    pub(super) fn bracket(&self) -> Found {
        let span = character_at(self.source.text(), self.at);
        match self.source.slice(span).chars().next() {
            Some(bracket @ ('[' | ']' | '{' | '}')) => (SyntaxReason::Bracket { bracket }, span),
            _ => self.in_brackets(),
        }
    }

    /// Something that cannot stand here while a bracket is open.
    pub(super) fn in_brackets(&self) -> Found {
        let text = self.source.text();
        let Some((open, bracket)) = self.outline().brackets.last().copied() else {
            return (SyntaxReason::Other, self.rest_of_line());
        };
        let unclosed = (SyntaxReason::Bracket { bracket }, character_at(text, open));
        let open_line = self.source.line_index(open);
        let indent = |line| self.trimmed(line).start - self.line_span(line).start;
        let is_outside = open_line < self.line() && indent(self.line()) <= indent(open_line);
        if is_outside || self.rest_of_line().is_empty() {
            return unclosed;
        }
        let inside = self.source.slice(Span::new(open + 1, self.at));
        if self.character() == Some(':') {
            let item = inside.rsplit(',').next().unwrap_or_default();
            let Some((_, value)) = item.split_once(": ") else {
                return unclosed;
            };
            let start = self.at - value.trim_start().len();
            let rest = self.value_from(start);
            let value = self.source.slice(rest);
            let end = value.find([',', ']', '}']).unwrap_or(value.len());
            let value = self.trim(Span::new(start, start + end));
            return (SyntaxReason::ColonInValue, value);
        }
        let before = inside.trim_end();
        match before.char_indices().next_back() {
            Some((last, _)) if !before.ends_with([',', ':']) => (
                SyntaxReason::MissingComma,
                character_at(text, open + 1 + last),
            ),
            _ => unclosed,
        }
    }

    /// A character that YAML keeps for itself begins a value.
    pub(super) fn special(&self) -> Found {
        let Some(character) = self.character() else {
            return (SyntaxReason::Other, self.rest_of_line());
        };
        if character == '\t' {
            return (SyntaxReason::Tab, self.tab());
        }
        if let Some(found) = self.separator().or_else(|| self.bullet()) {
            return found;
        }
        let reason = SyntaxReason::SpecialCharacter { character };
        if self.outline().brackets.is_empty() {
            (reason, self.value_from(self.at))
        } else {
            (reason, character_at(self.source.text(), self.at))
        }
    }
}

/// Whether `escape`, which begins with `kind`, may follow a backslash.
fn is_escape(kind: char, escape: &str) -> bool {
    let digits = match kind {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => return "0abtnvfre\"/\\N_LP \t\n\r".contains(kind),
    };
    let digits = escape.get(1..=digits);
    digits.is_some_and(|digits| digits.chars().all(|c| c.is_ascii_hexdigit()))
        // Half a character is no character.
        && digits.and_then(|digits| u32::from_str_radix(digits, 16).ok())
            .is_some_and(|code| kind == 'u' || char::from_u32(code).is_some())
}
