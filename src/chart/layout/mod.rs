//! A place for every symbol and every line, in whole units: pixels in a picture, characters on
//! a terminal.

mod place;

pub(super) use place::place;

use super::{
    Symbol,
    route::{Owner, Routes, Row, Side, Way},
};

/// The sizes that a format draws with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Metrics {
    /// Half the width of a symbol.
    pub(super) half_width: i32,
    /// Least half of the height of a symbol, by its kind.
    pub(super) half_height: fn(Symbol) -> i32,
    /// Whether lines meet the outline of the symbol itself or the box around it.
    pub(super) outline: bool,
    /// From one line to the next beside a symbol.
    pub(super) pitch: i32,
    /// From the outermost line beside a symbol to its corner.
    pub(super) corner: i32,
    /// From one track to the next.
    pub(super) track: i32,
    /// Least room between a symbol and the first track.
    pub(super) room: i32,
    /// From the edge of a lane to what is in it.
    pub(super) pad: i32,
    /// Room above and below the symbol of a row.
    pub(super) above: i32,
    pub(super) below: i32,
    /// From the bottom of a row up to a line that drops below its symbol.
    pub(super) channel: i32,
    /// From a line to its label.
    pub(super) label_gap: i32,
    /// Whether labels lie on the lines beside symbols, not above them.
    pub(super) label_on_line: bool,
    /// Length of a line that is cut short.
    pub(super) stub: i32,
    /// Whether symbols stand in the middle of rows that are higher than they need.
    pub(super) centred: bool,
}

/// Size of a label; zero where there is none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Size {
    pub(super) width: i32,
    pub(super) height: i32,
}

/// What is written at a line.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Written {
    /// The answer it stands for.
    pub(super) label: Size,
    /// The number of its target, for a line that is cut short.
    pub(super) target: Size,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Point {
    pub(super) x: i32,
    pub(super) y: i32,
}

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) width: i32,
    pub(super) height: i32,
}

/// A lane: its edges and the middle of its symbols.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Lane {
    pub(super) left: i32,
    pub(super) middle: i32,
    pub(super) right: i32,
}

/// What a lane needs on both sides of the middle of its symbols.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Need {
    pub(super) left: i32,
    pub(super) right: i32,
}

/// A symbol in its lane.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed {
    pub(super) step: usize,
    pub(super) middle: Point,
    pub(super) half_width: i32,
    pub(super) half_height: i32,
}

/// A line with its corners, and where its texts go.
#[derive(Debug, Clone)]
pub(super) struct Drawn {
    /// Position in [`Routes::lines`].
    pub(super) line: usize,
    pub(super) points: Vec<Point>,
    pub(super) label: Option<Area>,
    pub(super) target: Option<Area>,
}

/// Everything in its place.
#[derive(Debug, Clone, Default)]
pub(super) struct Layout {
    pub(super) lanes: Vec<Lane>,
    /// Top and bottom of each row.
    pub(super) rows: Vec<(i32, i32)>,
    pub(super) symbols: Vec<Placed>,
    pub(super) lines: Vec<Drawn>,
    /// Ties between the symbols of one step: two ends each.
    pub(super) ties: Vec<(Point, Point)>,
    /// Where the last row ends.
    pub(super) bottom: i32,
}

/// What each lane needs for its symbols, tracks and labels.
pub(super) fn needs(routes: &Routes, written: &[Written], metrics: &Metrics) -> Vec<Need> {
    let mut rooms = vec![(metrics.room, metrics.room); routes.tracks.len()];
    for (line, written) in routes.lines.iter().zip(written) {
        let Some(room) = rooms.get_mut(line.from_lane) else {
            continue;
        };
        let label = written.label.width;
        let gaps = 2 * metrics.label_gap;
        match (line.way, line.side) {
            // Beside the line, half of the symbol is room too.
            (Way::Down | Way::Drop, _) if label > 0 => {
                room.1 = room.1.max(label + gaps - metrics.half_width);
            }
            (Way::Down | Way::Drop, _) => {}
            (way, side) => {
                let mut wanted = match label {
                    0 => 0,
                    _ => label + gaps,
                };
                if way == Way::Stub {
                    let stub = metrics.stub + written.target.width + gaps;
                    wanted = match metrics.label_on_line {
                        true => wanted + stub,
                        false => wanted.max(stub),
                    };
                }
                let room = match side {
                    Side::Left => &mut room.0,
                    Side::Right => &mut room.1,
                };
                *room = (*room).max(wanted);
            }
        }
    }
    let tracks = |count: usize| count_of(count) * metrics.track;
    let sides = routes.tracks.iter().zip(rooms);
    sides
        .map(|(&(left, right), room)| Need {
            left: metrics.pad + tracks(left) + room.0 + metrics.half_width,
            right: metrics.pad + tracks(right) + room.1 + metrics.half_width,
        })
        .collect()
}

fn count_of(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX / 64)
}

/// Heights of the slots of a row, as distances from its middle, and what the row needs.
struct Heights {
    /// In the order of gaps and slots.
    slots: Vec<Vec<i32>>,
    /// Half of the height of the symbols.
    half: i32,
    above: i32,
    below: i32,
}

fn heights(
    row: &Row,
    symbol: Symbol,
    out: Option<Written>,
    drops: bool,
    written: &[Written],
    metrics: &Metrics,
) -> Heights {
    let label_height = |owner: Owner| match owner {
        Owner::Exit(line) if !metrics.label_on_line => {
            written.get(line).map_or(0, |w| w.label.height)
        }
        _ => 0,
    };
    let mut half = (metrics.half_height)(symbol);
    let mut label_above = 0;
    let mut slots = Vec::with_capacity(row.gaps.len());
    for gap in &row.gaps {
        let mut at = 0;
        let mut places = Vec::with_capacity(gap.len());
        for (index, slot) in gap.iter().enumerate() {
            if index > 0 {
                at += metrics
                    .pitch
                    .max(label_height(slot.owner) + 2 * metrics.label_gap);
            }
            places.push(at);
        }
        let up = at / 2;
        places.iter_mut().for_each(|place| *place -= up);
        if let Some(first) = gap.first() {
            half = half.max(at - up + metrics.corner);
            label_above = label_above.max(up + label_height(first.owner));
        }
        slots.push(places);
    }
    let above = half.max(label_above) + metrics.above;
    let mut below = half + metrics.below;
    if let Some(out) = out {
        below = below.max(half + out.label.height + metrics.label_gap);
    }
    if drops {
        below += metrics.channel;
    }
    Heights {
        slots,
        half,
        above,
        below,
    }
}

/// Where the sides of a pentagon begin to slant, in tenths of its half height.
pub(super) const SHOULDER: i32 = 2;
