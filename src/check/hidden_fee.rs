//! `hidden_fee`: what is free by its cost component is not charged in other parts.

use std::ops::Range;

use serde::Deserialize;

use super::{
    Check, Mistake, Target,
    word_list::{self, NamedList},
};
use crate::{
    document::{NodeId, Value},
    finding::Hit,
    rule::Environment,
    text::Phrase,
    value::money,
};

/// Where the cost component at the node says that the service is free, no step and no
/// requirement may ask for money.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HiddenFee {
    /// Keys at the top of the document to look through.
    keys: Vec<String>,
    /// Keys of an entry that are looked at; the first that is there.
    at: Vec<String>,
    /// Phrases that ask for money: `membayar retribusi`.
    words: NamedList,
    /// Words that make a sum in rupiah one to pay: `biaya`.
    sum_words: NamedList,
    /// A text with one of these words is left alone.
    unless: NamedList,
}

impl Check for HiddenFee {
    fn arguments(&self) -> &'static [&'static str] {
        &["match", "title"]
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        let lists = [
            ("words", &mut self.words),
            ("sum_words", &mut self.sum_words),
            ("unless", &mut self.unless),
        ];
        word_list::prepare(lists, environment)
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let document = target.document;
        if !target.readings.tariff(document, target.node).is_free() {
            return;
        }
        for key in &self.keys {
            let Some(part) = target.top(key) else {
                continue;
            };
            for node in part.entries(&self.at) {
                let entry = part.with(node);
                let found = entry.text().and_then(|text| Some((text, self.fee(text)?)));
                let Some((text, range)) = found else { continue };
                let words = text.get(range.clone()).unwrap_or_default();
                let message =
                    Phrase::new("di sini dinyatakan gratis", "here it is said to be free");
                hits.push(
                    entry
                        .hit_part(range)
                        .argument("match", Phrase::same(words.to_owned()))
                        .argument("title", target.title(key))
                        .related(document.path_of(target.node), statement(target), message),
                );
            }
        }
    }
}

impl HiddenFee {
    fn fee(&self, text: &str) -> Option<Range<usize>> {
        // Line by line: a component in one text has other matters above and below.
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            if let Some(found) = self.fee_in_line(line) {
                return Some(start + found.start..start + found.end);
            }
            start += line.len();
        }
        None
    }

    fn fee_in_line(&self, line: &str) -> Option<Range<usize>> {
        let phrase = self.words.find(line).into_iter().next();
        let found = phrase.or_else(|| {
            let is_digit = |c: char| c.is_ascii_digit();
            if !line.contains(is_digit) || !self.sum_words.is_in(line) {
                return None;
            }
            let mut sums = money::find(line).into_iter();
            let is_sum = |part: &money::CostPart| {
                matches!(part.kind, money::CostKind::Amount { .. }) && !part.stamp_duty
            };
            sums.find(is_sum).map(|part| part.range)
        })?;
        (!self.unless.is_in(line)).then_some(found)
    }
}

/// The place where the cost component says that it is free.
fn statement(target: &Target<'_>) -> crate::span::Span {
    let document = target.document;
    let place = document.place(target.node);
    match document.value(target.node) {
        Value::Scalar { .. } => place.value(),
        _ if target.node == NodeId::ROOT => place.value(),
        _ => place.key(),
    }
}
