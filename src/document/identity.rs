//! By what equal parts of documents are known.

use super::{Content, Document, NodeId, Style};

impl Document {
    /// Adds bytes that are the same for nodes that hold the same, and for no others: the texts and
    /// keys at and below it, and how they lie in one another. Where they stand in the file, and how
    /// texts are quoted, makes no difference. Adds none and gives `false` where an alias takes part,
    /// or where it would be more than `most` bytes.
    pub(crate) fn add_identity(&self, node: NodeId, most: usize, bytes: &mut Vec<u8>) -> bool {
        let start = bytes.len();
        for below in self.written_below(node) {
            if bytes.len() - start > most || !self.add_own(below, below != node, bytes) {
                bytes.truncate(start);
                return false;
            }
        }
        true
    }

    /// Every stretch begins with its length, so that no two sequences of them look the same.
    fn add_own(&self, node: NodeId, with_key: bool, bytes: &mut Vec<u8>) -> bool {
        let mut add = |tag: u8, length: usize, text: &str| {
            bytes.push(tag);
            bytes.extend_from_slice(&u32::try_from(length).unwrap_or(u32::MAX).to_le_bytes());
            bytes.extend_from_slice(text.as_bytes());
        };
        if let Some(key) = self.key(node).filter(|_| with_key) {
            add(b'k', key.len(), key);
        }
        match self.nodes.get(node.index()).map(|node| &node.content) {
            Some(Content::Scalar { text, style }) => {
                let text = self.text_of(text);
                match style {
                    Style::Plain => add(b'p', text.len(), text),
                    Style::Quoted | Style::Block => add(b'q', text.len(), text),
                    Style::Alias => return false,
                }
            }
            Some(Content::List(items)) => add(b'l', items.len(), ""),
            Some(Content::Map { entries, .. }) => add(b'm', entries.len(), ""),
            Some(Content::Alias(_)) | None => return false,
        }
        true
    }
}
