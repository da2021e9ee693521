//! Goes through the tokens once and lists what is said about cost, in order.

use std::ops::Range;

use super::context::{STAMP, THRESHOLD};
use super::read::{Read, Seen, connector, read};
use super::reader::Reader;
use super::vocabulary::Openness;
use super::{CostKind, Money, phrase, unit};

/// One thing said about cost.
#[derive(Debug, Clone)]
pub(super) struct Event {
    /// Tokens of the whole statement.
    pub(super) run: Range<usize>,
    /// Tokens of the figures.
    pub(super) figure: Range<usize>,
    pub(super) said: Said,
    pub(super) stamp_duty: bool,
}

/// What is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    /// A statement as it is given out.
    Kind(CostKind),
    /// A limit or value beside which the price stands; it counts where no price does.
    Limit(CostKind),
    /// Left open.
    Open(Openness),
    /// Money that cannot be read with certainty.
    Unclear,
}

impl Event {
    /// Whether it says what is to be paid.
    pub(super) fn is_definite(&self) -> bool {
        !self.stamp_duty
            && matches!(
                self.said,
                Said::Kind(CostKind::Free | CostKind::Amount { .. } | CostKind::Formula)
            )
    }
}

/// Lists everything said about cost.
pub(super) fn events(reader: &Reader<'_>) -> Vec<Event> {
    let mut found: Vec<Event> = Vec::new();
    let mut at = 0;
    while at < reader.len() {
        let last = found.last().map_or(0, |event| event.run.end);
        let event = worded(reader, at).or_else(|| amount(reader, at, last, true));
        match event {
            Some(event) => {
                at = event.run.end.max(at + 1);
                found.push(event);
            }
            None => at += 1,
        }
    }
    found
}

fn worded(reader: &Reader<'_>, at: usize) -> Option<Event> {
    let (said, end) = if let Some(regulation) = phrase::regulation(reader, at) {
        let kind = CostKind::ByRegulation {
            named: regulation.named,
            basis: false,
        };
        (Said::Kind(kind), regulation.end)
    } else if let Some(end) = phrase::free(reader, at) {
        (Said::Kind(CostKind::Free), end)
    } else if let Some(end) = phrase::borne(reader, at) {
        (Said::Kind(CostKind::BorneByOthers), end)
    } else {
        let (openness, end) = phrase::vague(reader, at)?;
        (Said::Open(openness), end)
    };
    Some(Event {
        run: at..end,
        figure: at..end,
        said,
        stamp_duty: false,
    })
}

/// Reads a marked amount, or a span of two; `last` is the end of the event before it.
///
/// `loose` also takes figures marked by `,-` alone and bare figures of a duty stamp.
pub(super) fn amount(reader: &Reader<'_>, at: usize, last: usize, loose: bool) -> Option<Event> {
    let first = match read(reader, at)? {
        Seen::Sum(first) => first,
        Seen::Unclear(run) => {
            // Figures without a mark that are no sum are no money either.
            let marked = !reader.is_number(at) || reader.before_is(run.end, &["rupiah", "idr"]);
            return marked.then(|| Event {
                run: run.clone(),
                figure: run,
                said: Said::Unclear,
                stamp_duty: false,
            });
        }
        Seen::Blank(run) => {
            let said = Said::Open(Openness::Deferred);
            return Some(Event {
                run: run.clone(),
                figure: run,
                said,
                stamp_duty: false,
            });
        }
    };
    let stamp = stamp_before(reader, at, last);
    if let Some(event) = span(reader, &first, last) {
        return Some(event);
    }
    let stamp_value = matches!(first.money.rupiah, 3_000 | 6_000 | 10_000);
    let loosely = loose && ((first.dashed && first.large) || (stamp && stamp_value));
    (first.marked || loosely).then(|| single(reader, &first, last))
}

/// The event of one amount with its unit.
pub(super) fn single(reader: &Reader<'_>, sum: &Read, last: usize) -> Event {
    finish(
        reader,
        sum.run.clone(),
        sum.figure.clone(),
        (sum.money, None),
        last,
    )
}

