//! Asks a type how it is read, by reading it from nothing: serde tells which fields, words or
//! shapes are wanted, at any depth. What is learned that way cannot differ from what is read.

use std::cell::RefCell;

use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess,
    Visitor, value::StrDeserializer,
};

/// A step from a value to one inside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// The value of a field.
    Field(&'static str),
    /// The fields but for this one: whether it has to be there.
    Without(&'static str),
    /// An entry of a list.
    Item,
    /// A value of a mapping with any keys.
    Value,
    /// What takes several shapes, as a text.
    AsText,
    /// The same as a list.
    AsList,
    /// The same as a mapping.
    AsMap,
    /// The words that the field which tells variants apart may have.
    Tag(&'static str),
    /// The mapping in which that field has this word.
    Variant(&'static str, &'static str),
}

/// What a type wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A text.
    Text,
    /// `true` or `false`.
    Truth,
    /// A whole number.
    Whole,
    /// A number.
    Number,
    /// One of these words.
    Words(&'static [&'static str]),
    /// A list.
    List,
    /// A mapping with any keys.
    Map,
    /// A mapping with these keys; the name is that of the type, empty where it is not known.
    Fields(&'static str, &'static [&'static str]),
    /// A mapping whose other keys depend on this one.
    Tagged(&'static str),
    /// One of several shapes.
    Several,
}

/// What a type wants somewhere inside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Answer {
    /// What it wants.
    pub(super) wanted: Wanted,
    /// Whether it may be left without a value.
    pub(super) optional: bool,
}

/// What the type wants at this place; none where there is no such place.
pub(super) fn ask<T: DeserializeOwned>(path: &[Step]) -> Option<Answer> {
    let answer = RefCell::new(None);
    let probe = Probe {
        path: Some(path),
        answer: &answer,
    };
    let reason = T::deserialize(probe).err();
    let told = answer.into_inner();
    let is_last = |step: Step| path.last() == Some(&step);
    let wanted = match (told, reason) {
        (Some(answer), Some(Reason::Told)) => return Some(answer),
        (_, Some(Reason::Shape)) => return None,
        (_, Some(Reason::Words(words))) if is_last(Step::AsText) => Wanted::Words(words),
        (_, Some(Reason::Fields(fields))) if is_last(Step::AsMap) => Wanted::Fields("", fields),
        (_, Some(Reason::Missing(tag))) if is_last(Step::AsMap) => Wanted::Tagged(tag),
        (_, Some(Reason::Words(words))) if matches!(path.last(), Some(Step::Tag(_))) => {
            Wanted::Words(words)
        }
        (_, Some(Reason::Fields(fields))) if matches!(path.last(), Some(Step::Variant(..))) => {
            Wanted::Fields("", fields)
        }
        _ if is_last(Step::AsText) => Wanted::Text,
        _ => return None,
    };
    let optional = false;
    Some(Answer { wanted, optional })
}

/// Whether the fields at this place must have this one.
pub(super) fn is_required<T: DeserializeOwned>(path: &[Step], field: &'static str) -> bool {
    let answer = RefCell::new(None);
    let path: Vec<_> = path.iter().copied().chain([Step::Without(field)]).collect();
    let probe = Probe {
        path: Some(&path),
        answer: &answer,
    };
    matches!(T::deserialize(probe), Err(Reason::Missing(name)) if name == field)
}

/// Why reading ended.
#[derive(Debug, PartialEq, Eq)]
enum Reason {
    /// The question is answered.
    Told,
    /// Another shape is wanted.
    Shape,
    /// These fields are wanted.
    Fields(&'static [&'static str]),
    /// These words are wanted.
    Words(&'static [&'static str]),
    /// This field is missing.
    Missing(&'static str),
    /// Something else.
    Other,
}

impl std::fmt::Display for Reason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("asked for its form")
    }
}

impl std::error::Error for Reason {}

impl de::Error for Reason {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        Self::Other
    }

    fn invalid_type(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        Self::Shape
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Self {
        Self::Words(expected)
    }

    fn unknown_field(_: &str, expected: &'static [&'static str]) -> Self {
        Self::Fields(expected)
    }

    fn missing_field(field: &'static str) -> Self {
        Self::Missing(field)
    }
}

/// A field or word that no type has: it makes it name those that it has.
const NONE: &str = "\0";

/// Leads a type along a path. Without a path it gives the type the least that will do.
#[derive(Clone, Copy)]
struct Probe<'a> {
    path: Option<&'a [Step]>,
    answer: &'a RefCell<Option<Answer>>,
}

impl<'a> Probe<'a> {
    fn at(self, path: Option<&'a [Step]>) -> Self {
        Self { path, ..self }
    }

    fn tell(self, wanted: Wanted) -> Reason {
        let mut answer = self.answer.borrow_mut();
        let optional = answer.as_ref().is_some_and(|answer| answer.optional);
        *answer = Some(Answer { wanted, optional });
        Reason::Told
    }

    /// Answers, or gives the value; there is nothing inside it.
    fn leaf<T>(
        self,
        wanted: Wanted,
        give: impl FnOnce() -> Result<T, Reason>,
    ) -> Result<T, Reason> {
        match self.path {
            None => give(),
            Some([]) => Err(self.tell(wanted)),
            Some(_) => Err(Reason::Other),
        }
    }

