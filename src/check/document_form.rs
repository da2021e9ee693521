//! `document_form`: every value has the shape that the packs give for its key.

use serde::Deserialize;

use super::{
    Check, Target,
    shape::{mismatch, shape_of},
};
use crate::{finding::Hit, rule::Form, rule::Shape};

/// Every value must have the shape that the packs give for its key.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DocumentForm {}

impl Check for DocumentForm {
    fn arguments(&self) -> &'static [&'static str] {
        &["expected", "found", "key"]
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        check(target, target.form, &[Shape::Map], hits);
    }
}

fn check(target: &Target<'_>, form: &Form, expected: &[Shape], hits: &mut Vec<Hit>) {
    let document = target.document;
    let Some(found) = shape_of(document, target.node) else {
        return;
    };
    if !expected.is_empty() && !expected.contains(&found) {
        let path = document.path_of(target.node);
        let key = path.steps().iter().rev().find_map(|step| match step {
            crate::document::Step::Key(key) => Some(key.clone()),
            crate::document::Step::Index(_) => None,
        });
        let key = key.unwrap_or_default();
        hits.push(
            mismatch(target, expected, found).argument("key", crate::text::Phrase::same(key)),
        );
        return;
    }
    if let Some(items) = &form.items {
        for &item in document.items(target.node) {
            check(&target.with(item), items, &items.form.0, hits);
        }
    }
    if !form.keys.is_empty() {
        for (key, value) in document.entries(target.node) {
            if let Some(form) = form.keys.get(key) {
                check(&target.with(value), form, &form.form.0, hits);
            }
        }
    }
}
