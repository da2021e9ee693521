//! The same paths on the same documents as another implementation, `serde_json_path`.
//!
//! It differs from the standard in a few places, which the generated paths leave out: a
//! negative index in a comparison or an argument finds nothing; `<` and its kind order values
//! that have no order, and `<=` does not hold between two nothings; numbers inside lists and
//! maps are compared by their notation (1 and 1.0 differ). It refuses white space before
//! `..`, which is taken out for it. It accepts white space inside the brackets of compared
//! paths, patterns that are not I-Regexps, and any length and depth.

use proptest::prelude::*;
use proptest::sample::{Index, select as one_of};
use serde_json::{Map, Value as Json, json};
use serde_json_path::JsonPath;

use super::super::PathErrorKind;
use super::{Path, select};

fn document() -> impl Strategy<Value = Json> {
    let texts = &["", "a", "b", "ab", "a.b", "a|b", "(", "[ab]*", "é", "c d"];
    let scalar = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        (-2..5i64).prop_map(Json::from),
        Just(json!(0.5)),
        one_of(&texts[..]).prop_map(Json::from),
    ];
    let inner = scalar.prop_recursive(3, 40, 5, |inner| {
        prop_oneof![list(inner.clone()), map(inner)]
    });
    prop_oneof![list(inner.clone()), map(inner)]
}

fn list(inner: impl Strategy<Value = Json>) -> impl Strategy<Value = Json> {
    prop::collection::vec(inner, 0..5).prop_map(Json::from)
}

fn map(inner: impl Strategy<Value = Json>) -> impl Strategy<Value = Json> {
    let member = (
        one_of(&["a", "a", "b", "b", "c", "é", "c d", "\""][..]),
        inner,
    );
    prop::collection::vec(member, 0..6).prop_map(|members| {
        let members = members
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value));
        Json::from(members.collect::<Map<_, _>>())
    })
}

fn space() -> impl Strategy<Value = &'static str> {
    prop_oneof![6 => Just(""), 1 => one_of(&[" ", "\n", "\t \r"][..])]
}

/// `parts` with white space around each.
fn spaced(parts: Vec<BoxedStrategy<String>>) -> BoxedStrategy<String> {
    let spaces = prop::collection::vec(space(), parts.len() - 1);
    (parts, spaces)
        .prop_map(|(parts, spaces)| {
            let mut text = parts[0].clone();
            for (space, part) in spaces.iter().zip(&parts[1..]) {
                text.push_str(space);
                text.push_str(part);
            }
            text
        })
        .boxed()
}

fn word(words: &'static [&'static str]) -> BoxedStrategy<String> {
    one_of(words).prop_map(str::to_owned).boxed()
}

fn name() -> BoxedStrategy<String> {
    word(&["a", "b", "c", "é"])
}

fn quoted() -> BoxedStrategy<String> {
    word(&[
        r"'a'",
        r#""b""#,
        r"'c d'",
        r#""c\u0020d""#,
        r"'\u00e9'",
        r#""\"""#,
        r"'\''",
        r#"'"'"#,
        r"'\n'",
    ])
}

fn segment(depth: u32) -> BoxedStrategy<String> {
    let bracketed = |open: &'static str| {
        prop::collection::vec(selector(depth), 1..3).prop_flat_map(move |selectors| {
            let mut parts = vec![Just(open.to_owned()).boxed()];
            for (index, selector) in selectors.into_iter().enumerate() {
                if index > 0 {
                    parts.push(Just(",".to_owned()).boxed());
                }
                parts.push(Just(selector).boxed());
            }
            parts.push(Just("]".to_owned()).boxed());
            spaced(parts)
        })
    };
    let segment = prop_oneof![
        4 => name().prop_map(|name| format!(".{name}")),
        1 => Just(".*".to_owned()),
        1 => name().prop_map(|name| format!("..{name}")),
        1 => Just("..*".to_owned()),
        4 => bracketed("["),
        1 => bracketed("..["),
    ];
    (space(), segment)
        .prop_map(|(space, segment)| format!("{space}{segment}"))
        .boxed()
}

