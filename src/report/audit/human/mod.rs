//! One screen for a person: where the city stands, which units are weakest, what to mend first.

mod columns;
mod compared;

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use self::columns::{bar, fit, fixed, pad, pad_left, percent, plural};
use super::{Options, Report, group_name};
use crate::{
    audit::{Group, GroupBy, Row},
    report::{Painter, decimal},
    sanitize::{one_line, without_commands},
    text::Lang,
};

/// Groups on the screen where not all are asked for.
const GROUPS: usize = 12;
/// Rules on the screen.
const RULES: usize = 5;
/// Rules across documents on the screen.
const DRIFTS: usize = 4;
/// Columns of a bar.
const BAR: usize = 20;
/// The widest that a screen is used.
const WIDEST: usize = 100;

/// Writes one screen, and with details every group and document after it.
pub(super) fn write(report: &Report<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let screen = Screen {
        report,
        options,
        painter: Painter::new(&crate::report::Options {
            lang: options.lang,
            colour: options.colour,
            width: options.width,
            ..crate::report::Options::default()
        }),
        lang: options.lang,
        width: options.width.clamp(60, WIDEST),
    };
    let text = screen.draw();
    out.write_all(without_commands(&text).as_bytes())
}

struct Screen<'a> {
    report: &'a Report<'a>,
    options: &'a Options,
    painter: Painter,
    lang: Lang,
    width: usize,
}

