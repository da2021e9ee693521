//! How wide text is, by a table of character widths, and text broken into lines.

use unicode_width::UnicodeWidthChar;

/// A size of letters in the drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Face {
    /// Height of the letters in pixels.
    pub(super) size: i32,
    /// Whether they are bold.
    pub(super) bold: bool,
}

impl Face {
    pub(super) const fn plain(size: i32) -> Self {
        Self { size, bold: false }
    }

    pub(super) const fn bold(size: i32) -> Self {
        Self { size, bold: true }
    }

    /// Pixels from one line to the next.
    pub(super) fn line(self) -> i32 {
        self.size + self.size / 4 + 1
    }

    /// Width of a text, rounded up to pixels.
    pub(super) fn width(self, text: &str) -> i32 {
        let units: i64 = text.chars().map(|c| i64::from(self.units(c))).sum();
        let pixels = (units * i64::from(self.size) + 999) / 1000;
        i32::try_from(pixels).unwrap_or(i32::MAX)
    }

    /// The text broken into lines of at most `width` pixels; what goes beyond `most` lines is
    /// left out, which an ellipsis shows.
    pub(super) fn wrap(self, text: &str, width: i32, most: usize) -> Vec<String> {
        let limit = i64::from(width.max(0)) * 1000 / i64::from(self.size.max(1));
        wrap(text, limit, most, |c| i64::from(self.units(c)))
    }

    /// Width of the longest word.
    pub(super) fn longest_word(self, text: &str) -> i32 {
        let words = text.split_whitespace().map(|word| self.width(word));
        words.max().unwrap_or(0)
    }

    fn units(self, character: char) -> i32 {
        let plain = units(character);
        if self.bold { plain * 108 / 100 } else { plain }
    }
}

/// The text in lines of at most `width` terminal columns.
pub(super) fn wrap_columns(text: &str, width: usize, most: usize) -> Vec<String> {
    let width = i64::try_from(width).unwrap_or(i64::MAX);
    let columns = |c: char| i64::try_from(c.width().unwrap_or(0)).unwrap_or(0);
    wrap(text, width, most, columns)
}

/// Widths of the first 95 visible characters in thousandths of the letter size, as in the
/// sans-serif faces that offices have (Arial, Helvetica and their copies).
const WIDTHS: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

fn units(character: char) -> i32 {
    let ascii = u32::from(character)
        .checked_sub(32)
        .and_then(|index| WIDTHS.get(usize::try_from(index).ok()?));
    match (ascii, character.width()) {
        (Some(units), _) => i32::from(*units),
        (None, Some(0) | None) => 0,
        (None, Some(1)) => 640,
        (None, Some(_)) => 1000,
    }
}

fn wrap(text: &str, limit: i64, most: usize, measure: impl Fn(char) -> i64) -> Vec<String> {
    let space = measure(' ');
    let mut lines: Vec<String> = Vec::new();
    let (mut line, mut used) = (String::new(), 0);
    'words: for word in text.split_whitespace() {
        let width: i64 = word.chars().map(&measure).sum();
        if !line.is_empty() && used + space + width <= limit {
            line.push(' ');
            line.push_str(word);
            used += space + width;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        used = 0;
        // Only a word too long for a line of its own is broken.
        for character in word.chars() {
            let width = measure(character);
            if !line.is_empty() && used + width > limit {
                lines.push(std::mem::take(&mut line));
                used = 0;
                if lines.len() > most {
                    break 'words;
                }
            }
            line.push(character);
            used += width;
        }
        if lines.len() > most {
            break;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            let mut used: i64 = last.chars().map(&measure).sum();
            let room = limit - measure('…');
            while used > room
                && let Some(character) = last.pop()
            {
                used -= measure(character);
            }
            last.truncate(last.trim_end().len());
            last.push('…');
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn breaks_at_spaces_and_words_only_where_it_must() {
        assert_eq!(
            wrap_columns("Memeriksa kelengkapan berkas", 12, 9),
            ["Memeriksa", "kelengkapan", "berkas"]
        );
        assert_eq!(
            wrap_columns("mempertanggungjawabkan", 10, 9),
            ["mempertang", "gungjawabk", "an"]
        );
        assert_eq!(wrap_columns("a b c d e f", 3, 2), ["a b", "c…"]);
        assert_eq!(wrap_columns("林淑英先生", 4, 9), ["林淑", "英先", "生"]);
        assert!(wrap_columns("  ", 4, 9).is_empty());
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide(text in "[ -~é林]{0,80}", width in 12..200_i32) {
            let face = Face::plain(10);
            for line in face.wrap(&text, width, 5) {
                prop_assert!(face.width(&line) <= width, "{line}");
            }
        }

        #[test]
        fn nothing_is_lost(text in "[a-z ]{0,80}", width in 1..30_usize) {
            let lines = wrap_columns(&text, width, usize::MAX);
            let joined: String = lines.concat().split_whitespace().collect();
            let all: String = text.split_whitespace().collect();
            prop_assert_eq!(joined, all);
        }
    }
}
