//! Text of documents made safe for JSON, URIs and Markdown. What the other formats need stands
//! with them; what a terminal needs stands in [`crate::sanitize`].

use std::{
    borrow::Cow,
    fmt::Write as _,
    io::{self, Write},
};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::lines::write_changed;
use crate::sanitize::{break_brackets, is_hidden, one_line};

/// Writes a value as JSON on lines of its own.
pub(super) fn write_pretty(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    write_changed(out, json, |out| {
        serde_json::to_writer_pretty(&mut *out, value)?;
        writeln!(out)
    })
}

/// Writes a value as JSON on one line.
pub(super) fn write_line(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    write_changed(out, json, |out| {
        serde_json::to_writer(&mut *out, value)?;
        writeln!(out)
    })
}

/// The same JSON with `\u....` for characters that would act on a terminal that shows it, and
/// for what a build service would take for a command: both can only stand inside strings.
fn json(text: &str) -> Cow<'_, str> {
    let text = break_brackets(text, "\\u005b");
    let acts = |c: char| c != '\n' && is_hidden(c);
    if !text.chars().any(acts) {
        return text;
    }
    let mut safe = String::with_capacity(text.len() + 64);
    for character in text.chars() {
        if acts(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                // Writing to a string cannot fail.
                let _ = write!(safe, "\\u{unit:04x}");
            }
        } else {
            safe.push(character);
        }
    }
    Cow::Owned(safe)
}

/// What stands for itself in the path of a URI (RFC 3986, section 2.3), and `/`.
const OUTSIDE_PATHS: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// The name of a file as a path in a URI.
pub(super) fn uri_path(name: &str) -> String {
    utf8_percent_encode(name, OUTSIDE_PATHS).to_string()
}

/// Text for Markdown, on one line, with no effect at all: every sign that means something
/// to Markdown, HTML or a table is written as a character reference, which is never taken for structure. What
/// stands between backticks is shown as code.
pub(super) fn markdown(text: &str) -> String {
    // In a table, a bar ends a cell even inside backticks; in an element it can be a reference.
    with_code(text, |code, shown| {
        shown.push_str("<code>");
        references(code, shown);
        shown.push_str("</code>");
    })
}

/// The same without HTML, which SARIF forbids (section 3.11.4.2), and for no table. Braces are
/// doubled, as SARIF wants them (section 3.11.5).
pub(super) fn markdown_without_html(text: &str) -> String {
    with_code(text, |code, shown| match code.is_empty() {
        true => shown.push_str("&#96;&#96;"),
        false => {
            let _ = write!(shown, "`{}`", code.replace('{', "{{").replace('}', "}}"));
        }
    })
}

fn with_code(text: &str, code: impl Fn(&str, &mut String)) -> String {
    let text = one_line(text);
    let mut shown = String::with_capacity(text.len() * 2);
    let parts: Vec<_> = text.split('`').collect();
    // The last backtick of an odd number of them opens nothing.
    let opens_nothing = (parts.len() % 2 == 0).then(|| parts.len() - 1);
    for (index, part) in parts.iter().enumerate() {
        if opens_nothing == Some(index) {
            shown.push_str("&#96;");
            references(part, &mut shown);
        } else if index % 2 == 1 {
            code(part, &mut shown);
        } else {
            references(part, &mut shown);
        }
    }
    shown
}

/// Signs that can begin something in the middle of a line: emphasis, code, links, HTML, cells,
/// formulas, short names of pictures, mentions, addresses.
const SIGNS: &str = "\\`*_[]<>#|~&$!:@^{}";

fn references(text: &str, shown: &mut String) {
    for (at, character) in text.char_indices() {
        let is_address = || {
            let before = text.get(at.saturating_sub(3)..at).unwrap_or_default();
            character == '.' && before.eq_ignore_ascii_case("www")
        };
        if SIGNS.contains(character) || is_address() {
            let _ = write!(shown, "&#{};", u32::from(character));
        } else {
            shown.push(character);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_stays_the_same_value_without_raw_signs() {
        let value = "a\u{202e}\u{e0041}\u{9b}\u{fffe} ##[error] ##vso[x] \u{1}";
        let mut out = Vec::new();
        write_pretty(&[value], &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert_eq!(serde_json::from_str::<Vec<String>>(&text).unwrap(), [value]);
        assert!(!text.chars().any(|c| c != '\n' && is_hidden(c)), "{text}");
        assert!(!text.contains("##["), "{text}");
        assert!(text.contains("\\udb40\\udc41"), "{text}");
    }

    #[test]
    fn uris_hold_only_what_they_may() {
        assert_eq!(
            uri_path("dinas/a b%:#?[é].yaml"),
            "dinas/a%20b%25%3A%23%3F%5B%C3%A9%5D.yaml"
        );
    }

    #[test]
    fn markdown_has_no_effect() {
        assert_eq!(markdown("Angka `3` beda"), "Angka <code>3</code> beda");
        assert_eq!(
            markdown("a|b\n# <b> `x"),
            "a&#124;b &#35; &#60;b&#62; &#96;x"
        );
        assert_eq!(markdown("``"), "<code></code>");
        assert_eq!(
            markdown_without_html("`{a|<b>}` <b> ``"),
            "`{{a|<b>}}` &#60;b&#62; &#96;&#96;"
        );
    }
}
