//! `same_name`: all documents write the name of a unit alike.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Check, Mistake, Target, word_pairs::NamedPairs};
use crate::{
    corpus::{Across, AcrossHit, Fact, Holder, View, names},
    finding::Hit,
    rule::Environment,
    text::Phrase,
};

/// Fewest letters of names that may differ by a slip: of short ones, two can be two places.
const FEWEST_LETTERS: usize = 14;

/// Fewest documents with the usual spelling for a slip, and most with the other.
const USUAL: usize = 5;
/// See [`USUAL`].
const SLIPS: usize = 1;

/// A name. Those of one region that differ only by case, spaces, punctuation, abbreviations of the
/// list, or, where nearly all documents agree, by one letter, are one name; it should be written
/// as most documents do.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SameName {
    /// Words and what they stand for, as `kec = kecamatan`.
    short: NamedPairs,
}

/// Documents that write a name in one way.
type Spelling<'v, 'a> = Vec<(&'v Holder<'a>, &'a Fact)>;

impl Check for SameName {
    fn arguments(&self) -> &'static [&'static str] {
        &["value", "usual", "count"]
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        match self.short.prepare("short", environment) {
            Some(mistake) => Err(vec![mistake]),
            None => Ok(()),
        }
    }

    fn run(&self, _: &Target<'_>, _: &mut Vec<Hit>) {}

    fn across(&self) -> Option<&dyn Across> {
        Some(self)
    }
}

impl Across for SameName {
    fn read(&self, target: &Target<'_>, facts: &mut Vec<Fact>) {
        let Some(text) = target.text() else {
            return;
        };
        let key = self.plain(text);
        if !key.is_empty() {
            let shown: Vec<_> = text.split_whitespace().collect();
            let shown = shown.join(" ");
            facts.push(Fact::new(target, target.node, key).value(shown));
        }
    }

    fn compare(&self, view: &View<'_>, hits: &mut Vec<AcrossHit>) {
        let mut names: BTreeMap<(String, &str), BTreeMap<&str, Spelling<'_, '_>>> = BTreeMap::new();
        for (holder, fact) in view.facts() {
            let region = names::region(holder.document);
            let spellings = names.entry((region, &*fact.key)).or_default();
            spellings
                .entry(&*fact.value)
                .or_default()
                .push((holder, fact));
        }
        for spellings in names.values().filter(|spellings| spellings.len() > 1) {
            let Some((usual, same)) = usual(spellings) else {
                continue;
            };
            for (value, other) in spellings.iter().filter(|(value, _)| **value != usual) {
                hits.extend(hit(value, other, usual, same));
            }
        }
        slips(&names, hits);
    }
}

impl SameName {
    /// The name without what spelling can make of it.
    fn plain(&self, text: &str) -> String {
        self.short.replace(&names::words(text)).concat()
    }
}

/// The spelling of most documents; of equally many, the one that is not all capitals, then the
/// longer one, which has the fewer abbreviations.
fn usual<'n, 'v, 'a>(
    spellings: &'n BTreeMap<&'a str, Spelling<'v, 'a>>,
) -> Option<(&'a str, &'n Spelling<'v, 'a>)> {
    let rank = |value: &str, same: &Spelling<'_, '_>| {
        let shouts = !value.chars().any(char::is_lowercase);
        (same.len(), !shouts, value.len())
    };
    let all = spellings.iter();
    let best = all.max_by(|(one, of), (other, than)| {
        let by_rank = rank(one, of).cmp(&rank(other, than));
        by_rank.then_with(|| other.cmp(one))
    });
    best.map(|(value, same)| (*value, same))
}

