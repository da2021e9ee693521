//! Lines that do not fit to the lines around them.

use super::{
    Found,
    around::{Around, NEAR},
};
use crate::{
    document::{SyntaxReason, outline::is_block_header},
    span::Span,
};

/// What people and word processors put before the entries of a list.
const BULLETS: [char; 14] = [
    '*', '+', '•', '·', '–', '—', '▪', '▫', '◦', '●', '○', '■', '□', '\u{f0b7}',
];
/// What lines between two parts of a text are drawn with.
const RULES: [char; 7] = ['-', '–', '—', '=', '_', '*', '~'];

impl<'a> Around<'a> {
    /// The lines of the document above the one where the parser gave up, the nearest first.
    fn lines_above(&self) -> impl Iterator<Item = (usize, &'a str)> + '_ {
        let first = self.source.line_index(self.document_start);
        (first..self.line())
            .rev()
            .take(NEAR)
            .map(|line| (line, self.source.slice(self.line_span(line))))
    }

    fn indent(&self, line: usize) -> usize {
        self.trimmed(line).start - self.line_span(line).start
    }

    /// The text of a line without spaces and the dashes of list entries before it.
    fn content(&self, line: usize) -> Span {
        let span = self.trimmed(line);
        let text = self.source.slice(span);
        let mut rest = text;
        while let Some(after) = rest.strip_prefix("- ") {
            rest = after.trim_start();
        }
        Span::new(span.end - rest.len(), span.end)
    }

    /// Where the value after the key of a line begins.
    fn value_start(&self, line: usize) -> Option<usize> {
        let content = self.content(line);
        let text = self.source.slice(content);
        if text.starts_with('#') {
            return None;
        }
        let skip = match text.chars().next() {
            // A key in quotes may hold a colon.
            Some(quote @ ('"' | '\'')) => text.get(1..)?.find(quote)? + 1,
            _ => 0,
        };
        let colon = skip + colon_in(text.get(skip..)?)?;
        let value = text.get(colon + 1..)?;
        Some(content.start + colon + 1 + (value.len() - value.trim_start().len()))
    }

    /// A line that should be `key: value` and is not, or a value that looks like one.
    pub(super) fn key(&self) -> Found {
        let line = self.line();
        let early = self
            .separator()
            .or_else(|| self.missing_space(line))
            .or_else(|| self.after_bracket());
        if let Some(found) = early {
            return found;
        }
        if let Some(value) = self.value_start(line).filter(|start| *start <= self.at) {
            return (SyntaxReason::ColonInValue, self.value_from(value));
        }
        let above = || self.lines_above().map(|(line, _)| line);
        let near = || {
            // A wrong line swallows the lines that follow it.
            let mut near = std::iter::once(line).chain(above().take(3));
            near.find_map(|line| {
                self.missing_space(line)
                    .or_else(|| self.missing_dash_space(line))
            })
        };
        if let Some(found) = self.bullet().or_else(near) {
            return found;
        }
        if !self.has_colon(line) {
            return (
                SyntaxReason::NoColon,
                self.value_from(self.trimmed(line).start),
            );
        }
        self.key_below_value(line).unwrap_or_else(|| {
            let no_colon = above().find(|line| !self.trimmed(*line).is_empty());
            match no_colon.filter(|line| !self.has_colon(*line) && !self.is_comment(*line)) {
                Some(line) if !self.source.slice(self.trimmed(line)).starts_with('-') => (
                    SyntaxReason::NoColon,
                    self.value_from(self.trimmed(line).start),
                ),
                _ => (
                    SyntaxReason::Indentation,
                    self.value_from(self.trimmed(line).start),
                ),
            }
        })
    }

    /// `key: value` deeper than an entry above that has its value already.
    fn key_below_value(&self, line: usize) -> Option<Found> {
        let own = self.trimmed(line);
        let column = own.start - self.line_span(line).start;
        let mut above = self.lines_above().map(|(line, _)| line);
        // Lines in between go on with the value of that entry.
        let entry = above.find(|line| {
            let text = self.source.slice(self.trimmed(*line));
            !self.is_comment(*line) && (self.has_colon(*line) || text.starts_with("- "))
        })?;
        let content = self.content(entry);
        if !self.has_colon(entry) {
            let text_column = content.start - self.line_span(entry).start;
            // `- Pemohon datang` and below it `pelaksana: Pemohon`.
            return (text_column == column)
                .then(|| (SyntaxReason::NoColon, self.value_from(content.start)));
        }
        let is_deeper = column > self.indent(entry);
        let has_value = self
            .value_start(entry)
            .is_some_and(|start| start < content.end);
        if !is_deeper || !has_value {
            return None;
        }
        let text = self.source.slice(own);
        let (key, _) = text.split_once(':')?;
        let is_sentence = key.contains(' ') && !key.starts_with(['"', '\'']);
        let reason = if is_sentence {
            SyntaxReason::ColonInValue
        } else {
            SyntaxReason::Indentation
        };
        Some((reason, self.value_from(own.start)))
    }

    /// Whether a line holds a colon as after a key.
    fn has_colon(&self, line: usize) -> bool {
        colon_in(self.source.slice(self.trimmed(line))).is_some()
    }

    fn is_comment(&self, line: usize) -> bool {
        self.source.slice(self.trimmed(line)).starts_with('#')
    }

    /// `key:value` at the start of a line, with nothing between.
    fn missing_space(&self, line: usize) -> Option<Found> {
        let content = self.content(line);
        let text = self.source.slice(content);
        let (key, value) = text.split_once(':')?;
        let is_key = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || c == '_');
        if !is_key || value.starts_with([' ', '\t', '/']) || value.is_empty() {
            return None;
        }
        let reason = SyntaxReason::NoSpaceAfterColon {
            key: key.to_owned(),
        };
        Some((
            reason,
            Span::new(content.start, content.start + key.len() + 1),
        ))
    }

