//! What the settings say of the files of `sopan check`.

use std::{collections::HashMap, path::PathBuf, sync::Arc};

use crate::{
    cli::{
        args::{Check, FailOn, Global},
        failure::Failure,
        found,
    },
    discover::{self, Discovered, Met, Passed},
    finding::{RuleId, Severity},
    judge::Policy,
    rule::RuleSet,
    settings::{Admission, FILE_NAME, Origin, Settings},
};

/// The settings of a run of `sopan check`.
pub(super) struct RunSettings<'a> {
    settings: Settings<'a>,
    check: &'a Check,
    global: &'a Global,
}

/// The policy of every file, by its name.
#[derive(Debug)]
pub(super) struct Policies {
    by_name: HashMap<String, Arc<Policy>>,
    others: Arc<Policy>,
}

impl Policies {
    /// The policy of a file.
    pub(super) fn of(&self, name: &str) -> &Policy {
        self.by_name.get(name).unwrap_or(&self.others)
    }
}

impl<'a> RunSettings<'a> {
    /// The settings found for what is checked.
    pub(super) fn new(check: &'a Check, global: &'a Global, rules: &'a RuleSet) -> Self {
        let mut settings = Settings::new(&global.found, rules);
        // Who names a rule wants to see it; a family is only a narrower view.
        let single = |name: &String| -> Option<RuleId> {
            match rules.find(name).as_slice() {
                [id] if !rules.rule(*id).family().eq_ignore_ascii_case(name.trim()) => Some(*id),
                _ => None,
            }
        };
        settings.want(check.select.iter().filter_map(single));
        Self {
            settings,
            check,
            global,
        }
    }

    /// The least grave finding that makes the run fail.
    pub(super) fn fail_on(&self) -> Option<Severity> {
        let settings = || self.global.found.run().fail_on.map(|said| said.value);
        let said = self.check.fail_on.map(FailOn::severity).or_else(settings);
        said.unwrap_or(Some(Severity::Error))
    }

    /// The baseline that the settings name.
    pub(super) fn baseline(&self) -> Option<PathBuf> {
        let said = self.global.found.run().baseline?;
        Some(self.global.found.shown(&said.value))
    }

    /// The files to look at. A file that is named is looked at in any case, unless
    /// `--force-exclude` says otherwise.
    pub(super) fn discover(&mut self, paths: &[PathBuf]) -> Result<Discovered, Failure> {
        let force = self.check.force_exclude;
        let settings = &mut self.settings;
        let mut passes = |met: &Met<'_>| {
            let admission = match (met.named, force) {
                (true, false) => {
                    settings.read_for(met.path);
                    Admission::Yes
                }
                (true, true) => settings.admits_named(met.path),
                (false, _) => settings.admits(met.path, met.is_folder),
            };
            match admission {
                Admission::Yes | Admission::OnlyLocked(_) => None,
                Admission::Excluded(origin) => Some(Passed::Excluded(origin)),
                Admission::NotIncluded(origin) => Some(Passed::NotIncluded(origin)),
            }
        };
        discover::discover_with(paths, &mut passes).map_err(Failure::Missing)
    }

    /// The policy of every file; fails where settings are wrong, and says what is worth knowing.
    pub(super) fn policies(
        &mut self,
        found: &Discovered,
        paths: &[PathBuf],
    ) -> Result<Policies, Failure> {
        let settings = &mut self.settings;
        let mut by_name: HashMap<_, _> = found
            .files
            .iter()
            .map(|file| (file.name.clone(), settings.policy(&file.path)))
            .collect();
        for broken in &found.broken {
            by_name.insert(broken.name.clone(), settings.policy(broken.name.as_ref()));
        }
        if let Some(name) = &self.check.stdin_filename {
            by_name.insert(name.clone(), settings.policy(name.as_ref()));
        }
        let here = self.global.found.base.join("-");
        let others = settings.policy(&here);
        let folders: Vec<_> = paths.iter().filter(|path| path.is_dir()).cloned().collect();
        settings.note_unused(&folders);
        found::tell(settings.diagnostics(), self.global)?;
        Ok(Policies { by_name, others })
    }

    /// Where a unit excludes a file that locked rules look at all the same.
    pub(super) fn only_locked(&self, name: &str) -> Option<&Origin> {
        self.settings.only_locked(name.as_ref())
    }

    /// Whether nothing but settings files was named: then there is nothing to check, but
    /// nothing is wrong with that.
    pub(super) fn are_all(&self) -> bool {
        let is_settings = |path: &PathBuf| path.file_name() == Some(FILE_NAME.as_ref());
        !self.check.paths.is_empty() && self.check.paths.iter().all(is_settings)
    }
}
