//! Finds times anywhere in a text.

use super::amount::{Extent, extent};
use super::bound::{self, Stated};
use super::{Bound, Case, context};
use crate::value::scan::{Token, TokenKind, tokens};

/// What a time in a text is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Use {
    /// How long something takes, or until when it must be done.
    Time,
    /// How often: `setiap 6 bulan sekali`.
    Frequency,
    /// When an office is open: `5 hari kerja (Senin-Jumat)`.
    Schedule,
    /// How old someone is: `usia 17 tahun`.
    Age,
    /// How long a product stays valid or something is kept: `masa berlaku 5 tahun`, `arsip disimpan
    /// 5 tahun`.
    Validity,
    /// Until when the applicant must act: `diajukan paling lambat 14 hari sebelum kegiatan`.
    Duty,
}

/// A time found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The time.
    pub case: Case,
    /// What it is used for.
    pub usage: Use,
}

impl Found {
    /// Whether it tells how often, not how long.
    pub fn is_frequency(&self) -> bool {
        self.usage == Use::Frequency
    }
}

/// Every time in `text`, in order, whatever its [`Use`].
///
/// Required experience (`pengalaman 2 tahun`) is [`Use::Time`]: only the reader of the section
/// can tell it from a time limit.
pub fn find(text: &str) -> Vec<Found> {
    scan(text, &tokens(text))
}

/// A time with the places of its tokens.
struct Spot {
    bound: Option<Stated>,
    extent: Extent,
    first: usize,
    /// Index of the first token, the bound included.
    start: usize,
    /// Index after the time, a bound behind it included.
    next: usize,
    /// Tokens of the same time in another unit, in a bracket behind.
    conversion: Option<std::ops::Range<usize>>,
    usage: Use,
}

