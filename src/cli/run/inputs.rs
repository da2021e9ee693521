//! The files that a run looks at, and what is found in them.

use std::{
    borrow::Cow,
    fs::{self, File},
    io::{self, Read},
    path::Path,
};

use rayon::prelude::*;

use super::{
    Kept, Scope,
    outputs::is_one_of,
    settings::{Policies, RunSettings},
};
use crate::{
    cache::Cache,
    cli::{failure::Failure, output::Output, progress::Progress, system},
    corpus::{self, DocumentFacts, Extent},
    discover::{Broken, BrokenReason, Discovered, Found, Passed},
    document::{Limits, Path as DocumentPath, Problem, ProblemKind},
    judge::Judge,
    lint::{self, Ask, CheckedFile, Linter, Stage, Timings, timed},
    sanitize::one_line,
    shard,
    span::Span,
    text::Lang,
};

/// The files to look at, and the text of standard input where `-` was given.
pub(in crate::cli) fn inputs(
    scope: &Scope<'_>,
    settings: &mut RunSettings<'_>,
) -> Result<(Discovered, Option<Vec<u8>>), Failure> {
    let (stdin, named): (Vec<_>, Vec<_>) = scope
        .paths()
        .into_iter()
        .partition(|path| path.as_os_str() == "-");
    let found = settings.discover(&named)?;
    if stdin.is_empty() {
        return Ok((found, None));
    }
    let limit = Limits::default().bytes;
    let mut bytes = Vec::new();
    io::stdin()
        .lock()
        .take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(Failure::Stdin)?;
    Ok((found, Some(bytes)))
}

/// All that decides over one file by itself.
pub(in crate::cli) struct Examiner<'a> {
    pub(in crate::cli) linter: Linter<'a>,
    pub(in crate::cli) judge: Judge<'a>,
    /// What the settings say.
    pub(in crate::cli) policies: Policies,
    /// For how much facts are kept.
    pub(in crate::cli) facts: Extent,
    /// What was found in files before.
    pub(in crate::cli) kept: Option<Kept<'a>>,
    /// Where to note what the run took.
    pub(in crate::cli) timings: Option<&'a Timings>,
}

impl Examiner<'_> {
    /// What is found in the bytes of a file by itself, and which of it counts.
    pub(in crate::cli) fn bytes(&self, name: &str, bytes: Vec<u8>) -> CheckedFile {
        self.judged(self.look(name, bytes, None), &self.judge)
    }

    /// What is found in the bytes of a file by itself, and the facts to hold it against others.
    fn look(&self, name: &str, bytes: Vec<u8>, facts: Option<Extent>) -> CheckedFile {
        let ask = Ask {
            region: self.policies.of(name).region.as_deref(),
            facts,
            timings: self.timings,
            ..Ask::default()
        };
        self.linter.look(ask, name, bytes)
    }

    /// As [`Self::look`], with all facts that are asked for; what was found before is not looked
    /// for again.
    fn look_or_find(&self, cache: Option<&Cache<'_>>, name: &str, bytes: Vec<u8>) -> CheckedFile {
        let facts = Some(self.facts);
        let Some(cache) = cache else {
            return self.look(name, bytes, facts);
        };
        let region = self.policies.of(name).region.as_deref();
        let key = cache.key(&bytes, region);
        cache.find(&key, name).unwrap_or_else(|| {
            let file = self.look(name, bytes, facts);
            cache.keep(&key, &file);
            file
        })
    }

    fn judged(&self, checked: CheckedFile, judge: &Judge<'_>) -> CheckedFile {
        let policy = self.policies.of(&checked.name);
        judge.file(checked, policy)
    }

    /// Holds files against one another, and decides which findings count.
    fn across(
        &self,
        mut checked: Vec<(CheckedFile, bool)>,
        threads: &Threads,
        extent: Extent,
    ) -> Vec<(CheckedFile, bool)> {
        checked.sort_by(|(one, _), (other, _)| one.name.cmp(&other.name));
        let mut named = Vec::with_capacity(checked.len());
        let mut files = Vec::with_capacity(checked.len());
        for (mut file, is_named) in checked {
            // What is not a document of ours says nothing about those that are.
            if !is_named && !file.has_kind {
                file.documents
                    .iter_mut()
                    .for_each(|document| document.facts = DocumentFacts::default());
            }
            named.push(is_named);
            files.push(file);
        }
        corpus::check(&mut files, self.linter.rules, extent);
        let judge = self.judge.clone().across(extent);
        let files = threads.map(files, |file| self.judged(file, &judge));
        files.into_iter().zip(named).collect()
    }
}

