//! Where results are kept.

use std::{
    ffi::OsStr,
    fs::{self, DirBuilder, File},
    io::{self, Write},
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use etcetera::BaseStrategy;
#[cfg(target_os = "linux")]
use rustix::process;
#[cfg(target_os = "linux")]
use std::os::unix::fs::MetadataExt;

use crate::{
    corpus::Extent,
    whole::{FOR_OWNER, PREFIX, SUFFIX, Unfinished},
};

/// The variable that names another folder; empty for none.
const VARIABLE: &str = "SOPAN_CACHE_DIR";
/// How the names of caches end.
const ENDING: &str = ".sopan-cache";
/// Digits of their names before it.
const DIGITS: usize = 32;
/// A cache that no run used for so long is let go.
const UNUSED: Duration = Duration::from_secs(30 * 24 * 60 * 60);
/// What a run that was ended left behind is let go after so long.
const LEFT_OVER: Duration = Duration::from_secs(24 * 60 * 60);
/// Says to backups that nothing here is worth keeping.
const TAG: (&str, &str) = (
    "CACHEDIR.TAG",
    "Signature: 8a477f597d28d172789f06886806bc55\n# Hasil pemeriksaan sopan; boleh dihapus.\n",
);

/// The folder with the caches of all runs of a person.
#[derive(Debug, Clone)]
pub struct Folder(PathBuf);

impl Folder {
    /// That of the system, or the one that a variable names; none where there is none.
    pub fn of_user() -> Option<Self> {
        match std::env::var_os(VARIABLE) {
            Some(named) if named.is_empty() => None,
            Some(named) => Some(Self::at(named)),
            None => {
                let base = etcetera::choose_base_strategy().ok()?;
                let folder = base.cache_dir().join("sopan");
                // Elsewhere it could be among the documents, or somebody else could write to it.
                (folder.is_absolute() && is_own(&folder)).then(|| Self::at(folder))
            }
        }
    }

    /// This folder, which is made when something is kept in it.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    /// A new file in the folder, which takes its name once it is whole. It is for this person only,
    /// as the folder is: what is found in a document tells of the document.
    pub(super) fn begin(&self) -> io::Result<Unfinished> {
        // Whoever writes more than that is ended by the system.
        #[cfg(target_os = "linux")]
        if process::getrlimit(process::Resource::Fsize)
            .current
            .is_some()
        {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.make()?;
        Unfinished::begin(&self.0, FOR_OWNER)
    }

    /// Gives a file that is whole its name.
    pub(super) fn finish(&self, file: Unfinished, path: &Path) -> io::Result<()> {
        let named = file.name(&self.0)?;
        named.persist(path).map_err(|error| error.error)
    }

    fn make(&self) -> io::Result<()> {
        if !self.0.is_dir() {
            let mut builder = DirBuilder::new();
            builder.recursive(true);
            #[cfg(unix)]
            std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
            builder.create(&self.0)?;
        }
        let tag = self.0.join(TAG.0);
        if tag.exists() {
            return Ok(());
        }
        let mut options = File::options();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(tag)?.write_all(TAG.1.as_bytes())
    }

    /// The cache of runs over these paths that keep these facts.
    pub(super) fn of(&self, paths: &[PathBuf], facts: Extent) -> PathBuf {
        let mut paths: Vec<_> = paths
            .iter()
            .map(|path| path.canonicalize().unwrap_or_else(|_| path.clone()))
            .collect();
        paths.sort();
        let mut hasher = blake3::Hasher::new();
        hasher.update(&[u8::from(facts == Extent::Everything)]);
        for path in paths {
            let path = path.as_os_str().as_encoded_bytes();
            hasher
                .update(&(path.len() as u64).to_le_bytes())
                .update(path);
        }
        let digest = hasher.finalize().to_hex();
        let name = digest.get(..DIGITS).unwrap_or_default();
        self.0.join(format!("{name}{ENDING}"))
    }

    /// Takes away caches that are not used any more, and nothing else.
    pub(super) fn clean(&self) -> io::Result<()> {
        let now = SystemTime::now();
        let entries = match fs::read_dir(&self.0) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            entries => entries?,
        };
        for entry in entries.flatten() {
            let used = entry.metadata().and_then(|meta| meta.modified());
            let age = used.map(|used| now.duration_since(used).unwrap_or_default());
            let most = kept_for(&entry.file_name());
            if age.ok().zip(most).is_some_and(|(age, most)| age > most) {
                let _ = fs::remove_file(entry.path());
            }
        }
        Ok(())
    }
}

/// How long a file with this name is left unused; none for what is not ours.
fn kept_for(name: &OsStr) -> Option<Duration> {
    let name = name.to_str()?;
    let is_digits =
        |text: &str| text.len() == DIGITS && text.bytes().all(|sign| sign.is_ascii_hexdigit());
    if name.strip_suffix(ENDING).is_some_and(is_digits) {
        return Some(UNUSED);
    }
    let is_unfinished = name.starts_with(PREFIX) && name.ends_with(SUFFIX);
    is_unfinished.then_some(LEFT_OVER)
}

/// Whether a folder, or the nearest above it that is there, belongs to who runs the program. Where a
/// person runs it for another, as with `sudo`, neither should rely on what the other kept, nor leave
/// files behind that the other cannot change.
#[cfg(target_os = "linux")]
pub(super) fn is_own(folder: &Path) -> bool {
    let mut there = folder
        .ancestors()
        .filter_map(|path| fs::metadata(path).ok());
    let owner = there.next().map(|meta| meta.uid());
    owner == Some(process::geteuid().as_raw())
}

#[cfg(not(target_os = "linux"))]
pub(super) fn is_own(_: &Path) -> bool {
    true
}

/// Notes that a cache was used.
pub(super) fn touch(path: &Path) -> io::Result<()> {
    let file = File::options().append(true).open(path)?;
    file.set_modified(SystemTime::now())
}
