//! Findings that were known before: a run with a baseline shows only those that are new.
//!
//! An entry is found again by its fingerprint, in the same file, or, where that file is gone, in
//! a document of the same name elsewhere. Lines never count.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::{self, Write},
    path::{Component, Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use crate::{
    corpus::{self, Extent},
    finding::Finding,
    lint::{CheckedDocument, CheckedFile},
    rule::RuleSet,
};

/// Version of the file.
const VERSION: u32 = 1;

/// Findings that were known before.
#[derive(Debug, Clone, Default)]
pub struct Baseline {
    entries: Vec<Entry>,
    /// The folder of the baseline, to which the files in it are relative.
    folder: PathBuf,
    /// The codes of rules that may still find what they did, though this run does not.
    unsure: BTreeSet<String>,
    /// The codes of those that may, where some file could not be checked.
    across: BTreeSet<String>,
}

/// A finding that was known before.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The file, relative to the folder of the baseline, with `/`.
    pub file: String,
    /// The name of the document; none for what belongs to the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// JSON Pointer of the node when it was written; for people only.
    pub path: String,
    /// The code of the rule.
    pub rule: String,
    /// By which it is found again.
    pub fingerprint: String,
}

impl Entry {
    /// By what it is found again.
    fn identity(&self) -> (&str, Option<&str>, &str, &str) {
        let Self {
            file,
            document,
            path: _,
            rule,
            fingerprint,
        } = self;
        (file, document.as_deref(), rule, fingerprint)
    }
}

/// The first line of the file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    sopan_baseline: u32,
}

/// Why a baseline cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum BaselineError {
    /// The first line does not say that it is one.
    #[error("the first line is not `{{\"sopan_baseline\":{VERSION}}}`")]
    NotABaseline,
    /// A newer sopan wrote it.
    #[error("version {0} is not known")]
    Version(u32),
    /// A line is not an entry.
    #[error("line {line}: {reason}")]
    Line {
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        reason: serde_json::Error,
    },
}

