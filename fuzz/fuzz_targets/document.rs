//! Any bytes as a file: read, checked by every rule, told in every format.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sopan::{corpus::Extent, report::Format};
use sopan_fuzz::{check, choice, mended::parsed, places, run, shown};

fuzz_target!(|bytes: &[u8]| {
    let choice = choice(bytes);
    if let Some((_, parsed)) = parsed(bytes) {
        places::assert_parsed(&parsed);
    }
    let file = check(bytes);
    places::assert_findings(bytes, &file);
    let judged = run(vec![file], Extent::Part);
    for file in &judged.files {
        places::assert_findings(bytes, file);
    }
    shown::assert_reports(&judged, choice);
    if choice >> 12 & 7 == 0 {
        let again = run(vec![check(bytes)], Extent::Part);
        let text = shown::report(&judged, Format::Json, choice);
        assert_eq!(shown::report(&again, Format::Json, choice), text);
    }
    if choice >> 12 & 7 == 1 {
        // The same file a second time, so that its documents are held against one another.
        let mut other = check(bytes);
        other.name = "b.yaml".to_owned();
        let judged = run(vec![check(bytes), other], Extent::Everything);
        shown::assert_audit(&judged, None, choice);
    }
});
