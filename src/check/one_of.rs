//! `one_of`: a text is one of a few known values.

use serde::Deserialize;

use super::{Check, Mistake, Sight, Target, nearest};
use crate::{document::Path, finding::Hit, rule::Environment, text::Phrase};

/// A text must be one of these values, to the letter.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OneOf {
    /// The values.
    #[serde(default)]
    values: Vec<String>,
    /// Where else the values come from.
    #[serde(default)]
    from: Option<From>,
}

/// Where values come from that are not written in the rule.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum From {
    /// The kinds of document that the packs bring.
    Kinds,
}

impl Check for OneOf {
    fn arguments(&self) -> &'static [&'static str] {
        &["value", "allowed", "advice"]
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        if let Some(From::Kinds) = self.from {
            self.values
                .extend(environment.kind_names().map(str::to_owned));
        }
        if !self.values.is_empty() {
            return Ok(());
        }
        let message = Phrase::new(
            "sebut nilai yang boleh dipakai dengan `values` atau `from`",
            "name the allowed values with `values` or `from`",
        );
        Err(vec![Mistake::new(Path::root(), message)])
    }

    fn allowed_values(&self) -> &[String] {
        &self.values
    }

    fn sight(&self) -> Sight {
        Sight::Part
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let Some(text) = target.text() else { return };
        if self.values.iter().any(|value| value == text) {
            return;
        }
        let names: Vec<_> = self
            .values
            .iter()
            .map(|value| format!("`{value}`"))
            .collect();
        let allowed = names.join(", ");
        let meant = nearest(text, self.values.iter().map(String::as_str));
        let advice = match meant {
            Some(meant) => Phrase::new(
                format!("Mungkin maksud Anda `{meant}`."),
                format!("Perhaps you mean `{meant}`."),
            ),
            None => Phrase::new(
                format!("Pakai salah satu dari: {allowed}."),
                format!("Use one of: {allowed}."),
            ),
        };
        let mut hit = target.hit();
        if let Some(meant) = meant {
            let label = Phrase::new(format!("mungkin `{meant}`"), format!("perhaps `{meant}`"));
            hit = hit.label(label);
        }
        hits.push(
            hit.argument("value", Phrase::same(text.to_owned()))
                .argument("allowed", Phrase::same(allowed))
                .argument("advice", advice),
        );
    }
}
