//! `sopan settings`: what counts for a file, and where it is said.

mod human;
mod json;

use std::path::PathBuf;

use super::{
    args::{Global, Settings as Arguments, SettingsFormat},
    exit::Exit,
    failure::Failure,
    found,
    output::Output,
    rules::load_for,
};
use crate::{
    finding::Severity,
    rule::RuleSet,
    sanitize::without_commands,
    settings::{Admission, Effective, FILE_NAME, KEYS, Opened, Origin, Settings, SettingsFile},
};

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
enum SaidBy {
    /// Nobody said otherwise.
    Default,
    /// The command line.
    CommandLine,
    /// A settings file.
    File(Origin),
}

/// A value of a key.
struct Row {
    key: &'static str,
    value: String,
    from: SaidBy,
}

/// All that is shown.
struct Shown<'a> {
    /// What it is about, as people call it; none for the folder of the run.
    file: Option<String>,
    opened: &'a Opened,
    rules: &'a RuleSet,
    effective: Effective,
    admission: Admission,
    rows: Vec<Row>,
    /// The folders between the shared one and the file are looked into too.
    looked: Vec<String>,
}

pub(super) fn run(arguments: &Arguments, global: &Global) -> Result<Exit, Failure> {
    if let Some(file) = arguments.file.as_ref().filter(|file| !file.exists()) {
        return Err(Failure::Missing(vec![file.clone()]));
    }
    let rules = load_for(global)?;
    let opened = &global.found;
    let mut settings = Settings::new(opened, &rules);
    let file = arguments.file.as_ref().filter(|file| file.is_file());
    // No pattern for some files is meant for a folder as such.
    let path = file.cloned().unwrap_or_else(|| opened.base.join("\u{1}"));
    let admission = match file {
        Some(file) => settings.admits_named(file),
        None => Admission::Yes,
    };
    let effective = settings.effective(&path);
    found::tell(settings.diagnostics(), global)?;
    let name = |path: &PathBuf| opened.shown(path).to_string_lossy().replace('\\', "/");
    let looked = opened.looked.iter();
    let shown = Shown {
        file: arguments
            .file
            .as_ref()
            .map(|file| file.to_string_lossy().replace('\\', "/")),
        opened,
        rules: &rules,
        rows: rows(&effective, global),
        looked: looked.map(|folder| name(&folder.join(FILE_NAME))).collect(),
        effective,
        admission,
    };
    let output = Output::new(global)?;
    let text = match arguments.format {
        SettingsFormat::Human => human::text(&shown, global, &output),
        SettingsFormat::Json => json::text(&shown),
    };
    output.write(without_commands(&text).as_bytes())?;
    Ok(Exit::Clean)
}

/// The values of all keys but those that speak of single rules, in the order of the table.
fn rows(effective: &Effective, global: &Global) -> Vec<Row> {
    let run = &effective.run;
    let mut rows = Vec::new();
    for key in KEYS {
        let name = key.name;
        let before = rows.len();
        let mut add = |value: String, from: SaidBy| {
            rows.push(Row {
                key: name,
                value,
                from,
            });
        };
        let top = global.found.root();
        let at = |span| top.map_or(SaidBy::Default, |file| SaidBy::File(file.origin(span)));
        match name {
            "root" => {
                if let Some(said) = &run.root {
                    add(said.value.to_string(), at(said.span));
                }
            }
            "include" => {
                let nearest = effective
                    .files
                    .iter()
                    .rev()
                    .find(|file| file.include.is_some());
                for (value, from) in nearest.map(|file| patterns(file, true)).unwrap_or_default() {
                    add(value, from);
                }
            }
            "exclude" => {
                for file in &effective.files {
                    for (value, from) in patterns(file, false) {
                        add(value, from);
                    }
                }
            }
            "region" => {
                if let Some((region, origin)) = &effective.region {
                    add(region.clone(), SaidBy::File(origin.clone()));
                }
            }
            "rules" | "registers" => {
                let said = if name == "rules" {
                    &run.rules
                } else {
                    &run.registers
                };
                for path in said {
                    add(shown(global, &path.value), at(path.span));
                }
                for path in global.rules.iter().filter(|_| name == "rules") {
                    add(path.to_string_lossy().into_owned(), SaidBy::CommandLine);
                }
            }
            "locked" => {
                for rule in &run.locked {
                    add(rule.value.clone(), at(rule.span));
                }
            }
            "fail_on" => {
                if let Some(said) = &run.fail_on {
                    let value = said.value.map_or("never", Severity::name);
                    add(value.to_owned(), at(said.span));
                }
            }
            "target" => {
                if let Some(said) = &run.target {
                    add(said.value.to_string(), at(said.span));
                }
            }
            "lang" => match &run.lang {
                Some(said) if global.lang == Some(said.value) => {
                    add(said.value.to_string(), at(said.span));
                }
                _ if global.lang.is_some() => add(global.lang().to_string(), SaidBy::CommandLine),
                _ => {}
            },
            "baseline" => {
                if let Some(said) = &run.baseline {
                    add(shown(global, &said.value), at(said.span));
                }
            }
            "ignores" | "score" => {
                let said = if name == "ignores" {
                    &run.reason_required
                } else {
                    &run.silenced_meets
                };
                for inner in key.inner() {
                    let value = said.as_ref().map(|said| said.value.to_string());
                    let value = value.or_else(|| inner.default.map(str::to_owned));
                    let from = said.as_ref().map_or(SaidBy::Default, |said| at(said.span));
                    add(
                        format!("{}: {}", inner.name, value.unwrap_or_default()),
                        from,
                    );
                }
            }
            // Shown rule by rule.
            _ => {}
        }
        if let Some(default) = key.default.filter(|_| rows.len() == before) {
            rows.push(Row {
                key: name,
                value: default.to_owned(),
                from: SaidBy::Default,
            });
        }
    }
    rows
}

/// The patterns of a file with their places.
fn patterns(file: &SettingsFile, include: bool) -> Vec<(String, SaidBy)> {
    let list = if include {
        &file.include
    } else {
        &file.exclude
    };
    let patterns = list.iter().flat_map(|list| list.value.patterns());
    patterns
        .map(|pattern| {
            (
                pattern.text.clone(),
                SaidBy::File(file.origin(pattern.span)),
            )
        })
        .collect()
}

fn shown(global: &Global, path: &std::path::Path) -> String {
    found::shown(global, path)
        .to_string_lossy()
        .replace('\\', "/")
}
