//! What is wrong with what an audit is given.

use std::{io, path::Path};

use crate::{
    audit::LastError,
    cli::system,
    sanitize::one_line,
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
