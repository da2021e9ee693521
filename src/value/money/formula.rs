//! Tells a sum that is worked out from one that is stated.

use std::ops::Range;

use super::reader::Reader;

/// Words for figures in front of `x` that make a size or a span of time, not a product.
const COUNTED: &[&str] = &[
    "cm", "mm", "m", "meter", "jam", "hari", "foto", "lembar", "kali", "rangkap", "minggu",
    "ukuran",
];

/// Signs and words of a rate.
const RATES: &[&str] = &["%", "‰", "persen", "permil", "permill", "promil"];

/// Whether the tokens hold a rule of calculation.
pub(super) fn is_formula(reader: &Reader<'_>, run: &Range<usize>) -> bool {
    run.clone().any(|at| {
        let inside = |next: usize| next < run.end;
        if reader.is_any(at, RATES) {
            return at > run.start
                && reader.is_number(at - 1)
                && inside(at + 1)
                && (is_times(reader, at + 1) || reader.is_any(at + 1, &["dari", "atas"]));
        }
        at > run.start && inside(at + 1) && is_times(reader, at) && is_product(reader, at)
    })
}

/// `x`, `×`, `*`, `dikali`.
fn is_times(reader: &Reader<'_>, at: usize) -> bool {
    reader.is_any(at, &["x", "×", "*", "dikali", "dikalikan", "kali"])
}

/// Whether the sides of a multiplication sign are terms: a name, an amount, brackets.
fn is_product(reader: &Reader<'_>, at: usize) -> bool {
    let after = at + 1;
    let before = at - 1;
    let number = |side: usize| reader.is_number(side);
    let word = |side: usize| reader.is_word(side) && !reader.is_any(side, COUNTED);
    let bracket = |side: usize, sign: &str| reader.is(side, sign);
    if reader.is(at, "kali") || reader.is(at, "*") {
        // `1 kali kunjungan` and list marks are no products; an amount must be near.
        return reader.is_any(after, &["rp", "tarif", "luas", "nilai", "npop", "njop"])
            && (number(before) || word(before));
    }
    if number(after) && reader.is_any(after + 1, RATES) {
        return word(before) || bracket(before, ")");
    }
    // `Rp7.500,- x jumlah hari`
    let priced = bracket(before, "-") || number(before) || bracket(before, ")");
    if priced && reader.is_any(after, &["jumlah", "lama", "volume", "luas"]) {
        return true;
    }
    if number(before) && number(after) {
        // `4 x 6`, `2 x 24 jam`: two bare figures make no price.
        return false;
    }
    if number(before) || number(after) {
        let side = if number(before) { after } else { before };
        return bracket(side, "(") || bracket(side, ")") || is_term(reader, side);
    }
    (word(before) || bracket(before, ")")) && (word(after) || bracket(after, "("))
}

/// A name of a term beside a bare figure: `2 x tarif`, `3 x Rp10.000`, `5 x NPOP`.
fn is_term(reader: &Reader<'_>, at: usize) -> bool {
    let named = [
        "rp",
        "idr",
        "tarif",
        "nilai",
        "harga",
        "retribusi",
        "luas",
        "indeks",
        "biaya",
    ];
    let word = reader.word(at);
    let symbol = word.bytes().filter(u8::is_ascii_uppercase).count() > 1;
    reader.is_word(at) && (reader.is_any(at, &named) || symbol)
}
