//! `suppression`: a comment that silences rules does not do what it seems to do.

use serde::Deserialize;

use super::{Check, Mistake, Target, nearest};
use crate::{
    document::Path,
    finding::Hit,
    rule::Environment,
    suppression::{ARGUMENTS, FAULTS},
    text::Phrase,
};

/// Reports one kind of fault of the comments that silence rules.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SuppressionCheck {
    /// The kind of fault.
    is: String,
}

impl Check for SuppressionCheck {
    fn arguments(&self) -> &'static [&'static str] {
        ARGUMENTS
    }

    fn prepare(&mut self, _: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        if FAULTS.contains(&self.is.as_str()) {
            return Ok(());
        }
        let is = &self.is;
        let message = Phrase::new(
            format!("kesalahan komentar `{is}` tidak dikenal"),
            format!("the fault `{is}` of comments is not known"),
        );
        let names = FAULTS.join("`, `");
        let help = match nearest(is, FAULTS) {
            Some(near) => Phrase::new(
                format!("Mungkin maksud Anda `{near}`."),
                format!("Perhaps you mean `{near}`."),
            ),
            None => Phrase::new(
                format!("Yang dikenal: `{names}`."),
                format!("Known are: `{names}`."),
            ),
        };
        let at = Path::root().key("is");
        Err(vec![Mistake::new(at, message).help(Some(help))])
    }

    /// Whether a comment does what it should is known only when all other rules have run.
    fn run(&self, _: &Target<'_>, _: &mut Vec<Hit>) {}

    fn fault(&self) -> Option<&str> {
        Some(&self.is)
    }
}
