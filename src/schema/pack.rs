//! The schema of rule packs, made of the types they are read into.

use serde_json::{Map, Value, json};

use super::{
    describe, head,
    pack_words::{check_words, field_words},
    probe::{Step, Wanted, ask, is_required},
};
use crate::{
    check,
    rule::Pack,
    text::{Lang, Phrase},
};

/// The schema of rule packs.
pub fn of_packs(lang: Lang) -> Value {
    let title = Phrase::new("Paket aturan sopan", "Rule pack of sopan");
    let mut maker = Maker {
        lang,
        known: Vec::new(),
        definitions: Map::new(),
    };
    let top = maker.at(&mut Vec::new());
    let mut schema = head(&title, lang);
    if let Value::Object(top) = top {
        schema.extend(top);
    }
    schema.insert("definitions".to_owned(), Value::Object(maker.definitions));
    Value::Object(schema)
}

/// The type that says which check a rule names, by its fields.
fn names_a_check(fields: &[&str]) -> bool {
    fields == check::NAMES
}

/// Makes the schema of a type, step by step.
struct Maker {
    lang: Lang,
    /// Types with fields that were met, each with the name of its definition. A type may
    /// hold itself.
    known: Vec<((&'static str, &'static [&'static str]), String)>,
    definitions: Map<String, Value>,
}

impl Maker {
    /// What may stand at a place.
    fn at(&mut self, path: &mut Vec<Step>) -> Value {
        let Some(answer) = ask::<Pack>(path) else {
            return json!(true);
        };
        let mut schema = match answer.wanted {
            Wanted::Text => json!({ "type": ["string", "number", "boolean"] }),
            Wanted::Truth => json!({ "type": "boolean" }),
            Wanted::Whole => json!({ "type": "integer" }),
            Wanted::Number => json!({ "type": "number" }),
            Wanted::Words(words) => json!({ "enum": words }),
            Wanted::List => json!({ "type": "array", "items": self.inside(path, Step::Item) }),
            Wanted::Map => {
                json!({ "type": "object", "additionalProperties": self.inside(path, Step::Value) })
            }
            Wanted::Fields(name, fields) => self.fields(path, name, fields),
            Wanted::Several | Wanted::Tagged(_) => self.several(path),
        };
        if answer.optional
            && let Some(kind) = schema.get_mut("type")
        {
            let mut kinds = match kind.take() {
                Value::Array(kinds) => kinds,
                one => vec![one],
            };
            kinds.push(json!("null"));
            *kind = Value::Array(kinds);
        }
        schema
    }

    fn inside(&mut self, path: &mut Vec<Step>, step: Step) -> Value {
        path.push(step);
        let schema = self.at(path);
        path.pop();
        schema
    }

    /// A mapping with fixed keys: written out at the top, elsewhere once for each type.
    fn fields(
        &mut self,
        path: &mut Vec<Step>,
        name: &'static str,
        fields: &'static [&'static str],
    ) -> Value {
        if path.is_empty() || name.is_empty() {
            return self.mapping(path, name, fields);
        }
        let key = (name, fields);
        if let Some((_, definition)) = self.known.iter().find(|(known, _)| *known == key) {
            return json!({ "$ref": format!("#/definitions/{definition}") });
        }
        let same_name = self
            .known
            .iter()
            .filter(|(known, _)| known.0 == name)
            .count();
        let definition = match same_name {
            0 => name.to_owned(),
            count => format!("{name}{}", count + 1),
        };
        self.known.push((key, definition.clone()));
        let schema = self.mapping(path, name, fields);
        self.definitions.insert(definition.clone(), schema);
        json!({ "$ref": format!("#/definitions/{definition}") })
    }

    fn mapping(
        &mut self,
        path: &mut Vec<Step>,
        name: &str,
        fields: &'static [&'static str],
    ) -> Value {
        let is_check = names_a_check(fields);
        let mut properties = Map::new();
        let mut required = Vec::new();
        for &field in fields {
            let value = self.inside(path, Step::Field(field));
            let words = match is_check {
                true => check_words(field, self.lang),
                false => field_words(name, field).map(|words| words.get(self.lang).to_owned()),
            };
            let value = with_words(value, words);
            properties.insert(field.to_owned(), value);
            if is_required::<Pack>(path, field) {
                required.push(field);
            }
        }
        let mut schema = json!({
            "type": "object",
            "properties": properties,
            "additionalProperties": false,
        });
        if !required.is_empty() {
            schema["required"] = json!(required);
        }
        if is_check {
            schema["minProperties"] = json!(1);
            schema["maxProperties"] = json!(1);
        }
        schema
    }

    /// A mapping whose keys depend on one of them. Of the others only the names are known.
    fn tagged(path: &mut Vec<Step>, tag: &'static str) -> Value {
        let ask_at = |path: &mut Vec<Step>, step| {
            path.push(step);
            let answer = ask::<Pack>(path);
            path.pop();
            answer.map(|answer| answer.wanted)
        };
        let words = match ask_at(path, Step::Tag(tag)) {
            Some(Wanted::Words(words)) => words,
            _ => &[],
        };
        let variants = words.iter().map(|word| {
            let fields = match ask_at(path, Step::Variant(tag, word)) {
                Some(Wanted::Fields(_, fields)) => fields,
                _ => &[],
            };
            let known = fields
                .iter()
                .map(|field| ((*field).to_owned(), json!(true)));
            let mut properties: Map<_, _> = known.collect();
            properties.insert(tag.to_owned(), json!({ "const": word }));
            json!({ "properties": properties, "additionalProperties": false })
        });
        let variants: Vec<_> = variants.collect();
        json!({
            "type": "object",
            "properties": { tag: { "enum": words } },
            "required": [tag],
            "oneOf": variants,
        })
    }

    /// What may be written in several shapes.
    fn several(&mut self, path: &mut Vec<Step>) -> Value {
        path.push(Step::AsMap);
        let as_map = ask::<Pack>(path);
        if let Some(Wanted::Tagged(tag)) = as_map.map(|answer| answer.wanted) {
            let schema = Self::tagged(path, tag);
            path.pop();
            return schema;
        }
        path.pop();
        let mut shapes = Vec::new();
        for step in [Step::AsText, Step::AsList, Step::AsMap] {
            path.push(step);
            if let Some(answer) = ask::<Pack>(path) {
                let inside = match (step, answer.wanted) {
                    (Step::AsList, _) => json!({ "type": "array", "items": self.at(path) }),
                    (_, Wanted::Fields(name, fields)) => self.mapping(path, name, fields),
                    (_, Wanted::Words(words)) => json!({ "enum": words }),
                    _ => json!({ "type": ["string", "number", "boolean"] }),
                };
                shapes.push(inside);
            }
            path.pop();
        }
        json!({ "anyOf": shapes })
    }
}

/// A value with what an editor shows over its key. Beside a reference nothing else counts.
fn with_words(value: Value, words: Option<String>) -> Value {
    let Some(words) = words else { return value };
    let mut schema = Map::new();
    describe(&mut schema, &words);
    match value {
        Value::Object(value) if value.contains_key("$ref") => {
            // With a type, an editor that completes the key goes on to the next line.
            schema.insert("type".to_owned(), json!("object"));
            schema.insert("allOf".to_owned(), json!([value]));
        }
        Value::Object(value) => schema.extend(value),
        _ => {}
    }
    Value::Object(schema)
}
