//! The steps of a procedure as a graph: who does what, and where each step leads.
//!
//! How the text is read:
//!
//! - Without `lanjut` and `jika` a step leads to the one below it. An end (`selesai`) has no
//!   such default, and the last step has nothing below it: there the flow ends.
//! - A step is called by its `no`, or by its position where it has none.
//! - `lanjut: selesai` leads to the step that is the end; where there is no such step, or more
//!   than one, to an end of its own ([`Target::End`]).
//! - A step with `jika` is a decision, also where `simbol` says `proses` or nothing.
//! - Off-page links come in pairs, see [`Step::partner`].

mod graph;
mod pages;
mod read;
mod structure;
#[cfg(test)]
mod tests;
pub(crate) mod time;

use std::cell::OnceCell;

pub use structure::Structure;

use crate::document::NodeId;

/// The procedure of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flow {
    /// The value of `prosedur`.
    pub node: NodeId,
    /// Its steps in the order of the text; never empty.
    pub steps: Vec<Step>,
    /// Whether some step says with `simbol`, `lanjut` or `jika` how the flow runs. Where none
    /// does, it is a plain list: a straight line.
    pub is_drawn: bool,
    structure: OnceCell<Structure>,
}

/// One step of a procedure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The entry of the list; the whole procedure where it is one text.
    pub node: NodeId,
    /// Its `no` as written, without spaces around it; its position, from 1, where it has none.
    pub id: String,
    /// The value of `no`, where it has one.
    pub no: Option<NodeId>,
    /// How it is drawn: what `simbol` says, or most likely means; a step with `jika` is no
    /// process but a decision.
    pub symbol: Symbol,
    /// `simbol` as written, where it is.
    pub written_symbol: Option<Item>,
    /// The activity (`uraian`).
    pub text: Option<Item>,
    /// Who does it (`pelaksana`).
    pub actors: Vec<Item>,
    /// What is needed (`kelengkapan`).
    pub inputs: Vec<Item>,
    /// How long it takes (`waktu`).
    pub time: Option<Item>,
    /// What comes of it (`output`).
    pub output: Vec<Item>,
    /// The remarks (`keterangan`).
    pub remark: Vec<Item>,
    /// Where it leads, in the order of the text: first `jika`, then `lanjut`.
    pub exits: Vec<Exit>,
    /// Of an off-page link: the other link of the pair.
    ///
    /// Two links are a pair where one leads to the other, by `lanjut` or because it stands
    /// directly below, or where both have the same label: the words of `uraian` (else of
    /// `keterangan`) but for `ke halaman`, `dari halaman` and the like.
    pub partner: Option<usize>,
}

/// A text and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The scalar.
    pub node: NodeId,
    /// Its text, without spaces around it; never empty.
    pub text: String,
}

/// The symbols of the flowchart (PermenPAN-RB 35/2012, annex). The fifth is the arrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Symbol {
    /// `mulai`: the capsule at the beginning.
    Start,
    /// `proses`: a box.
    Process,
    /// `keputusan`: a diamond.
    Decision,
    /// `selesai`: the capsule at the end.
    End,
    /// `halaman`: the pentagon that leads to another page.
    Page,
}

/// A way out of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exit {
    /// The key in `jika`, without spaces around it.
    pub label: Option<String>,
    /// Where it leads.
    pub target: Target,
    /// Where the target is written; none for an implied exit.
    pub node: Option<NodeId>,
    /// Whether nobody wrote it: to the step below, or to the other link of a pair.
    pub implied: bool,
}

/// Where an [`Exit`] leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To a step, by its index.
    Step(usize),
    /// To an end that is no step of its own.
    End,
    /// To a step that is not there, as written; empty where nothing is written.
    Unknown(String),
}

