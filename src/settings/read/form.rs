//! What is wrong with a settings file as YAML.

use std::sync::Arc;

use crate::{
    check::problem_hit,
    document::{NodeId, Parsed, ProblemKind},
    settings::Diagnostic,
    source::Source,
    text::Phrase,
};

/// Syntax, duplicate keys, more than one document, and whether the rest can be read all the same.
/// An empty file is no mistake: it says nothing.
pub(super) fn mistakes(source: &Arc<Source>, parsed: &Parsed) -> (Vec<Diagnostic>, bool) {
    let mut is_readable = parsed.documents.len() < 2;
    let of_documents = parsed.documents.iter().flat_map(|d| d.problems());
    let mut mistakes = Vec::new();
    for problem in parsed.problems.iter().chain(of_documents) {
        if matches!(problem.kind, ProblemKind::Empty) {
            continue;
        }
        is_readable &= matches!(problem.kind, ProblemKind::DuplicateKey { .. });
        let (message, help) = match &problem.kind {
            ProblemKind::Syntax(reason) => (reason.reason(), Some(reason.remedy())),
            ProblemKind::DuplicateKey { key, first } => {
                let line = source.position(first.start).line;
                let message = Phrase::new(
                    format!("kunci `{key}` sudah ada di baris {line}"),
                    format!("the key `{key}` stands in line {line} already"),
                );
                let help = Phrase::new("Gabungkan keduanya menjadi satu.", "Make one of the two.");
                (message, Some(help))
            }
            ProblemKind::TooDeep { .. } | ProblemKind::TooManyAliases { .. } => (
                Phrase::new(
                    "setelan ini terlalu rumit untuk dibaca",
                    "these settings are too involved to be read",
                ),
                None,
            ),
            _ => (
                Phrase::new(
                    "berkas setelan ini tidak dapat dibaca",
                    "this settings file cannot be read",
                ),
                None,
            ),
        };
        let span = problem_hit(problem).span;
        mistakes.push(Diagnostic::error(source, span, message).help(help));
    }
    if let Some(second) = parsed.documents.get(1) {
        let span = second.place(NodeId::ROOT).key();
        let message = Phrase::new(
            "berkas setelan memuat satu dokumen YAML saja",
            "a settings file holds one YAML document only",
        );
        let help = Phrase::new(
            "Hapus baris `---` yang memisahkannya.",
            "Remove the line `---` between them.",
        );
        mistakes.push(Diagnostic::error(source, span, message).help(help));
    }
    (mistakes, is_readable)
}
