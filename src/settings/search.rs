//! Settings files in folders: those found upward, and names that are nearly right.

use std::{
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{Diagnostic, FILE_NAME, RunKeys, SettingsFile, beyond, paths, read};
use crate::{
    check::decode_reason,
    source::Source,
    span::Span,
    text::{Lang, Phrase},
};

/// Greatest size of a settings file in bytes.
const MOST_BYTES: u64 = 1 << 20;

/// Which settings a run uses.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Choice {
    /// Those found in folders.
    #[default]
    Found,
    /// Just this file.
    Only(PathBuf),
    /// None.
    None,
}

/// Why the search upward ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Stop {
    /// Nothing was searched: one file was named, or none is wanted.
    #[default]
    NoSearch,
    /// A folder with `.git`: the top of the repository.
    Git,
    /// A settings file with `root: true`.
    Root,
    /// The top of the file system.
    Top,
}

/// The settings files upward from the folder that all paths of a run share.
#[derive(Debug, Default)]
pub struct Opened {
    /// The folder from which paths are named: absolute.
    pub working: PathBuf,
    /// The folder that all paths of the run share: absolute.
    pub base: PathBuf,
    /// The repository that folder is in.
    pub repository: Option<PathBuf>,
    /// Which settings were asked for.
    pub choice: Choice,
    /// The files, the topmost first.
    pub files: Vec<Arc<SettingsFile>>,
    /// The folders that were looked into, the nearest first.
    pub looked: Vec<PathBuf>,
    /// Why the search ended.
    pub stop: Stop,
    /// What is wrong with the files, and worth knowing.
    pub diagnostics: Vec<Diagnostic>,
}

impl Opened {
    /// Finds and reads the settings for these paths, which are files or folders; without any,
    /// for the working folder.
    ///
    /// # Errors
    ///
    /// Why the file of [`Choice::Only`] cannot be read.
    pub fn open(working: &Path, paths: &[PathBuf], choice: Choice) -> Result<Self, io::Error> {
        let folder = |path: &PathBuf| {
            let path = paths::absolute(working, path);
            match path.is_dir() {
                true => path,
                false => path.parent().map(Path::to_owned).unwrap_or(path),
            }
        };
        let base = paths::common(paths.iter().map(folder));
        let mut opened = Self {
            working: working.to_owned(),
            base: base.unwrap_or_else(|| working.to_owned()),
            choice,
            ..Self::default()
        };
        match opened.choice.clone() {
            Choice::None => {}
            Choice::Only(path) => {
                let path = paths::absolute(working, &path);
                let bytes = bytes(&path)?;
                // A file from elsewhere speaks of the folder that the run looks at.
                let (file, found) = file(working, &path, working, bytes);
                opened.diagnostics = found;
                opened.files.push(Arc::new(file));
            }
            Choice::Found => opened.search(),
        }
        Ok(opened)
    }

    fn search(&mut self) {
        self.stop = Stop::Top;
        self.repository = beyond::repository(&self.base);
        for folder in self.base.clone().ancestors() {
            self.looked.push(folder.to_owned());
            let found = self.look_into(folder);
            self.diagnostics.extend(found.diagnostics);
            if let Some(file) = found.file {
                let is_root = file.run.root.as_ref().is_some_and(|root| root.value);
                self.files.push(Arc::new(file));
                if is_root {
                    self.stop = Stop::Root;
                    break;
                }
            }
            if self.repository.as_deref() == Some(folder) {
                self.stop = Stop::Git;
                break;
            }
        }
        self.files.reverse();
    }

    /// What a folder holds of settings.
    pub(super) fn look_into(&self, folder: &Path) -> InFolder {
        look_into(&self.working, folder, self.tree(folder))
    }

    /// The folder that holds all that belongs to one with settings: its repository, or else itself.
    fn tree<'a>(&'a self, folder: &'a Path) -> &'a Path {
        let repository = self.repository.as_deref();
        let around = repository.filter(|repository| folder.starts_with(repository));
        around.unwrap_or(folder)
    }