impl Baseline {
    /// Reads the text of a baseline that stands in `folder`.
    ///
    /// # Errors
    ///
    /// [`BaselineError`] where it is none, or where a line is broken (as by an unfinished merge).
    pub fn parse(text: &str, folder: &Path) -> Result<Self, BaselineError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut lines = text.lines();
        let head: Option<Head> = lines
            .next()
            .and_then(|line| serde_json::from_str(line).ok());
        match head {
            Some(Head {
                sopan_baseline: VERSION,
            }) => {}
            Some(head) => return Err(BaselineError::Version(head.sopan_baseline)),
            None => return Err(BaselineError::NotABaseline),
        }
        let mut entries = Vec::new();
        for (index, line) in lines.enumerate() {
            if line.trim().is_empty() {
                continue;
            }
            let line_number = index + 2;
            let entry = serde_json::from_str(line).map_err(|reason| BaselineError::Line {
                line: line_number,
                reason,
            })?;
            entries.push(entry);
        }
        Ok(Self {
            entries,
            folder: absolute(folder),
            ..Self::default()
        })
    }

    /// The findings of these files that count, as a baseline that stands in `folder`.
    pub fn of(files: &[CheckedFile], rules: &RuleSet, folder: &Path) -> Self {
        let folder = absolute(folder);
        let mut entries = Vec::new();
        for file in files {
            let name = relative(&folder, &file.name);
            let of_documents = file
                .documents
                .iter()
                .flat_map(|document| document.findings.iter().map(move |f| (Some(document), f)));
            let of_file = file.findings.iter().map(|finding| (None, finding));
            entries.extend(
                of_documents
                    .chain(of_file)
                    .map(|(document, finding)| Entry {
                        file: name.clone(),
                        document: document.and_then(document_name),
                        path: finding.path.clone(),
                        rule: rules.rule(finding.rule).code.clone(),
                        fingerprint: finding.fingerprint.to_string(),
                    }),
            );
        }
        Self {
            entries,
            folder,
            ..Self::default()
        }
    }

    /// For a run that looked at these paths, or at all there are. What rules across documents
    /// found in a document is only known to be mended where the others were looked at too: at
    /// least all that stand beside or below the baseline.
    #[must_use]
    pub fn seen_from(mut self, paths: Option<&[PathBuf]>, rules: &RuleSet) -> Self {
        let is_above = |path: &PathBuf| self.folder.starts_with(absolute(path));
        let extent = match paths.is_none_or(|paths| paths.iter().any(is_above)) {
            true => Some(Extent::Part),
            false => None,
        };
        let unsure = |extent| -> BTreeSet<String> {
            let ids = rules.ids();
            ids.filter(|id| !corpus::is_looked_for(rules, *id, extent))
                .map(|id| rules.rule(id).code.clone())
                .collect()
        };
        self.across = unsure(None);
        self.unsure = unsure(extent);
        self
    }

    /// The codes of rules that may still find what they did, in a run over these files.
    fn unsure(&self, files: &[CheckedFile]) -> &BTreeSet<String> {
        match files.iter().any(|file| file.is_partial) {
            true => &self.across,
            false => &self.unsure,
        }
    }

    /// Keeps what `old` says of files that are there but are not among `files`, or could not be
    /// checked, and of gaps that this run could not see: a run over a part says nothing of the
    /// rest.
    pub fn keep_unseen(&mut self, old: &Self, files: &[CheckedFile]) {
        let names = files
            .iter()
            .map(|file| (relative(&self.folder, &file.name), file.is_partial));
        // Whether each of them was checked in part only.
        let seen: BTreeMap<_, _> = names.collect();
        let unsure = old.unsure(files);
        let is_unseen =
            |entry: &&Entry| !seen.contains_key(&entry.file) && self.is_there(&entry.file);
        let mut kept: Vec<_> = old.entries.iter().filter(is_unseen).cloned().collect();
        // Of what was found again there is an entry already.
        let mut again: BTreeMap<_, usize> = BTreeMap::new();
        for entry in &self.entries {
            *again.entry(entry.identity()).or_default() += 1;
        }
        let is_unsure = |entry: &&Entry| {
            let is_partial = seen.get(&entry.file);
            is_partial.is_some_and(|is_partial| *is_partial || unsure.contains(&entry.rule))
        };
        for entry in old.entries.iter().filter(is_unsure) {
            match again.get_mut(&entry.identity()) {
                Some(count) if *count > 0 => *count -= 1,
                _ => kept.push(entry.clone()),
            }
        }
        self.entries.extend(kept);
        self.unsure.clone_from(&old.unsure);
        self.across.clone_from(&old.across);
    }

    /// Whether there is such a file, though perhaps in a folder that may not be looked into.
    fn is_there(&self, file: &str) -> bool {
        use io::ErrorKind as E;
        let no_file = [
            E::NotFound,
            E::NotADirectory,
            E::InvalidInput,
            E::InvalidFilename,
        ];
        let found = fs::metadata(self.folder.join(file));
        found.map_or_else(|error| !no_file.contains(&error.kind()), |_| true)
    }

    /// The entries.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The same without these entries.
    #[must_use]
    pub fn without(mut self, stale: &[Entry]) -> Self {
        let mut left: BTreeMap<&Entry, usize> = BTreeMap::new();
        for entry in stale {
            *left.entry(entry).or_default() += 1;
        }
        self.entries.retain(|entry| match left.get_mut(entry) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        });
        self
    }

    /// Writes it: sorted, an entry a line, so that a change shows as the lines it is about.
    ///
    /// # Errors
    ///
    /// Those of the writer.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut entries: Vec<_> = self.entries.iter().collect();
        entries.sort();
        let head = Head {
            sopan_baseline: VERSION,
        };
        serde_json::to_writer(&mut *out, &head)?;
        writeln!(out)?;
        for entry in entries {
            serde_json::to_writer(&mut *out, entry)?;
            writeln!(out)?;
        }
        Ok(())
    }

    /// Moves the findings that are known to [`CheckedFile::baselined`] or
    /// [`CheckedDocument::baselined`]; gives the entries that nothing answers to.
    ///
    /// An entry of a file that is there but was not looked at, or not at all of it, or of a rule
    /// that `looks_for` says was not looked for, is not stale.
    pub fn apply(&self, files: &mut [CheckedFile], looks_for: impl Fn(&str) -> bool) -> Vec<Entry> {
        let names: Vec<_> = files
            .iter()
            .map(|file| relative(&self.folder, &file.name))
            .collect();
        // Whether each of them was checked in part only.
        let partial = files.iter().map(|file| file.is_partial);
        let seen: BTreeMap<_, _> = names.iter().map(String::as_str).zip(partial).collect();
        let known: BTreeSet<_> = self.entries.iter().map(|entry| &*entry.file).collect();
        let is_gone = |file: &str| !seen.contains_key(file) && !self.is_there(file);
        let gone: BTreeSet<_> = known.iter().copied().filter(|file| is_gone(file)).collect();

        let mut by_file = Shelf::default();
        let mut moved = Shelf::default();
        for (index, entry) in self.entries.iter().enumerate() {
            match (gone.contains(&*entry.file), &entry.document) {
                (false, _) => by_file.put(&entry.fingerprint, &entry.file, index),
                (true, Some(name)) => moved.put(&entry.fingerprint, name, index),
                // A document without a name cannot be told from another one.
                (true, None) => {}
            }
        }
        let mut used = vec![false; self.entries.len()];
        for (file, name) in files.iter_mut().zip(&names) {
            let is_new = !known.contains(&**name);
            let mut take = |finding: &Finding, document: Option<&str>| {
                let fingerprint = &*finding.fingerprint.to_string();
                let found = match (is_new, document) {
                    (true, Some(document)) => moved.take(fingerprint, document),
                    (true, None) => None,
                    (false, _) => by_file.take(fingerprint, name),
                };
                if let Some(used) = found.and_then(|index| used.get_mut(index)) {
                    *used = true;
                }
                found.is_some()
            };
            split(&mut file.findings, &mut file.baselined, |f| take(f, None));
            for document in &mut file.documents {
                let name = document_name(document);
                split(&mut document.findings, &mut document.baselined, |f| {
                    take(f, name.as_deref())
                });
            }
        }
        let unsure = self.unsure(files);
        let is_stale = |(entry, used): &(&Entry, bool)| {
            let file = &*entry.file;
            let is_whole = seen.get(file).is_some_and(|is_partial| !is_partial);
            let is_known = is_whole && !unsure.contains(&entry.rule);
            !used && looks_for(&entry.rule) && (is_known || gone.contains(file))
        };
        let entries = self.entries.iter().zip(used);
        entries
            .filter(is_stale)
            .map(|(entry, _)| entry.clone())
            .collect()
    }
}

