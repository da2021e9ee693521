//! The settings of every file of a run: each settings file is read once, and files for which
//! the same is said share one policy.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    Diagnostic, Effective, FILE_NAME, Locks, Opened, Origin, States,
    layer::{self, Above, Layer},
    paths,
};
use crate::{finding::RuleId, judge::Policy, rule::RuleSet, settings::search::Choice};

/// The settings of a run, with those that its folders bring along.
#[derive(Debug)]
pub struct Settings<'a> {
    opened: &'a Opened,
    rules: &'a RuleSet,
    /// Rules that the command line asks for by name, whatever the settings say.
    wanted: Vec<RuleId>,
    locks: Locks,
    /// Every settings file, with that of the nearest folder above; the topmost first.
    levels: Vec<Level>,
    /// The level of each folder; none where no settings file is above it.
    folders: HashMap<PathBuf, Option<usize>>,
    /// What a unit excludes although rules are locked for it: only those look at it.
    reduced: HashMap<PathBuf, Origin>,
    policies: HashMap<Selection, Arc<Policy>>,
    diagnostics: Vec<Diagnostic>,
}

/// A settings file on the way down.
#[derive(Debug)]
struct Level {
    above: Option<usize>,
    layer: Layer,
    /// What it and those above make of rules for all their files.
    states: States,
    /// The rules of which an override says something, here or above.
    varied: Vec<RuleId>,
}

/// What is said for a file: by which level, and by which overrides of each level above.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
struct Selection {
    level: Option<usize>,
    /// Level and number of each override that fits, the topmost first.
    overrides: Vec<(usize, usize)>,
    /// Whether only locked rules look at it.
    reduced: bool,
}

/// Whether a file or folder is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Admission {
    /// It is.
    Yes,
    /// It is, but only locked rules count: a unit cannot exclude files from those.
    OnlyLocked(Origin),
    /// `exclude` names it here.
    Excluded(Origin),
    /// `include` here does not name it.
    NotIncluded(Origin),
}

impl<'a> Settings<'a> {
    /// The settings of a run. Mistakes in the rules they name are among the
    /// [`Settings::diagnostics`].
    pub fn new(opened: &'a Opened, rules: &'a RuleSet) -> Self {
        let mut settings = Self {
            opened,
            rules,
            wanted: Vec::new(),
            locks: Locks::default(),
            levels: Vec::new(),
            folders: HashMap::new(),
            reduced: HashMap::new(),
            policies: HashMap::new(),
            diagnostics: opened.diagnostics.clone(),
        };
        if let Some(root) = opened.root() {
            let (locks, mistakes) = layer::locks(root, rules);
            settings.locks = locks;
            settings.diagnostics.extend(mistakes);
        }
        let mut above = None;
        for file in &opened.files {
            above = Some(settings.add(Arc::clone(file), above));
        }
        settings.folders.insert(opened.base.clone(), above);
        settings
    }

    /// Uses these rules whatever the settings say: the command line names them.
    pub fn want(&mut self, rules: impl IntoIterator<Item = RuleId>) {
        self.wanted.extend(rules);
        self.policies.clear();
    }

    fn add(&mut self, file: Arc<super::SettingsFile>, above: Option<usize>) -> usize {
        let of_packs = States::of_packs(self.rules);
        let parent = above.and_then(|above| self.levels.get(above));
        let is_top = self
            .opened
            .root()
            .is_some_and(|root| root.path == file.path);
        let top = match self.opened.root() {
            Some(root) => root.source.name().to_owned(),
            None => paths::shown(&self.opened.working, &self.opened.base.join(FILE_NAME)),
        };
        let floor = self.levels.first().filter(|_| !is_top);
        let context = Above {
            rules: self.rules,
            locks: &self.locks,
            states: parent.map_or(&of_packs, |parent| &parent.states),
            varied: parent.map_or(&[], |parent| &parent.varied),
            floor: floor.map(|root| &root.states),
            top: (!is_top).then_some(&top),
        };
        let (layer, diagnostics) = layer::resolve(&file, context);
        self.diagnostics.extend(diagnostics);
        let mut states = context.states.clone();
        states.apply(&layer.top, &self.locks, context.floor);
        let mut varied = context.varied.to_vec();
        let here = layer.overrides.iter().flatten();
        varied.extend(here.flat_map(|ruling| ruling.rules.iter().copied()));
        varied.sort_unstable();
        varied.dedup();
        self.levels.push(Level {
            above,
            layer,
            states,
            varied,
        });
        self.levels.len() - 1
    }

