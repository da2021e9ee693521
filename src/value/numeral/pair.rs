//! Numbers in digits with their words in brackets: `3 (tiga) hari`.

use std::ops::Range;

use super::atom::looks_like_numeral;
use super::{
    Decimal, Reading, decimal_to_words, is_hyphen, is_number_word, percent_to_words, read,
};
use crate::value::scan::{Token, TokenKind, tokens};

/// A number in digits beside a number in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The number in digits; `2 juta` is two million.
    pub number: Decimal,
    /// Bytes of the digits, with a scale word (`juta`) or `%` when one follows.
    pub number_range: Range<usize>,
    /// The number in words; `None` when a word of it cannot be read.
    pub words_value: Option<Decimal>,
    /// Bytes of the number in words, without brackets and without units such as `rupiah`.
    pub words_range: Range<usize>,
    /// Whether both are the same number; `None` when the words cannot be read for sure.
    pub agrees: Option<bool>,
    /// Whether the words are spelt as the dictionary does.
    pub standard: bool,
    /// The standard words for `number`, to stand in `words_range`.
    pub standard_words: String,
}

/// Nouns a number counts; one may follow the words inside the bracket.
const COUNTED: &[&str] = &[
    "hari",
    "jam",
    "menit",
    "detik",
    "minggu",
    "bulan",
    "tahun",
    "semester",
    "kerja",
    "kalender",
    "rupiah",
    "rp",
    "persen",
    "lembar",
    "lbr",
    "helai",
    "orang",
    "rangkap",
    "eksemplar",
    "buah",
    "kali",
    "set",
    "berkas",
    "dokumen",
    "unit",
    "meter",
    "kilometer",
    "hektar",
    "halaman",
    "bendel",
    "bundel",
    "salinan",
    "pasang",
    "ekor",
    "kilogram",
    "ton",
    "liter",
    "bidang",
    "pemohon",
    "petugas",
    "pegawai",
    "personel",
];

/// Units of time and money, that measure and do not count things.
const MEASURED: &[&str] = &[
    "hari", "jam", "menit", "detik", "minggu", "bulan", "tahun", "kerja", "kalender", "rupiah",
    "rp", "persen",
];

/// Nouns that number things instead of counting them: `lantai 2`, `Pasal 5`.
const NUMBERED: &[&str] = &[
    "pasal", "ayat", "nomor", "no", "lantai", "lt", "gedung", "loket", "ruang", "ruangan", "kamar",
    "tahun", "kelas", "golongan", "tipe", "type", "lampiran", "bab", "tahap", "shift", "tanggal",
    "tgl", "huruf", "angka", "butir", "poin", "langkah", "meja", "blok", "jalan", "jl", "rt", "rw",
    "formulir", "form", "versi", "edisi", "gambar", "tabel", "level", "ke", "pph", "model", "seri",
    "meterai", "materai",
];

/// Farther than any number in words reaches; keeps hostile text cheap.
const LONGEST_BRACKET: usize = 64;

/// What the words beside a number say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Words {
    /// A numeral, that agrees or surely does not.
    Numeral(Reading, Option<bool>),
    /// A misspelt numeral.
    Unreadable,
}