/// One gap for all documents that write a name in one unusual way.
fn hit(
    value: &str,
    other: &Spelling<'_, '_>,
    usual: &str,
    same: &Spelling<'_, '_>,
) -> Option<AcrossHit> {
    /// Most other documents that are named.
    const MOST_RELATED: usize = 5;
    let ((first, fact), more) = other.split_first()?;
    let mut hit = AcrossHit::new(first, fact)
        .argument("value", Phrase::same(value.to_owned()))
        .argument("usual", Phrase::same(usual.to_owned()))
        .argument("count", Phrase::same(same.len().to_string()));
    for (holder, fact) in more.iter().take(MOST_RELATED) {
        hit = hit.related(holder, fact, Phrase::new("juga di sini", "here too"));
    }
    if let Some((holder, fact)) = same.first() {
        hit = hit.related(holder, fact, Phrase::new("yang lazim", "the usual one"));
    }
    Some(hit)
}

/// Names that differ by one letter from a usual one.
fn slips(
    names: &BTreeMap<(String, &str), BTreeMap<&str, Spelling<'_, '_>>>,
    hits: &mut Vec<AcrossHit>,
) {
    let count = |spellings: &BTreeMap<&str, Spelling<'_, '_>>| -> usize {
        spellings.values().map(Vec::len).sum()
    };
    let is_long = |name: &str| name.chars().count() >= FEWEST_LETTERS;
    // Names one letter apart share all but one letter at one place: what is left of each when a
    // letter is taken away is looked up, so that not all pairs are compared.
    let mut near: BTreeMap<(&str, String), Vec<&str>> = BTreeMap::new();
    for ((region, name), _) in names
        .iter()
        .filter(|((_, name), s)| is_long(name) && count(s) >= USUAL)
    {
        for rest in shortened(name) {
            near.entry((region, rest)).or_default().push(name);
        }
    }
    for ((region, name), spellings) in names.iter().filter(|(_, s)| count(s) <= SLIPS) {
        let candidates = shortened(name).into_iter();
        let found = candidates.filter_map(|rest| near.get(&(region.as_str(), rest)));
        let found = found.flatten().copied();
        let found = found
            .filter(|usual| usual != name && is_slip(name, usual))
            .min();
        let found = found.and_then(|name| names.get(&(region.clone(), name)));
        if let Some((usual, same)) = found.and_then(usual) {
            for (value, other) in spellings {
                hits.extend(hit(value, other, usual, same));
            }
        }
    }
}

/// The name, and what is left of it without each of its letters.
fn shortened(name: &str) -> Vec<String> {
    /// Longest name, in letters, that is taken apart.
    const LONGEST: usize = 120;
    let letters: Vec<char> = name.chars().take(LONGEST + 1).collect();
    let mut all = vec![name.to_owned()];
    if letters.len() <= LONGEST {
        let without = |at: usize| {
            let kept = letters.iter().enumerate().filter(|(index, _)| *index != at);
            kept.map(|(_, letter)| *letter).collect()
        };
        all.extend((0..letters.len()).map(without));
    }
    all
}

/// Whether one name can be a slip of the other: one letter apart, and not at a number, be it
/// Roman.
fn is_slip(name: &str, usual: &str) -> bool {
    let digits = |name: &str| -> String {
        let is_number = |c: &char| c.is_ascii_digit() || matches!(c, 'i' | 'v' | 'x');
        name.chars().filter(is_number).collect()
    };
    strsim::osa_distance(name, usual) == 1 && digits(name) == digits(usual)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_no_other_number() {
        assert!(is_slip("kecamatancontohtimut", "kecamatancontohtimur"));
        assert!(!is_slip("puskesmasmelati1", "puskesmasmelati2"));
        assert!(!is_slip("puskesmasmelatii", "puskesmasmelatiii"));
        assert!(!is_slip("kecamatancontohutara", "kecamatancontohtimur"));
    }

    #[test]
    fn names_one_letter_apart_meet() {
        let one = shortened("timur");
        assert!(shortened("timut").iter().any(|rest| one.contains(rest)));
        assert!(shortened("tmur").iter().any(|rest| one.contains(rest)));
        assert!(!shortened("barat").iter().any(|rest| one.contains(rest)));
    }
}
