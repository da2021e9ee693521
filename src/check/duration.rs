//! `duration`: the times of a component are definite and complete.

use std::ops::Range;

use serde::Deserialize;

use super::{
    Check, Mistake, Sight, Target, rewrite, time_spelling,
    times::{Time, times},
    word_list::{self, NamedList},
};
use crate::{
    finding::{Edit, Fix, Hit, Severity},
    rule::Environment,
    text::Phrase,
    value::{
        duration::{Bound, Case, Duration, DurationError, Part, Unit},
        numeral::Decimal,
    },
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
    /// Units shortened or misspelt, or run together with their numbers: `3(tiga)hr kerja`.
    Spelling,
}

impl Check for DurationCheck {
    fn arguments(&self) -> &'static [&'static str] {
        &["value", "match", "upper", "expected"]
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        let lists = self.unless.as_mut().map(|list| ("unless", list));
        word_list::prepare(lists, environment)
    }

    fn sight(&self) -> Sight {
        Sight::Part
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let times = times(target);
        let mut found = Vec::new();
        for time in &times {
            let is_left = |list: &NamedList| list.is_in(time.text);
            if self.unless.as_ref().is_some_and(is_left)
                || self.only_entries && time.entry.is_none()
            {
                continue;
            }
            let gaps = match time.duration().as_ref() {
                Ok(duration) => self.in_duration(time.text, duration),
                Err(error) => self.in_error(time, error, &times).into_iter().collect(),
            };
            found.extend(gaps.into_iter().map(|gap| (time, gap)));
        }
        let mut hit = one_gap(&found);
        if let (Report::Spelling, Some(hit)) = (self.report, &mut hit) {
            hit.fix = fix(&found);
        }
        hits.extend(hit);
    }
}

impl DurationCheck {
    fn in_error(&self, time: &Time<'_>, error: &DurationError, all: &[Time<'_>]) -> Option<Gap> {
        // A line beside others that give a time explains them.
        if time.is_line && all.iter().any(|other| other.duration().is_ok()) {
            return None;
        }
        let has_unit = || all.iter().any(|other| tells_unit(other, time));
        let (range, severity) = match (self.report, error) {
            (Report::NoUnit, DurationError::NoUnit { range }) if !has_unit() => (range, None),
            (Report::Schedule, DurationError::OpeningHours { range }) => (range, None),
            (Report::Schedule, DurationError::Frequency { range }) => {
                (range, Some(Severity::Warning))
            }
            _ => return None,
        };
        Some(Gap {
            severity,
            ..Gap::new(range.clone())
        })
    }

    /// The cases that have the problem, each with what to underline.
    fn in_duration(&self, text: &str, duration: &Duration) -> Vec<Gap> {
        let only_lower = || duration.cases.iter().all(|case| case.bound.is_lower());
        // `15 menit (tergantung antrean), paling lama 60 menit` is a promise of 60 minutes.
        let is_capped = |case: &Case| {
            let mut behind = duration.cases.iter().skip_while(|other| *other != case);
            behind
                .nth(1)
                .is_some_and(|next| next.bound.is_upper() && next.label.is_none() && !next.open)
        };
        let place = |case: &Case| match self.report {
            Report::DayKind => open_day(case),
            Report::NoUpperEnd => only_lower().then(|| whole(case)),
            Report::Range => case.low.as_ref().map(|_| case.range.clone()),
            Report::Estimate => (case.bound == Bound::About).then(|| whole(case)),
            Report::Open if case.open && !is_capped(case) => {
                case.condition.clone().or(Some(case.range.clone()))
            }
            Report::Spelling => time_spelling::is_odd(text, case).then(|| case.range.clone()),
            Report::Open | Report::NoUnit | Report::Schedule => None,
        };
        if self.report == Report::DayKind && tells_day_kind(text, duration) {
            return Vec::new();
        }
        let gap = |case: &Case| {
            let gap = Gap::new(place(case)?);
            Some(Gap {
                value: case.range.clone(),
                upper: case.high.to_string(),
                standard: case.amounts(),
                ..gap
            })
        };
        duration.cases.iter().filter_map(gap).collect()
    }
}

/// A gap in one text.
struct Gap {
    /// What to underline.
    range: Range<usize>,
    /// The time concerned.
    value: Range<usize>,
    /// Its upper end in standard words: `2 (dua) hari kerja`.
    upper: String,
    /// The time without its bound in standard words.
    standard: String,
    /// How grave it is, where that differs from the rule.
    severity: Option<Severity>,
}

impl Gap {
    fn new(range: Range<usize>) -> Self {
        Self {
            value: range.clone(),
            range,
            upper: String::new(),
            standard: String::new(),
            severity: None,
        }
    }
}

/// One gap for a whole component: the first place is underlined, the others belong to it.
fn one_gap(found: &[(&Time<'_>, Gap)]) -> Option<Hit> {
    let ((time, gap), rest) = found.split_first()?;
    let mut hit = time
        .target
        .hit_part(gap.range.clone())
        .argument("match", written(time.text, &gap.range))
        .argument("value", written(time.text, &gap.value))
        .argument("upper", Phrase::same(gap.upper.clone()))
        .argument("expected", Phrase::same(gap.standard.clone()));
    for (time, gap) in rest {
        let document = time.target.document;
        let node = time.target.node;
        let span = document.place(node).part(gap.range.clone());
        let message = Phrase::new("juga di sini", "here too");
        hit = hit.related(document.path_of(node), span, message);
    }
    // As grave as the gravest of them.
    if found.iter().all(|(_, gap)| gap.severity.is_some()) {
        hit.severity = gap.severity;
    }
    Some(hit)
}

/// The standard form of all times that can be written so without saying anything else. Nothing
/// where the first of them cannot: the gap would stay.
fn fix(found: &[(&Time<'_>, Gap)]) -> Option<Fix> {
    let edit = |(time, gap): &(&Time<'_>, Gap)| {
        let says_same = time_spelling::says_same(time.text, &gap.value, &gap.standard);
        let span = rewrite::span(&time.target, &gap.value, &gap.standard)?;
        let text = gap.standard.clone();
        says_same.then_some(Edit { span, text })
    };
    let (_, gap) = found.first()?;
    edit(found.first()?)?;
    let title = match found {
        [_] => Phrase::new(
            format!("Tulis `{}`", gap.standard),
            format!("Write `{}`", gap.standard),
        ),
        _ => Phrase::new(
            "Tulis waktunya dalam bentuk baku",
            "Write the times in standard form",
        ),
    };
    Some(Fix {
        title,
        safe: true,
        edits: found.iter().filter_map(edit).collect(),
    })
}

fn written(text: &str, range: &Range<usize>) -> Phrase {
    Phrase::same(text.get(range.clone()).unwrap_or_default().to_owned())
}

/// A time with its bound.
fn whole(case: &Case) -> Range<usize> {
    let bound = case.bound_range.as_ref().unwrap_or(&case.range);
    bound.start.min(case.range.start)..bound.end.max(case.range.end)
}

/// A plain `hari`, unless the same time is told in hours beside it, or it is half a day.
fn open_day(case: &Case) -> Option<Range<usize>> {
    let is_open = |part: &&Part| part.unit == Unit::Day && part.number >= Decimal::from(1);
    let part = case.high.parts.iter().find(is_open)?;
    let start = case.range.start.min(part.number_range.start);
    case.conversion
        .is_none()
        .then_some(start..part.unit_range.end)
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