pub(super) fn scan(text: &str, tokens: &[Token<'_>]) -> Vec<Found> {
    let spots = join_ends(tokens, spots(tokens));
    let mut found = Vec::with_capacity(spots.len());
    let mut label_start = 0;
    for (at, spot) in spots.iter().enumerate() {
        let following = spots.get(at + 1).map(|spot| spot.start);
        // The label of the first time may itself stand behind a list mark or a heading.
        if at == 0 {
            label_start = context::split(text, tokens, 0..spot.start);
        }
        let after = match following {
            Some(start) => context::split(text, tokens, spot.next..start),
            None => context::tail_end(text, tokens, spot.next),
        };
        found.push(build(tokens, spot, label_start, after));
        label_start = after;
    }
    found
}

fn spots(tokens: &[Token<'_>]) -> Vec<Spot> {
    let mut spots = Vec::new();
    let mut floor = 0;
    let mut at = 0;
    while at < tokens.len() {
        let Some(extent) = extent(tokens, at) else {
            at += 1;
            continue;
        };
        let mut next = extent.next;
        let mut bound = bound::before(tokens, floor, at);
        if bound.is_none()
            && let Some(behind) = bound::after(tokens, next)
        {
            let closing = tokens.get(behind.after).is_some_and(|t| t.text == ")");
            next = behind.after + usize::from(closing);
            bound = Some(behind);
        }
        let conversion = conversion(tokens, next).or_else(|| alternative(tokens, &extent, next));
        if let Some(conversion) = &conversion {
            let closing = tokens.get(conversion.end).is_some_and(|t| t.text == ")");
            next = conversion.end + usize::from(closing);
        }
        let start = bound.as_ref().map_or(at, |bound| bound.first.min(at));
        let often = context::product_of_period(&extent.high.parts)
            || spots
                .last()
                .is_some_and(|last| is_period_of(tokens, last, at));
        let usage = if often {
            Use::Frequency
        } else {
            context::usage(tokens, start, at, extent.next)
        };
        // Times inside a bracket behind a time belong to its condition.
        let skip = match crate::value::numeral::bracket(tokens, next) {
            Some((_, after, true)) => after,
            _ => next,
        };
        spots.push(Spot {
            bound,
            extent,
            first: at,
            start,
            next,
            conversion,
            usage,
        });
        floor = skip;
        at = skip;
    }
    spots
}

/// Whether the time at `at` is the period of the one before: `24 jam sehari`, `2 hari per minggu`.
fn is_period_of(tokens: &[Token<'_>], last: &Spot, at: usize) -> bool {
    let gap = tokens.get(last.extent.next..at).unwrap_or_default();
    last.usage == Use::Frequency
        && gap.len() <= 1
        && gap
            .iter()
            .all(|t| t.is_any(&["per", "/", "dalam", "setiap", "tiap"]))
}

/// The tokens in the bracket at `at` when they are a time: `(8 Jam)`, `(= 8 jam)`.
fn conversion(tokens: &[Token<'_>], at: usize) -> Option<std::ops::Range<usize>> {
    let (mut inside, _, closed) = crate::value::numeral::bracket(tokens, at)?;
    if !closed {
        return None;
    }
    while tokens.get(inside.start).is_some_and(|t| {
        t.kind == TokenKind::Sign
            || t.is_any(&["atau", "setara", "sama", "dengan", "kurang", "lebih"])
    }) {
        inside.start += 1;
    }
    let time = extent(tokens, inside.start)?;
    (time.next == inside.end).then_some(inside)
}

/// The tokens of the same time told without a bracket: `120 menit / 2 jam`, `1 hari = 8 jam`.
fn alternative(tokens: &[Token<'_>], told: &Extent, at: usize) -> Option<std::ops::Range<usize>> {
    let sign = tokens.get(at)?;
    if !sign.is_any(&["/", "=", "atau"]) || told.low.is_some() {
        return None;
    }
    let other = extent(tokens, at + 1)?;
    let rank = |time: &Extent| time.high.parts.first().map(|part| part.unit.rank());
    let counted = tokens.get(at + 1)?.kind == TokenKind::Number;
    (counted && other.low.is_none() && rank(&other) != rank(told)).then_some(at + 1..other.next)
}

/// Joins `minimal 1 hari` and `maksimal 3 hari` that stand side by side into a range.
fn join_ends(tokens: &[Token<'_>], spots: Vec<Spot>) -> Vec<Spot> {
    let mut joined: Vec<Spot> = Vec::with_capacity(spots.len());
    for mut spot in spots {
        let start = spot.start;
        let lower = joined.pop_if(|low| {
            let gap = tokens.get(low.next..start).unwrap_or_default();
            let bounds = low.bound.as_ref().zip(spot.bound.as_ref());
            bounds.is_some_and(|(low, high)| low.bound.is_lower() && high.bound.is_upper())
                && low.extent.low.is_none()
                && spot.extent.low.is_none()
                && super::compare::is_shorter(&low.extent.high, &spot.extent.high)
                && gap.len() <= 1
                && gap.iter().all(|t| t.is_any(&["dan", ",", "-", "/"]))
        });
        if let Some(lower) = lower {
            spot.first = lower.first;
            spot.start = lower.start;
            spot.extent.low = Some(lower.extent.high);
            spot.bound = None;
        }
        joined.push(spot);
    }
    joined
}

fn build(tokens: &[Token<'_>], spot: &Spot, label_start: usize, after: usize) -> Found {
    let range = tokens
        .get(spot.first..spot.extent.next)
        .and_then(|written| Some(written.first()?.range.start..written.last()?.range.end))
        .unwrap_or(0..0);
    let (condition, open) = context::condition(tokens, spot.next..after.max(spot.next));
    // `Maksimal pengaduan 5 hari` has its label between the bound and the number.
    let before = context::label(tokens, label_start..spot.start.max(label_start));
    let between = spot
        .bound
        .as_ref()
        .filter(|bound| bound.after < spot.first)
        .and_then(|bound| context::label(tokens, bound.after..spot.first));
    let case = Case {
        bound: spot
            .bound
            .as_ref()
            .map_or(Bound::Exact, |bound| bound.bound),
        bound_range: spot.bound.as_ref().map(|bound| bound.range.clone()),
        low: spot.extent.low.clone(),
        high: spot.extent.high.clone(),
        range,
        condition,
        conversion: spot
            .conversion
            .clone()
            .and_then(|inside| tokens.get(inside))
            .and_then(|inside| Some(inside.first()?.range.start..inside.last()?.range.end)),
        label: before.or(between),
        open,
    };
    Found {
        case,
        usage: spot.usage,
    }
}
