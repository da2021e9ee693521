//! Rules on files: from bytes to findings.

mod report;
mod run;
mod sound;
mod timings;

pub use self::timings::{Stage, Timings};
pub(crate) use self::{report::fingerprint_of, sound::Sound, timings::timed};

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
};

use jiff::civil::Date;

use crate::{
    check::{self, Today},
    corpus::{DocumentFacts, Extent},
    document::{self, Document, KIND_KEY, Limits, NodeId, Path, Problem, ProblemKind},
    finding::{Finding, Range, RuleId},
    judge::Score,
    reading::Readings,
    rule::{Kind, Rule, RuleSet},
    source::{Digest, Position, Source},
    span::Span,
    suppression::{self, Suppressions},
};

/// Looks at files with a set of rules.
#[derive(Debug, Clone, Copy)]
pub struct Linter<'a> {
    /// The rules.
    pub rules: &'a RuleSet,
    /// The day of the run.
    pub today: Date,
    /// How much of a file is read.
    pub limits: Limits,
    /// Whether findings carry the lines around them.
    pub excerpts: bool,
}

/// What is asked of a file beside its bytes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Ask<'a> {
    /// The region of documents that do not name theirs.
    pub region: Option<&'a str>,
    /// Run only this rule, and whatever the kind of a document that does not say it.
    pub only: Option<(RuleId, &'a Rule)>,
    /// How much it will be held against, for which facts are kept; none where it will not be.
    pub facts: Option<Extent>,
    /// Where to note what it took.
    pub timings: Option<&'a Timings>,
}

/// A document on its way through the rules.
struct Subject<'a> {
    document: &'a Document,
    kind: &'a Kind,
    readings: Readings,
    today: Today,
    ask: Ask<'a>,
}

/// What the rules gave for a document.
#[derive(Default)]
struct Outcome {
    findings: Vec<Finding>,
    facts: DocumentFacts,
    turns: Option<Date>,
}

/// A file and what was found in it.
#[derive(Debug, Clone, Default)]
pub struct CheckedFile {
    /// How people call it.
    pub name: String,
    /// Its documents, in their order.
    pub documents: Vec<CheckedDocument>,
    /// What belongs to none of its documents.
    pub findings: Vec<Finding>,
    /// Findings of the file that a baseline knows.
    pub baselined: Vec<Finding>,
    /// Whether some document says with `jenis` that it is one of ours.
    pub has_kind: bool,
    /// Whether its bytes could not be read.
    pub is_unreadable: bool,
    /// Whether there is something in it that could not be checked, so that more may be wrong
    /// with it than was found.
    pub is_partial: bool,
    /// By which its bytes are known again, where they could be read.
    pub digest: Option<Digest>,
}

/// A document and what was found in it.
#[derive(Debug, Clone, Default)]
pub struct CheckedDocument {
    /// Position among the documents of its file, from 0.
    pub index: usize,
    /// Its kind, where it is known.
    pub kind: Option<String>,
    /// The name of its service or procedure.
    pub name: Option<String>,
    /// The unit that provides it.
    pub unit: Option<String>,
    /// The region, ministry or agency.
    pub region: Option<String>,
    /// What was found, in the order of the text, then of the codes.
    pub findings: Vec<Finding>,
    /// The comments that silence rules, where there are any; taken away once judged.
    pub suppressions: Option<Suppressions>,
    /// For each component of its kind, whether its pack does not ask it of this document.
    pub not_asked: Vec<bool>,
    /// Findings that a comment silences.
    pub suppressed: Vec<Finding>,
    /// Findings that a baseline knows.
    pub baselined: Vec<Finding>,
    /// What is held against other documents.
    pub facts: DocumentFacts,
    /// The first day on which something else may be found in it although it stays as it is, a new
    /// year apart; none where there is no such day.
    pub turns: Option<Date>,
    /// How much of what its regulation asks for it has; once judged, where its kind has one and
    /// all rules were run.
    pub score: Option<Score>,
}

/// The problem of a file beyond the limit.
pub fn too_large(limits: &Limits) -> Problem {
    let kind = ProblemKind::TooLarge {
        limit: limits.bytes,
    };
    Problem {
        kind,
        span: Span::default(),
        path: Path::root(),
    }
}

