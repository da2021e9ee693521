//! The words of a comment.

use jiff::civil;

use super::Mistake;
use crate::{span::Span, value::date::Date};

/// Words that silence.
const VERBS: [&str; 2] = ["abaikan", "ignore"];
/// Words of other linters, and what people try first.
const OTHER_VERBS: [&str; 12] = [
    "disable",
    "disabled",
    "noqa",
    "nonaktifkan",
    "matikan",
    "lewati",
    "skip",
    "off",
    "suppress",
    "allow",
    "abai",
    "diabaikan",
];
/// Comments of other linters that have no place in a document of ours.
const OTHER_LINTERS: [&str; 3] = ["noqa", "nolint", "nosec"];
/// Words before the last day.
const UNTIL: [&str; 3] = ["sampai", "hingga", "until"];
/// Longest word that is compared with a known one.
const LONGEST_WORD: usize = 24;

/// A comment understood as far as its words go. All places are bytes of the text.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Words {
    /// The comment, with its `#`.
    pub(super) span: Span,
    /// The names of rules.
    pub(super) names: Vec<Span>,
    /// For each name, whether a comma stands before it.
    pub(super) after_comma: Vec<bool>,
    /// Why.
    pub(super) reason: Option<Span>,
    /// The last day.
    pub(super) until: Option<civil::Date>,
    pub(super) mistake: Option<Mistake>,
}

/// Reads a comment that stands at `span` of `text`, its `#` included; none where it is for
/// people only. `is_rule` knows the codes and names of rules.
pub(super) fn read(text: &str, span: Span, is_rule: &dyn Fn(&str) -> bool) -> Option<Words> {
    let comment = text.get(span.start..span.end)?;
    // A person may add ours behind another: `# lama # sopan: abaikan ...`.
    comment.match_indices('#').find_map(|(at, _)| {
        let start = span.start + at + 1;
        let mut reader = Reader {
            text,
            at: start,
            end: span.end,
            is_rule,
        };
        let mut words = reader.comment(at > 0)?;
        words.span = Span::new(start - 1, span.end);
        Some(words)
    })
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    end: usize,
    is_rule: &'a dyn Fn(&str) -> bool,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..self.end).unwrap_or_default()
    }

    fn slice(&self, span: Span) -> &'a str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    fn skip(&mut self, what: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches(what).len();
    }

    fn skip_space(&mut self) {
        self.skip(char::is_whitespace);
    }

    /// The letters here.
    fn letters(&mut self) -> Span {
        let start = self.at;
        self.skip(char::is_alphabetic);
        Span::new(start, self.at)
    }

    /// The characters here up to white space, a comma or a bracket.
    fn token(&mut self) -> Span {
        let start = self.at;
        self.skip(|c| !is_between(c));
        Span::new(start, self.at)
    }

    fn comment(&mut self, is_inner: bool) -> Option<Words> {
        self.skip_space();
        let tool = self.letters();
        let word = lower(self.slice(tool));
        if word == "sopan" {
            return self.after_tool();
        }
        if is_inner && word != "sopan" {
            return None;
        }
        let mistake = |mistake| {
            Some(Words {
                mistake: Some(mistake),
                ..Words::default()
            })
        };
        let is_one_word = !self.rest().starts_with(|c: char| c.is_alphanumeric());
        if OTHER_LINTERS.contains(&&*word) && is_one_word {
            return mistake(Mistake::OtherLinter { span: tool });
        }
        if VERBS.contains(&&*word) || word == "disable" {
            self.skip(|c| is_between(c) || c == ':');
            let name = self.token();
            let is_rule = (self.is_rule)(self.slice(name).trim_end_matches(':'));
            let span = Span::new(tool.start, tool.start);
            return is_rule.then(|| mistake(Mistake::Tool { span })).flatten();
        }
        if is_near(&word, "sopan", 1) {
            self.skip_space();
            let has_colon = self.rest().starts_with(':');
            self.skip(|c| c == ':' || c.is_whitespace());
            let verb = lower(self.slice(self.clone_at().letters()));
            if has_colon && VERBS.contains(&&*verb) {
                return mistake(Mistake::Tool { span: tool });
            }
        }
        None
    }

    fn clone_at(&self) -> Self {
        Self {
            text: self.text,
            at: self.at,
            end: self.end,
            is_rule: self.is_rule,
        }
    }

    /// After the word `sopan`, which also begins many a sentence.
    fn after_tool(&mut self) -> Option<Words> {
        if self.rest().starts_with(|c: char| c.is_alphanumeric()) {
            return None;
        }
        self.skip_space();
        let has_colon = self.rest().starts_with(':');
        self.skip(|c| matches!(c, ':' | '-' | '=' | '_') || c.is_whitespace());
        let verb = self.letters();
        let word = lower(self.slice(verb));
        let goes_on = self.rest().starts_with(|c: char| c.is_alphanumeric());
        if VERBS.contains(&&*word) && !goes_on {
            return Some(self.after_verb());
        }
        let is_near = VERBS.iter().any(|known| is_near(&word, known, 2));
        let names_rule = || {
            let rest = self.rest().split(is_between).take(4);
            let mut names = rest.map(|name| name.trim_matches(':'));
            names.any(|name| (self.is_rule)(name))
        };
        let is_meant = has_colon || is_near || (OTHER_VERBS.contains(&&*word) && names_rule());
        is_meant.then(|| Words {
            mistake: Some(Mistake::Verb {
                span: verb,
                is_near,
            }),
            ..Words::default()
        })
    }

    fn after_verb(&mut self) -> Words {
        let mut words = Words::default();
        let mut has_comma = true;
        loop {
            let before = self.at;
            self.skip(|c| is_between(c) || c == ':');
            has_comma |= self
                .text
                .get(before..self.at)
                .is_some_and(|between| between.contains([',', ';']));
            let rest = self.rest();
            let dash = |c: char| matches!(c, '-' | '–' | '—');
            if rest.is_empty() {
                break;
            }
            if rest.starts_with(dash) {
                self.skip(dash);
                self.reason(&mut words);
                break;
            }
            let token = self.token();
            let word = self.slice(token);
            if UNTIL.contains(&&*lower(word)) {
                self.until(&mut words);
            } else {
                let name = word.trim_end_matches(':');
                words
                    .names
                    .push(Span::new(token.start, token.start + name.len()));
                words.after_comma.push(has_comma);
            }
            has_comma = false;
        }
        words
    }

    /// The last day, after `sampai`.
    fn until(&mut self, words: &mut Words) {
        self.skip_space();
        let rest = self.rest();
        // A date may hold hyphens itself; the reason stands after two of them, or one alone.
        let ends = ["--", " - ", "–", "—"];
        let length = ends.iter().filter_map(|end| rest.find(end)).min();
        let date = rest.get(..length.unwrap_or(rest.len())).unwrap_or_default();
        let date = date.trim_end();
        let span = Span::new(self.at, self.at + date.len());
        self.at = span.end;
        match Date::parse(date) {
            Ok(date) => words.until = Some(date.civil()),
            Err(_) => words.mistake = Some(Mistake::Date { span }),
        }
    }

    /// The reason, which may end with the last day.
    fn reason(&mut self, words: &mut Words) {
        self.skip_space();
        let rest = self.rest();
        let mut reason = rest.trim_end();
        if let Some((at, word)) = last_until(reason) {
            let after = at + word.len();
            let date = reason.get(after..).unwrap_or_default();
            let start = self.at + after + (date.len() - date.trim_start().len());
            let span = Span::new(start, self.at + reason.len());
            match Date::parse(date.trim()) {
                Ok(date) => {
                    words.until = Some(date.civil());
                    reason = reason.get(..at).unwrap_or_default();
                }
                Err(_) if looks_like_date(date.trim()) => {
                    words.mistake = Some(Mistake::Date { span });
                }
                Err(_) => {}
            }
        }
        let reason = reason.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';'));
        let is_said = reason.chars().any(char::is_alphanumeric);
        words.reason = is_said.then(|| Span::new(self.at, self.at + reason.len()));
    }
}

