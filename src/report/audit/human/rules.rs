//! Which rules gain most when their findings are mended, and which findings show only between
//! documents.

use super::{
    Screen,
    columns::{fit, fixed, pad, pad_left, plural},
};

/// Rules on the screen.
const RULES: usize = 5;

/// Rules across documents on the screen.
const DRIFTS: usize = 4;

impl Screen<'_> {
    pub(super) fn rules(&self) -> String {
        let lang = self.lang;
        let gaining = self.report.audit.rules.iter().filter(|row| row.gain > 0.0);
        let gaining: Vec<_> = gaining.take(RULES).collect();
        if gaining.is_empty() {
            return String::new();
        }
        let mut text = self.title(lang.pick(
            "Paling menaikkan nilai bila dibenahi (poin)",
            "What raises the score most when mended (points)",
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

    pub(super) fn drift(&self) -> String {
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
            "Perbedaan dan kekurangan antardokumen (temuan)",
            "Drift and gaps between documents (findings)",
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
}