fn selector(depth: u32) -> BoxedStrategy<String> {
    let part = || {
        prop_oneof![
            Just(String::new()),
            (-4..5i64).prop_map(|part| part.to_string())
        ]
    };
    let colon = || Just(":".to_owned()).boxed();
    let plain = prop_oneof![
        quoted(),
        (-4..5i64).prop_map(|index| index.to_string()),
        Just("*".to_owned()),
        spaced(vec![part().boxed(), colon(), part().boxed()]),
        spaced(vec![
            part().boxed(),
            colon(),
            part().boxed(),
            colon(),
            part().boxed()
        ]),
    ];
    if depth == 0 {
        return plain.boxed();
    }
    let filter = spaced(vec![Just("?".to_owned()).boxed(), logical(depth - 1)]);
    prop_oneof![1 => plain, 1 => filter].boxed()
}

fn query(depth: u32) -> BoxedStrategy<String> {
    let segments = prop::collection::vec(segment(depth), 0..3);
    (word(&["@", "@", "@", "$"]), segments)
        .prop_map(|(origin, segments)| origin + &segments.concat())
        .boxed()
}

/// The argument of a function; a negative index would find nothing in the oracle.
fn nodes(depth: u32) -> BoxedStrategy<String> {
    query(depth)
        .prop_filter("negative", |query| !query.contains('-'))
        .boxed()
}

/// A query of names and indexes that are not negative.
fn singular() -> BoxedStrategy<String> {
    let step = prop_oneof![
        2 => name().prop_map(|name| format!(".{name}")),
        1 => quoted().prop_map(|name| format!("[{name}]")),
        1 => (0..3).prop_map(|index| format!("[{index}]")),
    ];
    let step = (space(), step).prop_map(|(space, step)| format!("{space}{step}"));
    (word(&["@", "@", "$"]), prop::collection::vec(step, 0..3))
        .prop_map(|(origin, steps)| origin + &steps.concat())
        .boxed()
}

fn ordered_literal() -> BoxedStrategy<String> {
    prop_oneof![
        quoted(),
        word(&["'ab'", "0", "1", "-1", "2", "0.5", "5e-1", "1E0", "-0"])
    ]
    .boxed()
}

fn call(name: &'static str, arguments: Vec<BoxedStrategy<String>>) -> BoxedStrategy<String> {
    let mut parts = vec![Just(format!("{name}(")).boxed()];
    for (index, argument) in arguments.into_iter().enumerate() {
        if index > 0 {
            parts.push(Just(",".to_owned()).boxed());
        }
        parts.push(argument);
    }
    parts.push(Just(")".to_owned()).boxed());
    spaced(parts)
}

fn comparable(depth: u32) -> BoxedStrategy<String> {
    prop_oneof![
        2 => ordered_literal(),
        1 => word(&["true", "false", "null"]),
        4 => singular(),
        1 => call("length", vec![prop_oneof![singular(), ordered_literal()].boxed()]),
        1 => call("count", vec![nodes(depth)]),
        1 => call("value", vec![nodes(depth)]),
    ]
    .boxed()
}

fn logical(depth: u32) -> BoxedStrategy<String> {
    let exists = (word(&["", "", "!", "! "]), query(depth)).prop_map(|(not, query)| not + &query);
    let equality = spaced(vec![
        comparable(depth),
        word(&["==", "!="]),
        comparable(depth),
    ]);
    let order = || word(&["<", "<=", ">", ">="]);
    let literal_left = spaced(vec![ordered_literal(), order(), comparable(depth)]);
    let literal_right = spaced(vec![comparable(depth), order(), ordered_literal()]);
    let pattern = prop_oneof![
        singular(),
        word(&[
            "'a.*'",
            "'[ab]'",
            "'.'",
            "''",
            "'a|b'",
            r"'\\p{L}+'",
            "'^a'",
            "'b$'",
            "1"
        ])
    ];
    let text = prop_oneof![singular(), call("value", vec![nodes(depth)])];
    let matched = (
        one_of(&["match", "search"][..]),
        Just((text.boxed(), pattern.boxed())),
    )
        .prop_flat_map(|(name, (text, pattern))| call(name, vec![text, pattern]));
    let basic = prop_oneof![exists, equality, literal_left, literal_right, matched];
    if depth == 0 {
        return basic.boxed();
    }
    let group = spaced(vec![word(&["(", "!("]), logical(depth - 1), word(&[")"])]);
    let part = prop_oneof![3 => basic, 1 => group].boxed();
    let joint = || word(&["&&", "||"]);
    prop_oneof![
        2 => part.clone(),
        1 => spaced(vec![part.clone(), joint(), part.clone()]),
        1 => spaced(vec![part.clone(), joint(), part.clone(), joint(), part]),
    ]
    .boxed()
}

