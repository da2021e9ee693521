//! A settings file as it is written: every value with its place.

use std::{path::PathBuf, sync::Arc};

use super::Globs;
use crate::{finding::Severity, source::Source, span::Span, text::Lang};

/// A value with the place where it is written.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Where it stands in the settings file.
    pub span: Span,
}

/// A `sopan.yaml` that was read.
#[derive(Debug)]
pub struct SettingsFile {
    /// Where it is: absolute.
    pub path: PathBuf,
    /// The folder from which its patterns count: absolute.
    pub folder: PathBuf,
    /// Its text; the name is that by which people call it.
    pub source: Arc<Source>,
    /// The only files to check; all where it is left out.
    pub include: Option<Placed<Globs>>,
    /// The files not to check.
    pub exclude: Option<Placed<Globs>>,
    /// What it says of rules, for all files.
    pub top: Rulings,
    /// What it says of rules, for some files.
    pub overrides: Vec<Override>,
    /// What counts for the whole run, where this is the topmost file.
    pub run: RunKeys,
    /// The keys of `run` that it has, with their places.
    pub run_keys: Vec<Placed<&'static str>>,
}

/// What settings say of rules.
#[derive(Debug, Clone, Default)]
pub struct Rulings {
    /// The region of documents that do not say theirs.
    pub region: Option<Placed<String>>,
    /// Severities by rule or family; the place is that of the name.
    pub severity: Vec<(Placed<String>, Placed<Severity>)>,
    /// Rules and families that are not used.
    pub disable: Vec<Placed<String>>,
    /// Rules and families that are used again.
    pub enable: Vec<Placed<String>>,
}

/// An entry of `overrides`.
#[derive(Debug)]
pub struct Override {
    /// The files meant.
    pub files: Placed<Globs>,
    /// What it says of rules.
    pub rulings: Rulings,
}

/// What counts for the whole run.
#[derive(Debug, Clone, Default)]
pub struct RunKeys {
    /// Whether settings above are not looked for.
    pub root: Option<Placed<bool>>,
    /// Rule packs: absolute paths.
    pub rules: Vec<Placed<PathBuf>>,
    /// Registers of regulations: absolute paths.
    pub registers: Vec<Placed<PathBuf>>,
    /// Rules and families that units cannot weaken.
    pub locked: Vec<Placed<String>>,
    /// The least grave finding that makes the run fail; an inner none for `never`.
    pub fail_on: Option<Placed<Option<Severity>>>,
    /// The score every document should reach, 0 to 100.
    pub target: Option<Placed<f64>>,
    /// The language of messages.
    pub lang: Option<Placed<Lang>>,
    /// The file of findings known of old: an absolute path.
    pub baseline: Option<Placed<PathBuf>>,
    /// Whether a silencing comment must state its reason.
    pub reason_required: Option<Placed<bool>>,
    /// Whether a component counts as met whose findings are silenced.
    pub silenced_meets: Option<Placed<bool>>,
}

/// A place in a settings file, as people are told it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin {
    /// The file, as people call it.
    pub file: Arc<str>,
    /// Line, from 1.
    pub line: usize,
}

impl std::fmt::Display for Origin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", crate::sanitize::one_line(&self.file), self.line)
    }
}

impl SettingsFile {
    /// A place in this file, for people.
    pub fn origin(&self, span: Span) -> Origin {
        Origin {
            file: self.source.name().into(),
            line: self.source.position(span.start).line,
        }
    }
}
