//! From the procedure of a document, and what was found in it, to a chart.

use std::collections::HashMap;

use super::{Chart, ChartStep, Edge, Fault, Goal, Symbol};
use crate::{
    document::{Document, NodeId, Value},
    finding::Finding,
    flow::{self, Flow, Item, Target},
    rule::RuleSet,
    text::Lang,
};

impl Chart {
    /// Reads the procedure of a document; none where it has no step. What was `found` marks the
    /// steps in which it was found.
    pub fn read(
        document: &Document,
        found: &[Finding],
        rules: &RuleSet,
        lang: Lang,
    ) -> Option<Self> {
        let flow = Flow::read(document)?;
        let mut actors = Actors::default();
        for name in declared(document) {
            actors.position(name);
        }
        let steps: Vec<_> = flow
            .steps
            .iter()
            .map(|step| ChartStep {
                id: step.id.clone(),
                text: step.text.as_ref().map_or("", |text| &text.text).to_owned(),
                actors: step
                    .actors
                    .iter()
                    .map(|actor| actors.position(&actor.text))
                    .collect(),
                symbol: symbol(step.symbol),
                inputs: join(&step.inputs),
                time: step.time.as_ref().map_or("", |time| &time.text).to_owned(),
                output: join(&step.output),
                remark: join(&step.remark),
                faults: Vec::new(),
            })
            .collect();
        let mut chart = Self {
            title: text(document, "nama"),
            subtitle: ["unit", "nomor_sop"]
                .map(|key| text(document, key))
                .into_iter()
                .filter(|text| !text.is_empty())
                .collect::<Vec<_>>()
                .join(" · "),
            actors: actors.names,
            edges: edges(&flow, lang),
            steps,
            faults: Vec::new(),
        };
        chart.place_links();
        chart.mark(document, &flow, found, rules, lang);
        Some(chart)
    }

    /// Puts a link to another page that names no actor in the lane of the step it continues: the
    /// one above it, or below it where it stands at the top of the other page.
    fn place_links(&mut self) {
        let is_link = |step: &ChartStep| step.symbol == Symbol::OffPage;
        for at in 0..self.steps.len() {
            if !self
                .steps
                .get(at)
                .is_some_and(|step| is_link(step) && step.actors.is_empty())
            {
                continue;
            }
            let above = at.checked_sub(1).and_then(|above| self.steps.get(above));
            let below = self.steps.iter().skip(at).find(|step| !is_link(step));
            let next = above.filter(|step| !is_link(step)).or(below).or(above);
            let lane = next.and_then(|step| step.actors.first()).copied();
            if let Some(step) = self.steps.get_mut(at) {
                step.actors.extend(lane);
            }
        }
    }

    fn mark(
        &mut self,
        document: &Document,
        flow: &Flow,
        found: &[Finding],
        rules: &RuleSet,
        lang: Lang,
    ) {
        let whole = document.path_of(flow.node).to_string();
        let steps = flow.steps.iter().enumerate();
        let steps: HashMap<_, _> = steps
            .map(|(at, step)| (document.path_of(step.node).to_string(), at))
            .collect();
        let source = document.source();
        let offset = |at| source.position(at).offset;
        let spans = flow
            .steps
            .iter()
            .map(|step| document.place(step.node).value());
        let spans: Vec<_> = spans
            .map(|span| offset(span.start)..offset(span.end))
            .collect();
        for finding in found {
            let Some(below) = finding.path.strip_prefix(&whole) else {
                continue;
            };
            if !below.is_empty() && !below.starts_with('/') {
                continue;
            }
            let rule = rules.rule(finding.rule);
            let fault = Fault {
                code: rule.code.clone(),
                severity: finding.severity,
                message: rule.message.render(lang, &finding.arguments),
            };
            let step_at = |path: &str| {
                let entry = path.strip_prefix(&whole)?.split('/').nth(1)?;
                steps.get(&format!("{whole}/{entry}")).copied()
            };
            // A gap of the whole procedure underlines the first step that has it; the others
            // belong to it.
            let first = step_at(&finding.path).or_else(|| {
                let at = finding.range.start.offset;
                spans.iter().position(|span| span.contains(&at))
            });
            let others = finding
                .related
                .iter()
                .filter_map(|other| step_at(&other.path));
            let mut marked: Vec<_> = match below.is_empty() {
                true => first.into_iter().chain(others).collect(),
                false => first.into_iter().collect(),
            };
            marked.sort_unstable();
            marked.dedup();
            for &step in &marked {
                if let Some(step) = self.steps.get_mut(step) {
                    step.faults.push(fault.clone());
                }
            }
            if marked.is_empty() {
                self.faults.push(fault);
            }
        }
    }
}

/// The actors in the order of their lanes. Case and spacing of a name do not matter.
#[derive(Default)]
struct Actors {
    names: Vec<String>,
    known: HashMap<String, usize>,
}

impl Actors {
    fn position(&mut self, name: &str) -> usize {
        let words: Vec<_> = name.split_whitespace().collect();
        let key = words.join(" ").to_lowercase();
        *self.known.entry(key).or_insert_with(|| {
            self.names.push(words.join(" "));
            self.names.len() - 1
        })
    }
}

/// The actors that the document lists.
fn declared(document: &Document) -> Vec<&str> {
    let Some(node) = document.get(NodeId::ROOT, "pelaksana") else {
        return Vec::new();
    };
    let names = match document.value(node) {
        Value::List => document.items(node).to_vec(),
        _ => vec![node],
    };
    let names = names.into_iter().filter_map(|name| document.text(name));
    names.filter(|name| !name.trim().is_empty()).collect()
}

fn text(document: &Document, key: &str) -> String {
    let node = document.get(NodeId::ROOT, key);
    let text = node.and_then(|node| document.text(node));
    text.unwrap_or_default().to_owned()
}

fn join(items: &[Item]) -> String {
    let texts: Vec<_> = items.iter().map(|item| item.text.as_str()).collect();
    texts.join("; ")
}

fn symbol(symbol: flow::Symbol) -> Symbol {
    match symbol {
        flow::Symbol::Start => Symbol::Start,
        flow::Symbol::Process => Symbol::Process,
        flow::Symbol::Decision => Symbol::Decision,
        flow::Symbol::End => Symbol::End,
        flow::Symbol::Page => Symbol::OffPage,
    }
}

fn edges(flow: &Flow, lang: Lang) -> Vec<Edge> {
    let steps = flow.steps.iter().enumerate();
    let exits = steps.flat_map(|(from, step)| step.exits.iter().map(move |exit| (from, exit)));
    let edge = |(from, exit): (usize, &flow::Exit)| Edge {
        from,
        to: match &exit.target {
            Target::Step(to) => Goal::Step(*to),
            Target::End => Goal::Beyond(lang.pick("selesai", "end").to_owned()),
            Target::Unknown(name) => Goal::Beyond(format!("{name}?")),
        },
        label: exit.label.clone().unwrap_or_default(),
    };
    exits.map(edge).collect()
}
