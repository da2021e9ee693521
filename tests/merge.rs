//! A run in parts gives what one run over everything gives.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::{fs, path::Path};

use common::{Sopan, copy, sopan};

/// A copy of the example city, with what makes parts hard: comments that silence, settings of a
/// unit, files that cannot be read, and what is no document of ours.
fn city() -> Sopan {
    const SILENT: &str = "\
jenis: standar-pelayanan
nama: Surat Keterangan Usaha
unit: Kecamatan Contoh Barat
wilayah: Kota Contoh
# sopan: abaikan WKT001 -- menunggu keputusan camat
jangka_waktu: secepatnya
# sopan: abaikan SP009 -- tidak ada gunanya
biaya: gratis
";
    let mut wide = vec![0xFF, 0xFE];
    wide.extend(SILENT.encode_utf16().flat_map(u16::to_le_bytes));
    sopan()
        .with(|folder| {
            let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
            copy(&from, &folder.join("nasional"));
            // A twin, which is in another part than the first.
            let twin = folder.join("nasional/kota-contoh/kecamatan-contoh-timur/kembar.yaml");
            fs::copy(twin.with_file_name("sp-legalisasi-sktm.yaml"), twin).unwrap();
        })
        .file("nasional/barat/diam.yaml", SILENT)
        .bytes("nasional/barat/lebar.yaml", wide)
        .file(
            "nasional/barat/sopan.yaml",
            "disable: [SP010]\nseverity: { SP011: info }\n",
        )
        .file("nasional/rusak.yaml", "jenis: [\n")
        .bytes("nasional/biner.yaml", [0xFF, 0xFE, 0x00])
        .file("nasional/lain.yaml", "a: 1\n")
}

/// All YAML files below a folder, as a user would name them.
fn files(folder: &Path, below: &str, names: &mut Vec<String>) {
    for entry in fs::read_dir(folder.join(below))
        .unwrap()
        .map(Result::unwrap)
    {
        let name = format!("{below}/{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            files(folder, &name, names);
        } else if name.ends_with(".yaml")
            && !name.ends_with("sopan.yaml")
            && !name.ends_with("lain.yaml")
        {
            names.push(name);
        }
    }
}

/// Writes the facts of `count` parts, with the files of every folder spread over them; gives the
/// names of the files of facts.
fn parts(mut run: Sopan, count: usize, command: &str) -> (Sopan, Vec<String>) {
    let mut names = Vec::new();
    files(&run.path("."), "nasional", &mut names);
    names.sort();
    let mut facts = Vec::new();
    for part in 0..count {
        let of_part = names
            .iter()
            .enumerate()
            .filter(|(at, _)| at % count == part);
        let of_part: Vec<_> = of_part.map(|(_, name)| name.clone()).collect();
        let file = format!("fakta-{part}");
        let args = [command, "--facts-out", &file, "-o", "laporan"];
        // Whether a part has gaps says nothing here.
        let never = ["--fail-on", "never"]
            .into_iter()
            .filter(|_| command == "check");
        let args = args.into_iter().chain(never).map(str::to_owned);
        run = run.args(args.chain(of_part).collect::<Vec<_>>());
        run.exits(0);
        facts.push(file);
    }
    (run, facts)
}

fn all(run: Sopan, command: &str, form: &str) -> (Sopan, String) {
    let mut names = Vec::new();
    files(&run.path("."), "nasional", &mut names);
    let args = [command, "--format", form].map(str::to_owned);
    let run = run.args(args.into_iter().chain(names).collect::<Vec<_>>());
    let out = run.exits(if command == "check" { 1 } else { 0 });
    (run, out.stdout)
}

#[test]
fn parts_give_what_one_run_gives() {
    for (command, form, code) in [
        ("check", "json", 1),
        ("check", "human", 1),
        ("audit", "json", 0),
    ] {
        let (mut run, whole) = all(city(), command, form);
        assert!(whole.contains("diam.yaml") || form == "human");
        for count in [1, 2, 7] {
            let (with_facts, facts) = parts(run, count, command);
            let args = ["merge", "--as", command, "--format", form].map(str::to_owned);
            run = with_facts.args(args.into_iter().chain(facts).collect::<Vec<_>>());
            let merged = run.exits(code).stdout;
            assert!(merged == whole, "{command} {form} in {count} parts differs");
        }
    }
}

