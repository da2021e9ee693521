//! What is missing in a citation, or cannot be so.

use std::ops::Range;

use super::{
    CitationCheck,
    basis::{Bases, Basis, with_inner},
    mend,
};
use crate::{
    finding::{Fix, Hit, Severity},
    text::Phrase,
    value::citation::{Citation, CitationError, Kind},
};

/// The word between number and title.
const ABOUT: &str = "tentang";

/// Entries that name no regulation.
pub(super) fn unclear(bases: &Bases<'_>, check: &CitationCheck, hits: &mut Vec<Hit>) {
    for basis in bases.all.iter() {
        let Err(CitationError::NotCitation) = basis.read() else {
            continue;
        };
        let Some(text) = bases.text(basis) else {
            continue;
        };
        let start = text.len() - without_mark(text).len();
        let words = without_mark(text);
        if words.is_empty() || check.is_blank(words) {
            continue;
        }
        let vague = check.vague.as_ref().map(|list| list.find(words));
        let vague = vague.and_then(|found| found.into_iter().next());
        let hit = match vague {
            Some(found) => bases.hit(basis, &(start + found.start..start + found.end)),
            // Headings and remarks among regulations do no harm; a lone entry that names
            // something else may be meant as it is.
            None if !basis.is_alone || is_heading(words) || words.starts_with('(') => continue,
            None => bases
                .hit(basis, &(start..text.len()))
                .severity(Severity::Info),
        };
        hits.push(hit.argument("value", Phrase::same(words.to_owned())));
    }
}

/// Regulations without number or year.
pub(super) fn incomplete(bases: &Bases<'_>, check: &CitationCheck, hits: &mut Vec<Hit>) {
    for (at, basis) in bases.all.iter().enumerate() {
        let Err(error) = basis.read() else {
            continue;
        };
        let Some((kind, range, reason, is_bare)) = missing(error) else {
            continue;
        };
        if let Some(text) = bases.text(basis) {
            let words = without_mark(text);
            // The name of a kind above regulations of that kind is a heading.
            let next = bases.all.get(at + 1).map(|next| next.read());
            let heads_next = matches!(next, Some(Ok(next)) if next.kind == kind);
            let heads = is_bare && (!basis.is_alone || heads_next || is_heading(words));
            if check.is_blank(words) || heads {
                continue;
            }
        } else if bases.parts(basis).any(|part| check.is_blank(part)) {
            continue;
        }
        let written = bases.written(basis, range);
        let named = written.map_or_else(|| kind.name().to_owned(), str::to_owned);
        hits.push(
            bases
                .hit(basis, range)
                .argument("regulation", Phrase::same(named))
                .argument("reason", reason),
        );
    }
}

/// Kind, place and words for what a citation lacks, and whether there is nothing but the kind.
fn missing(error: &CitationError) -> Option<(Kind, &Range<usize>, Phrase, bool)> {
    match error {
        CitationError::NotCitation => None,
        CitationError::NumberMissing {
            kind,
            year,
            title,
            range,
        } => {
            let reason = match year {
                Some(_) => Phrase::new("nomornya belum ditulis", "its number is missing"),
                None => Phrase::new(
                    "nomor dan tahunnya belum ditulis",
                    "its number and year are missing",
                ),
            };
            Some((*kind, range, reason, year.is_none() && title.is_none()))
        }
        CitationError::YearMissing { kind, range, .. } => {
            let reason = Phrase::new("tahunnya belum ditulis", "its year is missing");
            Some((*kind, range, reason, false))
        }
        CitationError::YearUnclear {
            kind,
            written,
            range,
            ..
        } => {
            let reason = Phrase::new(
                format!("`{written}` bukan tahun"),
                format!("`{written}` is not a year"),
            );
            Some((*kind, range, reason, false))
        }
    }
}

/// Years that are yet to come.
pub(super) fn future(bases: &Bases<'_>, hits: &mut Vec<Hit>) {
    let today = bases.target.today.year();
    for (basis, citation) in bases.read() {
        let late = with_inner(citation)
            .into_iter()
            .find(|citation| is_future(bases, citation));
        if let Some(late) = late {
            let year = Phrase::same(late.year.value.to_string());
            hits.push(
                bases
                    .hit(basis, &late.year.range)
                    .argument("regulation", Phrase::same(late.short()))
                    .argument("year", year)
                    .argument("today", Phrase::same(today.to_string())),
            );
        }
    }
}

/// Whether the year of a citation is yet to come, so that nothing else can be said of it.
pub(super) fn is_future(bases: &Bases<'_>, citation: &Citation) -> bool {
    i32::from(citation.year.value) > i32::from(bases.target.today.year())
}

/// `tentang` misspelt or left out.
pub(super) fn misspelt(bases: &Bases<'_>, accept: &[String], hits: &mut Vec<Hit>) {
    for (basis, citation) in bases.read() {
        let found = with_inner(citation)
            .into_iter()
            .find_map(|citation| misspelt_in(bases, basis, citation, accept));
        hits.extend(found);
    }
}

fn misspelt_in(
    bases: &Bases<'_>,
    basis: &Basis,
    citation: &Citation,
    accept: &[String],
) -> Option<Hit> {
    let title = citation.title.as_ref()?;
    let fix = |words: Phrase, edit| {
        move |hit: Hit| match edit {
            Some(edit) => Hit {
                fix: Some(Fix {
                    title: words,
                    safe: true,
                    edits: vec![edit],
                }),
                ..hit
            },
            None => hit,
        }
    };
    let Some(about) = &title.about else {
        let before = bases.written(basis, &(citation.head_range.end..title.range.start))?;
        let first = title.text.chars().next()?;
        // Behind the number, and words: not a bracket with a remark.
        if !before.trim().is_empty() || !first.is_uppercase() {
            return None;
        }
        let start = title.range.start;
        let words = Phrase::new("Sisipkan `tentang`", "Insert `tentang`");
        let edit = mend::edit(bases, basis, &(start..start), &format!("{ABOUT} "));
        let reason = Phrase::new(
            "kata `tentang` sebelum judul belum ditulis",
            "the word `tentang` before the title is missing",
        );
        let hit = bases
            .hit(basis, &title.range)
            .argument("value", Phrase::same(citation.short()))
            .argument("reason", reason);
        return Some(fix(words, edit)(hit));
    };
    let written = bases.written(basis, about)?;
    let lower = written.to_lowercase();
    if lower == ABOUT || accept.contains(&lower) {
        return None;
    }
    let words = Phrase::new(
        format!("Ganti `{written}` dengan `{ABOUT}`"),
        format!("Replace `{written}` by `{ABOUT}`"),
    );
    let reason = Phrase::new(
        format!("`{written}` salah ketik, semestinya `{ABOUT}`"),
        format!("`{written}` is a slip for `{ABOUT}`"),
    );
    let hit = bases
        .hit(basis, about)
        .argument("value", Phrase::same(citation.short()))
        .argument("reason", reason);
    Some(fix(words, mend::edit(bases, basis, about, ABOUT))(hit))
}

/// The text without the mark of a list in front of it.
fn without_mark(text: &str) -> &str {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || "-–•*·".contains(c));
    let mark = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let is_mark = mark == 1 || (mark <= 3 && text.bytes().take(mark).all(|b| b.is_ascii_digit()));
    match text.get(mark..) {
        Some(rest) if is_mark && mark > 0 && rest.starts_with(['.', ')', ',']) => {
            rest.get(1..).unwrap_or_default().trim_start()
        }
        _ => text,
    }
}

fn is_heading(text: &str) -> bool {
    text.trim_end().ends_with(':')
}
