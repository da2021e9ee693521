//! The file that holds results: an ordinary zip archive, each result under the name of its key.
//! The archive finds what was asked for without reading the rest, and sees by itself what is
//! damaged.

use std::{
    collections::{BTreeSet, HashSet},
    fs::File,
    io::{self, BufReader, Read, Write},
    path::Path,
    sync::{Mutex, MutexGuard, PoisonError},
};

use zip::{CompressionMethod, ZipArchive, ZipWriter, result::ZipResult, write::SimpleFileOptions};

use super::{Folder, Key, sink::Sink};

/// Bytes of a result at most; more than any has.
const MOST_OF_ONE: u64 = 1 << 26;

/// Whoever failed while holding it left nothing half done.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
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
        let file = File::open(path).ok()?;
        let bytes = file.metadata().ok()?.len();
        let archive = ZipArchive::new(BufReader::new(file)).ok()?;
        Some(Self {
            archive,
            used: BTreeSet::new(),
            bytes,
        })
    }

    /// Its bytes, whether they are still of use or not.
    pub(super) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The result with a key, and its position.
    pub(super) fn read(&mut self, key: &Key) -> Option<(usize, Vec<u8>)> {
        let at = self.archive.index_for_name(&key.name())?;
        let entry = self.archive.by_index(at).ok()?;
        let size = entry.size();
        if size > MOST_OF_ONE {
            return None;
        }
        let mut bytes = Vec::with_capacity(usize::try_from(size).ok()?);
        entry.take(MOST_OF_ONE).read_to_end(&mut bytes).ok()?;
        Some((at, bytes))
    }

    /// That a result is still of use.
    pub(super) fn used(&mut self, at: usize) {
        self.used.insert(at);
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

    /// Adds a result; two files with the same bytes have one.
    pub(super) fn add(&mut self, key: &Key, result: &[u8]) {
        let name = key.name();
        let Some(room) = self.room.checked_sub(result.len() as u64) else {
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
        if let Some(old) = old {
            self.take_over(old)?;
        }
        folder.finish(self.archive.finish()?.file()?, path)
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
