//! The steps of a procedure, as the checks about their columns and sentences see them.

use std::ops::Range;

use super::Target;
use crate::{document::Path, finding::Hit, reading::Step, text::Phrase};

/// Most further steps that a finding points to: who mends twenty sees the rest.
const MOST_RELATED: usize = 20;

/// Most pieces of a list of numbers before the rest is only counted.
const MOST_NUMBERS: usize = 8;

/// One gap that several steps have, told once: the first step is underlined, the others belong
/// to it. Its path is that of the procedure, so that mending one of the steps leaves it the
/// same gap. `place` gives the text to underline in a step, `words` what to say there.
pub(super) fn one_gap<'s>(
    target: &Target<'_>,
    found: &[&'s Step],
    mut place: impl FnMut(&'s Step) -> (Path, crate::span::Span),
    mut words: impl FnMut(&'s Step) -> Phrase,
) -> Option<Hit> {
    let (first, others) = found.split_first()?;
    let (_, span) = place(first);
    let mut hit = Hit::new(target.document.path_of(target.node), span)
        .label(words(first))
        .argument("numbers", Phrase::same(numbers(found)))
        .argument("count", Phrase::same(found.len().to_string()));
    for step in others.iter().take(MOST_RELATED) {
        let (path, span) = place(step);
        hit = hit.related(path, span, words(step));
    }
    Some(hit)
}

/// The numbers of steps, runs drawn together: `1-4, 6, 8`.
pub(super) fn numbers(steps: &[&Step]) -> String {
    let mut pieces: Vec<(usize, usize)> = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        let follows = |last: usize| {
            steps
                .get(last)
                .is_some_and(|last| last.position + 1 == step.position)
        };
        match pieces.last_mut() {
            Some((_, last)) if follows(*last) => *last = at,
            _ => pieces.push((at, at)),
        }
    }
    let label = |at: usize| steps.get(at).map_or("", |step| step.label.as_str());
    let piece = |&(first, last): &(usize, usize)| match last - first {
        0 => label(first).to_owned(),
        1 => format!("{}, {}", label(first), label(last)),
        _ => format!("{}-{}", label(first), label(last)),
    };
    let shown: Vec<_> = pieces.iter().take(MOST_NUMBERS).map(piece).collect();
    let more = if pieces.len() > MOST_NUMBERS {
        ", ..."
    } else {
        ""
    };
    format!("{}{more}", shown.join(", "))
}

/// The bytes of a text behind a mark such as `1.`, `b)` or `-` at its head.
pub(super) fn behind_mark(text: &str) -> usize {
    let mut start = text.len() - text.trim_start().len();
    let rest = text.get(start..).unwrap_or_default();
    let mark = rest.split_whitespace().next().unwrap_or_default();
    let core = mark.trim_end_matches(['.', ')', ':']);
    let is_number = core.len() <= 3 && core.bytes().all(|byte| byte.is_ascii_digit());
    let is_letter = core.chars().count() == 1;
    let has_sign = core.len() < mark.len();
    let is_dash = matches!(mark, "-" | "–" | "•" | "*");
    if is_dash || (has_sign && (is_number || is_letter)) {
        start += mark.len();
        let rest = text.get(start..).unwrap_or_default();
        start += rest.len() - rest.trim_start().len();
    }
    start
}

/// The words of a text in lower case, each with its bytes.
pub(super) fn words(text: &str) -> Vec<(String, Range<usize>)> {
    let is_word = |c: char| c.is_alphanumeric() || c == '-';
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (is_word(c), start) {
            (true, None) => start = Some(at),
            (false, Some(first)) => {
                let word = text.get(first..at).unwrap_or_default();
                // A dash between words is none.
                if word.contains(char::is_alphanumeric) {
                    words.push((word.to_lowercase(), first..at));
                }
                start = None;
            }
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::document::NodeId;

    fn numbers_of(positions: &[usize]) -> String {
        let step = |&position: &usize| Step {
            node: NodeId::ROOT,
            position,
            label: (position + 1).to_string(),
            activity: None,
            is_plain: false,
            symbol: String::new(),
        };
        let steps: Vec<_> = positions.iter().map(step).collect();
        numbers(&steps.iter().collect::<Vec<_>>())
    }

    #[test]
    fn numbers_that_follow_each_other_are_drawn_together() {
        assert_eq!(numbers_of(&[0]), "1");
        assert_eq!(numbers_of(&[0, 1]), "1, 2");
        assert_eq!(numbers_of(&[0, 1, 2, 3, 5, 7, 8]), "1-4, 6, 8, 9");
        let odd: Vec<_> = (0..40).step_by(2).collect();
        assert_eq!(numbers_of(&odd), "1, 3, 5, 7, 9, 11, 13, 15, ...");
    }

    #[test]
    fn marks_before_an_activity_are_passed_over() {
        let cases = [
            ("1. Memeriksa", "Memeriksa"),
            ("a) Memeriksa", "Memeriksa"),
            ("- Memeriksa", "Memeriksa"),
            ("  12) Memeriksa", "Memeriksa"),
            ("2 orang petugas", "2 orang petugas"),
            ("Dr. Budi", "Dr. Budi"),
            ("1.", ""),
            ("", ""),
        ];
        for (text, behind) in cases {
            assert_eq!(&text[behind_mark(text)..], behind, "{text}");
        }
    }

    proptest! {
        #[test]
        fn words_lie_in_the_text_and_in_order(text in ".{0,80}") {
            let start = behind_mark(&text);
            prop_assert!(text.is_char_boundary(start));
            let mut end = 0;
            for (word, range) in words(&text) {
                prop_assert!(range.start >= end && range.end > range.start);
                prop_assert_eq!(text[range.clone()].to_lowercase(), word);
                end = range.end;
            }
        }
    }
}
