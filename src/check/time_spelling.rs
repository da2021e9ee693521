//! Whether a time is spelt as people expect it.

use std::ops::Range;

use crate::value::duration::{Case, Duration, Part, Unit};

/// Other words for a unit that are right, too.
const SYNONYMS: [(Unit, &str); 3] = [
    (Unit::Week, "pekan"),
    (Unit::CalendarDay, "hari takwim"),
    // The sign of the unit in every country.
    (Unit::Minute, "min"),
];

/// Whether a unit is shortened or misspelt, or something is run together with its number. A
/// number whose words say something else is another gap, and products (`1x24 jam`) have no form
/// that everyone knows.
pub(super) fn is_odd(text: &str, case: &Case) -> bool {
    let is_clear = |part: &Part| part.times.is_none() && part.agrees != Some(false);
    case.parts().all(is_clear) && case.parts().any(|part| is_odd_part(text, part))
}

fn is_odd_part(text: &str, part: &Part) -> bool {
    // `sehari` is its own number.
    if part.unit_range == part.number_range {
        return false;
    }
    has_odd_unit(text, part) || is_run_together(text, part)
}

fn has_odd_unit(text: &str, part: &Part) -> bool {
    let written = text.get(part.unit_range.clone()).unwrap_or_default();
    let words = written.split(|c: char| !c.is_alphabetic());
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    let written = words.join(" ").to_lowercase();
    let is_known = |(unit, name): &(Unit, &str)| *unit == part.unit && *name == written;
    written != part.unit.name() && !SYNONYMS.iter().any(is_known) && !is_explained(text, part)
}

/// `30 HK (hari kerja)`: what the short form means stands behind it.
fn is_explained(text: &str, part: &Part) -> bool {
    let behind = text.get(part.unit_range.end..).unwrap_or_default();
    let bracket = behind.trim_start().strip_prefix('(');
    let inside = bracket.and_then(|inside| inside.split_once(')'));
    inside.is_some_and(|(inside, _)| inside.trim().eq_ignore_ascii_case(part.unit.name()))
}

/// `3hari`, `3(tiga) hari`, `3 (tiga)hari`.
fn is_run_together(text: &str, part: &Part) -> bool {
    let between = |start: usize, end: usize| text.get(start..end).unwrap_or(" ");
    match &part.words_range {
        None => between(part.number_range.end, part.unit_range.start).is_empty(),
        Some(words) => {
            let before = between(part.number_range.end, words.start);
            let behind = between(words.end, part.unit_range.start);
            before.starts_with('(') || behind.ends_with(')')
        }
    }
}

/// Whether the text says the same time with `standard` in the place of these bytes.
pub(super) fn says_same(text: &str, range: &Range<usize>, standard: &str) -> bool {
    let parts = (text.get(..range.start), text.get(range.end..));
    let (Some(before), Some(behind)) = parts else {
        return false;
    };
    let mended = [before, standard, behind].concat();
    match (Duration::parse(text), Duration::parse(&mended)) {
        (Ok(old), Ok(new)) => old.same_value(&new),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_odd, says_same};
    use crate::value::duration::Duration;

    #[test]
    fn only_what_is_shortened_misspelt_or_run_together_is_odd() {
        let table = [
            ("3 hr kerja", Some("3 (tiga) hari kerja")),
            ("3(tiga)hari kerja", Some("3 (tiga) hari kerja")),
            ("3 (tiga)hari kerja", Some("3 (tiga) hari kerja")),
            ("30 mnt", Some("30 (tiga puluh) menit")),
            ("30menit", Some("30 (tiga puluh) menit")),
            ("15'", Some("15 (lima belas) menit")),
            ("1 jam 30 mnt", Some("1 (satu) jam 30 (tiga puluh) menit")),
            ("1-3 hr", Some("1 (satu) sampai dengan 3 (tiga) hari")),
            ("2 (dua) hari karja", Some("2 (dua) hari kerja")),
            ("2 HK", Some("2 (dua) hari kerja")),
            ("3 days", Some("3 (tiga) hari")),
            ("30 menit", None),
            ("30 Menit", None),
            ("3  ( tiga )  hari  kerja", None),
            ("2 pekan", None),
            ("sehari", None),
            ("satu hari kerja", None),
            ("tiga (3) hari kerja", None),
            ("1x24 jm", None),
            ("3 (empat) hr", None),
            ("30 HK (hari kerja)", None),
            ("15 mnt (menit)", None),
            ("hari-kerja 3", None),
        ];
        for (text, expected) in table {
            let case = Duration::parse(text).ok().map(|d| d.cases);
            let case = case.as_ref().and_then(|cases| cases.first());
            let standard = case
                .filter(|case| is_odd(text, case))
                .map(|case| case.amounts());
            assert_eq!(standard.as_deref(), expected, "{text}");
            if let (Some(case), Some(standard)) = (case, standard) {
                assert!(says_same(text, &case.range, &standard), "{text}");
            }
        }
    }
}
