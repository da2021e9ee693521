//! Changes of a citation in place.

use std::ops::Range;

use super::basis::{Bases, Basis};
use crate::{document::Path, finding::Edit, span::Span};

/// Signs that end a value, or begin another one, inside brackets.
const FLOW_SIGNS: [char; 5] = [',', '[', ']', '{', '}'];

/// The change of these bytes of the item, where the text may stand there as it is: in a value
/// on one line, plain or in quotes, that holds the bytes as they are read.
pub(super) fn edit(
    bases: &Bases<'_>,
    basis: &Basis,
    range: &Range<usize>,
    text: &str,
) -> Option<Edit> {
    let span = bases.span(basis, range);
    let source = bases.target.document.source();
    let value = bases.target.document.place(basis.node).value();
    let raw = source.slice(value);
    let is_as_read = bases.written(basis, range) == Some(source.slice(span));
    let is_quoted = raw.starts_with(['"', '\'']);
    let breaks = text.contains(['"', '\'', '\\', '\n'])
        || !is_quoted && (text.contains(": ") || text.contains(" #") || text.ends_with(':'))
        || !is_quoted && text.contains(FLOW_SIGNS) && is_in_brackets(bases, basis);
    let starts = !is_quoted && span.start == value.start;
    let is_odd_start = starts && !text.starts_with(|c: char| c.is_alphabetic());
    let fits = is_as_read && !raw.contains('\n') && !raw.starts_with(['|', '>']);
    (fits && !breaks && !is_odd_start).then(|| Edit {
        span,
        text: text.to_owned(),
    })
}

/// The removal of these bytes with the space before them.
pub(super) fn removal(bases: &Bases<'_>, basis: &Basis, range: &Range<usize>) -> Option<Edit> {
    let before = bases.text(basis)?.get(..range.start)?;
    let spaces = before.len() - before.trim_end_matches(' ').len();
    if spaces == 0 {
        return None;
    }
    edit(bases, basis, &(range.start - spaces..range.end), "")
}

/// Whether the value stands inside `[...]` or `{...}`.
fn is_in_brackets(bases: &Bases<'_>, basis: &Basis) -> bool {
    let document = bases.target.document;
    let path = document.path_of(basis.node);
    (0..path.steps().len()).any(|depth| {
        let above: Path = path.steps().iter().take(depth).cloned().collect();
        let span: Span = document.at(&above).value();
        document.source().slice(span).starts_with(['[', '{'])
    })
}
