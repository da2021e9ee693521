//! Reports and the places they go to.

use std::path::Path;

use super::Failure;
use crate::{sanitize::one_line, text::Phrase};

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
            Self::SameOutput(path) => {
                let path = name(path);
                Phrase::new(
                    format!("dua laporan ditujukan ke berkas yang sama: {path}"),
                    format!("two reports go to the same file: {path}"),
                )
            }
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
