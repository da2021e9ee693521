//! Which files a run looks at, and why not the others.

use std::{
    collections::{BTreeMap, HashMap, HashSet, btree_map::Entry},
    fs,
    path::{Path, PathBuf},
};

use ignore::gitignore::{Gitignore, GitignoreBuilder};
use walkdir::{DirEntry, WalkDir};

use crate::settings::{FILE_NAME, Origin};

/// A file to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Where it is.
    pub path: PathBuf,
    /// How people call it: relative to the working directory, with `/`.
    pub name: String,
    /// Whether the user named it, rather than a folder it is in.
    pub named: bool,
}

/// Something in a folder that could not be looked at.
#[derive(Debug)]
pub struct Broken {
    /// How people call it.
    pub name: String,
    /// What is wrong.
    pub reason: BrokenReason,
}

/// Why something in a folder could not be looked at.
#[derive(Debug)]
pub enum BrokenReason {
    /// The system says why.
    Io(std::io::Error),
    /// A link to a folder that it stands in.
    Loop,
    /// A link to a file outside of what the user named and of the working directory.
    Outside,
}

/// Why a file of a folder is not looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Passed {
    /// Its name does not end in `.yaml` or `.yml`.
    NotYaml,
    /// Its name, or that of a folder it is in, begins with a dot.
    Hidden,
    /// A `.gitignore` says so.
    Ignored,
    /// A link to a folder: what is in that folder counts where it is.
    FolderLink,
    /// The settings exclude it, here.
    Excluded(Origin),
    /// It is not among what the settings include, here.
    NotIncluded(Origin),
    /// It holds settings.
    Settings,
}

/// The files of a run.
#[derive(Debug, Default)]
pub struct Discovered {
    /// Files to look at, by name.
    pub files: Vec<Found>,
    /// What could not be looked at, by name.
    pub broken: Vec<Broken>,
    /// What was passed over, by name; folders with `/` at the end.
    pub passed: Vec<(String, Passed)>,
}

/// Finds the files that `paths` stand for: files as they are, folders with all below them.
///
/// Hidden folders, and what a `.gitignore` names, are passed over unless named.
///
/// # Errors
///
/// The paths that do not exist.
pub fn discover(paths: &[PathBuf]) -> Result<Discovered, Vec<PathBuf>> {
    discover_with(paths, &mut |_| None)
}

/// As [`discover`], with settings that may pass over more.
///
/// # Errors
///
/// The paths that do not exist.
pub fn discover_with(
    paths: &[PathBuf],
    passes: &mut dyn FnMut(&Met<'_>) -> Option<Passed>,
) -> Result<Discovered, Vec<PathBuf>> {
    let missing: Vec<_> = paths
        .iter()
        .filter(|path| fs::symlink_metadata(path).is_err())
        .cloned()
        .collect();
    if !missing.is_empty() {
        return Err(missing);
    }
    let working = std::env::current_dir().unwrap_or_default();
    let mut walk = Walk {
        working,
        several: paths.len() > 1,
        real: HashMap::new(),
        passes,
        files: BTreeMap::new(),
        found: Discovered::default(),
        ignores: HashMap::new(),
    };
    for path in paths {
        if path.is_dir() {
            walk.folder(path);
        } else {
            walk.named(path);
        }
    }
    let mut found = walk.found;
    found.files = walk.files.into_values().collect();
    found.files.sort_by(|one, other| one.name.cmp(&other.name));
    // A broken link that was named as well is looked at as a file.
    let named: HashSet<_> = found.files.iter().map(|file| file.name.clone()).collect();
    found.broken.retain(|broken| !named.contains(&broken.name));
    found.broken.sort_by(|one, other| one.name.cmp(&other.name));
    found.broken.dedup_by(|one, other| one.name == other.name);
    found.passed.sort_by(|one, other| one.0.cmp(&other.0));
    found.passed.dedup();
    Ok(found)
}

/// A file or folder that the search comes by.
#[derive(Debug, Clone, Copy)]
pub struct Met<'a> {
    /// Where it is.
    pub path: &'a Path,
    /// Whether it is a folder.
    pub is_folder: bool,
    /// Whether the user named it.
    pub named: bool,
}

