//! What is kept of the text of a document.

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
            let mut add = |words| sketch::each_word(words, |hash| text.words.push(hash));
            add(key);
            walk(document, node, &mut |place| match place {
                Place::Key(words) | Place::Text(_, words) => add(words),
            });
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
        let bytes: Vec<_> = self
            .words
            .iter()
            .flat_map(|word| word.to_le_bytes())
            .collect();
        let digest = blake3::hash(&bytes).to_hex();
        let key = digest.as_str().get(..32).unwrap_or_default();
        let sketch = Sketch::of(&self.words);
        let node = target.document.get(target.node, "nama");
        let fact = Fact::new(target, node.unwrap_or(target.node), key).role(WHOLE);
        fact.value(sketch.map(|sketch| sketch.print()).unwrap_or_default())
    }

    /// The keys at the top, each with a digest of its text.
    pub(super) fn parts(&self) -> Fact {
        let mut start = 0;
        let part = |(key, end): &(String, usize)| {
            let words = self.words.get(start..*end).unwrap_or_default();
            start = *end;
            format!("{key}:{:08x}", sketch::of_run(words) & 0xffff_ffff)
        };
        let parts: Vec<_> = self.parts.iter().map(part).collect();
        Fact::bare(parts.join(" "), "").role(PARTS)
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
            walk(document, node, &mut |place| {
                let Place::Text(node, text) = place else {
                    return;
                };
                let found = self.called.find(text).into_iter().filter_map(|range| {
                    let (length, name) = name(text.get(range.end..).unwrap_or_default())?;
                    Some((range.start..range.end + length, name))
                });
                let found: Vec<_> = found.collect();
                if found.iter().any(|(_, name)| name.starts_with(&own.own)) {
                    names_itself = true;
                    return;
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
            });
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

/// What [`walk`] comes by.
enum Place<'a> {
    Key(&'a str),
    Text(NodeId, &'a str),
}

/// Every key below a node and every text at and below it, in their order. What an alias or a
/// merged key stands for is seen where it is written.
fn walk<'a>(document: &'a Document, node: NodeId, visit: &mut impl FnMut(Place<'a>)) {
    let mut waiting = vec![(None, node)];
    while let Some((key, node)) = waiting.pop() {
        if let Some(key) = key {
            visit(Place::Key(key));
        }
        if document.is_alias(node) {
            continue;
        }
        if let Some(text) = document.text(node) {
            visit(Place::Text(node, text));
        }
        let below = waiting.len();
        waiting.extend(document.items(node).iter().map(|item| (None, *item)));
        waiting.extend(document.keys(node).map(|(key, _, node)| (Some(key), node)));
        if let Some(below) = waiting.get_mut(below..) {
            below.reverse();
        }
    }
}
