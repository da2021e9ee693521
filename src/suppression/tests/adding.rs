//! Comments that are written.

use super::*;
use crate::document::Parsed;
use proptest::prelude::*;

fn parse(text: &str) -> (Arc<Source>, Parsed) {
    let source = Arc::new(Source::from_text("uji.yaml", text));
    let parsed = document::parse(&source, &Limits::default());
    (source, parsed)
}

/// The text with comments for everything found, as often as that brings something new, and
/// what was left.
fn added(text: &str, reason: &str) -> (String, Vec<LeftOut>) {
    let verdicts = crate::judge::Verdicts::new(&RULES, &[], &[], None);
    let judge = crate::judge::Judge::new(linter(), &verdicts);
    let policy = crate::judge::Policy::new(&RULES);
    let reason = Reason::parse(reason, TODAY).unwrap();
    let mut text = text.to_owned();
    let mut left = Vec::new();
    for round in 0.. {
        assert!(round < 5, "no end: {text}");
        let checked = linter().check_bytes("uji.yaml", text.clone().into_bytes(), None);
        let checked = judge.file(checked, &policy);
        let (source, parsed) = parse(&text);
        let added = add(&source, &parsed, &checked, &RULES, &reason, &|_, _| Ok(()));
        left = added.left;
        if added.comments == 0 {
            break;
        }
        text = added.text;
    }
    (text, left)
}

/// Adds comments and says that nothing is left, nothing is unused and nothing else changed.
#[track_caller]
fn check(text: &str) -> String {
    let (found, left) = added(text, "lama");
    assert!(left.is_empty(), "{found}\n{left:?}");
    let (counting, _) = judged(&found);
    assert!(counting.is_empty(), "{found}\n{counting:?}");
    let ((_, before), (_, after)) = (parse(text), parse(&found));
    assert_eq!(before.documents.len(), after.documents.len(), "{found}");
    for (before, after) in before.documents.iter().zip(&after.documents) {
        assert!(before.is_same_tree(after), "{found}");
    }
    assert_eq!(added(&found, "lama").0, found);
    found
}

