//! The sheets of what is to be done, and of what changed since last time.

use rust_xlsxwriter::Worksheet;

use super::{
    Made, Maker,
    sheet::{Sheet, Value},
};
use crate::audit::{Comparison, DocumentChange, Trend};

impl Maker<'_> {
    pub(super) fn tasks(&self) -> Made {
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
        let mut sheet = Sheet::new(&mut worksheet, name, &titles, 1, self.most_rows)?;
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

    pub(super) fn revisions(&self) -> Made {
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
        let mut sheet = Sheet::new(&mut worksheet, name, &titles, 1, self.most_rows)?;
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
    pub(super) fn changes(&self, comparison: &Comparison) -> Made {
        let is_changed = |change: &&DocumentChange| {
            change.row.is_some()
                && (change.trend != Trend::Same
                    || !change.new.is_empty()
                    || !change.mended.is_empty())
        };
        let name = self.lang.pick("Perubahan", "Changes");
        self.changed(name, comparison.documents.iter().filter(is_changed))
    }

    pub(super) fn gone(&self, comparison: &Comparison) -> Made {
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
        let mut sheet = Sheet::new(&mut worksheet, name, &titles, 1, self.most_rows)?;
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