    /// `-KTP` at the start of a line.
    fn missing_dash_space(&self, line: usize) -> Option<Found> {
        let span = self.trimmed(line);
        let after = self.source.slice(span).strip_prefix('-')?;
        let is_text = after.starts_with(|c: char| c.is_alphabetic() || matches!(c, '"' | '\''));
        is_text.then(|| {
            let dash = Span::new(span.start, span.start + 1);
            (SyntaxReason::NoSpaceAfterDash, dash)
        })
    }

    /// A line drawn between documents that is not `---`.
    pub(super) fn separator(&self) -> Option<Found> {
        let span = self.trimmed(self.line());
        let text = self.source.slice(span);
        let first = text.chars().next().filter(|c| RULES.contains(c))?;
        let is_rule = text.chars().all(|c| c == first) && text.chars().nth(1).is_some();
        (is_rule && text != "---").then_some((SyntaxReason::Separator, span))
    }

    /// A list entry that begins with another character than a dash: the first of its like.
    pub(super) fn bullet(&self) -> Option<Found> {
        let bullet_of = |line: usize| {
            let span = self.trimmed(line);
            let text = self.source.slice(span);
            let character = text.chars().next().filter(|c| BULLETS.contains(c))?;
            let after = text.get(character.len_utf8()..)?;
            after
                .starts_with([' ', '\t'])
                .then_some((span.start, character))
        };
        let own = bullet_of(self.line());
        let lines = self.lines_above().map(|(line, _)| bullet_of(line));
        let first = lines.take_while(Option::is_some).flatten().last();
        let (at, character) = first.or(own)?;
        Some((
            SyntaxReason::Bullet { character },
            Span::new(at, at + character.len_utf8()),
        ))
    }

    /// `[KTP] asli`.
    fn after_bracket(&self) -> Option<Found> {
        if !self.before().trim_end().ends_with([']', '}']) {
            return None;
        }
        let line = self.line();
        let start = self.value_start(line).filter(|start| *start < self.at);
        let start = start.unwrap_or(self.content(line).start);
        let span = self.value_from(start);
        let is_bracket = self.source.slice(span).starts_with(['[', '{']);
        is_bracket.then_some((SyntaxReason::TextAfterBracket, span))
    }

    /// `[KTP] |`: a value, and behind it the sign of a text of several lines. The parser points
    /// at that text or, where it has no lines, at what follows.
    fn before_block(&self) -> Option<Found> {
        let behind = self.source.text().get(self.at..).unwrap_or_default();
        let is_own = is_block_header(behind) || !self.before().trim().is_empty();
        let mut lines = self.lines_above();
        let line = if is_own {
            self.line()
        } else {
            lines.find(|(_, text)| !text.trim().is_empty())?.0
        };
        let span = self.line_span(line);
        let text = self.source.slice(span);
        let mut signs = text.match_indices(['|', '>']).map(|(sign, _)| sign);
        let sign = signs.find(|sign| text.get(*sign..).is_some_and(is_block_header))?;
        let around = Self::new(self.source, span.start + sign, self.document_start);
        around.after_bracket().or_else(|| around.star())
    }

