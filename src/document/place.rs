//! A path made into bytes of the file, in three widths.

use super::{Content, Document, KIND_KEY, NodeId, Path, Step, Style, Text, align};
use crate::span::Span;

/// Where a [`Path`] leads in a document.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    document: &'a Document,
    node: NodeId,
    found: bool,
}

impl Document {
    /// The place a path leads to. Where a key or entry is missing, the place is that of its
    /// nearest ancestor that is there.
    pub fn at(&self, path: &Path) -> Place<'_> {
        let mut place = self.place(NodeId::ROOT);
        for step in path.steps() {
            let next = match step {
                Step::Key(key) => self.get(place.node, key),
                Step::Index(index) => self
                    .items(place.node)
                    .get(*index)
                    .copied()
                    .or_else(|| self.get(place.node, &index.to_string())),
            };
            match next {
                Some(node) => place.node = node,
                None => {
                    place.found = false;
                    break;
                }
            }
        }
        place
    }

    /// The place of a node.
    pub fn place(&self, node: NodeId) -> Place<'_> {
        Place {
            document: self,
            node,
            found: true,
        }
    }
}

impl Place<'_> {
    /// The node, or its nearest ancestor where it is missing.
    pub fn node(&self) -> NodeId {
        self.node
    }

    /// Whether the path led to a node.
    pub fn is_found(&self) -> bool {
        self.found
    }

    /// The key the node stands under. A list entry has none: there it is the first key or the
    /// first line of the entry, or its dash; for the root, the key `jenis`, which says what the document is.
    pub fn key(&self) -> Span {
        if let Some((_, span)) = self.document.key_of(self.node) {
            return span;
        }
        let mut keys = self.document.keys(self.node);
        let first = if self.node == NodeId::ROOT {
            let kind = keys.find(|(key, ..)| *key == KIND_KEY);
            kind.or_else(|| self.document.keys(self.node).next())
        } else {
            keys.next()
        };
        first.map_or_else(|| self.first_line(), |(_, span, _)| span)
    }

    /// The whole value; of a missing value, its key.
    pub fn value(&self) -> Span {
        let span = self.span();
        if span.is_empty() { self.key() } else { span }
    }

    /// Bytes `part` of the text of a scalar, as written; the whole value where YAML's escapes
    /// make that impossible, or where the node is not a scalar.
    pub fn part(&self, part: impl Into<Span>) -> Span {
        let part = part.into();
        let node = self.document.nodes.get(self.node.index());
        // The part of an alias stands where the anchor is; point at the alias instead.
        let Some(Content::Scalar { text, style }) = node.map(|node| &node.content) else {
            return self.value();
        };
        match text {
            Text::Source(span) => {
                let found = Span::new(span.start + part.start, span.start + part.end);
                let is_whole = self
                    .document
                    .source
                    .text()
                    .get(found.start..found.end)
                    .is_some();
                if part.end <= span.len() && is_whole {
                    found
                } else {
                    self.value()
                }
            }
            Text::Own(_) if *style == Style::Alias => self.value(),
            Text::Own(text) => {
                let span = self.span();
                let raw = self.document.source.slice(span);
                match align::part(raw, *style == Style::Quoted, text, part) {
                    Some(found) => Span::new(span.start + found.start, span.start + found.end),
                    None => self.value(),
                }
            }
        }
    }

    fn span(&self) -> Span {
        self.document
            .nodes
            .get(self.node.index())
            .map(|node| node.span)
            .unwrap_or_default()
    }

    fn first_line(&self) -> Span {
        let span = self.span();
        let source = &self.document.source;
        let before = source.text().get(..span.start).unwrap_or_default();
        if span.is_empty() && before.ends_with('-') && self.node != NodeId::ROOT {
            // An entry without content is its dash.
            return Span::new(span.start - 1, span.start);
        }
        let line = source.line(source.line_index(span.start)).unwrap_or(span);
        Span::new(span.start, span.end.min(line.end))
    }
}
