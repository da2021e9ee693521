//! Why a baseline or a score cannot be used.

use std::{io, path::Path};

use crate::{
    cli::system,
    judge::BaselineError,
    text::{Lang, Phrase},
};

type Words = (Phrase, Option<Phrase>);

/// The baseline cannot be read.
pub(super) fn missing(path: &Path, reason: &io::Error) -> Words {
    let (path, words) = (path.display(), system::words(reason));
    let message = Phrase::new(
        format!(
            "baseline {path} tidak dapat dibaca: {}",
            words.get(Lang::Id)
        ),
        format!(
            "the baseline {path} cannot be read: {}",
            words.get(Lang::En)
        ),
    );
    let help = Phrase::new(
        format!("Buat dahulu dengan `--baseline {path} --write-baseline`, atau periksa namanya."),
        format!("Write it first with `--baseline {path} --write-baseline`, or check its name."),
    );
    let is_absent = reason.kind() == io::ErrorKind::NotFound;
    (message, is_absent.then_some(help))
}

/// The baseline cannot be written; the old one is as it was.
pub(super) fn unwritable(path: &Path, reason: &io::Error) -> Words {
    let (path, words) = (path.display(), system::words(reason));
    let message = Phrase::new(
        format!(
            "baseline {path} tidak dapat ditulis: {}",
            words.get(Lang::Id)
        ),
        format!(
            "the baseline {path} cannot be written: {}",
            words.get(Lang::En)
        ),
    );
    (message, None)
}

/// The baseline is none.
pub(super) fn broken(path: &Path, reason: &BaselineError) -> Words {
    let path = path.display();
    let (id, en) = match reason {
        BaselineError::NotABaseline => (
            "baris pertamanya bukan `{\"sopan_baseline\":1}`".to_owned(),
            reason.to_string(),
        ),
        BaselineError::Version(version) => (
            format!("versinya {version}, sedangkan yang dikenal versi 1"),
            reason.to_string(),
        ),
        BaselineError::Line { line, .. } => (
            format!("baris {line} bukan catatan temuan"),
            reason.to_string(),
        ),
    };
    let message = Phrase::new(
        format!("baseline {path} tidak dapat dipakai: {id}"),
        format!("the baseline {path} cannot be used: {en}"),
    );
    let help = match reason {
        BaselineError::Version(_) => Phrase::new(
            "Pakai sopan yang lebih baru, atau buat baseline baru dengan --write-baseline.",
            "Use a newer sopan, or write a new baseline with --write-baseline.",
        ),
        // What two branches changed is often left in it by an unfinished merge.
        BaselineError::NotABaseline | BaselineError::Line { .. } => Phrase::new(
            "Bila berkas ini sisa penggabungan (`<<<<<<<`), selesaikan dahulu; bila bukan baseline, hapus lalu buat baru dengan --write-baseline.",
            "If a merge left this file unfinished (`<<<<<<<`), finish it; if it is no baseline, remove it and write a new one with --write-baseline.",
        ),
    };
    (message, Some(help))
}

/// Without a baseline there is nothing to prune.
pub(super) fn none() -> Words {
    (
        Phrase::new(
            "--prune-baseline memerlukan baseline yang akan dirapikan",
            "--prune-baseline needs the baseline to prune",
        ),
        Some(Phrase::new(
            "Sebutkan berkasnya, misalnya `--baseline sopan-baseline.jsonl --prune-baseline`.",
            "Name it, like `--baseline sopan-baseline.jsonl --prune-baseline`.",
        )),
    )
}

/// A finding is known by the name of its file.
pub(super) fn of_stdin() -> Words {
    (
        Phrase::new(
            "--write-baseline mencatat temuan menurut nama berkasnya, dan masukan standar tidak bernama",
            "--write-baseline knows findings by the name of their file, and standard input has none",
        ),
        Some(Phrase::new(
            "Sebut berkasnya, atau beri nama dengan `--stdin-filename`.",
            "Name the file, or give a name with `--stdin-filename`.",
        )),
    )
}

/// A score or a whole baseline is only true where all rules were run.
pub(super) fn not_all_rules(option: &str) -> Words {
    (
        Phrase::new(
            format!("{option} tidak dapat dipakai bersama --select atau --ignore"),
            format!("{option} cannot be used with --select or --ignore"),
        ),
        Some(Phrase::new(
            "Keduanya memerlukan hasil semua aturan. Aturan yang tidak berlaku bagi Anda dapat dimatikan di sopan.yaml.",
            "Both need what all rules find. Rules that do not apply to you can be disabled in sopan.yaml.",
        )),
    )
}
