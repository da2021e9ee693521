//! Where a command writes to, in colour or not.

use std::{
    fs,
    io::{self, IsTerminal, Write},
    path::{Path, PathBuf},
};

use anstream::AutoStream;

use super::{
    args::{Color, Global},
    failure::Failure,
};

/// Standard output or a file.
pub(super) enum Output {
    Stdout,
    File(PathBuf),
}

impl Output {
    pub(super) fn new(global: &Global) -> Self {
        match &global.output {
            Some(path) if path.as_os_str() != "-" => Self::File(path.clone()),
            _ => Self::Stdout,
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
        match self {
            Self::Stdout if io::stdout().is_terminal() => terminal_size::terminal_size()
                .map_or(ELSEWHERE, |(width, _)| usize::from(width.0))
                .min(120),
            _ => ELSEWHERE,
        }
    }

    /// Writes all of it to a file that was not there before, or to standard output.
    pub(super) fn write_new(&self, bytes: &[u8]) -> Result<(), Failure> {
        let Self::File(path) = self else {
            return self.write(bytes);
        };
        let file = fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(path);
        match file.and_then(|mut file| file.write_all(bytes)) {
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

    /// Writes all of it. A reader that has seen enough (`| head`) is no failure.
    pub(super) fn write(&self, bytes: &[u8]) -> Result<(), Failure> {
        let result = match self {
            Self::Stdout => {
                let mut stdout = io::stdout().lock();
                stdout.write_all(bytes).and_then(|()| stdout.flush())
            }
            Self::File(path) => fs::write(path, bytes),
        };
        match result {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            Err(reason) => Err(Failure::Unwritable {
                path: match self {
                    Self::Stdout => None,
                    Self::File(path) => Some(path.clone()),
                },
                reason,
            }),
            Ok(()) => Ok(()),
        }
    }
}
