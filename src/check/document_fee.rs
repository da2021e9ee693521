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
    /// Names of documents that only there are meant: a school has a `surat keterangan pindah` too.
    #[serde(default)]
    documents_of_offices: Option<NamedList>,
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
        let of_offices = self.documents_of_offices.as_mut();
        let of_offices = of_offices.map(|list| ("documents_of_offices", list));
        word_list::prepare(lists.into_iter().chain(of_offices), environment)
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let tariff = target.readings.tariff(target.document, target.node);
        let is_sum =
            |part: &CostPart| matches!(part.kind, CostKind::Amount { .. }) && !part.stamp_duty;
        if !tariff.parts().any(|(_, part)| is_sum(part)) {
            return;
        }
        let text = |key| target.top(key).and_then(|top| top.text());
        let service = Service {
            is_of_office: text("unit").is_some_and(|unit| self.offices.is_in(unit)),
            name: text("nama").unwrap_or_default(),
        };
        let is_issued = self.is_issued(target, &service);
        let charged: Vec<_> = tariff
            .parts()
            .filter(|(case, part)| {
                is_sum(part)
                    && !self.is_other(target, case, part)
                    && (is_issued || self.names_document(&service, case_name(target, case)))
            })
            .map(|(case, part)| (case, part.figure.clone()))
            .collect();
        hits.extend(gap(target, &charged));
    }
}

/// What tells which document a service issues.
struct Service<'a> {
    name: &'a str,
    /// Whether an office offers it whose work such documents are.
    is_of_office: bool,
}

impl DocumentFee {
    /// Whether a text of this service names such a document as what is issued.
    fn names_document(&self, service: &Service<'_>, text: &str) -> bool {
        let of_offices = self.documents_of_offices.as_ref();
        let is_named = self.documents.is_in(text)
            || service.is_of_office && of_offices.is_some_and(|list| list.is_in(text));
        is_named && !self.not_issuing.is_in(text)
    }

    /// Whether the whole service issues such a document.
    fn is_issued(&self, target: &Target<'_>, service: &Service<'_>) -> bool {
        self.names_document(service, service.name)
            || !self.not_issuing.is_in(service.name)
                && service.is_of_office
                && self.is_product(target, service)
    }

    /// Whether all products are such documents.
    fn is_product(&self, target: &Target<'_>, service: &Service<'_>) -> bool {
        let document = target.document;
        let Some(node) = document.get(NodeId::ROOT, "produk") else {
            return false;
        };
        let products = match document.value(node) {
            Value::List => document.items(node),
            _ => std::slice::from_ref(&node),
        };
        let mut texts = products.iter().map(|&node| document.text(node));
        !products.is_empty()
            && texts.all(|text| text.is_some_and(|text| self.names_document(service, text)))
    }

    /// Whether a sum is charged for something else.
    fn is_other(&self, target: &Target<'_>, case: &TariffCase, part: &CostPart) -> bool {
        let around = [line(&case.text, &part.range), case_name(target, case)];
        let mut around = around.into_iter();
        around.any(|text| self.other_sums.is_in(text) || self.not_issuing.is_in(text))
    }
}

/// The service that a case of a tariff names.
fn case_name<'a>(target: &Target<'a>, case: &TariffCase) -> &'a str {
    let document = target.document;
    case.entry
        .and_then(|entry| document.get(entry, "layanan"))
        .and_then(|service| document.text(service))
        .unwrap_or_default()
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
