//! The last lines of a report for people: everything that was counted.

use std::io::{self, Write};

use super::{Options, Painter, decimal};
use crate::{
    finding::Severity,
    judge::{Judged, Summary},
    sanitize::one_line,
    text::Lang,
};

/// The last lines: everything that was counted.
pub(super) fn write(judged: &Judged, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let painter = Painter::new(options);
    let summary = &judged.summary;
    let lang = options.lang;
    let found = found_in(summary, lang, |severity, text| match severity {
        Some(severity) => painter.level(severity, text),
        None => painter.good(text),
    });
    writeln!(out, "{}: {found}", painter.strong(&checked(summary, lang)))?;
    for note in notes(judged, lang) {
        writeln!(out, "{}", painter.faint(&note))?;
    }
    Ok(())
}

/// How many findings there are, by severity.
pub(super) fn found(summary: &Summary, lang: Lang) -> String {
    found_in(summary, lang, |_, text| text.to_owned())
}

fn found_in(
    summary: &Summary,
    lang: Lang,
    paint: impl Fn(Option<Severity>, &str) -> String,
) -> String {
    if summary.findings() == 0 {
        return paint(None, lang.pick("tidak ada temuan", "no findings"));
    }
    let counts = Severity::ALL.into_iter().filter_map(|severity| {
        let number = summary.count(severity);
        (number > 0).then(|| paint(Some(severity), &count(number, severity, lang)))
    });
    counts.collect::<Vec<_>>().join(", ")
}

/// A number of findings of one severity.
pub(super) fn count(number: usize, severity: Severity, lang: Lang) -> String {
    let word = severity.title();
    match (lang, severity, number) {
        (Lang::En, Severity::Error | Severity::Warning, 2..) => {
            format!("{number} {}s", word.get(lang))
        }
        _ => format!("{number} {}", word.get(lang)),
    }
}

/// How much was looked at.
pub(super) fn checked(summary: &Summary, lang: Lang) -> String {
    let Summary {
        documents, files, ..
    } = *summary;
    let s = |number| if number == 1 { "" } else { "s" };
    lang.pick(
        format!("{documents} dokumen dalam {files} berkas diperiksa"),
        format!(
            "{documents} document{} in {files} file{} checked",
            s(documents),
            s(files)
        ),
    )
}

fn files(count: usize) -> &'static str {
    if count == 1 { "file" } else { "files" }
}

/// Most documents or entries that a note lists.
const MOST_LISTED: usize = 10;

/// What was left out, and what is odd.
pub(super) fn notes(judged: &Judged, lang: Lang) -> Vec<String> {
    let Summary {
        unreadable,
        skipped,
        suppressed,
        baselined,
        ..
    } = judged.summary;
    let mut notes = low_scores(judged, lang);
    notes.extend(fixable(&judged.summary, lang));
    if suppressed > 0 {
        notes.push(lang.pick(
            format!("{suppressed} temuan diabaikan dengan komentar (lihat dengan --no-ignores)"),
            format!(
                "{suppressed} {} silenced by comments (see with --no-ignores)",
                findings(suppressed)
            ),
        ));
    }
    if baselined > 0 {
        notes.push(lang.pick(
            format!("{baselined} temuan sudah tercatat di baseline"),
            format!(
                "{baselined} {} known from the baseline",
                findings(baselined)
            ),
        ));
    }
    notes.extend(stale(judged, lang));
    if unreadable > 0 {
        notes.push(lang.pick(
            format!("{unreadable} berkas tidak dapat dibaca"),
            format!("{unreadable} {} could not be read", files(unreadable)),
        ));
    }
    if skipped > 0 {
        notes.push(lang.pick(
            format!("{skipped} berkas YAML tanpa `jenis` dilewati (lihat --files)"),
            format!(
                "{skipped} YAML {} without `jenis` skipped (see --files)",
                files(skipped)
            ),
        ));
    }
    notes
}

/// How much can be mended by the program, and how.
fn fixable(summary: &Summary, lang: Lang) -> Option<String> {
    let safe = summary.safely_fixable;
    let unsafe_ones = summary.fixable - safe;
    match (safe, unsafe_ones) {
        (0, 0) => None,
        (0, more) => Some(lang.pick(
            format!("{more} dapat diperbaiki dengan --unsafe-fixes, lalu perlu dibaca ulang"),
            format!("{more} can be mended with --unsafe-fixes, to be read again by a person"),
        )),
        (safe, 0) => Some(lang.pick(
            format!("{safe} dapat diperbaiki dengan --fix"),
            format!("{safe} can be mended with --fix"),
        )),
        (safe, more) => Some(lang.pick(
            format!("{safe} dapat diperbaiki dengan --fix, {more} lagi dengan --unsafe-fixes"),
            format!("{safe} can be mended with --fix, {more} more with --unsafe-fixes"),
        )),
    }
}

/// The documents below the lowest score that was asked for, the worst first.
fn low_scores(judged: &Judged, lang: Lang) -> Vec<String> {
    let Some(min) = judged.min_score else {
        return Vec::new();
    };
    let documents = judged
        .files
        .iter()
        .flat_map(|file| file.documents.iter().map(move |document| (file, document)));
    let scores = documents.filter_map(|(file, document)| {
        let score = document.score.as_ref()?.value();
        (score < min).then_some((score, &*file.name, document.index))
    });
    let mut scores: Vec<_> = scores.collect();
    if scores.is_empty() {
        return Vec::new();
    }
    scores.sort_by(|one, other| one.0.total_cmp(&other.0).then_with(|| one.1.cmp(other.1)));
    let (count, min) = (scores.len(), decimal(min, lang));
    let mut lines = vec![lang.pick(
        format!("{count} dokumen bernilai di bawah {min}:"),
        format!(
            "{count} {} below a score of {min}:",
            if count == 1 { "document" } else { "documents" }
        ),
    )];
    lines.extend(scores.iter().take(MOST_LISTED).map(|(score, file, index)| {
        let which = match index {
            0 => String::new(),
            _ => lang.pick(
                format!(" (dokumen ke-{})", index + 1),
                format!(" (document {})", index + 1),
            ),
        };
        format!("  {:>6}  {}{which}", decimal(*score, lang), one_line(file))
    }));
    lines.extend(and_more(count, lang));
    lines
}

/// The entries of the baseline that nothing answers to.
fn stale(judged: &Judged, lang: Lang) -> Vec<String> {
    let count = judged.stale.len();
    if count == 0 {
        return Vec::new();
    }
    let mut lines = vec![lang.pick(
        format!("{count} catatan baseline sudah tidak ditemukan; hapus dengan --prune-baseline:"),
        format!(
            "{count} baseline {} not found any more; remove with --prune-baseline:",
            if count == 1 { "entry" } else { "entries" }
        ),
    )];
    lines.extend(judged.stale.iter().take(MOST_LISTED).map(|entry| {
        let place = format!("{} {}", entry.file, entry.path);
        format!(
            "  {}  {}",
            one_line(&entry.rule),
            one_line(place.trim_end())
        )
    }));
    lines.extend(and_more(count, lang));
    lines
}

fn and_more(count: usize, lang: Lang) -> Option<String> {
    let more = count.checked_sub(MOST_LISTED).filter(|more| *more > 0)?;
    Some(lang.pick(format!("  dan {more} lagi"), format!("  and {more} more")))
}

fn findings(count: usize) -> &'static str {
    if count == 1 { "finding" } else { "findings" }
}
