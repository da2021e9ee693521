//! Values that are lists: what one lacks that the others have, and the reverse.

use std::collections::{BTreeMap, BTreeSet};

use super::{FEWEST, Group, WHOLE, hit, quoted, related};
use crate::{
    check::service_names::alike,
    corpus::{AcrossHit, Holder, names},
    finding::Severity,
    text::Phrase,
};

/// Most different entries of a group that are held against one another by their words; where
/// there are more, only equal ones are the same, so that the time stays in bounds.
const MOST_ALIKE: usize = 400;

/// What is different about the list of a unit.
#[derive(Debug, Default)]
struct Odd<'a> {
    /// Entries that most of the others have.
    missing: Vec<&'a str>,
    /// Entries that no other has.
    more: Vec<&'a str>,
}

/// Reports the lists that are not as most are. Entries mean the same where they are equal or, if
/// `by_words`, share most of their words.
pub(super) fn compare(group: &Group<'_, '_>, by_words: bool, hits: &mut Vec<AcrossHit>) {
    let lists: Vec<BTreeMap<&str, &str>> =
        group.members.iter().map(|holder| list(holder)).collect();
    // Every entry once, with the words of the first that shows it.
    let mut all: BTreeMap<&str, &str> = BTreeMap::new();
    for (value, shown) in lists.iter().flatten() {
        all.entry(value).or_insert(shown);
    }
    let same = same(&all, by_words);
    let has = |list: &BTreeMap<&str, &str>, value: &str| {
        let mut same = same.get(value).into_iter().flatten();
        same.any(|other| list.contains_key(other))
    };
    let owners = |value: &str| lists.iter().filter(|list| has(list, value)).count();
    let counts: BTreeMap<&str, usize> = all.keys().map(|value| (*value, owners(value))).collect();
    let total = lists.len();
    let odd = lists.iter().map(|list| {
        let mut odd = Odd::default();
        for (value, count) in &counts {
            let shown = all.get(value).copied().unwrap_or_default();
            match has(list, value) {
                false if count * 2 > total => {
                    // Entries that mean the same are told once.
                    let known = same.get(value).into_iter().flatten();
                    let mut known = known.filter_map(|other| all.get(other));
                    if !known.any(|other| odd.missing.contains(other)) {
                        odd.missing.push(shown);
                    }
                }
                true if *count == 1 => {
                    let own = list.get(value).copied();
                    odd.more.push(own.unwrap_or(shown));
                }
                _ => {}
            }
        }
        odd
    });
    let odd: Vec<_> = odd.collect();
    let is_odd = |odd: &Odd<'_>| !odd.missing.is_empty() || !odd.more.is_empty();
    let in_line = odd.iter().filter(|odd| !is_odd(odd)).count();
    if in_line == total {
        return;
    }
    if total < FEWEST || in_line * 2 <= total {
        hits.extend(different(group, &odd));
        return;
    }
    let usual = || {
        let pairs = group.members.iter().zip(&odd);
        pairs
            .filter(|(_, odd)| !is_odd(odd))
            .map(|(holder, _)| *holder)
    };
    for (holder, odd) in group
        .members
        .iter()
        .zip(&odd)
        .filter(|(_, odd)| is_odd(odd))
    {
        let found = hit(holder, gap(odd, group)).map(|hit| {
            related(hit, usual(), |unit| {
                Phrase::new(
                    format!("bandingkan dengan {unit}"),
                    format!("compare with {unit}"),
                )
            })
        });
        hits.extend(found);
    }
}

/// The entries of a document, each with its words.
fn list<'a>(holder: &Holder<'a>) -> BTreeMap<&'a str, &'a str> {
    let entries = holder.facts.iter().filter(|fact| fact.role != WHOLE);
    entries.map(|fact| (&*fact.value, &*fact.shown)).collect()
}

/// For every entry, those that mean the same, itself among them.
fn same<'a>(all: &BTreeMap<&'a str, &'a str>, by_words: bool) -> BTreeMap<&'a str, Vec<&'a str>> {
    if !by_words || all.len() > MOST_ALIKE {
        return all.keys().map(|value| (*value, vec![*value])).collect();
    }
    let words = |value: &'a str| -> BTreeSet<&'a str> { value.split(' ').collect() };
    let sets: Vec<_> = all.keys().map(|value| (*value, words(value))).collect();
    let like = |one: &BTreeSet<&str>| {
        let like = sets.iter().filter(|(_, other)| alike(one, other));
        like.map(|(value, _)| *value).collect()
    };
    sets.iter()
        .map(|(value, set)| (*value, like(set)))
        .collect()
}

fn gap(odd: &Odd<'_>, group: &Group<'_, '_>) -> Phrase {
    let sort = group.sort;
    let missing = quoted(odd.missing.iter().copied());
    let more = quoted(odd.more.iter().copied());
    match (odd.missing.is_empty(), odd.more.is_empty()) {
        (false, true) => Phrase::new(
            format!("tidak memuat {missing}, yang ada di sebagian besar {sort} lain"),
            format!("lacks {missing}, which most other {sort} have"),
        ),
        (true, _) => Phrase::new(
            format!("memuat {more}, yang tidak ada di {sort} lain"),
            format!("has {more}, which no other {sort} has"),
        ),
        (false, false) => Phrase::new(
            format!(
                "tidak memuat {missing}, yang ada di sebagian besar {sort} lain, tetapi memuat {more}"
            ),
            format!("lacks {missing}, which most other {sort} have, but has {more}"),
        ),
    }
}

/// One gap where nobody can tell who is odd.
fn different(group: &Group<'_, '_>, odd: &[Odd<'_>]) -> Option<AcrossHit> {
    let (sort, total) = (group.sort, group.members.len());
    let (first, others) = group.members.split_first()?;
    let own = group
        .members
        .iter()
        .zip(odd)
        .filter(|(_, odd)| !odd.more.is_empty());
    let own = own.map(|(holder, odd)| {
        let unit = names::unit_shown(holder.document);
        let more = quoted(odd.more.iter().copied());
        (
            format!("hanya {unit} memuat {more}"),
            format!("only {unit} has {more}"),
        )
    });
    let (id, en): (Vec<_>, Vec<_>) = own.take(FEWEST).unzip();
    let told = |words: Vec<String>| {
        if words.is_empty() {
            String::new()
        } else {
            format!(": {}", words.join("; "))
        }
    };
    let gap = Phrase::new(
        format!("berbeda-beda di {total} {sort}{}", told(id)),
        format!("differs among {total} {sort}{}", told(en)),
    );
    let hit = related(hit(first, gap)?, others.iter().copied(), |unit| {
        Phrase::new(format!("di {unit}"), format!("in {unit}"))
    });
    Some(hit.severity(Severity::Info))
}
