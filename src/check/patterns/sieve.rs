//! Tells which texts a pattern cannot match.

use std::sync::OnceLock;

use regex_automata::{
    Input,
    dfa::{Automaton, dense::DFA},
};

// `SIEVES`: what `make_sieve` made of the patterns that are built in, sorted by the patterns.
include!(concat!(env!("OUT_DIR"), "/sieves.rs"));

/// Bytes of a sieve that takes so long to load that it is made ready beforehand. The few that are
/// larger stand in rules for every document.
const LARGE: usize = 1 << 17;

type Loaded = DFA<&'static [u32]>;

/// The sieve of patterns that are built in.
struct BuiltIn {
    /// The list of them as JSON.
    patterns: &'static str,
    sieve: &'static Aligned<[u8]>,
    loaded: OnceLock<Option<Box<Loaded>>>,
}

impl BuiltIn {
    fn load(&'static self) -> Option<&'static Loaded> {
        let load = || Some(Box::new(DFA::from_bytes(&self.sieve.bytes).ok()?.0));
        self.loaded.get_or_init(load).as_deref()
    }

    fn is_large(&self) -> bool {
        self.sieve.bytes.len() > LARGE
    }
}

/// Loads the sieves that take long.
pub(in crate::check) fn make_ready() {
    for sieve in SIEVES.iter().filter(|sieve| sieve.is_large()) {
        sieve.load();
    }
}

/// Bytes that begin where a word of memory does, as an automaton must.
#[repr(C)]
struct Aligned<B: ?Sized> {
    align: [u32; 0],
    bytes: B,
}

/// The sieve of one or more patterns, found when it is first needed. Patterns that are not built in
/// have none.
#[derive(Debug, Clone, Default)]
pub(super) struct Sieve(OnceLock<Option<&'static Loaded>>);

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

fn built_in<'a>(patterns: impl Iterator<Item = &'a str>) -> Option<&'static Loaded> {
    let patterns = serde_json::to_string(&patterns.collect::<Vec<_>>()).ok()?;
    let at = SIEVES.binary_search_by(|known| known.patterns.cmp(&patterns));
    SIEVES.get(at.ok()?)?.load()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_is_built_in_can_be_used() {
        assert!(SIEVES.len() > 50, "{}", SIEVES.len());
        assert!(SIEVES.is_sorted_by_key(|sieve| sieve.patterns));
        for BuiltIn { patterns, .. } in &SIEVES {
            let list: Vec<String> = serde_json::from_str(patterns).unwrap();
            let list = list.iter().map(String::as_str);
            assert!(built_in(list).is_some(), "{patterns}");
        }
    }

    #[test]
    fn few_are_large() {
        make_ready();
        let large: Vec<_> = SIEVES.iter().filter(|sieve| sieve.is_large()).collect();
        assert!(large.iter().all(|sieve| sieve.loaded.get().is_some()));
        assert!((1..10).contains(&large.len()), "{}", large.len());
    }
}
