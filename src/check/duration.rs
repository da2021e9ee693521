//! `duration`: the times of a component are definite and complete.

use std::ops::Range;

use serde::Deserialize;

use super::{
    Check, Mistake, Target,
    times::{Time, times},
    word_list::{self, NamedList},
};
use crate::{
    finding::{Hit, Severity},
    rule::Environment,
    text::Phrase,
    value::duration::{Bound, Case, Duration, DurationError, Unit},
};

/// A time, written as text, as a list of text, or as entries with the key `waktu`, must not
/// have this problem. A text that cannot be read is left alone.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DurationCheck {
    /// What to report.
    report: Report,
    /// A text with one of these words is left alone.
    #[serde(default)]
    unless: Option<NamedList>,
    /// Whether only entries with the key `waktu` are looked at, and plain text is not.
    #[serde(default)]
    only_entries: bool,
}

/// What can be wrong with a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Report {
    /// A number without a unit.
    NoUnit,
    /// `hari`, without `kerja` or `kalender`.
    DayKind,
    /// Opening hours, or how often something is done, in place of a time. The latter is a
    /// warning at most: there are services of which nothing else can be said.
    Schedule,
    /// Only a lower end: `minimal 3 hari`.
    NoUpperEnd,
    /// A lower and an upper end.
    Range,
    /// `estimasi`, `±`.
    Estimate,
    /// A condition that takes the promise back: `5 hari tergantung beratnya`.
    Open,
}

impl Check for DurationCheck {
    fn arguments(&self) -> &'static [&'static str] {
        &["value", "match", "upper"]
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        let lists = self.unless.as_mut().map(|list| ("unless", list));
        word_list::prepare(lists, environment)
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let times = times(target);
        let mut in_durations = Vec::new();
        for time in &times {
            let is_left = |list: &NamedList| list.is_in(time.text);
            if self.unless.as_ref().is_some_and(is_left)
                || self.only_entries && time.entry.is_none()
            {
                continue;
            }
            match time.duration.as_ref() {
                Ok(duration) => {
                    let found = self.in_duration(time.text, duration);
                    in_durations.extend(found.into_iter().map(|found| (time, found)));
                }
                Err(error) => hits.extend(self.in_error(time, error, &times)),
            }
        }
        hits.extend(one_gap(&in_durations));
    }
}

impl DurationCheck {
    fn in_error(&self, time: &Time<'_>, error: &DurationError, all: &[Time<'_>]) -> Option<Hit> {
        let report = self.report;
        // A line beside others that give a time explains them.
        let explains = time.is_line && all.iter().any(|other| other.duration.is_ok());
        let hit = match error {
            DurationError::NoUnit { range } if report == Report::NoUnit => {
                let has_unit = all.iter().any(|other| tells_unit(other, time));
                (!has_unit).then(|| hit(time, range))
            }
            DurationError::OpeningHours { range } if report == Report::Schedule => {
                Some(hit(time, range))
            }
            DurationError::Frequency { range } if report == Report::Schedule => {
                Some(hit(time, range).severity(Severity::Warning))
            }
            _ => None,
        };
        hit.filter(|_| !explains)
    }

    /// The cases that have the problem, each with what to underline.
    fn in_duration<'d>(&self, text: &str, duration: &'d Duration) -> Vec<(Range<usize>, &'d Case)> {
        let cases = &duration.cases;
        match self.report {
            Report::DayKind if tells_day_kind(text, duration) => Vec::new(),
            Report::DayKind => cases.iter().filter_map(open_day).collect(),
            Report::NoUpperEnd => {
                let only_lower = cases.iter().all(|case| case.bound.is_lower());
                let lower = cases.iter().filter(|_| only_lower);
                lower.map(|case| (whole(case), case)).collect()
            }
            Report::Range => {
                let ranges = cases.iter().filter(|case| case.low.is_some());
                ranges.map(|case| (case.range.clone(), case)).collect()
            }
            Report::Estimate => {
                let about = cases.iter().filter(|case| case.bound == Bound::About);
                about.map(|case| (whole(case), case)).collect()
            }
            Report::Open => {
                let open = cases.iter().filter(|case| case.open);
                let range = |case: &Case| case.condition.clone().unwrap_or(case.range.clone());
                open.map(|case| (range(case), case)).collect()
            }
            Report::NoUnit | Report::Schedule => Vec::new(),
        }
    }
}

/// One gap for all cases of a component: the first is underlined, the others belong to it.
fn one_gap(found: &[(&Time<'_>, (Range<usize>, &Case))]) -> Option<Hit> {
    let ((time, (range, case)), rest) = found.split_first()?;
    let mut gap = hit(time, range)
        .argument("value", written(time.text, &case.range))
        .argument("upper", upper(case));
    for (time, (range, _)) in rest {
        let document = time.target.document;
        let node = time.target.node;
        let span = document.place(node).part(range.clone());
        let message = Phrase::new("juga di sini", "here too");
        gap = gap.related(document.path_of(node), span, message);
    }
    Some(gap)
}

fn hit(time: &Time<'_>, range: &Range<usize>) -> Hit {
    let gap = time.target.hit_part(range.clone());
    gap.argument("match", written(time.text, range))
}

fn written(text: &str, range: &Range<usize>) -> Phrase {
    Phrase::same(text.get(range.clone()).unwrap_or_default().to_owned())
}

/// A time with its bound.
fn whole(case: &Case) -> Range<usize> {
    let bound = case.bound_range.as_ref().unwrap_or(&case.range);
    bound.start.min(case.range.start)..bound.end.max(case.range.end)
}

/// The upper end in standard words: `2 hari kerja`.
fn upper(case: &Case) -> Phrase {
    Phrase::same(case.high.to_string())
}

/// A plain `hari`, unless the same time is told in hours beside it.
fn open_day(case: &Case) -> Option<(Range<usize>, &Case)> {
    let part = case.high.parts.iter().find(|part| part.unit == Unit::Day)?;
    let start = case.range.start.min(part.number_range.start);
    (case.conversion.is_none()).then_some((start..part.unit_range.end, case))
}

/// Whether the text says apart from its times which days are meant: `5 hari (hari kerja)`.
fn tells_day_kind(text: &str, duration: &Duration) -> bool {
    let units = duration.cases.iter().flat_map(Case::parts);
    let taken: Vec<_> = units.map(|part| part.unit_range.clone()).collect();
    ["kerja", "kalender", "libur"].iter().any(|word| {
        text.to_ascii_lowercase()
            .match_indices(word)
            .any(|(at, _)| !taken.iter().any(|unit| unit.contains(&at)))
    })
}

/// Whether `other` names a unit for the bare number of `time`: a heading, or a key beside it.
fn tells_unit(other: &Time<'_>, time: &Time<'_>) -> bool {
    let names = |text: &str| {
        let mut words = text.split(|c: char| !c.is_alphabetic());
        let units = ["detik", "menit", "jam", "hari", "minggu", "bulan", "tahun"];
        words.any(|word| units.iter().any(|unit| word.eq_ignore_ascii_case(unit)))
    };
    let document = time.target.document;
    let heading = other.target.node != time.target.node && names(other.text);
    let beside = time.entry.is_some_and(|entry| {
        let values = document.entries(entry);
        values.into_iter().any(|(key, value)| {
            names(key) || value != time.target.node && document.text(value).is_some_and(names)
        })
    });
    heading && other.is_line && time.is_line || beside
}
