//! Why the settings keep a run from being done.

use std::{io, path::Path};

use crate::{
    cli::system,
    sanitize::one_line,
    settings::Diagnostic,
    text::{Lang, Phrase},
};

/// The file of `--settings` cannot be read.
pub(super) fn missing(path: &Path, reason: &io::Error) -> (Phrase, Option<Phrase>) {
    let (path, reason) = (one_line(&path.to_string_lossy()), system::words(reason));
    let message = Phrase::new(
        format!(
            "setelan {path} tidak dapat dibaca: {}",
            reason.get(Lang::Id)
        ),
        format!(
            "the settings {path} cannot be read: {}",
            reason.get(Lang::En)
        ),
    );
    (message, None)
}

/// There are mistakes in settings, which were shown.
pub(super) fn mistakes(mistakes: &[Diagnostic]) -> (Phrase, Option<Phrase>) {
    let count = mistakes.len();
    let message = Phrase::new(
        format!("setelan belum dapat dipakai: {count} kesalahan"),
        format!(
            "the settings cannot be used: {count} {}",
            if count == 1 { "mistake" } else { "mistakes" }
        ),
    );
    (message, None)
}

/// `sopan init` would take the place of settings.
pub(super) fn exist(path: &Path) -> (Phrase, Option<Phrase>) {
    let path = one_line(&path.to_string_lossy());
    let message = Phrase::new(
        format!("{path} sudah ada dan tidak ditimpa"),
        format!("{path} exists and is not overwritten"),
    );
    let help = Phrase::new(
        "Ubah berkas itu, atau lihat isinya yang berlaku dengan `sopan settings`.",
        "Change that file, or see what it amounts to by `sopan settings`.",
    );
    (message, Some(help))
}
