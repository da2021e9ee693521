//! The schema of documents, made of packs.

use serde_json::{Map, Value, json};

use super::{ANYWHERE, describe, head};
use crate::{
    document::KIND_KEY,
    rule::{BLANK, Form, KeyGuide, Kind, KindGuide, RuleSet, Shape},
    text::{Lang, Phrase},
};

/// The schema of documents of one kind.
pub fn of_kind(set: &RuleSet, kind: &Kind, lang: Lang) -> Value {
    let mut schema = head(&kind.title, lang);
    schema.extend(body(set, kind, lang));
    let key = kind_key(set, std::slice::from_ref(&kind.name), lang);
    if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        properties.insert(KIND_KEY.to_owned(), key);
    }
    Value::Object(schema)
}

/// The schema of documents of every kind, told apart by `jenis`. A document without it may
/// have the keys that all kinds share.
pub fn of_all_kinds(set: &RuleSet, lang: Lang) -> Value {
    let title = Phrase::new("Dokumen sopan", "Document of sopan");
    let mut schema = head(&title, lang);
    let names: Vec<_> = set.kinds().iter().map(|kind| kind.name.clone()).collect();
    schema.insert("type".to_owned(), json!("object"));
    schema.insert("required".to_owned(), json!([KIND_KEY]));
    schema.insert(
        "properties".to_owned(),
        json!({ KIND_KEY: kind_key(set, &names, lang) }),
    );
    let choices = set.kinds().iter().map(|kind| {
        json!({
            "if": { "properties": { KIND_KEY: { "const": kind.name } }, "required": [KIND_KEY] },
            "then": { "$ref": format!("#/definitions/{}", kind.name) },
        })
    });
    let without = json!({
        "if": { "not": { "required": [KIND_KEY] } },
        "then": { "$ref": "#/definitions/tanpa-jenis" },
    });
    schema.insert("allOf".to_owned(), choices.chain([without]).collect());
    let mut definitions = Map::new();
    for kind in set.kinds() {
        definitions.insert(kind.name.clone(), Value::Object(body(set, kind, lang)));
    }
    let any = body(set, set.any_kind(), lang);
    definitions.insert("tanpa-jenis".to_owned(), Value::Object(any));
    schema.insert("definitions".to_owned(), Value::Object(definitions));
    Value::Object(schema)
}

/// The key that says the kind, with what each kind is.
fn kind_key(set: &RuleSet, names: &[String], lang: Lang) -> Value {
    let any = set.any_kind();
    let guide = KindGuide::new(set, any);
    let mut key = Map::new();
    if let Some(about) = guide.key(&[KIND_KEY]) {
        words(&mut key, KIND_KEY, &about, lang);
    }
    let titles = names.iter().map(|name| {
        let kind = set.kinds().iter().find(|kind| kind.name == *name);
        kind.map_or("", |kind| kind.title.get(lang))
    });
    key.insert("type".to_owned(), json!("string"));
    key.insert("enum".to_owned(), json!(names));
    let titles: Vec<_> = titles.collect();
    key.insert("markdownEnumDescriptions".to_owned(), json!(titles));
    Value::Object(key)
}

/// What a document of a kind may hold.
fn body(set: &RuleSet, kind: &Kind, lang: Lang) -> Map<String, Value> {
    let guide = KindGuide::new(set, kind);
    let mut properties = Map::new();
    let mut required = Vec::new();
    for key in guide.top_keys() {
        let Some(about) = guide.key(&[key]) else {
            continue;
        };
        if about.is_required && !kind.name.is_empty() {
            required.push(key);
        }
        let value = match key {
            // Told of where the kinds are told apart; twice would be shown twice.
            KIND_KEY if kind.name.is_empty() => json!(true),
            KIND_KEY => json!({ "const": kind.name }),
            _ => value(&guide, &mut vec![key], about.form, lang),
        };
        properties.insert(key.to_owned(), value);
    }
    let mut schema = Map::new();
    schema.insert("type".to_owned(), json!("object"));
    if !required.is_empty() {
        schema.insert("required".to_owned(), json!(required));
    }
    schema.insert("properties".to_owned(), Value::Object(properties));
    close(&mut schema, &kind.form);
    schema
}

/// Whether there may be other keys than those that are named.
fn close(schema: &mut Map<String, Value>, form: &Form) {
    if !form.open {
        schema.insert("patternProperties".to_owned(), json!({ ANYWHERE: true }));
        schema.insert("additionalProperties".to_owned(), json!(false));
    }
}

