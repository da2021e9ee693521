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
    assert_eq!(count, 4, "each README shows output");
}

#[test]
fn the_guide_for_authors_names_every_check() {
    let guide = include_str!("../docs/menulis-aturan.md");
    for name in sopan::check::NAMES {
        assert!(guide.contains(&format!("`{name}`")), "{name}");
    }
}
