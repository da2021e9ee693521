//! Texts of scalars, and the places of keys, values and parts.

use super::*;

/// The text of the value at a path, and what is underlined for its key and value.
fn at<'a>(document: &'a Document, pointer: &str) -> (Option<&'a str>, &'a str, &'a str) {
    let place = document.at(&Path::parse(pointer).unwrap());
    assert!(place.is_found(), "{pointer}");
    let cut = |span| document.source().slice(span);
    (
        document.text(place.node()),
        cut(place.key()),
        cut(place.value()),
    )
}

fn part<'a>(document: &'a Document, pointer: &str, wanted: &str) -> &'a str {
    let place = document.at(&Path::parse(pointer).unwrap());
    let start = document.text(place.node()).unwrap().find(wanted).unwrap();
    document
        .source()
        .slice(place.part(start..start + wanted.len()))
}

#[test]
fn numbers_dates_and_words_stay_as_written() {
    let texts = [
        "10.000",
        "no",
        "yes",
        "on",
        "08:00",
        "1.10",
        "0x1F",
        "0o17",
        "017",
        "1e3",
        ".inf",
        "1_000",
        "+62",
        "12345678901234567890123",
        "2026-01-15",
        "15 Januari 2026",
        "190:20:30",
        "true",
        "Rp10.000,-",
        "3 (tiga) hari kerja",
        "-",
        "a: b",
    ];
    for text in texts {
        let (raw, plain) = match text {
            "-" | "a: b" => (format!("'{text}'"), false),
            _ => (text.to_owned(), true),
        };
        let document = one(&format!("a: {raw}\n"));
        let node = document.get(NodeId::ROOT, "a").unwrap();
        assert_eq!(document.value(node), Value::Scalar { text, plain });
        assert_eq!(at(&document, "/a"), (Some(text), "a", raw.as_str()));
    }
}

#[test]
fn what_is_missing() {
    for raw in ["", "~", "null", "Null", "NULL", "# apa", "!!null"] {
        let document = one(&format!("a: {raw}\nb: 1\n"));
        let node = document.get(NodeId::ROOT, "a").unwrap();
        assert_eq!(document.value(node), Value::Null, "{raw}");
        assert!(document.is_blank(node));
    }
    for raw in [
        "''",
        "\"\"",
        "' '",
        "[]",
        "{}",
        "[~, '']",
        "{a: , b: ' '}",
        "\"\\u200b\"",
    ] {
        let document = one(&format!("a: {raw}\nb: 1\n"));
        let node = document.get(NodeId::ROOT, "a").unwrap();
        assert_ne!(document.value(node), Value::Null, "{raw}");
        assert!(document.is_blank(node), "{raw}");
    }
    for raw in ["'~'", "\"null\"", "nihil", "0", "[0]"] {
        let document = one(&format!("a: {raw}\n"));
        assert!(
            !document.is_blank(document.get(NodeId::ROOT, "a").unwrap()),
            "{raw}"
        );
    }
    let document = one("kosong:\ntilde: ~\ndaftar:\n  -\n  - x\n");
    assert_eq!(at(&document, "/kosong"), (None, "kosong", "kosong"));
    assert_eq!(at(&document, "/tilde"), (None, "tilde", "~"));
    // An empty entry is its dash, so that something can be underlined.
    assert_eq!(at(&document, "/daftar/0"), (None, "-", "-"));
}

