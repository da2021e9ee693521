//! `document_fee`: nothing is charged for documents that the law wants free.

use std::ops::Range;

use serde::Deserialize;

use super::{
    Check, Mistake, Target,
    cost::gap,
    word_list::{self, NamedList},
};
use crate::{
    document::{NodeId, Value},
    finding::Hit,
    reading::TariffCase,
    rule::Environment,
    value::money::{CostKind, CostPart},
};

/// No sum may be charged for a service that issues one of these documents. Which service it
/// is, its name tells; for offices whose work they are, also its product.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DocumentFee {
    /// Names of the documents.
    documents: NamedList,
    /// Words in the name or product of services that are not the issuing of the document:
    /// `rekomendasi`, `legalisasi`.
    not_issuing: NamedList,
    /// Words in the name of offices that issue them.
    offices: NamedList,
    /// Words around a sum that is not charged for the document: `denda`, `pengiriman`.
    other_sums: NamedList,
}

impl Check for DocumentFee {
    fn arguments(&self) -> &'static [&'static str] {
        &["match"]
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        let lists = [
            ("documents", &mut self.documents),
            ("not_issuing", &mut self.not_issuing),
            ("offices", &mut self.offices),
            ("other_sums", &mut self.other_sums),
        ];
        word_list::prepare(lists, environment)
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let tariff = target.readings.tariff(target.document, target.node);
        let is_sum =
            |part: &CostPart| matches!(part.kind, CostKind::Amount { .. }) && !part.stamp_duty;
        if !tariff.parts().any(|(_, part)| is_sum(part)) {
            return;
        }
        let is_issued = self.is_issued(target);
        let charged: Vec<_> = tariff
            .parts()
            .filter(|(case, part)| {
                is_sum(part) && self.is_for_document(target, case, part, is_issued)
            })
            .map(|(case, part)| (case, part.figure.clone()))
            .collect();
        hits.extend(gap(target, &charged));
    }
}

impl DocumentFee {
    fn names_document(&self, text: &str) -> bool {
        self.documents.is_in(text) && !self.not_issuing.is_in(text)
    }

    /// Whether the whole service issues such a document.
    fn is_issued(&self, target: &Target<'_>) -> bool {
        let text = |key| target.top(key).and_then(|top| top.text());
        let name = text("nama").unwrap_or_default();
        if self.not_issuing.is_in(name) {
            return false;
        }
        if self.documents.is_in(name) {
            return true;
        }
        let is_office = text("unit").is_some_and(|unit| self.offices.is_in(unit));
        is_office && self.is_product(target)
    }

    /// Whether all products are such documents.
    fn is_product(&self, target: &Target<'_>) -> bool {
        let document = target.document;
        let Some(node) = document.get(NodeId::ROOT, "produk") else {
            return false;
        };
        let products = match document.value(node) {
            Value::List => document.items(node),
            _ => std::slice::from_ref(&node),
        };
        let mut texts = products.iter().filter_map(|&node| document.text(node));
        !products.is_empty()
            && texts.all(|text| self.names_document(text))
            && products.iter().all(|&node| document.text(node).is_some())
    }

    fn is_for_document(
        &self,
        target: &Target<'_>,
        case: &TariffCase,
        part: &CostPart,
        is_issued: bool,
    ) -> bool {
        let around = line(&case.text, &part.range);
        let service = case
            .entry
            .and_then(|entry| target.document.get(entry, "layanan"))
            .and_then(|service| target.document.text(service))
            .unwrap_or_default();
        let is_other = |text: &str| self.other_sums.is_in(text) || self.not_issuing.is_in(text);
        if is_other(around) || is_other(service) {
            return false;
        }
        is_issued || self.names_document(service)
    }
}

/// Most bytes of a line that are looked at on each side of a part.
const NEAR: usize = 1000;

/// The line that a part of a text stands in, as far as it is near.
fn line<'a>(text: &'a str, part: &Range<usize>) -> &'a str {
    let near = text.floor_char_boundary(part.start.saturating_sub(NEAR));
    let before = text.get(near..part.start).unwrap_or_default();
    let start = near + before.rfind('\n').map_or(0, |at| at + 1);
    let far = text.floor_char_boundary(part.end.saturating_add(NEAR));
    let after = text.get(part.end..far).unwrap_or_default();
    let end = after.find('\n').map_or(far, |at| part.end + at);
    text.get(start..end).unwrap_or_default()
}
