//! `mentions`: a part of the document speaks of something.

use serde::Deserialize;

use super::{
    Check, Mistake, Sight, Target,
    word_list::{self, NamedList},
};
use crate::{document::NodeId, finding::Hit, rule::Environment};

/// At least one word of a list must stand in the texts at and below the node. A part that is
/// still to be written says nothing either way.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Mentions {
    /// The words.
    words: NamedList,
    /// Placeholders, which other rules report.
    unfilled: NamedList,
    /// Words by which the part points to another place, where it may be said.
    pointers: NamedList,
}

impl Check for Mentions {
    fn arguments(&self) -> &'static [&'static str] {
        &[]
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        word_list::prepare(
            [
                ("words", &mut self.words),
                ("unfilled", &mut self.unfilled),
                ("pointers", &mut self.pointers),
            ],
            environment,
        )
    }

    fn sight(&self) -> Sight {
        Sight::Part
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let mut texts = Vec::new();
        gather(target, target.node, &mut texts);
        let silent = texts.iter().all(|text| self.unfilled.is_all_of(text));
        let said = |text: &&str| self.words.is_in(text) || self.pointers.is_in(text);
        if !silent && !texts.iter().any(said) {
            hits.push(Hit::new(
                target.document.path_of(target.node),
                target.document.place(target.node).key(),
            ));
        }
    }
}

/// The texts at and below a node.
fn gather<'a>(target: &Target<'a>, node: NodeId, texts: &mut Vec<&'a str>) {
    texts.extend(target.document.text(node));
    for &item in target.document.items(node) {
        gather(target, item, texts);
    }
    for (_, value) in target.document.entries(node) {
        gather(target, value, texts);
    }
}
