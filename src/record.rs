//! What was found in a document, as it is written down to be read again: as it is in memory, but
//! findings with rules by their codes. Facts name them by their positions, and are only read where
//! the rules are the same.

use std::{borrow::Cow, collections::BTreeMap};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    corpus::DocumentFacts,
    excerpt::Excerpt,
    finding::{Arguments, FileFix, Finding, Fingerprint, Range, Related, RuleId, Severity},
    lint::CheckedDocument,
    rule::RuleSet,
    text::Phrase,
};

/// Rules by their codes.
pub(crate) type Codes = BTreeMap<String, RuleId>;

/// The rules of a set by their codes.
pub(crate) fn codes(rules: &RuleSet) -> Codes {
    let code = |id| rules.rule(id).code.clone();
    rules.ids().map(|id| (code(id), id)).collect()
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DocumentRecord<'a> {
    index: usize,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    kind: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    region: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    findings: Vec<FindingRecord>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    not_asked: Vec<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    turns: Option<Date>,
    facts: Cow<'a, DocumentFacts>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FindingRecord {
    rule: String,
    severity: Severity,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    is_unsure: bool,
    path: String,
    range: Range,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    label: Option<Phrase>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    arguments: Vec<(Cow<'static, str>, Phrase)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    related: Vec<RelatedRecord>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    stands_for: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    fix: Option<FixRecord>,
    fingerprint: Fingerprint,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    excerpt: Option<Box<Excerpt>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RelatedRecord {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    path: String,
    range: Range,
    message: Phrase,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FixRecord {
    title: Phrase,
    safe: bool,
    edits: Vec<(usize, usize, String)>,
}

pub(crate) fn id(code: &str, codes: &Codes) -> Result<RuleId, String> {
    let id = codes.get(code).copied();
    id.ok_or_else(|| format!("no rule {code}"))
}

impl<'a> DocumentRecord<'a> {
    pub(crate) fn new(document: &'a CheckedDocument, rules: &RuleSet) -> Self {
        let finding = |finding: &Finding| FindingRecord::new(finding, rules);
        Self {
            index: document.index,
            kind: document.kind.clone(),
            name: document.name.clone(),
            unit: document.unit.clone(),
            region: document.region.clone(),
            findings: document.findings.iter().map(finding).collect(),
            not_asked: document.not_asked.clone(),
            turns: document.turns,
            facts: Cow::Borrowed(&document.facts),
        }
    }

    pub(crate) fn document(self, codes: &Codes) -> Result<CheckedDocument, String> {
        let findings = self.findings.into_iter();
        let findings: Result<Vec<_>, String> = findings.map(|one| one.finding(codes)).collect();
        // What is read grows step by step, and is then kept for the whole run.
        let (mut findings, mut facts) = (findings?, self.facts.into_owned());
        findings.shrink_to_fit();
        facts.shrink();
        Ok(CheckedDocument {
            index: self.index,
            kind: self.kind,
            name: self.name,
            unit: self.unit,
            region: self.region,
            findings,
            not_asked: self.not_asked,
            turns: self.turns,
            facts,
            ..CheckedDocument::default()
        })
    }
}

impl FindingRecord {
    pub(crate) fn new(finding: &Finding, rules: &RuleSet) -> Self {
        let related = finding.related.iter().map(|related| RelatedRecord {
            file: related.file.clone(),
            path: related.path.clone(),
            range: related.range,
            message: related.message.clone(),
        });
        Self {
            rule: rules.rule(finding.rule).code.clone(),
            severity: finding.severity,
            is_unsure: finding.is_unsure,
            path: finding.path.clone(),
            range: finding.range,
            label: finding.label.clone(),
            arguments: finding.arguments.0.clone(),
            related: related.collect(),
            stands_for: finding.stands_for.clone(),
            fix: finding.fix.as_ref().map(|fix| FixRecord {
                title: fix.title.clone(),
                safe: fix.safe,
                edits: fix.edits.clone(),
            }),
            fingerprint: finding.fingerprint,
            excerpt: finding.excerpt.clone(),
        }
    }

    pub(crate) fn finding(self, codes: &Codes) -> Result<Finding, String> {
        let is_sound = |range: &Range| range.start <= range.end;
        let mut ranges = self.related.iter().map(|related| &related.range);
        if !is_sound(&self.range) || !ranges.all(is_sound) {
            return Err("a range that ends before it begins".to_owned());
        }
        // A picture of lines that are not there would bring the program down.
        if !self
            .excerpt
            .as_ref()
            .is_none_or(|excerpt| excerpt.is_sound())
        {
            return Err("an excerpt with places outside of it".to_owned());
        }
        let mut arguments = Arguments(self.arguments);
        arguments.0.shrink_to_fit();
        let related = self.related.into_iter().map(|related| Related {
            elsewhere: related.file.is_some(),
            file: related.file,
            path: related.path,
            range: related.range,
            message: related.message,
        });
        Ok(Finding {
            rule: id(&self.rule, codes)?,
            severity: self.severity,
            is_unsure: self.is_unsure,
            path: self.path,
            range: self.range,
            label: self.label,
            arguments,
            related: related.collect(),
            stands_for: self.stands_for,
            fix: self.fix.map(|fix| {
                Box::new(FileFix {
                    title: fix.title,
                    safe: fix.safe,
                    edits: fix.edits,
                })
            }),
            fingerprint: self.fingerprint,
            excerpt: self.excerpt,
        })
    }
}
