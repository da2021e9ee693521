//! The command line: one file per command.

mod args;
mod audit;
mod check;
mod completions;
mod exit;
mod explain;
mod failure;
mod flow;
mod found;
mod help;
mod init;
mod locale;
mod man;
mod merge;
mod new;
mod notes;
mod output;
mod progress;
mod rules;
mod run;
mod schema;
mod settings;
mod system;
mod timings;
mod usage;

use std::ffi::OsString;

use clap::CommandFactory;

pub use args::{Args, Command};
pub use exit::Exit;

/// Runs the command that the arguments ask for. This is the whole program, so that a test can
/// call it; errors are printed, never returned.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let arguments: Vec<_> = arguments.into_iter().collect();
    let lang = locale::help_lang(&arguments, |name| std::env::var(name).ok());
    // Words for help and for mistakes are only put together where they are shown.
    let parsed = Args::command()
        .try_get_matches_from(&arguments)
        .or_else(|_| help::command(lang).try_get_matches_from(&arguments))
        .and_then(|matches| Args::read(&matches, &arguments));
    let mut args = match parsed {
        Ok(args) => args,
        Err(error) => return usage::report(error, lang),
    };
    let outcome = found::open(&mut args).and_then(|()| match &args.command {
        Command::Check(check) => check::run(check, &args.global),
        Command::Audit(audit) => audit::run(audit, &args.global),
        Command::Merge(merge) => merge::run(merge, &args.global),
        Command::Rules(rules) => rules::run(rules, &args.global),
        Command::Explain(explain) => explain::run(explain, &args.global),
        Command::Flow(flow) => flow::run(flow, &args.global),
        Command::Settings(settings) => settings::run(settings, &args.global),
        Command::Init(init) => init::run(init, &args.global),
        Command::New(new) => new::run(new, &args.global),
        Command::Schema(schema) => schema::run(schema, &args.global),
        Command::Completions(completions) => completions::run(completions, &args.global, lang),
        Command::Man => man::run(&args.global, lang),
    });
    outcome.unwrap_or_else(|failure| failure.report(&args.global))
}
