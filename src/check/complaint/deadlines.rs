//! When a complaint is answered and decided.

use std::ops::Range;

use super::{Channels, Hit, NamedList, Target, When, hit_in, quoted};
use crate::{
    finding::Severity,
    value::duration::{Amount, Bound, Case, Unit, Use},
};

/// The words that tell what a time is promised for.
pub(super) struct Words<'a> {
    pub(super) words: &'a NamedList,
    pub(super) other: &'a NamedList,
    pub(super) unless: &'a NamedList,
}

/// Where a sentence tells what a time is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    Behind,
}

pub(super) fn late(
    target: &Target<'_>,
    read: &Channels,
    words: &Words<'_>,
    days: u64,
    when: When,
    hits: &mut Vec<Hit>,
) {
    for line in &read.statements {
        if !words.words.is_in(&line.text) {
            continue;
        }
        let times = line.times(target.readings.texts());
        let mut from = 0;
        for (at, time) in times.iter().enumerate() {
            let case = &time.case;
            let next = times.get(at + 1).map(|next| next.case.range.start);
            let purpose = purpose(&line.text, words, from, case.range.clone(), next);
            from = purpose
                .as_ref()
                .map_or(case.range.end, |(_, end)| (*end).max(case.range.end));
            let Some((side, _)) = purpose.filter(|(side, _)| side.is_some()) else {
                continue;
            };
            let promised = time.usage == Use::Time
                && !case.open
                && !matches!(case.bound, Bound::About | Bound::AtLeast | Bound::MoreThan);
            if promised && is_late(case, days, when) {
                let hit = hit_in(target, line, case.range.clone());
                hits.extend(hit.map(|hit| {
                    let hit = hit.argument("value", quoted(line, case.range.clone()));
                    // Words behind a time may begin the next thought.
                    if side == Some(Side::Behind) && when == When::Certain {
                        hit.severity(Severity::Warning)
                    } else {
                        hit
                    }
                }));
            }
        }
    }
}

/// On which side of the time the words stand, none where it is for something else, and the end
/// of the words behind it that belong to this time.
fn purpose(
    text: &str,
    words: &Words<'_>,
    from: usize,
    time: Range<usize>,
    next: Option<usize>,
) -> Option<(Option<Side>, usize)> {
    let start = sentence_start(text, from, time.start);
    let before = text.get(start..time.start)?;
    let end = sentence_end(text, time.end, next.unwrap_or(text.len()));
    let behind = text.get(time.end..end)?;
    if words.unless.is_in(before) {
        return Some((None, time.end));
    }
    if words.other.is_in(before) {
        return Some((None, time.end));
    }
    if words.words.is_in(before) {
        return Some((Some(Side::Before), time.end));
    }
    // `sejak tanggapan diterima` tells when the time begins, not what it is for.
    let low = behind.to_ascii_lowercase();
    let cut = [
        "sejak",
        "setelah",
        "sesudah",
        "terhitung",
        "dari",
        "semenjak",
    ]
    .iter()
    .filter_map(|word| low.find(word))
    .min();
    // What follows a comma belongs to the next time, if to any.
    let comma = behind.find(',');
    let cut = cut.into_iter().chain(comma).min();
    let behind = behind.get(..cut.unwrap_or(behind.len()))?;
    let (mine, others) = (words.words.find(behind), words.other.find(behind));
    let end = |found: &Range<usize>| time.end + found.end;
    match (mine.first(), others.first()) {
        (_, Some(other)) => Some((None, end(other))),
        (Some(mine), None) if words.unless.is_in(behind) => Some((None, end(mine))),
        (Some(mine), None) => Some((Some(Side::Behind), end(mine))),
        (None, None) => None,
    }
}

/// Where the sentence of the byte `at` begins, not before `from`.
fn sentence_start(text: &str, from: usize, at: usize) -> usize {
    let before = text.get(from..at).unwrap_or_default();
    let stops = before.rmatch_indices(['.', ';', '\n', ':']);
    for (stop, sign) in stops {
        let rest = before.get(stop + sign.len()..).unwrap_or_default();
        if sign != "." || is_full_stop(before.get(..stop).unwrap_or_default(), rest) {
            // A heading and its colon say what the time is for: `Tanggapan: 14 hari`.
            if sign != ":" {
                return from + stop + sign.len();
            }
        }
    }
    from
}

fn sentence_end(text: &str, at: usize, limit: usize) -> usize {
    let behind = text.get(at..limit).unwrap_or_default();
    for (stop, sign) in behind.match_indices(['.', ';', '\n']) {
        let rest = behind.get(stop + 1..).unwrap_or_default();
        if sign != "." || is_full_stop(behind.get(..stop).unwrap_or_default(), rest) {
            return at + stop;
        }
    }
    limit
}

/// Words of three letters or more that are shortened with a dot right before a time.
const SHORTENED: [&str; 5] = ["maks", "max", "mak", "min", "dlm"];

/// A dot behind a word of three letters or more and before a space ends a sentence.
fn is_full_stop(before: &str, rest: &str) -> bool {
    let word = before.trim_end_matches(char::is_alphabetic).len();
    let word = before.get(word..).unwrap_or_default();
    let is_shortened = SHORTENED
        .iter()
        .any(|known| word.eq_ignore_ascii_case(known));
    (rest.is_empty() || rest.starts_with(char::is_whitespace))
        && word.chars().nth(2).is_some()
        && !is_shortened
}

/// Whether a time is surely longer than so many days, or, counted in working days, may be.
fn is_late(case: &Case, limit: u64, when: When) -> bool {
    let Some(days) = least_days(&case.high) else {
        return false;
    };
    match when {
        When::Certain => days > limit,
        When::WorkingDays => {
            let working = case.unit() == Some(Unit::WorkingDay);
            // Two days of rest follow on every five of work.
            let calendar = days + 2 * (days.saturating_sub(1) / 5);
            working && days <= limit && calendar > limit
        }
    }
}

/// The fewest calendar days that a time can be.
fn least_days(amount: &Amount) -> Option<u64> {
    let mut days: u64 = 0;
    for part in &amount.parts {
        let number = part.number.whole()?;
        let each = match part.unit {
            Unit::Second | Unit::Minute => 0,
            Unit::Hour | Unit::WorkingHour => {
                let hours = number.saturating_mul(part.times.unwrap_or(1));
                days = days.saturating_add(hours / 24);
                continue;
            }
            Unit::Day | Unit::WorkingDay | Unit::CalendarDay => 1,
            Unit::Week => 7,
            Unit::Month => 28,
            Unit::Year => 365,
        };
        let number = number.saturating_mul(part.times.unwrap_or(1));
        days = days.saturating_add(number.saturating_mul(each));
    }
    Some(days)
}