    /// The level of an absolute folder; its settings file is read the first time.
    fn level(&mut self, folder: &Path) -> Option<usize> {
        if let Some(known) = self.folders.get(folder) {
            return *known;
        }
        let base = self.folders.get(&self.opened.base).copied().flatten();
        let above = match folder.parent() {
            Some(parent) if folder.starts_with(&self.opened.base) => self.level(parent),
            _ => base,
        };
        let mut level = above;
        if self.opened.choice == Choice::Found && folder.starts_with(&self.opened.base) {
            let found = self.opened.look_into(folder);
            self.diagnostics.extend(found.diagnostics);
            if let Some(file) = found.file {
                level = Some(self.add(Arc::new(file), above));
            }
        }
        self.folders.insert(folder.to_owned(), level);
        level
    }

    /// The levels that speak for a file, the nearest first.
    fn chain(&self, level: Option<usize>) -> impl Iterator<Item = (usize, &Level)> {
        let get = |at: usize| self.levels.get(at).map(|level| (at, level));
        std::iter::successors(level.and_then(get), move |(_, level)| {
            level.above.and_then(get)
        })
    }

    fn absolute(&self, path: &Path) -> PathBuf {
        paths::absolute(&self.opened.working, path)
    }

    /// Reads the settings that speak for a file, so that their mistakes are known.
    pub fn read_for(&mut self, path: &Path) {
        let path = self.absolute(path);
        if let Some(folder) = path.parent() {
            self.level(folder);
        }
    }

    /// Whether a file or folder below a folder of the run is looked at.
    pub fn admits(&mut self, path: &Path, is_folder: bool) -> Admission {
        self.admission(path, is_folder, false)
    }

    /// Whether a file is looked at, where the folders above it count as well.
    pub fn admits_named(&mut self, path: &Path) -> Admission {
        self.admission(path, false, true)
    }

    fn admission(&mut self, path: &Path, is_folder: bool, with_above: bool) -> Admission {
        let path = self.absolute(path);
        let Some(folder) = path.parent() else {
            return Admission::Yes;
        };
        let level = self.level(folder);
        let verdict = self.verdict(level, &path, is_folder, with_above);
        let verdict = match (verdict, self.reduced.get(folder)) {
            (Admission::Yes, Some(origin)) => Admission::OnlyLocked(origin.clone()),
            (verdict, _) => verdict,
        };
        if let Admission::OnlyLocked(origin) = &verdict {
            self.reduced.insert(path, origin.clone());
        }
        verdict
    }

    fn verdict(
        &self,
        level: Option<usize>,
        path: &Path,
        is_folder: bool,
        with_above: bool,
    ) -> Admission {
        let binds = |at: usize| at > 0 && !self.locks.is_empty();
        let (mut excluded, mut by_root) = (None, None);
        let mut decided = false;
        for (at, level) in self.chain(level) {
            let file = &level.layer.file;
            let (Some(exclude), Ok(relative)) = (&file.exclude, path.strip_prefix(&file.folder))
            else {
                continue;
            };
            let pattern = match with_above {
                true => exclude.value.of_any(relative, is_folder),
                false => exclude.value.of(relative, is_folder),
            };
            // All are asked, so that it is known which patterns are of use.
            let Some(pattern) = pattern else { continue };
            if !pattern.is_negated() {
                let origin = file.origin(pattern.span);
                by_root = (at == 0).then(|| origin.clone());
                excluded = excluded.or((!decided).then_some((at, origin)));
            }
            decided = true;
        }
        // A unit takes its files from the rules that are not locked; the topmost settings may
        // take them from all.
        match (excluded, by_root) {
            (Some((at, origin)), None) if binds(at) => return Admission::OnlyLocked(origin),
            (Some(_), Some(origin)) | (Some((_, origin)), None) => {
                return Admission::Excluded(origin);
            }
            (None, _) => {}
        }
        if is_folder {
            return Admission::Yes;
        }
        for (at, level) in self.chain(level) {
            let file = &level.layer.file;
            let (Some(include), Ok(relative)) = (&file.include, path.strip_prefix(&file.folder))
            else {
                continue;
            };
            if include.value.contains(relative) || include.value.patterns().is_empty() {
                return Admission::Yes;
            }
            let origin = file.origin(include.span);
            return match binds(at) {
                true => Admission::OnlyLocked(origin),
                false => Admission::NotIncluded(origin),
            };
        }
        Admission::Yes
    }

