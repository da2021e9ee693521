//! How it stands against the audit of last time.

use super::{Report, overview::Score, words};
use crate::{
    audit::{Change, Comparison, DocumentChange, GroupChange, Trend},
    report::decimal,
    text::Lang,
};

/// Most documents in each list.
const MOST_DOCUMENTS: usize = 100;

/// The audit against the one of last time.
#[derive(Debug)]
pub(super) struct Changes {
    /// The day of the earlier audit; as it says it, where that is no date.
    pub(super) day: String,
    pub(super) before: Option<Score>,
    pub(super) overall: Step,
    pub(super) at_target_before: String,
    pub(super) went: Vec<Went>,
    pub(super) findings: Option<Findings>,
    pub(super) groups: Vec<GroupLine>,
    /// Findings of files: new, mended, remaining; none where there are none.
    pub(super) of_files: Option<[usize; 3]>,
    pub(super) lists: Vec<List>,
}

/// A change of a score.
#[derive(Debug)]
pub(super) struct Step {
    /// With its sign, like `+2,5`; empty where there is nothing to compare.
    pub(super) text: String,
    /// For sorting.
    pub(super) value: f64,
    /// The word of its trend in JSON.
    pub(super) trend: &'static str,
}

/// How many documents went one way.
#[derive(Debug)]
pub(super) struct Went {
    pub(super) title: String,
    pub(super) trend: &'static str,
    pub(super) count: String,
}

/// What became of findings.
#[derive(Debug)]
pub(super) struct Findings {
    pub(super) new: String,
    pub(super) mended: String,
    pub(super) remaining: String,
}

/// A group then and now.
#[derive(Debug)]
pub(super) struct GroupLine {
    pub(super) number: Option<usize>,
    pub(super) name: String,
    pub(super) before: String,
    pub(super) now: String,
    pub(super) before_value: Option<f64>,
    pub(super) now_value: Option<f64>,
    pub(super) step: Step,
    pub(super) title: String,
    pub(super) new: usize,
    pub(super) mended: usize,
    pub(super) remaining: usize,
}

/// The documents that went one way.
#[derive(Debug)]
pub(super) struct List {
    pub(super) title: String,
    pub(super) trend: &'static str,
    pub(super) count: usize,
    pub(super) documents: Vec<DocumentLine>,
    pub(super) left_out: usize,
}

/// A document then and now.
#[derive(Debug)]
pub(super) struct DocumentLine {
    pub(super) number: Option<usize>,
    pub(super) name: String,
    pub(super) unit: String,
    pub(super) scores: String,
}

impl Changes {
    pub(super) fn new(report: &Report<'_>, comparison: &Comparison) -> Self {
        let lang = report.lang;
        let count = |number| words::count(number, lang);
        let went = Trend::ALL.into_iter().zip(comparison.went());
        let went = went.map(|(trend, number)| Went {
            title: trend.title().get(lang).to_owned(),
            trend: trend.name(),
            count: count(number),
        });
        let findings = comparison.findings;
        let of_files = comparison.of_files;
        let of_files = [of_files.new, of_files.mended, of_files.remaining];
        let any = |counts: &[usize; 3]| counts.iter().any(|count| *count > 0);
        let lists = [Trend::Worse, Trend::Better, Trend::New, Trend::Gone];
        Self {
            day: comparison.today.parse().map_or_else(
                |_| words::plain(&comparison.today),
                |day| words::day(day, lang),
            ),
            before: comparison
                .overall
                .before
                .map(|score| Score::new(score, report)),
            overall: step(comparison.overall, comparison.overall.trend(), lang),
            at_target_before: count(comparison.at_target_before),
            went: went.collect(),
            findings: comparison.knows_findings.then(|| Findings {
                new: count(findings.new),
                mended: count(findings.mended),
                remaining: count(findings.remaining),
            }),
            groups: comparison
                .groups
                .iter()
                .map(|group| group_line(group, report))
                .collect(),
            of_files: comparison.knows_findings.then_some(of_files).filter(any),
            lists: lists
                .into_iter()
                .filter_map(|trend| list(trend, comparison, report))
                .collect(),
        }
    }
}

fn step(change: Change, trend: Trend, lang: Lang) -> Step {
    let difference = change.difference();
    let sign = |value: f64| match value {
        value if value > 0.0 => format!("+{}", decimal(value, lang)),
        value if value < 0.0 => format!("−{}", decimal(-value, lang)),
        _ => "0".to_owned(),
    };
    Step {
        text: difference.map(sign).unwrap_or_default(),
        value: difference.unwrap_or_default(),
        trend: trend.name(),
    }
}

fn shown(score: Option<f64>, lang: Lang) -> String {
    score.map_or_else(|| "–".to_owned(), |score| words::even(score, lang))
}

fn group_line(change: &GroupChange, report: &Report<'_>) -> GroupLine {
    let lang = report.lang;
    GroupLine {
        number: change.group,
        name: words::group_name(&change.name, report),
        before: shown(change.score.before, lang),
        now: shown(change.score.now, lang),
        before_value: change.score.before,
        now_value: change.score.now,
        step: step(change.score, change.trend, lang),
        title: change.trend.title().get(lang).to_owned(),
        new: change.findings.new,
        mended: change.findings.mended,
        remaining: change.findings.remaining,
    }
}

fn list(trend: Trend, comparison: &Comparison, report: &Report<'_>) -> Option<List> {
    let lang = report.lang;
    let documents = comparison.documents.iter();
    let mut documents: Vec<_> = documents.filter(|one| one.trend == trend).collect();
    let by = |one: &DocumentChange| one.score.difference().unwrap_or_default().abs();
    documents.sort_by(|one, other| by(other).total_cmp(&by(one)));
    let line = |change: &&DocumentChange| DocumentLine {
        number: change.row,
        name: words::plain(change.name.as_deref().unwrap_or(&change.file)),
        unit: change.unit.as_deref().map(words::plain).unwrap_or_default(),
        scores: match trend {
            Trend::New => shown(change.score.now, lang),
            Trend::Gone => shown(change.score.before, lang),
            _ => format!(
                "{} → {}",
                shown(change.score.before, lang),
                shown(change.score.now, lang)
            ),
        },
    };
    let title = match trend {
        Trend::Better => lang.pick("Dokumen yang naik", "Documents that are better"),
        Trend::Worse => lang.pick("Dokumen yang turun", "Documents that are worse"),
        Trend::New => lang.pick("Dokumen baru", "New documents"),
        Trend::Gone => lang.pick("Dokumen yang tidak ada lagi", "Documents that are gone"),
        Trend::Same => lang.pick("Dokumen yang tetap", "Documents that stayed"),
    };
    (!documents.is_empty()).then(|| List {
        title: title.to_owned(),
        trend: trend.name(),
        count: documents.len(),
        left_out: documents.len().saturating_sub(MOST_DOCUMENTS),
        documents: documents.iter().take(MOST_DOCUMENTS).map(line).collect(),
    })
}
