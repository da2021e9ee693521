//! Citations of regulations, as offices write them and as the law wants them written.
//!
//! `Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik` is the form of UU 12/2011
//! Lampiran II nomor 43-52. Real documents write `UU No. 25 Th. 2009`, `Permenpan RB 15/2014`,
//! `Nomor 215/PMK.05/2016`, with list marks and typing errors around them. [`Citation::parse`]
//! reads one legal basis, [`Citation::find_all`] every citation of a longer text.

use std::ops::Range;

mod article;
mod body;
mod code;
mod core;
mod error;
mod gazette;
mod head;
mod incomplete;
mod kind;
mod link;
mod list;
mod name;
mod number;
mod parse;
mod phrase;
mod print;
mod source;
mod title;
mod year;

#[cfg(test)]
mod tests;

pub use body::Bodies;
pub use error::CitationError;
pub use kind::Kind;
pub use list::Listed;

/// A value with the bytes of the text it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed<T> {
    /// What was read.
    pub value: T,
    /// Where it stands.
    pub range: Range<usize>,
}

/// One legal basis: a regulation, with the regulations that amended it linked to it.
///
/// All ranges are bytes of the text that was parsed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// Kind of the regulation.
    pub kind: Kind,
    /// Ministry, agency or office, for the kinds that name one.
    pub body: Option<Body>,
    /// Region, for regional kinds. Nothing when the text leaves it out; a linked regulation
    /// without its own has that of the first, with the place where it stands there.
    pub region: Option<Region>,
    /// Number; nothing only for the constitution.
    pub number: Option<Number>,
    /// Year, 1945 to 2100. Its range is the digits, which may stand inside the number.
    pub year: Placed<u16>,
    /// Title, the words after `tentang`.
    pub title: Option<Title>,
    /// Articles pointed at: `Pasal 24 ayat (1)`.
    pub articles: Vec<Article>,
    /// State or regional gazette, in brackets behind the title.
    pub gazette: Option<Gazette>,
    /// The regulation this one amends, read from a title such as `Perubahan atas ...`.
    pub amends: Option<Box<Citation>>,
    /// Regulations linked to this one by `sebagaimana telah diubah dengan`, `jo.` and the
    /// like. They belong to the same legal basis and are not a second one.
    pub links: Vec<Link>,
    /// The words `Republik Indonesia` or `RI` in the name of the kind, which a legal text
    /// leaves out (UU 12/2011 Lampiran II nomor 45). Not set where they are part of an
    /// agency's name, as in `Ombudsman Republik Indonesia`.
    pub says_republik_indonesia: Option<Range<usize>>,
    /// From the kind to the year: `UU No. 25 Th. 2009`.
    pub head_range: Range<usize>,
    /// The whole citation with its links, without list marks and closing signs.
    pub range: Range<usize>,
}

/// The ministry, agency or office that issued a regulation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// Id of the table of bodies (`panrb`, `kes`, `bkn`); nothing for an office it lacks.
    pub id: Option<String>,
    /// For `Permen` and `Kepmen` the ministry (`Dalam Negeri`), for other kinds the whole
    /// issuer (`Kepala Badan Pusat Statistik`). A name the table holds is in its spelling.
    pub name: String,
    /// An abbreviation that stands for several bodies (`PMK` is written for both finance and
    /// health), kept because the text alone does not tell which.
    pub ambiguous: Option<Ambiguous>,
    /// Where the name stands.
    pub range: Range<usize>,
}

/// An abbreviation of several bodies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ambiguous {
    /// The abbreviation in the spelling of the table: `PMK`.
    pub written: String,
    /// Ids of the other bodies it may mean.
    pub others: Vec<String>,
}

/// Level of a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RegionLevel {
    /// Province.
    Provinsi,
    /// Regency.
    Kabupaten,
    /// City.
    Kota,
    /// Village.
    Desa,
}

impl RegionLevel {
    /// The word in front of the name: `Kota`.
    pub fn name(self) -> &'static str {
        match self {
            RegionLevel::Provinsi => "Provinsi",
            RegionLevel::Kabupaten => "Kabupaten",
            RegionLevel::Kota => "Kota",
            RegionLevel::Desa => "Desa",
        }
    }
}

/// The region of a regional regulation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// Level, written (`Perda Kota ...`) or given by the kind (`Perbup ...`). Nothing for
    /// `Perda Pekalongan`, where the text leaves open which one.
    pub level: Option<RegionLevel>,
    /// Name without the level: `Pontianak`.
    pub name: String,
    /// Level and name as written.
    pub range: Range<usize>,
}

