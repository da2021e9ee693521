//! JSON Schemas, so that any editor with a YAML language server completes keys, explains them
//! and shows what is wrong with their form. They are made of what `sopan check` itself goes
//! by: of packs for documents, of the types that packs are read into for packs.
//!
//! All are draft-07, which every editor understands. A schema says less than `sopan check`: a
//! document that passes the check passes the schema.

mod document;
mod pack;
mod pack_words;
mod probe;
mod settings;

use serde_json::{Map, Value, json};

pub use document::{of_all_kinds, of_kind};
pub use pack::of_packs;
pub use settings::of_settings;

use crate::text::{Lang, Phrase};

/// The draft the schemas are written in. The language server for YAML validates by it
/// whatever a schema says; later drafts differ in what it does with them.
const DRAFT: &str = "http://json-schema.org/draft-07/schema#";

/// Keys that may stand anywhere: those that hold anchors, and YAML's merge key.
const ANYWHERE: &str = r"^(x-|\.|<<$)";

/// The beginning of a schema.
fn head(title: &Phrase, lang: Lang) -> Map<String, Value> {
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), json!(DRAFT));
    schema.insert("title".to_owned(), json!(title.get(lang)));
    schema
}

/// What an editor shows over a key: one text for editors that know Markdown, one for others.
fn describe(schema: &mut Map<String, Value>, markdown: &str) {
    if markdown.is_empty() {
        return;
    }
    let plain = markdown.replace("```yaml\n", "").replace("```", "");
    let plain = plain.replace('`', "").replace("**", "");
    schema.insert("description".to_owned(), json!(plain));
    schema.insert("markdownDescription".to_owned(), json!(markdown));
}

/// A value that is there must be this. An editor reads no value, half written, as none.
fn unless_null(must: Value) -> Value {
    json!({ "if": { "not": { "type": "null" } }, "then": must })
}

/// What an editor says of a value of another shape.
fn expected(what: &str, lang: Lang) -> String {
    lang.pick(
        format!("Di sini diharapkan {what}."),
        format!("Expected here: {what}."),
    )
}
