//! What is kept of the text of a document.

use std::fmt::Write as _;

use super::{Duplicate, NAMED, OWN, PARTS, Sketch, TOWARD, WHOLE, sketch};
use crate::{
    check::{Target, service_names::Peer},
    corpus::{Fact, names},
    document::{Document, NodeId},
};

/// Fewest words of a text that can be a copy of another.
const FEWEST_WORDS: usize = 20;

/// Most places where other units are named that are kept.
const MOST_PLACES: usize = 20;

/// Most words of the name of a unit.
const LONGEST_NAME: usize = 4;

/// The text of a document: the hashes of its words in lower case, keys among them.
#[derive(Default)]
pub(super) struct Text {
    words: Vec<u64>,
    /// The keys at the top, each with where what is said there ends.
    parts: Vec<(String, usize)>,
}

impl Text {
    pub(super) fn of(target: &Target<'_>) -> Self {
        let document = target.document;
        let mut text = Self::default();
        for (key, _, node) in document.keys(target.node) {
            sketch::add_words(key, &mut text.words);
            for below in document.written_below(node) {
                if below != node
                    && let Some(key) = document.key(below)
                {
                    sketch::add_words(key, &mut text.words);
                }
                if let Some(own) = own_text(document, below) {
                    sketch::add_words(own, &mut text.words);
                }
            }
            let key = names::words(key).join("_");
            text.parts.push((key, text.words.len()));
        }
        text
    }

    /// Whether it has too few words to be a copy of another.
    pub(super) fn is_short(&self) -> bool {
        self.words.len() < FEWEST_WORDS
    }

    /// The digest and the sketch of the text.
    pub(super) fn whole(&self, target: &Target<'_>) -> Fact {
        let key = format!("{:032x}", sketch::digest(&self.words));
        let sketch = Sketch::of(&self.words);
        let node = target.document.get(target.node, "nama");
        let fact = Fact::new(target, node.unwrap_or(target.node), key).role(WHOLE);
        fact.value(sketch.map(|sketch| sketch.print()).unwrap_or_default())
    }

    /// The keys at the top, each with a digest of its text.
    pub(super) fn parts(&self) -> Fact {
        let mut start = 0;
        let mut parts = String::new();
        for (key, end) in &self.parts {
            let words = self.words.get(start..*end).unwrap_or_default();
            start = *end;
            let space = if parts.is_empty() { "" } else { " " };
            let digest = sketch::of_run(words) & 0xffff_ffff;
            // Writing to a text does not fail.
            let _ = write!(parts, "{space}{key}:{digest:08x}");
        }
        Fact::bare(parts, "").role(PARTS)
    }
}

impl Duplicate {
    /// Where units of the sort are named: one of the words, then a name with capitals. A text that
    /// names its own unit beside another means both.
    pub(super) fn named(&self, target: &Target<'_>, own: &Peer, facts: &mut Vec<Fact>) {
        let document = target.document;
        let start = facts.len();
        for (key, _, node) in document.keys(target.node) {
            if key == "unit" || self.except.iter().any(|except| except == key) {
                continue;
            }
            let mut names_itself = false;
            for node in document.written_below(node) {
                let Some(text) = own_text(document, node) else {
                    continue;
                };
                let found = self.called.find(text).into_iter().filter_map(|range| {
                    let (length, name) = name(text.get(range.end..).unwrap_or_default())?;
                    Some((range.start..range.end + length, name))
                });
                let found: Vec<_> = found.collect();
                if found.iter().any(|(_, name)| name.starts_with(&own.own)) {
                    names_itself = true;
                    continue;
                }
                for (part, name) in found {
                    if facts.len() - start < MOST_PLACES {
                        let shown = text.get(part.clone()).unwrap_or_default();
                        let fact = Fact::part(target, node, part.clone(), name.join(" "));
                        let role = match self.is_toward(text, part.start) {
                            true => TOWARD,
                            false => NAMED,
                        };
                        facts.push(fact.value(key).shown(shown).role(role));
                    }
                }
            }
            if names_itself {
                facts.push(Fact::bare(key, "").role(OWN));
            }
        }
    }

    fn is_toward(&self, text: &str, at: usize) -> bool {
        let mut before = text.get(..at).unwrap_or_default().split_whitespace();
        let last = before.next_back().map(str::to_lowercase);
        last.is_some_and(|last| self.toward.contains(&last))
    }
}

/// The words with capitals that a text begins with, after a space, and how many bytes they are.
fn name(text: &str) -> Option<(usize, Vec<String>)> {
    let (mut length, mut name) = (0, Vec::new());
    let mut rest = text;
    while let Some(after) = rest.strip_prefix(' ')
        && name.len() < LONGEST_NAME
        && after.starts_with(char::is_uppercase)
    {
        let end = after
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(after.len());
        let (word, behind) = after.split_at(end);
        name.push(word.to_lowercase());
        length += 1 + end;
        rest = behind;
    }
    (!name.is_empty()).then_some((length, name))
}

/// The text of a node, where it stands there. What an alias or a merged key stands for is seen
/// where it is written.
fn own_text(document: &Document, node: NodeId) -> Option<&str> {
    let text = document.text(node)?;
    (!document.is_alias(node)).then_some(text)
}
