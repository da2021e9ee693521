//! `vague_cost`: a cost is not left open.

use std::ops::Range;

use serde::Deserialize;

use super::{
    Check, Mistake, Sight, Target,
    cost::{cites_regulation, gap},
    word_list::{self, NamedList},
};
use crate::{
    finding::{Hit, Severity},
    reading::{Tariff, TariffCase},
    rule::Environment,
    value::money::{CostKind, CostPart},
};

/// A cost must not be left open: `sesuai ketentuan`, `seikhlasnya`, a regulation without
/// number and year. A case beside others that are stated is a warning at most.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct VagueCost {
    /// Words that say, as the whole of a cost, only that there is one: `berbayar`.
    words: NamedList,
    /// A text with one of these words is left alone.
    unless: NamedList,
}

impl Check for VagueCost {
    fn arguments(&self) -> &'static [&'static str] {
        &["match"]
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        let lists = [("words", &mut self.words), ("unless", &mut self.unless)];
        word_list::prepare(lists, environment)
    }

    fn sight(&self) -> Sight {
        Sight::Part
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let tariff = target.readings.tariff(target.document, target.node);
        let mut found = Vec::new();
        for case in &tariff.cases {
            if cites_regulation(target, case) || self.unless.is_in(&case.text) {
                continue;
            }
            found.extend(self.open(case).into_iter().map(|range| (case, range)));
        }
        let is_stated = tariff.cases.iter().any(TariffCase::is_stated) || names_regulation(&tariff);
        hits.extend(gap(target, &found).map(|hit| {
            if is_stated {
                hit.severity(Severity::Warning)
            } else {
                hit
            }
        }));
    }
}

impl VagueCost {
    fn open(&self, case: &TariffCase) -> Vec<Range<usize>> {
        let trimmed = case.text.trim();
        if self.words.contains(trimmed.trim_end_matches('.')) {
            let start = case.text.len() - case.text.trim_start().len();
            return std::iter::once(start..start + trimmed.len()).collect();
        }
        let names =
            |part: &CostPart| matches!(part.kind, CostKind::ByRegulation { named: true, .. });
        if case.parts().iter().any(names) {
            // `sesuai perda` in one line, the number of the perda in another.
            return Vec::new();
        }
        let open = case.parts().iter().filter(|part| {
            matches!(
                part.kind,
                CostKind::Vague
                    | CostKind::ByRegulation {
                        named: false,
                        basis: false
                    }
            )
        });
        open.map(|part| part.range.clone()).collect()
    }
}

fn names_regulation(tariff: &Tariff) -> bool {
    tariff
        .parts()
        .any(|(_, part)| matches!(part.kind, CostKind::ByRegulation { named: true, .. }))
}
