//! A calendar day, as offices write it: `15 Januari 2026`, `Pontianak, 15-01-2026`, `2026-01-15`.

use std::fmt;
use std::ops::Range;

use jiff::civil;
pub use jiff::civil::Weekday;

mod months;
mod parse;
#[cfg(test)]
mod tests;

/// A day of the Gregorian calendar.
///
/// Printed in the form of official documents, `15 Januari 2026`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

/// A date together with where its parts stand in the text it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenDate {
    /// The day that was read.
    pub date: Date,
    /// From the first part to the last, without place name and weekday.
    pub range: Range<usize>,
    /// The day number.
    pub day: Range<usize>,
    /// The month, as a name or a number.
    pub month: Range<usize>,
    /// The year.
    pub year: Range<usize>,
    /// The weekday written before the date, if any.
    pub weekday: Option<(Weekday, Range<usize>)>,
    /// Whether the month name is not spelt as it should be: `Pebruari`, `Nopember`.
    /// Usual short forms (`Jan`, `Agt.`) are not counted.
    pub month_misspelt: bool,
}

/// A weekday that does not belong to the date it stands before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekdayMismatch {
    /// The weekday in the text.
    pub written: Weekday,
    /// The weekday of that date.
    pub actual: Weekday,
    /// Where the weekday stands.
    pub range: Range<usize>,
}

/// Why a part of a date cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Impossible {
    /// There is no such month number; it was `month`.
    Month {
        /// The number in the text.
        month: u32,
    },
    /// The month has only `last` days.
    Day {
        /// The number in the text.
        day: u32,
        /// The last day of that month in that year.
        last: u8,
    },
    /// The year has not four digits, or is before 1600.
    Year,
}

/// Why a text could not be read as one date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// No date is in the text, or more than a date is.
    #[error("not a date")]
    NotADate {
        /// What was not understood; the whole text where nothing was.
        range: Range<usize>,
    },
    /// Month and year are there, the day is not: `Januari 2026`.
    #[error("the day is missing: only month {month} of {year} is given")]
    NoDay {
        /// 1 to 12.
        month: u8,
        /// Four digits.
        year: i16,
        /// Month and year.
        range: Range<usize>,
    },
    /// Day and month are there, the year is not: `15 Januari`.
    #[error("the year is missing: only day {day} of month {month} is given")]
    NoYear {
        /// As written, not checked against the month.
        day: u32,
        /// 1 to 12.
        month: u8,
        /// Day and month.
        range: Range<usize>,
    },
    /// Only a year: `2026`, `Tahun 2026`.
    #[error("day and month are missing: only the year {year} is given")]
    YearOnly {
        /// Four digits.
        year: i16,
        /// The year.
        range: Range<usize>,
    },
    /// A year of two digits, which may stand for two centuries: `15-01-26`.
    #[error("the year {year:02} has only two digits")]
    TwoDigitYear {
        /// 0 to 99.
        year: u8,
        /// The year.
        range: Range<usize>,
    },
    /// The parts are there but no calendar has that day.
    #[error("no such day in the calendar: {}", describe(*reason))]
    Impossible {
        /// What is wrong.
        reason: Impossible,
        /// The part that is wrong.
        range: Range<usize>,
    },
}

fn describe(reason: Impossible) -> String {
    match reason {
        Impossible::Month { month } => format!("there is no month {month}"),
        Impossible::Day { day: 0, .. } => "there is no day 0".to_owned(),
        Impossible::Day { day, last } => format!("day {day}, but the month ends on day {last}"),
        Impossible::Year => "the year is not one of four digits".to_owned(),
    }
}

impl DateError {
    /// The place in the text the error is about.
    pub fn range(&self) -> Range<usize> {
        match self {
            Self::NotADate { range }
            | Self::NoDay { range, .. }
            | Self::NoYear { range, .. }
            | Self::YearOnly { range, .. }
            | Self::TwoDigitYear { range, .. }
            | Self::Impossible { range, .. } => range.clone(),
        }
    }
}

impl Date {
    /// The day, if the calendar has it. `month` is 1 to 12, `day` 1 to 31.
    pub fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        civil::Date::new(year, month, day).ok().map(Self)
    }

    /// Reads a text that is one date; see [`Date::read`].
    ///
    /// # Errors
    /// The same as [`Date::read`].
    pub fn parse(text: &str) -> Result<Self, DateError> {
        Self::read(text).map(|written| written.date)
    }

    /// Reads a text that is one date and tells where its parts stand.
    ///
    /// A place name, a weekday and words such as `tanggal` may stand before it, a note in
    /// brackets or a time of day after it. Numbers alone are read as day, month, year, or
    /// year, month, day where the year comes first.
    ///
    /// # Errors
    /// [`DateError`] when a part is missing, impossible or unclear, or the text is no date.
    pub fn read(text: &str) -> Result<WrittenDate, DateError> {
        parse::read(text)
    }

    /// The day as the calendar library knows it.
    pub fn civil(self) -> civil::Date {
        self.0
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.0.month().unsigned_abs()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.0.day().unsigned_abs()
    }

    /// The weekday.
    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }

    /// `2026-01-15`.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }

    /// Days from this date to `other`; negative where `other` is earlier.
    pub fn days_until(self, other: Self) -> i32 {
        self.0.until(other.0).map_or(0, |span| span.get_days())
    }

    /// Full years that this date lies before `today`; negative where it lies after.
    pub fn years_before(self, today: Self) -> i32 {
        if self > today {
            return -today.years_before(self);
        }
        let years = i32::from(today.year()) - i32::from(self.year());
        years - i32::from((today.month(), today.day()) < (self.month(), self.day()))
    }
}

impl From<civil::Date> for Date {
    fn from(date: civil::Date) -> Self {
        Self(date)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} {} {:04}",
            self.day(),
            month_name(self.month()),
            self.year()
        )
    }
}

impl WrittenDate {
    /// The weekday, where it is not that of the date.
    pub fn weekday_mismatch(&self) -> Option<WeekdayMismatch> {
        let (written, range) = self.weekday.clone()?;
        let actual = self.date.weekday();
        (written != actual).then_some(WeekdayMismatch {
            written,
            actual,
            range,
        })
    }
}

/// The Indonesian name of a month, 1 to 12; empty for any other number.
pub fn month_name(month: u8) -> &'static str {
    months::name(month)
}

/// The Indonesian name of a weekday.
pub fn weekday_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Senin",
        Weekday::Tuesday => "Selasa",
        Weekday::Wednesday => "Rabu",
        Weekday::Thursday => "Kamis",
        Weekday::Friday => "Jumat",
        Weekday::Saturday => "Sabtu",
        Weekday::Sunday => "Minggu",
    }
}
