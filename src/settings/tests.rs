use std::fs;

use proptest::prelude::*;
use tempfile::TempDir;

use super::*;
use crate::{
    finding::{RuleId, Severity},
    rule::{Packs, RuleSet},
    text::Lang,
};

fn rules() -> &'static RuleSet {
    static RULES: std::sync::OnceLock<RuleSet> = std::sync::OnceLock::new();
    RULES.get_or_init(|| Packs::builtin().unwrap().compile().unwrap())
}

fn id(name: &str) -> RuleId {
    rules().find(name)[0]
}

/// A folder with `.git`, so that no settings above it count.
fn tree(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join(".git")).unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn open(folder: &TempDir, paths: &[&str]) -> Opened {
    let paths: Vec<_> = paths.iter().map(Into::into).collect();
    Opened::open(folder.path(), &paths, Choice::Found).unwrap()
}

fn said(settings: &Settings<'_>) -> Vec<String> {
    let line = |d: &Diagnostic| {
        let line = d.source.position(d.span.start).line;
        let (name, message) = (d.source.name(), d.message.get(Lang::Id));
        format!("{name}:{line} {} {message}", d.severity)
    };
    settings.diagnostics().iter().map(line).collect()
}

#[test]
fn what_is_nearer_counts_more() {
    let folder = tree(&[
        (
            "sopan.yaml",
            "region: Kota Bogor\ndisable: [BHS]\nseverity: { SP: info, SP001: warning }\n\
             overrides:\n- files: [rsud/]\n  enable: [BHS]\n  region: Kota Depok\n",
        ),
        (
            "rsud/sopan.yaml",
            "severity: { SP: warning }\noverrides:\n- files: [igd/]\n  severity: { SP001: error }\n  disable: [BHS001]\n- files: ['*.lama.yaml']\n  enable: [BHS001]\n",
        ),
    ]);
    let opened = open(&folder, &["."]);
    let mut settings = Settings::new(&opened, rules());
    let mut of = |path: &str| {
        let effective = settings.effective(path.as_ref());
        let bhs = effective.is_enabled(id("BHS001"));
        let severity = |code| effective.rule(id(code)).unwrap().severity;
        let region = effective.region.clone().unwrap().0;
        (bhs, severity("SP001"), severity("SP002"), region)
    };
    use Severity::{Error, Info, Warning};
    let (bogor, depok) = (|| "Kota Bogor".to_owned(), || "Kota Depok".to_owned());
    assert_eq!(of("a.yaml"), (false, Warning, Info, bogor()));
    assert_eq!(of("rsud/a.yaml"), (true, Warning, Warning, depok()));
    assert_eq!(of("rsud/igd/a.yaml"), (false, Error, Warning, depok()));
    assert_eq!(of("rsud/igd/a.lama.yaml"), (true, Error, Warning, depok()));
}

#[test]
fn the_first_file_above_the_shared_folder_speaks_for_the_run() {
    let files = [
        ("sopan.yaml", "fail_on: warning\nlang: en\n"),
        ("a/sopan.yaml", "fail_on: info\nlocked: [SP]\n"),
        ("b/x.yaml", ""),
    ];
    let folder = tree(&files);
    for paths in [&["a", "b"][..], &["a/x.yaml"], &["."]] {
        let opened = open(&folder, paths);
        assert_eq!(opened.run().fail_on.unwrap().value, Some(Severity::Warning));
        let mut settings = Settings::new(&opened, rules());
        assert!(settings.effective("a/x.yaml".as_ref()).locks.is_empty());
        let notes = said(&settings);
        assert_eq!(notes.len(), 2, "{notes:?}");
    }
    fs::write(
        folder.path().join("a/sopan.yaml"),
        "root: true\nfail_on: info\n",
    )
    .unwrap();
    assert_eq!(
        open(&folder, &["a"]).run().fail_on.unwrap().value,
        Some(Severity::Info)
    );
    assert_eq!(
        open(&folder, &["a", "b"]).run().fail_on.unwrap().value,
        Some(Severity::Warning)
    );
}

