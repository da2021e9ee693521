//! How the arrows run, before anything has a size.
//!
//! An arrow to the row below goes straight down where both steps share a lane; otherwise it
//! leaves sideways and bends down onto the next symbol, or, where that side is taken, drops
//! below its symbol first. Every other arrow leaves sideways into a vertical track beside the
//! lane of its target. Arrows that reach the same step from the same direction share a track.
//! No track runs where a symbol can stand, and each arrow leaves and enters at a height of its
//! own, so that no two lie on each other and none crosses a symbol.

mod slots;

use std::collections::BTreeMap;

use super::{Chart, Goal};
use slots::{assign_tracks, enter, finish, go_to_next, leave_sideways};

/// Most tracks on one side of a lane; further arrows are cut short and name their target.
pub(super) const MOST_TRACKS: usize = 10;

/// A side of a symbol or a lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Side {
    Left,
    Right,
}

/// The way of an arrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Straight down in one lane.
    Down,
    /// Sideways, then down onto the symbol of the next row.
    Bend,
    /// Down, sideways below the symbol, then down onto the symbol of the next row.
    Drop,
    /// Sideways into the track of a bundle.
    Track {
        /// Position in [`Routes::bundles`].
        bundle: usize,
    },
    /// Cut short, since the tracks are full or its goal is no step.
    Stub,
}

/// An arrow and its way.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// Position of the arrow in the chart.
    pub(super) edge: usize,
    pub(super) from: usize,
    pub(super) to: usize,
    /// Lane of the symbol it leaves.
    pub(super) from_lane: usize,
    /// Lane of the symbol it reaches.
    pub(super) to_lane: usize,
    /// Side of the symbol it leaves by, unless it leaves downwards.
    pub(super) side: Side,
    pub(super) way: Way,
}

/// Arrows to one step that share a track.
#[derive(Debug, Clone)]
pub(super) struct Bundle {
    pub(super) to: usize,
    pub(super) lane: usize,
    pub(super) side: Side,
    /// Whether they come from above.
    pub(super) forward: bool,
    /// Rows between which the track runs.
    pub(super) rows: (usize, usize),
    /// 0 is nearest to the symbols; none where the tracks are full.
    pub(super) track: Option<usize>,
}

/// What leaves or enters a symbol sideways.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    /// The beginning of a line.
    Exit(usize),
    /// The end of a bundle.
    Entry(usize),
    /// The tie between two symbols of one step.
    Tie,
}

/// A height beside a symbol that one line has for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Slot {
    pub(super) owner: Owner,
    /// The side of the symbol.
    pub(super) side: Side,
    /// Whether the line goes up from here.
    up: bool,
    /// Where it turns, counted from the left.
    turn: usize,
}

/// The symbols of a row and what lies between them.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    /// Lanes with a symbol, from the left.
    pub(super) lanes: Vec<usize>,
    /// What lies left of the first symbol, between them and right of the last, each from the
    /// top.
    pub(super) gaps: Vec<Vec<Slot>>,
}

/// All ways.
#[derive(Debug, Clone, Default)]
pub(super) struct Routes {
    pub(super) rows: Vec<Row>,
    pub(super) lines: Vec<Line>,
    pub(super) bundles: Vec<Bundle>,
    /// Number of tracks on the left and the right of each lane.
    pub(super) tracks: Vec<(usize, usize)>,
}

/// The number of lanes: one for each actor, one more for steps without any.
pub(super) fn lane_count(chart: &Chart) -> usize {
    let count = chart.actors.len();
    let has_orphan = chart
        .steps
        .iter()
        .any(|step| !step.actors.iter().any(|&actor| actor < count));
    (count + usize::from(has_orphan)).max(1)
}

