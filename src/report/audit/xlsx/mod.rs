//! A workbook for Excel and LibreOffice.
//!
//! It holds text and numbers only: no formula, no link, nothing that acts. What Excel cannot hold
//! is left out and said on the first sheet.

mod sheet;

use std::io::{self, Write};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use self::sheet::{Sheet, Value};
use super::{Options, Report, group_name, group_title};
use crate::{
    audit::{Change, Comparison, DocumentChange, GroupChange, Trend},
    finding::Finding,
    lint::{CheckedDocument, CheckedFile},
    report::score_words,
    text::Lang,
};

pub(super) fn write(report: &Report<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let bytes = book(report, options).map_err(io::Error::other)?;
    out.write_all(&bytes)
}

fn book(report: &Report<'_>, options: &Options) -> Result<Vec<u8>, XlsxError> {
    let maker = Maker {
        report,
        lang: options.lang,
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
}

/// A sheet, and how many rows did not fit.
type Made = Result<(Worksheet, usize), XlsxError>;

impl Maker<'_> {
    fn grade(&self, score: Option<f64>) -> Value {
        let band = score.and_then(|score| self.report.rules.grades().of(score));
        Value::from(band.map(|band| &*band.grade))
    }

    fn overview(
        &self,
        options: &Options,
        left_out: &[(String, usize)],
    ) -> Result<Worksheet, XlsxError> {
        let lang = self.lang;
        let (audit, summary) = (self.report.audit, &self.report.judged.summary);
        let all = &audit.overall;
        let mut worksheet = Worksheet::new();
        let titles = [lang.pick("Ikhtisar", "Overview"), lang.pick("Isi", "Value")];
        let mut sheet = Sheet::new(&mut worksheet, titles[0], &titles, 1)?;
        let mut line =
            |id: &str, en: &str, value: Value| sheet.row([Value::from(lang.pick(id, en)), value]);
        line("Tanggal", "Day", options.today.to_string().into())?;
        line("Nilai", "Score", all.score.into())?;
        let words = all
            .score
            .map(|score| score_words(score, self.report.rules, lang));
        line("Predikat", "Grade", Value::from(words.as_deref()))?;
        line("Sasaran", "Target", Value::Score(audit.target))?;
        line("Dokumen", "Documents", all.documents.into())?;
        line(
            "Dokumen yang bernilai",
            "Documents with a score",
            all.scored.into(),
        )?;
        line("Mencapai sasaran", "At target", all.at_target.into())?;
        let share = all.share_at_target().map_or(Value::Empty, Value::Share);
        line("Bagian yang mencapai sasaran", "Share at target", share)?;
        line("Galat", "Errors", summary.error.into())?;
        line("Peringatan", "Warnings", summary.warning.into())?;
        line("Info", "Info", summary.info.into())?;
        line(
            "Temuan yang diabaikan dengan komentar",
            "Findings silenced by comments",
            summary.suppressed.into(),
        )?;
        line(
            "Berkas yang tidak dapat dibaca",
            "Files that could not be read",
            summary.unreadable.into(),
        )?;
        let coverage = self.report.coverage;
        if !coverage.units.is_empty() {
            let (covered, tasks) = coverage.covered();
            line(
                "Tugas yang memiliki SOP",
                "Tasks with an SOP",
                covered.into(),
            )?;
            line("Semua tugas", "All tasks", tasks.into())?;
        }
        let (documents, _) = self.report.to_revise();
        line(
            "Dokumen yang merujuk peraturan yang sudah dicabut",
            "Documents that cite repealed regulations",
            documents.into(),
        )?;
        if let Some(comparison) = self.report.comparison {
            let text = &*comparison.today;
            line(
                "Dibandingkan dengan audit",
                "Compared with the audit of",
                text.into(),
            )?;
            line(
                "Nilai sebelumnya",
                "Score before",
                comparison.overall.before.into(),
            )?;
            line(
                "Selisih",
                "Difference",
                comparison.overall.difference().into(),
            )?;
            for (trend, count) in Trend::ALL.into_iter().zip(comparison.went()) {
                let title = trend.title();
                let id = format!("Dokumen: {}", title.get(Lang::Id));
                let en = format!("Documents: {}", title.get(Lang::En));
                line(&id, &en, count.into())?;
            }
            if comparison.knows_findings {
                line(
                    "Temuan baru",
                    "New findings",
                    comparison.findings.new.into(),
                )?;
                line(
                    "Temuan yang sudah dibenahi",
                    "Mended findings",
                    comparison.findings.mended.into(),
                )?;
                line(
                    "Temuan yang masih ada",
                    "Remaining findings",
                    comparison.findings.remaining.into(),
                )?;
            }
        }
        line("", "", Value::Empty)?;
        line(
            "Paling menaikkan nilai bila dibenahi",
            "What raises the score most",
            Value::Empty,
        )?;
        for row in audit.rules.iter().filter(|row| row.gain > 0.0).take(10) {
            let rule = self.report.rules.rule(row.rule);
            let name = format!("{} {}", rule.code, rule.name);
            line(&name, &name, Value::Score(row.gain))?;
        }
        for (name, rows) in left_out {
            let id = format!("Lembar {name}: baris yang tidak dimuat karena batas Excel");
            let en = format!("Sheet {name}: rows beyond the limit of Excel, left out");
            line(&id, &en, (*rows).into())?;
        }
        sheet.finish()?;
        Ok(worksheet)
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
        let mut sheet = Sheet::new(&mut worksheet, title.get(lang), &titles, 1)?;
        let changes = self.report.comparison.map(|comparison| &comparison.groups);
        for (index, group) in audit.groups.iter().enumerate() {
            let mut row = vec![
                group_name(group, audit.group_by, lang).into(),
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
        let mut sheet = Sheet::new(&mut worksheet, name, &titles, 1)?;
        let changes = comparison.map(|comparison| &comparison.documents);
        for (index, row) in audit.documents.iter().enumerate() {
            let document = row.document;
            let not_met = row.components.iter().filter(|(_, met)| !**met);
            let not_met: Vec<_> = not_met.map(|(key, _)| *key).collect();
            let mut values = vec![
                row.name().into(),
                Value::from(document.unit.as_deref()),
                Value::from(document.region.as_deref()),
                Value::from(document.kind.as_deref()),
                row.score.into(),
                self.grade(row.score),
                not_met.join(", ").into(),
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

    /// Groups and components: the share of documents that meet each.
    fn components(&self) -> Made {
        let lang = self.lang;
        let audit = self.report.audit;
        let mut keys: Vec<&str> = Vec::new();
        // In the order in which the regulations name them.
        for kind in self.report.rules.kinds() {
            for component in &kind.components {
                let key = &*component.key;
                if audit.overall.components.contains_key(key) && !keys.contains(&key) {
                    keys.push(key);
                }
            }
        }
        let title = group_title(audit.group_by);
        let mut titles = vec![title.get(lang)];
        titles.extend(&keys);
        let mut worksheet = Worksheet::new();
        let name = lang.pick("Komponen", "Components");
        let mut sheet = Sheet::new(&mut worksheet, name, &titles, 1)?;
        for group in &audit.groups {
            let mut row = vec![group_name(group, audit.group_by, lang).into()];
            row.extend(keys.iter().map(|key| {
                let share = group.components.get(*key).copied();
                share.map_or(Value::Empty, Value::Share)
            }));
            sheet.row(row)?;
        }
        if let Ok(last @ 1..) = u16::try_from(keys.len()) {
            sheet.colour(1..=last, 0.0, 0.75, 1.0)?;
        }
        let left_out = sheet.finish()?;
        Ok((worksheet, left_out))
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
        let mut sheet = Sheet::new(&mut worksheet, name, &titles, 1)?;
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

    fn tasks(&self) -> Made {
        let lang = self.lang;
        let titles = [
            "Unit",
            lang.pick("Wilayah", "Region"),
            lang.pick("Tugas", "Task"),
            lang.pick("Uraian", "Description"),
            lang.pick("Jumlah SOP", "SOPs"),
            lang.pick("SOP yang melaksanakannya", "SOPs that carry it out"),
        ];
        let mut worksheet = Worksheet::new();
        let name = lang.pick("Tugas", "Tasks");
        let mut sheet = Sheet::new(&mut worksheet, name, &titles, 1)?;
        for unit in &self.report.coverage.units {
            let region = unit.region.as_deref();
            for task in &unit.tasks {
                let names: Vec<_> = task.sops.iter().map(|(_, name)| &**name).collect();
                sheet.row([
                    unit.unit.as_str().into(),
                    region.into(),
                    task.id.as_str().into(),
                    task.text.as_str().into(),
                    task.sops.len().into(),
                    names.join("; ").into(),
                ])?;
            }
            for (file, name) in &unit.sops_without_task {
                let none = lang.pick("(SOP tanpa tugas)", "(SOP without a task)");
                sheet.row([
                    unit.unit.as_str().into(),
                    region.into(),
                    none.into(),
                    Value::Empty,
                    1.into(),
                    format!("{name} ({file})").into(),
                ])?;
            }
        }
        let left_out = sheet.finish()?;
        Ok((worksheet, left_out))
    }

    fn revisions(&self) -> Made {
        let lang = self.lang;
        let titles = [
            "Unit",
            lang.pick("Wilayah", "Region"),
            lang.pick("Dokumen", "Document"),
            lang.pick("Peraturan yang dicabut", "Repealed regulation"),
            lang.pick("Penggantinya", "In its place"),
            lang.pick("Berkas", "File"),
            lang.pick("Baris", "Line"),
        ];
        let mut worksheet = Worksheet::new();
        let name = lang.pick("Revisi", "Revisions");
        let mut sheet = Sheet::new(&mut worksheet, name, &titles, 1)?;
        for unit in self.report.revisions {
            for one in &unit.revisions {
                sheet.row([
                    unit.unit.as_str().into(),
                    unit.region.as_deref().into(),
                    one.name.as_str().into(),
                    one.regulation.as_str().into(),
                    one.replacement.as_deref().into(),
                    one.file.as_str().into(),
                    one.line.into(),
                ])?;
            }
        }
        let left_out = sheet.finish()?;
        Ok((worksheet, left_out))
    }

    /// Documents whose score changed, and new ones.
    fn changes(&self, comparison: &Comparison) -> Made {
        let is_changed = |change: &&DocumentChange| {
            change.row.is_some()
                && (change.trend != Trend::Same
                    || !change.new.is_empty()
                    || !change.mended.is_empty())
        };
        let name = self.lang.pick("Perubahan", "Changes");
        self.changed(name, comparison.documents.iter().filter(is_changed))
    }

    fn gone(&self, comparison: &Comparison) -> Made {
        let gone = |change: &&DocumentChange| change.row.is_none();
        let name = self.lang.pick("Tidak ada lagi", "Gone");
        self.changed(name, comparison.documents.iter().filter(gone))
    }

    fn changed<'a>(&self, name: &str, changes: impl Iterator<Item = &'a DocumentChange>) -> Made {
        let lang = self.lang;
        let mut titles = vec![
            lang.pick("Dokumen", "Document"),
            "Unit",
            lang.pick("Berkas", "File"),
            lang.pick("Berkas sebelumnya", "File before"),
            lang.pick("Nilai", "Score"),
        ];
        titles.extend(self.change_titles());
        titles.extend([
            lang.pick("Temuan baru", "New findings"),
            lang.pick("Sudah dibenahi", "Mended"),
        ]);
        let mut worksheet = Worksheet::new();
        let mut sheet = Sheet::new(&mut worksheet, name, &titles, 1)?;
        for change in changes {
            let mut row = vec![
                change.name.as_deref().into(),
                change.unit.as_deref().into(),
                change.file.as_str().into(),
                change.moved_from.as_deref().into(),
                change.score.now.into(),
            ];
            row.extend(self.change(change.score, change.trend));
            row.extend([change.new.len().into(), change.mended.len().into()]);
            sheet.row(row)?;
        }
        let left_out = sheet.finish()?;
        Ok((worksheet, left_out))
    }
}
