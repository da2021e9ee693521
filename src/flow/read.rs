//! From `prosedur` to its graph.

use std::collections::HashMap;

use super::{Exit, Flow, Item, Step, Symbol, Target, pages, plain_number};
use crate::document::{Document, NodeId, Value};

/// Words that people put before the number of a step.
const BEFORE_NUMBER: [&str; 10] = [
    "ke", "kembali", "langkah", "kegiatan", "nomor", "no", "no.", "butir", "tahap", "lanjut",
];

/// The step of each number, where several share one the first.
type Numbers<'a> = HashMap<String, usize>;

impl Flow {
    /// Reads the procedure of a document; none where it has no step.
    pub fn read(document: &Document) -> Option<Self> {
        let node = document.get(NodeId::ROOT, "prosedur")?;
        let mut steps = match document.value(node) {
            Value::List => document
                .items(node)
                .iter()
                .filter(|&&item| !document.is_blank(item))
                .map(|&item| step(document, item))
                .collect(),
            Value::Map => vec![step(document, node)],
            _ => lines(document, node),
        };
        if steps.is_empty() {
            return None;
        }
        for (position, step) in (1..).zip(&mut steps) {
            if step.id.is_empty() {
                step.id = position.to_string();
            }
        }
        let wanted: Vec<_> = steps
            .iter()
            .map(|step| Wanted::read(document, step.node))
            .collect();
        let is_drawn = steps.iter().any(|step| step.written_symbol.is_some())
            || wanted.iter().any(|wanted| !wanted.is_empty());
        link(&mut steps, &wanted);
        pages::pair(&mut steps);
        Some(Self {
            node,
            steps,
            is_drawn,
            structure: Default::default(),
        })
    }
}

/// The exits of a step as written.
#[derive(Default)]
struct Wanted {
    /// With the label of each.
    branches: Vec<(String, Option<NodeId>, String)>,
    next: Vec<(NodeId, String)>,
    /// `lanjut: '-'`: nothing follows.
    stops: bool,
}

impl Wanted {
    fn read(document: &Document, step: NodeId) -> Self {
        let mut wanted = Self::default();
        if let Some(branches) = document.get(step, "jika") {
            let maps = match document.value(branches) {
                Value::List => document.items(branches).to_vec(),
                _ => vec![branches],
            };
            for (label, node) in maps.into_iter().flat_map(|map| document.entries(map)) {
                let label = label.trim().to_owned();
                let targets = items(document, Some(node));
                if targets.is_empty() {
                    wanted
                        .branches
                        .push((label.clone(), Some(node), String::new()));
                }
                for target in targets {
                    let branch = (label.clone(), Some(target.node), target.text);
                    wanted.branches.push(branch);
                }
            }
        }
        for target in items(document, document.get(step, "lanjut")) {
            if target.text.contains(char::is_alphanumeric) {
                wanted.next.push((target.node, target.text));
            } else {
                wanted.stops = true;
            }
        }
        wanted
    }

    fn is_empty(&self) -> bool {
        self.branches.is_empty() && self.next.is_empty() && !self.stops
    }
}

fn step(document: &Document, node: NodeId) -> Step {
    let get = |key| document.get(node, key);
    let mut step = blank(node);
    if document.value(node) != Value::Map {
        step.text = item(document, node);
        return step;
    }
    step.no = get("no").filter(|&no| item(document, no).is_some());
    if let Some(no) = step.no.and_then(|no| item(document, no)) {
        step.id = no.text;
    }
    step.written_symbol = get("simbol").and_then(|node| item(document, node));
    if let Some(written) = &step.written_symbol {
        step.symbol = Symbol::guess(&written.text).unwrap_or(Symbol::Process);
    }
    step.text = get("uraian").and_then(|node| item(document, node));
    step.actors = items(document, get("pelaksana"));
    step.inputs = items(document, get("kelengkapan"));
    step.time = get("waktu").and_then(|node| item(document, node));
    step.output = items(document, get("output"));
    step.remark = items(document, get("keterangan"));
    step
}

fn blank(node: NodeId) -> Step {
    Step {
        node,
        id: String::new(),
        no: None,
        symbol: Symbol::Process,
        written_symbol: None,
        text: None,
        actors: Vec::new(),
        inputs: Vec::new(),
        time: None,
        output: Vec::new(),
        remark: Vec::new(),
        exits: Vec::new(),
        partner: None,
    }
}

