//! Markdown, for the summary of a job or a page of a wiki.

use std::{
    fmt::Write as _,
    io::{self, Write},
};

use super::{Options, Report};
use crate::{
    audit::{Comparison, Trend},
    corpus::{Coverage, UnitRevisions},
    report::{decimal, escape, score_words},
    text::Lang,
};

/// Groups that are told.
const GROUPS: usize = 200;
/// Rules and documents that are told.
const ROWS: usize = 20;
/// Longest text of a cell, in characters.
const LONGEST: usize = 200;

pub(super) fn write(report: &Report<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let lang = options.lang;
    let mut text = String::new();
    overall(report, options, &mut text);
    groups(report, lang, &mut text);
    rules(report, lang, &mut text);
    worst(report, lang, &mut text);
    coverage(report.coverage, lang, &mut text);
    revisions(report.revisions, lang, &mut text);
    if let Some(comparison) = report.comparison {
        compared(comparison, lang, &mut text);
    }
    out.write_all(text.trim_end().as_bytes())?;
    writeln!(out)
}

/// The head of a table; a column with `true` stands at the right.
fn head<const N: usize>(titles: [(&str, bool); N], text: &mut String) {
    row(&titles.map(|(title, _)| title.to_owned()), text);
    row(
        &titles.map(|(_, is_right)| if is_right { "---:" } else { "---" }.to_owned()),
        text,
    );
}

fn row(cells: &[String], text: &mut String) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "| {} |", cells.join(" | "));
}

fn section(title: &str, text: &mut String) {
    let _ = writeln!(text, "\n## {title}\n");
}

fn cell(said: &str) -> String {
    match said.char_indices().nth(LONGEST) {
        Some((cut, _)) => escape::markdown(said.get(..cut).unwrap_or_default()) + "…",
        None => escape::markdown(said),
    }
}

fn number(score: Option<f64>, lang: Lang) -> String {
    score.map_or_else(|| "–".to_owned(), |score| decimal(score, lang))
}

fn overall(report: &Report<'_>, options: &Options, text: &mut String) {
    let lang = options.lang;
    let (audit, all) = (report.audit, &report.audit.overall);
    let title = lang.pick("Audit dokumen pelayanan", "Audit of service documents");
    let _ = writeln!(text, "# {title}, {}\n", options.today);
    let score = match all.score {
        Some(score) => score_words(score, report.rules, lang),
        None => "–".to_owned(),
    };
    let target = decimal(audit.target, lang);
    let summary = &report.judged.summary;
    head(
        [
            (lang.pick("Nilai", "Score"), false),
            (lang.pick("Mencapai sasaran", "At target"), true),
            (lang.pick("Dokumen", "Documents"), true),
            (lang.pick("Galat", "Errors"), true),
            (lang.pick("Peringatan", "Warnings"), true),
            ("Info", true),
        ],
        text,
    );
    row(
        &[
            format!("**{score}**"),
            lang.pick(
                format!("{} dari {} ({target})", all.at_target, all.scored),
                format!("{} of {} ({target})", all.at_target, all.scored),
            ),
            all.documents.to_string(),
            summary.error.to_string(),
            summary.warning.to_string(),
            summary.info.to_string(),
        ],
        text,
    );
    let files = report.judged.files.iter();
    let of_files: usize = files.map(|file| file.findings.len()).sum();
    if of_files > 0 {
        let line = lang.pick(
            format!("Temuan pada berkas, di luar dokumen: {of_files}."),
            format!("Findings of files, outside of documents: {of_files}."),
        );
        let _ = writeln!(text, "\n{line}");
    }
    if summary.unreadable > 0 {
        let count = summary.unreadable;
        let line = lang.pick(
            format!("{count} berkas tidak dapat dibaca."),
            format!("Files that could not be read: {count}."),
        );
        let _ = writeln!(text, "\n{line}");
    }
}

