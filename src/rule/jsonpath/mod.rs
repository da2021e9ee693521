//! JSONPath (RFC 9535): how a rule says which nodes of a document it looks at.
//!
//! A [`Path`] is compiled once, when the rule pack is loaded, and then evaluated on any
//! [`Tree`]. Nothing outside the standard is understood, so that a pack means the same in
//! every other program that follows it. Two things are stricter than the standard asks:
//! a literal pattern of `match()` or `search()` that is not an I-Regexp (RFC 9485) does not
//! compile, because a test that can never hold is a mistake of the author; and the size of
//! a path and the work of one evaluation are bounded, because packs may come from anyone.
//!
//! ```
//! use sopan::rule::jsonpath::{Budget, Path, Tree};
//!
//! fn first_steps<T: Tree>(document: &T) -> Result<Vec<T::Node>, Box<dyn std::error::Error>> {
//!     let path = Path::compile("$.prosedur[?@.waktu == '1 hari'].langkah")?;
//!     let mut nodes = Vec::new();
//!     path.select(document, &mut Budget::default(), &mut nodes)?;
//!     Ok(nodes)
//! }
//! ```

mod ast;
mod budget;
mod compare;
mod cursor;
mod error;
mod eval;
mod explain;
mod filter;
mod function;
mod literal;
mod parse;
mod path;
mod pattern;
mod print;
mod tree;

#[cfg(test)]
mod tests;

pub use budget::{Budget, OverBudget};
pub use error::{Expected, Found, PathError, PathErrorKind};
pub use function::FunctionName;
pub use path::{Path, Step};
pub use pattern::PatternError;
pub use tree::{Tree, Value};

/// The longest path, and the longest pattern taken from a document, in bytes.
pub const MAX_LENGTH: usize = 1000;

/// The deepest nesting of filters, parentheses and function calls in a path.
pub const MAX_DEPTH: usize = 64;
