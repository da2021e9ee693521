//! Cells that hold figures without a mark, or nothing: `15.000`, `0`, `-`, `Tidak ada`.
//!
//! Only a whole cell is read so, since in prose bare figures count other things.

use std::ops::Range;

use super::clause::Clause;
use super::context::NO_PRICE;
use super::event::{Event, Said, single};
use super::read::{Seen, connector, mark, read};
use super::reader::Reader;
use super::vocabulary::Openness;
use super::{CostKind, Money, unit};

/// Whether a sum without any mark can be a price: nothing, or at least a hundred rupiah.
pub(super) fn is_price(money: Money) -> bool {
    money.is_zero() || money.rupiah >= 100
}

/// Reads the cells of a statement that says nothing else.
pub(super) fn cells(reader: &Reader<'_>, clause: &Clause, sole: bool) -> Vec<Event> {
    let cells = clause.cells(reader);
    let alone = sole && cells.len() == 1;
    let mut found = Vec::new();
    let mut label: Range<usize> = clause.run.start..clause.run.start;
    for (index, cell) in cells.iter().enumerate() {
        let counts = reader.before_is(cell.start, &[":", "="])
            && label.end > label.start
            && reader.before_is(label.end, NO_PRICE);
        // The first cell of several is a row number or a label.
        if !counts && (index > 0 || cells.len() == 1) {
            found.extend(whole(reader, cell, alone, index + 1 == cells.len()));
        }
        label = cell.clone();
    }
    if found.is_empty() {
        found.extend(trailing(reader, &clause.run));
    }
    found
}

/// Reads a cell as a whole.
fn whole(reader: &Reader<'_>, cell: &Range<usize>, alone: bool, last: bool) -> Option<Event> {
    let event = |said| Event {
        run: cell.clone(),
        figure: cell.clone(),
        said,
        stamp_duty: false,
    };
    if cell.is_empty() {
        return None;
    }
    let blank = ["-", "–", "—", ".", "…", "_", "?", "/", "*"];
    if cell.clone().all(|at| reader.is_any(at, &blank)) {
        return last.then(|| event(Said::Open(Openness::Deferred)));
    }
    let short = [["n", "/", "a"], ["t", "/", "a"]];
    let abbreviated = cell.len() == 3 && short.iter().any(|words| reader.phrase(cell.start, words));
    if abbreviated || mark(reader, cell.start) == Some(cell.end) {
        return Some(event(Said::Open(Openness::Deferred)));
    }
    let dot = usize::from(reader.before_is(cell.end, &[".", ","]));
    let end = cell.end - dot.min(cell.len() - 1);
    let denied = reader.is_any(cell.start, &["tidak", "tdk", "tak"])
        && reader.is_any(cell.start + 1, &["ada", "dipungut", "bayar", "membayar"]);
    if (denied && end == cell.start + 2) || (reader.is(cell.start, "nol") && end == cell.start + 1)
    {
        return Some(event(Said::Kind(CostKind::Free)));
    }
    match read(reader, cell.start)? {
        Seen::Sum(sum) => {
            let after = unit::after(reader, sum.run.end).map_or(sum.run.end, |(_, after)| after);
            if after == end || after == cell.end {
                return if is_price(sum.money) || sum.dashed {
                    Some(single(reader, &sum, cell.start))
                } else {
                    alone.then(|| event(Said::Unclear))
                };
            }
            span(reader, &sum, end)
        }
        Seen::Unclear(run) => (alone && run.end == end).then(|| event(Said::Unclear)),
        Seen::Blank(_) => None,
    }
}

/// `5.000 - 10.000` as a whole cell.
fn span(reader: &Reader<'_>, low: &super::read::Read, end: usize) -> Option<Event> {
    let next = connector(reader, low.run.end)?;
    let Some(Seen::Sum(high)) = read(reader, next) else {
        return None;
    };
    let (name, after) = match unit::after(reader, high.run.end) {
        Some((name, after)) => (Some(name), after),
        None => (None, high.run.end),
    };
    let prices = low.large && high.large && low.money < high.money;
    if after != end || !prices || !is_price(low.money) {
        return None;
    }
    let kind = CostKind::Amount {
        money: low.money,
        upper: Some(high.money),
        per: name,
    };
    Some(Event {
        run: low.run.start..after,
        figure: low.run.start..high.run.end,
        said: Said::Kind(kind),
        stamp_duty: false,
    })
}

/// The last column of a row that lost its lines: `Pemeriksaan dokter umum 15.000`.
fn trailing(reader: &Reader<'_>, run: &Range<usize>) -> Option<Event> {
    let at = run.end.checked_sub(1).filter(|&at| at > run.start)?;
    let labelled = reader.is_word(at - 1) && !reader.is_any(at - 1, NO_PRICE);
    if !labelled || !reader.is_number(at) || !reader.word(at).contains('.') {
        return None;
    }
    match read(reader, at)? {
        Seen::Sum(sum) if sum.large && sum.money.rupiah % 100 == 0 && sum.money.rupiah > 0 => {
            Some(single(reader, &sum, at))
        }
        _ => None,
    }
}
