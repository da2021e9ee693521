//! What is kept of a document.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{check::Target, document::NodeId, finding::Range};

/// Longest text that a fact shows, in characters.
const LONGEST_SHOWN: usize = 160;

/// Something a document says that is held against other documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// JSON Pointer of the node.
    pub path: String,
    /// Where it stands.
    pub range: Range,
    /// What it is compared with: facts that mean the same have the same key.
    pub key: String,
    /// The value that belongs to the key, where there is one: those that mean the same are equal.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub value: String,
    /// What it says, in its own words, shortened.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub shown: String,
    /// What it is to the check that reads it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
}

impl Fact {
    /// A fact about a node: its place, and its words as they are.
    pub fn new(target: &Target<'_>, node: NodeId, key: impl Into<String>) -> Self {
        let document = target.document;
        let place = document.place(node);
        let span = match document.text(node) {
            Some(_) => place.value(),
            None => place.key(),
        };
        let source = document.source();
        Self {
            path: document.path_of(node).to_string(),
            range: Range {
                start: source.position(span.start),
                end: source.position(span.end),
            },
            key: key.into(),
            value: String::new(),
            shown: shortened(document.text(node).unwrap_or_default()),
            role: String::new(),
        }
    }

    /// A fact about a part of the text of a node, in bytes of that text.
    pub fn part(
        target: &Target<'_>,
        node: NodeId,
        part: std::ops::Range<usize>,
        key: impl Into<String>,
    ) -> Self {
        let source = target.document.source();
        let span = target.document.place(node).part(part);
        Self {
            range: Range {
                start: source.position(span.start),
                end: source.position(span.end),
            },
            ..Self::new(target, node, key)
        }
    }

    /// With the value that belongs to the key.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    /// With other words to show.
    #[must_use]
    pub fn shown(mut self, words: &str) -> Self {
        self.shown = shortened(words);
        self
    }

    /// With what it is to the check that reads it.
    #[must_use]
    pub fn role(mut self, role: impl Into<String>) -> Self {
        self.role = role.into();
        self
    }
}

/// The facts of a document, by the code of the rule that reads them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DocumentFacts {
    by_rule: BTreeMap<String, Vec<Fact>>,
}

impl DocumentFacts {
    /// Keeps facts for a rule.
    pub fn add(&mut self, code: &str, facts: Vec<Fact>) {
        if !facts.is_empty() {
            self.by_rule
                .entry(code.to_owned())
                .or_default()
                .extend(facts);
        }
    }

    /// The facts for a rule.
    pub fn of(&self, code: &str) -> &[Fact] {
        self.by_rule.get(code).map_or(&[], Vec::as_slice)
    }
}

fn shortened(words: &str) -> String {
    let mut words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((cut, _)) = words.char_indices().nth(LONGEST_SHOWN) {
        words.truncate(cut);
        words.push('…');
    }
    words
}
