//! Reads a number before its unit: `3 (tiga)`, `tiga (3)`, `1 ½`.

use std::ops::Range;

use super::unit::{Unit, is_unit, read_unit};
use crate::value::numeral::{Decimal, Words, bracket, is_hyphen, judge, read};
use crate::value::scan::{Token, TokenKind};

/// A number before its unit is known.
#[derive(Debug, Clone)]
pub(super) struct Quantity {
    pub(super) value: Decimal,
    pub(super) number_range: Range<usize>,
    pub(super) words_range: Option<Range<usize>>,
    pub(super) agrees: Option<bool>,
    /// A unit inside the bracket of the words: `7 (tujuh hari)`.
    pub(super) inner: Option<(Unit, Range<usize>)>,
    /// Index after the last token.
    pub(super) next: usize,
}

/// Nouns that number things: `Pasal 5`, `hari ke 7`, `tanggal 10`, and money signs.
const NUMBERED: &[&str] = &[
    "pasal", "ayat", "nomor", "no", "nomer", "lantai", "lt", "loket", "kelas", "golongan", "tipe",
    "lampiran", "bab", "tahap", "tahapan", "langkah", "tanggal", "tgl", "huruf", "angka", "butir",
    "poin", "ke", "rp", "idr", "pukul", "pkl", "jalan", "jl", "meja", "ruang", "rt", "rw", "salah",
];

/// A time of day: `08.00`, `16.15`.
pub(super) fn is_clock(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(token) = tokens.get(at).filter(|t| t.kind == TokenKind::Number) else {
        return false;
    };
    if let Some((hour, minute)) = token.text.split_once('.') {
        return (1..=2).contains(&hour.len()) && minute.len() == 2 && minute < "60";
    }
    let colon = tokens
        .get(at + 1)
        .is_some_and(|t| t.text == ":" && t.range.start == token.range.end);
    colon
        && tokens.get(at + 2).is_some_and(|t| {
            t.kind == TokenKind::Number && t.text.len() == 2 && t.range.start == token.range.end + 1
        })
}

