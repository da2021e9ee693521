//! The settings of a file for programs.

use serde::Serialize;

use super::{SaidBy, Shown};
use crate::settings::{Admission, Origin, Stop};

#[derive(Serialize)]
struct Answer<'a> {
    schema_version: u32,
    tool: Tool,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    /// `yes`, `no`, or `locked` where only locked rules look at it.
    checked: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    excluded_by: Option<By>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_included_by: Option<By>,
    /// The settings files that count, the nearest first.
    files: Vec<&'a str>,
    looked_for: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    stopped_by: Option<&'static str>,
    values: Vec<Value<'a>>,
    rules: Vec<Rule<'a>>,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct Value<'a> {
    key: &'a str,
    value: &'a str,
    from: By,
}

#[derive(Serialize)]
struct Rule<'a> {
    rule: &'a str,
    name: &'a str,
    enabled: bool,
    enabled_from: By,
    severity: &'static str,
    severity_from: By,
    #[serde(skip_serializing_if = "Option::is_none")]
    locked_by: Option<By>,
}

/// Where something is said.
#[derive(Serialize)]
#[serde(untagged)]
enum By {
    Word(&'static str),
    Place { file: String, line: usize },
}

impl By {
    fn of(origin: Option<&Origin>) -> Self {
        origin.map_or(Self::Word("default"), Self::place)
    }

    fn place(origin: &Origin) -> Self {
        Self::Place {
            file: origin.file.to_string(),
            line: origin.line,
        }
    }
}

pub(super) fn text(shown: &Shown<'_>) -> String {
    let effective = &shown.effective;
    let values = shown.rows.iter().map(|row| Value {
        key: row.key,
        value: &row.value,
        from: match &row.from {
            SaidBy::Default => By::Word("default"),
            SaidBy::CommandLine => By::Word("command-line"),
            SaidBy::File(origin) => By::place(origin),
        },
    });
    let rules = shown.rules.ids().filter_map(|id| {
        let (rule, state) = (shown.rules.rule(id), effective.rule(id)?);
        let enabled = effective.is_enabled(id);
        let enabled_by = match &effective.only_locked {
            Some(origin) if state.enabled && !enabled => Some(origin),
            _ => state.enabled_by.as_ref(),
        };
        Some(Rule {
            rule: &rule.code,
            name: &rule.name,
            enabled,
            enabled_from: By::of(enabled_by),
            severity: state.severity.name(),
            severity_from: By::of(state.severity_by.as_ref()),
            locked_by: effective.locks.of(id).map(By::place),
        })
    });
    let (checked, excluded_by, not_included_by) = match &shown.admission {
        Admission::Yes => ("yes", None, None),
        Admission::OnlyLocked(by) => ("locked", Some(By::place(by)), None),
        Admission::Excluded(by) => ("no", Some(By::place(by)), None),
        Admission::NotIncluded(by) => ("no", None, Some(By::place(by))),
    };
    let answer = Answer {
        schema_version: 1,
        tool: Tool {
            name: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
        },
        file: shown.file.as_deref(),
        checked,
        excluded_by,
        not_included_by,
        files: effective
            .files
            .iter()
            .rev()
            .map(|file| file.source.name())
            .collect(),
        looked_for: &shown.looked,
        stopped_by: match shown.opened.stop {
            Stop::Git => Some("git"),
            Stop::Root => Some("root"),
            Stop::Top => Some("top"),
            Stop::NoSearch => None,
        },
        values: values.collect(),
        rules: rules.collect(),
    };
    // Numbers, texts and lists are all that is in it.
    let mut text = serde_json::to_string_pretty(&answer).unwrap_or_default();
    text.push('\n');
    text
}