    /// The comment above a line that goes on with a value.
    pub(super) fn comment_in_value(&self) -> Found {
        let comment = self.comment_above();
        (
            SyntaxReason::CommentInValue,
            comment.unwrap_or_else(|| self.rest_of_line()),
        )
    }

    fn comment_above(&self) -> Option<Span> {
        let mut above = self
            .lines_above()
            .map(|(line, _)| line)
            .filter(|line| !self.trimmed(*line).is_empty());
        let comment = above.next().filter(|line| self.is_comment(*line))?;
        let entry = above.find(|line| !self.is_comment(*line))?;
        let is_deeper = self.indent(self.line()) > self.indent(entry);
        is_deeper.then(|| self.trimmed(comment))
    }

    /// Whether the line ends a block of text after `|` or `>` although it is deeper than it.
    fn breaks_block(&self, line: usize) -> bool {
        let own = self.indent(line);
        let mut above = self.lines_above();
        let entry = above.find(|(line, text)| !text.trim().is_empty() && self.indent(*line) < own);
        entry.is_some_and(|(line, _)| {
            let start = self.value_start(line).unwrap_or(self.content(line).start);
            is_block_header(self.source.slice(self.value_from(start)))
        })
    }

    pub(super) fn indentation(&self) -> Found {
        let line = self.line();
        let early = self
            .before_block()
            .or_else(|| self.after_bracket())
            .or_else(|| self.star());
        if let Some(found) = early {
            return found;
        }
        let special = matches!(self.character(), Some(',' | ']' | '}' | '*' | '&' | '!'));
        if special {
            return self.special();
        }
        let found = self
            .separator()
            .or_else(|| self.bullet())
            .or_else(|| self.missing_space(line))
            .or_else(|| self.missing_dash_space(line));
        if let Some(found) = found {
            return found;
        }
        let span = self.value_from(self.trimmed(line).start);
        let text = self.source.slice(span);
        if self.has_colon(line) || text.starts_with('-') || self.breaks_block(line) {
            return (SyntaxReason::Indentation, span);
        }
        match self.comment_above() {
            Some(comment) => (SyntaxReason::CommentInValue, comment),
            None if span.start < self.at => (SyntaxReason::NoColon, self.rest_of_line()),
            None => (SyntaxReason::NoColon, span),
        }
    }

    /// `a: *bintang dua`: a text that begins with a star.
    fn star(&self) -> Option<Found> {
        let start = self
            .value_start(self.line())
            .unwrap_or(self.content(self.line()).start);
        let span = self.value_from(start);
        let is_star = self.source.slice(span).starts_with('*') && start < self.at;
        is_star.then_some((SyntaxReason::SpecialCharacter { character: '*' }, span))
    }

    /// A document has ended, and something follows that does not begin a new one.
    pub(super) fn document_start(&self) -> Found {
        let first_line = self.source.line_index(self.document_start);
        let directive = self.source.slice(self.trimmed(first_line));
        // `%` begins a directive, after which the parser wants `---`.
        if directive.starts_with('%') {
            let reason = SyntaxReason::SpecialCharacter { character: '%' };
            return (reason, self.trimmed(first_line));
        }
        if let Some(found) = self.before_block() {
            return found;
        }
        let is_content = |line: &usize| {
            let text = self.source.slice(self.trimmed(*line));
            !text.is_empty() && !text.starts_with(['#', '%']) && !text.starts_with("---")
        };
        let first = (first_line..self.line()).find(is_content);
        match first.filter(|line| self.indent(*line) > self.indent(self.line())) {
            Some(line) => (SyntaxReason::Indentation, self.trimmed(line)),
            None => self.indentation(),
        }
    }
}

/// A colon as it stands after a key: with a space or nothing after it.
fn colon_in(text: &str) -> Option<usize> {
    let mut colons = text.match_indices(':').map(|(at, _)| at);
    colons.find(|at| {
        let after = text.get(at + 1..).unwrap_or_default();
        after.is_empty() || after.starts_with([' ', '\t'])
    })
}
