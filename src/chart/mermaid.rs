//! The flowchart as text for Mermaid: a box around the steps of each actor.

use super::{
    Chart, ChartStep, Goal, Symbol, clean, list,
    route::{lane_count, route},
};
use crate::{finding::Severity, text::Lang};

/// Longest text in a symbol, in characters; Mermaid gives up on very long charts.
const LONGEST: usize = 200;

/// Writes the chart.
pub fn mermaid(chart: &Chart, lang: Lang) -> String {
    let mut text = String::new();
    let title = clean(&chart.title);
    if !title.is_empty() {
        text.push_str(&format!("%% {}\n", comment(&title)));
    }
    text.push_str("flowchart TB\n");
    let rows = route(chart).rows;
    let lanes = lane_count(chart);
    let names = list::lane_names(chart, lanes, lang);
    let mut steps_of: Vec<Vec<usize>> = vec![Vec::new(); lanes];
    for (step, row) in rows.iter().enumerate() {
        // Who is named first leads; a symbol can stand in one box only.
        let first = chart.steps.get(step).and_then(|step| step.actors.first());
        let lane = first.filter(|lane| row.lanes.contains(lane));
        let lane = lane.or(row.lanes.first()).copied().unwrap_or(0);
        if let Some(steps) = steps_of.get_mut(lane) {
            steps.push(step);
        }
    }
    for (lane, (name, steps)) in names.iter().zip(&steps_of).enumerate() {
        if steps.is_empty() {
            continue;
        }
        let indent = match name.is_empty() {
            true => "  ",
            false => {
                text.push_str(&format!(
                    "  subgraph lajur{}[\"{}\"]\n",
                    lane + 1,
                    quoted(name)
                ));
                "    "
            }
        };
        for &at in steps {
            if let Some(step) = chart.steps.get(at) {
                text.push_str(&format!("{indent}{}\n", node(chart, step, at)));
            }
        }
        if !name.is_empty() {
            text.push_str("  end\n");
        }
    }
    for (from, exits) in list::exits(chart).iter().enumerate() {
        for (count, edge) in exits.iter().enumerate() {
            let label = clean(&edge.label);
            let to = match &edge.to {
                Goal::Step(step) if *step < chart.steps.len() => format!("s{}", step + 1),
                Goal::Step(_) => continue,
                Goal::Beyond(word) => {
                    let word = quoted(&clean(word));
                    format!("t{}_{}([\"{word}\"])", from + 1, count + 1)
                }
            };
            let arrow = match label.is_empty() {
                true => "-->".to_owned(),
                false => format!("-->|\"{}\"|", quoted(&label)),
            };
            text.push_str(&format!("  s{} {arrow} {to}\n", from + 1));
        }
    }
    marks(chart, &mut text);
    text
}

fn node(chart: &Chart, step: &ChartStep, at: usize) -> String {
    let mut words = quoted(&format!("{}. {}", clean(&step.id), clean(&step.text)));
    if step.actors.len() > 1 {
        words.push_str(&format!("<br/>({})", quoted(&list::actors(chart, step))));
    }
    for fault in &step.faults {
        let (code, message) = (clean(&fault.code), clean(&fault.message));
        words.push_str(&format!("<br/>⚠ {}", quoted(&format!("{code}: {message}"))));
    }
    let (open, close) = match step.symbol {
        Symbol::Start | Symbol::End => ("([", "])"),
        Symbol::Process => ("[", "]"),
        Symbol::Decision => ("{", "}"),
        Symbol::OffPage => (">", "]"),
    };
    format!("s{}{open}\"{words}\"{close}", at + 1)
}

fn marks(chart: &Chart, text: &mut String) {
    for (severity, style) in [
        (
            Severity::Error,
            "fill:#fde3e1,stroke:#b3140d,stroke-width:3px,color:#1a1a1a",
        ),
        (
            Severity::Warning,
            "fill:#fff0cc,stroke:#985400,stroke-width:3px,color:#1a1a1a",
        ),
        (
            Severity::Info,
            "fill:#e1eefb,stroke:#1257a0,stroke-width:3px,color:#1a1a1a",
        ),
    ] {
        let steps = chart.steps.iter().enumerate();
        let marked = steps.filter(|(_, step)| step.severity() == Some(severity));
        let marked: Vec<_> = marked.map(|(at, _)| format!("s{}", at + 1)).collect();
        if !marked.is_empty() {
            text.push_str(&format!("  classDef {severity} {style}\n"));
            text.push_str(&format!("  class {} {severity}\n", marked.join(",")));
        }
    }
}

/// Text between quotes: whatever could mean something to Mermaid, Markdown or HTML stands as
/// the number of its character.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len());
    for (count, character) in text.chars().enumerate() {
        if count >= LONGEST {
            quoted.push('…');
            break;
        }
        match character {
            ' ' | ',' | '(' | ')' => quoted.push(character),
            _ if character.is_alphanumeric() => quoted.push(character),
            _ => quoted.push_str(&format!("#{};", u32::from(character))),
        }
    }
    quoted
}

/// Text behind `%%`: what would begin a setting is taken apart.
fn comment(text: &str) -> String {
    text.replace(['{', '}', '%'], " ")
}
