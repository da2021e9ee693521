//! Places of facts.

use serde::{Deserialize, Serialize};

use crate::{finding::Range, source::Position};

/// A [`Range`] in half the room, as there are many facts: no file that is read has as many bytes
/// as 32 bits can count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "Range", into = "Range")]
pub(crate) struct Narrow {
    start: [u32; 3],
    end: [u32; 3],
}

impl Narrow {
    /// Whether it is the range of what has no place; lines of files begin at 1.
    pub(super) fn is_nowhere(&self) -> bool {
        let [line, ..] = self.start;
        line == 0
    }
}

impl From<Range> for Narrow {
    fn from(Range { start, end }: Range) -> Self {
        // Read from a file that was not written so: nowhere is one place only.
        if start.line == 0 {
            return Self::default();
        }
        let narrow = |number| u32::try_from(number).unwrap_or(u32::MAX);
        let of = |at: Position| [at.line, at.column, at.offset].map(narrow);
        Self {
            start: of(start),
            end: of(end),
        }
    }
}

impl From<Narrow> for Range {
    fn from(Narrow { start, end }: Narrow) -> Self {
        let wide = |number| usize::try_from(number).unwrap_or(usize::MAX);
        let of = |at: [u32; 3]| {
            let [line, column, offset] = at.map(wide);
            Position {
                line,
                column,
                offset,
            }
        };
        Self {
            start: of(start),
            end: of(end),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_line_is_nowhere() {
        let text = r#"{"start":{"line":0,"column":7,"offset":147},"end":{"line":4,"column":1,"offset":9}}"#;
        let read: Narrow = serde_json::from_str(text).unwrap();
        assert!(read.is_nowhere());
        assert_eq!(read, Narrow::default());
        let placed = text.replacen('0', "4", 1);
        let read: Narrow = serde_json::from_str(&placed).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), placed);
    }
}
