//! Regular expressions of a rule.
//!
//! To compile one takes longer than to check a document, and most texts match none of them. So there
//! is a sieve for all expressions of a rule that is built in and for each of them alone, made when the
//! program is built, and an expression is compiled when the first text comes through both. Those of
//! other packs are compiled when they are loaded, to say what is wrong with them.

#[cfg(test)]
mod make_sieve;
mod sieve;

use std::ops::Range;

use regex_automata::meta::Regex;
use serde::Deserialize;

use self::sieve::Sieve;
pub(super) use self::sieve::make_ready;
use super::{Mistake, lazy_regex::LazyRegex};
use crate::{document::Path, rule::Environment};

/// The regular expressions under one key of a rule.
#[derive(Debug, Default, Deserialize)]
#[serde(transparent)]
pub(super) struct Patterns {
    all: Vec<Pattern>,
    #[serde(skip)]
    sieve: Sieve,
}

#[derive(Debug, Deserialize)]
#[serde(transparent)]
struct Pattern {
    regex: LazyRegex,
    #[serde(skip)]
    sieve: Sieve,
}

impl Patterns {
    /// Every mistake in them; `key` is the parameter that holds them. Those that are built in
    /// were looked at by the tests.
    pub(super) fn mistakes(&self, key: &str, environment: &Environment<'_>) -> Vec<Mistake> {
        if environment.is_trusted() {
            debug_assert!(
                self.are_built_in(),
                "no sieve for `{key}`: build.rs does not know the key, or a pattern is wrong or too large"
            );
            return Vec::new();
        }
        let path = |index| Path::root().key(key).index(index);
        let all = self.all.iter().enumerate();
        all.filter_map(|(index, pattern)| pattern.regex.check(path(index)).err())
            .map(|mistake| *mistake)
            .collect()
    }

    /// Whether there is a sieve for all of them together.
    fn are_built_in(&self) -> bool {
        self.is_empty() || self.sieve.is_built_in(self.all.iter().map(Pattern::as_str))
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
        let patterns = self.all.iter().map(Pattern::as_str);
        let may_match = !self.is_empty() && self.sieve.may_match(patterns, text);
        let candidates = self.all.iter().filter(move |_| may_match);
        candidates.filter_map(|pattern| pattern.candidate(text))
    }
}

impl Pattern {
    /// The expression as written.
    fn as_str(&self) -> &str {
        self.regex.as_str()
    }

    /// The expression, where it may match the text.
    fn candidate(&self, text: &str) -> Option<&Regex> {
        let pattern = std::iter::once(self.as_str());
        if self.sieve.may_match(pattern, text) {
            self.regex.get()
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn patterns(patterns: &[&str]) -> Patterns {
        let json = serde_json::to_string(patterns).unwrap();
        serde_json::from_str(&json).unwrap()
    }

    /// The expression of `BHS002`.
    const BUILT_IN: &str = r"^\s*[-–—]+\s*$";

    #[test]
    fn only_what_may_match_is_compiled() {
        let count = |text| patterns(&[BUILT_IN]).candidates(text).count();
        assert_eq!(count("Loket pelayanan"), 0);
        assert_eq!(count(" — "), 1);
    }

    #[test]
    fn patterns_of_other_packs_are_always_tried() {
        let patterns = patterns(&["kasus", BUILT_IN, "[0-9]+"]);
        assert_eq!(patterns.candidates("Loket pelayanan").count(), 2);
        assert_eq!(patterns.find("12 kasus, 3"), [3..8, 0..2, 10..11]);
        assert!(patterns.is_match(" - ") && !patterns.is_match("Loket"));
        assert_eq!(Patterns::default().candidates("-").count(), 0);
    }
}
