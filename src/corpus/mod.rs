//! What only shows when documents are held side by side.
//!
//! A check across documents is a check like any other: a rule names it, and its `given` selects
//! nodes. Of each document it keeps [`Fact`]s, small and without the text they come from; when
//! all documents were read it sees the facts of all of them, and nothing else. So memory grows
//! with the facts, and a run can be split: facts from several runs are as good as from one.

mod coverage;
mod fact;
pub(crate) mod names;
mod narrow;
mod revisions;
#[cfg(test)]
mod tests;
mod view;

use std::collections::BTreeSet;

use crate::{
    check::Target,
    document::Path,
    finding::{Finding, Related, RuleId},
    lint::{CheckedFile, fingerprint_of},
    rule::RuleSet,
};

pub(crate) use self::coverage::{BETWEEN, role, units};
pub use self::{
    coverage::{Coverage, TaskCoverage, UnitCoverage, coverage},
    fact::{DocumentFacts, Fact},
    revisions::{Revision, UnitRevisions, revisions},
    view::{AcrossHit, At, Holder, View},
};

/// Looks at many documents together.
pub trait Across {
    /// In what way it reads a document, its parameters included, where other rules may read it in
    /// the same way: those of equal words keep the same facts of a node, once.
    fn reading(&self) -> Option<String> {
        None
    }

    /// What it needs of a node of one document.
    fn read(&self, target: &Target<'_>, facts: &mut Vec<Fact>);

    /// The gaps that the facts of all documents show.
    fn compare(&self, view: &View<'_>, hits: &mut Vec<AcrossHit>);

    /// Whether it reports that something is nowhere to be found. Such a gap can only be told
    /// where everything was looked at.
    fn needs_everything(&self) -> bool {
        false
    }

    /// Whether its facts tell which tasks of a unit its SOPs carry out; see [`coverage()`].
    fn tells_coverage(&self) -> bool {
        false
    }
}

/// How much of what there is a run looks at, the less first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// Some documents: what is missing among them may stand in another.
    Part,
    /// All of them.
    Everything,
}

/// Whether a rule would have found what there is, where documents were held against one another so
/// far; a rule about single documents always does. Among some documents, what a rule across them
/// does not find may still show beside the others.
pub(crate) fn is_known(rules: &RuleSet, id: RuleId, extent: Option<Extent>) -> bool {
    rules.rule(id).check().across().is_none() || extent == Some(Extent::Everything)
}

/// Whether a run looks for what a rule finds, where documents were held against one another so far;
/// not at all where there is no extent.
pub(crate) fn is_looked_for(rules: &RuleSet, id: RuleId, extent: Option<Extent>) -> bool {
    let across = rules.rule(id).check().across();
    across.is_none_or(|across| match extent {
        None => false,
        Some(Extent::Part) => !across.needs_everything(),
        Some(Extent::Everything) => true,
    })
}

/// Runs the checks across documents on the facts of these files, and puts what they find with
/// the documents that a person would open to mend it. Facts that [`coverage()`] does not need are
/// let go.
///
/// The files must be in the order of their names.
pub fn check(files: &mut [CheckedFile], rules: &RuleSet, extent: Extent) {
    let mut found: Vec<(At, Finding)> = Vec::new();
    let mut told = BTreeSet::new();
    for id in rules.ids() {
        let Some(across) = rules.rule(id).check().across() else {
            continue;
        };
        if across.tells_coverage() {
            told.insert(id);
        }
        if is_looked_for(rules, id, Some(extent)) {
            let view = View::new(files, id);
            let mut hits = Vec::new();
            across.compare(&view, &mut hits);
            found.extend(hits.into_iter().map(|hit| finding(&view, rules, id, hit)));
        }
    }
    for document in files.iter_mut().flat_map(|file| &mut file.documents) {
        document.facts.keep(|rule| told.contains(&rule));
    }
    let mut changed = BTreeSet::new();
    for (at, finding) in found {
        if let Some(document) = at.among(files) {
            document.findings.push(finding);
            changed.insert(at);
        }
    }
    for at in changed {
        if let Some(document) = at.among(files) {
            document.findings.sort_by(Finding::order);
        }
    }
}

fn finding(view: &View<'_>, rules: &RuleSet, id: RuleId, hit: AcrossHit) -> (At, Finding) {
    let rule = rules.rule(id);
    let AcrossHit {
        at,
        fact,
        known_by,
        severity,
        label,
        arguments,
        related,
    } = hit;
    let of_document = related.iter().filter(|(other, ..)| *other == at);
    let places = of_document.map(|(_, fact, message)| (fact.range(), Some(message.clone())));
    let places: Vec<_> = std::iter::once((fact.range(), label.clone()))
        .chain(places)
        .collect();
    let excerpt = view.holder(at).and_then(|holder| {
        let facts = &holder.document.facts;
        facts.excerpt(holder.file, &places)
    });
    let related = related.into_iter().filter_map(|(other, fact, message)| {
        let holder = view.holder(other)?;
        Some(Related {
            file: (holder.at.file != at.file).then(|| holder.file.to_owned()),
            elsewhere: other != at,
            range: fact.range(),
            path: fact.path.into(),
            message,
        })
    });
    let path = Path::parse(&fact.path).unwrap_or_else(|_| Path::root());
    let words = known_by.as_deref().unwrap_or(&fact.key);
    let finding = Finding {
        rule: id,
        severity: severity.unwrap_or(rule.severity),
        is_unsure: severity.is_some(),
        fingerprint: fingerprint_of(&rule.code, &path, words),
        range: fact.range(),
        path: fact.path.into(),
        label,
        arguments,
        related: related.collect(),
        stands_for: None,
        fix: None,
        excerpt,
    };
    (at, finding)
}
