//! Ways through a document as it is written in the file.

use super::{Content, Document, Entry, NodeId};

impl Document {
    /// The nodes directly below a node as written in the file: an alias is not followed and
    /// merged keys are not repeated, so that a walk over all children sees each node once.
    pub fn written_children(&self, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let (items, entries): (&[NodeId], &[Entry]) =
            match self.nodes.get(node.index()).map(|node| &node.content) {
                Some(Content::List(items)) => (items, &[]),
                Some(Content::Map { entries, .. }) => (&[], entries),
                _ => (&[], &[]),
            };
        items
            .iter()
            .copied()
            .chain(entries.iter().map(|entry| entry.value))
    }

    /// Whether a node is another one, or stands below it.
    pub fn is_below(&self, node: NodeId, other: NodeId) -> bool {
        let mut above = Some(node);
        while let Some(node) = above.filter(|node| *node != other) {
            let node = self.nodes.get(node.index());
            above = node.and_then(|node| node.parent).map(|(parent, _)| parent);
        }
        above.is_some()
    }

    /// A node and all below it as written in the file, in its order: as if
    /// [`Document::written_children`] was asked again and again.
    pub fn written_below(&self, node: NodeId) -> impl Iterator<Item = NodeId> + use<> {
        let mut last = node;
        while let Some(child) = self.written_children(last).last() {
            last = child;
        }
        // A node is numbered before those below it, and those before what follows it.
        (node.0..=last.0).map(NodeId)
    }

    /// All nodes in the order of the file, the root first.
    pub fn nodes(&self) -> impl Iterator<Item = NodeId> + use<> {
        (0..u32::try_from(self.nodes.len()).unwrap_or(u32::MAX)).map(NodeId)
    }
}
