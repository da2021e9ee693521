//! A word list of `data/`, named by a check.

use std::{ops::Range, sync::Arc};

use serde::Deserialize;

use super::{Mistake, nearest};
use crate::{
    document::Path,
    rule::{Environment, WordList},
    text::Phrase,
};

/// A parameter that names a word list.
#[derive(Debug, Deserialize)]
#[serde(from = "String")]
pub(super) struct NamedList {
    name: String,
    words: Option<Arc<WordList>>,
}

impl From<String> for NamedList {
    fn from(name: String) -> Self {
        Self { name, words: None }
    }
}

impl NamedList {
    /// Looks the list up; `key` is the parameter that names it. Gives the mistake where there
    /// is no such list.
    pub(super) fn prepare(&mut self, key: &str, environment: &Environment<'_>) -> Option<Mistake> {
        self.words = environment.word_list(&self.name);
        if self.words.is_some() {
            return None;
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
        Some(Mistake::new(Path::root().key(key), message).help(help))
    }

    /// The words, as written.
    pub(super) fn words(&self) -> &[String] {
        self.words.as_ref().map_or(&[], |words| words.words())
    }

    /// Where its words stand in a text.
    pub(super) fn find(&self, text: &str) -> Vec<Range<usize>> {
        self.words
            .as_ref()
            .map(|words| words.find(text))
            .unwrap_or_default()
    }

    /// Whether one of its words stands in a text.
    pub(super) fn is_in(&self, text: &str) -> bool {
        !self.find(text).is_empty()
    }

    /// Whether a text is nothing but one of its words, or has neither letter nor digit:
    /// with the list of placeholders, a value that other rules report.
    pub(super) fn is_all_of(&self, text: &str) -> bool {
        let text = text.trim();
        !text.contains(char::is_alphanumeric) || self.contains(text)
    }

    /// Whether a text is one of its words.
    pub(super) fn contains(&self, text: &str) -> bool {
        self.words
            .as_ref()
            .is_some_and(|words| words.contains(text))
    }
}

/// Looks up several lists, each with the parameter that names it.
pub(super) fn prepare<'a>(
    lists: impl IntoIterator<Item = (&'static str, &'a mut NamedList)>,
    environment: &Environment<'_>,
) -> Result<(), Vec<Mistake>> {
    let missing = |(key, list): (&str, &mut NamedList)| list.prepare(key, environment);
    let mistakes: Vec<_> = lists.into_iter().filter_map(missing).collect();
    if mistakes.is_empty() {
        Ok(())
    } else {
        Err(mistakes)
    }
}
