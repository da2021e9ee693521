//! Fixes: changes of the bytes of a file that mend what was found in it.
//!
//! [`mend`] works in passes. Of the fixes that are offered, those that do not touch one another
//! are applied together, all edits of a fix or none; the result is parsed again, and everything
//! outside of the places that were mended must be what it was. What was found in the new text
//! is offered to the next pass, until nothing is left to mend. [`replace`] then puts the text
//! in the place of the file, whole or not at all.

mod compare;
mod diff;
mod edits;
mod kept;
mod offer;
mod write;

#[cfg(test)]
mod tests;

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    sync::Arc,
};

use self::offer::Gap;
pub use self::{
    diff::unified,
    kept::Kept,
    offer::Offer,
    write::{WriteError, replace},
};
use crate::{
    document::{self, Limits, Parsed, Problem, ProblemKind},
    finding::RuleId,
    source::{Encoding, Source},
    text::Phrase,
};

/// Most passes over one file. Nearly all files need one, or two where fixes touch.
const MOST_PASSES: usize = 20;

/// How often fixes for the same gap may be applied before they count as coming back.
const MOST_REPEATS: usize = 3;

/// How often a file is begun anew without the fixes that came back.
const MOST_STARTS: usize = 6;

/// From which of them on all fixes of their rules are left out, so that what other rules mend is
/// not lost with them.
const RULES_FROM_START: usize = 2;

/// Most trials in one pass to find the fixes that change more than they should.
const MOST_TRIALS: usize = 64;

/// A fix that was not applied although it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The rule of the finding.
    pub rule: RuleId,
    /// JSON Pointer of the finding; empty where it is about the whole file.
    pub path: String,
    /// Why.
    pub reason: RefusedReason,
}

/// Why a fix was not applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RefusedReason {
    /// The file is in UTF-16, in which sopan does not write.
    Utf16,
    /// Parts of the file are not YAML, so nobody can say what a change would do there.
    BrokenForm,
    /// It would have changed more than the place it is about.
    ChangesMore,
    /// What it mended was there again afterwards.
    ComesBack,
}

impl RefusedReason {
    /// For people.
    pub fn words(self) -> Phrase {
        match self {
            Self::Utf16 => Phrase::new(
                "berkasnya memakai UTF-16; simpan ulang sebagai UTF-8, lalu jalankan lagi",
                "the file is in UTF-16; save it as UTF-8 and run again",
            ),
            Self::BrokenForm => Phrase::new(
                "susunan YAML berkas ini salah; perbaiki itu dahulu",
                "the YAML of this file is broken; mend that first",
            ),
            Self::ChangesMore => Phrase::new(
                "perbaikan itu akan mengubah bagian lain dari dokumen",
                "that fix would change other parts of the document",
            ),
            Self::ComesBack => Phrase::new(
                "hal yang sama muncul lagi setelah diperbaiki",
                "the same gap was there again after it was mended",
            ),
        }
    }
}

/// How many gaps were mended, by rule.
type Counts = BTreeMap<RuleId, usize>;

/// A file after all passes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mended {
    /// Its bytes; those it had where nothing was mended.
    pub bytes: Vec<u8>,
    /// What of the file is in them as it was; nothing where nothing was mended.
    pub kept: Kept,
    /// How many gaps were mended, by rule.
    pub fixed: BTreeMap<RuleId, usize>,
    /// What could not be applied, in the order it was met.
    pub refused: Vec<Refused>,
}

