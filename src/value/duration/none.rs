//! Says what stands in a text that holds no time.

use std::ops::Range;

use super::context::is_weekday;
use super::find::{Found, Use};
use super::quantity::{is_clock, quantity};
use super::unit::{is_unit, single};
use super::{DurationError, amount, bound};
use crate::value::scan::{Token, TokenKind};

const EACH: &[&str] = &["setiap", "tiap"];

/// Why `tokens` hold no time limit; `found` are the other uses of times in them.
pub(super) fn reason(tokens: &[Token<'_>], found: &[Found]) -> DurationError {
    let told = |t: &Token<'_>| t.kind != TokenKind::Sign || "½¼¾".contains(t.text);
    if !tokens.iter().any(told) {
        return DurationError::Empty;
    }
    let range = tokens
        .first()
        .zip(tokens.last())
        .map_or(0..0, |(first, last)| first.range.start..last.range.end);
    let used = |usage: Use| found.iter().any(|found| found.usage == usage);
    if used(Use::Schedule) || tells_opening_hours(tokens) {
        return DurationError::OpeningHours { range };
    }
    if used(Use::Frequency) || tells_frequency(tokens) {
        return DurationError::Frequency { range };
    }
    match bare_number(tokens) {
        Some(range) => DurationError::NoUnit { range },
        None => DurationError::NoQuantity { range },
    }
}

fn tells_opening_hours(tokens: &[Token<'_>]) -> bool {
    let clock = (0..tokens.len()).any(|at| is_clock(tokens, at));
    let named = tokens
        .iter()
        .any(|t| t.is_any(&["pukul", "pkl", "wib", "wita", "wit"]) || is_weekday(t));
    // `Jam kerja`, `Setiap hari kerja`, `Pada jam pelayanan`.
    let counted = tokens.first().is_some_and(|t| t.kind == TokenKind::Number);
    let hours = tokens
        .iter()
        .take(3)
        .zip(tokens.iter().skip(1))
        .any(|(unit, kind)| {
            unit.is_any(&["jam", "hari"])
                && kind.is_any(&[
                    "kerja",
                    "pelayanan",
                    "layanan",
                    "dinas",
                    "operasional",
                    "buka",
                ])
        });
    clock || named || hours && !counted
}

fn tells_frequency(tokens: &[Token<'_>]) -> bool {
    let pair = |left: &Token<'_>, right: &Token<'_>| {
        let period = is_unit(right)
            || single(right).is_some()
            || right.is_any(&["semester", "triwulan", "kuartal", "hari"]);
        left.is_any(EACH) && period
            || left.is_any(&["kali", "x"])
                && (single(right).is_some() || right.is_any(&["setiap", "tiap", "per"]))
    };
    tokens
        .iter()
        .zip(tokens.iter().skip(1))
        .any(|(left, right)| pair(left, right))
        || tokens.iter().any(|t| {
            t.is_any(&[
                "sekali",
                "harian",
                "mingguan",
                "bulanan",
                "tahunan",
                "triwulanan",
                "berkala",
            ])
        })
}

/// A number or a range with nothing else but its bound: `5`, `maksimal 1-3`.
fn bare_number(tokens: &[Token<'_>]) -> Option<Range<usize>> {
    let first = tokens
        .iter()
        .take(8)
        .position(|t| t.kind == TokenKind::Number);
    let at = match first {
        Some(at) => at,
        None => (0..tokens.len().min(8)).find(|at| quantity(tokens, *at, false).is_some())?,
    };
    let stated = bound::before(tokens, 0, at);
    let start = stated.as_ref().map_or(at, |stated| stated.first);
    let lead = tokens.get(..start)?;
    if !lead.iter().all(|t| {
        t.is_any(&[
            "'", "\"", "“", "‘", "waktu", "selama", "lama", ":", "=", "-", "adalah",
        ])
    }) {
        return None;
    }
    let low = quantity(tokens, at, false)?;
    let high = amount::separator(tokens, low.next).and_then(|next| quantity(tokens, next, true));
    let (end, next) = match high {
        Some(high) => (high.number_range.end, high.next),
        None => (low.number_range.end, low.next),
    };
    let rest = tokens.get(next..)?;
    let nothing = rest
        .iter()
        .all(|t| t.kind == TokenKind::Sign && t.text != "%" || t.is_any(&["kerja", "kalender"]));
    nothing.then_some(low.number_range.start.min(end)..end)
}
