//! `flow`: the steps of a procedure lead from one start to an end.

mod branches;
mod ends;
mod handover;
mod pages;
mod place;
mod reach;
mod targets;

use serde::Deserialize;

use super::{
    Check, Mistake, Target,
    word_list::{self, NamedList},
};
use crate::{finding::Hit, flow::Flow, rule::Environment};

use place::hit;
pub(super) use place::{clipped, relate, step_name};

/// The procedure, as a text, a list of texts, or steps. One check says one thing about it; what
/// has the same cause is reported once, by the report that is nearest to the cause.
#[derive(Debug, Deserialize)]
#[serde(
    tag = "report",
    rename_all = "kebab-case",
    rename_all_fields = "snake_case",
    deny_unknown_fields
)]
pub(super) enum FlowCheck {
    /// An end is drawn but no start.
    NoStart {},
    /// More than one start is drawn.
    SeveralStarts {},
    /// A start is drawn but no end.
    NoEnd {},
    /// Ends are drawn, but nothing follows on a step that is none.
    DeadEnd {},
    /// An end says what follows on it.
    EndContinues {},
    /// No step leads there.
    Unreachable {},
    /// Steps lead to each other and never to an end.
    EndlessLoop {},
    /// A way out leads to a step that is not there.
    UnknownTarget {},
    /// Several steps have one number.
    SameNumber {},
    /// A symbol that is none of the five.
    UnknownSymbol {},
    /// A decision with fewer than two ways out that say when they are taken.
    FewBranches {},
    /// Two ways out of one decision with the same label.
    SameLabel {},
    /// All ways out of a decision lead to the same step.
    SameTarget {},
    /// A step with branches that is not drawn as a decision.
    BranchSymbol {},
    /// An off-page link without the other one of its pair.
    LonePage {},
    /// Work goes to and fro between two actors.
    HandBack {
        /// Times that it changes hands between the same two, one after the other.
        times: usize,
        /// Words for those who are served: talking with them takes turns.
        applicants: NamedList,
    },
}

impl Check for FlowCheck {
    fn arguments(&self) -> &'static [&'static str] {
        match self {
            Self::NoStart {} | Self::NoEnd {} => &[],
            Self::SeveralStarts {} => &["count"],
            Self::DeadEnd {} | Self::EndContinues {} | Self::Unreachable {} => &["step"],
            Self::EndlessLoop {} => &["steps"],
            Self::UnknownTarget {} => &["goal", "step", "state", "hint"],
            Self::SameNumber {} => &["number"],
            Self::UnknownSymbol {} => &["symbol", "step", "hint"],
            Self::FewBranches {} => &["step", "state"],
            Self::SameLabel {} => &["step", "label"],
            Self::SameTarget {} => &["step", "goal"],
            Self::BranchSymbol {} => &["step", "symbol"],
            Self::LonePage {} => &["step"],
            Self::HandBack { .. } => &["one", "other", "times", "step"],
        }
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        match self {
            Self::HandBack { applicants, .. } => {
                word_list::prepare([("applicants", applicants)], environment)
            }
            _ => Ok(()),
        }
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let Some(flow) = target.readings.flow(target.document) else {
            return;
        };
        // Nearly all procedures are plain lists, of which only hand-backs can be said.
        if !flow.is_drawn && !matches!(self, Self::HandBack { .. } | Self::SameNumber {}) {
            return;
        }
        let subject = Subject {
            target,
            flow: &flow,
        };
        match self {
            Self::NoStart {} => hits.extend(ends::no_start(&subject)),
            Self::SeveralStarts {} => hits.extend(ends::several_starts(&subject)),
            Self::NoEnd {} => hits.extend(ends::no_end(&subject)),
            Self::DeadEnd {} => hits.extend(ends::dead_ends(&subject)),
            Self::EndContinues {} => hits.extend(ends::continued(&subject)),
            Self::Unreachable {} => hits.extend(reach::unreachable(&subject)),
            Self::EndlessLoop {} => hits.extend(reach::endless_loops(&subject)),
            Self::UnknownTarget {} => hits.extend(targets::unknown(&subject)),
            Self::SameNumber {} => hits.extend(targets::same_number(&subject)),
            Self::UnknownSymbol {} => hits.extend(branches::unknown_symbol(&subject)),
            Self::FewBranches {} => hits.extend(branches::few(&subject)),
            Self::SameLabel {} => hits.extend(branches::same_label(&subject)),
            Self::SameTarget {} => hits.extend(branches::same_target(&subject)),
            Self::BranchSymbol {} => hits.extend(branches::symbol(&subject)),
            Self::LonePage {} => hits.extend(pages::lone(&subject)),
            Self::HandBack { times, applicants } => {
                hits.extend(handover::back_and_forth(&subject, *times, applicants));
            }
        }
    }
}

/// The procedure that is looked at, and the document around it.
struct Subject<'a> {
    target: &'a Target<'a>,
    flow: &'a Flow,
}
