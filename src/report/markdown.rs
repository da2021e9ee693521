//! Markdown, as GitHub shows it as the summary of a job.

use std::{
    cmp::Reverse,
    fmt::Write as _,
    io::{self, Write},
};

use super::{Located, Options, all, closing, escape, statistics::Statistics};
use crate::{
    finding::Severity,
    judge::Judged,
    lint::{CheckedDocument, CheckedFile},
    rule::RuleSet,
    text::Lang,
};

/// GitHub refuses a summary of more than 1 MiB altogether. Below it, with room for the last
/// line and for what another program adds in the same step.
const MOST_BYTES: usize = 1_000_000;

/// Most documents in the list of those with the most findings.
const MOST_DOCUMENTS: usize = 10;

/// Most rows of a table of statistics.
const MOST_ROWS: usize = 100;

pub(super) fn write(
    judged: &Judged,
    rules: &RuleSet,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let lang = options.lang;
    let mut text = String::from("## sopan\n\n");
    counts(judged, lang, &mut text);
    if options.statistics {
        tables(judged, rules, lang, &mut text);
    }
    worst(judged, lang, &mut text);
    findings(judged, rules, lang, &mut text);
    out.write_all(text.as_bytes())
}

/// A row of a table; each cell is Markdown already.
fn row<const N: usize>(cells: [String; N], text: &mut String) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "| {} |", cells.join(" | "));
}

/// The first rows of a table. A column of numbers stands at the right.
fn head<const N: usize>(titles: [&str; N], numbers: [bool; N], text: &mut String) {
    row(titles.map(str::to_owned), text);
    let line = |is_number| if is_number { "---:" } else { "---" }.to_owned();
    row(numbers.map(line), text);
}

fn counts(judged: &Judged, lang: Lang, text: &mut String) {
    let summary = &judged.summary;
    let _ = writeln!(
        text,
        "{}: **{}**\n",
        closing::checked(summary, lang),
        closing::found(summary, lang)
    );
    for note in closing::notes(judged, lang) {
        let _ = writeln!(text, "{}\n", escape::markdown(&note));
    }
    let titles = [
        lang.pick("Galat", "Errors"),
        lang.pick("Peringatan", "Warnings"),
        "Info",
        lang.pick("Dokumen", "Documents"),
        lang.pick("Berkas", "Files"),
    ];
    head(titles, [true; 5], text);
    let numbers = [
        summary.error,
        summary.warning,
        summary.info,
        summary.documents,
        summary.files,
    ];
    row(numbers.map(|number| number.to_string()), text);
    text.push('\n');
}

fn tables(judged: &Judged, rules: &RuleSet, lang: Lang, text: &mut String) {
    let Statistics { by_rule, by_unit } = Statistics::new(judged, rules);
    if !by_rule.is_empty() {
        let title = lang.pick("Temuan per aturan", "Findings by rule");
        let _ = writeln!(text, "### {title}\n");
        let titles = [
            lang.pick("Temuan", "Findings"),
            lang.pick("Dokumen", "Documents"),
            lang.pick("Tingkat", "Level"),
            lang.pick("Aturan", "Rule"),
        ];
        head(titles, [true, true, false, false], text);
        for rule in by_rule.iter().take(MOST_ROWS) {
            let cells = [
                rule.findings.to_string(),
                rule.documents.to_string(),
                rule.severity.title().get(lang).to_owned(),
                escape::markdown(&format!("{} {}", rule.rule, rule.name)),
            ];
            row(cells, text);
        }
        text.push('\n');
    }
    if !by_unit.is_empty() {
        let title = lang.pick("Temuan per unit", "Findings by unit");
        let _ = writeln!(text, "### {title}\n");
        let titles = [
            lang.pick("Galat", "Errors"),
            lang.pick("Peringatan", "Warnings"),
            "Info",
            lang.pick("Dokumen", "Documents"),
            "Unit",
        ];
        head(titles, [true, true, true, true, false], text);
        for unit in by_unit.iter().take(MOST_ROWS) {
            let name = unit
                .unit
                .unwrap_or(lang.pick("(unit tidak disebut)", "(no unit named)"));
            let name = match unit.region {
                Some(region) => format!("{name}, {region}"),
                None => name.to_owned(),
            };
            let [error, warning, info, documents] =
                [unit.error, unit.warning, unit.info, unit.documents].map(|n| n.to_string());
            row([error, warning, info, documents, shortened(&name)], text);
        }
        text.push('\n');
    }
}

/// Text from a document for a cell, cut where it is very long.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 200;
    match text.char_indices().nth(LONGEST) {
        Some((cut, _)) => escape::markdown(text.get(..cut).unwrap_or_default()) + "…",
        None => escape::markdown(text),
    }
}

