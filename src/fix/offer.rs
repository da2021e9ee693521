//! A fix of a finding, as it is offered to the engine.

use crate::{
    finding::{FileFix, Finding, RuleId},
    lint::CheckedFile,
    rule::RuleSet,
    text::Lang,
};

/// A fix of a finding that counts.
#[derive(Debug, Clone)]
pub struct Offer {
    /// The rule of the finding.
    pub rule: RuleId,
    /// The document of the file, from 0.
    pub document: usize,
    /// JSON Pointer of the finding.
    pub path: String,
    /// For fixes that insert at one place: which comes first. Insertions without an order wait
    /// for one another.
    pub order: Option<usize>,
    /// The change.
    pub fix: FileFix,
}

impl Offer {
    /// The fixes of all findings of a file, which [`Judge::file`](crate::judge::Judge::file)
    /// has left; those that may change the meaning only with `with_unsafe`.
    pub fn all(file: &CheckedFile, rules: &RuleSet, with_unsafe: bool) -> Vec<Self> {
        let mut offers = Vec::new();
        for document in &file.documents {
            let kind = document.kind.as_deref();
            let kind = kind.and_then(|name| rules.kinds().iter().find(|kind| kind.name == name));
            for finding in &document.findings {
                let key = finding.path.strip_prefix('/').unwrap_or_default();
                let components = kind.map(|kind| kind.components.as_slice());
                let components = components.unwrap_or_default();
                let order = components.iter().position(|part| part.key == key);
                offers.extend(Self::of(finding, document.index, order));
            }
        }
        let outside = file.documents.len();
        offers.extend(
            file.findings
                .iter()
                .filter_map(|finding| Self::of(finding, outside, None)),
        );
        offers.retain(|offer| with_unsafe || offer.fix.safe);
        offers
    }

    fn of(finding: &Finding, document: usize, order: Option<usize>) -> Option<Self> {
        let fix = finding.fix.as_deref()?.clone();
        // Only what inserts the component itself comes in the order of the regulation.
        let key = finding.path.strip_prefix('/').unwrap_or_default();
        let is_key = |text: &str| {
            text.trim_start()
                .strip_prefix(key)?
                .strip_prefix(':')
                .map(|_| ())
        };
        let inserts = fix
            .edits
            .iter()
            .all(|(start, end, text)| start == end && is_key(text).is_some());
        Some(Self {
            rule: finding.rule,
            document,
            path: finding.path.clone(),
            order: order.filter(|_| inserts),
            fix,
        })
    }

    /// The first byte that it changes.
    pub(super) fn start(&self) -> Option<usize> {
        self.fix.edits.iter().map(|(start, ..)| *start).min()
    }

    /// Whether its edits stand in the order of the file without touching, and do something.
    pub(super) fn is_sound(&self) -> bool {
        let edits = self.fix.edits.windows(2);
        let mut pairs = edits.filter_map(|pair| match pair {
            [(_, end, _), (start, next_end, _)] => Some((*end, *start, *next_end)),
            _ => None,
        });
        !self.fix.edits.is_empty()
            && pairs.all(|(end, start, next_end)| end < start || end == start && start < next_end)
    }

    /// What it is about, in this pass and the next.
    pub(super) fn gap(&self) -> Gap {
        Gap {
            rule: self.rule,
            document: self.document,
            path: self.path.clone(),
            title: self.fix.title.get(Lang::Id).to_owned(),
        }
    }
}

/// A gap with a way to mend it, whatever stands above it in the file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Gap {
    pub(super) rule: RuleId,
    document: usize,
    pub(super) path: String,
    title: String,
}
