//! Where a step stands, and how it is called.

use crate::{check::Target, finding::Hit, flow::Step, sanitize, span::Span, text::Phrase};

/// Most places that one finding points to beside its own.
const MOST_RELATED: usize = 8;

/// Most characters of a number of a step.
const LONGEST_NAME: usize = 24;

/// A gap about a step: its activity is underlined, or its first line where it has none.
pub(super) fn hit(target: &Target<'_>, step: &Step) -> Hit {
    Hit::new(target.document.path_of(step.node), span(target, step))
}

/// With other steps that belong to it; of many the first ones.
pub(in crate::check) fn relate<'s>(
    mut hit: Hit,
    target: &Target<'_>,
    steps: impl IntoIterator<Item = &'s Step>,
    message: impl Fn(&Step) -> Phrase,
) -> Hit {
    for step in steps.into_iter().take(MOST_RELATED) {
        let path = target.document.path_of(step.node);
        hit = hit.related(path, span(target, step), message(step));
    }
    hit
}

fn span(target: &Target<'_>, step: &Step) -> Span {
    let document = target.document;
    match &step.text {
        Some(text) => document.place(text.node).value(),
        None => document.place(step.node).key(),
    }
}

/// The number of a step, as it may stand in a sentence.
pub(in crate::check) fn step_name(step: &Step) -> Phrase {
    Phrase::same(clipped(&step.id))
}

/// The beginning of a text that its author may have made as long as he liked.
pub(in crate::check) fn clipped(text: &str) -> String {
    match text.char_indices().nth(LONGEST_NAME) {
        Some((end, _)) => sanitize::one_line(text.get(..end).unwrap_or_default()) + "…",
        None => sanitize::one_line(text),
    }
}

/// `langkah 4`.
pub(super) fn step_phrase(step: &Step) -> Phrase {
    let id = clipped(&step.id);
    Phrase::new(format!("langkah {id}"), format!("step {id}"))
}
