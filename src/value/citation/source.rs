//! The text of a citation as tokens, with the small questions the parts of the parser ask.

use std::ops::Range;

use crate::value::scan::{Token, TokenKind};

/// Text and its tokens. `tokens` may stop early, where a part must not read further.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token<'a>],
}

impl<'a> Source<'a> {
    /// The same text, read only up to token `end`.
    pub(super) fn until(self, end: usize) -> Self {
        Source {
            text: self.text,
            tokens: self.tokens.get(..end).unwrap_or(self.tokens),
        }
    }

    pub(super) fn len(self) -> usize {
        self.tokens.len()
    }

    pub(super) fn get(self, at: usize) -> Option<&'a Token<'a>> {
        self.tokens.get(at)
    }

    pub(super) fn word(self, at: usize) -> Option<&'a str> {
        self.get(at)
            .filter(|t| t.kind == TokenKind::Word)
            .map(|t| t.text)
    }

    pub(super) fn number(self, at: usize) -> Option<&'a str> {
        self.get(at)
            .filter(|t| t.kind == TokenKind::Number)
            .map(|t| t.text)
    }

    pub(super) fn sign(self, at: usize) -> Option<char> {
        self.get(at)
            .filter(|t| t.kind == TokenKind::Sign)
            .and_then(|t| t.text.chars().next())
    }

    pub(super) fn is_sign(self, at: usize, signs: &[char]) -> bool {
        self.sign(at).is_some_and(|s| signs.contains(&s))
    }

    /// Whether the word here is one of `words` (lower case), letter by letter.
    pub(super) fn is(self, at: usize, words: &[&str]) -> bool {
        self.word(at)
            .is_some_and(|w| words.iter().any(|x| w.eq_ignore_ascii_case(x)))
    }

    /// Whether the word here is one of `words`, perhaps with one typing error.
    pub(super) fn like(self, at: usize, words: &[&str]) -> bool {
        self.word(at)
            .is_some_and(|w| words.iter().any(|x| like(w, x)))
    }

    /// `Peratumn Pemerintah`, `Peraluran Menteri`: two letters lost in scanning, where the next
    /// word leaves no doubt.
    pub(super) fn is_blurred_regulation(self, at: usize) -> bool {
        const NEXT: [&str; 7] = [
            "pemerintah",
            "presiden",
            "menteri",
            "daerah",
            "gubernur",
            "bupati",
            "walikota",
        ];
        self.word(at).is_some_and(|word| {
            (8..=10).contains(&word.len())
                && word
                    .get(..4)
                    .is_some_and(|w| w.eq_ignore_ascii_case("pera"))
                && self.like(at + 1, &NEXT)
                && strsim::osa_distance(&word.to_ascii_lowercase(), "peraturan") <= 2
        })
    }

    /// Whether nothing stands between this token and the next.
    pub(super) fn touches_next(self, at: usize) -> bool {
        match (self.get(at), self.get(at + 1)) {
            (Some(a), Some(b)) => a.range.end == b.range.start,
            _ => false,
        }
    }

    /// Whether nothing stands between this token and the one before.
    pub(super) fn touches_previous(self, at: usize) -> bool {
        at > 0 && self.touches_next(at - 1)
    }

    /// Whether a new line begins between this token and the one before.
    pub(super) fn starts_line(self, at: usize) -> bool {
        let (Some(before), Some(here)) =
            (at.checked_sub(1).and_then(|b| self.get(b)), self.get(at))
        else {
            return at == 0;
        };
        self.text
            .get(before.range.end..here.range.start)
            .is_some_and(|gap| gap.contains('\n'))
    }

    /// The first place from `at` on that is not one of `signs`.
    pub(super) fn skip(self, mut at: usize, signs: &[char]) -> usize {
        while self.is_sign(at, signs) {
            at += 1;
        }
        at
    }

    /// Bytes of the tokens `from..to`; empty at `from` when there are none.
    pub(super) fn range(self, from: usize, to: usize) -> Range<usize> {
        match (
            self.get(from),
            to.checked_sub(1).and_then(|last| self.get(last)),
        ) {
            (Some(first), Some(last)) if from < to => first.range.start..last.range.end,
            (Some(first), _) => first.range.start..first.range.start,
            _ => {
                let end = self.tokens.last().map_or(0, |t| t.range.end);
                end..end
            }
        }
    }

    /// Whether the word here begins with a capital letter.
    pub(super) fn is_capital(self, at: usize) -> bool {
        self.word(at)
            .and_then(|w| w.chars().next())
            .is_some_and(char::is_uppercase)
    }
}

/// Every run of white space as one space, none at the ends.
pub(super) fn clean(text: &str) -> String {
    let blank = |c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}');
    text.split(blank)
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether `word` is `target` (lower case, ASCII), or, for five letters and more, one typing
/// error away from it with the same first letter.
pub(super) fn like(word: &str, target: &str) -> bool {
    if word.eq_ignore_ascii_case(target) {
        return true;
    }
    let first = |s: &str| s.bytes().next().map(|b| b.to_ascii_lowercase());
    if target.len() < 5 || word.len().abs_diff(target.len()) > 1 || first(word) != first(target) {
        return false;
    }
    strsim::osa_distance(&word.to_ascii_lowercase(), target) <= 1
}

/// The year a number can stand for: the republic's first year up to 2100.
pub(super) fn year_of(digits: &str) -> Option<u16> {
    if digits.len() != 4 {
        return None;
    }
    digits
        .parse()
        .ok()
        .filter(|year| (1945..=2100).contains(year))
}

/// The year two digits stand for: `97` is 1997, `09` is 2009. No regulation is older than 1945.
pub(super) fn short_year_of(digits: &str) -> Option<u16> {
    if digits.len() != 2 {
        return None;
    }
    digits
        .parse::<u16>()
        .ok()
        .map(|y| if y >= 45 { 1900 + y } else { 2000 + y })
}
