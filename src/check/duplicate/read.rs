//! What is kept of the text of a document.

use std::collections::BTreeSet;

use super::{NAMED, PARTS, Sketch, WHOLE, sketch};
use crate::{
    check::{Target, service_names::Peer, word_list::NamedList},
    corpus::{Fact, names},
    document::{NodeId, Value},
};

/// Fewest words of a text that can be a copy of another.
const FEWEST_WORDS: usize = 20;

/// Most places where other units are named that are kept.
const MOST_PLACES: usize = 20;

/// Most words of the name of a unit.
const LONGEST_NAME: usize = 4;

/// The words of the document in their order, keys among them.
pub(super) fn words(target: &Target<'_>) -> Vec<String> {
    let mut words = Vec::new();
    walk(target, target.node, &mut |key, text| {
        words.extend(key.into_iter().chain(text).flat_map(names::words));
    });
    words
}

/// The digest and the sketch of the text; nothing for one of few words.
pub(super) fn whole(target: &Target<'_>, words: &[String]) -> Option<Fact> {
    if words.len() < FEWEST_WORDS {
        return None;
    }
    let mut hasher = blake3::Hasher::new();
    for word in words {
        hasher.update(word.as_bytes()).update(b" ");
    }
    let digest = hasher.finalize().to_hex();
    let key = digest.as_str().get(..32).unwrap_or_default();
    let sketch = Sketch::of(words.iter().map(String::as_str));
    let node = target.document.get(target.node, "nama");
    let fact = Fact::new(target, node.unwrap_or(target.node), key).role(WHOLE);
    Some(fact.value(sketch.map(|sketch| sketch.print()).unwrap_or_default()))
}

/// The keys at the top, each with a digest of its text.
pub(super) fn parts(target: &Target<'_>) -> Fact {
    let document = target.document;
    let part = |(key, node): (&str, NodeId)| {
        let mut text = String::new();
        walk(target, node, &mut |key, words| {
            for word in key.into_iter().chain(words).flat_map(names::words) {
                text.push_str(&word);
                text.push(' ');
            }
        });
        let key = names::words(key).join("_");
        format!("{key}:{:08x}", sketch::hash(&text) & 0xffff_ffff)
    };
    let parts: Vec<_> = document
        .entries(target.node)
        .into_iter()
        .map(part)
        .collect();
    let fact = Fact::new(target, target.node, "").role(PARTS);
    fact.value(parts.join(" "))
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

/// Every key and every text at and below a node, in their order.
fn walk<'a>(
    target: &Target<'a>,
    node: NodeId,
    visit: &mut impl FnMut(Option<&'a str>, Option<&'a str>),
) {
    let document = target.document;
    let mut waiting = vec![(None, node)];
    let mut seen = BTreeSet::new();
    while let Some((key, node)) = waiting.pop() {
        // What an alias or a merged key stands for is seen where it is written.
        if document.is_alias(node) || !seen.insert(node) {
            visit(key, None);
            continue;
        }
        visit(key, document.text(node));
        waiting.extend(document.items(node).iter().rev().map(|item| (None, *item)));
        let entries = document.entries(node);
        waiting.extend(entries.iter().rev().map(|(key, node)| (Some(*key), *node)));
    }
}
