//! `sopan.yaml`: which files are checked, which rules count how, and for whom.
//!
//! A run reads the files upward from the folder that all its paths share, up to a folder with
//! `.git`, a file with `root: true` or the top of the file system; and those below, in the
//! folders it looks through. What is nearer to a document counts more. Keys for the whole run
//! count only in the topmost file, and rules that are locked there cannot be weakened below.

mod diagnostic;
mod file;
mod glob;
mod keys;
mod paths;
mod read;
mod words;

pub use diagnostic::Diagnostic;
pub use file::{Origin, Override, Placed, Rulings, RunKeys, SettingsFile};
pub use glob::{Globs, Pattern};
pub use keys::{Form, KEYS, Key, Reach, SEVERITY_WORDS, key};
pub use read::read;

/// The name of a settings file.
pub const FILE_NAME: &str = "sopan.yaml";
