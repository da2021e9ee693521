//! Every document, where details are asked for.

use super::{
    Screen,
    columns::{fit, fixed, pad, pad_left},
};
use crate::{audit::Row, sanitize::one_line};

impl Screen<'_> {
    /// Every document, group by group, the worst first.
    pub(super) fn documents(&self) -> String {
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
                let name = row.document.name.as_deref().map(one_line);
                let name = name.filter(|name| !name.is_empty());
                let name =
                    name.unwrap_or_else(|| lang.pick("(tanpa nama)", "(no name)").to_owned());
                let errors = match row.error {
                    0 => String::new(),
                    1 => lang.pick("1 galat", "1 error").to_owned(),
                    many => lang.pick(format!("{many} galat"), format!("{many} errors")),
                };
                let file = one_line(&row.file.name);
                let room = self.width.saturating_sub(24) / 2;
                text.push_str(&format!(
                    "  {}  {}  {}  {}\n",
                    self.paint(row.score, &number),
                    pad_left(&errors, 9),
                    pad(&fit(&name, room), room),
                    self.painter.faint(&file),
                ));
            }
        }
        text
    }
}
