//! The flowchart as a picture: SVG that needs nothing beside itself.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use super::{
    Chart, Fault, Symbol, clean,
    layout::{Area, Placed, Point, SHOULDER},
    list,
    measure::Face,
    page::{ACTOR, BODY, Cells, Column, HEAD, LABEL, MARGIN, PAD, Page, TITLE, goal, lines_height},
    route::Way,
};
use crate::{finding::Severity, text::Lang};

/// The look: dark on white, as it is printed; light on dark on screens that are set so.
const STYLE: &str = "
text{font-family:Arial,Helvetica,'Liberation Sans',sans-serif;fill:#1a1a1a;white-space:pre}
.page,.gap{fill:#fff}
.gap{fill:none;stroke:#fff;stroke-width:5}
.head{fill:#e9edf2}
.bold{font-weight:bold}
.soft{fill:#555}
.grid{fill:none;stroke:#9aa5b1;stroke-width:.8}
.frame{fill:none;stroke:#333;stroke-width:1.4}
.symbol{fill:#fff;stroke:#1a1a1a;stroke-width:1.5;stroke-linejoin:round}
.line{fill:none;stroke:#1a1a1a;stroke-width:1.4;stroke-linejoin:round}
.tie{fill:none;stroke:#1a1a1a;stroke-width:1.2;stroke-dasharray:4 3}
.arrow{fill:#1a1a1a}
.error{fill:#fde3e1;stroke:#b3140d;stroke-width:2.4}
.warning{fill:#fff0cc;stroke:#985400;stroke-width:2.4}
.info{fill:#e1eefb;stroke:#1257a0;stroke-width:2.4}
text.error{fill:#b3140d;stroke:none}
text.warning{fill:#985400;stroke:none}
text.info{fill:#1257a0;stroke:none}
@media screen and (prefers-color-scheme:dark){
text{fill:#e8e8e8}
.page{fill:#1b1e23}
.gap{stroke:#1b1e23}
.head{fill:#2a3038}
.soft{fill:#b0b6be}
.grid{stroke:#59636e}
.frame{stroke:#c3c9d0}
.symbol{fill:#262b32;stroke:#e8e8e8}
.line,.tie{stroke:#e8e8e8}
.arrow{fill:#e8e8e8}
.error{fill:#4c1d1b;stroke:#ff8d85}
.warning{fill:#46330b;stroke:#ffc14d}
.info{fill:#16334f;stroke:#8cc4ff}
text.error{fill:#ff8d85}
text.warning{fill:#ffc14d}
text.info{fill:#8cc4ff}
}
@media print{@page{size:A4 landscape;margin:6mm 0}svg{width:100%;height:auto}}
";

/// Draws the chart.
pub fn svg(chart: &Chart, lang: Lang) -> String {
    let page = Page::new(chart, lang);
    let mut body = Svg::default();
    titles(&page, &mut body);
    table(&page, lang, &mut body);
    lines(chart, &page, &mut body);
    symbols(chart, &page, lang, &mut body);
    let bottom = footer(chart, &page, lang, &mut body);
    let (width, height) = (page.width, bottom + MARGIN);
    let title = match clean(&chart.title) {
        title if title.is_empty() => lang.pick("Bagan alir", "Flowchart").to_owned(),
        title => title,
    };
    let title = escape(&title).into_owned();
    let mut svg = Svg::default();
    svg.push(format_args!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"judul uraian\" \
         lang=\"id\">\n<title id=\"judul\">{title}</title>\n<desc id=\"uraian\">"
    ));
    svg.push(format_args!("{}\n", escape(&summary(chart, lang))));
    for line in list::list(chart, lang, true) {
        svg.push(format_args!("{}\n", escape(&line)));
    }
    svg.push(format_args!("</desc>\n<style>{STYLE}</style>\n"));
    svg.push(format_args!(
        "<rect class=\"page\" width=\"{width}\" height=\"{height}\"/>\n{}</svg>\n",
        body.0
    ));
    svg.0
}

/// SVG that grows.
#[derive(Default)]
struct Svg(String);

impl Svg {
    fn push(&mut self, what: fmt::Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = fmt::write(&mut self.0, what);
    }

    /// One line of text; `y` is the middle of the line.
    fn text(&mut self, line: &str, face: Face, class: &str, anchor: Anchor, x: i32, y: i32) {
        let (size, width) = (face.size, face.width(line));
        let baseline = y + size * 7 / 20;
        let bold = if face.bold { "bold " } else { "" };
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let class = format!("{bold}{class}");
        let class = match class.trim() {
            "" => String::new(),
            class => format!(" class=\"{class}\""),
        };
        // The given length keeps a wider font from running out of its cell.
        self.push(format_args!(
            "<text{class} x=\"{x}\" y=\"{baseline}\" font-size=\"{size}\"{anchor} \
             textLength=\"{width}\" lengthAdjust=\"spacingAndGlyphs\">{}</text>\n",
            escape(line)
        ));
    }

    /// Lines of text below each other, the first with its top at `top`.
    fn block(
        &mut self,
        lines: &[String],
        (face, class): (Face, &str),
        anchor: Anchor,
        (x, top): (i32, i32),
    ) {
        let mut y = top + face.line() / 2;
        for line in lines {
            self.text(line, face, class, anchor, x, y);
            y += face.line();
        }
    }
}

#[derive(Clone, Copy)]
enum Anchor {
    Start,
    Middle,
    End,
}

/// Text for XML: nothing in it is markup.
fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"', '\'']) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(character),
        }
    }
    Cow::Owned(escaped)
}

fn summary(chart: &Chart, lang: Lang) -> String {
    let actors: Vec<_> = chart.actors.iter().map(|actor| clean(actor)).collect();
    let (steps, actors) = (chart.steps.len(), actors.join(", "));
    let mut text = lang.pick(
        format!("Bagan alir dengan {steps} langkah. Pelaksana: {actors}."),
        format!("Flowchart of {steps} steps. Actors: {actors}."),
    );
    for found in &chart.faults {
        text.push_str(&format!(" [! {}]", list::fault(found, lang)));
    }
    text
}

fn titles(page: &Page, svg: &mut Svg) {
    let (x, mut top) = (page.width / 2, MARGIN);
    svg.block(&page.title, (TITLE, ""), Anchor::Middle, (x, top));
    top += lines_height(page.title.len(), TITLE);
    svg.block(&page.subtitle, (BODY, "soft"), Anchor::Middle, (x, top));
}

fn table(page: &Page, lang: Lang, svg: &mut Svg) {
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
    draw(lanes.0, second, end(output), second);
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
    title(lang.pick("Pelaksana", "Actor"), lanes, (head, second));
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

/// The class of a grade of faults.
pub(super) fn class(severity: Severity) -> &'static str {
    severity.name()
}

/// The sign beside the colour.
fn sign(severity: Severity) -> &'static str {
    match severity {
        Severity::Error | Severity::Warning => "!",
        Severity::Info => "i",
    }
}

fn path(points: &[Point]) -> String {
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

fn lines(chart: &Chart, page: &Page, svg: &mut Svg) {
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
        let gaps: String = together.iter().map(|drawn| path(&drawn.points)).collect();
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
                path(&drawn.points),
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

fn arrow(before: Point, end: Point, svg: &mut Svg) {
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

fn symbols(chart: &Chart, page: &Page, lang: Lang, svg: &mut Svg) {
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

fn outline(symbol: Symbol, placed: &Placed, marked: &str, svg: &mut Svg) {
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

/// What the symbols mean and what is wrong, below the table.
fn footer(chart: &Chart, page: &Page, lang: Lang, svg: &mut Svg) -> i32 {
    let mut top = page.layout.bottom + 16;
    let used: BTreeSet<_> = chart.steps.iter().map(|step| step.symbol).collect();
    let mut used: Vec<_> = used.into_iter().collect();
    // Both are capsules.
    let has_both = used.contains(&Symbol::Start) && used.contains(&Symbol::End);
    used.retain(|symbol| !(has_both && *symbol == Symbol::End));
    let mut x = MARGIN;
    let y = top + 10;
    for symbol in used {
        let (half_width, half_height) = (14, (page.metrics.half_height)(symbol) * 6 / 10);
        let middle = Point {
            x: x + half_width,
            y,
        };
        let placed = Placed {
            step: 0,
            middle,
            half_width,
            half_height,
        };
        outline(symbol, &placed, "", svg);
        x += 2 * half_width + 6;
        let mut title = symbol.title().get(lang).to_owned();
        if has_both && symbol == Symbol::Start {
            title.push_str(&format!(" / {}", Symbol::End.title().get(lang)));
        }
        svg.text(&title, LABEL, "soft", Anchor::Start, x, y);
        x += LABEL.width(&title) + 20;
    }
    let (from, to) = (Point { x, y }, Point { x: x + 26, y });
    svg.push(format_args!(
        "<path class=\"line\" d=\"{}\"/>\n",
        path(&[from, to])
    ));
    arrow(from, to, svg);
    let title = lang.pick("arah kegiatan", "direction");
    svg.text(title, LABEL, "soft", Anchor::Start, x + 32, y);
    top += 26;
    let of_steps = chart.steps.iter().flat_map(|step| {
        let number = clean(&step.id);
        step.faults.iter().map(move |fault| (number.clone(), fault))
    });
    let of_all = chart.faults.iter().map(|fault| (String::new(), fault));
    let mut faults = of_all.chain(of_steps).peekable();
    if faults.peek().is_some() {
        top += 8;
        let title = lang.pick("Yang perlu diperbaiki", "To be mended");
        svg.block(
            &[title.to_owned()],
            (HEAD, ""),
            Anchor::Start,
            (MARGIN, top),
        );
        top += HEAD.line() + 3;
    }
    for (number, found) in faults {
        top = fault(&number, found, page.width, top, lang, svg);
    }
    top
}

fn fault(number: &str, found: &Fault, width: i32, top: i32, lang: Lang, svg: &mut Svg) -> i32 {
    let class = class(found.severity);
    let y = top + BODY.line() / 2;
    svg.text(
        sign(found.severity),
        HEAD,
        class,
        Anchor::Middle,
        MARGIN + 5,
        y,
    );
    let code = clean(&found.code);
    svg.text(&code, HEAD, class, Anchor::Start, MARGIN + 14, y);
    let mut text = match number {
        "" => String::new(),
        number => lang.pick(format!("Langkah {number}: "), format!("Step {number}: ")),
    };
    text.push_str(&clean(&found.message));
    text.push_str(&format!(" ({})", found.severity.title().get(lang)));
    let left = MARGIN + 14 + HEAD.width(&code).max(48) + 10;
    let lines = BODY.wrap(&text, width - MARGIN - left, 6);
    svg.block(&lines, (BODY, ""), Anchor::Start, (left, top));
    top + lines_height(lines.len().max(1), BODY) + 3
}
