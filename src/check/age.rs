//! `age`: something was done not too long ago.

use jiff::Span;
use serde::Deserialize;

use super::{Check, Mistake, Target, patterns::Patterns};
use crate::{
    document::{NodeId, Path, Step},
    finding::Hit,
    rule::Environment,
    text::Phrase,
    value::date::{Date, DateError},
};

/// The date of a key, or one that a text gives, is not older than so many years and months. Of a date
/// without day or month the last day counts that it may be.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Age {
    /// The most years.
    #[serde(default)]
    years: i16,
    /// The most months, beside the years.
    #[serde(default)]
    months: i16,
    /// Keys of the node with the date; the latest counts.
    #[serde(default)]
    keys: Vec<String>,
    /// Whether the first of the keys must be without a date, not with one: then the others only
    /// stand in for it.
    #[serde(default)]
    first_missing: bool,
    /// Values of `status` of documents that this does not concern.
    #[serde(default)]
    unless_status: Vec<String>,
    /// Regular expressions, each with a group `date`: look into the text of the node instead.
    #[serde(default)]
    patterns: Patterns,
}

impl Check for Age {
    fn arguments(&self) -> &'static [&'static str] {
        if self.patterns.is_empty() {
            &["value", "years", "title"]
        } else {
            &["value", "years"]
        }
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        if self.keys.is_empty() == self.patterns.is_empty() {
            let message = Phrase::new(
                "di sini harus ada `keys` atau `patterns`, salah satu saja",
                "either `keys` or `patterns` must stand here",
            );
            return Err(vec![Mistake::new(Path::root(), message)]);
        }
        if self.years < 0 || self.months < 0 || self.years.max(self.months) == 0 {
            let message = Phrase::new(
                "di sini harus ada `years` atau `months` di atas nol",
                "`years` or `months` above zero must stand here",
            );
            return Err(vec![Mistake::new(Path::root(), message)]);
        }
        let mistakes = self.patterns.mistakes("patterns", environment);
        if mistakes.is_empty() {
            Ok(())
        } else {
            Err(mistakes)
        }
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        if self.patterns.is_empty() {
            hits.extend(self.keys(target));
        } else {
            hits.extend(self.text(target));
        }
    }
}

impl Age {
    fn is_old(&self, date: Date, target: &Target<'_>) -> bool {
        let limit = Span::new().try_years(self.years);
        let limit = limit.and_then(|limit| limit.try_months(self.months));
        // On the very day it is not yet over.
        let last = limit.and_then(|limit| date.civil().checked_add(limit));
        last.is_ok_and(|last| target.today.is_after(last))
    }

    fn keys(&self, target: &Target<'_>) -> Option<Hit> {
        let document = target.document;
        let dated = |key: &String| -> Option<(Date, NodeId)> {
            let node = document.get(target.node, key)?;
            Some((last_day(document.text(node)?)?, node))
        };
        let status = document.get(target.node, "status");
        let status = status.and_then(|node| document.text(node)).map(str::trim);
        let is_dated = self.keys.first().and_then(dated).is_some();
        if is_dated == self.first_missing
            || self
                .unless_status
                .iter()
                .any(|unless| Some(unless.as_str()) == status)
        {
            return None;
        }
        let (date, node) = self
            .keys
            .iter()
            .filter_map(dated)
            .max_by_key(|(date, _)| *date)?;
        let hit = target.with(node).hit();
        let written = document.text(node).unwrap_or_default();
        let key = match hit.path.steps().last() {
            Some(Step::Key(key)) => key.clone(),
            _ => String::new(),
        };
        let hit = hit
            .argument("title", target.title(&key))
            .argument("value", Phrase::same(written.trim().to_owned()))
            .argument("years", Phrase::same(self.years.to_string()));
        self.is_old(date, target).then_some(hit)
    }

    fn text(&self, target: &Target<'_>) -> Option<Hit> {
        let text = target.text()?;
        if !text.contains(|sign: char| sign.is_ascii_digit()) {
            return None;
        }
        let places: Vec<_> = self
            .patterns
            .candidates(text)
            .flat_map(|pattern| pattern.captures_iter(text))
            .filter_map(|found| found.get_group_by_name("date"))
            .map(|place| place.range())
            .collect();
        if places.is_empty() {
            return None;
        }
        // `PermenPAN-RB Nomor 14 Tahun 2017` gives no date of an evaluation.
        let cited = target.readings.texts().cited(text);
        let (date, place) = places
            .into_iter()
            .filter(|place| !cited.iter().any(|c| c.range.contains(&place.start)))
            .filter_map(|place| Some((last_day(text.get(place.clone())?)?, place)))
            .max_by_key(|(date, _)| *date)?;
        let words = text.get(place.clone()).unwrap_or_default();
        let words = Phrase::same(words.to_owned());
        self.is_old(date, target).then(|| {
            target
                .hit_part(place)
                .argument("value", words)
                .argument("years", Phrase::same(self.years.to_string()))
        })
    }
}

/// The date of a text, or the last day that it leaves open.
fn last_day(text: &str) -> Option<Date> {
    match Date::parse(text) {
        Ok(date) => Some(date),
        Err(DateError::YearOnly { year, .. }) => Date::new(year, 12, 31),
        Err(DateError::NoDay { year, month, .. }) => {
            (28..=31).rev().find_map(|day| Date::new(year, month, day))
        }
        Err(_) => None,
    }
}
