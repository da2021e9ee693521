//! Units of time and how they are spelt.

use std::fmt;

use crate::value::scan::{Token, TokenKind};

/// A unit of time. Plain [`Unit::Day`] leaves open which day is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// `detik`.
    Second,
    /// `menit`.
    Minute,
    /// `jam`.
    Hour,
    /// `jam kerja`.
    WorkingHour,
    /// `hari`, not told whether working or calendar day.
    Day,
    /// `hari kerja`.
    WorkingDay,
    /// `hari kalender`.
    CalendarDay,
    /// `minggu`.
    Week,
    /// `bulan`.
    Month,
    /// `tahun`.
    Year,
}

impl Unit {
    /// The standard name: `hari kerja`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Second => "detik",
            Self::Minute => "menit",
            Self::Hour => "jam",
            Self::WorkingHour => "jam kerja",
            Self::Day => "hari",
            Self::WorkingDay => "hari kerja",
            Self::CalendarDay => "hari kalender",
            Self::Week => "minggu",
            Self::Month => "bulan",
            Self::Year => "tahun",
        }
    }

    /// The order of length, the same for all kinds of days.
    pub(super) fn rank(self) -> u8 {
        match self {
            Self::Second => 0,
            Self::Minute => 1,
            Self::Hour | Self::WorkingHour => 2,
            Self::Day | Self::WorkingDay | Self::CalendarDay => 3,
            Self::Week => 4,
            Self::Month => 5,
            Self::Year => 6,
        }
    }

    /// The unit told by a word alone, without `kerja` or `kalender` after it.
    fn of_word(word: &Token<'_>) -> Option<Self> {
        let names: [(Self, &[&str]); 10] = [
            (Self::Second, &["detik", "dtk", "second", "seconds"]),
            (
                Self::Minute,
                &[
                    "menit", "mnt", "mnit", "menti", "meni", "menut", "minit", "mneit", "menitt",
                    "minute", "minutes", "min", "′",
                ],
            ),
            (Self::Hour, &["jam", "jm", "hour", "hours"]),
            (
                Self::Day,
                &["hari", "hr", "hri", "hary", "hati", "hair", "day", "days"],
            ),
            (Self::WorkingDay, &["harikerja", "hk"]),
            (Self::CalendarDay, &["harikalender"]),
            (
                Self::Week,
                &["minggu", "mgg", "mingu", "minngu", "pekan", "week", "weeks"],
            ),
            (Self::Month, &["bulan", "bln", "buln", "month", "months"]),
            (Self::Year, &["tahun", "thn", "th", "year", "years"]),
            (Self::WorkingHour, &["jamkerja"]),
        ];
        names
            .iter()
            .find_map(|(unit, words)| word.is_any(words).then_some(*unit))
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

const WORKING: &[&str] = &[
    "kerja", "krja", "keja", "kerj", "kerrja", "karja", "kejra", "kera", "kerjaa", "ketja",
    "kerha", "working",
];
const CALENDAR: &[&str] = &[
    "kalender", "kalendar", "kelender", "calendar", "kalener", "takwim",
];

/// The unit at `at` and the index after it.
pub(super) fn read_unit(tokens: &[Token<'_>], at: usize) -> Option<(Unit, usize)> {
    let word = tokens.get(at)?;
    if is_minute_mark(tokens, at) {
        return Some((Unit::Minute, at + 1));
    }
    let unit = Unit::of_word(word)?;
    let mut next = at + 1;
    // `mnt.` but not the end of a sentence.
    if tokens.get(next).is_some_and(|t| t.text == ".")
        && tokens.get(next + 1).is_some_and(|t| t.is_any(WORKING))
    {
        next += 1;
    }
    if tokens
        .get(next)
        .is_some_and(|t| t.text == "-" && t.range.start == word.range.end)
    {
        next += 1;
    }
    let (unit, used) = day_kind(unit, tokens.get(next));
    if used {
        return Some((unit, next + 1));
    }
    // Slips of `hari` that are words of their own.
    let misread = word.is_any(&["hati", "hair"]);
    (!misread).then_some((unit, at + 1))
}

/// `15'`, but not the closing quote of `'paling lama 15'`.
fn is_minute_mark(tokens: &[Token<'_>], at: usize) -> bool {
    let mark = |token: &Token<'_>| matches!(token.text, "'" | "’" | "‘" | "`");
    let (Some(token), Some(before)) = (
        tokens.get(at).filter(|token| mark(token)),
        at.checked_sub(1).and_then(|at| tokens.get(at)),
    ) else {
        return false;
    };
    let earlier = tokens.get(at.saturating_sub(12)..at).unwrap_or_default();
    before.kind == TokenKind::Number
        && before.range.end == token.range.start
        && !earlier.iter().any(mark)
        && tokens
            .get(at + 1)
            .is_none_or(|next| next.range.start > token.range.end || next.kind == TokenKind::Sign)
}

/// Makes a day or an hour a working or a calendar one when `word` says so.
pub(super) fn day_kind(unit: Unit, word: Option<&Token<'_>>) -> (Unit, bool) {
    let Some(word) = word else {
        return (unit, false);
    };
    match unit {
        Unit::Day if word.is_any(WORKING) => (Unit::WorkingDay, true),
        Unit::Day if word.is_any(CALENDAR) => (Unit::CalendarDay, true),
        Unit::Hour if word.is_any(WORKING) => (Unit::WorkingHour, true),
        _ => (unit, false),
    }
}

/// The unit of `sehari`, `seminggu`: one of it, in a single word.
pub(super) fn single(word: &Token<'_>) -> Option<Unit> {
    [
        ("semenit", Unit::Minute),
        ("sejam", Unit::Hour),
        ("sehari", Unit::Day),
        ("seminggu", Unit::Week),
        ("sepekan", Unit::Week),
        ("sebulan", Unit::Month),
        ("setahun", Unit::Year),
    ]
    .iter()
    .find_map(|(name, unit)| word.is(name).then_some(*unit))
}

/// Whether the word is the name of a unit.
pub(super) fn is_unit(word: &Token<'_>) -> bool {
    Unit::of_word(word).is_some()
}
