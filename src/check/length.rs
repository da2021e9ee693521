//! `length`: a text is neither too short nor too long.

use serde::Deserialize;

use super::{Check, Mistake, Sight, Target};
use crate::{document::Path, finding::Hit, rule::Environment, text::Phrase};

/// A text must have a number of characters within bounds; white space around it does not count.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Length {
    /// Smallest number of characters.
    #[serde(default)]
    min: usize,
    /// Greatest number of characters.
    #[serde(default)]
    max: Option<usize>,
}

impl Check for Length {
    fn arguments(&self) -> &'static [&'static str] {
        &["value", "length", "bounds"]
    }

    fn prepare(&mut self, _: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        if self.min <= self.max.unwrap_or(usize::MAX) && (self.min > 0 || self.max.is_some()) {
            return Ok(());
        }
        let message = Phrase::new(
            "sebut `min`, `max`, atau keduanya dengan `min` tidak lebih besar dari `max`",
            "give `min`, `max`, or both with `min` not above `max`",
        );
        Err(vec![Mistake::new(Path::root(), message)])
    }

    fn sight(&self) -> Sight {
        Sight::Part
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let Some(text) = target.text() else { return };
        let length = text.trim().chars().count();
        let max = self.max.unwrap_or(usize::MAX);
        if (self.min..=max).contains(&length) {
            return;
        }
        let bounds = if length < self.min {
            let min = self.min;
            Phrase::new(
                format!("paling sedikit {min} huruf"),
                format!("at least {min} characters"),
            )
        } else {
            Phrase::new(
                format!("paling banyak {max} huruf"),
                format!("at most {max} characters"),
            )
        };
        hits.push(
            target
                .hit()
                .argument("value", Phrase::same(text.to_owned()))
                .argument("length", Phrase::same(length.to_string()))
                .argument("bounds", bounds),
        );
    }
}
