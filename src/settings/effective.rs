//! What all settings together make of one file.

use std::sync::Arc;

use super::{Locks, Origin, RuleState, RunKeys, SettingsFile, States};
use crate::{finding::RuleId, judge::Policy, rule::RuleSet};

/// What all settings together make of one file.
#[derive(Debug, Clone)]
pub struct Effective {
    pub(super) states: States,
    /// The region of the document where it says none, and where that is said.
    pub region: Option<(String, Origin)>,
    /// The rules that units cannot weaken.
    pub locks: Locks,
    /// Rules that the command line asks for by name.
    pub(super) wanted: Vec<RuleId>,
    /// Where a unit excludes the file, so that only locked rules look at it.
    pub only_locked: Option<Origin>,
    /// What counts for the whole run.
    pub run: RunKeys,
    /// The settings files that speak for it, the topmost first.
    pub files: Vec<Arc<SettingsFile>>,
}

impl Effective {
    /// What settings make of a rule.
    pub fn rule(&self, id: RuleId) -> Option<&RuleState> {
        self.states.of(id)
    }

    /// Whether the findings of a rule count.
    pub fn is_enabled(&self, id: RuleId) -> bool {
        if self.only_locked.is_some() && !self.locks.names(id) {
            return false;
        }
        let is_enabled = self.states.of(id).is_none_or(|state| state.enabled);
        is_enabled || self.wanted.contains(&id)
    }

    /// The same as the judge takes it.
    pub fn policy(&self, rules: &RuleSet) -> Policy {
        let mut policy = Policy::new(rules);
        for id in rules.ids() {
            if !self.is_enabled(id) {
                policy.disable(id);
            }
            let said = self
                .states
                .of(id)
                .filter(|state| state.severity_by.is_some());
            policy.set_severity(id, said.map(|state| state.severity));
            if self.locks.of(id).is_some() {
                policy.lock(id);
            }
        }
        policy.region = self.region.as_ref().map(|(region, _)| region.clone());
        let said = |key: &Option<super::Placed<bool>>| key.as_ref().map(|key| key.value);
        policy.reason_required = said(&self.run.reason_required).unwrap_or(true);
        policy.silenced_meets = said(&self.run.silenced_meets).unwrap_or(false);
        policy
    }
}
