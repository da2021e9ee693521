//! `signer`: who approved a document is named with office, name and number.

use serde::Deserialize;

use super::{
    Check, Mistake, Target,
    word_list::{self, NamedList},
};
use crate::{
    document::{NodeId, Value},
    finding::Hit,
    rule::Environment,
    text::{Lang, Phrase},
};

/// The signer is named with office, name and the number of a civil servant. All that is missing
/// is one finding. A document without a signer is left to other rules.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Signer {
    /// Keys of the node with the signer; the first with something in it counts.
    keys: Vec<String>,
    /// Offices whose holders need not be civil servants.
    without_number: NamedList,
    /// Names of numbers of other staff; a key with such a name serves as well.
    others: NamedList,
}

impl Check for Signer {
    fn arguments(&self) -> &'static [&'static str] {
        &["missing", "title"]
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        let lists = [
            ("without_number", &mut self.without_number),
            ("others", &mut self.others),
        ];
        word_list::prepare(lists, environment)
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let document = target.document;
        let signer = self.keys.iter().find_map(|key| {
            let node = document.get(target.node, key)?;
            (!document.is_blank(node)).then_some((key, node))
        });
        let Some((key, node)) = signer else { return };
        let missing = match document.value(node) {
            Value::Map => self.missing_keys(target, node),
            Value::Scalar { text, .. } => self.missing_words(text),
            _ => return,
        };
        if missing.is_empty() {
            return;
        }
        let list = |lang: Lang| {
            let names: Vec<_> = missing.iter().map(|name| name.get(lang)).collect();
            names.join(lang.pick(" dan ", " and "))
        };
        let missing = Phrase::new(list(Lang::Id), list(Lang::En));
        let place = document.place(node);
        let is_text = document.text(node).is_some();
        let span = if is_text { place.value() } else { place.key() };
        hits.push(
            Hit::new(document.path_of(node), span)
                .argument("missing", missing)
                .argument("title", target.title(key)),
        );
    }
}

fn office() -> Phrase {
    Phrase::new("jabatan", "office")
}

fn number() -> Phrase {
    Phrase::new("NIP", "NIP")
}

impl Signer {
    fn missing_keys(&self, target: &Target<'_>, signer: NodeId) -> Vec<Phrase> {
        let document = target.document;
        let text = |key| {
            document
                .get(signer, key)
                .and_then(|node| document.text(node))
        };
        let is_written = |text: &str| text.contains(char::is_alphanumeric);
        let is_there = |key| text(key).is_some_and(is_written);
        // `nrp`, `nip_pppk`: the number of other staff under a name of its own.
        let has_other_number = document.entries(signer).iter().any(|&(key, value)| {
            let is_number = key.starts_with("nip_") || self.others.is_in(&key.replace('_', " "));
            is_number && document.text(value).is_some_and(is_written)
        });
        let needs_number = !text("jabatan").is_some_and(|text| self.without_number.is_in(text));
        let mut missing = Vec::new();
        if !is_there("jabatan") {
            missing.push(office());
        }
        if !is_there("nama") {
            missing.push(Phrase::new("nama", "name"));
        }
        if needs_number && !is_there("nip") && !has_other_number {
            missing.push(number());
        }
        missing
    }

    /// Of a signer in one text only the number can be told for sure.
    fn missing_words(&self, text: &str) -> Vec<Phrase> {
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let is_known = digits >= 8 || self.without_number.is_in(text) || self.others.is_in(text);
        if is_known || !text.contains(char::is_alphanumeric) {
            Vec::new()
        } else {
            vec![number()]
        }
    }
}
