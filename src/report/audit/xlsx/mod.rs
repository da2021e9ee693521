//! A workbook for Excel and LibreOffice.
//!
//! It holds text and numbers only: no formula, no link, nothing that acts. What Excel cannot hold
//! is left out and said on the first sheet.

mod lists;
mod overview;
mod sheet;

use std::io::{self, Write};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use self::sheet::{MOST_ROWS, Sheet, Value};
use super::{
    Options, Report, component_title, group_name, group_title, kind_title, outside, outside_title,
};
use crate::{
    audit::{Change, DocumentChange, Group, GroupBy, GroupChange, Row, Trend},
    finding::{Finding, Severity},
    lint::{CheckedDocument, CheckedFile},
    text::Lang,
};

pub(super) fn write(report: &Report<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let bytes = book(report, options, MOST_ROWS).map_err(io::Error::other)?;
    out.write_all(&bytes)
}

fn book(report: &Report<'_>, options: &Options, most_rows: u32) -> Result<Vec<u8>, XlsxError> {
    let maker = Maker {
        report,
        lang: options.lang,
        most_rows,
    };
    let mut sheets = vec![
        maker.groups()?,
        maker.documents()?,
        maker.components()?,
        maker.findings()?,
        maker.tasks()?,
        maker.revisions()?,
    ];
    if let Some(comparison) = report.comparison {
        sheets.push(maker.changes(comparison)?);
        sheets.push(maker.gone(comparison)?);
    }
    let mut book = Workbook::new();
    let today = options.today;
    let (year, month, day) = (today.year(), today.month(), today.day());
    // The time of writing would make every file another one.
    let created = ExcelDateTime::from_ymd(
        u16::try_from(year).unwrap_or(1900),
        u8::try_from(month).unwrap_or(1),
        u8::try_from(day).unwrap_or(1),
    )?;
    let properties = DocProperties::new()
        .set_title(
            options
                .lang
                .pick("Audit dokumen pelayanan", "Audit of service documents"),
        )
        .set_author("sopan")
        .set_creation_datetime(&created);
    book.set_properties(&properties);
    let left_out: Vec<_> = sheets
        .iter()
        .filter(|(_, left_out)| *left_out > 0)
        .map(|(sheet, left_out)| (sheet.name(), *left_out))
        .collect();
    book.push_worksheet(maker.overview(options, &left_out)?);
    for (sheet, _) in sheets {
        book.push_worksheet(sheet);
    }
    book.save_to_buffer()
}

struct Maker<'a> {
    report: &'a Report<'a>,
    lang: Lang,
    /// Rows that a sheet may have, the head among them.
    most_rows: u32,
}

/// A sheet, and how many rows did not fit.
type Made = Result<(Worksheet, usize), XlsxError>;

