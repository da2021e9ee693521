//! Tests of the document model as a whole; each part has its own tests beside it.

use super::*;

mod hostile;
mod mistakes;
mod properties;
mod recovery;
mod scalars;
mod trees;

/// The source of a text.
fn source(text: &str) -> Arc<Source> {
    Arc::new(Source::from_text("uji.yaml", text))
}

/// All that a text holds.
fn read(text: &str) -> Parsed {
    parse(&source(text), &Limits::default())
}

/// The only document of a text, which has nothing else in it.
fn one(text: &str) -> Document {
    let source = Source::decode("uji.yaml", text.as_bytes().to_vec()).unwrap();
    let mut parsed = parse(&Arc::new(source), &Limits::default());
    assert!(parsed.problems.is_empty(), "{text}: {:?}", parsed.problems);
    assert_eq!(parsed.documents.len(), 1, "{text}");
    parsed.documents.remove(0)
}
