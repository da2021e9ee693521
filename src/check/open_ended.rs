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
    value::numeral::Numeral,
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
    /// Words that leave it open where they are the whole text. Of times and costs, the rules about
    /// them say so.
    #[serde(default)]
    whole: Option<NamedList>,
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
        let whole = self.whole.as_mut().map(|list| ("whole", list));
        word_list::prepare(lists.into_iter().chain(whole), environment)
    }

    fn sight(&self) -> Sight {
        Sight::Part
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let document = target.document;
        match document.value(target.node) {
            Value::Null => {}
            Value::Scalar { text, .. } => {
                let mut found = self.words.find(text);
                found.retain(|found| !is_definite(text, found));
                let is_whole = found.is_empty() && self.is_whole(target, text);
                if is_whole {
                    found.push(0..text.trim_end().len());
                }
                if is_whole || !found.is_empty() && has_content(target) {
                    let cited = target.readings.texts().cited(text);
                    let loose = found.iter().all(|found| {
                        let points = cited.iter().any(|cited| cited.range.start >= found.end);
                        points || self.is_example(text, found)
                    });
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
    /// Whether nothing is said but that it is said elsewhere: `Sesuai ketentuan yang berlaku`.
    fn is_whole(&self, target: &Target<'_>, text: &str) -> bool {
        let bare = text.trim().trim_end_matches(['.', ';', ',']).trim_end();
        let is_listed = |whole: &NamedList| whole.contains(bare);
        self.whole.as_ref().is_some_and(is_listed)
            && !matches!(top(target).as_deref(), Some("jangka_waktu" | "biaya"))
    }

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

/// What follows a number, as in `kedua dan seterusnya`, or is named behind a colon, as in `dokumen
/// lain: akta nikah atau akta cerai`, is not left open.
fn is_definite(text: &str, found: &Range<usize>) -> bool {
    let before = text.get(..found.start).unwrap_or_default().trim_end();
    let last = before
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    let last = last.to_lowercase();
    let goes_on = text.get(found.clone()).is_some_and(|words| {
        let words = words.to_lowercase();
        words.contains("seterusnya") || words == "dst"
    });
    let number = last
        .strip_prefix("ke")
        .map(|number| number.trim_start_matches('-'));
    let is_ordinal = number.is_some_and(|number| {
        let digits = number.chars().all(|c| c.is_ascii_digit());
        !number.is_empty() && (digits || Numeral::parse(number).is_ok())
    });
    let behind = text.get(found.end..).unwrap_or_default();
    let sentence = behind.find(['.', ';', '\n']).unwrap_or(behind.len());
    let named = behind.get(..sentence).and_then(|rest| rest.split_once(':'));
    goes_on && is_ordinal || named.is_some_and(|(_, named)| named.contains(char::is_alphabetic))
}

/// The key at the top under which a node stands.
fn top(target: &Target<'_>) -> Option<String> {
    let path = target.document.path_of(target.node);
    match path.steps().first() {
        Some(Step::Key(key)) => Some(key.clone()),
        _ => None,
    }
}

/// A time or cost that cannot be read at all is reported by the rules about times and costs.
fn has_content(target: &Target<'_>) -> bool {
    let node: NodeId = target.node;
    match top(target).as_deref() {
        Some("jangka_waktu") => target.readings.duration(target.document, node).is_ok(),
        Some("biaya") => target.readings.cost(target.document, node).is_ok(),
        _ => true,
    }
}
