//! `known_keys`: every key is one that the packs know.

use std::{cell::LazyCell, collections::HashSet};

use serde::Deserialize;

use super::{Check, Target, nearest};
use crate::{document::MERGE_KEY, finding::Hit, rule::Form, span::Span, text::Phrase};

/// Every key must be one that the packs know.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KnownKeys {}

impl Check for KnownKeys {
    fn arguments(&self) -> &'static [&'static str] {
        &["key", "advice"]
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        walk(target, target.form, hits);
    }
}

fn walk(target: &Target<'_>, form: &Form, hits: &mut Vec<Hit>) {
    let document = target.document;
    if let Some(items) = &form.items {
        for &item in document.items(target.node) {
            walk(&target.with(item), items, hits);
        }
    }
    if form.keys.is_empty() {
        return;
    }
    // Only beside a key that is not known does it matter which others are there.
    let present = LazyCell::new(|| -> HashSet<&str> {
        let entries = document.entries(target.node).into_iter();
        entries.map(|(key, _)| key).collect()
    });
    for (key, span, value) in document.keys(target.node) {
        if let Some(form) = form.keys.get(key) {
            walk(&target.with(value), form, hits);
            continue;
        }
        // YAML's merge key, and the usual place to keep anchors.
        if key == MERGE_KEY || key.starts_with("x-") || key.starts_with('.') {
            continue;
        }
        let absent = |known: &&str| !present.contains(known);
        let mut meant = meant_key(key, form, absent);
        // What other kinds of document call something is no slip of the pen.
        if let Some(meant) = &mut meant {
            let mut kinds = target.rules.kinds().iter();
            meant.is_misspelt &= !kinds.any(|kind| kind.form.keys.contains_key(key));
        }
        if form.open && meant.is_none() {
            continue;
        }
        hits.push(hit(target, form, key, span, meant));
    }
}

/// The known key that is meant, and how sure that is.
struct Meant<'a> {
    key: &'a str,
    /// Whether it is a slip of the pen rather than another word for the same thing.
    is_misspelt: bool,
}

/// The known key that is meant, first among those the mapping does not have yet.
fn meant_key<'a>(key: &str, form: &'a Form, absent: impl Fn(&&str) -> bool) -> Option<Meant<'a>> {
    let plain = key.to_lowercase().replace(['-', ' '], "_");
    let known_as = form
        .keys
        .iter()
        .find(|(_, form)| form.known_as.contains(&plain));
    if let Some((name, _)) = known_as {
        return Some(Meant {
            key: name,
            is_misspelt: false,
        });
    }
    let names = || form.keys.keys().map(String::as_str);
    let near = nearest(key, names().filter(absent));
    let near = near.or_else(|| {
        if form.open {
            None
        } else {
            nearest(key, names())
        }
    });
    near.map(|key| Meant {
        key,
        is_misspelt: true,
    })
}

fn hit(target: &Target<'_>, form: &Form, key: &str, span: Span, meant: Option<Meant<'_>>) -> Hit {
    let parent = target.document.path_of(target.node);
    let hit = Hit::new(parent.clone().key(key), span).argument("key", Phrase::same(key.to_owned()));
    let Some(Meant {
        key: meant,
        is_misspelt,
    }) = meant
    else {
        return hit.argument("advice", advice_without_guess(form));
    };
    let label = Phrase::new(format!("mungkin `{meant}`"), format!("perhaps `{meant}`"));
    let hit = hit.label(label);
    if target.document.get(target.node, meant).is_some() {
        let advice = Phrase::new(
            format!("Mungkin maksud Anda `{meant}`, yang sudah ada; gabungkan isinya."),
            format!("Perhaps you mean `{meant}`, which is there already; join the two."),
        );
        return hit.argument("advice", advice);
    }
    let advice = Phrase::new(
        format!("Mungkin maksud Anda `{meant}`. Selama salah nama, `{meant}` terhitung belum ada."),
        format!("Perhaps you mean `{meant}`. Under the wrong name `{meant}` counts as missing."),
    );
    let title = Phrase::new(
        format!("Ganti menjadi `{meant}`"),
        format!("Change it to `{meant}`"),
    );
    let (inside, written) = written(target.document.source().slice(span), meant);
    let inside = Span::new(span.start + inside.start, span.start + inside.end);
    let mut hit = hit
        .argument("advice", advice)
        .fix(title, is_misspelt, inside, written);
    hit.stands_for = Some(parent.key(meant));
    hit
}

/// The part of a key as it is written that the key that is meant takes the place of, and how that
/// is written there. Quotes around a key stay: JSON is none without them.
fn written(raw: &str, meant: &str) -> (Span, String) {
    let text = match raw.chars().next() {
        Some('"') => meant.replace('\\', "\\\\").replace('"', "\\\""),
        Some('\'') => meant.replace('\'', "''"),
        _ => return (Span::new(0, raw.len()), meant.to_owned()),
    };
    (Span::new(1, raw.len().saturating_sub(1)), text)
}

/// Most names that are listed; more than that nobody reads.
const FEW: usize = 8;

fn advice_without_guess(form: &Form) -> Phrase {
    if form.keys.len() > FEW {
        return Phrase::new(
            "Hapus kunci ini, atau pindahkan isinya ke bagian dokumen yang sesuai.",
            "Remove this key, or move what it holds to the part of the document where it belongs.",
        );
    }
    let names: Vec<_> = form.keys.keys().map(|name| format!("`{name}`")).collect();
    let names = names.join(", ");
    Phrase::new(
        format!("Hapus kunci ini atau pakai salah satu dari: {names}."),
        format!("Remove this key or use one of: {names}."),
    )
}
