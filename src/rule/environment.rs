//! What the packs share: kinds of document and word lists.

use std::{
    collections::BTreeMap,
    ops::Range,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicU32, Ordering},
    },
};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use serde::Deserialize;

use super::KindSpec;

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

/// Words that checks look for, from a file `data/NAME.yaml`.
#[derive(Debug)]
pub struct WordList {
    words: Vec<String>,
    /// Made when first used: a run over one document uses few of the lists.
    finder: OnceLock<Option<AhoCorasick>>,
    /// Made when the other was used [`MANY`] times: it finds words faster, and takes longer to
    /// make than all searches in one document.
    fast: OnceLock<Option<AhoCorasick>>,
    searches: AtomicU32,
}

/// So many searches are worth a faster finder.
const MANY: u32 = 2000;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WordListSpec {
    /// What the list is for and where its words come from.
    #[serde(rename = "about")]
    _about: String,
    words: Vec<String>,
}

/// A file that is not a word list.
#[derive(Debug, thiserror::Error)]
pub enum WordListError {
    /// Its YAML is not `about` and `words`.
    #[error("{0}")]
    Yaml(#[from] serde_yaml::Error),
}

impl WordList {
    /// Reads a list: `about`, a sentence, and `words`, the words in lower case.
    ///
    /// # Errors
    ///
    /// [`WordListError`] where the text has another form.
    pub fn parse(yaml: &str) -> Result<Self, WordListError> {
        Ok(Self::new(serde_yaml::from_str(yaml)?))
    }

    pub(super) fn new(spec: WordListSpec) -> Self {
        Self {
            words: spec.words,
            finder: OnceLock::new(),
            fast: OnceLock::new(),
            searches: AtomicU32::new(0),
        }
    }

    /// The words, as written.
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// Whether the text is one of the words, whatever its case.
    pub fn contains(&self, text: &str) -> bool {
        self.words
            .iter()
            .any(|word| word.eq_ignore_ascii_case(text))
    }

    fn finder(&self) -> Option<&AhoCorasick> {
        let make = |kind| {
            let builder = &mut AhoCorasick::builder();
            let builder = builder.ascii_case_insensitive(true).kind(kind);
            // It fails only for lists of more words than memory holds.
            let builder = builder.match_kind(MatchKind::LeftmostLongest);
            builder.build(&self.words).ok()
        };
        let finder = if self.searches.load(Ordering::Relaxed) < MANY {
            self.searches.fetch_add(1, Ordering::Relaxed);
            let quickly_made = Some(AhoCorasickKind::NoncontiguousNFA);
            self.finder.get_or_init(|| make(quickly_made))
        } else {
            self.fast.get_or_init(|| make(None))
        };
        finder.as_ref()
    }

    /// Where the words stand in a text, as whole words and whatever their case.
    pub fn find(&self, text: &str) -> Vec<Range<usize>> {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let stands_alone = |range: &Range<usize>| {
            let word = text.get(range.clone()).unwrap_or_default();
            let before = text
                .get(..range.start)
                .and_then(|text| text.chars().next_back());
            let after = text.get(range.end..).and_then(|text| text.chars().next());
            let joins_before = is_letter(before) && is_letter(word.chars().next());
            let joins_after = is_letter(after) && is_letter(word.chars().next_back());
            !joins_before && !joins_after
        };
        let finder = self.finder();
        let Some(finder) = finder else {
            return Vec::new();
        };
        finder
            .find_iter(text)
            .map(|found| found.range())
            .filter(stands_alone)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_whole_words_only() {
        let list = WordList::parse("about: uji\nwords: [tbd, belum diisi, '...']\n").unwrap();
        assert!(list.contains("TBD") && !list.contains("tbd2"));
        assert_eq!(list.find("TBD, tbdx, Belum Diisi"), [0..3, 11..22]);
        assert_eq!(list.find("Nomor ... Tahun").first(), Some(&(6..9)));
        assert!(WordList::parse("words: [a]").is_err());
    }
}
