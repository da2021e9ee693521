//! Which words a text must hold before a regular expression can match it.

use regex_syntax::hir::{Class, Hir, HirKind};

/// A class of more characters says too little.
const MOST_CHARACTERS: usize = 8;
/// So often a repeated letter is written out at most.
const MOST_REPEATS: u32 = 8;

/// Letters outside ASCII that a pattern without regard to case takes for `s` and `k`. A text
/// that holds one may match without holding the words.
pub(super) const ODD_LETTERS: [char; 2] = ['ſ', '\u{212A}'];

/// Words in lower case of which every text holds at least one, in whatever case, that the
/// expression matches. Nothing where no such words are known.
pub(super) fn needed(pattern: &str) -> Option<Vec<String>> {
    let hir = regex_syntax::parse(pattern).ok()?;
    words(&hir).filter(|words| !words.iter().any(String::is_empty))
}

fn words(hir: &Hir) -> Option<Vec<String>> {
    if let Some(letters) = letters(hir) {
        return Some(vec![letters]);
    }
    match hir.kind() {
        HirKind::Class(class) => Some(characters(class)?.map(String::from).collect()),
        HirKind::Repetition(repetition) if repetition.min > 0 => words(&repetition.sub),
        HirKind::Capture(capture) => words(&capture.sub),
        HirKind::Alternation(ways) => {
            let ways: Option<Vec<_>> = ways.iter().map(words).collect();
            Some(ways?.into_iter().flatten().collect())
        }
        HirKind::Concat(parts) => best(parts),
        _ => None,
    }
}

/// The words of the part that says most: of which the shortest word is longest.
fn best(parts: &[Hir]) -> Option<Vec<String>> {
    let mut known: Vec<Vec<String>> = Vec::new();
    let mut run = String::new();
    for part in parts {
        if let Some(letters) = letters(part) {
            run.push_str(&letters);
            continue;
        }
        known.push(vec![std::mem::take(&mut run)]);
        known.extend(words(part));
    }
    known.push(vec![run]);
    let shortest = |words: &Vec<String>| words.iter().map(String::len).min().unwrap_or_default();
    known
        .into_iter()
        .filter(|words| shortest(words) > 0)
        .max_by_key(|words| (shortest(words), std::cmp::Reverse(words.len())))
}

/// The one text that the expression matches, but for its case.
fn letters(hir: &Hir) -> Option<String> {
    match hir.kind() {
        HirKind::Literal(literal) => {
            Some(std::str::from_utf8(&literal.0).ok()?.to_ascii_lowercase())
        }
        HirKind::Class(class) => {
            let mut characters = characters(class)?.filter(|sign| !ODD_LETTERS.contains(sign));
            let first = characters.next()?.to_ascii_lowercase();
            characters
                .all(|sign| sign.to_ascii_lowercase() == first)
                .then(|| first.to_string())
        }
        HirKind::Repetition(repetition) if repetition.min > 0 => {
            let times = repetition.min;
            let exact = repetition.max == Some(times) && times <= MOST_REPEATS;
            let times = usize::try_from(times).ok()?;
            exact.then(|| letters(&repetition.sub).map(|one| one.repeat(times)))?
        }
        _ => None,
    }
}

fn characters(class: &Class) -> Option<impl Iterator<Item = char>> {
    let Class::Unicode(class) = class else {
        return None;
    };
    let count: usize = class.ranges().iter().map(|range| range.len()).sum();
    let ranges: Vec<_> = class.ranges().to_vec();
    (count <= MOST_CHARACTERS).then(|| {
        ranges
            .into_iter()
            .flat_map(|range| range.start()..=range.end())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_the_words_a_match_holds() {
        let cases: [(&str, Option<&[&str]>); 12] = [
            (r"(?i)\blorem ipsum\b", Some(&["lorem ipsum"])),
            (r"(?i)\brp\.?\s*(?:[.…_]\s?){3,}", Some(&["rp"])),
            (r"_{4,}", Some(&["_"])),
            (r"x{3}", Some(&["xxx"])),
            (r"(?i)\b(?:nomor|no)\s*x{2,}", Some(&["no"])),
            (r"\[\s*(?:nama|isi)\b[^\]]{0,60}\]", Some(&["isi", "nama"])),
            (r"(?i)\b0?8\d{0,4}[- ]?x{3,}", Some(&["x"])),
            (r"\d+", None),
            (r"a?b*", None),
            (r"(?:a|\d)", None),
            (r"[.…]", Some(&[".", "…"])),
            (r"(?i)Kk", Some(&["kk"])),
        ];
        for (pattern, expected) in cases {
            let found = needed(pattern).map(|mut words| {
                words.sort();
                words.dedup();
                words
            });
            let expected = expected.map(|words| {
                words
                    .iter()
                    .map(|word| (*word).to_owned())
                    .collect::<Vec<_>>()
            });
            assert_eq!(found, expected, "{pattern}");
        }
    }
}
