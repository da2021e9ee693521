//! The times of a component, whether one text, a list of lines, or entries with their services.

use std::sync::Arc;

use super::Target;
use crate::{
    document::{NodeId, Value},
    value::duration::{Duration, DurationError},
};

/// A value of a component that is about time.
pub(super) struct Time<'a> {
    /// Its node, and the document around it.
    pub(super) target: Target<'a>,
    /// Its text.
    pub(super) text: &'a str,
    /// Whether it is a plain line of a list, which other lines may explain.
    pub(super) is_line: bool,
    /// The entry it stands in, where that is a mapping.
    pub(super) entry: Option<NodeId>,
}

impl Time<'_> {
    /// What it says.
    pub(super) fn duration(&self) -> Arc<Result<Duration, DurationError>> {
        let Target { document, node, .. } = self.target;
        self.target.readings.duration(document, node)
    }
}

/// All values of the component at the node that say something.
pub(super) fn times<'a>(target: &Target<'a>) -> Vec<Time<'a>> {
    let document = target.document;
    let (items, is_list) = match document.value(target.node) {
        Value::List => (document.items(target.node), true),
        _ => (std::slice::from_ref(&target.node), false),
    };
    let time = |&item: &NodeId| {
        let is_entry = document.value(item) == Value::Map;
        let node = match document.get(item, "waktu") {
            Some(value) if is_entry => value,
            _ => item,
        };
        let target = target.with(node);
        let text = target.text()?;
        text.contains(char::is_alphanumeric).then(|| Time {
            target,
            text,
            is_line: is_list && !is_entry,
            entry: is_entry.then_some(item),
        })
    };
    items.iter().filter_map(time).collect()
}