    fn selection(&mut self, path: &Path) -> Selection {
        let path = self.absolute(path);
        let level = path.parent().and_then(|folder| self.level(folder));
        let mut overrides = Vec::new();
        for (at, level) in self.chain(level) {
            let file = &level.layer.file;
            let Ok(relative) = path.strip_prefix(&file.folder) else {
                continue;
            };
            // From the last one on, because the whole is turned around below.
            for (number, entry) in file.overrides.iter().enumerate().rev() {
                if entry.files.value.contains(relative) {
                    overrides.push((at, number));
                }
            }
        }
        overrides.reverse();
        Selection {
            level,
            overrides,
            reduced: self.reduced.contains_key(&path),
        }
    }

    /// What settings make of everything, for a file; files for which the same is said share it.
    pub fn policy(&mut self, path: &Path) -> Arc<Policy> {
        let selection = self.selection(path);
        if let Some(known) = self.policies.get(&selection) {
            return Arc::clone(known);
        }
        let policy = Arc::new(self.effective_of(&selection, path).policy(self.rules));
        self.policies.insert(selection, Arc::clone(&policy));
        policy
    }

    /// What settings make of everything, for a file, with the place of every word.
    pub fn effective(&mut self, path: &Path) -> Effective {
        let selection = self.selection(path);
        self.effective_of(&selection, path)
    }

    fn effective_of(&self, selection: &Selection, path: &Path) -> Effective {
        let mut states = States::of_packs(self.rules);
        let mut floor = None;
        let mut region = None;
        let mut chain: Vec<_> = self.chain(selection.level).collect();
        chain.reverse();
        for &(at, level) in &chain {
            let file = &level.layer.file;
            states.apply(&level.layer.top, &self.locks, floor.as_ref());
            let mut regions = vec![&file.top.region];
            for &(_, number) in selection.overrides.iter().filter(|(of, _)| *of == at) {
                if let Some(rulings) = level.layer.overrides.get(number) {
                    states.apply(rulings, &self.locks, floor.as_ref());
                }
                regions.extend(file.overrides.get(number).map(|o| &o.rulings.region));
            }
            for said in regions.into_iter().flatten() {
                region = Some((said.value.clone(), file.origin(said.span)));
            }
            if at == 0 {
                floor = Some(states.clone());
            }
        }
        let reduced = selection.reduced.then(|| {
            let path = self.absolute(path);
            self.reduced.get(&path).cloned()
        });
        Effective {
            states,
            region,
            locks: self.locks.clone(),
            wanted: self.wanted.clone(),
            only_locked: reduced.flatten(),
            run: self.opened.run(),
            files: chain
                .into_iter()
                .map(|(_, level)| Arc::clone(&level.layer.file))
                .collect(),
        }
    }

    /// Why only locked rules look at a file, where that is so.
    pub fn only_locked(&self, path: &Path) -> Option<&Origin> {
        self.reduced.get(&self.absolute(path))
    }

    /// What is wrong with the settings files that were read so far, and worth knowing.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Notes the patterns that matched nothing, after all files were asked for. Only those of
    /// settings whose folder lies in one of `walked` can be judged.
    pub fn note_unused(&mut self, walked: &[PathBuf]) {
        let walked: Vec<_> = walked.iter().map(|path| self.absolute(path)).collect();
        let mut notes = Vec::new();
        for level in &self.levels {
            let file = &level.layer.file;
            if !walked.iter().any(|path| file.folder.starts_with(path)) {
                continue;
            }
            let lists = [&file.include, &file.exclude].into_iter().flatten();
            let lists = lists.chain(file.overrides.iter().map(|entry| &entry.files));
            for pattern in lists.flat_map(|list| list.value.patterns()) {
                if !pattern.is_used() {
                    notes.push(unused(file, pattern));
                }
            }
        }
        self.diagnostics.extend(notes);
    }
}

fn unused(file: &super::SettingsFile, pattern: &super::Pattern) -> Diagnostic {
    use crate::text::Phrase;
    let text = &pattern.text;
    let message = Phrase::new(
        format!("pola `{text}` tidak cocok dengan berkas mana pun"),
        format!("the pattern `{text}` matches no file"),
    );
    let help = Phrase::new(
        "Pola dihitung dari folder setelan ini; lihat berkasnya dengan `sopan check --files`.",
        "Patterns count from the folder of these settings; see the files by `sopan check --files`.",
    );
    Diagnostic::warning(&file.source, pattern.span, message).help(help)
}
