//! The audit as one page for a browser: for the head of an office, for a screen reader, and for
//! paper. It needs no network and asks for nothing: its style and its script stand in it, and a
//! content security policy keeps everything else from being loaded or run.
//!
//! Without the script everything but the list of all documents and the findings of the documents
//! beyond [`Limits::static_findings`] can be read. Those stand as compact data in the page, and
//! the script shows them when they are asked for, so that thousands of documents open at once.

mod change;
mod components;
mod coverage;
mod data;
mod documents;
mod files;
mod findings;
mod overview;
mod policy;
mod tables;
mod titles;
mod words;
mod work;

use std::io::{self, Write};

use askama::Template;
use jiff::civil::Date;

use self::{
    change::Changes,
    components::Heat,
    coverage::Matrix,
    data::Data,
    documents::{Findings, Section},
    files::Files,
    findings::Finder,
    overview::Overview,
    tables::{Drift, RuleLine, UnitLine},
    work::Work,
};
use super::{Options, outside_title};
use crate::{
    audit::{Audit, Comparison},
    corpus::{Coverage, UnitRevisions},
    judge::Judged,
    rule::RuleSet,
    text::Lang,
};

/// What the page is made of.
#[derive(Debug, Clone, Copy)]
struct Report<'a> {
    audit: &'a Audit<'a>,
    judged: &'a Judged,
    rules: &'a RuleSet,
    comparison: Option<&'a Comparison>,
    coverage: &'a Coverage,
    revisions: &'a [UnitRevisions],
    lang: Lang,
    today: Date,
}

/// How much is in the page.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Most findings that can be read without the script.
    pub static_findings: usize,
    /// Most documents that have their place among the details, the worst first.
    pub documents: usize,
    /// Most documents in the list of all, the worst first.
    pub listed: usize,
    /// Most bytes of findings that the script shows.
    pub data_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            static_findings: 600,
            documents: 7_000,
            listed: 100_000,
            data_bytes: 5_000_000,
        }
    }
}

const STYLE: &str = include_str!("page/page.css");
const SCRIPT: &str = include_str!("page/page.js");

/// Writes the page.
///
/// # Errors
///
/// Those of the writer.
pub(super) fn write(
    report: &super::Report<'_>,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    write_within(report, options, Limits::default(), out)
}

/// Writes the page with other limits.
///
/// # Errors
///
/// Those of the writer.
pub fn write_within(
    report: &super::Report<'_>,
    options: &Options,
    limits: Limits,
    out: &mut dyn Write,
) -> io::Result<()> {
    let report = Report {
        audit: report.audit,
        judged: report.judged,
        rules: report.rules,
        comparison: report.comparison,
        coverage: report.coverage,
        revisions: report.revisions,
        lang: options.lang,
        today: options.today,
    };
    let page = Page::new(&report, limits)?;
    page.write_into(&mut *out).map_err(io::Error::other)
}

/// The page, every text as it is shown, before it is escaped.
#[derive(Template)]
#[template(path = "page.html")]
struct Page {
    lang: Lang,
    policy: String,
    style: &'static str,
    script: &'static str,
    data: String,
    version: &'static str,
    day: String,
    iso_day: String,
    target: String,
    place: Option<String>,
    /// What a group is: a unit, a region, a kind, a folder.
    group: &'static str,
    groups: &'static str,
    /// Several of them, at the head of something.
    groups_title: &'static str,
    packs: Vec<String>,
    overview: Overview,
    units: Vec<UnitLine>,
    rules: Vec<RuleLine>,
    changes: Option<Changes>,
    matrix: Matrix,
    drift: Vec<Drift>,
    work: Work,
    heat: Vec<Heat>,
    sections: Vec<Section>,
    files: Files,
    /// Documents that only stand in the list of all.
    documents_left_out: usize,
    /// Documents that do not stand in the page at all.
    not_listed: usize,
    has_data: bool,
}

impl Page {
    fn new(report: &Report<'_>, limits: Limits) -> io::Result<Self> {
        let lang = report.lang;
        let finder = Finder::new(report);
        let mut data = Data::new(report, limits);
        let sections = documents::sections(report, &finder, limits, &mut data);
        let (group, groups_title, groups) = words::group(report.audit.group_by, lang);
        let documents = report.audit.documents.len();
        let packs = report.rules.packs().iter();
        Ok(Self {
            lang,
            policy: policy::of(STYLE, SCRIPT),
            style: STYLE,
            script: SCRIPT,
            has_data: data.has_findings(),
            data: data.json(report)?,
            version: env!("CARGO_PKG_VERSION"),
            day: words::day(report.today, lang),
            iso_day: report.today.to_string(),
            target: crate::report::decimal(report.audit.target, lang),
            place: report.audit.overall.region.as_deref().map(words::plain),
            group,
            groups,
            groups_title,
            packs: packs
                .map(|pack| format!("{} ({})", pack.title.get(lang), pack.source))
                .collect(),
            overview: Overview::new(report, &finder),
            units: tables::units(report),
            rules: tables::rules(report, &finder),
            changes: report.comparison.map(|one| Changes::new(report, one)),
            matrix: Matrix::new(report),
            drift: tables::drift(report, &finder),
            work: Work::new(report),
            heat: components::heat(report),
            sections,
            files: Files::new(report, &finder),
            documents_left_out: documents.saturating_sub(limits.documents),
            not_listed: documents.saturating_sub(limits.documents.max(limits.listed)),
        })
    }

    /// The words in the language of the page.
    fn t(&self, id: &'static str, en: &'static str) -> &'static str {
        self.lang.pick(id, en)
    }

    /// A number of documents.
    fn documents(&self, count: &usize) -> String {
        words::documents(*count, self.lang)
    }

    /// What stands for the files in the table of groups.
    fn outside(&self) -> &'static str {
        outside_title(self.lang)
    }

    /// The language of what documents say.
    fn is_english(&self) -> bool {
        self.lang == Lang::En
    }
}
