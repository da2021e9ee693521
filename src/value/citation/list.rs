//! Several legal bases in one text: `1. UU ...; 2. PP ...`, on lines or in a row.

use std::ops::Range;

use super::{Citation, CitationError};

/// One legal basis of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The bytes of the text it was read from. Ranges of the citation and of the error count
    /// from its start.
    pub range: Range<usize>,
    /// What was read.
    pub read: Result<Citation, CitationError>,
}

/// Words between two legal bases in a row.
const BETWEEN: [&str; 4] = ["dan", "serta", "beserta", "maupun"];

/// Words after which a line goes on with a regulation that is no legal basis of its own.
const GOES_ON: [&str; 14] = [
    "dengan",
    "atas",
    "jo",
    "juncto",
    "jis",
    "tentang",
    "pelaksanaan",
    "perubahan",
    "dari",
    "oleh",
    "terakhir",
    "dalam",
    "berdasarkan",
    "ketentuan",
];

/// Words before the title of a regulation or letter.
const TITLE: [&str; 4] = ["tentang", "ttg", "perihal", "hal"];

/// Words before its number.
const NUMBER: [&str; 3] = ["nomor", "no.", "no"];

impl Citation {
    /// Every legal basis of a text, in order. An item without a regulation counts, with the
    /// reason; a regulation named in a remark behind another does not.
    pub fn list(text: &str) -> Vec<Listed> {
        let mut found = Vec::new();
        for range in items(text) {
            let item = text.get(range.clone()).unwrap_or_default();
            let mut first = Citation::parse(item);
            if first.as_ref().is_ok_and(|c| is_inside_title(item, c)) {
                first = Err(CitationError::NotCitation);
            }
            let mut kind = first.as_ref().ok().map(|citation| citation.kind);
            let mut end = first
                .as_ref()
                .map_or(item.len(), |citation| citation.range.end);
            let listed = |read| Listed {
                range: range.clone(),
                read,
            };
            found.push(listed(first));
            if end == item.len() {
                continue;
            }
            for citation in Citation::find_all(item) {
                if citation.range.start < end {
                    continue;
                }
                let between = item.get(end..citation.range.start).unwrap_or_default();
                if !is_separator(between) {
                    break;
                }
                end = citation.range.end;
                // Bases in a row go down from the highest: with nothing between, a higher one
                // belongs to the title before it, `SE ... tentang Tindak Lanjut UU ...`.
                let is_higher = kind.is_some_and(|before| citation.kind < before);
                if is_higher && !between.is_empty() && between.chars().all(|c| c == ' ') {
                    continue;
                }
                kind = Some(citation.kind);
                found.push(listed(Ok(citation)));
            }
        }
        found
    }
}

/// Whether a citation is named in the title of another that could not be read:
/// `Prmn Nomor 9 Tahun 2012 tentang Pelaksanaan UU 25/2009`, `Putusan Mahkamah Konstitusi Nomor
/// 46/PUU-XII/2014 tentang Pengujian Undang-Undang Nomor 28 Tahun 2009`.
fn is_inside_title(item: &str, citation: &Citation) -> bool {
    let before = item.get(..citation.range.start).unwrap_or_default();
    let lower = before.to_lowercase();
    let words: Vec<_> = lower.split_whitespace().collect();
    let last = words.last().copied().unwrap_or_default();
    let Some(title) = words.iter().position(|word| TITLE.contains(word)) else {
        return false;
    };
    if last == "tentang" {
        return false;
    }
    let (head, title) = words.split_at(title);
    let is_numbered = head.iter().any(|word| NUMBER.contains(word));
    let is_apart = last.ends_with(',') || BETWEEN.contains(&last);
    let is_one = !before.contains('\n') && !title.iter().any(|word| word.ends_with([';', ':']));
    GOES_ON.contains(&last) || is_numbered && is_one && !is_apart
}

/// Whether nothing but signs, list marks and `dan` stands between two citations.
fn is_separator(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .all(|word| {
            let is_mark = word.len() <= 3 && word.chars().all(|c| c.is_ascii_digit());
            is_mark || word.len() == 1 || BETWEEN.contains(&word.to_lowercase().as_str())
        })
}

/// The items of a text: from line to line where a line begins with a list mark or with a
/// regulation of its own, else the whole text.
fn items(text: &str) -> Vec<Range<usize>> {
    let mut items: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let range = start..start + line.len();
        start = range.end;
        let before = items.last().and_then(|item| text.get(item.clone()));
        match items.last_mut() {
            Some(item) if !begins_item(before.unwrap_or_default(), line) => item.end = range.end,
            _ => items.push(range),
        }
    }
    for item in &mut items {
        let words = text.get(item.clone()).unwrap_or_default();
        let begin = item.start + words.len() - words.trim_start().len();
        *item = begin..begin + words.trim().len();
    }
    items.retain(|item| !item.is_empty());
    items
}

fn begins_item(before: &str, line: &str) -> bool {
    let line = line.trim_start();
    if line.is_empty() {
        return false;
    }
    let has_mark = {
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        let letters = line.bytes().take_while(u8::is_ascii_alphabetic).count();
        let mark = if digits > 0 { digits } else { letters };
        let closed = line
            .get(mark..)
            .is_some_and(|rest| rest.starts_with(['.', ')']));
        closed && ((1..=3).contains(&digits) || letters == 1)
            || line.starts_with(['-', '•', '*', '–', '·'])
    };
    if has_mark || before.trim().is_empty() {
        return true;
    }
    let before = before.trim_end();
    let last = before
        .rsplit(|c: char| !c.is_alphanumeric())
        .find(|word| !word.is_empty())
        .unwrap_or_default()
        .to_lowercase();
    if GOES_ON.contains(&last.as_str()) && !before.ends_with(';') {
        return false;
    }
    before.ends_with(':') || Citation::parse(line).is_ok_and(|citation| citation.range.start == 0)
}
