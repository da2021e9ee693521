//! What stands below the table.

use std::collections::BTreeSet;

use super::{
    Anchor, Svg, class,
    flow::{arrow, outline, path},
    sign,
};
use crate::{
    chart::{
        Chart, Fault, Symbol, clean,
        layout::{Placed, Point},
        list,
        page::{BODY, HEAD, LABEL, MARGIN, Page, lines_height},
    },
    text::Lang,
};

/// What the symbols mean and what is wrong, below the table.
pub(super) fn footer(chart: &Chart, page: &Page, lang: Lang, svg: &mut Svg) -> i32 {
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
    let faults = list::faults(chart, lang);
    if !faults.is_empty() {
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
