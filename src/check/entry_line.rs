//! The line of a list entry, to be taken away as a whole.

use crate::{
    document::{Document, NodeId, Value},
    span::Span,
};

/// The bytes of the line of an entry, with one line break: `- text` and nothing else. Nothing
/// where the entry has several lines, stands in `[...]`, bears an anchor, a tag or a comment,
/// or is an alias.
pub(super) fn line_of_entry(document: &Document, node: NodeId) -> Option<Span> {
    let is_text = matches!(document.value(node), Value::Scalar { .. });
    if !is_text || document.is_alias(node) {
        return None;
    }
    let source = document.source();
    let value = document.place(node).value();
    let index = source.line_index(value.start);
    let line = source.line(index)?;
    let before = source.slice(Span::new(line.start, value.start));
    let behind = source.slice(Span::new(value.end, line.end));
    let dash = before.trim_start_matches(' ').strip_prefix('-')?;
    let is_alone =
        value.end <= line.end && behind.trim().is_empty() && is_space(dash) && !dash.is_empty();
    if !is_alone || source.slice(value).starts_with(['|', '>']) {
        return None;
    }
    match source.line(index + 1) {
        Some(next) => Some(Span::new(line.start, next.start)),
        // The last line has no break of its own; it takes the one before.
        None => {
            let above = source.line(index.checked_sub(1)?)?;
            Some(Span::new(above.end, line.end))
        }
    }
}

fn is_space(text: &str) -> bool {
    text.chars().all(|c| c == ' ')
}
