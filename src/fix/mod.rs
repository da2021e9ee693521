//! Changes of the bytes of a file.

mod write;

pub use self::write::{WriteError, replace};
