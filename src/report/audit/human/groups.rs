//! The units, or whatever documents are put together by, the weakest first.

use unicode_width::UnicodeWidthStr;

use super::{
    Screen,
    columns::{BAR, SHORT_BAR, bar, fit, fixed, pad, pad_left},
};
use crate::{
    audit::{Group, GroupBy},
    report::audit::group_name,
    sanitize::one_line,
};

/// Groups on the screen where not all are asked for.
const GROUPS: usize = 12;

impl Screen<'_> {
    pub(super) fn groups(&self) -> String {
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
        let names: Vec<_> = scored
            .iter()
            .take(shown)
            .map(|group| self.name(group))
            .collect();
        let longest = names.iter().map(|name| name.width()).max().unwrap_or(0);
        let room = |bar: usize| {
            self.width
                .saturating_sub(2 + 2 + bar + 2 + 6 + 1 + 1 + 2 + share_width)
        };
        // A name that is cut may be that of another; a bar says enough in half the columns.
        let columns = if longest > room(BAR) { SHORT_BAR } else { BAR };
        let name_width = longest.min(room(columns).max(12));
        let mut text = self.title(lang.pick(titles.0, titles.1));
        for (group, name) in scored.iter().zip(&names) {
            let score = group.score.unwrap_or_default();
            let number = format!("{} {}", pad_left(&fixed(score, lang), 6), self.grade(score));
            text.push_str(&format!(
                "  {}  {}  {}  {}\n",
                pad(&fit(name, name_width), name_width),
                bar(score, columns),
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

    pub(super) fn name(&self, group: &Group) -> String {
        let name = one_line(&group_name(group, self.report.audit.group_by, self.lang));
        // Units of several regions may have the same name.
        let mut namesakes = self.report.audit.groups.iter();
        let is_shared = namesakes.any(|one| one != group && one.name == group.name);
        match &group.region {
            Some(region) if is_shared => format!("{name}, {}", one_line(region)),
            _ => name,
        }
    }

    pub(super) fn share(&self, group: &Group) -> String {
        let (at, of) = (group.at_target, group.scored);
        self.lang.pick(
            format!("{at} dari {of} di sasaran"),
            format!("{at} of {of} at target"),
        )
    }
}
