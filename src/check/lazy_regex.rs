//! Patterns of a rule, compiled once.

use std::sync::OnceLock;

use regex::Regex;
use serde::Deserialize;

use super::Mistake;
use crate::{document::Path, text::Phrase};

/// A regular expression of a rule. It is compiled when the rule is loaded with
/// [`LazyRegex::check`], or else when it is first used.
#[derive(Debug, Clone, Deserialize)]
#[serde(transparent)]
pub(super) struct LazyRegex {
    text: String,
    #[serde(skip)]
    compiled: OnceLock<Option<Regex>>,
}

impl LazyRegex {
    /// Compiles it, to say what is wrong.
    pub(super) fn check(&self, path: Path) -> Result<(), Box<Mistake>> {
        let compiled = Regex::new(&self.text);
        let result = match &compiled {
            Ok(_) => Ok(()),
            Err(error) => {
                let reason = error.to_string();
                let reason = reason.lines().last().unwrap_or_default().trim();
                let reason = reason.strip_prefix("error: ").unwrap_or(reason).to_owned();
                let message = Phrase::new(
                    format!("pola tidak dapat dipakai: {reason}"),
                    format!("the pattern cannot be used: {reason}"),
                );
                Err(Box::new(Mistake::new(path, message)))
            }
        };
        let _ = self.compiled.set(compiled.ok());
        result
    }

    /// The expression as written.
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// The compiled expression; none where it is not one.
    pub(super) fn get(&self) -> Option<&Regex> {
        self.compiled
            .get_or_init(|| Regex::new(&self.text).ok())
            .as_ref()
    }
}
