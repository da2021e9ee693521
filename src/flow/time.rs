//! Times that are written in different units, compared only as far as it is certain.
//!
//! How many hours a day is worth depends on who reads it. So a time keeps its units, and one
//! time counts as longer than another only if it is longer however they are read:
//!
//! - a working day is 7,5 to 8 working hours (Perpres 21/2023 gives 37,5 hours in 5 days;
//!   many offices count the break too),
//! - plain `hari` is a working day or a calendar day, the same in the whole document,
//! - a month has 28 to 31 days, a year 365 or 366,
//! - so many calendar days hold at least the working days that remain after the weekends, and at
//!   most six in a week, for offices that work on Saturdays,
//! - minutes that do not make an hour are nothing against a promise in days, which is rounded,
//! - more than 8 hours in one piece (`1 x 24 jam`) run by the clock, not by working hours.

use crate::{
    text::Phrase,
    value::duration::{Amount, Bound, Case, Duration, Part, Unit},
};

const HOUR: u64 = 3600;
const CLOCK_DAY: u64 = 24 * HOUR;

/// A working day, and a working day with its break, in seconds.
const WORKING_DAYS: [u64; 2] = [27_000, 28_800];

/// A length of time by its kinds of unit. Days of all kinds are counted in seconds of a day of
/// 24 hours, so that half a day is no rounding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Length {
    /// Seconds of work: `detik`, `menit`, `jam`.
    work: u64,
    /// Working days.
    working: u64,
    /// Days that are not told which.
    plain: u64,
    /// Calendar days and weeks, and hours by the clock.
    calendar: u64,
    months: u64,
    years: u64,
}

/// One way to read the units.
#[derive(Debug, Clone, Copy)]
struct Reading {
    working_day: u64,
    plain_is_working: bool,
    month: u64,
    year: u64,
}

/// The least and the most that a text says a step takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct StepTime {
    /// What it takes in any case; nothing where only a limit is written.
    pub(crate) least: Length,
    /// What it may take.
    pub(crate) most: Length,
}

impl StepTime {
    /// The time of a step; none where the text leaves it open: several cases, an estimate, a
    /// condition.
    pub(crate) fn of(duration: &Duration) -> Option<Self> {
        let [case] = duration.cases.as_slice() else {
            return None;
        };
        if case.open || case.condition.is_some() || is_estimate(case) {
            return None;
        }
        let most = Length::of(&case.high);
        let least = match &case.low {
            Some(low) => Length::of(low),
            None if case.bound.is_upper() => Length::default(),
            None => most,
        };
        Some(Self { least, most })
    }
}

/// Whether a time is no more than an estimate.
pub(crate) fn is_estimate(case: &Case) -> bool {
    case.bound == Bound::About
}

impl Length {
    /// The length of an amount as written.
    pub(crate) fn of(amount: &Amount) -> Self {
        let mut length = Self::default();
        for part in &amount.parts {
            let is_clock = matches!(part.unit, Unit::Hour)
                && (part.times.is_some() || seconds(part, HOUR) > 8 * HOUR);
            let (place, each) = match part.unit {
                Unit::Second => (&mut length.work, 1),
                Unit::Minute => (&mut length.work, 60),
                Unit::Hour if is_clock => (&mut length.calendar, HOUR),
                Unit::Hour | Unit::WorkingHour => (&mut length.work, HOUR),
                Unit::WorkingDay => (&mut length.working, CLOCK_DAY),
                Unit::Day => (&mut length.plain, CLOCK_DAY),
                Unit::CalendarDay => (&mut length.calendar, CLOCK_DAY),
                Unit::Week => (&mut length.calendar, 7 * CLOCK_DAY),
                Unit::Month => (&mut length.months, CLOCK_DAY),
                Unit::Year => (&mut length.years, CLOCK_DAY),
            };
            *place = place.saturating_add(seconds(part, each));
        }
        length
    }

    /// Both, one after the other.
    #[must_use]
    pub(crate) fn plus(self, other: Self) -> Self {
        Self {
            work: self.work.saturating_add(other.work),
            working: self.working.saturating_add(other.working),
            plain: self.plain.saturating_add(other.plain),
            calendar: self.calendar.saturating_add(other.calendar),
            months: self.months.saturating_add(other.months),
            years: self.years.saturating_add(other.years),
        }
    }

    /// Whether there is no time at all.
    pub(crate) fn is_zero(self) -> bool {
        self == Self::default()
    }

    /// Whether it is longer however the units are read.
    pub(crate) fn is_surely_longer(mut self, other: Self) -> bool {
        if self.work < HOUR && other.work == 0 && !other.is_zero() {
            self.work = 0;
        }
        Reading::all().all(|reading| reading.is_longer(self, other))
    }

    /// Working seconds, to choose between ways: a calendar day for a third of a working day,
    /// the least that several of them hold.
    pub(crate) fn low_weight(self) -> u64 {
        self.weight(WORKING_DAYS[0] / 3)
    }

