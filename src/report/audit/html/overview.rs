//! What is seen first: the score, how the documents stand, and what gains most.

use super::{Report, findings::Finder, words};
use crate::{audit::Group, report::decimal, rule::RuleSet};

/// Most groups in the chart of scores.
const MOST_BARS: usize = 40;

/// Most rules in the list of those that gain most.
const MOST_GAINS: usize = 5;

/// A score as it is shown.
#[derive(Debug, Clone)]
pub(super) struct Score {
    pub(super) text: String,
    /// With two decimals, so that the points of several stand below one another.
    pub(super) even: String,
    /// For charts and sorting, with a full stop.
    pub(super) value: f64,
    pub(super) grade: String,
    pub(super) title: String,
    /// The position of its grade, from 0 for the best to 4.
    pub(super) rank: usize,
    pub(super) is_at_target: bool,
}

impl Score {
    pub(super) fn new(value: f64, report: &Report<'_>) -> Self {
        let bands = &report.rules.grades().bands;
        let rank = bands.iter().position(|band| value >= band.from);
        let band = rank.and_then(|rank| bands.get(rank));
        Self {
            text: decimal(value, report.lang),
            even: words::even(value, report.lang),
            value,
            grade: band.map(|band| band.grade.clone()).unwrap_or_default(),
            title: band
                .map(|band| band.title.get(report.lang).to_owned())
                .unwrap_or_default(),
            rank: class(rank.unwrap_or(bands.len()), report.rules),
            is_at_target: value >= report.audit.target,
        }
    }
}

/// The position of a grade on a scale of five.
fn class(rank: usize, rules: &RuleSet) -> usize {
    let last = rules.grades().bands.len().saturating_sub(1).max(1);
    (rank.min(last) * 4).div_ceil(last)
}

/// What is seen first.
#[derive(Debug)]
pub(super) struct Overview {
    pub(super) score: Option<Score>,
    /// The target, for charts.
    pub(super) target: f64,
    pub(super) documents: String,
    /// The same as a number.
    pub(super) all: usize,
    pub(super) scored: String,
    pub(super) groups: String,
    pub(super) groups_at_target: String,
    pub(super) groups_scored: String,
    pub(super) at_target: String,
    pub(super) share: Option<String>,
    pub(super) error: String,
    pub(super) warning: String,
    pub(super) info: String,
    /// All of them.
    pub(super) findings: String,
    pub(super) bars: Vec<Bar>,
    pub(super) bars_left_out: usize,
    pub(super) grades: Vec<GradeBar>,
    pub(super) gains: Vec<Gain>,
}

/// A group in the chart of scores.
#[derive(Debug)]
pub(super) struct Bar {
    pub(super) number: usize,
    pub(super) name: String,
    pub(super) score: Score,
}

/// How many documents have a grade.
#[derive(Debug)]
pub(super) struct GradeBar {
    pub(super) grade: String,
    pub(super) title: String,
    pub(super) range: String,
    pub(super) rank: usize,
    pub(super) count: String,
    pub(super) share: String,
    pub(super) percent: f64,
}

/// A rule whose mending gains much.
#[derive(Debug)]
pub(super) struct Gain {
    pub(super) code: String,
    pub(super) text: String,
    pub(super) example: Option<String>,
    pub(super) points: String,
    pub(super) documents: String,
    /// Against the rule that gains most.
    pub(super) percent: f64,
}

impl Overview {
    pub(super) fn new(report: &Report<'_>, finder: &Finder<'_>) -> Self {
        let (audit, lang) = (report.audit, report.lang);
        let overall = &audit.overall;
        let summary = &report.judged.summary;
        let count = |number| words::count(number, lang);
        // What no document names is no group of its own.
        let named = || audit.groups.iter().filter(|one| !one.name.is_empty());
        let scored: Vec<&Group> = named().filter(|one| one.score.is_some()).collect();
        let reaches = |one: &&&Group| one.score.is_some_and(|score| score >= audit.target);
        let share = overall.share_at_target();
        Self {
            score: overall.score.map(|score| Score::new(score, report)),
            target: audit.target,
            documents: count(overall.documents),
            all: overall.documents,
            scored: count(overall.scored),
            groups: count(named().count()),
            groups_at_target: count(scored.iter().filter(reaches).count()),
            groups_scored: count(scored.len()),
            at_target: count(overall.at_target),
            share: share.map(|share| words::percent(share, lang)),
            // Of the files as well, as in every form.
            error: count(summary.error),
            warning: count(summary.warning),
            info: count(summary.info),
            findings: count(summary.findings()),
            bars: bars(report),
            bars_left_out: bars_left_out(report),
            grades: grades(report),
            gains: gains(report, finder),
        }
    }
}

fn bars_left_out(report: &Report<'_>) -> usize {
    let groups = report.audit.groups.iter();
    let scored = groups.filter(|one| one.score.is_some()).count();
    scored.saturating_sub(MOST_BARS)
}

fn bars(report: &Report<'_>) -> Vec<Bar> {
    let groups = report.audit.groups.iter().enumerate();
    let bar = |(number, group): (usize, &Group)| {
        Some(Bar {
            number,
            name: words::group_name(&group.name, report),
            score: Score::new(group.score?, report),
        })
    };
    groups.filter_map(bar).take(MOST_BARS).collect()
}

fn grades(report: &Report<'_>) -> Vec<GradeBar> {
    let bands = &report.rules.grades().bands;
    let scores = || report.audit.documents.iter().filter_map(|row| row.score);
    let total = scores().count();
    if total == 0 {
        return Vec::new();
    }
    let mut above = None;
    let bar = |(rank, band): (usize, &crate::judge::Band)| {
        let is_in = |score: &f64| *score >= band.from && above.is_none_or(|top| *score < top);
        let number = scores().filter(is_in).count();
        let from = decimal(band.from, report.lang);
        let range = match above {
            None => format!("≥ {from}"),
            Some(top) if band.from <= 0.0 => format!("< {}", decimal(top, report.lang)),
            Some(_) => format!("≥ {from}"),
        };
        above = Some(band.from);
        let share = ratio(number, total);
        GradeBar {
            grade: band.grade.clone(),
            title: band.title.get(report.lang).to_owned(),
            range,
            rank: class(rank, report.rules),
            count: words::count(number, report.lang),
            share: words::percent(share, report.lang),
            percent: share * 100.0,
        }
    };
    bands.iter().enumerate().map(bar).collect()
}

fn gains(report: &Report<'_>, finder: &Finder<'_>) -> Vec<Gain> {
    let rows = report.audit.rules.iter();
    let rows: Vec<_> = rows.filter(|row| row.gain > 0.0).take(MOST_GAINS).collect();
    let most = rows.first().map_or(1.0, |row| row.gain);
    let gain = |row: &&crate::audit::RuleRow| {
        let rule = report.rules.rule(row.rule);
        Gain {
            code: rule.code.clone(),
            text: finder.title(row.rule),
            example: finder.example(row.rule),
            points: decimal(row.gain, report.lang),
            documents: words::documents(row.documents, report.lang),
            percent: row.gain / most * 100.0,
        }
    };
    rows.iter().map(gain).collect()
}

/// One number of another; nothing of nothing is nothing.
#[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
pub(super) fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}