/// Finds the ways.
pub(super) fn route(chart: &Chart) -> Routes {
    let lanes = lane_count(chart);
    let mut routes = Routes {
        rows: rows(chart, lanes),
        tracks: vec![(0, 0); lanes],
        ..Routes::default()
    };
    let mut next_lines = Vec::new();
    let mut bundle_of: BTreeMap<(usize, Side, bool), usize> = BTreeMap::new();
    let mut has_next = vec![false; chart.steps.len()];
    for (edge, arrow) in chart.edges.iter().enumerate() {
        let from = arrow.from;
        let to = match arrow.to {
            Goal::Step(to) => to,
            Goal::Beyond(_) => {
                if from < routes.rows.len() {
                    routes.lines.push(stub(edge, from));
                }
                continue;
            }
        };
        let (Some(above), Some(below)) = (routes.rows.get(from), routes.rows.get(to)) else {
            continue;
        };
        let is_next = to == from + 1 && has_next.get(from) == Some(&false);
        if is_next && let Some(has_next) = has_next.get_mut(from) {
            *has_next = true;
            let (from_lane, to_lane) = nearest(&above.lanes, &below.lanes);
            if from_lane != to_lane {
                next_lines.push(routes.lines.len());
            }
            routes.lines.push(Line {
                edge,
                from,
                to,
                from_lane,
                to_lane,
                side: if from_lane < to_lane {
                    Side::Right
                } else {
                    Side::Left
                },
                way: Way::Down,
            });
            continue;
        }
        let forward = to > from;
        let (side, to_lane) = approach(&above.lanes, &below.lanes, forward);
        let count = routes.bundles.len();
        let bundle = *bundle_of.entry((to, side, forward)).or_insert(count);
        if bundle == count {
            routes.bundles.push(Bundle {
                to,
                lane: to_lane,
                side,
                forward,
                rows: (to, to),
                track: None,
            });
        }
        if let Some(bundle) = routes.bundles.get_mut(bundle) {
            bundle.rows = (bundle.rows.0.min(from), bundle.rows.1.max(from));
        }
        routes.lines.push(Line {
            edge,
            from,
            to,
            from_lane: 0,
            to_lane,
            side,
            way: Way::Track { bundle },
        });
    }
    assign_tracks(&mut routes);
    leave_sideways(&mut routes);
    enter(&mut routes);
    go_to_next(&mut routes, &next_lines);
    finish(&mut routes.rows);
    routes
}

/// A line that leads out of the chart; where it leaves is decided later.
fn stub(edge: usize, from: usize) -> Line {
    Line {
        edge,
        from,
        to: from,
        from_lane: 0,
        to_lane: 0,
        side: Side::Right,
        way: Way::Stub,
    }
}

fn rows(chart: &Chart, lanes: usize) -> Vec<Row> {
    let row = |step: &super::ChartStep| {
        let known = step.actors.iter().copied();
        let mut own: Vec<_> = known.filter(|&lane| lane < chart.actors.len()).collect();
        own.sort_unstable();
        own.dedup();
        if own.is_empty() {
            own.push(lanes - 1);
        }
        Row {
            gaps: vec![Vec::new(); own.len() + 1],
            lanes: own,
        }
    };
    chart.steps.iter().map(row).collect()
}

/// The lanes of two rows that are nearest to each other. Both lists are sorted.
fn nearest(above: &[usize], below: &[usize]) -> (usize, usize) {
    let pairs = above.iter().map(|&from| {
        let at = below.partition_point(|&lane| lane < from);
        let candidates = [at.checked_sub(1), Some(at)].into_iter().flatten();
        let to = candidates
            .filter_map(|at| below.get(at).copied())
            .min_by_key(|lane| lane.abs_diff(from))
            .unwrap_or(from);
        (from, to)
    });
    pairs
        .min_by_key(|(from, to)| from.abs_diff(*to))
        .unwrap_or((0, 0))
}

/// By which side, and in which lane, a step is reached from another that is not above it.
fn approach(from: &[usize], to: &[usize], forward: bool) -> (Side, usize) {
    let ends = |lanes: &[usize]| {
        let first = lanes.first().copied().unwrap_or(0);
        (first, lanes.last().copied().unwrap_or(first))
    };
    let ((from_first, from_last), (first, last)) = (ends(from), ends(to));
    if from_last < first {
        (Side::Left, first)
    } else if from_first > last || forward {
        (Side::Right, last)
    } else {
        (Side::Left, first)
    }
}
