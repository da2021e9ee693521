//! The rules of a kind, run on a document.

use std::{borrow::Cow, sync::Arc};

use super::{Linter, Outcome, Subject, Timings, timed};
use crate::{
    check::Target,
    document::{Document, KIND_KEY, NodeId, Path, Problem, ProblemKind},
    finding::RuleId,
    rule::{Kind, Rule, jsonpath::Budget},
};

impl Linter<'_> {
    /// Runs all rules of the kind. Each path is walked once, however many rules share it.
    pub(super) fn rules_on(&self, subject: &Subject<'_>, out: &mut Outcome) {
        let document = subject.document;
        let mut nodes = Vec::new();
        for (path, ids) in &subject.kind.plan {
            let rules = ids.iter().map(|&id| (id, self.rules.rule(id)));
            let (of_text, others): (Vec<_>, Vec<_>) = rules
                .filter(|(_, rule)| rule.applies_to(document))
                .partition(|(_, rule)| rule.check().minds_only_text());
            if of_text.is_empty() && others.is_empty()
                || !self.select(document, *path, &mut nodes, out)
            {
                continue;
            }
            self.rules_of_text(subject, &of_text, &nodes, out);
            for (id, rule) in others {
                self.timed_rule(subject, id, rule, &nodes, out);
            }
        }
    }

    /// Runs rules that mind only the text of nodes. Most texts of a document stand in others of
    /// the same city too, and most are sound: those are passed over the next time.
    fn rules_of_text(
        &self,
        subject: &Subject<'_>,
        rules: &[(RuleId, &Rule)],
        nodes: &[NodeId],
        out: &mut Outcome,
    ) {
        if rules.is_empty() {
            return;
        }
        let ids: Arc<[_]> = rules.iter().map(|(id, _)| *id).collect();
        let texts = subject.readings.texts();
        for &node in nodes {
            let Some(text) = subject.document.text(node) else {
                continue;
            };
            // Of an alias, some rules leave what they find to the place where it is written.
            let is_alias = subject.document.is_alias(node);
            if !is_alias && texts.is_sound(&ids, text) {
                continue;
            }
            let before = out.findings.len();
            for (id, rule) in rules {
                self.timed_rule(subject, *id, rule, &[node], out);
            }
            if !is_alias && out.findings.len() == before {
                texts.found_sound(&ids, text);
            }
        }
    }

    /// The kind as which an example of a rule is looked at that does not say its kind.
    pub(super) fn example_kind(&self, document: &Document, id: RuleId) -> &Kind {
        let says_kind = document.get(NodeId::ROOT, KIND_KEY).is_some();
        let in_plan = |kind: &&Kind| kind.plan.iter().any(|(_, ids)| ids.contains(&id));
        let stand_in = || self.rules.kinds().iter().find(in_plan);
        let known = self.rules.kind_of(document);
        known
            .or_else(|| if says_kind { None } else { stand_in() })
            .unwrap_or(self.rules.any_kind())
    }

    /// Runs one rule, where the kind has it.
    pub(super) fn only(&self, subject: &Subject<'_>, id: RuleId, rule: &Rule, out: &mut Outcome) {
        let document = subject.document;
        let in_plan = |(_, ids): &&(usize, Vec<RuleId>)| ids.contains(&id);
        let Some((path, _)) = subject.kind.plan.iter().find(in_plan) else {
            return;
        };
        let mut nodes = Vec::new();
        if rule.applies_to(document) && self.select(document, *path, &mut nodes, out) {
            self.rule(subject, id, rule, &nodes, out);
        }
    }

    /// The nodes of a path; a path that costs too much on this document is a finding.
    fn select(
        &self,
        document: &Document,
        path: usize,
        nodes: &mut Vec<NodeId>,
        out: &mut Outcome,
    ) -> bool {
        nodes.clear();
        let Some(path) = self.rules.path(path) else {
            return false;
        };
        match path.select(document, &mut Budget::default(), nodes) {
            Ok(()) => true,
            Err(error) => {
                let reason = Cow::Owned(format!("`{path}`: {}", error.explain_id()));
                let span = document.place(NodeId::ROOT).key();
                let kind = ProblemKind::Internal { reason };
                let problem = Problem {
                    kind,
                    span,
                    path: Path::root(),
                };
                out.findings
                    .extend(self.problem(document.source(), &problem, Some(document)));
                false
            }
        }
    }

    fn timed_rule(
        &self,
        subject: &Subject<'_>,
        id: RuleId,
        rule: &Rule,
        nodes: &[NodeId],
        out: &mut Outcome,
    ) {
        let note = |timings: &Timings, took| timings.add_rule(id, took);
        let run = || self.rule(subject, id, rule, nodes, out);
        timed(subject.ask.timings, note, run);
    }

    fn rule(
        &self,
        subject: &Subject<'_>,
        id: RuleId,
        rule: &Rule,
        nodes: &[NodeId],
        out: &mut Outcome,
    ) {
        let across = rule.check().across();
        let is_read = match (subject.ask.facts, subject.ask.only) {
            (None, _) => false,
            // What others would have read, a rule that is run alone reads itself.
            (Some(_), Some(_)) => true,
            (Some(extent), None) => self.rules.reads(id, extent),
        };
        if across.is_some() && !is_read {
            return;
        }
        let reading = self.rules.reader(id).zip(self.rules.way(id));
        if reading.is_some_and(|(reader, way)| out.facts.share(reader, way)) {
            return;
        }
        let (mut hits, mut facts) = (Vec::new(), Vec::new());
        for &node in nodes {
            let target = Target {
                document: subject.document,
                node,
                form: &subject.kind.form,
                today: self.today,
                readings: &subject.readings,
                rules: self.rules,
                region: subject.ask.region,
            };
            match across {
                Some(across) => across.read(&target, &mut facts),
                None => rule.check().run(&target, &mut hits),
            }
        }
        if let Some((reader, way)) = reading {
            out.facts.add(reader, way, facts);
        }
        let (source, document) = (subject.document.source(), Some(subject.document));
        let finding = |hit| self.finding(source, id, hit, document);
        out.findings.extend(hits.into_iter().map(finding));
    }
}
