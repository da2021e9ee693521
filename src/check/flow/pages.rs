//! Off-page links.

use super::{
    Subject,
    place::{hit, step_name},
};
use crate::{
    finding::Hit,
    flow::{Step, Symbol, Target},
};

pub(super) fn lone(subject: &Subject<'_>) -> Vec<Hit> {
    let gap = |step: &Step| {
        // Where it leads to a step that is not there, that is the gap.
        let is_lost = |target: &Target| matches!(target, Target::Unknown(_));
        let is_lone = step.symbol == Symbol::Page
            && step.partner.is_none()
            && !step.exits.iter().any(|exit| is_lost(&exit.target));
        is_lone.then(|| hit(subject.target, step).argument("step", step_name(step)))
    };
    subject.flow.steps.iter().filter_map(gap).collect()
}
