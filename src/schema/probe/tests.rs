//! A type tells its form.

use serde::Deserialize;

use super::*;
use crate::rule::OneOrMany;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only its form is looked at")]
struct Sample {
    name: String,
    #[serde(default)]
    count: usize,
    inner: Option<Box<Sample>>,
    words: OneOrMany<Word>,
    list: Vec<f64>,
    map: std::collections::BTreeMap<String, bool>,
    #[serde(default)]
    tagged: Option<Tagged>,
}

#[derive(Deserialize)]
#[serde(tag = "is", rename_all = "lowercase", deny_unknown_fields)]
#[expect(dead_code, reason = "only its form is looked at")]
enum Tagged {
    Small {},
    Large { size: usize },
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Word {
    One,
    Two,
}

#[test]
fn a_type_tells_its_form() {
    use Step::{AsList, AsMap, AsText, Field, Item, Value};
    let ask = |path: &[Step]| ask::<Sample>(path).map(|answer| answer.wanted);
    let fields = &["name", "count", "inner", "words", "list", "map", "tagged"];
    assert_eq!(ask(&[]), Some(Wanted::Fields("Sample", fields)));
    assert_eq!(ask(&[Field("name")]), Some(Wanted::Text));
    assert_eq!(
        ask(&[Field("inner")]),
        Some(Wanted::Fields("Sample", fields))
    );
    assert_eq!(ask(&[Field("inner"), Field("count")]), Some(Wanted::Whole));
    assert_eq!(ask(&[Field("words")]), Some(Wanted::Several));
    let words = Wanted::Words(&["one", "two"]);
    assert_eq!(ask(&[Field("words"), AsText]), Some(words.clone()));
    assert_eq!(ask(&[Field("words"), AsList]), Some(words));
    assert_eq!(ask(&[Field("words"), AsMap]), None);
    assert_eq!(ask(&[Field("list"), Item]), Some(Wanted::Number));
    assert_eq!(ask(&[Field("map"), Value]), Some(Wanted::Truth));
    assert_eq!(ask(&[Field("nothing")]), None);
    let tagged = |step| ask(&[Field("tagged"), AsMap, step]);
    assert_eq!(ask(&[Field("tagged"), AsMap]), Some(Wanted::Tagged("is")));
    assert_eq!(
        tagged(Step::Tag("is")),
        Some(Wanted::Words(&["small", "large"]))
    );
    let variant = |word| tagged(Step::Variant("is", word));
    assert_eq!(variant("small"), Some(Wanted::Fields("", &[])));
    assert_eq!(variant("large"), Some(Wanted::Fields("", &["size"])));
    let required = |name| is_required::<Sample>(&[], name);
    let wanted: Vec<_> = fields
        .iter()
        .copied()
        .filter(|name| required(name))
        .collect();
    assert_eq!(wanted, ["name", "words", "list", "map"]);
    let inner = super::ask::<Sample>(&[Field("inner")]).unwrap();
    assert!(inner.optional);
}
