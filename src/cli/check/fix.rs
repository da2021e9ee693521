//! `--fix`, `--unsafe-fixes` and `--diff` of `sopan check`.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    io::{self, Write},
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use crate::{
    cli::{
        args::{Check, FormatArg, Global},
        exit::Exit,
        failure::Failure,
        output::Output,
        run::{Examiner, read},
        system,
    },
    discover::Discovered,
    finding::RuleId,
    fix::{self, Mended, Offer, Refused, WriteError},
    judge::Baseline,
    lint::CheckedFile,
    rule::RuleSet,
    sanitize::one_line,
    text::{Lang, Phrase},
};

/// How fixes are dealt with, where the arguments ask for them at all.
pub(super) struct Fixing<'a> {
    check: &'a Check,
    global: &'a Global,
    /// Nothing is written.
    only_shows: bool,
}

/// What became of the files.
pub(super) struct Fixed {
    /// How many gaps were mended, by file and rule.
    counts: BTreeMap<String, BTreeMap<RuleId, usize>>,
    refused: Vec<(String, Refused)>,
    failed: Vec<Unmended>,
    /// Unified diffs, by file.
    diffs: BTreeMap<String, String>,
    /// The text of standard input after the fixes.
    stdin: Option<Vec<u8>>,
}

/// The name of a file that could not be mended, and why.
type Unmended = (String, Phrase);

/// A file with its fixes, before it is written.
struct Job<'f> {
    name: &'f str,
    path: Option<&'f Path>,
    bytes: Vec<u8>,
    mended: Mended,
}

impl<'a> Fixing<'a> {
    /// What the arguments ask for. `--diff` shows and never writes, and so does
    /// `--unsafe-fixes` without `--fix`.
    pub(super) fn new(check: &'a Check, global: &'a Global) -> Option<Self> {
        let is_asked = check.fix || check.diff || check.unsafe_fixes;
        is_asked.then_some(Self {
            check,
            global,
            only_shows: check.diff || !check.fix,
        })
    }

    /// Mends the files, or finds out how. `stdin` is the text of standard input, where it was read.
    ///
    /// # Errors
    ///
    /// [`Failure`] where standard output cannot be written. A file that cannot be written is no
    /// failure of the run: the others still are.
    pub(super) fn run(
        &self,
        examiner: &Examiner<'_>,
        known: Option<&Baseline>,
        files: &[CheckedFile],
        found: &Discovered,
        stdin: Option<Vec<u8>>,
    ) -> Result<Fixed, Failure> {
        let mut fixed = Fixed {
            counts: BTreeMap::new(),
            refused: Vec::new(),
            failed: Vec::new(),
            diffs: BTreeMap::new(),
            stdin: stdin.clone(),
        };
        let paths = found
            .files
            .iter()
            .map(|file| (file.name.as_str(), file.path.as_path()));
        let paths: HashMap<&str, &Path> = paths.collect();
        let jobs = self.jobs(examiner, known, files, &paths, stdin)?;
        let mut done = HashSet::new();
        for job in jobs {
            let job = match job {
                Ok(job) => job,
                Err(failed) => {
                    fixed.failed.push(failed);
                    continue;
                }
            };
            let name = job.name.to_owned();
            let refused = job.mended.refused.iter().cloned();
            fixed.refused.extend(refused.map(|r| (name.clone(), r)));
            if job.mended.bytes == job.bytes {
                continue;
            }
            if self.only_shows {
                fixed.diffs.insert(name.clone(), self.diff(&job));
            } else if let Err(reason) = put(&job, &mut done) {
                fixed.failed.push((name, reason));
                continue;
            }
            fixed.counts.insert(name, job.mended.fixed.clone());
            if job.path.is_none() {
                fixed.stdin = Some(job.mended.bytes);
            }
        }
        Ok(fixed)
    }

