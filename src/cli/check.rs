//! `sopan check`.

use std::{
    collections::HashSet,
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use super::{
    args::{Check, FormatArg, Global},
    exit::Exit,
    failure::Failure,
    output::Output,
    progress::Progress,
    rules::load,
    system,
};
use crate::{
    discover::{self, Broken, BrokenReason, Discovered, Found, Passed},
    document::{Limits, Path as DocumentPath, Problem, ProblemKind},
    finding::RuleId,
    judge::{Verdicts, judge},
    lint::{self, CheckedFile, Linter},
    report::{self, Format},
    rule::RuleSet,
    sanitize::one_line,
    span::Span,
    text::Lang,
};

pub(super) fn run(check: &Check, global: &Global) -> Result<Exit, Failure> {
    let rules = load(global)?;
    let select = rule_ids(&rules, &check.select)?;
    let ignore = rule_ids(&rules, &check.ignore)?;
    if !select.is_empty() && select.iter().all(|id| ignore.contains(id)) {
        return Err(Failure::NoRuleLeft);
    }
    let verdicts = Verdicts::new(&rules, &select, &ignore, check.fail_on.severity());
    let (found, stdin) = inputs(check)?;
    let output = Output::new(global);
    let format = match check.format {
        FormatArg::Human => Format::Human,
        FormatArg::Concise => Format::Concise,
        FormatArg::Json => Format::Json,
        FormatArg::Ndjson => Format::Ndjson,
    };
    let today = global.today.unwrap_or_else(|| jiff::Zoned::now().date());
    let excerpts = format == Format::Human && !check.files;
    let linter = Linter {
        rules: &rules,
        today,
        limits: Limits::default(),
        excerpts,
    };
    let checked = look(&linter, &found, stdin, check, global.lang())?;
    if check.files {
        let listed = list(&found, &checked, global.lang());
        output.write(listed.as_bytes())?;
        return Ok(Exit::Clean);
    }
    let (files, skipped): (Vec<_>, Vec<_>) = checked
        .into_iter()
        .partition(|(file, named)| *named || file.has_kind || file.is_unreadable);
    if files.is_empty() {
        return Err(Failure::NothingToCheck {
            paths: paths(check),
            skipped: skipped.len(),
        });
    }
    let files: Vec<_> = files.into_iter().map(|(file, _)| file).collect();
    if let Some(path) = output.path()
        && is_one_of(path, &files, &found)
    {
        return Err(Failure::WouldOverwrite(path.to_owned()));
    }
    let judged = judge(files, &verdicts, skipped.len());
    let options = report::Options {
        lang: global.lang(),
        today,
        colour: output.has_colour(global.color),
        width: output.width(),
        most_pictures: check.show.0,
    };
    let mut bytes = Vec::new();
    report::write(format, &judged, &rules, &options, &mut bytes)
        .map_err(|reason| Failure::Unwritable { path: None, reason })?;
    output.write(&bytes)?;
    Ok(if judged.summary.fails(verdicts.fail_on) {
        Exit::Gaps
    } else {
        Exit::Clean
    })
}

/// Whether the report would take the place of a document that was just checked.
fn is_one_of(output: &Path, files: &[CheckedFile], found: &Discovered) -> bool {
    let Ok(output) = output.canonicalize() else {
        return false;
    };
    let checked: HashSet<_> = files.iter().map(|file| file.name.as_str()).collect();
    found
        .files
        .iter()
        .filter(|file| checked.contains(file.name.as_str()))
        .any(|file| file.path.canonicalize().is_ok_and(|path| path == output))
}

fn paths(check: &Check) -> Vec<PathBuf> {
    if check.paths.is_empty() {
        vec![".".into()]
    } else {
        check.paths.clone()
    }
}

/// The rules that words of the command line stand for.
fn rule_ids(rules: &RuleSet, names: &[String]) -> Result<Vec<RuleId>, Failure> {
    let mut ids = Vec::new();
    for name in names {
        let found = rules.find(name);
        if found.is_empty() {
            let nearest = rules.nearest(name).map(str::to_owned);
            return Err(Failure::UnknownRule {
                name: name.clone(),
                nearest,
            });
        }
        ids.extend(found);
    }
    Ok(ids)
}

/// The files to look at, and the text of standard input where `-` was given.
fn inputs(check: &Check) -> Result<(Discovered, Option<Vec<u8>>), Failure> {
    let (stdin, named): (Vec<_>, Vec<_>) = paths(check)
        .into_iter()
        .partition(|path| path.as_os_str() == "-");
    let found = discover::discover(&named).map_err(Failure::Missing)?;
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

/// Checks every file; each comes with whether it was named.
fn look(
    linter: &Linter<'_>,
    found: &Discovered,
    stdin: Option<Vec<u8>>,
    check: &Check,
    lang: Lang,
) -> Result<Vec<(CheckedFile, bool)>, Failure> {
    let mut pool = rayon::ThreadPoolBuilder::new();
    if let Some(threads) = check.threads {
        pool = pool.num_threads(usize::from(threads));
    }
    let pool = pool
        .build()
        .map_err(|error| Failure::Threads(error.to_string()))?;
    let progress = Progress::new(found.files.len());
    // A panic is turned into a finding; its usual message would only frighten.
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let look = |file: &Found| {
        let checked = match read(&file.path, &linter.limits, lang) {
            Ok(bytes) => linter.check_bytes(&file.name, bytes, None),
            Err(problem) => linter.problem_file(&file.name, *problem),
        };
        progress.step();
        (checked, file.named)
    };
    let mut checked: Vec<_> = pool.install(|| found.files.par_iter().map(look).collect());
    std::panic::set_hook(hook);
    progress.finish();
    checked.extend(
        found
            .broken
            .iter()
            .map(|broken| (broken_file(linter, broken, lang), false)),
    );
    if let Some(bytes) = stdin {
        let name = check.stdin_filename.as_deref().unwrap_or("-");
        let is_large = bytes.len() as u64 > linter.limits.bytes;
        let file = match is_large {
            true => linter.problem_file(name, lint::too_large(&linter.limits)),
            false => linter.check_bytes(name, bytes, None),
        };
        checked.push((file, true));
    }
    Ok(checked)
}

/// The bytes of a file, or why they cannot be had.
pub(super) fn read(path: &Path, limits: &Limits, lang: Lang) -> Result<Vec<u8>, Box<Problem>> {
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
        let reason = lang.pick(
            "ini bukan berkas biasa, melainkan folder, pipa, atau perangkat",
            "this is no regular file but a folder, a pipe or a device",
        );
        let reason = reason.into();
        return Err(problem(ProblemKind::Unreadable { reason }));
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

fn broken_file(linter: &Linter<'_>, broken: &Broken, lang: Lang) -> CheckedFile {
    let reason = match &broken.reason {
        BrokenReason::Io(error) => system::words(error).get(lang).to_owned(),
        BrokenReason::Loop => lang
            .pick(
                "tautan ini kembali ke folder tempatnya berada",
                "this link leads back to a folder that it stands in",
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
    linter.problem_file(&broken.name, problem)
}

/// What would be checked, and why not the rest.
fn list(found: &Discovered, checked: &[(CheckedFile, bool)], lang: Lang) -> String {
    let mut rows: Vec<(String, &str)> = Vec::new();
    for (file, named) in checked {
        let why = match (file.is_unreadable, *named, file.has_kind) {
            (true, ..) => lang.pick("tidak dapat dibaca", "cannot be read"),
            (_, true, _) => lang.pick("diperiksa (disebut langsung)", "checked (named)"),
            (_, _, true) => lang.pick("diperiksa", "checked"),
            _ => lang.pick(
                "dilewati: tidak ada kunci `jenis`",
                "skipped: no key `jenis`",
            ),
        };
        rows.push((file.name.clone(), why));
    }
    for (name, passed) in &found.passed {
        let why = match passed {
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
        rows.push((name.clone(), why));
    }
    rows.sort();
    let line = |(name, why): &(String, &str)| format!("{}: {why}\n", one_line(name));
    rows.iter().map(line).collect()
}
