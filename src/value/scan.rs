//! Cuts the text of a value into words, numbers and signs, each with its place.
//!
//! Every value parser of this field reads tokens instead of characters, so that odd
//! spacing, non-breaking spaces and punctuation of real documents are handled once.

use std::ops::Range;

/// What a [`Token`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// A run of letters: `hari`, `Rp`, `jo`.
    Word,
    /// Digits, with single `.` or `,` inside when a digit follows: `25`, `50.000,00`, `08.00`.
    Number,
    /// Any other single character that is not white space: `(`, `/`, `-`, `±`.
    Sign,
}

/// A piece of text with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token<'a> {
    /// Word, number or sign.
    pub kind: TokenKind,
    /// The text as written.
    pub text: &'a str,
    /// Bytes of the text it was cut from.
    pub range: Range<usize>,
}

impl Token<'_> {
    /// Whether this is the given word, whatever its case. `word` is in lower case.
    pub fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }

    /// Whether this is one of the given words, whatever its case.
    pub fn is_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(word))
    }
}

/// Cuts `text` into tokens; white space, also the non-breaking kinds, is left out.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    // About so many: a word takes six bytes with the space behind it.
    let mut found = Vec::with_capacity(text.len() / 6);
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        if first.is_whitespace() || matches!(first, '\u{200b}' | '\u{feff}') {
            continue;
        }
        let mut end = start + first.len_utf8();
        let kind = if first.is_ascii_digit() {
            while let Some(&(at, next)) = chars.peek() {
                let digit_follows = || {
                    text[at + 1..]
                        .chars()
                        .next()
                        .is_some_and(|c| c.is_ascii_digit())
                };
                if next.is_ascii_digit() || (matches!(next, '.' | ',') && digit_follows()) {
                    end = at + 1;
                    chars.next();
                } else {
                    break;
                }
            }
            TokenKind::Number
        } else if first.is_alphabetic() {
            while let Some(&(at, next)) = chars.peek() {
                if !next.is_alphabetic() {
                    break;
                }
                end = at + next.len_utf8();
                chars.next();
            }
            TokenKind::Word
        } else {
            TokenKind::Sign
        };
        found.push(Token {
            kind,
            text: &text[start..end],
            range: start..end,
        });
    }
    found
}
