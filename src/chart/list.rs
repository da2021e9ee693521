//! A procedure in words: what a reader gets who cannot see the picture, or has no room for it.

use std::collections::HashMap;

use super::{Chart, ChartStep, Edge, Fault, Goal, Symbol, clean};
use crate::text::Lang;

/// Name for the lane of steps that name no actor.
pub(super) fn nobody(lang: Lang) -> &'static str {
    lang.pick("(tanpa pelaksana)", "(no actor)")
}

/// The names of the lanes.
pub(super) fn lane_names(chart: &Chart, lanes: usize, lang: Lang) -> Vec<String> {
    let mut names: Vec<_> = chart.actors.iter().map(|actor| clean(actor)).collect();
    if names.len() < lanes {
        names.push(match names.is_empty() {
            true => String::new(),
            false => nobody(lang).to_owned(),
        });
    }
    names
}

/// Where arrows lead from each step, with their labels.
pub(super) fn exits(chart: &Chart) -> Vec<Vec<&Edge>> {
    let mut exits = vec![Vec::new(); chart.steps.len()];
    for edge in &chart.edges {
        if let Some(exits) = exits.get_mut(edge.from) {
            exits.push(edge);
        }
    }
    exits
}

/// Where an arrow leads, as it is shown: the number of a step, or a word.
pub(super) fn goal(chart: &Chart, edge: &Edge) -> String {
    match &edge.to {
        Goal::Step(step) => number(chart, *step),
        Goal::Beyond(word) => clean(word),
    }
}

/// The number of a step as it is shown.
pub(super) fn number(chart: &Chart, step: usize) -> String {
    chart
        .steps
        .get(step)
        .map_or_else(String::new, |step| clean(&step.id))
}

/// A fault in words: `SP001 galat: ...`.
pub(super) fn fault(fault: &Fault, lang: Lang) -> String {
    format!(
        "{} ({}): {}",
        clean(&fault.code),
        fault.severity.title().get(lang),
        clean(&fault.message)
    )
}

/// Where the way leads on: `ya → 5; tidak → 2`, empty where it does not.
pub(super) fn onward(chart: &Chart, exits: &[&Edge]) -> String {
    let exit = |edge: &&Edge| {
        let (label, to) = (clean(&edge.label), goal(chart, edge));
        match label.is_empty() {
            true => format!("→ {to}"),
            false => format!("{label} → {to}"),
        }
    };
    exits.iter().map(exit).collect::<Vec<_>>().join("; ")
}

/// The names of the actors of a step.
pub(super) fn actors(chart: &Chart, step: &ChartStep) -> String {
    let names = step.actors.iter().filter_map(|&at| chart.actors.get(at));
    let names: Vec<_> = names.map(|name| clean(name)).collect();
    names.join(", ")
}

/// Each step on a line: number, symbol, text, actors, where it leads, and what is wrong, either
/// in full or by its code.
pub(super) fn list(chart: &Chart, lang: Lang, in_full: bool) -> Vec<String> {
    let exits = exits(chart);
    let line = |(step, exits): (&ChartStep, &Vec<&Edge>)| {
        let mut line = format!("{}. ", clean(&step.id));
        if step.symbol != Symbol::Process {
            line.push_str(&format!("[{}] ", step.symbol.title().get(lang)));
        }
        line.push_str(&clean(&step.text));
        let actors = actors(chart, step);
        if !actors.is_empty() {
            line.push_str(&format!(" ({actors})"));
        }
        for (name, text) in [
            (lang.pick("kelengkapan", "inputs"), &step.inputs),
            (lang.pick("waktu", "time"), &step.time),
            (lang.pick("output", "output"), &step.output),
            (lang.pick("keterangan", "remark"), &step.remark),
        ] {
            let text = clean(text);
            if !text.is_empty() {
                line.push_str(&format!("; {name}: {text}"));
            }
        }
        let onward = onward(chart, exits);
        if !onward.is_empty() {
            line.push_str(&format!("; {onward}"));
        }
        for found in &step.faults {
            let words = match in_full {
                true => fault(found, lang),
                false => clean(&found.code),
            };
            line.push_str(&format!(" [! {words}]"));
        }
        line
    };
    chart.steps.iter().zip(&exits).map(line).collect()
}

/// Everything that is wrong, once each, with the numbers of the steps that have it: of many, the
/// first few, and none where the message names its steps.
pub(super) fn faults(chart: &Chart, lang: Lang) -> Vec<(String, &Fault)> {
    const MOST: usize = 5;
    let mut order: Vec<&Fault> = Vec::new();
    let mut steps: HashMap<(&str, &str), Vec<&str>> = HashMap::new();
    let of_all = chart.faults.iter().map(|fault| (None, fault));
    let of_steps = chart.steps.iter().flat_map(|step| {
        let faults = step.faults.iter();
        faults.map(move |fault| (Some(&*step.id), fault))
    });
    for (step, fault) in of_all.chain(of_steps) {
        let known = steps
            .entry((&fault.code, &fault.message))
            .or_insert_with(|| {
                order.push(fault);
                Vec::new()
            });
        known.extend(step);
    }
    let numbers = |fault: &Fault| {
        if fault.message.contains(lang.pick("langkah ", "step ")) {
            return String::new();
        }
        let steps = steps.get(&(&*fault.code, &*fault.message));
        let steps = steps.map_or(&[][..], Vec::as_slice);
        let shown = steps.iter().take(MOST).map(|step| clean(step));
        let mut shown = shown.collect::<Vec<_>>().join(", ");
        if steps.len() > MOST {
            shown.push_str(", …");
        }
        shown
    };
    order
        .into_iter()
        .map(|fault| (numbers(fault), fault))
        .collect()
}
