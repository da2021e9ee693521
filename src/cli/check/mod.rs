//! `sopan check`.

mod baseline;
mod fix;
mod ignores;
mod reports;
mod shown;

use std::{path::PathBuf, time::Instant};

use self::{baseline::Baselining, fix::Fixing, reports::Reports};
use super::{
    args::{Check, FailOn, Global},
    exit::Exit,
    failure::Failure,
    merge::Parts,
    notes::say_plainly,
    output::Output,
    rules::load_for,
    run::{
        Examiner, Keeping, RunSettings, Scope, Texts, inputs, list, look, make_ready, refuse_beside,
    },
    timings::{Watch, table},
};
use crate::{
    corpus::Extent,
    document::Limits,
    finding::{RuleId, Severity},
    judge::{Judge, Verdicts, judge},
    lint::{CheckedFile, Linter, Stage, Timings},
    rule::RuleSet,
    sanitize::without_commands,
};

pub(super) fn run(check: &Check, global: &Global) -> Result<Exit, Failure> {
    let started = Instant::now();
    make_ready();
    let rules = load_for(global)?;
    let timings = check.timings.then(|| Timings::new(&rules));
    let mut watch = Watch::since(started, timings.as_ref());
    let exit = look_and_tell(check, global, &rules, &mut watch)?;
    watch.ended(Stage::Report);
    if let Some(timings) = &timings {
        say_plainly(&table(timings, &rules, global.lang()));
    }
    // The process ends with them, which is quicker than to take them apart.
    std::mem::forget(rules);
    Ok(exit)
}

fn look_and_tell(
    check: &Check,
    global: &Global,
    rules: &RuleSet,
    watch: &mut Watch<'_>,
) -> Result<Exit, Failure> {
    shown::refuse_left_out(check)?;
    let scope = Scope::from(check);
    let keeping = Keeping::begin(&scope);
    let mut settings = RunSettings::new(&scope, global, rules);
    let verdicts = verdicts(check, global, rules)?;
    let reports = Reports::new(check, global)?;
    watch.ended(Stage::Load);
    let (found, stdin) = inputs(&scope, &mut settings)?;
    let policies = settings.policies(&found, &scope.paths())?;
    let mut baseline = Baselining::new(
        check,
        known_of_old(global).as_deref(),
        Some(&scope.paths()),
        rules,
    )?;
    let written = reports.places().chain(baseline.written().map(Some));
    refuse_beside(check.facts_out.as_deref(), written)?;
    let today = global.today.unwrap_or_else(|| jiff::Zoned::now().date());
    let reason = check.add_ignores.as_deref();
    let reason = reason
        .map(|reason| ignores::reason(reason, today))
        .transpose()?;
    if reason.is_some() && stdin.is_some() {
        return Err(Failure::CommentsInStdin);
    }
    if check.write_baseline && stdin.is_some() && check.stdin_filename.is_none() {
        return Err(Failure::BaselineOfStdin);
    }
    let linter = Linter {
        rules,
        today,
        limits: Limits::default(),
        // What is shown here is read again; the program that puts parts together cannot.
        excerpts: check.facts_out.is_some(),
    };
    let facts = match check.facts_out {
        Some(_) => Extent::Everything,
        None => Extent::Part,
    };
    let examiner = Examiner {
        linter,
        judge: Judge::new(linter, &verdicts).look_behind_comments(check.no_ignores),
        policies,
        facts,
        kept: keeping.kept(&scope, &found, linter, facts),
        timings: watch.timings(),
    };
    let fixing = Fixing::new(check, global);
    if reason.is_some() && fixing.as_ref().is_some_and(Fixing::only_shows) {
        return Err(Failure::CommentsOnlyShown);
    }
    let text = stdin.clone();
    watch.ended(Stage::Find);
    let looked = look(&examiner, &found, stdin, &scope, global.lang())?;
    watch.skip();
    if let Some(path) = &check.facts_out {
        looked.write_facts(path, &examiner, &found)?;
    }
    let checked = looked.across(&examiner, Extent::Part);
    watch.ended(Stage::Across);
    if check.files {
        let listed = list(&found, &checked, &settings, global.lang());
        let listed = without_commands(&listed);
        Output::new(global)?.write(listed.as_bytes())?;
        return Ok(Exit::Clean);
    }
    let (mut files, skipped) = ours(checked);
    if files.is_empty() && !settings.are_all() {
        return Err(Failure::NothingToCheck {
            paths: scope.paths(),
            skipped,
        });
    }
    reports.refuse_to_overwrite(&files, &found)?;
    let mut fixed = None;
    if let Some(fixing) = &fixing {
        let mended = fixing.run(&examiner, baseline.before(), &files, &found, text.clone())?;
        if fixing.only_shows() {
            return fixing.show(&mended, rules);
        }
        fixing.write_stdin(&mended)?;
        if mended.has_changed() {
            // What stands in a mended document may change what is found in another.
            let text = mended.text().map(<[u8]>::to_vec);
            let looked = look(&examiner, &found, text, &scope, global.lang())?;
            watch.skip();
            (files, _) = ours(looked.across(&examiner, Extent::Part));
            watch.ended(Stage::Across);
        }
        fixed = Some((fixing, mended));
    }
    let known = baseline.known(&files, rules, global)?;
    let mut judged = judge(files, rules, &verdicts, known, skipped);
    baseline.prune(&mut judged, global)?;
    if let Some(reason) = &reason {
        let lang = global.lang();
        let written = ignores::add(&examiner, &judged.files, &found, reason, &verdicts, lang);
        if let Some((fixing, mended)) = &fixed {
            fixing.tell(mended, rules);
        }
        Output::new(global)?.write(written.text.as_bytes())?;
        let has_failed = fixed.is_some_and(|(_, mended)| mended.has_failed());
        return Ok(if written.failed || has_failed {
            Exit::Failed
        } else if written.fails {
            Exit::Gaps
        } else {
            Exit::Clean
        });
    }
    let mended_text = fixed.as_ref().and_then(|(_, mended)| mended.text());
    let texts = Texts {
        found: &found,
        stdin: mended_text.or(text.as_deref()),
        limits: &examiner.linter.limits,
    };
    let texts = |file: &CheckedFile| texts.of(file);
    match &fixed {
        Some((fixing, mended)) => {
            if mended.text().is_some() {
                reports.write_aside(&judged, rules, today, verdicts.fail_on, &texts)?;
            } else {
                reports.write(&judged, rules, today, verdicts.fail_on, &texts)?;
            }
            fixing.tell(mended, rules);
        }
        None => reports.write(&judged, rules, today, verdicts.fail_on, &texts)?,
    }
    Ok(if fixed.is_some_and(|(_, mended)| mended.has_failed()) {
        Exit::Failed
    } else if judged.summary.fails(verdicts.fail_on) {
        Exit::Gaps
    } else {
        Exit::Clean
    })
}

