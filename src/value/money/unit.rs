//! What an amount is counted by: `per lembar`, `/Hari`, `setiap 100 lembar`, `per m2`.

use super::reader::Reader;
use super::words;

/// Words that never are a unit, though they may follow `per` or `/`.
const NO_UNITS: &[&str] = &[
    "tidak",
    "tdk",
    "tanpa",
    "bebas",
    "gratis",
    "nihil",
    "free",
    "rp",
    "idr",
    "rupiah",
    "tanggal",
    "pasal",
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
    "dan",
    "atau",
];

/// Units seen glued to `per`: `perlembar`.
const GLUED: &[&str] = &[
    "perlembar",
    "perhari",
    "perorang",
    "perbulan",
    "pertahun",
    "perjam",
    "perhalaman",
    "perberkas",
    "perpasien",
    "perunit",
    "perbuah",
    "perkunjungan",
    "perdokumen",
    "persampel",
    "permeter",
    "pereksemplar",
    "perset",
    "perkali",
    "perekor",
    "perkilogram",
    "perkg",
];

/// What `sekali` and `kali` count.
const VISITS: &[&str] = &[
    "masuk",
    "parkir",
    "kunjungan",
    "periksa",
    "pemeriksaan",
    "pakai",
    "jalan",
    "uji",
    "tes",
];

/// Reads the unit that follows an amount; gives its name and the place after it.
pub(super) fn after(reader: &Reader<'_>, from: usize) -> Option<(String, usize)> {
    let mut name = String::new();
    let mut at = from;
    // Chains such as `per orang per hari`; nobody writes more than three.
    for _ in 0..3 {
        let Some((unit, next)) = one(reader, at) else {
            break;
        };
        if !name.is_empty() {
            name.push('/');
        }
        name.push_str(&unit);
        at = next;
    }
    (at > from).then_some((name, at))
}

fn one(reader: &Reader<'_>, at: usize) -> Option<(String, usize)> {
    if reader.is_any(at, GLUED) {
        let unit = reader.word(at).get(3..)?;
        return Some((unit.to_lowercase(), at + 1));
    }
    let every = ["setiap", "tiap", "per"];
    let at = at + usize::from(reader.is(at, "untuk") && reader.is_any(at + 1, &every));
    let slash = reader.is(at, "/");
    if !slash && !reader.is_any(at, &every) {
        return None;
    }
    let mut at = at + 1;
    if reader.is_any(at, &["-", "satu"]) {
        at += 1;
    }
    let mut count = "";
    if reader.is_number(at) {
        let text = reader.word(at);
        if text.len() > 4 {
            return None;
        }
        count = if text == "1" { "" } else { text };
        at += 1;
        at = past_brackets(reader, at);
    }
    named(reader, at, count)
}

/// The word of the unit with what belongs to it: `m2`, `meter persegi`.
fn named(reader: &Reader<'_>, at: usize, count: &str) -> Option<(String, usize)> {
    let word = reader.word(at);
    if !reader.is_word(at) || word.len() > 24 || reader.is_any(at, NO_UNITS) {
        return None;
    }
    let mut unit = String::new();
    if !count.is_empty() {
        unit.push_str(count);
        unit.push(' ');
    }
    unit.push_str(&word.to_lowercase());
    let mut end = at + 1;
    let power = reader.is_any(end, &["2", "3", "²", "³"]) && reader.touches(end);
    if power && reader.is_any(at, &["m", "cm", "km"]) {
        unit.push(if reader.is_any(end, &["2", "²"]) {
            '2'
        } else {
            '3'
        });
        end += 1;
    } else if reader.is_any(end, &["persegi", "kubik", "lari"])
        || (reader.is_any(at, &["sekali", "kali"]) && reader.is_any(end, VISITS))
    {
        unit.push(' ');
        unit.push_str(&reader.word(end).to_lowercase());
        end += 1;
    } else if reader.is_number(end) && reader.is_any(at, &["tahun", "bulan"]) {
        // `per tahun 2023` dates the tariff.
        return None;
    }
    Some((unit, end))
}

/// `(satu)` after a figure.
fn past_brackets(reader: &Reader<'_>, at: usize) -> usize {
    if !reader.is(at, "(") {
        return at;
    }
    match words::number(reader, at + 1) {
        Some((_, end)) if reader.is(end, ")") => end + 1,
        _ => at,
    }
}

/// Reads the unit that stands before an amount: `per lembar Rp5.000`, `setiap lembar: Rp5.000`.
pub(super) fn before(reader: &Reader<'_>, amount: usize) -> Option<(String, usize)> {
    let mut end = amount;
    if reader.before_is(end, &[":", "="]) {
        end -= 1;
    }
    let from = end.checked_sub(2)?;
    if !reader.is_any(from, &["per", "setiap", "tiap"]) {
        return None;
    }
    let (name, next) = one(reader, from)?;
    (next == end).then_some((name, from))
}