#[test]
fn quoted_texts() {
    let document = one(concat!(
        "a: 'it''s \"x\"'\n",
        "b: \"satu \\\"dua\\\" \\u00e9\\t\"\n",
        "\"kunci c\": \"d\" # x\n",
        "'e''f': \"satu\n  dua\n\n  tiga \\\n  empat\"\n",
    ));
    assert_eq!(
        at(&document, "/a"),
        (Some("it's \"x\""), "a", "'it''s \"x\"'")
    );
    assert_eq!(part(&document, "/a", "'s \"x"), "''s \"x");
    assert_eq!(at(&document, "/b").0, Some("satu \"dua\" é\t"));
    assert_eq!(part(&document, "/b", "dua"), "dua");
    assert_eq!(part(&document, "/b", "é"), "\\u00e9");
    assert_eq!(
        at(&document, "/kunci c"),
        (Some("d"), "\"kunci c\"", "\"d\"")
    );
    assert_eq!(part(&document, "/kunci c", "d"), "d");
    assert_eq!(at(&document, "/e'f").0, Some("satu dua\ntiga empat"));
    assert_eq!(at(&document, "/e'f").1, "'e''f'");
    assert_eq!(part(&document, "/e'f", "empat"), "empat");
    assert_eq!(part(&document, "/e'f", "dua\ntiga"), "dua\n\n  tiga");
}

#[test]
fn blocks_of_text() {
    let cases = [
        ("|", "satu\n  dua\n", "satu\ndua\n", "satu\n  dua"),
        ("|-", "satu\n  dua\n\n", "satu\ndua", "satu\n  dua"),
        ("|+", "satu\n\n\n", "satu\n\n\n", "satu"),
        (
            ">",
            "satu\n  dua\n\n  tiga\n",
            "satu dua\ntiga\n",
            "satu\n  dua\n\n  tiga",
        ),
        (
            ">-",
            "satu\n    dua\n  tiga\n",
            "satu\n  dua\ntiga",
            "satu\n    dua\n  tiga",
        ),
        ("| # kata", "satu\n", "satu\n", "satu"),
        (
            "|",
            "\"satu\" dua\n  'tiga'\n",
            "\"satu\" dua\n'tiga'\n",
            "\"satu\" dua\n  'tiga'",
        ),
        ("|2-", "  satu\n  dua\n", "  satu\ndua", "  satu\n  dua"),
        (">2", " satu\n", " satu\n", " satu"),
    ];
    for (mark, raw, text, shown) in cases {
        for after in ["b: 1\n", "# komentar\nb: 1\n", "\n\nb: 1\n", ""] {
            if mark == "|+" && after.starts_with('\n') {
                continue;
            }
            let document = one(&format!("a: {mark}\n  {raw}{after}"));
            let (found, key, value) = at(&document, "/a");
            assert_eq!((found, key), (Some(text), "a"), "{mark} {raw}");
            assert_eq!(value.trim_start(), shown.trim_start(), "{mark} {raw}");
            for word in text.split_whitespace() {
                assert_eq!(part(&document, "/a", word), word, "{mark} {raw}");
            }
        }
    }
    // Blank lines before the text, and a block in a list.
    let document = one("a:\n  - |\n\n    satu\n  - x\n");
    assert_eq!(at(&document, "/a/0").0, Some("\nsatu\n"));
    assert_eq!(part(&document, "/a/0", "satu"), "satu");
    let document = one("a: |\nb: 1\n");
    assert_eq!(at(&document, "/a"), (Some(""), "a", "a"));
}

#[test]
fn plain_texts_of_several_lines() {
    let document = one("a: satu\n  dua\n\n  tiga # x\n#y\nb:\n  empat\n  lima\nc: d\n");
    assert_eq!(
        at(&document, "/a"),
        (Some("satu dua\ntiga"), "a", "satu\n  dua\n\n  tiga")
    );
    assert_eq!(part(&document, "/a", "tu dua\nti"), "tu\n  dua\n\n  ti");
    assert_eq!(
        at(&document, "/b"),
        (Some("empat lima"), "b", "empat\n  lima")
    );
}

