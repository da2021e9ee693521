//! What the packs share: kinds of document and word lists.

use std::{
    cmp::Reverse,
    collections::BTreeMap,
    ops::Range,
    sync::{Arc, OnceLock},
};

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
    /// By the byte they begin with, in lower case. Made when first used: a run over one document
    /// uses few of the lists.
    starts: OnceLock<Box<[Start; 256]>>,
}

/// The words that begin with the same byte.
#[derive(Debug)]
struct Start {
    /// The lowest six bits of the bytes that come next, in lower case, each as one bit.
    next: u64,
    /// Positions of the words, the longest first.
    words: Vec<usize>,
}

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
            starts: OnceLock::new(),
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

    /// The longest of the words with which this begins and that ends by itself, its length in bytes.
    fn longest_at(&self, rest: &str) -> Option<usize> {
        let (first, others) = rest.as_bytes().split_first()?;
        let starts = self.starts.get_or_init(|| starts(&self.words));
        let start = starts.get(usize::from(first.to_ascii_lowercase()))?;
        // Nearly everywhere this says that there is none.
        if start.next & others.first().map_or(u64::MAX, |next| next_bit(*next)) == 0 {
            return None;
        }
        let mut words = start.words.iter().filter_map(|at| self.words.get(*at));
        let stands = |word: &&String| {
            let Some((found, after)) = rest.split_at_checked(word.len()) else {
                return false;
            };
            found.eq_ignore_ascii_case(word)
                && !(begins_with_letter(after) && word.ends_with(char::is_alphanumeric))
        };
        words.find(stands).map(String::len)
    }

    /// Where the words stand in a text, as whole words and whatever their case: from the left,
    /// and of several that begin in one place the longest.
    pub fn find(&self, text: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let (mut is_inside, mut end) = (false, 0);
        for at in 0..text.len() {
            let Some(rest) = text.get(at..) else {
                // Within a letter.
                continue;
            };
            let is_letter = begins_with_letter(rest);
            let begins = !(is_inside && is_letter) && at >= end;
            is_inside = is_letter;
            if begins && let Some(length) = self.longest_at(rest) {
                end = at + length;
                found.push(at..end);
            }
        }
        found
    }
}

fn starts(words: &[String]) -> Box<[Start; 256]> {
    let mut starts = Box::new(
        [const {
            Start {
                next: 0,
                words: Vec::new(),
            }
        }; 256],
    );
    for (at, word) in words.iter().enumerate() {
        let mut bytes = word.bytes();
        let first = bytes.next().map(|first| first.to_ascii_lowercase());
        if let Some(start) = first.and_then(|first| starts.get_mut(usize::from(first))) {
            start.next |= bytes.next().map_or(u64::MAX, next_bit);
            start.words.push(at);
        }
    }
    for start in starts.iter_mut() {
        start
            .words
            .sort_by_key(|at| Reverse(words.get(*at).map(String::len)));
    }
    starts
}

fn next_bit(byte: u8) -> u64 {
    1 << (byte.to_ascii_lowercase() % 64)
}

fn begins_with_letter(text: &str) -> bool {
    match text.as_bytes().first() {
        Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
        _ => text.starts_with(char::is_alphanumeric),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const WORDS: [&str; 9] = [
        "tbd",
        "belum",
        "belum diisi",
        "...",
        "-",
        "n/a",
        "(isi)",
        "é",
        "diisi lalu",
    ];

    fn list() -> WordList {
        WordList::new(WordListSpec {
            _about: String::new(),
            words: WORDS.map(str::to_owned).to_vec(),
        })
    }

    /// Whether a word stands there that neither begins nor ends within another.
    fn stands_alone(text: &str, range: &Range<usize>) -> bool {
        let is_letter = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
        let (before, rest) = text.split_at(range.start);
        let (word, after) = rest.split_at(range.len());
        let is_word = WORDS.iter().any(|known| known.eq_ignore_ascii_case(word));
        let joins_before = is_letter(before.chars().next_back()) && is_letter(word.chars().next());
        let joins_after = is_letter(word.chars().next_back()) && is_letter(after.chars().next());
        is_word && !joins_before && !joins_after
    }

    proptest! {
        /// From the left, the longest first, and nothing left out.
        #[test]
        fn finds_every_word_that_stands_alone(
            text in prop::collection::vec(prop::sample::select(vec![
                "tbd", "TBD", "Belum", "belum diisi", " ", ".", "...", "-", "N/A", "(isi)", "é", "É",
                "x", "7", "lalu", "diisi", "\n", "–",
            ]), 0..12)
        ) {
            let text = text.concat();
            let starts: Vec<_> = text.char_indices().map(|(at, _)| at).collect();
            let mut expected: Vec<Range<usize>> = Vec::new();
            for &start in &starts {
                if expected.last().is_some_and(|last| start < last.end) {
                    continue;
                }
                let ends = starts.iter().copied().chain([text.len()]);
                let mut ranges = ends.filter(|end| *end > start).map(|end| start..end);
                expected.extend(ranges.rfind(|range| stands_alone(&text, range)));
            }
            prop_assert_eq!(list().find(&text), expected);
        }
    }

    #[test]
    fn finds_whole_words_only() {
        let list = WordList::parse("about: uji\nwords: [tbd, belum diisi, '...']\n").unwrap();
        assert!(list.contains("TBD") && !list.contains("tbd2"));
        assert_eq!(list.find("TBD, tbdx, Belum Diisi"), [0..3, 11..22]);
        assert_eq!(list.find("Nomor ... Tahun").first(), Some(&(6..9)));
        assert!(WordList::parse("words: [a]").is_err());
    }
}
