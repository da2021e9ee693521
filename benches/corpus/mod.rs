//! Realistic documents in any number, the same ones every time: service standards and procedures
//! of many units of many regions, with faults put in here and there and a manifest of them.
//!
//! Units and services are invented, regulations and regions are real. A region has about 6,000
//! documents: 24 offices, and districts, wards and health centres that serve alike. What such
//! units share (requirements, times, costs) is the same, the wording and the steps differ.

#![allow(
    dead_code,
    clippy::expect_used,
    reason = "every user takes what it needs; data that is built in is sound"
)]

mod data;
mod faults;
mod manifest;
mod procedure;
mod random;
mod standard;
mod subject;
mod value;
mod words;

#[allow(unused_imports, reason = "every user takes what it needs")]
pub(crate) use self::{
    data::Data,
    faults::Seeded,
    manifest::{Manifest, write},
};
use self::{
    faults::Draft,
    subject::{Kind, Subject},
    value::{Map, Style},
};

/// The day on which the documents are checked; some faults are about the time since a date.
pub(crate) const TODAY: &str = "2026-11-21";

/// A document, ready to be written.
#[derive(Debug)]
pub(crate) struct Generated {
    /// Below the folder of all documents, with `/`.
    pub(crate) file: String,
    pub(crate) text: String,
    pub(crate) faults: Vec<Seeded>,
}

/// What a document says, before it is text.
struct Built {
    document: Map,
    faults: Vec<Seeded>,
}

impl Data {
    /// The document at this index; it does not depend on how many there are.
    pub(crate) fn document(&self, index: usize) -> Generated {
        let subject = Subject::new(self, index);
        let built = build(&subject);
        let mut random = subject.own(20);
        let style = Style {
            quote: *random.pick(&['\'', '"']),
            braces: random.chance(25),
            folded: random.chance(30),
            indented: random.chance(70),
        };
        let mut text = String::new();
        if random.chance(30) {
            text = format!("# {}\n", random.pick(&self.phrases.keterangan_awal));
        }
        let groups: &[&str] = match random.chance(60) {
            true => &[
                "dasar_hukum",
                "persyaratan",
                "prosedur",
                "pengaduan",
                "pelaksana",
            ],
            false => &[],
        };
        text.push_str(&style.write(&built.document, groups));
        Generated {
            file: subject.file(),
            text,
            faults: built.faults,
        }
    }
}

fn build(subject: &Subject<'_>) -> Built {
    // A few are not decreed yet.
    let is_draft = subject.own(21).chance(8);
    let document = match subject.kind {
        Kind::Declaration => standard::declaration(subject),
        Kind::Standard => standard::standard(subject, is_draft),
        Kind::Procedure => procedure::procedure(subject, is_draft),
    };
    let mut draft = Draft {
        subject,
        document,
        is_draft,
    };
    let faults = faults::seed(&mut draft);
    Built {
        document: draft.document,
        faults,
    }
}
