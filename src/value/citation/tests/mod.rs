//! Tests of citations: notations, chains, prose, faults, properties.

mod bodies;
mod chains;
mod details;
mod faults;
mod laws;
mod numbers;
mod properties;
mod prose;
mod regions;

use super::Citation;

/// The citation of a text that must hold one.
fn read(text: &str) -> Citation {
    Citation::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn title(citation: &Citation) -> &str {
    citation.title.as_ref().map_or("", |t| t.text.as_str())
}

/// Checks name, short form and title of every text.
fn check(cases: &[(&str, &str, &str, &str)]) {
    for (text, name, short, expected_title) in cases {
        let citation = read(text);
        assert_eq!(citation.name(), *name, "{text}");
        assert_eq!(citation.short(), *short, "{text}");
        assert_eq!(title(&citation), *expected_title, "{text}");
    }
}
