//! The facts of all documents, as one rule sees them.

use super::Fact;
use crate::{
    finding::{Arguments, Severity},
    lint::{CheckedDocument, CheckedFile},
    text::Phrase,
};

/// Which document of a run, in the order of files and documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct At {
    /// The position of its file.
    pub file: usize,
    /// The position among those of its file.
    pub document: usize,
}

/// The facts of all documents, as one rule sees them.
#[derive(Debug)]
pub struct View<'a> {
    holders: Vec<Holder<'a>>,
}

/// A document with its facts for one rule.
#[derive(Debug, Clone, Copy)]
pub struct Holder<'a> {
    /// Which one it is.
    pub at: At,
    /// The name of its file.
    pub file: &'a str,
    /// What is known of it.
    pub document: &'a CheckedDocument,
    /// Its facts for the rule; at least one.
    pub facts: &'a [Fact],
}

impl<'a> View<'a> {
    pub(super) fn new(files: &'a [CheckedFile], code: &str) -> Self {
        let mut holders = Vec::new();
        for (number, file) in files.iter().enumerate() {
            for (index, document) in file.documents.iter().enumerate() {
                let facts = document.facts.of(code);
                if !facts.is_empty() {
                    holders.push(Holder {
                        at: At {
                            file: number,
                            document: index,
                        },
                        file: &file.name,
                        document,
                        facts,
                    });
                }
            }
        }
        Self { holders }
    }

    /// The documents that have facts for the rule, in the order of files and documents.
    pub fn holders(&self) -> &[Holder<'a>] {
        &self.holders
    }

    /// All facts, each with the document it is from, in their order.
    pub fn facts(&self) -> impl Iterator<Item = (&Holder<'a>, &'a Fact)> {
        let pairs = |holder: &'_ Holder<'a>| {
            let facts: &'a [Fact] = holder.facts;
            facts.iter()
        };
        self.holders
            .iter()
            .flat_map(move |holder| pairs(holder).map(move |fact| (holder, fact)))
    }

    /// The document.
    pub fn holder(&self, at: At) -> Option<&Holder<'a>> {
        let index = self.holders.binary_search_by_key(&at, |holder| holder.at);
        index.ok().and_then(|index| self.holders.get(index))
    }
}

/// A gap that shows only across documents.
#[derive(Debug, Clone)]
pub struct AcrossHit {
    /// The document that a person would open to mend it.
    pub(super) at: At,
    /// The fact that is odd.
    pub(super) fact: Fact,
    /// How grave it is, where that differs from what the rule says.
    pub(super) severity: Option<Severity>,
    /// Words under the line.
    pub(super) label: Option<Phrase>,
    /// Values for the message and help of the rule, by name.
    pub(super) arguments: Arguments,
    /// Facts of this or other documents that belong to it.
    pub(super) related: Vec<(At, Fact, Phrase)>,
}

impl AcrossHit {
    /// A gap at a fact.
    pub fn new(holder: &Holder<'_>, fact: &Fact) -> Self {
        Self {
            at: holder.at,
            fact: fact.clone(),
            severity: None,
            label: None,
            arguments: Arguments::default(),
            related: Vec::new(),
        }
    }

    /// As grave as this, whatever the rule says.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }

    /// With words under the line.
    #[must_use]
    pub fn label(mut self, label: Phrase) -> Self {
        self.label = Some(label);
        self
    }

    /// With a value for the message and help of the rule.
    #[must_use]
    pub fn argument(mut self, name: &'static str, value: Phrase) -> Self {
        self.arguments.push(name, value);
        self
    }

    /// With a fact that belongs to it.
    #[must_use]
    pub fn related(mut self, holder: &Holder<'_>, fact: &Fact, message: Phrase) -> Self {
        self.related.push((holder.at, fact.clone(), message));
        self
    }
}
