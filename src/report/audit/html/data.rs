//! The documents and findings that the script shows, as compact data.
//!
//! Every text stands once, in a list, and is named by its position.

use std::{
    collections::{BTreeMap, HashMap},
    fmt::Write as _,
    io,
};

use serde::Serialize;

use super::{Limits, Report, findings::Shown, words};
use crate::audit::Row;

/// What the script shows.
#[derive(Debug)]
pub(super) struct Data {
    strings: Strings,
    documents: Vec<Document>,
    findings: BTreeMap<usize, Vec<Finding>>,
    words: BTreeMap<&'static str, &'static str>,
    /// Bytes of findings that still fit.
    room: usize,
    kinds: BTreeMap<String, String>,
    units: Vec<String>,
    ranks: Vec<(f64, String)>,
}

/// Number, unit, name, folder, file in it, kind, score, errors, warnings, infos.
#[derive(Debug, Serialize)]
struct Document(
    usize,
    usize,
    usize,
    usize,
    usize,
    usize,
    Option<f64>,
    usize,
    usize,
    usize,
);

/// Severity, message, help, source, lines, places elsewhere.
#[derive(Debug, Serialize)]
struct Finding(
    usize,
    usize,
    usize,
    usize,
    Vec<(usize, Vec<String>)>,
    Vec<usize>,
);

/// Texts, each once.
#[derive(Debug, Default)]
struct Strings {
    all: Vec<String>,
    known: HashMap<String, usize>,
    bytes: usize,
}

impl Strings {
    fn id(&mut self, text: &str) -> usize {
        if let Some(&known) = self.known.get(text) {
            return known;
        }
        let id = self.all.len();
        self.bytes += text.len() + 3;
        self.known.insert(text.to_owned(), id);
        self.all.push(text.to_owned());
        id
    }
}

/// What stands in the page.
#[derive(Serialize)]
struct Json<'a> {
    lang: String,
    target: f64,
    words: &'a BTreeMap<&'static str, &'static str>,
    units: &'a [String],
    /// The lowest score of each grade, the best first.
    grades: &'a [(f64, String)],
    strings: &'a [String],
    documents: &'a [Document],
    findings: &'a BTreeMap<usize, Vec<Finding>>,
}

impl Data {
    pub(super) fn new(report: &Report<'_>, limits: Limits) -> Self {
        let groups = report.audit.groups.iter();
        let bands = report.rules.grades().bands.iter();
        let kinds = report.rules.kinds().iter();
        let title = |kind: &crate::rule::Kind| {
            let title = words::kind(Some(&kind.name), report.rules, report.lang);
            (kind.name.clone(), title)
        };
        let unknown = words::kind(None, report.rules, report.lang);
        Self {
            strings: Strings::default(),
            documents: Vec::new(),
            findings: BTreeMap::new(),
            words: spoken(report.lang),
            room: limits.data_bytes,
            kinds: kinds.map(title).chain([(String::new(), unknown)]).collect(),
            units: groups
                .map(|group| words::group_name(&group.name, report))
                .collect(),
            ranks: bands.map(|band| (band.from, band.grade.clone())).collect(),
        }
    }

    /// Lists a document.
    pub(super) fn document(&mut self, number: usize, row: &Row<'_>) {
        let kind = row.document.kind.as_deref().unwrap_or_default();
        let kind = self.kinds.get(kind).map_or(kind, String::as_str).to_owned();
        let path = words::plain(&row.file.name);
        // Many files stand in few folders.
        let (folder, file) = path.split_at(path.rfind('/').map_or(0, |at| at + 1));
        let document = Document(
            number,
            row.group,
            self.strings.id(&words::plain(row.name())),
            self.strings.id(folder),
            self.strings.id(file),
            self.strings.id(&kind),
            row.score,
            row.error,
            row.warning,
            row.info,
        );
        self.documents.push(document);
    }

    /// Keeps the findings of a document, where they still fit.
    pub(super) fn findings(&mut self, number: usize, shown: impl Iterator<Item = Shown>) -> bool {
        if self.room == 0 {
            return false;
        }
        let before = self.strings.bytes;
        let findings: Vec<Finding> = shown.map(|one| self.finding(one)).collect();
        let own: usize = findings.iter().map(Finding::bytes).sum();
        let bytes = own + self.strings.bytes - before;
        self.room = self.room.saturating_sub(bytes);
        self.findings.insert(number, findings);
        true
    }

    fn finding(&mut self, shown: Shown) -> Finding {
        let line = |line: super::findings::Line| (line.number, line.parts);
        let related = shown.related.iter();
        Finding(
            shown.rank,
            self.strings.id(&shown.message),
            self.strings.id(&shown.help),
            self.strings.id(&shown.source),
            shown.lines.into_iter().map(line).collect(),
            related.map(|one| self.strings.id(one)).collect(),
        )
    }

    pub(super) fn has_findings(&self) -> bool {
        !self.findings.is_empty()
    }

    /// JSON that may stand in an element `script`.
    pub(super) fn json(&self, report: &Report<'_>) -> io::Result<String> {
        let json = Json {
            lang: report.lang.to_string(),
            target: report.audit.target,
            words: &self.words,
            units: &self.units,
            grades: &self.ranks,
            strings: &self.strings.all,
            documents: &self.documents,
            findings: &self.findings,
        };
        Ok(inert(&serde_json::to_string(&json)?))
    }
}

impl Finding {
    /// About how many bytes it takes, its texts in the list apart.
    fn bytes(&self) -> usize {
        let lines = self.4.iter();
        let texts = lines.flat_map(|(_, parts)| parts.iter().map(|part| part.len() + 3));
        24 + texts.sum::<usize>() + self.4.len() * 6 + self.5.len() * 5
    }
}

/// The same JSON without any sign that could end the element it stands in or begin markup: such
/// signs stand in strings only, where they may be written by their numbers.
fn inert(json: &str) -> String {
    let mut safe = String::with_capacity(json.len() + json.len() / 50);
    for character in json.chars() {
        match character {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                // Writing to a string cannot fail.
                let _ = write!(safe, "\\u{:04x}", u32::from(character));
            }
            _ => safe.push(character),
        }
    }
    safe
}

/// The words that the script shows.
fn spoken(lang: crate::text::Lang) -> BTreeMap<&'static str, &'static str> {
    let words = [
        ("sort", "Urutkan menurut", "Sort by"),
        ("dark", "Tampilan gelap", "Dark view"),
        ("light", "Tampilan terang", "Light view"),
        ("brief", "Cetak ringkasan", "Print the overview"),
        ("print", "Cetak semua", "Print everything"),
        ("more", "Tampilkan lebih banyak", "Show more"),
        ("shown", "{n} dari {of} ditampilkan", "{n} of {of} shown"),
        ("none", "Tidak ada yang cocok.", "Nothing matches."),
        ("open", "Buka semua", "Open all"),
        ("close", "Tutup semua", "Close all"),
        ("findings", "temuan", "findings"),
        ("error", "Galat", "Error"),
        ("warning", "Peringatan", "Warning"),
        ("info", "Info", "Info"),
        ("related", "Terkait:", "Related:"),
        ("unscored", "tanpa nilai", "no score"),
    ];
    words
        .into_iter()
        .map(|(key, id, en)| (key, lang.pick(id, en)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_cannot_leave_its_element() {
        let hostile = "</script><!-- <script> &amp; \u{2028}";
        let json = inert(&serde_json::to_string(hostile).unwrap());
        assert!(!json.contains(['<', '>', '&', '\u{2028}']), "{json}");
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), hostile);
    }
}
