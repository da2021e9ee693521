//! `sopan.yaml` from any text: what is wrong is told at its place, what is right is used.

#![no_main]

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Arc, LazyLock},
};

use libfuzzer_sys::fuzz_target;
use sopan::{
    settings::{Choice, Diagnostic, FILE_NAME, Opened, Settings, read},
    source::Source,
    text::Lang,
};
use sopan_fuzz::{RULES, places};
use tempfile::TempDir;

static FOLDER: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("dinkes")).expect("a folder");
    fs::write(folder.path().join("dinkes/a.yaml"), "jenis: sop\n").expect("a file");
    folder
});

/// Writes a new file: to shorten an old one waits for the disk on some file systems.
fn write(path: &Path, bytes: &[u8]) {
    let _ = fs::remove_file(path);
    fs::write(path, bytes).expect("a file");
}

#[track_caller]
fn assert_told(diagnostics: &[Diagnostic]) {
    for diagnostic in diagnostics {
        places::assert_span(diagnostic.source.text(), diagnostic.span);
        let help = diagnostic.help.as_ref();
        for said in help.into_iter().chain([&diagnostic.message]) {
            assert!(!said.get(Lang::Id).is_empty() && !said.get(Lang::En).is_empty());
        }
    }
}

fuzz_target!(|bytes: &[u8]| {
    let folder = FOLDER.path();
    let file = folder.join(FILE_NAME);
    if let Ok(source) = Source::decode(FILE_NAME, bytes.to_owned()) {
        let (_, diagnostics) = read(Arc::new(source), &file, folder);
        assert_told(&diagnostics);
    }
    // The same file at the top and in a folder below it.
    write(&file, bytes);
    write(&folder.join("dinkes").join(FILE_NAME), bytes);
    let paths = [PathBuf::from("dinkes"), PathBuf::from(".")];
    let opened = Opened::open(folder, &paths, Choice::Found).expect("a folder");
    assert_told(&opened.diagnostics);
    let mut settings = Settings::new(&opened, &RULES);
    settings.want(RULES.ids().take(1));
    let document = Path::new("dinkes/a.yaml");
    settings.read_for(document);
    let first = settings.admits(document, false);
    let _ = settings.admits(Path::new("dinkes"), true);
    let _ = settings.admits_named(document);
    let policy = settings.policy(document);
    let effective = settings.effective(document);
    for id in RULES.ids() {
        assert_eq!(effective.is_enabled(id), !policy.is_disabled(id));
        if policy.is_locked(id) {
            assert!(!policy.is_disabled(id), "locked, and off");
        }
    }
    settings.note_unused(&[folder.to_owned(), folder.join("dinkes")]);
    assert_told(settings.diagnostics());
    assert_eq!(settings.admits(document, false), first);
});
