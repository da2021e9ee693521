//! What the operating system says, in words for people.

use std::{
    fs::{self, File, FileType},
    io,
    path::Path,
};

use crate::{check::decode_reason, text::Phrase};

/// Opens a file or a pipe to read it. A folder or a device is refused: some never end.
///
/// # Errors
///
/// What the system says, and [`io::ErrorKind::InvalidInput`] for what is no file.
pub(super) fn open(path: &Path) -> io::Result<File> {
    let kind = kind(path)?;
    #[cfg(unix)]
    let is_pipe = std::os::unix::fs::FileTypeExt::is_fifo(&kind);
    #[cfg(not(unix))]
    let is_pipe = false;
    match kind.is_file() || is_pipe {
        true => File::open(path),
        false => Err(io::ErrorKind::InvalidInput.into()),
    }
}

/// The bytes of a file that the settings may name: a pipe is refused too, it may never end.
///
/// # Errors
///
/// As [`open`].
pub(super) fn read(path: &Path) -> io::Result<Vec<u8>> {
    match kind(path)?.is_file() {
        true => fs::read(path),
        false => Err(io::ErrorKind::InvalidInput.into()),
    }
}

/// What a path leads to, where that is no folder.
fn kind(path: &Path) -> io::Result<FileType> {
    let kind = fs::metadata(path)?.file_type();
    match kind.is_dir() {
        true => Err(io::ErrorKind::IsADirectory.into()),
        false => Ok(kind),
    }
}

/// Why something could not be read or written. What is not known here is said as the system
/// says it.
pub(super) fn words(error: &io::Error) -> Phrase {
    use io::ErrorKind as E;
    let decoding = error.get_ref().and_then(|error| error.downcast_ref());
    if let Some(decoding) = decoding {
        return decode_reason(decoding);
    }
    let (id, en) = match error.kind() {
        E::NotFound => (
            "berkas atau folder yang dituju tidak ada",
            "no such file or folder",
        ),
        E::PermissionDenied => ("tidak diizinkan oleh sistem", "permission denied"),
        E::IsADirectory => ("ini folder, bukan berkas", "this is a folder, not a file"),
        E::NotADirectory => (
            "sebagian jalurnya bukan folder",
            "a part of the path is not a folder",
        ),
        E::StorageFull | E::QuotaExceeded => ("ruang penyimpanan penuh", "no space is left"),
        E::FileTooLarge => (
            "berkasnya lebih besar daripada yang diizinkan sistem",
            "the file is larger than the system allows",
        ),
        E::ReadOnlyFilesystem => (
            "tempat penyimpanannya hanya dapat dibaca",
            "the file system is read-only",
        ),
        // As told here and in the library where a file is opened.
        E::InvalidInput if error.get_ref().is_none() && error.raw_os_error().is_none() => (
            "ini bukan berkas biasa, melainkan folder, pipa, atau perangkat",
            "this is no regular file but a folder, a pipe or a device",
        ),
        E::InvalidFilename => ("nama berkasnya tidak sah", "the file name is not valid"),
        _ => {
            let said = error.to_string();
            // Its kind has no stable name yet.
            if said.contains("symbolic link") {
                return Phrase::new(
                    "tautannya berputar ke dirinya sendiri",
                    "the link leads back to itself",
                );
            }
            return Phrase::same(said);
        }
    };
    Phrase::new(id, en)
}
