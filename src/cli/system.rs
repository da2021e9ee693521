//! What the operating system says, in words for people.

use std::io;

use crate::{check::decode_reason, text::Phrase};

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
