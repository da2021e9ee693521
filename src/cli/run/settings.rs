//! What the settings say of the files of a run.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::Scope;
use crate::{
    cli::{args::Global, failure::Failure, found},
    discover::{self, Discovered, Met, Passed},
    finding::RuleId,
    judge::Policy,
    rule::RuleSet,
    settings::{Admission, FILE_NAME, Origin, Settings},
};

/// The settings of a run.
pub(in crate::cli) struct RunSettings<'a> {
    settings: Settings<'a>,
    scope: &'a Scope<'a>,
    global: &'a Global,
}

/// The policy of every file: by its name, where it is not that of most.
#[derive(Debug)]
pub(in crate::cli) struct Policies {
    by_name: HashMap<String, Arc<Policy>>,
    others: Arc<Policy>,
}

impl Policies {
    /// The policy of a file.
    pub(in crate::cli) fn of(&self, name: &str) -> &Policy {
        self.by_name.get(name).unwrap_or(&self.others)
    }
}

impl<'a> RunSettings<'a> {
    /// The settings found for what is checked.
    pub(in crate::cli) fn new(
        scope: &'a Scope<'a>,
        global: &'a Global,
        rules: &'a RuleSet,
    ) -> Self {
        let mut settings = Settings::new(&global.found, rules);
        // Who names a rule wants to see it; a family is only a narrower view.
        let single = |name: &String| -> Option<RuleId> {
            match rules.find(name).as_slice() {
                [id] if !rules.rule(*id).family().eq_ignore_ascii_case(name.trim()) => Some(*id),
                _ => None,
            }
        };
        settings.want(scope.select.iter().filter_map(single));
        Self {
            settings,
            scope,
            global,
        }
    }

    /// The files to look at. A file that is named is looked at in any case, unless
    /// `--force-exclude` says otherwise.
    pub(in crate::cli) fn discover(&mut self, paths: &[PathBuf]) -> Result<Discovered, Failure> {
        let force = self.scope.force_exclude;
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
    pub(in crate::cli) fn policies(
        &mut self,
        found: &Discovered,
        paths: &[PathBuf],
    ) -> Result<Policies, Failure> {
        let settings = &mut self.settings;
        let here = self.global.found.base.join("-");
        let others = settings.policy(&here);
        let files = found.files.iter().map(|file| (&*file.name, &*file.path));
        let broken = found.broken.iter().map(|broken| &*broken.name);
        let names = broken.chain(self.scope.stdin_filename);
        let mut by_name = HashMap::new();
        for (name, path) in files.chain(names.map(|name| (name, Path::new(name)))) {
            let policy = settings.policy(path);
            // In most runs there is one policy for all files.
            if !Arc::ptr_eq(&policy, &others) {
                by_name.insert(name.to_owned(), policy);
            }
        }
        let folders: Vec<_> = paths.iter().filter(|path| path.is_dir()).cloned().collect();
        settings.note_unused(&folders);
        found::tell(settings.diagnostics(), self.global)?;
        Ok(Policies { by_name, others })
    }

    /// Where a unit excludes a file that locked rules look at all the same.
    pub(in crate::cli) fn only_locked(&self, name: &str) -> Option<&Origin> {
        self.settings.only_locked(name.as_ref())
    }

    /// Whether nothing but settings files was named: then there is nothing to check, but
    /// nothing is wrong with that.
    pub(in crate::cli) fn are_all(&self) -> bool {
        let is_settings = |path: &PathBuf| path.file_name() == Some(FILE_NAME.as_ref());
        !self.scope.paths.is_empty() && self.scope.paths.iter().all(is_settings)
    }
}
