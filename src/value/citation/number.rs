//! Number and year of a citation: `Nomor 25 Tahun 2009`, `No.25/2009`, `215/PMK.05/2016`.

use std::ops::Range;

use super::source::{Source, short_year_of, year_of};
use super::{Kind, Number, Placed, year};
use crate::value::scan::TokenKind;

/// Most tokens a number may have; longer runs are not numbers.
const LONGEST_NUMBER: usize = 40;

const NUMBER_WORDS: [&str; 6] = ["nomor", "nomer", "no", "nmr", "nomo", "nomr"];
const YEAR_WORDS: [&str; 5] = ["tahun", "th", "thn", "tahum", "tahunn"];

/// What stands between the kind and the title.
#[derive(Debug, Default)]
pub(super) struct NumberRead {
    pub(super) number: Option<Number>,
    pub(super) year: Option<Placed<u16>>,
    /// What stands after `Tahun` and is no year.
    pub(super) bad_year: Option<Range<usize>>,
    /// Whether the word `Nomor` was written.
    pub(super) says_number: bool,
    /// First token after it.
    pub(super) end: usize,
}

/// Whether the token is the word `Nomor` in one of its spellings.
pub(super) fn is_number_word(src: Source<'_>, at: usize) -> bool {
    src.like(at, &NUMBER_WORDS)
}

/// Whether the token is the word `Tahun` in one of its spellings.
pub(super) fn is_year_word(src: Source<'_>, at: usize) -> bool {
    src.like(at, &YEAR_WORDS)
}

/// Whether a number such as `PER-40/PB/2006` or `HK.01.07/...` begins at this word.
pub(super) fn starts_code(src: Source<'_>, at: usize) -> bool {
    let joined = src.touches_next(at) && src.is_sign(at + 1, &['.', '-', '/']);
    let digits = src.number(at + 2).is_some() && src.touches_next(at + 1);
    if src.word(at).is_some() && joined && digits {
        return true;
    }
    // `PM 26 Tahun 2015`, `KM. 52`: the ministry of transport numbers this way.
    let mark = src.is(at, &["PM", "KM", "SK", "KEP", "PER", "SE", "P"]);
    let after = src.skip(at + 1, &['.', '-']);
    mark && src.number(after).is_some()
}

/// Reads number and year at `at`. `end` stays at `at` when there is neither.
pub(super) fn read(src: Source<'_>, at: usize, kind: Kind) -> NumberRead {
    let mut found = NumberRead {
        end: at,
        ..NumberRead::default()
    };
    let mut next = src.skip(at, &['.', ':', ',']);
    if is_year_word(src, next) {
        // `Tahun 2009 Nomor 25`
        if let Some((year, after)) = year::after_word(src, next) {
            let after = src.skip(after, &[',']);
            if is_number_word(src, after) {
                found.year = Some(year);
                found.end = after;
                next = after;
            } else {
                found.year = Some(year);
                found.end = after;
                return found;
            }
        }
    }
    if is_number_word(src, next) {
        found.says_number = true;
        next = src.skip(next + 1, &['.', ',', ':', ';', '=']);
    } else if src.is(next, &["n"]) && src.number(next + 1) == Some("0") && src.touches_next(next) {
        // `N0 25`, a zero for the letter O.
        found.says_number = true;
        next = src.skip(next + 2, &['.', ',', ':']);
    }
    let Some((first, last)) = number_tokens(src, next, found.says_number) else {
        return found;
    };
    let last = if matches!(kind, Kind::PeraturanBersama | Kind::KeputusanBersama) {
        joint_numbers(src, last)
    } else {
        last
    };
    found.end = last;
    let (number, inner) = cut_year(src, first, last, kind);
    found.number = Some(number);
    if found.year.is_none() {
        year::read(src, &mut found, inner);
    }
    found.end = year::skip_date(src, found.end);
    found
}

/// Tokens of the number from `at`: digits and letter codes joined by `/`, `-` and `.`.
fn number_tokens(src: Source<'_>, at: usize, said: bool) -> Option<(usize, usize)> {
    let starts = match src.get(at)?.kind {
        TokenKind::Number => true,
        TokenKind::Word => {
            starts_code(src, at)
                || (said && is_lone_letter_number(src, at))
                || (said && src.touches_next(at) && src.is_sign(at + 1, &['/', '-', '.']))
        }
        TokenKind::Sign => false,
    };
    if !starts {
        return None;
    }
    let mut end = at + 1;
    if src.word(at).is_some() && src.number(at + 1).is_some() {
        end = at + 2;
    }
    while end - at < LONGEST_NUMBER {
        let joins_here = src.touches_previous(end);
        match src.get(end).map(|t| t.kind) {
            Some(TokenKind::Sign) if src.is_sign(end, &['/', '-', '–', '.', '_', '\\']) => {
                let dot = src.is_sign(end, &['.']);
                let dash = src.is_sign(end, &['-', '–']);
                let joins_next = src.touches_next(end);
                let is_part = src.get(end + 1).is_some_and(|t| t.kind != TokenKind::Sign);
                let is_word = is_year_word(src, end + 1) || is_number_word(src, end + 1);
                let spaced =
                    (dot && !(joins_here && joins_next)) || (dash && !(joins_here || joins_next));
                if !is_part || is_word || spaced {
                    break;
                }
                end += 2;
            }
            // `9A`, and `9 A Tahun 2010`.
            Some(TokenKind::Word) => {
                let letter = src.word(end).is_some_and(|w| w.len() == 1);
                let glued = joins_here && !is_year_word(src, end) && !is_number_word(src, end);
                if glued || (letter && is_year_word(src, end + 1)) {
                    end += 1;
                } else {
                    break;
                }
            }
            Some(TokenKind::Number) if joins_here => end += 1,
            _ => break,
        }
    }
    Some((at, end))
}

