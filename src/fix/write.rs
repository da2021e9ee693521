//! A file replaced by its mended text, whole or not at all.

use std::{
    fs::{self, File},
    io::{self, Read},
    path::Path,
};

use crate::whole;

/// Why a file was not replaced. It is as it was.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// Its bytes are no longer those that were checked.
    #[error("the file changed meanwhile")]
    Changed,
    /// The file, or the folder it stands in, is marked as read-only.
    #[error("{}", if *.folder { "the folder is read-only" } else { "the file is read-only" })]
    ReadOnly {
        /// Whether it is the folder.
        folder: bool,
    },
    /// What the system says.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Puts `mended` in the place of the file, if it still holds the bytes that were checked.
///
/// The text is written to a file beside it, which then takes its name, so that nobody ever
/// sees half of it. Of a link, the file it leads to is replaced. Permissions are kept, and the
/// owner where the system allows it.
///
/// # Errors
///
/// [`WriteError`]; the file is as it was.
pub fn replace(path: &Path, checked: &[u8], mended: &[u8]) -> Result<(), WriteError> {
    let target = path.canonicalize()?;
    let folder = target.parent().unwrap_or(Path::new("/"));
    let meta = fs::metadata(&target)?;
    // A rename asks the folder only; who marked the file as read-only did not want it changed.
    if meta.permissions().readonly() {
        return Err(WriteError::ReadOnly { folder: false });
    }
    if fs::metadata(folder)?.permissions().readonly() {
        return Err(WriteError::ReadOnly { folder: true });
    }
    if !holds(&target, checked)? {
        return Err(WriteError::Changed);
    }
    let new = whole::prepare(
        folder,
        |out| out.write_all(mended),
        |file| {
            whole::dress_as(file, &meta)?;
            file.sync_all()
        },
    )?;
    // Once more: writing takes a while on a slow disk.
    if !holds(&target, checked)? {
        return Err(WriteError::Changed);
    }
    new.persist(&target).map_err(|error| error.error)?;
    keep_name(folder);
    Ok(())
}

/// Whether the file holds just these bytes.
fn holds(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    let mut found = Vec::with_capacity(bytes.len() + 1);
    let most = bytes.len() as u64 + 1;
    File::open(path)?.take(most).read_to_end(&mut found)?;
    Ok(found == bytes)
}

/// The new name lasts through a loss of power only once the folder is written, too. Where a
/// folder cannot be opened for that, the system has other means.
fn keep_name(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use super::{WriteError, replace};

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<_> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_replaced_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.yaml");
        fs::write(&path, "a: 1\n").unwrap();
        replace(&path, b"a: 1\n", b"a: 2\n").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"a: 2\n");
        assert_eq!(names(folder.path()), ["a.yaml"]);
    }

    #[test]
    fn a_file_that_changed_meanwhile_stays_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.yaml");
        for now in ["a: 3\n", "a: 1\nb: 2\n", "", "a: 1"] {
            fs::write(&path, now).unwrap();
            let error = replace(&path, b"a: 1\n", b"a: 2\n").unwrap_err();
            assert!(matches!(error, WriteError::Changed), "{error}");
            assert_eq!(fs::read_to_string(&path).unwrap(), now);
            assert_eq!(names(folder.path()), ["a.yaml"]);
        }
    }

    #[test]
    fn a_file_that_is_gone_is_not_made_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.yaml");
        assert!(replace(&path, b"a: 1\n", b"a: 2\n").is_err());
        assert!(names(folder.path()).is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn permissions_stay_and_links_are_followed() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("asli")).unwrap();
        let path = folder.path().join("asli/a.yaml");
        let link = folder.path().join("tautan.yaml");
        fs::write(&path, "a: 1\n").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        symlink("asli/a.yaml", &link).unwrap();
        replace(&link, b"a: 1\n", b"a: 2\n").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&path).unwrap(), b"a: 2\n");
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o7777, 0o640);
        assert_eq!(names(folder.path()), ["asli", "tautan.yaml"]);
    }

    #[cfg(unix)]
    #[test]
    fn what_is_marked_as_read_only_stays() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("beku");
        fs::create_dir(&inner).unwrap();
        let path = inner.join("a.yaml");
        fs::write(&path, "a: 1\n").unwrap();
        let mark = |path: &Path, mode| {
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
        };
        for (file, of_folder) in [(0o444, 0o755), (0o644, 0o555)] {
            mark(&path, file);
            mark(&inner, of_folder);
            let error = replace(&path, b"a: 1\n", b"a: 2\n").unwrap_err();
            mark(&inner, 0o755);
            let is_folder = of_folder == 0o555;
            assert!(
                matches!(error, WriteError::ReadOnly { folder } if folder == is_folder),
                "{error}"
            );
            assert_eq!(fs::read(&path).unwrap(), b"a: 1\n");
            assert_eq!(names(&inner), ["a.yaml"]);
        }
    }
}
