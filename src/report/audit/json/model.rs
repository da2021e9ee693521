//! What the JSON of an audit looks like.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{
    corpus::{Coverage, UnitRevisions},
    finding::Fingerprint,
};

#[derive(Serialize)]
pub(super) struct Root<'a> {
    pub(super) schema_version: u32,
    pub(super) tool: Tool,
    pub(super) today: String,
    pub(super) target: f64,
    pub(super) overall: Overall<'a>,
    pub(super) units: Vec<GroupOut<'a>>,
    /// Groups by something else than the unit, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) group_by: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) groups: Option<Vec<GroupOut<'a>>>,
    pub(super) documents: Vec<DocumentOut<'a>>,
    pub(super) rules: Vec<RuleOut<'a>>,
    /// Files with findings that belong to no document.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) files: Vec<FileOut<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) comparison: Option<ComparisonOut<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) coverage: Option<&'a Coverage>,
    /// What must be revised as a regulation it cites was repealed, unit by unit.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub(super) revisions: &'a [UnitRevisions],
}

#[derive(Serialize)]
pub(super) struct Tool {
    pub(super) name: &'static str,
    pub(super) version: &'static str,
}

#[derive(Serialize)]
pub(super) struct Overall<'a> {
    pub(super) documents: usize,
    pub(super) units: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) score: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) grade: Option<&'a str>,
    pub(super) at_target: usize,
    /// Documents that have a score.
    pub(super) scored: usize,
    pub(super) error: usize,
    pub(super) warning: usize,
    pub(super) info: usize,
    pub(super) suppressed: usize,
    pub(super) unreadable: usize,
    pub(super) skipped: usize,
}

#[derive(Serialize)]
pub(super) struct GroupOut<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) unit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) region: Option<String>,
    pub(super) documents: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) score: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) grade: Option<&'a str>,
    pub(super) at_target: usize,
    pub(super) scored: usize,
    pub(super) components: BTreeMap<String, f64>,
    pub(super) worst: Vec<Worst<'a>>,
    pub(super) error: usize,
    pub(super) warning: usize,
    pub(super) info: usize,
}

#[derive(Serialize)]
pub(super) struct Worst<'a> {
    pub(super) file: &'a str,
    pub(super) index: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<&'a str>,
    pub(super) score: f64,
}

#[derive(Serialize)]
pub(super) struct DocumentOut<'a> {
    pub(super) file: &'a str,
    pub(super) index: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) kind: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) unit: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) region: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) score: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) grade: Option<&'a str>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) components: &'a BTreeMap<&'a str, bool>,
    pub(super) error: usize,
    pub(super) warning: usize,
    pub(super) info: usize,
    /// By which the next audit knows the findings again, by the code of the rule.
    pub(super) fingerprints: BTreeMap<&'a str, Vec<Fingerprint>>,
}

#[derive(Serialize)]
pub(super) struct RuleOut<'a> {
    pub(super) rule: &'a str,
    pub(super) name: &'a str,
    pub(super) findings: usize,
    pub(super) documents: usize,
    pub(super) gain: f64,
}

#[derive(Serialize)]
pub(super) struct FileOut<'a> {
    pub(super) file: &'a str,
    pub(super) unreadable: bool,
    pub(super) fingerprints: BTreeMap<&'a str, Vec<Fingerprint>>,
}

#[derive(Serialize)]
pub(super) struct ComparisonOut<'a> {
    pub(super) today: &'a str,
    pub(super) overall: ChangeOut,
    pub(super) at_target_before: usize,
    pub(super) documents_by_trend: BTreeMap<&'static str, usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) findings: Option<CountsOut>,
    pub(super) groups: Vec<GroupChangeOut<'a>>,
    pub(super) documents: Vec<DocumentChangeOut<'a>>,
}

#[derive(Serialize)]
pub(super) struct ChangeOut {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) before: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) now: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) difference: Option<f64>,
}

#[derive(Serialize)]
pub(super) struct CountsOut {
    pub(super) new: usize,
    pub(super) mended: usize,
    pub(super) remaining: usize,
    pub(super) gone: usize,
}

#[derive(Serialize)]
pub(super) struct GroupChangeOut<'a> {
    pub(super) name: &'a str,
    pub(super) trend: &'static str,
    pub(super) score: ChangeOut,
    pub(super) documents_before: usize,
    pub(super) documents_now: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) findings: Option<CountsOut>,
}

#[derive(Serialize)]
pub(super) struct DocumentChangeOut<'a> {
    pub(super) file: &'a str,
    pub(super) index: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) moved_from: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<&'a str>,
    pub(super) trend: &'static str,
    pub(super) score: ChangeOut,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) new: BTreeMap<&'a str, Vec<&'a str>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) mended: BTreeMap<&'a str, Vec<&'a str>>,
    pub(super) remaining: usize,
}
