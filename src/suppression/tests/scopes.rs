//! What a comment is about.

use super::*;

/// What the comments of a text are about, `C` standing for `# sopan: abaikan BHS001 -- x`.
fn scopes(text: &str) -> Vec<String> {
    let text = text.replace('C', "# sopan: abaikan BHS001 -- x");
    let name = |suppression: Suppression| match suppression.scope {
        Scope::Document => "document".to_owned(),
        Scope::Nothing => "nothing".to_owned(),
        Scope::Node { path, .. } => path.to_string(),
    };
    comments(&text).into_iter().map(name).collect()
}

#[test]
fn the_line_above_is_about_what_follows() {
    let cases = [
        ("a: 1\nC\nb: 2\n", "/b"),
        ("a: 1\n\nC\n\n# lain\n\nb: 2\n", "/b"),
        ("a: 1\nC\nb:\n  - x\n", "/b"),
        ("a:\n  C\n  - x\n  - y\n", "/a/0"),
        ("a:\n  - x\n  C\n  - y\n", "/a/1"),
        ("a:\n- x\nC\n- y\n", "/a/1"),
        ("a:\n  - x\n  C\nb: 1\n", "/b"),
        ("a:\n  C\n  - u: x\n    v: y\n", "/a/0"),
        ("a:\n  - u: x\n    C\n    v: y\n", "/a/0/v"),
        ("a:\n  C\n  b: 1\n", "/a/b"),
        ("a: 1\nC\nb: |\n  teks\nc: 1\n", "/b"),
        ("a: |\n  teks\nC\nb: 1\n", "/b"),
        ("a: satu\n  dua\nC\nb: 1\n", "/b"),
        ("a: [x,\n  C\n  y]\nb: 1\n", "/a/1"),
        ("a: {x: 1,\n  C\n  y: 2}\nb: 1\n", "/a/y"),
        ("a:\n  -\n    C\n    u: x\n", "/a/0"),
        ("a:\n  C\n  - |\n    teks\n", "/a/0"),
        ("a:\n  - x\n  C\n  - >-\n\n\n    teks\n  - y\n", "/a/1"),
        ("a: 1\nC\n? b\n: 1\n", "/b"),
        ("a: 1\nC\nb: &p\n  c: 1\nd: *p\n", "/b"),
        ("a: 1\nC\n<<: {b: 1}\n", "/<<"),
        ("a: 1\nC\na~/b: 1\n", "/a~0~1b"),
    ];
    for (text, expected) in cases {
        assert_eq!(scopes(text), [expected], "{text}");
    }
}

#[test]
fn the_end_of_a_line_is_about_what_stands_on_it() {
    let cases = [
        ("a: 1 C\nb: 2\n", "/a"),
        ("z: 1\na: C\n  - x\n", "/a"),
        ("z: 1\na: C\n  b: x\n", "/a"),
        ("z: 1\na: &p C\n  b: x\n", "/a"),
        ("z: 1\na: | C\n  # teks\nb: 1\n", "/a"),
        ("z: 1\na: >- C\n  teks\n", "/a"),
        ("a:\n  - x C\n  - y\n", "/a/0"),
        ("a:\n  - x\n  - | C\n    teks\n", "/a/1"),
        ("a:\n  - C\n    u: x\n", "/a/0"),
        ("a:\n  - x\n  - C\n  - y\n", "/a/1"),
        ("a:\n  - - C\n      x\n", "/a/0/0"),
        ("a:\n  - u: x C\n    v: y\n", "/a/0/u"),
        ("a:\n  - u: x\n    v: y C\n", "/a/0/v"),
        ("a: satu\n  dua C\nb: 1\n", "/a"),
        ("a: 'satu\n  dua' C\nb: 1\n", "/a"),
        ("a: teks - C\nb: 1\n", "/a"),
        ("a: [x, y] C\nb: 1\n", "/a"),
        ("a: {x: 1, y: [2]} C\nb: 1\n", "/a"),
        ("a: [x, C\n  y]\n", "/a/0"),
        ("a: [ C\n  x,\n  y]\n", "/a"),
        ("a: [x,\n  y\n] C\nb: 1\n", "/a"),
        ("a: [{u: 1}, C\n  y]\n", "/a/0"),
        ("a: 1\nb: C\n", "/b"),
    ];
    for (text, expected) in cases {
        assert_eq!(scopes(text), [expected], "{text}");
    }
}

#[test]
fn text_is_no_comment() {
    for text in [
        "a: |\n  C\n  teks\n",
        "a: >\n  teks C\n",
        "a: 'x C'\n",
        "a: \"x\n  C\"\n",
        "a: x# sopan abaikan BHS001 -- x\n",
    ] {
        assert!(scopes(text).is_empty(), "{text}");
    }
}

