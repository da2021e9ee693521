//! `all`: several checks are content; the first that is not speaks for all.

use serde::Deserialize;

use super::{Check, CheckSpec, Mistake, Sight, Target, prepare_several};
use crate::{finding::Hit, rule::Environment};

/// All of these checks must be content with the node. Only the first that is not reports, so
/// that one gap seen by several checks stays one finding.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct All {
    /// The checks.
    of: Vec<CheckSpec>,
    #[serde(skip)]
    checks: Vec<Box<dyn Check>>,
    #[serde(skip)]
    arguments: &'static [&'static str],
}

impl Check for All {
    /// Those that every one of the checks gives, when they all give the same; else none.
    fn arguments(&self) -> &'static [&'static str] {
        self.arguments
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        self.checks = prepare_several(std::mem::take(&mut self.of), environment)?;
        let mut arguments = self.checks.iter().map(|check| check.arguments());
        let first = arguments.next().unwrap_or_default();
        self.arguments = if arguments.all(|other| other == first) {
            first
        } else {
            &[]
        };
        Ok(())
    }

    fn sight(&self) -> Sight {
        let sights = self.checks.iter().map(|check| check.sight());
        sights.max().unwrap_or(Sight::Document)
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let before = hits.len();
        for check in &self.checks {
            check.run(target, hits);
            if hits.len() > before {
                return;
            }
        }
    }
}