/// The steps of a procedure that is one text: its numbered lines, else the text as one step.
fn lines(document: &Document, node: NodeId) -> Vec<Step> {
    let Some(whole) = item(document, node) else {
        return Vec::new();
    };
    let is_numbered = |line: &str| {
        let rest = line
            .trim_start()
            .trim_start_matches(|c: char| c.is_ascii_digit());
        rest.len() < line.trim_start().len() && rest.starts_with(['.', ')'])
    };
    let mut texts: Vec<String> = Vec::new();
    if whole.text.lines().filter(|line| is_numbered(line)).count() > 1 {
        for line in whole.text.lines().filter(|line| !line.trim().is_empty()) {
            match texts.last_mut() {
                Some(text) if !is_numbered(line) => {
                    text.push(' ');
                    text.push_str(line.trim());
                }
                _ => texts.push(line.trim().to_owned()),
            }
        }
    } else {
        texts.push(whole.text);
    }
    let step = |text| Step {
        text: Some(Item { node, text }),
        ..blank(node)
    };
    texts.into_iter().map(step).collect()
}

/// The text of a scalar that says something.
fn item(document: &Document, node: NodeId) -> Option<Item> {
    let text = document.text(node)?.trim();
    (!text.is_empty()).then(|| Item {
        node,
        text: text.to_owned(),
    })
}

/// The texts of a value: one, or a list of them.
fn items(document: &Document, node: Option<NodeId>) -> Vec<Item> {
    let Some(node) = node else { return Vec::new() };
    match document.value(node) {
        Value::List => {
            let entries = document.items(node).iter();
            entries.filter_map(|&node| item(document, node)).collect()
        }
        _ => item(document, node).into_iter().collect(),
    }
}

/// Makes the exits of all steps.
fn link(steps: &mut [Step], wanted: &[Wanted]) {
    let numbers = numbers(steps);
    let mut ends = (0..)
        .zip(&*steps)
        .filter(|(_, step)| step.symbol == Symbol::End);
    let end = match (ends.next(), ends.next()) {
        (Some((index, _)), None) => Target::Step(index),
        _ => Target::End,
    };
    let count = steps.len();
    for (index, (step, wanted)) in steps.iter_mut().zip(wanted).enumerate() {
        for (label, node, text) in &wanted.branches {
            step.exits
                .extend(resolve(text, &numbers, &end).map(|target| Exit {
                    label: Some(label.clone()),
                    target,
                    node: *node,
                    implied: false,
                }));
        }
        for (node, text) in &wanted.next {
            step.exits
                .extend(resolve(text, &numbers, &end).map(|target| Exit {
                    label: None,
                    target,
                    node: Some(*node),
                    implied: false,
                }));
        }
        if !wanted.branches.is_empty() && step.symbol == Symbol::Process {
            step.symbol = Symbol::Decision;
        }
        // `jika: {tidak: 2}` alone leaves it to the reader that the other way leads on.
        let leaves_other_way = wanted.branches.len() == 1 && wanted.next.is_empty();
        let leads_on = wanted.branches.is_empty() && wanted.next.is_empty();
        let has_default = (leads_on || leaves_other_way)
            && !wanted.stops
            && step.symbol != Symbol::End
            && index + 1 < count;
        if has_default {
            step.exits.push(Exit {
                label: None,
                target: Target::Step(index + 1),
                node: None,
                implied: true,
            });
        }
    }
}

/// Written numbers come before positions.
fn numbers(steps: &[Step]) -> Numbers<'_> {
    let mut numbers = HashMap::with_capacity(steps.len());
    for is_written in [true, false] {
        for (index, step) in steps.iter().enumerate() {
            if step.no.is_some() == is_written {
                numbers.entry(plain_number(&step.id)).or_insert(index);
            }
        }
    }
    numbers
}

/// The targets of a text: `4`, `langkah 4`, `4 dan 5`.
fn resolve(text: &str, numbers: &Numbers<'_>, end: &Target) -> impl Iterator<Item = Target> {
    let one = |text: &str| -> Option<Target> {
        if let Some(&index) = numbers.get(&plain_number(text)) {
            return Some(Target::Step(index));
        }
        if text.trim().eq_ignore_ascii_case(Symbol::End.name()) {
            return Some(end.clone());
        }
        let mut words = text.split_whitespace();
        let last = words.next_back()?;
        let is_before = |word: &str| {
            let word = word.to_lowercase();
            BEFORE_NUMBER.contains(&word.as_str())
        };
        let number = plain_number(last);
        let is_named = words.clone().next().is_some() && words.all(is_before);
        let index = numbers.get(&number).filter(|_| is_named)?;
        Some(Target::Step(*index))
    };
    let several = || -> Option<Vec<Target>> {
        let joined = text.replace(" dan ", ",").replace(" & ", ",");
        joined.split([',', ';']).map(one).collect()
    };
    let unknown = || vec![Target::Unknown(text.trim().to_owned())];
    one(text)
        .map(|target| vec![target])
        .or_else(several)
        .unwrap_or_else(unknown)
        .into_iter()
}
