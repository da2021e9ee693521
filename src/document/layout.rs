//! How the tree lies on the lines of the file, for what stands between its nodes: comments.

use super::{Content, Document, Node, NodeId, Style};
use crate::span::Span;

/// Where a key, or an entry of a list, begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Head {
    /// The first byte of the key; of a list entry the first byte after its dash.
    pub(crate) start: usize,
    /// The value under the key, or the entry.
    pub(crate) node: NodeId,
}

impl Document {
    /// The heads of all keys and entries in the order of the file; of those that begin
    /// together, the outer one comes first. The root has none.
    pub(crate) fn heads(&self) -> Vec<Head> {
        let head = |node: NodeId| {
            let start = self.head_of(node)?;
            Some(Head { start, node })
        };
        let mut heads: Vec<_> = self.nodes().filter_map(head).collect();
        heads.sort_by_key(|head| head.start);
        heads
    }

    /// Where a node begins, its key included; none for the root.
    pub(crate) fn head_of(&self, node: NodeId) -> Option<usize> {
        let (parent, at) = self.nodes.get(node.index())?.parent?;
        match &self.nodes.get(parent.index())?.content {
            Content::Map { entries, .. } => Some(entries.get(at as usize)?.key_span.start),
            _ => Some(self.entry_start(self.nodes.get(node.index())?)),
        }
    }

    /// Where the root begins, the `|` or `>` of a block text included.
    pub(crate) fn root_start(&self) -> usize {
        let root = self.nodes.get(NodeId::ROOT.index());
        root.map_or(0, |root| self.entry_start(root))
    }

    /// Where an entry of a list begins. The place of a block text is that of its words, which
    /// stand below the `|` or `>`.
    fn entry_start(&self, node: &Node) -> usize {
        let style = match &node.content {
            Content::Scalar { style, .. } => *style,
            _ => Style::Plain,
        };
        if style != Style::Block {
            return node.span.start;
        }
        let before = self.source.text().get(..node.span.start);
        let before = before.unwrap_or_default().trim_end();
        let line = self.source.line(self.source.line_index(before.len()));
        let line = line.unwrap_or(node.span);
        let text = self.source.slice(line);
        line.start + text.len() - text.trim_start_matches([' ', '\t', '-']).len()
    }

    /// The list or mapping a node stands in.
    pub(crate) fn parent(&self, node: NodeId) -> Option<NodeId> {
        let (parent, _) = self.nodes.get(node.index())?.parent?;
        Some(parent)
    }

    /// The bytes of a node, its key not included.
    pub(crate) fn span_of(&self, node: NodeId) -> Span {
        let node = self.nodes.get(node.index());
        node.map(|node| node.span).unwrap_or_default()
    }

    /// Whether a node is a list or mapping written in brackets.
    pub(crate) fn is_in_brackets(&self, node: NodeId) -> bool {
        let Some(node) = self.nodes.get(node.index()) else {
            return false;
        };
        let brackets = match &node.content {
            Content::List(_) => ('[', ']'),
            Content::Map { .. } => ('{', '}'),
            _ => return false,
        };
        let text = self.source.slice(node.span);
        text.len() > 1 && text.starts_with(brackets.0) && text.ends_with(brackets.1)
    }

    /// Whether two documents hold the same keys and values in the same order, however they are
    /// laid out and commented.
    pub(crate) fn is_same_tree(&self, other: &Self) -> bool {
        let same = |one: &Node, two: &Node| {
            one.parent == two.parent
                && match (&one.content, &two.content) {
                    (
                        Content::Scalar { text, style },
                        Content::Scalar {
                            text: text2,
                            style: style2,
                        },
                    ) => self.text_of(text) == other.text_of(text2) && style == style2,
                    (Content::List(items), Content::List(items2)) => items == items2,
                    (Content::Map { entries, .. }, Content::Map { entries: two, .. }) => {
                        entries.len() == two.len()
                            && entries.iter().zip(two).all(|(one, two)| {
                                one.value == two.value
                                    && self.text_of(&one.key) == other.text_of(&two.key)
                            })
                    }
                    (Content::Alias(target), Content::Alias(target2)) => target == target2,
                    _ => false,
                }
        };
        self.nodes.len() == other.nodes.len()
            && self
                .nodes
                .iter()
                .zip(&other.nodes)
                .all(|(one, two)| same(one, two))
    }
}
