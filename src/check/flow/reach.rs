//! Steps that nothing leads to, and loops that lead nowhere else.

use std::collections::VecDeque;

use super::{
    Subject, ends,
    place::{clipped, hit, relate, step_name, step_phrase},
};
use crate::{
    finding::Hit,
    flow::{Step, Symbol, Target},
    text::Phrase,
};

/// Most steps that a message names.
const MOST_NAMED: usize = 6;

/// One gap for each part of the procedure that is cut off, at the step where it begins.
pub(super) fn unreachable(subject: &Subject<'_>) -> Vec<Hit> {
    let flow = subject.flow;
    let structure = flow.structure();
    if structure.reached.iter().all(|reached| *reached) || misses_exit(subject) {
        return Vec::new();
    }
    let graph = &structure.graph;
    let components = graph.components();
    let component = |node: usize| components.get(node).copied().unwrap_or_default();
    let is_cut_off = |step: usize| structure.reached.get(step) == Some(&false);
    // Components that some other one leads to; only from parts that are cut off themselves.
    let mut is_entered = vec![false; graph.len()];
    for node in 0..graph.len() {
        for &next in graph.next(node) {
            if component(node) != component(next)
                && let Some(entered) = is_entered.get_mut(component(next))
            {
                *entered = true;
            }
        }
    }
    let mut owned = vec![false; graph.len()];
    let mut hits = Vec::new();
    for (root, step) in (0..).zip(&flow.steps) {
        let is_root = is_cut_off(root)
            && is_entered.get(component(root)) == Some(&false)
            && owned.get(root) == Some(&false);
        if !is_root {
            continue;
        }
        let mut members = Vec::new();
        let mut waiting = VecDeque::from([root]);
        while let Some(node) = waiting.pop_front() {
            let may_own = node >= flow.steps.len() || is_cut_off(node);
            if let Some(owned @ false) = owned.get_mut(node)
                && may_own
            {
                *owned = true;
                members.push(node);
                waiting.extend(graph.next(node));
            }
        }
        // A link without its partner is a gap of its own.
        if step.symbol == Symbol::Page && step.partner.is_none() {
            continue;
        }
        members.sort_unstable();
        let others = members.iter().filter(|&&member| member != root);
        let others = others.filter_map(|&member| flow.steps.get(member));
        let label = Phrase::new(
            "tidak ada langkah yang menuju ke sini",
            "no step leads here",
        );
        let hit = hit(subject.target, step)
            .label(label)
            .argument("step", step_name(step));
        hits.push(relate(hit, subject.target, others, |_| {
            Phrase::new("ikut tidak tercapai", "not reached either")
        }));
    }
    hits
}

/// Whether a step that is reached lacks a way out, by a gap of its own: a target that is not
/// there, a missing branch or partner, a dead end, a loop. That way may be the one that leads to
/// the steps which look cut off.
fn misses_exit(subject: &Subject<'_>) -> bool {
    let flow = subject.flow;
    let structure = flow.structure();
    let dead_ends_count = ends::can_have_dead_ends(flow);
    let steps = flow.steps.iter().zip(&structure.reached);
    let mut steps = steps.zip(&structure.reaches_end);
    steps.any(|((step, reached), reaches_end)| {
        let is_dead = || dead_ends_count && ends::is_dead_end(step);
        let is_loose = || step.leads_anywhere() || super::branches::lacks_branches(step);
        *reached && (!reaches_end || is_loose() || is_dead())
    })
}

/// One gap for each group of steps that lead to each other and to nothing else.
pub(super) fn endless_loops(subject: &Subject<'_>) -> Vec<Hit> {
    let flow = subject.flow;
    let structure = flow.structure();
    let is_caught = |step: &usize| {
        structure.reached.get(*step) == Some(&true)
            && structure.reaches_end.get(*step) == Some(&false)
    };
    let caught: Vec<usize> = (0..flow.steps.len()).filter(is_caught).collect();
    if caught.is_empty() || ends::lacks_end(flow) {
        return Vec::new();
    }
    let graph = &structure.graph;
    let components = graph.components();
    let component = |node: usize| components.get(node).copied().unwrap_or_default();
    let mut is_left = vec![false; graph.len()];
    for node in 0..graph.len() {
        for &next in graph.next(node) {
            if component(node) != component(next)
                && let Some(left) = is_left.get_mut(component(node))
            {
                *left = true;
            }
        }
    }
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); graph.len()];
    for &step in &caught {
        if is_left.get(component(step)) == Some(&false)
            && let Some(group) = groups.get_mut(component(step))
        {
            group.push(step);
        }
    }
    groups.retain(|group| !group.is_empty());
    groups.sort_unstable();
    groups
        .iter()
        .filter_map(|group| endless_loop(subject, group))
        .collect()
}

fn endless_loop(subject: &Subject<'_>, group: &[usize]) -> Option<Hit> {
    let steps = &subject.flow.steps;
    let members = || group.iter().filter_map(|&index| steps.get(index));
    // The way out is the branch that such a decision lacks.
    if members().any(super::branches::lacks_branches) {
        return None;
    }
    let closing = group.iter().rev().find_map(|&index| {
        let step = steps.get(index)?;
        let leads_back = |target: &Target| matches!(target, Target::Step(to) if *to <= index);
        let exit = step.exits.iter().find(|exit| leads_back(&exit.target))?;
        Some((step, exit))
    });
    let (last, exit) = match closing {
        Some((step, exit)) => (step, exit.node),
        None => (members().next_back()?, None),
    };
    let hit = match exit {
        Some(node) => subject.target.with(node).hit(),
        None => hit(subject.target, last),
    };
    let label = Phrase::new("kembali ke lingkaran yang sama", "back into the same loop");
    let hit = hit.label(label).argument("steps", names(subject, group));
    let others = members().filter(|step| step.node != last.node);
    Some(relate(hit, subject.target, others, step_phrase))
}

/// `2, 3, dan 4`.
fn names(subject: &Subject<'_>, group: &[usize]) -> Phrase {
    let steps = &subject.flow.steps;
    let name = |index: &usize| steps.get(*index).map(|step: &Step| clipped(&step.id));
    let mut names: Vec<_> = group.iter().take(MOST_NAMED).filter_map(name).collect();
    let more = group.len() - names.len();
    if more > 0 {
        let names = names.join(", ");
        return Phrase::new(
            format!("{names}, dan {more} lainnya"),
            format!("{names}, and {more} more"),
        );
    }
    match (names.pop(), names.is_empty()) {
        (Some(last), true) => Phrase::same(last),
        (Some(last), false) => {
            let first = names.join(", ");
            let comma = if names.len() > 1 { "," } else { "" };
            Phrase::new(
                format!("{first}{comma} dan {last}"),
                format!("{first}{comma} and {last}"),
            )
        }
        (None, _) => Phrase::default(),
    }
}
