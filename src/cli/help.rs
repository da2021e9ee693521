//! The command line with its help in Indonesian or English.

mod words;

use clap::{Arg, ArgAction, Command, CommandFactory};

use self::words::{about, argument, exit_codes, value_name};
use super::Args;
use crate::text::Lang;

/// The line that shows how a command is written.
fn usage(command: &Command, path: &str, lang: Lang) -> String {
    let mut usage = format!("{path} [{}]", lang.pick("OPSI", "OPTIONS"));
    for arg in command.get_positionals() {
        let names = arg.get_value_names().unwrap_or_default();
        let name = names.first().map_or("", |name| name.as_str());
        let (open, close) = if arg.is_required_set() {
            ("<", ">")
        } else {
            ("[", "]")
        };
        let takes_many = matches!(arg.get_action(), ArgAction::Append);
        let more = if takes_many { "..." } else { "" };
        usage.push_str(&format!(" {open}{name}{close}{more}"));
    }
    if command.has_subcommands() {
        let name = lang.pick("PERINTAH", "COMMAND");
        let (open, close) = match command.is_subcommand_required_set() {
            true => ("<", ">"),
            false => ("[", "]"),
        };
        usage.push_str(&format!(" {open}{name}{close}"));
    }
    usage
}

/// The command line with its words in one language.
pub(super) fn command(lang: Lang) -> Command {
    in_words(Args::command(), "sopan", lang)
}

fn in_words(command: Command, path: &str, lang: Lang) -> Command {
    let name = command.get_name().to_owned();
    let template = lang.pick(
        "{about}\n\nPenggunaan: {usage}\n\n{all-args}{after-help}",
        "{about}\n\nUsage: {usage}\n\n{all-args}{after-help}",
    );
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .alias("bantuan")
        .action(ArgAction::Help)
        .global(false);
    let mut command = command
        .disable_help_flag(true)
        .arg(help)
        .help_template(template)
        .subcommand_help_heading(lang.pick("Perintah", "Commands"))
        .subcommand_value_name(lang.pick("PERINTAH", "COMMAND"));
    if name == "sopan" {
        let version = Arg::new("version")
            .short('V')
            .long("version")
            .action(ArgAction::Version);
        command = command
            .disable_version_flag(true)
            .arg(version)
            .after_help(exit_codes().get(lang).to_owned());
    }
    if let Some(about) = about(&name) {
        command = command.about(about.get(lang).to_owned()).long_about(None);
    }
    let ids: Vec<_> = command
        .get_arguments()
        .map(|arg| arg.get_id().to_string())
        .collect();
    for id in ids {
        let words = argument(&name, &id);
        command = command.mut_arg(&id, |arg| {
            let heading = if arg.is_positional() {
                lang.pick("Argumen", "Arguments")
            } else if name != "sopan" || matches!(id.as_str(), "help" | "version") {
                lang.pick("Opsi", "Options")
            } else {
                lang.pick("Opsi semua perintah", "Options of every command")
            };
            let mut arg = arg.help_heading(heading);
            if let Some(value) = value_name(&name, &id, lang) {
                arg = arg.value_name(value);
            }
            match words {
                Some(words) => arg.help(words.get(lang).to_owned()).long_help(None),
                None => arg,
            }
        });
    }
    let usage = usage(&command, path, lang);
    command = command.override_usage(usage);
    let names: Vec<_> = command
        .get_subcommands()
        .map(|sub| sub.get_name().to_owned())
        .collect();
    for name in names {
        let path = format!("{path} {name}");
        command = command.mut_subcommand(name, |sub| in_words(sub, &path, lang));
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    fn each(command: &Command, look: &mut impl FnMut(&Command)) {
        look(command);
        command.get_subcommands().for_each(|sub| each(sub, look));
    }

    #[test]
    fn everything_has_words_in_both_languages() {
        each(&command(Lang::Id), &mut |command| {
            let name = command.get_name();
            assert!(about(name).is_some(), "{name}");
            for arg in command.get_arguments() {
                let id = arg.get_id().as_str();
                assert!(argument(name, id).is_some(), "{name} {id}");
            }
        });
    }

    #[test]
    fn the_definition_is_sound() {
        command(Lang::Id).debug_assert();
        command(Lang::En).debug_assert();
    }
}
