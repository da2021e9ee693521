//! Files that are there whole or not at all, however a run ends.

use std::{
    fs::{File, Metadata, Permissions},
    io::{self, BufWriter, Write},
    path::Path,
};

use tempfile::{NamedTempFile, TempPath};

/// How the new file is called until it takes its name.
pub(crate) const PREFIX: &str = ".sopan-";
/// How its name ends.
pub(crate) const SUFFIX: &str = ".tmp";

/// Makes a new file in the folder of what `write` gives, to be given its name by
/// [`TempPath::persist`], or by [`TempPath::persist_noclobber`] where no file may be lost;
/// otherwise it goes away again. `dress` sets what else the file is to have, such as permissions.
///
/// # Errors
///
/// What the system says. Nothing is left in the folder.
pub(crate) fn prepare(
    folder: &Path,
    write: impl Fn(&mut dyn Write) -> io::Result<()>,
    dress: impl Fn(&File) -> io::Result<()>,
) -> io::Result<TempPath> {
    let fill = |mut file: &File| {
        write_buffered(&mut file, &write)?;
        dress(file)
    };
    #[cfg(target_os = "linux")]
    if let Some(file) = Unfinished::nameless(folder, FOR_ALL) {
        fill(file.file())?;
        if let Ok(path) = file.name(folder) {
            return Ok(path);
        }
        // A system that has files without a name, and yet gives them none: as any other.
    }
    let file = Unfinished::named(folder, FOR_ALL)?;
    fill(file.file())?;
    file.name(folder)
}

/// The permissions that any new file is given, as far as whoever runs the program allows them.
const FOR_ALL: u32 = 0o666;
/// Those of a file that concerns nobody else.
pub(crate) const FOR_OWNER: u32 = 0o600;

/// A new file that is still written.
#[derive(Debug)]
pub(crate) enum Unfinished {
    /// Without a name: who ends the run finds nothing left behind.
    #[cfg(target_os = "linux")]
    Nameless(File),
    /// Where the system has no such files; it goes away with this value.
    Named(NamedTempFile),
}

impl Unfinished {
    /// In this folder, with these permissions.
    ///
    /// # Errors
    ///
    /// What the system says.
    pub(crate) fn begin(folder: &Path, mode: u32) -> io::Result<Self> {
        #[cfg(target_os = "linux")]
        if let Some(file) = Self::nameless(folder, mode) {
            return Ok(file);
        }
        Self::named(folder, mode)
    }

    /// None where the file system has no such files.
    #[cfg(target_os = "linux")]
    fn nameless(folder: &Path, mode: u32) -> Option<Self> {
        nameless::open(folder, mode).map(Self::Nameless)
    }

    #[cfg_attr(
        not(unix),
        expect(unused_variables, reason = "only there are such permissions")
    )]
    fn named(folder: &Path, mode: u32) -> io::Result<Self> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(PREFIX).suffix(SUFFIX);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            builder.permissions(Permissions::from_mode(mode));
        }
        builder.tempfile_in(folder).map(Self::Named)
    }

    /// The file, to write to.
    pub(crate) fn file(&self) -> &File {
        match self {
            #[cfg(target_os = "linux")]
            Self::Nameless(file) => file,
            Self::Named(file) => file.as_file(),
        }
    }

    /// The whole file, under a name that it keeps until it is given its own.
    ///
    /// # Errors
    ///
    /// What the system says.
    pub(crate) fn name(self, folder: &Path) -> io::Result<TempPath> {
        match self {
            #[cfg(target_os = "linux")]
            Self::Nameless(file) => nameless::give_name(&file, folder),
            Self::Named(file) => Ok(file.into_temp_path()),
        }
    }
}

/// Gives a new file the permissions of the old one that it replaces, and its owner where the
/// system allows that.
///
/// # Errors
///
/// What the system says of the permissions.
pub(crate) fn dress_as(file: &File, old: &Metadata) -> io::Result<()> {
    // Who gives a file away may lose permissions of it, so they come after.
    keep_owner(file, old);
    file.set_permissions(old.permissions())
}

