//! What became of the groups.

use std::collections::{BTreeMap, HashMap};

use super::{Change, DocumentChange, FindingCounts, GroupChange, Trend, step};
use crate::audit::{
    Audit, Last, LastDocument,
    group::{Belongs, Key, count, rounded},
};

/// Documents of last time that belonged together.
#[derive(Default)]
struct Before {
    name: String,
    documents: usize,
    scored: usize,
    sum: f64,
}

pub(super) fn groups(
    audit: &Audit<'_>,
    last: &Last,
    documents: &[DocumentChange],
) -> Vec<GroupChange> {
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
