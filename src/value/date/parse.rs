//! Reading a date out of tokens.

use std::ops::Range;

use super::{Date, DateError, Impossible, WrittenDate, months};
use crate::value::scan::{Token, TokenKind, tokens};

/// More words than this before a date make it a sentence.
const WORDS_BEFORE: usize = 8;
/// Tokens looked at; a text with more is no date.
const MOST_TOKENS: usize = 64;

/// A part that may be a number or a month name.
#[derive(Clone)]
struct Part {
    /// The number, or the month of a name.
    number: u32,
    /// How many digits; 0 for a month name.
    digits: usize,
    misspelt: bool,
    range: Range<usize>,
}

impl Part {
    fn is_name(&self) -> bool {
        self.digits == 0
    }

    fn is_year(&self) -> bool {
        self.digits >= 3
    }
}

pub(super) fn read(text: &str) -> Result<WrittenDate, DateError> {
    let nothing = || DateError::NotADate {
        range: 0..text.len(),
    };
    // A date and what may stand around it is short: no need to cut up a long text.
    if text.len() > 400 {
        return Err(nothing());
    }
    let all = split_numbers(tokens(text));
    if all.len() > MOST_TOKENS {
        return Err(nothing());
    }
    let first = first_part(&all).ok_or_else(nothing)?;
    let before = all.get(..first).unwrap_or_default();
    if before
        .iter()
        .filter(|token| token.kind == TokenKind::Word)
        .count()
        > WORDS_BEFORE
    {
        return Err(nothing());
    }
    // `Minggu ke-2 Maret 2026` is a week.
    if before
        .iter()
        .rev()
        .find(|token| !is_joint(token))
        .is_some_and(|word| word.is("ke"))
    {
        return Err(nothing());
    }
    let weekday = before
        .iter()
        .rev()
        .find_map(|token| months::weekday(token.text).map(|day| (day, token.range.clone())));
    let (parts, end) = collect(&all, first);
    trailing(&all, end)?;
    let date = judge(&parts, text)?;
    Ok(WrittenDate { weekday, ..date })
}

