//! Numbers of steps, and exits that name them.

use std::collections::BTreeMap;

use super::{
    Subject,
    place::{clipped, relate, step_name, step_phrase},
};
use crate::{
    check::nearest,
    finding::{Hit, Severity},
    flow::{Exit, Step, Target, plain_number},
    text::Phrase,
};

/// Most steps among which a name like the wanted one is looked for, and its longest length:
/// comparing all names with all targets takes long.
const FEW_STEPS: usize = 60;
const SHORT: usize = 40;

pub(super) fn unknown(subject: &Subject<'_>) -> Vec<Hit> {
    let steps = &subject.flow.steps;
    let mut hits = Vec::new();
    let mut numbers: Option<Numbers<'_>> = None;
    for step in steps {
        for exit in &step.exits {
            let Target::Unknown(name) = &exit.target else {
                continue;
            };
            let numbers = numbers.get_or_insert_with(|| Numbers::of(steps));
            hits.push(unknown_hit(subject, step, exit, name, numbers));
        }
    }
    hits
}

fn unknown_hit(
    subject: &Subject<'_>,
    step: &Step,
    exit: &Exit,
    name: &str,
    numbers: &Numbers<'_>,
) -> Hit {
    let hit = match exit.node {
        Some(node) => subject.target.with(node).hit(),
        None => super::hit(subject.target, step),
    };
    let label = clipped(exit.label.as_deref().unwrap_or_default());
    let (goal, state) = if name.is_empty() {
        let goal = Phrase::new(
            format!("Tujuan cabang `{label}`"),
            format!("The target of branch `{label}`"),
        );
        (goal, Phrase::new("belum diisi", "is not filled in"))
    } else {
        let name = clipped(name);
        let goal = Phrase::new(format!("Tujuan `{name}`"), format!("Target `{name}`"));
        let state = Phrase::new(
            "tidak ada di antara nomor langkah",
            "is not among the numbers of the steps",
        );
        (goal, state)
    };
    let near = numbers.nearest(name).map(clipped);
    let hint = match &near {
        Some(near) => Phrase::new(
            format!(", yang terdekat `{near}`"),
            format!(", the nearest is `{near}`"),
        ),
        None => Phrase::default(),
    };
    let hit = match near {
        Some(near) => hit.label(Phrase::new(
            format!("nomor terdekat `{near}`"),
            format!("the nearest number is `{near}`"),
        )),
        None => hit,
    };
    hit.argument("goal", goal)
        .argument("step", step_name(step))
        .argument("state", state)
        .argument("hint", hint)
}

/// The numbers of all steps, to look for one like another.
struct Numbers<'a> {
    numeric: BTreeMap<u64, &'a str>,
    names: Vec<&'a str>,
}

impl<'a> Numbers<'a> {
    fn of(steps: &'a [Step]) -> Self {
        let mut numeric = BTreeMap::new();
        for step in steps {
            if let Ok(number) = plain_number(&step.id).parse() {
                numeric.entry(number).or_insert(step.id.as_str());
            }
        }
        let is_short = |name: &&str| name.len() <= SHORT;
        let names = steps.iter().map(|step| step.id.as_str()).filter(is_short);
        Self {
            numeric,
            names: if steps.len() <= FEW_STEPS {
                names.collect()
            } else {
                Vec::new()
            },
        }
    }

    fn nearest(&self, name: &str) -> Option<&'a str> {
        if name.is_empty() || name.len() > SHORT {
            return None;
        }
        let Ok(number) = plain_number(name).parse::<u64>() else {
            return nearest(name, self.names.iter().copied());
        };
        let below = self.numeric.range(..=number).next_back();
        let above = self.numeric.range(number..).next();
        [below, above]
            .into_iter()
            .flatten()
            .min_by_key(|(known, _)| known.abs_diff(number))
            .map(|(_, name)| *name)
    }
}

/// One gap for each run of steps whose numbers stand further up already.
pub(super) fn same_number(subject: &Subject<'_>) -> Vec<Hit> {
    let flow = subject.flow;
    let structure = flow.structure();
    if structure.same_number.is_empty() {
        return Vec::new();
    }
    let mut first_of: Vec<Option<usize>> = vec![None; flow.steps.len()];
    for members in &structure.same_number {
        let Some((&first, later)) = members.split_first() else {
            continue;
        };
        for &member in later {
            if let Some(place) = first_of.get_mut(member) {
                *place = Some(first);
            }
        }
    }
    let mut hits = Vec::new();
    let mut before = None;
    for (step, first) in flow.steps.iter().zip(first_of) {
        // `1, 2, 3, 1, 2, 3` starts anew once.
        let is_new = first.is_some() && before.is_none();
        before = first;
        let (true, Some(first), Some(no)) = (is_new, first, step.no) else {
            continue;
        };
        let hit = subject
            .target
            .with(no)
            .hit()
            .argument("number", step_name(step));
        let first = flow.steps.get(first);
        let mut hit = relate(hit, subject.target, first, step_phrase);
        if !structure.is_ambiguous {
            hit = hit.severity(Severity::Info);
        }
        hits.push(hit);
    }
    hits
}