#[test]
fn the_head_is_set_off_from_the_first_key() {
    let cases = [
        ("C\n\na: 1\n", "document"),
        ("C\n# lain\n\na: 1\n", "document"),
        ("# lain\n\nC\n\n# lain\na: 1\n", "document"),
        ("C\n---\na: 1\n", "document"),
        ("---\nC\n\na: 1\n", "document"),
        ("--- C\na: 1\n", "document"),
        ("%YAML 1.2\n---\nC\n\na: 1\n", "document"),
        ("\u{feff}C\n\na: 1\n", "document"),
        ("C\r\n\r\na: 1\r\n", "document"),
        ("C\n   \na: 1\n", "document"),
        ("C\n{a: 1}\n", "document"),
        ("{a: 1} C\n", "document"),
        ("teks C\n", "document"),
        ("C\na: 1\n", "/a"),
        ("# lain\nC\n# lain\na: 1\n", "/a"),
        ("---\nC\na: 1\n", "/a"),
        ("C\r\na: 1\r\n", "/a"),
        ("C\n- a\n", "/0"),
        ("- C\n  a: 1\n", "/0"),
    ];
    for (text, expected) in cases {
        assert_eq!(scopes(text), [expected], "{text}");
    }
}

#[test]
fn nothing_may_follow() {
    let cases = [
        "a: 1\nC\n",
        "a:\n  - x\n  C\n",
        "a: 1\nC\n---\nb: 1\n",
        "a: 1\n... C\n",
        "a: 1\n...\nC\n",
        "a: [x,\n  y,\n  C\n]\nb: 1\n",
        "a: [\n  C\n]\nb: 1\n",
    ];
    for text in cases {
        assert_eq!(scopes(text), ["nothing"], "{text}");
    }
}

#[test]
fn every_document_has_its_own_comments() {
    let text = "C\n\na: 1\nC\n---\nC\n\nb: 1 C\n...\nC\n---\nC\nc: 1\n";
    let expected = ["document", "nothing", "document", "/b", "document", "/c"];
    assert_eq!(scopes(text), expected);
}

#[test]
fn silences_the_node_and_all_below_it_and_nothing_else() {
    let text = "jenis: sop\n# sopan: abaikan BHS001 -- x\ntambahan:\n  - a: TBD\n    b: [TBD]\ntambahan2: TBD\n";
    let (counting, silenced) = short(judged(text));
    assert_eq!(counting, ["BHS001 /tambahan2"]);
    assert_eq!(silenced, ["BHS001 /tambahan/0/a", "BHS001 /tambahan/0/b/0"]);
}

#[test]
fn a_missing_key_counts_where_it_would_be() {
    let without = "jenis: standar-pelayanan\nnama: Layanan\n";
    let has = |list: &[String], name: &str| list.iter().any(|found| found == name);
    assert!(has(&judged(without).0, "SP005 /biaya"));
    let (counting, silenced) = judged(&format!("# sopan: abaikan SP005 -- x\n\n{without}"));
    assert!(!has(&counting, "SP005 /biaya") && has(&silenced, "SP005 /biaya"));
}

#[test]
fn a_misspelt_key_is_reached_by_its_own_name_and_by_the_one_it_stands_for() {
    let text = "# sopan: abaikan DOK011 -- x\n\njenis: standar-pelayanan\nbiya: Gratis\n";
    let (counting, silenced) = judged(text);
    // The gap itself is another rule, and still counts.
    assert!(
        silenced.contains(&"DOK011 /biya".to_owned()),
        "{silenced:?}"
    );
    assert!(
        counting.contains(&"SP005 /biaya".to_owned()),
        "{counting:?}"
    );
    let finding = |stands_for: Option<&str>| {
        let source = Source::from_text("uji.yaml", "");
        let mut hit = crate::finding::Hit::new(Path::root().key("biya"), Span::default());
        hit.stands_for = stands_for.map(|path| Path::parse(path).unwrap());
        linter().finding(&source, RULES.find("DOK011")[0], hit, None)
    };
    let list = comments("a: 1\n# sopan: abaikan DOK011 -- x\nbiaya: 1\n");
    let findings = [
        finding(Some("/biaya")),
        finding(None),
        finding(Some("/biayanya")),
    ];
    let outcome = apply(&list, &findings, &view(&|_| false));
    assert_eq!(outcome.silenced, [Some(0), None, None]);
}

#[test]
fn the_nearest_comment_silences() {
    let text = "# sopan: abaikan BHS001 -- jauh\n\njenis: sop\nnama: TBD # sopan: abaikan BHS001 -- dekat\n";
    let (counting, silenced) = short(judged(text));
    assert_eq!(silenced, ["BHS001 /nama"]);
    assert_eq!(counting, ["DOK021 "]);
    let outcome = apply(
        &comments(text),
        &linter().check_bytes("a", text.into(), None).documents[0].findings,
        &view(&|_| false),
    );
    assert_eq!(outcome.faults[0].kind, FaultKind::Unused(Idle::Elsewhere));
}
