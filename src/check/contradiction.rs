//! `contradiction`: a cost is not free and paid at once.

use serde::Deserialize;

use super::{
    Check, Mistake, Sight, Target,
    word_list::{self, NamedList},
};
use crate::{
    document::{Document, NodeId},
    finding::Hit,
    reading::{Tariff, TariffCase},
    rule::Environment,
    text::Phrase,
    value::{
        citation::Citation,
        money::{Cost, CostKind, CostPart},
    },
};

/// A cost must not say for one case both that nothing is charged and what is charged. Texts
/// with any word that may tell two cases apart are left alone.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Contradiction {
    /// Words that tell no case from another: `biaya`, `sebesar`.
    neutral: NamedList,
    /// Words that tell none either in the title of a regulation: `daerah`, `umum`. Without them
    /// every title may tell a case.
    #[serde(default)]
    titles: Option<NamedList>,
}

impl Check for Contradiction {
    fn arguments(&self) -> &'static [&'static str] {
        &["free", "charge"]
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        let titles = self.titles.as_mut().map(|titles| ("titles", titles));
        let lists = [("neutral", &mut self.neutral)].into_iter().chain(titles);
        word_list::prepare(lists, environment)
    }

    fn sight(&self) -> Sight {
        Sight::Part
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let document = target.document;
        let tariff = target.readings.tariff(document, target.node);
        for case in &tariff.cases {
            let free = case.parts().iter().find(|part| is_free(part));
            let charge = case.parts().iter().find(|part| is_charge(part));
            if let (Some(free), Some(charge)) = (free, charge)
                && self.is_one_case(case, &target.readings.texts().cited(&case.text))
            {
                hits.extend(hit(target, (case, free), (case, charge)));
            }
        }
        hits.extend(same_service(target, &tariff));
    }
}

impl Contradiction {
    /// Whether nothing but neutral words stands around the statements.
    fn is_one_case(&self, case: &TariffCase, cited: &[Citation]) -> bool {
        let mut start = 0;
        let mut between = Vec::new();
        for part in case.parts() {
            between.push(start..part.range.start);
            start = part.range.end;
        }
        between.push(start..case.text.len());
        between.into_iter().all(|range| {
            let from = range.start;
            words(case.text.get(range).unwrap_or_default()).all(|(at, word)| {
                self.neutral.contains(word) || self.names_regulation(case, from + at, word, cited)
            })
        })
    }

    /// Whether a word belongs to the name of a regulation. Where its title ends is not told for
    /// sure in a sentence, so in there it must be a word of titles, before any sign.
    fn names_regulation(
        &self,
        case: &TariffCase,
        at: usize,
        word: &str,
        cited: &[Citation],
    ) -> bool {
        let before = |start| case.text.get(start..at).unwrap_or_default();
        let is_title = |sign: char| sign.is_alphanumeric() || sign == ' ';
        cited.iter().any(|cited| match &cited.title {
            Some(title) if title.range.contains(&at) => {
                let titles = self.titles.as_ref();
                titles.is_some_and(|titles| titles.contains(word))
                    && before(title.range.start).chars().all(is_title)
            }
            Some(title) => (cited.range.start..title.range.start).contains(&at),
            None => cited.head_range.contains(&at),
        })
    }
}

/// The words of a text, each with its first byte.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let ends = text.split_inclusive(|sign: char| !sign.is_alphanumeric());
    let words = ends.scan(0, |at, word| {
        let start = *at;
        *at += word.len();
        Some((
            start,
            word.trim_end_matches(|sign: char| !sign.is_alphanumeric()),
        ))
    });
    words.filter(|(_, word)| !word.is_empty())
}

/// Two entries for the very same service, one free and one not.
fn same_service(target: &Target<'_>, tariff: &Tariff) -> Option<Hit> {
    let document = target.document;
    let named: Vec<_> = tariff
        .cases
        .iter()
        .filter_map(|case| Some((service(document, case.entry?)?, case)))
        .collect();
    let is_wholly_free = |case: &TariffCase| Result::as_ref(&case.cost).is_ok_and(Cost::is_free);
    named.iter().find_map(|(service, case)| {
        let free = case.parts().iter().find(|part| is_free(part))?;
        if !is_wholly_free(case) {
            return None;
        }
        named.iter().find_map(|(other, paid)| {
            let charge = paid.parts().iter().find(|part| is_charge(part))?;
            let is_same = other == service;
            is_same.then(|| hit(target, (case, free), (paid, charge)))?
        })
    })
}

/// The name of the service of an entry, which has nothing else that could tell a case.
fn service(document: &Document, entry: NodeId) -> Option<String> {
    let keys = document.entries(entry);
    let known = ["layanan", "tarif", "dasar"];
    let is_plain = keys.iter().all(|(key, _)| known.contains(key));
    let text = document.text(document.get(entry, "layanan")?)?;
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (is_plain && !name.is_empty()).then(|| name.to_lowercase())
}

fn is_free(part: &CostPart) -> bool {
    part.kind == CostKind::Free && !part.stamp_duty
}

fn is_charge(part: &CostPart) -> bool {
    matches!(part.kind, CostKind::Amount { .. }) && !part.stamp_duty
}

fn hit(
    target: &Target<'_>,
    (free_case, free): (&TariffCase, &CostPart),
    (paid_case, charge): (&TariffCase, &CostPart),
) -> Option<Hit> {
    let written = |case: &TariffCase, part: &CostPart| {
        Phrase::same(case.text.get(part.range.clone()).unwrap_or("").to_owned())
    };
    let (node, part) = paid_case.place(&charge.range)?;
    let (free_node, free_part) = free_case.place(&free.range)?;
    let document = target.document;
    let message = Phrase::new("di sini dinyatakan gratis", "here it is said to be free");
    Some(
        target
            .with(node)
            .hit_part(part)
            .argument("free", written(free_case, free))
            .argument("charge", written(paid_case, charge))
            .related(
                document.path_of(free_node),
                document.place(free_node).part(free_part),
                message,
            ),
    )
}
