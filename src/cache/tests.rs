//! That what is kept is what would be found.

use std::{fs, path::Path, sync::LazyLock};

use jiff::civil::{Date, date};

use super::*;
use crate::{
    document::Limits,
    lint::CheckedDocument,
    rule::{Packs, RuleSet},
};

static RULES: LazyLock<RuleSet> = LazyLock::new(|| Packs::builtin().unwrap().compile().unwrap());

const TODAY: Date = date(2026, 11, 22);

fn linter(today: Date) -> Linter<'static> {
    Linter {
        rules: &RULES,
        today,
        limits: Limits::default(),
        excerpts: false,
    }
}

/// The documents of all examples of all rules, and those of the example city.
fn documents() -> Vec<Vec<u8>> {
    let examples = RULES.rules().iter().flat_map(|rule| {
        let examples = rule.examples();
        examples.pass.iter().chain(&examples.fail)
    });
    let examples = examples.map(|example| {
        let has_kind = example.yaml.contains("jenis:");
        let kind = if has_kind {
            ""
        } else {
            "jenis: standar-pelayanan\n"
        };
        format!("{kind}{}", example.yaml).into_bytes()
    });
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let files = walkdir::WalkDir::new(root).sort_by_file_name();
    let files = files.into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.path().extension().is_some_and(|end| end == "yaml"));
    examples
        .chain(files.map(|entry| fs::read(entry.path()).unwrap()))
        .collect()
}

struct Runs {
    folder: tempfile::TempDir,
    paths: Vec<PathBuf>,
}

impl Runs {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            paths: vec!["dokumen".into()],
        }
    }

    fn run(&self, today: Date) -> Cache<'static> {
        self.run_of(today, "sopan", Extent::Everything)
    }

    fn run_of(&self, today: Date, program: &str, facts: Extent) -> Cache<'static> {
        let folder = Folder::at(self.folder.path().join("simpanan"));
        let program = Program::named(program);
        Cache::open(folder, &self.paths, &program, linter(today), facts)
    }

    /// What stands in the only cache.
    fn bytes(&self) -> Vec<u8> {
        let folder = self.folder.path().join("simpanan");
        fs::read(folder.join(self.files().pop().unwrap())).unwrap()
    }

    fn files(&self) -> Vec<String> {
        let folder = fs::read_dir(self.folder.path().join("simpanan"));
        let entries = folder.into_iter().flatten();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<_> = names.collect();
        names.sort();
        names
    }
}

fn look(bytes: &[u8], today: Date) -> CheckedFile {
    linter(today).check_bytes("a.yaml", bytes.to_vec(), None)
}

fn shown(file: &CheckedFile) -> String {
    format!("{file:#?}")
}

#[test]
fn what_was_kept_is_what_would_be_found() {
    let runs = Runs::new();
    let documents = documents();
    let first = runs.run(TODAY);
    let mut left_out = 0;
    for bytes in &documents {
        let key = first.key(bytes, None);
        assert!(first.find(&key, "a.yaml").is_none());
        first.keep(&key, &look(bytes, TODAY));
    }
    drop(first);
    let second = runs.run(TODAY);
    for bytes in &documents {
        let found = look(bytes, TODAY);
        match second.find(&second.key(bytes, None), "a.yaml") {
            Some(kept) => assert_eq!(shown(&kept), shown(&found)),
            // These are looked at each time.
            None => {
                let has_comments = |document: &CheckedDocument| document.suppressions.is_some();
                let is_left_out = found.is_unreadable || found.documents.iter().any(has_comments);
                assert!(is_left_out, "{}", String::from_utf8_lossy(bytes));
                left_out += 1;
            }
        }
    }
    let kept = documents.len() - left_out;
    assert!(kept > 1000 && left_out > 10, "{kept} {left_out}");
}

/// A document whose review is over after 15 January 2029.
const REVIEWED: &[u8] = b"jenis: standar-pelayanan\nstatus: ditetapkan\ntinjau_ulang: 2026-01-15\n";

fn kept(runs: &Runs, bytes: &[u8], today: Date) -> bool {
    let run = runs.run(today);
    let key = run.key(bytes, None);
    let file = look(bytes, today);
    let known = run.find(&key, "a.yaml");
    if let Some(known) = &known {
        assert_eq!(shown(known), shown(&file), "{today}");
    }
    if known.is_none() {
        run.keep(&key, &file);
    }
    known.is_some()
}

#[test]
fn what_is_found_only_on_some_days_is_kept_for_as_long() {
    let runs = Runs::new();
    let days = [
        (date(2029, 1, 10), false),
        (date(2029, 1, 15), true),
        // The first day on which the review is over.
        (date(2029, 1, 16), false),
        (date(2029, 12, 31), true),
        // On an earlier day it was not.
        (date(2029, 1, 15), false),
        (date(2029, 1, 15), true),
        (date(2030, 1, 15), false),
    ];
    for (day, is_kept) in days {
        assert_eq!(kept(&runs, REVIEWED, day), is_kept, "{day}");
    }
}

