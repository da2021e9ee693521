//! What earlier runs found in files, kept on disk, so that a file that is still the same need not
//! be looked at again.
//!
//! A file is known again by its bytes, not by its name or its time; beside them counts all that
//! decides over what is found: the program, the rules, the year, the region that settings give, and
//! which facts are wanted. Whatever is not as it should be, from a damaged cache to a full disk,
//! only means that files are looked at again. What is found is judged in every run anew:
//! suppressions, baseline, settings and what shows between documents are never kept.

mod entry;
mod folder;
mod key;
mod sink;
mod store;

use std::{io, path::PathBuf, sync::Mutex};

use self::{entry::Entry, store::New};
pub use self::{
    folder::Folder,
    key::{Key, Program},
};
use crate::{
    corpus::Extent,
    lint::{CheckedFile, Linter},
    record::{Codes, codes},
    source::Digest,
};

/// Bytes that one cache holds at most.
const MOST_BYTES: u64 = 1 << 30;

/// The results that one run has from earlier ones, and leaves to later ones. What is new is written
/// when it is let go.
#[derive(Debug)]
pub struct Cache<'a> {
    linter: Linter<'a>,
    codes: Codes,
    ground: key::Ground,
    folder: Folder,
    path: PathBuf,
    old: Option<Mutex<store::Old>>,
    new: Mutex<Option<New>>,
}

impl<'a> Cache<'a> {
    /// For runs over these paths. What they kept is replaced as a whole, and what a run did not ask
    /// for is let go then: it does not outlive the files it is about for long.
    pub fn open(
        folder: Folder,
        paths: &[PathBuf],
        program: &Program,
        linter: Linter<'a>,
        facts: Extent,
    ) -> Self {
        let path = folder.of(paths, facts);
        Self {
            linter,
            codes: codes(linter.rules),
            ground: key::Ground::new(program, linter, facts),
            old: store::Old::open(&path).map(Mutex::new),
            new: Mutex::new(None),
            folder,
            path,
        }
    }

    /// By what the result for these bytes is known, in a document that has this region if it names
    /// none.
    pub fn key(&self, bytes: &[u8], region: Option<&str>) -> Key {
        self.ground.key(Digest::of(bytes), region)
    }

    /// What was found in bytes with this key.
    pub fn find(&self, key: &Key, name: &str) -> Option<CheckedFile> {
        let old = self.old.as_ref()?;
        let (at, bytes) = store::lock(old).read(key)?;
        let file = self.read(key, name, &bytes)?;
        store::lock(old).used(at);
        Some(file)
    }

    /// The file of a result as it was kept; none where it is damaged, or does not hold any more.
    pub fn read(&self, key: &Key, name: &str, bytes: &[u8]) -> Option<CheckedFile> {
        let entry: Entry<'_> = serde_json::from_slice(bytes).ok()?;
        entry.file(name, key, self.linter.today, &self.codes)
    }

    /// Keeps what was found in bytes with this key, before it is judged.
    pub fn keep(&self, key: &Key, file: &CheckedFile) {
        let Some(bytes) = self.write(file) else {
            return;
        };
        let mut new = store::lock(&self.new);
        let new = new.get_or_insert_with(|| {
            // What is not of use any more makes room only for the run after this one: where a full
            // cache is of no use at all, as in a new year, one run keeps nothing.
            let old = self.old.as_ref().map(|old| store::lock(old).bytes());
            New::begin(&self.folder, MOST_BYTES.saturating_sub(old.unwrap_or(0)))
        });
        new.add(key, &bytes);
    }

    /// What [`Self::read`] reads; none for a file that is looked at anew each time.
    pub fn write(&self, file: &CheckedFile) -> Option<Vec<u8>> {
        let entry = Entry::new(file, self.linter.today, self.linter.rules)?;
        store::to_bytes(&entry)
    }

    fn save(&mut self) -> io::Result<()> {
        let new = self.new.get_mut().map(Option::take).unwrap_or_default();
        let new = new.filter(|new| !new.is_empty());
        let old = self.old.take().and_then(|old| old.into_inner().ok());
        match (new, old) {
            (None, None) => Ok(()),
            // Every one of them is still of use.
            (None, Some(old)) if old.is_all_used() => folder::touch(&self.path),
            (new, old) => {
                // First, as there may be too little room for the new one. Where the folder cannot be
                // listed, the new one lies beside them.
                let _ = self.folder.clean();
                let new = new.unwrap_or_else(|| New::begin(&self.folder, 0));
                new.finish(old, &self.folder, &self.path)
            }
        }
    }
}

impl Drop for Cache<'_> {
    fn drop(&mut self) {
        // Then the next run looks at everything again.
        let _ = self.save();
    }
}

#[cfg(test)]
mod tests;
