//! Where the time of a run went, as a table on standard error.

use std::time::{Duration, Instant};

use crate::{
    lint::{Stage, Timings},
    rule::RuleSet,
    text::Lang,
};

/// Most rules that are listed.
const MOST_RULES: usize = 20;

/// Notes the time of one stage after the other.
pub(super) struct Watch<'a> {
    timings: Option<&'a Timings>,
    last: Instant,
}

impl<'a> Watch<'a> {
    /// From the begin of the run, which may be before it was known that it is timed.
    pub(super) fn since(started: Instant, timings: Option<&'a Timings>) -> Self {
        Self {
            timings,
            last: started,
        }
    }

    /// Where the threads note what they took.
    pub(super) fn timings(&self) -> Option<&'a Timings> {
        self.timings
    }

    /// Everything since the last stage was this one.
    pub(super) fn ended(&mut self, stage: Stage) {
        let now = Instant::now();
        if let Some(timings) = self.timings {
            timings.add(stage, now - self.last);
        }
        self.last = now;
    }

    /// Everything since the last stage was noted elsewhere, by the threads themselves.
    pub(super) fn skip(&mut self) {
        self.last = Instant::now();
    }
}

/// The table.
pub(super) fn table(timings: &Timings, rules: &RuleSet, lang: Lang) -> String {
    let stages: Vec<_> = Stage::ALL
        .into_iter()
        .map(|stage| (name(stage, lang).to_owned(), timings.stage(stage)))
        .collect();
    let all: Duration = stages.iter().map(|(_, took)| *took).sum();
    let mut text = lang
        .pick(
            "Waktu tiap tahap, dijumlahkan atas semua utas:\n",
            "Time of every stage, summed over all threads:\n",
        )
        .to_owned();
    push_rows(&mut text, &stages, all);
    let of_rules = timings.rules();
    let shown: Vec<_> = of_rules
        .iter()
        .take(MOST_RULES)
        .map(|(id, took)| {
            let rule = rules.rule(*id);
            (format!("{} {}", rule.code, rule.name), *took)
        })
        .collect();
    if !shown.is_empty() {
        text.push_str(lang.pick("Aturan yang paling lama:\n", "Rules that took longest:\n"));
        push_rows(&mut text, &shown, all);
    }
    text
}

fn push_rows(text: &mut String, rows: &[(String, Duration)], all: Duration) {
    let width = rows.iter().map(|(name, _)| name.chars().count()).max();
    let width = width.unwrap_or_default();
    for (name, took) in rows {
        let share = took.as_secs_f64() / all.as_secs_f64().max(f64::MIN_POSITIVE) * 100.0;
        let milliseconds = took.as_secs_f64() * 1000.0;
        text.push_str(&format!(
            "  {name:width$}  {milliseconds:>10.2} ms  {share:>5.1}%\n"
        ));
    }
}

fn name(stage: Stage, lang: Lang) -> &'static str {
    match stage {
        Stage::Load => lang.pick("memuat aturan dan setelan", "loading rules and settings"),
        Stage::Find => lang.pick("mencari berkas", "looking for files"),
        Stage::Read => lang.pick("membaca berkas", "reading files"),
        Stage::Parse => lang.pick("mengurai YAML", "parsing YAML"),
        Stage::Rules => lang.pick("memeriksa dokumen", "checking documents"),
        Stage::Across => lang.pick("memeriksa antardokumen", "checking across documents"),
        Stage::Report => lang.pick("menyusun laporan", "making reports"),
    }
}
