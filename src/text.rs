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
#[serde(deny_unknown_fields)]
pub struct Phrase {
    id: Cow<'static, str>,
    en: Cow<'static, str>,
}

impl Phrase {
    /// The words in Indonesian and in English.
    pub fn new(id: impl Into<Cow<'static, str>>, en: impl Into<Cow<'static, str>>) -> Self {
        Self {
            id: id.into(),
            en: en.into(),
        }
    }

    /// Words that are the same in both languages, such as a key or a number.
    pub fn same(text: impl Into<Cow<'static, str>>) -> Self {
        let text = text.into();
        Self {
            id: text.clone(),
            en: text,
        }
    }

    /// The words in one language.
    pub fn get(&self, lang: Lang) -> &str {
        lang.pick(&self.id, &self.en)
    }
}
