//! What a check found.

use std::{borrow::Cow, fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::{document::Path, source::Position, span::Span, text::Phrase};

/// How grave a finding is, the least grave first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; nothing in law demands it with certainty.
    Info,
    /// Most likely wrong; a person should look.
    Warning,
    /// The text of the law asks for it and it is not there.
    Error,
}

impl Severity {
    /// All of them, the gravest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Info];

    /// The word for it in settings, on the command line and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// The word for it in messages.
    pub fn title(self) -> Phrase {
        match self {
            Self::Info => Phrase::same("info"),
            Self::Warning => Phrase::new("peringatan", "warning"),
            Self::Error => Phrase::new("galat", "error"),
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Severity {
    type Err = UnknownSeverity;

    fn from_str(text: &str) -> Result<Self, UnknownSeverity> {
        Self::ALL
            .into_iter()
            .find(|severity| severity.name() == text)
            .ok_or(UnknownSeverity)
    }
}

/// Not the name of a severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected `error`, `warning` or `info`")]
pub struct UnknownSeverity;

/// Names a rule of one rule set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RuleId(pub(crate) u32);

impl RuleId {
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// What a check gives for one gap, before it is known where in the run it stands.
#[derive(Debug, Clone)]
pub struct Hit {
    /// The node concerned, or the path that a missing one would have.
    pub path: Path,
    /// The text to underline.
    pub span: Span,
    /// Words under the line.
    pub label: Option<Phrase>,
    /// Values for the message and help of the rule, by name.
    pub arguments: Arguments,
    /// Other places of the same file that belong to it.
    pub related: Vec<RelatedSpan>,
    /// The path whose absence this explains: a misspelt key stands for the missing one.
    pub stands_for: Option<Path>,
    /// How grave it is, where that differs from what the rule says.
    pub severity: Option<Severity>,
    /// How to mend it by a change of the text.
    pub fix: Option<Fix>,
}

/// A change of the text that mends a gap.
#[derive(Debug, Clone)]
pub struct Fix {
    /// What it does.
    pub title: Phrase,
    /// Whether it keeps the meaning, so that nobody need look at it.
    pub safe: bool,
    /// The changes, which do not overlap.
    pub edits: Vec<Edit>,
}

/// One change of a [`Fix`].
#[derive(Debug, Clone)]
pub struct Edit {
    /// The text to replace.
    pub span: Span,
    /// What takes its place, as it is to stand in the file.
    pub text: String,
}

impl Hit {
    /// A gap at a place, without more.
    pub fn new(path: Path, span: Span) -> Self {
        Self {
            path,
            span,
            label: None,
            arguments: Arguments::default(),
            related: Vec::new(),
            stands_for: None,
            severity: None,
            fix: None,
        }
    }

    /// As grave as this, whatever the rule says.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }

    /// With a change of the text that mends it.
    #[must_use]
    pub fn fix(mut self, title: Phrase, safe: bool, span: Span, text: impl Into<String>) -> Self {
        let edits = vec![Edit {
            span,
            text: text.into(),
        }];
        self.fix = Some(Fix { title, safe, edits });
        self
    }

    /// With words under the line.
    #[must_use]
    pub fn label(mut self, label: Phrase) -> Self {
        self.label = Some(label);
        self
    }

    /// With a value for the message and help of the rule.
    #[must_use]
    pub fn argument(mut self, name: &'static str, value: Phrase) -> Self {
        self.arguments.push(name, value);
        self
    }

    /// With another place that belongs to it.
    #[must_use]
    pub fn related(mut self, path: Path, span: Span, message: Phrase) -> Self {
        self.related.push(RelatedSpan {
            path,
            span,
            message,
        });
        self
    }
}

/// Another place of the same file that belongs to a [`Hit`].
#[derive(Debug, Clone)]
pub struct RelatedSpan {
    /// The node.
    pub path: Path,
    /// The text to underline.
    pub span: Span,
    /// Why it belongs to it.
    pub message: Phrase,
}

/// Values for the templates of a rule.
#[derive(Debug, Clone, Default)]
pub struct Arguments(pub(crate) Vec<(Cow<'static, str>, Phrase)>);

impl Arguments {
    pub(crate) fn push(&mut self, name: &'static str, value: Phrase) {
        self.0.push((Cow::Borrowed(name), value));
    }

    /// The value with this name.
    pub fn get(&self, name: &str) -> Option<&Phrase> {
        self.0
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, value)| value)
    }
}

/// One gap in one file.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The rule it breaks.
    pub rule: RuleId,
    /// How grave it is here.
    pub severity: Severity,
    /// Whether the check itself said how grave it is, as it is less sure here than its rule.
    pub is_unsure: bool,
    /// JSON Pointer of the node concerned.
    pub path: String,
    /// Where the underlined text begins and ends.
    pub range: Range,
    /// Words under the line.
    pub label: Option<Phrase>,
    /// Values for the message and help of the rule.
    pub arguments: Arguments,
    /// Other places that belong to it.
    pub related: Vec<Related>,
    /// The path whose absence this explains.
    pub stands_for: Option<String>,
    /// How to mend it; each edit with its bytes in the file.
    pub fix: Option<Box<FileFix>>,
    /// The same gap has the same fingerprint in another run, whatever stands above it:
    /// made of the rule, the path and the text, never of a line.
    pub fingerprint: Fingerprint,
    /// The lines around it, where a picture was asked for.
    pub excerpt: Option<Box<crate::excerpt::Excerpt>>,
}

/// By what a finding is known again. In text: 32 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub(crate) [u8; 16]);

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", u128::from_be_bytes(self.0))
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let is_whole = text.len() == 32 && !text.starts_with('+');
        let number = u128::from_str_radix(&text, 16).ok().filter(|_| is_whole);
        let number = number.ok_or_else(|| D::Error::custom("expected 32 hexadecimal digits"))?;
        Ok(Self(number.to_be_bytes()))
    }
}

impl Finding {
    /// The order in which findings of a file are told: by place, then by rule.
    pub fn order(&self, other: &Self) -> std::cmp::Ordering {
        let key = |finding: &'_ Self| (finding.range, finding.rule);
        key(self)
            .cmp(&key(other))
            .then_with(|| self.path.cmp(&other.path))
    }
}

/// A [`Fix`] in the bytes of the file.
#[derive(Debug, Clone)]
pub struct FileFix {
    /// What it does.
    pub title: Phrase,
    /// Whether it keeps the meaning.
    pub safe: bool,
    /// First byte, byte after the last, and what takes their place.
    pub edits: Vec<(usize, usize, String)>,
}

/// Another place that belongs to a [`Finding`].
#[derive(Debug, Clone)]
pub struct Related {
    /// The file, where it is another one.
    pub file: Option<String>,
    /// Whether it stands in another document, of this file or of another one.
    pub elsewhere: bool,
    /// JSON Pointer of the node.
    pub path: String,
    /// Where it begins and ends.
    pub range: Range,
    /// Why it belongs to it.
    pub message: Phrase,
}

/// A stretch of a file as people and programs count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Range {
    /// The first character.
    pub start: Position,
    /// The place after the last character.
    pub end: Position,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_32_digits() {
        let text = "\"00ff102030405060708090a0b0c0d0e0\"";
        let read: Fingerprint = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), text);
        for wrong in [
            "\"\"",
            "\"00ff\"",
            "\"+0ff102030405060708090a0b0c0d0e0\"",
            "1",
        ] {
            assert!(
                serde_json::from_str::<Fingerprint>(wrong).is_err(),
                "{wrong}"
            );
        }
    }
}
