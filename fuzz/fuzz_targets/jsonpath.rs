//! A path of a rule from any text, on any document: the first line is the path, the rest the
//! document.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sopan::rule::jsonpath::{Budget, MAX_LENGTH, Path};
use sopan_fuzz::mended::parsed;

const DOCUMENT: &str =
    "jenis: sop\nprosedur: [{no: 1, waktu: 5 menit}, {no: 2}]\nbiaya: &b Rp5.000\nlain: *b\n";

fuzz_target!(|text: &str| {
    let (path, document) = text.split_once('\n').unwrap_or((text, DOCUMENT));
    let path = match Path::compile(path) {
        Ok(path) => path,
        Err(error) => {
            assert!(
                path.get(error.range.clone()).is_some(),
                "{error:?} in {path:?}"
            );
            assert!(!error.explain_id().is_empty() && !error.to_string().is_empty());
            return;
        }
    };
    // The standard form is the same path, and stays as it is.
    let standard = path.as_str();
    assert!(standard.len() <= MAX_LENGTH);
    let again = Path::compile(standard).expect("the standard form is a path");
    assert_eq!(again, path);
    assert_eq!(again.as_str(), standard);
    let _ = path.names();
    let Some((_, parsed)) = parsed(document.as_bytes()) else {
        return;
    };
    for document in &parsed.documents {
        let (mut nodes, mut others) = (Vec::new(), Vec::new());
        let selected = path.select(document, &mut Budget::new(50_000), &mut nodes);
        let same = again.select(document, &mut Budget::new(50_000), &mut others);
        assert_eq!(selected, same);
        assert_eq!(nodes, others);
        assert!(selected.is_ok() || nodes.is_empty());
        if path.singular().is_some() {
            assert!(nodes.len() <= 1);
        }
    }
});
