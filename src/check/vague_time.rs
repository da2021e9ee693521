//! `vague_time`: a time is not left open in so many words.

use std::ops::Range;

use serde::Deserialize;

use super::{
    Check, Mistake, Sight, Target,
    times::times,
    word_list::{self, NamedList},
};
use crate::{
    finding::{Hit, Severity},
    rule::Environment,
    text::Phrase,
    value::{
        citation::Citation,
        duration::{DurationError, find},
    },
};

/// A time must not be left open: a text without any time that says so in these words. A text
/// that names a regulation, or stands beside lines that give a time, is a warning at most; so is
/// one of several cases in a text that gives times. A text with a number that could not be read
/// is left alone.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct VagueTime {
    /// Words that leave a time open.
    words: NamedList,
    /// Words that leave it open where they are the whole text.
    whole: NamedList,
    /// Words that leave one case open in a text that gives the times of others.
    case: NamedList,
    /// A text with one of these words is left alone.
    unless: NamedList,
}

impl Check for VagueTime {
    fn arguments(&self) -> &'static [&'static str] {
        &["match", "value"]
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        let lists = [
            ("words", &mut self.words),
            ("whole", &mut self.whole),
            ("case", &mut self.case),
            ("unless", &mut self.unless),
        ];
        word_list::prepare(lists, environment)
    }

    fn sight(&self) -> Sight {
        Sight::Part
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let times = times(target);
        let is_given = times.iter().any(|time| time.duration().is_ok());
        for time in &times {
            let (found, is_sure) = match *time.duration() {
                // Where the words belong to a time, that is another gap.
                Ok(ref duration) if duration.cases.iter().any(|case| case.open) => (None, false),
                Ok(_) => (self.open_case(time.text), false),
                Err(DurationError::NoQuantity { .. }) => (self.open(time.text), true),
                Err(_) => (None, false),
            };
            let Some(found) = found else { continue };
            // Lines such as `Sesuai jenis layanan:` introduce the lines below.
            let is_beside = time.is_line && is_given;
            if is_beside && time.text.trim_end().ends_with(':') {
                continue;
            }
            let words = time.text.get(found.clone()).unwrap_or_default();
            let hit = time
                .target
                .hit_part(found)
                .argument("match", Phrase::same(words.to_owned()))
                .argument("value", Phrase::same(time.text.trim().to_owned()));
            let stands_elsewhere = || !target.readings.texts().cited(time.text).is_empty();
            let is_error = is_sure && !is_beside && !stands_elsewhere();
            hits.push(if is_error {
                hit
            } else {
                hit.severity(Severity::Warning)
            });
        }
    }
}

impl VagueTime {
    /// The words that leave a text without a time open.
    fn open(&self, text: &str) -> Option<Range<usize>> {
        if self.unless.is_in(text) {
            return None;
        }
        let start = text.len() - text.trim_start().len();
        let bare = text.trim().trim_end_matches(['.', ';', ',']).trim_end();
        if self.whole.contains(bare) {
            return Some(start..start + bare.len());
        }
        parts(text).into_iter().find_map(|part| {
            let written = text.get(part.clone())?;
            if holds_number(written) && Citation::find_all(written).is_empty() {
                return None;
            }
            let found = self.words.find(written).into_iter().next()?;
            Some(part.start + found.start..part.start + found.end)
        })
    }

    /// `Kimia klinik sesuai kebutuhan`, set apart from the cases that have a time.
    fn open_case(&self, text: &str) -> Option<Range<usize>> {
        let mut parts = parts(text);
        if parts.len() < 2 {
            return None;
        }
        parts.retain(|part| {
            let part = text.get(part.clone()).unwrap_or_default();
            let exception = ["apabila", "jika", "bila", "kalau", "kecuali"];
            let first = part.split_whitespace().next().unwrap_or_default();
            let is_exception = exception
                .iter()
                .any(|word| first.eq_ignore_ascii_case(word));
            !is_exception
                && !holds_number(part)
                && find(part).is_empty()
                && !self.unless.is_in(part)
        });
        parts.into_iter().find_map(|part| {
            let written = text.get(part.clone())?;
            let found = self.case.find(written).into_iter().next()?;
            // `tempat tidur yang sesuai dengan kasus` is no time, and what stands behind
            // `dengan catatan` are conditions.
            let lead = written.get(..found.start)?.trim_end();
            let earlier = text.get(..part.start)?.to_lowercase();
            let is_condition = ["catatan", "syarat", "ketentuan"]
                .iter()
                .any(|word| earlier.contains(word));
            if is_condition || lead.ends_with("yang") || lead.ends_with("yg") {
                return None;
            }
            Some(part.start + found.start..part.start + found.end)
        })
    }
}

/// The cases of a text, set apart by sentences, `;`, `|`, lines, or marks such as `b.` and `2)`,
/// which are left out.
fn parts(text: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut at = 0;
    for word in text.split_inclusive(|c: char| c.is_whitespace() || c == ';' || c == '|') {
        let written = word.trim_end();
        let mark = written.trim_start_matches('(').trim_end_matches(['.', ')']);
        let short = mark.chars().count() == 1 || mark.bytes().all(|b| b.is_ascii_digit());
        if written.ends_with(['.', ')']) && !mark.is_empty() && mark.len() <= 2 && short {
            parts.push(start..at);
            start = at + word.len();
        }
        at += word.len();
        // A short word may be cut off: `maks. 2 jam`.
        let sentence = written.ends_with('.') && written.len() > 5 && written.len() < word.len();
        if sentence || word.ends_with([';', '|', '\n']) {
            parts.push(start..at - 1);
            start = at;
        }
    }
    parts.push(start..text.len());
    parts.retain(|part| {
        let written = text.get(part.clone()).unwrap_or_default();
        written.contains(char::is_alphanumeric)
    });
    parts
}

/// A time may stand in a text that could not be read for a slip: `30 mnet`. The number of a
/// line, `2 Sesuai kebutuhan`, is none.
fn holds_number(text: &str) -> bool {
    let written = text.trim_start();
    let behind = written.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = written.len() - behind.len() <= 2
        && behind.starts_with(' ')
        && behind.trim_start().starts_with(char::is_uppercase);
    let rest = if numbered { behind } else { written };
    rest.contains(|c: char| c.is_ascii_digit())
}
