//! Writes documents for measuring, and a manifest of the faults in them.
//!
//! `cargo run --release --example documents -- 6000 FOLDER` writes `FOLDER/documents/` and
//! `FOLDER/manifest.json`.

#![allow(clippy::print_stderr, reason = "a program for a person")]

#[path = "../corpus/mod.rs"]
mod corpus;

use std::{io, path::Path, process::ExitCode};

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let [count, folder] = arguments.as_slice() else {
        eprintln!("usage: documents COUNT FOLDER");
        return ExitCode::from(2);
    };
    let Ok(count) = count.parse() else {
        eprintln!("`{count}` is not a number of documents");
        return ExitCode::from(2);
    };
    match run(count, Path::new(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{folder}: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(count: usize, folder: &Path) -> io::Result<()> {
    let documents = folder.join("documents");
    if documents.exists() {
        return Err(io::Error::other(
            "there is a folder `documents` already; name an empty folder",
        ));
    }
    let manifest = corpus::write(count, &documents)?;
    manifest.save(&folder.join("manifest.json"))?;
    eprintln!(
        "{} documents, {} KiB, {} faults",
        manifest.documents,
        manifest.bytes / 1024,
        manifest.faults.len()
    );
    Ok(())
}
