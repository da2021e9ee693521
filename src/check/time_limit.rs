//! `time_limit`: a time above the general limit rests on a regulation of its sector.

use std::collections::HashSet;

use serde::Deserialize;

use super::{
    Check, Mistake, Target,
    legal_bases::{Basis, legal_bases},
    times::times,
    word_list::{self, NamedList},
};
use crate::{
    document::{NodeId, Path},
    finding::Hit,
    register::Key,
    rule::Environment,
    text::Phrase,
    value::duration::{Amount, Assumptions, Unit},
};

/// A time must not be longer than so many working days, unless the legal bases name a
/// regulation that may set another limit. Legal bases that are missing or cannot be read are
/// left to other rules.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TimeLimit {
    /// The longest time in working days.
    working_days: u64,
    /// Ids of regulations that set no time for any service: `uu 25/2009`.
    general: Vec<String>,
    /// Words in titles of regulations that set no time for any service.
    general_titles: NamedList,
    /// Services with these words in their name are left alone.
    except: NamedList,
    #[serde(skip)]
    general_keys: HashSet<Key>,
}

impl Check for TimeLimit {
    fn arguments(&self) -> &'static [&'static str] {
        &["value", "limit"]
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        let lists = [
            ("general_titles", &mut self.general_titles),
            ("except", &mut self.except),
        ];
        let mut mistakes = word_list::prepare(lists, environment)
            .err()
            .unwrap_or_default();
        for (index, id) in self.general.iter().enumerate() {
            match id.parse::<Key>() {
                Ok(key) => {
                    self.general_keys.insert(key);
                }
                Err(_) => {
                    let message = Phrase::new(
                        format!("`{id}` bukan id peraturan seperti `uu 25/2009`"),
                        format!("`{id}` is no id of a regulation like `uu 25/2009`"),
                    );
                    let path = Path::root().key("general").index(index);
                    mistakes.push(Mistake::new(path, message));
                }
            }
        }
        if mistakes.is_empty() {
            Ok(())
        } else {
            Err(mistakes)
        }
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let longer: Vec<_> = times(target)
            .into_iter()
            .filter_map(|time| {
                let duration = time.duration();
                let duration = duration.as_ref().as_ref().ok()?;
                let mut cases = duration.cases.iter();
                let case = cases.find(|case| days(&case.high) > self.working_days)?;
                Some((time.target, case.range.clone()))
            })
            .collect();
        let Some((first, range)) = longer.first() else {
            return;
        };
        let name = target.top("nama").and_then(|name| name.text());
        if name.is_some_and(|name| self.except.is_in(name)) {
            return;
        }
        let bases = legal_bases(target);
        if bases.is_empty() || !bases.iter().all(|basis| self.is_general(basis)) {
            return;
        }
        let text = first.text().unwrap_or_default();
        let written = text.get(range.clone()).unwrap_or_default();
        let limit = self.working_days.to_string();
        let mut hit = first
            .hit_part(range.clone())
            .argument("value", Phrase::same(written.to_owned()))
            .argument("limit", Phrase::same(limit));
        for (other, range) in longer.iter().skip(1) {
            let span = target.document.place(other.node).part(range.clone());
            let message = Phrase::new("juga di sini", "here too");
            hit = hit.related(target.document.path_of(other.node), span, message);
        }
        if let Some(bases) = target.document.get(NodeId::ROOT, "dasar_hukum") {
            let message = Phrase::new(
                "di sini belum ada peraturan yang mengatur layanan ini",
                "no regulation of this service here",
            );
            let span = target.document.place(bases).key();
            hit = hit.related(target.document.path_of(bases), span, message);
        }
        hits.push(hit);
    }
}

impl TimeLimit {
    /// Whether a legal basis sets no time for this service for certain.
    fn is_general(&self, basis: &Basis) -> bool {
        !basis.citations.is_empty()
            && basis.citations.iter().all(|citation| {
                let keys = Key::of(citation);
                let is_known = || keys.iter().any(|key| self.general_keys.contains(key));
                let title = citation.title.as_ref().map_or("", |title| &title.text);
                citation.number.is_none() || is_known() || self.general_titles.is_in(title)
            })
    }
}

/// Working days that a time surely takes: plain `hari` may be calendar days, which are fewer.
fn days(amount: &Amount) -> u64 {
    let mut amount = amount.clone();
    for part in &mut amount.parts {
        if part.unit == Unit::Day {
            part.unit = Unit::CalendarDay;
        }
    }
    amount.working_days(&Assumptions::default())
}
