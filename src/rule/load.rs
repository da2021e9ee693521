//! Packs from files; those of the program itself are in `builtin`.

use std::{
    collections::BTreeMap,
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use serde::Deserialize;

use super::{
    Pack, PackMistake, WordList,
    mistake::{PackText, explain_typed},
    register_mistake,
};
use crate::{
    check, document::ProblemKind, judge::Grades, register::Register, source::Source, span::Span,
    text::Phrase,
};

/// Packs and word lists, ready to be compiled to a rule set.
#[derive(Debug, Default)]
pub struct Packs {
    pub(super) loaded: Vec<Loaded>,
    pub(super) lists: BTreeMap<String, Arc<WordList>>,
    /// The register with what a city added; none where nothing was.
    pub(super) register: Option<Register>,
    /// The grades of a score; those that came last.
    pub(super) grades: Grades,
    /// Of all that was read, in its order.
    pub(super) digest: blake3::Hasher,
}

/// A pack with the text it was read from.
#[derive(Debug)]
pub(super) struct Loaded {
    pub(super) pack: Pack,
    pub(super) source: Arc<Source>,
    pub(super) trusted: bool,
}

/// Why packs cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// A file or folder cannot be read.
    #[error("{path}: {reason}")]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        reason: std::io::Error,
    },
    /// A folder without any pack.
    #[error("{0}: no *.yaml in it")]
    NoPack(PathBuf),
    /// Mistakes of the authors.
    #[error("{} mistakes in rule packs", .0.len())]
    Mistakes(Vec<PackMistake>),
}

/// As what a file was read: the same text may be a pack, or lie among data and be none.
#[derive(Debug, Clone, Copy)]
pub(super) enum Role {
    /// All packs and data that come with the program.
    Builtin,
    Pack,
    Data,
    Register,
}

impl Packs {
    /// Adds a pack, or the packs of a folder and the word lists of its folder `data`. A pack
    /// with the name of one that is loaded takes its place.
    ///
    /// # Errors
    ///
    /// [`LoadError`] where something cannot be read or is not a pack.
    pub fn add(&mut self, path: &Path) -> Result<(), LoadError> {
        let unreadable = |path: &Path, reason| LoadError::Unreadable {
            path: path.into(),
            reason,
        };
        let read = |path: &Path| read_file(path).map_err(|reason| unreadable(path, reason));
        let is_folder = fs::metadata(path)
            .map_err(|reason| unreadable(path, reason))?
            .is_dir();
        let mut files = vec![path.to_owned()];
        if is_folder {
            files = yaml_files(path).map_err(|reason| unreadable(path, reason))?;
            if files.is_empty() {
                return Err(LoadError::NoPack(path.into()));
            }
            let data = path.join("data");
            if data.is_dir() {
                for file in yaml_files(&data).map_err(|reason| unreadable(&data, reason))? {
                    let text = String::from_utf8_lossy(&read(&file)?).into_owned();
                    self.add_data(&file, &shown(&file), &text)?;
                }
            }
        }
        let mut mistakes = Vec::new();
        for file in files {
            let bytes = read(&file)?;
            match Source::decode(shown(&file), bytes) {
                Ok(source) => match self.add_pack(source, false) {
                    Err(LoadError::Mistakes(found)) => mistakes.extend(found),
                    other => other?,
                },
                Err(error) => {
                    let reason = std::io::Error::new(std::io::ErrorKind::InvalidData, error);
                    return Err(unreadable(&file, reason));
                }
            }
        }
        if mistakes.is_empty() {
            Ok(())
        } else {
            Err(LoadError::Mistakes(mistakes))
        }
    }

    /// Adds the regulations of a city, from a file of its own.
    ///
    /// # Errors
    ///
    /// [`LoadError`] where it cannot be read or is no list of regulations.
    pub fn add_register(&mut self, path: &Path) -> Result<(), LoadError> {
        let bytes = read_file(path).map_err(|reason| LoadError::Unreadable {
            path: path.into(),
            reason,
        })?;
        let text = String::from_utf8_lossy(&bytes);
        self.note(Role::Register, path.file_name().unwrap_or_default(), &text);
        self.add_regulations(&shown(path), &text)
    }

