//! `vague_time`: a time is not left open in so many words.

use serde::Deserialize;

use super::{
    Check, Mistake, Target,
    times::times,
    word_list::{self, NamedList},
};
use crate::{
    finding::{Hit, Severity},
    rule::Environment,
    text::Phrase,
    value::{citation::Citation, duration::DurationError},
};

/// A time must not be left open: a text without any time that says so in these words. A text
/// that names a regulation, or stands beside lines that give a time, is a warning at most.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct VagueTime {
    /// Words that leave a time open.
    words: NamedList,
    /// A text with one of these words is left alone.
    unless: NamedList,
}

impl Check for VagueTime {
    fn arguments(&self) -> &'static [&'static str] {
        &["match", "value"]
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        let lists = [("words", &mut self.words), ("unless", &mut self.unless)];
        word_list::prepare(lists, environment)
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let times = times(target);
        let is_given = times.iter().any(|time| time.duration.is_ok());
        for time in &times {
            let no_time = matches!(*time.duration, Err(DurationError::NoQuantity { .. }));
            if !no_time || self.unless.is_in(time.text) {
                continue;
            }
            let Some(found) = self.words.find(time.text).into_iter().next() else {
                continue;
            };
            let words = time.text.get(found.clone()).unwrap_or_default();
            let mut hit = time
                .target
                .hit_part(found)
                .argument("match", Phrase::same(words.to_owned()))
                .argument("value", Phrase::same(time.text.trim().to_owned()));
            let stands_elsewhere = || !Citation::find_all(time.text).is_empty();
            if time.is_line && is_given || stands_elsewhere() {
                hit = hit.severity(Severity::Warning);
            }
            hits.push(hit);
        }
    }
}
