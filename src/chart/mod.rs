//! A procedure drawn as the flowchart of PermenPAN-RB 35/2012: a table with a row for each
//! step, a lane for each actor, and only the regulation's five symbols in the lanes.
//!
//! A [`Chart`] says what is drawn. `route` decides how the arrows run, `layout` gives
//! everything its place, and one file per format draws it: [`svg`], [`mermaid`] and
//! [`terminal`].

mod canvas;
mod layout;
mod list;
mod measure;
mod mermaid;
mod page;
mod read;
mod route;
mod svg;
mod terminal;
#[cfg(test)]
mod tests;

pub use mermaid::mermaid;
pub use svg::svg;
pub use terminal::{Screen, terminal};

use crate::{finding::Severity, sanitize, text::Phrase};

/// A procedure to draw.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chart {
    /// What the procedure is for.
    pub title: String,
    /// What stands below the title: the unit, the number.
    pub subtitle: String,
    /// The actors, in the order of their lanes.
    pub actors: Vec<String>,
    /// The steps, in the order of their rows.
    pub steps: Vec<ChartStep>,
    /// The arrows.
    pub edges: Vec<Edge>,
    /// What is wrong with the procedure as a whole.
    pub faults: Vec<Fault>,
}

/// A step: one row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChartStep {
    /// Its number or name.
    pub id: String,
    /// What is done.
    pub text: String,
    /// Who does it: positions in [`Chart::actors`].
    pub actors: Vec<usize>,
    /// What is drawn for it.
    pub symbol: Symbol,
    /// What must be there to begin.
    pub inputs: String,
    /// How long it takes.
    pub time: String,
    /// What comes out.
    pub output: String,
    /// A remark.
    pub remark: String,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
}

/// A symbol of the regulation; the fifth is the arrow.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Symbol {
    /// A capsule: here it begins.
    Start,
    /// A box: something is done.
    #[default]
    Process,
    /// A diamond: here the ways part.
    Decision,
    /// A capsule: here it ends.
    End,
    /// A pentagon: it goes on at another page.
    OffPage,
}

impl Symbol {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Start,
        Self::Process,
        Self::Decision,
        Self::End,
        Self::OffPage,
    ];

    /// The word for it.
    pub fn title(self) -> Phrase {
        match self {
            Self::Start => Phrase::new("mulai", "start"),
            Self::Process => Phrase::new("proses", "activity"),
            Self::Decision => Phrase::new("keputusan", "decision"),
            Self::End => Phrase::new("selesai", "end"),
            Self::OffPage => Phrase::new("penghubung halaman", "off-page link"),
        }
    }
}

/// An arrow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    /// Where it begins: a position in [`Chart::steps`].
    pub from: usize,
    /// Where it leads.
    pub to: Goal,
    /// The answer it stands for, such as `ya`; empty where there is none.
    pub label: String,
}

/// Where an arrow leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goal {
    /// To a step: a position in [`Chart::steps`].
    Step(usize),
    /// To something that is no step of the chart, in a word or two.
    Beyond(String),
}

/// Something wrong, as a rule says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The code of the rule.
    pub code: String,
    /// How grave it is.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
}

impl ChartStep {
    /// How grave the gravest fault is.
    fn severity(&self) -> Option<Severity> {
        self.faults.iter().map(|fault| fault.severity).max()
    }

    /// The codes of its faults, each once.
    fn codes(&self) -> Vec<&str> {
        let mut codes: Vec<&str> = Vec::new();
        for fault in &self.faults {
            if !codes.contains(&fault.code.as_str()) {
                codes.push(&fault.code);
            }
        }
        codes
    }
}

/// A text of the document on one line, with nothing in it that acts or hides.
fn clean(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // Neither may stand in XML, not even escaped.
    sanitize::visible(&text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}
