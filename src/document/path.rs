//! The way from the root of a document to a place in it.

use std::fmt;

/// One step of a [`Path`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    /// A key of a mapping.
    Key(String),
    /// An entry of a list, from 0.
    Index(usize),
}

/// The way from the root of a document to a node, whether the node is there or not.
///
/// Printed and parsed as a JSON Pointer (RFC 6901), as in the output contract.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Path {
    steps: Vec<Step>,
}

impl Path {
    /// The root of the document.
    pub fn root() -> Self {
        Self::default()
    }

    /// This path and one key more.
    #[must_use]
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.steps.push(Step::Key(key.into()));
        self
    }

    /// This path and one list entry more.
    #[must_use]
    pub fn index(mut self, index: usize) -> Self {
        self.steps.push(Step::Index(index));
        self
    }

    /// The steps from the root.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// Reads a JSON Pointer. Steps of digits only become [`Step::Index`]; where the document
    /// has a mapping there, [`super::Document::at`] takes them as keys.
    ///
    /// # Errors
    ///
    /// [`PointerError`] where the text is not empty and does not begin with `/`.
    pub fn parse(pointer: &str) -> Result<Self, PointerError> {
        if pointer.is_empty() {
            return Ok(Self::root());
        }
        let Some(rest) = pointer.strip_prefix('/') else {
            return Err(PointerError {
                pointer: pointer.to_owned(),
            });
        };
        let step = |text: &str| match text.parse() {
            Ok(index) if text == "0" || !text.starts_with(['0', '+']) => Step::Index(index),
            _ => Step::Key(text.replace("~1", "/").replace("~0", "~")),
        };
        Ok(Self {
            steps: rest.split('/').map(step).collect(),
        })
    }
}

impl FromIterator<Step> for Path {
    fn from_iter<T: IntoIterator<Item = Step>>(steps: T) -> Self {
        Self {
            steps: steps.into_iter().collect(),
        }
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for step in &self.steps {
            match step {
                Step::Index(index) => write!(f, "/{index}")?,
                Step::Key(key) => write!(f, "/{}", key.replace('~', "~0").replace('/', "~1"))?,
            }
        }
        Ok(())
    }
}

/// A text that is not a JSON Pointer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{pointer}` is not a JSON Pointer: it must be empty or begin with `/`, like `/biaya` or `/prosedur/0/waktu`"
)]
pub struct PointerError {
    /// What was found.
    pub pointer: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn prints_json_pointers() {
        assert_eq!(Path::root().to_string(), "");
        assert_eq!(
            Path::root()
                .key("prosedur")
                .index(3)
                .key("a/b~c")
                .to_string(),
            "/prosedur/3/a~1b~0c"
        );
        assert!(Path::parse("biaya").is_err());
    }

    proptest! {
        #[test]
        fn parsing_what_was_printed_gives_the_path(steps in proptest::collection::vec(
            prop_oneof![
                "[a-z~/ é]{1,8}".prop_map(Step::Key),
                (0..1000_usize).prop_map(Step::Index),
            ], 0..6)) {
            let path: Path = steps.into_iter().collect();
            prop_assert_eq!(Path::parse(&path.to_string()).unwrap(), path);
        }
    }
}
