//! From a part of a scalar's text back to the bytes of the file.

use crate::span::Span;

/// The bytes of `raw` that stand for `part` of `text`, where `raw` is a scalar as written
/// (quotes, folding, escapes) and `text` what YAML makes of it. `None` where they do not fit.
pub(super) fn part(raw: &str, text: &str, part: Span) -> Option<Span> {
    let mut cursor = Cursor { raw, at: 0 };
    let quote = raw.chars().next().filter(|c| matches!(c, '"' | '\''));
    cursor.at += usize::from(quote.is_some());
    let (mut start, mut at) = (None, 0);
    while at < part.end {
        let rest = text.get(at..)?;
        let blank = rest.len() - rest.trim_start_matches(is_space).len();
        if blank == 0 || quote == Some('"') && cursor.rest().starts_with('\\') {
            cursor.skip_space();
            while quote == Some('"') && cursor.skip_line_continuation() {
                cursor.skip_space();
            }
            if at >= part.start {
                start = start.or(Some(cursor.at));
            }
            at += cursor.step(rest.chars().next()?, quote)?;
        } else {
            // A run of spaces and line breaks may be folded: it counts as one.
            if at + blank > part.start {
                start = start.or(Some(cursor.at));
            }
            cursor.skip_space();
            at += blank;
        }
    }
    let start = start.unwrap_or(cursor.at);
    Some(Span::new(start, cursor.at))
}

fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r')
}

struct Cursor<'a> {
    raw: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    fn rest(&self) -> &'a str {
        self.raw.get(self.at..).unwrap_or_default()
    }

    fn skip_space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches(is_space).len();
    }

    /// A backslash at the end of a line joins it with the next.
    fn skip_line_continuation(&mut self) -> bool {
        let found = self.rest().starts_with("\\\n") || self.rest().starts_with("\\\r");
        self.at += if found { 2 } else { 0 };
        found
    }

    /// Passes what stands for `wanted`; gives its length in the scalar's text.
    fn step(&mut self, wanted: char, quote: Option<char>) -> Option<usize> {
        let rest = self.rest();
        let length = match (rest.chars().next()?, quote) {
            ('\\', Some('"')) => escape_length(rest, wanted)?,
            ('\'', Some('\'')) if rest.starts_with("''") && wanted == '\'' => 2,
            (found, _) if found == wanted => found.len_utf8(),
            _ => return None,
        };
        self.at += length;
        Some(wanted.len_utf8())
    }
}

/// Length of the escape at the start of `rest`; a pair of `\u` escapes may stand for one character.
fn escape_length(rest: &str, wanted: char) -> Option<usize> {
    let length = match rest.as_bytes().get(1)? {
        b'x' => 4,
        b'u' if wanted.len_utf16() == 2 => 12,
        b'u' => 6,
        b'U' => 10,
        _ => 1 + rest.chars().nth(1)?.len_utf8(),
    };
    rest.is_char_boundary(length).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut<'a>(raw: &'a str, text: &str, wanted: &str) -> Option<&'a str> {
        let start = text.find(wanted).unwrap();
        let span = part(raw, text, Span::new(start, start + wanted.len()))?;
        raw.get(span.start..span.end)
    }

    #[test]
    fn finds_the_bytes_of_a_part() {
        let cases = [
            ("satu dua tiga", "satu dua tiga", "dua", "dua"),
            (
                "\"satu \\\"dua\\\" tiga\"",
                "satu \"dua\" tiga",
                "\"dua\"",
                "\\\"dua\\\"",
            ),
            ("'it''s é ok'", "it's é ok", "é ok", "é ok"),
            ("'it''s ok'", "it's ok", "'s", "''s"),
            (
                "satu\n    dua\n\n    tiga",
                "satu dua\ntiga",
                "dua\ntiga",
                "dua\n\n    tiga",
            ),
            (
                "baris satu\n  baris dua",
                "baris satu\nbaris dua",
                "dua",
                "dua",
            ),
            (
                "\"a\\x41\\u00e9\\U0001F600z\"",
                "aAé😀z",
                "é😀",
                "\\u00e9\\U0001F600",
            ),
            ("\"a\\uD83D\\uDE00z\"", "a😀z", "z", "z"),
            ("\"satu \\\n   dua\"", "satu dua", "dua", "dua"),
            ("\"a\\tb c\"", "a\tb c", "b c", "b c"),
        ];
        for (raw, text, wanted, expected) in cases {
            assert_eq!(cut(raw, text, wanted), Some(expected), "{raw}");
        }
    }

    #[test]
    fn gives_up_where_text_and_bytes_differ() {
        assert_eq!(cut("abc", "axc", "c"), None);
        assert_eq!(cut("abc", "abcd", "d"), None);
    }
}
