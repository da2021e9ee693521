//! A document as the tree that JSONPath walks.

use super::jsonpath::{Tree, Value as PathValue};
use crate::document::{Document, NodeId, Value};

impl Tree for Document {
    type Node = NodeId;

    fn root(&self) -> NodeId {
        NodeId::ROOT
    }

    fn value(&self, node: NodeId) -> PathValue<'_> {
        match Self::value(self, node) {
            Value::Null => PathValue::Null,
            Value::Scalar { text, plain } => scalar(text, plain),
            Value::List => PathValue::List,
            Value::Map => PathValue::Map,
        }
    }

    fn is_branch(&self, node: NodeId) -> bool {
        matches!(Self::value(self, node), Value::List | Value::Map)
    }

    fn len(&self, node: NodeId) -> usize {
        match Self::value(self, node) {
            Value::List => self.items(node).len(),
            Value::Map => self.entry_count(node),
            _ => 0,
        }
    }

    fn children(&self, node: NodeId) -> impl Iterator<Item = (Option<&str>, NodeId)> {
        let items = self.items(node).iter().map(|&item| (None, item));
        items.chain(
            self.entries(node)
                .into_iter()
                .map(|(key, value)| (Some(key), value)),
        )
    }

    fn member(&self, node: NodeId, name: &str) -> Option<NodeId> {
        self.get(node, name)
    }

    fn element(&self, node: NodeId, index: usize) -> Option<NodeId> {
        self.items(node).get(index).copied()
    }

    /// What an alias stands for is visited where it is written.
    fn descends(&self, node: NodeId) -> bool {
        !self.is_alias(node)
    }
}

/// Quoted text is text. Of plain text only truth values and whole numbers are more: `10.000`
/// is how people here write ten thousand, so a dot never makes a number.
fn scalar(text: &str, plain: bool) -> PathValue<'_> {
    if plain {
        match text {
            "true" => return PathValue::Bool(true),
            "false" => return PathValue::Bool(false),
            _ => {}
        }
        let digits = text.strip_prefix('-').unwrap_or(text);
        let is_whole = !digits.is_empty()
            && digits.len() < 16
            && digits.bytes().all(|byte| byte.is_ascii_digit())
            && (digits == "0" || !digits.starts_with('0'));
        if is_whole && let Ok(number) = text.parse() {
            return PathValue::Number(number);
        }
    }
    PathValue::Text(text)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::jsonpath::{Budget, Path};
    use crate::{
        document::{Document, Limits, parse},
        source::Source,
    };

    fn document(yaml: &str) -> Document {
        let source = Arc::new(Source::from_text("a.yaml", yaml));
        parse(&source, &Limits::default()).documents.remove(0)
    }

    fn select(yaml: &str, path: &str) -> Vec<String> {
        let document = document(yaml);
        let mut nodes = Vec::new();
        Path::compile(path)
            .unwrap()
            .select(&document, &mut Budget::default(), &mut nodes)
            .unwrap();
        nodes
            .into_iter()
            .map(|node| document.path_of(node).to_string())
            .collect()
    }

    #[test]
    fn selects_nodes_of_a_document() {
        let yaml = "biaya: 10.000\nprosedur:\n- no: 1\n  waktu: 5\n- {no: 2, waktu: '5'}\n";
        assert_eq!(
            select(yaml, "$.prosedur[*].waktu"),
            ["/prosedur/0/waktu", "/prosedur/1/waktu"]
        );
        assert_eq!(select(yaml, "$.prosedur[?@.waktu == 5]"), ["/prosedur/0"]);
        assert_eq!(select(yaml, "$.prosedur[?@.waktu == '5']"), ["/prosedur/1"]);
        assert_eq!(select(yaml, "$[?@ == '10.000']"), ["/biaya"]);
    }

    #[test]
    fn a_descent_meets_each_written_node_once() {
        let yaml = "a: &x {p: 1}\nb: *x\nc: {<<: *x, q: 2}\n";
        assert_eq!(select(yaml, "$..p"), ["/a/p", "/a/p"]);
        assert_eq!(select(yaml, "$.b.p"), ["/a/p"]);
        assert_eq!(select(yaml, "$..q"), ["/c/q"]);
    }
}
