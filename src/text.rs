//! Words for people, in the two languages sopan speaks.

use std::{borrow::Cow, fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A language of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Lang {
    /// Indonesian, the language of the documents and of their authors.
    #[default]
    Id,
    /// English.
    En,
}

impl Lang {
    /// Picks one of two values.
    pub fn pick<T>(self, id: T, en: T) -> T {
        match self {
            Self::Id => id,
            Self::En => en,
        }
    }
}

impl FromStr for Lang {
    type Err = UnknownLang;

    fn from_str(text: &str) -> Result<Self, UnknownLang> {
        match text {
            "id" => Ok(Self::Id),
            "en" => Ok(Self::En),
            _ => Err(UnknownLang),
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.pick("id", "en"))
    }
}

/// Neither `id` nor `en`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected `id` or `en`")]
pub struct UnknownLang;

/// The same words in both languages.
///
/// In a rule pack: `{ id: ..., en: ... }`, both needed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "Both", into = "Both")]
pub struct Phrase {
    id: Cow<'static, str>,
    /// The words in English, where they are others.
    en: Option<Cow<'static, str>>,
}

/// A phrase as it is written.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Phrase", deny_unknown_fields)]
struct Both {
    id: Cow<'static, str>,
    en: Cow<'static, str>,
}

impl From<Both> for Phrase {
    fn from(Both { id, en }: Both) -> Self {
        Self::new(id, en)
    }
}

impl From<Phrase> for Both {
    fn from(Phrase { id, en }: Phrase) -> Self {
        let en = en.unwrap_or_else(|| id.clone());
        Self { id, en }
    }
}

impl Phrase {
    /// The words in Indonesian and in English.
    pub fn new(id: impl Into<Cow<'static, str>>, en: impl Into<Cow<'static, str>>) -> Self {
        let (id, en) = (id.into(), en.into());
        let en = (en != id).then_some(en);
        Self { id, en }
    }

    /// Words that are the same in both languages, such as a key or a number.
    pub fn same(text: impl Into<Cow<'static, str>>) -> Self {
        Self {
            id: text.into(),
            en: None,
        }
    }

    /// The words in one language.
    pub fn get(&self, lang: Lang) -> &str {
        lang.pick(&self.id, self.en.as_ref().unwrap_or(&self.id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_are_written_whether_they_differ_or_not() {
        for (phrase, text) in [
            (Phrase::same("SOP"), r#"{"id":"SOP","en":"SOP"}"#),
            (Phrase::new("SOP", "SOP"), r#"{"id":"SOP","en":"SOP"}"#),
            (
                Phrase::new("galat", "error"),
                r#"{"id":"galat","en":"error"}"#,
            ),
        ] {
            assert_eq!(serde_json::to_string(&phrase).unwrap(), text);
            assert_eq!(serde_json::from_str::<Phrase>(text).unwrap(), phrase);
        }
        assert!(serde_json::from_str::<Phrase>(r#"{"id":"a"}"#).is_err());
    }
}
