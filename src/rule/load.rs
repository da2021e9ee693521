//! Packs from the program itself and from files.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use include_dir::{Dir, File, include_dir};
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

static BUILTIN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/rules");
/// The same as JSON, which is read several times as fast, with a digest of it all; see `build.rs`.
static COMPACT: Dir<'_> = include_dir!("$OUT_DIR/rules");

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

impl Packs {
    /// The packs that are built into the program.
    ///
    /// # Errors
    ///
    /// Never in a program whose tests passed; the type says so all the same.
    pub fn builtin() -> Result<Self, LoadError> {
        let mut packs = Self::default();
        packs.note("rules", compact(Path::new("digest")).unwrap_or_default());
        let data = BUILTIN.get_dir("data").into_iter();
        for file in data.flat_map(|data| data.files()) {
            if is_yaml(file.path()) {
                packs.add_builtin_data(file)?;
            }
        }
        for file in BUILTIN.files().filter(|file| is_yaml(file.path())) {
            packs.add_builtin(file)?;
        }
        Ok(packs)
    }

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
        self.note(&shown(path), &text);
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

    /// Remembers what was read, without where it was read from.
    fn note(&mut self, name: &str, text: &str) {
        let name = name.rsplit('/').next().unwrap_or_default();
        for part in [name, text] {
            let length = u64::try_from(part.len()).unwrap_or(u64::MAX);
            self.digest.update(&length.to_le_bytes());
            self.digest.update(part.as_bytes());
        }
    }

    fn add_pack(&mut self, source: Source, trusted: bool) -> Result<(), LoadError> {
        self.note(source.name(), source.text());
        let text = PackText::new(Arc::new(source));
        let pack = read_pack(&text, trusted).map_err(LoadError::Mistakes)?;
        self.take(pack, text, trusted);
        Ok(())
    }

    /// Adds a pack of the program, from its compact form where that can be read.
    fn add_builtin(&mut self, file: &File<'_>) -> Result<(), LoadError> {
        let text = file.contents_utf8().unwrap_or_default();
        let name = format!("rules/{}", file.path().display());
        let source = Source::from_text(name, text);
        let pack = compact(&file.path().with_extension("json"))
            .and_then(|json| serde_json::from_str(json).ok());
        let Some(pack) = pack else {
            // What is wrong, and where, shows only in the text that a person wrote.
            return self.add_pack(source, true);
        };
        self.take(pack, PackText::new(Arc::new(source)), true);
        Ok(())
    }

    /// Adds a file of data of the program, from its compact form where that can be read.
    fn add_builtin_data(&mut self, file: &File<'_>) -> Result<(), LoadError> {
        let (path, text) = (file.path(), file.contents_utf8().unwrap_or_default());
        let json = compact(&path.with_extension("json")).unwrap_or_default();
        match (DataForm::of(text), path.file_stem()) {
            // The built-in register is read from a compact form of its own.
            (None | Some(DataForm::Regulations), _) => return Ok(()),
            (Some(DataForm::Words), Some(stem)) => {
                if let Ok(words) = serde_json::from_str(json).map(WordList::new) {
                    let list = stem.to_string_lossy().into_owned();
                    self.lists.insert(list, Arc::new(words));
                    return Ok(());
                }
            }
            (Some(DataForm::Grades), _) => {
                if let Ok(grades) = serde_json::from_str(json) {
                    self.grades = grades;
                    return Ok(());
                }
            }
            _ => {}
        }
        self.add_data(path, &format!("rules/{}", path.display()), text)
    }

    fn take(&mut self, pack: Pack, text: PackText, trusted: bool) {
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
    fn add_data(&mut self, path: &Path, name: &str, text: &str) -> Result<(), LoadError> {
        self.note(name, text);
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
enum DataForm {
    Words,
    Regulations,
    Grades,
}

impl DataForm {
    fn of(text: &str) -> Option<Self> {
        text.lines().find_map(|line| match line.split(':').next()? {
            "words" => Some(Self::Words),
            "peraturan" => Some(Self::Regulations),
            "bands" => Some(Self::Grades),
            _ => None,
        })
    }
}

/// A file of the program in its compact form.
fn compact(path: &Path) -> Option<&'static str> {
    COMPACT.get_file(path)?.contents_utf8()
}

fn is_yaml(path: &Path) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_compact_form_of_every_pack_and_list_can_be_read() {
        let packs = BUILTIN.files().filter(|file| is_yaml(file.path()));
        for file in packs {
            let json = compact(&file.path().with_extension("json")).unwrap();
            serde_json::from_str::<Pack>(json).unwrap();
        }
        let loaded = Packs::builtin().unwrap();
        for file in BUILTIN.get_dir("data").unwrap().files() {
            let Some(yaml) = file.contents_utf8().filter(|_| is_yaml(file.path())) else {
                continue;
            };
            if DataForm::of(yaml) == Some(DataForm::Words) {
                let list = file.path().file_stem().unwrap().to_str().unwrap();
                let words = WordList::parse(yaml).unwrap();
                assert_eq!(loaded.lists[list].words(), words.words(), "{list}");
            }
        }
    }
}
