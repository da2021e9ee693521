//! What a value says, so that the same thing said in other words is the same.

use std::{cmp::Reverse, collections::BTreeSet};

use super::{Drift, Kind, WHOLE};
use crate::{
    check::Target,
    corpus::{Fact, names},
    document::NodeId,
    reading::Tariff,
    value::{
        citation::{self, Citation},
        duration::Assumptions,
        money::{CostKind, Money},
    },
};

/// Most entries of a list that are looked at.
const MOST_ENTRIES: usize = 200;

impl Drift {
    /// The facts of one value; none where it cannot be held against others.
    pub(super) fn facts(&self, target: &Target<'_>, facts: &mut Vec<Fact>) {
        let whole = Fact::new(target, target.node, "").role(WHOLE);
        match self.kind {
            Kind::Duration => facts.extend(self.time(target).map(|said| with(whole, said))),
            Kind::Cost => facts.extend(cost(target).map(|said| with(whole, said))),
            Kind::Entries => {
                let found = self.entries(target);
                if !found.is_empty() {
                    facts.push(whole);
                    facts.extend(found);
                }
            }
            Kind::Bases => {
                let found = self.bases(target);
                if !found.is_empty() {
                    facts.push(whole);
                    facts.extend(found);
                }
            }
        }
    }

    /// The times of all cases, as values and in words.
    fn time(&self, target: &Target<'_>) -> Option<(String, String)> {
        let usual = Assumptions::default();
        let (mut values, mut shown) = (BTreeSet::new(), Vec::new());
        for node in target.entries(&self.at) {
            let Some(text) = target.with(node).text() else {
                continue;
            };
            let read = target.readings.duration(target.document, node);
            let duration = read
                .as_ref()
                .as_ref()
                .ok()
                .filter(|read| read.is_definite())?;
            for case in &duration.cases {
                values.insert(case.minutes(&usual));
            }
            shown.extend_from_slice(&target.readings.texts().amounts(text));
        }
        let values: Vec<_> = values.iter().map(u64::to_string).collect();
        (!values.is_empty()).then(|| (values.join(" "), shown.join("; ")))
    }

    fn entries(&self, target: &Target<'_>) -> Vec<Fact> {
        let nodes = target.entries(&self.at).into_iter().take(MOST_ENTRIES);
        let fact = |node: NodeId| {
            let text = target.with(node).text()?;
            let words = self.meaning(text);
            let words: Vec<_> = words.iter().map(String::as_str).collect();
            (!words.is_empty()).then(|| Fact::bare(words.join(" "), text))
        };
        nodes.filter_map(fact).collect()
    }

    /// The words by which an entry is known.
    fn meaning(&self, text: &str) -> BTreeSet<String> {
        let words = names::words(text);
        let words = match &self.same {
            Some(same) => same.replace(&words),
            None => words,
        };
        let mut meaning: BTreeSet<_> = words.into_iter().collect();
        let is_noise = |word: &String| self.noise.as_ref().is_some_and(|list| list.contains(word));
        // An entry of nothing but such words is known by them.
        if !meaning.iter().all(is_noise) {
            meaning.retain(|word| !is_noise(word));
        }
        meaning
    }

    fn bases(&self, target: &Target<'_>) -> Vec<Fact> {
        let readings = target.readings;
        let bases = readings.legal_bases(target.document, target.node, &self.at);
        let fact = |citation: &Citation| {
            let value = regulation(citation)?;
            Some(Fact::bare(value, &citation.short()))
        };
        let read = bases.iter().filter_map(|basis| basis.read().ok());
        read.filter_map(fact).take(MOST_ENTRIES).collect()
    }
}

fn with(whole: Fact, (value, shown): (String, String)) -> Fact {
    Fact {
        key: value.clone().into(),
        ..whole.value(value).shown(&shown)
    }
}

/// What is to be paid, as values and in words.
fn cost(target: &Target<'_>) -> Option<(String, String)> {
    let tariff = target.readings.tariff(target.document, target.node);
    if tariff.is_free() {
        return Some(("gratis".to_owned(), shown(target, &tariff)));
    }
    let mut values = BTreeSet::new();
    for case in &tariff.cases {
        let cost = Result::as_ref(&case.cost).ok()?;
        for part in cost.parts.iter().filter(|part| !part.stamp_duty) {
            match &part.kind {
                CostKind::Free => {
                    values.insert((Money::default(), None));
                }
                CostKind::Amount { money, upper, .. } => {
                    values.insert((*money, *upper));
                }
                CostKind::ByRegulation { basis: true, .. } => {}
                _ => return None,
            }
        }
    }
    let value = |(money, upper): &(Money, Option<Money>)| {
        let upper = upper.map_or(String::new(), |upper| format!("-{}", upper.rupiah));
        format!("{}.{:02}{upper}", money.rupiah, money.sen)
    };
    let values: Vec<_> = values.iter().map(value).collect();
    (!values.is_empty()).then(|| (values.join(" "), shown(target, &tariff)))
}

/// The words of a tariff, those with the most to say where there are many.
fn shown(target: &Target<'_>, tariff: &Tariff) -> String {
    let nodes = tariff.cases.iter().flat_map(|case| case.values());
    let texts = nodes.filter_map(|node| target.with(node).text());
    let mut texts: Vec<_> = texts.collect();
    texts.sort_by_key(|text| Reverse(text.contains(|c: char| c.is_ascii_digit())));
    texts.join("; ")
}

/// By what a regulation is known, whatever the spelling; nothing for decisions, letters and rules
/// of villages. The region does not count: all documents of a group are of one.
fn regulation(citation: &Citation) -> Option<String> {
    use citation::Kind;
    let is_own = matches!(
        citation.kind,
        Kind::Keputusan
            | Kind::Kepgub
            | Kind::Kepbup
            | Kind::Kepwali
            | Kind::Kepdes
            | Kind::Perdes
            | Kind::Perkades
            | Kind::Instruksi
            | Kind::SuratEdaran
            | Kind::Pedoman
    );
    if is_own {
        return None;
    }
    let (Some(number), None) = (&citation.number, &citation.body) else {
        return Some(citation.short().to_lowercase());
    };
    let (kind, year) = (citation.kind.id(), citation.year.value);
    Some(format!(
        "{kind} {}/{year}",
        number.canonical().to_lowercase()
    ))
}
