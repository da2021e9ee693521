//! Documents in a folder, and what was put into them.

use std::{
    fs,
    io::{self, BufWriter, Write},
    path::Path,
};

use serde::{Deserialize, Serialize};

use super::{Data, Generated, TODAY};

/// What was done to the documents of a folder.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Manifest {
    /// The day on which to check them.
    pub(crate) today: String,
    pub(crate) documents: usize,
    /// Bytes of all documents.
    pub(crate) bytes: usize,
    pub(crate) faults: Vec<Entry>,
}

/// One fault.
#[derive(Debug, Serialize, Deserialize, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) file: String,
    /// What was done.
    pub(crate) done: String,
    /// The rule that must tell it.
    pub(crate) rule: String,
    /// A JSON Pointer to the place where it is told.
    pub(crate) path: String,
    /// The component that is not there under its name any more, if it is about that.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub(crate) missing: Option<String>,
    /// Whether only `sopan audit` tells it, which knows all that there is.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub(crate) only_in_audits: bool,
}

impl Manifest {
    /// Of no documents yet.
    pub(crate) fn empty() -> Self {
        Self {
            today: TODAY.to_owned(),
            documents: 0,
            bytes: 0,
            faults: Vec::new(),
        }
    }

    /// Adds a document.
    pub(crate) fn add(&mut self, document: &Generated) {
        self.documents += 1;
        self.bytes += document.text.len();
        self.faults
            .extend(document.faults.iter().map(|fault| Entry {
                file: document.file.clone(),
                done: fault.what.to_owned(),
                rule: fault.rule.to_owned(),
                path: fault.path.clone(),
                missing: fault.missing.map(str::to_owned),
                only_in_audits: fault.only_in_audits,
            }));
    }

    /// Writes the manifest as JSON.
    ///
    /// # Errors
    ///
    /// When the file cannot be written.
    pub(crate) fn save(&self, file: &Path) -> io::Result<()> {
        let mut out = BufWriter::new(fs::File::create(file)?);
        serde_json::to_writer(&mut out, self)?;
        out.write_all(b"\n")?;
        out.flush()
    }
}

/// Writes so many documents below a folder and gives their manifest.
///
/// # Errors
///
/// When the folder cannot be written.
pub(crate) fn write(count: usize, folder: &Path) -> io::Result<Manifest> {
    let data = Data::read();
    let mut manifest = Manifest::empty();
    for index in 0..count {
        let document = data.document(index);
        let path = folder.join(&document.file);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, &document.text)?;
        manifest.add(&document);
    }
    Ok(manifest)
}
