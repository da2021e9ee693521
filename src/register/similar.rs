//! Finding a regulation by its title.

use super::title::{TitleMatch, Words, title_matches};
use super::{Entry, Key, Register, Status};
use crate::value::citation::Citation;

/// Least likeness of a title that is worth showing. At 0.85 two titles of seven words differ in
/// one; shorter ones must agree in every word.
const LEAST_LIKENESS: f32 = 0.85;

/// An entry whose title is like the one searched for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Suggestion<'a> {
    /// The entry.
    pub entry: &'a Entry,
    /// Likeness of the titles, 0.85 to 1 (the same but for spelling).
    pub likeness: f32,
}

impl Register {
    /// Entries whose title is nearly `title`, the best first; of equal ones those in force
    /// first, then the younger. Several laws may bear one title (`Kesehatan`).
    ///
    /// Titles are compared without case, punctuation, small words and known abbreviations.
    /// Listed are those with a likeness of at least 0.85: twice the shared words over all
    /// words, where a word may hold one typing error.
    pub fn similar(&self, title: &str) -> Vec<Suggestion<'_>> {
        let wanted = Words::of(title);
        if wanted.len() == 0 {
            return Vec::new();
        }
        let titles = self
            .titles
            .get_or_init(|| self.entries().iter().map(|e| Words::of(&e.title)).collect());
        let mut found: Vec<Suggestion<'_>> = self
            .entries()
            .iter()
            .zip(titles)
            // Titles of very different length cannot reach the likeness.
            .filter(|(_, words)| words.len() <= 4 * wanted.len() + 12)
            .map(|(entry, words)| Suggestion {
                entry,
                likeness: wanted.likeness(words),
            })
            .filter(|suggestion| suggestion.likeness >= LEAST_LIKENESS)
            .collect();
        found.sort_by(|a, b| {
            let order = |s: &Suggestion<'_>| {
                (
                    s.entry.status == Status::Repealed,
                    std::cmp::Reverse(s.entry.key.year()),
                )
            };
            b.likeness
                .total_cmp(&a.likeness)
                .then_with(|| order(a).cmp(&order(b)))
        });
        found
    }

    /// The regulation a citation with a wrong number or year most likely means.
    ///
    /// Given only when it is sure enough to be shown as a correction: the title is the same
    /// (likeness at least 0.95), kind and issuer are the same, and either number or year
    /// agrees, or only one regulation of that kind in force bears the title. So `UU 25/2004
    /// tentang Pelayanan Publik` gives UU 25/2009. Nothing for a citation whose number the
    /// register knows under a title that is not clearly another.
    pub fn suggest(&self, citation: &Citation) -> Option<&Entry> {
        let title = &citation.title.as_ref()?.text;
        let known = self.lookup(citation);
        if known.is_some_and(|e| title_matches(title, &e.title) != TitleMatch::Different) {
            return None;
        }
        let keys = Key::of(citation);
        let key = keys.first()?;
        let fits: Vec<&Entry> = self
            .similar(title)
            .into_iter()
            .filter(|s| s.likeness >= 0.95)
            .map(|s| s.entry)
            .filter(|e| e.key.kind() == key.kind() && e.key.issuer() == key.issuer())
            .filter(|e| !keys.contains(&e.key))
            .filter(|e| !e.repealed_by.iter().any(|by| keys.contains(&by.key)))
            .collect();
        let half = |e: &&&Entry| e.key.number() == key.number() || e.key.year() == key.year();
        let mut halves = fits.iter().filter(half);
        match (halves.next(), halves.next()) {
            (Some(only), None) => return Some(only),
            (Some(_), Some(_)) => return None,
            _ => {}
        }
        let mut in_force = fits.iter().filter(|e| e.status != Status::Repealed);
        match (in_force.next(), in_force.next()) {
            (Some(only), None) => Some(only),
            _ => None,
        }
    }
}
