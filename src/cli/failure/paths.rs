//! Files and folders that were named, and nothing was there to check.

use std::path::{Path, PathBuf};

use crate::{sanitize::one_line, text::Phrase};

fn list(paths: &[PathBuf]) -> String {
    paths
        .iter()
        .map(|path| one_line(&path.to_string_lossy()))
        .collect::<Vec<_>>()
        .join(", ")
}

pub(super) fn missing(paths: &[PathBuf]) -> (Phrase, Option<Phrase>) {
    let names = list(paths);
    let message = Phrase::new(
        format!("tidak ditemukan: {names}"),
        format!("no such file or folder: {names}"),
    );
    let near = paths.first().and_then(|path| near_name(path)).map(|near| {
        Phrase::new(
            format!("Mungkin maksud Anda {near}."),
            format!("Perhaps you mean {near}."),
        )
    });
    (message, near)
}

/// The file or folder beside a missing one whose name is most like it.
fn near_name(path: &Path) -> Option<String> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let entries = std::fs::read_dir(folder.unwrap_or(Path::new("."))).ok()?;
    let mut names: Vec<_> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .collect();
    names.sort();
    let wanted = path.file_name()?.to_str()?;
    let near = crate::check::nearest(wanted, names.iter().map(String::as_str))?;
    Some(one_line(
        &folder
            .map_or(PathBuf::from(near), |folder| folder.join(near))
            .to_string_lossy(),
    ))
}

pub(super) fn nothing(paths: &[PathBuf], skipped: usize) -> (Phrase, Option<Phrase>) {
    let is_here = |path: &PathBuf| path.as_os_str() == ".";
    let message = if paths.iter().all(is_here) {
        Phrase::new(
            "tidak ada dokumen untuk diperiksa di folder ini",
            "there is no document to check in this folder",
        )
    } else {
        let names = list(paths);
        Phrase::new(
            format!("tidak ada dokumen untuk diperiksa di {names}"),
            format!("there is no document to check in {names}"),
        )
    };
    let help = match skipped {
        0 => Phrase::new(
            "Yang dicari: berkas *.yaml atau *.yml dengan kunci `jenis`, misalnya `jenis: standar-pelayanan`.",
            "Wanted are files *.yaml or *.yml with the key `jenis`, like `jenis: standar-pelayanan`.",
        ),
        1 => Phrase::new(
            "Ada satu berkas YAML, tetapi tanpa kunci `jenis`; lihat `--files`, atau sebut berkasnya langsung.",
            "There is one YAML file, but without the key `jenis`; see `--files`, or name the file itself.",
        ),
        _ => Phrase::new(
            format!(
                "Ada {skipped} berkas YAML, tetapi tidak satu pun memuat kunci `jenis`; lihat `--files`, atau sebut berkasnya langsung."
            ),
            format!(
                "There are {skipped} YAML files, but none has the key `jenis`; see `--files`, or name the file itself."
            ),
        ),
    };
    (message, Some(help))
}