impl Linter<'_> {
    /// Checks the bytes of a file, and keeps all facts. With `only`, only that rule, and whatever
    /// the kind of a document that does not say it.
    ///
    /// A failure inside sopan becomes a finding, so that the other files are still checked.
    pub fn check_bytes(
        &self,
        name: &str,
        bytes: Vec<u8>,
        only: Option<(RuleId, &Rule)>,
    ) -> CheckedFile {
        let ask = Ask {
            only,
            facts: Some(Extent::Everything),
            ..Ask::default()
        };
        self.look(ask, name, bytes)
    }

    /// As [`Linter::check_bytes`], but what is asked for.
    pub fn look(&self, ask: Ask<'_>, name: &str, bytes: Vec<u8>) -> CheckedFile {
        let check = || self.check_text(ask, name, bytes);
        let checked = catch_unwind(AssertUnwindSafe(check));
        checked.unwrap_or_else(|panic| {
            let reason = panic
                .downcast_ref::<&str>()
                .map(|reason| (*reason).to_owned())
                .or_else(|| panic.downcast_ref::<String>().cloned())
                .unwrap_or_default();
            let kind = ProblemKind::Internal {
                reason: reason.into(),
            };
            self.problem_file(
                name,
                Problem {
                    kind,
                    span: Span::default(),
                    path: Path::root(),
                },
            )
        })
    }

    /// A file of which nothing is known but that it cannot be checked.
    pub fn problem_file(&self, name: &str, problem: Problem) -> CheckedFile {
        let source = Arc::new(Source::from_text(name, ""));
        let mut finding = self.problem(&source, &problem, None);
        if let (Some(finding), Some(at)) = (&mut finding, problem.kind.position()) {
            finding.range = Range {
                start: at,
                end: Position {
                    offset: at.offset + 1,
                    column: at.column + 1,
                    ..at
                },
            };
        }
        CheckedFile {
            name: name.to_owned(),
            findings: finding.into_iter().collect(),
            is_unreadable: true,
            is_partial: true,
            ..CheckedFile::default()
        }
    }

    fn check_text(&self, ask: Ask<'_>, name: &str, bytes: Vec<u8>) -> CheckedFile {
        let digest = Digest::of(&bytes);
        let source = match Source::decode(name, bytes) {
            Ok(source) => Arc::new(source),
            Err(error) => {
                let kind = ProblemKind::Encoding(error);
                return self.problem_file(
                    name,
                    Problem {
                        kind,
                        span: Span::default(),
                        path: Path::root(),
                    },
                );
            }
        };
        let parsed = timed(
            ask.timings,
            |timings, took| timings.add(Stage::Parse, took),
            || document::parse(&source, &self.limits),
        );
        let findings = parsed
            .problems
            .iter()
            .filter_map(|problem| self.problem(&source, problem, None));
        let mut findings: Vec<_> = findings.collect();
        sort(&mut findings);
        let documents: Vec<_> = timed(
            ask.timings,
            |timings, took| timings.add(Stage::Rules, took),
            || {
                let documents = parsed.documents.iter();
                documents.map(|d| self.document(d, ask)).collect()
            },
        );
        CheckedFile {
            name: name.to_owned(),
            digest: Some(digest),
            is_partial: self.hide_something(&findings)
                || documents.iter().any(|d| self.hide_something(&d.findings)),
            findings,
            has_kind: parsed
                .documents
                .iter()
                .any(|d| d.get(NodeId::ROOT, KIND_KEY).is_some())
                || parsed
                    .problems
                    .iter()
                    .any(|p| !matches!(p.kind, ProblemKind::Empty)),
            documents,
            ..CheckedFile::default()
        }
    }

    /// Whether one of these findings says that something could not be checked.
    fn hide_something(&self, findings: &[Finding]) -> bool {
        let hides = |finding: &Finding| {
            let mut hiding = ProblemKind::hiding();
            hiding.any(|name| self.rules.problem_rule(name) == Some(finding.rule))
        };
        findings.iter().any(hides)
    }

    fn document(&self, document: &Document, ask: Ask<'_>) -> CheckedDocument {
        let kind = self.rules.kind_of(document);
        let text = |key| {
            let node = document.get(NodeId::ROOT, key)?;
            document.text(node).map(|text| text.trim().to_owned())
        };
        let mut out = Outcome::default();
        for problem in document.problems() {
            out.findings
                .extend(self.problem(document.source(), problem, Some(document)));
        }
        let is_empty = document
            .problems()
            .iter()
            .any(|p| matches!(p.kind, ProblemKind::Empty));
        if !is_empty {
            let subject = |kind| Subject {
                document,
                kind,
                readings: Readings::new(self.rules.texts()),
                today: Today::new(self.today),
                ask,
            };
            let of_kind = || subject(kind.unwrap_or(self.rules.any_kind()));
            match ask.only {
                // What comments do shows only beside what all rules find.
                Some((id, rule)) if rule.check().fault().is_some() => {
                    self.rules_on(&of_kind(), &mut out);
                    out.findings = self.faults(document, &out.findings);
                    out.findings.retain(|finding| finding.rule == id);
                }
                Some((id, rule)) => {
                    let subject = subject(self.example_kind(document, id));
                    self.only(&subject, id, rule, &mut out);
                }
                None => self.rules_on(&of_kind(), &mut out),
            }
        }
        if self.excerpts {
            out.facts.keep_lines(document.source());
        }
        sort(&mut out.findings);
        // What was found is kept until the last document was read.
        out.findings.shrink_to_fit();
        out.facts.shrink();
        CheckedDocument {
            index: document.index(),
            kind: kind
                .map(|kind| kind.name.clone())
                .or_else(|| text(KIND_KEY)),
            name: text("nama"),
            unit: text("unit"),
            region: text("wilayah")
                .filter(|own| !own.is_empty())
                .or_else(|| ask.region.map(str::to_owned)),
            findings: out.findings,
            facts: out.facts,
            turns: out.turns,
            suppressions: suppression::read(document, self.rules),
            not_asked: kind.map_or_else(Vec::new, |kind| kind.not_asked(document)),
            ..CheckedDocument::default()
        }
    }

    fn problem(
        &self,
        source: &Source,
        problem: &Problem,
        document: Option<&Document>,
    ) -> Option<Finding> {
        let id = self.rules.problem_rule(problem.kind.name())?;
        Some(self.finding(source, id, check::problem_hit(problem), document))
    }
}

pub(crate) fn sort(findings: &mut [Finding]) {
    findings.sort_by(Finding::order);
}

#[cfg(test)]
mod tests;
