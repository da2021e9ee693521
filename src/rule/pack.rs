//! A rule pack as it is written in YAML.

use std::{collections::BTreeMap, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{SeqAccess, Visitor},
};

use super::GuideSpec;
use crate::{check::CheckSpec, finding::Severity, text::Phrase};

/// A file of rules that share a source in law and the documents they apply to.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// Its name, by which another pack may replace it.
    pub pack: String,
    /// What it is about.
    pub title: Phrase,
    /// The regulations behind it.
    pub source: String,
    /// The documents its keys, components and rules are for; all when left out.
    #[serde(default)]
    pub applies_to: Conditions,
    /// Kinds of document it brings.
    #[serde(default)]
    pub kinds: Vec<KindSpec>,
    /// Keys that the documents it applies to may have.
    #[serde(default)]
    pub keys: BTreeMap<String, Form>,
    /// Parts of a document that count in its score, in the order of the regulation.
    #[serde(default)]
    pub components: Vec<ComponentSpec>,
    /// What to tell those who write such documents, in the order in which `sopan new` writes
    /// the keys.
    #[serde(default)]
    pub guide: Vec<GuideSpec>,
    /// The rules.
    #[serde(default)]
    pub rules: Vec<RuleSpec>,
}

/// A kind of document.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindSpec {
    /// The value of `jenis`.
    pub name: String,
    /// How people call it.
    pub title: Phrase,
    /// The regulation that asks for it.
    pub source: String,
    /// Whether it may have keys that no pack names, because its pack is not complete.
    #[serde(default)]
    pub open: bool,
}

/// A part of a document that counts in its score.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ComponentSpec {
    /// Its key at the top of the document.
    pub key: String,
    /// The group it belongs to.
    pub group: Phrase,
    /// Its weight in the score, relative to the others.
    pub weight: u32,
    /// The article that asks for it.
    pub reference: String,
    /// What a document says at its top of which this is asked; of all when left out.
    #[serde(default)]
    pub applies_to: Conditions,
}

/// What may stand under a key.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// How people call it; needed for keys at the top of a document.
    #[serde(default)]
    pub title: Option<Phrase>,
    /// The shapes it may have; any when left out.
    #[serde(default)]
    pub form: OneOrMany<Shape>,
    /// What the entries of a list may be.
    #[serde(default)]
    pub items: Option<Box<Form>>,
    /// The keys of a mapping.
    #[serde(default)]
    pub keys: BTreeMap<String, Form>,
    /// Whether a mapping may have other keys too; a near miss of a known key still counts.
    #[serde(default)]
    pub open: bool,
    /// Other names people give it, from which this one is suggested.
    #[serde(default)]
    pub known_as: Vec<String>,
}

/// The shape of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    /// Text, a number or a truth value.
    Text,
    /// A list.
    List,
    /// A mapping.
    Map,
}

impl Shape {
    /// How people call it.
    pub fn title(self) -> Phrase {
        match self {
            Self::Text => Phrase::new("teks", "text"),
            Self::List => Phrase::new("daftar", "a list"),
            Self::Map => Phrase::new("pasangan kunci dan nilai", "keys with values"),
        }
    }
}

/// A rule.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleSpec {
    /// Its code: the letters of its family and three digits. Never used again for another.
    pub id: String,
    /// Its name: the problem in a few words joined by `-`.
    pub name: String,
    /// How grave a finding is.
    pub severity: Severity,
    /// Documents it applies to, among those of its pack.
    #[serde(default)]
    pub applies_to: Conditions,
    /// Documents among those to which it does not apply after all, because another rule speaks.
    #[serde(default)]
    pub unless: Conditions,
    /// The nodes it looks at: JSONPath (RFC 9535).
    pub given: String,
    /// What it asks of each of them.
    pub check: CheckSpec,
    /// What is wrong, in the words of the document.
    pub message: Phrase,
    /// What to do.
    pub help: Phrase,
    /// Why it matters; for `explain`.
    #[serde(default)]
    pub why: Option<Phrase>,
    /// The article that asks for it.
    pub reference: String,
    /// The article where it differs by kind of document.
    #[serde(default)]
    pub reference_for: BTreeMap<String, String>,
    /// Documents that show it: they are its tests and its documentation. Only the compact form of
    /// a built-in pack has none here; they are read when they are asked for.
    #[serde(deserialize_with = "Option::deserialize")]
    pub examples: Option<Examples>,
}

/// What only those read who want to know more of a rule.
#[derive(Debug, Default, Deserialize)]
pub struct Explanation {
    /// Why it matters.
    #[serde(default)]
    pub why: Option<Phrase>,
    /// Documents that show it.
    pub examples: Examples,
}

/// Documents that show a rule.
#[derive(Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Examples {
    /// Documents without a finding of this rule.
    pub pass: Vec<Example>,
    /// Documents with exactly one finding of this rule.
    pub fail: Vec<Example>,
}

/// A document that shows a rule: its text, or a mapping with its text and what to expect.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Example {
    /// The text of the file.
    pub yaml: String,
    /// Where the finding is expected, as a JSON Pointer.
    pub path: Option<String>,
    /// The text that the finding underlines.
    pub text: Option<String>,
    /// The file as bytes in hexadecimal, for what is not text.
    pub bytes: Option<String>,
    /// Greatest size of a file in bytes, below the usual one.
    pub limit: Option<u64>,
    /// A failure to act out.
    pub simulate: Option<Simulate>,
}

/// A failure that no text can bring about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Simulate {
    /// The file cannot be opened.
    Unreadable,
    /// sopan itself fails.
    Internal,
}

impl<'de> Deserialize<'de> for Example {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Long {
            #[serde(default)]
            yaml: String,
            path: Option<String>,
            text: Option<String>,
            bytes: Option<String>,
            limit: Option<u64>,
            simulate: Option<Simulate>,
        }

        struct ExampleVisitor;

        impl<'de> Visitor<'de> for ExampleVisitor {
            type Value = Example;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a document as text, or `yaml` with `path` and `text`")
            }

            fn visit_str<E>(self, yaml: &str) -> Result<Example, E> {
                Ok(Example {
                    yaml: yaml.to_owned(),
                    ..Example::default()
                })
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Example, A::Error> {
                let long = Long::deserialize(serde::de::value::MapAccessDeserializer::new(map))?;
                let Long {
                    yaml,
                    path,
                    text,
                    bytes,
                    limit,
                    simulate,
                } = long;
                Ok(Example {
                    yaml,
                    path,
                    text,
                    bytes,
                    limit,
                    simulate,
                })
            }
        }

        deserializer.deserialize_any(ExampleVisitor)
    }
}

/// Keys at the top of a document and the values they must have.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Conditions {
    /// The values each key may have.
    pub values: BTreeMap<String, OneOrMany<String>>,
}

/// One value, or a list of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneOrMany<T>(pub Vec<T>);

impl<T> Default for OneOrMany<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for OneOrMany<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrManyVisitor<T>(std::marker::PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for OneOrManyVisitor<T> {
            type Value = OneOrMany<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a word or a list of words")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Self::Value, E> {
                let one = serde::de::value::StrDeserializer::new(text);
                Ok(OneOrMany(vec![T::deserialize(one)?]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut many = Vec::new();
                while let Some(one) = seq.next_element()? {
                    many.push(one);
                }
                Ok(OneOrMany(many))
            }
        }

        deserializer.deserialize_any(OneOrManyVisitor(std::marker::PhantomData))
    }
}