impl Maker<'_> {
    fn grade(&self, score: Option<f64>) -> Value {
        let band = score.and_then(|score| self.report.rules.grades().of(score));
        Value::from(band.map(|band| &*band.grade))
    }

    /// How people call a kind of document, or its key where no pack knows it.
    fn kind<'a>(&'a self, name: &'a str) -> &'a str {
        kind_title(name, self.report.rules, self.lang).unwrap_or(name)
    }

    fn group(&self, group: &Group) -> String {
        match (self.report.audit.group_by, &*group.name) {
            (GroupBy::Kind, name) if !name.is_empty() => self.kind(name).to_owned(),
            (group_by, _) => group_name(group, group_by, self.lang),
        }
    }

    fn groups(&self) -> Made {
        let lang = self.lang;
        let audit = self.report.audit;
        let title = group_title(audit.group_by);
        let mut titles = vec![
            title.get(lang),
            lang.pick("Wilayah", "Region"),
            lang.pick("Nilai", "Score"),
            lang.pick("Predikat", "Grade"),
            lang.pick("Mencapai sasaran", "At target"),
            lang.pick("Bernilai", "With a score"),
            lang.pick("Dokumen", "Documents"),
            lang.pick("Galat", "Errors"),
            lang.pick("Peringatan", "Warnings"),
            "Info",
        ];
        if self.report.comparison.is_some() {
            titles.extend(self.change_titles());
        }
        let mut worksheet = Worksheet::new();
        let mut sheet = Sheet::new(&mut worksheet, title.get(lang), &titles, 1, self.most_rows)?;
        let changes = self.report.comparison.map(|comparison| &comparison.groups);
        for (index, group) in audit.groups.iter().enumerate() {
            let mut row = vec![
                self.group(group).into(),
                Value::from(group.region.as_deref()),
                group.score.into(),
                self.grade(group.score),
                group.at_target.into(),
                group.scored.into(),
                group.documents.into(),
                group.error.into(),
                group.warning.into(),
                group.info.into(),
            ];
            let change = changes.and_then(|changes| changes.get(index));
            row.extend(
                change
                    .into_iter()
                    .flat_map(|change: &GroupChange| self.change(change.score, change.trend)),
            );
            sheet.row(row)?;
        }
        let outside = Severity::ALL.map(|severity| outside(self.report.judged, severity));
        if outside.iter().any(|count| *count > 0) {
            let mut row = vec![Value::from(outside_title(lang))];
            row.extend((0..6).map(|_| Value::Empty));
            row.extend(outside.map(Value::from));
            sheet.row(row)?;
        }
        sheet.colour(2..=2, 32.0, 78.0, audit.target.max(79.0))?;
        let left_out = sheet.finish()?;
        Ok((worksheet, left_out))
    }

    fn change_titles(&self) -> [&'static str; 3] {
        let lang = self.lang;
        [
            lang.pick("Nilai sebelumnya", "Score before"),
            lang.pick("Selisih", "Difference"),
            lang.pick("Arah", "Trend"),
        ]
    }

    fn change(&self, change: Change, trend: Trend) -> [Value; 3] {
        [
            change.before.into(),
            change.difference().into(),
            trend.title().get(self.lang).into(),
        ]
    }

    fn documents(&self) -> Made {
        let lang = self.lang;
        let audit = self.report.audit;
        let mut titles = vec![
            lang.pick("Dokumen", "Document"),
            "Unit",
            lang.pick("Wilayah", "Region"),
            lang.pick("Jenis", "Kind"),
            lang.pick("Nilai", "Score"),
            lang.pick("Predikat", "Grade"),
            lang.pick("Belum terpenuhi", "Not met"),
            lang.pick("Galat", "Errors"),
            lang.pick("Peringatan", "Warnings"),
            "Info",
            lang.pick("Berkas", "File"),
            lang.pick("Dokumen ke-", "Number in file"),
        ];
        let comparison = self.report.comparison;
        if comparison.is_some() {
            titles.extend(self.change_titles());
            titles.extend([
                lang.pick("Temuan baru", "New findings"),
                lang.pick("Sudah dibenahi", "Mended"),
                lang.pick("Masih ada", "Remaining"),
            ]);
        }
        let mut worksheet = Worksheet::new();
        let name = lang.pick("Dokumen", "Documents");
        let mut sheet = Sheet::new(&mut worksheet, name, &titles, 1, self.most_rows)?;
        let changes = comparison.map(|comparison| &comparison.documents);
        for (index, row) in audit.documents.iter().enumerate() {
            let document = row.document;
            let mut values = vec![
                row.name().into(),
                Value::from(document.unit.as_deref()),
                Value::from(document.region.as_deref()),
                Value::from(document.kind.as_deref().map(|kind| self.kind(kind))),
                row.score.into(),
                self.grade(row.score),
                self.not_met(row).into(),
                row.error.into(),
                row.warning.into(),
                row.info.into(),
                row.file.name.as_str().into(),
                (document.index + 1).into(),
            ];
            let change = changes.and_then(|changes| changes.get(index));
            values.extend(change.into_iter().flat_map(|change: &DocumentChange| {
                let counts = [change.new.len(), change.mended.len(), change.remaining];
                let scores = self.change(change.score, change.trend);
                scores.into_iter().chain(counts.map(Value::from))
            }));
            sheet.row(values)?;
        }
        sheet.colour(4..=4, 32.0, 78.0, audit.target.max(79.0))?;
        let left_out = sheet.finish()?;
        Ok((worksheet, left_out))
    }

    /// The components that a document lacks, in the order in which the regulations name them.
    fn not_met(&self, row: &Row<'_>) -> String {
        let mut kinds = self.report.rules.kinds().iter();
        let kind = kinds.find(|kind| Some(&*kind.name) == row.document.kind.as_deref());
        let components = kind.into_iter().flat_map(|kind| {
            let keys = kind.components.iter().map(|one| &*one.key);
            let keys = keys.filter(|key| row.components.get(key) == Some(&false));
            keys.map(|key| component_title(kind, key, self.lang))
        });
        // Titles have commas of their own.
        components.collect::<Vec<_>>().join("; ")
    }

    /// Groups and components: the share of documents that meet each.
    fn components(&self) -> Made {
        let lang = self.lang;
        let audit = self.report.audit;
        let components = self.all_components();
        let title = group_title(audit.group_by);
        let mut titles = vec![title.get(lang)];
        titles.extend(components.iter().map(|(_, title)| &**title));
        let mut worksheet = Worksheet::new();
        let name = lang.pick("Komponen", "Components");
        let mut sheet = Sheet::new(&mut worksheet, name, &titles, 1, self.most_rows)?;
        for group in &audit.groups {
            let mut row = vec![self.group(group).into()];
            row.extend(components.iter().map(|(key, _)| {
                let share = group.components.get(*key).copied();
                share.map_or(Value::Empty, Value::Share)
            }));
            sheet.row(row)?;
        }
        if let Ok(last @ 1..) = u16::try_from(components.len()) {
            sheet.upright(&titles)?;
            sheet.colour(1..=last, 0.0, 0.75, 1.0)?;
        }
        let left_out = sheet.finish()?;
        Ok((worksheet, left_out))
    }

    /// The components asked of any document, with their titles, in the order in which the
    /// regulations name them.
    fn all_components(&self) -> Vec<(&str, String)> {
        let mut all: Vec<(&str, String)> = Vec::new();
        let asked = &self.report.audit.overall.components;
        for kind in self.report.rules.kinds() {
            for component in &kind.components {
                let key = &*component.key;
                if asked.contains_key(key) && all.iter().all(|(known, _)| *known != key) {
                    all.push((key, component_title(kind, key, self.lang)));
                }
            }
        }
        all
    }

    fn findings(&self) -> Made {
        let lang = self.lang;
        let titles = [
            lang.pick("Tingkat", "Level"),
            lang.pick("Aturan", "Rule"),
            lang.pick("Nama aturan", "Name of the rule"),
            lang.pick("Pesan", "Message"),
            lang.pick("Cara memperbaiki", "How to mend it"),
            lang.pick("Dasar", "Reference"),
            "Unit",
            lang.pick("Dokumen", "Document"),
            lang.pick("Berkas", "File"),
            lang.pick("Baris", "Line"),
        ];
        let mut worksheet = Worksheet::new();
        let name = lang.pick("Temuan", "Findings");
        let mut sheet = Sheet::new(&mut worksheet, name, &titles, 1, self.most_rows)?;
        for file in &self.report.judged.files {
            for finding in &file.findings {
                sheet.row(self.finding(file, None, finding))?;
            }
            for document in &file.documents {
                for finding in &document.findings {
                    sheet.row(self.finding(file, Some(document), finding))?;
                }
            }
        }
        let left_out = sheet.finish()?;
        Ok((worksheet, left_out))
    }

    fn finding(
        &self,
        file: &CheckedFile,
        document: Option<&CheckedDocument>,
        finding: &Finding,
    ) -> [Value; 10] {
        let lang = self.lang;
        let rule = self.report.rules.rule(finding.rule);
        let text = |text: Option<&String>| Value::from(text.map(String::as_str));
        [
            finding.severity.title().get(lang).into(),
            rule.code.as_str().into(),
            rule.name.as_str().into(),
            rule.message.render(lang, &finding.arguments).into(),
            rule.help.render(lang, &finding.arguments).into(),
            rule.reference(document.and_then(|d| d.kind.as_deref()))
                .into(),
            text(document.and_then(|d| d.unit.as_ref())),
            text(document.and_then(|d| d.name.as_ref())),
            file.name.as_str().into(),
            finding.range.start.line.into(),
        ]
    }
}
