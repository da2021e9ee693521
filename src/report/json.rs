//! The output contract for other programs: it may only grow.

use std::{
    collections::BTreeMap,
    io::{self, Write},
};

use serde::{Serialize, Serializer};

use super::{Located, Options, escape, statistics::Statistics};
use crate::{
    finding::{Finding, Fingerprint, Range, Related, Severity},
    judge::{Entry, Judged, Score, State, Summary},
    lint::{CheckedDocument, CheckedFile},
    rule::{Kind, RuleSet},
    source::Position,
};

/// Version of the contract.
const SCHEMA_VERSION: u32 = 1;

#[derive(Serialize)]
struct Root<'a, D: Serialize, F: Serialize> {
    schema_version: u32,
    tool: Tool,
    today: String,
    summary: SummaryOut,
    #[serde(skip_serializing_if = "Option::is_none")]
    statistics: Option<Statistics<'a>>,
    documents: D,
    files: F,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    stale: &'a [Entry],
}

/// A list whose entries are made one by one while it is written.
struct Each<F>(F);

impl<F: Fn() -> I, I: Iterator<Item: Serialize>> Serialize for Each<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct SummaryOut {
    files: usize,
    documents: usize,
    error: usize,
    warning: usize,
    info: usize,
    fixable: usize,
    suppressed: usize,
    baselined: usize,
    unreadable: usize,
    skipped: usize,
}

#[derive(Serialize)]
struct DocumentOut<'a> {
    file: &'a str,
    index: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    grade: Option<&'a str>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    components: BTreeMap<&'a str, bool>,
    findings: Vec<FindingOut<'a>>,
}

#[derive(Serialize)]
struct FileOut<'a> {
    file: &'a str,
    findings: Vec<FindingOut<'a>>,
}

#[derive(Serialize)]
struct FindingOut<'a> {
    rule: &'a str,
    name: &'a str,
    severity: Severity,
    message: String,
    help: String,
    reference: &'a str,
    path: &'a str,
    span: SpanOut,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<RelatedOut<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<FixOut<'a>>,
    fingerprint: Fingerprint,
}

#[derive(Serialize)]
struct FixOut<'a> {
    title: &'a str,
    safe: bool,
    edits: Vec<EditOut<'a>>,
}

#[derive(Serialize)]
struct EditOut<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

#[derive(Serialize)]
struct RelatedOut<'a> {
    file: &'a str,
    path: &'a str,
    message: &'a str,
    span: SpanOut,
}

#[derive(Serialize)]
struct SpanOut {
    start: PositionOut,
    end: PositionOut,
}

#[derive(Serialize)]
struct PositionOut {
    line: usize,
    column: usize,
    offset: usize,
}

impl From<Range> for SpanOut {
    fn from(range: Range) -> Self {
        Self {
            start: range.start.into(),
            end: range.end.into(),
        }
    }
}

impl From<Position> for PositionOut {
    fn from(position: Position) -> Self {
        let Position {
            line,
            column,
            offset,
        } = position;
        Self {
            line,
            column,
            offset,
        }
    }
}

impl From<Summary> for SummaryOut {
    fn from(summary: Summary) -> Self {
        let Summary {
            files,
            documents,
            error,
            warning,
            info,
            ..
        } = summary;
        let Summary {
            fixable,
            suppressed,
            baselined,
            unreadable,
            skipped,
            ..
        } = summary;
        Self {
            files,
            documents,
            error,
            warning,
            info,
            fixable,
            suppressed,
            baselined,
            unreadable,
            skipped,
        }
    }
}

struct Maker<'a> {
    rules: &'a RuleSet,
    options: &'a Options,
}

