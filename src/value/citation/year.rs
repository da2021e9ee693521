//! The year of a citation.

use super::Placed;
use super::number::{NumberRead, is_year_word};
use super::source::{Source, short_year_of, year_of};
use crate::value::scan::TokenKind;

/// Reads the year behind a number: `Tahun 2009`, `tanggal 5 Maret 2010`, `(2009)`, or a bare
/// year; else the one inside the number.
pub(super) fn read(src: Source<'_>, found: &mut NumberRead, inner: Option<Placed<u16>>) {
    let at = src.skip(found.end, &[',', '.', ':', '/', '-', '(']);
    let bracket = (found.end..at).any(|i| src.is_sign(i, &['(']));
    if is_year_word(src, at) {
        match after_word(src, at) {
            Some((year, after)) => {
                found.year = Some(year);
                found.end = src.skip(after, if bracket { &[')'] } else { &[] });
                return;
            }
            None if inner.is_none() => {
                let value = src.skip(at + 1, &['.', ':', ',']);
                found.bad_year = src.number(value).map(|_| src.range(value, value + 1));
                return;
            }
            None => {}
        }
    }
    if src.like(at, &["tanggal", "tgl"])
        && let Some((year, after)) = of_date(src, at + 1)
    {
        found.year = Some(inner.unwrap_or(year));
        found.end = after;
        return;
    }
    if inner.is_some() {
        found.year = inner;
        return;
    }
    if let Some(value) = src.number(at).and_then(year_of)
        && (at == found.end || (bracket && src.is_sign(at + 1, &[')'])))
    {
        found.year = Some(Placed {
            value,
            range: src.range(at, at + 1),
        });
        found.end = at + 1 + usize::from(bracket);
    }
}

/// The year after the word `Tahun` at `at`, also with letters a scanner took for digits.
pub(super) fn after_word(src: Source<'_>, at: usize) -> Option<(Placed<u16>, usize)> {
    let start = src.skip(at + 1, &['.', ':', ',']);
    let mut digits = String::new();
    let mut end = start;
    while end < start + 4 && digits.len() < 8 {
        if end > start && !src.touches_previous(end) {
            break;
        }
        match src.get(end) {
            Some(t) if t.kind == TokenKind::Number => digits.push_str(t.text),
            Some(t) if t.kind == TokenKind::Word && t.text.len() <= 3 => {
                digits.extend(t.text.chars().map(digit_for));
            }
            _ => break,
        }
        end += 1;
    }
    let value = year_of(&digits).or_else(|| short_year_of(&digits))?;
    Some((
        Placed {
            value,
            range: src.range(start, end),
        },
        end,
    ))
}

/// The digit a scanner may have read this letter from.
fn digit_for(letter: char) -> char {
    match letter {
        'O' | 'o' | 'Q' => '0',
        'l' | 'I' | 'i' => '1',
        'Z' | 'z' => '2',
        'S' | 's' => '5',
        'B' => '8',
        other => other,
    }
}

/// The year of a date: `18 Juli 2009`, `18-07-2009`, `18/7/2009`.
fn of_date(src: Source<'_>, at: usize) -> Option<(Placed<u16>, usize)> {
    let at = src.skip(at, &[':', '.', ',']);
    for end in at..at + 6 {
        // `18.07.2009` is one token, so the digits behind the last dot are asked too.
        let token = src.number(end);
        let tail = token.map(|t| t.rsplit(['.', ',']).next().unwrap_or(t));
        if let Some(value) = tail.and_then(year_of) {
            return Some((
                Placed {
                    value,
                    range: src.range(end, end + 1),
                },
                end + 1,
            ));
        }
        src.get(end)?;
    }
    None
}

/// The token after a date that stands behind the year: `Tahun 2009 tanggal 18 Juli 2009`.
pub(super) fn skip_date(src: Source<'_>, at: usize) -> usize {
    let start = src.skip(at, &[',']);
    let after = if src.like(start, &["tanggal", "tertanggal", "tgl"]) {
        of_date(src, start + 1).map(|(_, after)| after)
    } else {
        None
    };
    after.unwrap_or(at)
}