#[test]
fn a_comment_stands_above_the_key_or_at_the_head() {
    let text = "jenis: tupoksi\nnama: TBD\ntambahan:\n  - u: TBD\n    v: XXX\n  - TBD\n  - {a: [TBD]}\nakhir: [x,\n  TBD]\nteks: |\n  TBD\n";
    insta::assert_snapshot!(check(text), @"
    # sopan: abaikan KEP002, KEP003, TUP001 -- lama

    jenis: tupoksi
    # sopan: abaikan BHS001 -- lama
    nama: TBD
    tambahan:
      # sopan: abaikan BHS001 -- lama
      - u: TBD
        # sopan: abaikan BHS001 -- lama
        v: XXX
      # sopan: abaikan BHS001 -- lama
      - TBD
      # sopan: abaikan BHS001 -- lama
      - {a: [TBD]}
    # sopan: abaikan BHS001 -- lama
    akhir: [x,
      TBD]
    # sopan: abaikan BHS001 -- lama
    teks: |
      TBD
    ");
}

#[test]
fn line_ends_stay() {
    let found = check("jenis: tupoksi\r\nnama: TBD\r\n");
    let breaks = found.matches('\n').count();
    assert_eq!(found.matches("\r\n").count(), breaks, "{found:?}");
    check("jenis: tupoksi\rnama: TBD\r");
    check("jenis: tupoksi\nnama: TBD");
}

#[test]
fn a_comment_with_the_same_reason_takes_up_further_rules() {
    let text = "# kepala\n# sopan: abaikan SP001 -- lama\n\njenis: standar-pelayanan\n# sopan: abaikan KEP001 -- lain\nnama: TBD\n";
    let (found, _) = added(text, "lama");
    assert!(
        found.starts_with("# kepala\n# sopan: abaikan SP001, "),
        "{found}"
    );
    assert!(
        found.contains(
            "\n# sopan: abaikan KEP001 -- lain\n# sopan: abaikan BHS001 -- lama\nnama: TBD"
        ),
        "{found}"
    );
}

#[test]
fn a_comment_without_reason_gets_one() {
    let text = "jenis: tupoksi\nnama: TBD # sopan: abaikan BHS001\n";
    let (found, _) = added(text, "lama sampai 2027-01-31");
    assert!(
        found.contains("nama: TBD # sopan: abaikan BHS001 sampai 2027-01-31 -- lama\n"),
        "{found}"
    );
}

#[test]
fn beside_another_comment_about_the_document() {
    let text = "# sopan: abaikan BHS001 -- lain\n\njenis: tupoksi\nnama: TBD\n";
    let found = check(text);
    let lines: Vec<_> = found.lines().take(3).collect();
    assert!(lines[0].ends_with("-- lama"), "{found}");
    assert_eq!(lines[1..], ["# sopan: abaikan BHS001 -- lain", ""]);
}

#[test]
fn all_layouts_find_a_place() {
    for text in [
        "jenis: standar-pelayanan\n",
        "---\njenis: standar-pelayanan\n",
        "%YAML 1.2\n---\njenis: standar-pelayanan\n---\njenis: sop\nnama: TBD\n",
        "{jenis: standar-pelayanan, nama: TBD}\n",
        "{\n  jenis: standar-pelayanan,\n  nama: TBD\n}\n",
        "# hak cipta\n\n# catatan\njenis: sop\nprosedur:\n- - TBD\n  - - TBD\n",
        "jenis: sop\npelaksana: &p\n  - TBD\nlain: *p\n",
        "jenis: sop\ndasar: &d\n  a: TBD\nlain:\n  <<: *d\n  b: TBD\n",
        "jenis: sop\n? nama\n: TBD\n",
        "jenis: sop\nnama: TBD\nnama: TBD\n",
        "jenis: standar-pelayanan\nbiya: TBD\n",
        "jenis: sop\nnama: satu\n  TBD\nunit: >\n\n  TBD\n\n\nwilayah: 'x\n\n  TBD'\n",
        "- TBD\n- TBD\n",
        "nama: TBD\n",
        "|\nnama: TBD\n",
        "# catatan\n>-\n  nama\n",
    ] {
        check(text);
    }
}

#[test]
fn what_has_no_place_is_left() {
    let cases = [
        "--- {jenis: standar-pelayanan}\n",
        "--- teks\n",
        "--- |\n  teks\n",
    ];
    for text in cases {
        let (found, left) = added(text, "lama");
        assert!(!left.is_empty(), "{found}");
        assert!(left.iter().all(|left| left.why == Why::NoPlace), "{left:?}");
        assert_eq!(found, text);
    }
    let broken = "jenis: sop\nnama: TBD\n---\nnama:\n\t- x\n";
    let (found, left) = added(broken, "lama");
    assert!(found.contains("# sopan: abaikan"), "{found}");
    let whys: Vec<_> = left.iter().map(|left| (left.document, left.why)).collect();
    assert_eq!(whys, [(None, Why::NotRead)]);
}

#[test]
fn a_reason_must_fit_in_a_comment() {
    let cases = [
        ("", Err(ReasonError::Empty)),
        ("  -- ", Err(ReasonError::Empty)),
        ("sampai 2027-01-01", Err(ReasonError::Empty)),
        ("a\nb", Err(ReasonError::Hidden)),
        ("a\u{202e}b", Err(ReasonError::Hidden)),
        ("lama sampai 2026-02-30", Err(ReasonError::Date)),
        (
            "lama sampai 2027-01-01 sampai 2028-01-01",
            Err(ReasonError::Date),
        ),
        ("lama sampai 2026-11-20", Err(ReasonError::Past)),
        ("lama sampai 2026-11-21", Ok(())),
        ("lama # sopan: abaikan", Ok(())),
        ("-- lama", Ok(())),
    ];
    for (text, expected) in cases {
        let found = Reason::parse(text, TODAY).map(|_| ());
        assert_eq!(found, expected, "{text:?}");
    }
}

/// A piece of YAML with fillers in it, in many layouts.
fn node(depth: u32) -> BoxedStrategy<String> {
    let leaf = prop_oneof![
        Just(" TBD".to_owned()),
        Just(" 'TBD'".to_owned()),
        Just(" KTP".to_owned()),
        Just(" |\n@  TBD\n@  # TBD".to_owned()),
        Just(" satu\n@  TBD".to_owned()),
        Just(" [TBD, {a: TBD}]".to_owned()),
        Just(" [x, # catatan\n@  TBD,\n@  y]".to_owned()),
        Just(" TBD # catatan".to_owned()),
        Just(" TBD # sopan: abaikan BHS001 -- lama".to_owned()),
        Just(" TBD # sopan: abaikan BHS001 -- lain".to_owned()),
        Just(String::new()),
    ];
    let shift = |text: &str| text.replace('@', "@  ");
    leaf.prop_recursive(depth, 24, 4, move |inner| {
        let list = proptest::collection::vec(inner.clone(), 1..4).prop_map(move |items| {
            let items = items
                .iter()
                .map(|item| format!("\n@  -{}", shift(&shift(item))));
            items.collect::<String>()
        });
        let map = proptest::collection::vec((inner, any::<bool>()), 1..4).prop_map(move |values| {
            let entry = |(at, (value, noted)): (usize, &(String, bool))| {
                let note = if *noted { "\n@  # catatan" } else { "" };
                format!("{note}\n@  k{at}:{}", shift(value))
            };
            values.iter().enumerate().map(entry).collect::<String>()
        });
        prop_oneof![list, map]
    })
    .boxed()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn adding_silences_all_and_changes_nothing(
        values in proptest::collection::vec(node(3), 1..4),
        head in prop_oneof![Just(""), Just("# kepala\n"), Just("# kepala\n\n"), Just("---\n")],
        crlf in any::<bool>(),
    ) {
        let entry = |(at, value): (usize, &String)| format!("\nx{at}:{}", value.replace('@', ""));
        let body: String = values.iter().enumerate().map(entry).collect();
        let text = format!("{head}jenis: tupoksi{body}\n");
        let text = if crlf { text.replace('\n', "\r\n") } else { text };
        let (_, parsed) = parse(&text);
        prop_assume!(parsed.problems.is_empty() && parsed.documents.len() == 1);
        let (found, left) = added(&text, "lama");
        prop_assert!(left.iter().all(|left| left.why == Why::AboutComment), "{}\n{:?}", found, left);
        let (_, after) = parse(&found);
        prop_assert!(parsed.documents[0].is_same_tree(&after.documents[0]), "{}", found);
        let (counting, _) = judged(&found);
        prop_assert!(counting.is_empty(), "{}\n{:?}", found, counting);
        prop_assert_eq!(&added(&found, "lama").0, &found);
        if crlf {
            prop_assert_eq!(found.matches('\n').count(), found.matches("\r\n").count());
        }
    }
}
