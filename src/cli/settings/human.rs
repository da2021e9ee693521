//! The settings of a file for people.

use super::{SaidBy, Shown};
use crate::{
    cli::{args::Global, output::Output},
    finding::RuleId,
    report::{self, Cell, Painter},
    sanitize::one_line,
    settings::{Admission, Choice, Origin, Stop},
    text::Lang,
};

pub(super) fn text(shown: &Shown<'_>, global: &Global, output: &Output) -> String {
    let lang = global.lang();
    let painter = Painter::new(&report::Options {
        lang,
        colour: output.has_colour(global.color),
        width: output.width(),
        ..report::Options::default()
    });
    let heading = match &shown.file {
        Some(file) => lang.pick(
            format!("Setelan untuk {}", one_line(file)),
            format!("Settings for {}", one_line(file)),
        ),
        None => lang
            .pick("Setelan di folder ini", "Settings in this folder")
            .to_owned(),
    };
    let mut text = format!("{}\n", painter.strong(&heading));
    if let Some(line) = admission(&shown.admission, lang) {
        text.push_str(&format!("  {line}\n"));
    }
    let mut section = |title: &str, body: &str| {
        if !body.is_empty() {
            text.push_str(&format!("\n{}\n{body}", painter.strong(title)));
        }
    };
    section(
        lang.pick("Berkas setelan", "Settings files"),
        &files(shown, lang),
    );
    section(lang.pick("Isi", "Values"), &values(shown, &painter, lang));
    let rules = rules(shown, &painter, lang);
    section(
        lang.pick(
            "Aturan yang berbeda dari paketnya",
            "Rules that differ from their pack",
        ),
        &rules,
    );
    text
}

fn admission(admission: &Admission, lang: Lang) -> Option<String> {
    Some(match admission {
        Admission::Yes => return None,
        Admission::OnlyLocked(origin) => lang.pick(
            format!("dikecualikan oleh {origin}: hanya diperiksa dengan aturan yang dikunci"),
            format!("excluded by {origin}: checked by locked rules only"),
        ),
        Admission::Excluded(origin) => lang.pick(
            format!("dikecualikan oleh {origin}"),
            format!("excluded by {origin}"),
        ),
        Admission::NotIncluded(origin) => lang.pick(
            format!("tidak termasuk `include` di {origin}"),
            format!("not in `include` of {origin}"),
        ),
    })
}

/// The files that count, the nearest first, and those that were looked for in vain.
fn files(shown: &Shown<'_>, lang: Lang) -> String {
    let mut text = String::new();
    let top = shown.opened.root().map(|file| file.source.name());
    let mut known = Vec::new();
    for file in shown.effective.files.iter().rev() {
        let name = file.source.name();
        known.push(name);
        let role = match Some(name) == top {
            true => lang.pick("  (teratas)", "  (topmost)"),
            false => "",
        };
        text.push_str(&format!("  {}{role}\n", one_line(name)));
    }
    let missed: Vec<_> = shown
        .looked
        .iter()
        .filter(|name| !known.contains(&name.as_str()))
        .collect();
    match &shown.opened.choice {
        Choice::None => text.push_str(&format!(
            "  {}\n",
            lang.pick("tidak dipakai (--no-settings)", "not used (--no-settings)")
        )),
        Choice::Only(_) => {}
        Choice::Found => {
            for name in missed {
                let none = lang.pick("tidak ada", "not there");
                text.push_str(&format!("  {}: {none}\n", one_line(name)));
            }
            let why = match shown.opened.stop {
                Stop::Git => lang.pick(
                    "Pencarian berhenti di sini: puncak repositori (.git).",
                    "The search ends here: the top of the repository (.git).",
                ),
                Stop::Root => lang.pick(
                    "Pencarian berhenti di sini: `root: true`.",
                    "The search ends here: `root: true`.",
                ),
                Stop::Top | Stop::NoSearch => "",
            };
            if !why.is_empty() {
                text.push_str(&format!("  {why}\n"));
            }
        }
    }
    text
}

fn values(shown: &Shown<'_>, painter: &Painter, lang: Lang) -> String {
    let mut last = "";
    let mut rows = Vec::new();
    for row in &shown.rows {
        let key = if row.key == last { "" } else { row.key };
        last = row.key;
        rows.push(vec![
            Cell::left(key),
            Cell::left(&one_line(&row.value)),
            from(&row.from, painter, lang),
        ]);
    }
    report::table(&rows)
}

fn from(from: &SaidBy, painter: &Painter, lang: Lang) -> Cell {
    let text = match from {
        SaidBy::Default => lang.pick("bawaan", "default").to_owned(),
        SaidBy::CommandLine => lang.pick("baris perintah", "command line").to_owned(),
        SaidBy::File(origin) => origin.to_string(),
    };
    let width = text.chars().count();
    Cell::painted(painter.faint(&text), width)
}

fn rules(shown: &Shown<'_>, painter: &Painter, lang: Lang) -> String {
    let mut rows = Vec::new();
    let mut add = |code: &str, name: &str, said: &[(String, String)]| {
        for (what, origin) in said {
            rows.push(vec![
                Cell::left(code),
                Cell::left(name),
                Cell::left(what),
                Cell::painted(painter.faint(origin), origin.chars().count()),
            ]);
        }
    };
    let said = shown.rules.ids().map(|id| said(shown, id, lang));
    let all: Vec<_> = shown.rules.rules().iter().zip(said).collect();
    // A whole family of which the same is said is one line.
    for family in all.chunk_by(|(one, _), (other, _)| one.family() == other.family()) {
        match family {
            [(first, said), rest @ ..]
                if !rest.is_empty() && rest.iter().all(|(_, other)| other == said) =>
            {
                let count = family.len();
                let name = lang.pick(format!("{count} aturan"), format!("{count} rules"));
                add(first.family(), &name, said);
            }
            _ => {
                for (rule, said) in family {
                    add(&rule.code, &rule.name, said);
                }
            }
        }
    }
    report::table(&rows)
}

/// What settings make of a rule, each with where it is said; nothing where the pack decides.
fn said(shown: &Shown<'_>, id: RuleId, lang: Lang) -> Vec<(String, String)> {
    let rule = shown.rules.rule(id);
    let Some(state) = shown.effective.rule(id) else {
        return Vec::new();
    };
    let place = |origin: Option<&Origin>| origin.map(ToString::to_string).unwrap_or_default();
    if !shown.effective.is_enabled(id) {
        let by = match &shown.effective.only_locked {
            Some(origin) if state.enabled => Some(origin),
            _ => state.enabled_by.as_ref(),
        };
        return vec![(lang.pick("mati", "off").to_owned(), place(by))];
    }
    let mut said = Vec::new();
    if state.severity != rule.severity {
        let (now, usual) = (state.severity.title(), rule.severity.title());
        let what = lang.pick(
            format!("{} (bawaan {})", now.get(lang), usual.get(lang)),
            format!("{} (default {})", now.get(lang), usual.get(lang)),
        );
        said.push((what, place(state.severity_by.as_ref())));
    }
    if let Some(origin) = shown.effective.locks.of(id) {
        let what = lang.pick("dikunci", "locked").to_owned();
        said.push((what, origin.to_string()));
    }
    said
}
