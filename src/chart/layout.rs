//! A place for every symbol and every line, in whole units: pixels in a picture, characters on
//! a terminal.

use super::{
    Chart, Symbol,
    route::{Line, Owner, Routes, Row, Side, Way},
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

/// How far a symbol reaches sideways at a distance from its middle.
pub(super) fn reach(symbol: Symbol, half_width: i32, half_height: i32, from_middle: i32) -> i32 {
    let at = from_middle.abs().min(half_height);
    let high = half_height.max(1);
    match symbol {
        Symbol::Process => half_width,
        Symbol::Decision => half_width * (high - at) / high,
        Symbol::Start | Symbol::End => {
            let radius = f64::from(half_height.min(half_width));
            // Where the capsule is high its round ends are cut by straight sides.
            let beyond = f64::from((at - (half_height - half_height.min(half_width))).max(0));
            let inset = radius - (radius * radius - beyond * beyond).max(0.0).sqrt();
            #[expect(clippy::cast_possible_truncation, reason = "no more than half a width")]
            let inset = inset as i32;
            half_width - inset
        }
        Symbol::OffPage => {
            let shoulder = half_height * SHOULDER / 10;
            match from_middle - shoulder {
                down @ 1.. => half_width - half_width * down / (half_height - shoulder).max(1),
                _ => half_width,
            }
        }
    }
}

/// Where the sides of a pentagon begin to slant, in tenths of its half height.
pub(super) const SHOULDER: i32 = 2;

struct Placer<'a> {
    chart: &'a Chart,
    routes: &'a Routes,
    written: &'a [Written],
    metrics: &'a Metrics,
    layout: Layout,
    /// Middle and half height of the symbols of each row.
    middles: Vec<(i32, i32)>,
    exits: Vec<i32>,
    entries: Vec<i32>,
}

/// Places everything below `top`, in the given lanes. `texts` are the heights that the texts of
/// each row need.
pub(super) fn place(
    chart: &Chart,
    routes: &Routes,
    written: &[Written],
    metrics: &Metrics,
    lanes: Vec<Lane>,
    top: i32,
    texts: &[i32],
) -> Layout {
    let mut placer = Placer {
        chart,
        routes,
        written,
        metrics,
        layout: Layout {
            lanes,
            ..Layout::default()
        },
        middles: Vec::with_capacity(routes.rows.len()),
        exits: vec![0; routes.lines.len()],
        entries: vec![0; routes.bundles.len()],
    };
    placer.rows(top, texts);
    placer.lines();
    placer.layout
}

