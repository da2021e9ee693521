//! The day of a run, and until when what is found on it holds.

use std::cell::Cell;

use jiff::civil::Date;

/// The day of a run as the checks of one document see it. What they ask of it beside its year is
/// noted, so that it is known until when the same would be found.
#[derive(Debug, Clone)]
pub struct Today {
    date: Date,
    turns: Cell<Option<Date>>,
}

impl Today {
    /// A run on this day.
    pub fn new(date: Date) -> Self {
        Self {
            date,
            turns: Cell::new(None),
        }
    }

    /// The year. It is not noted: what is kept of a document is kept for one year.
    pub fn year(&self) -> i16 {
        self.date.year()
    }

    /// Whether the day comes after this one, the last of something.
    pub fn is_after(&self, last: Date) -> bool {
        let is_after = self.date > last;
        // Days only pass: what is over stays so.
        if let (false, Ok(turn)) = (is_after, last.tomorrow()) {
            let earlier = self.turns.get().is_none_or(|known| turn < known);
            if earlier {
                self.turns.set(Some(turn));
            }
        }
        is_after
    }

    /// The first day on which an answer given so far would be another one, a new year apart; none
    /// where there is no such day.
    pub fn turns(&self) -> Option<Date> {
        self.turns.get()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::Today;

    #[test]
    fn the_first_day_on_which_an_answer_changes_is_known() {
        let today = Today::new(date(2026, 3, 31));
        assert!(today.is_after(date(2026, 3, 30)));
        assert_eq!((today.year(), today.turns()), (2026, None));
        assert!(!today.is_after(date(2026, 8, 17)));
        assert!(!today.is_after(date(2026, 3, 31)));
        assert!(!today.is_after(date(2027, 1, 1)));
        assert_eq!(today.turns(), Some(date(2026, 4, 1)));
        assert!(!today.is_after(jiff::civil::Date::MAX));
        assert_eq!(today.turns(), Some(date(2026, 4, 1)));
    }
}
