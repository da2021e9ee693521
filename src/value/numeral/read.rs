//! Reads number words from tokens.

use super::atom::{Atom, Sureness, spell};
use super::{Decimal, decimal_to_words, to_words};
use crate::value::scan::{Token, TokenKind};

/// A numeral at the start of some tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reading {
    /// The number; for a percentage the number before `persen`.
    pub(crate) value: Decimal,
    /// Whether `persen` closes it.
    pub(crate) percent: bool,
    /// How many tokens it takes.
    pub(crate) used: usize,
    /// Whether it is spelt as the standard words of its number.
    pub(crate) standard: bool,
    /// Whether a word was one letter away from a number word.
    pub(crate) guess: bool,
}

/// More parts than the longest number has; keeps hostile text cheap.
const MOST_ATOMS: usize = 64;

struct Piece {
    atom: Atom,
    token: usize,
    sureness: Sureness,
}

/// Whether a token is the hyphen kind of sign.
pub(crate) fn is_hyphen(token: &Token<'_>) -> bool {
    matches!(token.text, "-" | "\u{2010}" | "\u{2011}" | "\u{2013}")
}

/// Reads the longest numeral at the start of `tokens`.
pub(crate) fn read(tokens: &[Token<'_>]) -> Option<Reading> {
    let pieces = pieces(tokens);
    let mut cursor = Cursor {
        pieces: &pieces,
        at: 0,
    };
    let (value, half) = cursor.number()?;
    let percent = cursor
        .take(|atom| (atom == Atom::Percent).then_some(()))
        .is_some();
    let last = pieces.get(cursor.at.checked_sub(1)?)?.token;
    // A numeral that ends inside a joined word is not read to its end.
    if pieces.get(cursor.at).is_some_and(|next| next.token == last) {
        return None;
    }
    let used = last + 1;
    let written = tokens.get(..used)?;
    Some(Reading {
        value,
        percent,
        used,
        standard: is_standard(written, value, half, percent),
        guess: pieces
            .iter()
            .take(cursor.at)
            .any(|piece| piece.sureness == Sureness::Guess),
    })
}

/// Whether the word could be a part of a numeral.
pub(crate) fn is_number_word(token: &Token<'_>) -> bool {
    token.kind == TokenKind::Word && spell(token.text).is_some()
}

fn pieces(tokens: &[Token<'_>]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut token = 0;
    while let Some(word) = tokens.get(token) {
        let mut word = word;
        if is_hyphen(word) && !pieces.is_empty() {
            // `dua-belas`, but neither `satu - tiga` nor `satu-tiga`.
            let Some(next) = tokens.get(token + 1) else {
                break;
            };
            let before = tokens.get(token.wrapping_sub(1));
            let glued = before.is_some_and(|b| b.range.end == word.range.start)
                && next.range.start == word.range.end;
            let joins = |atom: Atom| {
                matches!(
                    atom,
                    Atom::Teen | Atom::Ten | Atom::Hundred | Atom::Scale(_)
                )
            };
            let follows = pieces.last().is_some_and(|p| joins(p.atom))
                || next.kind == TokenKind::Word
                    && spell(next.text)
                        .is_some_and(|(atoms, _)| atoms.first().is_some_and(|a| joins(*a)));
            if !glued || !follows {
                break;
            }
            token += 1;
            word = next;
        }
        if word.kind != TokenKind::Word || pieces.len() >= MOST_ATOMS {
            break;
        }
        let Some((atoms, sureness)) = spell(word.text) else {
            break;
        };
        if !atoms.first().is_some_and(|next| may_follow(&pieces, *next)) {
            break;
        }
        pieces.extend(atoms.into_iter().map(|atom| Piece {
            atom,
            token,
            sureness,
        }));
        token += 1;
    }
    pieces
}

/// Cuts off what cannot continue a numeral, so that long runs of number words stay cheap.
fn may_follow(pieces: &[Piece], next: Atom) -> bool {
    let Some(last) = pieces.last() else {
        return matches!(
            next,
            Atom::Digit(_) | Atom::Whole(_) | Atom::Half | Atom::Quarter
        );
    };
    match (last.atom, next) {
        (Atom::Digit(_), Atom::Digit(_)) => pieces.iter().any(|p| p.atom == Atom::Point),
        (Atom::Digit(_) | Atom::Whole(..100), Atom::Whole(_)) => false,
        (Atom::Whole(last), Atom::Whole(next)) => next < last,
        (Atom::Percent, _) => false,
        _ => true,
    }
}

struct Cursor<'a> {
    pieces: &'a [Piece],
    at: usize,
}

impl Cursor<'_> {
    fn peek(&self, ahead: usize) -> Option<Atom> {
        self.pieces.get(self.at + ahead).map(|piece| piece.atom)
    }

    fn take<T>(&mut self, wanted: impl FnOnce(Atom) -> Option<T>) -> Option<T> {
        let found = self.peek(0).and_then(wanted)?;
        self.at += 1;
        Some(found)
    }

    fn digit(&mut self) -> Option<u64> {
        self.take(|atom| match atom {
            Atom::Digit(n) => Some(n),
            _ => None,
        })
    }

    /// The number, and whether it is told in halves or quarters.
    fn number(&mut self) -> Option<(Decimal, bool)> {
        if let Some(part) = self.fraction() {
            return Some((part, true));
        }
        if let (Some(Atom::Digit(n @ 1..=3)), Some(Atom::Fourths)) = (self.peek(0), self.peek(1)) {
            self.at += 2;
            return Some((Decimal::new(n * 25, 2)?, true));
        }
        let whole = self.whole()?;
        if let Some(part) = self.fraction() {
            // `dua setengah juta` would need the scale applied to both; leave it unread.
            if matches!(self.peek(0), Some(Atom::Scale(_) | Atom::Hundred)) {
                return None;
            }
            return Some((Decimal::from(whole).checked_add(part)?, true));
        }
        if self.peek(0) == Some(Atom::Point) && self.decimal_follows() {
            self.at += 1;
            let (digits, scale) = self.decimals()?;
            return Some((
                Decimal::from(whole).checked_add(Decimal::new(digits, scale)?)?,
                false,
            ));
        }
        Some((Decimal::from(whole), false))
    }

    fn fraction(&mut self) -> Option<Decimal> {
        let (digits, scale) = self.take(|atom| match atom {
            Atom::Half => Some((5, 1)),
            Atom::Quarter => Some((25, 2)),
            _ => None,
        })?;
        Decimal::new(digits, scale)
    }

    fn decimal_follows(&self) -> bool {
        matches!(self.peek(1), Some(Atom::Digit(_) | Atom::Whole(10..=99)))
    }

    /// What stands after `koma`: digits one by one, or a number (`koma dua puluh lima`).
    fn decimals(&mut self) -> Option<(u64, u32)> {
        if !matches!(self.peek(1), Some(Atom::Ten | Atom::Teen | Atom::Hundred))
            && matches!(self.peek(0), Some(Atom::Digit(_)))
        {
            let (mut digits, mut scale) = (0u64, 0u32);
            while scale < 18 {
                let Some(digit) = self.digit() else { break };
                digits = digits.checked_mul(10)?.checked_add(digit)?;
                scale += 1;
            }
            return Some((digits, scale));
        }
        let digits = self.below_thousand()?;
        Some((digits, u32::try_from(digits.to_string().len()).ok()?))
    }

    fn whole(&mut self) -> Option<u64> {
        if self
            .take(|atom| (atom == Atom::Digit(0)).then_some(()))
            .is_some()
        {
            return Some(0);
        }
        let mut total = 0u64;
        let mut last = u64::MAX;
        let start = self.at;
        loop {
            let scaled = self.take(|atom| match atom {
                Atom::Whole(n @ 1_000..) if n < last => Some(n),
                _ => None,
            });
            if let Some(n) = scaled {
                total = total.checked_add(n)?;
                last = n;
                continue;
            }
            if last < 1_000 {
                break;
            }
            let Some(group) = self.below_thousand() else {
                break;
            };
            let scale = self.take(|atom| match atom {
                Atom::Scale(n) if n < last => Some(n),
                _ => None,
            });
            let Some(scale) = scale else {
                total = total.checked_add(group)?;
                break;
            };
            total = total.checked_add(group.checked_mul(scale)?)?;
            last = scale;
        }
        (self.at > start).then_some(total)
    }

    fn below_thousand(&mut self) -> Option<u64> {
        let start = self.at;
        let mut total = 0;
        match (self.peek(0), self.peek(1)) {
            (Some(Atom::Whole(100)), _) => {
                self.at += 1;
                total = 100;
            }
            (Some(Atom::Digit(n @ 1..)), Some(Atom::Hundred)) => {
                self.at += 2;
                total = n * 100;
            }
            _ => {}
        }
        match (self.peek(0), self.peek(1)) {
            (Some(Atom::Whole(n @ 10..=11)), _) => {
                self.at += 1;
                total += n;
            }
            (Some(Atom::Digit(n @ 1..)), Some(Atom::Teen)) => {
                self.at += 2;
                total += 10 + n;
            }
            (Some(Atom::Digit(tens @ 1..)), Some(Atom::Ten)) => {
                self.at += 2;
                total += tens * 10;
                if let Some(Atom::Digit(ones @ 1..)) = self.peek(0) {
                    self.at += 1;
                    total += ones;
                }
            }
            (Some(Atom::Digit(n @ 1..)), _) => {
                self.at += 1;
                total += n;
            }
            _ => {}
        }
        (self.at > start).then_some(total)
    }
}

fn is_standard(written: &[Token<'_>], value: Decimal, half: bool, percent: bool) -> bool {
    let mut wanted = if half {
        let part = match value.fraction().as_str() {
            "5" => "setengah",
            "25" => "seperempat",
            _ => "tiga perempat",
        };
        match value.trunc() {
            0 => part.to_owned(),
            whole => format!("{} {part}", to_words(whole)),
        }
    } else {
        decimal_to_words(value)
    };
    if percent {
        wanted.push_str(" persen");
    }
    written
        .iter()
        .map(|token| token.text.to_ascii_lowercase())
        .eq(wanted.split(' ').map(str::to_owned))
}