#[test]
fn files_for_which_the_same_is_said_share_a_policy() {
    let folder = tree(&[
        (
            "sopan.yaml",
            "overrides:\n- files: ['*.lama.yaml']\n  disable: [SP]\n",
        ),
        ("a/x.yaml", ""),
    ]);
    let opened = open(&folder, &["."]);
    let mut settings = Settings::new(&opened, rules());
    let mut policy = |path: &str| settings.policy(path.as_ref());
    assert!(std::sync::Arc::ptr_eq(
        &policy("a/x.yaml"),
        &policy("b/c/y.yaml")
    ));
    assert!(std::sync::Arc::ptr_eq(
        &policy("x.lama.yaml"),
        &policy("b/y.lama.yaml")
    ));
    assert!(policy("x.lama.yaml").is_disabled(id("SP001")));
    assert!(!policy("x.yaml").is_disabled(id("SP001")));
}

#[test]
fn excluding_adds_up_and_the_nearest_may_take_back() {
    let folder = tree(&[
        (
            "sopan.yaml",
            "exclude: ['*.draf.yaml', arsip/]\ninclude: [sp/, sop/]\n",
        ),
        (
            "sp/sopan.yaml",
            "exclude: ['!penting.draf.yaml', uji.yaml]\n",
        ),
        ("sop/sopan.yaml", "include: ['a*.yaml']\n"),
    ]);
    let opened = open(&folder, &["."]);
    let mut settings = Settings::new(&opened, rules());
    let mut line = |path: &str, is_folder| match settings.admits(path.as_ref(), is_folder) {
        Admission::Yes => String::new(),
        Admission::OnlyLocked(origin) => format!("locked {origin}"),
        Admission::Excluded(origin) => origin.to_string(),
        Admission::NotIncluded(origin) => format!("not {origin}"),
    };
    assert_eq!(line("sp/a.yaml", false), "");
    assert_eq!(line("sp/a.draf.yaml", false), "sopan.yaml:1");
    assert_eq!(line("sp/penting.draf.yaml", false), "");
    assert_eq!(line("sp/uji.yaml", false), "sp/sopan.yaml:1");
    assert_eq!(line("arsip", true), "sopan.yaml:1");
    assert_eq!(line("b.yaml", false), "not sopan.yaml:2");
    assert_eq!(line("sop/abc.yaml", false), "");
    assert_eq!(line("sop/b.yaml", false), "not sop/sopan.yaml:1");
}

#[test]
fn a_unit_cannot_exclude_files_from_locked_rules() {
    let folder = tree(&[
        ("sopan.yaml", "locked: [SP001]\nexclude: [arsip/]\n"),
        ("unit/sopan.yaml", "exclude: [draf/, arsip/]\n"),
    ]);
    let opened = open(&folder, &["."]);
    let mut settings = Settings::new(&opened, rules());
    let mut admits = |path: &str, is_folder| settings.admits(path.as_ref(), is_folder);
    assert!(matches!(
        admits("unit/draf", true),
        Admission::OnlyLocked(_)
    ));
    assert!(matches!(
        admits("unit/draf/a.yaml", false),
        Admission::OnlyLocked(_)
    ));
    assert!(
        matches!(admits("unit/arsip", true), Admission::Excluded(by) if by.to_string() == "sopan.yaml:2")
    );
    let policy = settings.policy("unit/draf/a.yaml".as_ref());
    assert!(!policy.is_disabled(id("SP001")));
    assert!(policy.is_disabled(id("SP002")));
}

