//! The parameter `names`: which documents of which units are about the same service.

use std::{
    cmp::Reverse,
    collections::{BTreeSet, HashMap},
    rc::Rc,
    sync::OnceLock,
};

use serde::Deserialize;

use super::{
    Mistake,
    word_list::{self, NamedList},
    word_pairs::NamedPairs,
};
use crate::{corpus::names, lint::CheckedDocument, rule::Environment};

/// How services are known again in other units.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ServiceNames {
    /// Words of names that do not tell one service from another.
    noise: NamedList,
    /// First words of units of which a region has several that serve alike: `kecamatan`.
    peers: NamedList,
    /// Abbreviations in names of services and what they stand for, as `sktm = surat keterangan
    /// tidak mampu`.
    #[serde(default)]
    short: Option<NamedPairs>,
    /// `noise` in lower case, made when first asked for.
    #[serde(skip)]
    noise_words: OnceLock<BTreeSet<String>>,
    /// `peers`, made when first asked for: the words of each, the longest first.
    #[serde(skip)]
    sorts: OnceLock<Vec<Vec<String>>>,
}

/// A unit that has others like it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Peer {
    /// What it is: `kecamatan`.
    pub(super) sort: String,
    /// The words of its own name.
    pub(super) own: Vec<String>,
}

impl ServiceNames {
    pub(super) fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        let lists = [("noise", &mut self.noise), ("peers", &mut self.peers)];
        word_list::prepare(lists, environment).map_err(|found| -> Vec<Mistake> {
            found.into_iter().map(|one| one.under("names")).collect()
        })?;
        let short = self.short.as_mut();
        if let Some(mistake) = short.and_then(|short| short.prepare("short", environment)) {
            return Err(vec![mistake.under("names")]);
        }
        Ok(())
    }

    fn noise_words(&self) -> &BTreeSet<String> {
        let lower = |word: &String| word.to_lowercase();
        let words = || self.noise.words().iter().map(lower).collect();
        self.noise_words.get_or_init(words)
    }

    /// The sorts of units that [`ServiceNames::peer`] knows.
    pub(super) fn sorts(&self) -> &[Vec<String>] {
        self.sorts.get_or_init(|| {
            let sorts = self.peers.words().iter().map(|sort| names::words(sort));
            let mut sorts: Vec<_> = sorts.collect();
            sorts.sort_by_key(|sort| Reverse(sort.len()));
            sorts
        })
    }

    /// What sort of unit this is; nothing for one that has no others like it.
    pub(super) fn peer(&self, unit: &str) -> Option<Peer> {
        let words = names::words(unit);
        // One word may stand before it: `UPTD Puskesmas Melati`.
        for start in 0..=1 {
            let rest = words.get(start..)?;
            for sort in self.sorts() {
                let own = rest.strip_prefix(sort.as_slice());
                if let Some(own) = own.filter(|own| !own.is_empty()) {
                    return Some(Peer {
                        sort: sort.join(" "),
                        own: own.to_vec(),
                    });
                }
            }
        }
        None
    }

    /// The words that tell the service of a document from others, whatever unit it is of.
    pub(super) fn service(&self, document: &CheckedDocument) -> BTreeSet<String> {
        self.service_of(
            document.name.as_deref().unwrap_or_default(),
            document.unit.as_deref().unwrap_or_default(),
            document.region.as_deref().unwrap_or_default(),
        )
    }

    /// The words that tell a service with this name from others.
    pub(super) fn service_of(&self, name: &str, unit: &str, region: &str) -> BTreeSet<String> {
        self.service_at(name, &self.place(unit, region))
    }

    /// The words that tell a service with this name from others, at a place.
    fn service_at(&self, name: &str, place: &Place) -> BTreeSet<String> {
        let mut words = names::words(name);
        for phrase in &place.phrases {
            names::without(&mut words, phrase);
        }
        if let Some(short) = &self.short {
            words = short.replace(&words);
        }
        words.retain(|word| !self.noise_words().contains(word));
        words.into_iter().collect()
    }

    fn place(&self, unit: &str, region: &str) -> Place {
        let peer = self.peer(unit);
        let mut phrases = vec![names::words(unit)];
        if let Some(Peer { sort, own }) = &peer {
            let sort = names::words(sort);
            let whole = sort.iter().chain(own).cloned().collect();
            phrases.extend([whole, own.clone(), sort]);
        }
        let words = names::words(region);
        let own = words.get(1..).unwrap_or_default().to_vec();
        phrases.extend([words, own]);
        Place {
            peer,
            region: names::region_of(region),
            phrases,
        }
    }

    /// For looking at many documents, most of them of the same few units.
    pub(super) fn places(&self) -> Places<'_, '_> {
        Places {
            names: self,
            known: HashMap::new(),
        }
    }
}

/// Where a document is from.
#[derive(Debug)]
pub(super) struct Place {
    /// Its unit, where that has others like it.
    pub(super) peer: Option<Peer>,
    /// Its region, as regions are compared.
    pub(super) region: String,
    /// Words in names of services that say no more than where they are given.
    phrases: Vec<Vec<String>>,
}

/// The places of documents, each read once.
#[derive(Debug)]
pub(super) struct Places<'n, 'a> {
    names: &'n ServiceNames,
    /// By unit and region.
    known: HashMap<(&'a str, &'a str), Rc<Place>>,
}

impl<'a> Places<'_, 'a> {
    pub(super) fn of(&mut self, document: &'a CheckedDocument) -> Rc<Place> {
        let unit = document.unit.as_deref().unwrap_or_default();
        let region = document.region.as_deref().unwrap_or_default();
        let known = self.known.entry((unit, region));
        Rc::clone(known.or_insert_with(|| Rc::new(self.names.place(unit, region))))
    }

    /// The words that tell the service of a document at its place from others.
    pub(super) fn service(&self, document: &CheckedDocument, place: &Place) -> BTreeSet<String> {
        let name = document.name.as_deref().unwrap_or_default();
        self.names.service_at(name, place)
    }
}

/// Whether two sets of words mean the same as far as one can tell: more than two thirds of the
/// smaller one stand in the other.
pub(super) fn alike<T: Ord>(one: &BTreeSet<T>, other: &BTreeSet<T>) -> bool {
    let shared = one.intersection(other).count();
    shared * 3 > one.len().min(other.len()) * 2
}
