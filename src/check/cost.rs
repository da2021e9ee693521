//! `cost`: a cost is told, not only where it can be looked up.

use std::ops::Range;

use serde::Deserialize;

use super::{Check, Sight, Target};
use crate::{
    finding::{Hit, Severity},
    reading::TariffCase,
    text::Phrase,
    value::money::CostKind,
};

/// A cost must not have this problem.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CostCheck {
    /// What to report.
    report: Report,
}

/// What can be wrong with a cost.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Report {
    /// A regulation with number and year stands in place of the sum. Beside cases that are
    /// stated it is worth knowing and no more.
    RegulationOnly,
}

impl Check for CostCheck {
    fn arguments(&self) -> &'static [&'static str] {
        &["match"]
    }

    fn sight(&self) -> Sight {
        Sight::Part
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let tariff = target.readings.tariff(target.document, target.node);
        let Report::RegulationOnly = self.report;
        let mut found = Vec::new();
        for case in tariff.cases.iter().filter(|case| !is_foreign(&case.text)) {
            let named = case.parts().iter().filter(|part| {
                matches!(
                    part.kind,
                    CostKind::ByRegulation {
                        named: true,
                        basis: false
                    }
                )
            });
            found.extend(named.map(|part| (case, part.range.clone())));
            let is_open = |kind: &CostKind| {
                matches!(
                    kind,
                    CostKind::Vague | CostKind::ByRegulation { named: false, .. }
                )
            };
            if cites_regulation(target, case) && !case.is_stated() {
                let open = case.parts().iter().find(|part| is_open(&part.kind));
                found.extend(open.map(|part| (case, part.range.clone())));
            }
        }
        let is_stated = tariff.cases.iter().any(TariffCase::is_stated);
        hits.extend(gap(target, &found).map(|hit| {
            if is_stated {
                hit.severity(Severity::Info)
            } else {
                hit
            }
        }));
    }
}

/// `USD 50`: a sum, though none of rupiah.
fn is_foreign(text: &str) -> bool {
    let signs = ["USD", "US$", "SGD", "EUR", "MYR", "AUD", "JPY"];
    signs.iter().any(|sign| text.contains(sign)) && text.contains(|c: char| c.is_ascii_digit())
}

/// Whether the entry names a regulation with number and year as its `dasar`.
pub(super) fn cites_regulation(target: &Target<'_>, case: &TariffCase) -> bool {
    let document = target.document;
    case.entry
        .and_then(|entry| document.get(entry, "dasar"))
        .and_then(|basis| document.text(basis))
        .is_some_and(|basis| target.readings.texts().citation(basis).is_ok())
}

/// One gap for all places found in the cases of a tariff.
pub(super) fn gap(target: &Target<'_>, found: &[(&TariffCase, Range<usize>)]) -> Option<Hit> {
    let mut places = found.iter().filter_map(|(case, range)| {
        let (node, part) = case.place(range)?;
        Some((node, part, case.text.get(range.clone())?))
    });
    let (node, part, words) = places.next()?;
    let mut hit = target
        .with(node)
        .hit_part(part)
        .argument("match", Phrase::same(words.to_owned()));
    for (node, part, _) in places {
        let span = target.document.place(node).part(part);
        let message = Phrase::new("juga di sini", "here too");
        hit = hit.related(target.document.path_of(node), span, message);
    }
    Some(hit)
}
