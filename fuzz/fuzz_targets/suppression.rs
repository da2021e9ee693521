//! Comments that silence, and those that `--add-ignores` writes.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use sopan::{
    document::{Document, Parsed, Value},
    lint::CheckedFile,
    source::Encoding,
    suppression::{self, Reason},
};
use sopan_fuzz::{RULES, TODAY, check, judged_file, mended::parsed, places};

static REASON: LazyLock<Reason> =
    LazyLock::new(|| Reason::parse("menunggu Perwali sampai 2026-12-31", TODAY).expect("a reason"));

/// The values of a document, without the comments around them.
fn values(document: &Document) -> Vec<(Option<&str>, usize)> {
    let value = |node| match document.value(node) {
        Value::Null => (None, 0),
        Value::Scalar { text, .. } => (Some(text), 0),
        Value::List => (None, 1 + document.items(node).len()),
        Value::Map => (None, document.keys(node).count()),
    };
    document.nodes().map(value).collect()
}

fn problems(parsed: &Parsed) -> usize {
    let of_documents = parsed.documents.iter().map(|d| d.problems().len());
    parsed.problems.len() + of_documents.sum::<usize>()
}

fn count(file: &CheckedFile) -> usize {
    file.documents.iter().map(|d| d.findings.len()).sum()
}

fuzz_target!(|bytes: &[u8]| {
    let Some((source, parsed)) = parsed(bytes) else {
        return;
    };
    for document in &parsed.documents {
        let Some(read) = suppression::read(document, &RULES) else {
            continue;
        };
        for comment in &read.list {
            places::assert_span(source.text(), comment.span);
            for named in &comment.rules {
                places::assert_span(source.text(), named.span);
                assert_eq!(source.slice(named.span), named.name);
            }
        }
    }
    let file = judged_file(check(bytes));
    places::assert_findings(bytes, &file);
    let is_utf16 = matches!(source.encoding(), Encoding::Utf16Be | Encoding::Utf16Le);
    if is_utf16 || problems(&parsed) > 0 {
        return;
    }
    let added = suppression::add(&source, &parsed, &file, &RULES, &REASON, &|_, _| Ok(()));
    if added.comments == 0 {
        assert_eq!(added.text, source.text());
        return;
    }
    let Some((_, after)) = sopan_fuzz::mended::parsed(added.text.as_bytes()) else {
        panic!("no text any more: {:?}", added.text);
    };
    assert_eq!(
        problems(&after),
        0,
        "broken:\n{}\n=>\n{}",
        source.text(),
        added.text
    );
    assert_eq!(parsed.documents.len(), after.documents.len());
    for (old, new) in parsed.documents.iter().zip(&after.documents) {
        assert_eq!(
            values(old),
            values(new),
            "\n{}\n=>\n{}",
            source.text(),
            added.text
        );
    }
    // What a comment was written for is silent. Behind it a second gap may come to light.
    let silent = judged_file(check(added.text.as_bytes()));
    let suppressed: usize = silent.documents.iter().map(|d| d.suppressed.len()).sum();
    let wanted = (count(&file) + file.findings.len()).saturating_sub(added.left.len());
    assert!(
        suppressed >= wanted,
        "\n{}\n=>\n{}",
        source.text(),
        added.text
    );
});
