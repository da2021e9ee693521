//! `invisible`: a text holds no signs that nobody sees but every search trips over.

use std::ops::Range;

use serde::Deserialize;

use super::{Check, Sight, Target};
use crate::{
    document::Value,
    finding::{Edit, Fix, Hit},
    text::Phrase,
};

/// Non-breaking spaces, soft hyphens and signs of no width, as word processors leave them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Invisible {}

impl Check for Invisible {
    fn arguments(&self) -> &'static [&'static str] {
        &["kind"]
    }

    fn sight(&self) -> Sight {
        Sight::Text
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let Value::Scalar { text, plain } = target.document.value(target.node) else {
            return;
        };
        // All of these signs are outside ASCII; nearly every text is not.
        if text.is_ascii() {
            return;
        }
        let found: Vec<(usize, char)> = text
            .char_indices()
            .filter(|(_, sign)| replacement(*sign).is_some())
            .collect();
        let Some(&(_, first)) = found.first() else {
            return;
        };
        // A text of nothing else is blank, which is another gap.
        if text
            .chars()
            .all(|sign| sign.is_whitespace() || replacement(sign) == Some(""))
        {
            return;
        }
        let ranges: Vec<Range<usize>> = found
            .iter()
            .map(|&(at, sign)| at..at + sign.len_utf8())
            .collect();
        let Some(hit) = gap(target, &ranges) else {
            return;
        };
        let hit = hit.argument("kind", kind(first));
        hits.push(match fix(target, text, plain, &found) {
            Some(fix) => Hit {
                fix: Some(fix),
                ..hit
            },
            None => hit,
        });
    }
}

/// One gap for the whole text. A sign of no width cannot be underlined alone to be seen, so the
/// word around it is.
fn gap(target: &Target<'_>, ranges: &[Range<usize>]) -> Option<Hit> {
    let first = ranges.first()?;
    let mut hit = target.hit_part(first.clone());
    for range in ranges.iter().skip(1).take(MOST_PLACES) {
        let span = target.document.place(target.node).part(range.clone());
        let message = Phrase::new("juga di sini", "here too");
        hit = hit.related(target.document.path_of(target.node), span, message);
    }
    Some(hit)
}

/// Further places that are shown.
const MOST_PLACES: usize = 9;

/// What stands for the sign in a clean text.
fn replacement(sign: char) -> Option<&'static str> {
    match sign {
        '\u{a0}' | '\u{2007}' | '\u{202f}' => Some(" "),
        '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}' => Some(""),
        _ => None,
    }
}

fn kind(sign: char) -> Phrase {
    match sign {
        '\u{ad}' => Phrase::new("tanda hubung lunak", "a soft hyphen"),
        '\u{a0}' | '\u{2007}' | '\u{202f}' => {
            Phrase::new("spasi yang tidak dapat dipatahkan", "a non-breaking space")
        }
        _ => Phrase::new("tanda tanpa lebar", "a sign of no width"),
    }
}

/// Safe where the sign stands inside the text and taking it away makes no new YAML.
fn fix(target: &Target<'_>, text: &str, plain: bool, found: &[(usize, char)]) -> Option<Fix> {
    let place = target.document.place(target.node);
    let source = target.document.source();
    let mut edits = Vec::new();
    for &(at, sign) in found {
        let end = at + sign.len_utf8();
        let (before, behind) = (
            text.get(..at)?.chars().next_back()?,
            text.get(end..)?.chars().next()?,
        );
        if plain && (matches!(before, ':' | '#') || matches!(behind, ':' | '#')) {
            return None;
        }
        let span = place.part(at..end);
        // Where YAML escapes or folds the text, the bytes there may be others.
        if !source.slice(span).chars().eq(std::iter::once(sign)) {
            return None;
        }
        let text = replacement(sign)?.to_owned();
        edits.push(Edit { span, text });
    }
    Some(Fix {
        title: Phrase::new(
            "Ganti dengan spasi biasa atau hapus",
            "Replace by a plain space, or remove",
        ),
        safe: true,
        edits,
    })
}
