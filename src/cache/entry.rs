//! What is kept of a file.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Key;
use crate::{
    lint::{CheckedDocument, CheckedFile},
    record::{Codes, DocumentRecord, FindingRecord},
    rule::RuleSet,
};

/// What was found in the bytes of a file, without its name: others may have the same bytes.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry<'a> {
    /// The day on which it was found.
    made: Date,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    documents: Vec<DocumentRecord<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    findings: Vec<FindingRecord>,
    has_kind: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    is_partial: bool,
}

/// Documents, findings and facts of a file at most. It would take more memory to write more of them
/// than to look at the file.
const MOST_THINGS: usize = 1 << 15;

impl<'a> Entry<'a> {
    /// None for what is looked at again each time: a file that could not be read, one with comments
    /// that silence rules, which point into its text, and one in which far too much is found.
    pub(super) fn new(file: &'a CheckedFile, made: Date, rules: &RuleSet) -> Option<Self> {
        let has_comments = |document: &CheckedDocument| document.suppressions.is_some();
        let things =
            |document: &CheckedDocument| 1 + document.findings.len() + document.facts.count();
        let things = file.documents.iter().map(things).sum::<usize>() + file.findings.len();
        if file.is_unreadable || file.documents.iter().any(has_comments) || things > MOST_THINGS {
            return None;
        }
        let documents = file.documents.iter();
        let findings = file.findings.iter();
        Some(Self {
            made,
            documents: documents
                .map(|one| DocumentRecord::new(one, rules))
                .collect(),
            findings: findings.map(|one| FindingRecord::new(one, rules)).collect(),
            has_kind: file.has_kind,
            is_partial: file.is_partial,
        })
    }

    /// The file as it is found on a day; none where it was looked at on a later one, or would not
    /// be the same any more.
    pub(super) fn file(
        self,
        name: &str,
        key: &Key,
        today: Date,
        codes: &Codes,
    ) -> Option<CheckedFile> {
        let documents = self.documents.into_iter();
        let mut documents: Vec<_> = documents
            .map(|one| one.document(codes).ok())
            .collect::<Option<_>>()?;
        documents.shrink_to_fit();
        let has_turned = |document: &CheckedDocument| document.turns.is_some_and(|t| t <= today);
        if today < self.made || documents.iter().any(has_turned) {
            return None;
        }
        let findings = self.findings.into_iter();
        Some(CheckedFile {
            name: name.to_owned(),
            documents,
            findings: findings
                .map(|one| one.finding(codes).ok())
                .collect::<Option<_>>()?,
            has_kind: self.has_kind,
            is_partial: self.is_partial,
            digest: Some(key.digest),
            ..CheckedFile::default()
        })
    }
}
