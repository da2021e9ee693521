//! The output shown in the README is what the program prints.

use std::{path::Path, process::Command};

#[test]
fn shown_output_is_real() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut count = 0;
    for name in ["README.md", "README.id.md"] {
        let text = std::fs::read_to_string(root.join(name)).unwrap();
        for block in text.split("```console\n$ sopan ").skip(1) {
            let (arguments, rest) = block.split_once('\n').unwrap();
            let (shown, _) = rest.split_once("```").unwrap();
            let output = Command::new(env!("CARGO_BIN_EXE_sopan"))
                .args(arguments.split(' '))
                .args(["--today", "2026-11-21", "--color", "never"])
                .current_dir(root)
                .output()
                .unwrap();
            let printed = String::from_utf8(output.stdout).unwrap();
            assert_eq!(
                shown.trim_end(),
                printed.trim_end(),
                "{name}: sopan {arguments}"
            );
            count += 1;
        }
    }
    assert_eq!(count, 6, "each README shows output");
}

#[test]
fn the_guide_for_authors_names_every_check() {
    let guide = include_str!("../docs/menulis-aturan.md");
    for name in sopan::check::NAMES {
        assert!(guide.contains(&format!("`{name}`")), "{name}");
    }
}

/// The targets of the links in a page, without those to other sites and places in the page.
fn links(text: &str) -> Vec<&str> {
    let targets = text.split("](").skip(1);
    let targets = targets.filter_map(|rest| rest.split_once(')').map(|(target, _)| target));
    let targets = targets.map(|target| target.split_once('#').map_or(target, |(file, _)| file));
    targets
        .filter(|target| !target.is_empty() && !target.contains("://"))
        .collect()
}

#[test]
fn every_link_leads_to_a_file_and_every_page_is_linked() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let entries = std::fs::read_dir(root.join("docs")).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let pages: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|e| e == "md"))
        .collect();
    assert!(pages.len() >= 9, "{pages:?}");
    let readmes = ["README.md", "README.id.md"].map(|name| root.join(name));
    for page in pages.iter().chain(&readmes) {
        let text = std::fs::read_to_string(page).unwrap();
        for link in links(&text) {
            let target = page.parent().unwrap().join(link);
            assert!(target.exists(), "{}: {link}", page.display());
        }
    }
    for readme in &readmes {
        let text = std::fs::read_to_string(readme).unwrap();
        let links = links(&text);
        for page in &pages {
            let name = format!("docs/{}", page.file_name().unwrap().to_string_lossy());
            let count = links.iter().filter(|link| **link == name).count();
            assert!(count >= 1, "{}: {name}", readme.display());
        }
    }
}

#[test]
fn the_page_about_the_format_shows_documents_of_that_form() {
    let page = include_str!("../docs/format.md");
    let blocks = page.split("```yaml\n").skip(1);
    let blocks: Vec<_> = blocks
        .map(|rest| rest.split("```").next().unwrap())
        .collect();
    assert_eq!(blocks.len(), 2);
    let folder = tempfile::tempdir().unwrap();
    for block in blocks {
        let file = folder.path().join("a.yaml");
        std::fs::write(&file, block).unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_sopan"))
            .args(["check", "--select", "DOK,ALR,WKT,HKM", "--no-settings"])
            .args(["--fail-on", "info"])
            .arg(&file)
            .output()
            .unwrap();
        let printed = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success(), "{printed}");
    }
}
