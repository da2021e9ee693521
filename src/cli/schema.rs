//! `sopan schema`: what an editor needs to complete and explain keys.

use super::{
    args::{Global, Schema},
    exit::Exit,
    failure::Failure,
    new,
    output::Output,
    rules::load,
};
use crate::schema;

/// What there is a schema of besides documents.
const OTHERS: [&str; 2] = ["settings", "pack"];

pub(super) fn run(wanted: &Schema, global: &Global) -> Result<Exit, Failure> {
    let lang = global.lang();
    let set = load(global)?;
    let value = match wanted.of.as_deref() {
        None => schema::of_all_kinds(&set, lang),
        Some("pack") => schema::of_packs(lang),
        Some("settings") => schema::of_settings(&set, lang),
        Some(name) => schema::of_kind(&set, new::find(&set, name, &OTHERS)?, lang),
    };
    let mut text = serde_json::to_string_pretty(&value).unwrap_or_default();
    text.push('\n');
    Output::new(global)?.write(text.as_bytes())?;
    Ok(Exit::Clean)
}
