//! Where all documents together stand.

use super::{
    Screen,
    columns::{BAR, bar, fixed, pad, pad_left, percent, plural},
};
use crate::{audit::GroupBy, finding::Severity, report::decimal};

impl Screen<'_> {
    pub(super) fn overall(&self) -> String {
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
                    bar(score, BAR),
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
                bar(share * 100.0, BAR),
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
            let line = self.painter.level(Severity::Error, &line);
            text.push_str(&format!("{line}\n"));
        }
        text
    }
}
