//! Work that goes to and fro.

use super::{
    Subject,
    place::{clipped, hit, relate, step_name, step_phrase},
};
use crate::{check::word_list::NamedList, finding::Hit, flow::Step, text::Phrase};

/// Steps one after the other in the hands of the same actor.
struct Run {
    actor: String,
    first: usize,
    /// Whether its first step follows on the run before.
    follows: bool,
}

/// One gap for each stretch in which work changes hands between the same two actors at least
/// `times` times, one after the other.
pub(super) fn back_and_forth(
    subject: &Subject<'_>,
    times: usize,
    applicants: &NamedList,
) -> Vec<Hit> {
    let steps = &subject.flow.steps;
    let runs = runs(steps);
    let mut hits = Vec::new();
    let mut start = 0;
    let actor = |at: usize| runs.get(at).map(|run| run.actor.as_str());
    while start < runs.len() {
        let mut end = start + 1;
        let is_open = |at: usize| {
            let follows = runs
                .get(at)
                .is_some_and(|run| run.follows && !run.actor.is_empty());
            follows && (at < start + 2 || actor(at) == actor(at - 2))
        };
        while end < runs.len() && is_open(end) {
            end += 1;
        }
        let changes = end - start - 1;
        let pair = (actor(start), actor(start + 1));
        if let (Some(one), Some(other)) = pair
            && changes >= times.max(2)
            && !one.is_empty()
            && !applicants.is_in(one)
            && !applicants.is_in(other)
        {
            let turns = runs.get(start..end).unwrap_or_default();
            let mut turns = turns.iter().filter_map(|run| steps.get(run.first));
            if let Some(first) = turns.next() {
                let written = |step: Option<&Step>| {
                    let actor = step.and_then(|step| step.actors.first());
                    Phrase::same(clipped(actor.map_or("", |actor| &actor.text)))
                };
                let second = runs.get(start + 1).and_then(|run| steps.get(run.first));
                let hit = hit(subject.target, first)
                    .argument("one", written(Some(first)))
                    .argument("other", written(second))
                    .argument("times", Phrase::same(changes.to_string()))
                    .argument("step", step_name(first));
                hits.push(relate(hit, subject.target, turns, step_phrase));
            }
        }
        // The last run may begin another stretch, but only with another partner.
        start = if changes > 1 { end - 1 } else { start + 1 };
    }
    hits
}

/// Steps with several actors or none interrupt.
fn runs(steps: &[Step]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut before: Option<&Step> = None;
    for (index, step) in steps.iter().enumerate() {
        let actor = match step.actors.as_slice() {
            [one] => one.text.to_lowercase(),
            _ => String::new(),
        };
        let follows = before.is_some_and(|step| step.next().any(|next| next == index));
        before = Some(step);
        if follows && runs.last().is_some_and(|run| run.actor == actor) {
            continue;
        }
        runs.push(Run {
            actor,
            first: index,
            follows,
        });
    }
    runs
}
