//! SARIF 2.1.0 (OASIS Standard with Errata 01): the rules of the run and what they found.

mod model;
mod rules;

use std::{
    collections::{BTreeMap, HashMap},
    io::{self, Write},
    path::Path,
};

use self::model::{
    ArtifactChange, ArtifactLocation, BaseId, Driver, Fix, Invocation, Location, Log,
    LogicalLocation, Message, PhysicalLocation, Region, Replacement, ResultOut, ResultProperties,
    Run, Tool,
};
use super::{Located, Options, all, escape, full_text};
use crate::{
    finding::{Fingerprint, Range, Severity},
    judge::Judged,
    rule::RuleSet,
    sanitize::one_line,
    text::Lang,
};

/// The folder that the names of files begin in. Where it lies on a machine is nobody's business.
const ROOT: &str = "%SRCROOT%";

pub(super) fn write(
    judged: &Judged,
    rules: &RuleSet,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let lang = options.lang;
    let root = BaseId {
        description: Message::new(lang.pick(
            "Folder tempat pemeriksaan dijalankan",
            "The folder that the run began in",
        )),
    };
    let mut occurrences = Occurrences::default();
    let results = all(judged).map(|located| {
        let occurrence = occurrences.of(&located);
        result(&located, &occurrence, rules, lang)
    });
    let log = Log {
        schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: env!("CARGO_PKG_NAME"),
                    version: env!("CARGO_PKG_VERSION"),
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    language: language(lang),
                    rules: rules::all(rules, lang),
                },
            },
            language: language(lang),
            invocations: [Invocation {
                execution_successful: true,
            }],
            original_uri_base_ids: BTreeMap::from([(ROOT, root)]),
            column_kind: "unicodeCodePoints",
            results: results.collect(),
        }],
    };
    escape::write_pretty(&log, out)
}

fn language(lang: Lang) -> &'static str {
    lang.pick("id", "en")
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// Counts the findings of a file that have the same fingerprint.
#[derive(Default)]
struct Occurrences<'a>(HashMap<(&'a str, Fingerprint), usize>);

impl<'a> Occurrences<'a> {
    fn of(&mut self, located: &Located<'a>) -> String {
        let fingerprint = located.finding.fingerprint;
        let count = self.0.entry((located.name(), fingerprint)).or_default();
        *count += 1;
        format!("{fingerprint}:{count}")
    }
}

fn result<'a>(
    located: &Located<'a>,
    occurrence: &str,
    rules: &'a RuleSet,
    lang: Lang,
) -> ResultOut<'a> {
    let finding = located.finding;
    let rule = rules.rule(finding.rule);
    let place = |range| PhysicalLocation {
        artifact_location: artifact(located.name()),
        region: region(range),
    };
    let path = |path: &'a str| {
        vec![LogicalLocation {
            fully_qualified_name: path,
        }]
    };
    let related = finding.related.iter().enumerate();
    let related = related.map(|(index, related)| Location {
        id: Some(index + 1),
        physical_location: place(related.range),
        logical_locations: path(&related.path),
        message: Some(Message::new(related.message.get(lang))),
    });
    let fix = finding.fix.as_ref().map(|fix| {
        let replacements = fix.edits.iter().map(|(start, end, text)| Replacement {
            deleted_region: model::Bytes {
                byte_offset: *start,
                byte_length: end.saturating_sub(*start),
            },
            inserted_content: model::Content { text },
        });
        Fix {
            description: Message::new(fix.title.get(lang)),
            artifact_changes: [ArtifactChange {
                artifact_location: artifact(located.name()),
                replacements: replacements.collect(),
            }],
        }
    });
    ResultOut {
        rule_id: &rule.code,
        rule_index: finding.rule.index(),
        level: level(finding.severity),
        message: Message::new(&full_text(located, rules, lang)),
        locations: [Location {
            id: None,
            physical_location: place(finding.range),
            logical_locations: path(&finding.path),
            message: finding
                .label
                .as_ref()
                .map(|label| Message::new(label.get(lang))),
        }],
        related_locations: related.collect(),
        // GitHub follows a finding from run to run by the first, and knows no other.
        partial_fingerprints: BTreeMap::from([
            ("primaryLocationLineHash", occurrence.to_owned()),
            ("sopan/v1", finding.fingerprint.to_string()),
        ]),
        fixes: fix.into_iter().collect(),
        // What a comment silences or a baseline knows is left out rather than marked by
        // `suppressions`: a reader that does not know the mark would count it, and no format may
        // count other findings than the others do.
        properties: ResultProperties {
            reference: one_line(rule.reference(located.kind())),
            safe_fix: finding.fix.as_ref().map(|fix| fix.safe),
        },
    }
}

/// A file below the root, or one that was named by its whole path.
fn artifact(name: &str) -> ArtifactLocation {
    let path = escape::uri_path(name);
    if name.starts_with('/') {
        return ArtifactLocation {
            uri: format!("file://{path}"),
            uri_base_id: None,
        };
    }
    if Path::new(name).is_absolute() {
        return ArtifactLocation {
            uri: format!("file:///{path}"),
            uri_base_id: None,
        };
    }
    ArtifactLocation {
        uri: path,
        uri_base_id: Some(ROOT),
    }
}

fn region(range: Range) -> Region {
    let (start, end) = (range.start, range.end);
    Region {
        start_line: start.line.max(1),
        start_column: start.column.max(1),
        end_line: end.line.max(start.line).max(1),
        end_column: end.column.max(1),
        bytes: model::Bytes {
            byte_offset: start.offset,
            byte_length: end.offset.saturating_sub(start.offset),
        },
    }
}
