//! Which track a line runs in, and where beside a symbol it leaves or enters.

use std::collections::BTreeMap;

use super::{MOST_TRACKS, Owner, Routes, Row, Side, Slot, Way};

/// Gives each bundle the innermost track that is free in all its rows, the short ones first,
/// so that long ones run around them.
pub(super) fn assign_tracks(routes: &mut Routes) {
    let mut order: Vec<_> = (0..routes.bundles.len()).collect();
    order.sort_by_key(|&at| {
        routes.bundles.get(at).map(|bundle| {
            let (first, last) = bundle.rows;
            (last - first, first)
        })
    });
    let mut taken: BTreeMap<(usize, Side, usize), BTreeMap<usize, usize>> = BTreeMap::new();
    for at in order {
        let Some(bundle) = routes.bundles.get_mut(at) else {
            continue;
        };
        let (first, last) = bundle.rows;
        bundle.track = (0..MOST_TRACKS).find(|&track| {
            let rows = taken.entry((bundle.lane, bundle.side, track)).or_default();
            let before = rows.range(..=last).next_back();
            let is_free = before.is_none_or(|(_, &end)| end < first);
            if is_free {
                rows.insert(first, last);
            }
            is_free
        });
        if let (Some(track), Some(tracks)) = (bundle.track, routes.tracks.get_mut(bundle.lane)) {
            let count = match bundle.side {
                Side::Left => &mut tracks.0,
                Side::Right => &mut tracks.1,
            };
            *count = (*count).max(track + 1);
        }
    }
}

/// Where something stands, counted from the left; tracks leave room between lanes.
pub(super) fn position(lane: usize, side: Option<(Side, usize)>) -> usize {
    const MIDDLE: usize = MOST_TRACKS + 2;
    let middle = lane * 2 * MIDDLE + MIDDLE;
    match side {
        None => middle,
        Some((Side::Left, track)) => middle - 1 - track,
        Some((Side::Right, track)) => middle + 1 + track,
    }
}

/// The gap of a row in which a position lies, and the symbol a line from there belongs to.
fn gap_at(row: &Row, turn: usize) -> (usize, usize, Side) {
    let gap = row
        .lanes
        .partition_point(|&lane| position(lane, None) < turn);
    let before = gap.checked_sub(1).and_then(|at| row.lanes.get(at).copied());
    let (lane, side) = match (before, row.lanes.get(gap).copied()) {
        (Some(before), Some(after)) => {
            let far = |lane| position(lane, None).abs_diff(turn);
            match far(before) < far(after) {
                true => (before, Side::Right),
                false => (after, Side::Left),
            }
        }
        (Some(before), None) => (before, Side::Right),
        (None, after) => (after.unwrap_or(0), Side::Left),
    };
    (gap, lane, side)
}

pub(super) fn leave_sideways(routes: &mut Routes) {
    for (index, line) in routes.lines.iter_mut().enumerate() {
        if line.way == Way::Stub
            && let Some(row) = routes.rows.get_mut(line.from)
            && let Some(&lane) = row.lanes.last()
        {
            line.from_lane = lane;
            let turn = position(lane, Some((Side::Right, 0)));
            push(
                row,
                row.lanes.len(),
                Owner::Exit(index),
                Side::Right,
                false,
                turn,
            );
        }
        let Way::Track { bundle } = line.way else {
            continue;
        };
        let (Some(row), Some(bundle)) =
            (routes.rows.get_mut(line.from), routes.bundles.get(bundle))
        else {
            continue;
        };
        let turn = position(bundle.lane, Some((bundle.side, bundle.track.unwrap_or(0))));
        let (gap, lane, side) = gap_at(row, turn);
        (line.from_lane, line.side) = (lane, side);
        if bundle.track.is_none() {
            line.way = Way::Stub;
        }
        push(
            row,
            gap,
            Owner::Exit(index),
            side,
            line.to < line.from,
            turn,
        );
    }
}

pub(super) fn enter(routes: &mut Routes) {
    for (index, bundle) in routes.bundles.iter().enumerate() {
        let (Some(track), Some(row)) = (bundle.track, routes.rows.get_mut(bundle.to)) else {
            continue;
        };
        let gap = match bundle.side {
            Side::Left => 0,
            Side::Right => row.lanes.len(),
        };
        let turn = position(bundle.lane, Some((bundle.side, track)));
        let from_above = bundle.forward || bundle.rows.0 == bundle.rows.1;
        push(row, gap, Owner::Entry(index), bundle.side, from_above, turn);
    }
}

pub(super) fn go_to_next(routes: &mut Routes, next_lines: &[usize]) {
    for &index in next_lines {
        let Some(line) = routes.lines.get_mut(index) else {
            continue;
        };
        let Some(row) = routes.rows.get_mut(line.from) else {
            continue;
        };
        let turn = position(line.to_lane, None);
        let (gap, ..) = gap_at(row, turn);
        let is_free = row.gaps.get(gap).is_some_and(|slots| slots.is_empty());
        // Between two symbols of one step their tie has the height of the middle.
        let is_outside = gap == 0 || gap == row.lanes.len();
        if is_free && is_outside {
            line.way = Way::Bend;
            push(row, gap, Owner::Exit(index), line.side, false, turn);
        } else {
            line.way = Way::Drop;
        }
    }
}

pub(super) fn push(row: &mut Row, gap: usize, owner: Owner, side: Side, up: bool, turn: usize) {
    if let Some(slots) = row.gaps.get_mut(gap) {
        slots.push(Slot {
            owner,
            side,
            up,
            turn,
        });
    }
}

/// Ties the symbols of one step, and orders what leaves and enters so that it crosses as
/// little as can be: above what comes from above, the nearest turn first; below what goes
/// down, the nearest turn last.
pub(super) fn finish(rows: &mut [Row]) {
    for row in rows {
        let outer = row.lanes.len();
        for (gap, slots) in row.gaps.iter_mut().enumerate() {
            if gap > 0 && gap < outer {
                slots.push(Slot {
                    owner: Owner::Tie,
                    side: Side::Right,
                    up: false,
                    turn: 0,
                });
            }
            slots.sort_by_key(|slot| {
                // Seen from the symbol, the way to the turn.
                let reach = match slot.side {
                    Side::Right => slot.turn,
                    Side::Left => usize::MAX - slot.turn,
                };
                match (slot.owner, slot.up) {
                    (Owner::Tie, _) => (1, 0),
                    (_, true) => (0, reach),
                    (_, false) => (2, usize::MAX - reach),
                }
            });
        }
    }
}
