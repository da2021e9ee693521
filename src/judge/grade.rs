//! Grades of a score, from data.

use serde::Deserialize;

use crate::text::Phrase;

/// The grades of a score.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grades {
    /// Where the bands come from and what they do not say.
    pub about: String,
    /// How people call them.
    pub title: Phrase,
    /// The bands, the best first.
    pub bands: Vec<Band>,
}

/// A grade and the scores that earn it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// The lowest score, 0 to 100.
    pub from: f64,
    /// The grade.
    pub grade: String,
    /// How people call it.
    pub title: Phrase,
}

/// Why grades cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum GradesError {
    /// Not what they must look like.
    #[error(transparent)]
    Form(#[from] serde_yaml::Error),
    /// A score would have no grade, or two.
    #[error("`from` must fall from band to band and end with 0, within 0 and 100")]
    Order,
}

impl Grades {
    /// Reads grades written in YAML.
    ///
    /// # Errors
    ///
    /// [`GradesError`] where the form is wrong, or where the bands do not cover 0 to 100.
    pub fn parse(text: &str) -> Result<Self, GradesError> {
        let grades: Self = serde_yaml::from_str(text)?;
        let from: Vec<_> = grades.bands.iter().map(|band| band.from).collect();
        let falls = from.windows(2).all(|pair| match pair {
            [one, next] => one > next,
            _ => true,
        });
        let in_range = from.iter().all(|from| (0.0..=100.0).contains(from));
        if falls && in_range && from.last() == Some(&0.0) {
            Ok(grades)
        } else {
            Err(GradesError::Order)
        }
    }

    /// The band of a score.
    pub fn of(&self, score: f64) -> Option<&Band> {
        self.bands.iter().find(|band| score >= band.from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUILTIN: &str = include_str!("../../rules/data/predikat.yaml");

    #[test]
    fn the_bands_are_those_of_2022_to_2024() {
        let grades = Grades::parse(BUILTIN).unwrap();
        let cases = [
            (100.0, "A"),
            (88.0, "A"),
            (87.99, "B"),
            (78.0, "B"),
            (77.99, "C"),
            (54.0, "C"),
            (53.99, "D"),
            (32.0, "D"),
            (31.99, "E"),
            (0.0, "E"),
        ];
        for (score, expected) in cases {
            assert_eq!(grades.of(score).unwrap().grade, expected, "{score}");
        }
    }

    #[test]
    fn bands_with_a_hole_are_refused() {
        for (from, next) in [(50, 60), (50, 50), (101, 0), (90, 10)] {
            let band = |from| format!("{{ from: {from}, grade: X, title: x }}");
            let text = format!(
                "about: x\ntitle: x\nbands: [{}, {}]\n",
                band(from),
                band(next)
            );
            assert!(Grades::parse(&text).is_err(), "{from} {next}");
        }
    }
}
