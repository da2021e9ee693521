//! The score of a single document, component by component, and what would raise it most.

use std::io::{self, Write};

use super::{Cell, Options, Painter, score_words, table};
use crate::{
    finding::{Finding, Severity},
    judge::{Judged, Score, State, breaks},
    lint::CheckedDocument,
    rule::{ComponentSpec, Kind, RuleSet},
};

/// Most codes shown at a component.
const MOST_CODES: usize = 4;

/// Writes the card where the run is about one document that has a score.
pub(super) fn write(
    judged: &Judged,
    rules: &RuleSet,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut documents = judged.files.iter().flat_map(|file| &file.documents);
    let (Some(document), None) = (documents.next(), documents.next()) else {
        return Ok(());
    };
    let kind = rules
        .kinds()
        .iter()
        .find(|kind| Some(&kind.name) == document.kind.as_ref());
    let (Some(score), Some(kind)) = (&document.score, kind) else {
        return Ok(());
    };
    let card = Card {
        rules,
        options,
        painter: Painter::new(options),
        document,
        kind,
        score,
    };
    write!(out, "{}", card.draw())
}

struct Card<'a> {
    rules: &'a RuleSet,
    options: &'a Options,
    painter: Painter,
    document: &'a CheckedDocument,
    kind: &'a Kind,
    score: &'a Score,
}

impl Card<'_> {
    fn draw(&self) -> String {
        let lang = self.options.lang;
        let (met, all) = self.score.counts();
        let words = score_words(self.score.value(), self.rules, lang);
        let head = lang.pick(format!("Nilai {words}"), format!("Score {words}"));
        let counted = lang.pick(
            format!("{met} dari {all} komponen terpenuhi"),
            format!("{met} of {all} components met"),
        );
        let mut drawn = format!("{}: {counted}\n", self.painter.strong(&head));
        let bands = self.rules.grades().title.get(lang);
        let mut bands = lang.pick(
            format!("predikat menurut {bands}"),
            format!("grade by the {bands}"),
        );
        if let Some(target) = self.options.target {
            let number = super::decimal(target, lang);
            let is_reached = self.score.value() >= target;
            bands.push_str(&match is_reached {
                true => lang.pick(
                    format!("; sasaran {number} tercapai"),
                    format!("; the target of {number} is reached"),
                ),
                false => lang.pick(
                    format!("; sasaran {number} belum tercapai"),
                    format!("; the target of {number} is not reached"),
                ),
            });
        }
        drawn.push_str(&format!("  {}\n", self.painter.faint(&bands)));
        if met < all {
            drawn.push_str(&self.components());
            drawn.push_str(&self.advice());
        }
        drawn.push('\n');
        drawn
    }

    fn components(&self) -> String {
        let lang = self.options.lang;
        let mut drawn = String::new();
        let mut rows = Vec::new();
        let mut group = None;
        for (component, state) in self.states() {
            if group != Some(&component.group) {
                drawn.push_str(&table(&std::mem::take(&mut rows)));
                group = Some(&component.group);
                let title = self.painter.strong(component.group.get(lang));
                drawn.push_str(&format!("  {title}\n"));
            }
            let mark = match state {
                State::Met => self.painter.good("✔"),
                State::NotMet => self.painter.level(Severity::Error, "✘"),
                State::NotApplicable => self.painter.faint("–"),
            };
            let mut row = vec![
                Cell::painted(format!("  {mark}"), 3),
                Cell::left(&self.title(component)),
            ];
            if state == State::NotMet {
                row.push(Cell::left(&self.codes(component)));
                row.push(Cell::right(self.gain(component)));
            }
            rows.push(row);
        }
        drawn.push_str(&table(&rows));
        drawn
    }

    /// Where to begin: the most points, and among those the fewest findings to mend.
    fn advice(&self) -> String {
        let lang = self.options.lang;
        let not_met = self.states().filter(|(_, state)| *state == State::NotMet);
        let effort = |component: &ComponentSpec| self.broken_by(&component.key).count();
        let best = not_met
            .map(|(component, _)| component)
            .min_by_key(|component| (std::cmp::Reverse(component.weight), effort(component)));
        let Some(component) = best else {
            return String::new();
        };
        let (title, codes, gain) = (
            self.title(component),
            self.codes(component),
            self.gain(component),
        );
        let words = lang.pick(
            format!("Paling cepat menaikkan nilai: {title} ({codes}), {gain}."),
            format!("Raises the score soonest: {title} ({codes}), {gain}."),
        );
        format!("{words}\n")
    }

    fn states(&self) -> impl Iterator<Item = (&ComponentSpec, State)> {
        let states = self.score.components.iter().copied();
        self.kind.components.iter().zip(states)
    }

    fn title(&self, component: &ComponentSpec) -> String {
        let form = self.kind.form.keys.get(&component.key);
        let title = form.and_then(|form| form.title.as_ref());
        title
            .map_or(&*component.key, |title| title.get(self.options.lang))
            .to_owned()
    }

    fn gain(&self, component: &ComponentSpec) -> String {
        let points = super::decimal(self.score.points(component.weight), self.options.lang);
        format!("+{points}")
    }

    /// The findings that keep a component from being met, also those that a comment or a
    /// baseline hides.
    fn broken_by(&self, key: &str) -> impl Iterator<Item = &Finding> {
        let document = self.document;
        let all = document.findings.iter().chain(&document.suppressed);
        let all = all.chain(&document.baselined);
        let asks = self.kind.asking_for(key);
        all.filter(move |finding| breaks(finding, key, asks))
    }

    fn codes(&self, component: &ComponentSpec) -> String {
        let code = |finding: &Finding| &*self.rules.rule(finding.rule).code;
        let mut codes: Vec<_> = self.broken_by(&component.key).map(code).collect();
        codes.sort_unstable();
        codes.dedup();
        let more = codes.len().saturating_sub(MOST_CODES);
        codes.truncate(MOST_CODES);
        let mut listed = codes.join(", ");
        if more > 0 {
            listed.push_str(&format!(" +{more}"));
        }
        listed
    }
}
