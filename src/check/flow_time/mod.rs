//! `flow_time`: the steps can be done in the time that is promised.

mod promise;

use serde::Deserialize;

use self::promise::{Promise, Words};
use super::{
    Check, Mistake, Target,
    flow::{clipped, relate, step_name},
    word_list::{self, NamedList},
};
use crate::{
    finding::Hit,
    flow::{
        Flow, Step,
        time::{Length, StepTime},
    },
    rule::Environment,
    text::{Lang, Phrase},
};

/// The node is a time limit: it must not be shorter than the steps take. Compared is only what
/// is certain, see [`crate::flow::time`]; steps of those who are served do not count.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FlowTime {
    /// What to report; of one document only the first of them that is true.
    report: Report,
    /// Words for those who are served.
    applicants: NamedList,
    /// Words of what is there when the service begins.
    from_start: NamedList,
    /// Words of what comes only later.
    from_later: NamedList,
    /// Words for a time until someone begins to act: `waktu tanggap`.
    until_begin: NamedList,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Report {
    /// One step alone takes longer.
    Step,
    /// Even the shortest way takes longer.
    Shortest,
    /// The longest way without repetition takes longer.
    Longest,
}

/// What is longer than the promise.
struct Excess {
    report: Report,
    /// The steps that make it, those that take longest first.
    steps: Vec<usize>,
    total: Length,
}

impl Check for FlowTime {
    fn arguments(&self) -> &'static [&'static str] {
        &["promise", "path_total", "sum", "step"]
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        let lists = [
            ("applicants", &mut self.applicants),
            ("from_start", &mut self.from_start),
            ("from_later", &mut self.from_later),
            ("until_begin", &mut self.until_begin),
        ];
        word_list::prepare(lists, environment)
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let Some(flow) = target.readings.flow(target.document) else {
            return;
        };
        if flow.steps.iter().all(|step| step.time.is_none()) {
            return;
        }
        let words = Words {
            from_start: &self.from_start,
            from_later: &self.from_later,
            until_begin: &self.until_begin,
        };
        let Some(promise) = Promise::read(target, words) else {
            return;
        };
        let times: Vec<_> = flow
            .steps
            .iter()
            .map(|step| self.time(target, step))
            .collect();
        let excess = excess(&flow, &times, &promise);
        if let Some(excess) = excess.filter(|excess| excess.report == self.report) {
            hits.push(hit(target, &flow, &times, &promise, &excess));
        }
    }
}

impl FlowTime {
    /// What a step takes of the promised time; nothing where that is not certain.
    fn time(&self, target: &Target<'_>, step: &Step) -> StepTime {
        let is_applicant = |text: &str| {
            let words = self.applicants.find(text);
            words.first().is_some_and(|range| range.start == 0)
        };
        let is_outside = if step.actors.is_empty() {
            step.text
                .as_ref()
                .is_some_and(|text| is_applicant(&text.text))
        } else {
            step.actors
                .iter()
                .all(|actor| self.applicants.is_in(&actor.text))
        };
        let Some(time) = step.time.as_ref().filter(|_| !is_outside) else {
            return StepTime::default();
        };
        let duration = target.readings.duration(target.document, time.node);
        let duration = duration.as_ref().as_ref().ok();
        duration.and_then(StepTime::of).unwrap_or_default()
    }
}