/// Mends a file. `offers` gives the fixes for a text of it; it is asked again for each text
/// that a pass makes.
pub fn mend(bytes: &[u8], limits: &Limits, mut offers: impl FnMut(&[u8]) -> Vec<Offer>) -> Mended {
    let mut mended = Mended {
        bytes: bytes.to_owned(),
        ..Mended::default()
    };
    let first = offers(bytes);
    if first.is_empty() {
        return mended;
    }
    let whole_file = |reason| {
        let rules: BTreeSet<RuleId> = first.iter().map(|offer| offer.rule).collect();
        let refused = |rule| Refused {
            rule,
            path: String::new(),
            reason,
        };
        rules.into_iter().map(refused).collect()
    };
    let start = match Text::read(bytes.to_owned(), limits) {
        Ok(start) => start,
        Err(reason) => {
            mended.refused = whole_file(reason);
            return mended;
        }
    };
    let mut run = Run {
        limits,
        banned: HashSet::new(),
        banned_rules: HashSet::new(),
        refused: Vec::new(),
    };
    for number in 0..MOST_STARTS {
        match run.all_passes(&start, first.clone(), &mut offers) {
            Ok(all) => {
                return Mended {
                    refused: run.refused,
                    ..all
                };
            }
            Err(came_back) => {
                for gap in came_back {
                    if number >= RULES_FROM_START {
                        run.banned_rules.insert(gap.rule);
                    }
                    run.refuse(gap, RefusedReason::ComesBack);
                }
            }
        }
    }
    mended.refused = whole_file(RefusedReason::ComesBack);
    mended
}

/// The text of a file and its trees.
struct Text {
    source: Arc<Source>,
    parsed: Parsed,
    /// Bytes of the file before the text.
    mark: usize,
    /// What of the text of the file is in this one as it was.
    kept: Kept,
}

const MARK: &[u8] = "\u{feff}".as_bytes();

impl Text {
    fn read(bytes: Vec<u8>, limits: &Limits) -> Result<Self, RefusedReason> {
        let source = Source::decode("", bytes).map_err(|_| RefusedReason::BrokenForm)?;
        let mark = match source.encoding() {
            Encoding::Utf8 => 0,
            Encoding::Utf8Bom => MARK.len(),
            Encoding::Utf16Le | Encoding::Utf16Be => return Err(RefusedReason::Utf16),
        };
        let source = Arc::new(source);
        let parsed = document::parse(&source, limits);
        let of_documents = parsed.documents.iter().flat_map(|d| d.problems());
        let mut problems = parsed.problems.iter().chain(of_documents);
        let hides =
            |problem: &Problem| ProblemKind::hiding().any(|name| name == problem.kind.name());
        if problems.any(hides) {
            return Err(RefusedReason::BrokenForm);
        }
        let kept = Kept::all(source.text().len());
        Ok(Self {
            source,
            parsed,
            mark,
            kept,
        })
    }

    fn bytes(&self) -> Vec<u8> {
        let mark = MARK.get(..self.mark).unwrap_or_default();
        [mark, self.source.text().as_bytes()].concat()
    }

    /// This text with these fixes, where nothing else changes by them.
    fn with(&self, chosen: &[&Offer], limits: &Limits) -> Option<Self> {
        let (text, changes) = edits::apply(self.source.text(), self.mark, chosen)?;
        let mark = MARK.get(..self.mark)?;
        let mut after = Self::read([mark, text.as_bytes()].concat(), limits).ok()?;
        let is_sound = after.mark == self.mark
            && compare::is_same_elsewhere(&self.parsed, &after.parsed, &changes);
        after.kept = self.kept.through(&changes);
        is_sound.then_some(after)
    }
}

/// What is known of a file over all its passes.
struct Run<'a> {
    limits: &'a Limits,
    /// Fixes that are not tried again.
    banned: HashSet<Gap>,
    /// Rules of which no fix is tried again.
    banned_rules: HashSet<RuleId>,
    refused: Vec<Refused>,
}

