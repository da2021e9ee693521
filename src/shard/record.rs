//! What is written of a file.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    finding::{Finding, RuleId, Severity},
    judge::Policy,
    lint::CheckedFile,
    record::{Codes, DocumentRecord, FindingRecord, id},
    rule::RuleSet,
    source::{Encoding, Source},
};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileRecord<'a> {
    name: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    documents: Vec<DocumentRecord<'a>>,
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

impl<'a> FileRecord<'a> {
    pub(super) fn new(file: &'a CheckedFile, policy: &Policy, rules: &RuleSet) -> Self {
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
        codes: &Codes,
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

    fn policy(self, rules: &RuleSet, codes: &Codes) -> Result<Policy, String> {
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
