//! What the fuzz targets share: the rules, a run over one file, and what must hold of it.
//!
//! A target fails by panicking. `sopan` turns a panic inside a check into a finding; libFuzzer
//! ends the process before that, so that it is seen here.

pub mod mended;
pub mod places;
pub mod shown;

use std::sync::LazyLock;

use sopan::{
    corpus::{self, Extent},
    document::Limits,
    judge::{Judge, Judged, Policy, Verdicts, judge},
    lint::{CheckedFile, Linter},
    rule::{Packs, RuleSet},
};

/// The rules that are built in.
pub static RULES: LazyLock<RuleSet> = LazyLock::new(|| {
    let packs = Packs::builtin().expect("the packs are sound");
    packs.compile().expect("the packs are sound")
});

/// Everything counts.
pub static VERDICTS: LazyLock<Verdicts> =
    LazyLock::new(|| Verdicts::new(&RULES, &[], &[], Some(sopan::finding::Severity::Error)));

/// The day of every run.
pub const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 21);

/// A linter with the rules that are built in, on a day that never changes.
pub fn linter() -> Linter<'static> {
    Linter {
        rules: &RULES,
        today: TODAY,
        limits: Limits::default(),
        excerpts: true,
    }
}

/// What a check of one file finds, before it is judged.
pub fn check(bytes: &[u8]) -> CheckedFile {
    linter().check_bytes("a.yaml", bytes.to_owned(), None)
}

/// A file judged by itself.
pub fn judged_file(file: CheckedFile) -> CheckedFile {
    Judge::new(linter(), &VERDICTS).file(file, &Policy::new(&RULES))
}

/// A whole run over files, those checks included that hold documents against one another.
pub fn run(mut files: Vec<CheckedFile>, extent: Extent) -> Judged {
    corpus::check(&mut files, &RULES, extent);
    let judging = Judge::new(linter(), &VERDICTS).across(extent);
    let policy = Policy::new(&RULES);
    let files = files.into_iter().map(|file| judging.file(file, &policy));
    judge(files.collect(), &RULES, &VERDICTS, None, 0)
}

/// A number made of all bytes, to choose by without taking bytes away from the input, which
/// stays a file that people can read.
pub fn choice(bytes: &[u8]) -> u64 {
    let step = |sum: u64, byte: &u8| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, step)
}
