//! Regular expressions of a rule.
//!
//! To compile one takes longer than to check a document, and most texts hold none of the words
//! that one begins with. So each is compiled when the first text comes that it may match.

mod needed;

use std::{
    borrow::Cow,
    collections::BTreeMap,
    ops::Range,
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
    },
};

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use regex_automata::meta::Regex;
use serde::Deserialize;

use super::{Mistake, lazy_regex::LazyRegex};
use crate::{document::Path, rule::Environment};

/// The regular expressions under one key of a rule.
#[derive(Debug, Default, Deserialize)]
#[serde(transparent)]
pub(super) struct Patterns {
    all: Vec<LazyRegex>,
    #[serde(skip)]
    gate: OnceLock<Gate>,
}

/// Tells which expressions may match a text at all.
#[derive(Debug, Default)]
struct Gate {
    /// The words that texts are looked through for.
    words: Vec<String>,
    /// Made first, and quickly.
    finder: OnceLock<Option<AhoCorasick>>,
    /// Made when the other was used [`MANY`] times: it finds words faster, and takes longer to
    /// make than all searches in one document.
    fast: OnceLock<Option<AhoCorasick>>,
    searches: AtomicU32,
    /// For each word the expression that needs it, and the set that it belongs to.
    owners: Vec<(usize, u8)>,
    /// For each expression its sets of words. It may match where each has a word in the text.
    sets: Vec<u8>,
}

/// One bit for each set of words that an expression may need.
const SETS: [u8; needed::MOST_SETS] = [1, 2, 4, 8];
/// So many searches are worth a faster finder.
const MANY: u32 = 2000;

impl Patterns {
    /// Every mistake in them; `key` is the parameter that holds them. Those that are built in
    /// were looked at by the tests.
    pub(super) fn mistakes(&self, key: &str, environment: &Environment<'_>) -> Vec<Mistake> {
        if environment.is_trusted() {
            return Vec::new();
        }
        let path = |index| Path::root().key(key).index(index);
        let all = self.all.iter().enumerate();
        all.filter_map(|(index, pattern)| pattern.check(path(index)).err())
            .map(|mistake| *mistake)
            .collect()
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Whether one of them matches.
    pub(super) fn is_match(&self, text: &str) -> bool {
        self.candidates(text).any(|regex| regex.is_match(text))
    }

    /// Where they match, in their order.
    pub(super) fn find(&self, text: &str) -> Vec<Range<usize>> {
        self.candidates(text)
            .flat_map(|regex| regex.find_iter(text).map(|found| found.range()))
            .collect()
    }

    /// Those that may match the text, in their order.
    pub(super) fn candidates(&self, text: &str) -> impl Iterator<Item = &Regex> {
        let gate = self.gate.get_or_init(|| Gate::of(&self.all));
        let may_match = gate.may_match(text).into_iter();
        may_match.filter_map(|at| self.all.get(at)?.get())
    }
}

impl Gate {
    fn of(all: &[LazyRegex]) -> Self {
        let mut gate = Self::default();
        for (index, pattern) in all.iter().enumerate() {
            let pattern = pattern.as_str();
            let known = known().get(pattern).map(Cow::Borrowed);
            let sets = known.unwrap_or_else(|| Cow::Owned(needed::needed(pattern)));
            for (words, set) in sets.iter().zip(SETS) {
                gate.owners.extend(words.iter().map(|_| (index, set)));
                gate.words.extend_from_slice(words);
            }
            gate.sets
                .push(sets.iter().zip(SETS).map(|(_, set)| set).sum());
        }
        gate
    }

    fn finder(&self) -> Option<&AhoCorasick> {
        let make = |kind| {
            let builder = &mut AhoCorasick::builder();
            let builder = builder.ascii_case_insensitive(true).kind(kind);
            // It fails only for more words than memory holds.
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

    /// Which of the expressions may match the text, by their positions.
    fn may_match(&self, text: &str) -> Vec<usize> {
        let all = 0..self.sets.len();
        let finder = self.finder().filter(|_| !has_odd_letter(text));
        let Some(finder) = finder else {
            return all.collect();
        };
        let mut missing = self.sets.clone();
        for word in finder.find_overlapping_iter(text) {
            let owner = self.owners.get(word.pattern().as_usize());
            if let Some((pattern, set)) = owner
                && let Some(missing) = missing.get_mut(*pattern)
            {
                *missing &= !set;
            }
        }
        all.filter(|at| missing.get(*at) == Some(&0)).collect()
    }
}

/// The sets of words of the patterns that are built in: `build.rs` found them, for which all these
/// patterns must be read.
fn known() -> &'static BTreeMap<String, Vec<Vec<String>>> {
    static KNOWN: OnceLock<BTreeMap<String, Vec<Vec<String>>>> = OnceLock::new();
    let read = || {
        let json = include_str!(concat!(env!("OUT_DIR"), "/needed.json"));
        serde_json::from_str(json).unwrap_or_default()
    };
    KNOWN.get_or_init(read)
}

fn has_odd_letter(text: &str) -> bool {
    !text.is_ascii() && text.contains(needed::ODD_LETTERS)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SAMPLES: [&str; 9] = [
        r"(?i)\brp\.?\s*(?:[.…_]\s?){3,}",
        r"(?i)\b(?:nomor|no\.?|tahun)\s*[:.]?\s*x{2,}\b",
        r"(?i)\[\s*(?:nama|nomor)\b[^\],\n]{0,20}\]",
        r"(?i)(?:^|[a-z:(]\s*)\bx\s+(?:menit|jam)\b",
        r"^\s*[-–—]+\s*$",
        r"\*\*[^*\n]+\*\*",
        r"(?i)kasus|SK",
        r"[\x{E000}-\x{F8FF}]+|\x{FFFC}",
        r"\d{3}",
    ];

    fn patterns() -> Patterns {
        let json = serde_json::to_string(&SAMPLES).unwrap();
        serde_json::from_str(&json).unwrap()
    }

    #[test]
    fn the_words_of_all_built_in_patterns_are_known() {
        assert!(known().len() > 50, "{}", known().len());
        for (pattern, sets) in known() {
            assert_eq!(sets, &needed::needed(pattern), "{pattern}");
        }
    }

    #[test]
    fn only_what_may_match_is_compiled() {
        let patterns = patterns();
        let count = |text| patterns.candidates(text).count();
        // The last two may match anything.
        assert_eq!(count("Loket pelayanan"), 2);
        assert_eq!(count("Rp 5 per lembar"), 3);
        // `ſ` is an `s` where case does not matter.
        assert!(patterns.is_match("KAſUS") && count("KAſUS") == SAMPLES.len());
    }

    proptest! {
        /// The words never hide a match.
        #[test]
        fn finds_what_the_expressions_find(
            text in prop::collection::vec(prop::sample::select(vec![
                "rp", "RP", "No", ".", "…", "_", "xx", "X", " ", "nama", "[", "]", "jam", "-", "–",
                "**", "a", "KASUS", "ſ", "sK", "\u{212A}", "\u{E000}", "12", "3", "\n", ":",
            ]), 0..12)
        ) {
            let text = text.concat();
            let patterns = patterns();
            let expected: Vec<_> = SAMPLES
                .iter()
                .flat_map(|sample| {
                    let regex = regex::Regex::new(sample).unwrap();
                    regex.find_iter(&text).map(|found| found.range()).collect::<Vec<_>>()
                })
                .collect();
            prop_assert_eq!(patterns.find(&text), expected);
        }
    }
}
