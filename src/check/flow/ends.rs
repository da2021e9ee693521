//! Start and end.

use super::{
    Subject,
    place::{hit, relate, step_name, step_phrase},
};
use crate::{
    finding::Hit,
    flow::{Flow, Step, Symbol, Target},
    text::Phrase,
};

/// Whether a symbol that cannot be understood may be the one that is missing.
fn is_unsure(flow: &Flow) -> bool {
    let is_unknown = |step: &Step| {
        let written = step.written_symbol.as_ref();
        written.is_some_and(|written| Symbol::guess(&written.text).is_none())
    };
    flow.steps.iter().any(is_unknown)
}

pub(super) fn no_start(subject: &Subject<'_>) -> Option<Hit> {
    let flow = subject.flow;
    let first = flow.steps.first()?;
    let is_gap = flow.has(Symbol::End) && !flow.has(Symbol::Start) && !is_unsure(flow);
    is_gap
        .then(|| hit(subject.target, first).label(Phrase::new("langkah pertama", "the first step")))
}

pub(super) fn several_starts(subject: &Subject<'_>) -> Option<Hit> {
    let steps = &subject.flow.steps;
    let mut starts = steps.iter().filter(|step| step.symbol == Symbol::Start);
    let (first, second) = (starts.next()?, starts.next()?);
    let count = steps
        .iter()
        .filter(|step| step.symbol == Symbol::Start)
        .count();
    let others = std::iter::once(first).chain(starts);
    let hit = symbol_hit(subject, second).argument("count", Phrase::same(count.to_string()));
    Some(relate(hit, subject.target, others, |_| {
        Phrase::new("juga `mulai`", "a start too")
    }))
}

/// Whether the flow has a start but nothing says where it ends.
pub(super) fn lacks_end(flow: &Flow) -> bool {
    let ends_elsewhere = |step: &Step| step.exits.iter().any(|exit| exit.target == Target::End);
    flow.has(Symbol::Start)
        && !flow.has(Symbol::End)
        && !is_unsure(flow)
        && !flow.steps.iter().any(ends_elsewhere)
}

pub(super) fn no_end(subject: &Subject<'_>) -> Option<Hit> {
    let last = subject.flow.steps.last()?;
    lacks_end(subject.flow)
        .then(|| hit(subject.target, last).label(Phrase::new("langkah terakhir", "the last step")))
}

/// Whether ends are drawn, so that a step without one must go on.
pub(super) fn can_have_dead_ends(flow: &Flow) -> bool {
    flow.has(Symbol::End) && !is_unsure(flow)
}

/// Whether nothing follows on a step that is no end. A decision without ways out and a link
/// without partner are gaps of their own.
pub(super) fn is_dead_end(step: &Step) -> bool {
    matches!(step.symbol, Symbol::Start | Symbol::Process) && step.exits.is_empty()
}

pub(super) fn dead_ends(subject: &Subject<'_>) -> Vec<Hit> {
    let flow = subject.flow;
    if !can_have_dead_ends(flow) {
        return Vec::new();
    }
    let reached = &flow.structure().reached;
    let steps = flow
        .steps
        .iter()
        .zip(reached)
        .filter(|(_, reached)| **reached);
    let dead = steps.map(|(step, _)| step).filter(|step| is_dead_end(step));
    dead.map(|step| {
        let label = Phrase::new("tidak ada langkah sesudahnya", "no step follows");
        hit(subject.target, step)
            .label(label)
            .argument("step", step_name(step))
    })
    .collect()
}

pub(super) fn continued(subject: &Subject<'_>) -> Vec<Hit> {
    let steps = &subject.flow.steps;
    let gap = |step: &Step| {
        if step.symbol != Symbol::End || step.exits.is_empty() {
            return None;
        }
        let hit = symbol_hit(subject, step).argument("step", step_name(step));
        let next = step.next().filter_map(|index| steps.get(index));
        Some(relate(hit, subject.target, next, |next| {
            let name = step_phrase(next);
            Phrase::new(
                format!("berlanjut ke {}", name.get(crate::text::Lang::Id)),
                format!("goes on to {}", name.get(crate::text::Lang::En)),
            )
        }))
    };
    steps.iter().filter_map(gap).collect()
}

/// A gap about the symbol of a step.
pub(super) fn symbol_hit(subject: &Subject<'_>, step: &Step) -> Hit {
    match &step.written_symbol {
        Some(written) => subject.target.with(written.node).hit(),
        None => hit(subject.target, step),
    }
}