/// The last `sampai` in a reason, and what it is written as.
fn last_until(reason: &str) -> Option<(usize, &str)> {
    let mut end = reason.len();
    // A date has three words at most.
    for _ in 0..4 {
        let before = reason.get(..end)?.trim_end();
        let start = before.rfind(char::is_whitespace).map_or(0, |at| {
            at + before
                .get(at..)
                .and_then(|rest| rest.chars().next())
                .map_or(1, char::len_utf8)
        });
        let word = before.get(start..)?;
        let bare = word.trim_start_matches('(');
        if UNTIL.contains(&&*lower(bare)) {
            return Some((start + word.len() - bare.len(), bare));
        }
        if start == 0 {
            return None;
        }
        end = start;
    }
    None
}

/// Whether something can only be meant as a date: `2026-13-40`.
fn looks_like_date(text: &str) -> bool {
    let is_number = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    let parts: Vec<_> = text.splitn(4, ['-', '/', '.']).collect();
    parts.len() == 3 && parts.into_iter().all(is_number)
}

/// What stands between names.
fn is_between(character: char) -> bool {
    character.is_whitespace() || matches!(character, ',' | ';' | '[' | ']' | '(' | ')')
}

/// A word in small letters; nothing where it is too long to be one of ours.
fn lower(word: &str) -> String {
    if word.len() > LONGEST_WORD {
        return String::new();
    }
    word.to_lowercase()
}

fn is_near(word: &str, known: &str, most: usize) -> bool {
    word.len() > 3 && word.len() <= LONGEST_WORD && strsim::osa_distance(word, known) <= most
}
