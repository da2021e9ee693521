//! `pattern`: a text looks like a pattern.

use serde::Deserialize;

use super::{Check, Mistake, Sight, Target, lazy_regex::LazyRegex};
use crate::{document::Path, finding::Hit, rule::Environment, text::Phrase};

/// A text must match a regular expression somewhere; `^` and `$` bind it to its ends.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pattern {
    /// The regular expression.
    matches: LazyRegex,
}

impl Check for Pattern {
    fn arguments(&self) -> &'static [&'static str] {
        &["value"]
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        if environment.is_trusted() {
            return Ok(());
        }
        self.matches
            .check(Path::root().key("matches"))
            .map_err(|mistake| vec![*mistake])
    }

    fn sight(&self) -> Sight {
        Sight::Part
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let (Some(text), Some(regex)) = (target.text(), self.matches.get()) else {
            return;
        };
        if !regex.is_match(text) {
            hits.push(
                target
                    .hit()
                    .argument("value", Phrase::same(text.to_owned())),
            );
        }
    }
}
