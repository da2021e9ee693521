//! `each`: every entry of a list passes a check; a single value counts as its only entry.

use serde::Deserialize;

use super::{Check, CheckSpec, Mistake, Sight, Target, prepare_nested};
use crate::{finding::Hit, rule::Environment};

/// Every entry must pass a check. A person may write one entry as plain text, several as a
/// list, and each as text or as a mapping: this sees the same thing.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Each {
    /// The check.
    check: CheckSpec,
    /// In an entry that is a mapping, the first of these keys that is there is looked at; where
    /// none is named, the mapping itself.
    #[serde(default)]
    at: Vec<String>,
    #[serde(skip)]
    inner: Option<Box<dyn Check>>,
}

impl Check for Each {
    fn arguments(&self) -> &'static [&'static str] {
        self.inner.as_ref().map_or(&[], |inner| inner.arguments())
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        match prepare_nested(std::mem::take(&mut self.check), environment) {
            Ok(check) => {
                self.inner = Some(check);
                Ok(())
            }
            Err(found) => Err(found
                .into_iter()
                .map(|mistake| mistake.under("check"))
                .collect()),
        }
    }

    fn sight(&self) -> Sight {
        let inner = self.inner.as_ref().map(|inner| inner.sight());
        inner.map_or(Sight::Document, |inner| inner.max(Sight::Part))
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let Some(inner) = &self.inner else { return };
        for node in target.entries(&self.at) {
            inner.run(&target.with(node), hits);
        }
    }
}
