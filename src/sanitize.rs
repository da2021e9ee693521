//! Text of documents and file names made safe to show.

use std::borrow::Cow;

/// The text with every character spelled out that would act on a terminal or hide something:
/// control characters, changes of writing direction, characters without width.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        if is_hidden(character) {
            shown.extend(character.escape_unicode());
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

/// The same on one line: line breaks and tabs become spaces.
pub fn one_line(text: &str) -> String {
    let words: Vec<_> = text
        .split(['\n', '\r', '\t'])
        .filter(|part| !part.is_empty())
        .collect();
    visible(&words.join(" ")).into_owned()
}

/// Whether a character acts, hides, or turns the line around.
pub(crate) fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                // No characters at all, and forbidden in XML.
                | '\u{fffe}'..='\u{ffff}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// A text for the log of a build: nothing in it is taken for a command of the service that runs
/// the build, whatever a document or a file name says.
///
/// GitHub acts on a line whose first word begins with `::`, and on `##[...]` anywhere; Azure on
/// `##vso[...]`, TeamCity on `##teamcity[...]`. A backslash in between keeps them from it.
pub fn without_commands(text: &str) -> Cow<'_, str> {
    let text = break_brackets(text, "\\[");
    if !text.contains("::") {
        return text;
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for line in text.split_inclusive('\n') {
        let words = line.trim_start();
        let (space, words) = line.split_at(line.len() - words.len());
        safe.push_str(space);
        if words.starts_with("::") {
            safe.push('\\');
        }
        safe.push_str(words);
    }
    Cow::Owned(safe)
}

/// The text with the bracket of every `##[` and `##word[` written in another way.
pub(crate) fn break_brackets<'a>(text: &'a str, bracket: &str) -> Cow<'a, str> {
    if !text.contains("##") {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    let mut at = 0;
    for (found, _) in text.match_indices('[') {
        let before = text.get(at..found).unwrap_or_default();
        safe.push_str(before);
        let is_command = before
            .trim_end_matches(|c: char| c.is_ascii_alphabetic())
            .ends_with("##");
        safe.push_str(if is_command { bracket } else { "[" });
        at = found + 1;
    }
    safe.push_str(text.get(at..).unwrap_or_default());
    Cow::Owned(safe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_a_command_of_a_build_service() {
        let safe = without_commands;
        assert_eq!(
            safe("a\n  ::error::x\n::stop::y"),
            "a\n  \\::error::x\n\\::stop::y"
        );
        assert_eq!(safe("std::io ##"), "std::io ##");
        assert_eq!(
            safe("x ##[error]y ##vso[task.setvariable]z #[a] ##1[b]"),
            "x ##\\[error]y ##vso\\[task.setvariable]z #[a] ##1[b]"
        );
    }

    #[test]
    fn spells_out_what_acts_or_hides() {
        assert_eq!(visible("Désirée 林"), "Désirée 林");
        assert_eq!(
            visible("a\u{1b}]0;x\u{7}\u{202e}\u{200b}"),
            "a\\u{1b}]0;x\\u{7}\\u{202e}\\u{200b}"
        );
        assert_eq!(one_line("satu\n  dua\r\ntiga"), "satu   dua tiga");
    }
}
