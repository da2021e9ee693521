//! Where the time of a run goes.

use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::{Duration, Instant},
};

use crate::{finding::RuleId, rule::RuleSet};

/// A part of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Loading the rules, the settings and what was known before.
    Load,
    /// Looking for files.
    Find,
    /// Reading bytes.
    Read,
    /// Making documents of them.
    Parse,
    /// Running the rules on each document by itself.
    Rules,
    /// Holding documents against one another, and deciding which findings count.
    Across,
    /// Summing up and writing reports.
    Report,
}

impl Stage {
    /// All of them, in the order of a run.
    pub const ALL: [Self; 7] = [
        Self::Load,
        Self::Find,
        Self::Read,
        Self::Parse,
        Self::Rules,
        Self::Across,
        Self::Report,
    ];
}

/// How long every stage and every rule took, summed over all threads.
///
/// What several rules need is read when the first of them asks, which then looks dear for it.
#[derive(Debug)]
pub struct Timings {
    stages: [AtomicU64; Stage::ALL.len()],
    rules: Vec<AtomicU64>,
}

impl Timings {
    /// For runs with these rules.
    pub fn new(rules: &RuleSet) -> Self {
        Self {
            stages: Default::default(),
            rules: rules.ids().map(|_| AtomicU64::new(0)).collect(),
        }
    }

    /// Adds what a stage took.
    pub fn add(&self, stage: Stage, took: Duration) {
        if let Some(sum) = self.stages.get(stage as usize) {
            add(sum, took);
        }
    }

    /// Adds what a rule took.
    pub(super) fn add_rule(&self, rule: RuleId, took: Duration) {
        if let Some(sum) = self.rules.get(rule.index()) {
            add(sum, took);
        }
    }

    /// What a stage took so far.
    pub fn stage(&self, stage: Stage) -> Duration {
        self.stages
            .get(stage as usize)
            .map(read)
            .unwrap_or_default()
    }

    /// The rules that took any time, those that took most first.
    pub fn rules(&self) -> Vec<(RuleId, Duration)> {
        let all = self.rules.iter().zip(0..);
        let mut all: Vec<_> = all.map(|(sum, id)| (RuleId(id), read(sum))).collect();
        all.retain(|(_, took)| !took.is_zero());
        all.sort_by_key(|(id, took)| (std::cmp::Reverse(*took), *id));
        all
    }
}

fn add(sum: &AtomicU64, took: Duration) {
    let nanoseconds = u64::try_from(took.as_nanos()).unwrap_or(u64::MAX);
    sum.fetch_add(nanoseconds, Ordering::Relaxed);
}

fn read(sum: &AtomicU64) -> Duration {
    Duration::from_nanos(sum.load(Ordering::Relaxed))
}

/// Runs something, and notes what it took where that is asked for.
pub(crate) fn timed<T>(
    timings: Option<&Timings>,
    note: impl FnOnce(&Timings, Duration),
    run: impl FnOnce() -> T,
) -> T {
    let Some(timings) = timings else {
        return run();
    };
    let started = Instant::now();
    let result = run();
    note(timings, started.elapsed());
    result
}
