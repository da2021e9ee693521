//! `refers`: documents that another names are there.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::{
    Check, Mistake, Target, nearest,
    service_names::ServiceNames,
    word_list::{self, NamedList},
};
use crate::{
    corpus::{Across, AcrossHit, Fact, Holder, View, names},
    document::NodeId,
    finding::{Hit, Severity},
    rule::Environment,
    text::Phrase,
};

/// The fact of a document that can be named: its number.
const NUMBER: &str = "nomor";
/// The fact of a document that can be named: its name.
const NAME: &str = "nama";
/// The fact of an entry that names one.
const REFERS: &str = "rujuk";

/// Most entries of a document that are looked at.
const MOST_ENTRIES: usize = 100;

/// Most numbers among which the nearest one is sought.
const MOST_NEAR: usize = 100;

/// Most documents that may share a word for it to tell one from another.
const MOST_SHARED: usize = 300;

/// The root of documents, of which each names others under a key, by number or by name. Only
/// entries that have a number, or begin with one of the words, are taken for names of documents:
/// the others may be prose. A number that is much like one that is there is graver than one that
/// may belong to another institution.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Refers {
    /// The key under which others are named.
    key: String,
    /// The keys under which a document has its number.
    number: Vec<String>,
    /// Keys of entries that are mappings, of which the first counts.
    at: Vec<String>,
    /// Words with which the name of such a document begins.
    begins: NamedList,
    /// Words that no name has: an entry with one of them is prose.
    #[serde(default)]
    prose: Vec<String>,
    /// How names are known again.
    names: ServiceNames,
}

/// The documents that can be named.
#[derive(Default)]
struct Known<'a> {
    numbers: BTreeSet<&'a str>,
    /// The words of each name.
    names: Vec<BTreeSet<String>>,
    /// By word, the names that have it.
    by_word: BTreeMap<String, Vec<usize>>,
    /// By unit, numbers and names as they are written.
    of_unit: BTreeMap<String, Vec<&'a str>>,
}

impl Check for Refers {
    fn arguments(&self) -> &'static [&'static str] {
        &["value", "advice"]
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        self.names.prepare(environment)?;
        word_list::prepare([("begins", &mut self.begins)], environment)
    }

    fn run(&self, _: &Target<'_>, _: &mut Vec<Hit>) {}

    fn across(&self) -> Option<&dyn Across> {
        Some(self)
    }
}

impl Across for Refers {
    fn read(&self, target: &Target<'_>, facts: &mut Vec<Fact>) {
        for key in &self.number {
            if let Some(number) = target.top(key)
                && let Some(text) = number.text()
            {
                facts.push(Fact::new(target, number.node, number_of(text)).role(NUMBER));
            }
        }
        if let Some(name) = target.document.get(NodeId::ROOT, "nama") {
            facts.push(Fact::new(target, name, "").role(NAME));
        }
        let Some(list) = target.top(&self.key) else {
            return;
        };
        for entry in list.entries(&self.at).into_iter().take(MOST_ENTRIES) {
            let Some(text) = target.with(entry).text() else {
                continue;
            };
            if numbers(text).next().is_some() || self.begins_as_name(text) {
                facts.push(Fact::new(target, entry, names::plain(text)).role(REFERS));
            }
        }
    }

    fn compare(&self, view: &View<'_>, hits: &mut Vec<AcrossHit>) {
        let mut known = Known::default();
        for (holder, fact) in view.facts().filter(|(_, fact)| fact.role != REFERS) {
            let of_unit = known
                .of_unit
                .entry(names::unit(holder.document))
                .or_default();
            of_unit.push(&fact.shown);
            if fact.role == NUMBER {
                known.numbers.insert(&fact.key);
            } else {
                let words = self.names.service(holder.document);
                for word in &words {
                    let at = known.names.len();
                    known.by_word.entry(word.clone()).or_default().push(at);
                }
                known.names.push(words);
            }
        }
        for (holder, fact) in view.facts().filter(|(_, fact)| fact.role == REFERS) {
            hits.extend(self.missing(&known, holder, fact));
        }
    }

    fn needs_everything(&self) -> bool {
        true
    }
}