/// The threads of a run; none beside its own for a file alone, as they take longer to begin than a
/// document to be checked.
struct Threads(Option<rayon::ThreadPool>);

impl Threads {
    /// For so many files; the number of threads is as wanted, or as the machine can run at once.
    fn new(wanted: Option<u16>, files: usize) -> Result<Self, Failure> {
        if files < 2 {
            return Ok(Self(None));
        }
        let mut pool = rayon::ThreadPoolBuilder::new();
        if let Some(wanted) = wanted {
            pool = pool.num_threads(usize::from(wanted));
        }
        let pool = pool.build();
        let pool = pool.map_err(|error| Failure::Threads(error.to_string()))?;
        Ok(Self(Some(pool)))
    }

    /// Does the same to each, and keeps their order.
    fn map<T: Send, R: Send>(
        &self,
        items: impl IntoIterator<Item = T> + IntoParallelIterator<Item = T> + Send,
        work: impl Fn(T) -> R + Sync + Send,
    ) -> Vec<R> {
        match &self.0 {
            Some(pool) => pool.install(|| items.into_par_iter().map(work).collect()),
            None => items.into_iter().map(work).collect(),
        }
    }
}

/// Files that were looked at each by itself; each comes with whether it was named.
pub(in crate::cli) struct Looked {
    files: Vec<(CheckedFile, bool)>,
    threads: Threads,
}

impl Looked {
    /// Holds the files against one another, and decides which findings count.
    pub(in crate::cli) fn across(
        self,
        examiner: &Examiner<'_>,
        extent: Extent,
    ) -> Vec<(CheckedFile, bool)> {
        examiner.across(self.files, &self.threads, extent)
    }

    /// Writes down what was found, for `sopan merge`.
    pub(in crate::cli) fn write_facts(
        &self,
        path: &Path,
        examiner: &Examiner<'_>,
        found: &Discovered,
    ) -> Result<(), Failure> {
        let (ours, others): (Vec<_>, Vec<_>) = self
            .files
            .iter()
            .partition(|(file, named)| *named || file.has_kind || file.is_unreadable);
        if is_one_of(path, ours.iter().map(|(file, _)| file), found) {
            return Err(Failure::WouldOverwrite(path.to_owned()));
        }
        let mut files: Vec<_> = ours
            .iter()
            .map(|(file, _)| (file, examiner.policies.of(&file.name)))
            .collect();
        files.sort_by(|(one, _), (other, _)| one.name.cmp(&other.name));
        let Linter { rules, today, .. } = examiner.linter;
        Output::to(path).write_by(|out| {
            let files = files.iter().copied();
            shard::write(files, others.len(), rules, today, out)
        })
    }
}

/// Checks every file by itself.
pub(in crate::cli) fn look(
    examiner: &Examiner<'_>,
    found: &Discovered,
    stdin: Option<Vec<u8>>,
    scope: &Scope<'_>,
    lang: Lang,
) -> Result<Looked, Failure> {
    let limits = &examiner.linter.limits;
    let cache = examiner.kept.as_ref().map(Kept::open);
    let threads = Threads::new(scope.threads, found.files.len())?;
    let progress = Progress::new(found.files.len());
    // A panic is turned into a finding; its usual message would only frighten.
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let look = |file: &Found| {
        let bytes = timed(
            examiner.timings,
            |timings, took| timings.add(Stage::Read, took),
            || read(&file.path, limits, lang),
        );
        let checked = match bytes {
            Ok(bytes) => examiner.look_or_find(cache.as_ref(), &file.name, bytes),
            Err(problem) => examiner.linter.problem_file(&file.name, *problem),
        };
        progress.step();
        (checked, file.named)
    };
    let mut checked = threads.map(&found.files, look);
    std::panic::set_hook(hook);
    progress.finish();
    checked.extend(
        found
            .broken
            .iter()
            .map(|broken| (broken_file(examiner, broken, lang), false)),
    );
    if let Some(bytes) = stdin {
        let name = scope.stdin_filename.unwrap_or("-");
        let is_large = bytes.len() as u64 > limits.bytes;
        let file = match is_large {
            true => examiner.linter.problem_file(name, lint::too_large(limits)),
            false => examiner.look_or_find(cache.as_ref(), name, bytes),
        };
        checked.push((file, true));
    }
    Ok(Looked {
        files: checked,
        threads,
    })
}

