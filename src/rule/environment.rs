//! What the packs share: kinds of document and word lists.

use std::{collections::BTreeMap, sync::Arc};

use super::{KindSpec, WordList};

/// What checks may draw on when they are prepared.
#[derive(Debug)]
pub struct Environment<'a> {
    pub(super) kinds: &'a [KindSpec],
    pub(super) lists: &'a BTreeMap<String, Arc<WordList>>,
    pub(super) trusted: bool,
}

impl Environment<'_> {
    /// Whether the pack is one that is built in, whose patterns the tests have compiled.
    pub fn is_trusted(&self) -> bool {
        self.trusted
    }

    /// The values that `jenis` may have.
    pub fn kind_names(&self) -> impl Iterator<Item = &str> {
        self.kinds.iter().map(|kind| kind.name.as_str())
    }

    /// The word list with this name.
    pub fn word_list(&self, name: &str) -> Option<Arc<WordList>> {
        self.lists.get(name).cloned()
    }

    /// The names of all word lists.
    pub fn word_list_names(&self) -> impl Iterator<Item = &str> {
        self.lists.keys().map(String::as_str)
    }
}
