//! `words`: a text holds none of the words of a list, or is one of them.

use std::sync::Arc;

use serde::Deserialize;

use super::{Check, Mistake, Target, nearest, not_pattern::one_gap};
use crate::{
    document::Path,
    finding::Hit,
    rule::{Environment, WordList},
    text::Phrase,
};

/// A text must not hold any word of a list from `data/`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    /// The name of the list.
    list: String,
    /// Whether only a text that is nothing but the word counts.
    #[serde(default)]
    whole: bool,
    #[serde(skip)]
    words: Option<Arc<WordList>>,
}

impl Check for Words {
    fn arguments(&self) -> &'static [&'static str] {
        &["match", "value"]
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        self.words = environment.word_list(&self.list);
        if self.words.is_some() {
            return Ok(());
        }
        let list = &self.list;
        let message = Phrase::new(
            format!("daftar kata `{list}` tidak ada di `data/`"),
            format!("there is no word list `{list}` in `data/`"),
        );
        let help = nearest(list, environment.word_list_names()).map(|near| {
            Phrase::new(
                format!("Mungkin maksud Anda `{near}`."),
                format!("Perhaps you mean `{near}`."),
            )
        });
        Err(vec![
            Mistake::new(Path::root().key("list"), message).help(help),
        ])
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let (Some(text), Some(words)) = (target.text(), &self.words) else {
            return;
        };
        let matches = if self.whole {
            let trimmed = text.trim();
            let start = text.len() - text.trim_start().len();
            let range = start..start + trimmed.len();
            words
                .contains(trimmed)
                .then_some(range)
                .into_iter()
                .collect()
        } else {
            words.find(text)
        };
        hits.extend(one_gap(target, text, matches));
    }
}