#[test]
fn all_that_decides_over_what_is_found_tells_results_apart() {
    let runs = Runs::new();
    let bytes = b"jenis: sop\nnama: TBD\n";
    let all = [
        runs.run(TODAY).key(bytes, None),
        runs.run(TODAY).key(b"jenis: sop\nnama: TBD", None),
        runs.run(TODAY).key(bytes, Some("")),
        runs.run(TODAY).key(bytes, Some("Kota Contoh")),
        runs.run(date(2027, 11, 22)).key(bytes, None),
        runs.run_of(TODAY, "sopan", Extent::Part).key(bytes, None),
        runs.run_of(TODAY, "lain", Extent::Everything)
            .key(bytes, None),
    ];
    let names: std::collections::BTreeSet<_> = all.iter().map(Key::name).collect();
    assert_eq!(names.len(), all.len());
    assert_eq!(runs.run(date(2026, 1, 1)).key(bytes, None), all[0]);
}

#[test]
fn what_a_run_did_not_ask_for_is_let_go() {
    let runs = Runs::new();
    let texts: Vec<_> = (0..4)
        .map(|n| format!("jenis: sop\nnama: A{n}\n"))
        .collect();
    let is_kept = |n: usize| kept(&runs, texts[n].as_bytes(), TODAY);
    let first = runs.run(TODAY);
    for text in &texts[..3] {
        // Twice: two files may have the same bytes.
        first.keep(
            &first.key(text.as_bytes(), None),
            &look(text.as_bytes(), TODAY),
        );
        first.keep(
            &first.key(text.as_bytes(), None),
            &look(text.as_bytes(), TODAY),
        );
    }
    drop(first);
    let before = runs.bytes();
    let second = runs.run(TODAY);
    for text in &texts[..3] {
        let key = second.key(text.as_bytes(), None);
        assert!(second.find(&key, "a.yaml").is_some());
    }
    drop(second);
    assert_eq!(runs.bytes(), before, "nothing was new");
    let second = runs.run(TODAY);
    assert!(
        second
            .find(&second.key(texts[0].as_bytes(), None), "a.yaml")
            .is_some()
    );
    second.keep(
        &second.key(texts[3].as_bytes(), None),
        &look(texts[3].as_bytes(), TODAY),
    );
    drop(second);
    let third = runs.run(TODAY);
    let known = texts.iter().map(|text| {
        let key = third.key(text.as_bytes(), None);
        third.find(&key, "a.yaml").is_some()
    });
    assert_eq!(known.collect::<Vec<_>>(), [true, false, false, true]);
    drop(third);
    // Nor does it stay when nothing new is kept.
    assert!(is_kept(3) && !is_kept(0));
    let files = runs.files();
    assert_eq!(files.len(), 2, "{files:?}");
}

#[test]
fn a_damaged_cache_is_none() {
    let runs = Runs::new();
    let bytes = b"jenis: sop\nnama: TBD\n";
    assert!(!kept(&runs, bytes, TODAY));
    let name = runs.files().pop().unwrap();
    let path = runs.folder.path().join("simpanan").join(name);
    let whole = fs::read(&path).unwrap();
    let mut damaged: Vec<Vec<u8>> = (0..whole.len())
        .step_by(7)
        .map(|end| whole[..end].to_vec())
        .collect();
    for at in 0..whole.len() {
        let mut other = whole.clone();
        other[at] ^= 1;
        damaged.push(other);
    }
    let found = shown(&look(bytes, TODAY));
    let mut lost = 0;
    for other in damaged {
        fs::write(&path, other).unwrap();
        let run = runs.run(TODAY);
        match run.find(&run.key(bytes, None), "a.yaml") {
            // Not all bytes of it matter.
            Some(kept) => assert_eq!(shown(&kept), found),
            None => lost += 1,
        }
    }
    assert!(lost > whole.len() / 2, "{lost} {}", whole.len());
    fs::write(&path, &whole).unwrap();
    assert!(kept(&runs, bytes, TODAY));
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    assert!(!kept(&runs, bytes, TODAY));
}