/// Errors, warnings and remarks.
fn levels<'a>(findings: impl IntoIterator<Item = &'a crate::finding::Finding>) -> [usize; 3] {
    let mut counts = [0; 3];
    for finding in findings {
        let [error, warning, info] = &mut counts;
        match finding.severity {
            Severity::Error => *error += 1,
            Severity::Warning => *warning += 1,
            Severity::Info => *info += 1,
        }
    }
    counts
}

/// The documents with the most findings.
fn worst(judged: &Judged, lang: Lang, text: &mut String) {
    let documents = judged
        .files
        .iter()
        .flat_map(|file| file.documents.iter().map(move |d| (file, d)));
    let mut documents: Vec<([usize; 3], &CheckedFile, &CheckedDocument)> = documents
        .map(|(file, document)| (levels(&document.findings), file, document))
        .filter(|(levels, ..)| *levels != [0; 3])
        .collect();
    if documents.len() < 2 {
        return;
    }
    documents.sort_by_key(|(levels, ..)| Reverse(*levels));
    let title = lang.pick(
        "Dokumen dengan temuan terbanyak",
        "Documents with the most findings",
    );
    let _ = writeln!(text, "### {title}\n");
    let titles = [
        lang.pick("Dokumen", "Document"),
        "Unit",
        lang.pick("Berkas", "File"),
        lang.pick("Galat", "Errors"),
        lang.pick("Peringatan", "Warnings"),
        "Info",
    ];
    head(titles, [false, false, false, true, true, true], text);
    for (levels, file, document) in documents.iter().take(MOST_DOCUMENTS) {
        let [error, warning, info] = levels.map(|count| count.to_string());
        let cells = [
            shortened(document.name.as_deref().unwrap_or("–")),
            shortened(document.unit.as_deref().unwrap_or("–")),
            escape::markdown(&file.name),
            error,
            warning,
            info,
        ];
        row(cells, text);
    }
    text.push('\n');
}

/// Every finding, file by file, the worst file first; as many as fit.
fn findings(judged: &Judged, rules: &RuleSet, lang: Lang, text: &mut String) {
    let mut groups: Vec<(&str, Vec<Located<'_>>)> = Vec::new();
    for located in all(judged) {
        match groups
            .last_mut()
            .filter(|(file, _)| *file == located.name())
        {
            Some((_, group)) => group.push(located),
            None => groups.push((located.name(), vec![located])),
        }
    }
    let worth = |group: &[Located<'_>]| levels(group.iter().map(|located| located.finding));
    groups.sort_by_key(|(_, group)| Reverse(worth(group)));
    let total: usize = groups.iter().map(|(_, group)| group.len()).sum();
    if total == 0 {
        return;
    }
    let _ = writeln!(text, "### {}\n", lang.pick("Temuan", "Findings"));
    let mut shown = 0;
    'files: for (file, group) in &groups {
        let mut title = format!("#### {}\n\n", escape::markdown(file));
        let titles = [
            lang.pick("Tempat", "Place"),
            lang.pick("Tingkat", "Level"),
            lang.pick("Aturan", "Rule"),
            lang.pick("Pesan", "Message"),
            lang.pick("Cara memperbaiki", "How to mend it"),
        ];
        head(titles, [false; 5], &mut title);
        for (index, located) in group.iter().enumerate() {
            let mut line = match index {
                0 => title.clone(),
                _ => String::new(),
            };
            finding(located, rules, lang, &mut line);
            if text.len() + line.len() > MOST_BYTES {
                break 'files;
            }
            text.push_str(&line);
            shown += 1;
        }
        text.push('\n');
    }
    let more = total - shown;
    if more > 0 {
        let line = lang.pick(
            format!("{more} temuan lagi tidak dimuat di sini; lihat laporan dengan bentuk lain."),
            format!("{more} more findings do not fit here; see a report in another format."),
        );
        let _ = writeln!(text, "\n**{line}**");
    }
}

fn finding(located: &Located<'_>, rules: &RuleSet, lang: Lang, text: &mut String) {
    let finding = located.finding;
    let rule = rules.rule(finding.rule);
    let at = finding.range.start;
    let reference = rule.reference(located.kind());
    let cells = [
        format!("{}:{}", at.line, at.column),
        finding.severity.title().get(lang).to_owned(),
        escape::markdown(&format!("{} {}", rule.code, rule.name)),
        escape::markdown(&rule.message.render(lang, &finding.arguments)),
        format!(
            "{}<br>{}",
            escape::markdown(&rule.help.render(lang, &finding.arguments)),
            escape::markdown(reference)
        ),
    ];
    row(cells, text);
}
