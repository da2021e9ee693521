//! The register of regulations: which are in force, what replaced them, what they are called.
//!
//! The facts are in `rules/data/regulations.yaml`. A city can add its own regulations with
//! [`Register::add`].

use std::collections::HashMap;
use std::sync::OnceLock;

mod compact;
mod entry;
mod key;
mod ln;
mod load;
mod similar;
mod title;
mod words;

#[cfg(test)]
mod tests;

pub use entry::{Certainty, Entry, LembaranNegara, Reference, Status};
pub use key::{Key, KeyError};
pub use ln::{LnMismatch, Wrong};
pub use load::{EntryError, RegisterError};
pub use similar::Suggestion;
pub use title::{TitleMatch, title_matches};

use crate::value::citation::{Bodies, Citation};

/// A register with fast lookup.
#[derive(Debug, Clone, Default)]
pub struct Register {
    entries: Vec<Entry>,
    index: HashMap<Key, usize>,
    /// Entries by the number as printed, in capitals: `63/KEP/M.PAN/7/2003`.
    full_numbers: HashMap<String, usize>,
    /// Titles in words, made when a title is first searched for.
    titles: OnceLock<Vec<title::Words>>,
}

/// What [`Register::add`] did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Added {
    /// Number of entries read.
    pub count: usize,
    /// Entries that stood in the register before and were replaced.
    pub overridden: Vec<Key>,
}

/// The end of a chain of repeals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement<'a> {
    /// Every step, the regulation that replaces last: `uu 5/2014`, `uu 20/2023`.
    pub chain: Vec<&'a Key>,
    /// The entry of the last step, where the register has one.
    pub entry: Option<&'a Entry>,
    /// The weakest certainty on the way.
    pub certainty: Certainty,
}

impl Register {
    /// The register built into the program, read on first use.
    pub fn builtin() -> &'static Register {
        static REGISTER: OnceLock<Register> = OnceLock::new();
        REGISTER.get_or_init(|| {
            let table = include_str!("../../rules/data/regulations.tsv");
            let mut register = Register::with_room(table.lines().count());
            for entry in compact::read(table) {
                register.put(entry);
            }
            register
        })
    }

    /// An empty one, with room for so many entries: to grow into it takes as much memory again.
    fn with_room(count: usize) -> Self {
        Self {
            entries: Vec::with_capacity(count),
            index: HashMap::with_capacity(count),
            ..Self::default()
        }
    }

    /// Adds the entries of a file in the structure of `regulations.yaml`. An entry that is
    /// already there is replaced. Regional kinds take `wilayah: Kota Pontianak` in place of
    /// `lembaga`; `id` may be left out.
    ///
    /// # Errors
    ///
    /// [`RegisterError`]; the register is then unchanged.
    pub fn add(&mut self, yaml: &str) -> Result<Added, RegisterError> {
        let entries = load::read(yaml)?;
        let mut seen = HashMap::new();
        for (index, entry) in entries.iter().enumerate() {
            if seen.insert(entry.key.clone(), ()).is_some() {
                let key = entry.key.clone();
                return Err(RegisterError::Entry {
                    index,
                    field: "nomor",
                    reason: EntryError::Duplicate { key },
                });
            }
        }
        let mut added = Added {
            count: entries.len(),
            overridden: Vec::new(),
        };
        for entry in entries {
            let key = entry.key.clone();
            if self.put(entry) {
                added.overridden.push(key);
            }
        }
        self.titles = OnceLock::new();
        Ok(added)
    }

    /// Stores an entry; whether it replaced another.
    fn put(&mut self, entry: Entry) -> bool {
        let known = self.index.get(&entry.key).copied();
        let at = known.unwrap_or(self.entries.len());
        if let Some(number) = &entry.full_number {
            self.full_numbers.insert(number.to_uppercase(), at);
        }
        match known.and_then(|at| self.entries.get_mut(at)) {
            Some(old) => *old = entry,
            None => {
                self.index.insert(entry.key.clone(), at);
                self.entries.push(entry);
            }
        }
        known.is_some()
    }

    /// Every entry, in the order of the files.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry with this key.
    pub fn get(&self, key: &Key) -> Option<&Entry> {
        self.index.get(key).and_then(|at| self.entries.get(*at))
    }

    /// The entry of a cited regulation.
    ///
    /// Where the text leaves open which body or region is meant (`PMK 43/2019`, `Perda
    /// Pekalongan`), and where the ministry was renamed (`Permendikbud 32/2022` for
    /// Permendikbudristek), the entry is given only when exactly one fits.
    pub fn lookup(&self, citation: &Citation) -> Option<&Entry> {
        let keys = Key::of(citation);
        let mut hits = keys.iter().filter_map(|key| self.get(key));
        if let Some(first) = hits.next() {
            return hits.next().is_none().then_some(first);
        }
        let successors = keys.iter().flat_map(|key| {
            Bodies::builtin()
                .successors(key.issuer())
                .map(|other| key.with_issuer(other))
        });
        let mut hits = successors.filter_map(|key| self.get(&key));
        if let Some(first) = hits.next() {
            return hits.next().is_none().then_some(first);
        }
        let number = citation.number.as_ref()?.text.to_uppercase();
        let entry = self.entries.get(*self.full_numbers.get(&number)?)?;
        let fits = entry.key.kind() == citation.kind && entry.key.year() == citation.year.value;
        fits.then_some(entry)
    }

    /// As [`Register::lookup`], for a document of the region `home` (`Kota Pontianak`): a
    /// regional citation without a region is taken to be of that region.
    pub fn lookup_in(&self, citation: &Citation, home: &str) -> Option<&Entry> {
        if !citation.kind.is_regional() || citation.region.is_some() {
            return self.lookup(citation);
        }
        let number = citation.number.as_ref()?.canonical();
        self.get(&Key::new(citation.kind, home, &number, citation.year.value))
    }

    /// Follows the repeals of a regulation to the one that stands at the end. Nothing when the
    /// register does not know it as repealed. A chain that runs in a circle ends where it
    /// would begin again.
    pub fn replacement(&self, key: &Key) -> Option<Replacement<'_>> {
        let mut chain: Vec<&Key> = Vec::new();
        let mut certainty = Certainty::Pasti;
        let mut entry = self.get(key);
        while let Some(here) = entry.filter(|e| e.status == Status::Repealed) {
            // Of several, the latest that is itself in force: UU 11/2020 was repealed by
            // Perppu 2/2022, which UU 6/2023 made law.
            let in_force = |r: &&Reference| {
                self.get(&r.key)
                    .is_some_and(|e| e.status != Status::Repealed)
            };
            let candidates = || here.repealed_by.iter().rev();
            let Some(next) = candidates().find(in_force).or_else(|| candidates().next()) else {
                break;
            };
            if next.key == *key || chain.contains(&&next.key) {
                break;
            }
            certainty = certainty.min(next.certainty);
            chain.push(&next.key);
            entry = self.get(&next.key);
        }
        (!chain.is_empty()).then_some(Replacement {
            chain,
            entry,
            certainty,
        })
    }
}
