//! Lines of a file, kept to be shown when the file is no longer at hand.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Excerpt;
use crate::{finding::Range, source::Source, text::Phrase};

/// Longest line that is kept, in bytes.
const LONGEST: usize = 2000;

/// Some lines of a file, by their number from 1.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Lines(BTreeMap<usize, Box<str>>);

impl Lines {
    /// The lines with these numbers, but for those that are too long.
    pub(crate) fn of(source: &Source, numbers: impl Iterator<Item = usize>) -> Self {
        let mut lines = BTreeMap::new();
        for number in numbers {
            let line = number.checked_sub(1).and_then(|index| source.line(index));
            if let Some(line) = line.filter(|line| line.end - line.start <= LONGEST) {
                let text = || source.slice(line).into();
                lines.entry(number).or_insert_with(text);
            }
        }
        Self(lines)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A picture of places of the file, what a finding is about first; nothing where the line of
    /// that one was not kept.
    pub(crate) fn excerpt(
        &self,
        file: &str,
        places: &[(Range, Option<Phrase>)],
    ) -> Option<Excerpt> {
        let (first, _) = places.first()?;
        self.0.get(&first.start.line)?;
        let lines = self.0.iter().map(|(number, text)| (*number, &**text));
        Some(Excerpt::of_lines(file, lines, places))
    }
}