fn path() -> BoxedStrategy<String> {
    let segments = prop::collection::vec(segment(2), 0..4);
    let any = segments.prop_map(|segments| format!("${}", segments.concat()));
    let filter = spaced(vec![word(&["$[?", "$..[?"]), logical(1), word(&["]"])]);
    prop_oneof![any, filter].boxed()
}

fn oracle(text: &str) -> Result<JsonPath, String> {
    let mut parts = text.split("..");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.truncate(text.trim_end_matches([' ', '\t', '\n', '\r']).len());
        text.push_str("..");
        text.push_str(part);
    }
    JsonPath::parse(&text).map_err(|error| error.to_string())
}

/// Whether the other implementation may judge this text in another way.
fn differs(kind: &PathErrorKind) -> bool {
    matches!(
        kind,
        PathErrorKind::BadPattern(_)
            | PathErrorKind::SpaceInBrackets
            | PathErrorKind::TooDeep
            | PathErrorKind::TooLong
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn selects_the_same(text in path(), json in document()) {
        prop_assume!(text.len() < 700);
        let ours = Path::compile(&text).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let theirs = oracle(&text).map_err(TestCaseError::fail)?;
        let found = select(&ours, &json);
        let wanted = theirs.query(&json).all();
        prop_assert_eq!(found.len(), wanted.len());
        let same = found.iter().zip(&wanted).all(|(ours, theirs)| std::ptr::eq(*ours, *theirs));
        prop_assert!(same, "{:?} and {:?}", found, wanted);
    }

    #[test]
    fn prints_what_it_reads(text in path(), json in document()) {
        prop_assume!(text.len() < 700);
        let path = Path::compile(&text).unwrap();
        let again = Path::compile(&path.to_string()).unwrap();
        prop_assert_eq!(&again, &path);
        prop_assert_eq!(select(&again, &json), select(&path, &json));
    }

    #[test]
    fn accepts_the_same(
        text in path(),
        edits in prop::collection::vec((any::<Index>(), 0..3, one_of(&CHARACTERS[..])), 1..4),
    ) {
        prop_assume!(text.len() < 200);
        let mut characters: Vec<char> = text.chars().collect();
        for (place, edit, new) in edits {
            let place = place.index(characters.len() + 1);
            if edit != 1 && place < characters.len() {
                characters.remove(place);
            }
            if edit != 0 {
                characters.insert(place, new);
            }
        }
        let text: String = characters.into_iter().collect();
        match Path::compile(&text) {
            Ok(path) => {
                prop_assert!(oracle(&text).is_ok(), "{:?} only here", text);
                prop_assert_eq!(&Path::compile(path.as_str()).unwrap(), &path);
            }
            Err(error) => {
                prop_assert!(text.get(error.range.clone()).is_some(), "{:?}: {:?}", text, error);
                if !differs(&error.kind) {
                    let accepted = oracle(&text).is_ok();
                    prop_assert!(!accepted, "{:?} only there: {:?}", text, error);
                }
            }
        }
    }
}

const CHARACTERS: [char; 40] = [
    '$', '@', '.', '*', '[', ']', '(', ')', '?', '!', '&', '|', '=', '<', '>', ',', ':', '-', '+',
    '0', '1', '9', 'e', 'E', 'a', 'u', 'd', 'l', 't', '_', '\'', '"', '\\', '/', ' ', '\t',
    '\u{a0}', 'é', '{', '~',
];