    /// Whether a file is outside of what the settings that were found belong to, so that a stranger
    /// may have named it there. Settings that a person names speak for that person.
    pub fn leads_out(&self, path: &Path) -> bool {
        let root = self.root().filter(|_| self.choice == Choice::Found);
        root.is_some_and(|root| {
            let path = paths::absolute(&self.working, path);
            beyond::leads_out(&path, self.tree(&root.folder))
        })
    }

    /// The file whose keys count for the whole run.
    pub fn root(&self) -> Option<&Arc<SettingsFile>> {
        self.files.first()
    }

    /// What counts for the whole run.
    pub fn run(&self) -> RunKeys {
        let root = self.root();
        root.map(|root| root.run.clone()).unwrap_or_default()
    }

    /// An absolute path as people call it, from the working folder.
    pub fn shown(&self, path: &Path) -> PathBuf {
        match path.to_str() {
            Some(_) => paths::shown(&self.working, path).into(),
            None => path.to_owned(),
        }
    }

    /// Whether something stops the run.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }
}

/// What a folder holds of settings.
#[derive(Debug, Default)]
pub(super) struct InFolder {
    pub(super) file: Option<SettingsFile>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Reads the settings file of a folder, where there is one, and notes names nearly like it. Of a
/// link that leads out of `tree` to something else, no text is shown.
fn look_into(working: &Path, folder: &Path, tree: &Path) -> InFolder {
    let mut found = InFolder::default();
    // A folder that cannot be listed is said by who wants what is in it.
    let Ok(entries) = fs::read_dir(folder) else {
        return found;
    };
    let mut has_file = false;
    let mut near = Vec::new();
    for entry in entries.flatten() {
        let name = entry.file_name();
        let Some(name) = name.to_str() else { continue };
        has_file |= name == FILE_NAME;
        if is_near(name) {
            near.push(name.to_owned());
        }
    }
    near.sort();
    for name in near {
        let path = folder.join(&name);
        if path.is_file() {
            let note = near_miss(working, &path, &name, has_file);
            found.diagnostics.push(note);
        }
    }
    let path = folder.join(FILE_NAME);
    if !has_file || path.is_dir() {
        return found;
    }
    match bytes(&path) {
        Ok(bytes) => {
            let (file, diagnostics) = file(working, &path, folder, bytes);
            if diagnostics.iter().any(Diagnostic::is_error) && beyond::leads_out(&path, tree) {
                found.diagnostics.push(beyond_tree(working, &path));
                return found;
            }
            found.diagnostics.extend(diagnostics);
            found.file = Some(file);
        }
        Err(error) => {
            let name = paths::shown(working, &path);
            let reason = reason(&error);
            let message = Phrase::new(
                format!(
                    "berkas setelan tidak dapat dibaca: {}",
                    reason.get(Lang::Id)
                ),
                format!("the settings file cannot be read: {}", reason.get(Lang::En)),
            );
            found.diagnostics.push(of_name(name, message));
        }
    }
    found
}

/// A settings file that is a link to something else, elsewhere.
fn beyond_tree(working: &Path, path: &Path) -> Diagnostic {
    let name = paths::shown(working, path);
    let message = Phrase::new(
        "berkas setelan ini tautan ke luar foldernya, dan yang dituju bukan setelan yang benar",
        "this settings file is a link out of its folder, and where it leads are no right settings",
    );
    let help = Phrase::new(
        format!(
            "Isinya tidak ditampilkan karena bukan bagian dari folder ini. Bila tautannya memang dimaksud, \
            periksa dengan `--settings {name}`; bila tidak, hapus tautannya."
        ),
        format!(
            "Its text is not shown because it is no part of this folder. If the link is meant, look with \
            `--settings {name}`; if not, remove it."
        ),
    );
    of_name(name, message).help(help)
}

/// Why a file cannot be read.
fn reason(error: &io::Error) -> Phrase {
    match error.kind() {
        io::ErrorKind::PermissionDenied => {
            Phrase::new("tidak diizinkan oleh sistem", "permission denied")
        }
        io::ErrorKind::FileTooLarge => {
            Phrase::new("lebih besar daripada 1 MiB", "it is larger than 1 MiB")
        }
        io::ErrorKind::InvalidInput => {
            Phrase::new("ini bukan berkas biasa", "this is no regular file")
        }
        io::ErrorKind::NotFound => Phrase::new(
            "tautan ini menuju berkas yang tidak ada",
            "this link leads to a file that does not exist",
        ),
        // Its kind has no stable name yet.
        _ if error.to_string().contains("symbolic link") => Phrase::new(
            "tautannya berputar ke dirinya sendiri",
            "the link leads back to itself",
        ),
        _ => Phrase::same(error.to_string()),
    }
}

/// The bytes of a settings file.
fn bytes(path: &Path) -> Result<Vec<u8>, io::Error> {
    let meta = fs::metadata(path)?;
    // Opening a pipe would wait for someone to write to it.
    if !meta.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let mut bytes = Vec::new();
    File::open(path)?
        .take(MOST_BYTES + 1)
        .read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

fn file(
    working: &Path,
    path: &Path,
    folder: &Path,
    bytes: Vec<u8>,
) -> (SettingsFile, Vec<Diagnostic>) {
    let name = paths::shown(working, path);
    match Source::decode(name.clone(), bytes) {
        Ok(source) => read(Arc::new(source), path, folder),
        Err(error) => {
            let message = Phrase::new(
                "berkas setelan ini bukan teks UTF-8",
                "this settings file is no UTF-8 text",
            );
            let reason = decode_reason(&error);
            let help = Phrase::new(
                format!(
                    "Simpan kembali sebagai teks UTF-8: {}.",
                    reason.get(Lang::Id)
                ),
                format!("Save it as UTF-8 text: {}.", reason.get(Lang::En)),
            );
            let empty = Arc::new(Source::from_text(name.clone(), ""));
            let (file, _) = read(empty, path, folder);
            (file, vec![of_name(name, message).help(help)])
        }
    }
}

/// Something wrong with a file of which there is no text to show.
fn of_name(name: String, message: Phrase) -> Diagnostic {
    let source = Arc::new(Source::from_text(name, ""));
    Diagnostic::error(&source, Span::default(), message)
}

/// Whether someone may take a file of this name for settings.
fn is_near(name: &str) -> bool {
    if name == FILE_NAME {
        return false;
    }
    let name = name.to_lowercase();
    let name = name.trim_start_matches('.');
    let name = name.strip_suffix(".txt").unwrap_or(name);
    let Some((stem, ending)) = name.split_once('.') else {
        return false;
    };
    let stem = stem.trim();
    matches!(
        stem,
        "sopan" | "sopan_" | "_sopan" | "setelan-sopan" | "sopan-setelan"
    ) && matches!(
        ending,
        "yaml" | "yml" | "yaml.yaml" | "yml.yml" | "yaml.yml" | "toml" | "json"
    )
}

fn near_miss(working: &Path, path: &Path, name: &str, has_file: bool) -> Diagnostic {
    let source = Source::from_text(paths::shown(working, path), "");
    let message = Phrase::new(
        format!("`{name}` tidak dibaca: berkas setelan harus bernama `{FILE_NAME}`"),
        format!("`{name}` is not read: a settings file is named `{FILE_NAME}`"),
    );
    let help = match has_file {
        true => Phrase::new(
            format!("Di folder ini sudah ada `{FILE_NAME}`; pindahkan isinya ke sana."),
            format!("There is a `{FILE_NAME}` in this folder; move the content there."),
        ),
        false => Phrase::new(
            format!("Ganti namanya menjadi `{FILE_NAME}`."),
            format!("Rename it to `{FILE_NAME}`."),
        ),
    };
    Diagnostic::warning(&Arc::new(source), Span::default(), message).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_nearly_right() {
        let near = [
            "sopan.yml",
            "sopan.yml.txt",
            "sopan.yaml.txt",
            ".sopan.yaml",
            ".sopan.yml",
            "Sopan.yaml",
            "SOPAN.YAML",
            "sopan.yaml.yaml",
            "sopan.toml",
        ];
        for name in near {
            assert!(is_near(name), "{name}");
        }
        for name in [
            "sopan.yaml",
            "sopan.md",
            "sopan",
            "sop.yaml",
            "sopan-kk.yaml",
            "kesopanan.yml",
        ] {
            assert!(!is_near(name), "{name}");
        }
    }
}