#[test]
fn a_baseline_and_silenced_gaps_are_the_same_in_parts() {
    let (run, whole) = all(city(), "check", "json");
    assert!(whole.contains("KOR020"), "the twins were not found");
    // Every other gap was known before.
    let run = run.args(["check", "nasional", "--write-baseline"]);
    run.exits(0);
    let text = fs::read_to_string(run.path("sopan-baseline.jsonl")).unwrap();
    let known = text.lines().enumerate().filter(|(at, _)| at % 2 == 0);
    let known: Vec<_> = known.map(|(_, line)| line).collect();
    let mut run = run.file("dasar.jsonl", &(known.join("\n") + "\n"));
    for more in [
        &["--baseline", "dasar.jsonl"][..],
        &["--no-ignores"],
        &["--select", "KOR,WKT", "--baseline", "dasar.jsonl"],
    ] {
        let args = ["check", "nasional", "--format", "json"];
        run = run.args(args.into_iter().chain(more.iter().copied()));
        let whole = run.exits(1).stdout;
        let (with_facts, facts) = parts(run, 3, "check");
        let args = ["merge", "--as", "check", "--format", "json"].into_iter();
        let args = args.chain(more.iter().copied()).map(str::to_owned);
        run = with_facts.args(args.chain(facts).collect::<Vec<_>>());
        let merged = run.exits(1).stdout;
        assert!(
            without_skipped(&merged) == without_skipped(&whole),
            "{more:?} differs"
        );
    }
}

