//! Looking at tokens by position; every question is safe past the end.

use std::ops::Range;

use crate::value::scan::{Token, TokenKind, tokens};

/// The tokens of a text, asked by position.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    tokens: Vec<Token<'a>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            tokens: tokens(text),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<&Token<'a>> {
        self.tokens.get(at)
    }

    /// The token's text; empty past the end.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.get(at).map_or("", |token| token.text)
    }

    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.get(at).is_some_and(|token| token.is(word))
    }

    pub(super) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        self.get(at).is_some_and(|token| token.is_any(words))
    }

    /// Whether the token before `at` is one of `words`.
    pub(super) fn before_is(&self, at: usize, words: &[&str]) -> bool {
        at.checked_sub(1)
            .is_some_and(|before| self.is_any(before, words))
    }

    pub(super) fn is_kind(&self, at: usize, kind: TokenKind) -> bool {
        self.get(at).is_some_and(|token| token.kind == kind)
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.is_kind(at, TokenKind::Word)
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.is_kind(at, TokenKind::Number)
    }

    /// Whether `at` follows the token before it without a space.
    pub(super) fn touches(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.get(before));
        matches!((before, self.get(at)), (Some(a), Some(b)) if a.range.end == b.range.start)
    }

    /// Whether the given words stand at `at` in a row; signs in the phrase are matched too.
    pub(super) fn phrase(&self, at: usize, words: &[&str]) -> bool {
        words
            .iter()
            .enumerate()
            .all(|(step, word)| self.is(at + step, word))
    }

    /// Where the token begins, in bytes; the end of the text past the last.
    pub(super) fn start(&self, at: usize) -> usize {
        self.get(at)
            .map_or(self.text.len(), |token| token.range.start)
    }

    /// Where the token before `at` ends, in bytes.
    pub(super) fn end_before(&self, at: usize) -> usize {
        let before = at.checked_sub(1).and_then(|before| self.get(before));
        before.map_or(0, |token| token.range.end)
    }

    /// The bytes of a run of tokens.
    pub(super) fn bytes(&self, run: &Range<usize>) -> Range<usize> {
        let start = self.start(run.start);
        start..self.end_before(run.end).max(start)
    }

    /// The text between the token before `at` and `at`.
    pub(super) fn gap(&self, at: usize) -> &'a str {
        self.text
            .get(self.end_before(at)..self.start(at))
            .unwrap_or("")
    }
}
