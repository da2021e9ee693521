//! Names of ministries, offices and regions inside a citation.

use std::ops::Range;

use super::number::{is_number_word, is_year_word, starts_code};
use super::phrase::{self, Tail};
use super::source::{Source, clean};
use super::title::is_about_word;

/// Most tokens of a ministry, office or region.
const LONGEST_NAME: usize = 28;

/// `Republik Indonesia`, `RI`, `R.I.`, also `Negara RI` of the constitution's name: where the
/// words stand, and the token after them.
pub(super) fn republik(src: Source<'_>, at: usize) -> (Option<(usize, usize)>, usize) {
    let start = at + usize::from(src.is(at, &["negara", "nri"]));
    let end = if src.like(start, &["republik"]) {
        start + 1 + usize::from(src.like(start + 1, &["indonesia"]))
    } else if src.is(start, &["ri"]) {
        start + 1
    } else if src.is(start, &["r"]) && src.is_sign(start + 1, &['.']) && src.is(start + 2, &["i"]) {
        src.skip(start + 3, &['.'])
    } else {
        return (None, start);
    };
    (Some((start, end)), end)
}

/// The name from `at` to the number, year or title, without `Republik Indonesia`.
pub(super) struct Name {
    /// First token after the name.
    pub(super) end: usize,
    /// Tokens that belong to the name.
    pub(super) kept: Vec<usize>,
    /// First and last token (exclusive) of `Republik Indonesia`.
    pub(super) republik: Option<(usize, usize)>,
}

/// Words that never stand in the name of a ministry, office or region.
const PROSE: [&str; 14] = [
    "yang",
    "ini",
    "itu",
    "tersebut",
    "sebagaimana",
    "berlaku",
    "adalah",
    "dapat",
    "wajib",
    "harus",
    "untuk",
    "dengan",
    "atau",
    "tidak",
];

/// Reads the name that begins at `at`; nothing where the words are no name.
pub(super) fn read(src: Source<'_>, at: usize, signs: &[char]) -> Option<Name> {
    let mut kept = Vec::new();
    let mut found_republik = None;
    let mut end = at;
    while end - at < LONGEST_NAME {
        let stops = is_number_word(src, end)
            || (is_year_word(src, end) && src.number(src.skip(end + 1, &['.', ':'])).is_some())
            || src.number(end).is_some()
            || is_about_word(src, end)
            || starts_code(src, end);
        if stops || src.get(end).is_none() {
            return Some(Name {
                end,
                kept,
                republik: found_republik,
            });
        }
        if src.word(end).is_none() {
            // A full stop belongs to the name only behind a short form: `Kab. Kep. Meranti`.
            let sentence = src.is_sign(end, &['.'])
                && end
                    .checked_sub(1)
                    .and_then(|b| src.word(b))
                    .is_some_and(|w| w.len() > 4);
            if sentence || !src.is_sign(end, signs) {
                return Some(Name {
                    end,
                    kept,
                    republik: found_republik,
                });
            }
        } else if src.is(end, &PROSE) || names_a_kind(src, end) {
            return None;
        }
        // `Menteri Negara ...` is an old style of ministries, not the words looked for here.
        if let (Some((from, to)), after) = republik(src, end)
            && from == end
        {
            found_republik = found_republik.or(Some((from, to)));
            end = after;
            continue;
        }
        kept.push(end);
        end += 1;
    }
    None
}

/// Whether the name of another kind begins here, so that this is not one name. Abbreviations of
/// kind and body do not count: `Menko PMK` is a minister.
fn names_a_kind(src: Source<'_>, at: usize) -> bool {
    phrase::read(src, at).is_some_and(|p| !matches!(p.tail, Tail::Nickname { .. }))
}

pub(super) fn text_of(src: Source<'_>, kept: &[usize]) -> String {
    // Pieces are joined as written, so `Agraria/KBPN` keeps its slash and `Kab. Kota` its dot.
    let mut text = String::new();
    for (nth, token) in kept.iter().enumerate() {
        if nth > 0 && !src.touches_previous(*token) {
            text.push(' ');
        }
        text.push_str(src.get(*token).map_or("", |t| t.text));
    }
    text.trim_matches(|c: char| !c.is_alphanumeric() && c != ')')
        .to_owned()
}

pub(super) fn range_of(src: Source<'_>, from: usize, kept: &[usize]) -> Range<usize> {
    match (kept.first(), kept.last()) {
        (Some(first), Some(last)) => src.range(*first.min(&from), last + 1),
        _ => src.range(from, from + 1),
    }
}

/// A name in capitals or without any as title case; other names as written.
pub(super) fn decent(name: &str) -> String {
    let name = clean(name);
    let letters = || name.chars().filter(|c| c.is_alphabetic());
    let shouts = letters().count() > 5 && letters().all(char::is_uppercase);
    let whispers = letters().all(char::is_lowercase);
    if !shouts && !whispers {
        return name;
    }
    let keep = [
        "DKI", "DI", "DIY", "RSUD", "UPTD", "UPT", "RI", "KPU", "DPRD", "SMP", "SMA", "SD",
    ];
    let small = ["dan", "atau", "di", "dari", "pada", "untuk"];
    name.split(' ')
        .map(|word| {
            let lower = word.to_lowercase();
            if keep.contains(&word) {
                return word.to_owned();
            }
            if small.contains(&lower.as_str()) {
                return lower;
            }
            let mut chars = lower.chars();
            chars
                .next()
                .map_or(String::new(), |c| c.to_uppercase().chain(chars).collect())
        })
        .collect::<Vec<_>>()
        .join(" ")
}
