//! `required`: a key is there, has something in it, and has enough of it.

use serde::Deserialize;

use super::{Check, Mistake, Target, skeleton};
use crate::{
    document::{Document, NodeId, Path, REGION_KEY, Value},
    finding::Hit,
    rule::Environment,
    text::Phrase,
};

/// A key must be there and not be blank.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Required {
    /// The key.
    key: String,
    /// Keys that serve as well.
    #[serde(default)]
    or: Vec<String>,
    /// Smallest number of entries with something in them; text counts as one.
    #[serde(default = "one")]
    min: usize,
}

fn one() -> usize {
    1
}

impl Check for Required {
    fn arguments(&self) -> &'static [&'static str] {
        &["key", "title", "state"]
    }

    fn prepare(&mut self, _: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        if self.min > 0 {
            return Ok(());
        }
        let message = Phrase::new("`min` paling sedikit 1", "`min` is at least 1");
        Err(vec![Mistake::new(Path::root().key("min"), message)])
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let document = target.document;
        if document.value(target.node) != Value::Map {
            return;
        }
        let keys = || std::iter::once(&self.key).chain(&self.or);
        let values = keys().filter_map(|key| document.get(target.node, key));
        let fullest = values
            .map(|node| (filled_entries(document, node), node))
            .max();
        let (state, place) = match fullest {
            Some((count, _)) if count >= self.min => return,
            Some((0, node)) => (Phrase::new("masih kosong", "is still empty"), Some(node)),
            Some((count, node)) => {
                let min = self.min;
                let state = Phrase::new(
                    format!("baru memuat {count}, paling sedikit {min}"),
                    format!("has only {count}, at least {min} are needed"),
                );
                (state, Some(node))
            }
            // The settings say it for all documents.
            None if self.key == REGION_KEY && target.region.is_some() => return,
            None => (Phrase::new("belum ada", "is missing"), None),
        };
        let hit = match place {
            Some(node) => Hit::new(document.path_of(node), document.place(node).key()),
            None => {
                let path = document.path_of(target.node).key(&self.key);
                let label = Phrase::new(
                    format!("di sini belum ada `{}`", self.key),
                    format!("no `{}` here", self.key),
                );
                let mut hit = Hit::new(path, document.place(target.node).key()).label(label);
                hit.fix = skeleton::insertion(target, &self.key);
                hit
            }
        };
        hits.push(
            hit.argument("key", Phrase::same(self.key.clone()))
                .argument("title", target.title(&self.key))
                .argument("state", state),
        );
    }

    fn key(&self) -> Option<&str> {
        Some(&self.key)
    }

    fn is_required_alone(&self) -> bool {
        self.or.is_empty()
    }
}

/// How many entries of a value have something in them.
fn filled_entries(document: &Document, node: NodeId) -> usize {
    match document.value(node) {
        Value::List => document
            .items(node)
            .iter()
            .filter(|item| !document.is_blank(**item))
            .count(),
        _ => usize::from(!document.is_blank(node)),
    }
}
