//! The settings that a command finds before it does anything else.

use std::path::{Path, PathBuf};

use super::{
    args::{Args, Command, Global},
    failure::Failure,
    notes,
};
use crate::settings::{Choice, Diagnostic, Opened};

/// Finds the settings for what the command looks at, and takes the language from them where
/// the command line states none.
pub(super) fn open(args: &mut Args) -> Result<(), Failure> {
    let paths = match &args.command {
        Command::Check(check) => {
            let stdin = check.stdin_filename.as_ref().map(PathBuf::from);
            let named = check.paths.iter().filter(|path| path.as_os_str() != "-");
            let reads_stdin = check.paths.iter().any(|path| path.as_os_str() == "-");
            let stdin = stdin.filter(|_| reads_stdin);
            named.cloned().chain(stdin).collect()
        }
        Command::Settings(settings) => settings.file.clone().into_iter().collect(),
        Command::Flow(flow) => vec![flow.file.clone()],
        // What it writes is not there yet.
        Command::Init(_) => return Ok(()),
        _ => Vec::new(),
    };
    let global = &mut args.global;
    let choice = match &global.settings {
        _ if global.no_settings => Choice::None,
        Some(path) => Choice::Only(path.clone()),
        None => Choice::Found,
    };
    let working = std::env::current_dir().unwrap_or_default();
    global.found = Opened::open(&working, &paths, choice).map_err(|reason| {
        let path = global.settings.clone().unwrap_or_default();
        Failure::NoSettings { path, reason }
    })?;
    let lang = global.found.run().lang;
    global.lang = global.lang.or(lang.map(|lang| lang.value));
    Ok(())
}

/// A path of the settings as the other messages of the run would name it.
pub(super) fn shown(global: &Global, path: &Path) -> PathBuf {
    global.found.shown(path)
}

/// Fails where settings are wrong; else says on standard error what is worth knowing.
pub(super) fn tell(diagnostics: &[Diagnostic], global: &Global) -> Result<(), Failure> {
    let mut sorted: Vec<_> = diagnostics.to_vec();
    sorted.sort_by(|one, other| {
        (one.source.name(), one.span).cmp(&(other.source.name(), other.span))
    });
    if sorted.iter().any(Diagnostic::is_error) {
        sorted.retain(Diagnostic::is_error);
        return Err(Failure::Settings(sorted));
    }
    notes::print(&sorted, global);
    Ok(())
}
