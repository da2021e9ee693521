//! Only reads and parses what `sopan check` would check: the least that any checker of the same
//! files with the same parser can take. On as many threads as `sopan check` uses.
//!
//! `cargo run --release --example parse -- FOLDER`

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program for a person"
)]

use std::{fs, io, path::PathBuf, process::ExitCode, sync::Arc};

use rayon::prelude::*;
use sopan::{discover, document, source::Source};

fn main() -> ExitCode {
    let paths: Vec<_> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    if paths.is_empty() {
        eprintln!("usage: parse PATH...");
        return ExitCode::from(2);
    }
    let found = match discover::discover(&paths) {
        Ok(found) => found,
        Err(missing) => {
            for path in missing {
                eprintln!("{}: not there", path.display());
            }
            return ExitCode::from(2);
        }
    };
    let parsed: io::Result<Vec<_>> = found.files.par_iter().map(parse).collect();
    match parsed {
        Ok(counts) => {
            let (documents, problems) = counts
                .iter()
                .fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
            println!("{documents} documents, {problems} problems");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

/// How many documents the file holds, and how many problems its parser has with it.
fn parse(file: &discover::Found) -> io::Result<(usize, usize)> {
    let bytes = fs::read(&file.path)?;
    let text = String::from_utf8(bytes).map_err(io::Error::other)?;
    let source = Arc::new(Source::from_text(&file.name, text));
    let parsed = document::parse(&source, &document::Limits::default());
    let problems = parsed
        .documents
        .iter()
        .map(|document| document.problems().len());
    Ok((parsed.documents.len(), problems.sum()))
}
