//! Texts that are much alike, found without holding each against all others.

use std::collections::{BTreeMap, BTreeSet};

use super::{COPY, Sketch};
use crate::{
    check::service_names::{Peer, Place},
    corpus::Holder,
};

/// Most texts of a band that are looked at.
const MOST_COPIES: usize = 50;

/// Which texts can be copies of one another: region, kind, and the unit they are of.
pub(super) type Group<'a> = (String, &'a Option<String>, Peer);

/// Texts by what they have in common.
#[derive(Default)]
pub(super) struct Copies<'v, 'a> {
    groups: BTreeMap<Group<'a>, usize>,
    texts: Vec<(&'v Holder<'a>, Sketch)>,
    /// By group, band and its bins, positions in `texts`.
    bands: BTreeMap<(usize, usize, Vec<u16>), Vec<usize>>,
}

/// The group of a text, as one of this unit.
pub(super) fn group<'a>(holder: &Holder<'a>, place: &Place, peer: Peer) -> Group<'a> {
    (place.region.clone(), &holder.document.kind, peer)
}

impl<'v, 'a> Copies<'v, 'a> {
    pub(super) fn add(&mut self, holder: &'v Holder<'a>, group: Group<'a>, sketch: Sketch) {
        let next = self.groups.len();
        let group = *self.groups.entry(group).or_insert(next);
        for (band, bins) in sketch.bands() {
            let same = self.bands.entry((group, band, bins.to_vec()));
            same.or_default().push(self.texts.len());
        }
        self.texts.push((holder, sketch));
    }

    /// The text of a group that is most like this one, as far as any is a copy of it, and how much
    /// they share, in percent; of equally like ones the first.
    pub(super) fn nearest(
        &self,
        group: &Group<'_>,
        own: &Sketch,
        admits: impl Fn(&Holder<'a>) -> bool,
    ) -> Option<(usize, &'v Holder<'a>)> {
        let group = *self.groups.get(group)?;
        let mut found: BTreeSet<usize> = BTreeSet::new();
        for (band, bins) in own.bands() {
            let same = self.bands.get(&(group, band, bins.to_vec()));
            found.extend(same.into_iter().flatten().copied().take(MOST_COPIES));
        }
        let found = found.into_iter().filter_map(|at| self.texts.get(at));
        let alike = found.filter_map(|(holder, sketch)| {
            let percent = sketch.percent(own);
            (percent >= COPY && admits(holder)).then_some((percent, *holder))
        });
        alike.max_by_key(|(percent, holder)| (*percent, std::cmp::Reverse(holder.at)))
    }
}
