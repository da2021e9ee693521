//! The lines that a finding is about.

use super::{Excerpt, Lines};
use crate::{
    finding::{Finding, Range},
    rule::RuleSet,
    source::Source,
    span::Span,
};

impl Excerpt {
    /// The lines of a finding in the text in which it was found; nothing where they are not to be
    /// shown.
    pub(crate) fn of(finding: &Finding, source: &Source, rules: &RuleSet) -> Option<Self> {
        let check = rules.rule(finding.rule).check();
        let related = finding.related.iter().filter(|place| !place.elsewhere);
        let related = related.map(|place| (place.range, Some(place.message.clone())));
        let places = std::iter::once((finding.range, finding.label.clone())).chain(related);
        if check.across().is_some() {
            // As where the file is not at hand when documents are held against one another.
            let places: Vec<_> = places.collect();
            let numbers = places.iter().map(|(range, _)| range.start.line);
            return Lines::of(source, numbers).excerpt(source.name(), &places);
        }
        let span = |range: Range| {
            Span::new(
                source.text_offset(range.start),
                source.text_offset(range.end),
            )
        };
        let places = places.map(|(range, words)| (span(range), words));
        // What is wrong with the form is seen only beside the lines around it.
        let context = usize::from(check.problem() == Some("syntax"));
        Some(Self::new(source, places, context))
    }
}
