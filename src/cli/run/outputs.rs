//! Which report goes where.

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
};

use crate::{
    cli::{args::Asked, failure::Failure, output::Output},
    discover::Discovered,
    lint::CheckedFile,
};

/// Which report goes where: an `--output` belongs to the `--format` before it. With at most one
/// of each their order does not matter.
pub(in crate::cli) fn pair<F: Copy>(
    asked: &[Asked<F>],
    usual: F,
) -> Result<Vec<(F, Output)>, Failure> {
    let formats = asked.iter().filter_map(|asked| match asked {
        Asked::Format(form) => Some(*form),
        Asked::Output(_) => None,
    });
    let formats: Vec<_> = formats.collect();
    if let [] | [_] = formats.as_slice() {
        let mut outputs = asked.iter().filter_map(|asked| match asked {
            Asked::Output(path) => Some(path),
            Asked::Format(_) => None,
        });
        let output = outputs
            .next()
            .map_or(Output::Stdout, |path| Output::to(path));
        return match outputs.next() {
            Some(second) => Err(Failure::OutputTwice(second.clone())),
            None => {
                let format = formats.first().copied().unwrap_or(usual);
                Ok(vec![(format, output)])
            }
        };
    }
    let mut reports: Vec<(F, Option<Output>)> = Vec::new();
    for asked in asked {
        match (asked, reports.last_mut()) {
            (Asked::Format(form), _) => reports.push((*form, None)),
            (Asked::Output(path), Some((_, output @ None))) => *output = Some(Output::to(path)),
            (Asked::Output(path), Some(_)) => return Err(Failure::OutputTwice(path.clone())),
            (Asked::Output(path), None) => return Err(Failure::OutputFirst(path.clone())),
        }
    }
    let reports = reports
        .into_iter()
        .map(|(format, output)| (format, output.unwrap_or(Output::Stdout)));
    let reports: Vec<_> = reports.collect();
    let mut seen = HashSet::new();
    for (_, output) in &reports {
        let place = output.path().map(place);
        if !seen.insert(place) {
            return Err(match output.path() {
                Some(path) => Failure::SameOutput(path.to_owned()),
                None => Failure::OneScreen,
            });
        }
    }
    Ok(reports)
}

/// Refuses facts that something else would be written over, or on whose screen it would stand.
pub(in crate::cli) fn refuse_beside<'a>(
    facts: Option<&Path>,
    others: impl IntoIterator<Item = Option<&'a Path>>,
) -> Result<(), Failure> {
    let Some(facts) = facts.map(Output::to) else {
        return Ok(());
    };
    let to = facts.path().map(place);
    let mut places = others.into_iter().map(|path| path.map(place));
    match (places.any(|other| other == to), facts.path()) {
        (false, _) => Ok(()),
        (true, Some(path)) => Err(Failure::SameAsFacts(path.to_owned())),
        (true, None) => Err(Failure::OneScreen),
    }
}

/// Refuses a report over one of the files that it is made of.
pub(in crate::cli) fn refuse_over<F>(
    asked: &[Asked<F>],
    inputs: &[PathBuf],
) -> Result<(), Failure> {
    // What comes through a pipe or from a device cannot be lost.
    let inputs = inputs.iter().filter(|path| path.is_file());
    let inputs: HashSet<_> = inputs.map(|path| place(path)).collect();
    let outputs = asked.iter().filter_map(|asked| match asked {
        Asked::Output(path) => Some(path),
        Asked::Format(_) => None,
    });
    let mut outputs = outputs.filter(|path| Output::to(path).path().is_some());
    match outputs.find(|path| inputs.contains(&place(path))) {
        Some(path) => Err(Failure::OverInput(path.clone())),
        None => Ok(()),
    }
}

/// The file that a path leads to, also where it does not exist yet.
fn place(path: &Path) -> PathBuf {
    if let Ok(place) = path.canonicalize() {
        return place;
    }
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new(".")).canonicalize().ok();
    match (folder, path.file_name()) {
        (Some(folder), Some(name)) => folder.join(name),
        _ => path.to_owned(),
    }
}

/// Whether the report would take the place of a document that was just checked.
pub(in crate::cli) fn is_one_of<'a>(
    output: &Path,
    files: impl IntoIterator<Item = &'a CheckedFile>,
    found: &Discovered,
) -> bool {
    let Ok(output) = output.canonicalize() else {
        return false;
    };
    let checked: HashSet<_> = files.into_iter().map(|file| file.name.as_str()).collect();
    found
        .files
        .iter()
        .filter(|file| checked.contains(file.name.as_str()))
        .any(|file| file.path.canonicalize().is_ok_and(|path| path == output))
}
