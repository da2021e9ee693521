//! Anchors, aliases, merged, duplicate and odd keys, comments, several documents.

use super::*;

fn text<'a>(document: &'a Document, pointer: &str) -> Option<&'a str> {
    let place = document.at(&Path::parse(pointer).unwrap());
    place
        .is_found()
        .then(|| document.text(place.node()))
        .flatten()
}

fn keys_of(document: &Document, pointer: &str) -> Vec<String> {
    let node = document.at(&Path::parse(pointer).unwrap()).node();
    let entries = document.entries(node).into_iter();
    entries
        .map(|(key, node)| format!("{key}={}", document.text(node).unwrap_or("-")))
        .collect()
}

#[test]
fn aliases_are_followed() {
    let document = one("a: &x teks\nb: *x\nc: &y [1, {d: 2}]\ne: *y\n");
    assert!(document.problems().is_empty());
    assert_eq!(text(&document, "/b"), Some("teks"));
    assert_eq!(text(&document, "/e/1/d"), Some("2"));
    // An alias is underlined itself, whatever part of its text is meant.
    let alias = document.at(&Path::parse("/b").unwrap());
    assert!(document.is_alias(alias.node()));
    assert_eq!(document.source().slice(alias.part(1..3)), "*x");
    // What an alias leads to stands where it was written.
    let inner = document.at(&Path::parse("/e/1/d").unwrap());
    assert_eq!(document.path_of(inner.node()).to_string(), "/c/1/d");
    assert_eq!(
        document
            .written_children(document.get(NodeId::ROOT, "e").unwrap())
            .count(),
        0
    );
    // An anchor may be set again; anchors end with their document.
    let document = one("a: &x 1\nb: *x\nc: &x 2\nd: *x\n");
    assert_eq!(
        (text(&document, "/b"), text(&document, "/d")),
        (Some("1"), Some("2"))
    );
    let parsed = read("a: &x 1\n---\nb: *x\n");
    assert_eq!(parsed.documents[1].problems().len(), 1);
}

#[test]
fn keys_may_have_anchors_and_be_aliases() {
    let document = one("&x kunci: *x\n&y 'dua x': 1\na: *y\n*x : b\n*y : c\n");
    assert!(
        document
            .problems()
            .iter()
            .all(|problem| matches!(problem.kind, ProblemKind::DuplicateKey { .. }))
    );
    assert_eq!(text(&document, "/a"), Some("dua x"));
    assert_eq!(keys_of(&document, "")[0], "kunci=kunci");
    assert_eq!(keys_of(&document, "")[3..], ["kunci=b", "dua x=c"]);
    let place = document.at(&Path::root().key("a"));
    assert_eq!(document.source().slice(place.part(0..3)), "*y");
    let spans: Vec<_> = document
        .keys(NodeId::ROOT)
        .map(|(_, span, _)| document.source().slice(span))
        .collect();
    assert_eq!(spans, ["kunci", "'dua x'", "a", "*x", "*y"]);
}

#[test]
fn merged_keys() {
    let document = one(concat!(
        "dasar: &d {a: 1, b: 2, c: 3}\n",
        "lain: &l {b: 4, e: 5}\n",
        "satu: {<<: *d, b: x}\n",
        "dua: {b: x, <<: *d}\n",
        "tiga: {<<: [*l, *d]}\n",
        "empat: &e {<<: *l, f: 6}\n",
        "lima: {<<: *e}\n",
        "enam: {'<<': *d}\n",
        "tujuh: {<<: {a: y}, b: z}\n",
        "delapan: {<<: teks, a: 1}\n",
    ));
    assert!(document.problems().is_empty(), "{:?}", document.problems());
    assert_eq!(keys_of(&document, "/satu"), ["b=x", "a=1", "c=3"]);
    assert_eq!(keys_of(&document, "/dua"), ["b=x", "a=1", "c=3"]);
    assert_eq!(keys_of(&document, "/tiga"), ["b=4", "e=5", "a=1", "c=3"]);
    assert_eq!(keys_of(&document, "/lima"), ["f=6", "b=4", "e=5"]);
    assert_eq!(keys_of(&document, "/enam"), ["<<=-"]);
    assert_eq!(keys_of(&document, "/tujuh"), ["b=z", "a=y"]);
    assert_eq!(keys_of(&document, "/delapan"), ["a=1"]);
    // Both ways to a key agree.
    for node in document.nodes() {
        for (key, value) in document.entries(node) {
            assert_eq!(document.get(node, key), Some(value), "{key}");
        }
    }
    let merged = document.at(&Path::parse("/satu/a").unwrap());
    assert_eq!(document.source().slice(merged.key()), "a");
    assert_eq!(document.path_of(merged.node()).to_string(), "/dasar/a");
}

#[test]
fn the_last_of_merged_duplicates_counts() {
    let document = one("a: &a {k: 1, k: 2}\nb: {<<: *a}\n");
    assert_eq!(text(&document, "/b/k"), Some("2"));
    assert_eq!(keys_of(&document, "/b"), ["k=2"]);
}

