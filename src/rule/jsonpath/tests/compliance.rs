//! The JSONPath Compliance Test Suite, as in the PyPI package `jsonpath-rfc9535` 2.0.2
//! (BSD-2-Clause, see `tests/data/cts.LICENSE`).

use serde_json::Value as Json;

use super::{Path, select};

#[test]
fn compliance_test_suite() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/cts.json");
    let suite: Json = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let mut failures = Vec::new();
    let mut cases = 0;
    for case in suite["tests"].as_array().unwrap() {
        cases += 1;
        let text = case["selector"].as_str().unwrap();
        let compiled = Path::compile(text);
        let problem = match (&compiled, case["invalid_selector"] == true) {
            (Ok(_), true) => Some("accepted".to_owned()),
            (Err(error), true) => {
                assert!(text.get(error.range.clone()).is_some(), "{text}: {error:?}");
                None
            }
            (Err(error), false) => Some(format!("refused: {error}")),
            (Ok(path), false) => {
                let found: Vec<Json> = select(path, &case["document"])
                    .into_iter()
                    .cloned()
                    .collect();
                let found = Json::Array(found);
                // `results` are all the orders that a map without order allows.
                let right = match case.get("result") {
                    Some(result) => found == *result,
                    None => case["results"].as_array().unwrap().contains(&found),
                };
                let again = Path::compile(path.as_str());
                assert_eq!(again.as_ref(), Ok(path), "{text}");
                (!right).then(|| format!("selected {found}"))
            }
        };
        failures.extend(problem.map(|problem| format!("{}: {text:?}: {problem}", case["name"])));
    }
    assert_eq!(failures, Vec::<String>::new());
    assert_eq!(cases, 706);
}
