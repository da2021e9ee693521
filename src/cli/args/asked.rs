//! Which reports go where, in the order in which a person asked for them.

use std::{ffi::OsString, path::PathBuf};

use clap::{ArgMatches, CommandFactory};

use super::Args;

/// One word of the order in which reports were asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked<F> {
    /// `--format`.
    Format(F),
    /// `--output`.
    Output(PathBuf),
}

/// The `--format` and `--output` of a command in their order.
pub(super) fn asked<F: Clone + Send + Sync + 'static>(
    name: &str,
    command: &ArgMatches,
    given: &[OsString],
) -> Vec<Asked<F>> {
    fn of<T: Clone + Send + Sync + 'static>(matches: &ArgMatches, id: &str) -> Vec<(usize, T)> {
        let values = matches.get_many(id).into_iter().flatten().cloned();
        let places = matches.indices_of(id).into_iter().flatten();
        places.zip(values).collect()
    }
    let outputs = of(command, "output")
        .into_iter()
        .map(|(at, path)| (at, Asked::Output(path)));
    let formats = of(command, "format")
        .into_iter()
        .map(|(at, format)| (at, Asked::Format(format)));
    let (outputs, mut asked): (Vec<_>, Vec<_>) = (outputs.collect(), formats.collect());
    let (stands_before, stands_after) = outputs_around(name, given);
    let mut first = Vec::new();
    if stands_before {
        // Places are counted anew after the command, so these cannot be compared with those.
        first.extend(outputs.iter().cloned());
    }
    if stands_after {
        asked.extend(outputs);
    }
    asked.sort_by_key(|(at, _)| *at);
    first
        .into_iter()
        .chain(asked)
        .map(|(_, asked)| asked)
        .collect()
}

/// Whether an `--output` stands before the command of this name, and whether one stands after it,
/// which an option of every command may do.
fn outputs_around(name: &str, given: &[OsString]) -> (bool, bool) {
    let command = Args::command();
    let takes_value = |text: &str| {
        let mut options = command
            .get_arguments()
            .filter(|arg| arg.get_action().takes_values());
        options.any(|arg| {
            let long = arg
                .get_long()
                .and_then(|long| text.strip_prefix("--").map(|t| t == long));
            let short = arg.get_short().map(|short| text == format!("-{short}"));
            long == Some(true) || short == Some(true)
        })
    };
    let (mut before, mut after, mut is_after) = (false, false, false);
    let mut given = given.iter().skip(1).map(|text| text.to_string_lossy());
    while let Some(text) = given.next() {
        if text == "--" {
            break;
        }
        let is_output = text.starts_with("--output") || text.starts_with("-o");
        match is_after {
            true => after |= is_output,
            false => before |= is_output,
        }
        if takes_value(&text) {
            given.next();
        } else if text == name {
            is_after = true;
        }
    }
    (before, after)
}
