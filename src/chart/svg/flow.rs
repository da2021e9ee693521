//! Symbols and arrows.

use std::collections::BTreeMap;

use super::{Anchor, Svg, class, escape, sign};
use crate::{
    chart::{
        Chart, Symbol, clean,
        layout::{Area, Drawn, Placed, Point, SHOULDER},
        list,
        measure::Face,
        page::{LABEL, Page, goal},
        route::Way,
    },
    text::Lang,
};

pub(super) fn path(points: &[Point]) -> String {
    let mut path = String::new();
    let mut before: Option<Point> = None;
    for &point in points {
        match before {
            None => path.push_str(&format!("M{} {}", point.x, point.y)),
            Some(last) if last == point => {}
            Some(last) if last.x == point.x => path.push_str(&format!("V{}", point.y)),
            Some(_) => path.push_str(&format!("H{}", point.x)),
        }
        before = Some(point);
    }
    path
}

/// The tip of an arrow that ends with these points.
fn tip(points: &[Point]) -> Option<(Point, Point)> {
    let end = *points.last()?;
    let before = points.iter().rev().find(|point| **point != end)?;
    Some((*before, end))
}

pub(super) fn lines(chart: &Chart, page: &Page, svg: &mut Svg) {
    for (one, other) in &page.layout.ties {
        svg.push(format_args!(
            "<path class=\"tie\" d=\"M{} {}H{}\"/>\n",
            one.x, one.y, other.x
        ));
    }
    // Arrows in one track are drawn together, so that the gaps which let them pass over other
    // lines do not cut each other.
    let mut order: Vec<_> = page.layout.lines.iter().collect();
    let group = |index: usize| {
        let line = page.routes.lines.get(index)?;
        Some(match line.way {
            Way::Track { bundle } => (1, bundle),
            _ => (0, index),
        })
    };
    order.sort_by_key(|drawn| group(drawn.line));
    let mut tips = BTreeMap::new();
    for together in order.chunk_by(|one, other| group(one.line) == group(other.line)) {
        // The one that comes from farthest draws the track, the others join it.
        let far = |drawn: &&&Drawn| {
            let line = page.routes.lines.get(drawn.line);
            line.map(|line| line.from.abs_diff(line.to))
        };
        let farthest = together.iter().max_by_key(far).map(|drawn| drawn.line);
        let own = |drawn: &Drawn| {
            let all = drawn.points.as_slice();
            match farthest == Some(drawn.line) {
                true => path(all),
                false => path(all.get(..2).unwrap_or(all)),
            }
        };
        let gaps: String = together.iter().map(|drawn| own(drawn)).collect();
        svg.push(format_args!("<path class=\"gap\" d=\"{gaps}\"/>\n"));
        for drawn in together {
            let Some(line) = page.routes.lines.get(drawn.line) else {
                continue;
            };
            let Some(edge) = chart.edges.get(line.edge) else {
                continue;
            };
            let from = list::number(chart, line.from);
            let (to, label) = (list::goal(chart, edge), clean(&edge.label));
            let label = match label.is_empty() {
                true => label,
                false => format!(": {label}"),
            };
            svg.push(format_args!(
                "<path class=\"line\" d=\"{}\"><title>{}</title></path>\n",
                own(drawn),
                escape(&format!("{from} → {to}{label}"))
            ));
            tips.extend(tip(&drawn.points).map(|(before, end)| (end, before)));
        }
    }
    for (end, before) in tips {
        arrow(before, end, svg);
    }
    for drawn in &page.layout.lines {
        let lines = page.labels.get(drawn.line);
        if let (Some(area), Some(lines)) = (drawn.label, lines) {
            label(area, lines, &drawn.points, svg);
        }
        let line = page.routes.lines.get(drawn.line);
        let edge = line.and_then(|line| chart.edges.get(line.edge));
        if let (Some(area), Some(edge)) = (drawn.target, edge) {
            let y = area.top + area.height / 2;
            svg.text(&goal(chart, edge), LABEL, "", Anchor::Start, area.left, y);
        }
    }
}

