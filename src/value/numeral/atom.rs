//! The smallest number words and how they are misspelt.

use std::sync::LazyLock;

/// What one number word, or one part of a joined word, stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Atom {
    /// `nol` to `sembilan`.
    Digit(u64),
    /// `belas`.
    Teen,
    /// `puluh`.
    Ten,
    /// `ratus`.
    Hundred,
    /// `ribu` and above.
    Scale(u64),
    /// Words with `se-`: `sepuluh`, `sebelas`, `seratus`, `seribu`, `sejuta`.
    Whole(u64),
    /// `koma`.
    Point,
    /// `setengah`.
    Half,
    /// `seperempat`.
    Quarter,
    /// `perempat`, after `tiga`.
    Fourths,
    /// `persen`.
    Percent,
}

/// How sure the reading of a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sureness {
    /// A number word, a known misspelling of one, or several joined.
    Known,
    /// One letter away from a number word.
    Guess,
}

/// Words as spelt in KBBI.
const STANDARD: &[(&str, Atom)] = &[
    ("nol", Atom::Digit(0)),
    ("satu", Atom::Digit(1)),
    ("dua", Atom::Digit(2)),
    ("tiga", Atom::Digit(3)),
    ("empat", Atom::Digit(4)),
    ("lima", Atom::Digit(5)),
    ("enam", Atom::Digit(6)),
    ("tujuh", Atom::Digit(7)),
    ("delapan", Atom::Digit(8)),
    ("sembilan", Atom::Digit(9)),
    ("belas", Atom::Teen),
    ("puluh", Atom::Ten),
    ("ratus", Atom::Hundred),
    ("ribu", Atom::Scale(1_000)),
    ("juta", Atom::Scale(1_000_000)),
    ("miliar", Atom::Scale(1_000_000_000)),
    ("triliun", Atom::Scale(1_000_000_000_000)),
    ("kuadriliun", Atom::Scale(1_000_000_000_000_000)),
    ("kuintiliun", Atom::Scale(1_000_000_000_000_000_000)),
    ("sepuluh", Atom::Whole(10)),
    ("sebelas", Atom::Whole(11)),
    ("seratus", Atom::Whole(100)),
    ("seribu", Atom::Whole(1_000)),
    ("sejuta", Atom::Whole(1_000_000)),
    ("semiliar", Atom::Whole(1_000_000_000)),
    ("koma", Atom::Point),
    ("setengah", Atom::Half),
    ("seperempat", Atom::Quarter),
    ("perempat", Atom::Fourths),
    ("persen", Atom::Percent),
];

