//! How the documents of a kind are looked at: which paths are walked, and by which rules.

use super::RuleSet;
use crate::{check::Sight, document::Document, finding::RuleId};

/// A path, and the rules that look at the nodes it selects.
#[derive(Debug)]
pub(crate) struct Walk {
    /// Position among the paths of the rule set.
    pub(crate) path: usize,
    /// By how far they look, each in the order of their codes.
    pub(crate) rules: [(Sight, Vec<RuleId>); 3],
}

impl Walk {
    pub(super) fn new(path: usize) -> Self {
        let sights = [Sight::Text, Sight::Part, Sight::Document];
        Self {
            path,
            rules: sights.map(|sight| (sight, Vec::new())),
        }
    }

    pub(super) fn add(&mut self, id: RuleId, sight: Sight) {
        let mut rules = self.rules.iter_mut();
        if let Some((_, rules)) = rules.find(|(known, _)| *known == sight) {
            rules.push(id);
        }
    }

    /// Its rules.
    pub(crate) fn ids(&self) -> impl Iterator<Item = RuleId> + '_ {
        self.rules.iter().flat_map(|(_, ids)| ids).copied()
    }

    pub(crate) fn has(&self, rule: RuleId) -> bool {
        self.ids().any(|id| id == rule)
    }
}

/// Which rules look at a document: what it says at its top is held once against what many rules
/// want it to say.
#[derive(Debug)]
pub(crate) struct Applying<'a> {
    rules: &'a RuleSet,
    document: &'a Document,
    /// Of the first of the rules that want the same.
    known: Vec<Option<bool>>,
}

impl Applying<'_> {
    /// Whether the document says at its top what pack and rule want it to say, its kind apart.
    pub(crate) fn applies(&mut self, id: RuleId) -> bool {
        let first = self.rules.rule(id).wants_as;
        let applies = || self.rules.rule(first).applies_to(self.document);
        match self.known.get_mut(first.index()) {
            Some(known) => *known.get_or_insert_with(applies),
            None => applies(),
        }
    }
}

impl RuleSet {
    /// Which of these rules look at a document.
    pub(crate) fn applying<'a>(&'a self, document: &'a Document) -> Applying<'a> {
        Applying {
            rules: self,
            document,
            known: vec![None; self.rules.len()],
        }
    }
}
