//! sopan checks Indonesian service standards (SP) and operating procedures (SOP) written in
//! YAML against rule packs that hold what the regulations require.
//!
//! A short tour, in the order in which data flows:
//!
//! 1. [`discover`] finds the files, [`source`] makes text of their bytes,
//! 2. [`document`] makes trees of the text, every key and value with its place,
//! 3. [`rule`] loads rule packs and compiles them to a rule set; each rule names one of the
//!    checks of [`check`] and gives it parameters,
//! 4. [`lint`] runs the rules on the documents: the result is [`finding`]s,
//! 5. [`corpus`] holds documents against one another,
//! 6. [`judge`] decides which findings count, and how much; [`suppression`] says what comments
//!    in the documents silence,
//! 7. [`audit`] sums up a whole city, [`shard`] lets a run be split, and [`cache`] keeps what was
//!    found in files for later runs,
//! 8. [`report`] shows them to people and programs, and [`fix`] mends what can be mended.
//!
//! ```
//! use sopan::{lint::Linter, rule::Packs, text::Lang};
//!
//! let rules = Packs::builtin()?.compile()?;
//! let today = jiff::civil::date(2026, 11, 21);
//! let linter = Linter { rules: &rules, today, limits: Default::default(), excerpts: false };
//! let file = linter.check_bytes("draf.yaml", b"jenis: sop\nnama: TBD\n".to_vec(), None);
//! let finding = &file.documents[0].findings.iter().find(|f| f.path == "/nama").unwrap();
//! assert_eq!(rules.rule(finding.rule).name, "isian-belum-diganti");
//! # Ok::<(), sopan::rule::LoadError>(())
//! ```

pub mod audit;
pub mod cache;
pub mod chart;
pub mod check;
pub mod cli;
pub mod corpus;
pub mod discover;
pub mod document;
pub mod draft;
pub mod example;
pub mod excerpt;
pub mod finding;
pub mod fix;
pub mod flow;
pub mod judge;
pub mod lint;
pub mod reading;
mod record;
pub mod register;
pub mod report;
pub mod rule;
pub mod sanitize;
pub mod schema;
pub mod settings;
pub mod shard;
pub mod source;
pub mod span;
pub mod suppression;
pub mod text;
pub mod value;
mod whole;
