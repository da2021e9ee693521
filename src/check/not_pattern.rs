//! `not_pattern`: a text holds nothing that looks like one of these patterns.

use serde::Deserialize;

use super::{Check, Mistake, Sight, Target, patterns::Patterns};
use crate::{finding::Hit, rule::Environment, text::Phrase};

/// A text must not match any of these regular expressions.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NotPattern {
    /// The regular expressions.
    patterns: Patterns,
    /// Texts in which one of these is found are passed over.
    #[serde(default)]
    unless: Patterns,
}

impl Check for NotPattern {
    fn arguments(&self) -> &'static [&'static str] {
        &["match", "value"]
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        let mut mistakes = self.patterns.mistakes("patterns", environment);
        mistakes.extend(self.unless.mistakes("unless", environment));
        if mistakes.is_empty() {
            Ok(())
        } else {
            Err(mistakes)
        }
    }

    fn sight(&self) -> Sight {
        Sight::Text
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let Some(text) = target.text() else { return };
        let matches = self.patterns.find(text);
        if !matches.is_empty() && !self.unless.is_match(text) {
            hits.extend(one_gap(target, text, matches));
        }
    }
}

/// Most further places that are named: who mends twenty sees the rest.
const MOST_RELATED: usize = 20;

/// One gap for all matches in a text: the first is underlined, the others belong to it.
pub(super) fn one_gap(
    target: &Target<'_>,
    text: &str,
    mut matches: Vec<std::ops::Range<usize>>,
) -> Option<Hit> {
    for found in &mut matches {
        let words = text.get(found.clone()).unwrap_or_default();
        let start = found.start + words.len() - words.trim_start().len();
        *found = start..start + words.trim().len();
    }
    matches.retain(|found| !found.is_empty());
    matches.sort_by_key(|found| (found.start, std::cmp::Reverse(found.end)));
    let first = matches.first()?.clone();
    let words = text.get(first.clone()).unwrap_or_default();
    let mut hit = target
        .hit_part(first.clone())
        .argument("match", Phrase::same(words.to_owned()))
        .argument("value", Phrase::same(text.to_owned()));
    let mut end = first.end;
    for found in matches {
        if hit.related.len() == MOST_RELATED {
            break;
        }
        if found.start >= end {
            end = found.end;
            let span = target.document.place(target.node).part(found);
            let message = Phrase::new("juga di sini", "here too");
            hit = hit.related(target.document.path_of(target.node), span, message);
        }
    }
    Some(hit)
}