#[test]
fn what_does_not_count_is_said() {
    let folder = tree(&[
        (
            "sopan.yaml",
            "locked: [SP, BHS001, XY]\nseverity: { SP001: error }\ndisable: [BHS001, SKM]\nenable: [SP002]\n",
        ),
        (
            "unit/sopan.yaml",
            "disable: [SP, ZI001]\nenable: [ZI001]\nseverity: { SP003: info }\ntarget: 80\nroot: true\n\
             overrides:\n- files: [x/]\n  disable: [BHS, sp004]\n  severity: { BHS: sedang }\n",
        ),
        ("lain/sopan.yml", ""),
    ]);
    let opened = open(&folder, &["."]);
    let mut settings = Settings::new(&opened, rules());
    settings.admits("unit/x".as_ref(), true);
    settings.admits("unit/x/a.yaml".as_ref(), false);
    settings.admits("lain/a.yaml".as_ref(), false);
    settings.note_unused(&[".".into()]);
    insta::assert_snapshot!(said(&settings).join("\n"), @"
    sopan.yaml:1 error tidak ada aturan atau keluarga aturan `XY`
    sopan.yaml:2 info `SP001` sudah bertingkat error menurut paket aturannya
    sopan.yaml:3 warning `BHS001` dimatikan di sini, padahal dikunci di baris 1
    sopan.yaml:3 error tidak ada aturan atau keluarga aturan `SKM`
    sopan.yaml:4 info `SP002` sudah dipakai menurut paket aturannya
    unit/sopan.yaml:9 error nilai `sedang` tidak dapat dipakai untuk `BHS`
    unit/sopan.yaml:1 warning `SP001` (+13) tidak dapat dimatikan di sini: dikunci oleh sopan.yaml:1
    unit/sopan.yaml:1 error tidak ada aturan atau keluarga aturan `ZI001`
    unit/sopan.yaml:2 error tidak ada aturan atau keluarga aturan `ZI001`
    unit/sopan.yaml:3 warning `SP003` tidak dapat diringankan di sini: dikunci oleh sopan.yaml:1
    unit/sopan.yaml:4 warning `target` di sini tidak berlaku: setelan untuk seluruh pemeriksaan hanya dibaca dari setelan teratas
    unit/sopan.yaml:5 warning `root` di sini tidak berlaku: setelan untuk seluruh pemeriksaan hanya dibaca dari setelan teratas
    unit/sopan.yaml:8 warning `SP004` tidak dapat dimatikan di sini: dikunci oleh sopan.yaml:1
    lain/sopan.yml:1 warning `sopan.yml` tidak dibaca: berkas setelan harus bernama `sopan.yaml`
    unit/sopan.yaml:7 warning pola `x/` tidak cocok dengan berkas mana pun
    ");
}

/// What a unit may write about rules.
fn unit_settings() -> impl Strategy<Value = String> {
    let name = prop_oneof![
        Just("SP"),
        Just("SP001"),
        Just("SOP"),
        Just("BHS"),
        Just("BHS001"),
        Just("WKT"),
        Just("DOK"),
        Just("jangka-waktu-tidak-ada"),
    ];
    let level = prop_oneof![Just("error"), Just("warning"), Just("info")];
    let list = || proptest::collection::vec(name.clone(), 0..3);
    let levels = || proptest::collection::btree_map(name.clone(), level.clone(), 0..3);
    let rulings = || (levels(), list(), list());
    let write =
        |(levels, off, on): (std::collections::BTreeMap<&str, &str>, Vec<&str>, Vec<&str>),
         indent: &str| {
            let levels: Vec<_> = levels
                .iter()
                .map(|(name, level)| format!("{name}: {level}"))
                .collect();
            let quiet = |names: Vec<&str>| names.join(", ");
            format!(
                "severity: {{{}}}\n{indent}disable: [{}]\n{indent}enable: [{}]\n",
                levels.join(", "),
                quiet(off),
                quiet(on)
            )
        };
    (
        rulings(),
        proptest::option::of(rulings()),
        any::<bool>(),
        any::<bool>(),
    )
        .prop_map(move |(top, other, root, exclude)| {
            let mut text = write(top, "");
            if let Some(other) = other {
                text.push_str(&format!(
                    "overrides:\n- files: ['*.yaml']\n  {}",
                    write(other, "  ")
                ));
            }
            if root {
                text.push_str("root: true\nlocked: []\nrules: []\n");
            }
            if exclude {
                text.push_str("exclude: ['*']\n");
            }
            text
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_unit_weakens_what_is_locked(top in unit_settings(), unit in unit_settings(), team in unit_settings()) {
        let top = top.replace("root: true\nlocked: []\nrules: []\n", "").replace("exclude: ['*']\n", "");
        let top = format!("{top}locked: [SP, BHS001, WKT]\n");
        let folder = tree(&[("sopan.yaml", &top)]);
        let path = std::path::Path::new("unit/team/a.yaml");
        let alone = open(&folder, &["."]);
        let before = Settings::new(&alone, rules()).effective(path);
        for (name, text) in [("unit", unit), ("unit/team", team)] {
            fs::create_dir_all(folder.path().join(name)).unwrap();
            fs::write(folder.path().join(name).join(FILE_NAME), text).unwrap();
        }
        let opened = open(&folder, &["."]);
        let mut settings = Settings::new(&opened, rules());
        let admission = settings.admits(path, false);
        prop_assert!(matches!(admission, Admission::Yes | Admission::OnlyLocked(_)));
        let after = settings.effective(path);
        let policy = settings.policy(path);
        for id in rules().ids() {
            let code = &rules().rule(id).code;
            if !(code.starts_with("SP0") || code == "BHS001" || code.starts_with("WKT")) {
                continue;
            }
            prop_assert!(after.locks.of(id).is_some(), "{code}");
            prop_assert!(!before.is_enabled(id) || after.is_enabled(id), "{code}");
            prop_assert_eq!(policy.is_disabled(id), !after.is_enabled(id));
            prop_assert!(policy.is_locked(id), "{code}");
            let severity = |of: &Effective| of.rule(id).unwrap().severity;
            prop_assert!(severity(&after) >= severity(&before), "{code}");
        }
    }
}

#[test]
fn the_examples_of_the_table_name_rules_that_exist() {
    for key in KEYS {
        let folder = tree(&[("sopan.yaml", key.example)]);
        let opened = open(&folder, &["."]);
        let settings = Settings::new(&opened, rules());
        let said = said(&settings);
        assert!(
            !said.iter().any(|line| line.contains("tidak ada aturan")),
            "{said:?}"
        );
    }
}

#[test]
fn who_locks_a_rule_locks_what_would_hide_it() {
    let folder = tree(&[
        ("sopan.yaml", "locked: [SP001]\n"),
        ("unit/sopan.yaml", "disable: [DOK]\nexclude: [templat/]\n"),
    ]);
    let opened = open(&folder, &["."]);
    let mut settings = Settings::new(&opened, rules());
    let syntax = rules().problem_rule("syntax").unwrap();
    let empty = rules().problem_rule("empty").unwrap();
    let policy = settings.policy("unit/a.yaml".as_ref());
    assert!(!policy.is_disabled(syntax));
    assert!(policy.is_disabled(empty));
    // What is excluded may be no document at all.
    settings.admits("unit/templat/a.yaml".as_ref(), false);
    settings.admits("unit/templat".as_ref(), true);
    settings.admits("unit/templat/a.yaml".as_ref(), false);
    assert!(
        settings
            .policy("unit/templat/a.yaml".as_ref())
            .is_disabled(syntax)
    );
}

#[test]
fn the_page_about_settings_names_every_key() {
    fn check(page: &str, keys: &[Key], heading: bool) {
        for key in keys {
            let name = match heading {
                true => format!("\n### `{}`\n", key.name),
                false => format!("`{}`", key.name),
            };
            assert!(page.contains(&name), "{name}");
            // Every key at the top is shown with an example that is read.
            assert!(
                !heading || page.contains(&format!("\n{}:", key.name)),
                "{name}"
            );
            check(page, key.inner(), false);
        }
    }
    let page = include_str!("../../docs/setelan.md");
    check(page, KEYS, true);
    let blocks = page.split("```yaml\n").skip(1);
    for block in blocks.filter_map(|rest| rest.split("```").next()) {
        let folder = tree(&[
            ("sopan.yaml", block),
            ("peraturan-kota.yaml", ""),
            ("aturan/x.yaml", ""),
        ]);
        let opened = open(&folder, &["."]);
        let settings = Settings::new(&opened, rules());
        let wrong: Vec<_> = said(&settings)
            .into_iter()
            .filter(|line| line.contains(" error "))
            .collect();
        assert_eq!(wrong, Vec::<String>::new(), "{block}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_settings_or_a_mistake(
        top in proptest::collection::vec(any::<u8>(), 0..200),
        unit in "(severity|disable|exclude|overrides|include): \\PC{0,40}\n(  - files: \\PC{0,10}\n)?",
    ) {
        let folder = tree(&[("unit/sopan.yaml", &unit)]);
        fs::write(folder.path().join(FILE_NAME), top).unwrap();
        let opened = open(&folder, &["."]);
        let mut settings = Settings::new(&opened, rules());
        settings.admits("unit/a.yaml".as_ref(), false);
        settings.policy("unit/a.yaml".as_ref());
        settings.note_unused(&[".".into()]);
        for diagnostic in settings.diagnostics() {
            let text = diagnostic.source.text();
            prop_assert!(text.get(diagnostic.span.start..diagnostic.span.end).is_some());
        }
    }
}
