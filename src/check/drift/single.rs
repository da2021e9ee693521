//! Values that are one thing: a time, a cost.

use std::collections::BTreeMap;

use super::{FEWEST, Group, MOST_NAMED, hit, related, whole};
use crate::{
    corpus::{AcrossHit, names},
    finding::Severity,
    text::Phrase,
};

pub(super) fn compare(group: &Group<'_, '_>, hits: &mut Vec<AcrossHit>) {
    let (sort, total) = (group.sort, group.members.len());
    let mut by_value: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for holder in &group.members {
        if let Some(fact) = whole(holder) {
            by_value
                .entry(&fact.value)
                .or_default()
                .push((*holder, fact));
        }
    }
    if by_value.len() < 2 {
        return;
    }
    let usual = by_value.iter().find(|(_, same)| same.len() * 2 > total);
    let Some((value, same)) = usual.filter(|_| total >= FEWEST) else {
        different(group, &by_value, hits);
        return;
    };
    let (usual, count) = (
        same.first().map_or("", |(_, fact)| &*fact.shown),
        same.len(),
    );
    let odd = by_value.iter().filter(|(other, _)| *other != value);
    for (holder, fact) in odd.flat_map(|(_, odd)| odd) {
        let own = &fact.shown;
        let gap = Phrase::new(
            format!("`{own}`, sedangkan {count} dari {total} {sort} menulis `{usual}`"),
            format!("`{own}`, while {count} of {total} {sort} say `{usual}`"),
        );
        let found = hit(holder, gap).map(|hit| {
            related(hit, same.iter().map(|(holder, _)| *holder), |unit| {
                Phrase::new(
                    format!("di {unit} seperti ini"),
                    format!("so it is in {unit}"),
                )
            })
        });
        hits.extend(found);
    }
}

/// One gap where nobody can tell who is odd.
fn different(
    group: &Group<'_, '_>,
    by_value: &BTreeMap<&str, Vec<(&crate::corpus::Holder<'_>, &crate::corpus::Fact)>>,
    hits: &mut Vec<AcrossHit>,
) {
    let (sort, total) = (group.sort, group.members.len());
    let value = |same: &Vec<(&crate::corpus::Holder<'_>, &crate::corpus::Fact)>| {
        let (holder, fact) = same.first()?;
        let unit = names::unit_shown(holder.document);
        let more = match same.len() {
            1 => unit,
            count => format!("{unit} +{}", count - 1),
        };
        Some(format!("`{}` ({more})", fact.shown))
    };
    let mut values: Vec<_> = by_value.values().filter_map(value).collect();
    if values.len() > MOST_NAMED {
        values.truncate(MOST_NAMED);
        values.push("…".to_owned());
    }
    let values = values.join(", ");
    let gap = Phrase::new(
        format!("berbeda-beda di {total} {sort}: {values}"),
        format!("differs among {total} {sort}: {values}"),
    );
    let Some((first, others)) = group.members.split_first() else {
        return;
    };
    let found = hit(first, gap).map(|hit| {
        let hit = related(hit, others.iter().copied(), |unit| {
            Phrase::new(format!("di {unit}"), format!("in {unit}"))
        });
        hit.severity(Severity::Info)
    });
    hits.extend(found);
}
