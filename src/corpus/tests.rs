//! The checks across documents on made-up cities.

use std::{fmt::Write as _, sync::LazyLock, time::Instant};

use jiff::civil::date;
use proptest::prelude::*;

use super::{Extent, check, coverage, revisions};
use crate::{
    document::Limits,
    lint::{CheckedFile, Linter},
    rule::{Packs, RuleSet},
    text::Lang,
};

/// Compiled once for all cases of a property.
static RULES: LazyLock<RuleSet> = LazyLock::new(rules);

fn rules() -> RuleSet {
    Packs::builtin().unwrap().compile().unwrap()
}

fn read(rules: &RuleSet, files: &[(String, String)]) -> Vec<CheckedFile> {
    let linter = Linter {
        rules,
        today: date(2026, 1, 15),
        limits: Limits::default(),
        excerpts: false,
    };
    let read =
        |(name, text): &(String, String)| linter.check_bytes(name, text.clone().into_bytes(), None);
    files.iter().map(read).collect()
}

/// What the rules across documents found: file, code, path, message.
fn told(rules: &RuleSet, files: &[CheckedFile]) -> Vec<String> {
    let mut told = Vec::new();
    for file in files {
        for finding in file.documents.iter().flat_map(|d| &d.findings) {
            let rule = rules.rule(finding.rule);
            if rule.family() == "KOR" {
                let message = rule.message.render(Lang::Id, &finding.arguments);
                let (code, path) = (&rule.code, &finding.path);
                told.push(format!("{} {code} {path} {message}", file.name));
            }
        }
    }
    told
}

fn audited(rules: &RuleSet, files: &[(String, String)]) -> Vec<String> {
    let mut checked = read(rules, files);
    checked.sort_by(|one, other| one.name.cmp(&other.name));
    check(&mut checked, rules, Extent::Everything);
    told(rules, &checked)
}

/// All documents of a folder, by their names below it.
fn folder(path: &str) -> Vec<(String, String)> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let files = walkdir::WalkDir::new(&root).sort_by_file_name();
    let files = files.into_iter().map(Result::unwrap).filter(|file| {
        file.path()
            .extension()
            .is_some_and(|extension| extension == "yaml")
    });
    let read = |file: walkdir::DirEntry| {
        let name = file.path().strip_prefix(&root).unwrap();
        let text = String::from_utf8_lossy(&std::fs::read(file.path()).unwrap()).into_owned();
        (name.to_str().unwrap().to_owned(), text)
    };
    files.map(read).collect()
}

#[test]
fn the_example_city_shows_them() {
    let told = audited(&rules(), &folder("examples/kota-contoh"));
    insta::assert_snapshot!(told.join("\n"), @"");
}

/// A city of kecamatan, whose documents drift by their number.
fn city(units: usize, services: usize) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for unit in 0..units {
        for service in 0..services {
            let days = if (unit * 7 + service) % 11 == 0 { 5 } else { 3 };
            let more = if (unit + service) % 13 == 0 {
                "- Bukti lunas PBB\n"
            } else {
                ""
            };
            let mut text = format!(
                "jenis: {}\nnama: Layanan Jenis {service}\nunit: Kecamatan Bagian {unit}\nwilayah: Kota Contoh\n\
                 nomor: 065/{service}/{unit}\njangka_waktu: {days} hari kerja\nbiaya: Gratis\n\
                 persyaratan:\n- KTP-el\n- Pengantar RT/RW\n{more}dasar_hukum:\n- UU Nomor 25 Tahun 2009\n\
                 keterkaitan: [SOP/{service}/9999]\nprosedur:\n",
                if service % 2 == 0 {
                    "sop"
                } else {
                    "standar-pelayanan"
                },
            );
            for step in 0..20 {
                let _ = writeln!(
                    text,
                    "- Petugas menjalankan tahap {step} layanan {service} dengan teliti sekali"
                );
            }
            if unit == 3 {
                text.push_str("peringatan: Hanya bagi penduduk Kecamatan Bagian\n");
            }
            files.push((format!("{unit:03}/{service:03}.yaml"), text));
        }
    }
    files
}

#[test]
fn six_thousand_documents_take_seconds() {
    let rules = rules();
    // Reading is measured elsewhere: the facts of a few units stand for those of many.
    let few = read(&rules, &city(4, 75));
    let mut checked = Vec::new();
    for copy in 0..20 {
        for mut file in few.iter().cloned() {
            file.name = format!("{copy:02}/{}", file.name);
            for document in &mut file.documents {
                let unit = document.unit.take().unwrap_or_default();
                document.unit = Some(format!("{unit} {copy}"));
            }
            checked.push(file);
        }
    }
    assert_eq!(checked.len(), 6000);
    let before = Instant::now();
    check(&mut checked, &rules, Extent::Everything);
    let seconds = before.elapsed().as_secs_f64();
    assert!(told(&rules, &checked).len() > 1000);
    assert!(seconds < 60.0, "{seconds} s");
}