impl Placer<'_> {
    fn symbol(&self, step: usize) -> Symbol {
        let step = self.chart.steps.get(step);
        step.map(|step| step.symbol).unwrap_or_default()
    }

    fn lane(&self, lane: usize) -> Lane {
        self.layout.lanes.get(lane).copied().unwrap_or_default()
    }

    fn rows(&mut self, top: i32, texts: &[i32]) {
        let (routes, metrics) = (self.routes, self.metrics);
        // What leaves each row downwards, and whether it drops.
        let mut down = vec![None; routes.rows.len()];
        for (line, written) in routes.lines.iter().zip(self.written) {
            if matches!(line.way, Way::Down | Way::Drop)
                && let Some(down) = down.get_mut(line.from)
            {
                *down = Some((*written, line.way == Way::Drop));
            }
        }
        let mut top = top;
        for (step, row) in routes.rows.iter().enumerate() {
            let symbol = self.symbol(step);
            let out = down.get(step).copied().flatten();
            let drops = out.is_some_and(|(_, drops)| drops);
            let out = out.map(|(written, _)| written);
            let heights = heights(row, symbol, out, drops, self.written, metrics);
            let needed = heights.above + heights.below;
            let height = needed.max(texts.get(step).copied().unwrap_or(0));
            let middle = top
                + heights.above
                + if metrics.centred {
                    (height - needed) / 2
                } else {
                    0
                };
            self.layout.rows.push((top, top + height));
            self.middles.push((middle, heights.half));
            for &lane in &row.lanes {
                let x = self.lane(lane).middle;
                self.layout.symbols.push(Placed {
                    step,
                    middle: Point { x, y: middle },
                    half_width: metrics.half_width,
                    half_height: heights.half,
                });
            }
            self.slots(step, row, middle, &heights);
            top += height;
        }
        self.layout.bottom = top;
    }

    /// Turns the heights of slots into those of lines, and draws the ties.
    fn slots(&mut self, step: usize, row: &Row, middle: i32, heights: &Heights) {
        for (index, (gap, places)) in row.gaps.iter().zip(&heights.slots).enumerate() {
            for (slot, place) in gap.iter().zip(places) {
                let y = middle + place;
                let height = match slot.owner {
                    Owner::Exit(line) => self.exits.get_mut(line),
                    Owner::Entry(bundle) => self.entries.get_mut(bundle),
                    Owner::Tie => {
                        let ends = row
                            .lanes
                            .get(index.wrapping_sub(1))
                            .zip(row.lanes.get(index));
                        if let Some((&left, &right)) = ends {
                            let one = self.side(step, left, Side::Right, y);
                            let other = self.side(step, right, Side::Left, y);
                            self.layout.ties.push((one, other));
                        }
                        None
                    }
                };
                if let Some(height) = height {
                    *height = y;
                }
            }
        }
    }

    /// The point of a symbol's outline at a height.
    fn side(&self, step: usize, lane: usize, side: Side, y: i32) -> Point {
        let (middle, half_height) = self.middles.get(step).copied().unwrap_or_default();
        let half_width = self.metrics.half_width;
        let reach = match self.metrics.outline {
            true => reach(self.symbol(step), half_width, half_height, y - middle),
            false => half_width,
        };
        let centre = self.lane(lane).middle;
        let x = match side {
            Side::Left => centre - reach,
            Side::Right => centre + reach,
        };
        Point { x, y }
    }

    fn track(&self, lane: usize, side: Side, track: usize) -> i32 {
        let (left, right) = self.routes.tracks.get(lane).copied().unwrap_or_default();
        let lane = self.lane(lane);
        let Metrics {
            pad, track: width, ..
        } = *self.metrics;
        // Counted from the edge of the lane, so that labels keep what room is left.
        match side {
            Side::Left => lane.left + pad + (count_of(left) - 1 - count_of(track)) * width,
            Side::Right => lane.right - pad - (count_of(right) - 1 - count_of(track)) * width,
        }
    }

    fn lines(&mut self) {
        for (index, line) in self.routes.lines.iter().enumerate() {
            let points = self.points(index, line);
            let written = self.written.get(index).copied().unwrap_or_default();
            let label = (written.label.width > 0)
                .then(|| self.label(line, &points, written))
                .flatten();
            let target = (line.way == Way::Stub).then(|| self.target(line, &points, written));
            self.layout.lines.push(Drawn {
                line: index,
                points,
                label,
                target: target.flatten(),
            });
        }
    }

    fn points(&self, index: usize, line: &Line) -> Vec<Point> {
        let (middle, half) = self.middles.get(line.from).copied().unwrap_or_default();
        let (to_middle, to_half) = self.middles.get(line.to).copied().unwrap_or_default();
        let from_x = self.lane(line.from_lane).middle;
        let to_x = self.lane(line.to_lane).middle;
        let below = Point {
            x: from_x,
            y: middle + half,
        };
        let onto = Point {
            x: to_x,
            y: to_middle - to_half,
        };
        let exit = self.exits.get(index).copied().unwrap_or_default();
        let leave = self.side(line.from, line.from_lane, line.side, exit);
        match line.way {
            Way::Down => vec![below, onto],
            Way::Bend => vec![leave, Point { x: to_x, ..leave }, onto],
            Way::Drop => {
                let bottom = self.layout.rows.get(line.from).map_or(0, |row| row.1);
                let y = bottom - self.metrics.channel;
                vec![below, Point { y, ..below }, Point { x: to_x, y }, onto]
            }
            Way::Track { bundle } => {
                let entry = self.entries.get(bundle).copied().unwrap_or_default();
                let Some(bundle) = self.routes.bundles.get(bundle) else {
                    return Vec::new();
                };
                let x = self.track(bundle.lane, bundle.side, bundle.track.unwrap_or(0));
                let enter = self.side(line.to, bundle.lane, bundle.side, entry);
                vec![leave, Point { x, ..leave }, Point { x, ..enter }, enter]
            }
            Way::Stub => {
                let mut length = self.metrics.stub;
                if self.metrics.label_on_line {
                    let written = self.written.get(index).copied().unwrap_or_default();
                    length += written.label.width;
                }
                let x = match line.side {
                    Side::Left => leave.x - length,
                    Side::Right => leave.x + length,
                };
                vec![leave, Point { x, ..leave }]
            }
        }
    }

    fn label(&self, line: &Line, points: &[Point], written: Written) -> Option<Area> {
        let start = points.first()?;
        let Size { width, height } = written.label;
        let gap = self.metrics.label_gap;
        let half = self.metrics.half_width;
        let centre = self.lane(line.from_lane).middle;
        let beside = |top| {
            let left = match line.side {
                Side::Right => centre + half + gap,
                Side::Left => centre - half - gap - width,
            };
            Area {
                left,
                top,
                width,
                height,
            }
        };
        Some(match line.way {
            Way::Down | Way::Drop => Area {
                left: start.x + gap,
                top: start.y + 1,
                width,
                height,
            },
            _ if self.metrics.label_on_line => beside(start.y),
            _ => beside(start.y - height - 1),
        })
    }

    fn target(&self, line: &Line, points: &[Point], written: Written) -> Option<Area> {
        let end = points.last()?;
        let Size { width, height } = written.target;
        let gap = self.metrics.label_gap;
        let left = match line.side {
            Side::Right => end.x + gap,
            Side::Left => end.x - gap - width,
        };
        let top = end.y - height / 2;
        Some(Area {
            left,
            top,
            width,
            height,
        })
    }
}