/// The bytes of a file, or why they cannot be had.
pub(in crate::cli) fn read(
    path: &Path,
    limits: &Limits,
    lang: Lang,
) -> Result<Vec<u8>, Box<Problem>> {
    let problem = |kind| {
        Box::new(Problem {
            kind,
            span: Span::default(),
            path: DocumentPath::root(),
        })
    };
    let unreadable = |error: io::Error| {
        problem(ProblemKind::Unreadable {
            reason: system::words(&error).get(lang).to_owned().into(),
        })
    };
    // Opening a pipe would wait for someone to write to it.
    let meta = fs::metadata(path).map_err(unreadable)?;
    if !meta.is_file() {
        return Err(unreadable(io::ErrorKind::InvalidInput.into()));
    }
    let too_large = || Box::new(lint::too_large(limits));
    if meta.len() > limits.bytes {
        return Err(too_large());
    }
    let mut bytes = Vec::with_capacity(usize::try_from(meta.len()).unwrap_or_default() + 1);
    let mut file = File::open(path).map_err(unreadable)?.take(limits.bytes + 1);
    file.read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > limits.bytes {
        Err(too_large())
    } else {
        Ok(bytes)
    }
}

fn broken_file(examiner: &Examiner<'_>, broken: &Broken, lang: Lang) -> CheckedFile {
    let reason = match &broken.reason {
        BrokenReason::Io(error) => system::words(error).get(lang).to_owned(),
        BrokenReason::Loop => lang
            .pick(
                "tautan ini kembali ke folder tempatnya berada",
                "this link leads back to a folder that it stands in",
            )
            .to_owned(),
        BrokenReason::Outside => lang
            .pick(
                "tautan ini menuju berkas di luar folder yang diperiksa; sebut namanya langsung bila memang dimaksud",
                "this link leads to a file outside of the folder that is checked; name it if it is meant",
            )
            .to_owned(),
    };
    let reason = reason.into();
    let kind = ProblemKind::Unreadable { reason };
    let problem = Problem {
        kind,
        span: Span::default(),
        path: DocumentPath::root(),
    };
    examiner.linter.problem_file(&broken.name, problem)
}

/// What would be checked, and why not the rest.
pub(in crate::cli) fn list(
    found: &Discovered,
    checked: &[(CheckedFile, bool)],
    settings: &RunSettings<'_>,
    lang: Lang,
) -> String {
    let mut rows: Vec<(String, Cow<'_, str>)> = Vec::new();
    for (file, named) in checked {
        if let Some(origin) = settings.only_locked(&file.name).filter(|_| file.has_kind) {
            let why = lang.pick(
                format!("diperiksa: hanya aturan yang dikunci (dikecualikan oleh {origin})"),
                format!("checked: locked rules only (excluded by {origin})"),
            );
            rows.push((file.name.clone(), why.into()));
            continue;
        }
        let why = match (file.is_unreadable, *named, file.has_kind) {
            (true, ..) => lang.pick("tidak dapat dibaca", "cannot be read"),
            (_, true, _) => lang.pick("diperiksa (disebut langsung)", "checked (named)"),
            (_, _, true) => lang.pick("diperiksa", "checked"),
            _ => lang.pick(
                "dilewati: tidak ada kunci `jenis`",
                "skipped: no key `jenis`",
            ),
        };
        rows.push((file.name.clone(), why.into()));
    }
    for (name, passed) in &found.passed {
        let why: &str = match passed {
            Passed::Excluded(origin) => {
                let why = lang.pick(
                    format!("dikecualikan oleh {origin}"),
                    format!("excluded by {origin}"),
                );
                rows.push((name.clone(), why.into()));
                continue;
            }
            Passed::NotIncluded(origin) => {
                let why = lang.pick(
                    format!("dilewati: tidak termasuk `include` di {origin}"),
                    format!("skipped: not in `include` of {origin}"),
                );
                rows.push((name.clone(), why.into()));
                continue;
            }
            Passed::Settings => lang.pick("dilewati: berkas setelan", "skipped: settings"),
            Passed::NotYaml => lang.pick(
                "dilewati: bukan .yaml atau .yml",
                "skipped: not .yaml or .yml",
            ),
            Passed::Hidden => lang.pick("dilewati: tersembunyi", "skipped: hidden"),
            Passed::FolderLink => {
                lang.pick("dilewati: tautan ke folder", "skipped: link to a folder")
            }
            Passed::Ignored => lang.pick(
                "dilewati: tercantum di .gitignore",
                "skipped: in .gitignore",
            ),
        };
        rows.push((name.clone(), why.into()));
    }
    rows.sort();
    let line = |(name, why): &(String, Cow<'_, str>)| format!("{}: {why}\n", one_line(name));
    rows.iter().map(line).collect()
}
