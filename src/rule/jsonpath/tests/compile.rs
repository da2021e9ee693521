//! Standard form, equality, singular paths, and hostile texts.

use std::collections::HashSet;

use proptest::prelude::*;

use super::super::{PathErrorKind, Step};
use super::Path;

#[test]
fn standard_form() {
    let cases = [
        ("$", "$"),
        ("$['a']", "$.a"),
        (r#"$["a"]["b c"]"#, "$.a['b c']"),
        ("$ [ 'a' ] \n .b", "$.a.b"),
        ("$['jangka-waktu']", "$['jangka-waktu']"),
        ("$['1a']['']['_']['é']", "$['1a'][''].\u{5f}.é"),
        (r#"$["it's"]['"']['\'"']"#, r#"$["it's"]['"']['\'"']"#),
        (
            r"$['\u00e9\u000a\u001F\ud83d\ude00\/\\']",
            r"$['é\n\u001f😀/\\']",
        ),
        (r"$['\ud800\udc00\udbff\udfff']", "$.\u{10000}\u{10ffff}"),
        (r"$['\uD7FF\uE000']", "$.\u{d7ff}\u{e000}"),
        ("$[*]..[*]..['a']..[0]", "$.*..*..a..[0]"),
        ("$[ 1 , 'a' , * ]", "$[1, 'a', *]"),
        (
            "$[1 : 2 : 3][::][:][::1][1:2:1][::-1][0:0:0]",
            "$[1:2:3][:][:][:][1:2][::-1][0:0:0]",
        ),
        ("$[?@.a==1&&@.b||!@.c]", "$[?@.a == 1 && @.b || !@.c]"),
        ("$[?(@.a)]", "$[?@.a]"),
        ("$[?((@.a&&(@.b&&@.c)))]", "$[?@.a && @.b && @.c]"),
        (
            "$[?(@.a||@.b)&&(@.c&&@.d)]",
            "$[?(@.a || @.b) && @.c && @.d]",
        ),
        ("$[?(@.a&&@.b)||@.c]", "$[?@.a && @.b || @.c]"),
        ("$[?!(@.a)]", "$[?!@.a]"),
        ("$[?!(!(@.a))]", "$[?!(!@.a)]"),
        ("$[?!(@.a<1)]", "$[?!(@.a < 1)]"),
        ("$[?!(@.a||@.b)]", "$[?!(@.a || @.b)]"),
        ("$[?@.a==1.0]", "$[?@.a == 1]"),
        ("$[?@.a==-0]", "$[?@.a == 0]"),
        ("$[?@.a==1E2]", "$[?@.a == 100]"),
        ("$[?@.a==1e300]", "$[?@.a == 1e300]"),
        ("$[?@.a==1.5e-10]", "$[?@.a == 0.00000000015]"),
        (
            "$[?@.a==12345678901234567890]",
            "$[?@.a == 1.2345678901234567e19]",
        ),
        ("$[?@.a!=null]", "$[?@.a != null]"),
        (
            r#"$[?length( @ )>=count( $..* )]"#,
            "$[?length(@) >= count($..*)]",
        ),
        (r#"$[?match( @.a ,"a\\.b")]"#, r"$[?match(@.a, 'a\\.b')]"),
        ("$[?!search(@,$.p)]", "$[?!search(@, $.p)]"),
        (
            "$[?value(@..a)<=length(value(@..b))]",
            "$[?value(@..a) <= length(value(@..b))]",
        ),
        ("$[?@['a'][-1]>'b']", "$[?@.a[-1] > 'b']"),
    ];
    for (text, standard) in cases {
        let path = Path::compile(text).unwrap();
        assert_eq!(path.to_string(), standard, "{text}");
        assert_eq!(Path::compile(standard).unwrap(), path);
    }
}

#[test]
fn white_space_in_brackets() {
    // Only where a path must lead to one value.
    for (path, place, taken) in [
        ("@[ 'a']", 2, false),
        ("@['a' ]", 5, false),
        ("@[0 ]", 3, false),
        ("@.b['a'][ 0].c", 9, false),
        ("@ ['a'] .b", 0, true),
    ] {
        for (before, after) in [("$[?", " == 1]"), ("$[?length(", ") == 1]")] {
            let result = Path::compile(&format!("{before}{path}{after}"));
            let place = before.len() + place;
            let error = result.err().map(|error| (error.kind, error.range));
            let expected = (PathErrorKind::SpaceInBrackets, place..place + 1);
            assert_eq!(error, (!taken).then_some(expected), "{path}");
        }
        for test in [
            path.to_owned(),
            format!("count({path}) == 1"),
            format!("!{path}"),
        ] {
            assert!(Path::compile(&format!("$[?{test}]")).is_ok(), "{test}");
        }
    }
}

#[test]
fn equality() {
    let same =
        ["$.a", "$['a']", r#"$ ["a"]"#, r"$['\u0061']"].map(|text| Path::compile(text).unwrap());
    assert_eq!(HashSet::from(same).len(), 1);
    let different = [
        "$.a",
        "$..a",
        "$.A",
        "$[0]",
        "$['0']",
        "$[?@.a]",
        "$[?@.a == 1]",
        "$[?@.a == '1']",
    ];
    let paths = different.map(|text| Path::compile(text).unwrap());
    assert_eq!(HashSet::from(paths).len(), different.len());
}

#[test]
fn singular() {
    let steps = |text| {
        Path::compile(text)
            .unwrap()
            .singular()
            .map(|steps| format!("{steps:?}"))
    };
    let path = Path::compile("$.a['b/c'][0][-1]").unwrap();
    let expected = [
        Step::Name("a"),
        Step::Name("b/c"),
        Step::Index(0),
        Step::Index(-1),
    ];
    assert_eq!(path.singular(), Some(expected.to_vec()));
    assert_eq!(steps("$"), Some("[]".to_owned()));
    for text in [
        "$.*",
        "$..a",
        "$['a', 'b']",
        "$[0, 0]",
        "$[0:1]",
        "$[?@.a]",
        "$.a.*.b",
    ] {
        assert_eq!(steps(text), None, "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_text_is_judged(text in "\\PC{0,40}|[$@.*\\[\\]()?!&|=<>,:0-9a-e'\"\\\\ é-]{0,60}") {
        for text in [text.clone(), format!("$[?{text}]"), format!("$['{text}']"), format!("$[?match(@, '{text}')]")] {
            match Path::compile(&text) {
                Ok(path) => prop_assert_eq!(&Path::compile(path.as_str()).unwrap(), &path),
                Err(error) => {
                    prop_assert!(text.get(error.range.clone()).is_some(), "{:?} {:?}", text, error);
                    prop_assert!(!error.explain_id().is_empty());
                }
            }
        }
    }
}
