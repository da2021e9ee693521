//! `rupiah`: sums are written as in law texts: `Rp50.000,00`.

use serde::Deserialize;

use super::{Check, Sight, Target, rewrite};
use crate::{
    finding::{Edit, Fix, Hit},
    text::Phrase,
    value::money::{CostKind, Spelling, spelling},
};

/// The sums of a cost must be written in the form of law texts. Sums without a currency mark
/// are left alone: the mark may stand in a heading, and `50000` alone is a number for programs.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rupiah {}

impl Check for Rupiah {
    fn arguments(&self) -> &'static [&'static str] {
        &["match", "expected"]
    }

    fn sight(&self) -> Sight {
        Sight::Part
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let tariff = target.readings.tariff(target.document, target.node);
        for case in &tariff.cases {
            for value in case.values() {
                let odd = case.parts().iter().filter_map(|part| {
                    let (node, range) = case.place(&part.figure)?;
                    let written = case.text.get(part.figure.clone())?;
                    let is_sum = matches!(part.kind, CostKind::Amount { .. });
                    if node != value || !is_sum || !is_marked(written) {
                        return None;
                    }
                    let form = spelling(&case.text, part)?;
                    let is_here = form.range == part.figure && !form.standard;
                    is_here.then_some((range, written, form))
                });
                hits.extend(one_gap(&target.with(value), &odd.collect::<Vec<_>>()));
            }
        }
    }
}

/// Figures with `Rp`, `IDR` or `rupiah`; a sum in words alone is another way to write.
fn is_marked(written: &str) -> bool {
    written.contains(char::is_alphabetic) && written.contains(|c: char| c.is_ascii_digit())
}

type Odd<'a> = (std::ops::Range<usize>, &'a str, Spelling);

/// One gap for all sums of a value, with one fix for all that can be changed.
fn one_gap(target: &Target<'_>, odd: &[Odd<'_>]) -> Option<Hit> {
    let (range, written, form) = odd.first()?;
    let mut hit = target
        .hit_part(range.clone())
        .argument("match", Phrase::same((*written).to_owned()))
        .argument("expected", Phrase::same(form.replacement.clone()));
    for (range, ..) in odd.iter().skip(1) {
        let span = target.document.place(target.node).part(range.clone());
        let message = Phrase::new("juga di sini", "here too");
        hit = hit.related(target.document.path_of(target.node), span, message);
    }
    let edits: Vec<_> = odd
        .iter()
        .filter_map(|(range, _, form)| {
            let text = form.replacement.clone();
            let span = rewrite::span(target, range, &text)?;
            Some(Edit { span, text })
        })
        .collect();
    if !edits.is_empty() {
        let title = match odd {
            [_] => Phrase::new(
                format!("Tulis `{}`", form.replacement),
                format!("Write `{}`", form.replacement),
            ),
            _ => Phrase::new(
                "Tulis nilai rupiah dalam bentuk baku",
                "Write the sums in the form of law texts",
            ),
        };
        hit.fix = Some(Fix {
            title,
            safe: true,
            edits,
        });
    }
    Some(hit)
}
