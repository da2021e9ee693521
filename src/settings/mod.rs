//! `sopan.yaml`: which files are checked, which rules count how, and for whom.
//!
//! A run reads the files upward from the folder that all its paths share, up to a folder with
//! `.git`, a file with `root: true` or the top of the file system ([`Opened`]); and those below,
//! in the folders it looks through ([`Settings`]). What is nearer to a document counts more. Keys
//! for the whole run count only in the topmost file, and rules that are locked there cannot be
//! weakened below. The keys stand in one table, [`KEYS`].

mod beyond;
mod diagnostic;
mod effective;
mod file;
mod folders;
mod glob;
mod keys;
mod layer;
mod paths;
mod read;
mod search;
mod state;
#[cfg(test)]
mod tests;
mod words;

pub use diagnostic::Diagnostic;
pub use effective::Effective;
pub use file::{Origin, Override, Placed, Rulings, RunKeys, SettingsFile};
pub use folders::{Admission, Settings};
pub use glob::{Globs, Pattern};
pub use keys::{Form, KEYS, Key, Reach, SEVERITY_WORDS, key};
pub use read::read;
pub use search::{Choice, Opened, Stop};
pub use state::{Locks, RuleState, States};

/// The name of a settings file.
pub const FILE_NAME: &str = "sopan.yaml";
