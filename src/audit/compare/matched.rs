//! Which document was which last time.

use std::collections::HashMap;

use crate::audit::{LastDocument, Row, group::folded};

/// For each document the one it was last time.
pub(super) fn matched(rows: &[Row<'_>], last: &[LastDocument]) -> Vec<Option<usize>> {
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
