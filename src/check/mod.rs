//! The checks a rule can name: one file each, a struct of parameters that knows how to look at
//! a node. A check knows how to look; what must be there is said by the rule packs.

mod active_verb;
mod actor_in_text;
mod actors;
mod age;
mod all;
mod any;
mod citation;
mod complaint;
mod contradiction;
mod cost;
mod covers;
mod date;
mod date_order;
mod document_fee;
mod document_form;
mod drift;
mod duplicate;
mod duration;
mod each;
mod entry_line;
mod filled;
mod flow;
mod flow_time;
mod handed_in;
mod hidden_fee;
mod invisible;
mod known_keys;
mod lazy_regex;
mod legal_bases;
mod length;
mod mentions;
mod mistake;
mod nip;
mod not_pattern;
mod number_words;
mod one_of;
mod open_ended;
mod partial_cost;
mod partner;
mod pattern;
mod pattern_words;
mod patterns;
mod problem;
mod refers;
mod region;
mod required;
mod rewrite;
mod rupiah;
mod same_name;
mod service_names;
mod shape;
mod signer;
mod skeleton;
mod staff_count;
mod step;
mod steps;
mod suppression;
mod target;
mod tariff_basis;
mod time_limit;
mod time_spelling;
mod times;
mod today;
mod unique;
mod vague_cost;
mod vague_time;
mod word_list;
mod word_pairs;
mod words;

use std::fmt::Debug;

use serde::Deserialize;

use crate::{corpus::Across, document::Path, finding::Hit, rule::Environment, text::Phrase};

pub(crate) use self::problem::{decode_reason, hit as problem_hit};
pub use self::{mistake::Mistake, target::Target, today::Today};

/// How far from its node a check looks. What it finds in a node changes with nothing else, so
/// that a node of another document that is the same needs no second look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sight {
    /// At the text of a scalar; what is no scalar it passes over.
    Text,
    /// At the node, the key it stands under, and all that is below it; further, at what is known
    /// of the kind and the region of the document, the year of the run, and the register.
    Part,
    /// Anywhere in the document, and at the day of the run.
    Document,
}

/// Looks at a node and reports the gaps.
pub trait Check: Debug + Send + Sync {
    /// The names that messages and help of a rule may use in braces.
    fn arguments(&self) -> &'static [&'static str];

    /// Makes the parameters ready for use, once, when the rules are loaded.
    ///
    /// # Errors
    ///
    /// Every parameter that cannot be used.
    fn prepare(&mut self, _environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        Ok(())
    }

    /// Reports the gaps of the node.
    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>);

    /// How far from the node it looks.
    fn sight(&self) -> Sight {
        Sight::Document
    }

    /// How it looks at many documents together, for the checks that do.
    fn across(&self) -> Option<&dyn Across> {
        None
    }

    /// The key below the given node that this check is about, where there is just one.
    fn key(&self) -> Option<&str> {
        None
    }

    /// Whether that key must be there, and no other will do instead.
    fn is_required_alone(&self) -> bool {
        false
    }

    /// The only values that a text may have, where the check is about that.
    fn allowed_values(&self) -> &[String] {
        &[]
    }

    /// The problem of form that this check reports, for the rules about files.
    fn problem(&self) -> Option<&str> {
        None
    }

    /// Whether it reports repealed regulations, each as the argument `regulation`: documents with
    /// such a gap must be revised.
    fn tells_repeal(&self) -> bool {
        false
    }

    /// The fault of silencing comments that this check reports, for the rules about them.
    fn fault(&self) -> Option<&str> {
        None
    }
}

