//! `unique`: what a node says is said by no other document.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{
    Check, Mistake, Target,
    patterns::Patterns,
    word_list::{self, NamedList},
};
use crate::{
    corpus::{Across, AcrossHit, Fact, Holder, View, names},
    finding::Hit,
    rule::Environment,
    text::Phrase,
    value::date::Date,
};

/// Every document has a value of its own, such as its number.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Unique {
    /// Keys at the top of the document, such as its unit: only documents that say the same there
    /// are held against one another.
    #[serde(default)]
    within: Vec<String>,
    /// Keys at the top of the document: those that say the same in all of them, as far as both say
    /// it, may share the value, as one decree of one day may set several standards.
    #[serde(default)]
    shared_by: Vec<String>,
    /// Placeholders, which have a rule of their own: what holds one is no value yet, and others may
    /// look the same.
    #[serde(default)]
    blanks: Option<NamedList>,
    /// Patterns of places left to be filled in, likewise.
    #[serde(default)]
    blank_patterns: Patterns,
}

impl Unique {
    fn is_blank(&self, text: &str) -> bool {
        let blanks = self.blanks.as_ref();
        blanks.is_some_and(|blanks| blanks.is_in(text)) || self.blank_patterns.is_match(text)
    }
}

/// Most other documents that are named.
const MOST_RELATED: usize = 5;

/// Most documents with a value that are looked at for one that may share it, so that the time
/// stays in bounds.
const MOST_KNOWN: usize = 100;

impl Check for Unique {
    fn arguments(&self) -> &'static [&'static str] {
        &["value", "other", "count"]
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        let lists = self.blanks.as_mut().map(|blanks| ("blanks", blanks));
        let mut mistakes = word_list::prepare(lists, environment)
            .err()
            .unwrap_or_default();
        mistakes.extend(self.blank_patterns.mistakes("blank_patterns", environment));
        if mistakes.is_empty() {
            Ok(())
        } else {
            Err(mistakes)
        }
    }

    fn run(&self, _: &Target<'_>, _: &mut Vec<Hit>) {}

    fn across(&self) -> Option<&dyn Across> {
        Some(self)
    }
}

impl Across for Unique {
    fn read(&self, target: &Target<'_>, facts: &mut Vec<Fact>) {
        let text = target.text().unwrap_or_default();
        // Spaces may be left out, but strokes count: `1/23` and `12/3` are two numbers.
        let letters = text.chars().filter(|c| !c.is_whitespace());
        let key: String = letters.flat_map(char::to_lowercase).collect();
        // A placeholder is somebody else's gap; a number has a digit.
        if key.chars().any(|c| c.is_ascii_digit()) && !self.is_blank(text) {
            let said = |key: &String| {
                let text = target.top(key).and_then(|node| node.text());
                let text = text.unwrap_or_default();
                Date::parse(text)
                    .map_or_else(|_| names::plain(text), |date| date.civil().to_string())
            };
            let within: Vec<_> = self.within.iter().map(said).collect();
            let shared: Vec<_> = self.shared_by.iter().map(said).collect();
            let fact = Fact::new(target, target.node, key).value(within.join("/"));
            facts.push(fact.role(shared.join("/")));
        }
    }

    fn compare(&self, view: &View<'_>, hits: &mut Vec<AcrossHit>) {
        let mut by_key: BTreeMap<_, Vec<(&Holder<'_>, &Fact)>> = BTreeMap::new();
        for (holder, fact) in view.facts() {
            let same = by_key.entry((&fact.key, &fact.value)).or_default();
            // Of those that may share it, the first stands for all.
            let mut known = same.iter().take(MOST_KNOWN);
            if !known.any(|(_, other)| is_shared(&fact.role, &other.role)) {
                same.push((holder, fact));
            }
        }
        for same in by_key.into_values() {
            let Some(((first, fact), others)) = same.split_first() else {
                continue;
            };
            for (holder, again) in others {
                let message = Phrase::new("dipakai pertama kali di sini", "first used here");
                let mut hit = AcrossHit::new(holder, again)
                    .argument("value", Phrase::same(again.shown.to_string()))
                    .argument("other", Phrase::same(first.file.to_owned()))
                    .argument("count", Phrase::same(same.len().to_string()))
                    .related(first, fact, message);
                let rest = others.iter().filter(|(other, _)| other.at != holder.at);
                for (other, fact) in rest.take(MOST_RELATED) {
                    hit = hit.related(other, fact, Phrase::new("juga di sini", "here too"));
                }
                hits.push(hit);
            }
        }
    }
}

/// Whether two documents that say this under the keys may share a value: they say the same at
/// least once, and never different things.
fn is_shared(one: &str, other: &str) -> bool {
    let pairs = one.split('/').zip(other.split('/'));
    let mut said = pairs.filter(|(one, other)| !one.is_empty() && !other.is_empty());
    said.next().is_some_and(|(one, other)| one == other) && said.all(|(one, other)| one == other)
}