#[test]
fn lists_and_mappings() {
    let document =
        one("a: [x, {b: y}, \"z\"] # w\nc:\n- d: 1\n  e: 2\n\n- - f\n  - [g]\nh: {i: , 'j': k}\n");
    assert_eq!(at(&document, "/a"), (None, "a", "[x, {b: y}, \"z\"]"));
    assert_eq!(at(&document, "/a/0"), (Some("x"), "x", "x"));
    assert_eq!(at(&document, "/a/1"), (None, "b", "{b: y}"));
    assert_eq!(at(&document, "/a/1/b"), (Some("y"), "b", "y"));
    assert_eq!(at(&document, "/a/2"), (Some("z"), "\"z\"", "\"z\""));
    assert_eq!(at(&document, "/c/0"), (None, "d", "d: 1\n  e: 2"));
    assert_eq!(at(&document, "/c/1/0"), (Some("f"), "f", "f"));
    assert_eq!(at(&document, "/c/1/1/0"), (Some("g"), "g", "g"));
    assert_eq!(at(&document, "/h/i"), (None, "i", "i"));
    assert_eq!(at(&document, "/h/j"), (Some("k"), "'j'", "k"));
    assert!(at(&document, "/c").2.ends_with("- [g]"));
}

#[test]
fn odd_white_space_and_characters() {
    let document = one(
        "\u{feff}jenis: sop\r\na:\tb\t\r\nc:   d   \r\n\r\ne: |\r\n  f\r\n  g\r\n日本: 😀é x\r\n",
    );
    assert_eq!(at(&document, "/jenis"), (Some("sop"), "jenis", "sop"));
    assert_eq!(at(&document, "/a"), (Some("b"), "a", "b"));
    assert_eq!(at(&document, "/c"), (Some("d"), "c", "d"));
    assert_eq!(at(&document, "/e"), (Some("f\ng\n"), "e", "f\r\n  g"));
    assert_eq!(part(&document, "/e", "g"), "g");
    assert_eq!(at(&document, "/日本"), (Some("😀é x"), "日本", "😀é x"));
    assert_eq!(part(&document, "/日本", "é x"), "é x");
    let old = one("a: b\rc: d\re: f\r");
    assert_eq!(at(&old, "/e"), (Some("f"), "e", "f"));
}

#[test]
fn a_missing_key_is_placed_at_its_nearest_ancestor() {
    let document = one("jenis: sop\nprosedur:\n  - uraian: a\n    waktu:\nnama: x\n");
    let near = |pointer: &str| {
        let place = document.at(&Path::parse(pointer).unwrap());
        assert!(!place.is_found());
        (
            document.path_of(place.node()).to_string(),
            document.source().slice(place.key()),
        )
    };
    assert_eq!(near("/biaya"), (String::new(), "jenis"));
    assert_eq!(near("/biaya/0/tarif"), (String::new(), "jenis"));
    assert_eq!(
        near("/prosedur/0/pelaksana"),
        ("/prosedur/0".into(), "uraian")
    );
    assert_eq!(near("/prosedur/1"), ("/prosedur".into(), "prosedur"));
    assert_eq!(near("/prosedur/x"), ("/prosedur".into(), "prosedur"));
    assert_eq!(
        near("/prosedur/0/waktu/x"),
        ("/prosedur/0/waktu".into(), "waktu")
    );
    assert_eq!(near("/nama/0"), ("/nama".into(), "nama"));
    // Keys of digits are keys.
    let digits = one("2024: x\n'0': y\n01: z\n");
    for (pointer, text) in [("/2024", "x"), ("/0", "y"), ("/01", "z")] {
        assert_eq!(at(&digits, pointer).0, Some(text));
    }
    // The root without `jenis` is its first key; a root without keys its first line.
    let place = |text: &str| {
        let document = one(text);
        document
            .source()
            .slice(document.place(NodeId::ROOT).key())
            .to_owned()
    };
    assert_eq!(place("# x\nnama: a\nunit: b\n"), "nama");
    assert_eq!(place("nama: a\njenis: b\n"), "jenis");
    assert_eq!(place("- a\n- b\n"), "- a");
    assert_eq!(place("teks saja\ndua baris\n"), "teks saja");
}
