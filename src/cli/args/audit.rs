//! What `audit` and `merge` take.

use std::path::PathBuf;

use clap::ValueEnum;

use super::{Asked, FailOn, Show, check::score};

/// Arguments of `audit`.
#[derive(Debug, Default, clap::Args)]
pub struct Audit {
    /// Files and folders.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Forms of the reports.
    #[arg(long, value_name = "FORM", hide_possible_values = true)]
    pub format: Vec<AuditFormat>,
    /// `--format` and `--output` in the order in which they were given.
    #[arg(skip)]
    pub asked: Vec<Asked<AuditFormat>>,
    /// How the audit is told.
    #[command(flatten)]
    pub shape: Shape,
    /// Write down what was found, before it is judged.
    #[arg(long, value_name = "FILE")]
    pub facts_out: Option<PathBuf>,
    /// Exclude named files too.
    #[arg(long)]
    pub force_exclude: bool,
    /// Number of threads.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=512))]
    pub threads: Option<u16>,
    /// Look at every file again.
    #[arg(long)]
    pub no_cache: bool,
    /// Tell where the time went.
    #[arg(long)]
    pub timings: bool,
}

/// How an audit is told, whether of files or of parts of a run.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Shape {
    /// By what documents are put together.
    #[arg(
        long,
        value_name = "unit|region|kind|folder",
        default_value = "unit",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub group_by: GroupByArg,
    /// The score that is aimed at.
    #[arg(long, value_name = "N", value_parser = score)]
    pub target: Option<f64>,
    /// Lowest score that does not make the run fail.
    #[arg(long, value_name = "N", value_parser = score)]
    pub min_score: Option<f64>,
    /// All units and documents.
    #[arg(long)]
    pub details: bool,
    /// The audit of last time, as JSON.
    #[arg(long, value_name = "FILE")]
    pub compare: Option<PathBuf>,
}

/// Arguments of `merge`.
#[derive(Debug, clap::Args)]
pub struct Merge {
    /// Files of facts.
    #[arg(value_name = "FILE", required = true)]
    pub facts: Vec<PathBuf>,
    /// What to make of them.
    #[arg(
        long = "as",
        value_name = "audit|check",
        default_value = "audit",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub made_as: MergeAs,
    /// Forms of the reports.
    #[arg(long, value_name = "FORM", hide_possible_values = true)]
    pub format: Vec<MergeFormat>,
    /// `--format` and `--output` in the order in which they were given.
    #[arg(skip)]
    pub asked: Vec<Asked<MergeFormat>>,
    /// How the audit is told.
    #[command(flatten)]
    pub shape: Shape,
    /// Only these rules.
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub select: Vec<String>,
    /// Not these rules.
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub ignore: Vec<String>,
    /// Look behind the comments that silence.
    #[arg(long)]
    pub no_ignores: bool,
    /// Least grave finding that makes the run fail.
    #[arg(
        long,
        value_name = "error|warning|info|never",
        hide_possible_values = true
    )]
    pub fail_on: Option<FailOn>,
    /// Findings known before.
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Most pictures shown.
    #[arg(
        long,
        value_name = "N|all",
        default_value = "20",
        hide_default_value = true
    )]
    pub show: Show,
    /// Count by rule and by unit.
    #[arg(long)]
    pub statistics: bool,
}

/// What is made of parts of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum MergeAs {
    /// What `check` says of all of them.
    Check,
    /// What `audit` says of all of them.
    Audit,
}

impl MergeAs {
    /// The command.
    pub fn name(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Audit => "audit",
        }
    }
}

/// A form of what is made of parts: those of a check and of an audit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum MergeFormat {
    /// For people.
    Human,
    /// A line each.
    Concise,
    /// One JSON value.
    Json,
    /// JSON values, a line each.
    Ndjson,
    /// Code scanning and editors.
    Sarif,
    /// Tests of build services.
    Junit,
    /// Remarks of GitHub.
    Github,
    /// Code Quality of GitLab.
    Gitlab,
    /// The summary of a job.
    Markdown,
    /// A table of the documents.
    Csv,
    /// A workbook.
    Xlsx,
    /// A page for a browser.
    Html,
}

/// A form of an audit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum AuditFormat {
    /// One screen.
    Human,
    /// One JSON value.
    Json,
    /// A table of the documents.
    Csv,
    /// A workbook.
    Xlsx,
    /// The summary of a job.
    Markdown,
    /// A page for a browser.
    Html,
}

/// By what documents are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum GroupByArg {
    /// The unit that provides the service.
    #[default]
    Unit,
    /// The region, ministry or agency.
    Region,
    /// The kind of document.
    Kind,
    /// The folder of the file.
    Folder,
}
