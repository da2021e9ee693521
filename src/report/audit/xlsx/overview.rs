//! The first sheet: the numbers of all documents.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::{
    Maker,
    sheet::{MOST_ROWS, Sheet, Value},
};
use crate::{audit::Trend, report::audit::Options, text::Lang};

impl Maker<'_> {
    pub(super) fn overview(
        &self,
        options: &Options,
        left_out: &[(String, usize)],
    ) -> Result<Worksheet, XlsxError> {
        let lang = self.lang;
        let (audit, summary) = (self.report.audit, &self.report.judged.summary);
        let all = &audit.overall;
        let mut worksheet = Worksheet::new();
        let titles = [lang.pick("Ikhtisar", "Overview"), lang.pick("Isi", "Value")];
        let mut sheet = Sheet::new(&mut worksheet, titles[0], &titles, 1, MOST_ROWS)?;
        let mut line =
            |id: &str, en: &str, value: Value| sheet.row([Value::from(lang.pick(id, en)), value]);
        line("Tanggal", "Day", options.today.to_string().into())?;
        line("Nilai", "Score", all.score.into())?;
        let grades = self.report.rules.grades();
        let band = all.score.and_then(|score| grades.of(score));
        let words = band.map(|band| format!("{}, {}", band.grade, band.title.get(lang)));
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
        let (documents, _) = self.report.must_be_revised();
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
        worksheet.set_portrait();
        Ok(worksheet)
    }
}
