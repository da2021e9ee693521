//! What a flow looks like as a whole: where it begins, what it reaches, where it can end.

use std::collections::{HashMap, HashSet};

use super::{Flow, Step, Symbol, Target, graph::Graph, plain_number};

/// What a flow looks like as a whole.
///
/// Where the text leaves open which step is meant, all that may be meant count as connected, so
/// that one gap does not look like several: a number that several steps share leads to each of
/// them, and an exit to a step that is not there, or an off-page link without partner, may lead
/// anywhere, also to the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Structure {
    /// The steps, and behind them one node for each number that several steps share.
    pub(crate) graph: Graph,
    /// The steps with `mulai`; else the first step.
    pub starts: Vec<usize>,
    /// Whether each step can be reached from a start.
    pub reached: Vec<bool>,
    /// Whether an end can be reached from each step.
    pub reaches_end: Vec<bool>,
    /// Numbers that several steps have, each with those steps, in the order of the text.
    pub same_number: Vec<Vec<usize>>,
    /// Whether some way out names such a number.
    pub is_ambiguous: bool,
}

impl Step {
    /// Whether it leads nobody knows where.
    pub fn leads_anywhere(&self) -> bool {
        let is_unknown = |target: &Target| matches!(target, Target::Unknown(_));
        self.symbol == Symbol::Page && self.partner.is_none()
            || self.exits.iter().any(|exit| is_unknown(&exit.target))
    }
}

impl Structure {
    pub(super) fn of(flow: &Flow) -> Self {
        let steps = &flow.steps;
        let same_number = same_number(steps);
        let mut shared: HashMap<usize, usize> = HashMap::new();
        for (group, members) in same_number.iter().enumerate() {
            shared.extend(members.iter().map(|&member| (member, group)));
        }
        let mut is_named: HashSet<usize> = HashSet::new();
        let mut edges: Vec<(usize, usize)> = Vec::new();
        for (index, step) in steps.iter().enumerate() {
            for exit in &step.exits {
                let Target::Step(target) = exit.target else {
                    continue;
                };
                match shared.get(&target) {
                    Some(group) if !exit.implied => {
                        is_named.insert(*group);
                        edges.push((index, steps.len() + group));
                    }
                    _ => edges.push((index, target)),
                }
            }
        }
        for (group, members) in same_number.iter().enumerate() {
            if !is_named.contains(&group) {
                continue;
            }
            edges.extend(members.iter().map(|&member| (steps.len() + group, member)));
        }
        let graph = Graph::new(steps.len() + same_number.len(), &edges);
        let with = |wanted: &dyn Fn(&Step) -> bool| -> Vec<usize> {
            let found = (0..).zip(steps).filter(|(_, step)| wanted(step));
            found.map(|(index, _)| index).collect()
        };
        let mut starts = with(&|step| step.symbol == Symbol::Start);
        if starts.is_empty() {
            starts.push(0);
        }
        let mut reached = graph.reach(starts.iter().copied());
        let ends = with(&|step| step.may_end() || step.leads_anywhere());
        let mut reaches_end = graph.reversed().reach(ends);
        reached.truncate(steps.len());
        reaches_end.truncate(steps.len());
        Self {
            graph,
            starts,
            reached,
            reaches_end,
            same_number,
            is_ambiguous: !is_named.is_empty(),
        }
    }
}

/// The numbers that stand at several steps, in the order in which they first stand there.
fn same_number(steps: &[Step]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for (index, step) in steps.iter().enumerate() {
        if step.no.is_none() {
            continue;
        }
        let next = groups.len();
        let group = *known.entry(plain_number(&step.id)).or_insert(next);
        match groups.get_mut(group) {
            Some(members) => members.push(index),
            None => groups.push(vec![index]),
        }
    }
    groups.retain(|members| members.len() > 1);
    groups
}
