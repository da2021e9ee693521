//! `shape`: a value is text, a list or a mapping.

use serde::Deserialize;

use super::{Check, Mistake, Target};
use crate::{
    document::{Document, NodeId, Path, Value},
    finding::Hit,
    rule::{Environment, OneOrMany, Shape},
    text::Phrase,
};

/// A value must have one of these shapes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ShapeCheck {
    /// The shapes it may have.
    is: OneOrMany<Shape>,
}

impl Check for ShapeCheck {
    fn arguments(&self) -> &'static [&'static str] {
        &["expected", "found"]
    }

    fn prepare(&mut self, _: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        if !self.is.0.is_empty() {
            return Ok(());
        }
        let message = Phrase::new(
            "sebut paling sedikit satu bentuk: text, list atau map",
            "name at least one shape: text, list or map",
        );
        Err(vec![Mistake::new(Path::root().key("is"), message)])
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let Some(found) = shape_of(target.document, target.node) else {
            return;
        };
        if !self.is.0.contains(&found) {
            hits.push(mismatch(target, &self.is.0, found));
        }
    }
}

/// The shape of a value; none where there is no value.
pub(super) fn shape_of(document: &Document, node: NodeId) -> Option<Shape> {
    match document.value(node) {
        Value::Null => None,
        Value::Scalar { .. } => Some(Shape::Text),
        Value::List => Some(Shape::List),
        Value::Map => Some(Shape::Map),
    }
}

/// The gap of a value with another shape than expected.
pub(super) fn mismatch(target: &Target<'_>, expected: &[Shape], found: Shape) -> Hit {
    let document = target.document;
    let place = document.place(target.node);
    // A list or mapping of many lines is named by its key.
    let span = if found == Shape::Text {
        place.value()
    } else {
        place.key()
    };
    let names = |lang| {
        let names: Vec<_> = expected
            .iter()
            .map(|shape| shape.title().get(lang).to_owned())
            .collect();
        names
    };
    use crate::text::Lang;
    let expected = Phrase::new(names(Lang::Id).join(" atau "), names(Lang::En).join(" or "));
    let label = Phrase::new(
        format!("ini {}", found.title().get(Lang::Id)),
        format!("this is {}", found.title().get(Lang::En)),
    );
    Hit::new(document.path_of(target.node), span)
        .label(label)
        .argument("expected", expected)
        .argument("found", found.title())
}
