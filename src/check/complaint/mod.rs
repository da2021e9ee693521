//! `complaint`: citizens can complain, to someone, and get an answer in time.

mod channels;
mod deadlines;

use serde::Deserialize;

use super::{
    Check, Mistake, Sight, Target,
    word_list::{self, NamedList},
};
use crate::{
    finding::Hit,
    reading::Channels,
    rule::Environment,
    text::Phrase,
    value::contact::{Contact, ContactKind},
};

/// The part about complaints, as text, a list, or mappings. One check says one thing about it;
/// where no channel can be used, only that is reported.
#[derive(Debug, Deserialize)]
#[serde(
    tag = "report",
    rename_all = "snake_case",
    rename_all_fields = "snake_case",
    deny_unknown_fields
)]
pub(super) enum Complaint {
    /// No channel can be used.
    NoChannel {
        /// Placeholders, which other rules report.
        unfilled: NamedList,
        /// Words of a place to go to.
        places: NamedList,
        /// Words by which the text points to where the number stands.
        pointers: NamedList,
    },
    /// A channel is named without what a citizen needs to use it, while others can be used.
    NoAddress {
        /// Placeholders, which other rules report.
        unfilled: NamedList,
        /// Words of a place to go to.
        places: NamedList,
    },
    /// A number, email address or link that cannot work.
    Impossible {},
    /// Something is promised later than the law allows.
    Late {
        /// The most days.
        days: u64,
        /// Words for what is promised.
        words: NamedList,
        /// Words for something else that has another limit.
        other: NamedList,
        /// Words of a sentence about another time.
        unless: NamedList,
        /// What to look for.
        #[serde(default)]
        when: When,
    },
    /// Nobody is named who is in charge.
    NoPerson {
        /// Words for someone in charge.
        words: NamedList,
        /// Words of a place to go to.
        places: NamedList,
    },
    /// The national channel is not named.
    NoLapor {
        /// Names of it.
        words: NamedList,
        /// Words of a place to go to.
        places: NamedList,
    },
}

/// How surely a promise is later than the law allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum When {
    /// More days, whatever kind of days is meant.
    #[default]
    Certain,
    /// As many working days as the law gives days.
    WorkingDays,
}

impl Check for Complaint {
    fn arguments(&self) -> &'static [&'static str] {
        match self {
            Self::NoAddress { .. } => &["channel"],
            Self::Impossible {} => &["value", "reason"],
            Self::Late { .. } => &["value"],
            _ => &[],
        }
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        match self {
            Self::NoChannel {
                unfilled,
                places,
                pointers,
            } => word_list::prepare(
                [
                    ("unfilled", unfilled),
                    ("places", places),
                    ("pointers", pointers),
                ],
                environment,
            ),
            Self::NoAddress { unfilled, places } => {
                word_list::prepare([("unfilled", unfilled), ("places", places)], environment)
            }
            Self::Late {
                words,
                other,
                unless,
                ..
            } => word_list::prepare(
                [("words", words), ("other", other), ("unless", unless)],
                environment,
            ),
            Self::NoPerson { words, places } | Self::NoLapor { words, places } => {
                word_list::prepare([("words", words), ("places", places)], environment)
            }
            Self::Impossible {} => Ok(()),
        }
    }

    fn sight(&self) -> Sight {
        Sight::Part
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        if target.document.is_blank(target.node) {
            return;
        }
        let read = target.readings.channels(target.document, target.node);
        match self {
            Self::NoChannel {
                unfilled,
                places,
                pointers,
            } => {
                hits.extend(channels::none(target, &read, unfilled, places, pointers));
            }
            Self::Impossible {} => channels::impossible(target, &read, hits),
            Self::Late {
                days,
                words,
                other,
                unless,
                when,
            } => {
                let words = deadlines::Words {
                    words,
                    other,
                    unless,
                };
                deadlines::late(target, &read, &words, *days, *when, hits);
            }
            // Where nothing can be used, that is the gap.
            Self::NoAddress { places, .. }
            | Self::NoPerson { places, .. }
            | Self::NoLapor { places, .. }
                if !channels::any_usable(&read, places) => {}
            Self::NoAddress { unfilled, .. } => {
                channels::without_address(target, &read, unfilled, hits);
            }
            Self::NoPerson { words, .. } => {
                let named = |text: &str| words.is_in(text) || has_degree(text);
                if !all_text(&read).any(named) {
                    hits.push(whole(target));
                }
            }
            Self::NoLapor { words, .. } => {
                let by_name = |contact: &Contact| contact.kind == ContactKind::Lapor;
                if !read.contacts().any(by_name) && !all_text(&read).any(|text| words.is_in(text)) {
                    hits.push(whole(target));
                }
            }
        }
    }
}

/// A gap of the whole part: its key is underlined.
fn whole(target: &Target<'_>) -> Hit {
    Hit::new(
        target.document.path_of(target.node),
        target.document.place(target.node).key(),
    )
}

/// `Budi Santoso, S.Sos.`, `dr. Maya`, `NIP ...`: a person is named.
fn has_degree(text: &str) -> bool {
    let marks = [
        ", S.", ", A.Md", ", M.", "dr. ", "drg. ", "Ns. ", "Drs. ", "Dra. ", "NIP",
    ];
    marks.iter().any(|mark| text.contains(mark))
}

/// A gap at a stretch of a statement.
fn hit_in(
    target: &Target<'_>,
    line: &crate::reading::Statement,
    range: std::ops::Range<usize>,
) -> Option<Hit> {
    let (node, range) = line.place(range)?;
    Some(target.with(node).hit_part(range))
}

fn quoted(line: &crate::reading::Statement, range: std::ops::Range<usize>) -> Phrase {
    let words = line.text.get(range).unwrap_or_default();
    Phrase::same(words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// All the text of the part.
fn all_text(read: &Channels) -> impl Iterator<Item = &str> {
    read.statements.iter().map(|line| line.text.as_str())
}
