//! A JSON document as a tree, and the tests that use it.

#![allow(clippy::unwrap_used, reason = "a test stops by panicking")]

mod compile;
mod compliance;
mod errors;
mod limits;
mod oracle;
mod pattern;
mod select;

use serde_json::Value as Json;

use super::{Budget, Path, Tree, Value};

struct JsonTree<'a>(&'a Json);

impl<'t> Tree for JsonTree<'t> {
    type Node = &'t Json;

    fn root(&self) -> &'t Json {
        self.0
    }

    fn value(&self, node: &'t Json) -> Value<'_> {
        match node {
            Json::Null => Value::Null,
            Json::Bool(value) => Value::Bool(*value),
            Json::Number(number) => Value::Number(number.as_f64().unwrap()),
            Json::String(text) => Value::Text(text),
            Json::Array(_) => Value::List,
            Json::Object(_) => Value::Map,
        }
    }

    fn len(&self, node: &'t Json) -> usize {
        match node {
            Json::Array(list) => list.len(),
            Json::Object(map) => map.len(),
            _ => 0,
        }
    }

    fn children(&self, node: &'t Json) -> impl Iterator<Item = (Option<&str>, &'t Json)> {
        let list = node
            .as_array()
            .into_iter()
            .flatten()
            .map(|child| (None, child));
        let map = node.as_object().into_iter().flatten();
        list.chain(map.map(|(name, child)| (Some(name.as_str()), child)))
    }

    fn member(&self, node: &'t Json, name: &str) -> Option<&'t Json> {
        node.as_object()?.get(name)
    }
}

/// The nodes that `path` selects in `json`.
fn select<'t>(path: &Path, json: &'t Json) -> Vec<&'t Json> {
    let mut nodes = Vec::new();
    path.select(&JsonTree(json), &mut Budget::default(), &mut nodes)
        .unwrap();
    nodes
}