fn label(area: Area, lines: &[String], points: &[Point], svg: &mut Svg) {
    let is_left = points
        .first()
        .is_some_and(|start| area.left + area.width < start.x);
    let (anchor, x) = match is_left {
        true => (Anchor::End, area.left + area.width),
        false => (Anchor::Start, area.left),
    };
    svg.block(lines, (LABEL, ""), anchor, (x, area.top));
}

pub(super) fn arrow(before: Point, end: Point, svg: &mut Svg) {
    let (x, y) = (end.x, end.y);
    let (along, across) = (8, 4);
    let back = Point {
        x: x - along * (x - before.x).signum(),
        y: y - along * (y - before.y).signum(),
    };
    let (dx, dy) = match before.x == x {
        true => (across, 0),
        false => (0, across),
    };
    svg.push(format_args!(
        "<path class=\"arrow\" d=\"M{x} {y}L{} {}L{} {}Z\"/>\n",
        back.x - dx,
        back.y - dy,
        back.x + dx,
        back.y + dy
    ));
}

pub(super) fn symbols(chart: &Chart, page: &Page, lang: Lang, svg: &mut Svg) {
    for placed in &page.layout.symbols {
        let Some(step) = chart.steps.get(placed.step) else {
            continue;
        };
        let severity = step.severity();
        let marked = severity.map_or(String::new(), |severity| format!(" {}", class(severity)));
        svg.push(format_args!(
            "<g><title>{}. {}: {}",
            escape(&clean(&step.id)),
            step.symbol.title().get(lang),
            escape(&clean(&step.text))
        ));
        for found in &step.faults {
            svg.push(format_args!("\n{}", escape(&list::fault(found, lang))));
        }
        svg.push(format_args!("</title>\n"));
        outline(step.symbol, placed, &marked, svg);
        let Point { x, y } = placed.middle;
        let word = match step.symbol {
            Symbol::Start => lang.pick("Mulai", "Start"),
            Symbol::End => lang.pick("Selesai", "End"),
            _ => "",
        };
        let sign = severity.map_or("", sign);
        let face = match word {
            "" => Face::bold(15),
            _ if placed.half_width < 20 => Face::plain(8),
            _ => Face::plain(9),
        };
        let inside = [sign, word].join(" ");
        let inside = inside.trim();
        if !inside.is_empty() {
            svg.text(inside, face, marked.trim(), Anchor::Middle, x, y);
        }
        svg.push(format_args!("</g>\n"));
    }
}

pub(super) fn outline(symbol: Symbol, placed: &Placed, marked: &str, svg: &mut Svg) {
    let Placed {
        middle: Point { x, y },
        half_width: w,
        half_height: h,
        ..
    } = *placed;
    let class = format!("symbol{marked}");
    let (left, right, top, bottom) = (x - w, x + w, y - h, y + h);
    match symbol {
        Symbol::Process | Symbol::Start | Symbol::End => {
            let round = match symbol {
                Symbol::Process => String::new(),
                _ => format!(" rx=\"{}\"", h.min(w)),
            };
            svg.push(format_args!(
                "<rect class=\"{class}\" x=\"{left}\" y=\"{top}\" width=\"{}\" height=\"{}\"{round}/>\n",
                2 * w,
                2 * h
            ));
        }
        Symbol::Decision => svg.push(format_args!(
            "<path class=\"{class}\" d=\"M{x} {top}L{right} {y}L{x} {bottom}L{left} {y}Z\"/>\n"
        )),
        Symbol::OffPage => {
            let shoulder = y + h * SHOULDER / 10;
            svg.push(format_args!(
                "<path class=\"{class}\" d=\"M{left} {top}H{right}V{shoulder}L{x} {bottom}L{left} {shoulder}Z\"/>\n"
            ));
        }
    }
}