fn groups(report: &Report<'_>, lang: Lang, text: &mut String) {
    let audit = report.audit;
    let title = super::group_title(audit.group_by);
    section(title.get(lang), text);
    head(
        [
            (title.get(lang), false),
            (lang.pick("Nilai", "Score"), true),
            (lang.pick("Predikat", "Grade"), false),
            (lang.pick("Mencapai sasaran", "At target"), true),
            (lang.pick("Dokumen", "Documents"), true),
            (lang.pick("Galat", "Errors"), true),
        ],
        text,
    );
    for group in audit.groups.iter().take(GROUPS) {
        let band = group
            .score
            .and_then(|score| report.rules.grades().of(score));
        row(
            &[
                cell(&super::group_name(group, audit.group_by, lang)),
                number(group.score, lang),
                band.map_or_else(String::new, |band| cell(&band.grade)),
                lang.pick(
                    format!("{} dari {}", group.at_target, group.scored),
                    format!("{} of {}", group.at_target, group.scored),
                ),
                group.documents.to_string(),
                group.error.to_string(),
            ],
            text,
        );
    }
    more(audit.groups.len(), GROUPS, lang, text);
}

fn more(all: usize, shown: usize, lang: Lang, text: &mut String) {
    if let Some(more) = all.checked_sub(shown).filter(|more| *more > 0) {
        let line = lang.pick(
            format!("dan {more} lagi; semuanya dalam bentuk lain."),
            format!("and {more} more; all of them in other formats."),
        );
        let _ = writeln!(text, "\n{line}");
    }
}

fn rules(report: &Report<'_>, lang: Lang, text: &mut String) {
    let rows = &report.audit.rules;
    if rows.is_empty() {
        return;
    }
    section(
        lang.pick(
            "Paling menaikkan nilai bila dibenahi",
            "What raises the score most",
        ),
        text,
    );
    head(
        [
            (lang.pick("Aturan", "Rule"), false),
            (lang.pick("Kenaikan", "Gain"), true),
            (lang.pick("Temuan", "Findings"), true),
            (lang.pick("Dokumen", "Documents"), true),
        ],
        text,
    );
    for of in rows.iter().take(ROWS) {
        let rule = report.rules.rule(of.rule);
        row(
            &[
                cell(&format!("{} {}", rule.code, rule.name)),
                decimal(of.gain, lang),
                of.findings.to_string(),
                of.documents.to_string(),
            ],
            text,
        );
    }
    more(rows.len(), ROWS, lang, text);
}

fn worst(report: &Report<'_>, lang: Lang, text: &mut String) {
    let audit = report.audit;
    let below = |score: f64| score < audit.target;
    let scored = audit.documents.iter();
    let mut rows: Vec<_> = scored.filter(|row| row.score.is_some_and(below)).collect();
    if rows.is_empty() {
        return;
    }
    let score = |row: &crate::audit::Row<'_>| row.score.unwrap_or_default();
    rows.sort_by(|one, other| score(one).total_cmp(&score(other)));
    section(lang.pick("Dokumen terlemah", "The weakest documents"), text);
    head(
        [
            (lang.pick("Nilai", "Score"), true),
            (lang.pick("Dokumen", "Document"), false),
            ("Unit", false),
            (lang.pick("Berkas", "File"), false),
        ],
        text,
    );
    for of in rows.iter().take(ROWS) {
        row(
            &[
                number(of.score, lang),
                cell(of.name()),
                cell(of.document.unit.as_deref().unwrap_or("–")),
                cell(&of.file.name),
            ],
            text,
        );
    }
    more(rows.len(), ROWS, lang, text);
}

fn coverage(coverage: &Coverage, lang: Lang, text: &mut String) {
    if coverage.units.is_empty() {
        return;
    }
    section(lang.pick("Tugas dan SOP", "Tasks and SOPs"), text);
    head(
        [
            ("Unit", false),
            (lang.pick("Tugas dengan SOP", "Tasks with an SOP"), true),
            (lang.pick("Tugas tanpa SOP", "Tasks without SOP"), false),
        ],
        text,
    );
    for unit in coverage.units.iter().take(GROUPS) {
        let open = unit.tasks.iter().filter(|task| task.sops.is_empty());
        let open: Vec<_> = open.map(|task| cell(&task.id)).collect();
        let covered = unit.tasks.len() - open.len();
        row(
            &[
                cell(&unit.unit),
                lang.pick(
                    format!("{covered} dari {}", unit.tasks.len()),
                    format!("{covered} of {}", unit.tasks.len()),
                ),
                match open.is_empty() {
                    true => "–".to_owned(),
                    false => open.join(", "),
                },
            ],
            text,
        );
    }
    more(coverage.units.len(), GROUPS, lang, text);
}

