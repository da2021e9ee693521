//! Numbers written in words: `lima puluh ribu`, `seratus`, `dua belas juta`.

use super::reader::Reader;

const UNITS: [&[&str]; 10] = [
    &["nol", "kosong"],
    &["satu"],
    &["dua"],
    &["tiga"],
    &["empat"],
    &["lima"],
    &["enam"],
    &["tujuh"],
    &["delapan"],
    &["sembilan"],
];

/// The value of a word that multiplies what stands before it, in figures or in words.
pub(super) fn scale(word: &str) -> Option<u64> {
    let scales: [(&[&str], u64); 4] = [
        (&["ribu", "rb", "rbu", "ribuan"], 1_000),
        (&["juta", "jt", "jta"], 1_000_000),
        (&["miliar", "milyar", "milyard"], 1_000_000_000),
        (&["triliun", "trilyun"], 1_000_000_000_000),
    ];
    let found = scales
        .iter()
        .find(|(names, _)| names.iter().any(|name| word.eq_ignore_ascii_case(name)));
    found.map(|&(_, value)| value)
}

/// Reads a number in words; gives its value and the place after its last word.
pub(super) fn number(reader: &Reader<'_>, from: usize) -> Option<(u64, usize)> {
    let mut total: u64 = 0;
    let mut group: u64 = 0;
    let mut unit: Option<u64> = None;
    let mut at = from;
    // No number below a quadrillion needs more words.
    while at < from + 32 && reader.is_word(at) {
        let word = reader.word(at);
        let is = |name: &str| word.eq_ignore_ascii_case(name);
        let one_of = UNITS
            .iter()
            .position(|names| names.iter().any(|name| is(name)));
        if let (Some(value), None) = (one_of, unit) {
            unit = Some(value as u64);
        } else if is("sepuluh") && unit.is_none() {
            group += 10;
        } else if is("sebelas") && unit.is_none() {
            group += 11;
        } else if is("seratus") && unit.is_none() {
            group += 100;
        } else if is("belas") && unit.is_some() {
            group += 10 + unit.take().unwrap_or(0);
        } else if is("puluh") && unit.is_some() {
            group += 10 * unit.take().unwrap_or(0);
        } else if is("ratus") && unit.is_some() {
            group += 100 * unit.take().unwrap_or(0);
        } else if (is("seribu") || is("sejuta")) && unit.is_none() && group == 0 {
            total = total.checked_add(if is("seribu") { 1_000 } else { 1_000_000 })?;
        } else if let (Some(scale), true) = (scale(word), unit.is_some() || group > 0) {
            let value = group + unit.take().unwrap_or(0);
            total = total.checked_add(value.checked_mul(scale)?)?;
            group = 0;
        } else {
            break;
        }
        at += 1;
    }
    let value = total.checked_add(group + unit.unwrap_or(0))?;
    (at > from).then_some((value, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_summed() {
        let values = [
            ("nol", 0),
            ("lima puluh ribu", 50_000),
            ("seratus dua puluh lima ribu", 125_000),
            ("seribu", 1_000),
            ("dua belas ribu lima ratus", 12_500),
            ("satu juta lima ratus ribu", 1_500_000),
            ("empat juta empat puluh sembilan ribu", 4_049_000),
            ("sebelas", 11),
        ];
        for (text, want) in values {
            let reader = Reader::new(text);
            assert_eq!(number(&reader, 0), Some((want, reader.len())), "{text}");
        }
        assert_eq!(number(&Reader::new("ribu"), 0), None);
        assert_eq!(number(&Reader::new("rupiah"), 0), None);
    }
}
