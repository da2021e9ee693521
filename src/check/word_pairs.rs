//! A list of `data/` whose entries pair a word with another: `penyerahan = menyerahkan`.

use std::collections::HashMap;

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
    pairs: HashMap<String, String>,
    /// By its first word, how many words the longest phrase has.
    longest: HashMap<String, usize>,
}

impl From<String> for NamedPairs {
    fn from(name: String) -> Self {
        Self {
            list: NamedList::from(name),
            pairs: HashMap::new(),
            longest: HashMap::new(),
        }
    }
}

impl NamedPairs {
    /// Looks the list up; `key` is the parameter that names it. Gives the mistake where there
    /// is no such list, or where an entry is no pair.
    pub(super) fn prepare(&mut self, key: &str, environment: &Environment<'_>) -> Option<Mistake> {
        if let Some(mistake) = self.list.prepare(key, environment) {
            return Some(mistake);
        }
        for entry in self.list.words() {
            let Some((left, right)) = entry.split_once('=') else {
                let message = Phrase::new(
                    format!("butir `{entry}` harus berbentuk `kata = kata`"),
                    format!("the entry `{entry}` must have the form `word = word`"),
                );
                return Some(Mistake::new(Path::root().key(key), message));
            };
            let lower = |word: &str| word.trim().to_lowercase();
            let left = lower(left);
            let mut words = left.split(' ');
            if let Some(first) = words.next() {
                let longest = self.longest.entry(first.to_owned()).or_default();
                *longest = (*longest).max(1 + words.count());
            }
            self.pairs.insert(left, lower(right));
        }
        None
    }

    /// What stands beside a word, given in lower case.
    pub(super) fn get(&self, word: &str) -> Option<&str> {
        self.pairs.get(word).map(String::as_str)
    }

    /// The words with every phrase of the list, the longest first, replaced by what stands beside
    /// it; words in lower case.
    pub(super) fn replace(&self, words: &[String]) -> Vec<String> {
        let mut replaced = Vec::with_capacity(words.len());
        let mut rest = words;
        while let Some((first, after)) = rest.split_first() {
            // Most words begin no phrase.
            let longest = self.longest.get(first).copied().unwrap_or_default();
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
        self.pairs.values().map(String::as_str)
    }
}