/// The first report that is true.
fn excess(flow: &Flow, times: &[StepTime], promise: &Promise) -> Option<Excess> {
    let time = |index: &usize| times.get(*index).copied().unwrap_or_default();
    let heaviest_first = |mut steps: Vec<usize>| {
        steps.retain(|index| !time(index).most.is_zero());
        steps.sort_by_key(|index| std::cmp::Reverse(time(index).most.high_weight()));
        steps
    };
    let single: Vec<usize> = (0..times.len())
        .filter(|index| promise.is_exceeded_by(time(index).most))
        .collect();
    let single = heaviest_first(single);
    if let Some(first) = single.first() {
        return Some(Excess {
            report: Report::Step,
            total: time(first).most,
            steps: single,
        });
    }
    // Which ways there are is not certain.
    if !flow.is_certain() {
        return None;
    }
    let sum = |way: &[usize], part: &dyn Fn(StepTime) -> Length| {
        way.iter()
            .map(time)
            .map(part)
            .fold(Length::default(), Length::plus)
    };
    let weights: Vec<u64> = times.iter().map(|time| time.least.low_weight()).collect();
    let way = flow.shortest_way(&weights);
    let total = sum(&way, &|time| time.least);
    if promise.is_exceeded_by(total) {
        let steps = heaviest_first(way);
        return Some(Excess {
            report: Report::Shortest,
            steps,
            total,
        });
    }
    let weights: Vec<u64> = times.iter().map(|time| time.most.high_weight()).collect();
    let way = flow.longest_way(&weights);
    let total = sum(&way, &|time| time.most);
    let steps = heaviest_first(way);
    promise.is_exceeded_by(total).then_some(Excess {
        report: Report::Longest,
        steps,
        total,
    })
}

fn hit(
    target: &Target<'_>,
    flow: &Flow,
    times: &[StepTime],
    promise: &Promise,
    excess: &Excess,
) -> Hit {
    let total = excess.total.phrase();
    let sum = times
        .iter()
        .map(|time| time.most)
        .fold(Length::default(), Length::plus);
    let steps = || {
        excess
            .steps
            .iter()
            .filter_map(|&index| flow.steps.get(index))
    };
    let first = steps().next();
    let shown = target.with(promise.node);
    // One long step is the gap itself; a way has no place of its own.
    let mut hit = match (excess.report, first.and_then(|step| step.time.as_ref())) {
        (Report::Step, Some(time)) => {
            let place = target.document.place(promise.node).value();
            let path = target.document.path_of(promise.node);
            let message = Phrase::new("jangka waktu yang dijanjikan", "the promised time");
            let hit = target.with(time.node).hit();
            hit.related(path, place, message)
        }
        _ => shown.hit().label(Phrase::new(
            format!("langkahnya memerlukan {}", total.get(Lang::Id)),
            format!("the steps take {}", total.get(Lang::En)),
        )),
    };
    let others = steps().skip(usize::from(excess.report == Report::Step));
    hit = relate(hit, target, others, |step| {
        let time = step.time.as_ref().map_or("", |time| &time.text);
        let (id, time) = (clipped(&step.id), clipped(time));
        Phrase::new(
            format!("langkah {id}: {time}"),
            format!("step {id}: {time}"),
        )
    });
    if let Some(step) = first {
        hit = hit.argument("step", step_name(step));
    }
    let total = match (excess.report, first.and_then(|step| step.time.as_ref())) {
        (Report::Step, Some(time)) => Phrase::same(format!("`{}`", clipped(&time.text))),
        _ => total,
    };
    let promised = clipped(&promise.text);
    let comparison = comparison(excess.total, promise.length());
    let promised = Phrase::new(
        format!("`{promised}`{}", comparison.get(Lang::Id)),
        format!("`{promised}`{}", comparison.get(Lang::En)),
    );
    hit.argument("promise", promised)
        .argument("path_total", total)
        .argument("sum", sum.phrase())
}

/// How times of different units were compared, in brackets.
fn comparison(total: Length, promised: Length) -> Phrase {
    if total.is_like(promised) {
        return Phrase::default();
    }
    match (total.working_hours(), promised.working_hours()) {
        (Some(total), Some(promised)) => {
            let english = |hours: &str| hours.replace(',', ".");
            Phrase::new(
                format!(
                    " ({total} jam kerja melawan {promised} jam kerja, dengan 1 hari kerja = 7,5 jam)"
                ),
                format!(
                    " ({} working hours against {}, with 7.5 hours in a working day)",
                    english(&total),
                    english(&promised)
                ),
            )
        }
        _ => Phrase::new(
            " (satuan yang berbeda dibandingkan menurut hitungan yang paling longgar)",
            " (different units are compared in the most generous way)",
        ),
    }
}
