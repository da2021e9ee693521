//! `sopan audit`: a whole city at a glance.

use std::{
    io::{self, IsTerminal, Read, Write},
    path::Path,
    time::Instant,
};

use super::{
    args::{Audit as Arguments, AuditFormat, Global, GroupByArg},
    exit::Exit,
    failure::Failure,
    notes::say_plainly,
    output::Output,
    rules::load_for,
    run::{
        Examiner, Keeping, RunSettings, Scope, inputs, is_one_of, look, make_ready, pair,
        refuse_beside,
    },
    system,
    timings::{Watch, table},
};
use crate::{
    audit::{Audit, Comparison, GroupBy, Last},
    corpus::{Extent, coverage, revisions},
    document::Limits,
    judge::{Judge, Judged, Verdicts, judge},
    lint::{Linter, Stage, Timings},
    report::audit::{self as report, Format, Report},
    rule::RuleSet,
};

/// The score that is aimed at where neither the command line nor the settings say.
const TARGET: f64 = 95.0;

pub(super) fn run(arguments: &Arguments, global: &Global) -> Result<Exit, Failure> {
    let started = Instant::now();
    make_ready();
    let rules = load_for(global)?;
    let timings = arguments.timings.then(|| Timings::new(&rules));
    let mut watch = Watch::since(started, timings.as_ref());
    let scope = Scope::from(arguments);
    let keeping = Keeping::begin(&scope);
    let mut settings = RunSettings::new(&scope, global, &rules);
    let verdicts = Verdicts::new(&rules, &[], &[], None);
    let telling = Telling::new(arguments, global)?;
    refuse_beside(arguments.facts_out.as_deref(), telling.places())?;
    watch.ended(Stage::Load);
    let (found, stdin) = inputs(&scope, &mut settings)?;
    let policies = settings.policies(&found, &scope.paths())?;
    let today = global.today.unwrap_or_else(|| jiff::Zoned::now().date());
    let linter = Linter {
        rules: &rules,
        today,
        limits: Limits::default(),
        excerpts: telling.has_excerpts() || arguments.facts_out.is_some(),
    };
    let examiner = Examiner {
        linter,
        judge: Judge::new(linter, &verdicts),
        policies,
        facts: Extent::Everything,
        kept: keeping.kept(&scope, &found, linter, Extent::Everything),
        timings: timings.as_ref(),
    };
    watch.ended(Stage::Find);
    let looked = look(&examiner, &found, stdin, &scope, global.lang())?;
    watch.skip();
    if let Some(path) = &arguments.facts_out {
        looked.write_facts(path, &examiner, &found)?;
    }
    let checked = looked.across(&examiner, Extent::Everything);
    watch.ended(Stage::Across);
    let (files, skipped): (Vec<_>, Vec<_>) = checked
        .into_iter()
        .partition(|(file, named)| *named || file.has_kind || file.is_unreadable);
    if files.is_empty() {
        return Err(Failure::NothingToCheck {
            paths: scope.paths(),
            skipped: skipped.len(),
        });
    }
    let files: Vec<_> = files.into_iter().map(|(file, _)| file).collect();
    for path in telling.places().flatten() {
        if is_one_of(path, &files, &found) {
            return Err(Failure::WouldOverwrite(path.to_owned()));
        }
    }
    let judged = judge(files, &rules, &verdicts, None, skipped.len());
    let exit = telling.tell(&judged, &rules, today)?;
    watch.ended(Stage::Report);
    if let Some(timings) = &timings {
        say_plainly(&table(timings, &rules, global.lang()));
    }
    Ok(exit)
}

/// How an audit is told, and where.
pub(super) struct Telling<'a> {
    arguments: &'a Arguments,
    global: &'a Global,
    reports: Vec<(Format, Output)>,
    last: Option<Last>,
}