/// Other spellings met in documents.
const VARIANTS: &[(&str, Atom)] = &[
    ("kosong", Atom::Digit(0)),
    ("satuh", Atom::Digit(1)),
    ("saatu", Atom::Digit(1)),
    ("sattu", Atom::Digit(1)),
    ("stu", Atom::Digit(1)),
    ("sau", Atom::Digit(1)),
    ("duah", Atom::Digit(2)),
    ("duaa", Atom::Digit(2)),
    ("dau", Atom::Digit(2)),
    ("tigah", Atom::Digit(3)),
    ("tiiga", Atom::Digit(3)),
    ("tgia", Atom::Digit(3)),
    ("tia", Atom::Digit(3)),
    ("tga", Atom::Digit(3)),
    ("ampat", Atom::Digit(4)),
    ("empt", Atom::Digit(4)),
    ("emapt", Atom::Digit(4)),
    ("emat", Atom::Digit(4)),
    ("limah", Atom::Digit(5)),
    ("liima", Atom::Digit(5)),
    ("lma", Atom::Digit(5)),
    ("lim", Atom::Digit(5)),
    ("anam", Atom::Digit(6)),
    ("enem", Atom::Digit(6)),
    ("enaam", Atom::Digit(6)),
    ("nam", Atom::Digit(6)),
    ("enm", Atom::Digit(6)),
    ("tuju", Atom::Digit(7)),
    ("tujh", Atom::Digit(7)),
    ("tjuh", Atom::Digit(7)),
    ("tujuhh", Atom::Digit(7)),
    ("dlapan", Atom::Digit(8)),
    ("delapam", Atom::Digit(8)),
    ("delepan", Atom::Digit(8)),
    ("delpan", Atom::Digit(8)),
    ("lapan", Atom::Digit(8)),
    ("sembila", Atom::Digit(9)),
    ("semilan", Atom::Digit(9)),
    ("smbilan", Atom::Digit(9)),
    ("sembelan", Atom::Digit(9)),
    ("blas", Atom::Teen),
    ("bls", Atom::Teen),
    ("belass", Atom::Teen),
    ("pulu", Atom::Ten),
    ("pulh", Atom::Ten),
    ("pluh", Atom::Ten),
    ("pulluh", Atom::Ten),
    ("rtus", Atom::Hundred),
    ("ratu", Atom::Hundred),
    ("rbu", Atom::Scale(1_000)),
    ("milyar", Atom::Scale(1_000_000_000)),
    ("milyard", Atom::Scale(1_000_000_000)),
    ("miliard", Atom::Scale(1_000_000_000)),
    ("trilyun", Atom::Scale(1_000_000_000_000)),
    ("triliyun", Atom::Scale(1_000_000_000_000)),
    ("sepulu", Atom::Whole(10)),
    ("spuluh", Atom::Whole(10)),
    ("sepulh", Atom::Whole(10)),
    ("sblas", Atom::Whole(11)),
    ("seblas", Atom::Whole(11)),
    ("sratus", Atom::Whole(100)),
    ("sribu", Atom::Whole(1_000)),
    ("semilyar", Atom::Whole(1_000_000_000)),
    ("stengah", Atom::Half),
    ("setenga", Atom::Half),
    ("prosen", Atom::Percent),
    ("persent", Atom::Percent),
];

/// Common words one letter away from a number word.
const OTHER_WORDS: &[&str] = &[
    "empati", "peluh", "pulih", "sebelah", "serbu", "serbuk", "tempat", "sempat", "tubuh", "tuduh",
    "tujuan", "setelah", "sebelum", "depan", "penuh",
];

/// Longer than any number word a person joins; keeps hostile text cheap.
const LONGEST: usize = 60;

fn words() -> impl Iterator<Item = &'static (&'static str, Atom)> {
    STANDARD.iter().chain(VARIANTS)
}

/// The words by their first letter: nearly every word of a document is no number word, and
/// that must be seen at once.
static BY_LETTER: LazyLock<[Vec<(&'static str, Atom)>; 26]> = LazyLock::new(|| {
    let mut buckets: [Vec<(&'static str, Atom)>; 26] = Default::default();
    for (word, atom) in words() {
        if let Some(bucket) = letter(word).and_then(|letter| buckets.get_mut(letter)) {
            bucket.push((word, *atom));
        }
    }
    buckets
});

fn letter(word: &str) -> Option<usize> {
    let first = word.bytes().next()?.checked_sub(b'a')?;
    (first < 26).then_some(usize::from(first))
}

/// The words that begin with the same letter, those of the standard first.
fn words_like(word: &str) -> &'static [(&'static str, Atom)] {
    let bucket = letter(word).and_then(|letter| BY_LETTER.get(letter));
    bucket.map_or(&[], Vec::as_slice)
}

