//! Which fixes go together, and the text with them.

use std::collections::BTreeMap;

use super::Offer;
use crate::span::Span;

/// One change of a text, with where it stands before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    /// The bytes that are replaced; empty for an insertion.
    pub(super) old: Span,
    /// The bytes that stand there instead.
    pub(super) new: Span,
}

/// All changes of one pass, in the order of the text, none touching another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Changes(pub(super) Vec<Change>);

impl Changes {
    /// The changes that lie in or touch these bytes of the text before.
    pub(super) fn near_old(&self, span: Span) -> impl Iterator<Item = &Change> {
        let from = self.0.partition_point(|c| c.old.end < span.start);
        let near = self.0.get(from..).unwrap_or_default().iter();
        near.take_while(move |change| change.old.start <= span.end)
    }

    /// The changes that lie in or touch these bytes of the text after.
    pub(super) fn near_new(&self, span: Span) -> impl Iterator<Item = &Change> {
        let from = self.0.partition_point(|c| c.new.end < span.start);
        let near = self.0.get(from..).unwrap_or_default().iter();
        near.take_while(move |change| change.new.start <= span.end)
    }

    /// Where a byte of the text before stands after, for one that stays. What is inserted at
    /// that byte comes before it.
    pub(super) fn moved(&self, offset: usize) -> usize {
        let before = self.0.partition_point(|c| c.old.end <= offset);
        match before.checked_sub(1).and_then(|last| self.0.get(last)) {
            Some(last) => last.new.end + (offset - last.old.end),
            None => offset,
        }
    }
}

/// What a change does to its bytes, as far as it matters for its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// Inserts where the regulation has it: others may be inserted at the same place.
    Shares,
    /// Takes bytes away: what is taken away right behind it does not come between.
    Deletes,
    /// Anything else.
    Replaces,
}

impl Manner {
    fn of(shares: bool, (start, end, new): &(usize, usize, String)) -> Self {
        match start == end {
            true if shares => Self::Shares,
            false if new.is_empty() => Self::Deletes,
            _ => Self::Replaces,
        }
    }
}

/// Bytes that are taken, by their start: where they end, and in which manner they change.
#[derive(Debug, Default)]
struct Taken(BTreeMap<usize, (usize, Manner)>);

impl Taken {
    /// Whether a change of these bytes touches none that is taken.
    fn is_free(&self, start: usize, end: usize, manner: Manner) -> bool {
        let mut near = self.0.range(..=end).rev();
        near.next()
            .is_none_or(|(&taken_start, &(taken_end, taken))| {
                let is_same_place = taken_start == start && taken_end == end;
                match (manner, taken) {
                    (Manner::Shares, Manner::Shares) => is_same_place || taken_end < start,
                    (Manner::Deletes, Manner::Deletes) => taken_end <= start,
                    _ => taken_end < start,
                }
            })
    }
}

/// The offers that can be applied together, by their position: those first in the text win,
/// and of those at one place the first offered. The others wait for the next pass.
pub(super) fn choose(offers: &[Offer]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..offers.len()).collect();
    let start = |index: &usize| offers.get(*index).and_then(Offer::start);
    order.sort_by_key(|index| (start(index), offers.get(*index).and_then(|o| o.order)));
    let mut taken = Taken::default();
    let mut chosen = Vec::new();
    for index in order {
        let Some(offer) = offers.get(index) else {
            continue;
        };
        let shares = offer.order.is_some();
        let edits = &offer.fix.edits;
        if !edits
            .iter()
            .all(|edit| taken.is_free(edit.0, edit.1, Manner::of(shares, edit)))
        {
            continue;
        }
        let places = edits
            .iter()
            .map(|edit| (edit.0, (edit.1, Manner::of(shares, edit))));
        taken.0.extend(places);
        chosen.push(index);
    }
    chosen
}

/// The text with these offers, and what they changed; nothing where an edit does not fit the
/// text. Offsets of the edits count from `mark` bytes before the text.
pub(super) fn apply(text: &str, mark: usize, offers: &[&Offer]) -> Option<(String, Changes)> {
    let mut edits: Vec<_> = offers
        .iter()
        .flat_map(|offer| offer.fix.edits.iter().map(|edit| (offer.order, edit)))
        .collect();
    // At one place the order of the regulation decides, then that of the offers.
    edits.sort_by_key(|(order, (start, end, _))| (*start, *end, *order));
    let mut mended = String::with_capacity(text.len() + 64);
    let mut changes: Vec<Change> = Vec::new();
    let mut at = 0;
    for (_, (start, end, new)) in edits {
        let (start, end) = (start.checked_sub(mark)?, end.checked_sub(mark)?);
        if start < at || end < start {
            return None;
        }
        text.get(start..end)?;
        mended.push_str(text.get(at..start)?);
        let from = mended.len();
        mended.push_str(new);
        at = end;
        let change = Change {
            old: Span::new(start, end),
            new: Span::new(from, mended.len()),
        };
        match changes.last_mut() {
            Some(last) if last.old == change.old => last.new.end = change.new.end,
            _ => changes.push(change),
        }
    }
    mended.push_str(text.get(at..)?);
    Some((mended, Changes(changes)))
}
