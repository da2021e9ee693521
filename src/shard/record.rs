//! What is written of a file: as it is in memory, but with rules by their codes.

use std::{borrow::Cow, collections::BTreeMap};

use serde::{Deserialize, Serialize};

use crate::{
    corpus::DocumentFacts,
    excerpt::Excerpt,
    finding::{Arguments, FileFix, Finding, Fingerprint, Range, Related, RuleId, Severity},
    judge::Policy,
    lint::{CheckedDocument, CheckedFile},
    rule::RuleSet,
    source::{Encoding, Source},
    text::Phrase,
};

/// Rules by their codes.
type Codes<'a> = BTreeMap<&'a str, RuleId>;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileRecord {
    name: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    documents: Vec<DocumentRecord>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    findings: Vec<FindingRecord>,
    has_kind: bool,
    is_unreadable: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    is_partial: bool,
    policy: PolicyRecord,
    /// The text, where comments in it silence rules.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    text: Option<TextRecord>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TextRecord {
    text: String,
    encoding: EncodingRecord,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum EncodingRecord {
    Utf8,
    Utf8Bom,
    Utf16Le,
    Utf16Be,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PolicyRecord {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    disabled: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    locked: Vec<String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    severity: BTreeMap<String, Severity>,
    reason_required: bool,
    silenced_meets: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct DocumentRecord {
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
    facts: DocumentFacts,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FindingRecord {
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

impl FileRecord {
    pub(super) fn new(file: &CheckedFile, policy: &Policy, rules: &RuleSet) -> Self {
        let comments = file.documents.iter().find_map(|d| d.suppressions.as_ref());
        let finding = |finding: &Finding| FindingRecord::new(finding, rules);
        Self {
            name: file.name.clone(),
            documents: file
                .documents
                .iter()
                .map(|document| DocumentRecord::new(document, rules))
                .collect(),
            findings: file.findings.iter().map(finding).collect(),
            has_kind: file.has_kind,
            is_unreadable: file.is_unreadable,
            is_partial: file.is_partial,
            policy: PolicyRecord::new(policy, rules),
            text: comments.map(|comments| TextRecord {
                text: comments.source.text().to_owned(),
                encoding: match comments.source.encoding() {
                    Encoding::Utf8 => EncodingRecord::Utf8,
                    Encoding::Utf8Bom => EncodingRecord::Utf8Bom,
                    Encoding::Utf16Le => EncodingRecord::Utf16Le,
                    Encoding::Utf16Be => EncodingRecord::Utf16Be,
                },
            }),
        }
    }

    /// The text, where it is needed again.
    pub(super) fn source(&self) -> Result<Option<Source>, String> {
        let Some(TextRecord { text, encoding }) = &self.text else {
            return Ok(None);
        };
        let units = || text.encode_utf16();
        let bytes = match encoding {
            EncodingRecord::Utf8 => text.clone().into_bytes(),
            EncodingRecord::Utf8Bom => [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
            EncodingRecord::Utf16Le => {
                let bytes = units().flat_map(u16::to_le_bytes);
                [0xFF, 0xFE].into_iter().chain(bytes).collect()
            }
            EncodingRecord::Utf16Be => {
                let bytes = units().flat_map(u16::to_be_bytes);
                [0xFE, 0xFF].into_iter().chain(bytes).collect()
            }
        };
        let source = Source::decode(self.name.clone(), bytes);
        source.map(Some).map_err(|error| error.to_string())
    }

    /// The file as it was, its comments apart.
    pub(super) fn file(
        self,
        rules: &RuleSet,
        codes: &Codes<'_>,
    ) -> Result<(CheckedFile, Policy), String> {
        let documents = self.documents.into_iter();
        let documents: Result<_, String> = documents.map(|one| one.document(codes)).collect();
        let findings = self.findings.into_iter();
        let findings: Result<_, String> = findings.map(|one| one.finding(codes)).collect();
        let file = CheckedFile {
            name: self.name,
            documents: documents?,
            findings: findings?,
            has_kind: self.has_kind,
            is_unreadable: self.is_unreadable,
            is_partial: self.is_partial,
            ..CheckedFile::default()
        };
        Ok((file, self.policy.policy(rules, codes)?))
    }
}

impl PolicyRecord {
    fn new(policy: &Policy, rules: &RuleSet) -> Self {
        let code = |id: RuleId| rules.rule(id).code.clone();
        let disabled = rules.ids().filter(|&id| policy.is_disabled(id));
        let locked = rules.ids().filter(|&id| policy.is_locked(id));
        let severity = rules
            .ids()
            .filter_map(|id| Some((code(id), policy.severity(id)?)));
        Self {
            disabled: disabled.map(code).collect(),
            locked: locked.map(code).collect(),
            severity: severity.collect(),
            reason_required: policy.reason_required,
            silenced_meets: policy.silenced_meets,
        }
    }

    fn policy(self, rules: &RuleSet, codes: &Codes<'_>) -> Result<Policy, String> {
        let mut policy = Policy::new(rules);
        policy.reason_required = self.reason_required;
        policy.silenced_meets = self.silenced_meets;
        for code in &self.disabled {
            policy.disable(id(code, codes)?);
        }
        for code in &self.locked {
            policy.lock(id(code, codes)?);
        }
        for (code, severity) in &self.severity {
            policy.set_severity(id(code, codes)?, Some(*severity));
        }
        Ok(policy)
    }
}

fn id(code: &str, codes: &Codes<'_>) -> Result<RuleId, String> {
    let id = codes.get(code).copied();
    id.ok_or_else(|| format!("no rule {code}"))
}

impl DocumentRecord {
    fn new(document: &CheckedDocument, rules: &RuleSet) -> Self {
        let finding = |finding: &Finding| FindingRecord::new(finding, rules);
        Self {
            index: document.index,
            kind: document.kind.clone(),
            name: document.name.clone(),
            unit: document.unit.clone(),
            region: document.region.clone(),
            findings: document.findings.iter().map(finding).collect(),
            not_asked: document.not_asked.clone(),
            facts: document.facts.clone(),
        }
    }

    fn document(self, codes: &Codes<'_>) -> Result<CheckedDocument, String> {
        let findings = self.findings.into_iter();
        let findings: Result<_, String> = findings.map(|one| one.finding(codes)).collect();
        Ok(CheckedDocument {
            index: self.index,
            kind: self.kind,
            name: self.name,
            unit: self.unit,
            region: self.region,
            findings: findings?,
            not_asked: self.not_asked,
            facts: self.facts,
            ..CheckedDocument::default()
        })
    }
}

impl FindingRecord {
    fn new(finding: &Finding, rules: &RuleSet) -> Self {
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

    fn finding(self, codes: &Codes<'_>) -> Result<Finding, String> {
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
            arguments: Arguments(self.arguments),
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
