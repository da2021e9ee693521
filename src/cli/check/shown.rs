//! Runs that only show something, and what cannot be asked of them.

use clap::ValueEnum;

use crate::{
    cli::{
        args::{Asked, Check, FormatArg},
        failure::Failure,
        output::Output,
    },
    text::Phrase,
};

/// Refuses what a run that only shows something would leave out.
pub(super) fn refuse_left_out(check: &Check) -> Result<(), Failure> {
    let Some(by) = showing(check) else {
        return Ok(());
    };
    let asked = [
        (check.write_baseline, "--write-baseline"),
        (check.prune_baseline, "--prune-baseline"),
        // A diff is what `--fix` would write.
        (check.fix && check.files, "--fix"),
    ];
    if let Some((_, option)) = asked.into_iter().find(|(asked, _)| *asked) {
        return Err(Failure::OnlyShown { option, by });
    }
    let is_file = |asked: &Asked<FormatArg>| match asked {
        Asked::Output(path) => Output::to(path).path().is_some(),
        Asked::Format(_) => false,
    };
    // On the screen everyone sees that a list of files is no report.
    if check.files && !check.asked.iter().any(is_file) {
        return Ok(());
    }
    let mut forms = check.format.iter();
    match forms.find(|form| **form != FormatArg::Human) {
        Some(form) => {
            let form = form.to_possible_value();
            let form = form.as_ref().map_or("", |form| form.get_name()).to_owned();
            Err(Failure::FormOfItsOwn { form, by })
        }
        None => Ok(()),
    }
}

/// What makes a run one that only shows something.
fn showing(check: &Check) -> Option<Phrase> {
    if check.files {
        Some(Phrase::same("--files"))
    } else if check.diff {
        Some(Phrase::same("--diff"))
    } else if check.unsafe_fixes && !check.fix {
        Some(Phrase::new(
            "--unsafe-fixes tanpa --fix",
            "--unsafe-fixes without --fix",
        ))
    } else {
        None
    }
}