/// `15.01.2026` is one number token; here it becomes three.
fn split_numbers(all: Vec<Token<'_>>) -> Vec<Token<'_>> {
    let mut split = Vec::with_capacity(all.len());
    for token in all {
        if token.kind != TokenKind::Number {
            split.push(token);
            continue;
        }
        let mut at = token.range.start;
        for piece in token.text.split(['.', ',']) {
            let range = at..at + piece.len();
            at = range.end + 1;
            split.push(Token {
                kind: TokenKind::Number,
                text: piece,
                range,
            });
        }
    }
    split
}

fn part(token: &Token<'_>) -> Option<Part> {
    let range = token.range.clone();
    match token.kind {
        TokenKind::Number if token.text.len() <= 5 => {
            let number = token.text.parse().ok()?;
            Some(Part {
                number,
                digits: token.text.len(),
                misspelt: false,
                range,
            })
        }
        TokenKind::Word => {
            let (month, misspelt) = months::find(token.text)?;
            Some(Part {
                number: u32::from(month),
                digits: 0,
                misspelt,
                range,
            })
        }
        _ => None,
    }
}

/// Where the date begins: a number, or a month name that a number follows. Behind `tanggal`
/// where that is written, so that `Nomor 12 tanggal 5 Mei 2026` is read.
fn first_part(all: &[Token<'_>]) -> Option<usize> {
    let said = |token: &Token<'_>| token.is_any(&["tanggal", "tgl", "tertanggal"]);
    let from = all.iter().rposition(said).unwrap_or(0);
    let behind = all.iter().skip(from);
    let number = from
        + behind
            .take(MOST_TOKENS)
            .position(|token| token.kind == TokenKind::Number)?;
    // Only the word right before it may belong to it: `Januari 2026`, `Januari 15, 2026`.
    let before = all.get(..number)?;
    let month = before.iter().rposition(|token| !is_joint(token));
    let is_month = |at: &usize| {
        all.get(*at)
            .is_some_and(|token| token.kind == TokenKind::Word && part(token).is_some())
    };
    Some(month.filter(is_month).unwrap_or(number))
}

/// What may stand between two parts of a date.
fn is_joint(token: &Token<'_>) -> bool {
    matches!(token.text, "-" | "/" | "." | "," | "–" | "—" | "−")
        || token.is_any(&["bulan", "tahun", "th", "thn"])
}

/// The parts from `first` on, three at most, and the index behind them.
fn collect(all: &[Token<'_>], first: usize) -> (Vec<Part>, usize) {
    let mut parts: Vec<Part> = Vec::new();
    let mut at = first;
    let mut end = first;
    while let Some(token) = all.get(at) {
        if parts.len() == 3 {
            break;
        }
        let roman = || {
            let month = (parts.len() == 1)
                .then(|| months::roman(token.text))
                .flatten()?;
            let range = token.range.clone();
            Some(Part {
                number: u32::from(month),
                digits: 0,
                misspelt: false,
                range,
            })
        };
        if let Some(part) = roman().or_else(|| part(token)) {
            parts.push(part);
            at += 1;
            end = at;
        } else if parts.len() == 1 && token.text == "(" {
            // `15 (lima belas) Januari 2026`: the day in words.
            let Some(length) = words_in_brackets(all, at) else {
                break;
            };
            at += length;
        } else if is_joint(token) {
            at += 1;
        } else {
            break;
        }
    }
    (parts, end)
}

fn words_in_brackets(all: &[Token<'_>], open: usize) -> Option<usize> {
    let rest = all.get(open + 1..)?;
    let close = rest.iter().position(|token| token.text == ")")?;
    let words = rest
        .get(..close)?
        .iter()
        .all(|token| token.kind == TokenKind::Word);
    words.then_some(close + 2)
}

/// What follows the date must not change it: signs, words, a note in brackets, a time of
/// day, the same day of the Hijri calendar.
fn trailing(all: &[Token<'_>], end: usize) -> Result<(), DateError> {
    let mut rest = all.get(end..).unwrap_or_default();
    while let [sign, others @ ..] = rest {
        if !matches!(
            sign.text,
            "." | "," | ";" | ":" | "-" | "\"" | "'" | "”" | ")"
        ) {
            break;
        }
        rest = others;
    }
    let (Some(first), Some(last)) = (rest.first(), rest.last()) else {
        return Ok(());
    };
    let note = matches!(first.text, "(" | "[" | "M" | "T")
        || first.is_any(&["masehi", "pukul", "jam", "bertepatan"])
        || (first.text == "/" && last.is_any(&["h", "hijriah", "hijriyah"]))
        || is_time(rest)
        || is_only_words(rest);
    let range = first.range.start..last.range.end;
    if note {
        Ok(())
    } else {
        Err(DateError::NotADate { range })
    }
}

/// Words behind the date, such as who signed; not those that lead to a second date.
fn is_only_words(rest: &[Token<'_>]) -> bool {
    let leads = ["s", "sd", "sampai", "hingga", "dan", "atau", "sejak", "ke"];
    let first = rest
        .first()
        .is_some_and(|first| first.kind == TokenKind::Word && !first.is_any(&leads));
    first
        && rest.len() <= 2 * WORDS_BEFORE
        && rest.iter().all(|token| token.kind != TokenKind::Number)
}

/// `00:00:00`
fn is_time(rest: &[Token<'_>]) -> bool {
    matches!(rest, [hour, colon, minute, ..]
        if hour.kind == TokenKind::Number && colon.text == ":" && minute.kind == TokenKind::Number)
}

fn judge(parts: &[Part], text: &str) -> Result<WrittenDate, DateError> {
    let nothing = || DateError::NotADate {
        range: 0..text.len(),
    };
    let range = match (parts.first(), parts.last()) {
        (Some(first), Some(last)) => first.range.start..last.range.end,
        _ => return Err(nothing()),
    };
    match parts {
        [year] if year.digits == 4 => Err(DateError::YearOnly {
            year: four(year)?,
            range,
        }),
        [a, b] => Err(match (a, b) {
            (month, year) | (year, month) if is_month(month) && year.digits == 4 => {
                DateError::NoDay {
                    month: month.number as u8,
                    year: four(year)?,
                    range,
                }
            }
            (day, month) if month.is_name() && (1..=2).contains(&day.digits) => DateError::NoYear {
                day: day.number,
                month: month.number as u8,
                range,
            },
            _ => nothing(),
        }),
        [a, b, c] => {
            let (day, month, year) = if a.digits == 4 && c.digits <= 2 && !c.is_name() {
                (c, b, a)
            } else if a.is_name() && !b.is_name() {
                // `Januari 15, 2026`
                (b, a, c)
            } else {
                (a, b, c)
            };
            let small = |part: &Part| part.digits == 1 || part.digits == 2;
            if !small(day) || !(month.is_name() || small(month)) || year.is_name() {
                return Err(nothing());
            }
            build(day, month, year, range, nothing)
        }
        _ => Err(nothing()),
    }
}

fn build(
    day: &Part,
    month: &Part,
    year: &Part,
    range: Range<usize>,
    nothing: impl Fn() -> DateError,
) -> Result<WrittenDate, DateError> {
    if !year.is_year() {
        // `1.2.3` is a version; a year of two digits needs two digits.
        let clear = year.digits == 2 && (month.is_name() || month.number <= 12) && day.number <= 31;
        return Err(match u8::try_from(year.number) {
            Ok(short) if clear => DateError::TwoDigitYear {
                year: short,
                range: year.range.clone(),
            },
            _ => nothing(),
        });
    }
    let impossible = |reason, part: &Part| {
        Err(DateError::Impossible {
            reason,
            range: part.range.clone(),
        })
    };
    let number = four(year)?;
    if !(1..=12).contains(&month.number) {
        return impossible(
            Impossible::Month {
                month: month.number,
            },
            month,
        );
    }
    let month_number = month.number as u8;
    let Some(start) = Date::new(number, month_number, 1) else {
        return impossible(Impossible::Year, year);
    };
    let last = start.civil().days_in_month().unsigned_abs();
    let date = u8::try_from(day.number)
        .ok()
        .and_then(|day| Date::new(number, month_number, day));
    let Some(date) = date else {
        return impossible(
            Impossible::Day {
                day: day.number,
                last,
            },
            day,
        );
    };
    Ok(WrittenDate {
        date,
        range,
        day: day.range.clone(),
        month: month.range.clone(),
        year: year.range.clone(),
        weekday: None,
        month_misspelt: month.misspelt,
    })
}

fn is_month(part: &Part) -> bool {
    part.is_name() || (part.digits <= 2 && (1..=12).contains(&part.number))
}

/// The year as a number, which must have four digits and not be before 1600.
fn four(year: &Part) -> Result<i16, DateError> {
    match i16::try_from(year.number) {
        Ok(number) if year.digits == 4 && number >= 1600 => Ok(number),
        _ => Err(DateError::Impossible {
            reason: Impossible::Year,
            range: year.range.clone(),
        }),
    }
}