    /// Working seconds, to choose between ways: a calendar day as a whole working day.
    pub(crate) fn high_weight(self) -> u64 {
        self.weight(WORKING_DAYS[0])
    }

    fn weight(self, calendar_day: u64) -> u64 {
        let days = |seconds: u64, day: u64| scale(seconds, day, CLOCK_DAY);
        let calendar = self
            .calendar
            .saturating_add(self.months.saturating_mul(30))
            .saturating_add(self.years.saturating_mul(365));
        self.work
            .saturating_add(days(self.working, WORKING_DAYS[0]))
            .saturating_add(days(self.plain, calendar_day))
            .saturating_add(days(calendar, calendar_day))
    }

    /// Whether more than one kind of unit is in it.
    pub(crate) fn is_mixed(self) -> bool {
        let kinds = [
            self.work,
            self.working,
            self.plain,
            self.calendar,
            self.months,
            self.years,
        ];
        kinds.iter().filter(|kind| **kind > 0).count() > 1
    }

    /// Working hours, under the assumption that a working day has 7,5 of them; none where
    /// calendar days, months or years are in it.
    pub(crate) fn working_hours(self) -> Option<String> {
        let days = self.working.saturating_add(self.plain);
        let is_work = self.calendar == 0 && self.months == 0 && self.years == 0;
        let seconds = self
            .work
            .saturating_add(scale(days, WORKING_DAYS[0], CLOCK_DAY));
        is_work.then(|| number(seconds, HOUR))
    }

    /// It in words: `1 hari kerja 2 jam 30 menit`.
    pub(crate) fn phrase(self) -> Phrase {
        let (hours, rest) = (self.work / HOUR, self.work % HOUR);
        let (minutes, seconds) = (rest / 60, rest % 60);
        let parts = [
            (self.years, CLOCK_DAY, "tahun", "year"),
            (self.months, CLOCK_DAY, "bulan", "month"),
            (self.calendar, CLOCK_DAY, "hari kalender", "calendar day"),
            (self.plain, CLOCK_DAY, "hari", "day"),
            (self.working, CLOCK_DAY, "hari kerja", "working day"),
            (hours, 1, "jam", "hour"),
            (minutes, 1, "menit", "minute"),
            (seconds, 1, "detik", "second"),
        ];
        let (mut id, mut en) = (Vec::new(), Vec::new());
        for (value, one, unit, english) in parts.into_iter().filter(|part| part.0 > 0) {
            let number = number(value, one);
            let plural = if number == "1" { "" } else { "s" };
            en.push(format!("{} {english}{plural}", number.replace(',', ".")));
            id.push(format!("{number} {unit}"));
        }
        Phrase::new(id.join(" "), en.join(" "))
    }

    /// Whether it and the other are written in units of the same kind.
    pub(crate) fn is_like(self, other: Self) -> bool {
        !self.plus(other).is_mixed()
    }
}

impl Reading {
    fn all() -> impl Iterator<Item = Self> {
        let bools = [false, true];
        WORKING_DAYS.into_iter().flat_map(move |working_day| {
            bools.into_iter().flat_map(move |plain_is_working| {
                [(28, 365), (28, 366), (31, 365), (31, 366)].map(|(month, year)| Self {
                    working_day,
                    plain_is_working,
                    month,
                    year,
                })
            })
        })
    }

    /// Working days and calendar days, in seconds of a day of 24 hours.
    fn days(self, length: Length) -> (u64, u64) {
        let calendar = length
            .calendar
            .saturating_add(length.months.saturating_mul(self.month))
            .saturating_add(length.years.saturating_mul(self.year));
        if self.plain_is_working {
            (length.working.saturating_add(length.plain), calendar)
        } else {
            (length.working, calendar.saturating_add(length.plain))
        }
    }

    fn is_longer(self, long: Length, short: Length) -> bool {
        let (long_working, long_calendar) = self.days(long);
        let (short_working, short_calendar) = self.days(short);
        let work = |days: u64| scale(days, self.working_day, CLOCK_DAY);
        if short_working == 0 && short_calendar == 0 {
            // Against minutes and hours every day lasts at least as long as a working day.
            let days = long_working.saturating_add(long_calendar);
            return long.work.saturating_add(work(days)) > short.work;
        }
        if long_working == 0 && short_working == 0 {
            return long.work.saturating_add(long_calendar)
                > short.work.saturating_add(short_calendar);
        }
        let long_days = long_working.saturating_add(least_working(long_calendar));
        let short_days = short_working.saturating_add(most_working(short_calendar));
        long.work.saturating_add(work(long_days)) > short.work.saturating_add(work(short_days))
    }
}

/// The fewest working days in so many calendar days, holidays left aside.
fn least_working(seconds: u64) -> u64 {
    let days = seconds / CLOCK_DAY;
    let working = (days / 7) * 5 + (days % 7).saturating_sub(2);
    working.saturating_mul(CLOCK_DAY)
}

