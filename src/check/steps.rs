//! `steps`: every step of a procedure has a column filled, or has columns at all.

use serde::Deserialize;

use super::{
    Check, Mistake, Target, nearest, step,
    word_list::{self, NamedList},
};
use crate::{
    document::{Document, NodeId, Path, Value},
    finding::Hit,
    reading::Step,
    rule::{Environment, Form},
    text::Phrase,
};

/// Every step must have something in a column, or be more than plain text. All steps that lack
/// it are one finding: a table without the column is one gap, not one per row.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Steps {
    /// The key of the column; without one, steps that are plain text are reported.
    #[serde(default)]
    column: Option<String>,
    /// Symbols whose steps need nothing there.
    #[serde(default)]
    except: Vec<String>,
    /// A key at the top of the document whose single entry speaks for every step.
    #[serde(default)]
    unless_single: Option<String>,
    /// Activities that only name a symbol, such as `Mulai`.
    bare: NamedList,
    /// Placeholders, which other rules report.
    unfilled: NamedList,
}

impl Check for Steps {
    fn arguments(&self) -> &'static [&'static str] {
        &["numbers", "count", "total"]
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        if self.column.is_none() && !(self.except.is_empty() && self.unless_single.is_none()) {
            let message = Phrase::new(
                "`except` dan `unless_single` hanya berlaku bersama `column`",
                "`except` and `unless_single` need a `column`",
            );
            return Err(vec![Mistake::new(Path::root(), message)]);
        }
        let lists = [("bare", &mut self.bare), ("unfilled", &mut self.unfilled)];
        word_list::prepare(lists, environment)
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        if self
            .unless_single
            .as_ref()
            .is_some_and(|key| is_single(target, key))
        {
            return;
        }
        let steps = target.readings.steps(target.document, target.node);
        let form = target.form.keys.get("prosedur");
        let form = form.and_then(|form| form.items.as_deref());
        let lacking: Vec<_> = match &self.column {
            None => {
                let is_written = |step: &&Step| !self.is_other_gap(target.document, step);
                steps.iter().filter(is_written).collect()
            }
            Some(column) => {
                let lacks = |step: &&Step| self.lacks(target.document, step, column, form);
                steps.iter().filter(lacks).collect()
            }
        };
        let place = |step: &Step| {
            let place = target.document.place(step.node);
            (target.document.path_of(step.node), place.key())
        };
        let words = |step: &Step| {
            let label = &step.label;
            Phrase::new(format!("langkah {label}"), format!("step {label}"))
        };
        let hit = step::one_gap(target, &lacking, place, words);
        let total = Phrase::same(steps.len().to_string());
        hits.extend(hit.map(|hit| hit.argument("total", total)));
    }
}

impl Steps {
    /// Whether a step is no plain text, or one that other rules report.
    fn is_other_gap(&self, document: &Document, step: &Step) -> bool {
        let text = document.text(step.node).unwrap_or_default();
        !step.is_plain || self.unfilled.is_all_of(text) || self.bare.contains(text.trim())
    }

    fn lacks(&self, document: &Document, step: &Step, column: &str, form: Option<&Form>) -> bool {
        // A table without columns is another gap, and a mere `Mulai` is no activity.
        let text = step.activity.and_then(|node| document.text(node));
        let is_bare = text.is_some_and(|text| self.bare.contains(text.trim()));
        if step.is_plain || is_bare || self.except.contains(&step.symbol) {
            return false;
        }
        let is_filled = |node: NodeId| !document.is_blank(node);
        if document.get(step.node, column).is_some_and(is_filled) {
            return false;
        }
        // A column under another name is there; that name is what other rules report.
        let Some(form) = form else { return true };
        let known_as = form.keys.get(column).map(|form| &form.known_as);
        !document.keys(step.node).any(|(key, _, value)| {
            let plain = || key.to_lowercase().replace(['-', ' '], "_");
            let stands_for = || {
                known_as.is_some_and(|names| names.contains(&plain()))
                    || nearest(key, form.keys.keys().map(String::as_str)) == Some(column)
            };
            !form.keys.contains_key(key) && is_filled(value) && stands_for()
        })
    }
}

/// Whether the key at the top of the document has just one entry, and one that names one thing.
fn is_single(target: &Target<'_>, key: &str) -> bool {
    let document = target.document;
    let Some(list) = target.top(key) else {
        return false;
    };
    match document.value(list.node) {
        Value::List => document.items(list.node).len() == 1,
        Value::Scalar { text, .. } => !text.contains([',', ';', '/', '\n']),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use jiff::civil::date;
    use proptest::prelude::*;

    use crate::{
        document::Limits,
        lint::Linter,
        rule::{Packs, RuleSet},
    };

    static RULES: LazyLock<RuleSet> =
        LazyLock::new(|| Packs::builtin().unwrap().compile().unwrap());

    fn sop(actors: &str, steps: &[(String, String)]) -> String {
        let quoted = |text: &str| text.replace('\'', "''");
        let mut yaml = format!(
            "jenis: sop\npelaksana: ['{}', Petugas Loket]\nprosedur:\n",
            quoted(actors)
        );
        for (activity, actor) in steps {
            yaml += &format!(
                "- uraian: '{}'\n  pelaksana: '{}'\n",
                quoted(activity),
                quoted(actor)
            );
        }
        yaml
    }

    #[test]
    fn a_gap_of_many_steps_is_one_finding_that_outlives_the_mending_of_some() {
        let linter = Linter {
            rules: &RULES,
            today: date(2026, 1, 15),
            limits: Limits::default(),
            excerpts: false,
        };
        let id = RULES.find("SOP024")[0];
        let of = |mended: usize| {
            let steps = (0..40).map(|at| {
                let time = if at < mended { ", waktu: 5 menit" } else { "" };
                format!("- {{uraian: Memeriksa berkas{time}}}\n")
            });
            let yaml = format!("jenis: sop\nprosedur:\n{}", steps.collect::<String>());
            let file = linter.check_bytes("a.yaml", yaml.into_bytes(), None);
            let findings = file.documents[0].findings.iter();
            let found: Vec<_> = findings
                .filter(|finding| finding.rule == id)
                .cloned()
                .collect();
            assert_eq!(found.len(), 1);
            found[0].clone()
        };
        let (all, some) = (of(0), of(38));
        assert_eq!(all.fingerprint, some.fingerprint);
        assert_eq!((all.related.len(), some.related.len()), (20, 1));
        assert_eq!(all.range.start.line, 3);
        assert_eq!(some.range.start.line, 41);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        /// Whatever the sentences and names are, there is an answer, and none of them breaks a
        /// place.
        #[test]
        fn any_text_is_looked_at(
            actors in "(Pemohon|Kepala [A-Z]{1,3}|[ a-zé()-]{0,12}|\\PC{0,12})",
            steps in prop::collection::vec(
                ("(Penyerahan|Di[a-z]{1,6}|Pemeriksaan dan|Petugas|\\PC{0,4})[ ,/]{0,2}\\PC{0,30}",
                 "(Petugas|Kepala [A-Z]{1,3}|\\PC{0,16})"),
                1..5,
            ),
        ) {
            let linter = Linter {
                rules: &RULES,
                today: date(2026, 1, 15),
                limits: Limits::default(),
                excerpts: true,
            };
            let file = linter.check_bytes("a.yaml", sop(&actors, &steps).into_bytes(), None);
            prop_assert!(!file.is_unreadable, "{:?}", file.findings);
        }
    }
}
