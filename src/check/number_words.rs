//! `number_words`: a number and its words in brackets are the same: `3 (tiga)`.

use serde::Deserialize;

use super::{Check, Sight, Target, rewrite};
use crate::{finding::Hit, text::Phrase, value::numeral::pairs};

/// A number in digits and the same number in words beside it must agree.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NumberWords {}

impl Check for NumberWords {
    fn arguments(&self) -> &'static [&'static str] {
        &["number", "words", "expected"]
    }

    fn sight(&self) -> Sight {
        Sight::Text
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let Some(text) = target.text() else { return };
        // Nearly all texts end here.
        let may_hold_pair = text.contains('(') && text.bytes().any(|byte| byte.is_ascii_digit());
        if !may_hold_pair || target.document.is_alias(target.node) {
            return;
        }
        for pair in pairs(text) {
            if pair.agrees != Some(false) {
                continue;
            }
            let written = |range: &std::ops::Range<usize>| text.get(range.clone()).unwrap_or("");
            let (number, words) = (written(&pair.number_range), written(&pair.words_range));
            let expected = like(words, pair.standard_words);
            let place = target.document.place(target.node);
            let path = target.document.path_of(target.node);
            let mut hit = target
                .hit_part(pair.words_range.clone())
                .label(Phrase::new(
                    format!("`{number}` terbilangnya `{expected}`"),
                    format!("`{number}` in words is `{expected}`"),
                ))
                .related(
                    path,
                    place.part(pair.number_range.clone()),
                    Phrase::new("angkanya", "the number"),
                )
                .argument("number", Phrase::same(number.to_owned()))
                .argument("words", Phrase::same(words.to_owned()))
                .argument("expected", Phrase::same(expected.clone()));
            if let Some(span) = rewrite::span(target, &pair.words_range, &expected) {
                let title = Phrase::new(
                    format!("Tulis `{expected}` sesuai angkanya"),
                    format!("Write `{expected}` as the number says"),
                );
                // Either of the two may be what was meant.
                hit = hit.fix(title, false, span, expected);
            }
            hits.push(hit);
        }
    }
}

/// The words with a capital where those they replace have one.
fn like(written: &str, words: String) -> String {
    let mut chars = words.chars();
    match (written.chars().next(), chars.next()) {
        (Some(old), Some(new)) if old.is_uppercase() => new.to_uppercase().chain(chars).collect(),
        _ => words,
    }
}
