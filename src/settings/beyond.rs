//! What a folder leads to that is not in it. Settings that a run comes upon may be those of a
//! stranger: of a file outside that they name, or are a link to, no text is shown.

use std::path::{Path, PathBuf};

/// What git keeps for itself, passwords among it.
const GIT: &str = ".git";

/// The folder of the repository that a folder is in.
pub(super) fn repository(folder: &Path) -> Option<PathBuf> {
    let top = folder.ancestors().find(|folder| folder.join(GIT).exists());
    top.map(Path::to_owned)
}

/// Whether a file is outside of a folder once links are followed, or kept by git.
pub(super) fn leads_out(path: &Path, folder: &Path) -> bool {
    // What does not exist is said by who reads it.
    let (Ok(path), Ok(folder)) = (path.canonicalize(), folder.canonicalize()) else {
        return false;
    };
    match path.strip_prefix(folder) {
        Ok(inside) => inside.components().any(|part| part.as_os_str() == GIT),
        Err(_) => true,
    }
}
