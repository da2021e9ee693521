//! Numbers, money, dates and people as Indonesian offices write them.

use jiff::{ToSpan, civil::Date};
use sopan::value::{date::month_name, numeral::to_words};

use super::{
    data::Phrases,
    random::Random,
    value::{Value, map},
};

/// `tiga`.
pub(crate) fn in_words(number: usize) -> String {
    to_words(u64::try_from(number).unwrap_or(u64::MAX))
}

/// `3 (tiga)`.
pub(crate) fn counted(number: usize) -> String {
    format!("{number} ({})", in_words(number))
}

/// `Rp25.000,00`, for whole thousands.
pub(crate) fn rupiah(thousands: usize) -> String {
    format!("Rp{thousands}.000,00")
}

/// `2025-03-12` or `12 Maret 2025`.
pub(crate) fn day(date: Date, long: bool) -> String {
    if !long {
        return date.to_string();
    }
    let month = month_name(date.month().unsigned_abs());
    format!("{} {month} {}", date.day(), date.year())
}

/// So many days later.
pub(crate) fn later(date: Date, days: usize) -> Date {
    let days = i64::try_from(days).unwrap_or_default();
    date.saturating_add(days.days())
}

/// A name with a degree.
pub(crate) fn person(random: &mut Random, phrases: &Phrases) -> String {
    let first = random.pick(&phrases.nama_depan);
    let last = random.pick(&phrases.nama_belakang);
    format!("{first} {last}, {}", random.pick(&phrases.gelar))
}

/// A number of a civil servant that can be one: birth, appointment, sex, order.
pub(crate) fn servant_number(random: &mut Random, spaced: bool) -> String {
    let born = random.between(1966, 1982);
    let parts = [
        format!(
            "{born}{:02}{:02}",
            random.between(1, 12),
            random.between(1, 28)
        ),
        format!(
            "{}{:02}",
            born + random.between(23, 30),
            random.between(1, 12)
        ),
        random.between(1, 2).to_string(),
        format!("{:03}", random.between(1, 40)),
    ];
    parts.join(if spaced { " " } else { "" })
}

/// The one who signs.
pub(crate) fn official(office: &str, random: &mut Random, phrases: &Phrases) -> Value {
    let spaced = random.chance(50);
    let name = person(random, phrases);
    let number = servant_number(random, spaced);
    map([("jabatan", office), ("nama", &name), ("nip", &number)])
}
