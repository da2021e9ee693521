//! How long something takes: `paling lama 3 (tiga) hari kerja`.

mod amount;
mod bound;
mod compare;
mod context;
mod duty;
mod find;
mod none;
mod print;
mod quantity;
#[cfg(test)]
mod tests;
mod unit;

use std::ops::Range;

pub use bound::Bound;
pub use compare::Assumptions;
pub use find::{Found, Use, find};
pub use unit::Unit;

use super::numeral::Decimal;
use super::scan::tokens;

/// One or more stated times, in the order of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duration {
    /// Each time with its bound, label and condition; never empty when parsed.
    pub cases: Vec<Case>,
}

/// One stated time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Whether it is a promise, a limit or an estimate.
    pub bound: Bound,
    /// Bytes of the words or the sign of the bound: `paling lama`, `<`.
    pub bound_range: Option<Range<usize>>,
    /// The lower end, when a range is written.
    pub low: Option<Amount>,
    /// The time, or the upper end of a range: what the office promises.
    pub high: Amount,
    /// Bytes from the first number to the last unit, without the bound.
    pub range: Range<usize>,
    /// Bytes of what it depends on, or starts from: `setelah berkas lengkap`.
    pub condition: Option<Range<usize>>,
    /// Bytes of the same time told in another unit: `8 Jam` in `480 Menit (8 Jam)`.
    pub conversion: Option<Range<usize>>,
    /// Bytes of what the time is for, when several stand in one text: `racikan`.
    pub label: Option<Range<usize>>,
    /// Whether the text takes the promise back: `5 hari tergantung berat/ringan`.
    pub open: bool,
}

/// A length of time as written: one part, or a sum such as `1 jam 30 menit`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// The parts, the longest unit first.
    pub parts: Vec<Part>,
}

/// A number of one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// How many; the digits count when number and words disagree.
    pub number: Decimal,
    /// The first factor of a product: 14 in `14 x 24 jam`.
    pub times: Option<u64>,
    /// The unit.
    pub unit: Unit,
    /// Bytes of the digits, or of the number in words when no digits stand.
    pub number_range: Range<usize>,
    /// Bytes of the number in words, when both stand.
    pub words_range: Option<Range<usize>>,
    /// Whether number and words agree; `None` without both, or when the words are unreadable.
    pub agrees: Option<bool>,
    /// Bytes of the unit: `hari kerja`.
    pub unit_range: Range<usize>,
}

/// Why a text says no definite time.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DurationError {
    /// Nothing, or only signs such as `-`.
    #[error("the text is empty")]
    Empty,
    /// When the office is open, not how long the service takes.
    #[error("opening hours do not say how long the service takes")]
    OpeningHours {
        /// Bytes of the text read.
        range: Range<usize>,
    },
    /// How often something is done.
    #[error("this says how often, not how long")]
    Frequency {
        /// Bytes of the text read.
        range: Range<usize>,
    },
    /// A number without a unit.
    #[error("the number has no unit of time")]
    NoUnit {
        /// Bytes of the number.
        range: Range<usize>,
    },
    /// No time at all: `secepatnya`, `tergantung kasus`.
    #[error("no number of hours or days is given")]
    NoQuantity {
        /// Bytes of the text read.
        range: Range<usize>,
    },
}

impl Duration {
    /// Reads the times of a text that is meant to hold them, such as a time limit.
    ///
    /// Frequencies, ages and opening hours are no times. Use [`find`] for prose.
    ///
    /// # Errors
    /// A [`DurationError`] tells what stands there instead of a time.
    pub fn parse(text: &str) -> Result<Self, DurationError> {
        let tokens = tokens(text);
        let found = find::scan(text, &tokens);
        let is_used = |usage| found.iter().any(|found| found.usage == usage);
        // Where nothing is promised beside it, the time of the applicant stands for the promise.
        let sought = match is_used(Use::Time) {
            true => Use::Time,
            false => Use::Duty,
        };
        if !is_used(sought) {
            return Err(none::reason(&tokens, &found));
        }
        let cases = found
            .into_iter()
            .filter(|found| found.usage == sought)
            .map(|found| found.case)
            .collect();
        Ok(Self { cases })
    }

    /// Whether every case is a definite time: no estimate, no lower bound only, not taken back.
    pub fn is_definite(&self) -> bool {
        self.cases.iter().all(|case| {
            !case.open && !matches!(case.bound, Bound::About | Bound::AtLeast | Bound::MoreThan)
        })
    }

    /// Whether both say the same, wherever it stands in their texts.
    pub fn same_value(&self, other: &Self) -> bool {
        self.cases.len() == other.cases.len()
            && self
                .cases
                .iter()
                .zip(&other.cases)
                .all(|(left, right)| left.same_value(right))
    }
}

impl Case {
    /// The unit of the upper end, the longest one of a sum.
    pub fn unit(&self) -> Option<Unit> {
        self.high.parts.first().map(|part| part.unit)
    }

    /// All numbers of the case, the lower end first.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        self.low
            .iter()
            .chain(Some(&self.high))
            .flat_map(|amount| &amount.parts)
    }

    /// Whether both have the same bound and amounts, wherever they stand.
    pub fn same_value(&self, other: &Self) -> bool {
        let same_low = match (&self.low, &other.low) {
            (None, None) => true,
            (Some(left), Some(right)) => left.same_value(right),
            _ => false,
        };
        self.bound == other.bound && same_low && self.high.same_value(&other.high)
    }
}

impl Amount {
    /// A number of one unit, standing in no text.
    pub fn new(number: impl Into<Decimal>, unit: Unit) -> Self {
        Self {
            parts: vec![Part {
                number: number.into(),
                times: None,
                unit,
                number_range: 0..0,
                words_range: None,
                agrees: None,
                unit_range: 0..0,
            }],
        }
    }

    /// Whether both have the same parts, wherever they stand.
    pub fn same_value(&self, other: &Self) -> bool {
        let value = |part: &Part| (part.number, part.times, part.unit);
        self.parts
            .iter()
            .map(value)
            .eq(other.parts.iter().map(value))
    }
}
