//! Compares and adds times of different units, under stated assumptions.

use std::cmp::Ordering;

use super::{Amount, Case, Duration, Part, Unit};

/// What a unit is worth when times of different units are compared.
///
/// The values are conventions for comparing, not promises. Plain `hari` counts as a working
/// day, the shorter of the two it can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assumptions {
    /// Minutes of work in a working day. 37,5 hours a week in 5 days (Perpres 21/2023).
    pub working_day_minutes: u64,
    /// Working days in a week (Perpres 21/2023).
    pub week_working_days: u64,
    /// Calendar days in a month.
    pub month_days: u64,
    /// Calendar days in a year.
    pub year_days: u64,
}

impl Default for Assumptions {
    fn default() -> Self {
        Self {
            working_day_minutes: 450,
            week_working_days: 5,
            month_days: 30,
            year_days: 365,
        }
    }
}

const CALENDAR_DAY_MINUTES: u64 = 24 * 60;

impl Assumptions {
    fn seconds(&self, unit: Unit) -> u64 {
        let minutes = match unit {
            Unit::Second => return 1,
            Unit::Minute => 1,
            Unit::Hour | Unit::WorkingHour => 60,
            Unit::Day | Unit::WorkingDay => self.working_day_minutes,
            Unit::CalendarDay => CALENDAR_DAY_MINUTES,
            Unit::Week => self
                .working_day_minutes
                .saturating_mul(self.week_working_days),
            Unit::Month => CALENDAR_DAY_MINUTES.saturating_mul(self.month_days),
            Unit::Year => CALENDAR_DAY_MINUTES.saturating_mul(self.year_days),
        };
        minutes.saturating_mul(60)
    }

    /// The most working days that can lie in so many calendar days.
    fn working_days_in(&self, days: u64) -> u64 {
        let rest = (days % 7).min(self.week_working_days);
        (days / 7)
            .saturating_mul(self.week_working_days)
            .saturating_add(rest)
    }
}

/// `number * times * each`, rounded up.
fn scaled(part: &Part, each: u64) -> u128 {
    let product = u128::from(part.number.digits())
        .checked_mul(u128::from(part.times.unwrap_or(1)))
        .and_then(|product| product.checked_mul(u128::from(each)));
    let unit = 10u128.pow(part.number.scale());
    product.map_or(u128::MAX, |product| product.div_ceil(unit))
}

/// The greatest number when it does not fit.
fn fit(number: u128) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

impl Part {
    fn working_days(&self, assumptions: &Assumptions) -> u64 {
        let calendar = match (self.unit, self.times) {
            (Unit::Day | Unit::WorkingDay, _) => return fit(scaled(self, 1)),
            (Unit::Week, _) => return fit(scaled(self, assumptions.week_working_days)),
            (Unit::CalendarDay, _) => fit(scaled(self, 1)),
            // `14 x 24 jam` is a way to say calendar days.
            (Unit::Hour, Some(days)) if self.number.whole() == Some(24) => days,
            (Unit::Month, _) => fit(scaled(self, assumptions.month_days)),
            (Unit::Year, _) => fit(scaled(self, assumptions.year_days)),
            _ => {
                let day = assumptions.working_day_minutes.saturating_mul(60).max(1);
                let seconds = scaled(self, assumptions.seconds(self.unit));
                return fit(seconds.div_ceil(u128::from(day)));
            }
        };
        assumptions.working_days_in(calendar)
    }
}

impl Amount {
    /// Minutes, rounded up; at most `u64::MAX`.
    pub fn minutes(&self, assumptions: &Assumptions) -> u64 {
        fit(self.seconds(assumptions).div_ceil(60))
    }

    fn seconds(&self, assumptions: &Assumptions) -> u128 {
        self.parts
            .iter()
            .map(|part| scaled(part, assumptions.seconds(part.unit)))
            .fold(0, u128::saturating_add)
    }

    /// The most working days it can take, each part rounded up.
    pub fn working_days(&self, assumptions: &Assumptions) -> u64 {
        self.parts
            .iter()
            .map(|part| part.working_days(assumptions))
            .fold(0, u64::saturating_add)
    }

    /// The sum: parts of one unit are joined, the longest unit first. A number that no longer
    /// fits stays at the greater of the two.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        let mut parts = self.parts.clone();
        for more in &other.parts {
            let same = parts.iter_mut().find(|part| {
                part.unit == more.unit && part.times.is_none() && more.times.is_none()
            });
            match same {
                Some(part) => {
                    part.number = part
                        .number
                        .checked_add(more.number)
                        .unwrap_or(part.number.max(more.number));
                }
                None => parts.push(more.clone()),
            }
        }
        parts.sort_by_key(|part| std::cmp::Reverse(part.unit.rank()));
        Self { parts }
    }
}

impl Case {
    /// Minutes of the upper end.
    pub fn minutes(&self, assumptions: &Assumptions) -> u64 {
        let low = self.low.as_ref().map_or(0, |low| low.minutes(assumptions));
        self.high.minutes(assumptions).max(low)
    }
}

impl Duration {
    /// Minutes of the longest case, its upper end; at most `u64::MAX`.
    pub fn minutes(&self, assumptions: &Assumptions) -> u64 {
        self.cases
            .iter()
            .map(|case| case.minutes(assumptions))
            .max()
            .unwrap_or(0)
    }

    /// Minutes of all cases together, for a text that tells steps one after the other.
    pub fn total_minutes(&self, assumptions: &Assumptions) -> u64 {
        self.cases
            .iter()
            .map(|case| case.minutes(assumptions))
            .fold(0, u64::saturating_add)
    }

    /// The most working days the longest case can take.
    pub fn working_days(&self, assumptions: &Assumptions) -> u64 {
        self.cases
            .iter()
            .map(|case| case.high.working_days(assumptions))
            .max()
            .unwrap_or(0)
    }

    /// Which of the two is longer, by [`Duration::minutes`].
    pub fn compare(&self, other: &Self, assumptions: &Assumptions) -> Ordering {
        self.minutes(assumptions).cmp(&other.minutes(assumptions))
    }
}

/// Whether `low` can be the lower end of a range that ends in `high`.
pub(super) fn is_shorter(low: &Amount, high: &Amount) -> bool {
    let usual = Assumptions::default();
    low.seconds(&usual) < high.seconds(&usual)
}