    /// Adds a pack from its text; as from `--rules`, nothing in it is taken on trust.
    ///
    /// # Errors
    ///
    /// [`LoadError::Mistakes`] where it is not a pack.
    pub fn add_text(&mut self, name: &str, text: &str) -> Result<(), LoadError> {
        self.add_pack(Source::from_text(name, text), false)
    }

    /// Remembers what was read and as what, without where it was read from.
    pub(super) fn note(&mut self, role: Role, name: &OsStr, text: &str) {
        self.digest.update(&[role as u8]);
        for part in [name.as_encoded_bytes(), text.as_bytes()] {
            let length = u64::try_from(part.len()).unwrap_or(u64::MAX);
            self.digest.update(&length.to_le_bytes());
            self.digest.update(part);
        }
    }

    pub(super) fn add_pack(&mut self, source: Source, trusted: bool) -> Result<(), LoadError> {
        let name = Path::new(source.name()).file_name().unwrap_or_default();
        self.note(Role::Pack, name, source.text());
        let text = PackText::new(Arc::new(source));
        let pack = read_pack(&text, trusted).map_err(LoadError::Mistakes)?;
        self.take(pack, text, trusted);
        Ok(())
    }

    pub(super) fn take(&mut self, pack: Pack, text: PackText, trusted: bool) {
        let loaded = Loaded {
            pack,
            source: text.source,
            trusted,
        };
        match self
            .loaded
            .iter_mut()
            .find(|known| known.pack.pack == loaded.pack.pack)
        {
            Some(known) => *known = loaded,
            None => self.loaded.push(loaded),
        }
    }

    /// Adds a file of a folder `data`, whatever it holds. Other files are left alone: a folder
    /// may hold notes and sources too.
    pub(super) fn add_data(
        &mut self,
        path: &Path,
        name: &str,
        text: &str,
    ) -> Result<(), LoadError> {
        // The name of a word list is that of its file.
        self.note(Role::Data, path.file_name().unwrap_or_default(), text);
        let stem = path.file_stem().and_then(|stem| stem.to_str());
        match (DataForm::of(text), stem) {
            (Some(DataForm::Words), Some(stem)) => self.add_list(name, stem, text),
            (Some(DataForm::Regulations), _) => self.add_regulations(name, text),
            (Some(DataForm::Grades), _) => self.add_grades(name, text),
            _ => Ok(()),
        }
    }

    fn add_grades(&mut self, name: &str, text: &str) -> Result<(), LoadError> {
        match Grades::parse(text) {
            Ok(grades) => {
                self.grades = grades;
                Ok(())
            }
            Err(error) => {
                let message = Phrase::new(
                    format!("predikat nilai ini tidak dapat dipakai: {error}"),
                    format!("these grades cannot be used: {error}"),
                );
                Err(whole_file(name, text, message))
            }
        }
    }

    /// Adds the regulations of a city to the register.
    fn add_regulations(&mut self, name: &str, text: &str) -> Result<(), LoadError> {
        let register = self
            .register
            .get_or_insert_with(|| Register::builtin().clone());
        register.add(text).map(|_| ()).map_err(|error| {
            let text = PackText::new(Arc::new(Source::from_text(name, text)));
            let form = form_mistakes(&text);
            LoadError::Mistakes(match form.is_empty() {
                true => vec![register_mistake::at_its_place(&text, &error)],
                false => form,
            })
        })
    }

    fn add_list(&mut self, name: &str, list: &str, text: &str) -> Result<(), LoadError> {
        match WordList::parse(text) {
            Ok(words) => {
                self.lists.insert(list.to_owned(), Arc::new(words));
                Ok(())
            }
            Err(error) => {
                let message = Phrase::new(
                    format!("ini bukan daftar kata (`about` dan `words`): {error}"),
                    format!("this is not a word list (`about` and `words`): {error}"),
                );
                Err(whole_file(name, text, message))
            }
        }
    }
}

