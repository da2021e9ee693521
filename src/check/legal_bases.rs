//! The legal bases of a document as other checks ask for them: does some line of them give a
//! basis?
//!
//! Line by line, and with the regulations named in remarks, unlike [`Citation::list`], which
//! tells where each listed one begins: whoever looks for any basis must not miss one that
//! stands in a remark.

use super::Target;
use crate::{
    document::{NodeId, Value},
    reading::Texts,
    value::citation::Citation,
};

/// The key the legal bases stand under.
const KEY: &str = "dasar_hukum";

/// What one line or entry of the legal bases says.
pub(super) struct Basis {
    /// Its words, for what the reader of citations does not understand.
    pub(super) text: String,
    /// The regulations it cites; none where they cannot be read.
    pub(super) citations: Vec<Citation>,
}

/// The legal bases of the document. Nothing where there are none, or nothing but blanks,
/// dashes and dots: that is another gap.
pub(super) fn legal_bases(target: &Target<'_>) -> Vec<Basis> {
    let document = target.document;
    let Some(node) = document.get(NodeId::ROOT, KEY) else {
        return Vec::new();
    };
    let items = match document.value(node) {
        Value::List => document.items(node),
        _ => std::slice::from_ref(&node),
    };
    let mut bases = Vec::new();
    for &item in items {
        if document.value(item) == Value::Map {
            let parts = ["jenis", "nomor", "tahun", "tentang"];
            let part = |key| document.get(item, key).and_then(|node| document.text(node));
            let text = parts.into_iter().filter_map(part).collect::<Vec<_>>();
            let citation = target.readings.citation(document, item);
            bases.push(Basis {
                text: text.join(" "),
                citations: citation.as_ref().clone().into_iter().collect(),
            });
        } else {
            let lines = document.text(item).unwrap_or_default().lines();
            bases.extend(lines.map(|line| basis(line, target.readings.texts())));
        }
    }
    bases.retain(|basis| basis.text.contains(char::is_alphabetic));
    bases
}

fn basis(line: &str, texts: &Texts) -> Basis {
    let mut citations = texts.cited(line).to_vec();
    if citations.is_empty() {
        citations.extend(texts.citation(line).as_ref().clone());
    }
    Basis {
        text: line.to_owned(),
        citations,
    }
}
