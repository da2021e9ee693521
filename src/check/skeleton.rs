//! A component that is missing, put where the regulation has it, to be filled in.

use super::Target;
use crate::{
    document::{Document, NodeId, Value},
    draft::PLACEHOLDER,
    finding::{Edit, Fix},
    span::Span,
    text::Phrase,
};

/// Puts a component at the top of the document, behind the last of those that come before it in
/// the regulation. Nothing for keys that are no component, and where the top of the document is
/// not written as one key a line.
pub(super) fn insertion(target: &Target<'_>, key: &str) -> Option<Fix> {
    if target.node != NodeId::ROOT {
        return None;
    }
    let document = target.document;
    let kind = target.rules.kind_of(document)?;
    // In brackets a key a line is no line of its own.
    let root = document
        .source()
        .slice(document.place(NodeId::ROOT).value());
    if root.trim_start().starts_with('{') {
        return None;
    }
    let order = |key: &str| kind.components.iter().position(|part| part.key == key);
    let wanted = order(key)?;
    let entries: Vec<_> = document.keys(NodeId::ROOT).collect();
    let indent = indent(document, entries.first()?.1)?;
    let is_before = |at: &usize| {
        let known = entries.get(*at).and_then(|(key, ..)| order(key));
        known.is_some_and(|known| known < wanted)
    };
    let is_behind = |at: &usize| {
        let known = entries.get(*at).and_then(|(key, ..)| order(key));
        known.is_some_and(|known| known > wanted)
    };
    let all = 0..entries.len();
    let behind = match all.clone().rfind(is_before) {
        Some(at) => at,
        // The first of all components comes before the others, behind the head.
        None => match all.clone().find(is_behind) {
            Some(at) => at.checked_sub(1)?,
            None => all.clone().next_back()?,
        },
    };
    let (_, key_span, value) = entries.get(behind)?;
    if indent != self::indent(document, *key_span)? {
        return None;
    }
    let edit = line_behind(
        document,
        end(document, *value),
        indent,
        &format!("{indent}{key}: {PLACEHOLDER}"),
    )?;
    Some(Fix {
        title: Phrase::new(
            format!("Sisipkan `{key}` untuk diisi"),
            format!("Insert `{key}` to be filled in"),
        ),
        safe: false,
        edits: vec![edit],
    })
}

/// The white space before a key, if nothing else stands there.
fn indent(document: &Document, key: Span) -> Option<&str> {
    let source = document.source();
    let line = source.line(source.line_index(key.start))?;
    let before = source.slice(Span::new(line.start, key.start));
    before.chars().all(|c| c == ' ').then_some(before)
}

/// The byte after the last sign of a value. Where a block ends, the spans of lists and mappings
/// may reach over the lines behind it; those of their last texts do not.
fn end(document: &Document, node: NodeId) -> usize {
    let span = document.place(node).value();
    let raw = document.source().slice(span);
    let is_block = !raw.starts_with(['[', '{']) && !document.is_alias(node);
    let last = match document.value(node) {
        Value::List | Value::Map if is_block => document.written_children(node).last(),
        _ => None,
    };
    match last {
        Some(last) => end(document, last),
        None => span.start + raw.trim_end().len(),
    }
}

/// A new line behind the one in which a value ends, and behind comments that stand deeper than
/// the keys and so belong to that value.
fn line_behind(document: &Document, end: usize, indent: &str, line: &str) -> Option<Edit> {
    let source = document.source();
    let mut index = source.line_index(end);
    let belongs = |index: usize| {
        let span = source.line(index)?;
        let text = source.slice(span);
        let words = text.trim_start_matches(' ');
        Some(words.starts_with('#') && text.len() - words.len() > indent.len())
    };
    while belongs(index + 1) == Some(true) {
        index += 1;
    }
    let this = source.line(index)?;
    let (at, text) = match source.line(index + 1) {
        Some(next) => {
            let ending = source.slice(Span::new(this.end, next.start));
            (next.start, format!("{line}{ending}"))
        }
        None => {
            let first = source.line(0)?;
            let second = source
                .line(1)
                .map(|second| Span::new(first.end, second.start));
            let ending = second.map_or("\n", |span| source.slice(span));
            (this.end, format!("{ending}{line}"))
        }
    };
    let span = Span::new(at, at);
    Some(Edit { span, text })
}
