//! An audit against the one of last time.

mod files;
mod groups;
mod matched;

use std::collections::BTreeMap;

use self::{groups::groups, matched::matched};
use super::{
    Audit, Row,
    group::rounded,
    last::{Last, LastDocument},
};
use crate::{finding::Finding, rule::RuleSet};

/// Scores are told with two decimals; less than half of the last is no change.
const NO_CHANGE: f64 = 0.005;

/// An audit against the one of last time.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The day of the earlier audit, as it says it.
    pub today: String,
    /// All documents together.
    pub overall: Change,
    /// Documents at the target last time, by the target of last time.
    pub at_target_before: usize,
    /// The groups, in the order of [`Audit::groups`]; then those that are gone, by name.
    pub groups: Vec<GroupChange>,
    /// The documents, in the order of [`Audit::documents`]; then those that are gone.
    pub documents: Vec<DocumentChange>,
    /// All findings together, those of files included.
    pub findings: FindingCounts,
    /// Those that belong to a file and to none of its documents.
    pub of_files: FindingCounts,
    /// Whether the earlier audit knew fingerprints; without them nothing is known of findings.
    pub knows_findings: bool,
}

/// How a score changed.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Change {
    /// The score of last time.
    pub before: Option<f64>,
    /// The score now.
    pub now: Option<f64>,
}

/// Which way something went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trend {
    /// The score rose.
    Better,
    /// The score fell.
    Worse,
    /// The score stayed, or there is none to compare.
    Same,
    /// It was not there last time.
    New,
    /// It is not there any more.
    Gone,
}

/// How a group changed.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupChange {
    /// Its name.
    pub name: String,
    /// Its position among [`Audit::groups`]; none where it is gone.
    pub group: Option<usize>,
    /// Its score.
    pub score: Change,
    /// Its documents last time.
    pub documents_before: usize,
    /// Its documents now.
    pub documents_now: usize,
    /// Which way it went.
    pub trend: Trend,
    /// Its documents by the way they went: better, worse, same, new, gone.
    pub went: [usize; 5],
    /// Findings of its documents.
    pub findings: FindingCounts,
}

/// How a document changed.
#[derive(Debug, Clone, PartialEq)]
pub struct DocumentChange {
    /// Its position among [`Audit::documents`]; none where it is gone.
    pub row: Option<usize>,
    /// Its file now, or the one it had.
    pub file: String,
    /// Its position in the file, from 0.
    pub index: usize,
    /// Its file last time, where that was another one.
    pub moved_from: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// Its unit.
    pub unit: Option<String>,
    /// Its score.
    pub score: Change,
    /// Which way it went.
    pub trend: Trend,
    /// Findings that were not there last time.
    pub new: Vec<FindingKey>,
    /// Findings of last time that are not there any more.
    pub mended: Vec<FindingKey>,
    /// How many findings were there last time and still are.
    pub remaining: usize,
}

/// By what a finding is known from one audit to the next.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FindingKey {
    /// The code of the rule.
    pub rule: String,
    /// See [`crate::finding::Finding::fingerprint`].
    pub fingerprint: String,
}

/// How many findings came, went and stayed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FindingCounts {
    /// Those that were not there last time.
    pub new: usize,
    /// Those of last time that are not there any more, though their document is.
    pub mended: usize,
    /// Those that were there last time and still are.
    pub remaining: usize,
    /// Those of documents and files that are gone.
    pub gone: usize,
}

impl FindingCounts {
    fn add(&mut self, change: &DocumentChange) {
        self.new += change.new.len();
        match change.trend {
            Trend::Gone => self.gone += change.mended.len(),
            _ => self.mended += change.mended.len(),
        }
        self.remaining += change.remaining;
    }

    fn add_all(&mut self, other: Self) {
        self.new += other.new;
        self.mended += other.mended;
        self.remaining += other.remaining;
        self.gone += other.gone;
    }
}

impl FindingKey {
    fn of(finding: &Finding, rules: &RuleSet) -> Self {
        Self {
            rule: rules.rule(finding.rule).code.clone(),
            fingerprint: finding.fingerprint.to_string(),
        }
    }
}

impl Change {
    /// How far the score rose; negative where it fell. None without two scores.
    pub fn difference(&self) -> Option<f64> {
        let (before, now) = self.before.zip(self.now)?;
        Some(rounded(now - before))
    }

    /// Which way something went that was there both times.
    pub fn trend(&self) -> Trend {
        match self.difference() {
            Some(more) if more >= NO_CHANGE => Trend::Better,
            Some(less) if less <= -NO_CHANGE => Trend::Worse,
            _ => Trend::Same,
        }
    }
}