/// Whether the number at `at` may count something, judged by what stands before it.
fn may_count(tokens: &[Token<'_>], at: usize) -> bool {
    let (Some(here), Some(before)) = (
        tokens.get(at),
        at.checked_sub(1).and_then(|at| tokens.get(at)),
    ) else {
        return true;
    };
    let further = at.checked_sub(2).and_then(|at| tokens.get(at));
    if before.is_any(NUMBERED)
        || matches!(before.text, "." | "-")
            && further.is_some_and(|f| f.is_any(NUMBERED) && f.range.end == before.range.start)
    {
        return false;
    }
    if here.kind != TokenKind::Number || before.range.end != here.range.start {
        return true;
    }
    // `A3`, `12/2020`, `0812-3456`, `08:30`.
    let joined = matches!(before.text, "/" | ":" | "." | "_" | "@" | "#")
        || is_hyphen(before)
            && further
                .is_some_and(|f| f.kind == TokenKind::Number && f.range.end == before.range.start);
    let name =
        before.kind == TokenKind::Word && !before.is_any(&["x", "maks", "max", "s", "d", "sd"]);
    !joined && !name
}

fn half_sign(token: &Token<'_>) -> Option<Decimal> {
    match token.text {
        "½" => Decimal::new(5, 1),
        "¼" => Decimal::new(25, 2),
        "¾" => Decimal::new(75, 2),
        _ => None,
    }
}

/// `1/2`, `1/4`, `3/4` written closely.
fn written_fraction(tokens: &[Token<'_>], at: usize) -> Option<Decimal> {
    let (top, slash, bottom) = (tokens.get(at)?, tokens.get(at + 1)?, tokens.get(at + 2)?);
    if slash.text != "/"
        || slash.range.start != top.range.end
        || bottom.range.start != slash.range.end
    {
        return None;
    }
    match (top.text, bottom.text) {
        ("1", "2") => Decimal::new(5, 1),
        ("1", "4") => Decimal::new(25, 2),
        ("3", "4") => Decimal::new(75, 2),
        _ => None,
    }
}

/// The number at `at`, in digits, in words or both.
///
/// `linked` tells that it follows the other end of its range, as 3 in `1-3 hari`.
pub(super) fn quantity(tokens: &[Token<'_>], at: usize, linked: bool) -> Option<Quantity> {
    if !linked && !may_count(tokens, at) {
        return None;
    }
    let token = tokens.get(at)?;
    let mut found = Quantity {
        value: Decimal::ZERO,
        number_range: token.range.clone(),
        words_range: None,
        agrees: None,
        inner: None,
        next: at + 1,
    };
    if let Some(value) = half_sign(token) {
        found.value = value;
        return Some(found);
    }
    if token.kind == TokenKind::Word {
        return words_first(tokens, at, found);
    }
    if token.kind != TokenKind::Number
        || is_clock(tokens, at)
        || token.text.len() > 12
        || token.text.len() > 2 && token.text.starts_with('0') && !token.text.starts_with("0,")
    {
        return None;
    }
    let (mut value, mut next) = match written_fraction(tokens, at) {
        Some(value) => (value, at + 3),
        None => (Decimal::parse(token.text)?, at + 1),
    };
    if next == at + 1 {
        if let Some(part) = tokens.get(next).and_then(half_sign) {
            value = value.checked_add(part)?;
            next += 1;
        } else if let Some(part) = written_fraction(tokens, next) {
            value = value.checked_add(part)?;
            next += 3;
        }
    }
    found.value = value;
    found.number_range.end = tokens.get(next - 1)?.range.end;
    found.next = next;
    add_words(tokens, &mut found, token.text);
    Some(found)
}

/// `tiga hari`, `tiga (3) hari`.
fn words_first(tokens: &[Token<'_>], at: usize, mut found: Quantity) -> Option<Quantity> {
    let reading = read(tokens.get(at..)?)?;
    if reading.percent || reading.guess {
        return None;
    }
    found.value = reading.value;
    found.next = at + reading.used;
    found.number_range.end = tokens.get(found.next - 1)?.range.end;
    let (inside, after, closed) = match bracket(tokens, found.next) {
        Some(bracket) => bracket,
        None => return Some(found),
    };
    let inside = tokens.get(inside)?;
    if let ([digits], true) = (inside, closed)
        && let Some(number) = Decimal::parse(digits.text)
    {
        found.words_range = Some(found.number_range.clone());
        found.number_range = digits.range.clone();
        found.agrees = Some(number == found.value);
        found.value = number;
        found.next = after;
    }
    Some(found)
}

/// Reads the words in the bracket after the digits, when there are any.
fn add_words(tokens: &[Token<'_>], found: &mut Quantity, written: &str) {
    let Some((place, after, closed)) = bracket(tokens, found.next) else {
        return;
    };
    let start = place.start;
    let Some(inside) = tokens.get(place) else {
        return;
    };
    let (Some(first), Some(last)) = (inside.first(), inside.last()) else {
        return;
    };
    match judge(found.value, written, inside, closed) {
        Some(Words::Numeral(reading, agrees)) => {
            let end = start + reading.used;
            found.words_range = tokens
                .get(end - 1)
                .map(|last| first.range.start..last.range.end);
            found.agrees = agrees;
            if let Some((unit, next)) = read_unit(tokens, end)
                && let (Some(first), Some(last)) = (tokens.get(end), tokens.get(next - 1))
                && next < after
            {
                found.inner = Some((unit, first.range.start..last.range.end));
            }
            found.next = if closed { after } else { end };
        }
        // Misspelt or told as a range: words, as long as the unit follows the bracket.
        other => {
            let wordy = inside.len() <= 40
                && first.kind == TokenKind::Word
                && inside.iter().all(|t| {
                    t.kind == TokenKind::Word || is_hyphen(t) || matches!(t.text, "." | "/")
                });
            let unit = tokens.get(after).is_some_and(is_unit);
            if closed && (other.is_some() || wordy && unit) {
                found.words_range = Some(first.range.start..last.range.end);
                found.next = after;
            }
        }
    }
}