impl Screen<'_> {
    fn draw(&self) -> String {
        let mut parts = vec![self.overall(), self.groups(), self.rules()];
        parts.push(self.drift());
        parts.extend(self.report.comparison.map(|one| self.comparison(one)));
        if self.options.details {
            parts.push(self.documents());
        }
        parts.push(self.notes());
        parts.retain(|part| !part.is_empty());
        parts.join("\n")
    }

    fn title(&self, text: &str) -> String {
        format!("{}\n", self.painter.strong(text))
    }

    /// A score in the colour of how far it is from the target.
    fn paint(&self, score: Option<f64>, text: &str) -> String {
        use crate::finding::Severity;
        let target = self.report.audit.target;
        match score {
            None => self.painter.faint(text),
            Some(score) if score >= target => self.painter.good(text),
            Some(score) if score >= target * 0.8 => self.painter.level(Severity::Warning, text),
            Some(_) => self.painter.level(Severity::Error, text),
        }
    }

    fn grade(&self, score: f64) -> &str {
        let band = self.report.rules.grades().of(score);
        band.map_or("", |band| &band.grade)
    }

    fn overall(&self) -> String {
        let (audit, lang) = (self.report.audit, self.lang);
        let all = &audit.overall;
        let units = audit.groups_by(GroupBy::Unit).0;
        let units = units.iter().filter(|unit| !unit.name.is_empty()).count();
        let mut text = self.title(&lang.pick(
            format!(
                "Audit {} dokumen dari {units} unit, {}",
                all.documents, self.options.today
            ),
            format!(
                "Audit of {} {} of {units} {}, {}",
                all.documents,
                plural(all.documents, "document"),
                plural(units, "unit"),
                self.options.today
            ),
        ));
        let label = |id: &str, en: &str| pad(lang.pick(id, en), 16);
        match all.score {
            Some(score) => {
                let number = format!("{} {}", pad_left(&fixed(score, lang), 6), self.grade(score));
                let band = self.report.rules.grades().of(score);
                let title = band.map_or("", |band| band.title.get(lang));
                text.push_str(&format!(
                    "  {}  {}  {}  {}\n",
                    label("Nilai", "Score"),
                    bar(score),
                    self.paint(all.score, &number),
                    self.painter.faint(title),
                ));
            }
            None => {
                let none = lang.pick("belum ada dokumen yang bernilai", "no document has a score");
                text.push_str(&format!("  {}  {none}\n", label("Nilai", "Score")));
            }
        }
        if let Some(share) = all.share_at_target() {
            let target = decimal(audit.target, lang);
            text.push_str(&format!(
                "  {}  {}  {} {}\n",
                label("Sasaran", "Target"),
                bar(share * 100.0),
                pad_left(&percent(share), 6),
                lang.pick(
                    format!(
                        " {} dari {} dokumen mencapai {target}",
                        all.at_target, all.scored
                    ),
                    format!(
                        " {} of {} documents reach {target}",
                        all.at_target, all.scored
                    ),
                ),
            ));
        }
        let summary = &self.report.judged.summary;
        text.push_str(&format!(
            "  {}  {}\n",
            label("Temuan", "Findings"),
            crate::report::closing::found(summary, lang)
        ));
        if let Some(min) = self.options.min_score
            && all.score.is_some_and(|score| score < min)
        {
            let min = decimal(min, lang);
            let line = lang.pick(
                format!("  Nilai di bawah batas {min} yang diminta dengan --min-score"),
                format!("  The score is below the {min} that --min-score asks for"),
            );
            let line = self.painter.level(crate::finding::Severity::Error, &line);
            text.push_str(&format!("{line}\n"));
        }
        text
    }

    fn groups(&self) -> String {
        let (audit, lang) = (self.report.audit, self.lang);
        let titles = match audit.group_by {
            GroupBy::Unit => ("Unit, terlemah lebih dahulu", "Units, the weakest first"),
            GroupBy::Region => (
                "Wilayah, terlemah lebih dahulu",
                "Regions, the weakest first",
            ),
            GroupBy::Kind => (
                "Jenis dokumen, terlemah lebih dahulu",
                "Kinds of document, the weakest first",
            ),
            GroupBy::Folder => (
                "Folder, terlemah lebih dahulu",
                "Folders, the weakest first",
            ),
        };
        let (scored, unscored): (Vec<_>, Vec<_>) =
            audit.groups.iter().partition(|group| group.score.is_some());
        if scored.is_empty() {
            return String::new();
        }
        let most = if self.options.details {
            usize::MAX
        } else {
            GROUPS
        };
        let shown = scored.len().min(most);
        // Bar, score, grade, and the share stand beside the name.
        let share_width = scored
            .iter()
            .take(shown)
            .map(|group| self.share(group).width())
            .max();
        let share_width = share_width.unwrap_or(0);
        let room = self
            .width
            .saturating_sub(2 + 2 + BAR + 2 + 6 + 1 + 1 + 2 + share_width);
        let names: Vec<_> = scored
            .iter()
            .take(shown)
            .map(|group| self.name(group))
            .collect();
        let longest = names.iter().map(|name| name.width()).max().unwrap_or(0);
        let name_width = longest.min(room.max(12));
        let mut text = self.title(lang.pick(titles.0, titles.1));
        for (group, name) in scored.iter().zip(&names) {
            let score = group.score.unwrap_or_default();
            let number = format!("{} {}", pad_left(&fixed(score, lang), 6), self.grade(score));
            text.push_str(&format!(
                "  {}  {}  {}  {}\n",
                pad(&fit(name, name_width), name_width),
                bar(score),
                self.paint(group.score, &number),
                self.painter
                    .faint(&pad_left(&self.share(group), share_width)),
            ));
        }
        let more = scored.len() - shown;
        if more > 0 {
            let line = lang.pick(
                format!("  dan {more} lagi (semuanya dengan --details)"),
                format!("  and {more} more (all with --details)"),
            );
            text.push_str(&format!("{}\n", self.painter.faint(&line)));
        }
        if !unscored.is_empty() && audit.group_by != GroupBy::Kind {
            let count = unscored.len();
            let line = lang.pick(
                format!("  {count} lagi tanpa dokumen yang bernilai"),
                format!("  {count} more without a document that has a score"),
            );
            text.push_str(&format!("{}\n", self.painter.faint(&line)));
        }
        text
    }

    fn name(&self, group: &Group) -> String {
        let name = one_line(&group_name(group, self.report.audit.group_by, self.lang));
        // Units of several regions may have the same name.
        let mut namesakes = self.report.audit.groups.iter();
        let is_shared = namesakes.any(|one| one != group && one.name == group.name);
        match &group.region {
            Some(region) if is_shared => format!("{name}, {}", one_line(region)),
            _ => name,
        }
    }

    fn share(&self, group: &Group) -> String {
        let (at, of) = (group.at_target, group.scored);
        self.lang.pick(
            format!("{at} dari {of} di sasaran"),
            format!("{at} of {of} at target"),
        )
    }

    fn rules(&self) -> String {
        let lang = self.lang;
        let gaining = self.report.audit.rules.iter().filter(|row| row.gain > 0.0);
        let gaining: Vec<_> = gaining.take(RULES).collect();
        if gaining.is_empty() {
            return String::new();
        }
        let mut text = self.title(lang.pick(
            "Paling menaikkan nilai bila dibenahi",
            "What raises the score most when mended",
        ));
        for row in gaining {
            let rule = self.report.rules.rule(row.rule);
            let counts = lang.pick(
                format!("{} dokumen", row.documents),
                format!("{} {}", row.documents, plural(row.documents, "document")),
            );
            let room = self.width.saturating_sub(2 + 7 + 2 + 7 + 2 + 2 + 14);
            text.push_str(&format!(
                "  {}  {} {}  {}\n",
                self.painter
                    .good(&pad_left(&format!("+{}", fixed(row.gain, lang)), 7)),
                pad(&rule.code, 7),
                pad(&fit(&rule.name, room), room.min(44)),
                self.painter.faint(&counts),
            ));
        }
        text
    }

    fn drift(&self) -> String {
        let lang = self.lang;
        let rules = self.report.rules;
        let across = |row: &&crate::audit::RuleRow| rules.rule(row.rule).check().across().is_some();
        let mut rows: Vec<_> = self.report.audit.rules.iter().filter(across).collect();
        if rows.is_empty() {
            return String::new();
        }
        rows.sort_by(|one, other| {
            let most = other.findings.cmp(&one.findings);
            most.then_with(|| one.rule.cmp(&other.rule))
        });
        let mut text = self.title(lang.pick(
            "Perbedaan dan kekurangan antardokumen",
            "Drift and gaps between documents",
        ));
        let most = if self.options.details {
            usize::MAX
        } else {
            DRIFTS
        };
        for row in rows.iter().take(most) {
            let rule = rules.rule(row.rule);
            text.push_str(&format!(
                "  {}  {} {}\n",
                pad_left(&row.findings.to_string(), 7),
                pad(&rule.code, 7),
                fit(&rule.name, self.width.saturating_sub(20)),
            ));
        }
        let more = rows.len().saturating_sub(most);
        if more > 0 {
            let line = lang.pick(
                format!("           dan {more} aturan lagi"),
                format!("           and {more} more rules"),
            );
            text.push_str(&format!("{}\n", self.painter.faint(&line)));
        }
        text
    }

    /// Every document, group by group, the worst first.
    fn documents(&self) -> String {
        let lang = self.lang;
        let mut text = self.title(lang.pick("Semua dokumen", "All documents"));
        let mut members: Vec<Vec<&Row<'_>>> = vec![Vec::new(); self.report.audit.groups.len()];
        for row in &self.report.audit.documents {
            if let Some(members) = members.get_mut(row.group) {
                members.push(row);
            }
        }
        for (group, mut rows) in self.report.audit.groups.iter().zip(members) {
            let score = |row: &Row<'_>| row.score.unwrap_or(f64::INFINITY);
            rows.sort_by(|one, other| score(one).total_cmp(&score(other)));
            text.push_str(&format!("\n  {}\n", self.painter.strong(&self.name(group))));
            for row in rows {
                let number = match row.score {
                    Some(score) => {
                        format!("{} {}", pad_left(&fixed(score, lang), 6), self.grade(score))
                    }
                    None => pad("     –", 8),
                };
                let name = one_line(row.name());
                let file = one_line(&row.file.name);
                let room = self.width.saturating_sub(14) / 2;
                text.push_str(&format!(
                    "  {}  {}  {}\n",
                    self.paint(row.score, &number),
                    pad(&fit(&name, room), room),
                    self.painter.faint(&file),
                ));
            }
        }
        text
    }

    /// What has no score, what could not be read, and where to look further.
    fn notes(&self) -> String {
        let lang = self.lang;
        let (audit, summary) = (self.report.audit, &self.report.judged.summary);
        let mut notes = Vec::new();
        let (covered, tasks) = self.report.coverage.covered();
        if tasks > 0 {
            notes.push(lang.pick(
                format!("{covered} dari {tasks} tugas unit memiliki SOP"),
                format!("{covered} of {tasks} tasks of units have an SOP"),
            ));
        }
        let (documents, units) = self.report.must_be_revised();
        if documents > 0 {
            notes.push(lang.pick(
                format!("{documents} dokumen di {units} unit merujuk peraturan yang sudah dicabut (daftarnya: --format xlsx)"),
                format!(
                    "{documents} {} of {units} {} cite repealed regulations (listed with --format xlsx)",
                    plural(documents, "document"),
                    plural(units, "unit"),
                ),
            ));
        }
        let unscored = audit.overall.documents - audit.overall.scored;
        if unscored > 0 {
            let mut kinds = std::collections::BTreeMap::<String, usize>::new();
            for row in audit.documents.iter().filter(|row| row.score.is_none()) {
                let kind = row.document.kind.as_deref().map(one_line);
                let none = || lang.pick("tanpa jenis", "no kind").to_owned();
                *kinds.entry(kind.unwrap_or_else(none)).or_default() += 1;
            }
            let kinds: Vec<_> = kinds
                .iter()
                .take(4)
                .map(|(kind, count)| format!("{count} {}", fit(kind, 30)))
                .collect();
            let kinds = kinds.join(", ");
            notes.push(lang.pick(
                format!("{unscored} dokumen tanpa nilai: {kinds}"),
                format!(
                    "{unscored} {} without a score: {kinds}",
                    plural(unscored, "document")
                ),
            ));
        }
        let (unreadable, skipped) = (summary.unreadable, summary.skipped);
        if unreadable > 0 {
            notes.push(lang.pick(
                format!("{unreadable} berkas tidak dapat dibaca (lihat sopan check)"),
                format!(
                    "{unreadable} {} could not be read (see sopan check)",
                    plural(unreadable, "file")
                ),
            ));
        }
        if skipped > 0 {
            notes.push(lang.pick(
                format!("{skipped} berkas YAML tanpa `jenis` dilewati"),
                format!(
                    "{skipped} YAML {} without `jenis` skipped",
                    plural(skipped, "file")
                ),
            ));
        }
        if summary.suppressed > 0 {
            let count = summary.suppressed;
            notes.push(lang.pick(
                format!("{count} temuan diabaikan dengan komentar"),
                format!("{count} {} silenced by comments", plural(count, "finding")),
            ));
        }
        let hint = match self.options.details {
            true => lang.pick(
                "Laporan untuk pimpinan: --format html atau xlsx, dengan --output",
                "A report to hand on: --format html or xlsx, with --output",
            ),
            false => lang.pick(
                "Semua dokumen: --details; laporan untuk pimpinan: --format html atau xlsx",
                "All documents: --details; a report to hand on: --format html or xlsx",
            ),
        };
        notes.push(hint.to_owned());
        let line = |note: &String| format!("{}\n", self.painter.faint(note));
        notes.iter().map(line).collect()
    }
}
