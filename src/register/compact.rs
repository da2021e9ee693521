//! The built-in register as a table with tabs, `rules/data/regulations.tsv`.
//!
//! Reading 138 KB of YAML takes longer than checking a document. The YAML file is what people
//! edit; this table is made from it (`cargo test write_compact_register -- --ignored`), and a
//! test fails when the two differ. Columns: id, status, certainty, title, repealed by,
//! suspected, amended by, LN as `year/number/tln/certainty`, full number, note; several ids in
//! one column are separated by `;`.

use super::{Certainty, Entry, Key, LembaranNegara, Reference, Status};

/// Reads the table. A line that is no entry is left out; the test that compares the table
/// with the YAML file sees to it that there is none.
pub(super) fn read(table: &str) -> impl Iterator<Item = Entry> {
    table.lines().filter_map(entry)
}

fn entry(line: &str) -> Option<Entry> {
    let mut columns = line.split('\t');
    let key: Key = columns.next()?.parse().ok()?;
    let status = Status::from_id(columns.next()?)?;
    let certainty = Certainty::from_id(columns.next()?)?;
    let title = columns.next()?.to_owned();
    let repealed_by = relations(columns.next()?, certainty)?;
    let suspected = relations(columns.next()?, Certainty::PerluVerifikasi)?;
    let amended_by = relations(columns.next()?, certainty)?;
    let ln = match columns.next()? {
        "" => None,
        text => Some(ln(text)?),
    };
    let optional = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let full_number = optional(columns.next()?);
    let note = optional(columns.next()?);
    Some(Entry {
        key,
        title,
        status,
        certainty,
        repealed_by,
        suspected,
        amended_by,
        ln,
        full_number,
        note,
    })
}

fn relations(ids: &str, certainty: Certainty) -> Option<Vec<Reference>> {
    let ids = ids.split(';').filter(|id| !id.is_empty());
    // Most have none or one, for which a vector that grows would take the room of four.
    let mut relations = Vec::with_capacity(ids.clone().count());
    for id in ids {
        let key = id.parse().ok()?;
        relations.push(Reference { key, certainty });
    }
    Some(relations)
}

fn ln(text: &str) -> Option<LembaranNegara> {
    let mut parts = text.split('/');
    Some(LembaranNegara {
        year: parts.next()?.parse().ok()?,
        number: parts.next()?.parse().ok()?,
        supplement: parts.next()?.parse().ok()?,
        certainty: Certainty::from_id(parts.next()?)?,
    })
}

#[cfg(test)]
pub(super) fn write(entries: &[Entry]) -> String {
    let ids = |relations: &[Reference]| {
        relations
            .iter()
            .map(|r| r.key.to_string())
            .collect::<Vec<_>>()
            .join(";")
    };
    let mut table = String::new();
    for entry in entries {
        let ln = entry.ln.map_or(String::new(), |ln| {
            format!(
                "{}/{}/{}/{}",
                ln.year,
                ln.number,
                ln.supplement,
                ln.certainty.id()
            )
        });
        let columns = [
            entry.key.to_string(),
            entry.status.id().to_owned(),
            entry.certainty.id().to_owned(),
            entry.title.clone(),
            ids(&entry.repealed_by),
            ids(&entry.suspected),
            ids(&entry.amended_by),
            ln,
            entry.full_number.clone().unwrap_or_default(),
            entry.note.clone().unwrap_or_default(),
        ];
        table.push_str(&columns.join("\t"));
        table.push('\n');
    }
    table
}
