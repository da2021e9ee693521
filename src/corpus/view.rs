//! The facts of all documents, as one rule sees them.

use super::Fact;
use crate::{
    finding::{Arguments, RuleId, Severity},
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

impl At {
    /// The document.
    pub(super) fn among(self, files: &mut [CheckedFile]) -> Option<&mut CheckedDocument> {
        let file = files.get_mut(self.file)?;
        file.documents.get_mut(self.document)
    }
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
    /// The facts that this rule read.
    pub(super) fn new(files: &'a [CheckedFile], rule: RuleId) -> Self {
        let mut holders = Vec::new();
        for (number, file) in files.iter().enumerate() {
            for (index, document) in file.documents.iter().enumerate() {
                let facts = document.facts.of(rule);
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
    /// The words by which it is found again in another run, where those are not the key of the
    /// fact.
    pub(super) known_by: Option<String>,
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
            known_by: None,
            severity: None,
            label: None,
            arguments: Arguments::default(),
            related: Vec::new(),
        }
    }

    /// Found again in another run by these words, whatever else the documents say.
    #[must_use]
    pub fn known_by(mut self, words: impl Into<String>) -> Self {
        self.known_by = Some(words.into());
        self
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