/// Reads one word as number words, joined ones (`limabelas`) apart.
pub(super) fn spell(word: &str) -> Option<(Vec<Atom>, Sureness)> {
    if word.len() < 3 || word.len() > LONGEST || !word.is_ascii() {
        return None;
    }
    let word = word.to_ascii_lowercase();
    let near_words = words_like(&word);
    if let Some((_, atom)) = near_words.iter().find(|(known, _)| *known == word) {
        return Some((vec![*atom], Sureness::Known));
    }
    if let Some(atoms) = split(&word) {
        return Some((atoms, Sureness::Known));
    }
    if OTHER_WORDS.contains(&word.as_str()) {
        return None;
    }
    let is_standard = |word: &str| STANDARD.iter().any(|(known, _)| *known == word);
    let atom = near_words.iter().find_map(|(known, atom)| {
        let near = known.len() >= 5 && known.len().abs_diff(word.len()) <= 1 && is_standard(known);
        (near && guessable(*atom) && is_one_edit_away(known, &word)).then_some(*atom)
    })?;
    Some((vec![atom], Sureness::Guess))
}

/// `belas`, `ratus` and the scales have too many neighbours (`kelas`, `status`, `ribut`).
fn guessable(atom: Atom) -> bool {
    matches!(
        atom,
        Atom::Digit(_) | Atom::Ten | Atom::Whole(_) | Atom::Half
    )
}

/// Whether a word that cannot be read still looks like a number word.
pub(super) fn looks_like_numeral(word: &str) -> bool {
    if word.len() > LONGEST || !word.is_ascii() {
        return false;
    }
    let word = word.to_ascii_lowercase();
    words().any(|(known, _)| {
        let allowed = if known.len() >= 6 { 2 } else { 1 };
        distance(known, &word) <= allowed || known.len() >= 5 && word.contains(known)
    })
}

/// Cuts a joined word into number words, the longest first.
fn split(word: &str) -> Option<Vec<Atom>> {
    let mut atoms = Vec::new();
    let mut rest = word;
    while !rest.is_empty() {
        let (known, atom) = words_like(rest)
            .iter()
            .filter(|(known, _)| known.len() >= 4 || matches!(*known, "dua" | "nol"))
            .filter(|(known, _)| rest.starts_with(known))
            .max_by_key(|(known, _)| known.len())?;
        atoms.push(*atom);
        rest = rest.get(known.len()..)?;
    }
    Some(atoms)
}

/// Whether one edit at most lies between two words: what [`distance`] tells, without tables.
fn is_one_edit_away(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    let same = left.iter().zip(right).take_while(|(l, r)| l == r).count();
    let (left, right) = (
        left.get(same..).unwrap_or_default(),
        right.get(same..).unwrap_or_default(),
    );
    match (left, right) {
        ([], [] | [_]) | ([_], []) => true,
        ([l1, l2, left @ ..], [r1, r2, right @ ..]) if l1 == r2 && l2 == r1 && left == right => {
            true
        }
        ([_, left @ ..], [_, right @ ..]) if left == right => true,
        ([_, rest @ ..], right) if rest == right => true,
        (left, [_, rest @ ..]) if rest == left => true,
        _ => false,
    }
}

/// Edits (one letter more, less, other, or two swapped) between two short words, at most 3.
fn distance(left: &str, right: &str) -> usize {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len().abs_diff(right.len()) > 2 {
        return 3;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=right.len()).collect();
    for (i, &l) in left.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, &r) in right.iter().enumerate() {
            let at = |row: &[usize], k: usize| row.get(k).copied().unwrap_or(3);
            let mut best = (at(&last, j) + usize::from(l != r))
                .min(at(&last, j + 1) + 1)
                .min(at(&row, j) + 1);
            let swapped =
                i > 0 && j > 0 && left.get(i - 1) == Some(&r) && right.get(j - 1) == Some(&l);
            if swapped {
                best = best.min(at(&before, j - 1) + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(3).min(3)
}

#[cfg(test)]
mod tests {
    use super::{distance, is_one_edit_away};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_quick_way_agrees_with_the_tables(left in "[abc]{0,6}", right in "[abc]{0,6}") {
            prop_assert_eq!(is_one_edit_away(&left, &right), distance(&left, &right) <= 1);
        }
    }
}
