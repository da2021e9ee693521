//! The examples inside the rules, run as tests.

use std::sync::Arc;

use jiff::civil::Date;

use crate::{
    corpus::{self, Extent},
    document::{Limits, Path, Problem, ProblemKind},
    finding::{Finding, RuleId},
    lint::{self, Linter},
    rule::{Example, Rule, RuleSet, Simulate},
    source::Source,
    span::Span,
};

/// The outcome of running the examples of one rule.
#[derive(Debug)]
pub struct ExampleOutcome {
    /// The rule.
    pub rule: RuleId,
    /// How many examples were run.
    pub count: usize,
    /// Those that did not do as the rule says.
    pub failures: Vec<ExampleFailure>,
}

/// An example that did not do as its rule says.
#[derive(Debug)]
pub struct ExampleFailure {
    /// `pass` or `fail`.
    pub kind: &'static str,
    /// Its position there, from 0.
    pub index: usize,
    /// What was expected.
    pub expected: Expected,
    /// Path and underlined text of each finding of the rule.
    pub found: Vec<(String, String)>,
}

/// What an example expects.
#[derive(Debug, PartialEq, Eq)]
pub enum Expected {
    /// No finding.
    Nothing,
    /// One finding with this path, and this text under the line where it is given.
    One {
        /// JSON Pointer.
        path: String,
        /// The underlined text.
        text: Option<String>,
    },
}

/// Runs the examples of every rule, as on the day `today`.
///
/// An example that gives no `jenis` is looked at by its rule whatever the kind; one that does
/// is looked at as a run would.
pub fn test_examples(rules: &RuleSet, today: Date) -> Vec<ExampleOutcome> {
    rules
        .ids()
        .map(|id| {
            let rule = rules.rule(id);
            let mut outcome = ExampleOutcome {
                rule: id,
                count: 0,
                failures: Vec::new(),
            };
            for (kind, examples) in [
                ("pass", &rule.examples().pass),
                ("fail", &rule.examples().fail),
            ] {
                for (index, example) in examples.iter().enumerate() {
                    outcome.count += 1;
                    let expected = if kind == "pass" {
                        Expected::Nothing
                    } else {
                        let path = example
                            .path
                            .clone()
                            .or_else(|| rule.singular().map(str::to_owned));
                        Expected::One {
                            path: path.unwrap_or_default(),
                            text: example.text.clone(),
                        }
                    };
                    let found = run(rules, id, rule, example, today);
                    let is_met = match (&expected, found.as_slice()) {
                        (Expected::Nothing, []) => true,
                        (Expected::One { path, text }, [(at, cut)]) => {
                            path == at && text.as_ref().is_none_or(|text| text == cut)
                        }
                        _ => false,
                    };
                    if !is_met {
                        outcome.failures.push(ExampleFailure {
                            kind,
                            index,
                            expected,
                            found,
                        });
                    }
                }
            }
            outcome
        })
        .collect()
}

/// Path and underlined text of the findings of one rule in an example.
fn run(
    rules: &RuleSet,
    id: RuleId,
    rule: &Rule,
    example: &Example,
    today: Date,
) -> Vec<(String, String)> {
    let mut limits = Limits::default();
    if let Some(limit) = example.limit {
        limits.bytes = limit;
    }
    let linter = Linter {
        rules,
        today,
        limits,
        excerpts: false,
    };
    let bytes = match &example.bytes {
        Some(hex) => from_hex(hex),
        None => example.yaml.clone().into_bytes(),
    };
    let simulated = example.simulate.map(|simulate| match simulate {
        Simulate::Unreadable => ProblemKind::Unreadable {
            reason: "Permission denied".into(),
        },
        Simulate::Internal => ProblemKind::Internal {
            reason: "simulasi".into(),
        },
    });
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let mut checked = match simulated {
        Some(kind) => {
            let problem = Problem {
                kind,
                span: Span::default(),
                path: Path::root(),
            };
            linter.problem_file("contoh.yaml", problem)
        }
        None if example
            .limit
            .is_some_and(|limit| limit < bytes.len() as u64) =>
        {
            linter.problem_file("contoh.yaml", lint::too_large(&limits))
        }
        None => linter.check_bytes("contoh.yaml", bytes, Some((id, rule))),
    };
    // The documents of an example are all there are.
    corpus::check(
        std::slice::from_mut(&mut checked),
        rules,
        Extent::Everything,
    );
    let source = Arc::new(Source::from_text("contoh.yaml", text));
    let cut = |finding: &Finding| {
        let span = Span::new(finding.range.start.offset, finding.range.end.offset);
        (finding.path.clone(), source.slice(span).to_owned())
    };
    let findings = checked
        .documents
        .iter()
        .flat_map(|d| &d.findings)
        .chain(&checked.findings);
    findings
        .filter(|finding| finding.rule == id)
        .map(cut)
        .collect()
}

/// Bytes from hexadecimal digits; anything else between them is left out.
fn from_hex(hex: &str) -> Vec<u8> {
    let digits: Vec<u8> = hex
        .chars()
        .filter_map(|c| c.to_digit(16))
        .filter_map(|d| u8::try_from(d).ok())
        .collect();
    let (pairs, _) = digits.as_chunks::<2>();
    pairs.iter().map(|[high, low]| high << 4 | low).collect()
}
