//! `date`: a text is a day of the calendar.

use serde::Deserialize;

use super::{Check, Sight, Target};
use crate::{
    finding::Hit,
    text::Phrase,
    value::date::{Date, DateError, Impossible},
};

/// A text must be a date, in one of the forms people write. A text without any digit is left to
/// other rules: `-` and `menyusul` are no attempt at a date.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DateCheck {
    /// What to report.
    report: Report,
}

/// What can be wrong with a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Report {
    /// It is clear which day is meant, and there is no such day.
    Impossible,
    /// It is not clear which day is meant.
    Unclear,
}

impl Check for DateCheck {
    fn arguments(&self) -> &'static [&'static str] {
        &["value", "reason"]
    }

    fn sight(&self) -> Sight {
        Sight::Part
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let Some(text) = target.text() else { return };
        if !text.contains(|c: char| c.is_ascii_digit()) {
            return;
        }
        let Err(error) = Date::parse(text) else {
            return;
        };
        let found = match error {
            DateError::Impossible { .. } => Report::Impossible,
            _ => Report::Unclear,
        };
        if found == self.report {
            hits.push(
                target
                    .hit_part(error.range())
                    .argument("value", Phrase::same(text.trim().to_owned()))
                    .argument("reason", reason(&error)),
            );
        }
    }
}

fn reason(error: &DateError) -> Phrase {
    match error {
        DateError::NotADate { .. } => Phrase::new(
            "ini tidak terbaca sebagai tanggal",
            "this cannot be read as a date",
        ),
        DateError::NoDay { .. } => Phrase::new("tanggalnya belum disebut", "the day is missing"),
        DateError::NoYear { .. } => Phrase::new("tahunnya belum disebut", "the year is missing"),
        DateError::YearOnly { .. } => {
            Phrase::new("baru tahunnya yang disebut", "only the year is given")
        }
        DateError::TwoDigitYear { .. } => Phrase::new(
            "tahun dua angka dapat berarti dua abad",
            "a year of two digits may stand for two centuries",
        ),
        DateError::Impossible { reason, .. } => match reason {
            Impossible::Month { month } => Phrase::new(
                format!("tidak ada bulan ke-{month}"),
                format!("there is no month {month}"),
            ),
            Impossible::Day { last, .. } => Phrase::new(
                format!("bulan itu hanya sampai tanggal {last}"),
                format!("that month ends on day {last}"),
            ),
            Impossible::Year => {
                Phrase::new("tahunnya bukan empat angka", "the year has not four digits")
            }
        },
    }
}
