//! What shells and `man` are given.

mod common;

use common::sopan;
use insta::assert_snapshot;

#[test]
fn completions_know_commands_kinds_and_rules() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = sopan().args(["completions", shell]).exits(0).stdout;
        for word in ["check", "completions", "--fail-on"] {
            let word = if shell == "fish" {
                word.trim_start_matches('-')
            } else {
                word
            };
            assert!(script.contains(word), "{shell} {word}");
        }
    }
    let script = sopan().args(["completions", "bash"]).exits(0).stdout;
    for word in ["standar-pelayanan", "settings", "jangka-waktu-tidak-ada"] {
        assert!(script.contains(word), "{word}");
    }
    let zsh = |lang| {
        sopan()
            .args(["completions", "zsh", "--lang", lang])
            .exits(0)
            .stdout
    };
    assert!(zsh("id").contains("Memeriksa dokumen"));
    assert!(zsh("en").contains("Check documents"));
}

#[test]
fn completions_are_written_to_a_file() {
    let run = sopan().args(["completions", "bash", "--output", "sopan.bash"]);
    assert_eq!(run.exits(0).stdout, "");
    assert!(run.path("sopan.bash").is_file());
    assert_snapshot!(sopan().args(["completions", "tcsh"]).exits(2).stderr, @"
    galat: nilai `tcsh` tidak dapat dipakai untuk `<SHELL>`
       bantuan: Mungkin maksud Anda `zsh`.
       bantuan: Keterangan lengkap: `sopan --help`, atau `sopan PERINTAH --help`.
    ");
}

/// The page as plain text: requests of the formatter left out.
fn plain(page: &str) -> String {
    let lines = page
        .lines()
        .filter(|line| !line.starts_with(['.', '\'']) || line.starts_with(".SH"));
    let text = lines.collect::<Vec<_>>().join("\n");
    let text = text
        .replace("\\fB", "")
        .replace("\\fI", "")
        .replace("\\fR", "");
    text.replace("\\-", "-")
}

#[test]
fn the_manual_page_tells_of_every_command() {
    let page = sopan().args(["man"]).exits(0).stdout;
    let headings: Vec<_> = page
        .lines()
        .filter(|line| line.starts_with(".SH"))
        .collect();
    assert_snapshot!(headings.join("\n"), @r#"
    .SH "NAMA"
    .SH "RINGKASAN"
    .SH "DESKRIPSI"
    .SH "OPSI SEMUA PERINTAH"
    .SH OPSI
    .SH "SOPAN CHECK"
    .SH "SOPAN AUDIT"
    .SH "SOPAN MERGE"
    .SH "SOPAN RULES"
    .SH "SOPAN RULES LIST"
    .SH "SOPAN RULES TEST"
    .SH "SOPAN EXPLAIN"
    .SH "SOPAN FLOW"
    .SH "SOPAN SETTINGS"
    .SH "SOPAN INIT"
    .SH "SOPAN NEW"
    .SH "SOPAN SCHEMA"
    .SH "SOPAN COMPLETIONS"
    .SH "SOPAN MAN"
    .SH "KODE KELUAR"
    "#);
    let text = plain(&page);
    for words in ["--fail-on", "Kode keluar", "Menulis templat dokumen baru"] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    let page = sopan().args(["man", "--lang", "en"]).exits(0).stdout;
    assert!(
        page.contains(".SH \"SYNOPSIS\"") && page.contains("Exit codes"),
        "{page}"
    );
}
