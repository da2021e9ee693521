//! `any`: at least one of several checks is content.

use serde::Deserialize;

use super::{Check, CheckSpec, Mistake, Sight, Target, prepare_several};
use crate::{finding::Hit, rule::Environment, text::Phrase};

/// At least one of these checks must be content with the node.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Any {
    /// The checks.
    of: Vec<CheckSpec>,
    #[serde(skip)]
    checks: Vec<Box<dyn Check>>,
}

impl Check for Any {
    fn arguments(&self) -> &'static [&'static str] {
        &["value"]
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        self.checks = prepare_several(std::mem::take(&mut self.of), environment)?;
        Ok(())
    }

    fn sight(&self) -> Sight {
        let sights = self.checks.iter().map(|check| check.sight());
        sights.max().unwrap_or(Sight::Document)
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let mut inner = Vec::new();
        for check in &self.checks {
            inner.clear();
            check.run(target, &mut inner);
            if inner.is_empty() {
                return;
            }
        }
        let text = target.text().unwrap_or_default().to_owned();
        hits.push(target.hit().argument("value", Phrase::same(text)));
    }
}
