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

fn is_hidden(character: char) -> bool {
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
                | '\u{e0000}'..='\u{e007f}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

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
