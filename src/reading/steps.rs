//! The steps of a procedure.

use std::rc::Rc;

use super::Readings;
use crate::document::{Document, NodeId, Value};

/// A step of a procedure.
#[derive(Debug, Clone)]
pub struct Step {
    /// The entry of `prosedur`.
    pub node: NodeId,
    /// Position, from 0.
    pub position: usize,
    /// Its `no`, or its place in the list, from 1.
    pub label: String,
    /// The activity; of a step that is plain text, that text.
    pub activity: Option<NodeId>,
    /// Whether it is plain text and has no columns.
    pub is_plain: bool,
    /// Its symbol, in lower case; a plain list begins with `mulai` and ends with `selesai`.
    pub symbol: String,
}

impl Readings {
    /// The steps of a node, which is the value of `prosedur`. Blank entries are none.
    pub fn steps(&self, document: &Document, node: NodeId) -> Rc<[Step]> {
        if let Some(known) = self.steps.borrow().get(&node) {
            return Rc::clone(known);
        }
        let steps: Rc<[Step]> = steps(document, node).into();
        self.steps.borrow_mut().insert(node, Rc::clone(&steps));
        steps
    }
}

fn steps(document: &Document, node: NodeId) -> Vec<Step> {
    let single = [node];
    let entries = match document.value(node) {
        Value::List => document.items(node),
        Value::Null => &[],
        _ => &single,
    };
    let filled = entries.iter().filter(|&&node| !document.is_blank(node));
    let mut steps: Vec<_> = filled
        .enumerate()
        .map(|(position, &node)| Step::read(document, position, node))
        .collect();
    for (name, is_first) in [("mulai", true), ("selesai", false)] {
        if steps.iter().any(|step| step.symbol == name) {
            continue;
        }
        let end = if is_first {
            steps.first_mut()
        } else {
            steps.last_mut()
        };
        if let Some(step) = end.filter(|step| step.symbol.is_empty()) {
            name.clone_into(&mut step.symbol);
        }
    }
    steps
}

impl Step {
    fn read(document: &Document, position: usize, node: NodeId) -> Self {
        let text = |key| document.get(node, key).and_then(|node| document.text(node));
        let is_plain = document.value(node) != Value::Map;
        let number = text("no").map(str::trim).filter(|text| !text.is_empty());
        // A name of a step that is a whole sentence would swamp the message.
        let number = number.filter(|text| text.chars().count() <= 12);
        let label = number.map_or_else(|| (position + 1).to_string(), str::to_owned);
        let activity = if is_plain {
            Some(node)
        } else {
            document.get(node, "uraian")
        };
        Self {
            node,
            position,
            label,
            activity: activity.filter(|&node| document.text(node).is_some()),
            is_plain,
            symbol: text("simbol").unwrap_or_default().trim().to_lowercase(),
        }
    }
}
