//! What settings make of each rule.

use super::Origin;
use crate::{
    finding::{RuleId, Severity},
    rule::RuleSet,
};

/// What settings make of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleState {
    /// Whether it is used.
    pub enabled: bool,
    /// Where that is said; none where the packs decide.
    pub enabled_by: Option<Origin>,
    /// How grave a finding is, unless the check says otherwise.
    pub severity: Severity,
    /// Where that is said; none where the packs decide.
    pub severity_by: Option<Origin>,
}

/// What settings make of all rules, by their ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct States(Vec<RuleState>);

impl States {
    /// All rules as the packs say.
    pub(super) fn of_packs(rules: &RuleSet) -> Self {
        let state = |rule: &crate::rule::Rule| RuleState {
            enabled: true,
            enabled_by: None,
            severity: rule.severity,
            severity_by: None,
        };
        Self(rules.rules().iter().map(state).collect())
    }

    /// The state of a rule.
    pub fn of(&self, id: RuleId) -> Option<&RuleState> {
        self.0.get(id.index())
    }

    pub(super) fn of_mut(&mut self, id: RuleId) -> Option<&mut RuleState> {
        self.0.get_mut(id.index())
    }

    /// Applies what a settings file says. Below the file that locks rules, `floor` is what that
    /// file made of them: locked ones stay as they are there, or become graver.
    pub(super) fn apply(&mut self, rulings: &[Ruling], locks: &Locks, floor: Option<&Self>) {
        for ruling in rulings {
            for &id in &ruling.rules {
                let least = floor.filter(|_| locks.of(id).is_some());
                let least = least.and_then(|floor| floor.of(id));
                if least.is_some_and(|least| ruling.say.is_no_more_than(least)) {
                    continue;
                }
                let Some(state) = self.of_mut(id) else {
                    continue;
                };
                let origin = Some(ruling.origin.clone());
                match ruling.say {
                    Say::Disable => (state.enabled, state.enabled_by) = (false, origin),
                    Say::Enable => (state.enabled, state.enabled_by) = (true, origin),
                    Say::Severity(severity) => {
                        (state.severity, state.severity_by) = (severity, origin);
                    }
                }
            }
        }
    }
}

/// What is said of some rules.
#[derive(Debug, Clone)]
pub(super) struct Ruling {
    pub(super) rules: Vec<RuleId>,
    pub(super) say: Say,
    pub(super) origin: Origin,
}

/// What can be said of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Say {
    Disable,
    Enable,
    Severity(Severity),
}

impl Say {
    /// Whether it would make a rule count less than this.
    pub(super) fn weakens(self, state: &RuleState) -> bool {
        match self {
            Self::Disable => state.enabled,
            Self::Enable => false,
            Self::Severity(severity) => severity < state.severity,
        }
    }

    /// Whether it would not make a rule count for more than this. A check may find something
    /// graver than its rule says, so stating the same severity again could lower that.
    fn is_no_more_than(self, state: &RuleState) -> bool {
        match self {
            Self::Severity(severity) => severity <= state.severity,
            say => say.weakens(state),
        }
    }

    /// Whether it changes nothing.
    pub(super) fn repeats(self, state: &RuleState) -> bool {
        match self {
            Self::Disable => !state.enabled,
            Self::Enable => state.enabled,
            Self::Severity(severity) => severity == state.severity,
        }
    }
}

/// The rules that units cannot weaken, each with the place that locks it.
#[derive(Debug, Clone, Default)]
pub struct Locks {
    by_rule: Vec<Option<Origin>>,
    /// Those locked because without them a broken document would hide what the others find.
    implied: Vec<RuleId>,
}

impl Locks {
    /// Where a rule is locked; none where it is not.
    pub fn of(&self, id: RuleId) -> Option<&Origin> {
        self.by_rule.get(id.index()).and_then(Option::as_ref)
    }

    /// Whether a rule is locked by its name or family.
    pub fn names(&self, id: RuleId) -> bool {
        self.of(id).is_some() && !self.implied.contains(&id)
    }

    /// Whether no rule is locked.
    pub fn is_empty(&self) -> bool {
        self.by_rule.iter().all(Option::is_none)
    }

    pub(super) fn add(&mut self, id: RuleId, origin: &Origin) {
        if self.by_rule.len() <= id.index() {
            self.by_rule.resize(id.index() + 1, None);
        }
        if let Some(slot) = self.by_rule.get_mut(id.index()) {
            slot.get_or_insert_with(|| origin.clone());
        }
    }

    /// Locks a rule as well that is not locked yet.
    pub(super) fn imply(&mut self, id: RuleId, origin: &Origin) {
        if self.of(id).is_none() {
            self.add(id, origin);
            self.implied.push(id);
        }
    }
}