/// A pipe without anyone at its other end.
#[cfg(target_os = "linux")]
fn pipe(path: &Path) {
    use rustix::fs::{CWD, FileType, Mode, mknodat};
    mknodat(CWD, path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
}

#[cfg(target_os = "linux")]
#[test]
fn nobody_waits_for_what_is_no_file() {
    let runs = Runs::new();
    let folder = runs.folder.path().join("simpanan");
    fs::create_dir(&folder).unwrap();
    let path = Folder::at(&folder).of(&runs.paths, Extent::Everything);
    pipe(&path);
    assert!(!kept(&runs, b"jenis: sop\n", TODAY));
    // It is replaced as any cache is that is none.
    assert!(kept(&runs, b"jenis: sop\n", TODAY));
}

#[cfg(target_os = "linux")]
#[test]
fn the_folder_of_somebody_else_is_left_alone() {
    let own = tempfile::tempdir().unwrap();
    assert!(folder::is_own(own.path()));
    assert!(folder::is_own(&own.path().join("tidak/ada")));
    let is_root = rustix::process::geteuid().is_root();
    assert_eq!(folder::is_own(Path::new("/tidak/ada")), is_root);
}

#[test]
fn what_is_far_too_large_is_not_kept() {
    let runs = Runs::new();
    let run = runs.run(TODAY);
    let documents = |count| vec![CheckedDocument::default(); count];
    let file = |count| CheckedFile {
        documents: documents(count),
        ..CheckedFile::default()
    };
    assert!(run.write(&file(1000)).is_some());
    assert!(run.write(&file(40_000)).is_none());
    // Nor is what takes too many bytes.
    let long = |length| CheckedFile {
        documents: vec![CheckedDocument {
            name: Some("a".repeat(length)),
            ..CheckedDocument::default()
        }],
        ..CheckedFile::default()
    };
    assert!(run.write(&long(1_000_000)).is_some());
    assert!(run.write(&long(5_000_000)).is_none());
}

#[test]
fn old_caches_go_also_where_no_new_one_can_be_kept() {
    let runs = Runs::new();
    let folder = runs.folder.path().join("simpanan");
    let path = Folder::at(&folder).of(&runs.paths, Extent::Everything);
    // Nothing can take the place of such a folder.
    fs::create_dir_all(path.join("isi")).unwrap();
    let old = std::time::SystemTime::now() - std::time::Duration::from_secs(40 * 24 * 60 * 60);
    let unused = folder.join("0123456789abcdef0123456789abcdef.sopan-cache");
    fs::File::create(&unused)
        .unwrap()
        .set_modified(old)
        .unwrap();
    assert!(!kept(&runs, b"jenis: sop\n", TODAY));
    assert!(path.is_dir() && !unused.exists());
}

#[test]
fn only_caches_that_nobody_uses_are_taken_away() {
    let runs = Runs::new();
    assert!(!kept(&runs, b"jenis: sop\n", TODAY));
    let folder = runs.folder.path().join("simpanan");
    let old = std::time::SystemTime::now() - std::time::Duration::from_secs(40 * 24 * 60 * 60);
    let digits = "0123456789abcdef0123456789abcdef";
    let put = |name: &str| {
        let file = fs::File::create(folder.join(name)).unwrap();
        file.set_modified(old).unwrap();
    };
    let ours = [format!("{digits}.sopan-cache"), ".sopan-x1.tmp".to_owned()];
    let others = ["laporan.sopan-cache", "laporan.zip", digits, ".sopan-x1"];
    ours.iter().map(String::as_str).chain(others).for_each(put);
    let used = runs.files().into_iter().find(|name| {
        name.ends_with(".sopan-cache") && !name.starts_with(digits) && name.len() > 20
    });
    let used = used.unwrap();
    // A run that finds everything says that it did.
    fs::File::options()
        .append(true)
        .open(folder.join(&used))
        .unwrap()
        .set_modified(old)
        .unwrap();
    assert!(kept(&runs, b"jenis: sop\n", TODAY));
    let other = Runs {
        folder: runs.folder,
        paths: vec!["lain".into()],
    };
    assert!(!kept(&other, b"jenis: sop\n", TODAY));
    let left = other.files();
    for gone in ours {
        assert!(!left.contains(&gone), "{left:?}");
    }
    for kept in others.into_iter().chain([&*used]) {
        assert!(left.iter().any(|name| name == kept), "{kept} {left:?}");
    }
}

#[test]
fn a_cache_has_only_so_much_room() {
    let runs = Runs::new();
    let folder = Folder::at(runs.folder.path().join("simpanan"));
    let path = folder.of(&runs.paths, Extent::Everything);
    let run = runs.run(TODAY);
    let keys = [&b"a"[..], b"b", b"c"].map(|bytes| run.key(bytes, None));
    let mut new = New::begin(&folder, 10 + 2 * store::BESIDE);
    for (key, result) in keys.iter().zip([&b"123456"[..], b"12345", b"1234"]) {
        new.add(key, result);
    }
    new.finish(None, &folder, &path).unwrap();
    let mut old = store::Old::open(&path).unwrap();
    assert_eq!(old.bytes(), fs::metadata(&path).unwrap().len());
    let read = keys.map(|key| old.read(&key).map(|(_, result)| result));
    assert_eq!(
        read,
        [Some(b"123456".to_vec()), None, Some(b"1234".to_vec())]
    );
}
