//! The schema of documents, made of packs.

use serde_json::{Map, Value, json};

use super::{ANYWHERE, describe, expected, head, unless_null};
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
///
/// A language server writes what a schema names as type, list or example right behind a key
/// that it completes, and offers `true`, `false` and `null` for a value that may be any of
/// them. So the types are told by what may not stand there, and all but the list that people
/// usually write is one step further in.
fn value<'a>(guide: &KindGuide<'a>, names: &mut Vec<&'a str>, form: &'a Form, lang: Lang) -> Value {
    let about = guide.key(names);
    let is_entry = about.as_ref().is_some_and(|a| !std::ptr::eq(a.form, form));
    let mut schema = Map::new();
    let mut parts = Vec::new();
    if let (Some(about), Some(name), false) = (&about, names.last(), is_entry) {
        // What is said of a key is not said again of each entry of its list.
        words(&mut schema, name, about, lang);
        if !about.allowed.is_empty() {
            schema.insert("examples".to_owned(), json!(about.allowed));
            parts.push(only(about.allowed, lang));
        }
    }
    parts.extend(shapes(&form.form.0, lang));
    if let Some(items) = &form.items {
        let items = value(guide, names, items, lang);
        if about.as_ref().is_some_and(is_usually_list) {
            schema.insert("items".to_owned(), items);
        } else {
            parts.push(json!({ "items": items }));
        }
    }
    if !form.keys.is_empty() {
        let mut mapping = Map::new();
        let mut properties = Map::new();
        for (key, form) in &form.keys {
            names.push(key);
            properties.insert(key.clone(), value(guide, names, form, lang));
            names.pop();
        }
        mapping.insert("properties".to_owned(), Value::Object(properties));
        close(&mut mapping, form);
        parts.push(Value::Object(mapping));
    }
    if let Some(about) = &about {
        parts.extend(offers(about, is_entry, lang));
    }
    if !parts.is_empty() {
        // A key is completed with its colon where there is a type or `anyOf`.
        schema.insert("anyOf".to_owned(), json!([{ "allOf": parts }]));
    }
    Value::Object(schema)
}

/// Whether people write a list there, going by the example.
fn is_usually_list(about: &KeyGuide<'_>) -> bool {
    let written = about.template.or(about.example);
    written.is_some_and(|value| value.starts_with("- "))
}

/// A text must be one of these; a key without a value is no wrong value.
fn only(allowed: &[String], lang: Lang) -> Value {
    let names = allowed.join(", ");
    let message = lang.pick(
        format!("Pakai salah satu dari: {names}."),
        format!("Use one of: {names}."),
    );
    unless_null(json!({ "enum": allowed, "errorMessage": message }))
}

/// A value must have one of these shapes. Text may look like a number or a truth value to
/// YAML, and any key may still be without a value.
fn shapes(shapes: &[Shape], lang: Lang) -> Option<Value> {
    let types = |shape: Shape| match shape {
        Shape::Text => &["string", "number", "boolean"][..],
        Shape::List => &["array"],
        Shape::Map => &["object"],
    };
    let (fit, unfit): (Vec<_>, Vec<_>) = [Shape::Text, Shape::List, Shape::Map]
        .into_iter()
        .partition(|shape| shapes.contains(shape));
    if fit.is_empty() || unfit.is_empty() {
        return None;
    }
    let titles = shapes
        .iter()
        .map(|shape| shape.title().get(lang).to_owned());
    let titles = titles.collect::<Vec<_>>().join(lang.pick(" atau ", " or "));
    let message = expected(&titles, lang);
    let all = |shapes: Vec<Shape>| shapes.into_iter().flat_map(types).collect::<Vec<_>>();
    let fit: Vec<_> = all(fit).into_iter().chain([&"null"]).collect();
    Some(json!({
        "if": { "not": { "type": all(unfit) } },
        "else": { "type": fit, "errorMessage": message },
    }))
}

/// What an editor offers as a value: the example, and the template where it has keys. Of a
/// list it is the entries that are offered.
fn offers(about: &KeyGuide<'_>, is_entry: bool, lang: Lang) -> Option<Value> {
    let label = lang.pick("contoh", "example");
    let example = about.example.and_then(read);
    let example = example.filter(|_| about.allowed.is_empty() || is_entry);
    let template = about
        .template
        .and_then(tab_stops)
        .and_then(|text| read(&text));
    // An editor's own list of completions says that much of a lone blank.
    let template = template.filter(|value| value.is_object() || value.is_array());
    let mut snippets = Vec::new();
    for (value, label) in [
        (template, lang.pick("templat", "template")),
        (example, label),
    ] {
        let values = match value {
            Some(Value::Array(entries)) if is_entry => entries,
            Some(Value::Array(_)) | None => continue,
            Some(_) if is_entry => continue,
            Some(value) => vec![value],
        };
        for value in values.into_iter().filter(|value| *value != json!("$1")) {
            let label = match (&value, first_text(&value)) {
                (Value::Object(_), Some(text)) => format!("{label}: {text}"),
                (Value::Object(_), None) => label.to_owned(),
                (_, text) => text.unwrap_or(label).to_owned(),
            };
            snippets.push(json!({ "label": label, "body": value }));
        }
    }
    (!snippets.is_empty()).then(|| json!({ "defaultSnippets": snippets }))
}

/// The first text of a value that is no place to jump to.
fn first_text(value: &Value) -> Option<&str> {
    match value {
        Value::String(text) => Some(text.as_str()).filter(|text| !text.starts_with('$')),
        Value::Object(entries) => entries.values().find_map(first_text),
        _ => None,
    }
}

fn read(yaml: &str) -> Option<Value> {
    serde_yaml::from_str(yaml).ok()
}

/// The template with places to jump to for its blanks; none where nothing is to fill in.
fn tab_stops(template: &str) -> Option<String> {
    let mut text = String::new();
    for (number, part) in template.split(BLANK).enumerate() {
        if number > 0 {
            text.push_str(&format!("${number}"));
        }
        text.push_str(part);
    }
    template.contains(BLANK).then_some(text)
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
