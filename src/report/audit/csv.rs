//! A table of the documents, for spreadsheets and other programs.
//!
//! Columns have names in English, as in the JSON, and numbers a full stop: the same file on
//! every computer. A text from a document that a spreadsheet would take for a formula is given an
//! apostrophe in front.

use std::io::{self, Write};

use super::{Options, Report};
use crate::{
    audit::{DocumentChange, Row},
    rule::RuleSet,
    sanitize::one_line,
};

const HEAD: [&str; 12] = [
    "file", "index", "kind", "name", "unit", "region", "score", "grade", "not_met", "error",
    "warning", "info",
];
const COMPARED: [&str; 6] = [
    "trend",
    "score_before",
    "difference",
    "findings_new",
    "findings_mended",
    "findings_remaining",
];

pub(super) fn write(report: &Report<'_>, _: &Options, out: &mut dyn Write) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    let mut head = HEAD.to_vec();
    if report.comparison.is_some() {
        head.extend(COMPARED);
    }
    table.write_record(&head)?;
    let changes = report.comparison.map(|comparison| &comparison.documents);
    for (index, row) in report.audit.documents.iter().enumerate() {
        let mut cells = document(row, report.rules);
        if let Some(changes) = changes {
            cells.extend(changes.get(index).map(compared).unwrap_or_default());
        }
        table.write_record(&cells)?;
    }
    let gone = changes.into_iter().flatten();
    for change in gone.filter(|change| change.row.is_none()) {
        let text = |text: &Option<String>| cell(text.as_deref().unwrap_or_default());
        let mut cells = vec![String::new(); HEAD.len()];
        for (slot, text) in cells.iter_mut().zip([
            cell(&change.file),
            change.index.to_string(),
            String::new(),
            text(&change.name),
            text(&change.unit),
        ]) {
            *slot = text;
        }
        cells.extend(compared(change));
        table.write_record(&cells)?;
    }
    table.flush()
}

fn document(row: &Row<'_>, rules: &RuleSet) -> Vec<String> {
    let document = row.document;
    let text = |text: &Option<String>| cell(text.as_deref().unwrap_or_default());
    let band = row.score.and_then(|score| rules.grades().of(score));
    let not_met = row.components.iter().filter(|(_, met)| !**met);
    let not_met: Vec<_> = not_met.map(|(key, _)| *key).collect();
    vec![
        cell(&row.file.name),
        document.index.to_string(),
        text(&document.kind),
        text(&document.name),
        text(&document.unit),
        text(&document.region),
        number(row.score),
        band.map_or_else(String::new, |band| cell(&band.grade)),
        cell(&not_met.join(" ")),
        row.error.to_string(),
        row.warning.to_string(),
        row.info.to_string(),
    ]
}

fn compared(change: &DocumentChange) -> Vec<String> {
    vec![
        change.trend.name().to_owned(),
        number(change.score.before),
        number(change.score.difference()),
        change.new.len().to_string(),
        change.mended.len().to_string(),
        change.remaining.to_string(),
    ]
}

fn number(number: Option<f64>) -> String {
    number.map_or_else(String::new, |number| number.to_string())
}

/// Text for a cell: on one line, and never a formula.
fn cell(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = one_line(text);
    if is_formula || text.starts_with(['=', '+', '-', '@']) {
        format!("'{text}")
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            assert!(cell(text).starts_with('\''), "{text:?}");
        }
        assert_eq!(cell("a=b"), "a=b");
        assert_eq!(cell(""), "");
    }
}
