//! A list of `data/` whose entries pair a word with another: `penyerahan = menyerahkan`.

use std::{collections::HashMap, sync::OnceLock};

use serde::Deserialize;

use super::{Mistake, word_list::NamedList};
use crate::{corpus::names, document::Path, rule::Environment, text::Phrase};

/// Most words of a phrase that stands for another.
const LONGEST_PHRASE: usize = 4;

/// A parameter that names a list of pairs.
#[derive(Debug, Deserialize)]
#[serde(from = "String")]
pub(super) struct NamedPairs {
    list: NamedList,
    /// Made when first used: a run over one document uses few of the lists.
    pairs: OnceLock<Pairs>,
}

#[derive(Debug, Default)]
struct Pairs {
    /// What stands beside a phrase, both in lower case.
    beside: HashMap<String, String>,
    /// By its first word, how many words the longest phrase has.
    longest: HashMap<String, usize>,
}

impl From<String> for NamedPairs {
    fn from(name: String) -> Self {
        Self {
            list: NamedList::from(name),
            pairs: OnceLock::new(),
        }
    }
}

impl Pairs {
    fn of(entries: &[String]) -> Self {
        let mut pairs = Self::default();
        let lower = |word: &str| word.trim().to_lowercase();
        for (left, right) in entries.iter().filter_map(|entry| entry.split_once('=')) {
            let left = lower(left);
            let mut words = left.split(' ');
            if let Some(first) = words.next() {
                let longest = pairs.longest.entry(first.to_owned()).or_default();
                *longest = (*longest).max(1 + words.count());
            }
            pairs.beside.insert(left, lower(right));
        }
        pairs
    }
}

impl NamedPairs {
    /// Looks the list up; `key` is the parameter that names it. Gives the mistake where there
    /// is no such list, or where an entry is no pair.
    pub(super) fn prepare(&mut self, key: &str, environment: &Environment<'_>) -> Option<Mistake> {
        if let Some(mistake) = self.list.prepare(key, environment) {
            return Some(mistake);
        }
        let mut entries = self.list.words().iter();
        let entry = entries.find(|entry| !entry.contains('='))?;
        let message = Phrase::new(
            format!("butir `{entry}` harus berbentuk `kata = kata`"),
            format!("the entry `{entry}` must have the form `word = word`"),
        );
        Some(Mistake::new(Path::root().key(key), message))
    }

    fn pairs(&self) -> &Pairs {
        self.pairs.get_or_init(|| Pairs::of(self.list.words()))
    }

    /// What stands beside a word, given in lower case.
    pub(super) fn get(&self, word: &str) -> Option<&str> {
        self.pairs().beside.get(word).map(String::as_str)
    }

    /// The words with every phrase of the list, the longest first, replaced by what stands beside
    /// it; words in lower case.
    pub(super) fn replace(&self, words: &[String]) -> Vec<String> {
        let mut replaced = Vec::with_capacity(words.len());
        let mut rest = words;
        while let Some((first, after)) = rest.split_first() {
            // Most words begin no phrase.
            let longest = self.pairs().longest.get(first).copied().unwrap_or_default();
            let longest = longest.min(LONGEST_PHRASE).min(rest.len());
            let known = (1..=longest).rev().find_map(|length| {
                let (phrase, behind) = rest.split_at_checked(length)?;
                Some((self.get(&phrase.join(" "))?, behind))
            });
            if let Some((other, behind)) = known {
                replaced.extend(names::words(other));
                rest = behind;
            } else {
                replaced.push(first.clone());
                rest = after;
            }
        }
        replaced
    }

    /// The second words of all pairs.
    pub(super) fn values(&self) -> impl Iterator<Item = &str> {
        self.pairs().beside.values().map(String::as_str)
    }
}