/// The end of the numbers of a joint regulation: `Nomor 9 dan Nomor 8 Tahun 2006`.
fn joint_numbers(src: Source<'_>, at: usize) -> usize {
    let mut end = at;
    while end - at < LONGEST_NUMBER {
        let next = src.skip(end, &[',', '/', '&']) + usize::from(src.is(end, &["dan"]));
        let next = next + usize::from(is_number_word(src, next));
        let next = src.skip(next, &['.', ':']);
        match number_tokens(src, next, true) {
            Some((_, after)) if next > end => end = after,
            _ => break,
        }
    }
    end
}

/// `Nomor l Tahun 2004`: a scanner's letter for the digit 1.
fn is_lone_letter_number(src: Source<'_>, at: usize) -> bool {
    src.is(at, &["l", "i"]) && is_year_word(src, at + 1)
}

/// Splits a year off the number when the last segment is one.
fn cut_year(
    src: Source<'_>,
    first: usize,
    last: usize,
    kind: Kind,
) -> (Number, Option<Placed<u16>>) {
    let range = src.range(first, last);
    let written = src.text.get(range.clone()).unwrap_or_default();
    let whole = tidy(written);
    let plain = |text: String, range: Range<usize>| {
        let serial = serial_of(&text, kind);
        let text = if is_digits(&text) {
            trim_zeros(&text)
        } else {
            text
        };
        Number {
            text,
            serial,
            range,
        }
    };
    if last - first == 1 && src.word(first).is_some() {
        return (plain("1".into(), range), None);
    }
    let Some((front, tail)) = whole.rsplit_once('/') else {
        return (plain(whole, range), None);
    };
    let year_range = src.get(last - 1).map_or(range.clone(), |t| t.range.clone());
    let simple = !front.contains('/') && serial_of(front, kind).is_some();
    let year = year_of(tail).or_else(|| short_year_of(tail).filter(|_| simple && !kind.has_body()));
    let Some(year) = year else {
        return (plain(whole, range), None);
    };
    let year = Placed {
        value: year,
        range: year_range.clone(),
    };
    if simple {
        // `25/2009`: the slash stands for `Tahun`.
        let before = written
            .get(..year_range.start - range.start)
            .unwrap_or_default();
        let end = range.start
            + before
                .trim_end_matches(|c: char| c == '/' || c.is_whitespace())
                .len();
        (plain(front.to_owned(), range.start..end), Some(year))
    } else {
        (plain(whole, range), Some(year))
    }
}

/// The number without white space at its joints and with single spaces elsewhere.
fn tidy(written: &str) -> String {
    let mut tidy = super::source::clean(written);
    for joint in ["/", "-"] {
        let spaced = [
            format!(" {joint} "),
            format!(" {joint}"),
            format!("{joint} "),
        ];
        for form in spaced {
            tidy = tidy.replace(&form, joint);
        }
    }
    tidy
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

fn trim_zeros(digits: &str) -> String {
    let trimmed = digits.trim_start_matches('0');
    if trimmed.is_empty() {
        "0".into()
    } else {
        trimmed.into()
    }
}

/// The running number inside a number. Regional offices put an archive code first
/// (`061/Kpts.789-Huk/2010`), so theirs is known only when the number is plain.
pub(super) fn serial_of(number: &str, kind: Kind) -> Option<String> {
    if is_digits(number) {
        return Some(trim_zeros(number));
    }
    if kind.is_regional() || kind == Kind::TapMpr {
        return None;
    }
    let mut segments: Vec<&str> = number.split('/').collect();
    if segments.len() > 1 && segments.last().is_some_and(|s| year_of(s).is_some()) {
        segments.pop();
    }
    let first = *segments.first()?;
    if is_digits(first) {
        // Only ministries put the running number first; elsewhere it is an archive code.
        return matches!(kind, Kind::Permen | Kind::Kepmen).then(|| trim_zeros(first));
    }
    let letters = first.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = first.get(letters.len()..).unwrap_or_default();
    let mark = letters.trim_end_matches(['.', '-', ' ']);
    let is_mark = !mark.is_empty() && mark.chars().all(char::is_alphabetic);
    if is_mark && is_digits(digits) {
        // `PER-40`, `PER.10`, `PM 26`; a lone `HK.01` never ends here, it has two dots.
        return Some(trim_zeros(digits));
    }
    let second = segments.get(1).copied().unwrap_or_default();
    if letters == first && is_mark && is_digits(second) {
        // `PER/20/M.PAN/04`, `KEP/25/M.PAN/2`
        return Some(trim_zeros(second));
    }
    let third = segments.get(2).copied().unwrap_or_default();
    let has_office = second.chars().next().is_some_and(char::is_alphabetic);
    if first.contains('.') && has_office && is_digits(third) {
        // `HK.01.07/Menkes/1186`
        return Some(trim_zeros(third));
    }
    None
}
