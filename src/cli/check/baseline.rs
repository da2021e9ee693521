//! The baseline of `sopan check`: reading, writing and pruning it.

use std::{path::Path, path::PathBuf};

use crate::{
    cli::{
        args::{Check, Global},
        failure::Failure,
        notes,
        output::Output,
        system,
    },
    judge::{Baseline, Judged},
    lint::CheckedFile,
    rule::RuleSet,
    text::Phrase,
};

/// The file where none is named.
pub(super) const DEFAULT: &str = "sopan-baseline.jsonl";

/// What to do with a baseline.
pub(super) struct Baselining {
    path: Option<PathBuf>,
    known: Option<Baseline>,
    writes: bool,
    prunes: bool,
}

impl Baselining {
    /// Reads the baseline that the command line names, or else the one of the settings.
    ///
    /// `paths` are those that the run looks at; none for all there are.
    pub(super) fn new(
        check: &Check,
        settings: Option<&Path>,
        paths: Option<&[PathBuf]>,
        rules: &RuleSet,
    ) -> Result<Self, Failure> {
        let named = check
            .baseline
            .clone()
            .or_else(|| settings.map(Path::to_owned));
        let path = named.or_else(|| check.write_baseline.then(|| DEFAULT.into()));
        if check.prune_baseline && path.is_none() {
            return Err(Failure::NoBaseline);
        }
        let known = match &path {
            // The first one is written where there is none yet.
            Some(path) if check.write_baseline && !path.exists() => None,
            Some(path) => Some(read(path)?.seen_from(paths, rules)),
            None => None,
        };
        Ok(Self {
            path,
            known,
            writes: check.write_baseline,
            prunes: check.prune_baseline,
        })
    }

    /// The baseline that was there before this run.
    pub(super) fn before(&self) -> Option<&Baseline> {
        self.known.as_ref()
    }

    /// The file that this run may write.
    pub(super) fn written(&self) -> Option<&Path> {
        let path = self.path.as_deref();
        path.filter(|_| self.writes || self.prunes)
    }

    /// The baseline that this run is held against; a new one is written first where that was
    /// asked for.
    pub(super) fn known(
        &mut self,
        files: &[CheckedFile],
        rules: &RuleSet,
        global: &Global,
    ) -> Result<Option<&Baseline>, Failure> {
        if let (true, Some(path)) = (self.writes, &self.path) {
            let folder = path.parent().unwrap_or(Path::new(""));
            let mut new = Baseline::of(files, rules, folder);
            if let Some(old) = &self.known {
                new.keep_unseen(old, files);
            }
            write(path, &new)?;
            let (count, path) = (new.entries().len(), path.display());
            let words = Phrase::new(
                format!("{count} temuan dicatat di {path}; pakai dengan --baseline {path}"),
                format!("{count} findings written to {path}; use it with --baseline {path}"),
            );
            notes::say(&words, global);
            self.known = Some(new);
        }
        Ok(self.known.as_ref())
    }

    /// Takes out what nothing answers to, where that was asked for; then nothing is stale.
    pub(super) fn prune(self, judged: &mut Judged, global: &Global) -> Result<(), Failure> {
        let (true, Some(path), Some(known)) = (self.prunes, self.path, self.known) else {
            return Ok(());
        };
        if judged.stale.is_empty() {
            return Ok(());
        }
        write(&path, &known.without(&judged.stale))?;
        let (count, path) = (judged.stale.len(), path.display());
        let words = Phrase::new(
            format!("{count} catatan dihapus dari {path}"),
            format!("{count} entries removed from {path}"),
        );
        notes::say(&words, global);
        judged.stale.clear();
        judged.summary.stale = 0;
        Ok(())
    }
}

fn read(path: &Path) -> Result<Baseline, Failure> {
    let text = system::read(path).map_err(|reason| Failure::BaselineMissing {
        path: path.to_owned(),
        reason,
    })?;
    let folder = path.parent().unwrap_or(Path::new(""));
    Baseline::parse(&String::from_utf8_lossy(&text), folder).map_err(|reason| {
        Failure::BaselineBroken {
            path: path.to_owned(),
            reason,
        }
    })
}

fn write(path: &Path, baseline: &Baseline) -> Result<(), Failure> {
    let mut bytes = Vec::new();
    let written = baseline.write(&mut bytes);
    let unwritable = |reason| Failure::BaselineUnwritable {
        path: path.to_owned(),
        reason,
    };
    written.map_err(unwritable)?;
    let replaced = Output::File(path.to_owned()).replace(&bytes);
    replaced.map_err(|failure| match failure {
        Failure::Unwritable { reason, .. } => unwritable(reason),
        failure => failure,
    })
}
