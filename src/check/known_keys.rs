//! `known_keys`: every key is one that the packs know.

use serde::Deserialize;

use super::{Check, Target, nearest};
use crate::{document::MERGE_KEY, finding::Hit, rule::Form, text::Phrase};

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
    for (key, span, value) in document.keys(target.node) {
        if let Some(form) = form.keys.get(key) {
            walk(&target.with(value), form, hits);
            continue;
        }
        // YAML's merge key, and the usual place to keep anchors.
        if key == MERGE_KEY || key.starts_with("x-") || key.starts_with('.') {
            continue;
        }
        let absent = |known: &&str| document.get(target.node, known).is_none();
        let meant = meant_key(key, form, absent);
        if form.open && meant.is_none() {
            continue;
        }
        hits.push(hit(target, form, key, span, meant));
    }
}

/// The known key that is meant, first among those the mapping does not have yet.
fn meant_key<'a>(key: &str, form: &'a Form, absent: impl Fn(&&str) -> bool) -> Option<&'a str> {
    let known_as = form.keys.iter().find(|(_, form)| {
        form.known_as
            .contains(&key.to_lowercase().replace(['-', ' '], "_"))
    });
    if let Some((name, _)) = known_as {
        return Some(name);
    }
    let names = || form.keys.keys().map(String::as_str);
    nearest(key, names().filter(absent)).or_else(|| {
        if form.open {
            None
        } else {
            nearest(key, names())
        }
    })
}

fn hit(
    target: &Target<'_>,
    form: &Form,
    key: &str,
    span: crate::span::Span,
    meant: Option<&str>,
) -> Hit {
    let parent = target.document.path_of(target.node);
    let advice = match meant {
        Some(meant) => Phrase::new(
            format!("Mungkin maksud Anda `{meant}`."),
            format!("Perhaps you mean `{meant}`."),
        ),
        None => {
            let names: Vec<_> = form.keys.keys().map(|name| format!("`{name}`")).collect();
            let names = names.join(", ");
            Phrase::new(
                format!("Hapus kunci ini atau pakai salah satu dari: {names}."),
                format!("Remove this key or use one of: {names}."),
            )
        }
    };
    let mut hit = Hit::new(parent.clone().key(key), span)
        .argument("key", Phrase::same(key.to_owned()))
        .argument("advice", advice);
    if let Some(meant) = meant {
        hit = hit.label(Phrase::new(
            format!("mungkin `{meant}`"),
            format!("perhaps `{meant}`"),
        ));
        if target.document.get(target.node, meant).is_none() {
            hit.stands_for = Some(parent.key(meant));
        }
    }
    hit
}
