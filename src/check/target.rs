//! What a check is given to look at.

use super::Today;
use crate::{
    document::{Document, NodeId, REGION_KEY, Value},
    finding::Hit,
    reading::Readings,
    register::Register,
    rule::{Form, RuleSet},
    text::Phrase,
};

/// What a check looks at.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// The document.
    pub document: &'a Document,
    /// The node that the rule's `given` selected.
    pub node: NodeId,
    /// What may stand in a document of this kind; the form of its root.
    pub form: &'a Form,
    /// The day of the run.
    pub today: &'a Today,
    /// The values of the document, each read once.
    pub readings: &'a Readings,
    /// The rules of the run, which know the register of regulations.
    pub rules: &'a RuleSet,
    /// The region of the document where it names none, as the settings say.
    pub region: Option<&'a str>,
}

impl<'a> Target<'a> {
    /// The same document, another node.
    #[must_use]
    pub fn with(self, node: NodeId) -> Self {
        Self { node, ..self }
    }

    /// A gap about the whole value of the node.
    pub fn hit(&self) -> Hit {
        Hit::new(
            self.document.path_of(self.node),
            self.document.place(self.node).value(),
        )
    }

    /// A gap about a part of the text of the node, in bytes of that text.
    pub fn hit_part(&self, part: std::ops::Range<usize>) -> Hit {
        Hit::new(
            self.document.path_of(self.node),
            self.document.place(self.node).part(part),
        )
    }

    /// The text of the node, where it is a scalar with something in it.
    pub fn text(&self) -> Option<&'a str> {
        self.document
            .text(self.node)
            .filter(|text| !text.trim().is_empty())
    }

    /// The entries of the node. A person may write one entry as plain text, several as a list,
    /// and each as text or as a mapping: this sees the same thing. Of an entry that is a
    /// mapping, the value of the first of `keys` that it has counts; without `keys`, the
    /// mapping itself.
    pub fn entries(&self, keys: &[impl AsRef<str>]) -> Vec<NodeId> {
        let document = self.document;
        let entry = |node: NodeId| match document.value(node) {
            Value::Map if !keys.is_empty() => {
                keys.iter().find_map(|key| document.get(node, key.as_ref()))
            }
            _ => Some(node),
        };
        document.each(self.node).filter_map(entry).collect()
    }

    /// What is known of regulations.
    pub fn register(&self) -> &'a Register {
        self.rules.register()
    }

    /// A node at the top of the document.
    pub fn top(&self, key: &str) -> Option<Self> {
        self.document
            .get(NodeId::ROOT, key)
            .map(|node| self.with(node))
    }

    /// The region of the document: its own word, else that of the settings.
    pub fn home(&self) -> Option<&'a str> {
        let own = self.top(REGION_KEY).and_then(|region| region.text());
        own.or(self.region)
    }

    /// How people call a key at the top of the document; the key itself where no pack says.
    pub fn title(&self, key: &str) -> Phrase {
        let title = self.form.keys.get(key).and_then(|form| form.title.clone());
        title.unwrap_or_else(|| Phrase::same(format!("`{key}`")))
    }
}
