//! Words that checks look for.

use std::{cmp::Reverse, ops::Range, sync::OnceLock};

use serde::Deserialize;

/// Words that checks look for, from a file `data/NAME.yaml`.
#[derive(Debug)]
pub struct WordList {
    words: Vec<String>,
    /// Made when first used: a run over one document uses few of the lists.
    starts: OnceLock<Box<Starts>>,
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

    /// Where the words stand in a text, as whole words and whatever their case: from the left,
    /// and of several that begin in one place the longest.
    pub fn find(&self, text: &str) -> Vec<Range<usize>> {
        let starts = self
            .starts
            .get_or_init(|| Box::new(Starts::of(&self.words)));
        let (mut found, mut at) = (Vec::new(), 0);
        let mut is_inside = false;
        while let Some(byte) = text.as_bytes().get(at) {
            // Nearly everywhere this says that no word begins.
            let sign = starts.sign(*byte);
            if !sign.begins_word || is_inside && sign.is_letter {
                (is_inside, at) = (sign.is_letter, at + 1);
                continue;
            }
            let (width, is_letter) = sign_at(text, at);
            let begins = !(is_inside && is_letter);
            is_inside = is_letter;
            if begins && let Some(word) = starts.longest(&self.words, text, at) {
                found.push(at..at + word.len());
                at += word.len();
                is_inside = word.ends_with(char::is_alphanumeric);
            } else {
                at += width;
            }
        }
        found
    }
}

/// The words by how they begin, to tell quickly that none stands in a place of a text.
#[derive(Debug)]
struct Starts {
    /// By the byte.
    signs: [Sign; 256],
    /// By the first byte, in lower case: the lowest six bits of the bytes that come second, also in
    /// lower case, each as one bit.
    seconds: [u64; 256],
    /// By the first byte, in lower case: the longest first.
    words: Vec<Vec<Start>>,
}

/// What is known of a sign by its first byte.
#[derive(Debug, Clone, Copy)]
struct Sign {
    /// Whether it is a letter or a digit, as far as one byte tells.
    is_letter: bool,
    /// Whether a word may begin with it. Of signs of several bytes it is said that one may, as more
    /// must be read of them.
    begins_word: bool,
}

/// How a word begins.
#[derive(Debug, Clone, Copy)]
struct Start {
    /// Position among the words.
    at: usize,
    head: u64,
    /// The bits that the head takes: all but for a word that is shorter.
    mask: u64,
}

impl Starts {
    fn of(words: &[String]) -> Self {
        let sign = |byte: u8| Sign {
            is_letter: byte.is_ascii_alphanumeric(),
            begins_word: !byte.is_ascii(),
        };
        let mut starts = Self {
            signs: std::array::from_fn(|byte| sign(u8::try_from(byte).unwrap_or(u8::MAX))),
            seconds: [0; 256],
            words: vec![Vec::new(); 256],
        };
        for (at, word) in words.iter().enumerate() {
            let [Some(first), second] = first_two(word.as_bytes()) else {
                continue;
            };
            for byte in [first, first.to_ascii_uppercase()] {
                if let Some(sign) = starts.signs.get_mut(usize::from(byte)) {
                    sign.begins_word = true;
                }
            }
            if let Some(seconds) = starts.seconds.get_mut(usize::from(first)) {
                *seconds |= second.map_or(u64::MAX, bit_of);
            }
            let bits = u32::try_from(word.len() * 8).unwrap_or(u32::MAX);
            let (head, mask) = (head(word), !u64::MAX.checked_shl(bits).unwrap_or_default());
            if let Some(same) = starts.words.get_mut(usize::from(first)) {
                same.push(Start { at, head, mask });
            }
        }
        for same in &mut starts.words {
            same.sort_by_key(|start| Reverse(words.get(start.at).map(String::len)));
        }
        starts
    }

    fn sign(&self, byte: u8) -> Sign {
        let unknown = Sign {
            is_letter: false,
            begins_word: true,
        };
        let known = self.signs.get(usize::from(byte));
        known.copied().unwrap_or(unknown)
    }

    /// The longest of the words that stands here and ends by itself.
    fn longest<'a>(&self, words: &'a [String], text: &str, at: usize) -> Option<&'a String> {
        let [first, second] = first_two(text.as_bytes().get(at..)?);
        let first = usize::from(first?);
        // Mostly this says that there is none.
        if self.seconds.get(first)? & second.map_or(u64::MAX, bit_of) == 0 {
            return None;
        }
        let rest = text.get(at..)?;
        let begins = head(rest);
        let same = self.words.get(first)?.iter();
        let same = same.filter(|start| begins & start.mask == start.head);
        let stands = |word: &&String| {
            let Some((found, after)) = rest.split_at_checked(word.len()) else {
                return false;
            };
            found.eq_ignore_ascii_case(word)
                && !(after.starts_with(char::is_alphanumeric)
                    && word.ends_with(char::is_alphanumeric))
        };
        same.filter_map(|start| words.get(start.at)).find(stands)
    }
}

fn first_two(bytes: &[u8]) -> [Option<u8>; 2] {
    [0, 1].map(|at| bytes.get(at).map(u8::to_ascii_lowercase))
}

fn bit_of(byte: u8) -> u64 {
    1 << (byte % 64)
}

/// The first eight bytes in lower case, as a number; those that are not there are zero.
fn head(text: &str) -> u64 {
    let mut head = [0; 8];
    for (low, byte) in head.iter_mut().zip(text.bytes()) {
        *low = byte.to_ascii_lowercase();
    }
    u64::from_le_bytes(head)
}

/// How many bytes the sign takes that begins here, and whether it is a letter or a digit.
fn sign_at(text: &str, at: usize) -> (usize, bool) {
    let sign = text.get(at..).and_then(|rest| rest.chars().next());
    sign.map_or((1, false), |sign| (sign.len_utf8(), sign.is_alphanumeric()))
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