/// The most working days in so many calendar days, Saturdays among them.
fn most_working(seconds: u64) -> u64 {
    let days = seconds.div_ceil(CLOCK_DAY);
    let working = (days / 7)
        .saturating_mul(6)
        .saturating_add((days % 7).min(6));
    working.saturating_mul(CLOCK_DAY)
}

/// A value in ones of so much, with at most two decimals: `0,5`.
fn number(value: u64, one: u64) -> String {
    let hundredths = scale(value.saturating_add(one / 200), 100, one);
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    let text = format!("{whole},{rest:02}");
    text.trim_end_matches('0').trim_end_matches(',').to_owned()
}

fn scale(value: u64, times: u64, by: u64) -> u64 {
    let scaled = u128::from(value) * u128::from(times) / u128::from(by.max(1));
    u64::try_from(scaled).unwrap_or(u64::MAX)
}

/// Seconds of a part of which one is `each` long.
fn seconds(part: &Part, each: u64) -> u64 {
    let number = u128::from(part.number.digits())
        .saturating_mul(u128::from(part.times.unwrap_or(1)))
        .saturating_mul(u128::from(each));
    let by = 10_u128
        .checked_pow(part.number.scale())
        .unwrap_or(u128::MAX);
    u64::try_from(number / by.max(1)).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Length {
        Length::of(&Duration::parse(text).unwrap().cases[0].high)
    }

    fn longer(long: &[&str], short: &str) -> bool {
        let sum = long.iter().map(|text| read(text));
        sum.fold(Length::default(), Length::plus)
            .is_surely_longer(read(short))
    }

    #[test]
    fn what_is_certain_is_told() {
        for (long, short) in [
            (&["30 menit", "31 menit"] as &[_], "1 jam"),
            (&["2 hari kerja", "2 hari kerja"], "3 hari kerja"),
            (&["15 hari kerja", "1 hari kerja"], "15 hari kerja"),
            (&["3 hari", "1 hari"], "3 hari"),
            (&["8 jam", "1 jam"], "1 hari kerja"),
            (&["1 hari kerja", "2 jam"], "1 hari kerja"),
            (&["1 hari kerja"], "60 menit"),
            (&["1 hari"], "60 menit"),
            (&["1 x 24 jam"], "3 jam"),
            (&["2 bulan", "2 bulan"], "3 bulan"),
            (&["14 hari kalender"], "1 minggu"),
            (&["30 hari kalender"], "10 hari kerja"),
            (&["10 hari kerja"], "1 minggu"),
            (&["2 minggu"], "5 hari kerja"),
        ] {
            assert!(longer(long, short), "{long:?} {short}");
            assert!(!longer(&[short], short), "{short}");
        }
    }

    #[test]
    fn what_depends_on_the_reader_is_not() {
        for (long, short) in [
            (&["1 jam"] as &[_], "60 menit"),
            (&["3 hari kerja", "35 menit"], "3 hari kerja"),
            (&["8 jam"], "1 hari kerja"),
            (&["24 jam"], "1 hari kerja"),
            (&["4 hari"], "3 hari kerja"),
            (&["7 hari kalender"], "5 hari kerja"),
            (&["3 hari kerja"], "3 hari"),
            (&["10 jam"], "1 hari"),
            (&["6 hari kerja"], "1 minggu"),
            (&["31 hari kalender"], "1 bulan"),
            (&["12 bulan"], "1 tahun"),
            (&["4 minggu"], "1 bulan"),
            (&["20 jam", "4 jam"], "1 hari kalender"),
        ] {
            assert!(!longer(long, short), "{long:?} {short}");
        }
    }

    #[test]
    fn a_sum_is_told_in_words() {
        let sum = ["1,5 hari kerja", "90 menit", "45 detik"].map(read);
        let sum = sum.into_iter().fold(Length::default(), Length::plus);
        assert_eq!(
            sum.phrase().get(crate::text::Lang::Id),
            "1,5 hari kerja 1 jam 30 menit 45 detik"
        );
        assert_eq!(sum.working_hours().as_deref(), Some("12,76"));
    }

    #[test]
    fn a_step_may_take_less_than_its_limit() {
        let step = |text: &str| StepTime::of(&Duration::parse(text).unwrap());
        let limit = step("paling lama 2 hari kerja").unwrap();
        assert!(limit.least.is_zero() && limit.most == read("2 hari kerja"));
        let range = step("1-2 hari kerja").unwrap();
        assert!(range.least == read("1 hari kerja") && range.most == read("2 hari kerja"));
        for text in [
            "± 2 hari",
            "2 hari setelah berkas lengkap",
            "racikan 30 menit, lainnya 15 menit",
        ] {
            assert_eq!(step(text), None, "{text}");
        }
    }
}