/// The tokens inside the bracket that opens at `open`, and the index after it.
///
/// A bracket that is never closed holds what follows, as far as a numeral could reach.
pub(crate) fn bracket(tokens: &[Token<'_>], open: usize) -> Option<(Range<usize>, usize, bool)> {
    if tokens.get(open)?.text != "(" {
        return None;
    }
    let start = open + 1;
    for (at, token) in tokens.iter().enumerate().skip(start).take(LONGEST_BRACKET) {
        match token.text {
            ")" => return Some((start..at, at + 1, true)),
            "(" => return Some((start..at, at, false)),
            _ => {}
        }
    }
    let end = tokens.len().min(start + LONGEST_BRACKET);
    Some((start..end, end, false))
}

/// Compares a number with the tokens that may be its words; `None` when they are no numeral.
pub(crate) fn judge(
    number: Decimal,
    written: &str,
    inside: &[Token<'_>],
    closed: bool,
) -> Option<Words> {
    let reading = read(inside)?;
    let rest = inside.get(reading.used..).unwrap_or_default();
    let same = reading.value == number
        || written.matches(',').count() == 1
            && Decimal::parse_comma_as_point(written) == Some(reading.value);
    let agrees = match (same, reading.guess) {
        (true, _) => Some(true),
        (false, true) => None,
        (false, false) => Some(false),
    };
    // `Meterai 10.000 (dua) lembar`, `PBB 2024 (satu)`: a value or a year, not the count.
    let apart = number >= Decimal::from(1_000) && reading.value < Decimal::from(100);
    let money = rest.first().is_some_and(|t| t.is_any(&["rupiah", "rp"]));
    if agrees == Some(false) && apart && !money {
        return None;
    }
    let Some(next) = rest.first() else {
        return Some(Words::Numeral(reading, agrees));
    };
    let counted = |token: &Token<'_>| token.is_any(COUNTED);
    if counted(next) {
        // `PBB 2024 (satu lembar)` counts the thing named, `2 (dua lembar)` tells the number twice.
        let told = |token: &Token<'_>| token.is_any(MEASURED);
        let plain = rest.iter().all(told) || !closed && told(next);
        return (plain || same).then_some(Words::Numeral(reading, agrees));
    }
    if is_hyphen(next) {
        let numeral = rest.get(1).is_some_and(is_number_word);
        return numeral.then_some(Words::Unreadable);
    }
    if next.kind == TokenKind::Word && (is_number_word(next) || looks_like_numeral(next.text)) {
        return Some(Words::Unreadable);
    }
    if next.kind == TokenKind::Sign && matches!(next.text, "." | "%" | ")") && rest.len() == 1 {
        return Some(Words::Numeral(reading, agrees));
    }
    // `(Satu Pintu)` is a name; `(dua paket)` is words, but only sure when they agree.
    let name = next.text.chars().next().is_some_and(char::is_uppercase);
    (same && !name && closed && next.kind == TokenKind::Word)
        .then_some(Words::Numeral(reading, agrees))
}

/// Finds every number in digits with its words beside it, in order.
///
/// Read are `3 (tiga)`, `25% (dua puluh lima persen)`, `Rp50.000,00 (lima puluh ribu rupiah)`,
/// `2 hari (dua hari)` and `tiga (3) hari`. A bracket that is no numeral is left alone.
pub fn pairs(text: &str) -> Vec<Pair> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some((pair, next)) = after_digits(&tokens, at).or_else(|| before_digits(&tokens, at))
        {
            found.push(pair);
            at = next.max(at + 1);
        } else {
            at += 1;
        }
    }
    found
}

