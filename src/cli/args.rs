//! What the command line takes. The words of its help are in `help.rs`, in both languages.

mod asked;
mod audit;

use std::{ffi::OsString, path::PathBuf};

use clap::{ArgMatches, FromArgMatches, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

pub(super) use self::asked::Asked;
use self::asked::asked;
pub(super) use self::audit::{Audit, AuditFormat, GroupByArg, Merge, MergeAs, MergeFormat};
use crate::{finding::Severity, settings::Opened, text::Lang};

/// All arguments.
#[derive(Debug, Parser)]
#[command(name = "sopan", version, disable_help_subcommand = true)]
pub struct Args {
    /// Options of every command.
    #[command(flatten)]
    pub global: Global,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Options of every command.
#[derive(Debug, clap::Args)]
pub struct Global {
    /// Language of messages.
    #[arg(long, global = true, value_name = "id|en")]
    pub lang: Option<Lang>,
    /// When to use colour.
    #[arg(
        long,
        global = true,
        value_name = "auto|always|never",
        default_value = "auto",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub color: Color,
    /// Further rule packs.
    #[arg(long, global = true, value_name = "PATH")]
    pub rules: Vec<PathBuf>,
    /// The day of the run.
    #[arg(long, global = true, value_name = "YYYY-MM-DD")]
    pub today: Option<Date>,
    /// A file for what would go to standard output; several only where a command gives several
    /// reports.
    #[arg(long, short, global = true, value_name = "FILE")]
    pub output: Vec<PathBuf>,
    /// The only settings.
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        conflicts_with = "no_settings"
    )]
    pub settings: Option<PathBuf>,
    /// No settings.
    #[arg(long, global = true)]
    pub no_settings: bool,
    /// The settings that were found; not an argument.
    #[arg(skip)]
    pub found: Opened,
}

impl Global {
    /// The language of messages: Indonesian unless asked otherwise, so that a report does not
    /// depend on the computer it was made on.
    pub fn lang(&self) -> Lang {
        self.lang.unwrap_or_default()
    }
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless the environment says no.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check documents.
    Check(Box<Check>),
    /// Score all documents.
    Audit(Box<Audit>),
    /// Put parts of a run together.
    Merge(Box<Merge>),
    /// List the rules or run their examples.
    Rules(Rules),
    /// Explain a rule.
    Explain(Explain),
    /// Draw a procedure.
    Flow(Flow),
    /// Show the settings of a file.
    Settings(Settings),
    /// Write settings to begin with.
    Init(Init),
    /// Begin a document.
    New(New),
    /// The JSON Schema of documents.
    Schema(Schema),
    /// Completions of a shell.
    Completions(Completions),
    /// The manual page.
    Man,
}

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
    #[arg(long)]
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
    /// Tell where the time went.
    #[arg(long)]
    pub timings: bool,
}

/// A score, 0 to 100.
fn score(text: &str) -> Result<f64, NotAScore> {
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

impl Args {
    /// The arguments that were given, with their order where it matters.
    pub(super) fn read(matches: &ArgMatches, given: &[OsString]) -> Result<Self, clap::Error> {
        let mut args = Self::from_arg_matches(matches)?;
        match (&mut args.command, matches.subcommand()) {
            (Command::Check(check), Some((name, matches))) => {
                check.asked = asked(name, matches, given);
            }
            (Command::Audit(audit), Some((name, matches))) => {
                audit.asked = asked(name, matches, given);
            }
            (Command::Merge(merge), Some((name, matches))) => {
                merge.asked = asked(name, matches, given);
            }
            _ => {}
        }
        Ok(args)
    }
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

/// Arguments of `rules`.
#[derive(Debug, clap::Args)]
pub struct Rules {
    /// What to do with them; a list when left out.
    #[command(subcommand)]
    pub action: Option<RulesAction>,
}

/// What to do with the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Subcommand)]
pub enum RulesAction {
    /// List them.
    List,
    /// Run the examples inside them.
    Test,
}

/// Arguments of `explain`.
#[derive(Debug, clap::Args)]
pub struct Explain {
    /// A code, a name or a family.
    #[arg(value_name = "RULE", required = true)]
    pub rules_wanted: Vec<String>,
}

/// Arguments of `flow`.
#[derive(Debug, clap::Args)]
pub struct Flow {
    /// The file.
    #[arg(value_name = "FILE", required = true)]
    pub file: PathBuf,
    /// Form of the drawing.
    #[arg(long, value_name = "terminal|svg|mermaid", hide_possible_values = true)]
    pub format: Option<FlowFormat>,
    /// Which document of the file, from 1.
    #[arg(long, value_name = "N")]
    pub document: Option<usize>,
}

/// A form of a drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FlowFormat {
    /// Characters.
    Terminal,
    /// A picture.
    Svg,
    /// Text for Mermaid.
    Mermaid,
}

/// Arguments of `new`.
#[derive(Debug, clap::Args)]
pub struct New {
    /// A kind of document; a list of them when left out.
    #[arg(value_name = "KIND")]
    pub kind: Option<String>,
    /// Its name.
    #[arg(long, value_name = "TEXT")]
    pub name: Option<String>,
    /// Its unit.
    #[arg(long, value_name = "TEXT")]
    pub unit: Option<String>,
    /// Its region.
    #[arg(long, value_name = "TEXT")]
    pub region: Option<String>,
}

/// Arguments of `schema`.
#[derive(Debug, clap::Args)]
pub struct Schema {
    /// A kind of document, `settings` or `pack`; all kinds when left out.
    #[arg(value_name = "KIND|settings|pack")]
    pub of: Option<String>,
}

/// Arguments of `completions`.
#[derive(Debug, clap::Args)]
pub struct Completions {
    /// The shell.
    #[arg(value_name = "SHELL", hide_possible_values = true)]
    pub shell: clap_complete::Shell,
}

/// Arguments of `settings`.
#[derive(Debug, clap::Args)]
pub struct Settings {
    /// A file; the folder of the run when left out.
    #[arg(value_name = "PATH")]
    pub file: Option<PathBuf>,
    /// Form of the answer.
    #[arg(
        long,
        value_name = "human|json",
        default_value = "human",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub format: SettingsFormat,
}

/// A form of the settings shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SettingsFormat {
    /// For people.
    Human,
    /// One JSON value.
    Json,
}

/// Arguments of `init`.
#[derive(Debug, clap::Args)]
pub struct Init {
    /// The folder; that of the run when left out.
    #[arg(value_name = "FOLDER")]
    pub folder: Option<PathBuf>,
}
