//! From the text of a settings file to typed values, with every mistake at its place.

mod form;
mod value;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use self::value::{Reader, Values};
use super::{Diagnostic, KEYS, Override, Placed, Reach, Rulings, RunKeys, SettingsFile, words};
use crate::{
    document::{self, Limits, NodeId, Value as Node},
    finding::Severity,
    source::Source,
    span::Span,
    text::{Lang, Phrase},
    value::region::{RegionError, Regions},
};

/// Reads a settings file. Its paths count from the folder it is in, its patterns from `folder`,
/// which is the same unless the file was named. What is wrong is left out of the result, so
/// that all mistakes of a run can be shown together.
pub fn read(source: Arc<Source>, path: &Path, folder: &Path) -> (SettingsFile, Vec<Diagnostic>) {
    let parsed = document::parse(&source, &Limits::default());
    let (mut diagnostics, is_readable) = form::mistakes(&source, &parsed);
    let mut values = Values::default();
    // Half of a broken file would give mistakes that are none.
    if is_readable && let Some(document) = parsed.documents.first() {
        let mut reader = Reader {
            source: &source,
            document,
            diagnostics,
        };
        match document.value(NodeId::ROOT) {
            Node::Null => {}
            Node::Map => values = reader.keys(NodeId::ROOT, KEYS, &[]),
            _ => reader.mistake(
                document.place(NodeId::ROOT).value(),
                Phrase::new(
                    "berkas setelan berisi pasangan kunci dan nilai, misalnya `region: Kota Pontianak`",
                    "a settings file holds keys with values, like `region: Kota Pontianak`",
                ),
                None,
            ),
        }
        diagnostics = reader.diagnostics;
    }
    let mut assembler = Assembler {
        source: &source,
        folder: path.parent().unwrap_or(folder),
        diagnostics,
    };
    let run_keys = values.of_reach(Reach::Run);
    let include = values.globs("include");
    let exclude = values.globs("exclude");
    let overrides = assembler.overrides(&mut values);
    let file = SettingsFile {
        path: path.to_owned(),
        folder: folder.to_owned(),
        include,
        exclude,
        overrides,
        run: assembler.run(&mut values),
        top: assembler.rulings(&mut values),
        run_keys,
        source: Arc::clone(&source),
    };
    let mut diagnostics = assembler.diagnostics;
    diagnostics.sort_by_key(|diagnostic| diagnostic.span);
    (file, diagnostics)
}

/// Makes the typed parts of a file from the values under its keys.
struct Assembler<'a> {
    source: &'a Arc<Source>,
    folder: &'a Path,
    diagnostics: Vec<Diagnostic>,
}

