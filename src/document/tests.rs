//! Tests of the document model as a whole; each part has its own tests beside it.

use super::*;

mod hostile;
mod mistakes;
mod properties;
mod recovery;

/// The source of a text.
fn source(text: &str) -> Arc<Source> {
    Arc::new(Source::from_text("uji.yaml", text))
}

/// All that a text holds.
fn read(text: &str) -> Parsed {
    parse(&source(text), &Limits::default())
}
