//! `filled`: an entry of a list has something in it.

use serde::Deserialize;

use super::{Check, Target};
use crate::{document::Path, finding::Hit, text::Phrase};

/// An entry must have something in it. A list of nothing but blanks is left to the rule that
/// asks for the whole component.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Filled {}

impl Check for Filled {
    fn arguments(&self) -> &'static [&'static str] {
        &["position"]
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let document = target.document;
        if !document.is_blank(target.node) {
            return;
        }
        let path = document.path_of(target.node);
        let Some((last, above)) = path.steps().split_last() else {
            return;
        };
        let list = document.at(&above.iter().cloned().collect::<Path>()).node();
        if document.is_blank(list) {
            return;
        }
        let position = match last {
            crate::document::Step::Index(index) => (index + 1).to_string(),
            crate::document::Step::Key(key) => format!("`{key}`"),
        };
        hits.push(target.hit().argument("position", Phrase::same(position)));
    }
}
