//! Where a part of a text can be replaced in the file without a change of its YAML.

use std::ops::Range;

use super::Target;
use crate::{
    document::{NodeId, Step, Value},
    span::Span,
};

/// The place of a part of the text of a scalar, if `text` can simply stand there instead.
///
/// Nothing where the part is not written in the file as it is read (escapes, folded lines,
/// aliases), or where the new text would mean something to YAML.
pub(super) fn span(target: &Target<'_>, part: &Range<usize>, text: &str) -> Option<Span> {
    let document = target.document;
    let Value::Scalar { text: old, plain } = document.value(target.node) else {
        return None;
    };
    if document.is_alias(target.node) {
        return None;
    }
    let span = document.place(target.node).part(part.clone());
    let is_written = document.source().slice(span) == old.get(part.clone())?;
    let is_quiet = !text.contains([
        ':', '#', '\'', '"', '\\', '\n', '&', '*', '!', '|', '>', '%',
    ]) && text.starts_with(char::is_alphanumeric);
    let in_flow = || plain && is_in_flow(target);
    let breaks_flow = text.contains([',', '[', ']', '{', '}']) && in_flow();
    (is_written && is_quiet && !breaks_flow).then_some(span)
}

/// Whether a list or mapping around the node is written in `[...]` or `{...}`, where a comma
/// ends a text without quotes.
fn is_in_flow(target: &Target<'_>) -> bool {
    let document = target.document;
    let path = document.path_of(target.node);
    let mut node = NodeId::ROOT;
    for step in path.steps() {
        let span = document.place(node).value();
        if document.source().slice(span).starts_with(['[', '{']) {
            return true;
        }
        let below = match step {
            Step::Key(key) => document.get(node, key),
            Step::Index(index) => document.items(node).get(*index).copied(),
        };
        match below {
            Some(below) => node = below,
            None => return true,
        }
    }
    false
}