    /// Fields of a mapping, each with the path that is left inside it.
    fn fields<'de, V: Visitor<'de>>(
        self,
        names: Vec<&'static str>,
        inside: Option<&'a [Step]>,
        visitor: V,
    ) -> Result<V::Value, Reason> {
        visitor.visit_map(Entries {
            names: names.into_iter(),
            probe: self.at(inside),
        })
    }
}

macro_rules! leaves {
    ($($method:ident $visit:ident $wanted:ident $value:expr,)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
            self.leaf(Wanted::$wanted, || visitor.$visit($value))
        })*
    };
}

impl<'de> Deserializer<'de> for Probe<'_> {
    type Error = Reason;

    leaves! {
        deserialize_bool visit_bool Truth false,
        deserialize_i8 visit_i8 Whole 1,
        deserialize_i16 visit_i16 Whole 1,
        deserialize_i32 visit_i32 Whole 1,
        deserialize_i64 visit_i64 Whole 1,
        deserialize_u8 visit_u8 Whole 1,
        deserialize_u16 visit_u16 Whole 1,
        deserialize_u32 visit_u32 Whole 1,
        deserialize_u64 visit_u64 Whole 1,
        deserialize_f32 visit_f32 Number 1.0,
        deserialize_f64 visit_f64 Number 1.0,
        deserialize_char visit_char Text 'a',
        deserialize_str visit_str Text "",
        deserialize_string visit_str Text "",
        deserialize_identifier visit_str Text "",
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
        match self.path {
            None => visitor.visit_seq(Entry(None)),
            Some([Step::AsText]) => visitor.visit_str(""),
            Some([]) => Err(self.tell(Wanted::Several)),
            Some([Step::AsList, inside @ ..]) => {
                visitor.visit_seq(Entry(Some(self.at(Some(inside)))))
            }
            Some([Step::AsMap]) => self.fields(vec![NONE], None, visitor),
            Some([Step::AsMap, Step::Field(name), inside @ ..]) => {
                self.fields(vec![name], Some(inside), visitor)
            }
            Some([Step::AsMap, Step::Without(_)]) => self.fields(Vec::new(), None, visitor),
            Some([Step::AsMap, Step::Tag(tag)]) => visitor.visit_map(Tagged(vec![(tag, NONE)])),
            Some([Step::AsMap, Step::Variant(tag, word)]) => {
                visitor.visit_map(Tagged(vec![(NONE, NONE), (tag, word)]))
            }
            Some(_) => Err(Reason::Other),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
        match self.path {
            None => visitor.visit_none(),
            Some(path) => {
                if path.is_empty() {
                    let (wanted, optional) = (Wanted::Several, true);
                    *self.answer.borrow_mut() = Some(Answer { wanted, optional });
                }
                visitor.visit_some(self)
            }
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Reason> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
        match self.path {
            None => visitor.visit_seq(Entry(None)),
            Some([]) => Err(self.tell(Wanted::List)),
            Some([Step::Item, inside @ ..]) => {
                visitor.visit_seq(Entry(Some(self.at(Some(inside)))))
            }
            Some(_) => Err(Reason::Other),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Reason> {
        match self.path {
            None => self.fields(Vec::new(), None, visitor),
            Some([]) => Err(self.tell(Wanted::Map)),
            Some([Step::Value, inside @ ..]) => self.fields(vec!["a"], Some(inside), visitor),
            Some(_) => Err(Reason::Other),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Reason> {
        match self.path {
            None => self.fields(fields.to_vec(), None, visitor),
            Some([]) => Err(self.tell(Wanted::Fields(name, fields))),
            Some([Step::Field(name), inside @ ..]) => {
                self.fields(vec![name], Some(inside), visitor)
            }
            Some([Step::Without(left_out)]) => {
                let others = fields.iter().copied().filter(|name| name != left_out);
                self.fields(others.collect(), None, visitor)
            }
            Some(_) => Err(Reason::Other),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        words: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Reason> {
        let first = words.first().copied().unwrap_or_default();
        let first: StrDeserializer<'_, Reason> = first.into_deserializer();
        self.leaf(Wanted::Words(words), || visitor.visit_enum(first))
    }

    serde::forward_to_deserialize_any! {
        i128 u128 bytes byte_buf unit unit_struct tuple tuple_struct ignored_any
    }
}

/// The entries of a mapping.
struct Entries<'a> {
    names: std::vec::IntoIter<&'static str>,
    probe: Probe<'a>,
}

impl<'de> MapAccess<'de> for Entries<'_> {
    type Error = Reason;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Reason> {
        let key = |name: &'static str| seed.deserialize(name.into_deserializer());
        self.names.next().map(key).transpose()
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Reason> {
        seed.deserialize(self.probe)
    }
}

/// A mapping from texts to texts, the last first.
struct Tagged(Vec<(&'static str, &'static str)>);

impl<'de> MapAccess<'de> for Tagged {
    type Error = Reason;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Reason> {
        let key = |&(name, _): &(&'static str, _)| seed.deserialize(name.into_deserializer());
        self.0.last().map(key).transpose()
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Reason> {
        let (_, value) = self.0.pop().unwrap_or_default();
        seed.deserialize(value.into_deserializer())
    }
}

/// The only entry of a list, or none.
struct Entry<'a>(Option<Probe<'a>>);

impl<'de> SeqAccess<'de> for Entry<'_> {
    type Error = Reason;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Reason> {
        self.0
            .take()
            .map(|probe| seed.deserialize(probe))
            .transpose()
    }
}

#[cfg(test)]
mod tests;
