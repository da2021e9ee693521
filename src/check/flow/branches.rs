//! Decisions and symbols.

use std::collections::HashMap;

use super::{
    Subject,
    ends::symbol_hit,
    place::{clipped, hit, step_name},
};
use crate::{
    document::{NodeId, Value},
    finding::Hit,
    flow::{Exit, Step, Symbol, Target},
    text::Phrase,
};

/// The ways out that say when they are taken.
fn labelled(step: &Step) -> impl Iterator<Item = (&str, &Exit)> {
    step.exits
        .iter()
        .filter_map(|exit| Some((exit.label.as_deref()?, exit)))
        .filter(|(label, _)| !label.is_empty())
}

/// Whether a decision does not say of two ways out when they are taken.
pub(super) fn lacks_branches(step: &Step) -> bool {
    step.symbol == Symbol::Decision && labelled(step).count() < 2
}

pub(super) fn few(subject: &Subject<'_>) -> Vec<Hit> {
    let document = subject.target.document;
    // Branches of another shape than a mapping are a gap of form.
    let is_misshapen = |step: &Step| {
        let branches = document.get(step.node, "jika");
        branches.is_some_and(|node| !document.is_blank(node) && document.value(node) != Value::Map)
            && labelled(step).next().is_none()
    };
    let gap = |step: &Step| {
        if !lacks_branches(step) || is_misshapen(step) {
            return None;
        }
        let state = match (labelled(step).count(), step.exits.len()) {
            (0, 0..=1) => Phrase::new("belum bercabang", "has no branches"),
            (0, _) => Phrase::new("belum melabeli cabangnya", "does not label its branches"),
            _ => Phrase::new(
                "baru mempunyai satu cabang berlabel",
                "has only one labelled branch",
            ),
        };
        let hit = hit(subject.target, step)
            .argument("step", step_name(step))
            .argument("state", state);
        Some(hit)
    };
    subject.flow.steps.iter().filter_map(gap).collect()
}

/// Labels that a reader takes for the same. The same key twice is a gap of form, and several
/// targets of one label are done at the same time.
pub(super) fn same_label(subject: &Subject<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for step in &subject.flow.steps {
        let mut known: HashMap<String, (&str, Option<NodeId>)> = HashMap::new();
        for (label, exit) in labelled(step) {
            let words: Vec<_> = label.split_whitespace().map(str::to_lowercase).collect();
            let first = known.entry(words.join(" ")).or_insert((label, exit.node));
            let (first, first_node) = *first;
            if first == label {
                continue;
            }
            let mut hit = match exit.node {
                Some(node) => Hit::new(
                    subject.target.document.path_of(node),
                    subject.target.document.place(node).key(),
                ),
                None => hit(subject.target, step),
            };
            if let Some(node) = first_node {
                let document = subject.target.document;
                let message = Phrase::new("label yang sama", "the same label");
                hit = hit.related(document.path_of(node), document.place(node).key(), message);
            }
            hits.push(
                hit.argument("step", step_name(step))
                    .argument("label", Phrase::same(clipped(label))),
            );
        }
    }
    hits
}

pub(super) fn same_target(subject: &Subject<'_>) -> Vec<Hit> {
    let steps = &subject.flow.steps;
    let gap = |step: &Step| {
        let mut exits = step.exits.iter();
        let Target::Step(goal) = exits.next()?.target else {
            return None;
        };
        let is_same =
            labelled(step).count() > 1 && exits.all(|exit| exit.target == Target::Step(goal));
        let goal = steps.get(goal)?;
        is_same.then(|| {
            hit(subject.target, step)
                .argument("step", step_name(step))
                .argument("goal", step_name(goal))
        })
    };
    steps.iter().filter_map(gap).collect()
}

pub(super) fn symbol(subject: &Subject<'_>) -> Vec<Hit> {
    let gap = |step: &Step| {
        let written = step.written_symbol.as_ref()?;
        let symbol = Symbol::guess(&written.text)?;
        // Of an end that goes on, that is the gap.
        let is_other = !matches!(symbol, Symbol::Decision | Symbol::End);
        (is_other && labelled(step).next().is_some()).then(|| {
            symbol_hit(subject, step)
                .argument("step", step_name(step))
                .argument("symbol", Phrase::same(symbol.name()))
        })
    };
    subject.flow.steps.iter().filter_map(gap).collect()
}

pub(super) fn unknown_symbol(subject: &Subject<'_>) -> Vec<Hit> {
    let gap = |step: &Step| {
        let written = step.written_symbol.as_ref()?;
        if Symbol::parse(&written.text).is_some() {
            return None;
        }
        let (hit, hint) = match Symbol::guess(&written.text).map(Symbol::name) {
            Some(name) => (
                symbol_hit(subject, step).label(Phrase::new(
                    format!("mungkin maksud Anda `{name}`"),
                    format!("perhaps you mean `{name}`"),
                )),
                Phrase::new(
                    format!("Tulis `{name}`, atau salah satu yang lain dari"),
                    format!("Write `{name}`, or another one of"),
                ),
            ),
            None => (
                symbol_hit(subject, step),
                Phrase::new("Pakai salah satu dari", "Use one of"),
            ),
        };
        let hit = hit
            .argument("symbol", Phrase::same(clipped(&written.text)))
            .argument("step", step_name(step))
            .argument("hint", hint);
        Some(hit)
    };
    subject.flow.steps.iter().filter_map(gap).collect()
}
