//! What became of the city since last time.

use super::{
    Screen,
    columns::{fit, pad},
};
use crate::{
    audit::{Change, Comparison, GroupBy, GroupChange, Trend},
    finding::Severity,
    report::decimal,
    sanitize::one_line,
};

impl Screen<'_> {
    pub(super) fn comparison(&self, comparison: &Comparison) -> String {
        let lang = self.lang;
        let day = one_line(&comparison.today);
        let mut text = self.title(&lang.pick(
            format!("Dibandingkan dengan audit {day}"),
            format!("Compared with the audit of {day}"),
        ));
        let label = |id: &str, en: &str| pad(lang.pick(id, en), 10);
        text.push_str(&format!(
            "  {} {}\n",
            label("Nilai", "Score"),
            self.change(comparison.overall)
        ));
        let went = |went: [usize; 5]| {
            let pairs = Trend::ALL.into_iter().zip(went);
            let words = pairs
                .filter(|(_, count)| *count > 0)
                .map(|(trend, count)| format!("{count} {}", trend.title().get(lang)));
            words.collect::<Vec<_>>().join(", ")
        };
        let mut groups = [0; 5];
        for change in &comparison.groups {
            let position = Trend::ALL.iter().position(|trend| *trend == change.trend);
            if let Some(count) = position.and_then(|position| groups.get_mut(position)) {
                *count += 1;
            }
        }
        let groups_label = match self.report.audit.group_by {
            GroupBy::Unit => "Unit",
            GroupBy::Region => lang.pick("Wilayah", "Regions"),
            GroupBy::Kind => lang.pick("Jenis", "Kinds"),
            GroupBy::Folder => "Folder",
        };
        text.push_str(&format!("  {} {}\n", pad(groups_label, 10), went(groups)));
        text.push_str(&format!(
            "  {} {}\n",
            label("Dokumen", "Documents"),
            went(comparison.went())
        ));
        if comparison.knows_findings {
            let counts = comparison.findings;
            text.push_str(&format!(
                "  {} {}\n",
                label("Temuan", "Findings"),
                lang.pick(
                    format!(
                        "{} baru, {} sudah dibenahi, {} masih ada",
                        counts.new, counts.mended, counts.remaining
                    ),
                    format!(
                        "{} new, {} mended, {} remaining",
                        counts.new, counts.mended, counts.remaining
                    ),
                )
            ));
        }
        let most = if self.options.details { usize::MAX } else { 3 };
        let fell = |change: &&GroupChange| change.trend == Trend::Worse;
        let mut worse: Vec<_> = comparison.groups.iter().filter(fell).collect();
        worse.sort_by(|one, other| {
            let difference = |change: &GroupChange| change.score.difference().unwrap_or_default();
            difference(one).total_cmp(&difference(other))
        });
        for change in worse.into_iter().take(most) {
            let name = change.group.and_then(|at| self.report.audit.groups.get(at));
            let name = name.map_or_else(|| one_line(&change.name), |group| self.name(group));
            text.push_str(&format!(
                "  {} {}: {}\n",
                label("Turun", "Fell"),
                fit(&name, self.width.saturating_sub(44)),
                self.change(change.score)
            ));
        }
        text
    }

    /// Like `81,20 menjadi 87,50 (+6,30)`.
    fn change(&self, change: Change) -> String {
        let lang = self.lang;
        let Some(difference) = change.difference() else {
            let number = |score: Option<f64>| {
                score.map_or_else(|| "–".to_owned(), |score| decimal(score, lang))
            };
            let (before, now) = (number(change.before), number(change.now));
            return lang.pick(
                format!("{before} menjadi {now}"),
                format!("{before} to {now}"),
            );
        };
        let (before, now) = change.before.zip(change.now).unwrap_or_default();
        let sign = if difference > 0.0 { "+" } else { "" };
        let signed = format!("{sign}{}", decimal(difference, lang));
        let signed = match change.trend() {
            Trend::Better => self.painter.good(&signed),
            Trend::Worse => self.painter.level(Severity::Error, &signed),
            _ => signed,
        };
        let (before, now) = (decimal(before, lang), decimal(now, lang));
        if change.trend() == Trend::Same {
            return lang.pick(format!("tetap {now}"), format!("still {now}"));
        }
        lang.pick(
            format!("{before} menjadi {now} ({signed})"),
            format!("{before} to {now} ({signed})"),
        )
    }
}
