//! `not_pattern`: a text holds nothing that looks like one of these patterns.

use std::sync::OnceLock;

use regex::RegexSet;
use serde::Deserialize;

use super::{Check, Mistake, Target, lazy_regex::LazyRegex};
use crate::{document::Path, finding::Hit, rule::Environment, text::Phrase};

/// A text must not match any of these regular expressions.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NotPattern {
    /// The regular expressions.
    patterns: Vec<LazyRegex>,
    /// Texts in which one of these is found are passed over.
    #[serde(default)]
    unless: Vec<LazyRegex>,
    /// All of them in one, to pass quickly over the many texts that match none.
    #[serde(skip)]
    any: OnceLock<Option<RegexSet>>,
}

impl Check for NotPattern {
    fn arguments(&self) -> &'static [&'static str] {
        &["match", "value"]
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        if environment.is_trusted() {
            return Ok(());
        }
        let lists = [("patterns", &self.patterns), ("unless", &self.unless)];
        let checked = lists.into_iter().flat_map(|(key, patterns)| {
            let path = move |index| Path::root().key(key).index(index);
            let patterns = patterns.iter().enumerate();
            patterns.map(move |(index, pattern)| pattern.check(path(index)))
        });
        let mistakes: Vec<_> = checked
            .filter_map(Result::err)
            .map(|mistake| *mistake)
            .collect();
        if mistakes.is_empty() {
            Ok(())
        } else {
            Err(mistakes)
        }
    }

    fn minds_only_text(&self) -> bool {
        true
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let Some(text) = target.text() else { return };
        let texts = || self.patterns.iter().map(LazyRegex::as_str);
        let any = self.any.get_or_init(|| RegexSet::new(texts()).ok());
        if any.as_ref().is_some_and(|any| !any.is_match(text)) {
            return;
        }
        let mut unless = self.unless.iter().filter_map(LazyRegex::get);
        if unless.any(|regex| regex.is_match(text)) {
            return;
        }
        let patterns = self.patterns.iter().filter_map(LazyRegex::get);
        let matches = patterns.flat_map(|regex| regex.find_iter(text).map(|found| found.range()));
        hits.extend(one_gap(target, text, matches.collect()));
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
