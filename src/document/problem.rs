//! What can be wrong with a file or document before any rule looks at its content.

use std::borrow::Cow;

use super::{Path, SyntaxReason};
use crate::{
    source::{DecodeError, Position},
    span::Span,
};

/// Something wrong with the form of a file or document.
#[derive(Debug, Clone)]
pub struct Problem {
    /// What it is.
    pub kind: ProblemKind,
    /// Where it is in the text.
    pub span: Span,
    /// The node it concerns; the root for a file that has no tree.
    pub path: Path,
}

/// The kinds of [`Problem`]; a `DOK` rule names each by its [`ProblemKind::name`].
#[derive(Debug, Clone)]
pub enum ProblemKind {
    /// The file cannot be opened or read.
    Unreadable {
        /// Why, in the words of the operating system or our own.
        reason: Cow<'static, str>,
    },
    /// The file is larger than is read.
    TooLarge {
        /// Greatest size in bytes.
        limit: u64,
    },
    /// The bytes are not text.
    Encoding(DecodeError),
    /// The text is not YAML.
    Syntax(SyntaxReason),
    /// Lists and mappings stand too deep in one another.
    TooDeep {
        /// Greatest number of levels.
        limit: usize,
    },
    /// Aliases repeat more nodes than is sane.
    TooManyAliases {
        /// Greatest number of nodes that aliases may repeat.
        limit: usize,
    },
    /// There is nothing in it.
    Empty,
    /// A key stands in its mapping already.
    DuplicateKey {
        /// The key.
        key: String,
        /// Where it stands first.
        first: Span,
    },
    /// sopan itself failed on this file, or a rule wanted more than a run can give.
    Internal {
        /// What is known of it.
        reason: Cow<'static, str>,
    },
}

impl ProblemKind {
    /// All names, in the order of this enum.
    pub const NAMES: [&'static str; 9] = [
        "unreadable",
        "too-large",
        "encoding",
        "syntax",
        "too-deep",
        "too-many-aliases",
        "empty",
        "duplicate-key",
        "internal",
    ];

    /// The names of those that keep rules from a part of the file.
    pub fn hiding() -> impl Iterator<Item = &'static str> {
        // Of an empty document, and of one with a key twice, all there is was looked at.
        let seen = ["empty", "duplicate-key"];
        Self::NAMES
            .into_iter()
            .filter(move |name| !seen.contains(name))
    }

    /// The name by which a rule refers to it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "unreadable",
            Self::TooLarge { .. } => "too-large",
            Self::Encoding(_) => "encoding",
            Self::Syntax(_) => "syntax",
            Self::TooDeep { .. } => "too-deep",
            Self::TooManyAliases { .. } => "too-many-aliases",
            Self::Empty => "empty",
            Self::DuplicateKey { .. } => "duplicate-key",
            Self::Internal { .. } => "internal",
        }
    }

    /// Where it is, for a file whose bytes never became text.
    pub fn position(&self) -> Option<Position> {
        match self {
            Self::Encoding(error) => Some(error.position()),
            _ => None,
        }
    }
}
