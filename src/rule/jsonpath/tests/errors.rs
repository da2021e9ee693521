//! Every kind of error: where it is marked, and what is said in English and Indonesian.
//! The file has a path, its marked part, and the two texts in each line.

use std::collections::HashSet;

use super::super::{MAX_DEPTH, MAX_LENGTH, PathErrorKind};
use super::Path;

#[test]
fn errors() {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/data/jsonpath-errors.jsonl"
    );
    let mut kinds = HashSet::new();
    for line in std::fs::read_to_string(file).unwrap().lines() {
        let [text, marked, english, indonesian]: [String; 4] = serde_json::from_str(line).unwrap();
        let error = Path::compile(&text).unwrap_err();
        assert_eq!(text[error.range.clone()], marked, "{text}");
        assert_eq!(error.to_string(), english, "{text}");
        assert_eq!(error.explain_id(), indonesian, "{text}");
        kinds.insert(std::mem::discriminant(&error.kind));
    }
    // All but the two limits, which have tests of their own.
    assert_eq!(kinds.len(), 24);
}

#[test]
fn too_long() {
    let path = |length: usize| format!("$.{}", "a".repeat(length - 2));
    assert!(Path::compile(&path(MAX_LENGTH)).is_ok());
    let error = Path::compile(&path(MAX_LENGTH + 1)).unwrap_err();
    assert_eq!(
        (error.kind.clone(), error.range.clone()),
        (PathErrorKind::TooLong, 1000..1001)
    );
    assert_eq!(
        error.to_string(),
        "the path is too long; expected at most 1000 bytes"
    );
    assert_eq!(
        error.explain_id(),
        "jalur terlalu panjang; paling panjang 1000 byte"
    );
    // The mark stays on the border of a character.
    let error = Path::compile(&format!("$.{}", "é".repeat(MAX_LENGTH))).unwrap_err();
    assert_eq!(error.range, 1000..2002);
    // A path that is longer in its standard form than as written.
    let text = format!("$[?{}1<2]", "1<2||".repeat(190));
    assert!(text.len() < MAX_LENGTH);
    assert_eq!(
        Path::compile(&text).unwrap_err().kind,
        PathErrorKind::TooLong
    );
}

#[test]
fn too_deep() {
    let nests = [
        ("$", "[?@", "]"),
        ("$[?", "(", ")"),
        ("$[?", "!(", ")"),
        ("$[?1==", "length(", ")"),
    ];
    for (start, open, close) in nests {
        let path = |depth: usize| {
            let (open, close) = (open.repeat(depth), close.repeat(depth));
            let inner = if start == "$" { "" } else { "@" };
            let end = if start == "$" { "" } else { "]" };
            format!("{start}{open}{inner}{close}{end}")
        };
        // The filter around the parentheses is a level too.
        let deepest = if start == "$" {
            MAX_DEPTH
        } else {
            MAX_DEPTH - 1
        };
        assert!(Path::compile(&path(deepest)).is_ok(), "{}", path(deepest));
        let error = Path::compile(&path(deepest + 1)).unwrap_err();
        assert_eq!(error.kind, PathErrorKind::TooDeep);
        assert_eq!(
            error.to_string(),
            "nested too deep; expected at most 64 levels"
        );
        assert_eq!(
            error.explain_id(),
            "kurung dan saringan bertumpuk terlalu dalam; paling banyak 64 tingkat"
        );
    }
}
