//! `words`: a text holds none of the words of a list, or is one of them.

use serde::Deserialize;

use super::{
    Check, Mistake, Sight, Target,
    not_pattern::one_gap,
    word_list::{self, NamedList},
};
use crate::{finding::Hit, rule::Environment};

/// A text must not hold any word of a list from `data/`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    /// The name of the list.
    list: NamedList,
    /// Whether only a text that is nothing but the word counts.
    #[serde(default)]
    whole: bool,
}

impl Check for Words {
    fn arguments(&self) -> &'static [&'static str] {
        &["match", "value"]
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        word_list::prepare([("list", &mut self.list)], environment)
    }

    fn sight(&self) -> Sight {
        Sight::Text
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let Some(text) = target.text() else { return };
        let matches = if self.whole {
            let start = text.len() - text.trim_start().len();
            let range = start..start + text.trim().len();
            let is_word = self.list.contains(text.trim());
            is_word.then_some(range).into_iter().collect()
        } else {
            self.list.find(text)
        };
        hits.extend(one_gap(target, text, matches));
    }
}
