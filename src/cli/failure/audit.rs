//! What is wrong with what an audit is given.

use std::{io, path::Path};

use crate::{
    audit::LastError,
    cli::system,
    sanitize::one_line,
    shard::FactsError,
    text::{Lang, Phrase},
};

/// The help of every message about the audit of last time.
fn made_with() -> Phrase {
    Phrase::new(
        "Yang diperlukan: hasil `sopan audit --format json --output audit.json` dari pemeriksaan sebelumnya.",
        "Wanted is what an earlier `sopan audit --format json --output audit.json` wrote.",
    )
}

pub(super) fn last_missing(path: &Path, reason: &io::Error) -> (Phrase, Option<Phrase>) {
    let (path, reason) = (one_line(&path.to_string_lossy()), system::words(reason));
    let message = Phrase::new(
        format!(
            "audit sebelumnya {path} tidak dapat dibaca: {}",
            reason.get(Lang::Id)
        ),
        format!(
            "the earlier audit {path} cannot be read: {}",
            reason.get(Lang::En)
        ),
    );
    (message, Some(made_with()))
}

pub(super) fn last_broken(path: &Path, reason: &LastError) -> (Phrase, Option<Phrase>) {
    let path = one_line(&path.to_string_lossy());
    let message = match reason {
        LastError::Form(error) => {
            let error = one_line(&error.to_string());
            Phrase::new(
                format!("{path} bukan hasil audit yang utuh: {error}"),
                format!("{path} is not a whole audit: {error}"),
            )
        }
        LastError::NotAnAudit { is_check: true } => Phrase::new(
            format!("{path} adalah hasil `sopan check`, bukan hasil `sopan audit`"),
            format!("{path} was written by `sopan check`, not by `sopan audit`"),
        ),
        LastError::NotAnAudit { is_check: false } => Phrase::new(
            format!("{path} bukan hasil audit sopan"),
            format!("{path} is not an audit of sopan"),
        ),
        LastError::Version(version) => Phrase::new(
            format!("{path} berversi {version}, yang tidak dikenal sopan ini"),
            format!("{path} has version {version}, which this sopan does not know"),
        ),
    };
    (message, Some(made_with()))
}

pub(super) fn bytes_on_screen() -> (Phrase, Option<Phrase>) {
    let message = Phrase::new(
        "buku kerja (xlsx) tidak dapat ditampilkan di layar",
        "a workbook (xlsx) cannot be shown on a screen",
    );
    let help = Phrase::new(
        "Sebut berkasnya: `sopan audit --format xlsx --output audit.xlsx`.",
        "Name a file: `sopan audit --format xlsx --output audit.xlsx`.",
    );
    (message, Some(help))
}

pub(super) fn facts(path: &Path, reason: &FactsError) -> (Phrase, Option<Phrase>) {
    let path = one_line(&path.to_string_lossy());
    let again = Phrase::new(
        "Jalankan kembali `sopan check --facts-out` atau `sopan audit --facts-out` untuk bagian itu, dengan versi sopan, paket aturan, dan tanggal yang sama dengan bagian lainnya.",
        "Run `sopan check --facts-out` or `sopan audit --facts-out` for that part again, with the version of sopan, the rule packs and the day of the other parts.",
    );
    let message = match reason {
        FactsError::Io(error) => {
            let reason = system::words(error);
            Phrase::new(
                format!(
                    "berkas fakta {path} tidak dapat dibaca: {}",
                    reason.get(Lang::Id)
                ),
                format!(
                    "the file of facts {path} cannot be read: {}",
                    reason.get(Lang::En)
                ),
            )
        }
        FactsError::NotFacts => Phrase::new(
            format!("{path} bukan berkas fakta"),
            format!("{path} is not a file of facts"),
        ),
        FactsError::Version(version) => {
            let (version, own) = (one_line(version), env!("CARGO_PKG_VERSION"));
            Phrase::new(
                format!(
                    "berkas fakta {path} ditulis sopan versi {version}, sedangkan ini versi {own}"
                ),
                format!(
                    "the file of facts {path} was written by sopan {version}, and this is {own}"
                ),
            )
        }
        FactsError::Rules => Phrase::new(
            format!("berkas fakta {path} dibuat dengan paket aturan lain"),
            format!("the file of facts {path} was made with other rule packs"),
        ),
        FactsError::Today { found, wanted } => Phrase::new(
            format!(
                "berkas fakta {path} dibuat untuk tanggal {found}, sedangkan yang diminta tanggal {wanted}"
            ),
            format!(
                "the file of facts {path} was made for the day {found}, and {wanted} is wanted"
            ),
        ),
        FactsError::Line { line, reason } => {
            let reason = one_line(reason);
            Phrase::new(
                format!("baris {line} berkas fakta {path} rusak: {reason}"),
                format!("line {line} of the file of facts {path} is broken: {reason}"),
            )
        }
        FactsError::NotWhole => Phrase::new(
            format!("berkas fakta {path} tidak utuh: baris penutupnya tidak ada atau tidak cocok"),
            format!(
                "the file of facts {path} is not whole: its last line is missing or does not agree"
            ),
        ),
        FactsError::Twice(name) => {
            let name = one_line(name);
            let message = Phrase::new(
                format!("berkas {name} ada di dua bagian; yang kedua di {path}"),
                format!("the file {name} is in two parts; the second is {path}"),
            );
            let help = Phrase::new(
                "Setiap dokumen hanya boleh masuk satu bagian, dengan nama yang dihitung dari folder yang sama.",
                "Every document may be in one part only, its name counted from the same folder.",
            );
            return (message, Some(help));
        }
    };
    (message, Some(again))
}

pub(super) fn no_such_form(form: &str, of: &str) -> (Phrase, Option<Phrase>) {
    let message = Phrase::new(
        format!("`sopan {of}` tidak mengenal bentuk laporan `{form}`"),
        format!("`sopan {of}` has no report of the form `{form}`"),
    );
    let help = Phrase::new(
        format!("Lihat `sopan {of} --help`, atau pilih laporan lain dengan --as."),
        format!("See `sopan {of} --help`, or choose another report with --as."),
    );
    (message, Some(help))
}
