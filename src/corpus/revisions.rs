//! Which documents must be revised because a regulation they cite was repealed.
//!
//! No check of its own: made of what the rules that report repealed regulations found in each document.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::names;
use crate::{
    finding::{Finding, RuleId, Severity},
    lint::{CheckedDocument, CheckedFile},
    register::Key,
    rule::RuleSet,
    value::citation::Citation,
};

/// The documents of a unit that must be revised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnitRevisions {
    /// The unit, as its first document writes it; empty for documents that do not say theirs.
    pub unit: String,
    /// Its region, where that is known.
    pub region: Option<String>,
    /// What must be revised, by file and place.
    pub revisions: Vec<Revision>,
}

/// A repealed regulation that a document cites.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Revision {
    /// The file.
    pub file: String,
    /// The position of the document in its file, from 0.
    pub document: usize,
    /// What people call the document.
    pub name: String,
    /// The line of the citation, from 1.
    pub line: usize,
    /// The repealed regulation: `UU 32/2004`.
    pub regulation: String,
    /// What is in force in its place: `UU 23/2014`; nothing where that is not known.
    pub replacement: Option<String>,
    /// How sure the repeal is: an error where its text was read.
    pub severity: Severity,
}

/// The documents that cite a repealed regulation, by region and unit. What a comment silences or a
/// baseline knows is among them: it must be revised all the same.
///
/// The files must be in the order of their names.
pub fn revisions(files: &[CheckedFile], rules: &RuleSet) -> Vec<UnitRevisions> {
    let is_told = |id: &RuleId| rules.rule(*id).check().tells_repeal();
    let told: BTreeSet<_> = rules.ids().filter(is_told).collect();
    let mut units: BTreeMap<(String, String), UnitRevisions> = BTreeMap::new();
    for file in files {
        for document in &file.documents {
            let all = [
                &document.findings,
                &document.suppressed,
                &document.baselined,
            ];
            let found = all.into_iter().flatten();
            let mut found: Vec<_> = found
                .filter(|finding| told.contains(&finding.rule))
                .collect();
            if found.is_empty() {
                continue;
            }
            found.sort_by(|one, other| one.order(other));
            let key = (names::region(document), names::unit(document));
            let unit = units.entry(key).or_insert_with(|| UnitRevisions {
                unit: names::unit_shown(document),
                region: document.region.clone(),
                revisions: Vec::new(),
            });
            let revision = |finding| revision(file, document, finding, rules);
            unit.revisions.extend(found.into_iter().map(revision));
        }
    }
    units.into_values().collect()
}

fn revision(
    file: &CheckedFile,
    document: &CheckedDocument,
    finding: &Finding,
    rules: &RuleSet,
) -> Revision {
    let regulation = finding.arguments.get("regulation");
    let regulation = regulation.map_or("", |name| name.get(crate::text::Lang::Id));
    Revision {
        file: file.name.clone(),
        document: document.index,
        name: names::document_shown(document, &file.name),
        line: finding.range.start.line,
        regulation: regulation.to_owned(),
        replacement: replacement(regulation, rules),
        severity: finding.severity,
    }
}

/// The regulation in force in place of a repealed one.
fn replacement(regulation: &str, rules: &RuleSet) -> Option<String> {
    let citation = Citation::parse(regulation).ok()?;
    let keys = Key::of(&citation);
    let mut found = keys
        .iter()
        .filter_map(|key| rules.register().replacement(key));
    let last = found.next()?.chain.last().copied()?.clone();
    let name = last.citation().map(|citation| citation.short());
    Some(name.unwrap_or_else(|| last.to_string()))
}