    /// The files for which there is something to mend, in the order of their names.
    fn jobs<'f>(
        &self,
        examiner: &Examiner<'_>,
        known: Option<&Baseline>,
        files: &'f [CheckedFile],
        paths: &HashMap<&'f str, &'f Path>,
        stdin: Option<Vec<u8>>,
    ) -> Result<Vec<Result<Job<'f>, Unmended>>, Failure> {
        let rules = examiner.linter.rules;
        let limits = &examiner.linter.limits;
        let with_unsafe = self.check.unsafe_fixes;
        let offers = |name: &str, bytes: &[u8]| {
            let mut file = [examiner.bytes(name, bytes.to_owned())];
            if let Some(known) = known {
                known.apply(&mut file, |_| false);
            }
            let [file] = file;
            Offer::all(&file, rules, with_unsafe)
        };
        let job = |file: &'f CheckedFile| {
            let name = file.name.as_str();
            let path = paths.get(name).copied();
            let bytes = match path {
                Some(path) => read(path, limits, self.global.lang()).ok(),
                None => stdin.clone(),
            };
            // What cannot be read any more is said where it is checked.
            let bytes = bytes.ok_or_else(|| (name.to_owned(), changed()))?;
            let mended = fix::mend(&bytes, limits, |bytes| offers(name, bytes));
            Ok(Job {
                name,
                path,
                bytes,
                mended,
            })
        };
        let mut wanted: Vec<_> = files
            .iter()
            .filter(|file| !Offer::all(file, rules, with_unsafe).is_empty())
            .collect();
        wanted.sort_by(|one, other| one.name.cmp(&other.name));
        let mut pool = rayon::ThreadPoolBuilder::new();
        if let Some(threads) = self.check.threads {
            pool = pool.num_threads(usize::from(threads));
        }
        let pool = pool
            .build()
            .map_err(|error| Failure::Threads(error.to_string()))?;
        Ok(pool.install(|| wanted.into_par_iter().map(job).collect()))
    }

    fn diff(&self, job: &Job<'_>) -> String {
        let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
        let is_file = |path: &PathBuf| Output::to(path).path().is_some();
        let is_colourful =
            !self.global.output.iter().any(is_file) && Output::Stdout.has_colour(self.global.color);
        fix::unified(
            job.name,
            &text(&job.bytes),
            &text(&job.mended.bytes),
            &job.mended.kept,
            is_colourful,
        )
    }

    /// Whether the run ends with what is shown.
    pub(super) fn only_shows(&self) -> bool {
        self.only_shows
    }

    /// Writes the diffs to the output and the numbers on standard error. The run ends with 1
    /// where something would change, so that a pipeline can ask for mended documents.
    pub(super) fn show(&self, fixed: &Fixed, rules: &RuleSet) -> Result<Exit, Failure> {
        let diffs: String = fixed.diffs.values().map(String::as_str).collect();
        Output::new(self.global)?.write(diffs.as_bytes())?;
        self.tell(fixed, rules);
        Ok(match fixed {
            _ if !fixed.failed.is_empty() => Exit::Failed,
            _ if fixed.diffs.is_empty() => Exit::Clean,
            _ => Exit::Gaps,
        })
    }

    /// Writes the mended text of standard input, where that was read: standard output then
    /// holds the text and nothing else.
    pub(super) fn write_stdin(&self, fixed: &Fixed) -> Result<(), Failure> {
        match &fixed.stdin {
            Some(text) => Output::Stdout.write(text),
            None => Ok(()),
        }
    }

    /// Says on standard error what was mended and what could not be. Standard output is for the
    /// report, whatever its form.
    pub(super) fn tell(&self, fixed: &Fixed, rules: &RuleSet) {
        let lang = self.global.lang();
        let mut lines = Vec::new();
        for (name, refused) in &fixed.refused {
            let code = &rules.rule(refused.rule).code;
            let place = match refused.path.as_str() {
                "" => one_line(name),
                path => one_line(&format!("{name} ({path})")),
            };
            let reason = refused.reason.words();
            let reason = reason.get(lang);
            lines.push(lang.pick(
                format!("{code} di {place} tidak diperbaiki: {reason}"),
                format!("{code} in {place} was not mended: {reason}"),
            ));
        }
        for (name, reason) in &fixed.failed {
            let (name, reason) = (one_line(name), reason.get(lang));
            lines.push(lang.pick(
                format!("galat: {name} tidak dapat diperbaiki: {reason}"),
                format!("error: {name} could not be mended: {reason}"),
            ));
        }
        lines.push(self.total(fixed, lang));
        if matches!(self.check.format.as_slice(), [] | [FormatArg::Human]) {
            lines.extend(by_rule(fixed, rules));
        }
        let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
        // Where standard error is closed, nobody is there to be told.
        let _ = io::stderr().lock().write_all(text.as_bytes());
    }

    fn total(&self, fixed: &Fixed, lang: Lang) -> String {
        let gaps: usize = fixed.counts.values().flat_map(BTreeMap::values).sum();
        let files = fixed.counts.len();
        if gaps == 0 && fixed.has_failed() {
            return lang
                .pick("tidak ada yang diperbaiki", "nothing was mended")
                .to_owned();
        }
        if gaps == 0 {
            let none = "tidak ada temuan yang dapat diperbaiki otomatis";
            return lang
                .pick(none, "no finding can be mended automatically")
                .to_owned();
        }
        let s = |count| if count == 1 { "" } else { "s" };
        let english = format!("{gaps} finding{} in {files} file{}", s(gaps), s(files));
        if self.only_shows {
            let flags = match self.check.unsafe_fixes {
                true => "--fix --unsafe-fixes",
                false => "--fix",
            };
            return lang.pick(
                format!("{gaps} temuan di {files} berkas dapat diperbaiki dengan `{flags}`"),
                format!("{english} can be mended with `{flags}`"),
            );
        }
        lang.pick(
            format!("{gaps} temuan diperbaiki di {files} berkas"),
            format!("{english} mended"),
        )
    }
}

