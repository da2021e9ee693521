//! `each`: every entry of a list passes a check; a single value counts as its only entry.

use serde::Deserialize;

use super::{Check, CheckSpec, Mistake, Target, prepare_nested};
use crate::{
    document::{NodeId, Value},
    finding::Hit,
    rule::Environment,
};

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

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let Some(inner) = &self.inner else { return };
        let entry = |node: NodeId| match target.document.value(node) {
            Value::Map if !self.at.is_empty() => self
                .at
                .iter()
                .find_map(|key| target.document.get(node, key)),
            _ => Some(node),
        };
        let mut look = |node| {
            if let Some(node) = entry(node) {
                inner.run(&target.with(node), hits);
            }
        };
        match target.document.value(target.node) {
            Value::List => target
                .document
                .items(target.node)
                .iter()
                .copied()
                .for_each(look),
            Value::Null => {}
            _ => look(target.node),
        }
    }
}