/// The files that are documents of ours, or were named, and how many others there are.
fn ours(checked: Vec<(CheckedFile, bool)>) -> (Vec<CheckedFile>, usize) {
    let (ours, others): (Vec<_>, Vec<_>) = checked
        .into_iter()
        .partition(|(file, named)| *named || file.has_kind || file.is_unreadable);
    (
        ours.into_iter().map(|(file, _)| file).collect(),
        others.len(),
    )
}

/// What the command line asks to count.
pub(super) fn verdicts(
    check: &Check,
    global: &Global,
    rules: &RuleSet,
) -> Result<Verdicts, Failure> {
    let select = rule_ids(rules, &check.select)?;
    let ignore = rule_ids(rules, &check.ignore)?;
    if !select.is_empty() && select.iter().all(|id| ignore.contains(id)) {
        return Err(Failure::NoRuleLeft);
    }
    let fail_on = fail_on(check, global);
    let verdicts = Verdicts::new(rules, &select, &ignore, fail_on).min_score(check.min_score);
    needs_all_rules(check, &verdicts)?;
    Ok(verdicts)
}

/// Reports files that were looked at elsewhere, and says how the run ends.
pub(super) fn tell(
    check: &Check,
    global: &Global,
    rules: &RuleSet,
    verdicts: &Verdicts,
    parts: Parts,
) -> Result<Exit, Failure> {
    let reports = Reports::new(check, global)?;
    let Parts {
        files,
        skipped,
        today,
    } = parts;
    let mut baseline = Baselining::new(check, known_of_old(global).as_deref(), None, rules)?;
    let known = baseline.known(&files, rules, global)?;
    let mut judged = judge(files, rules, verdicts, known, skipped);
    baseline.prune(&mut judged, global)?;
    reports.write(&judged, rules, today, verdicts.fail_on, &|_| None)?;
    Ok(match judged.summary.fails(verdicts.fail_on) {
        true => Exit::Gaps,
        false => Exit::Clean,
    })
}

/// The least grave finding that makes the run fail.
fn fail_on(check: &Check, global: &Global) -> Option<Severity> {
    let settings = || global.found.run().fail_on.map(|said| said.value);
    let said = check.fail_on.map(FailOn::severity).or_else(settings);
    said.unwrap_or(Some(Severity::Error))
}

/// The baseline that the settings name.
fn known_of_old(global: &Global) -> Option<PathBuf> {
    let said = global.found.run().baseline?;
    Some(global.found.shown(&said.value))
}

/// A score and a whole baseline are only true where all rules were run.
fn needs_all_rules(check: &Check, verdicts: &Verdicts) -> Result<(), Failure> {
    if verdicts.are_all_rules() {
        return Ok(());
    }
    let asked = [
        (check.min_score.is_some(), "--min-score"),
        (check.write_baseline, "--write-baseline"),
    ];
    match asked.into_iter().find(|(asked, _)| *asked) {
        Some((_, option)) => Err(Failure::NotAllRules(option)),
        None => Ok(()),
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