macro_rules! checks {
    ($($name:ident => $check:ty,)*) => {
        /// A check as a rule writes it: its name and its parameters.
        #[derive(Debug, Default, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct CheckSpec {
            $(#[serde(default)] $name: Option<Box<$check>>,)*
        }

        /// The names of all checks.
        pub const NAMES: &[&str] = &[$(stringify!($name),)*];

        impl CheckSpec {
            /// The checks that were named, each with its name; a rule must name exactly one.
            pub fn into_checks(self) -> Vec<(&'static str, Box<dyn Check>)> {
                let mut named: Vec<(&'static str, Box<dyn Check>)> = Vec::new();
                $(if let Some(check) = self.$name {
                    named.push((stringify!($name), check));
                })*
                named
            }
        }
    };
}

checks! {
    active_verb => active_verb::ActiveVerb,
    actor_in_text => actor_in_text::ActorInText,
    actors => actors::Actors,
    age => age::Age,
    all => all::All,
    any => any::Any,
    citation => citation::CitationCheck,
    complaint => complaint::Complaint,
    contradiction => contradiction::Contradiction,
    cost => cost::CostCheck,
    covers => covers::Covers,
    date => date::DateCheck,
    date_order => date_order::DateOrder,
    document_fee => document_fee::DocumentFee,
    document_form => document_form::DocumentForm,
    drift => drift::Drift,
    duplicate => duplicate::Duplicate,
    duration => duration::DurationCheck,
    each => each::Each,
    filled => filled::Filled,
    flow => flow::FlowCheck,
    flow_time => flow_time::FlowTime,
    handed_in => handed_in::HandedIn,
    hidden_fee => hidden_fee::HiddenFee,
    invisible => invisible::Invisible,
    known_keys => known_keys::KnownKeys,
    length => length::Length,
    mentions => mentions::Mentions,
    nip => nip::NipCheck,
    not_pattern => not_pattern::NotPattern,
    number_words => number_words::NumberWords,
    one_of => one_of::OneOf,
    open_ended => open_ended::OpenEnded,
    partial_cost => partial_cost::PartialCost,
    partner => partner::Partner,
    pattern => pattern::Pattern,
    problem => problem::ProblemCheck,
    refers => refers::Refers,
    region => region::RegionCheck,
    required => required::Required,
    rupiah => rupiah::Rupiah,
    same_name => same_name::SameName,
    shape => shape::ShapeCheck,
    signer => signer::Signer,
    staff_count => staff_count::StaffCount,
    steps => steps::Steps,
    suppression => suppression::SuppressionCheck,
    tariff_basis => tariff_basis::TariffBasis,
    time_limit => time_limit::TimeLimit,
    unique => unique::Unique,
    vague_cost => vague_cost::VagueCost,
    vague_time => vague_time::VagueTime,
    words => words::Words,
}

/// Loads what checks need and what takes long to load, while rules are loaded.
pub(crate) fn make_ready() {
    patterns::make_ready();
}

/// Prepares the one check of a nested `check`, for checks made of others.
fn prepare_nested(
    spec: CheckSpec,
    environment: &Environment<'_>,
) -> Result<Box<dyn Check>, Vec<Mistake>> {
    let mut named = spec.into_checks();
    let (Some((name, mut check)), true) = (named.pop(), named.is_empty()) else {
        let message = Phrase::new(
            "di sini harus ada tepat satu pemeriksaan",
            "exactly one check must stand here",
        );
        return Err(vec![Mistake::new(Path::root(), message)]);
    };
    match check.prepare(environment) {
        Ok(()) => Ok(check),
        Err(mistakes) => Err(mistakes
            .into_iter()
            .map(|mistake| mistake.under(name))
            .collect()),
    }
}

/// Prepares the checks of a nested `of`, of which there must be at least two.
fn prepare_several(
    specs: Vec<CheckSpec>,
    environment: &Environment<'_>,
) -> Result<Vec<Box<dyn Check>>, Vec<Mistake>> {
    let of = || Path::root().key("of");
    let mut mistakes = Vec::new();
    if specs.len() < 2 {
        let message = Phrase::new(
            "di sini harus ada paling sedikit dua pemeriksaan",
            "at least two checks must stand here",
        );
        mistakes.push(Mistake::new(of(), message));
    }
    let mut checks = Vec::new();
    for (index, spec) in specs.into_iter().enumerate() {
        match prepare_nested(spec, environment) {
            Ok(check) => checks.push(check),
            Err(found) => mistakes.extend(found.into_iter().map(|mistake| {
                let at = of().index(index);
                let steps = at.steps().iter().chain(mistake.path.steps()).cloned();
                Mistake {
                    path: steps.collect(),
                    ..mistake
                }
            })),
        }
    }
    if mistakes.is_empty() {
        Ok(checks)
    } else {
        Err(mistakes)
    }
}

/// The known name most like `name`, where one is like enough to be meant.
pub(crate) fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = name.trim().to_lowercase().replace(['-', ' '], "_");
    let plain = |known: &str| known.to_lowercase().replace('-', "_");
    let candidates = known.into_iter().map(|known| {
        let distance = strsim::osa_distance(&wanted, &plain(known));
        (distance, known)
    });
    let (distance, best) = candidates.min_by_key(|(distance, _)| *distance)?;
    // A third of the letters may differ: `persayaratan` is meant, `catatan` for `biaya` is not.
    let length = best.chars().count().max(wanted.chars().count());
    (distance * 3 <= length && distance < length).then_some(best)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn suggests_only_what_is_likely_meant() {
        let known = [
            "persyaratan",
            "biaya",
            "jangka_waktu",
            "dasar_hukum",
            "nama",
        ];
        let cases = [
            ("persayaratan", Some("persyaratan")),
            ("Persyaratan", Some("persyaratan")),
            ("jangka waktu", Some("jangka_waktu")),
            ("biya", Some("biaya")),
            ("dasarhukum", Some("dasar_hukum")),
            ("catatan", None),
            ("x", None),
        ];
        for (name, expected) in cases {
            assert_eq!(nearest(name, known), expected, "{name}");
        }
    }
}
