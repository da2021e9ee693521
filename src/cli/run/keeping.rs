//! Results of earlier runs.

use std::thread::JoinHandle;

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

    /// The results, where they are worth it.
    pub(in crate::cli) fn cache<'a>(
        self,
        scope: &Scope<'_>,
        found: &Discovered,
        linter: Linter<'a>,
        facts: Extent,
    ) -> Option<Cache<'a>> {
        let is_worth_it = found.files.len() >= LEAST_FILES;
        // Lines of documents are not kept.
        let (folder, program) = self.ready.filter(|_| is_worth_it && !linter.excerpts)?;
        let program = program.join().ok()??;
        Some(Cache::open(folder, &scope.paths(), &program, linter, facts))
    }
}
