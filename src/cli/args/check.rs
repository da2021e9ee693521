//! Arguments of `check`.

use std::path::PathBuf;

use clap::ValueEnum;

use super::Asked;
use crate::finding::Severity;

/// Arguments of `check`.
#[derive(Debug, Default, clap::Args)]
pub struct Check {
    /// Files and folders.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Forms of the reports.
    #[arg(long, value_name = "FORM", hide_possible_values = true)]
    pub format: Vec<FormatArg>,
    /// `--format` and `--output` in the order in which they were given.
    #[arg(skip)]
    pub asked: Vec<Asked<FormatArg>>,
    /// Only these rules.
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub select: Vec<String>,
    /// Not these rules.
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub ignore: Vec<String>,
    /// Look behind the comments that silence.
    #[arg(long)]
    pub no_ignores: bool,
    /// Write comments that silence what was found.
    #[arg(long, value_name = "REASON", conflicts_with_all = ["no_ignores", "files", "stdin_filename", "write_baseline", "prune_baseline", "statistics", "min_score"])]
    pub add_ignores: Option<String>,
    /// Least grave finding that makes the run fail.
    #[arg(
        long,
        value_name = "error|warning|info|never",
        hide_possible_values = true
    )]
    pub fail_on: Option<FailOn>,
    /// Exclude named files too.
    #[arg(long)]
    pub force_exclude: bool,
    /// Lowest score of a document that does not make the run fail.
    #[arg(long, value_name = "N", value_parser = score)]
    pub min_score: Option<f64>,
    /// Findings known before.
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Make what is found now the baseline.
    #[arg(long, conflicts_with = "prune_baseline")]
    pub write_baseline: bool,
    /// Take out of the baseline what is not found any more.
    #[arg(long)]
    pub prune_baseline: bool,
    /// Mend what can be mended without a change of meaning.
    #[arg(long)]
    pub fix: bool,
    /// Also what a person should look at afterwards.
    #[arg(long)]
    pub unsafe_fixes: bool,
    /// Show what would change and write nothing.
    #[arg(long)]
    pub diff: bool,
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
    /// List the files instead of checking them.
    #[arg(long, conflicts_with_all = ["diff", "unsafe_fixes"])]
    pub files: bool,
    /// Write down what was found, before it is judged.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["files", "fix", "diff", "unsafe_fixes", "add_ignores"])]
    pub facts_out: Option<PathBuf>,
    /// Name for standard input.
    #[arg(long, value_name = "FILE")]
    pub stdin_filename: Option<String>,
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

/// A score, 0 to 100.
pub(super) fn score(text: &str) -> Result<f64, NotAScore> {
    let number: f64 = text.replace(',', ".").parse().map_err(|_| NotAScore)?;
    (0.0..=100.0)
        .contains(&number)
        .then_some(number)
        .ok_or(NotAScore)
}

/// Not a number from 0 to 100.
#[derive(Debug, thiserror::Error)]
#[error("expected a number from 0 to 100")]
pub(super) struct NotAScore;

/// A form of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FormatArg {
    /// Pictures.
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
}

/// Least grave finding that makes a run fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Errors only.
    Error,
    /// Errors and warnings.
    Warning,
    /// Everything.
    Info,
    /// Nothing.
    Never,
}

impl FailOn {
    /// The severity meant, or none.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Info => Some(Severity::Info),
            Self::Never => None,
        }
    }
}

/// Most pictures shown; none for all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Show(pub Option<usize>);

impl Default for Show {
    fn default() -> Self {
        Self(Some(20))
    }
}

impl std::str::FromStr for Show {
    type Err = NotANumber;

    fn from_str(text: &str) -> Result<Self, NotANumber> {
        match text {
            "all" => Ok(Self(None)),
            _ => text
                .parse()
                .map(|most| Self(Some(most)))
                .map_err(|_| NotANumber),
        }
    }
}

/// Neither a number nor `all`.
#[derive(Debug, thiserror::Error)]
#[error("expected a whole number or `all`")]
pub struct NotANumber;