impl Run<'_> {
    fn refuse(&mut self, gap: Gap, reason: RefusedReason) {
        let refused = Refused {
            rule: gap.rule,
            path: gap.path.clone(),
            reason,
        };
        if !self.refused.contains(&refused) {
            self.refused.push(refused);
        }
        self.banned.insert(gap);
    }

    /// The file after all passes, without what was refused; or the fixes that come back.
    fn all_passes(
        &mut self,
        start: &Text,
        first: Vec<Offer>,
        offers: &mut impl FnMut(&[u8]) -> Vec<Offer>,
    ) -> Result<Mended, Vec<Gap>> {
        let mut bytes = start.bytes();
        let mut current: Option<Text> = None;
        // Each text that was there, with the number of passes before it.
        let mut seen = HashMap::from([(blake3::hash(&bytes), 0)]);
        let mut history: Vec<Vec<Gap>> = Vec::new();
        let mut repeats = HashMap::new();
        let mut fixed = Counts::new();
        let mut offered = first;
        for _ in 0..MOST_PASSES {
            offered.retain(|offer| {
                !self.banned_rules.contains(&offer.rule) && !self.banned.contains(&offer.gap())
            });
            let text = current.as_ref().unwrap_or(start);
            let Some((next, applied)) = self.pass(text, &offered) else {
                break;
            };
            bytes = next.bytes();
            for gap in &applied {
                *fixed.entry(gap.rule).or_default() += 1;
            }
            let came_back = count_repeats(&mut repeats, &applied);
            history.push(applied);
            if let Some(from) = seen.insert(blake3::hash(&bytes), history.len()) {
                // All of the circle: to stop just one would leave it to chance which.
                return Err(history.into_iter().skip(from).flatten().collect());
            }
            if !came_back.is_empty() {
                return Err(came_back);
            }
            offered = offers(&bytes);
            current = Some(next);
        }
        let kept = current.map(|text| text.kept.behind(text.mark));
        Ok(Mended {
            bytes,
            kept: kept.unwrap_or_default(),
            fixed,
            refused: Vec::new(),
        })
    }

    /// The text after one pass, and the gaps mended by it; nothing where nothing changes.
    fn pass(&mut self, text: &Text, offered: &[Offer]) -> Option<(Text, Vec<Gap>)> {
        let (sound, faulty): (Vec<_>, Vec<_>) = offered
            .iter()
            .filter(|offer| !changes_nothing(text, offer))
            .partition(|offer| offer.is_sound());
        for offer in faulty {
            self.refuse(offer.gap(), RefusedReason::ChangesMore);
        }
        let sound: Vec<Offer> = sound.into_iter().cloned().collect();
        let chosen: Vec<&Offer> = edits::choose(&sound)
            .into_iter()
            .filter_map(|index| sound.get(index))
            .collect();
        if chosen.is_empty() {
            return None;
        }
        let gaps = |offers: &[&Offer]| offers.iter().map(|offer| offer.gap()).collect();
        if let Some(next) = text.with(&chosen, self.limits) {
            return Some((next, gaps(&chosen)));
        }
        let good = self.without_bad_ones(text, &chosen);
        let next = text.with(&good, self.limits)?;
        (!good.is_empty()).then(|| (next, gaps(&good)))
    }

    /// Those of the offers that do no harm together. Halves are tried before single ones: of
    /// many fixes, few are bad.
    fn without_bad_ones<'o>(&mut self, text: &Text, chosen: &[&'o Offer]) -> Vec<&'o Offer> {
        let mut good: Vec<&Offer> = Vec::new();
        let mut waiting = vec![chosen];
        let mut trials = 0;
        while let Some(part) = waiting.pop() {
            trials += 1;
            let together: Vec<&Offer> = good.iter().chain(part).copied().collect();
            if trials <= MOST_TRIALS && text.with(&together, self.limits).is_some() {
                good = together;
            } else if part.len() < 2 || trials > MOST_TRIALS {
                for offer in part {
                    self.refuse(offer.gap(), RefusedReason::ChangesMore);
                }
            } else {
                let (left, right) = part.split_at(part.len() / 2);
                waiting.extend([right, left]);
            }
        }
        good
    }
}

/// Counts in how many passes each gap was mended; gives those that were mended too often.
fn count_repeats(repeats: &mut HashMap<Gap, usize>, applied: &[Gap]) -> Vec<Gap> {
    let mut in_pass: HashSet<&Gap> = HashSet::new();
    let mut came_back = Vec::new();
    for gap in applied.iter().filter(|&gap| in_pass.insert(gap)) {
        let count = repeats.entry(gap.clone()).or_default();
        *count += 1;
        if *count >= MOST_REPEATS {
            came_back.push(gap.clone());
        }
    }
    came_back
}

/// Whether the text already reads as the fix would have it.
fn changes_nothing(text: &Text, offer: &Offer) -> bool {
    let stands = |(start, end, new): &(usize, usize, String)| {
        let range = start.checked_sub(text.mark)..end.checked_sub(text.mark);
        match (range.start, range.end) {
            (Some(start), Some(end)) => text.source.text().get(start..end) == Some(new.as_str()),
            _ => false,
        }
    };
    offer.fix.edits.iter().all(stands)
}
