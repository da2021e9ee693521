//! Rows, symbols and lines in their places.

use super::{
    Area, Drawn, Heights, Lane, Layout, Metrics, Placed, Point, SHOULDER, Size, Written, count_of,
    heights,
};
use crate::chart::{
    Chart, Symbol,
    route::{Line, Owner, Routes, Row, Side, Way},
};

/// How far a symbol reaches sideways at a distance from its middle.
fn reach(symbol: Symbol, half_width: i32, half_height: i32, from_middle: i32) -> i32 {
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
pub(in crate::chart) fn place(
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
                // What stands at its end stands beside the symbol, not over its slope.
                let half = self.metrics.half_width;
                let x = match line.side {
                    Side::Left => (leave.x - length).min(from_x - half),
                    Side::Right => (leave.x + length).max(from_x + half),
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