fn revisions(units: &[UnitRevisions], lang: Lang, text: &mut String) {
    let all = || {
        let each = |unit: &'_ UnitRevisions| unit.revisions.len();
        units.iter().map(each).sum::<usize>()
    };
    if units.is_empty() {
        return;
    }
    section(
        lang.pick(
            "Merujuk peraturan yang sudah dicabut",
            "Citing repealed regulations",
        ),
        text,
    );
    head(
        [
            ("Unit", false),
            (lang.pick("Dokumen", "Document"), false),
            (lang.pick("Dicabut", "Repealed"), false),
            (lang.pick("Penggantinya", "In its place"), false),
            (lang.pick("Tempat", "Place"), false),
        ],
        text,
    );
    let places = units
        .iter()
        .flat_map(|unit| unit.revisions.iter().map(move |one| (unit, one)));
    for (unit, one) in places.take(GROUPS) {
        row(
            &[
                cell(&unit.unit),
                cell(&one.name),
                cell(&one.regulation),
                cell(one.replacement.as_deref().unwrap_or("–")),
                cell(&format!("{}:{}", one.file, one.line)),
            ],
            text,
        );
    }
    more(all(), GROUPS, lang, text);
}

fn compared(comparison: &Comparison, lang: Lang, text: &mut String) {
    let day = escape::markdown(&comparison.today);
    section(
        &lang.pick(
            format!("Dibandingkan dengan audit {day}"),
            format!("Compared with the audit of {day}"),
        ),
        text,
    );
    head(
        [
            ("", false),
            (lang.pick("Dahulu", "Before"), true),
            (lang.pick("Sekarang", "Now"), true),
            (lang.pick("Selisih", "Difference"), true),
            (lang.pick("Arah", "Trend"), false),
            (lang.pick("Temuan baru", "New findings"), true),
            (lang.pick("Sudah dibenahi", "Mended"), true),
            (lang.pick("Masih ada", "Remaining"), true),
        ],
        text,
    );
    let findings = |counts: crate::audit::FindingCounts| {
        let counts = [counts.new, counts.mended, counts.remaining];
        counts.map(|count| match comparison.knows_findings {
            true => count.to_string(),
            false => "–".to_owned(),
        })
    };
    let line = |name: String, score: crate::audit::Change, trend: Trend, counts| {
        let [new, mended, remaining] = findings(counts);
        [
            name,
            number(score.before, lang),
            number(score.now, lang),
            number(score.difference(), lang),
            trend.title().get(lang).to_owned(),
            new,
            mended,
            remaining,
        ]
    };
    let all = lang.pick("**Keseluruhan**", "**Overall**").to_owned();
    let overall = comparison.overall;
    row(
        &line(all, overall, overall.trend(), comparison.findings),
        text,
    );
    for group in comparison.groups.iter().take(GROUPS) {
        let name = match group.name.is_empty() {
            true => "–".to_owned(),
            false => cell(&group.name),
        };
        row(&line(name, group.score, group.trend, group.findings), text);
    }
    more(comparison.groups.len(), GROUPS, lang, text);
    let went = Trend::ALL.into_iter().zip(comparison.went());
    let went: Vec<_> = went
        .map(|(trend, count)| format!("{count} {}", trend.title().get(lang)))
        .collect();
    let line = lang.pick(
        format!("Dokumen: {}.", went.join(", ")),
        format!("Documents: {}.", went.join(", ")),
    );
    let _ = writeln!(text, "\n{line}");
}