struct Walk<'a> {
    working: PathBuf,
    /// Whether more than one path was named, so that two may lead to one file.
    several: bool,
    /// What folders are once links and `..` are followed.
    real: HashMap<PathBuf, PathBuf>,
    passes: &'a mut dyn FnMut(&Met<'_>) -> Option<Passed>,
    files: BTreeMap<PathBuf, Found>,
    found: Discovered,
    ignores: HashMap<PathBuf, Option<Gitignore>>,
}

impl Walk<'_> {
    fn name(&self, path: &Path) -> String {
        shown(&self.relative(path))
    }

    /// The path from the working directory, where it lies below it.
    fn relative(&self, path: &Path) -> PathBuf {
        let path = path.strip_prefix(&self.working).unwrap_or(path);
        let parts = path
            .components()
            .filter(|part| !matches!(part, std::path::Component::CurDir));
        parts.collect()
    }

    /// What a file is known by, whichever way leads to it.
    fn key(&mut self, path: &Path) -> PathBuf {
        let key = self.relative(path);
        let (true, Some(folder), Some(name)) = (self.several, path.parent(), path.file_name())
        else {
            return key;
        };
        let real = self.real.entry(folder.to_owned()).or_insert_with(|| {
            let real = self.working.join(folder).canonicalize();
            real.unwrap_or_else(|_| folder.to_owned())
        });
        real.join(name)
    }

    fn add(&mut self, path: PathBuf, named: bool) {
        let key = self.key(&path);
        let name = shown(&self.relative(&path));
        let new = Found { path, name, named };
        match self.files.entry(key) {
            Entry::Vacant(entry) => drop(entry.insert(new)),
            Entry::Occupied(mut entry) => {
                let known = entry.get_mut();
                let named = known.named || named;
                // The shorter way there, whichever was named first.
                if (new.name.len(), &new.name) < (known.name.len(), &known.name) {
                    *known = new;
                }
                known.named = named;
            }
        }
    }

    fn named(&mut self, path: &Path) {
        let met = Met {
            path,
            is_folder: false,
            named: true,
        };
        match self.passed_by_settings(&met) {
            Some(passed) => self.found.passed.push((self.name(path), passed)),
            None => self.add(path.to_owned(), true),
        }
    }

    fn passed_by_settings(&mut self, met: &Met<'_>) -> Option<Passed> {
        let is_settings = met.path.file_name() == Some(FILE_NAME.as_ref());
        let passed = (self.passes)(met);
        if is_settings && !met.is_folder {
            return Some(Passed::Settings);
        }
        passed
    }

    fn folder(&mut self, root: &Path) {
        let absolute = if root.is_absolute() {
            root.to_owned()
        } else {
            self.working.join(root)
        };
        // The ignore files above a named folder count too, up to the top of the repository.
        let above: Vec<_> = absolute.ancestors().skip(1).map(Path::to_owned).collect();
        let top = absolute
            .ancestors()
            .position(|folder| folder.join(".git").exists());
        let above: Vec<_> = above.into_iter().take(top.unwrap_or(0)).collect();
        let mut entries = WalkDir::new(root).sort_by_file_name().into_iter();
        while let Some(entry) = entries.next() {
            match entry {
                Err(error) => self.error(error),
                Ok(entry) => {
                    let passed = self.passed(root, &above, &entry);
                    if let Some(passed) = passed {
                        let is_folder = entry.file_type().is_dir();
                        let slash = if is_folder { "/" } else { "" };
                        let name = self.name(entry.path()) + slash;
                        self.found.passed.push((name, passed));
                        if is_folder {
                            entries.skip_current_dir();
                        }
                    } else if entry.path_is_symlink() {
                        self.link(root, entry.into_path());
                    } else if !entry.file_type().is_dir() {
                        self.add(entry.into_path(), false);
                    }
                }
            }
        }
    }

    /// A link to a file is that file, where it does not lead out of the tree: whoever put it there
    /// could otherwise have any file shown in a report, or mended. A link to a folder is not
    /// followed: it may lead out, too, or back without end.
    fn link(&mut self, root: &Path, path: PathBuf) {
        let name = self.name(&path);
        match fs::metadata(&path) {
            Ok(meta) if meta.is_dir() => {
                let real = |path: &Path| path.canonicalize().unwrap_or_default();
                let folder = path.parent().map(real).unwrap_or_default();
                if folder.starts_with(real(&path)) {
                    let reason = BrokenReason::Loop;
                    self.found.broken.push(Broken { name, reason });
                } else {
                    self.found.passed.push((name, Passed::FolderLink));
                }
            }
            Ok(meta) if is_yaml(&path) && meta.is_file() && self.leads_out(root, &path) => {
                let reason = BrokenReason::Outside;
                self.found.broken.push(Broken { name, reason });
            }
            Ok(_) if is_yaml(&path) => self.add(path, false),
            // A link to nowhere matters only where a document was to be.
            Err(error) if is_yaml(&path) || error.kind() != std::io::ErrorKind::NotFound => {
                let reason = BrokenReason::Io(error);
                self.found.broken.push(Broken { name, reason });
            }
            _ => self.found.passed.push((name, Passed::NotYaml)),
        }
    }

    /// Whether a link leads out of the folder that was named, and out of the working directory.
    fn leads_out(&self, root: &Path, link: &Path) -> bool {
        let Ok(target) = link.canonicalize() else {
            return true;
        };
        let within = |folder: &Path| {
            let folder = folder.canonicalize();
            folder.is_ok_and(|folder| target.starts_with(folder))
        };
        !within(root) && !within(&self.working)
    }

    fn passed(&mut self, root: &Path, above: &[PathBuf], entry: &DirEntry) -> Option<Passed> {
        if entry.depth() == 0 {
            return None;
        }
        let is_folder = entry.file_type().is_dir();
        // Asked in any case, so that the settings know which of their patterns are of use.
        let by_settings = self.passed_by_settings(&Met {
            path: entry.path(),
            is_folder,
            named: false,
        });
        if entry.file_name().to_string_lossy().starts_with('.') {
            return Some(Passed::Hidden);
        }
        if !is_folder && !entry.path_is_symlink() && !is_yaml(entry.path()) {
            return Some(Passed::NotYaml);
        }
        let path = entry.path();
        let below = path
            .ancestors()
            .skip(1)
            .take(entry.depth())
            .map(Path::to_owned);
        let folders: Vec<_> = below.chain(above.iter().cloned()).collect();
        let absolute = if root.is_absolute() {
            path.to_owned()
        } else {
            self.working.join(path)
        };
        for folder in folders {
            let Some(ignore) = self.ignore_of(&folder) else {
                continue;
            };
            let path = if folder.is_absolute() {
                absolute.as_path()
            } else {
                path
            };
            let verdict = ignore.matched(path, is_folder);
            if verdict.is_whitelist() {
                return by_settings;
            }
            if verdict.is_ignore() {
                return Some(Passed::Ignored);
            }
        }
        by_settings
    }

    fn ignore_of(&mut self, folder: &Path) -> Option<&Gitignore> {
        let read = || {
            let file = folder.join(".gitignore");
            if !file.is_file() {
                return None;
            }
            let mut builder = GitignoreBuilder::new(folder);
            // A line that is no pattern is left out, as git does.
            let _ = builder.add(file);
            builder.build().ok()
        };
        self.ignores
            .entry(folder.to_owned())
            .or_insert_with(read)
            .as_ref()
    }

    fn error(&mut self, error: walkdir::Error) {
        let Some(path) = error.path().map(Path::to_owned) else {
            return;
        };
        let name = self.name(&path);
        let reason = error
            .into_io_error()
            .unwrap_or_else(|| std::io::Error::other("?"));
        self.found.broken.push(Broken {
            name,
            reason: BrokenReason::Io(reason),
        });
    }
}

/// A path as people call it, with `/`. Bytes that are no text are spelled out, so that two
/// names that differ stay two.
pub(crate) fn shown(path: &Path) -> String {
    let mut name = String::new();
    for chunk in path.as_os_str().as_encoded_bytes().utf8_chunks() {
        name.push_str(chunk.valid());
        for byte in chunk.invalid() {
            name.push_str(&format!("\\x{byte:02x}"));
        }
    }
    if std::path::MAIN_SEPARATOR == '/' {
        name
    } else {
        name.replace('\\', "/")
    }
}

/// Whether the name of a file ends in `.yaml` or `.yml`, whatever the case.
fn is_yaml(path: &Path) -> bool {
    path.extension().is_some_and(|extension| {
        extension.eq_ignore_ascii_case("yaml") || extension.eq_ignore_ascii_case("yml")
    })
}

#[cfg(test)]
mod tests;
