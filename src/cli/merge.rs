//! `sopan merge`: parts of a run, judged as one.

use std::io::BufReader;

use clap::ValueEnum;
use rayon::prelude::*;

use super::{
    args::{Asked, Audit, Check, Global, Merge, MergeAs, MergeFormat},
    audit::Telling,
    check::{tell, verdicts},
    exit::Exit,
    failure::Failure,
    rules::load_for,
    run::refuse_over,
    system,
};
use crate::{
    corpus::{self, Extent},
    document::Limits,
    judge::{Judge, Verdicts, judge},
    lint::{CheckedFile, Linter},
    rule::RuleSet,
    shard::{Facts, FactsError},
};

pub(super) fn run(arguments: &Merge, global: &Global) -> Result<Exit, Failure> {
    let rules = load_for(global)?;
    refuse_over(&arguments.asked, &arguments.facts)?;
    match arguments.made_as {
        MergeAs::Check => check(arguments, global, &rules),
        MergeAs::Audit => audit(arguments, global, &rules),
    }
}

fn check(arguments: &Merge, global: &Global, rules: &RuleSet) -> Result<Exit, Failure> {
    let check = Check {
        asked: asked(&arguments.asked, MergeAs::Check)?,
        select: arguments.select.clone(),
        ignore: arguments.ignore.clone(),
        no_ignores: arguments.no_ignores,
        fail_on: arguments.fail_on,
        min_score: arguments.shape.min_score,
        baseline: arguments.baseline.clone(),
        show: arguments.show,
        statistics: arguments.statistics,
        ..Check::default()
    };
    let verdicts = verdicts(&check, global, rules)?;
    let judging = Judging {
        rules,
        verdicts: &verdicts,
        extent: Extent::Part,
        looks_behind_comments: check.no_ignores,
    };
    let parts = judging.parts(read(arguments, global, rules)?);
    tell(&check, global, rules, &verdicts, parts)
}

fn audit(arguments: &Merge, global: &Global, rules: &RuleSet) -> Result<Exit, Failure> {
    let audit = Audit {
        asked: asked(&arguments.asked, MergeAs::Audit)?,
        shape: arguments.shape.clone(),
        ..Audit::default()
    };
    let telling = Telling::new(&audit, global)?;
    let verdicts = Verdicts::new(rules, &[], &[], None);
    let judging = Judging {
        rules,
        verdicts: &verdicts,
        extent: Extent::Everything,
        looks_behind_comments: false,
    };
    let Parts {
        files,
        skipped,
        today,
    } = judging.parts(read(arguments, global, rules)?);
    let judged = judge(files, rules, &verdicts, None, skipped);
    telling.tell(&judged, rules, today)
}

/// The forms that are asked for, where there are such forms of what is to be made.
fn asked<F: ValueEnum>(
    asked: &[Asked<MergeFormat>],
    as_: MergeAs,
) -> Result<Vec<Asked<F>>, Failure> {
    let one = |asked: &Asked<MergeFormat>| match asked {
        Asked::Output(path) => Ok(Asked::Output(path.clone())),
        Asked::Format(form) => {
            let name = form.to_possible_value();
            let name = name.as_ref().map_or("", |name| name.get_name());
            F::from_str(name, false)
                .map(Asked::Format)
                .map_err(|_| Failure::NoSuchForm {
                    form: name.to_owned(),
                    of: as_.name(),
                })
        }
    };
    asked.iter().map(one).collect()
}

/// All parts together.
fn read(arguments: &Merge, global: &Global, rules: &RuleSet) -> Result<Facts, Failure> {
    let mut facts = Facts {
        today: global.today,
        ..Facts::default()
    };
    for path in &arguments.facts {
        let failure = |reason: FactsError| Failure::Facts {
            path: path.clone(),
            reason,
        };
        let file = system::open(path).map_err(|reason| failure(reason.into()))?;
        facts.read(BufReader::new(file), rules).map_err(failure)?;
    }
    if facts.files.is_empty() {
        return Err(Failure::NothingToCheck {
            paths: arguments.facts.clone(),
            skipped: facts.skipped,
        });
    }
    Ok(facts)
}

/// The judged files of all parts.
pub(super) struct Parts {
    pub(super) files: Vec<CheckedFile>,
    /// YAML files that are not documents of ours.
    pub(super) skipped: usize,
    /// The day on which they were looked at.
    pub(super) today: jiff::civil::Date,
}

/// How the files of all parts are judged.
struct Judging<'a> {
    rules: &'a RuleSet,
    verdicts: &'a Verdicts,
    extent: Extent,
    looks_behind_comments: bool,
}

impl Judging<'_> {
    /// The files, held against one another and judged.
    fn parts(&self, facts: Facts) -> Parts {
        let Facts {
            files,
            skipped,
            today,
        } = facts;
        let today = today.unwrap_or_default();
        let linter = Linter {
            rules: self.rules,
            today,
            limits: Limits::default(),
            excerpts: true,
        };
        let (mut files, policies): (Vec<_>, Vec<_>) = files.into_iter().unzip();
        corpus::check(&mut files, self.rules, self.extent);
        let judge = Judge::new(linter, self.verdicts)
            .look_behind_comments(self.looks_behind_comments)
            .across(self.extent);
        let files = files
            .into_par_iter()
            .zip(&policies)
            .map(|(file, policy)| judge.file(file, policy))
            .collect();
        Parts {
            files,
            skipped,
            today,
        }
    }
}
