//! Where a command writes to, in colour or not.

use std::{
    fs,
    io::{self, IsTerminal, Read, Write},
    path::{Path, PathBuf},
};

use anstream::AutoStream;

use super::{
    args::{Color, Global},
    failure::Failure,
};
use crate::whole;

/// Standard output or a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Output {
    Stdout,
    File(PathBuf),
}

impl Output {
    /// The only output of a command that writes one thing.
    pub(super) fn new(global: &Global) -> Result<Self, Failure> {
        match global.output.as_slice() {
            [] => Ok(Self::Stdout),
            [path] => Ok(Self::to(path)),
            [_, second, ..] => Err(Failure::OutputTwice(second.clone())),
        }
    }

    /// A file, or standard output where that is meant by `-`.
    pub(super) fn to(path: &Path) -> Self {
        match path.as_os_str() == "-" {
            true => Self::Stdout,
            false => Self::File(path.to_owned()),
        }
    }

    /// The file that is written to, where it is one.
    pub(super) fn path(&self) -> Option<&Path> {
        match self {
            Self::Stdout => None,
            Self::File(path) => Some(path),
        }
    }

    /// Whether to write in colour.
    pub(super) fn has_colour(&self, color: Color) -> bool {
        match (color, self) {
            (Color::Always, _) => true,
            (Color::Never, _) | (Color::Auto, Self::File(_)) => false,
            (Color::Auto, Self::Stdout) => {
                AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never
            }
        }
    }

    /// Columns of the terminal; a fixed number elsewhere, so that output can be compared.
    pub(super) fn width(&self) -> usize {
        const ELSEWHERE: usize = 100;
        if !self.is_screen() {
            return ELSEWHERE;
        }
        terminal_size::terminal_size()
            .map_or(ELSEWHERE, |(width, _)| usize::from(width.0))
            .min(120)
    }

    /// Whether a person reads along, so that lines should fit their screen.
    pub(super) fn is_screen(&self) -> bool {
        matches!(self, Self::Stdout) && io::stdout().is_terminal()
    }

    /// Writes all of it to a file that was not there before, or to standard output.
    pub(super) fn write_new(&self, bytes: &[u8]) -> Result<(), Failure> {
        let Self::File(path) = self else {
            return self.write(bytes);
        };
        let new = whole::prepare(folder(path), |out| out.write_all(bytes), |_| Ok(()));
        match new.and_then(|new| new.persist_noclobber(path).map_err(|error| error.error)) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                Err(Failure::Exists(path.clone()))
            }
            Err(reason) => Err(Failure::Unwritable {
                path: Some(path.clone()),
                reason,
            }),
            Ok(()) => Ok(()),
        }
    }

    /// Refuses a file that was there before and that people write, or the baseline: no report
    /// takes its place, whatever was typed.
    ///
    /// # Errors
    ///
    /// [`Failure::Precious`].
    pub(super) fn refuse_precious(&self) -> Result<(), Failure> {
        match self {
            Self::File(path) if is_precious(path) => Err(Failure::Precious(path.clone())),
            _ => Ok(()),
        }
    }

    /// Writes all of it, to a file that is not precious. A reader that has seen enough (`| head`) is no failure.
    pub(super) fn write(&self, bytes: &[u8]) -> Result<(), Failure> {
        self.write_by(|out| out.write_all(bytes))
    }

    /// Writes what `write` gives, as [`Self::write`] does, without holding all of it: a report of
    /// many documents is larger than what it is made of. It may be asked a second time, where the
    /// first place turned out not to take a file.
    pub(super) fn write_by(
        &self,
        write: impl Fn(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Failure> {
        self.refuse_precious()?;
        self.replace_by(write)
    }

    /// Writes all of it, also in the place of a precious file, where that is what is renewed.
    pub(super) fn replace(&self, bytes: &[u8]) -> Result<(), Failure> {
        self.replace_by(|out| out.write_all(bytes))
    }

    fn replace_by(&self, write: impl Fn(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
        let result = match self {
            Self::Stdout => whole::write_buffered(&mut io::stdout().lock(), write),
            Self::File(path) => write_file(path, write),
        };
        match result {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            Err(reason) => Err(Failure::Unwritable {
                path: self.path().map(Path::to_owned),
                reason,
            }),
            Ok(()) => Ok(()),
        }
    }
}

/// Whether a file exists, is not empty, and is YAML by its name (a document, settings, a pack of
/// rules) or a baseline by its first bytes. No report of sopan is either.
fn is_precious(path: &Path) -> bool {
    let is_filled = |meta: fs::Metadata| meta.is_file() && meta.len() > 0;
    if !fs::metadata(path).is_ok_and(is_filled) {
        return false;
    }
    let is_yaml = path.extension().is_some_and(|extension| {
        extension.eq_ignore_ascii_case("yaml") || extension.eq_ignore_ascii_case("yml")
    });
    is_yaml || starts_as_baseline(path)
}

fn starts_as_baseline(path: &Path) -> bool {
    const START: &[u8] = b"{\"sopan_baseline\"";
    let mut start = Vec::new();
    let most = START.len() as u64;
    let read = fs::File::open(path).and_then(|file| file.take(most).read_to_end(&mut start));
    read.is_ok() && start == START
}

/// Puts a whole new file in the place of an old one, so that nobody ever reads half of it.
fn write_file(path: &Path, write: impl Fn(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let meta = fs::metadata(path);
    if meta.as_ref().is_ok_and(|meta| !meta.is_file()) {
        // A pipe or a device (`/dev/stderr`) is written to, never replaced.
        return whole::write_buffered(&mut fs::File::create(path)?, write);
    }
    // A link stays a link; what it leads to is replaced.
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let new = whole::prepare(folder(&path), &write, |file| match &meta {
        Ok(old) => whole::dress_as(file, old),
        Err(_) => Ok(()),
    });
    let replaced = new.and_then(|new| new.persist(&path).map_err(|error| error.error));
    match replaced {
        Err(error) if meta.is_ok() && has_no_room_beside(&error) => write_in_place(&path, &write),
        result => result,
    }
}

fn folder(path: &Path) -> &Path {
    let folder = path.parent();
    let folder = folder.filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

/// Whether no new file can stand beside an old one or take its place, as with one file that is
/// shared with a container. A full disk is no such reason: there the old file has to stay.
fn has_no_room_beside(error: &io::Error) -> bool {
    use io::ErrorKind as E;
    matches!(
        error.kind(),
        E::PermissionDenied | E::ReadOnlyFilesystem | E::ResourceBusy | E::CrossesDevices
    )
}

/// Writes over an old file, and puts back what it held where that fails.
fn write_in_place(path: &Path, write: impl Fn(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let old = fs::read(path);
    let file = fs::File::create(path);
    let written = file.and_then(|mut file| whole::write_buffered(&mut file, write));
    written.inspect_err(|_| {
        if let Ok(old) = old {
            let _ = fs::write(path, old);
        }
    })
}