/// Entries by fingerprint and place: several findings may share both.
#[derive(Default)]
struct Shelf<'a>(BTreeMap<&'a str, BTreeMap<&'a str, Vec<usize>>>);

impl<'a> Shelf<'a> {
    fn put(&mut self, fingerprint: &'a str, place: &'a str, index: usize) {
        let places = self.0.entry(fingerprint).or_default();
        places.entry(place).or_default().push(index);
    }

    fn take(&mut self, fingerprint: &str, place: &str) -> Option<usize> {
        self.0.get_mut(fingerprint)?.get_mut(place)?.pop()
    }
}

fn split(
    findings: &mut Vec<Finding>,
    known: &mut Vec<Finding>,
    mut is_known: impl FnMut(&Finding) -> bool,
) {
    known.extend(findings.extract_if(.., |finding| is_known(finding)));
}

/// The name of a document, whatever its case and spacing.
fn document_name(document: &CheckedDocument) -> Option<String> {
    let name = document.name.as_deref()?;
    let words: Vec<_> = name.split_whitespace().map(str::to_lowercase).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// A path from the top of the file system, without `.` and `..`.
fn absolute(path: &Path) -> PathBuf {
    let path = match path.as_os_str().is_empty() {
        true => Path::new("."),
        false => path,
    };
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut plain = PathBuf::new();
    for component in path.components() {
        match component {
            Component::ParentDir => {
                plain.pop();
            }
            other => plain.push(other),
        }
    }
    plain
}

/// The name of a file seen from `folder`, with `/`; the name itself where it is elsewhere.
fn relative(folder: &Path, name: &str) -> String {
    let path = absolute(Path::new(name));
    let Ok(inside) = path.strip_prefix(folder) else {
        return name.to_owned();
    };
    let parts = inside
        .components()
        .map(|part| part.as_os_str().to_string_lossy());
    parts.collect::<Vec<_>>().join("/")
}
