//! Results of earlier runs.

use std::{path::PathBuf, thread::JoinHandle};

use super::Scope;
use crate::{
    cache::{Cache, Folder, Program},
    corpus::Extent,
    discover::Discovered,
    lint::Linter,
};

/// With fewer files a run ends before what is kept could be read.
const LEAST_FILES: usize = 100;

/// What it takes to use results of earlier runs, begun early, as it takes a while.
pub(in crate::cli) struct Keeping {
    ready: Option<(Folder, JoinHandle<Option<Program>>)>,
}

impl Keeping {
    /// For a run that may look at many files.
    pub(in crate::cli) fn begin(scope: &Scope<'_>) -> Self {
        let may_be_many = scope.paths().iter().any(|path| path.is_dir());
        let folder = Folder::of_user().filter(|_| scope.may_keep && may_be_many);
        Self {
            ready: folder.and_then(|folder| Some((folder, Program::read()?))),
        }
    }

    /// For these files, where it is worth it.
    pub(in crate::cli) fn kept<'a>(
        self,
        scope: &Scope<'_>,
        found: &Discovered,
        linter: Linter<'a>,
        facts: Extent,
    ) -> Option<Kept<'a>> {
        let is_worth_it = found.files.len() >= LEAST_FILES;
        // Lines of documents are not kept.
        let (folder, program) = self.ready.filter(|_| is_worth_it && !linter.excerpts)?;
        Some(Kept {
            folder,
            program: program.join().ok()??,
            paths: scope.paths(),
            linter,
            facts,
        })
    }
}

/// The results of earlier runs that a run uses, each time it looks at its files.
pub(in crate::cli) struct Kept<'a> {
    folder: Folder,
    program: Program,
    paths: Vec<PathBuf>,
    linter: Linter<'a>,
    facts: Extent,
}

impl<'a> Kept<'a> {
    /// The results until now. What is added to them is there when they are opened again.
    pub(super) fn open(&self) -> Cache<'a> {
        let folder = self.folder.clone();
        Cache::open(folder, &self.paths, &self.program, self.linter, self.facts)
    }
}