impl Trend {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Better, Self::Worse, Self::Same, Self::New, Self::Gone];

    /// The word for it in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Better => "better",
            Self::Worse => "worse",
            Self::Same => "same",
            Self::New => "new",
            Self::Gone => "gone",
        }
    }

    /// The word for it in messages.
    pub fn title(self) -> crate::text::Phrase {
        use crate::text::Phrase;
        match self {
            Self::Better => Phrase::new("naik", "better"),
            Self::Worse => Phrase::new("turun", "worse"),
            Self::Same => Phrase::new("tetap", "same"),
            Self::New => Phrase::new("baru", "new"),
            Self::Gone => Phrase::new("tidak ada lagi", "gone"),
        }
    }

    fn position(self) -> usize {
        self as usize
    }
}

impl Comparison {
    /// Holds an audit against the one of last time.
    ///
    /// A document is known again by its file; where that is not there any more, by its unit and
    /// name.
    pub fn new(audit: &Audit<'_>, last: &Last, rules: &RuleSet) -> Self {
        let before = matched(&audit.documents, &last.documents);
        let mut is_left = vec![true; last.documents.len()];
        let mut documents = Vec::with_capacity(audit.documents.len());
        for (index, (row, before)) in audit.documents.iter().zip(&before).enumerate() {
            if let Some(left) = before.and_then(|before| is_left.get_mut(before)) {
                *left = false;
            }
            let before = before.and_then(|before| last.documents.get(before));
            documents.push(document_change(index, row, before, rules));
        }
        let left = last.documents.iter().zip(&is_left);
        documents.extend(
            left.filter(|(_, left)| **left)
                .map(|(gone, _)| gone_document(gone)),
        );
        let mut findings = FindingCounts::default();
        documents.iter().for_each(|change| findings.add(change));
        let knows_findings =
            last.documents.is_empty() || last.documents.iter().any(|d| d.fingerprints.is_some());
        let of_files = match knows_findings {
            true => files::files(audit, &last.files, rules),
            false => FindingCounts::default(),
        };
        findings.add_all(of_files);
        Self {
            today: last.today.clone(),
            overall: Change {
                before: last.overall.score,
                now: audit.overall.score,
            },
            at_target_before: last.overall.at_target,
            groups: groups(audit, last, &documents),
            documents,
            findings,
            of_files,
            knows_findings,
        }
    }

    /// How many documents went each way, in the order of [`Trend::ALL`].
    pub fn went(&self) -> [usize; 5] {
        let mut went = [0; 5];
        for change in &self.documents {
            step(&mut went, change.trend);
        }
        went
    }
}

fn step(went: &mut [usize; 5], trend: Trend) {
    if let Some(count) = went.get_mut(trend.position()) {
        *count += 1;
    }
}

/// The findings of a document of last time, each as often as it was there.
fn keys_before(last: &LastDocument) -> Vec<FindingKey> {
    last.fingerprints.as_ref().map_or_else(Vec::new, keys_of)
}

fn keys_of(fingerprints: &BTreeMap<String, Vec<String>>) -> Vec<FindingKey> {
    fingerprints
        .iter()
        .flat_map(|(rule, prints)| {
            prints.iter().map(|fingerprint| FindingKey {
                rule: rule.clone(),
                fingerprint: fingerprint.clone(),
            })
        })
        .collect()
}

fn document_change(
    index: usize,
    row: &Row<'_>,
    before: Option<&LastDocument>,
    rules: &RuleSet,
) -> DocumentChange {
    let score = Change {
        before: before.and_then(|before| before.score),
        now: row.score,
    };
    let mut left: BTreeMap<FindingKey, usize> = BTreeMap::new();
    for key in before.map_or_else(Vec::new, keys_before) {
        *left.entry(key).or_default() += 1;
    }
    // An earlier audit without fingerprints says nothing of findings.
    let is_known = before.is_none_or(|before| before.fingerprints.is_some());
    let mut new = Vec::new();
    let mut remaining = 0;
    for finding in row.document.findings.iter().filter(|_| is_known) {
        let key = FindingKey::of(finding, rules);
        match left.get_mut(&key) {
            Some(count) if *count > 0 => {
                *count -= 1;
                remaining += 1;
            }
            _ => new.push(key),
        }
    }
    let mended = left
        .into_iter()
        .flat_map(|(key, count)| std::iter::repeat_n(key, count))
        .collect();
    new.sort();
    DocumentChange {
        row: Some(index),
        file: row.file.name.clone(),
        index: row.document.index,
        moved_from: before
            .filter(|before| before.file != row.file.name)
            .map(|before| before.file.clone()),
        name: row.document.name.clone(),
        unit: row.document.unit.clone(),
        score,
        trend: match before {
            Some(_) => score.trend(),
            None => Trend::New,
        },
        new,
        mended,
        remaining,
    }
}

fn gone_document(last: &LastDocument) -> DocumentChange {
    DocumentChange {
        row: None,
        file: last.file.clone(),
        index: last.index,
        moved_from: None,
        name: last.name.clone(),
        unit: last.unit.clone(),
        score: Change {
            before: last.score,
            now: None,
        },
        trend: Trend::Gone,
        new: Vec::new(),
        mended: keys_before(last),
        remaining: 0,
    }
}
