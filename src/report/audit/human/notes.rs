//! What else to know: what has no score, what could not be read, where to look further.

use super::{
    Screen,
    columns::{fit, plural},
};
use crate::sanitize::one_line;

impl Screen<'_> {
    /// What has no score, what could not be read, and where to look further.
    pub(super) fn notes(&self) -> String {
        let lang = self.lang;
        let (audit, summary) = (self.report.audit, &self.report.judged.summary);
        let mut notes = Vec::new();
        let (covered, tasks) = self.report.coverage.covered();
        if tasks > 0 {
            notes.push(lang.pick(
                format!("{covered} dari {tasks} tugas unit memiliki SOP"),
                format!("{covered} of {tasks} tasks of units have an SOP"),
            ));
        }
        let (documents, units) = self.report.must_be_revised();
        if documents > 0 {
            notes.push(lang.pick(
                format!("{documents} dokumen di {units} unit merujuk peraturan yang sudah dicabut"),
                format!(
                    "{documents} {} of {units} {} cite repealed regulations",
                    plural(documents, "document"),
                    plural(units, "unit"),
                ),
            ));
        }
        let unscored = audit.overall.documents - audit.overall.scored;
        if unscored > 0 {
            let mut kinds = std::collections::BTreeMap::<String, usize>::new();
            for row in audit.documents.iter().filter(|row| row.score.is_none()) {
                let kind = row.document.kind.as_deref().map(one_line);
                let none = || lang.pick("tanpa jenis", "no kind").to_owned();
                *kinds.entry(kind.unwrap_or_else(none)).or_default() += 1;
            }
            let kinds: Vec<_> = kinds
                .iter()
                .take(4)
                .map(|(kind, count)| format!("{count} {}", fit(kind, 30)))
                .collect();
            let kinds = kinds.join(", ");
            notes.push(lang.pick(
                format!("{unscored} dokumen tanpa nilai: {kinds}"),
                format!(
                    "{unscored} {} without a score: {kinds}",
                    plural(unscored, "document")
                ),
            ));
        }
        let (unreadable, skipped) = (summary.unreadable, summary.skipped);
        if unreadable > 0 {
            notes.push(lang.pick(
                format!("{unreadable} berkas tidak dapat dibaca (lihat sopan check)"),
                format!(
                    "{unreadable} {} could not be read (see sopan check)",
                    plural(unreadable, "file")
                ),
            ));
        }
        let files = self.report.judged.files.iter();
        let files = files.filter(|file| !file.findings.is_empty() && !file.is_unreadable);
        let partly = files.count();
        if partly > 0 {
            notes.push(lang.pick(
                format!("{partly} berkas mempunyai temuan di luar dokumen (lihat sopan check)"),
                format!(
                    "{partly} {} outside of any document (see sopan check)",
                    match partly {
                        1 => "file has findings",
                        _ => "files have findings",
                    }
                ),
            ));
        }
        if skipped > 0 {
            notes.push(lang.pick(
                format!("{skipped} berkas YAML tanpa `jenis` dilewati"),
                format!(
                    "{skipped} YAML {} without `jenis` skipped",
                    plural(skipped, "file")
                ),
            ));
        }
        if summary.suppressed > 0 {
            let count = summary.suppressed;
            notes.push(lang.pick(
                format!("{count} temuan diabaikan dengan komentar"),
                format!("{count} {} silenced by comments", plural(count, "finding")),
            ));
        }
        let hint = match self.options.details {
            true => lang.pick(
                "Laporan untuk pimpinan: --format html atau xlsx, dengan --output",
                "A report to hand on: --format html or xlsx, with --output",
            ),
            false => lang.pick(
                "Semua dokumen: --details; laporan untuk pimpinan: --format html atau xlsx",
                "All documents: --details; a report to hand on: --format html or xlsx",
            ),
        };
        notes.push(hint.to_owned());
        let line = |note: &String| format!("{}\n", self.painter.faint(note));
        notes.iter().map(line).collect()
    }
}