impl<'a> Telling<'a> {
    /// # Errors
    ///
    /// [`Failure`] where the arguments do not say which report goes where, or the audit of last
    /// time cannot be used.
    pub(super) fn new(arguments: &'a Arguments, global: &'a Global) -> Result<Self, Failure> {
        let pairs = pair(&arguments.asked, AuditFormat::Human)?;
        let reports = pairs
            .into_iter()
            .map(|(form, output)| (format(form), output))
            .collect::<Vec<_>>();
        let on_screen = |(format, output): &(Format, Output)| {
            format.is_binary() && output.path().is_none() && io::stdout().is_terminal()
        };
        if reports.iter().any(on_screen) {
            return Err(Failure::BytesOnScreen);
        }
        let last = arguments.shape.compare.as_deref().map(last).transpose()?;
        Ok(Self {
            arguments,
            global,
            reports,
            last,
        })
    }

    /// The files that are written to; none for standard output.
    fn places(&self) -> impl Iterator<Item = Option<&Path>> {
        self.reports.iter().map(|(_, output)| output.path())
    }

    /// Whether lines of the documents are shown.
    pub(super) fn has_excerpts(&self) -> bool {
        self.reports
            .iter()
            .any(|(format, _)| *format == Format::Html)
    }

    /// Writes the reports, and says how the run ends. Where one cannot be written the others
    /// still are.
    pub(super) fn tell(
        &self,
        judged: &Judged,
        rules: &RuleSet,
        today: jiff::civil::Date,
    ) -> Result<Exit, Failure> {
        let settings = || self.global.found.run().target.map(|said| said.value);
        let target = self
            .arguments
            .shape
            .target
            .or_else(settings)
            .unwrap_or(TARGET);
        let audit = Audit::new(
            judged,
            rules,
            target,
            group_by(self.arguments.shape.group_by),
        );
        let last = self.last.as_ref();
        let comparison = last.map(|last| Comparison::new(&audit, last, rules));
        let report = Report {
            judged,
            audit: &audit,
            rules,
            comparison: comparison.as_ref(),
            coverage: &coverage(&judged.files, rules),
            revisions: &revisions(&judged.files, rules),
        };
        let mut failures = Vec::new();
        for (format, output) in &self.reports {
            let options = report::Options {
                lang: self.global.lang(),
                today,
                colour: output.has_colour(self.global.color),
                width: output.width(),
                details: self.arguments.shape.details,
                min_score: self.arguments.shape.min_score,
            };
            let write = |out: &mut dyn Write| report::write(*format, &report, &options, out);
            failures.extend(output.write_by(write).err());
        }
        if let Some(last) = failures.pop() {
            for failure in failures {
                failure.report(self.global);
            }
            return Err(last);
        }
        let overall = audit.overall.score;
        let is_below = overall.zip(self.arguments.shape.min_score);
        Ok(match is_below.is_some_and(|(score, min)| score < min) {
            true => Exit::Gaps,
            false => Exit::Clean,
        })
    }
}

fn last(path: &Path) -> Result<Last, Failure> {
    let mut bytes = Vec::new();
    let opened = system::open(path);
    let read = opened.and_then(|mut file| file.read_to_end(&mut bytes));
    read.map_err(|reason| Failure::LastMissing {
        path: path.to_owned(),
        reason,
    })?;
    Last::parse(&String::from_utf8_lossy(&bytes)).map_err(|reason| Failure::LastBroken {
        path: path.to_owned(),
        reason,
    })
}

fn group_by(group_by: GroupByArg) -> GroupBy {
    match group_by {
        GroupByArg::Unit => GroupBy::Unit,
        GroupByArg::Region => GroupBy::Region,
        GroupByArg::Kind => GroupBy::Kind,
        GroupByArg::Folder => GroupBy::Folder,
    }
}

fn format(format: AuditFormat) -> Format {
    match format {
        AuditFormat::Human => Format::Human,
        AuditFormat::Json => Format::Json,
        AuditFormat::Csv => Format::Csv,
        AuditFormat::Xlsx => Format::Xlsx,
        AuditFormat::Markdown => Format::Markdown,
        AuditFormat::Html => Format::Html,
    }
}
