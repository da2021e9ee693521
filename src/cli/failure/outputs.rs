//! Reports and the places they go to.

use std::path::Path;

use super::Failure;
use crate::{
    sanitize::one_line,
    text::{Lang, Phrase},
};

impl Failure {
    /// What is wrong with the places that reports go to.
    pub(super) fn outputs(&self) -> (Phrase, Option<Phrase>) {
        let name = |path: &Path| one_line(&path.to_string_lossy());
        let message = match self {
            Self::OutputTwice(path) => {
                let path = name(path);
                Phrase::new(
                    format!("`--output` kedua untuk laporan yang sama: {path}"),
                    format!("a second `--output` for the same report: {path}"),
                )
            }
            Self::OutputFirst(path) => {
                let path = name(path);
                Phrase::new(
                    format!(
                        "`--output {path}` disebut sebelum `--format`, sehingga tidak jelas laporan mana yang dimaksud"
                    ),
                    format!(
                        "`--output {path}` stands before any `--format`, so it is not clear which report is meant"
                    ),
                )
            }
            Self::SameOutput(path) => same_file(path),
            _ => Phrase::new(
                "dua laporan ditujukan ke layar (keluaran standar)",
                "two reports go to the screen (standard output)",
            ),
        };
        let help = Phrase::new(
            "Tulis `--output BERKAS` sesudah `--format` masing-masing; satu laporan boleh tanpa berkas, misalnya `--format sarif --output a.sarif --format human`.",
            "Write `--output FILE` after each `--format`; one report may have none, like `--format sarif --output a.sarif --format human`.",
        );
        (message, Some(help))
    }
}

fn same_file(path: &Path) -> Phrase {
    let path = one_line(&path.to_string_lossy());
    Phrase::new(
        format!("dua laporan ditujukan ke berkas yang sama: {path}"),
        format!("two reports go to the same file: {path}"),
    )
}

/// Facts into the file of a report or of the baseline.
pub(super) fn same_as_facts(path: &Path) -> (Phrase, Option<Phrase>) {
    let help = Phrase::new(
        "Beri `--facts-out` nama lain, misalnya `--facts-out bagian.fakta`.",
        "Give `--facts-out` another name, like `--facts-out part.facts`.",
    );
    (same_file(path), Some(help))
}

/// The report would take the place of a file that it is made of.
pub(super) fn over_input(path: &Path) -> (Phrase, Option<Phrase>) {
    let path = one_line(&path.to_string_lossy());
    let message = Phrase::new(
        format!("laporan akan menimpa berkas yang digabungkan: {path}"),
        format!("the report would overwrite a file that it is made of: {path}"),
    );
    let help = Phrase::new(
        "Beri laporan nama lain, misalnya `--output laporan.txt`.",
        "Give the report another name, like `--output report.txt`.",
    );
    (message, Some(help))
}

/// Something was to be written in a run that only shows.
pub(super) fn only_shown(option: &str, by: &Phrase) -> (Phrase, Option<Phrase>) {
    let message = Phrase::new(
        format!(
            "{option} menulis ke berkas, sedangkan {} hanya memperlihatkan",
            by.get(Lang::Id)
        ),
        format!(
            "{option} writes to a file, but {} only shows",
            by.get(Lang::En)
        ),
    );
    let help = Phrase::new("Pakai salah satu.", "Use one of them.");
    (message, Some(help))
}

/// A form of the report was wanted in a run that gives no report.
pub(super) fn form_of_its_own(form: &str, by: &Phrase) -> (Phrase, Option<Phrase>) {
    let message = Phrase::new(
        format!(
            "`--format {form}` adalah bentuk laporan, sedangkan {} tidak membuat laporan",
            by.get(Lang::Id)
        ),
        format!(
            "`--format {form}` is a form of the report, but {} gives no report",
            by.get(Lang::En)
        ),
    );
    let help = Phrase::new(
        "Hapus `--format`; `--output` boleh tetap dipakai.",
        "Leave `--format` out; `--output` may stay.",
    );
    (message, Some(help))
}