#[test]
fn the_matrix_names_what_is_not_covered() {
    let rules = rules();
    let file = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    let files = [
        file(
            "a.yaml",
            "jenis: tupoksi\nnama: Tugas\nunit: Dinas Contoh\ntugas:\n- {id: T-01, uraian: 'Izin: menerbitkan'}\n- Mencabut izin\n",
        ),
        file(
            "b.yaml",
            "jenis: sop\nnama: Izin\nunit: Dinas Contoh\ntupoksi: [T-01, T-01]\n",
        ),
        file(
            "c.yaml",
            "jenis: sop\nnama: Arsip\nunit: Dinas Contoh\ntupoksi: T-07\n",
        ),
        file("d.yaml", "jenis: sop\nnama: Arsip\nunit: Dinas Lain\n"),
    ];
    let coverage = coverage(&read(&rules, &files), &rules);
    let unit = coverage.units.first().unwrap();
    assert_eq!((coverage.units.len(), coverage.covered()), (1, (1, 2)));
    let tasks: Vec<_> = unit
        .tasks
        .iter()
        .map(|t| (&*t.id, &*t.text, t.sops.len()))
        .collect();
    assert_eq!(
        tasks,
        [("T-01", "Izin: menerbitkan", 1), ("2", "Mencabut izin", 0)]
    );
    assert_eq!(
        unit.sops_without_task,
        [("c.yaml".to_owned(), "Arsip".to_owned())]
    );
}

#[test]
fn what_was_repealed_makes_a_work_list() {
    let rules = rules();
    let text = "jenis: sop\nnama: Izin\nunit: Dinas Contoh\ndasar_hukum:\n- Undang-Undang Nomor 32 Tahun 2004 tentang Pemerintahan Daerah\n- UU 25/2009\n";
    let list = revisions(
        &read(&rules, &[("a.yaml".to_owned(), text.to_owned())]),
        &rules,
    );
    let unit = list.first().unwrap();
    let told: Vec<_> = unit
        .revisions
        .iter()
        .map(|r| (&*r.name, r.line, &*r.regulation, r.replacement.as_deref()))
        .collect();
    assert_eq!(unit.unit, "Dinas Contoh");
    assert_eq!(told, [("Izin", 5, "UU 32/2004", Some("UU 23/2014"))]);
}

#[test]
fn a_part_of_the_documents_tells_nothing_of_absence() {
    let rules = rules();
    let mut checked = read(&rules, &city(4, 3));
    check(&mut checked, &rules, Extent::Part);
    let told = told(&rules, &checked);
    let absent = [
        "KOR030", "KOR040", "KOR041", "KOR042", "KOR050", "KOR051", "KOR052",
    ];
    assert!(told.iter().any(|line| line.contains("KOR010")), "{told:#?}");
    assert!(
        !told
            .iter()
            .any(|line| absent.iter().any(|code| line.contains(code))),
        "{told:#?}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]
    /// Files come in any order and facts go through any number of shards.
    #[test]
    fn neither_order_nor_shards_change_the_result(seed in any::<u64>(), shards in 1usize..6) {
        let rules = &*RULES;
        let files = city(4, 3);
        let whole = audited(rules, &files);
        prop_assert!(!whole.is_empty());
        let mut mixed = files.clone();
        let length = mixed.len();
        for at in 0..length {
            let other = usize::try_from(seed.rotate_left(u32::try_from(at).unwrap()) % 97).unwrap();
            mixed.swap(at, other % length);
        }
        prop_assert_eq!(&audited(rules, &mixed), &whole);
        // Each shard is read alone; only facts as text come out of it.
        let mut merged = Vec::new();
        for shard in mixed.chunks(length.div_ceil(shards)) {
            for mut file in read(rules, shard) {
                for document in &mut file.documents {
                    let text = serde_json::to_string(&document.facts).unwrap();
                    document.facts = serde_json::from_str(&text).unwrap();
                }
                merged.push(file);
            }
        }
        merged.sort_by(|one, other| one.name.cmp(&other.name));
        check(&mut merged, rules, Extent::Everything);
        prop_assert_eq!(&told(rules, &merged), &whole);
    }
}
