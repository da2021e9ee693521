//! What the commands that judge documents share: which files, by which settings, and where the
//! reports go.

mod inputs;
mod keeping;
mod outputs;
mod settings;
mod texts;

use std::{path::PathBuf, thread};

use crate::{
    check,
    cli::args::{Audit, Check},
    register::Register,
    rule,
    value::{citation::Bodies, region::Regions},
};

pub(super) use self::{
    inputs::{Examiner, inputs, list, look, read},
    keeping::{Keeping, Kept},
    outputs::{is_one_of, pair, refuse_beside, refuse_over},
    settings::RunSettings,
    texts::Texts,
};

/// Makes ready what nearly every document is held against, above all what is known of regions and
/// regulations, while the rules are loaded. Who needs it before it is there waits for it.
pub(super) fn make_ready() {
    let make = || {
        // The rules themselves wait for these.
        rule::make_ready();
        Regions::builtin();
        Bodies::builtin();
        Register::builtin();
        check::make_ready();
    };
    // Where there can be no thread, each is made when it is first needed.
    drop(thread::Builder::new().spawn(make));
}

/// What a command line says of the files to look at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scope<'a> {
    /// Files and folders; the folder of the run where there are none.
    pub(super) paths: &'a [PathBuf],
    /// Whether files that are named can be excluded too.
    pub(super) force_exclude: bool,
    /// The name of standard input.
    pub(super) stdin_filename: Option<&'a str>,
    /// Number of threads.
    pub(super) threads: Option<u16>,
    /// Whether results of earlier runs may be used.
    pub(super) may_keep: bool,
    /// Rules that are named.
    pub(super) select: &'a [String],
}

impl Scope<'_> {
    /// What was named, or the folder of the run.
    pub(super) fn paths(&self) -> Vec<PathBuf> {
        if self.paths.is_empty() {
            vec![".".into()]
        } else {
            self.paths.to_vec()
        }
    }
}

impl<'a> From<&'a Check> for Scope<'a> {
    fn from(check: &'a Check) -> Self {
        Self {
            paths: &check.paths,
            force_exclude: check.force_exclude,
            stdin_filename: check.stdin_filename.as_deref(),
            threads: check.threads,
            may_keep: !check.no_cache && !check.timings,
            select: &check.select,
        }
    }
}

impl<'a> From<&'a Audit> for Scope<'a> {
    fn from(audit: &'a Audit) -> Self {
        Self {
            paths: &audit.paths,
            force_exclude: audit.force_exclude,
            stdin_filename: None,
            threads: audit.threads,
            may_keep: !audit.no_cache && !audit.timings,
            select: &[],
        }
    }
}
