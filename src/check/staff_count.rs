//! `staff_count`: there are enough people for the roles that the procedure gives them.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{
    Check, Mistake, Target,
    flow::clipped,
    word_list::{self, NamedList},
};
use crate::{
    document::NodeId,
    finding::Hit,
    rule::Environment,
    text::Phrase,
    value::numeral::{self, Numeral},
};

/// Most roles that a message names.
const MOST_NAMED: usize = 6;

/// The number of staff at the node must not be smaller than the number of roles in `pelaksana`
/// of the steps. One person may have several roles, so this is a question, not a gap; asked only
/// where all numbers of the text together are fewer than the roles that are certainly several.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StaffCount {
    /// Words for those who are served.
    applicants: NamedList,
    /// First words of actors who are no staff of the unit: other bodies, teams, systems.
    others: NamedList,
    /// Words by which the text leaves the number open.
    open: NamedList,
}

impl Check for StaffCount {
    fn arguments(&self) -> &'static [&'static str] {
        &["number", "count", "roles"]
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        let lists = [
            ("applicants", &mut self.applicants),
            ("others", &mut self.others),
            ("open", &mut self.open),
        ];
        word_list::prepare(lists, environment)
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let Some(number) = self.number(target) else {
            return;
        };
        let Some(flow) = target.readings.flow(target.document) else {
            return;
        };
        // In the order of the text, each with where it stands first.
        let mut roles: BTreeMap<String, (usize, NodeId, &str)> = BTreeMap::new();
        for (index, step) in flow.steps.iter().enumerate() {
            for actor in &step.actors {
                if self.is_role(&actor.text) {
                    let words: Vec<_> = actor.text.split_whitespace().collect();
                    let key = words.join(" ").to_lowercase();
                    roles.entry(key).or_insert((index, actor.node, &actor.text));
                }
            }
        }
        let roles = distinct(&roles);
        if u64::try_from(roles.len()).unwrap_or(u64::MAX) <= number {
            return;
        }
        let mut names: Vec<_> = roles.iter().map(|(_, _, name)| clipped(name)).collect();
        names.truncate(MOST_NAMED);
        if roles.len() > names.len() {
            names.push("…".to_owned());
        }
        let mut hit = target
            .hit()
            .argument("number", Phrase::same(number.to_string()))
            .argument("count", Phrase::same(roles.len().to_string()))
            .argument("roles", Phrase::same(names.join(", ")));
        for (_, node, _) in roles.iter().take(MOST_NAMED) {
            let document = target.document;
            let message = Phrase::new("peran dalam prosedur", "a role in the procedure");
            hit = hit.related(
                document.path_of(*node),
                document.place(*node).value(),
                message,
            );
        }
        hits.push(hit);
    }
}

impl StaffCount {
    /// All numbers of the text together: no reading of it gives more people.
    fn number(&self, target: &Target<'_>) -> Option<u64> {
        let keys: [&str; 0] = [];
        let mut sum = 0_u64;
        for node in target.entries(&keys) {
            let text = target.document.text(node)?;
            if self.open.is_in(text) || counts_in_words(text) {
                return None;
            }
            for digits in text.split(|c: char| !c.is_ascii_digit()) {
                if !digits.is_empty() {
                    sum = sum.saturating_add(digits.parse().ok()?);
                }
            }
        }
        (sum > 0).then_some(sum)
    }

    /// Whether an actor is one person of the staff.
    fn is_role(&self, actor: &str) -> bool {
        let joined = actor.contains(['/', ',', '&', '+', ';', '(']);
        let joined = joined
            || actor
                .split_whitespace()
                .any(|word| word == "dan" || word == "atau");
        let begins = self.others.find(actor);
        let is_other = begins.first().is_some_and(|range| range.start == 0);
        !joined && !is_other && !self.applicants.is_in(actor)
    }
}

/// Whether a number stands in words alone, beside no digits: `dua orang`.
fn counts_in_words(text: &str) -> bool {
    let bracketed = numeral::pairs(text);
    let mut end = 0;
    text.split(|c: char| !c.is_alphabetic()).any(|word| {
        let start = end;
        end = start
            + word.len()
            + text
                .get(start + word.len()..)
                .and_then(|rest| rest.chars().next())
                .map_or(0, char::len_utf8);
        let is_bracketed = bracketed
            .iter()
            .any(|pair| pair.words_range.contains(&start));
        !word.is_empty() && !is_bracketed && Numeral::parse(word).is_ok_and(|word| !word.guess)
    })
}

/// Roles that are not another one in fewer words: `Petugas` may be `Petugas Loket`.
fn distinct<'a>(
    roles: &BTreeMap<String, (usize, NodeId, &'a str)>,
) -> Vec<(usize, NodeId, &'a str)> {
    // Sorted, a name stands right before those that go on after it.
    let names: Vec<_> = roles.iter().collect();
    let goes_on = |at: usize, name: &str| {
        let next = names.get(at + 1).map(|(next, _)| next.as_str());
        next.is_some_and(|next| {
            next.strip_prefix(name)
                .is_some_and(|rest| rest.starts_with(' '))
        })
    };
    let mut found: Vec<_> = names
        .iter()
        .enumerate()
        .filter(|(at, (name, _))| !goes_on(*at, name))
        .map(|(_, (_, role))| **role)
        .collect();
    found.sort_unstable();
    found
}