fn after_digits(tokens: &[Token<'_>], at: usize) -> Option<(Pair, usize)> {
    let digits = tokens.get(at).filter(|t| t.kind == TokenKind::Number)?;
    let before = at.checked_sub(1).and_then(|at| tokens.get(at));
    let further = at.checked_sub(2).and_then(|at| tokens.get(at));
    let named = before.is_some_and(|b| {
        glued_to_name(b, digits)
            || is_hyphen(b)
                && b.range.end == digits.range.start
                && further
                    .is_some_and(|f| f.kind == TokenKind::Word && f.range.end == b.range.start)
    });
    if named {
        return None;
    }
    let mut number = Decimal::parse(digits.text)?;
    let mut number_range = digits.range.clone();
    let mut written = digits.text;
    let mut next = at + 1;
    let mut percent = false;
    if let Some(token) = tokens.get(next) {
        if let Some(scale) = scale_word(token) {
            // `2,500 juta` can only be meant as a decimal.
            number = Decimal::parse_comma_as_point(written)
                .unwrap_or(number)
                .checked_times(scale)?;
            number_range.end = token.range.end;
            written = "";
            next += 1;
        } else if token.text == "%" {
            number_range.end = token.range.end;
            percent = true;
            next += 1;
        }
    }
    next = skip_money_tail(tokens, next);
    let unit = tokens.get(next).filter(|token| token.is_any(COUNTED));
    if unit.is_some() {
        next += 1;
    }
    let (inside, mut after, closed) = bracket(tokens, next)?;
    let inside = tokens.get(inside)?;
    let words = judge(number, written, inside, closed)?;
    let mut words_range = inside.first()?.range.start..inside.last()?.range.end;
    let (words_value, mut agrees, standard) = match words {
        Words::Unreadable => (None, None, false),
        Words::Numeral(reading, agrees) => {
            let used = inside.get(..reading.used)?;
            let last = used.last()?;
            words_range.end = last.range.end;
            percent |= reading.percent;
            if !closed {
                after = next + 1 + reading.used;
            }
            if let Some(unit) = unit {
                // `2 hari (dua hari)`; elsewhere a bracket after a noun tells of the noun.
                let told = inside
                    .get(reading.used)
                    .is_some_and(|word| word.text.eq_ignore_ascii_case(unit.text))
                    || reading.percent && unit.is("persen")
                    || unit.is_any(&["hari", "jam", "menit", "bulan"])
                        && reading.used == inside.len();
                if !told {
                    return None;
                }
            }
            (Some(reading.value), agrees, reading.standard)
        }
    };
    if agrees == Some(false) {
        match before {
            // `3 x 24 (tujuh puluh dua) jam` may tell the product; `1-3 (satu)` one of the two.
            Some(b) if b.is_any(&["x", "×", "kali", "*"]) || is_hyphen(b) => agrees = None,
            Some(b) if numbered(tokens, at, b) => return None,
            _ => {}
        }
    }
    let told_percent = matches!(words, Words::Numeral(reading, _) if reading.percent)
        || words == Words::Unreadable && percent;
    let pair = Pair {
        number,
        number_range,
        words_value,
        words_range,
        agrees,
        standard,
        standard_words: if told_percent {
            percent_to_words(number)
        } else {
            decimal_to_words(number)
        },
    };
    Some((pair, after))
}

/// `tiga (3) hari`, read at its opening bracket.
fn before_digits(tokens: &[Token<'_>], open: usize) -> Option<(Pair, usize)> {
    if tokens.get(open)?.text != "(" || tokens.get(open + 2)?.text != ")" {
        return None;
    }
    let digits = tokens
        .get(open + 1)
        .filter(|t| t.kind == TokenKind::Number)?;
    let number = Decimal::parse(digits.text)?;
    let earliest = open.saturating_sub(LONGEST_BRACKET);
    let start = (earliest..open)
        .rev()
        .take_while(|at| tokens.get(*at).is_some_and(is_number_word))
        .last()?;
    let words = tokens.get(start..open)?;
    let reading = read(words).filter(|reading| reading.used == words.len())?;
    let same = reading.value == number;
    if !same {
        // `ayat dua (3)` may be a footnote: only a counted noun makes it a number told twice.
        let counted = tokens.get(open + 3).is_some_and(|t| t.is_any(COUNTED));
        let before = start.checked_sub(1).and_then(|at| tokens.get(at));
        if !counted || before.is_some_and(|b| b.is_any(NUMBERED)) {
            return None;
        }
    }
    let pair = Pair {
        number,
        number_range: digits.range.clone(),
        words_value: Some(reading.value),
        words_range: words.first()?.range.start..words.last()?.range.end,
        agrees: match (same, reading.guess) {
            (true, _) => Some(true),
            (false, true) => None,
            (false, false) => Some(false),
        },
        standard: reading.standard,
        standard_words: if reading.percent {
            percent_to_words(number)
        } else {
            decimal_to_words(number)
        },
    };
    Some((pair, open + 3))
}

/// `A3`, `12/2020`: the digits are a part of a name or of a longer number.
fn glued_to_name(before: &Token<'_>, digits: &Token<'_>) -> bool {
    before.range.end == digits.range.start
        && (before.text == "/"
            || before.kind == TokenKind::Word && !before.is_any(&["rp", "idr", "x"]))
}

/// `lantai 2`, `No. 2`, `ke-2`.
fn numbered(tokens: &[Token<'_>], at: usize, before: &Token<'_>) -> bool {
    if before.is_any(NUMBERED) {
        return true;
    }
    matches!(before.text, "." | ":" | "-")
        && at
            .checked_sub(2)
            .and_then(|at| tokens.get(at))
            .is_some_and(|b| b.is_any(NUMBERED))
}

fn scale_word(token: &Token<'_>) -> Option<u64> {
    [
        (1_000, ["ribu", "rb"]),
        (1_000_000, ["juta", "jt"]),
        (1_000_000_000, ["miliar", "milyar"]),
        (1_000_000_000_000, ["triliun", "trilyun"]),
    ]
    .iter()
    .find_map(|(scale, names)| token.is_any(names).then_some(*scale))
}

/// `,-` and `.-` after an amount of money.
fn skip_money_tail(tokens: &[Token<'_>], at: usize) -> usize {
    if !tokens.get(at).is_some_and(|t| matches!(t.text, "," | ".")) {
        return at;
    }
    let dashes = tokens
        .iter()
        .skip(at + 1)
        .take(3)
        .take_while(|token| is_hyphen(token))
        .count();
    if dashes == 0 { at } else { at + 1 + dashes }
}
