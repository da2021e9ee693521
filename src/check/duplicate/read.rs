//! What is kept of the text of a document.

use std::collections::BTreeSet;

use super::{NAMED, PARTS, Sketch, WHOLE, sketch};
use crate::{
    check::{Target, service_names::Peer, word_list::NamedList},
    corpus::{Fact, names},
    document::{Document, NodeId, Value},
};

/// Fewest words of a text that can be a copy of another.
const FEWEST_WORDS: usize = 20;

/// Most places where other units are named that are kept.
const MOST_PLACES: usize = 20;

/// Most words of the name of a unit.
const LONGEST_NAME: usize = 4;

/// The text of a document: its words in lower case, keys among them, one space after each.
pub(super) struct Text {
    words: String,
    /// The keys at the top, each with where what is said there ends.
    parts: Vec<(String, usize)>,
}

impl Text {
    pub(super) fn of(target: &Target<'_>) -> Self {
        let document = target.document;
        let mut text = Self {
            words: String::new(),
            parts: Vec::new(),
        };
        let mut seen = BTreeSet::new();
        for (key, node) in document.entries(target.node) {
            names::plain_into(key, &mut text.words);
            walk(document, node, &mut seen, &mut |words| {
                names::plain_into(words, &mut text.words);
            });
            let key = names::words(key).join("_");
            text.parts.push((key, text.words.len()));
        }
        text
    }

    fn words(&self) -> impl Iterator<Item = &str> {
        self.words.split_ascii_whitespace()
    }

    /// Whether it has too few words to be a copy of another.
    pub(super) fn is_short(&self) -> bool {
        self.words().nth(FEWEST_WORDS - 1).is_none()
    }

    /// The digest and the sketch of the text.
    pub(super) fn whole(&self, target: &Target<'_>) -> Fact {
        let digest = blake3::hash(self.words.as_bytes()).to_hex();
        let key = digest.as_str().get(..32).unwrap_or_default();
        let sketch = Sketch::of(self.words());
        let node = target.document.get(target.node, "nama");
        let fact = Fact::new(target, node.unwrap_or(target.node), key).role(WHOLE);
        fact.value(sketch.map(|sketch| sketch.print()).unwrap_or_default())
    }

    /// The keys at the top, each with a digest of its text.
    pub(super) fn parts(&self) -> Fact {
        let mut start = 0;
        let part = |(key, end): &(String, usize)| {
            let text = self.words.get(start..*end).unwrap_or_default();
            start = *end;
            format!("{key}:{:08x}", sketch::hash(text) & 0xffff_ffff)
        };
        let parts: Vec<_> = self.parts.iter().map(part).collect();
        Fact::bare(parts.join(" "), "").role(PARTS)
    }
}

/// Where other units of the sort are named: one of the words, then a name with capitals.
pub(super) fn named(target: &Target<'_>, called: &NamedList, own: &Peer, facts: &mut Vec<Fact>) {
    let document = target.document;
    let start = facts.len();
    let mut waiting = vec![target.node];
    let mut seen = BTreeSet::new();
    while let Some(node) = waiting.pop() {
        if document.is_alias(node) || !seen.insert(node) {
            continue;
        }
        match document.value(node) {
            Value::List => waiting.extend(document.items(node).iter().rev()),
            Value::Map => {
                let entries = document.entries(node);
                let is_unit = |key: &str| node == target.node && key == "unit";
                let below = entries.iter().rev().filter(|(key, _)| !is_unit(key));
                waiting.extend(below.map(|(_, node)| *node));
            }
            Value::Scalar { text, .. } => {
                for range in called.find(text) {
                    let Some((length, name)) = name(text.get(range.end..).unwrap_or_default())
                    else {
                        continue;
                    };
                    let is_own = name.starts_with(&own.own);
                    if !is_own && facts.len() - start < MOST_PLACES {
                        let part = range.start..range.end + length;
                        let shown = text.get(part.clone()).unwrap_or_default();
                        let fact = Fact::part(target, node, part.clone(), name.join(" "));
                        facts.push(fact.shown(shown).role(NAMED));
                    }
                }
            }
            Value::Null => {}
        }
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

/// Every key below a node and every text at and below it, in their order.
fn walk<'a>(
    document: &'a Document,
    node: NodeId,
    seen: &mut BTreeSet<NodeId>,
    visit: &mut impl FnMut(&'a str),
) {
    let mut waiting = vec![(None, node)];
    while let Some((key, node)) = waiting.pop() {
        key.map(&mut *visit);
        // What an alias or a merged key stands for is seen where it is written.
        if document.is_alias(node) || !seen.insert(node) {
            continue;
        }
        document.text(node).map(&mut *visit);
        waiting.extend(document.items(node).iter().rev().map(|item| (None, *item)));
        let entries = document.entries(node);
        waiting.extend(entries.iter().rev().map(|(key, node)| (Some(*key), *node)));
    }
}
