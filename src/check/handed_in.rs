//! `handed_in`: what the applicant hands in at a step stands among the requirements.

use std::{cell::LazyCell, collections::HashSet};

use serde::Deserialize;

use super::{
    Check, Mistake, Target,
    flow::{clipped, step_name},
    word_list::{self, NamedList},
};
use crate::{
    document::NodeId,
    finding::Hit,
    flow::{Flow, Item, Step},
    rule::Environment,
    text::Phrase,
};

/// Words that end what a sentence says is handed in.
const STOPS: [&str; 26] = [
    "di", "ke", "kepada", "pada", "untuk", "melalui", "dengan", "yang", "dari", "dalam", "lalu",
    "kemudian", "setelah", "sesudah", "agar", "guna", "sebagai", "bila", "jika", "apabila",
    "secara", "oleh", "sesuai", "serta", "dan", "atau",
];

/// The procedure. Only what is plainly a document counts, handed in by those who are served,
/// of whose words none stands among the requirements, nor comes out of the procedure itself.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HandedIn {
    /// Words for those who are served.
    applicants: NamedList,
    /// Words for handing in.
    verbs: NamedList,
    /// First words of documents that people bring along.
    documents: NamedList,
    /// Words that do not tell one document from another, or tell what arises on the way.
    general: NamedList,
    /// Words by which the requirements leave open what else there is.
    open: NamedList,
}

impl Check for HandedIn {
    fn arguments(&self) -> &'static [&'static str] {
        &["item", "step"]
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        let lists = [
            ("applicants", &mut self.applicants),
            ("verbs", &mut self.verbs),
            ("documents", &mut self.documents),
            ("general", &mut self.general),
            ("open", &mut self.open),
        ];
        word_list::prepare(lists, environment)
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let document = target.document;
        let Some(required) = document.get(NodeId::ROOT, "persyaratan") else {
            return;
        };
        let Some(flow) = target.readings.flow(document) else {
            return;
        };
        if document.is_blank(required) {
            return;
        }
        // In most procedures nothing is handed in that would have to be looked for.
        let known = LazyCell::new(|| self.known(target, required, &flow));
        for step in &flow.steps {
            // One gap for a step.
            if let Some((item, part)) = self.missing(step, || known.as_ref()) {
                let written = item.text.get(part.clone()).unwrap_or_default();
                let start = document.text(item.node).and_then(|text| text.find(written));
                let hit = match start {
                    Some(start) => target
                        .with(item.node)
                        .hit_part(start..start + written.len()),
                    None => target.with(item.node).hit(),
                };
                let place = document.place(required).key();
                let message = Phrase::new("belum disebut di sini", "not named here");
                hits.push(
                    hit.related(document.path_of(required), place, message)
                        .argument("item", Phrase::same(clipped(written)))
                        .argument("step", step_name(step)),
                );
            }
        }
    }
}

impl HandedIn {
    /// What is required, and what comes out of the procedure; nothing where the requirements leave
    /// open what else there may be.
    fn known(&self, target: &Target<'_>, required: NodeId, flow: &Flow) -> Option<Known> {
        let mut known = Known::default();
        let mut is_open = false;
        texts(target, required, &mut |text| {
            is_open = is_open || self.open.is_in(text);
            known.add(text);
        });
        known.add_outputs(flow);
        if let Some(product) = target.document.get(NodeId::ROOT, "produk") {
            texts(target, product, &mut |text| known.add(text));
        }
        (!is_open).then_some(known)
    }

    /// What a step says is handed in and is not known.
    fn missing<'s, 'k>(
        &self,
        step: &'s Step,
        known: impl Fn() -> Option<&'k Known>,
    ) -> Option<(&'s Item, std::ops::Range<usize>)> {
        let text = step.text.as_ref()?;
        let begins = |text: &str| {
            let words = self.applicants.find(text);
            words.first().is_some_and(|range| range.start == 0)
        };
        let is_applicant = match step.actors.as_slice() {
            [] => begins(&text.text),
            actors => actors
                .iter()
                .all(|actor| self.applicants.is_in(&actor.text)),
        };
        let verb = self.verbs.find(&text.text).into_iter().next()?;
        if !is_applicant {
            return None;
        }
        let rest = text.text.get(verb.end..).unwrap_or_default();
        let parts = parts(rest)
            .into_iter()
            .map(|part| (text, verb.end + part.start..verb.end + part.end));
        parts
            .filter(|(item, part)| {
                let part = item.text.get(part.clone()).unwrap_or_default();
                let documents = self.documents.find(part);
                documents.first().is_some_and(|range| range.start == 0)
                    && known().is_some_and(|known| self.is_missing(part, known))
            })
            .min_by_key(|(_, part)| part.start)
    }

    fn is_missing(&self, part: &str, known: &Known) -> bool {
        let words: Vec<_> = words(part).collect();
        let telling = words
            .iter()
            .filter(|word| word.chars().count() > 1 && !self.general.contains(word));
        let mut telling = telling.peekable();
        telling.peek().is_some()
            && !telling.any(|word| known.has(word))
            && !known.has(&initials(&words))
    }
}

/// What stands in the requirements, or comes out of the procedure.
#[derive(Default)]
struct Known {
    words: HashSet<String>,
    /// Of each text, the first letters of its words, to find `KTP` in `kartu tanda penduduk`.
    initials: String,
}

impl Known {
    fn add(&mut self, text: &str) {
        let words: Vec<_> = words(text).collect();
        self.initials.push_str(&initials(&words));
        self.initials.push(' ');
        self.words.extend(words);
    }

    fn add_outputs(&mut self, flow: &Flow) {
        for output in flow.steps.iter().flat_map(|step| &step.output) {
            self.add(&output.text);
        }
    }

    fn has(&self, word: &str) -> bool {
        // One letter stands in any text; longer than this is a word.
        let is_short_form = (2..=7).contains(&word.len());
        self.words.contains(word) || is_short_form && self.initials.contains(word)
    }
}

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

fn initials(words: &[String]) -> String {
    words
        .iter()
        .filter_map(|word| word.chars().next())
        .collect()
}

/// The things that the rest of a sentence names, up to where it speaks of something else.
fn parts(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut parts = Vec::new();
    let mut part: Option<std::ops::Range<usize>> = None;
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let start = at;
        at += word.len();
        let bare = word.trim().trim_end_matches([',', '.', ';', ')']);
        let plain = bare.to_lowercase();
        if !STOPS.contains(&plain.as_str()) {
            let end = start + bare.len();
            part = Some(part.map_or(start, |part: std::ops::Range<usize>| part.start)..end);
            if bare.len() == word.trim().len() {
                continue;
            }
        }
        parts.extend(part.take());
        let goes_on = matches!(plain.as_str(), "dan" | "serta") || word.trim().ends_with(',');
        if !goes_on {
            break;
        }
    }
    parts.extend(part);
    parts
}

fn texts(target: &Target<'_>, node: NodeId, take: &mut impl FnMut(&str)) {
    let keys: [&str; 0] = [];
    for entry in target.with(node).entries(&keys) {
        if let Some(text) = target.document.text(entry) {
            take(text);
        }
        for (_, value) in target.document.entries(entry) {
            if let Some(text) = target.document.text(value) {
                take(text);
            }
        }
    }
}
