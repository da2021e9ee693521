//! A word list named by a rule.

use std::{ops::Range, sync::Arc};

use serde::Deserialize;

use super::{Mistake, nearest};
use crate::{
    document::Path,
    rule::{Environment, WordList},
    text::Phrase,
};

/// The name of a list from `data/`, and its words once the rules are loaded.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(super) struct List {
    name: String,
    #[serde(skip)]
    words: Option<Arc<WordList>>,
}

impl List {
    /// Looks the list up; `key` is the parameter that names it.
    pub(super) fn prepare(
        &mut self,
        environment: &Environment<'_>,
        key: &str,
    ) -> Result<(), Vec<Mistake>> {
        self.words = environment.word_list(&self.name);
        if self.words.is_some() {
            return Ok(());
        }
        let name = &self.name;
        let message = Phrase::new(
            format!("daftar kata `{name}` tidak ada di `data/`"),
            format!("there is no word list `{name}` in `data/`"),
        );
        let help = nearest(name, environment.word_list_names()).map(|near| {
            Phrase::new(
                format!("Mungkin maksud Anda `{near}`."),
                format!("Perhaps you mean `{near}`."),
            )
        });
        let mistake = Mistake::new(Path::root().key(key), message).help(help);
        Err(vec![mistake])
    }

    /// Where its words stand in a text, as whole words.
    pub(super) fn find(&self, text: &str) -> Vec<Range<usize>> {
        let words = self.words.as_ref();
        words.map(|words| words.find(text)).unwrap_or_default()
    }

    /// Whether one of its words stands in a text.
    pub(super) fn is_in(&self, text: &str) -> bool {
        !self.find(text).is_empty()
    }

    /// Whether a text is nothing but one of its words, or has neither letter nor digit:
    /// with the list of placeholders, a value that other rules report.
    pub(super) fn is_all_of(&self, text: &str) -> bool {
        let text = text.trim();
        !text.contains(char::is_alphanumeric)
            || self
                .words
                .as_ref()
                .is_some_and(|words| words.contains(text))
    }
}

/// Looks up several lists, each with the parameter that names it, and gathers the mistakes.
pub(super) fn prepare_lists(
    environment: &Environment<'_>,
    lists: &mut [(&str, &mut List)],
) -> Result<(), Vec<Mistake>> {
    let mistakes: Vec<Mistake> = lists
        .iter_mut()
        .filter_map(|(key, list)| list.prepare(environment, key).err())
        .flatten()
        .collect();
    if mistakes.is_empty() {
        Ok(())
    } else {
        Err(mistakes)
    }
}