/// Only root can give a file to another owner; for everyone else it is theirs already.
#[cfg(unix)]
fn keep_owner(file: &File, old: &Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    let _ = fchown(file, Some(old.uid()), Some(old.gid()));
}

#[cfg(not(unix))]
fn keep_owner(_: &File, _: &Metadata) {}

/// Writes in large pieces what comes in small ones.
///
/// # Errors
///
/// That of `out` as it was, whatever `write` makes of it.
pub(crate) fn write_buffered(
    out: &mut dyn Write,
    write: impl Fn(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let mut out = Noting { out, error: None };
    let mut buffer = BufWriter::with_capacity(1 << 16, &mut out);
    let written = write(&mut buffer).and_then(|()| buffer.flush());
    // What is left after an error is not tried again.
    let _ = buffer.into_parts();
    out.error.map_or(written, Err)
}

/// Remembers why it could not write.
struct Noting<'a> {
    out: &'a mut dyn Write,
    error: Option<io::Error>,
}

impl Noting<'_> {
    fn note<T>(&mut self, result: io::Result<T>) -> io::Result<T> {
        result.map_err(|error| {
            let kind = error.kind();
            if kind != io::ErrorKind::Interrupted {
                self.error = Some(error);
            }
            kind.into()
        })
    }
}

impl Write for Noting<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let result = self.out.write(bytes);
        self.note(result)
    }

    fn flush(&mut self) -> io::Result<()> {
        let result = self.out.flush();
        self.note(result)
    }
}

/// Files that have no name while they are written: who ends a run in the middle of it, by
/// whatever means, finds nothing left behind.
#[cfg(target_os = "linux")]
mod nameless {
    use std::{
        fs::File,
        io,
        os::fd::{AsFd, AsRawFd},
        path::Path,
    };

    use rustix::fs::{AtFlags, CWD, Mode, OFlags};
    use tempfile::TempPath;

    /// None where the file system has no such files.
    pub(super) fn open(folder: &Path, mode: u32) -> Option<File> {
        let flags = OFlags::TMPFILE | OFlags::WRONLY | OFlags::CLOEXEC;
        let opened = rustix::fs::open(folder, flags, Mode::from_raw_mode(mode));
        opened.ok().map(File::from)
    }

    pub(super) fn give_name(file: &File, folder: &Path) -> io::Result<TempPath> {
        let source = format!("/proc/self/fd/{}", file.as_fd().as_raw_fd());
        let mut builder = tempfile::Builder::new();
        builder.prefix(super::PREFIX).suffix(super::SUFFIX);
        let named = builder.make_in(folder, |path| {
            rustix::fs::linkat(CWD, source.as_str(), CWD, path, AtFlags::SYMLINK_FOLLOW)?;
            Ok(())
        })?;
        Ok(named.into_temp_path())
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, io};

    use super::prepare;

    #[test]
    fn a_file_has_its_name_or_is_not_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        drop(prepare(folder.path(), |out| out.write_all(b"satu"), |_| Ok(())).unwrap());
        let failed = prepare(
            folder.path(),
            |out| out.write_all(b"satu"),
            |_| Err(io::Error::other("tidak")),
        );
        assert!(failed.is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        let new = prepare(folder.path(), |out| out.write_all(b"satu"), |_| Ok(())).unwrap();
        new.persist_noclobber(&path).unwrap();
        let new = prepare(folder.path(), |out| out.write_all(b"dua"), |_| Ok(())).unwrap();
        assert!(new.persist_noclobber(&path).is_err());
        assert_eq!(fs::read(&path).unwrap(), b"satu");
        let new = prepare(folder.path(), |out| out.write_all(b"tiga"), |_| Ok(())).unwrap();
        new.persist(&path).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"tiga");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_new_file_has_the_permissions_of_any_new_file() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let mode = |name: &str| {
            let meta = fs::metadata(folder.path().join(name)).unwrap();
            meta.permissions().mode()
        };
        fs::write(folder.path().join("biasa"), "").unwrap();
        let new = prepare(folder.path(), |_| Ok(()), |_| Ok(())).unwrap();
        new.persist(folder.path().join("baru")).unwrap();
        assert_eq!(mode("baru"), mode("biasa"));
    }
}