/// Two amounts with `-` or `sampai dengan` between them, at least one marked.
fn span(reader: &Reader<'_>, first: &Read, last: usize) -> Option<Event> {
    let between = first.run.start > 0 && reader.before_is(first.run.start, &["antara", "antar"]);
    let next = match connector(reader, first.run.end) {
        Some(next) => next,
        None if between && reader.is(first.run.end, "dan") => first.run.end + 1,
        None => return None,
    };
    let Some(Seen::Sum(second)) = read(reader, next) else {
        return None;
    };
    if !(first.marked || second.marked) {
        return None;
    }
    // `Rp5.000 - 3 hari`, `Rp5.000 - 1000 lembar`: the second counts something else.
    let counts = reader.is_word(second.run.end)
        && !reader.is_any(
            second.run.end,
            &["per", "setiap", "tiap", "dan", "atau", "untuk", "sesuai"],
        );
    if !second.marked && (!(second.large || second.scale.is_some()) || counts) {
        return None;
    }
    let mut low = first.money;
    if let (None, Some(scale), false, 0) = (first.scale, second.scale, first.large, low.sen) {
        low = Money::of(low.rupiah.checked_mul(scale)?);
    }
    let run = first.run.start..second.run.end;
    if second.money < low {
        return Some(Event {
            run: run.clone(),
            figure: run,
            said: Said::Unclear,
            stamp_duty: false,
        });
    }
    let upper = (second.money > low).then_some(second.money);
    let figure = first.figure.start..second.figure.end;
    Some(finish(reader, run, figure, (low, upper), last))
}

fn finish(
    reader: &Reader<'_>,
    mut run: Range<usize>,
    figure: Range<usize>,
    (money, upper): (Money, Option<Money>),
    last: usize,
) -> Event {
    let stamp_duty = stamp_before(reader, run.start, last) || stamp_after(reader, run.end);
    let limit = is_limit(reader, run.start) || reader.is(run.end, ":");
    let mut per = None;
    if let Some((name, end)) = unit::after(reader, run.end) {
        per = Some(name);
        run.end = end;
    } else if let Some((name, start)) =
        unit::before(reader, run.start).filter(|&(_, start)| start >= last)
    {
        per = Some(name);
        run.start = start;
    }
    let kind = if money.is_zero() && upper.is_none() {
        CostKind::Free
    } else {
        CostKind::Amount { money, upper, per }
    };
    let said = if limit {
        Said::Limit(kind)
    } else {
        Said::Kind(kind)
    };
    Event {
        run,
        figure,
        said,
        stamp_duty,
    }
}

fn is_limit(reader: &Reader<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    reader.is_any(before, THRESHOLD)
        || (reader.is(before, "dengan") && reader.before_is(before, &["sampai"]))
        || (reader.is(before, "dari")
            && reader.before_is(before, &["lebih", "kurang", "besar", "kecil"]))
}

/// Whether a duty stamp is named before the amount, in the same breath.
fn stamp_before(reader: &Reader<'_>, at: usize, last: usize) -> bool {
    let from = last.max(at.saturating_sub(8));
    for before in (from..at).rev() {
        if reader.is_any(before, STAMP) {
            return true;
        }
        if reader.is_any(
            before,
            &[",", ";", "+", "dan", "biaya", "tarif", "retribusi", "|"],
        ) || reader.gap(before + 1).contains('\n')
        {
            return false;
        }
    }
    false
}

/// `Rp10.000 untuk meterai`.
fn stamp_after(reader: &Reader<'_>, end: usize) -> bool {
    let links = ["untuk", "bea", "buat", "biaya", "(", "pembelian", "-", "e"];
    for at in end..end + 5 {
        if reader.is_any(at, STAMP) {
            // `Rp5.000 - meterai Rp10.000`: the stamp has its own price.
            return !matches!(read(reader, at + 1), Some(Seen::Sum(_)));
        }
        if !reader.is_any(at, &links) {
            return false;
        }
    }
    false
}
