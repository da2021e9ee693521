//! Why a text is not a complete citation.

use std::ops::Range;

use thiserror::Error;

use super::Kind;

/// Why a text is not a complete citation. Ranges are bytes of the text that was read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CitationError {
    /// No regulation is named: prose such as `ketentuan yang berlaku`, or nothing at all.
    #[error("no regulation is named")]
    NotCitation,
    /// A kind of regulation is named, its number is not.
    #[error("{} has no number", kind.name())]
    NumberMissing {
        /// The kind that was read.
        kind: Kind,
        /// The year, when it was written.
        year: Option<u16>,
        /// The title, when it was written.
        title: Option<String>,
        /// What was read.
        range: Range<usize>,
    },
    /// Kind and number are there, the year is not.
    #[error("{} Nomor {number} has no year", kind.name())]
    YearMissing {
        /// The kind that was read.
        kind: Kind,
        /// The number that was read.
        number: String,
        /// The title, when it was written.
        title: Option<String>,
        /// What was read.
        range: Range<usize>,
    },
    /// What stands in the place of the year is not a year: `Tahun 20009`.
    #[error("{} Nomor {number}: `{written}` is not a year", kind.name())]
    YearUnclear {
        /// The kind that was read.
        kind: Kind,
        /// The number that was read.
        number: String,
        /// What stands in the place of the year.
        written: String,
        /// Where it stands.
        range: Range<usize>,
    },
}
