//! From a part of a scalar's text back to the bytes of the file.

use crate::span::Span;

/// The bytes of `raw` that stand for `part` of `text`, where `raw` is a scalar as written
/// (quotes, folding, escapes) and `text` what YAML makes of it. `None` where they do not fit.
pub(super) fn part(raw: &str, is_quoted: bool, text: &str, part: Span) -> Option<Span> {
    let quote = raw.chars().next().filter(|_| is_quoted);
    let mut cursor = Cursor {
        raw,
        at: usize::from(quote.is_some()),
        quote,
    };
    let (mut start, mut at) = (None, 0);
    while at < part.end {
        let rest = text.get(at..)?;
        cursor.skip_line_continuations();
        let (from, length) = match cursor.fold() {
            // A run of spaces and line breaks may be folded: it counts as one.
            Some(end) => {
                let from = std::mem::replace(&mut cursor.at, end);
                let length = rest.len() - rest.trim_start_matches(is_space).len();
                (from, (length > 0).then_some(length)?)
            }
            None => {
                let wanted = rest.chars().next()?;
                let from = cursor.at;
                cursor.step(wanted)?;
                (from, wanted.len_utf8())
            }
        };
        if at + length > part.start {
            start = start.or(Some(from));
        }
        at += length;
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
    quote: Option<char>,
}

impl<'a> Cursor<'a> {
    fn rest(&self) -> &'a str {
        self.raw.get(self.at..).unwrap_or_default()
    }

    /// The end of the white space here, if a line ends in it.
    fn fold(&self) -> Option<usize> {
        let rest = self.rest();
        let length = rest.len() - rest.trim_start_matches(is_space).len();
        let space = rest.get(..length)?;
        // What remains after the last word is white space that the text may end with.
        let is_end = length == rest.len();
        (is_end || space.contains(['\n', '\r'])).then_some(self.at + length)
    }

    /// In double quotes a backslash at the end of a line joins it with the next.
    fn skip_line_continuations(&mut self) {
        while self.quote == Some('"')
            && (self.rest().starts_with("\\\n") || self.rest().starts_with("\\\r"))
        {
            self.at += 1;
            let rest = self.rest();
            self.at += rest.len() - rest.trim_start_matches(is_space).len();
        }
    }

    /// Passes what stands for `wanted`.
    fn step(&mut self, wanted: char) -> Option<()> {
        let rest = self.rest();
        self.at += match (rest.chars().next()?, self.quote) {
            ('\\', Some('"')) => {
                let (found, length) = escape(rest)?;
                (found == wanted).then_some(length)?
            }
            ('\'', Some('\'')) if rest.starts_with("''") && wanted == '\'' => 2,
            (found, _) if found == wanted => found.len_utf8(),
            _ => return None,
        };
        Some(())
    }
}

/// The character that the escape at the start of `rest` stands for, and the length of the
/// escape; a pair of `\u` escapes may stand for one character.
fn escape(rest: &str) -> Option<(char, usize)> {
    let code = |at: usize, digits: usize| {
        let digits = rest.get(at..at + digits)?;
        u32::from_str_radix(digits, 16).ok()
    };
    let kind = rest.chars().nth(1)?;
    let found = match kind {
        'x' => (char::from_u32(code(2, 2)?)?, 4),
        'U' => (char::from_u32(code(2, 8)?)?, 10),
        'u' => {
            let first = code(2, 4)?;
            match char::from_u32(first) {
                Some(found) => (found, 6),
                None => {
                    let pair = [first, code(8, 4)?].map(|unit| u16::try_from(unit).unwrap_or(0));
                    (char::decode_utf16(pair).next()?.ok()?, 12)
                }
            }
        }
        _ => (simple_escape(kind), 1 + kind.len_utf8()),
    };
    Some(found)
}

fn simple_escape(kind: char) -> char {
    match kind {
        '0' => '\0',
        'a' => '\u{7}',
        'b' => '\u{8}',
        't' => '\t',
        'n' => '\n',
        'v' => '\u{b}',
        'f' => '\u{c}',
        'r' => '\r',
        'e' => '\u{1b}',
        'N' => '\u{85}',
        '_' => '\u{a0}',
        'L' => '\u{2028}',
        'P' => '\u{2029}',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut<'a>(raw: &'a str, text: &str, wanted: &str) -> Option<&'a str> {
        let start = text.find(wanted).unwrap();
        let quoted = raw.starts_with(['"', '\'']);
        let span = part(raw, quoted, text, Span::new(start, start + wanted.len()))?;
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
    fn escaped_spaces_are_not_folded() {
        assert_eq!(cut("\"a \\n b c\"", "a \n b c", "c"), Some("c"));
        assert_eq!(cut("\"a \\n b c\"", "a \n b c", "\n b"), Some("\\n b"));
        assert_eq!(cut("\"a\\_b  c\"", "a\u{a0}b  c", " c"), Some(" c"));
        assert_eq!(cut("\"a\\\n\n  b c\"", "ab c", "b"), Some("b"));
    }

    #[test]
    fn gives_up_where_text_and_bytes_differ() {
        assert_eq!(cut("abc", "axc", "c"), None);
        assert_eq!(cut("abc", "abcd", "d"), None);
    }
}
