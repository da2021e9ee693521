//! Faults of operating procedures.

use super::{Draft, Fault, Value, cell, fault, missing, only_in_audits, remove_cell, set_cell};

/// Components left out that only procedures have.
pub(super) const COMPONENTS: &[Fault] = &[
    missing("SOP007", "keterkaitan"),
    missing("SOP008", "peringatan"),
    missing("SOP009", "kualifikasi_pelaksana"),
    missing("SOP010", "peralatan"),
    missing("SOP011", "pencatatan"),
];

/// All others.
pub(super) const FAULTS: &[Fault] = &[
    fault("SOP002", "the day it was written is left out", |d| {
        d.is_decreed()?;
        d.remove("tanggal_pembuatan")
    }),
    // Not in standards: beside a declaration of the region, an audit misses that of the unit then.
    fault("KEP003", "the region is left out", |d| d.remove("wilayah")),
    fault("SOP006", "approved by somebody without name", |d| {
        d.is_decreed()?;
        let office = d.subject.leader();
        d.set(
            "disahkan_oleh",
            super::super::value::map([("jabatan", &office)]),
        )
    }),
    fault("SOP012", "a dash for a warning", |d| {
        d.set("peringatan", "-")
    }),
    fault("SOP014", "revised before it was written", |d| {
        d.set("tanggal_revisi", "2023-12-01")
    }),
    fault("SOP015", "in force before it was written", |d| {
        d.set("tanggal_efektif", "2023-12-01")
    }),
    fault("SOP020", "steps without columns", |d| {
        let rows = d.rows()?;
        let texts: Vec<_> = rows.iter().filter_map(|row| cell(row, "uraian")).collect();
        let texts = Value::texts(texts);
        d.remove("pelaksana");
        d.set("prosedur", texts)
    }),
    fault("SOP021", "a step without activity", |d| {
        without(d, "uraian")
    }),
    fault("SOP022", "a step without actor", |d| {
        without(d, "pelaksana")
    }),
    fault("SOP023", "a step without what it needs", |d| {
        without(d, "kelengkapan")
    }),
    fault("SOP024", "a step without time", |d| without(d, "waktu")),
    fault("SOP025", "a step without result", |d| without(d, "output")),
    fault("SOP027", "the actor again in the activity", |d| {
        let (_, row) = d.row("proses")?;
        let activity = format!("{} mencatat berkas", cell(row, "pelaksana")?);
        set_cell(row, "uraian", activity)?;
        Some("/prosedur".to_owned())
    }),
    fault("SOP028", "an actor that is not listed", |d| {
        let last = d.texts("pelaksana")?.pop()?;
        let Value::Text(last) = last else { return None };
        let rows = d.rows()?;
        let at = rows
            .iter()
            .position(|row| cell(row, "pelaksana") == Some(&last))?;
        Some(format!("/prosedur/{at}/pelaksana"))
    }),
    fault("ALR002", "a second start", |d| symbol(d, "proses", "mulai")),
    fault("ALR006", "a way to a step that is not there", |d| {
        let (at, row) = d.row("keputusan")?;
        let ways = ways(row)?;
        let (label, way) = &mut ways[1];
        *way = "99".into();
        Some(format!("/prosedur/{at}/jika/{label}"))
    }),
    fault("ALR007", "a decision without ways", |d| {
        let (at, row) = d.row("keputusan")?;
        remove_cell(row, "jika")?;
        Some(format!("/prosedur/{at}"))
    }),
    fault("ALR008", "two ways of the same name", |d| {
        let (at, row) = d.row("keputusan")?;
        let ways = ways(row)?;
        "Ya".clone_into(&mut ways[0].0);
        "ya".clone_into(&mut ways[1].0);
        Some(format!("/prosedur/{at}/jika/ya"))
    }),
    fault("ALR011", "a number of two steps", |d| {
        let mut rows = d.rows()?;
        // The step before the last, which no decision names.
        let at = rows.len() - 2;
        let before = cell(rows[at - 1], "no")?.to_owned();
        let is_named = rows.iter_mut().any(|row| {
            let ways = ways(row).map(|ways| format!("{ways:?}"));
            let named = |no: usize| {
                ways.as_ref()
                    .is_some_and(|ways| ways.contains(&format!("\"{no}\"")))
            };
            named(at) || named(at + 1)
        });
        (!is_named).then_some(())?;
        set_cell(rows[at], "no", before)?;
        Some(format!("/prosedur/{at}/no"))
    }),
    fault("ALR012", "a symbol that is none of the five", |d| {
        symbol(d, "proses", "dokumen")
    }),
    fault("ALR013", "ways out of a step that does not decide", |d| {
        symbol(d, "keputusan", "proses")
    }),
    fault("ALR014", "an end that goes on", |d| {
        let mut rows = d.rows()?;
        let at = rows.len() - 1;
        rows[at].push(("lanjut".to_owned(), "2".into()));
        Some(format!("/prosedur/{at}/simbol"))
    }),
    fault("WKT012", "a step that takes longer than all of it", |d| {
        // The time of those who are served does not count.
        let is_officer = |row: &super::Map| {
            cell(row, "simbol") == Some("proses") && cell(row, "pelaksana") != Some("Pemohon")
        };
        let mut rows = d.rows()?.into_iter().enumerate();
        let (at, row) = rows.find(|(_, row)| is_officer(row))?;
        set_cell(row, "waktu", "10 (sepuluh) hari kerja")?;
        Some(format!("/prosedur/{at}/waktu"))
    }),
    fault(
        "BHS003",
        "a number of the procedure that is not filled in",
        |d| {
            // No two alike, which would be a fault of its own.
            let number = format!("SOP/.../{}/{}", d.subject.short, 2000 + d.subject.slot);
            d.set("nomor_sop", number)
        },
    ),
    fault("KOR001", "the number of the standard before it", |d| {
        d.is_decreed()?;
        let before = d.subject.before(1)?;
        let there = super::super::build(&before);
        let (_, number) = there.document.iter().find(|(key, _)| key == "nomor")?;
        let Value::Text(number) = number else {
            return None;
        };
        (number == &before.number()).then_some(())?;
        d.set("nomor", number.as_str())
    }),
    only_in_audits("KOR030", "a related procedure that is nowhere", |d| {
        let number = format!("SOP/{}/77/{}", d.subject.short, d.subject.year());
        d.set("keterkaitan", Value::texts([number]))?;
        Some("/keterkaitan/0".to_owned())
    }),
];

/// A step in the middle loses a column.
fn without(draft: &mut Draft<'_, '_>, column: &str) -> Option<String> {
    let (_, row) = draft.row("proses")?;
    remove_cell(row, column)?;
    Some("/prosedur".to_owned())
}

/// The first step with one symbol gets another.
fn symbol(draft: &mut Draft<'_, '_>, from: &str, to: &str) -> Option<String> {
    let (at, row) = draft.row(from)?;
    set_cell(row, "simbol", to)?;
    Some(format!("/prosedur/{at}/simbol"))
}

fn ways(row: &mut super::Map) -> Option<&mut super::Map> {
    let (_, ways) = row.iter_mut().find(|(key, _)| key == "jika")?;
    match ways {
        Value::Map(ways) => Some(ways),
        Value::Text(_) | Value::List(_) => None,
    }
}
