//! Numbers in words (*terbilang*): printing, reading, and comparing with digits beside them.

mod atom;
mod decimal;
mod pair;
mod print;
mod read;
#[cfg(test)]
mod tests;

use std::ops::Range;

pub use decimal::Decimal;
pub use pair::{Pair, pairs};
pub(crate) use pair::{Words, bracket, judge};
pub use print::{decimal_to_words, percent_to_words, to_words};
pub(crate) use read::{Reading, is_hyphen, is_number_word, read};

use crate::value::scan::tokens;

/// A number written in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numeral {
    /// The number; for `dua puluh lima persen` it is 25.
    pub value: Decimal,
    /// Whether the words end in `persen`.
    pub percent: bool,
    /// Bytes of the words in the given text.
    pub range: Range<usize>,
    /// Whether the words are spelt as the dictionary does; capitals and spacing do not matter.
    pub standard: bool,
    /// Whether a word was one letter away from a number word, so the value is a guess.
    pub guess: bool,
}

/// Why a text is not a number in words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NumeralError {
    /// Nothing but white space.
    #[error("the text is empty")]
    Empty,
    /// The text does not begin with a number word.
    #[error("there is no number in words")]
    NoNumeral {
        /// Bytes of what was read.
        range: Range<usize>,
    },
    /// A numeral is followed by something else.
    #[error("after the number in words stands something else")]
    Leftover {
        /// Bytes of what follows the numeral.
        range: Range<usize>,
    },
}

impl Numeral {
    /// Reads a text that is a number in words and nothing else.
    ///
    /// Joined words, hyphens and usual misspellings are read and told by `standard`.
    pub fn parse(text: &str) -> Result<Self, NumeralError> {
        let tokens = tokens(text);
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
            return Err(NumeralError::Empty);
        };
        let whole = first.range.start..last.range.end;
        let reading = read(&tokens).ok_or(NumeralError::NoNumeral {
            range: whole.clone(),
        })?;
        let end = tokens
            .get(reading.used.saturating_sub(1))
            .map_or(whole.end, |token| token.range.end);
        if let Some(next) = tokens.get(reading.used) {
            return Err(NumeralError::Leftover {
                range: next.range.start..whole.end,
            });
        }
        Ok(Self {
            value: reading.value,
            percent: reading.percent,
            range: whole.start..end,
            standard: reading.standard,
            guess: reading.guess,
        })
    }
}
