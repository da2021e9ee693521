//! What the command line takes. The words of its help are in `help.rs`, in both languages.

mod asked;
mod audit;
mod check;

use std::{ffi::OsString, path::PathBuf};

use clap::{ArgMatches, FromArgMatches, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

pub(super) use self::asked::Asked;
use self::asked::asked;
pub(super) use self::audit::{Audit, AuditFormat, GroupByArg, Merge, MergeAs, MergeFormat};
pub(super) use self::check::{Check, FailOn, FormatArg, Show};
use crate::{settings::Opened, text::Lang};

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
