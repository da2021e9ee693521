//! The rules of a kind, run on a document.

use std::borrow::Cow;

use super::{Linter, Outcome, Subject, Timings, sound::Known, timed};
use crate::{
    check::{Sight, Target},
    corpus,
    document::{Document, KIND_KEY, NodeId, Path, Problem, ProblemKind},
    finding::RuleId,
    rule::{Kind, Rule, jsonpath::Budget},
};

impl Linter<'_> {
    /// Runs all rules of the kind. Each path is walked once, however many rules share it.
    pub(super) fn rules_on(&self, subject: &Subject<'_>, out: &mut Outcome) {
        let document = subject.document;
        let mut nodes = Vec::new();
        let mut applying = self.rules.applying(document);
        for walk in &subject.kind.plan {
            let mut apply = |rules: &[RuleId]| -> Vec<RuleId> {
                let rules = rules.iter().copied();
                rules.filter(|id| applying.applies(*id)).collect()
            };
            let by_sight = walk
                .rules
                .each_ref()
                .map(|(sight, rules)| (*sight, apply(rules)));
            if by_sight.iter().all(|(_, rules)| rules.is_empty())
                || !self.select(document, walk.path, &mut nodes, out)
            {
                continue;
            }
            for (sight, rules) in &by_sight {
                self.rules_of_sight(subject, *sight, rules, &nodes, out);
            }
        }
        out.turns = subject.today.turns();
    }

    /// Runs rules that look so far. Most parts of a document stand in others of the same city too,
    /// and most are sound: those are passed over the next time.
    fn rules_of_sight(
        &self,
        subject: &Subject<'_>,
        sight: Sight,
        rules: &[RuleId],
        nodes: &[NodeId],
        out: &mut Outcome,
    ) {
        let run = |nodes: &[NodeId], out: &mut Outcome| {
            for &id in rules {
                self.timed_rule(subject, id, self.rules.rule(id), nodes, out);
            }
        };
        if rules.is_empty() || nodes.is_empty() {
            return;
        }
        if sight == Sight::Document {
            return run(nodes, out);
        }
        let sound = self.rules.sound();
        let top = self.target(subject, NodeId::ROOT);
        let mut known = Known::new(top, &subject.kind.name, sight, rules);
        for node in nodes {
            let part = known.of(*node);
            if part.is_some_and(|part| sound.is_known(part)) {
                continue;
            }
            let before = out.findings.len();
            run(std::slice::from_ref(node), out);
            if let Some(part) = part.filter(|_| out.findings.len() == before) {
                sound.remember(part);
            }
        }
    }

    /// The kind as which an example of a rule is looked at that does not say its kind.
    pub(super) fn example_kind(&self, document: &Document, id: RuleId) -> &Kind {
        let says_kind = document.get(NodeId::ROOT, KIND_KEY).is_some();
        let in_plan = |kind: &&Kind| kind.plan.iter().any(|walk| walk.has(id));
        let stand_in = || self.rules.kinds().iter().find(in_plan);
        let known = self.rules.kind_of(document);
        known
            .or_else(|| if says_kind { None } else { stand_in() })
            .unwrap_or(self.rules.any_kind())
    }

    /// Runs one rule, where the kind has it.
    pub(super) fn only(&self, subject: &Subject<'_>, id: RuleId, rule: &Rule, out: &mut Outcome) {
        let document = subject.document;
        let Some(walk) = subject.kind.plan.iter().find(|walk| walk.has(id)) else {
            return;
        };
        let mut nodes = Vec::new();
        if rule.applies_to(document) && self.select(document, walk.path, &mut nodes, out) {
            self.rule(subject, id, rule, &nodes, out);
        }
        out.turns = subject.today.turns();
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

    fn target<'s>(&'s self, subject: &'s Subject<'_>, node: NodeId) -> Target<'s> {
        Target {
            document: subject.document,
            node,
            form: &subject.kind.form,
            today: &subject.today,
            readings: &subject.readings,
            rules: self.rules,
            region: subject.ask.region,
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
            (Some(extent), None) => corpus::is_looked_for(self.rules, id, Some(extent)),
        };
        if across.is_some() && !is_read {
            return;
        }
        let way = self.rules.way(id);
        if way.is_some_and(|way| out.facts.share(id, way)) {
            return;
        }
        let (mut hits, mut facts) = (Vec::new(), Vec::new());
        for &node in nodes {
            let target = self.target(subject, node);
            match across {
                Some(across) => across.read(&target, &mut facts),
                None => rule.check().run(&target, &mut hits),
            }
        }
        if let Some(way) = way {
            out.facts.add(id, way, facts);
        }
        let (source, document) = (subject.document.source(), Some(subject.document));
        let finding = |hit| self.finding(source, id, hit, document);
        out.findings.extend(hits.into_iter().map(finding));
    }
}