impl Refers {
    fn begins_as_name(&self, text: &str) -> bool {
        let found = self.begins.find(text);
        let first = text.find(char::is_alphanumeric);
        // A word such as `SOP` alone, or in a sentence, names none.
        let is_first = found.iter().any(|range| Some(range.start) == first);
        let words = names::words(text);
        is_first && words.len() > 2 && !words.iter().any(|word| self.prose.contains(word))
    }

    fn missing(&self, known: &Known<'_>, holder: &Holder<'_>, fact: &Fact) -> Option<AcrossHit> {
        let text = &fact.shown;
        let whole = number_of(text);
        let mut written = numbers(text).map(number_of);
        if known.numbers.contains(&*whole) || written.any(|number| known.numbers.contains(&*number))
        {
            return None;
        }
        let document = holder.document;
        let mut name = text.to_string();
        for number in numbers(text) {
            name = name.replace(number, " ");
        }
        let unit = document.unit.as_deref().unwrap_or_default();
        let region = document.region.as_deref().unwrap_or_default();
        let words = self.names.service_of(&name, unit, region);
        if is_known(known, &words) {
            return None;
        }
        let own = known.of_unit.get(&names::unit(document));
        let own = own.into_iter().flatten().copied().take(MOST_NEAR);
        let number = numbers(text).next();
        let near = nearest(number.unwrap_or(text), own);
        let advice = match near {
            Some(near) => Phrase::new(
                format!("Mungkin maksudnya `{near}`."),
                format!("Perhaps `{near}` is meant."),
            ),
            None => Phrase::new(
                "Periksa nomor dan namanya, atau masukkan SOP itu; bila SOP instansi lain, sebut instansinya dan abaikan temuan ini.",
                "Look up its number and name, or add that SOP; if it is of another institution, name it and silence this finding.",
            ),
        };
        let hit = AcrossHit::new(holder, fact)
            .argument("value", Phrase::same(text.to_string()))
            .argument("advice", advice);
        Some(if number.is_some() && near.is_some() {
            hit
        } else {
            hit.severity(Severity::Info)
        })
    }
}

/// Whether a name with these words is there: more than two thirds of the words of one of both.
fn is_known(known: &Known<'_>, words: &BTreeSet<String>) -> bool {
    let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
    let mut common = 0;
    for word in words {
        match known.by_word.get(word) {
            // Looking through all of them would take too long; it counts as shared.
            Some(names) if names.len() > MOST_SHARED => common += 1,
            Some(names) => {
                for name in names {
                    *shared.entry(*name).or_default() += 1;
                }
            }
            None => {}
        }
    }
    if !words.is_empty() && common * 3 > words.len() * 2 {
        return true;
    }
    shared.into_iter().any(|(name, shared)| {
        let length = known.names.get(name).map_or(0, BTreeSet::len);
        (shared + common) * 3 > length.min(words.len()) * 2
    })
}

/// Whatever in a text looks like the number of a document: it has a digit and strokes.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | ';' | '"'));
    let words = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    words.filter(|word| {
        let strokes = word.matches(['/', '.', '-']).count();
        let letters = word.chars().filter(|c| c.is_alphanumeric()).count();
        let has_digit = word.contains(|c: char| c.is_ascii_digit());
        has_digit && letters > 3 && (word.contains('/') || strokes > 1)
    })
}

/// A number without spaces and case, whatever stands between its parts.
fn number_of(text: &str) -> String {
    let letters = text.chars().filter(|c| !c.is_whitespace());
    let stroke = |c| if matches!(c, '-' | '.' | '_') { '/' } else { c };
    letters.flat_map(char::to_lowercase).map(stroke).collect()
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn a_number_has_digits_and_strokes() {
        let found = |text| numbers(text).collect::<Vec<_>>();
        assert_eq!(
            found("SOP Surat Masuk (SOP/KEC/01/2025)"),
            ["SOP/KEC/01/2025"]
        );
        assert_eq!(found("000.8.3.3/12"), ["000.8.3.3/12"]);
        assert_eq!(found("SOP-316/17000/2025."), ["SOP-316/17000/2025"]);
        assert!(found("RT/RW, KTP-el, 1/2, tanggal 3").is_empty());
    }
}
