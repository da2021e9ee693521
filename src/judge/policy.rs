//! What the settings say of the rules, for one file.

use crate::{
    finding::{Finding, RuleId, Severity},
    rule::RuleSet,
};

/// What the settings say of the rules, for one file.
#[derive(Debug, Clone)]
pub struct Policy {
    rules: Vec<State>,
    /// The region of documents that do not name theirs.
    pub region: Option<String>,
    /// Whether a comment that silences a rule must say why.
    pub reason_required: bool,
    /// Whether a component counts as met although a comment silences its gap.
    pub silenced_meets: bool,
}

#[derive(Debug, Clone, Copy, Default)]
struct State {
    is_disabled: bool,
    is_locked: bool,
    severity: Option<Severity>,
}

impl Policy {
    /// Every rule as its pack says.
    pub fn new(rules: &RuleSet) -> Self {
        Self {
            rules: vec![State::default(); rules.rules().len()],
            region: None,
            reason_required: true,
            silenced_meets: false,
        }
    }

    /// Leaves out the findings of a rule.
    pub fn disable(&mut self, rule: RuleId) {
        self.state(rule, |state| state.is_disabled = true);
    }

    /// Takes back [`Policy::disable`].
    pub fn enable(&mut self, rule: RuleId) {
        self.state(rule, |state| state.is_disabled = false);
    }

    /// How grave the findings of a rule are; `None` for what its pack says.
    pub fn set_severity(&mut self, rule: RuleId, severity: Option<Severity>) {
        self.state(rule, |state| state.severity = severity);
    }

    /// No comment may silence the rule.
    pub fn lock(&mut self, rule: RuleId) {
        self.state(rule, |state| state.is_locked = true);
    }

    /// Whether the findings of a rule are left out.
    pub fn is_disabled(&self, rule: RuleId) -> bool {
        self.get(rule).is_disabled
    }

    /// Whether no comment may silence the rule.
    pub fn is_locked(&self, rule: RuleId) -> bool {
        self.get(rule).is_locked
    }

    /// How grave the findings of a rule are, where the settings say so.
    pub fn severity(&self, rule: RuleId) -> Option<Severity> {
        self.get(rule).severity
    }

    /// Whether the finding counts at all; makes it as grave as the settings say.
    pub(super) fn admits(&self, finding: &mut Finding) -> bool {
        let state = self.get(finding.rule);
        if let Some(severity) = state.severity {
            // A finding that is less sure than its rule stays at most as grave as it said.
            let most = if finding.is_unsure {
                finding.severity
            } else {
                Severity::Error
            };
            finding.severity = severity.min(most);
        }
        !state.is_disabled
    }

    fn get(&self, rule: RuleId) -> State {
        self.rules.get(rule.index()).copied().unwrap_or_default()
    }

    fn state(&mut self, rule: RuleId, change: impl FnOnce(&mut State)) {
        if let Some(state) = self.rules.get_mut(rule.index()) {
            change(state);
        }
    }
}
