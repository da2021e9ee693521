//! Gazette numbers of a citation against the register.

use super::{Certainty, Entry};
use crate::value::citation::{Citation, GazetteKind, Placed};

/// A number that differs from the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong<T> {
    /// What the text says, and where.
    pub written: Placed<T>,
    /// What the register says.
    pub expected: T,
}

/// How the gazette note of a citation differs from the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LnMismatch {
    /// Year of the Lembaran Negara.
    pub year: Option<Wrong<u16>>,
    /// Number of the Lembaran Negara.
    pub number: Option<Wrong<u32>>,
    /// Number of the Tambahan Lembaran Negara.
    pub supplement: Option<Wrong<u32>>,
    /// How sure the register is of its numbers.
    pub certainty: Certainty,
}

impl Entry {
    /// Compares the Lembaran Negara note of a citation of this regulation with the register
    /// (UU 12/2011 Lampiran II nomor 47). Nothing when they agree, when the citation has no
    /// such note, or when the register does not know the numbers.
    pub fn ln_mismatch(&self, citation: &Citation) -> Option<LnMismatch> {
        let ln = self.ln?;
        let note = citation
            .gazette
            .as_ref()
            .filter(|g| g.kind == GazetteKind::LembaranNegara)?;
        fn wrong<T: Copy + PartialEq>(
            written: &Option<Placed<T>>,
            expected: T,
        ) -> Option<Wrong<T>> {
            let written = written.clone().filter(|w| w.value != expected)?;
            Some(Wrong { written, expected })
        }
        let found = LnMismatch {
            year: wrong(&note.year, ln.year),
            number: wrong(&note.number, ln.number),
            supplement: wrong(&note.supplement, ln.supplement),
            certainty: ln.certainty,
        };
        let any = found.year.is_some() || found.number.is_some() || found.supplement.is_some();
        any.then_some(found)
    }
}
