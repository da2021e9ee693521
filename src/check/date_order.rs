//! `date_order`: one date is not before another.

use serde::Deserialize;

use super::{Check, Target};
use crate::{
    document::NodeId,
    finding::Hit,
    text::{Lang, Phrase},
    value::date::{Date, DateError},
};

/// Of two keys of the node, the date of the second is not before that of the first. Where day
/// or month are missing, only what is wrong whatever they are.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DateOrder {
    /// The key of the date that comes first.
    first: String,
    /// The key of the date that comes then.
    then: String,
}

impl Check for DateOrder {
    fn arguments(&self) -> &'static [&'static str] {
        &["first", "then"]
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let document = target.document;
        let written = |key: &str| -> Option<(NodeId, &str)> {
            let node = document.get(target.node, key)?;
            Some((node, document.text(node)?.trim()))
        };
        let (Some((first, first_text)), Some((then, then_text))) =
            (written(&self.first), written(&self.then))
        else {
            return;
        };
        let (Some((earliest, _)), Some((_, latest))) = (span(first_text), span(then_text)) else {
            return;
        };
        if latest >= earliest {
            return;
        }
        let first_title = target.title(&self.first);
        let label = Phrase::new(
            format!("{} di sini", first_title.get(Lang::Id)),
            format!("{} is here", first_title.get(Lang::En)),
        );
        hits.push(
            target
                .with(then)
                .hit()
                .argument("first", Phrase::same(first_text.to_owned()))
                .argument("then", Phrase::same(then_text.to_owned()))
                .related(
                    document.path_of(first),
                    document.place(first).value(),
                    label,
                ),
        );
    }
}

/// The first and the last day that a text may mean.
fn span(text: &str) -> Option<(Date, Date)> {
    match Date::parse(text) {
        Ok(date) => Some((date, date)),
        Err(DateError::YearOnly { year, .. }) => {
            Some((Date::new(year, 1, 1)?, Date::new(year, 12, 31)?))
        }
        Err(DateError::NoDay { year, month, .. }) => {
            let last = (28..=31).rev().find_map(|day| Date::new(year, month, day));
            Some((Date::new(year, month, 1)?, last?))
        }
        Err(_) => None,
    }
}
