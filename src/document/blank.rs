//! What is there, but says nothing.

use super::{Content, Document, NodeId, Value};

impl Document {
    /// Whether a value is missing, white space, or a list or mapping of nothing but such values.
    pub fn is_blank(&self, node: NodeId) -> bool {
        match self.value(node) {
            Value::Null => true,
            Value::Scalar { text, .. } => text.chars().all(is_blank_char),
            Value::List => self.items(node).iter().all(|&item| self.is_blank(item)),
            Value::Map => match self.content(node) {
                Some(Content::Map {
                    entries, merged, ..
                }) if merged.is_empty() => entries.iter().all(|entry| self.is_blank(entry.value)),
                _ => {
                    let entries = self.entries(node);
                    entries.iter().all(|&(_, value)| self.is_blank(value))
                }
            },
        }
    }
}

/// White space in the eyes of a reader: also what word processors leave behind.
fn is_blank_char(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}
