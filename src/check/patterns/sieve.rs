//! Tells which texts a pattern cannot match.

use std::sync::OnceLock;

use regex_automata::{
    Input,
    dfa::{Automaton, dense::DFA},
};

/// What `make_sieve` made of the patterns that are built in, by the list of patterns as JSON.
static SIEVES: &[(&str, &Aligned<[u8]>)] = include!(concat!(env!("OUT_DIR"), "/sieves.rs"));

/// Bytes that begin where a word of memory does, as an automaton must.
#[repr(C)]
struct Aligned<B: ?Sized> {
    align: [u32; 0],
    bytes: B,
}

/// The sieve of one or more patterns, found when it is first needed. Patterns that are not built in
/// have none.
#[derive(Debug, Clone, Default)]
pub(super) struct Sieve(OnceLock<Option<DFA<&'static [u32]>>>);

impl Sieve {
    /// Whether the patterns are built in.
    pub(super) fn is_built_in<'a>(&self, patterns: impl Iterator<Item = &'a str>) -> bool {
        self.0.get_or_init(|| built_in(patterns)).is_some()
    }

    /// Whether one of the patterns may match the text. They do not match it where this says no.
    pub(super) fn may_match<'a>(
        &self,
        patterns: impl Iterator<Item = &'a str>,
        text: &str,
    ) -> bool {
        let Some(sieve) = self.0.get_or_init(|| built_in(patterns)) else {
            return true;
        };
        let found = sieve.try_search_fwd(&Input::new(text).earliest(true));
        // It has no bytes to give up at; if it had, it would not know.
        found.map_or(true, |found| found.is_some())
    }
}

fn built_in<'a>(patterns: impl Iterator<Item = &'a str>) -> Option<DFA<&'static [u32]>> {
    let patterns = serde_json::to_string(&patterns.collect::<Vec<_>>()).ok()?;
    let at = SIEVES.binary_search_by(|(known, _)| known.cmp(&&*patterns));
    let (_, sieve) = SIEVES.get(at.ok()?)?;
    DFA::from_bytes(&sieve.bytes).ok().map(|(sieve, _)| sieve)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_is_built_in_can_be_used() {
        assert!(SIEVES.len() > 50, "{}", SIEVES.len());
        assert!(SIEVES.is_sorted_by_key(|(patterns, _)| *patterns));
        for (patterns, _) in SIEVES {
            let list: Vec<String> = serde_json::from_str(patterns).unwrap();
            let list = list.iter().map(String::as_str);
            assert!(built_in(list).is_some(), "{patterns}");
        }
    }
}