impl Fixed {
    /// What standard output holds of standard input.
    pub(super) fn text(&self) -> Option<&[u8]> {
        self.stdin.as_deref()
    }

    /// Whether files are no longer what was checked.
    pub(super) fn has_changed(&self) -> bool {
        !self.counts.is_empty()
    }

    /// Whether something could not be done that was asked for.
    pub(super) fn has_failed(&self) -> bool {
        !self.failed.is_empty()
    }
}

/// How many gaps of each rule were mended, a line each, the most first.
fn by_rule(fixed: &Fixed, rules: &RuleSet) -> Vec<String> {
    let mut counts: BTreeMap<RuleId, usize> = BTreeMap::new();
    for (rule, count) in fixed.counts.values().flatten() {
        *counts.entry(*rule).or_default() += count;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(rule, count)| (std::cmp::Reverse(*count), *rule));
    let line = |(rule, count): (RuleId, usize)| {
        let rule = rules.rule(rule);
        format!("{count:>5}  {} {}", rule.code, rule.name)
    };
    counts.into_iter().map(line).collect()
}

/// Puts the mended text in the place of the file. A file that was reached under two names is
/// written once.
fn put(job: &Job<'_>, done: &mut HashSet<PathBuf>) -> Result<(), Phrase> {
    let Some(path) = job.path else {
        return Ok(());
    };
    let target = path.canonicalize().map_err(|error| system::words(&error))?;
    if done.contains(&target) {
        return Ok(());
    }
    let written = fix::replace(path, &job.bytes, &job.mended.bytes);
    written.map_err(|error| match error {
        WriteError::Changed => changed(),
        WriteError::ReadOnly { folder: false } => Phrase::new(
            "berkas ini ditandai hanya dapat dibaca",
            "the file is marked as read-only",
        ),
        WriteError::ReadOnly { folder: true } => Phrase::new(
            "foldernya ditandai hanya dapat dibaca",
            "its folder is marked as read-only",
        ),
        WriteError::Io(error) => system::words(&error),
    })?;
    done.insert(target);
    Ok(())
}

fn changed() -> Phrase {
    Phrase::new(
        "isinya berubah sejak diperiksa; jalankan sekali lagi",
        "it changed since it was checked; run again",
    )
}
