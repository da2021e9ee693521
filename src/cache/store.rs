//! The file that holds results: an ordinary zip archive, each result under the name of its key.
//! The archive finds what was asked for without reading the rest, and sees by itself what is
//! damaged.

use std::{
    collections::{BTreeSet, HashSet},
    fs::{self, File},
    io::{self, BufReader, Read, Write},
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    sync::{Mutex, MutexGuard, PoisonError},
};

use serde::Serialize;
use zip::{CompressionMethod, ZipArchive, ZipWriter, result::ZipResult, write::SimpleFileOptions};

use super::{Folder, Key, MOST_BYTES, sink::Sink};

/// Bytes of a result at most, a thousand times as many as it usually has.
const MOST_OF_ONE: usize = 1 << 22;
/// Bytes that an archive has beside each result, at most.
pub(super) const BESIDE: u64 = 256;

/// Whoever failed while holding it left nothing half done.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Runs what should not panic, whatever is in an archive; where it does, nothing was kept.
fn unless_it_panics<T>(run: impl FnOnce() -> Option<T>) -> Option<T> {
    catch_unwind(AssertUnwindSafe(run)).ok().flatten()
}

/// A result as bytes; none for one that is too large.
pub(super) fn to_bytes(result: &impl Serialize) -> Option<Vec<u8>> {
    let mut bytes = Bytes(Vec::new());
    serde_json::to_writer(&mut bytes, result).ok()?;
    Some(bytes.0)
}

/// Takes so many bytes, and no more.
struct Bytes(Vec<u8>);

impl Write for Bytes {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > MOST_OF_ONE {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What earlier runs left.
#[derive(Debug)]
pub(super) struct Old {
    archive: ZipArchive<BufReader<File>>,
    used: BTreeSet<usize>,
    bytes: u64,
}

impl Old {
    pub(super) fn open(path: &Path) -> Option<Self> {
        let meta = fs::metadata(path).ok()?;
        // Others, a pipe for one, may keep a run waiting, or are not ours.
        if !meta.is_file() || meta.len() > MOST_BYTES {
            return None;
        }
        let file = File::open(path).ok()?;
        let archive = unless_it_panics(|| ZipArchive::new(BufReader::new(file)).ok())?;
        Some(Self {
            archive,
            used: BTreeSet::new(),
            bytes: meta.len(),
        })
    }

    /// Its bytes, whether they are still of use or not.
    pub(super) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The result with a key, and its position.
    pub(super) fn read(&mut self, key: &Key) -> Option<(usize, Vec<u8>)> {
        unless_it_panics(|| {
            let at = self.archive.index_for_name(&key.name())?;
            let entry = self.archive.by_index(at).ok()?;
            let size = usize::try_from(entry.size()).ok()?;
            if size > MOST_OF_ONE {
                return None;
            }
            let mut bytes = Vec::with_capacity(size);
            entry
                .take(MOST_OF_ONE as u64)
                .read_to_end(&mut bytes)
                .ok()?;
            Some((at, bytes))
        })
    }

    /// That a result is still of use.
    pub(super) fn used(&mut self, at: usize) {
        self.used.insert(at);
    }

    /// Whether all of them are.
    pub(super) fn is_all_used(&self) -> bool {
        self.used.len() == self.archive.len()
    }
}

/// What this run leaves.
#[derive(Debug)]
pub(super) struct New {
    archive: ZipWriter<Sink>,
    names: HashSet<String>,
    /// Bytes that it still may take.
    room: u64,
}

impl New {
    /// With room for so many bytes of results.
    pub(super) fn begin(folder: &Folder, room: u64) -> Self {
        Self {
            archive: ZipWriter::new(Sink::new(folder.begin().ok())),
            names: HashSet::new(),
            room,
        }
    }

    /// Whether nothing was added.
    pub(super) fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Adds a result; two files with the same bytes have one.
    pub(super) fn add(&mut self, key: &Key, result: &[u8]) {
        let name = key.name();
        let Some(room) = self.room.checked_sub(result.len() as u64 + BESIDE) else {
            return;
        };
        if self.names.contains(&name) {
            return;
        }
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        let begun = self.archive.start_file(&*name, options);
        if begun.is_ok_and(|()| self.archive.write_all(result).is_ok()) {
            self.room = room;
            self.names.insert(name);
        }
    }

    /// Adds what is still of use of the old ones, and takes their place.
    pub(super) fn finish(
        mut self,
        old: Option<Old>,
        folder: &Folder,
        path: &Path,
    ) -> io::Result<()> {
        let file = unless_it_panics(|| {
            if let Some(old) = old {
                self.take_over(old).ok()?;
            }
            self.archive.finish().ok()
        });
        let file = file.ok_or(io::ErrorKind::InvalidData)?;
        folder.finish(file.file()?, path)
    }

    fn take_over(&mut self, mut old: Old) -> ZipResult<()> {
        for at in old.used {
            let entry = old.archive.by_index_raw(at)?;
            if !self.names.contains(&*entry.name()?) {
                self.archive.raw_copy_file(entry)?;
            }
        }
        Ok(())
    }
}