#[test]
fn duplicate_keys() {
    let document = one("a: 1\nb:\n  - c: 1\n    'c': 2\n    \"c\": 3\na: 2\n");
    let found: Vec<_> = document
        .problems()
        .iter()
        .map(|problem| {
            let ProblemKind::DuplicateKey { key, first } = &problem.kind else {
                panic!("{problem:?}");
            };
            let at = |span: Span| document.source().position(span.start).line;
            (
                key.as_str(),
                at(*first),
                at(problem.span),
                problem.path.to_string(),
            )
        })
        .collect();
    let c = "/b/0/c".to_owned();
    assert_eq!(
        found,
        [
            ("c", 3, 4, c.clone()),
            ("c", 3, 5, c),
            ("a", 1, 6, "/a".into())
        ]
    );
    assert_eq!(
        (text(&document, "/a"), text(&document, "/b/0/c")),
        (Some("2"), Some("3"))
    );
    // Also among many keys.
    let many: String = (0..100).map(|key| format!("k{key}: 1\n")).collect();
    let document = one(&format!("{many}k7: 2\nk99: 3\nk7: 4\n"));
    let found = document.problems().iter().map(|problem| {
        let ProblemKind::DuplicateKey { key, first } = &problem.kind else {
            panic!("{problem:?}");
        };
        (
            key.as_str(),
            document.source().position(first.start).line,
            document.source().position(problem.span.start).line,
        )
    });
    let found: Vec<_> = found.collect();
    assert_eq!(found, [("k7", 8, 101), ("k99", 100, 102), ("k7", 8, 103)]);
    // The same key in another mapping is another key.
    assert!(
        one("a: {a: {a: 1}}\nb: [{a: 1}, {a: 1}]\n")
            .problems()
            .is_empty()
    );
}

#[test]
fn duplicate_keys_of_mappings_of_any_size() {
    for count in [2, 31, 32, 33, 200] {
        let mut text: String = (1..count).map(|n| format!("k{n}: {n}\n")).collect();
        text.push_str("k1: again\n");
        let document = one(&text);
        let [problem] = document.problems() else {
            panic!("{count}: {:?}", document.problems());
        };
        let line = document.source().position(problem.span.start).line;
        assert_eq!((line, problem.path.to_string().as_str()), (count, "/k1"));
        assert!(
            matches!(&problem.kind, ProblemKind::DuplicateKey { first, .. } if first.start == 0)
        );
    }
}

#[test]
fn lists_and_mappings_as_keys_are_their_text() {
    let document =
        one("? [a, b]\n: c\n? {d: e}\n: f\n{{nama}}: g\n? - h\n  - i\n: j\n? k\n? |\n  l\n: m\n");
    assert_eq!(
        keys_of(&document, ""),
        [
            "[a, b]=c",
            "{d: e}=f",
            "{{nama}}=g",
            "- h\n  - i=j",
            "k=-",
            "l\n=m"
        ]
    );
    for (key, span, _) in document.keys(NodeId::ROOT).take(5) {
        assert_eq!(document.source().slice(span), key);
    }
    let inner = one("a: {{nama}}\n");
    let node = inner.get(NodeId::ROOT, "a").unwrap();
    assert_eq!(
        inner.keys(node).map(|(key, ..)| key).collect::<Vec<_>>(),
        ["{nama}"]
    );
}

#[test]
fn comments_belong_to_the_document_they_stand_in() {
    let parsed = read(concat!(
        "# kepala\na: 1 # satu\n# antara\n---\n# dua\nb:\n  # dalam\n  - 'x # bukan' # ya\n",
        "...\n# sesudah\n---\nc: 'y'\n#akhir",
    ));
    let comments: Vec<Vec<&str>> = parsed
        .documents
        .iter()
        .map(|document| {
            document
                .comments()
                .iter()
                .map(|c| c.text.as_str())
                .collect()
        })
        .collect();
    assert_eq!(
        comments,
        [
            vec![" kepala", " satu", " antara"],
            vec![" dua", " dalam", " ya"],
            vec![" sesudah", "akhir"]
        ]
    );
}

#[test]
fn several_documents() {
    let cases: [(&str, &[&str]); 10] = [
        ("a: 1", &["1"]),
        ("---\na: 1\n", &["1"]),
        ("# x\n---\na: 1\n...\n", &["1"]),
        ("a: 1\n---\na: 2\n---\na: 3", &["1", "2", "3"]),
        ("a: 1\n...\na: 2\n", &["1", "2"]),
        (
            "%YAML 1.2\n---\na: 1\n...\n%TAG ! x:\n---\na: 2\n",
            &["1", "2"],
        ),
        (
            "--- # satu\na: 1\n--- {a: 2}\n---\t\na: 3\n",
            &["1", "2", "3"],
        ),
        ("---\na: 1\n---\n", &["1", "-"]),
        ("---\n---\na: 2\n", &["-", "2"]),
        ("\n\n# a\n\n---\n\n\na: 1\n\n\n", &["1"]),
    ];
    for (file, wanted) in cases {
        let parsed = read(file);
        assert!(parsed.problems.is_empty(), "{file}: {:?}", parsed.problems);
        let texts: Vec<_> = parsed
            .documents
            .iter()
            .map(|d| text(d, "/a").unwrap_or("-"))
            .collect();
        let indexes: Vec<_> = parsed.documents.iter().map(Document::index).collect();
        assert_eq!(texts, wanted, "{file}");
        assert_eq!(indexes, (0..wanted.len()).collect::<Vec<_>>());
        for (document, text) in parsed.documents.iter().zip(wanted) {
            let kinds: Vec<_> = document
                .problems()
                .iter()
                .map(|problem| problem.kind.name())
                .collect();
            assert_eq!(
                kinds,
                if *text == "-" { vec!["empty"] } else { vec![] },
                "{file}"
            );
        }
    }
    for file in ["", "\n", "# x\n", "\u{feff}", "  \n\t\n"] {
        let source = Arc::new(Source::decode("a", file.as_bytes().to_vec()).unwrap());
        let parsed = parse(&source, &Limits::default());
        assert!(parsed.documents.is_empty());
        let kinds: Vec<_> = parsed
            .problems
            .iter()
            .map(|problem| problem.kind.name())
            .collect();
        assert_eq!(kinds, ["empty"], "{file:?}");
    }
}