impl Symbol {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Start,
        Self::Process,
        Self::Decision,
        Self::End,
        Self::Page,
    ];

    /// The word for it in documents.
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "mulai",
            Self::Process => "proses",
            Self::Decision => "keputusan",
            Self::End => "selesai",
            Self::Page => "halaman",
        }
    }

    /// The symbol of this name, in upper or lower case.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        Self::ALL
            .into_iter()
            .find(|symbol| symbol.name().eq_ignore_ascii_case(text))
    }

    /// The symbol that was most likely meant: a slip of the pen, or a name from other charts.
    pub fn guess(text: &str) -> Option<Self> {
        const OTHER_NAMES: [(&str, Symbol); 17] = [
            ("start", Symbol::Start),
            ("awal", Symbol::Start),
            ("process", Symbol::Process),
            ("kegiatan", Symbol::Process),
            ("aktivitas", Symbol::Process),
            ("kotak", Symbol::Process),
            ("decision", Symbol::Decision),
            ("percabangan", Symbol::Decision),
            ("belah ketupat", Symbol::Decision),
            ("end", Symbol::End),
            ("akhir", Symbol::End),
            ("finish", Symbol::End),
            ("stop", Symbol::End),
            ("segi lima", Symbol::Page),
            ("segilima", Symbol::Page),
            ("off page", Symbol::Page),
            ("ganti halaman", Symbol::Page),
        ];
        if let Some(symbol) = Self::parse(text) {
            return Some(symbol);
        }
        let plain = text.trim().to_lowercase().replace(['_', '-'], " ");
        let other = OTHER_NAMES.iter().find(|(name, _)| *name == plain);
        let near = || {
            let names = Self::ALL.map(Self::name);
            crate::check::nearest(&plain, names).and_then(Self::parse)
        };
        other.map(|(_, symbol)| *symbol).or_else(near)
    }
}

impl Flow {
    /// What it looks like as a whole; found out when first asked.
    pub fn structure(&self) -> &Structure {
        self.structure.get_or_init(|| Structure::of(self))
    }

    /// Whether some step has this symbol.
    pub fn has(&self, symbol: Symbol) -> bool {
        self.steps.iter().any(|step| step.symbol == symbol)
    }
}

impl Flow {
    /// Whether each step is named by one number and each way out leads somewhere, so that it is
    /// certain which ways there are.
    pub fn is_certain(&self) -> bool {
        !self.structure().is_ambiguous && !self.steps.iter().any(Step::leads_anywhere)
    }

    /// The steps of the way from the start to an end that weighs least.
    pub(crate) fn shortest_way(&self, weights: &[u64]) -> Vec<usize> {
        let structure = self.structure();
        let way = structure
            .graph
            .shortest(&structure.starts, weights, self.end());
        way.unwrap_or_default()
    }

    /// The steps of the way from the start to an end that weighs most, each step once. Loops are
    /// left out by leaving out the arrows that lead back; where a loop can be entered at several
    /// places the way found may be shorter than the longest one, never longer.
    pub(crate) fn longest_way(&self, weights: &[u64]) -> Vec<usize> {
        let structure = self.structure();
        let way = structure
            .graph
            .longest(&structure.starts, weights, self.end());
        way.unwrap_or_default()
    }

    fn end(&self) -> impl Fn(usize) -> bool {
        |index| self.steps.get(index).is_some_and(Step::may_end)
    }
}

impl Step {
    /// Whether the flow may end here: it is an end, or nothing follows, or a way out leads to an
    /// end that is no step.
    pub fn may_end(&self) -> bool {
        self.symbol == Symbol::End
            || self.exits.is_empty()
            || self.exits.iter().any(|exit| exit.target == Target::End)
    }

    /// The steps it leads to, by index; one may come twice.
    pub fn next(&self) -> impl Iterator<Item = usize> + '_ {
        self.exits.iter().filter_map(|exit| match exit.target {
            Target::Step(index) => Some(index),
            Target::End | Target::Unknown(_) => None,
        })
    }
}

/// What makes two numbers of steps the same: `01.` and `1`.
pub(crate) fn plain_number(text: &str) -> String {
    let text = text.trim().trim_end_matches(['.', ')', ':']);
    let text = text.trim_start_matches('(').trim();
    let digits = text.trim_start_matches('0');
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match (is_number, digits.is_empty()) {
        (true, true) => "0".to_owned(),
        (true, false) => digits.to_owned(),
        (false, _) => text.to_lowercase(),
    }
}
