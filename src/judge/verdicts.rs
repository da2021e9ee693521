//! What the command line asked for.

use super::Score;
use crate::{
    finding::{RuleId, Severity},
    rule::RuleSet,
};

/// What the command line asked to count.
#[derive(Debug, Clone)]
pub struct Verdicts {
    /// The rules that count.
    selected: Vec<bool>,
    /// The least grave finding that makes a run fail; none where nothing does.
    pub fail_on: Option<Severity>,
    /// The lowest score that does not make a run fail, 0 to 100.
    pub min_score: Option<f64>,
}

impl Verdicts {
    /// All rules count, except as `select` and `ignore` say. An empty `select` means all. What
    /// kept a document from being checked counts unless it is ignored: without it, a broken
    /// document would look like one in which nothing was found.
    pub fn new(
        rules: &RuleSet,
        select: &[RuleId],
        ignore: &[RuleId],
        fail_on: Option<Severity>,
    ) -> Self {
        let is_wanted =
            |id: RuleId| select.is_empty() || select.contains(&id) || rules.rule(id).hides_others();
        let counts = |id: RuleId| is_wanted(id) && !ignore.contains(&id);
        Self {
            selected: rules.ids().map(counts).collect(),
            fail_on,
            min_score: None,
        }
    }

    /// With a lowest score.
    #[must_use]
    pub fn min_score(mut self, min_score: Option<f64>) -> Self {
        self.min_score = min_score;
        self
    }

    /// Whether the findings of a rule count.
    pub fn counts(&self, rule: RuleId) -> bool {
        self.selected.get(rule.index()).copied().unwrap_or(false)
    }

    /// Whether no rule is left out. Where one is, a score would say more than was looked at.
    pub fn are_all_rules(&self) -> bool {
        self.selected.iter().all(|counts| *counts)
    }

    /// Whether the score is lower than asked for.
    pub fn is_below_min(&self, score: Option<&Score>) -> bool {
        let pair = score.zip(self.min_score);
        pair.is_some_and(|(score, min)| score.value() < min)
    }
}
