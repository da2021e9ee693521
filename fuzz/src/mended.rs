//! Fixes: once is enough, and nothing changes but what was to be mended.

use std::{collections::BTreeSet, sync::Arc};

use sopan::{
    document::{self, Document, Limits, NodeId, Parsed},
    fix::{Mended, Offer, RefusedReason, mend},
    source::Source,
    suppression,
};

use crate::{RULES, check, judged_file};

fn all_fixes(bytes: &[u8], with_unsafe: bool, seen: &mut Vec<Offer>) -> Mended {
    mend(bytes, &Limits::default(), |bytes| {
        let file = judged_file(check(bytes));
        let offers = Offer::all(&file, &RULES, with_unsafe);
        seen.extend(offers.iter().cloned());
        offers
    })
}

/// What stands in these bytes; none where they are no text.
pub fn parsed(bytes: &[u8]) -> Option<(Arc<Source>, Parsed)> {
    let source = Arc::new(Source::decode("a.yaml", bytes.to_owned()).ok()?);
    let parsed = document::parse(&source, &Limits::default());
    Some((source, parsed))
}

fn problems(parsed: &Parsed) -> usize {
    let of_documents = parsed.documents.iter().map(|d| d.problems().len());
    parsed.problems.len() + of_documents.sum::<usize>()
}

/// What people wrote aside; nothing where some of it silences or looks as if it should, as such
/// comments are mended themselves.
fn comments(parsed: &Parsed) -> Option<Vec<&str>> {
    let is_for_sopan = |document| {
        let read = suppression::read(document, &RULES);
        read.is_some_and(|read| !read.list.is_empty())
    };
    if parsed.documents.iter().any(is_for_sopan) {
        return None;
    }
    let of_documents = parsed.documents.iter().flat_map(Document::comments);
    Some(of_documents.map(|comment| comment.text.as_str()).collect())
}

/// The keys at the top with their values as they are written.
fn raw(document: &Document) -> Vec<(&str, &str)> {
    let value = |node| {
        let place = document.place(node).value();
        document.source().slice(place).trim_end()
    };
    let keys = document.keys(NodeId::ROOT);
    keys.map(|(key, _, node)| (key, value(node))).collect()
}

/// Whether all lines end alike, and how.
fn windows(text: &str) -> Option<bool> {
    let (windows, all) = (text.matches("\r\n").count(), text.matches('\n').count());
    match (windows, all) {
        (_, 0) => None,
        (0, _) => Some(false),
        _ => (windows == all).then_some(true),
    }
}

/// All fixes of a file, applied and applied again.
pub fn assert_mended(bytes: &[u8], with_unsafe: bool) {
    let mut offers = Vec::new();
    let mended = all_fixes(bytes, with_unsafe, &mut offers);
    if mended.bytes == bytes {
        assert!(mended.fixed.is_empty());
        return;
    }
    let (text, after) = (
        String::from_utf8_lossy(bytes),
        String::from_utf8_lossy(&mended.bytes),
    );
    let again = all_fixes(&mended.bytes, with_unsafe, &mut Vec::new());
    assert!(
        again.bytes == mended.bytes,
        "not once and for all:\n{text}\n=>\n{after}"
    );
    assert!(!mended.fixed.is_empty());
    let comes_back = |r: &sopan::fix::Refused| r.reason == RefusedReason::ComesBack;
    assert!(
        !mended.refused.iter().any(comes_back),
        "comes back:\n{text}"
    );

    let (Some((_, old)), Some((_, new))) = (parsed(bytes), parsed(&mended.bytes)) else {
        panic!("no text any more:\n{text}\n=>\n{after}");
    };
    assert!(
        problems(&new) <= problems(&old),
        "broken:\n{text}\n=>\n{after}"
    );
    if let Some(said) = comments(&old) {
        assert_eq!(Some(said), comments(&new), "{text}\n=>\n{after}");
    }
    assert_eq!(text.starts_with('\u{feff}'), after.starts_with('\u{feff}'));
    // A last line without an end may be taken out, and the end of the one before it stays.
    assert!(
        !text.ends_with('\n') || after.ends_with('\n'),
        "{text:?}\n=>\n{after:?}"
    );
    if let (Some(old), Some(new)) = (windows(&text), windows(&after)) {
        assert_eq!(old, new, "ends of lines:\n{text:?}\n=>\n{after:?}");
    }
    assert_eq!(old.documents.len(), new.documents.len());
    for (index, (old, new)) in old.documents.iter().zip(&new.documents).enumerate() {
        let offers = offers.iter().filter(|offer| offer.document == index);
        let top = |path: &str| path.split('/').nth(1).unwrap_or_default().to_owned();
        let touched: BTreeSet<String> = offers.map(|offer| top(&offer.path)).collect();
        let untouched = |document| -> Vec<(&str, &str)> {
            let keys = raw(document).into_iter();
            keys.filter(|(key, _)| !touched.contains(&key.replace('~', "~0").replace('/', "~1")))
                .collect()
        };
        let (old, mut new) = (untouched(old), untouched(new));
        // Keys that were renamed have names that were not there before.
        let known: BTreeSet<&str> = old.iter().map(|(key, _)| *key).collect();
        new.retain(|(key, _)| known.contains(key));
        assert_eq!(old, new, "{text}\n=>\n{after}");
    }
}
