//! What a service costs: rupiah, free, a formula, a regulation, or nothing definite.
//!
//! A service standard must name its cost (UU 25/2009 article 21 letter e; PermenPANRB
//! 15/2014). [`Cost::parse`] reads one entry of such a component; [`find`] finds the
//! amounts in any prose; [`spelling`] compares an amount with the form of law texts.

mod bare;
mod clause;
mod context;
mod event;
mod figure;
mod formula;
mod parse;
mod phrase;
mod print;
mod read;
mod reader;
mod spelling;
mod unit;
mod vocabulary;
mod words;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_find;
#[cfg(test)]
mod tests_words;

use std::ops::Range;

pub use parse::find;
pub use spelling::{Spelling, spelling};

/// A sum of rupiah.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Money {
    /// Whole rupiah.
    pub rupiah: u64,
    /// Hundredths of a rupiah, 0 to 99.
    pub sen: u8,
}

impl Money {
    /// A sum of whole rupiah.
    pub const fn of(rupiah: u64) -> Self {
        Self { rupiah, sen: 0 }
    }

    /// Whether this is nothing at all.
    pub const fn is_zero(self) -> bool {
        self.rupiah == 0 && self.sen == 0
    }

    /// Reads a text that is one amount and nothing else, with or without a currency mark.
    ///
    /// # Errors
    ///
    /// [`CostError::Empty`] for no text, [`CostError::Ambiguous`] for figures that can be
    /// read in more than one way (`1.10`), [`CostError::Unknown`] for anything else.
    pub fn parse(text: &str) -> Result<Self, CostError> {
        parse::single(text)
    }
}

/// What one entry of a cost component says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cost {
    /// The statements found, in the order of the text. Never empty.
    pub parts: Vec<CostPart>,
}

/// One statement on cost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CostPart {
    /// Bytes of the whole statement, with unit and words in brackets.
    pub range: Range<usize>,
    /// Bytes of the figures alone (`Rp. 5.000` in `Rp. 5.000 per lembar`); the whole
    /// statement where there are none.
    pub figure: Range<usize>,
    /// What it says.
    pub kind: CostKind,
    /// Whether this is the price of a duty stamp (UU 10/2020), which is a tax and no fee
    /// of the service.
    pub stamp_duty: bool,
}

/// The kinds of statements on cost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CostKind {
    /// Nothing is charged.
    Free,
    /// A sum, or a span of sums.
    Amount {
        /// The sum, or the lower end of the span.
        money: Money,
        /// The upper end of a span, above `money`.
        upper: Option<Money>,
        /// What the sum is counted by, in lower case: `lembar`, `orang/hari`, `m2`.
        per: Option<String>,
    },
    /// The sum is worked out: `(1 ‰ x Nilai Tanah) + Rp50.000,00`, `5% x NPOP`.
    Formula,
    /// A regulation is referred to.
    ByRegulation {
        /// Whether its number and its year are both named.
        named: bool,
        /// True where it is the basis of a cost that is stated too; false where it stands
        /// in place of the cost.
        basis: bool,
    },
    /// Somebody other than the applicant pays: an insurer, the state.
    BorneByOthers,
    /// Says that there may be a cost, but not which: `sesuai ketentuan`, `seikhlasnya`, `-`.
    Vague,
}

/// Why a text is no [`Cost`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CostError {
    /// There is no text.
    #[error("no cost is given")]
    Empty,
    /// The text says nothing about the cost, as a heading or a side remark does.
    #[error("the text does not say what the service costs")]
    Unknown,
    /// Figures that can be read in more than one way, such as `1.10`.
    #[error("the amount can be read in more than one way")]
    Ambiguous {
        /// Bytes of the figures.
        range: Range<usize>,
    },
}

impl Cost {
    /// Reads one entry of a cost component.
    ///
    /// # Errors
    ///
    /// [`CostError::Empty`] without text, [`CostError::Unknown`] if nothing is said about
    /// cost, [`CostError::Ambiguous`] if an amount cannot be read with certainty.
    pub fn parse(text: &str) -> Result<Self, CostError> {
        parse::cost(text)
    }

    /// Whether a reader knows what to pay: every statement is free, an amount, a formula or
    /// borne by others, and there is at least one besides stamp duty. A regulation in place
    /// of the cost is not definite; see [`Cost::is_vague`] for the weaker question.
    pub fn is_definite(&self) -> bool {
        self.parts.iter().all(|part| match part.kind {
            CostKind::Vague => false,
            CostKind::ByRegulation { basis, .. } => basis,
            _ => true,
        }) && self
            .parts
            .iter()
            .any(|part| !part.stamp_duty && !matches!(part.kind, CostKind::ByRegulation { .. }))
    }

    /// Whether a statement leaves the cost open without even naming a regulation by number
    /// and year.
    pub fn is_vague(&self) -> bool {
        self.parts.iter().any(|part| {
            matches!(
                part.kind,
                CostKind::Vague
                    | CostKind::ByRegulation {
                        named: false,
                        basis: false
                    }
            )
        })
    }

    /// Whether the service is free for everybody: said to be free and nothing else beside
    /// it that could be paid. Stamp duty does not count.
    pub fn is_free(&self) -> bool {
        let mut free = false;
        for part in self.parts.iter().filter(|part| !part.stamp_duty) {
            match part.kind {
                CostKind::Free => free = true,
                CostKind::BorneByOthers | CostKind::ByRegulation { basis: true, .. } => {}
                _ => return false,
            }
        }
        free
    }

    /// The amounts to pay for the service: above zero and no stamp duty.
    pub fn charges(&self) -> impl Iterator<Item = &CostPart> {
        self.parts
            .iter()
            .filter(|part| !part.stamp_duty && matches!(part.kind, CostKind::Amount { .. }))
    }
}