/// What may stand under a key, or in a list under it.
fn value<'a>(
    guide: &KindGuide<'a>,
    names: &mut Vec<&'a str>,
    form: &'a Form,
    lang: Lang,
) -> Value {
    let about = guide.key(names);
    // What is said of a key is not said again of each entry of its list.
    let about = about.filter(|about| std::ptr::eq(about.form, form));
    let mut schema = Map::new();
    if let (Some(about), Some(name)) = (&about, names.last()) {
        words(&mut schema, name, about, lang);
    }
    let allowed = about.as_ref().map_or(&[][..], |about| about.allowed);
    if !form.form.0.is_empty() {
        schema.insert("type".to_owned(), json!(types(&form.form.0)));
    }
    if !allowed.is_empty() {
        let values = allowed.iter().map(|value| json!(value));
        // A key without a value is no wrong value.
        let values: Vec<_> = values.chain([Value::Null]).collect();
        schema.insert("enum".to_owned(), json!(values));
    }
    if let Some(items) = &form.items {
        schema.insert("items".to_owned(), value(guide, names, items, lang));
    }
    if !form.keys.is_empty() {
        let mut properties = Map::new();
        for (key, form) in &form.keys {
            names.push(key);
            properties.insert(key.clone(), value(guide, names, form, lang));
            names.pop();
        }
        schema.insert("properties".to_owned(), Value::Object(properties));
        close(&mut schema, form);
    }
    if let Some(about) = &about {
        let snippets = snippets(about, lang);
        if !snippets.is_empty() {
            schema.insert("defaultSnippets".to_owned(), json!(snippets));
        }
    }
    Value::Object(schema)
}

/// The types of JSON for shapes. Text may look like a number or a truth value to YAML, and
/// any key may still be without a value.
fn types(shapes: &[Shape]) -> Vec<&'static str> {
    let of = |shape: &Shape| match shape {
        Shape::Text => &["string", "number", "boolean"][..],
        Shape::List => &["array"],
        Shape::Map => &["object"],
    };
    let types = shapes.iter().flat_map(of).copied();
    types.chain(["null"]).collect()
}

/// What an editor offers as a whole value: the template, and the example.
fn snippets(about: &KeyGuide<'_>, lang: Lang) -> Vec<Value> {
    let mut snippets = Vec::new();
    let blanks = about.template.filter(|template| template.contains(BLANK));
    if let Some(body) = blanks.filter(|template| template.contains('\n')).and_then(tab_stops) {
        let label = lang.pick("templat", "template");
        snippets.push(json!({ "label": label, "body": body }));
    }
    if let Some(example) = about.example
        && about.allowed.is_empty()
        && let Ok(body) = serde_yaml::from_str::<Value>(example)
    {
        let label = match &body {
            Value::String(text) => text.clone(),
            _ => lang.pick("contoh", "example").to_owned(),
        };
        snippets.push(json!({ "label": label, "body": body }));
    }
    snippets
}

/// The template as a value whose blanks are places to jump to.
fn tab_stops(template: &str) -> Option<Value> {
    let mut text = String::new();
    for (number, part) in template.split(BLANK).enumerate() {
        if number > 0 {
            text.push_str(&format!("${number}"));
        }
        text.push_str(part);
    }
    serde_yaml::from_str(&text).ok()
}

/// Title and description of a key.
fn words(schema: &mut Map<String, Value>, key: &str, about: &KeyGuide<'_>, lang: Lang) {
    let title = about.title.map_or(key, |title| title.get(lang));
    schema.insert("title".to_owned(), json!(title));
    let mut parts = Vec::new();
    parts.extend(about.about.map(|about| about.get(lang).to_owned()));
    if let Some(example) = about.example {
        let label = lang.pick("Contoh", "Example");
        let example = example.trim_end();
        let key = match example.contains('\n') || example.starts_with("- ") {
            true => format!("{key}:\n  {}", example.replace('\n', "\n  ")),
            false => format!("{key}: {example}"),
        };
        parts.push(format!("{label}:\n```yaml\n{key}\n```"));
    }
    if let Some(reference) = about.reference {
        parts.push(format!("**{}**: {reference}", lang.pick("Dasar", "Basis")));
    }
    if !about.rules.is_empty() {
        let rules = about.rules.iter();
        let rules = rules.map(|rule| format!("{} {}", rule.code, rule.name));
        let rules = rules.collect::<Vec<_>>().join(", ");
        let label = lang.pick("Yang diperiksa", "What is checked");
        parts.push(format!("**{label}**: {rules}"));
    }
    if !about.form.known_as.is_empty() {
        let names = about.form.known_as.iter();
        let names = names.map(|name| name.replace('_', " ")).collect::<Vec<_>>();
        let label = lang.pick("Nama lain", "Also called");
        parts.push(format!("**{label}**: {}", names.join(", ")));
    }
    describe(schema, &parts.join("\n\n"));
}
