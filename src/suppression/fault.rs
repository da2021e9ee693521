//! What is wrong with a silencing comment, as a finding with a fix.

mod fix;
mod words;

use jiff::civil::Date;

use super::{Meaning, Mistake, Named, Suppression};
use crate::{
    finding::{Hit, RuleId},
    rule::RuleSet,
    source::Source,
    span::Span,
    text::Phrase,
};

/// The names of all kinds of fault, by which a rule refers to them.
pub const FAULTS: [&str; 7] = [
    "unused",
    "unknown-rule",
    "expired",
    "no-reason",
    "locked",
    "blanket",
    "unreadable",
];

/// Something wrong with a comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The comment, by its position in the list.
    pub suppression: usize,
    /// What is wrong.
    pub kind: FaultKind,
    /// The rules concerned, by their position in the comment.
    pub rules: Vec<usize>,
    /// The rules that a comment naming too much would have silenced.
    pub meant: Vec<RuleId>,
}

/// What is wrong with a comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// It silences nothing.
    Unused(Idle),
    /// It names a rule that is not known.
    Unknown,
    /// Its last day has passed.
    Expired {
        /// The last day.
        until: Date,
        /// Whether there is still something that it would silence.
        is_needed: bool,
    },
    /// It does not say why.
    NoReason,
    /// The rule may not be silenced.
    Locked {
        /// By no comment ever, not just by the settings.
        never: bool,
    },
    /// It names no rule, or a whole family.
    Blanket,
    /// It cannot be understood.
    Unreadable(Mistake),
}

/// Why a comment silences nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Idle {
    /// The rule found nothing there.
    NothingFound,
    /// The settings do not let the rule run there.
    NotRun,
    /// Nearer comments silence all that the rule found.
    Elsewhere,
    /// No key and no entry follows.
    NothingFollows,
    /// The comment names the rule twice.
    Repeated,
    /// It stands right above the first key, so it is not about the whole document.
    OnlyFirstKey,
}

impl FaultKind {
    /// The name by which a rule refers to it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Unused(_) => "unused",
            Self::Unknown => "unknown-rule",
            Self::Expired { .. } => "expired",
            Self::NoReason => "no-reason",
            Self::Locked { .. } => "locked",
            Self::Blanket => "blanket",
            Self::Unreadable(_) => "unreadable",
        }
    }
}

/// The values that the rules about faults may use.
pub(crate) const ARGUMENTS: &[&str] = &["rules", "reason", "advice", "until"];

/// Most names written out.
const MOST_NAMES: usize = 8;

/// The gap that a fault is.
pub(crate) fn hit(
    source: &Source,
    suppression: &Suppression,
    fault: &Fault,
    rules: &RuleSet,
) -> Hit {
    let maker = Maker {
        source,
        suppression,
        fault,
        rules,
    };
    let hit = Hit::new(suppression.scope.path(), maker.place())
        .argument("rules", maker.names())
        .argument("reason", maker.reason())
        .argument("advice", maker.advice());
    let hit = match &fault.kind {
        FaultKind::Expired { until, .. } => hit.argument("until", Phrase::same(until.to_string())),
        _ => hit,
    };
    maker.fix(hit)
}

struct Maker<'a> {
    source: &'a Source,
    suppression: &'a Suppression,
    fault: &'a Fault,
    rules: &'a RuleSet,
}

impl<'a> Maker<'a> {
    /// The names concerned, in their order.
    fn named(&self) -> impl Iterator<Item = &'a Named> + use<'a> {
        let all = &self.suppression.rules;
        self.fault.rules.iter().filter_map(|&at| all.get(at))
    }

    fn is_whole(&self) -> bool {
        self.fault.rules.len() == self.suppression.rules.len()
    }

    /// What to underline.
    fn place(&self) -> Span {
        let mistake = match &self.fault.kind {
            FaultKind::Unreadable(
                Mistake::Verb { span, .. }
                | Mistake::Tool { span }
                | Mistake::OtherLinter { span }
                | Mistake::Date { span },
            ) => Some(*span),
            _ => None,
        };
        if let Some(span) = mistake.filter(|span| !span.is_empty()) {
            return span;
        }
        let is_about_names = matches!(
            self.fault.kind,
            FaultKind::Unknown | FaultKind::Locked { .. } | FaultKind::Blanket
        );
        match self.named().next() {
            Some(first) if is_about_names || !self.is_whole() => first.span,
            _ => self.suppression.span,
        }
    }

    /// Codes of the rules that a comment naming too much is about.
    fn meant(&self) -> Vec<&'a str> {
        let rules = self.fault.meant.iter().map(|&id| self.rules.rule(id));
        let is_named = |rule: &&crate::rule::Rule| {
            let mut named = self.named().map(|named| named.name.as_str());
            let is_family = named.any(|name| name.eq_ignore_ascii_case(rule.family()));
            let is_all = self
                .named()
                .all(|named| self.rules.find(&named.name).is_empty());
            (is_family || is_all) && rule.check().fault().is_none()
        };
        let codes = rules.filter(is_named).map(|rule| rule.code.as_str());
        codes.take(MOST_NAMES).collect()
    }

    /// The first unknown name that is like a known one, and that one.
    fn nearest(&self) -> Option<(Span, &'a str)> {
        self.named().find_map(|named| match &named.meaning {
            Meaning::Unknown {
                nearest: Some(nearest),
            } => Some((named.span, nearest.as_str())),
            _ => None,
        })
    }
}
