//! What the standard says and the other tests leave open.

use serde_json::{Value as Json, json};

use super::{Path, select};

fn selected(text: &str, json: &Json) -> Vec<Json> {
    select(&Path::compile(text).unwrap(), json)
        .into_iter()
        .cloned()
        .collect()
}

#[test]
fn comparisons() {
    let json = json!({
        "obj": {"x": "y"}, "other": {"x": "y"}, "arr": [2, 3], "n": null, "t": true, "f": false,
        "one": 1, "uno": 1.0, "nested": {"a": [1, {"b": 2}], "c": 3},
        "turned": {"c": 3.0, "a": [1.0, {"b": 2.0}]}, "text": "ab", "long": "abc", "é": "é"
    });
    let cases = [
        ("$.absent1 == $.absent2", true),
        ("$.absent1 <= $.absent2", true),
        ("$.absent1 >= $.absent2", true),
        ("$.absent1 < $.absent2", false),
        ("$.absent1 != $.absent2", false),
        ("$.absent == 'g'", false),
        ("$.absent != 'g'", true),
        ("$.absent <= 'g'", false),
        ("$.absent == null", false),
        ("$.n == null", true),
        ("$.n <= null", true),
        ("$.n < $.t", false),
        ("1 <= 2", true),
        ("1 > 2", false),
        ("2 >= 2", true),
        ("13 == '13'", false),
        ("13 < '14'", false),
        ("'a' <= 'b'", true),
        ("'a' > 'b'", false),
        ("'ab' < 'abc'", true),
        ("'Z' < 'a'", true),
        // By character, where UTF-16 would put them the other way.
        (r"'\uffff' < '\ud83d\ude00'", true),
        ("$.text < $.long", true),
        ("$.long < $.é", true),
        ("$.obj == $.arr", false),
        ("$.obj != $.arr", true),
        ("$.obj == $.obj", true),
        ("$.obj == $.other", true),
        ("$.obj <= $.other", true),
        ("$.obj < $.other", false),
        ("$.obj > $.other", false),
        ("$.arr == $.arr", true),
        ("$.obj == 17", false),
        ("$.obj != 17", true),
        ("$.arr <= $.arr", true),
        ("$.arr < $.arr", false),
        ("1 <= $.arr", false),
        ("true == true", true),
        ("true <= true", true),
        ("true > false", false),
        ("$.t > $.f", false),
        ("$.one == $.uno", true),
        ("$.one == 1e0", true),
        ("-0 == 0", true),
        ("9007199254740993 == 9007199254740992", true),
        ("$.nested == $.turned", true),
        ("$.nested.a == $.turned.a", true),
        ("$.nested.a == $.nested", false),
        ("$.arr[-1] == 3", true),
        ("$.arr[-3] == $.absent", true),
        ("$.arr[1] == 3", true),
        ("length($.text) == 2", true),
        ("length($.é) == 1", true),
        ("length($.arr) == 2", true),
        ("length($.nested) == 2", true),
        ("length($.one) == $.absent", true),
        ("length($.absent) == length($.t)", true),
        ("count($.arr[-1]) == 1", true),
        ("count($.nested..*) == 5", true),
        ("count($.*['x', 'x']) == 4", true),
        ("value($.nested..b) == 2", true),
        ("value($..x) == $.absent", true),
        ("value($..absent) == $.absent", true),
        ("length(value($.nested..b)) == $.absent", true),
        ("value($..b) == $.absent", true),
    ];
    for (test, holds) in cases {
        let found = selected(&format!("$[?@ == 1 && {test}]"), &json);
        assert_eq!(!found.is_empty(), holds, "{test}");
        let not = selected(&format!("$[?@ == 1 && !({test})]"), &json);
        assert_eq!(not.is_empty(), holds, "{test}");
    }
}

#[test]
fn equal_maps_have_the_same_names() {
    let json =
        json!([{"a": 1, "b": 2}, {"a": 1, "c": 2}, {"a": 1}, {"a": 1, "b": 3}, {"b": 2, "a": 1}]);
    assert_eq!(
        selected("$[?@ == $[0]]", &json),
        [json[0].clone(), json[4].clone()]
    );
    let json = json!([[1, 2], [2, 1], [1], [1, 2, 3], [1, 2], [1, [2]]]);
    assert_eq!(
        selected("$[?@ == $[0]]", &json),
        [json[0].clone(), json[4].clone()]
    );
}

#[test]
fn order_and_duplicates() {
    let json = json!({"o": {"j": 1, "k": 2}, "a": [5, 3, [{"j": 4}, {"k": 6}]]});
    let cases = [
        ("$..j", json!([1, 4])),
        ("$..[0]", json!([5, {"j": 4}])),
        (
            "$..*",
            json!([
                {"j": 1, "k": 2}, [5, 3, [{"j": 4}, {"k": 6}]], 1, 2, 5, 3,
                [{"j": 4}, {"k": 6}], {"j": 4}, {"k": 6}, 4, 6
            ]),
        ),
        ("$..o", json!([{"j": 1, "k": 2}])),
        ("$.o..[*, *]", json!([1, 2, 1, 2])),
        ("$.a..[0, 1]", json!([5, 3, {"j": 4}, {"k": 6}])),
        ("$.a[1, 0, 1]", json!([3, 5, 3])),
        ("$.a[::-1]", json!([[{"j": 4}, {"k": 6}], 3, 5])),
        ("$.a[::-2]", json!([[{"j": 4}, {"k": 6}], 5])),
        ("$.a[2::-1]..j", json!([4])),
        (
            "$.a..[::-1]",
            json!([[{"j": 4}, {"k": 6}], 3, 5, {"k": 6}, {"j": 4}]),
        ),
        ("$..*..j", json!([1, 4, 4, 4])),
        ("$.o[0]", json!([])),
        ("$.o[:]", json!([])),
        ("$.a.j", json!([])),
        ("$.a[?@ > 4, ?@ < 4, 0]", json!([5, 3, 5])),
        ("$[?@[?@.j == 4 || @[0].j == 4]]", json!([json["a"]])),
        // A test for existence that stops half way, inside a visit of everything.
        ("$..[?@..j].k", json!([2])),
        ("$..[?@..[0]][?@.j]", json!([{"j": 4}])),
        ("$[?@..[?@ == $.o.k]].k", json!([2])),
    ];
    for (text, expected) in cases {
        assert_eq!(Json::Array(selected(text, &json)), expected, "{text}");
    }
}

#[test]
fn patterns_of_the_document() {
    let json =
        json!({"p": "a.", "q": "(", "r": r"\d", "long": "a".repeat(1001), "v": ["ab", "xab", "1"]});
    assert_eq!(selected("$.v[?match(@, $.p)]", &json), ["ab"]);
    assert_eq!(selected("$.v[?search(@, $.p)]", &json), ["ab", "xab"]);
    // The same pattern as a whole and as a part in one filter.
    assert_eq!(
        selected("$.v[?search(@, $.p) && !match(@, $.p)]", &json),
        ["xab"]
    );
    for name in ["q", "r", "long", "absent", "v"] {
        let none: [Json; 0] = [];
        assert_eq!(selected(&format!("$.v[?search(@, $.{name})]"), &json), none);
    }
    assert_eq!(
        selected("$.v[?search(@, $.long) || @ == '1']", &json),
        ["1"]
    );
    // A pattern of the largest size, and one beyond it.
    let json = json!(["a".repeat(1000), "a".repeat(1001)]);
    assert_eq!(selected("$[?search(@, $[0])]", &json).len(), 2);
    assert_eq!(selected("$[?search(@, $[1])]", &json).len(), 0);
}
