//! A YAML document as a tree whose every key and value knows its place in the file.
//!
//! Scalars keep the text the author wrote: `biaya: 10.000` is the text `10.000`, never the
//! number 10. Nothing else in sopan knows which YAML parser is used.

mod align;
mod blank;
mod build;
mod diagnose;
mod identity;
mod layout;
mod outline;
mod parse;
mod path;
mod place;
mod problem;
mod syntax;
mod walk;

use std::{
    collections::HashMap,
    sync::{Arc, OnceLock},
};

pub(crate) use layout::Head;
pub use parse::{Limits, Parsed, parse};
pub use path::{Path, PointerError, Step};
pub use place::Place;
pub use problem::{Problem, ProblemKind};
pub use syntax::SyntaxReason;

use crate::{source::Source, span::Span};

/// The key that says what kind of document this is.
pub const KIND_KEY: &str = "jenis";

/// The key that says which region, ministry or agency a document belongs to.
pub const REGION_KEY: &str = "wilayah";

/// The key by which YAML takes over the keys of another mapping.
pub const MERGE_KEY: &str = "<<";

/// Most keys of a mapping that are looked through one by one.
const FEW_KEYS: usize = 32;

/// Names a node of one [`Document`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeId(u32);

impl NodeId {
    /// The root node of every document.
    pub const ROOT: Self = Self(0);

    fn index(self) -> usize {
        self.0 as usize
    }
}

/// One document of a file.
#[derive(Debug)]
pub struct Document {
    source: Arc<Source>,
    /// Position among the documents of its file, from 0.
    index: usize,
    nodes: Vec<Node>,
    comments: Vec<Comment>,
    problems: Vec<Problem>,
}

#[derive(Debug)]
struct Node {
    span: Span,
    /// The node it stands in, and where among that node's entries.
    parent: Option<(NodeId, u32)>,
    content: Content,
}

#[derive(Debug)]
enum Content {
    Scalar {
        text: Text,
        style: Style,
    },
    List(Vec<NodeId>),
    Map {
        entries: Vec<Entry>,
        merged: Vec<NodeId>,
        /// Where each key stands last, made when a mapping of many keys is first asked.
        last: OnceLock<HashMap<String, usize>>,
    },
    /// `*name`; no target where the name is unknown, leads to itself, or aliases are too many.
    Alias(Option<NodeId>),
}

/// How a scalar is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Plain,
    Quoted,
    /// After `|` or `>`.
    Block,
    /// As an alias to a key: its text stands elsewhere.
    Alias,
}

#[derive(Debug)]
struct Entry {
    key: Text,
    key_span: Span,
    value: NodeId,
}

/// Text of a scalar: a stretch of the source, or its own where YAML folds or escapes.
#[derive(Debug, Clone)]
enum Text {
    Source(Span),
    Own(Box<str>),
}

/// A comment, without its `#`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// What stands after the `#`.
    pub text: String,
    /// Where it stands, with the `#`.
    pub span: Span,
}

/// What a node holds, as rules see it: aliases are followed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value<'a> {
    /// No value, or `~`, or `null`.
    Null,
    /// Text, number or truth value, as written.
    Scalar {
        /// The text after YAML's own unfolding and unescaping.
        text: &'a str,
        /// Whether it was written without quotes on one or more lines.
        plain: bool,
    },
    /// A list.
    List,
    /// A mapping.
    Map,
}

impl Document {
    /// The file it was read from.
    pub fn source(&self) -> &Arc<Source> {
        &self.source
    }

    /// Position among the documents of its file, from 0.
    pub fn index(&self) -> usize {
        self.index
    }

    /// Its comments, in the order of the file.
    pub fn comments(&self) -> &[Comment] {
        &self.comments
    }

