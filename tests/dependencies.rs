//! What sopan is built from is listed and reasoned for, and does what it is listed for only.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use regex::Regex;
use serde_json::Value;
use walkdir::WalkDir;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// What cargo knows about this package and all that is built for this system.
fn metadata() -> Value {
    let rustc = Command::new("rustc").arg("-vV").output().unwrap();
    let rustc = String::from_utf8(rustc.stdout).unwrap();
    let host = rustc.lines().find_map(|line| line.strip_prefix("host: "));
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--offline", "--locked"])
        .args(["--filter-platform", host.unwrap()])
        .current_dir(ROOT)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    serde_json::from_slice(&output.stdout).unwrap()
}

fn package<'a>(metadata: &'a Value, id: &Value) -> &'a Value {
    let mut packages = metadata["packages"].as_array().unwrap().iter();
    packages.find(|package| package["id"] == *id).unwrap()
}

/// The direct dependencies by the name that Cargo.toml gives them, with those that are built for
/// this system.
fn direct(metadata: &Value) -> BTreeMap<String, Option<PathBuf>> {
    let root = &metadata["resolve"]["root"];
    let mut nodes = metadata["resolve"]["nodes"].as_array().unwrap().iter();
    let node = nodes.find(|node| node["id"] == *root).unwrap();
    let built: BTreeMap<_, _> = node["deps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|dep| {
            let package = package(metadata, &dep["pkg"]);
            let manifest = Path::new(package["manifest_path"].as_str().unwrap());
            let folder = manifest.parent().unwrap().to_owned();
            (package["name"].as_str().unwrap(), folder)
        })
        .collect();
    let dependencies = package(metadata, root)["dependencies"].as_array().unwrap();
    dependencies
        .iter()
        .map(|dependency| {
            let name = dependency["name"].as_str().unwrap();
            let shown = dependency["rename"].as_str().unwrap_or(name);
            (shown.to_owned(), built.get(name).cloned())
        })
        .collect()
}

/// The rows of the page: name, reason, and whether there is unsafe code.
fn rows() -> Vec<(String, String, String)> {
    let page = include_str!("../docs/pustaka.md");
    let rows = page.lines().filter_map(|line| {
        let cells: Vec<_> = line.strip_prefix("| `")?.split(" | ").collect();
        let [name, reason, unsafes] = cells.as_slice() else {
            return None;
        };
        let name = name.trim_end_matches('`').to_owned();
        let unsafes = unsafes.trim_end_matches(" |").to_owned();
        Some((name, (*reason).to_owned(), unsafes))
    });
    rows.collect()
}

/// The Rust files of a folder.
fn sources(folder: &Path) -> impl Iterator<Item = (PathBuf, String)> {
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter();
    let paths = entries.map(|entry| entry.unwrap().into_path());
    let paths = paths.filter(|path| path.extension().is_some_and(|e| e == "rs"));
    paths.map(|path| {
        let text = fs::read_to_string(&path).unwrap();
        (path, text)
    })
}

#[test]
fn every_dependency_is_listed_once_with_a_reason() {
    let listed = rows();
    let names: Vec<_> = listed.iter().map(|(name, ..)| name.clone()).collect();
    let unique: BTreeSet<_> = names.iter().cloned().collect();
    let direct: BTreeSet<_> = direct(&metadata()).into_keys().collect();
    assert!(direct.len() > 20, "{direct:?}");
    assert_eq!(unique, direct);
    assert_eq!(names.len(), unique.len(), "{names:?}");
    for (name, reason, _) in listed {
        assert!(reason.len() > 5, "{name}");
    }
}

#[test]
fn the_list_says_where_unsafe_code_is() {
    let code = Regex::new(r"(?m)^[^/\n]*\bunsafe\b\s*(\{|fn|impl|extern)").unwrap();
    let direct = direct(&metadata());
    let mut count = 0;
    for (name, _, said) in rows() {
        let Some(folder) = &direct[&name] else {
            continue;
        };
        let found = sources(&folder.join("src"))
            .find(|(_, text)| text.contains("unsafe") && code.is_match(text));
        let is = if found.is_some() { "ada" } else { "tidak" };
        assert_eq!(said, is, "{name}: {:?}", found.map(|(path, _)| path));
        count += 1;
    }
    assert!(count > 20);
}

#[test]
fn sopan_opens_no_connection_and_starts_no_program() {
    let src = Path::new(ROOT).join("src");
    let mut count = 0;
    for (path, text) in sources(&src) {
        for word in [
            "std::net",
            "os::unix::net",
            "process::Command",
            "process::{",
        ] {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
        count += 1;
    }
    assert!(count > 100);
}

#[test]
fn every_file_that_the_promises_name_is_there() {
    for page in ["SECURITY.md", "docs/pustaka.md", "deny.toml"] {
        let text = fs::read_to_string(Path::new(ROOT).join(page)).unwrap();
        let named = text.split('`').skip(1).step_by(2);
        let files: Vec<_> = named
            .filter(|name| name.starts_with("tests/") || name.starts_with("src/"))
            .collect();
        for file in &files {
            assert!(Path::new(ROOT).join(file).exists(), "{page}: {file}");
        }
        assert!(page != "SECURITY.md" || files.len() > 10, "{files:?}");
    }
}
