//! How much of what its regulation asks for a document has.
//!
//! Score = met weight / applicable weight x 100. A component is met where the rule that asks for
//! it found nothing, and no error stands at it or below it. It does not apply where the settings
//! disable the rule that asks for it, nor to documents of which its pack does not ask it.

use super::Policy;
use crate::{
    finding::{Finding, RuleId, Severity},
    rule::Kind,
};

/// The score of a document, component by component.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// The components in the order of their [`Kind::components`].
    pub components: Box<[State]>,
    met: u32,
    applicable: u32,
}

/// How a component stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// No error stands at it.
    Met,
    /// An error stands at it.
    NotMet,
    /// The settings disable the rule that asks for it, or it is not asked of this document.
    NotApplicable,
}

impl Score {
    /// The score of a document of this kind with these findings; none for a kind without
    /// components, or of which none applies.
    pub fn new<'a>(
        kind: &Kind,
        policy: &Policy,
        not_asked: &[bool],
        findings: impl Iterator<Item = &'a Finding> + Clone,
    ) -> Option<Self> {
        let mut score = Self {
            components: Box::default(),
            met: 0,
            applicable: 0,
        };
        let mut states = Vec::with_capacity(kind.components.len());
        for (index, component) in kind.components.iter().enumerate() {
            let asks = kind.asking_for(&component.key);
            let is_left_out = not_asked.get(index).copied().unwrap_or(false);
            let breaks = |finding| breaks(finding, &component.key, asks);
            let state = if is_left_out || asks.is_some_and(|rule| policy.is_disabled(rule)) {
                State::NotApplicable
            } else if findings.clone().any(breaks) {
                State::NotMet
            } else {
                State::Met
            };
            score.met += if state == State::Met {
                component.weight
            } else {
                0
            };
            score.applicable += match state {
                State::NotApplicable => 0,
                State::Met | State::NotMet => component.weight,
            };
            states.push(state);
        }
        score.components = states.into();
        (score.applicable > 0).then_some(score)
    }

    /// From 0 to 100, rounded to two decimals.
    pub fn value(&self) -> f64 {
        self.points(self.met)
    }

    /// How many points a component of this weight gives.
    pub fn points(&self, weight: u32) -> f64 {
        (f64::from(weight) * 10_000.0 / f64::from(self.applicable)).round() / 100.0
    }

    /// How many components are met, and how many apply.
    pub fn counts(&self) -> (usize, usize) {
        let count = |wanted| {
            self.components
                .iter()
                .filter(|&&state| state == wanted)
                .count()
        };
        let met = count(State::Met);
        (met, met + count(State::NotMet))
    }
}

/// Whether the finding keeps the component under this key from being met: an error at it, or
/// whatever the rule that asks for it found there.
pub fn breaks(finding: &Finding, key: &str, asks: Option<RuleId>) -> bool {
    let counts = finding.severity == Severity::Error || Some(finding.rule) == asks;
    counts && is_at(finding, key)
}

/// Whether the finding is about this key at the top of the document or something below it. A
/// misspelt key is about the one it stands for.
fn is_at(finding: &Finding, key: &str) -> bool {
    let is_below = |path: &str| {
        let rest = path
            .strip_prefix('/')
            .and_then(|path| path.strip_prefix(key));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    is_below(&finding.path) || finding.stands_for.as_deref().is_some_and(is_below)
}
