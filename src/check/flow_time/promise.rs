//! How long the service is promised to take.

use crate::{
    check::{Target, times::times, word_list::NamedList},
    document::NodeId,
    flow::time::Length,
    value::duration::{Bound, Case},
};

/// The longest time that the document promises.
pub(super) struct Promise {
    /// Where it is written.
    pub(super) node: NodeId,
    /// The text in which it is written.
    pub(super) text: String,
    /// All lengths that may be the promise; longer than it is only what is longer than all.
    lengths: Vec<Length>,
}

/// Words that tell from when a time counts, and until when.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words<'a> {
    /// Of what is there when the service begins: `berkas lengkap`.
    pub(super) from_start: &'a NamedList,
    /// Of what comes only later: `pembayaran`.
    pub(super) from_later: &'a NamedList,
    /// For a time until someone begins to act, which says nothing of the whole: `waktu tanggap`.
    pub(super) until_begin: &'a NamedList,
}

impl Promise {
    /// None where the text leaves open how long: no time, an estimate, a condition other than
    /// that the papers are complete, or a value that cannot be read.
    pub(super) fn read(target: &Target<'_>, words: Words<'_>) -> Option<Self> {
        let times = times(target);
        let mut found: Vec<(NodeId, &str, Length)> = Vec::new();
        let mut lines = Length::default();
        for time in &times {
            if words.until_begin.is_in(time.text) {
                return None;
            }
            let duration = time.duration();
            let duration = duration.as_ref().as_ref().ok()?;
            let mut sum = Length::default();
            for case in &duration.cases {
                if !is_limit(case, time.text, words) {
                    return None;
                }
                sum = sum.plus(Length::of(&case.high));
            }
            if time.is_line {
                lines = lines.plus(sum);
            }
            found.push((time.target.node, time.text, sum));
        }
        // Lines of a list may be phases one after the other.
        let lengths = found.iter().map(|(_, _, length)| *length);
        let lengths = lengths.chain((!lines.is_zero()).then_some(lines)).collect();
        let longest = found
            .iter()
            .rev()
            .max_by_key(|(_, _, length)| length.high_weight())?;
        Some(Self {
            node: longest.0,
            text: longest.1.to_owned(),
            lengths,
        })
    }

    /// Whether so much is longer than anything it may mean.
    pub(super) fn is_exceeded_by(&self, length: Length) -> bool {
        !length.is_zero()
            && self
                .lengths
                .iter()
                .all(|promised| length.is_surely_longer(*promised))
    }

    /// The longest of the lengths.
    pub(super) fn length(&self) -> Length {
        let lengths = self.lengths.iter().copied();
        lengths
            .max_by_key(|length| length.high_weight())
            .unwrap_or_default()
    }
}

/// Whether a time limits the whole service from its beginning.
fn is_limit(case: &Case, text: &str, words: Words<'_>) -> bool {
    let is_upper = case.bound.is_upper() || case.bound == Bound::Exact;
    let condition = case
        .condition
        .clone()
        .map(|range| text.get(range).unwrap_or_default());
    let counts_from_start = condition.is_none_or(|condition| {
        words.from_start.is_in(condition) && !words.from_later.is_in(condition)
    });
    is_upper && !case.open && counts_from_start
}
