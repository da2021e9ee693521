//! The keys of a mapping: which are there twice, and what `<<` takes over.

use std::collections::HashMap;

use super::{Builder, Found};
use crate::{
    document::{Content, FEW_KEYS, MERGE_KEY, Node, NodeId, ProblemKind, Text},
    span::Span,
};

impl Builder<'_> {
    /// Notes the duplicate keys of a mapping, and which mappings `<<` takes over.
    pub(super) fn note_keys(&mut self, node: NodeId) {
        let Some(Node {
            content: Content::Map { entries, .. },
            ..
        }) = self.nodes.get(node.index())
        else {
            return;
        };
        let mut first = FirstKeys::of(entries.len());
        let mut bases = Vec::new();
        for entry in entries {
            let key = match &entry.key {
                Text::Source(span) => self.source.slice(*span),
                Text::Own(text) => text,
            };
            if key == MERGE_KEY && matches!(entry.key, Text::Source(span) if span == entry.key_span)
            {
                match self
                    .nodes
                    .get(entry.value.index())
                    .map(|node| &node.content)
                {
                    Some(Content::List(items)) => bases.extend(items.iter().copied()),
                    _ => bases.push(entry.value),
                }
            } else if let Some(first) = first.get_or_add(key, entry.key_span) {
                let kind = ProblemKind::DuplicateKey {
                    key: key.to_owned(),
                    first,
                };
                self.found.push(Found {
                    kind,
                    span: entry.key_span,
                    node: entry.value,
                });
            }
        }
        if let Some(Node {
            content: Content::Map { merged, .. },
            ..
        }) = self.nodes.get_mut(node.index())
        {
            *merged = bases;
        }
    }
}

/// The keys of a mapping, each with where it stands first.
enum FirstKeys<'a> {
    Few(Vec<(&'a str, Span)>),
    Many(HashMap<&'a str, Span>),
}

impl<'a> FirstKeys<'a> {
    /// For a mapping of so many keys.
    fn of(count: usize) -> Self {
        if count > FEW_KEYS {
            Self::Many(HashMap::with_capacity(count))
        } else {
            Self::Few(Vec::with_capacity(count))
        }
    }

    /// Where the key stands first, if it was there before; else it stands here.
    fn get_or_add(&mut self, key: &'a str, span: Span) -> Option<Span> {
        let first = match self {
            Self::Few(keys) => keys
                .iter()
                .find(|(known, _)| *known == key)
                .map(|(_, at)| *at),
            Self::Many(keys) => keys.get(key).copied(),
        };
        if first.is_none() {
            match self {
                Self::Few(keys) => keys.push((key, span)),
                Self::Many(keys) => drop(keys.insert(key, span)),
            }
        }
        first
    }
}
