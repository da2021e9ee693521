//! A Code Quality report for GitLab: one list of findings, in the part of the Code Climate
//! format that GitLab reads.

use std::{
    collections::HashMap,
    io::{self, Write},
};

use serde::Serialize;

use super::{Located, Options, all, escape, full_text};
use crate::{finding::Severity, judge::Judged, rule::RuleSet, sanitize::one_line};

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

pub(super) fn write(
    judged: &Judged,
    rules: &RuleSet,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut fingerprints = Fingerprints::default();
    let issues = all(judged).map(|located| {
        let finding = located.finding;
        let rule = rules.rule(finding.rule);
        let text = full_text(&located, rules, options.lang);
        Issue {
            description: one_line(&format!("{}: {text}", rule.code)),
            check_name: &rule.name,
            fingerprint: fingerprints.of(&located),
            severity: match finding.severity {
                Severity::Error => "major",
                Severity::Warning => "minor",
                Severity::Info => "info",
            },
            location: Location {
                path: located.name(),
                lines: Lines {
                    begin: finding.range.start.line,
                    end: finding.range.end.line.max(finding.range.start.line),
                },
            },
        }
    });
    escape::write_pretty(&issues.collect::<Vec<_>>(), out)
}

/// Makes fingerprints that no two findings of a run share, and that stay the same in the next.
#[derive(Default)]
pub(super) struct Fingerprints(HashMap<String, u64>);

impl Fingerprints {
    pub(super) fn of(&mut self, located: &Located<'_>) -> String {
        let index = located.document.map_or(-1, |d| d.index as i64);
        let mut hasher = blake3::Hasher::new();
        hasher.update(located.name().as_bytes()).update(&[0]);
        hasher.update(&index.to_le_bytes());
        hasher.update(located.finding.fingerprint.to_string().as_bytes());
        let first = hasher.finalize().to_hex();
        let count = self.0.entry(first.to_string()).or_default();
        *count += 1;
        if *count > 1 {
            // The same gap at the same path once more, such as one word twice in a text.
            hasher.update(&count.to_le_bytes());
        }
        let digest = hasher.finalize().to_hex();
        digest.as_str().get(..32).unwrap_or_default().to_owned()
    }
}