    /// What is wrong with its form as YAML.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// What a node holds; aliases are followed.
    pub fn value(&self, node: NodeId) -> Value<'_> {
        match self.content(node) {
            Some(Content::Scalar { text, style }) => {
                let text = self.text_of(text);
                let plain = matches!(style, Style::Plain | Style::Alias);
                if plain && matches!(text, "" | "~" | "null" | "Null" | "NULL") {
                    Value::Null
                } else {
                    Value::Scalar { text, plain }
                }
            }
            Some(Content::List(_)) => Value::List,
            Some(Content::Map { .. }) => Value::Map,
            Some(Content::Alias(_)) | None => Value::Null,
        }
    }

    /// The text of a scalar; `None` for anything else, also for a missing value.
    pub fn text(&self, node: NodeId) -> Option<&str> {
        match self.value(node) {
            Value::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// The entries of a list; nothing for anything else.
    pub fn items(&self, node: NodeId) -> &[NodeId] {
        match self.content(node) {
            Some(Content::List(items)) => items,
            _ => &[],
        }
    }

    /// The entries of a list, or a node itself that is none: what a person with one thing to say
    /// writes in place of a list. Those without a value are left out.
    pub fn each(&self, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let each = match self.content(node) {
            Some(Content::List(items)) => items.as_slice(),
            _ => &[],
        };
        let alone = (self.value(node) != Value::List).then_some(node);
        let each = each.iter().copied().chain(alone);
        each.filter(|node| self.value(*node) != Value::Null)
    }

    /// Keys and values of a mapping as written, then those merged with `<<` that it does not
    /// have itself; nothing for anything else.
    pub fn entries(&self, node: NodeId) -> Vec<(&str, NodeId)> {
        let Some(Content::Map {
            entries, merged, ..
        }) = self.content(node)
        else {
            return Vec::new();
        };
        let own = entries
            .iter()
            .map(|entry| (self.text_of(&entry.key), entry.value));
        if merged.is_empty() {
            return own.collect();
        }
        let mut found: Vec<_> = own.filter(|(key, _)| *key != MERGE_KEY).collect();
        let mut known: HashMap<&str, usize> = found
            .iter()
            .enumerate()
            .map(|(at, (key, _))| (*key, at))
            .collect();
        for &base in merged {
            let first_of_base = found.len();
            for (key, value) in self.entries(base) {
                match known.get(key).copied() {
                    None => {
                        known.insert(key, found.len());
                        found.push((key, value));
                    }
                    // Of duplicate keys in one mapping the last one counts.
                    Some(at) if at >= first_of_base => {
                        if let Some(entry) = found.get_mut(at) {
                            entry.1 = value;
                        }
                    }
                    Some(_) => {}
                }
            }
        }
        found
    }

    /// How many entries [`Document::entries`] gives.
    pub fn entry_count(&self, node: NodeId) -> usize {
        match self.content(node) {
            Some(Content::Map {
                entries, merged, ..
            }) if merged.is_empty() => entries.len(),
            _ => self.entries(node).len(),
        }
    }

    /// The value of a key; of a duplicate key the last one, as most readers of YAML take it.
    pub fn get(&self, node: NodeId, key: &str) -> Option<NodeId> {
        let Some(Content::Map {
            entries,
            merged,
            last,
        }) = self.content(node)
        else {
            return None;
        };
        let own = if entries.len() > FEW_KEYS {
            let last = last.get_or_init(|| {
                let keys = entries
                    .iter()
                    .map(|entry| self.text_of(&entry.key).to_owned());
                keys.zip(0..).collect()
            });
            last.get(key).and_then(|&at| entries.get(at))
        } else {
            let mut entries = entries.iter().rev();
            entries.find(|entry| self.is_key(&entry.key, key))
        };
        own.map(|entry| entry.value)
            .or_else(|| merged.iter().find_map(|&base| self.get(base, key)))
    }

    /// Whether a node is an alias (`*name`).
    pub fn is_alias(&self, node: NodeId) -> bool {
        let content = self.nodes.get(node.index()).map(|node| &node.content);
        match content {
            Some(Content::Alias(_)) => true,
            Some(Content::Scalar { style, .. }) => *style == Style::Alias,
            _ => false,
        }
    }

    /// The node that an alias (`*name`) stands for; the node itself where it is none.
    pub fn target(&self, node: NodeId) -> NodeId {
        match self.nodes.get(node.index()).map(|node| &node.content) {
            // An alias leads to a node before it, so this ends.
            Some(Content::Alias(Some(target))) => self.target(*target),
            _ => node,
        }
    }

    /// The way from the root to a node.
    pub fn path_of(&self, node: NodeId) -> Path {
        let mut steps = Vec::new();
        let mut current = node;
        while let Some((parent, at)) = self.nodes.get(current.index()).and_then(|node| node.parent)
        {
            match self.nodes.get(parent.index()).map(|node| &node.content) {
                Some(Content::Map { entries, .. }) => {
                    let key = entries
                        .get(at as usize)
                        .map(|entry| self.text_of(&entry.key));
                    steps.push(Step::Key(key.unwrap_or_default().to_owned()));
                }
                _ => steps.push(Step::Index(at as usize)),
            }
            current = parent;
        }
        steps.reverse();
        steps.into_iter().collect()
    }

    /// The content of a node, behind any alias.
    fn content(&self, node: NodeId) -> Option<&Content> {
        match &self.nodes.get(node.index())?.content {
            // An alias leads to a node before it, so this ends.
            Content::Alias(target) => self.content((*target)?),
            content => Some(content),
        }
    }

    fn text_of<'a>(&'a self, text: &'a Text) -> &'a str {
        match text {
            Text::Source(span) => self.source.slice(*span),
            Text::Own(text) => text,
        }
    }

    /// Whether this is the text of a key. Most keys differ in length, which is told without looking
    /// into the file.
    fn is_key(&self, text: &Text, key: &str) -> bool {
        let length = match text {
            Text::Source(span) => span.len(),
            Text::Own(text) => text.len(),
        };
        length == key.len() && self.text_of(text) == key
    }

    /// The key a node stands under; none for the root and for the entries of a list.
    pub fn key(&self, node: NodeId) -> Option<&str> {
        self.key_of(node).map(|(key, _)| key)
    }

    /// The key a node stands under and where that key is written.
    fn key_of(&self, node: NodeId) -> Option<(&str, Span)> {
        let (parent, at) = self.nodes.get(node.index())?.parent?;
        match &self.nodes.get(parent.index())?.content {
            Content::Map { entries, .. } => {
                let entry = entries.get(at as usize)?;
                Some((self.text_of(&entry.key), entry.key_span))
            }
            _ => None,
        }
    }

    /// Every key of a mapping as written, duplicates too, with its place and value.
    pub fn keys(&self, node: NodeId) -> impl Iterator<Item = (&str, Span, NodeId)> + '_ {
        let entries: &[Entry] = match self.content(node) {
            Some(Content::Map { entries, .. }) => entries,
            _ => &[],
        };
        entries
            .iter()
            .map(|entry| (self.text_of(&entry.key), entry.key_span, entry.value))
    }
}

#[cfg(test)]
mod tests;
