//! `open_ended`: a text that must be complete leaves nothing open.

use std::ops::Range;

use serde::Deserialize;

use super::{
    Check, Mistake, Sight, Target,
    not_pattern::one_gap,
    word_list::{self, NamedList},
};
use crate::{
    document::{NodeId, Step, Value},
    finding::{Hit, Severity},
    rule::Environment,
};

/// No text at or below the node holds a word by which its author leaves something open. Where
/// the text only lists examples, that is worth knowing and no more.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OpenEnded {
    /// The words.
    words: NamedList,
    /// Words that begin a list of examples: `seperti`, `misalnya`.
    examples: NamedList,
    /// Keys below the node that are remarks and not looked at.
    #[serde(default)]
    skip: Vec<String>,
}

impl Check for OpenEnded {
    fn arguments(&self) -> &'static [&'static str] {
        &["match", "value"]
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        let lists = [("words", &mut self.words), ("examples", &mut self.examples)];
        word_list::prepare(lists, environment)
    }

    fn sight(&self) -> Sight {
        Sight::Part
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let document = target.document;
        match document.value(target.node) {
            Value::Null => {}
            Value::Scalar { text, .. } => {
                let found = self.words.find(text);
                if !found.is_empty() && has_content(target) {
                    let loose = found.iter().all(|found| self.is_example(text, found));
                    let hit = one_gap(target, text, found);
                    hits.extend(hit.map(|hit| {
                        if loose {
                            hit.severity(Severity::Info)
                        } else {
                            hit
                        }
                    }));
                }
            }
            Value::List => {
                for &item in document.items(target.node) {
                    self.run(&target.with(item), hits);
                }
            }
            Value::Map => {
                for (key, value) in document.entries(target.node) {
                    if !self.skip.iter().any(|skip| skip == key) {
                        self.run(&target.with(value), hits);
                    }
                }
            }
        }
    }
}

impl OpenEnded {
    /// `identitas diri (KTP, SIM, dll)`, `KTP/SIM/dll`, `seperti KTP dan lain-lain`.
    fn is_example(&self, text: &str, found: &Range<usize>) -> bool {
        let before = text.get(..found.start).unwrap_or_default();
        let behind = text.get(found.end..).unwrap_or_default();
        let in_bracket = before.rfind('(') > before.rfind(')')
            && behind
                .find(')')
                .is_some_and(|close| behind.find('(').is_none_or(|open| close < open));
        let sentence = before.rfind(['.', ';', '\n']).map_or(0, |stop| stop + 1);
        let sentence = before.get(sentence..).unwrap_or_default();
        // `KTP atau dokumen lain yang sah` asks for one of several.
        let choice = ["/", " atau"]
            .iter()
            .any(|end| before.trim_end().ends_with(end));
        in_bracket || choice || self.examples.is_in(sentence)
    }
}

/// A time or cost that cannot be read at all is reported by the rules about times and costs.
fn has_content(target: &Target<'_>) -> bool {
    let path = target.document.path_of(target.node);
    let top = match path.steps().first() {
        Some(Step::Key(key)) => key.as_str(),
        _ => return true,
    };
    let node: NodeId = target.node;
    match top {
        "jangka_waktu" => target.readings.duration(target.document, node).is_ok(),
        "biaya" => target.readings.cost(target.document, node).is_ok(),
        _ => true,
    }
}
