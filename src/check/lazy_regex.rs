//! Patterns of a rule, compiled once.

use std::sync::OnceLock;

use regex_automata::meta::{BuildError, Config, Regex};
use serde::Deserialize;

use super::{Mistake, pattern_words};
use crate::{
    document::Path,
    text::{Lang, Phrase},
};

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
        let compiled = compile(&self.text, true);
        let result = match &compiled {
            Ok(_) => Ok(()),
            Err(error) => Err(Box::new(mistake(path, error))),
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
            .get_or_init(|| compile(&self.text, false).ok())
            .as_ref()
    }
}

/// No expression that a person can read takes as many bytes.
const MOST_BYTES: usize = 10 << 20;

/// Compiles an expression, for any text or for those that it probably matches. In short texts that it
/// matches the engine is as fast without what it would use to skip through others, which takes as
/// long to make as all the rest.
fn compile(text: &str, for_any: bool) -> Result<Regex, Box<BuildError>> {
    let config = Config::new().auto_prefilter(for_any).onepass(for_any);
    let config = config.nfa_size_limit(Some(MOST_BYTES));
    let built = Regex::builder().configure(config).build(text);
    built.map_err(Box::new)
}

fn mistake(path: Path, error: &BuildError) -> Mistake {
    if error.size_limit().is_some() {
        let message = Phrase::new(
            "pola tidak dapat dipakai: terlalu besar setelah pengulangannya diuraikan",
            "the pattern cannot be used: it is too large with all it repeats written out",
        );
        let help = Phrase::new(
            "Perkecil angka pengulangannya, misalnya `{0,60}`, terutama yang berada di dalam pengulangan lain.",
            "Repeat less, as with `{0,60}`, above all within another repetition.",
        );
        return Mistake::new(path, message).help(Some(help));
    }
    let (reason, help) = match error.syntax_error() {
        Some(error) => pattern_words::of(error),
        None => (Phrase::same(error.to_string()), None),
    };
    let message = Phrase::new(
        format!("pola tidak dapat dipakai: {}", reason.get(Lang::Id)),
        format!("the pattern cannot be used: {}", reason.get(Lang::En)),
    );
    Mistake::new(path, message).help(help)
}
