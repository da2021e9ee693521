//! What is kept of a document.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::narrow::Narrow;
use crate::{
    check::Target,
    document::NodeId,
    excerpt::{Excerpt, Lines},
    finding::{Range, RuleId},
    source::Source,
    span::Span,
    text::Phrase,
};

/// Longest text that a fact shows, in characters.
const LONGEST_SHOWN: usize = 160;

/// Something a document says that is held against other documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// JSON Pointer of the node.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub path: Box<str>,
    /// Where it stands.
    #[serde(default, skip_serializing_if = "Narrow::is_nowhere")]
    pub(crate) range: Narrow,
    /// What it is compared with: facts that mean the same have the same key.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub key: Box<str>,
    /// The value that belongs to the key, where there is one: those that mean the same are equal.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub value: Box<str>,
    /// What it says, in its own words, shortened.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub shown: Box<str>,
    /// What it is to the check that reads it.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub role: Cow<'static, str>,
}

impl Fact {
    /// A fact about a node: its place, and its words as they are.
    pub fn new(target: &Target<'_>, node: NodeId, key: impl Into<Box<str>>) -> Self {
        let document = target.document;
        let place = document.place(node);
        let span = match document.text(node) {
            Some(_) => place.value(),
            None => place.key(),
        };
        let source = document.source();
        Self {
            path: document.path_of(node).to_string().into(),
            range: range(source, span),
            key: key.into(),
            value: Box::default(),
            shown: shortened(document.text(node).unwrap_or_default()),
            role: Cow::Borrowed(""),
        }
    }

    /// A fact that no gap is ever told at, so that its place need not be known.
    pub fn bare(value: impl Into<Box<str>>, shown: &str) -> Self {
        Self {
            path: Box::default(),
            range: Narrow::default(),
            key: Box::default(),
            value: value.into(),
            shown: shortened(shown),
            role: Cow::Borrowed(""),
        }
    }

    /// Where it stands.
    pub fn range(&self) -> Range {
        self.range.into()
    }

    /// A fact about a part of the text of a node, in bytes of that text.
    pub fn part(
        target: &Target<'_>,
        node: NodeId,
        part: std::ops::Range<usize>,
        key: impl Into<Box<str>>,
    ) -> Self {
        let source = target.document.source();
        let span = target.document.place(node).part(part);
        Self {
            range: range(source, span),
            ..Self::new(target, node, key)
        }
    }

    /// With the value that belongs to the key.
    #[must_use]
    pub fn value(mut self, value: impl Into<Box<str>>) -> Self {
        self.value = value.into();
        self
    }

    /// With other words to show.
    #[must_use]
    pub fn shown(mut self, words: &str) -> Self {
        self.shown = shortened(words);
        self
    }

    /// With what it is to the check that reads it.
    #[must_use]
    pub fn role(mut self, role: impl Into<Cow<'static, str>>) -> Self {
        self.role = role.into();
        self
    }
}

/// The facts of a document, by the rule that reads them. Rules that read a document in the same
/// way have the same facts, which are kept once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentFacts {
    /// The rules that read something, each with the position of what it read.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    by_rule: Vec<(RuleId, u32)>,
    /// What was read, each with the rule that gives its name to this way of reading.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    read: Vec<(RuleId, Box<[Fact]>)>,
    /// The lines of the file in which facts begin, where they are wanted to be shown.
    #[serde(default, skip_serializing_if = "Lines::is_empty")]
    lines: Lines,
}

impl DocumentFacts {
    /// Lets a rule have what another one read in the same way, where that is at hand.
    pub fn share(&mut self, rule: RuleId, way: RuleId) -> bool {
        let found = self
            .read
            .iter()
            .zip(0..)
            .find(|((known, _), _)| *known == way);
        self.by_rule.extend(found.map(|(_, at)| (rule, at)));
        found.is_some()
    }

    /// Keeps what a rule read in some way.
    pub fn add(&mut self, rule: RuleId, way: RuleId, facts: Vec<Fact>) {
        if !facts.is_empty() {
            let at = u32::try_from(self.read.len()).unwrap_or(u32::MAX);
            self.by_rule.push((rule, at));
            self.read.push((way, facts.into()));
        }
    }

    /// Lets go of room for more that growing left.
    pub fn shrink(&mut self) {
        self.by_rule.shrink_to_fit();
        self.read.shrink_to_fit();
    }

    /// How many were read, once for all rules that read in the same way.
    pub fn count(&self) -> usize {
        self.read.iter().map(|(_, facts)| facts.len()).sum()
    }

    /// What a rule read.
    pub fn of(&self, rule: RuleId) -> &[Fact] {
        let mut all = self.by_rule.iter();
        let at = all.find(|(known, _)| *known == rule).map(|(_, at)| *at);
        let read = at.and_then(|at| self.read.get(usize::try_from(at).ok()?));
        read.map_or(&[], |(_, facts)| facts)
    }

    /// Lets all facts go but those that some rules read.
    pub fn keep(&mut self, is_kept: impl Fn(RuleId) -> bool) {
        self.by_rule.retain(|(rule, _)| is_kept(*rule));
        for (at, (_, facts)) in (0..).zip(&mut self.read) {
            if !self.by_rule.iter().any(|(_, kept)| *kept == at) {
                *facts = Box::default();
            }
        }
        if self.by_rule.is_empty() {
            self.read = Vec::new();
        }
        self.shrink();
        self.lines = Lines::default();
    }

    /// Keeps the lines in which facts begin, so that they can be shown when the file is no longer
    /// at hand.
    pub fn keep_lines(&mut self, source: &Source) {
        let facts = self.read.iter().flat_map(|(_, facts)| facts);
        let placed = facts.filter(|fact| !fact.range.is_nowhere());
        self.lines = Lines::of(source, placed.map(|fact| fact.range().start.line));
    }

    /// A picture of places of the document, what the finding is about first; nothing where the
    /// line of that one was not kept.
    pub fn excerpt(&self, file: &str, places: &[(Range, Option<Phrase>)]) -> Option<Box<Excerpt>> {
        self.lines.excerpt(file, places).map(Box::new)
    }
}

fn range(source: &Source, span: Span) -> Narrow {
    let (start, end) = (source.position(span.start), source.position(span.end));
    Range { start, end }.into()
}

fn shortened(words: &str) -> Box<str> {
    let mut words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((cut, _)) = words.char_indices().nth(LONGEST_SHOWN) {
        words.truncate(cut);
        words.push('…');
    }
    words.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_in_one_way_is_kept_once() {
        let [one, other, third] = [1, 2, 3].map(RuleId);
        let mut facts = DocumentFacts::default();
        assert!(!facts.share(one, one));
        facts.add(one, one, vec![Fact::bare("x", "")]);
        facts.add(third, third, vec![Fact::bare("y", "")]);
        assert!(facts.share(other, one));
        assert_eq!((facts.of(other), facts.read.len()), (facts.of(one), 2));
        let text = serde_json::to_string(&facts).unwrap();
        assert_eq!(serde_json::from_str::<DocumentFacts>(&text).unwrap(), facts);
        facts.keep(|id| id == other);
        assert_eq!(facts.of(other).len(), 1);
        assert!(facts.of(one).is_empty() && facts.of(third).is_empty());
        facts.keep(|_| false);
        assert_eq!(facts, DocumentFacts::default());
    }
}
