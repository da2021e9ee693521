//! `partial_cost`: a cost is told for everybody, not only for one group.

use serde::Deserialize;

use super::{
    Check, Mistake, Sight, Target,
    word_list::{self, NamedList},
};
use crate::{
    finding::Hit,
    rule::Environment,
    text::Phrase,
    value::money::{CostKind, CostPart},
};

/// A cost that is free, or borne by others, for a named group must say what the rest pay.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PartialCost {
    /// Names of groups: `BPJS`.
    groups: NamedList,
    /// Words that take in everybody else: `umum`, `seluruh`.
    others: NamedList,
}

impl Check for PartialCost {
    fn arguments(&self) -> &'static [&'static str] {
        &["match"]
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        let lists = [("groups", &mut self.groups), ("others", &mut self.others)];
        word_list::prepare(lists, environment)
    }

    fn sight(&self) -> Sight {
        Sight::Part
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let tariff = target.readings.tariff(target.document, target.node);
        // Only a sole statement is sure to leave out the rest.
        let [case] = tariff.cases.as_slice() else {
            return;
        };
        let is_free = |part: &CostPart| {
            matches!(part.kind, CostKind::Free | CostKind::BorneByOthers) && !part.stamp_duty
        };
        if !matches!(case.parts(), [part] if is_free(part)) {
            return;
        }
        let service = case
            .entry
            .and_then(|entry| target.document.get(entry, "layanan"));
        let service = service.and_then(|node| target.document.text(node));
        if self.others.is_in(&case.text) || service.is_some_and(|text| self.others.is_in(text)) {
            return;
        }
        let Some(group) = self.groups.find(&case.text).into_iter().next() else {
            return;
        };
        let Some((node, range)) = case.place(&group) else {
            return;
        };
        let words = case.text.get(group).unwrap_or_default();
        hits.push(
            target
                .with(node)
                .hit_part(range)
                .argument("match", Phrase::same(words.to_owned())),
        );
    }
}