/// A mistake in a file of data, of which the place inside it is not known.
fn whole_file(name: &str, text: &str, message: Phrase) -> LoadError {
    let source = Arc::new(Source::from_text(name, text));
    let span = source.line(0).unwrap_or_default();
    let help = None;
    LoadError::Mistakes(vec![PackMistake {
        source,
        span,
        message,
        help,
    }])
}

/// What a file of a folder `data` holds, told by a key that only it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DataForm {
    Words,
    Regulations,
    Grades,
}

impl DataForm {
    pub(super) fn of(text: &str) -> Option<Self> {
        text.lines().find_map(|line| match line.split(':').next()? {
            "words" => Some(Self::Words),
            "peraturan" => Some(Self::Regulations),
            "bands" => Some(Self::Grades),
            _ => None,
        })
    }
}

pub(super) fn is_yaml(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension == "yaml" || extension == "yml")
}

fn yaml_files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    let mut files: Vec<_> = entries.into_iter().map(|entry| entry.path()).collect();
    files.retain(|path| is_yaml(path));
    files.sort();
    Ok(files)
}

/// Reads a file; opening a pipe would wait for someone to write to it.
fn read_file(path: &Path) -> std::io::Result<Vec<u8>> {
    if !fs::metadata(path)?.is_file() {
        return Err(std::io::ErrorKind::InvalidInput.into());
    }
    fs::read(path)
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

fn read_pack(text: &PackText, trusted: bool) -> Result<Pack, Vec<PackMistake>> {
    if !trusted {
        let mistakes = form_mistakes(text);
        if !mistakes.is_empty() {
            return Err(mistakes);
        }
    }
    let deserializer = serde_yaml::Deserializer::from_str(text.source.text());
    if trusted {
        // The slower way below is for the place of a mistake.
        if let Ok(pack) = Pack::deserialize(deserializer) {
            return Ok(pack);
        }
        let mistakes = form_mistakes(text);
        if !mistakes.is_empty() {
            return Err(mistakes);
        }
    }
    let deserializer = serde_yaml::Deserializer::from_str(text.source.text());
    serde_path_to_error::deserialize(deserializer)
        .map_err(|error| vec![explain_typed(text, error.path(), error.inner())])
}

/// What is wrong with a pack as YAML: syntax, duplicate keys, more than one document.
fn form_mistakes(text: &PackText) -> Vec<PackMistake> {
    let tree = text.tree();
    let problems = tree
        .problems
        .iter()
        .chain(tree.documents.iter().flat_map(|d| d.problems()));
    let mut mistakes: Vec<_> = problems
        .map(|problem| {
            let hit = check::problem_hit(problem);
            let (message, help) = match &problem.kind {
                ProblemKind::Syntax(reason) => (reason.reason(), Some(reason.remedy())),
                ProblemKind::DuplicateKey { key, .. } => (
                    Phrase::new(
                        format!("kunci `{key}` sudah ada di atas"),
                        format!("the key `{key}` stands above already"),
                    ),
                    None,
                ),
                ProblemKind::Empty => (Phrase::new("paket ini kosong", "this pack is empty"), None),
                _ => (
                    Phrase::new("paket ini tidak dapat dibaca", "this pack cannot be read"),
                    None,
                ),
            };
            text.mistake(hit.span, message, help)
        })
        .collect();
    if let Some(second) = tree.documents.get(1) {
        let span = second.place(crate::document::NodeId::ROOT).key();
        let message = Phrase::new(
            "satu berkas memuat satu paket; pindahkan yang kedua ke berkas lain",
            "a file holds one pack; move the second one to another file",
        );
        mistakes.push(text.mistake(span, message, None));
    }
    if mistakes.is_empty() && tree.documents.is_empty() {
        let message = Phrase::new("paket ini kosong", "this pack is empty");
        mistakes.push(text.mistake(Span::default(), message, None));
    }
    mistakes
}
