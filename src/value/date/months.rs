//! Names of months and weekdays, with the spellings met in documents.

use super::Weekday;

const NAMES: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];

/// Short forms that are usual and right enough: not a misspelling.
const SHORT: [&[&str]; 12] = [
    &["jan"],
    &["feb", "peb"],
    &["mar", "mrt"],
    &["apr"],
    &[],
    &["jun"],
    &["jul"],
    &["agt", "agu", "ags", "agst", "agust"],
    &["sep", "sept"],
    &["okt"],
    &["nov", "nop"],
    &["des"],
];

/// Old, English and wrong forms that more than one letter keeps from the name.
const OTHER: [&[&str]; 12] = [
    &["january", "djanuari"],
    &["pebruari", "february", "pebuari", "febuari"],
    &["march"],
    &["apil", "aprl"],
    &["may"],
    &["june", "djuni", "jumi"],
    &["july", "djuli"],
    &["august", "aug", "agutus"],
    &[],
    &["october", "oct"],
    &["nopember"],
    &["december", "dec"],
];

/// Roman numbers, as in `15/XII/2026`.
const ROMAN: [&str; 12] = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
];

/// The name of month 1 to 12, else nothing.
pub(super) fn name(month: u8) -> &'static str {
    month
        .checked_sub(1)
        .and_then(|at| NAMES.get(usize::from(at)))
        .copied()
        .unwrap_or_default()
}

/// A month word: its number and whether it is misspelt.
pub(super) fn find(word: &str) -> Option<(u8, bool)> {
    // The longest form has nine letters; one more may be a typing error.
    if word.len() > 10 {
        return None;
    }
    let word = word.to_ascii_lowercase();
    let numbered = || (1_u8..).zip(NAMES);
    if let Some((month, _)) = numbered().find(|(_, name)| name.eq_ignore_ascii_case(&word)) {
        return Some((month, false));
    }
    for (table, misspelt) in [(SHORT, false), (OTHER, true)] {
        let found = (1_u8..)
            .zip(table)
            .find(|(_, forms)| forms.contains(&word.as_str()));
        if let Some((month, _)) = found {
            return Some((month, misspelt));
        }
    }
    // Short names are too near to each other and to other words (`Juni`, `Juli`).
    let near = |name: &str| {
        name.len() >= 5
            && word.len() >= 5
            && strsim::osa_distance(&name.to_ascii_lowercase(), &word) == 1
    };
    numbered()
        .find(|(_, name)| near(name))
        .map(|(month, _)| (month, true))
}

/// A month as a Roman number in capitals.
pub(super) fn roman(word: &str) -> Option<u8> {
    (1_u8..)
        .zip(ROMAN)
        .find(|(_, roman)| *roman == word)
        .map(|(month, _)| month)
}

/// A weekday word.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word.to_ascii_lowercase().as_str() {
        "senin" | "senen" => Weekday::Monday,
        "selasa" => Weekday::Tuesday,
        "rabu" | "rebo" => Weekday::Wednesday,
        "kamis" => Weekday::Thursday,
        "jumat" | "jum" => Weekday::Friday,
        "sabtu" => Weekday::Saturday,
        "minggu" | "ahad" => Weekday::Sunday,
        _ => return None,
    })
}
