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
mod nip;
mod not_pattern;
mod number_words;
mod one_of;
mod open_ended;
mod partial_cost;
mod partner;
mod pattern;
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
mod tariff_basis;
mod time_limit;
mod time_spelling;
mod times;
mod unique;
mod vague_cost;
mod vague_time;
mod word_list;
mod word_pairs;
mod words;

use std::fmt::Debug;

use jiff::civil::Date;
use serde::Deserialize;

use crate::{
    corpus::Across,
    document::{Document, NodeId, Path, REGION_KEY, Value},
    finding::Hit,
    reading::Readings,
    register::Register,
    rule::{Environment, Form, RuleSet},
    text::Phrase,
};

pub(crate) use self::problem::{decode_reason, hit as problem_hit};

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

    /// The fault of silencing comments that this check reports, for the rules about them.
    fn fault(&self) -> Option<&str> {
        None
    }
}

/// What a check looks at.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// The document.
    pub document: &'a Document,
    /// The node that the rule's `given` selected.
    pub node: NodeId,
    /// What may stand in a document of this kind; the form of its root.
    pub form: &'a Form,
    /// The day of the run.
    pub today: Date,
    /// The values of the document, each read once.
    pub readings: &'a Readings,
    /// The rules of the run, which know the register of regulations.
    pub rules: &'a RuleSet,
    /// The region of the document where it names none, as the settings say.
    pub region: Option<&'a str>,
}

impl<'a> Target<'a> {
    /// The same document, another node.
    #[must_use]
    pub fn with(self, node: NodeId) -> Self {
        Self { node, ..self }
    }

    /// A gap about the whole value of the node.
    pub fn hit(&self) -> Hit {
        Hit::new(
            self.document.path_of(self.node),
            self.document.place(self.node).value(),
        )
    }

    /// A gap about a part of the text of the node, in bytes of that text.
    pub fn hit_part(&self, part: std::ops::Range<usize>) -> Hit {
        Hit::new(
            self.document.path_of(self.node),
            self.document.place(self.node).part(part),
        )
    }

    /// The text of the node, where it is a scalar with something in it.
    pub fn text(&self) -> Option<&'a str> {
        self.document
            .text(self.node)
            .filter(|text| !text.trim().is_empty())
    }

    /// The entries of the node. A person may write one entry as plain text, several as a list,
    /// and each as text or as a mapping: this sees the same thing. Of an entry that is a
    /// mapping, the value of the first of `keys` that it has counts; without `keys`, the
    /// mapping itself.
    pub fn entries(&self, keys: &[impl AsRef<str>]) -> Vec<NodeId> {
        let document = self.document;
        let entry = |node: NodeId| match document.value(node) {
            Value::Null => None,
            Value::Map if !keys.is_empty() => {
                keys.iter().find_map(|key| document.get(node, key.as_ref()))
            }
            _ => Some(node),
        };
        match document.value(self.node) {
            Value::List => document
                .items(self.node)
                .iter()
                .copied()
                .filter_map(entry)
                .collect(),
            _ => entry(self.node).into_iter().collect(),
        }
    }

    /// What is known of regulations.
    pub fn register(&self) -> &'a Register {
        self.rules.register()
    }

    /// A node at the top of the document.
    pub fn top(&self, key: &str) -> Option<Self> {
        self.document
            .get(NodeId::ROOT, key)
            .map(|node| self.with(node))
    }

    /// The region of the document: its own word, else that of the settings.
    pub fn home(&self) -> Option<&'a str> {
        let own = self.top(REGION_KEY).and_then(|region| region.text());
        own.or(self.region)
    }

    /// How people call a key at the top of the document; the key itself where no pack says.
    pub fn title(&self, key: &str) -> Phrase {
        let title = self.form.keys.get(key).and_then(|form| form.title.clone());
        title.unwrap_or_else(|| Phrase::same(format!("`{key}`")))
    }
}

/// A parameter of a check that cannot be used.
#[derive(Debug, Clone)]
pub struct Mistake {
    /// Where it is, from the parameters of the check.
    pub path: Path,
    /// The part of that text, in bytes.
    pub part: Option<std::ops::Range<usize>>,
    /// What is wrong.
    pub message: Phrase,
    /// What to do.
    pub help: Option<Phrase>,
}

impl Mistake {
    /// A mistake in the whole value at `path`.
    pub fn new(path: Path, message: Phrase) -> Self {
        Self {
            path,
            part: None,
            message,
            help: None,
        }
    }

    /// With what to do about it.
    #[must_use]
    pub fn help(mut self, help: Option<Phrase>) -> Self {
        self.help = help;
        self
    }

    /// The same mistake seen from the check that holds this one under `key`.
    #[must_use]
    pub fn under(mut self, key: &str) -> Self {
        let steps = [crate::document::Step::Key(key.to_owned())];
        self.path = steps
            .into_iter()
            .chain(self.path.steps().iter().cloned())
            .collect();
        self
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
