//! What the comments of a document do to its findings.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use super::{Fault, FaultKind, Idle, Meaning, Scope, Suppression};
use crate::finding::{Finding, RuleId};

/// What a run wants of silencing comments.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The day of the run.
    pub today: Date,
    /// Whether a comment without a reason silences nothing.
    pub reason_required: bool,
    /// Whether no comment may silence this rule.
    pub is_locked: &'a dyn Fn(RuleId) -> bool,
    /// Whether the settings let this rule run here. What only the command line leaves out runs.
    pub is_run: &'a dyn Fn(RuleId) -> bool,
    /// Whether it is known what this rule finds here. What only shows across documents is not
    /// known of a file that is looked at by itself.
    pub is_known: &'a dyn Fn(RuleId) -> bool,
}

/// What the comments of a document do to its findings.
#[derive(Debug, Default)]
pub struct Outcome {
    /// For each finding, the comment that silences it, by its position in the list.
    pub silenced: Vec<Option<usize>>,
    /// What is wrong with the comments, in their order.
    pub faults: Vec<Fault>,
}

/// Where a rule is named.
#[derive(Debug, Clone, Copy)]
struct Name {
    suppression: usize,
    /// Position among the rules of the comment.
    rule: usize,
    /// Whether the comment silences it.
    is_effective: bool,
}

/// The comments about one rule at one node: the first that silences it, and the first that
/// would if it were not ended, locked or without reason.
#[derive(Debug, Default)]
struct Names {
    effective: Option<Name>,
    idle: Option<Name>,
}

/// For each rule, the nodes whose comments name it.
type Index = HashMap<RuleId, HashMap<String, Names>>;

/// Most comments without rules, or with a family, for which the rules meant are sought.
const MOST_SUGGESTED: usize = 20;

/// Says which findings the comments silence, and what is wrong with the comments. The findings
/// are all those of the document, also those that the command line leaves out.
///
/// Of several comments the nearest to the finding silences it, of several there the first.
pub fn apply(suppressions: &[Suppression], findings: &[Finding], view: &View<'_>) -> Outcome {
    let mut names = Index::new();
    for (at, suppression) in suppressions.iter().enumerate() {
        if suppression.mistake.is_some() || suppression.scope == Scope::Nothing {
            continue;
        }
        let path = suppression.scope.path().to_string();
        for (position, named) in suppression.rules.iter().enumerate() {
            let Meaning::Rule(id) = named.meaning else {
                continue;
            };
            let name = Name {
                suppression: at,
                rule: position,
                is_effective: is_effective(suppression, id, view),
            };
            let names = names.entry(id).or_default();
            let here = names.entry(path.clone()).or_default();
            let slot = match name.is_effective {
                true => &mut here.effective,
                false => &mut here.idle,
            };
            slot.get_or_insert(name);
        }
    }
    let mut used: Vec<Vec<bool>> = suppressions
        .iter()
        .map(|suppression| vec![false; suppression.rules.len()])
        .collect();
    let mut silenced = Vec::with_capacity(findings.len());
    let found_rules: HashSet<RuleId> = findings.iter().map(|finding| finding.rule).collect();
    for finding in findings {
        let by = names
            .get(&finding.rule)
            .and_then(|names| covering(finding, names));
        if let Some(name) = by
            && let Some(used) = used.get_mut(name.suppression)
            && let Some(used) = used.get_mut(name.rule)
        {
            *used = true;
        }
        let by = by.filter(|name| name.is_effective);
        silenced.push(by.map(|name| name.suppression));
    }
    let mut faults = Vec::new();
    for (at, (suppression, used)) in suppressions.iter().zip(&used).enumerate() {
        let has_finding = |id: RuleId| found_rules.contains(&id);
        faults_of(at, suppression, used, view, &has_finding, &mut faults);
    }
    let blanket = faults
        .iter_mut()
        .filter(|fault| fault.kind == FaultKind::Blanket);
    for fault in blanket.take(MOST_SUGGESTED) {
        let scope = suppressions.get(fault.suppression).map(|s| s.scope.path());
        let scope = scope.unwrap_or_default().to_string();
        let mut meant: Vec<_> = findings
            .iter()
            .filter(|finding| is_below(&finding.path, &scope))
            .map(|finding| finding.rule)
            .collect();
        meant.sort_unstable();
        meant.dedup();
        fault.meant = meant;
    }
    Outcome { silenced, faults }
}

