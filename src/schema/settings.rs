//! The schema of `sopan.yaml`, made of the table of its keys.

use serde_json::{Map, Value, json};

use super::{describe, expected, head, unless_null};
use crate::{
    rule::RuleSet,
    settings::{Form, KEYS, Key, SEVERITY_WORDS},
    text::{Lang, Phrase},
};

/// The schema of settings, which offers the rules of this set where rules are named.
pub fn of_settings(set: &RuleSet, lang: Lang) -> Value {
    let title = Phrase::new("Setelan sopan", "Settings of sopan");
    let mut schema = head(&title, lang);
    let rules = set.rules().iter().map(|rule| {
        json!({
            "label": format!("{} {}", rule.code, rule.name),
            "description": rule.message.text().get(lang),
            "body": rule.name,
        })
    });
    // Said once, since every key that names rules points here.
    schema.insert(
        "definitions".to_owned(),
        json!({ "aturan": { "defaultSnippets": rules.collect::<Vec<_>>() } }),
    );
    schema.insert("type".to_owned(), json!("object"));
    schema.extend(mapping(KEYS, lang));
    Value::Object(schema)
}

fn mapping(keys: &[Key], lang: Lang) -> Map<String, Value> {
    let properties: Map<_, _> = keys
        .iter()
        .map(|key| (key.name.to_owned(), property(key, lang)))
        .collect();
    let mut schema = Map::new();
    schema.insert("properties".to_owned(), Value::Object(properties));
    schema.insert("additionalProperties".to_owned(), json!(false));
    schema
}

fn property(key: &Key, lang: Lang) -> Value {
    let mut schema = Map::new();
    schema.insert("title".to_owned(), json!(key.name));
    let mut words = vec![key.help().get(lang).to_owned()];
    let label = lang.pick("Contoh", "Example");
    words.push(format!("{label}:\n```yaml\n{}\n```", key.example));
    if let Some(default) = key.default {
        let label = lang.pick("Bawaan", "Default");
        words.push(format!("**{label}**: `{default}`"));
    }
    describe(&mut schema, &words.join("\n\n"));
    schema.extend(form(key.form, lang));
    Value::Object(schema)
}

/// What may stand under a key. One without a value says nothing, and is no mistake.
fn form(form: Form, lang: Lang) -> Map<String, Value> {
    const TEXT: [&str; 3] = ["string", "number", "boolean"];
    let texts = json!({ "type": [TEXT[0], TEXT[1], TEXT[2], "array"] });
    // What the editor completes from, and what the value must be.
    let (offer, must) = match form {
        Form::Text | Form::Path => (json!({}), json!({ "type": TEXT })),
        Form::Word(words) => (json!({ "examples": words }), json!({ "enum": words })),
        Form::Truth => (
            json!({ "examples": [true, false] }),
            json!({ "type": "boolean" }),
        ),
        Form::Number(least, most) => (
            json!({}),
            json!({ "type": "number", "minimum": least, "maximum": most }),
        ),
        Form::Paths | Form::Globs => (json!({ "items": { "type": TEXT } }), texts),
        Form::Rules => (
            json!({ "items": { "allOf": [{ "$ref": "#/definitions/aturan" }, { "type": TEXT }] } }),
            texts,
        ),
        Form::Severities => (
            json!({ "additionalProperties": { "enum": SEVERITY_WORDS } }),
            json!({ "type": "object" }),
        ),
        Form::Section(keys) => (
            Value::Object(mapping(keys, lang)),
            json!({ "type": "object" }),
        ),
        Form::Entries(keys) => {
            let mut entry = mapping(keys, lang);
            entry.insert("type".to_owned(), json!("object"));
            (json!({ "items": entry }), json!({ "type": "array" }))
        }
    };
    let Value::Object(mut schema) = offer else {
        return Map::new();
    };
    let mut must = must;
    must["errorMessage"] = json!(expected(form.title().get(lang), lang));
    schema.insert("anyOf".to_owned(), json!([unless_null(must)]));
    schema
}
