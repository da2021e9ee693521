//! What is wrong with the parameters that a rule gives to its check.

use crate::{
    document::{Path, Step},
    text::Phrase,
};

/// A parameter of a check that cannot be used.
#[derive(Debug, Clone)]
pub struct Mistake {
    /// Where it is, from the parameters of the check.
    pub path: Path,
    /// The part of that text, in bytes.
    pub part: Option<std::ops::Range<usize>>,
    /// What is wrong.
    pub message: Phrase,
    /// What to do.
    pub help: Option<Phrase>,
}

impl Mistake {
    /// A mistake in the whole value at `path`.
    pub fn new(path: Path, message: Phrase) -> Self {
        Self {
            path,
            part: None,
            message,
            help: None,
        }
    }

    /// With what to do about it.
    #[must_use]
    pub fn help(mut self, help: Option<Phrase>) -> Self {
        self.help = help;
        self
    }

    /// The same mistake seen from the check that holds this one under `key`.
    #[must_use]
    pub fn under(mut self, key: &str) -> Self {
        let steps = [Step::Key(key.to_owned())];
        self.path = steps
            .into_iter()
            .chain(self.path.steps().iter().cloned())
            .collect();
        self
    }
}
