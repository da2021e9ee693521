//! An audit against the one of last time.

use std::collections::{BTreeMap, HashMap};

use super::{
    Audit, Row,
    group::{Belongs, Key, count, folded, rounded},
    last::{Last, LastDocument},
};
use crate::rule::RuleSet;

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
    /// All findings together.
    pub findings: FindingCounts,
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
    /// Those of documents that are gone.
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
            knows_findings: last.documents.is_empty()
                || last.documents.iter().any(|d| d.fingerprints.is_some()),
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

/// For each document the one it was last time.
fn matched(rows: &[Row<'_>], last: &[LastDocument]) -> Vec<Option<usize>> {
    type Place = (String, String);
    let name = |name: Option<&str>| folded(name.unwrap_or_default());
    let now: [&dyn Fn(&Row<'_>) -> Place; 3] = [
        &|row| (row.file.name.clone(), name(row.document.name.as_deref())),
        &|row| (row.file.name.clone(), row.document.index.to_string()),
        &|row| {
            let unit = folded(row.document.unit.as_deref().unwrap_or_default());
            (unit, name(row.document.name.as_deref()))
        },
    ];
    let before: [&dyn Fn(&LastDocument) -> Place; 3] = [
        &|one| (one.file.clone(), name(one.name.as_deref())),
        &|one| (one.file.clone(), one.index.to_string()),
        &|one| {
            let unit = folded(one.unit.as_deref().unwrap_or_default());
            (unit, name(one.name.as_deref()))
        },
    ];
    let mut found: Vec<Option<usize>> = vec![None; rows.len()];
    let mut is_left = vec![true; last.len()];
    for (round, (now, before)) in now.into_iter().zip(before).enumerate() {
        let mut places: HashMap<Place, Vec<usize>> = HashMap::new();
        for (index, one) in last.iter().enumerate().rev() {
            // A document without a name cannot be told from another one.
            let is_known = round != 2 || one.name.is_some();
            if is_known && is_left.get(index).copied().unwrap_or(false) {
                places.entry(before(one)).or_default().push(index);
            }
        }
        for (row, slot) in rows.iter().zip(&mut found) {
            if slot.is_some() || (round == 2 && row.document.name.is_none()) {
                continue;
            }
            *slot = places.get_mut(&now(row)).and_then(Vec::pop);
            if let Some(left) = slot.and_then(|index| is_left.get_mut(index)) {
                *left = false;
            }
        }
    }
    found
}

/// The findings of a document of last time, each as often as it was there.
fn keys_before(last: &LastDocument) -> Vec<FindingKey> {
    let by_rule = last.fingerprints.iter().flatten();
    by_rule
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
        let key = FindingKey {
            rule: rules.rule(finding.rule).code.clone(),
            fingerprint: finding.fingerprint.clone(),
        };
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

/// Documents of last time that belonged together.
#[derive(Default)]
struct Before {
    name: String,
    documents: usize,
    scored: usize,
    sum: f64,
}

fn groups(audit: &Audit<'_>, last: &Last, documents: &[DocumentChange]) -> Vec<GroupChange> {
    let group_by = audit.group_by;
    let belongs_now = audit.documents.iter();
    let belongs_now: Vec<_> = belongs_now
        .map(|row| Belongs::of(row.file, row.document))
        .collect();
    let belongs_before: Vec<_> = last.documents.iter().map(belongs).collect();
    let keys_now = group_by.keys(&belongs_now);
    let keys_before = group_by.keys(&belongs_before);
    let mut before: BTreeMap<&Key, Before> = BTreeMap::new();
    for ((key, of), document) in keys_before.iter().zip(&belongs_before).zip(&last.documents) {
        let group = before.entry(key).or_insert_with(|| Before {
            name: group_by.said(of),
            ..Before::default()
        });
        group.documents += 1;
        if let Some(score) = document.score {
            group.scored += 1;
            group.sum += score;
        }
    }
    let mut own: Vec<Option<&Key>> = vec![None; audit.groups.len()];
    for (row, key) in audit.documents.iter().zip(&keys_now) {
        if let Some(slot) = own.get_mut(row.group) {
            *slot = Some(key);
        }
    }
    let mut changes = Vec::new();
    let mut position_of: BTreeMap<&Key, usize> = BTreeMap::new();
    for (position, (group, key)) in audit.groups.iter().zip(&own).enumerate() {
        let known = key.and_then(|key| known_key(key, &before, &own));
        let was = known.and_then(|known| before.remove(&known));
        if let Some(key) = key {
            position_of.insert(key, position);
        }
        changes.push(change(
            &group.name,
            Some(position),
            was.as_ref(),
            group.score,
            group.documents,
        ));
    }
    for (key, was) in &before {
        position_of.entry(key).or_insert(changes.len());
        changes.push(change(&was.name, None, Some(was), None, 0));
    }
    // A document counts for the group it is in now; one that is gone for the group it was in.
    let mut gone_keys: HashMap<(&str, usize), &Key> = HashMap::new();
    for (document, key) in last.documents.iter().zip(&keys_before) {
        gone_keys.insert((&document.file, document.index), key);
    }
    for document in documents {
        let position = match document.row.and_then(|row| audit.documents.get(row)) {
            Some(row) => Some(row.group),
            None => gone_keys
                .get(&(&*document.file, document.index))
                .and_then(|key| position_of.get(key).copied()),
        };
        if let Some(change) = position.and_then(|position| changes.get_mut(position)) {
            step(&mut change.went, document.trend);
            change.findings.add(document);
        }
    }
    changes
}

fn change(
    name: &str,
    group: Option<usize>,
    was: Option<&Before>,
    now: Option<f64>,
    documents_now: usize,
) -> GroupChange {
    let mean = |was: &Before| (was.scored > 0).then(|| rounded(was.sum / count(was.scored)));
    let score = Change {
        before: was.and_then(mean),
        now,
    };
    GroupChange {
        name: name.to_owned(),
        group,
        score,
        documents_before: was.map_or(0, |was| was.documents),
        documents_now,
        trend: match (was, group) {
            (None, _) => Trend::New,
            (_, None) => Trend::Gone,
            _ => score.trend(),
        },
        went: [0; 5],
        findings: FindingCounts::default(),
    }
}

/// The key under which a group was known last time. Its region does not count where only one
/// group has its name now, and had it then.
fn known_key(key: &Key, before: &BTreeMap<&Key, Before>, now: &[Option<&Key>]) -> Option<Key> {
    if before.contains_key(key) {
        return Some(key.clone());
    }
    if now
        .iter()
        .flatten()
        .filter(|one| one.name == key.name)
        .count()
        > 1
    {
        return None;
    }
    let mut named = before.keys().filter(|one| one.name == key.name);
    match (named.next(), named.next()) {
        (Some(one), None) => Some((*one).clone()),
        _ => None,
    }
}

fn belongs(last: &LastDocument) -> Belongs<'_> {
    Belongs {
        file: &last.file,
        kind: last.kind.as_deref(),
        unit: last.unit.as_deref(),
        region: last.region.as_deref(),
    }
}
