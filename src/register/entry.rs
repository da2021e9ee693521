//! What the register says of one regulation.

use super::Key;

/// Whether a regulation is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// `berlaku`: not known to be repealed.
    InForce,
    /// `diubah`: in force, amended or partly repealed.
    Amended,
    /// `dicabut`: no longer in force.
    Repealed,
    /// `tidak-diketahui`: never to be called an error.
    Unknown,
}

impl Status {
    /// The word of the register.
    pub fn id(self) -> &'static str {
        match self {
            Status::InForce => "berlaku",
            Status::Amended => "diubah",
            Status::Repealed => "dicabut",
            Status::Unknown => "tidak-diketahui",
        }
    }

    /// All of them.
    pub const ALL: [Status; 4] = [
        Status::InForce,
        Status::Amended,
        Status::Repealed,
        Status::Unknown,
    ];

    /// The status with this word of the register.
    pub fn from_id(id: &str) -> Option<Status> {
        Self::ALL.into_iter().find(|status| status.id() == id)
    }
}

/// How sure the register is, the weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Certainty {
    /// `perlu-verifikasi`: a part is not confirmed; a rule may only inform.
    PerluVerifikasi,
    /// `yakin`: title confirmed or well known; the repealing text was not read.
    Yakin,
    /// `pasti`: read in the text or on an official page.
    Pasti,
}

impl Certainty {
    /// The word of the register.
    pub fn id(self) -> &'static str {
        match self {
            Certainty::PerluVerifikasi => "perlu-verifikasi",
            Certainty::Yakin => "yakin",
            Certainty::Pasti => "pasti",
        }
    }

    /// All of them, the weakest first.
    pub const ALL: [Certainty; 3] = [
        Certainty::PerluVerifikasi,
        Certainty::Yakin,
        Certainty::Pasti,
    ];

    /// The certainty with this word of the register.
    pub fn from_id(id: &str) -> Option<Certainty> {
        Self::ALL.into_iter().find(|certainty| certainty.id() == id)
    }
}

/// A regulation that repealed or amended another, and how sure that is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The other regulation. It need not have an entry of its own.
    pub key: Key,
    /// How sure.
    pub certainty: Certainty,
}

/// Place in the Lembaran Negara.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LembaranNegara {
    /// Year of the Lembaran Negara.
    pub year: u16,
    /// Number in that year.
    pub number: u32,
    /// Number of the Tambahan Lembaran Negara (TLN).
    pub supplement: u32,
    /// How sure.
    pub certainty: Certainty,
}

/// One regulation of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Identity.
    pub key: Key,
    /// Official title, the words after `tentang`.
    pub title: String,
    /// Whether it is in force.
    pub status: Status,
    /// How sure title, status and relations are, taken together.
    pub certainty: Certainty,
    /// What repealed it, the latest last.
    pub repealed_by: Vec<Reference>,
    /// What is thought to have repealed it, not checked.
    pub suspected: Vec<Reference>,
    /// What amended it, the latest last.
    pub amended_by: Vec<Reference>,
    /// Place in the Lembaran Negara, where known.
    pub ln: Option<LembaranNegara>,
    /// The number as printed on it, where it differs from the running number:
    /// `63/KEP/M.PAN/7/2003`.
    pub full_number: Option<String>,
    /// A remark of the register, in Indonesian.
    pub note: Option<String>,
}
