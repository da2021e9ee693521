//! `sopan completions SHELL`: what the shell offers after a tab.

use clap::builder::PossibleValuesParser;

use super::{
    args::{Completions, Global},
    exit::Exit,
    failure::Failure,
    help,
    output::Output,
    rules::load,
};
use crate::text::Lang;

pub(super) fn run(completions: &Completions, global: &Global, lang: Lang) -> Result<Exit, Failure> {
    let set = load(global)?;
    let kinds: Vec<_> = set.kinds().iter().map(|kind| kind.name.clone()).collect();
    let schemas = ["settings".to_owned(), "pack".to_owned()];
    let schemas: Vec<_> = kinds.iter().cloned().chain(schemas).collect();
    let rules: Vec<_> = set.rules().iter().map(|rule| rule.name.clone()).collect();
    let offer = |command: clap::Command, id: &'static str, values: Vec<String>| {
        command.mut_arg(id, |arg| {
            arg.value_parser(PossibleValuesParser::new(values))
        })
    };
    let mut command = help::command(lang)
        .mut_subcommand("new", |new| offer(new, "kind", kinds))
        .mut_subcommand("schema", |schema| offer(schema, "of", schemas))
        .mut_subcommand("explain", |explain| offer(explain, "rules_wanted", rules));
    let mut script = Vec::new();
    clap_complete::generate(completions.shell, &mut command, "sopan", &mut script);
    Output::new(global)?.write(&script)?;
    Ok(Exit::Clean)
}