/// What is no document of ours is in none of the parts.
fn without_skipped(json: &str) -> String {
    let lines = json.lines().filter(|line| !line.contains("\"skipped\""));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn hostile_numbers_and_words_bring_nothing_down() {
    let city = sopan().with(|folder| {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/kota-contoh");
        copy(&from.join("kecamatan-contoh-timur"), &folder.join("a"));
        copy(&from.join("kecamatan-contoh-barat"), &folder.join("b"));
        copy(&from.join("kecamatan-contoh-utara"), &folder.join("c"));
    });
    let run = city.args(["audit", "--facts-out", "fakta"]);
    run.exits(0);
    let text = fs::read_to_string(run.path("fakta")).unwrap();
    assert!(text.contains("\"lines\"") && text.contains("\"by_rule\""));
    // Each change, and whether a number that no machine holds must be refused.
    let changes = [
        ("\"line\":", "\"line\":99999999999", false),
        ("\"column\":", "\"column\":9999999999", false),
        ("\"column\":1,", "\"column\":0,", false),
        (
            "\"offset\":",
            "\"offset\":18446744073709551615,\"o\":",
            false,
        ),
        ("\"line\":", "\"line\":-", true),
        ("\"line\":", "\"line\":1e", true),
        ("\"index\":0", "\"index\":99999999999999999999999", true),
        ("\"index\":0", "\"index\":18446744073709551615", false),
        ("\"by_rule\":[[", "\"by_rule\":[[4294967295,[]],[", false),
        ("\"by_rule\":[[", "\"by_rule\":[[4294967296,[]],[", true),
        ("\"lines\":{", "\"lines\":{\"0\":\"\\u001b[2J\\n\",", false),
        ("\"path\":\"/", "\"path\":\"~9/", false),
        ("\"key\":\"", "\"key\":\"\\u0000\\ud83d\\ude00", false),
        ("\"files\":", "\"files\":9", true),
        ("\"skipped\":", "\"skipped\":184467440737095516", false),
    ];
    for (from, to, is_refused) in changes {
        let changed = text.replace(from, to);
        assert_ne!(changed, text, "{from}");
        for args in [
            &["merge", "--as", "audit", "fakta"][..],
            &["merge", "--as", "audit", "--format", "html", "fakta"],
            &[
                "merge",
                "--as",
                "check",
                "--show",
                "all",
                "--fail-on",
                "never",
                "fakta",
            ],
        ] {
            let run = sopan().file("fakta", &changed).args(args.iter().copied());
            if is_refused {
                let out = run.exits(2);
                assert!(out.stderr.contains("fakta"), "{to}: {}", out.stderr);
                continue;
            }
            let out = run.command().output().unwrap();
            let said = String::from_utf8_lossy(&out.stderr).into_owned();
            let code = out.status.code();
            assert!(
                matches!(code, Some(0 | 2)),
                "{to} {args:?}: {code:?} {said}"
            );
            assert!(!said.contains("panicked"), "{to}: {said}");
            assert!(!out.stdout.contains(&0x1b), "{to}");
        }
    }
}

#[test]
fn a_check_and_an_audit_write_the_same_facts() {
    let (run, _) = parts(city(), 1, "check");
    let one = fs::read(run.path("fakta-0")).unwrap();
    let (run, _) = parts(city(), 1, "audit");
    assert!(one == fs::read(run.path("fakta-0")).unwrap());
}

fn facts() -> (Sopan, String) {
    let run = sopan().file("a.yaml", "jenis: sop\nnama: Satu\n");
    let run = run.args(["audit", "--facts-out", "fakta"]);
    run.exits(0);
    let text = fs::read_to_string(run.path("fakta")).unwrap();
    (run, text)
}

#[track_caller]
fn refused(text: &str, said: &str) {
    let out = sopan()
        .file("fakta", text)
        .args(["merge", "fakta"])
        .exits(2);
    assert_eq!(out.stdout, "");
    assert!(out.stderr.contains(said), "{said}: {}", out.stderr);
}

#[test]
fn what_cannot_be_put_together_is_refused() {
    let (_, text) = facts();
    refused(
        &text.replace("\"program\":\"", "\"program\":\"9."),
        "versi 9.",
    );
    refused(
        &text.replace("\"sopan_facts\":1", "\"sopan_facts\":2"),
        "ditulis sopan versi",
    );
    refused(
        &text.replace("\"rules\":\"", "\"rules\":\"0"),
        "paket aturan lain",
    );
    refused(
        &text.replace(common::TODAY, "2020-01-01"),
        "tanggal 2020-01-01",
    );
    refused("{\"documents\": []}", "bukan berkas fakta");
    refused("", "bukan berkas fakta");
    let half: Vec<_> = text.lines().take(2).collect();
    refused(&half.join("\n"), "tidak utuh");
    refused(&text.replace("\"rule\":\"SOP", "\"rule\":\"XXX"), "baris 2");
    let cut = text.get(..text.len() / 2).unwrap();
    refused(cut, "rusak");
}

#[test]
fn a_file_is_in_one_part_only() {
    let (run, text) = facts();
    let out = run
        .file("lagi", &text)
        .args(["merge", "fakta", "lagi"])
        .exits(2);
    assert!(
        out.stderr.contains("a.yaml ada di dua bagian"),
        "{}",
        out.stderr
    );
}

#[test]
fn an_excerpt_that_is_none_brings_nothing_down() {
    let (_, text) = facts();
    assert!(text.contains("\"excerpt\""), "{text}");
    refused(
        &text.replace("\"start\":0,\"end\":", "\"start\":0,\"end\":999"),
        "baris 2",
    );
}

#[test]
fn a_form_of_the_other_command_is_refused() {
    let (run, _) = facts();
    let out = run.args(["merge", "fakta", "--format", "sarif"]).exits(2);
    assert!(
        out.stderr.contains("`sopan audit` tidak mengenal"),
        "{}",
        out.stderr
    );
}

#[test]
fn facts_never_take_the_place_of_a_document() {
    let run = sopan().file("a.yaml", "jenis: sop\nnama: Satu\n");
    let out = run.args(["check", "--facts-out", "a.yaml"]).exits(2);
    assert!(out.stderr.contains("menimpa"), "{}", out.stderr);
}
