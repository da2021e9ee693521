//! A stretch of text.

use serde::{Deserialize, Serialize};

/// Bytes of a text, from `start` up to but not including `end`.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct Span {
    /// First byte, from 0.
    pub start: usize,
    /// Byte after the last one.
    pub end: usize,
}

impl Span {
    /// The bytes from `start` up to `end`; an `end` before `start` gives an empty span.
    pub fn new(start: usize, end: usize) -> Self {
        Self {
            start,
            end: end.max(start),
        }
    }

    /// Number of bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether no byte is in it.
    pub fn is_empty(self) -> bool {
        self.end == self.start
    }
}

impl From<std::ops::Range<usize>> for Span {
    fn from(range: std::ops::Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}
