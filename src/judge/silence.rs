//! Comments that silence.

use super::Policy;
use crate::{
    corpus::{self, Extent},
    lint::{CheckedDocument, Linter, sort},
    suppression::{self, View},
};

/// Moves what the comments of the document silence to [`CheckedDocument::suppressed`], and adds
/// what is wrong with the comments. The comments are let go, and with them the text of the file.
pub(super) fn apply(
    document: &mut CheckedDocument,
    linter: &Linter<'_>,
    policy: &Policy,
    extent: Option<Extent>,
) {
    let Some(suppressions) = document.suppressions.take() else {
        return;
    };
    let view = View {
        today: linter.today,
        reason_required: policy.reason_required,
        is_locked: &|id| policy.is_locked(id),
        is_run: &|id| !policy.is_disabled(id),
        is_known: &|id| corpus::is_known(linter.rules, id, extent),
    };
    let outcome = suppression::apply(&suppressions.list, &document.findings, &view);
    let mut silenced = outcome.silenced.iter();
    let is_silenced = |_: &mut _| silenced.next().is_some_and(Option::is_some);
    let suppressed = document.findings.extract_if(.., is_silenced);
    document.suppressed.extend(suppressed);
    let faults = linter.fault_findings(&suppressions, &outcome.faults);
    let admitted = faults.into_iter().filter_map(|mut finding| {
        let is_admitted = policy.admits(&mut finding);
        is_admitted.then_some(finding)
    });
    document.findings.extend(admitted);
    sort(&mut document.findings);
}
