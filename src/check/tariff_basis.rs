//! `tariff_basis`: what is charged rests on a regulation that sets the tariff.

use serde::Deserialize;

use super::{
    Check, Mistake, Target,
    cost::gap,
    legal_bases::legal_bases,
    word_list::{self, NamedList},
};
use crate::{
    document::Path,
    finding::Hit,
    reading::TariffCase,
    rule::Environment,
    text::Phrase,
    value::{
        citation::{Citation, Kind},
        money::{CostKind, CostPart},
    },
};

/// A sum or a formula to be paid needs a regulation that sets the tariff: named beside it,
/// under its `dasar`, or among the legal bases.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TariffBasis {
    /// Words in the title of a regulation that sets tariffs.
    titles: NamedList,
    /// Kinds of regulations that do not set tariffs, whatever their title: `uu`.
    except_kinds: Vec<String>,
    /// Words before a sum that is no tariff: a fine.
    except_sums: NamedList,
    #[serde(skip)]
    not_setting: Vec<Kind>,
}

impl Check for TariffBasis {
    fn arguments(&self) -> &'static [&'static str] {
        &["match"]
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        let lists = [
            ("titles", &mut self.titles),
            ("except_sums", &mut self.except_sums),
        ];
        let mut mistakes = word_list::prepare(lists, environment)
            .err()
            .unwrap_or_default();
        for (index, id) in self.except_kinds.iter().enumerate() {
            match Kind::from_id(id) {
                Some(kind) => self.not_setting.push(kind),
                None => {
                    let message = Phrase::new(
                        format!("`{id}` bukan jenis peraturan seperti `uu`"),
                        format!("`{id}` is no kind of regulation like `uu`"),
                    );
                    let path = Path::root().key("except_kinds").index(index);
                    mistakes.push(Mistake::new(path, message));
                }
            }
        }
        if mistakes.is_empty() {
            Ok(())
        } else {
            Err(mistakes)
        }
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let tariff = target.readings.tariff(target.document, target.node);
        let mut charged = Vec::new();
        for case in &tariff.cases {
            // Whether a regulation stands beside it is asked once for all sums of a case.
            let sums = case.parts().iter().filter(|part| is_charged(part));
            let sums: Vec<_> = sums.filter(|part| !self.is_other_sum(case, part)).collect();
            if !sums.is_empty() && !has_own_basis(target, case) {
                charged.extend(sums.into_iter().map(|part| (case, part.figure.clone())));
            }
        }
        if charged.is_empty() || self.is_in_legal_bases(target) {
            return;
        }
        hits.extend(gap(target, &charged));
    }
}

impl TariffBasis {
    fn is_in_legal_bases(&self, target: &Target<'_>) -> bool {
        legal_bases(target).iter().any(|basis| {
            if basis.citations.is_empty() {
                // A placeholder or a slip in number or year: another gap, but a basis.
                return self.titles.is_in(&basis.text);
            }
            basis.citations.iter().any(|citation| {
                let links = citation.links.iter().map(|link| &link.citation);
                links
                    .chain([citation])
                    .chain(citation.amends.as_deref())
                    .any(|citation| self.sets_tariffs(target, citation))
            })
        })
    }

    /// Whether the sum is called a fine, in its own sentence and after the sum before it.
    fn is_other_sum(&self, case: &TariffCase, part: &CostPart) -> bool {
        let parts = case.parts();
        let count = parts.partition_point(|other| other.range.end <= part.range.start);
        let last = count.checked_sub(1).and_then(|at| parts.get(at));
        let start = last.map_or(0, |last| last.range.end);
        let before = case.text.get(start..part.figure.start);
        let before = before.unwrap_or_default();
        let sentence = before.rfind([';', '|', '\n']).map_or(0, |stop| stop + 1);
        self.except_sums
            .is_in(before.get(sentence..).unwrap_or_default())
    }

    /// A regulation whose title is not known may be the one.
    fn sets_tariffs(&self, target: &Target<'_>, citation: &Citation) -> bool {
        if self.not_setting.contains(&citation.kind) {
            return false;
        }
        match (&citation.title, target.register().lookup(citation)) {
            (Some(title), _) => self.titles.is_in(&title.text),
            (None, Some(entry)) => self.titles.is_in(&entry.title),
            (None, None) => true,
        }
    }
}

fn is_charged(part: &CostPart) -> bool {
    let is_sum = matches!(part.kind, CostKind::Amount { .. } | CostKind::Formula);
    is_sum && !part.stamp_duty
}

/// Whether a regulation is named beside the sum, by number and year or as its `dasar`.
fn has_own_basis(target: &Target<'_>, case: &TariffCase) -> bool {
    let document = target.document;
    let names = |part: &CostPart| matches!(part.kind, CostKind::ByRegulation { named: true, .. });
    let basis = case
        .entry
        .and_then(|entry| document.get(entry, "dasar"))
        .and_then(|basis| document.text(basis));
    case.parts().iter().any(names)
        || basis.is_some_and(|basis| basis.contains(char::is_alphabetic))
        || !target.readings.texts().cited(&case.text).is_empty()
}