impl<'a> Maker<'a> {
    fn finding(&self, located: Located<'a>) -> FindingOut<'a> {
        let Finding {
            path,
            range,
            arguments,
            related,
            fingerprint,
            severity,
            rule,
            ..
        } = located.finding;
        let rule = self.rules.rule(*rule);
        let lang = self.options.lang;
        let related = related.iter().map(|related: &Related| RelatedOut {
            file: related.file.as_deref().unwrap_or(located.name()),
            path: &related.path,
            message: related.message.get(lang),
            span: related.range.into(),
        });
        FindingOut {
            rule: &rule.code,
            name: &rule.name,
            severity: *severity,
            message: rule.message.render(lang, arguments),
            help: rule.help.render(lang, arguments),
            reference: rule.reference(located.document.and_then(|d| d.kind.as_deref())),
            path,
            span: (*range).into(),
            related: related.collect(),
            fix: located.finding.fix.as_ref().map(|fix| {
                let edit = |(start, end, text): &'a (usize, usize, String)| EditOut {
                    start: *start,
                    end: *end,
                    text,
                };
                let edits = fix.edits.iter().map(edit).collect();
                FixOut {
                    title: fix.title.get(lang),
                    safe: fix.safe,
                    edits,
                }
            }),
            fingerprint: *fingerprint,
        }
    }

    /// Whether each component that applies is met.
    fn components(&self, document: &CheckedDocument, score: &Score) -> BTreeMap<&'a str, bool> {
        let is_kind = |kind: &&Kind| Some(&kind.name) == document.kind.as_ref();
        let kind = self.rules.kinds().iter().find(is_kind);
        let components = kind.map_or(&[][..], |kind| &kind.components);
        let states = components.iter().zip(&score.components);
        states
            .filter(|(_, state)| **state != State::NotApplicable)
            .map(|(component, state)| (&*component.key, *state == State::Met))
            .collect()
    }

    fn document(&self, file: &'a CheckedFile, document: &'a CheckedDocument) -> DocumentOut<'a> {
        let located = |finding| Located {
            file,
            document: Some(document),
            finding,
        };
        let score = document.score.as_ref();
        let value = score.map(Score::value);
        let grade = value.and_then(|value| self.rules.grades().of(value));
        DocumentOut {
            score: value,
            grade: grade.map(|band| &*band.grade),
            components: score.map_or_else(BTreeMap::new, |score| self.components(document, score)),
            file: &file.name,
            index: document.index,
            kind: document.kind.as_deref(),
            name: document.name.as_deref(),
            unit: document.unit.as_deref(),
            region: document.region.as_deref(),
            findings: document
                .findings
                .iter()
                .map(|f| self.finding(located(f)))
                .collect(),
        }
    }

    fn documents(&self, judged: &'a Judged) -> impl Iterator<Item = DocumentOut<'a>> {
        let pairs = judged
            .files
            .iter()
            .flat_map(|f| f.documents.iter().map(move |d| (f, d)));
        pairs.map(|(file, document)| self.document(file, document))
    }

    fn files(&self, judged: &'a Judged) -> impl Iterator<Item = FileOut<'a>> {
        let with_findings = judged.files.iter().filter(|file| !file.findings.is_empty());
        with_findings.map(|file: &CheckedFile| {
            let located = |finding| Located {
                file,
                document: None,
                finding,
            };
            let findings = file
                .findings
                .iter()
                .map(|f| self.finding(located(f)))
                .collect();
            FileOut {
                file: &file.name,
                findings,
            }
        })
    }
}

/// Writes one JSON value.
pub(super) fn write(
    judged: &Judged,
    rules: &RuleSet,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let maker = Maker { rules, options };
    let root = Root {
        schema_version: SCHEMA_VERSION,
        tool: Tool {
            name: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
        },
        today: options.today.to_string(),
        summary: judged.summary.into(),
        statistics: options.statistics.then(|| Statistics::new(judged, rules)),
        documents: Each(|| maker.documents(judged)),
        files: Each(|| maker.files(judged)),
        stale: &judged.stale,
    };
    escape::write_pretty(&root, out)
}

/// Writes one JSON value per line.
pub(super) fn write_lines(
    judged: &Judged,
    rules: &RuleSet,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    #[derive(Serialize)]
    struct Last<'a> {
        #[serde(skip_serializing_if = "Option::is_none")]
        statistics: Option<Statistics<'a>>,
        summary: SummaryOut,
    }
    let maker = Maker { rules, options };
    for document in maker.documents(judged) {
        escape::write_line(&document, out)?;
    }
    for file in maker.files(judged) {
        escape::write_line(&file, out)?;
    }
    let statistics = options.statistics.then(|| Statistics::new(judged, rules));
    let last = Last {
        statistics,
        summary: judged.summary.into(),
    };
    escape::write_line(&last, out)
}
