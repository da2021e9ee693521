//! A place in the text of a path.

use std::ops::Range;

use super::error::{Expected, Found, PathError, PathErrorKind};

/// May start a name written after a dot.
pub(super) fn is_name_first(c: char) -> bool {
    c.is_ascii_alphabetic() || c == '_' || !c.is_ascii()
}

/// May stand in a name written after a dot.
pub(super) fn is_name_char(c: char) -> bool {
    is_name_first(c) || c.is_ascii_digit()
}

/// White space of the standard; others, such as a non-breaking space, are part of names.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

#[derive(Debug, Clone)]
pub(super) struct Cursor<'a> {
    pub(super) text: &'a str,
    /// Always on the border of a character.
    pub(super) at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) fn from(&self, start: usize) -> &'a str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn next(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        Some(c)
    }

    /// Steps over `text` when it stands here.
    pub(super) fn eat(&mut self, text: &str) -> bool {
        let here = self.rest().starts_with(text);
        if here {
            self.at += text.len();
        }
        here
    }

    /// Steps over all characters for which `test` holds, and gives them.
    pub(super) fn eat_while(&mut self, test: impl Fn(char) -> bool) -> &'a str {
        let start = self.at;
        let rest = self.rest();
        self.at += rest.find(|c| !test(c)).unwrap_or(rest.len());
        self.from(start)
    }

    pub(super) fn skip_space(&mut self) {
        self.eat_while(is_space);
    }

    /// The error that something else stands here.
    pub(super) fn expected(&self, expected: Expected) -> PathError {
        let word = self.clone().eat_while(is_name_char);
        let found = match self.peek() {
            None => "",
            Some(_) if !word.is_empty() => word,
            Some(c) => self.rest().get(..c.len_utf8()).unwrap_or_default(),
        };
        PathError {
            kind: PathErrorKind::Expected {
                expected,
                found: Found(found.into()),
            },
            range: self.at..self.at + found.len(),
        }
    }

    pub(super) fn error(&self, kind: PathErrorKind, range: Range<usize>) -> PathError {
        PathError { kind, range }
    }
}
