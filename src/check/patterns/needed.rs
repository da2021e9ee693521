//! Which words a text must hold before a regular expression can match it.

use std::cmp::Reverse;

use regex_syntax::hir::{Class, Hir, HirKind};

/// A class of more characters says too little.
const MOST_CHARACTERS: usize = 8;
/// So often a repeated letter is written out at most.
const MOST_REPEATS: u32 = 8;
/// More sets of words exclude hardly any text more.
pub(super) const MOST_SETS: usize = 4;

/// Letters outside ASCII that a pattern without regard to case takes for `s` and `k`. A text
/// that holds one may match without holding the words.
pub(super) const ODD_LETTERS: [char; 2] = ['ſ', '\u{212A}'];

/// Sets of words in lower case. Every text that the expression matches holds, of each of them, at
/// least one word in whatever case. None where no such words are known.
pub(super) fn needed(pattern: &str) -> Vec<Vec<String>> {
    let Ok(hir) = regex_syntax::parse(pattern) else {
        return Vec::new();
    };
    let mut all = sets(&hir);
    all.sort_by_key(|words| Reverse(strength(words)));
    all.dedup();
    let others = all.split_off(all.len().min(1)).into_iter();
    all.extend(others.filter(|words| words.iter().all(|word| is_rare(word))));
    all.truncate(MOST_SETS);
    all
}

fn sets(hir: &Hir) -> Vec<Vec<String>> {
    if let Some(letters) = letters(hir) {
        return vec![vec![letters]];
    }
    match hir.kind() {
        HirKind::Class(class) => characters(class)
            .map(|characters| characters.map(String::from).collect())
            .into_iter()
            .collect(),
        HirKind::Repetition(repetition) if repetition.min > 0 => {
            let times = usize::try_from(repetition.min.min(MOST_REPEATS)).unwrap_or(1);
            match letters(&repetition.sub) {
                Some(letters) => vec![vec![letters.repeat(times)]],
                None => sets(&repetition.sub),
            }
        }
        HirKind::Capture(capture) => sets(&capture.sub),
        HirKind::Alternation(ways) => {
            let best = |way: &Hir| sets(way).into_iter().max_by_key(|words| strength(words));
            let ways: Option<Vec<_>> = ways.iter().map(best).collect();
            let any = ways.map(|ways| ways.into_iter().flatten().collect());
            any.into_iter().collect()
        }
        HirKind::Concat(parts) => in_turn(parts),
        _ => Vec::new(),
    }
}

/// Those of all parts; parts that are one text each make one together.
fn in_turn(parts: &[Hir]) -> Vec<Vec<String>> {
    let mut known = Vec::new();
    let mut run = String::new();
    for part in parts {
        if let Some(letters) = letters(part) {
            run.push_str(&letters);
            continue;
        }
        known.push(vec![std::mem::take(&mut run)]);
        known.extend(sets(part));
    }
    known.push(vec![run]);
    known.retain(|words| strength(words).0 > 0);
    known
}

/// How much a set says: the longer its shortest word, and the fewer they are, the more.
fn strength(words: &[String]) -> (usize, Reverse<usize>) {
    let shortest = words.iter().map(String::len).min().unwrap_or_default();
    (shortest, Reverse(words.len()))
}

/// Whether a word does not stand in nearly every text.
fn is_rare(word: &str) -> bool {
    let is_common = |sign: char| sign.is_ascii_alphanumeric() || " .,-".contains(sign);
    word.len() > 1 || !word.chars().all(is_common)
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
        let cases: [(&str, &[&[&str]]); 15] = [
            (r"(?i)\blorem ipsum\b", &[&["lorem ipsum"]]),
            (r"(?i)\brp\.?\s*(?:[.…_]\s?){3,}", &[&["rp"]]),
            (r"(?i)\brp\s*(?:[…_]\s?){3,}", &[&["rp"], &["_", "…"]]),
            (r"_{4,}", &[&["____"]]),
            (r"x{3}", &[&["xxx"]]),
            (r"(?i)\b(?:nomor|no)\s*x{2,}", &[&["no"], &["xx"]]),
            (
                r"\[\s*(?:nama|isi)\b[^\]]{0,60}\]",
                &[&["nama", "isi"], &["["], &["]"]],
            ),
            (r"(?i)\b0?8\d{0,4}[- ]?x{3,}", &[&["xxx"]]),
            (r"nama (?:unit|dinas)? di", &[&["nama "], &[" di"]]),
            (r"(?:ab|cd)[0-9]", &[&["ab", "cd"]]),
            (r"\d+", &[]),
            (r"a?b*", &[]),
            (r"(?:a|\d)", &[]),
            (r"[.…]", &[&[".", "…"]]),
            (r"(?i)Kk", &[&["kk"]]),
        ];
        for (pattern, expected) in cases {
            assert_eq!(needed(pattern), expected, "{pattern}");
        }
    }
}