impl Assembler<'_> {
    fn mistake(&mut self, span: Span, message: Phrase, help: impl Into<Option<Phrase>>) {
        let mistake = Diagnostic::error(self.source, span, message).help(help);
        self.diagnostics.push(mistake);
    }

    fn run(&mut self, values: &mut Values) -> RunKeys {
        let word = |values: &mut Values, key| values.text(key);
        let severity = |text: Placed<String>| Placed {
            value: text.value.parse::<Severity>().ok(),
            span: text.span,
        };
        let lang = |text: Placed<String>| {
            let value = text.value.parse::<Lang>().ok()?;
            let span = text.span;
            Some(Placed { value, span })
        };
        let mut ignores = values.section("ignores");
        let mut score = values.section("score");
        let baseline = values.text("baseline").map(|path| self.resolved(path));
        RunKeys {
            root: values.truth("root"),
            rules: self.paths(values, "rules"),
            registers: self.paths(values, "registers"),
            locked: values.texts("locked"),
            fail_on: word(values, "fail_on").map(severity),
            target: values.number("target"),
            lang: word(values, "lang").and_then(lang),
            baseline,
            reason_required: ignores.truth("reason_required"),
            silenced_meets: score.truth("silenced_meets"),
        }
    }

    fn rulings(&mut self, values: &mut Values) -> Rulings {
        let region = values.text("region");
        let region = region.and_then(|region| self.region(region));
        Rulings {
            region,
            severity: values.severities("severity"),
            disable: values.texts("disable"),
            enable: values.texts("enable"),
        }
    }

    fn overrides(&mut self, values: &mut Values) -> Vec<Override> {
        let mut overrides = Vec::new();
        for (span, mut values) in values.entries("overrides") {
            let files = values.globs("files");
            // What is wrong with `files` was said already.
            let is_wrong = files.is_none() && values.has("files");
            let rulings = self.rulings(&mut values);
            match files.filter(|files| !files.value.patterns().is_empty()) {
                Some(files) => overrides.push(Override { files, rulings }),
                None if is_wrong => {}
                None => self.mistake(
                    span,
                    Phrase::new(
                        "butir ini belum menyebut berkas mana yang dimaksud",
                        "this entry does not say which files are meant",
                    ),
                    Phrase::new(
                        "Tambahkan `files`, misalnya `files: [rsud/]`.",
                        "Add `files`, like `files: [rsud/]`.",
                    ),
                ),
            }
        }
        overrides
    }

    /// A region that exists, or one that is invented; a misspelt one would silently make every
    /// document foreign.
    fn region(&mut self, region: Placed<String>) -> Option<Placed<String>> {
        let error = match Regions::builtin().parse_one(&region.value) {
            Ok(_) => return Some(region),
            Err(error) => error,
        };
        let near = match error {
            RegionError::Unknown { nearest, kind, .. } => nearest
                .into_iter()
                .filter(|near| near.kind() == kind)
                .collect(),
            RegionError::WrongKind { regions, .. } | RegionError::Ambiguous { regions, .. } => {
                regions
            }
            RegionError::Renamed { now, .. } => vec![*now],
            RegionError::NotARegion | RegionError::NoName { .. } => return Some(region),
        };
        let names: Vec<_> = near.iter().map(ToString::to_string).collect();
        if names.is_empty() {
            return Some(region);
        }
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        let name = &region.value;
        let message = Phrase::new(
            format!("wilayah `{name}` tidak ada"),
            format!("there is no region `{name}`"),
        );
        let help = Phrase::new(
            format!("Mungkin maksud Anda {}.", words::choice(&names, "atau")),
            format!("Perhaps you mean {}.", words::choice(&names, "or")),
        );
        self.mistake(region.span, message, help);
        None
    }

    fn paths(&mut self, values: &mut Values, key: &'static str) -> Vec<Placed<PathBuf>> {
        let mut found = Vec::new();
        for path in values.texts(key) {
            let name = path.value.clone();
            let path = self.resolved(path);
            let is_folder = path.value.is_dir();
            if path.value.exists() && !(is_folder && key == "registers") {
                found.push(path);
                continue;
            }
            let (message, help) = if is_folder {
                (
                    Phrase::new(
                        format!("`{name}` adalah folder, bukan berkas"),
                        format!("`{name}` is a folder, not a file"),
                    ),
                    Phrase::new(
                        "Sebut setiap berkas daftar peraturannya.",
                        "Name each file of regulations.",
                    ),
                )
            } else {
                (
                    Phrase::new(
                        format!("berkas atau folder `{name}` tidak ada"),
                        format!("there is no file or folder `{name}`"),
                    ),
                    Phrase::new(
                        "Jalur dihitung dari folder tempat berkas setelan ini berada.",
                        "Paths count from the folder of this settings file.",
                    ),
                )
            };
            self.mistake(path.span, message, help);
        }
        found
    }

    fn resolved(&self, path: Placed<String>) -> Placed<PathBuf> {
        Placed {
            value: super::paths::normal(&self.folder.join(path.value)),
            span: path.span,
        }
    }
}

#[cfg(test)]
mod tests;