/// The number of a regulation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// Without odd spaces; a plain number without leading zeros: `25`, `215/PMK.05/2016`.
    pub text: String,
    /// The running number inside, where it is plain: `25`, `215`, and `1186` of
    /// `HK.01.07/Menkes/1186/2022`. Nothing for codes such as `M.05.IL.02.01`.
    pub serial: Option<String>,
    /// Where it stands.
    pub range: Range<usize>,
}

/// The title of a regulation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// The words after `tentang`, with single spaces, without the closing sign.
    pub text: String,
    /// Where they stand.
    pub range: Range<usize>,
    /// The word `tentang` as written (also `tantang`); nothing where it was left out.
    pub about: Option<Range<usize>>,
}

/// An article of a regulation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// Number of the Pasal: `24`, `79A`.
    pub pasal: String,
    /// Number of the ayat.
    pub ayat: Option<String>,
    /// Letter of the huruf, lower case.
    pub huruf: Option<String>,
    /// Number of the angka.
    pub angka: Option<String>,
    /// Where it stands.
    pub range: Range<usize>,
}

/// Which gazette.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GazetteKind {
    /// Lembaran Negara, with its Tambahan (TLN).
    LembaranNegara,
    /// Berita Negara.
    BeritaNegara,
    /// Lembaran Daerah.
    LembaranDaerah,
    /// Berita Daerah.
    BeritaDaerah,
}

/// Where a regulation was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gazette {
    /// Which gazette.
    pub kind: GazetteKind,
    /// Its year.
    pub year: Option<Placed<u16>>,
    /// Its number.
    pub number: Option<Placed<u32>>,
    /// Number of the supplement (Tambahan): the TLN number.
    pub supplement: Option<Placed<u32>>,
    /// The whole note, with its brackets.
    pub range: Range<usize>,
}

/// How a linked regulation belongs to the cited one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Relation {
    /// `sebagaimana telah diubah dengan`.
    AmendedBy,
    /// `sebagaimana telah beberapa kali diubah, terakhir dengan`.
    LastAmendedBy,
    /// `sebagaimana telah dicabut dengan`, `diganti dengan`.
    ReplacedBy,
    /// `yang menggantikan`, `mencabut`, `, pengganti`: the linked one is history.
    Replaces,
    /// `jo.`, `juncto`, `jis.`: read together with.
    Juncto,
}

/// A regulation linked to the cited one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// How it belongs.
    pub relation: Relation,
    /// The regulation.
    pub citation: Citation,
    /// The linking words.
    pub range: Range<usize>,
}

/// A citation given in parts, as the mapping `{jenis, nomor, tahun, tentang}`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Parts<'a> {
    /// Kind with body or region: `UU`, `Peraturan Menteri Dalam Negeri`, `permen dagri`.
    pub jenis: &'a str,
    /// Number: `25`, `Nomor 25`, `215/PMK.05/2016`.
    pub nomor: &'a str,
    /// Year; may be empty when the number holds it.
    pub tahun: &'a str,
    /// Title; may be empty.
    pub tentang: &'a str,
}

impl Citation {
    /// Level in the hierarchy of UU 12/2011 Pasal 7 ayat (1), 1 (UUD) to 7 (Perda
    /// Kabupaten/Kota). Nothing for kinds that stand beside it (Pasal 8), for decisions, and
    /// for a Perda whose region, and so its level, is not written.
    pub fn rank(&self) -> Option<u8> {
        if !matches!(self.kind, Kind::Perda | Kind::Qanun) {
            return self.kind.rank();
        }
        match self.region.as_ref()?.level? {
            RegionLevel::Provinsi => Some(6),
            RegionLevel::Kabupaten | RegionLevel::Kota => Some(7),
            RegionLevel::Desa => None,
        }
    }

    /// Whether both name the same regulation, whatever the spelling, title or articles.
    pub fn is_same_regulation(&self, other: &Citation) -> bool {
        let body = |c: &Citation| {
            c.body
                .as_ref()
                .map(|b| b.id.clone().unwrap_or(b.name.clone()))
        };
        let region = |c: &Citation| c.region.as_ref().map(|r| (r.level, r.name.to_lowercase()));
        let number = |c: &Citation| c.number.as_ref().map(Number::canonical);
        self.kind == other.kind
            && self.year.value == other.year.value
            && number(self) == number(other)
            && body(self) == body(other)
            && region(self) == region(other)
    }
}

impl Number {
    /// What two spellings of one number share: the running number, else the whole number in
    /// capitals.
    pub fn canonical(&self) -> String {
        self.serial
            .clone()
            .unwrap_or_else(|| self.text.to_uppercase())
    }
}
