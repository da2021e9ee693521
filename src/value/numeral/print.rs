//! Prints numbers in words.

use super::Decimal;

const DIGITS: [&str; 10] = [
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
];

const SCALES: [(u64, &str); 5] = [
    (1_000_000_000_000_000_000, "kuintiliun"),
    (1_000_000_000_000_000, "kuadriliun"),
    (1_000_000_000_000, "triliun"),
    (1_000_000_000, "miliar"),
    (1_000_000, "juta"),
];

/// The words of a whole number, in standard spelling: `seratus dua puluh tiga juta`.
///
/// Any number has words; above 999 trillion they use `kuadriliun` and `kuintiliun`.
pub fn to_words(n: u64) -> String {
    if n == 0 {
        return digit(0).to_owned();
    }
    let mut words = Vec::new();
    let mut rest = n;
    for (scale, name) in SCALES {
        if rest >= scale {
            below_thousand(rest / scale, &mut words);
            words.push(name);
            rest %= scale;
        }
    }
    if rest >= 2000 {
        below_thousand(rest / 1000, &mut words);
        words.push("ribu");
        rest %= 1000;
    } else if rest >= 1000 {
        words.push("seribu");
        rest -= 1000;
    }
    below_thousand(rest, &mut words);
    words.join(" ")
}

/// The words of a decimal number: `dua koma lima`; the decimals are read digit by digit.
pub fn decimal_to_words(n: Decimal) -> String {
    let mut words = to_words(n.trunc());
    let rest = n.fraction();
    if !rest.is_empty() {
        words.push_str(" koma");
        for byte in rest.bytes() {
            words.push(' ');
            words.push_str(digit(u64::from(byte.saturating_sub(b'0'))));
        }
    }
    words
}

/// The words of a percentage: `dua puluh lima persen`.
pub fn percent_to_words(n: Decimal) -> String {
    format!("{} persen", decimal_to_words(n))
}

fn digit(n: u64) -> &'static str {
    usize::try_from(n)
        .ok()
        .and_then(|n| DIGITS.get(n))
        .copied()
        .unwrap_or("")
}

fn below_thousand(n: u64, words: &mut Vec<&'static str>) {
    match n / 100 {
        0 => {}
        1 => words.push("seratus"),
        hundreds => words.extend([digit(hundreds), "ratus"]),
    }
    match n % 100 {
        0 => {}
        10 => words.push("sepuluh"),
        11 => words.push("sebelas"),
        ones @ 1..=9 => words.push(digit(ones)),
        teen @ 12..=19 => words.extend([digit(teen - 10), "belas"]),
        tens => {
            words.extend([digit(tens / 10), "puluh"]);
            if !tens.is_multiple_of(10) {
                words.push(digit(tens % 10));
            }
        }
    }
}
