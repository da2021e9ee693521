//! The table around the flow: header and texts.

use super::{Anchor, Svg, escape};
use crate::{
    chart::page::{ACTOR, BODY, Cells, Column, HEAD, MARGIN, PAD, Page, TITLE, lines_height},
    text::Lang,
};

pub(super) fn titles(page: &Page, svg: &mut Svg) {
    let (x, mut top) = (page.width / 2, MARGIN);
    svg.block(&page.title, (TITLE, ""), Anchor::Middle, (x, top));
    top += lines_height(page.title.len(), TITLE);
    svg.block(&page.subtitle, (BODY, "soft"), Anchor::Middle, (x, top));
}

pub(super) fn table(page: &Page, lang: Lang, svg: &mut Svg) {
    let (head, second, top) = page.tops;
    let bottom = page.layout.bottom;
    let [number, activity, inputs, time, output, remark] = page.columns;
    let end = |column: Column| column.left + column.width;
    let (left, right) = (MARGIN, end(remark));
    let lanes = (end(activity), inputs.left);
    svg.push(format_args!(
        "<rect class=\"head\" x=\"{left}\" y=\"{head}\" width=\"{}\" height=\"{}\"/>\n",
        right - left,
        top - head
    ));
    let mut grid = String::new();
    let mut draw = |x1: i32, y1: i32, x2: i32, y2: i32| {
        grid.push_str(&format!("M{x1} {y1}L{x2} {y2}"));
    };
    // Without names the lane needs no row for them.
    let is_named = page.names.lines.iter().any(|lines| !lines.is_empty());
    let from = if is_named { lanes.0 } else { inputs.left };
    draw(from, second, end(output), second);
    for &(_, bottom) in page.layout.rows.iter().rev().skip(1).rev() {
        draw(left, bottom, right, bottom);
    }
    for column in [activity, time, output, remark] {
        let from = match column.left {
            x if x == time.left || x == output.left => second,
            _ => head,
        };
        draw(column.left, from, column.left, bottom);
    }
    for lane in page.layout.lanes.iter().skip(1) {
        draw(lane.left, second, lane.left, bottom);
    }
    svg.push(format_args!("<path class=\"grid\" d=\"{grid}\"/>\n"));
    svg.push(format_args!(
        "<path class=\"frame\" d=\"M{left} {head}H{right}V{bottom}H{left}ZM{left} {top}H{right}\
         M{0} {head}V{bottom}M{1} {head}V{bottom}\"/>\n",
        lanes.0, lanes.1
    ));
    let mut title = |text: &str, (from, to): (i32, i32), (top, bottom): (i32, i32)| {
        let (x, y) = ((from + to) / 2, (top + bottom) / 2);
        svg.text(text, HEAD, "", Anchor::Middle, x, y);
    };
    let sides = |column: Column| (column.left, end(column));
    title("No", sides(number), (head, top));
    title(
        lang.pick("Uraian Kegiatan", "Activity"),
        sides(activity),
        (head, top),
    );
    let below = if is_named { second } else { top };
    title(lang.pick("Pelaksana", "Actor"), lanes, (head, below));
    title(
        lang.pick("Mutu Baku", "Quality Standard"),
        (inputs.left, end(output)),
        (head, second),
    );
    title(
        lang.pick("Keterangan", "Remark"),
        sides(remark),
        (head, top),
    );
    for (text, column) in [
        (lang.pick("Kelengkapan", "Inputs"), inputs),
        (lang.pick("Waktu", "Time"), time),
        ("Output", output),
    ] {
        title(text, sides(column), (second, top));
    }
    names(page, (second, top), svg);
    for (row, cells) in page.cells.iter().enumerate() {
        let (top, bottom) = page.layout.rows.get(row).copied().unwrap_or_default();
        texts(cells, &page.columns, (top + bottom) / 2, svg);
    }
}

fn names(page: &Page, (top, bottom): (i32, i32), svg: &mut Svg) {
    let lanes = page.layout.lanes.iter().zip(&page.names.lines);
    for ((lane, lines), name) in lanes.zip(&page.lane_names) {
        if lines.is_empty() {
            continue;
        }
        svg.push(format_args!("<g><title>{}</title>\n", escape(name)));
        let (x, y) = ((lane.left + lane.right) / 2, (top + bottom) / 2);
        let half = lines_height(lines.len(), ACTOR) / 2;
        if page.names.turned {
            svg.push(format_args!(
                "<g transform=\"translate({x} {}) rotate(-90)\">\n",
                bottom - 6
            ));
            svg.block(lines, (ACTOR, ""), Anchor::Start, (0, -half));
            svg.push(format_args!("</g>\n"));
        } else {
            svg.block(lines, (ACTOR, ""), Anchor::Middle, (x, y - half));
        }
        svg.push(format_args!("</g>\n"));
    }
}

fn texts(cells: &Cells, columns: &[Column; 6], middle: i32, svg: &mut Svg) {
    for (at, (lines, column)) in cells.texts.iter().zip(columns).enumerate() {
        let codes = match at {
            5 => cells.codes.len(),
            _ => 0,
        };
        let top = middle - lines_height(lines.len() + codes, BODY) / 2;
        let (anchor, x) = match at {
            // Numbers and times are short and read best below each other.
            0 | 3 => (Anchor::Middle, column.left + column.width / 2),
            _ => (Anchor::Start, column.left + PAD),
        };
        svg.block(lines, (BODY, ""), anchor, (x, top));
        if codes > 0 {
            let top = top + lines_height(lines.len(), BODY);
            svg.block(&cells.codes, (HEAD, cells.severity()), anchor, (x, top));
        }
    }
}
