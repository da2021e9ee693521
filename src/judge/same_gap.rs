//! Two findings of one gap.

use std::collections::HashMap;

use crate::finding::Finding;

/// A misspelt key explains why the right one is missing: the two are one gap, as grave as the
/// graver of them.
pub(super) fn merge(findings: &mut Vec<Finding>) {
    let explained: HashMap<String, usize> = findings
        .iter()
        .enumerate()
        .filter_map(|(index, finding)| Some((finding.stands_for.clone()?, index)))
        .collect();
    if explained.is_empty() {
        return;
    }
    let mut dropped = vec![false; findings.len()];
    for index in 0..findings.len() {
        let Some(finding) = findings.get(index) else {
            continue;
        };
        if finding.stands_for.is_some() {
            continue;
        }
        let (severity, explains) = (finding.severity, explained.get(&finding.path).copied());
        if let Some(explains) = explains
            && let Some(other) = findings.get_mut(explains)
        {
            other.severity = other.severity.max(severity);
            if let Some(dropped) = dropped.get_mut(index) {
                *dropped = true;
            }
        }
    }
    let mut dropped = dropped.into_iter();
    findings.retain(|_| !dropped.next().unwrap_or(false));
}
