//! Comments that silence a rule for a part of a document:
//! `# sopan: abaikan SP009 -- alasan`.
//!
//! [`read`] finds them in a document, [`apply`] says what they do to its findings. A comment
//! that does nothing, or not what its author thinks, is a [`Fault`], and a finding itself:
//! nothing that looks like a silencing may silently do nothing. Faults cannot be silenced, so
//! that a comment never has to be explained by another one.

mod add;
mod apply;
mod comment;
mod fault;
mod read;
mod scope;

use std::sync::Arc;

use jiff::civil::Date;

use crate::{document::Path, finding::RuleId, source::Source, span::Span};

pub use add::{Added, LeftOut, Reason, ReasonError, Why, add};
pub use apply::{Outcome, View, apply};
pub(crate) use fault::{ARGUMENTS, hit};
pub use fault::{FAULTS, Fault, FaultKind, Idle};
pub use read::read;

/// The comments of a document that silence rules, or look as if they did.
#[derive(Debug, Clone)]
pub struct Suppressions {
    /// The text they stand in.
    pub source: Arc<Source>,
    /// In the order of the file.
    pub list: Vec<Suppression>,
}

/// A comment that silences rules, or looks as if it did.
#[derive(Debug, Clone)]
pub struct Suppression {
    /// The comment, with its `#`.
    pub span: Span,
    /// The rules it names.
    pub rules: Vec<Named>,
    /// Why they are silenced.
    pub reason: Option<String>,
    /// The last day on which it is valid.
    pub until: Option<Date>,
    /// What it is about.
    pub scope: Scope,
    /// Why it cannot be understood; then it silences nothing.
    pub mistake: Option<Mistake>,
}

/// A rule as a comment names it.
#[derive(Debug, Clone)]
pub struct Named {
    /// Where the name stands.
    pub span: Span,
    /// The name as written.
    pub name: String,
    /// What it stands for.
    pub meaning: Meaning,
}

/// What a name in a comment stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// A rule.
    Rule(RuleId),
    /// A rule about these comments, which no comment can silence.
    Fault(RuleId),
    /// A family, or all rules: too much for one comment.
    Blanket,
    /// Nothing that is known.
    Unknown {
        /// The name it is most like.
        nearest: Option<String>,
    },
}

/// What a comment is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// The whole document.
    Document,
    /// A node and all below it.
    Node {
        /// The node.
        path: Path,
        /// Whether it is the first key of the document, with no blank line between: a person
        /// may have meant the whole document.
        is_first: bool,
    },
    /// Nothing follows it.
    Nothing,
}

impl Scope {
    /// The node; the root for the whole document and for nothing.
    pub fn path(&self) -> Path {
        match self {
            Self::Node { path, .. } => path.clone(),
            Self::Document | Self::Nothing => Path::root(),
        }
    }
}

/// Why a comment cannot be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mistake {
    /// `sopan: abaikn`: another word where `abaikan` is wanted.
    Verb {
        /// The word; nowhere where there is none.
        span: Span,
        /// Whether the word is most likely `abaikan` misspelt.
        is_near: bool,
    },
    /// `abaikan SP009`, or `sopn: abaikan SP009`: it does not begin with `sopan:`.
    Tool {
        /// What stands in its place; empty where nothing does.
        span: Span,
    },
    /// `noqa`: the comment of another linter.
    OtherLinter {
        /// The word.
        span: Span,
    },
    /// A reason without `--` before it.
    NoSeparator {
        /// Where the reason begins.
        at: usize,
    },
    /// An end that is no date.
    Date {
        /// What stands after `sampai`.
        span: Span,
    },
}

#[cfg(test)]
mod tests;
