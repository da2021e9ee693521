//! What people and programs read: valid in every format, whatever the documents hold.

use serde_json::Value;
use sopan::{
    audit::{Audit, Comparison, GroupBy, Last},
    corpus::{coverage, revisions},
    judge::Judged,
    report::{self, Format, Options, audit},
    sanitize::visible,
    text::Lang,
};

use crate::{RULES, TODAY};

const FORMATS: [Format; 9] = [
    Format::Human,
    Format::Concise,
    Format::Json,
    Format::Ndjson,
    Format::Sarif,
    Format::Junit,
    Format::Github,
    Format::Gitlab,
    Format::Markdown,
];

const AUDIT_FORMATS: [audit::Format; 6] = [
    audit::Format::Human,
    audit::Format::Json,
    audit::Format::Csv,
    audit::Format::Markdown,
    audit::Format::Html,
    audit::Format::Xlsx,
];

fn lang(choice: u64) -> Lang {
    match choice & 1 {
        0 => Lang::Id,
        _ => Lang::En,
    }
}

/// Widths of screens, the narrowest that nobody has included.
fn width(choice: u64) -> usize {
    [80, 100, 40, 1, 0, 20, 200, 61][usize::try_from(choice >> 1 & 7).unwrap_or_default()]
}

/// One format of a check.
pub fn report(judged: &Judged, format: Format, choice: u64) -> String {
    let options = Options {
        lang: lang(choice),
        today: TODAY,
        colour: false,
        width: width(choice),
        most_pictures: Some(20),
        fail_on: Some(sopan::finding::Severity::Error),
        statistics: choice >> 4 & 15 == 0,
        target: Some(95.0),
    };
    let mut out = Vec::new();
    report::write(format, judged, &RULES, &options, &mut out).expect("memory takes all");
    String::from_utf8(out).expect("every report is UTF-8")
}

/// No line acts on a terminal or hides what it says.
#[track_caller]
fn assert_visible(text: &str) {
    for line in text.lines() {
        assert_eq!(visible(line), line);
    }
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// Two formats of a check, chosen by `choice`: all of them would take longer than the check. The
/// one for code scanning repeats all rules, so that it comes up only now and then.
pub fn assert_reports(judged: &Judged, choice: u64) {
    let at = |shift: u32| usize::try_from(choice >> shift & 0xff).unwrap_or_default() % 9;
    for format in [FORMATS[at(24)], FORMATS[at(32)]] {
        if format == Format::Sarif && choice >> 8 & 7 != 0 {
            continue;
        }
        let text = report(judged, format, choice);
        match format {
            Format::Json => {
                let value = json(&text);
                let documents = value["documents"].as_array().map(Vec::len);
                let all: usize = judged.files.iter().map(|file| file.documents.len()).sum();
                assert_eq!(documents, Some(all));
            }
            Format::Sarif | Format::Gitlab => drop(json(&text)),
            Format::Ndjson => text.lines().for_each(|line| drop(json(line))),
            Format::Junit => {
                let read = roxmltree::Document::parse(&text);
                assert!(read.is_ok(), "{:?}: {text}", read.err());
            }
            Format::Human | Format::Concise | Format::Github | Format::Markdown => {}
        }
        assert_visible(&text);
    }
}

/// An audit in one form, chosen by `choice`, against the one of last time where there is one.
pub fn assert_audit(judged: &Judged, last: Option<&Last>, choice: u64) {
    let group_by = [
        GroupBy::Unit,
        GroupBy::Region,
        GroupBy::Kind,
        GroupBy::Folder,
    ];
    let group_by = group_by[usize::try_from(choice >> 16 & 3).unwrap_or_default()];
    let audit = Audit::new(judged, &RULES, 95.0, group_by);
    let comparison = last.map(|last| Comparison::new(&audit, last, &RULES));
    let report = audit::Report {
        judged,
        audit: &audit,
        rules: &RULES,
        comparison: comparison.as_ref(),
        coverage: &coverage(&judged.files, &RULES),
        revisions: &revisions(&judged.files, &RULES),
    };
    let options = audit::Options {
        lang: lang(choice),
        today: TODAY,
        colour: false,
        width: width(choice),
        details: choice >> 4 & 1 == 0,
        min_score: None,
    };
    let format = AUDIT_FORMATS[usize::try_from(choice >> 20).unwrap_or_default() % 6];
    let mut out = Vec::new();
    audit::write(format, &report, &options, &mut out).expect("memory takes all");
    if format.is_binary() {
        assert!(out.starts_with(b"PK"));
        return;
    }
    let text = String::from_utf8(out).expect("every report is UTF-8");
    match format {
        audit::Format::Json => {
            // Every audit can be that of last time.
            let read = Last::parse(&text);
            assert!(read.is_ok(), "{:?}", read.err());
        }
        audit::Format::Html => assert!(text.trim_end().ends_with("</html>")),
        audit::Format::Human | audit::Format::Markdown => assert_visible(&text),
        audit::Format::Csv | audit::Format::Xlsx => {}
    }
}
