//! Severities, fixes and parameters that the examples of the rules cannot say.

use crate::{finding::Severity, lint::Linter, rule::Packs};

/// For every finding of the rule its severity and the file after its fix.
fn mended(code: &str, yaml: &str) -> Vec<(Severity, Option<String>)> {
    let rules = Packs::builtin().unwrap().compile().unwrap();
    let linter = Linter {
        rules: &rules,
        today: jiff::civil::date(2026, 11, 21),
        limits: crate::document::Limits::default(),
        excerpts: false,
    };
    let yaml = format!("jenis: sop\n{yaml}");
    let file = linter.check_bytes("draf.yaml", yaml.clone().into_bytes(), None);
    let findings = file
        .documents
        .iter()
        .flat_map(|document| &document.findings);
    findings
        .filter(|finding| rules.rule(finding.rule).code == code)
        .map(|finding| {
            let fixed = finding.fix.as_ref().map(|fix| {
                let mut text = yaml.clone();
                let mut edits = fix.edits.clone();
                edits.sort();
                for (start, end, new) in edits.into_iter().rev() {
                    text.replace_range(start..end, &new);
                }
                text.trim_start_matches("jenis: sop\n").to_owned()
            });
            (finding.severity, fixed)
        })
        .collect()
}

fn fixes(code: &str, yaml: &str) -> Vec<Option<String>> {
    mended(code, yaml).into_iter().map(|(_, fix)| fix).collect()
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn certainty_decides_how_grave_a_repeal_is() {
    let severity = |yaml| {
        mended("HKM003", yaml)
            .first()
            .map(|(severity, _)| *severity)
    };
    let cases = [
        ("dasar_hukum: UU 32/2004", Some(Severity::Error)),
        ("dasar_hukum: UU 36/2009", Some(Severity::Warning)),
        (
            "dasar_hukum: UU 32/2004 tentang Pemerintahan Daerah sebagaimana telah dicabut dengan UU 23/2014",
            Some(Severity::Info),
        ),
        ("dasar_hukum: UU 25/2009", None),
    ];
    for (yaml, expected) in cases {
        assert_eq!(severity(yaml), expected, "{yaml}");
    }
}

#[test]
fn replaces_a_repealed_regulation_once() {
    let yaml =
        "dasar_hukum:\n- 1. UU 36/2009 tentang Kesehatan;\n- UU 44/2009 tentang Rumah Sakit\n";
    let new = "Undang-Undang Nomor 17 Tahun 2023 tentang Kesehatan";
    let expected = some(&format!(
        "dasar_hukum:\n- 1. {new};\n- UU 44/2009 tentang Rumah Sakit\n"
    ));
    assert_eq!(fixes("HKM003", yaml), [expected, None]);
    let cited = "dasar_hukum:\n- UU 36/2009 tentang Kesehatan\n- UU 17/2023 tentang Kesehatan\n";
    assert_eq!(fixes("HKM003", cited), [None]);
}

#[test]
fn offers_no_change_that_yaml_would_read_otherwise() {
    // Commas of the new title would end the entry.
    let flow = "dasar_hukum: [UU 24/2009, UU 2/1999]\n";
    assert!(fixes("HKM003", flow).iter().all(Option::is_none));
    let folded = "dasar_hukum:\n- UU 36/2009\n  tentang Kesehatan\n";
    assert_eq!(fixes("HKM003", folded), [None]);
    let block = "dasar_hukum: |\n  1. UU 25/2009\n  2. UU 36/2009 tentang Kesehatan\n";
    assert_eq!(fixes("HKM003", block), [None]);
    let quoted = "dasar_hukum:\n- \"UU 36/2009 tentang Kesehatan\"\n";
    assert_eq!(
        fixes("HKM003", quoted),
        [some(
            "dasar_hukum:\n- \"Undang-Undang Nomor 17 Tahun 2023 tentang Kesehatan\"\n"
        )]
    );
    let parts = "dasar_hukum:\n- {jenis: UU, nomor: 36, tahun: 2009}\n";
    assert_eq!(fixes("HKM003", parts), [None]);
}

#[test]
fn mends_wording_in_every_entry() {
    let yaml = "dasar_hukum:\n- Undang-undang Republik Indonesia Nomor 17 Tahun 2003\n- 'Undang-undang RI Nomor 1 Tahun 2004'\n";
    assert_eq!(
        fixes("HKM012", yaml),
        [some(
            "dasar_hukum:\n- Undang-undang Nomor 17 Tahun 2003\n- 'Undang-undang Nomor 1 Tahun 2004'\n"
        )]
    );
    assert_eq!(
        fixes("HKM015", yaml),
        [some(
            "dasar_hukum:\n- Undang-Undang Republik Indonesia Nomor 17 Tahun 2003\n- 'Undang-Undang RI Nomor 1 Tahun 2004'\n"
        )]
    );
    let about =
        "dasar_hukum:\n- UU 25/2009 tantang Pelayanan Publik\n- PP 96/2012 Pelaksanaan UU\n";
    assert_eq!(
        fixes("HKM014", about),
        [
            some(
                "dasar_hukum:\n- UU 25/2009 tentang Pelayanan Publik\n- PP 96/2012 Pelaksanaan UU\n"
            ),
            some(
                "dasar_hukum:\n- UU 25/2009 tantang Pelayanan Publik\n- PP 96/2012 tentang Pelaksanaan UU\n"
            ),
        ]
    );
}

#[test]
fn suggests_the_number_of_the_title() {
    let yaml = "dasar_hukum: Undang-Undang Nomor 25 Tahun 2004 tentang Pelayanan Publik\n";
    assert_eq!(
        fixes("HKM006", yaml),
        [some(
            "dasar_hukum: Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik\n"
        )]
    );
    // Its amendment tells which one is meant.
    let linked =
        "dasar_hukum: UU 23/2007 tentang Kependudukan sebagaimana telah diubah dengan UU 24/2013\n";
    assert_eq!(mended("HKM006", linked).len(), 1);
}

#[test]
fn one_gap_has_one_finding() {
    // Number and title belong to two regulations: nothing else is said of either.
    let yaml = "dasar_hukum: UU 5/2014 tentang Pelayanan Publik\n";
    assert_eq!(mended("HKM006", yaml).len(), 1);
    assert!(mended("HKM003", yaml).is_empty());
    // A repealed regulation with a title nobody knows.
    let yaml = "dasar_hukum: UU 32/2004 tentang Penangkapan Ikan Hias\n";
    assert!(mended("HKM006", yaml).is_empty());
    assert_eq!(mended("HKM003", yaml).len(), 1);
    // Years to come.
    let yaml = "dasar_hukum: UU 25/2096 tentang Pelayanan Publik\n";
    assert!(mended("HKM006", yaml).is_empty());
}

#[test]
fn tells_authors_what_is_wrong_with_a_parameter() {
    let pack = |check: &str| {
        format!(
            "pack: uji\ntitle: {{ id: Uji, en: Test }}\nsource: Uji\nrules:\n- id: UJI001\n  name: uji\n  severity: info\n  given: $.dasar_hukum\n  check: {{ citation: {check} }}\n  message: {{ id: a, en: a }}\n  help: {{ id: a, en: a }}\n  reference: Uji\n  examples: {{ pass: ['jenis: sop'], fail: ['jenis: sop'] }}\n"
        )
    };
    let cases = [
        ("{ report: unclear, vague: tidak_ada }", false),
        ("{ report: unclear, blank_patterns: ['('] }", false),
        (
            "{ report: doubtful, notes: { apa saja: { id: a, en: a } } }",
            false,
        ),
        ("{ report: amended, amending: [uu] }", false),
        ("{ report: low, kinds: [surat] }", false),
        ("{ report: lain }", false),
        ("{ report: low, kinds: [se] }", true),
    ];
    for (check, is_right) in cases {
        let mut packs = Packs::builtin().unwrap();
        let compiled = packs
            .add_text("uji.yaml", &pack(check))
            .and_then(|()| packs.compile());
        assert_eq!(compiled.is_ok(), is_right, "{check}");
    }
}