/// Whether a JSON Pointer leads to `scope` or below it.
fn is_below(path: &str, scope: &str) -> bool {
    let rest = path.strip_prefix(scope);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn is_effective(suppression: &Suppression, id: RuleId, view: &View<'_>) -> bool {
    let has_ended = suppression.until.is_some_and(|until| until < view.today);
    let lacks_reason = view.reason_required && suppression.reason.is_none();
    !has_ended && !lacks_reason && !(view.is_locked)(id)
}

/// The comment that covers a finding: one that silences it where there is one, the nearest
/// first.
fn covering(finding: &Finding, names: &HashMap<String, Names>) -> Option<Name> {
    let paths = std::iter::once(&finding.path).chain(&finding.stands_for);
    let mut idle = None;
    for path in paths {
        let mut path = path.as_str();
        loop {
            if let Some(here) = names.get(path) {
                if here.effective.is_some() {
                    return here.effective;
                }
                idle = idle.or(here.idle);
            }
            match path.rfind('/') {
                Some(at) => path = path.get(..at).unwrap_or_default(),
                None => break,
            }
        }
    }
    idle
}

fn faults_of(
    at: usize,
    suppression: &Suppression,
    used: &[bool],
    view: &View<'_>,
    has_finding: &dyn Fn(RuleId) -> bool,
    faults: &mut Vec<Fault>,
) {
    let mut add = |kind: FaultKind, rules: Vec<usize>| {
        faults.push(Fault {
            suppression: at,
            kind,
            rules,
            meant: Vec::new(),
        });
    };
    if let Some(mistake) = &suppression.mistake {
        add(FaultKind::Unreadable(mistake.clone()), Vec::new());
        return;
    }
    if suppression.rules.is_empty() {
        add(FaultKind::Blanket, Vec::new());
        return;
    }
    // One fault of a kind for all rules of the comment that have it.
    let mut kinds: Vec<(FaultKind, Vec<usize>)> = Vec::new();
    let mut named_before = HashSet::new();
    for (position, named) in suppression.rules.iter().enumerate() {
        let is_used = used.get(position).copied().unwrap_or(false);
        let kind = match &named.meaning {
            Meaning::Blanket => Some(FaultKind::Blanket),
            Meaning::Unknown { .. } => Some(FaultKind::Unknown),
            Meaning::Fault(_) => Some(FaultKind::Locked { never: true }),
            Meaning::Rule(id) if !named_before.insert(*id) => {
                Some(FaultKind::Unused(Idle::Repeated))
            }
            Meaning::Rule(id) => fault_of_rule(suppression, *id, is_used, view, has_finding),
        };
        let Some(kind) = kind else { continue };
        match kinds.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, rules)) => rules.push(position),
            None => kinds.push((kind, vec![position])),
        }
    }
    for (kind, rules) in kinds {
        add(kind, rules);
    }
}

fn fault_of_rule(
    suppression: &Suppression,
    id: RuleId,
    is_used: bool,
    view: &View<'_>,
    has_finding: &dyn Fn(RuleId) -> bool,
) -> Option<FaultKind> {
    if (view.is_locked)(id) {
        return Some(FaultKind::Locked { never: false });
    }
    if let Some(until) = suppression.until
        && until < view.today
    {
        return Some(FaultKind::Expired {
            until,
            is_needed: is_used,
        });
    }
    if !is_used && !(view.is_known)(id) {
        return None;
    }
    if !is_used {
        let idle = match &suppression.scope {
            Scope::Nothing => Idle::NothingFollows,
            _ if !(view.is_run)(id) => Idle::NotRun,
            // Whatever the rule found is below this comment, and yet it has nothing to do.
            Scope::Document if has_finding(id) => Idle::Elsewhere,
            Scope::Node { is_first: true, .. } if has_finding(id) => Idle::OnlyFirstKey,
            _ => Idle::NothingFound,
        };
        return Some(FaultKind::Unused(idle));
    }
    let lacks_reason = view.reason_required && suppression.reason.is_none();
    lacks_reason.then_some(FaultKind::NoReason)
}
