//! Standard and short forms.

use std::fmt;

use super::{Article, Citation, Gazette, GazetteKind, Kind, Number, Region, Relation};
use super::{Bodies, RegionLevel};

/// The form of UU 12/2011 Lampiran II nomor 44-49: kind with capitals, `Nomor`, `Tahun`,
/// `tentang`, without `Republik Indonesia`, with the gazette when the text gave it, and with
/// the linked regulations behind it.
///
/// A title is printed as it was written, and so is the name of an office the table of bodies
/// lacks.
impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_articles(f, &self.articles)?;
        f.write_str(&self.name())?;
        if let Some(title) = &self.title {
            write!(f, " tentang {}", title.text)?;
        }
        if let Some(gazette) = &self.gazette {
            write!(f, " {gazette}")?;
        }
        for link in &self.links {
            let words = match link.relation {
                Relation::AmendedBy => "sebagaimana telah diubah dengan",
                Relation::LastAmendedBy => {
                    "sebagaimana telah beberapa kali diubah, terakhir dengan"
                }
                Relation::ReplacedBy => "sebagaimana telah dicabut dengan",
                Relation::Replaces => "yang menggantikan",
                Relation::Juncto => "jo.",
            };
            write!(f, " {words} {}", link.citation)?;
        }
        Ok(())
    }
}

impl Citation {
    /// The standard form without articles, title, gazette and links:
    /// `Peraturan Daerah Kota Pontianak Nomor 3 Tahun 2015`.
    pub fn name(&self) -> String {
        if self.kind == Kind::Uud {
            return self.kind.name().to_owned();
        }
        format!("{}{}", self.issuer(), self.numbering())
    }

    /// The short form of tables and remarks: `UU 25/2009`, `PermenPAN-RB 15/2014`,
    /// `Perda Kota Pontianak 3/2015`.
    pub fn short(&self) -> String {
        let Some(number) = &self.number else {
            return self.kind.short().to_owned();
        };
        let number = short_number(number, self.year.value);
        let body = self.body.as_ref();
        if let Some(ambiguous) = body.and_then(|b| b.ambiguous.as_ref()) {
            return format!("{} {number}", ambiguous.written);
        }
        let short = body
            .and_then(|b| b.id.as_deref())
            .and_then(|id| Bodies::builtin().short(id));
        let issuer = match (self.kind, short, body) {
            (Kind::Permen | Kind::Kepmen, Some(short), _) => {
                format!("{}{short}", self.kind.short())
            }
            (Kind::Permen | Kind::Kepmen, None, Some(body)) => {
                format!("{} {}", self.kind.name(), body.name)
            }
            (_, Some(short), Some(body)) if body.name.starts_with("Menteri ") => {
                format!("{} Men{short}", self.kind.short())
            }
            (_, Some(short), _) => format!("{} {short}", self.kind.short()),
            (_, None, Some(body)) => format!("{} {}", self.kind.short(), body.name),
            (_, None, None) => match &self.region {
                Some(region) => format!("{} {}", self.kind.short(), self.region_name(region)),
                None => self.kind.short().to_owned(),
            },
        };
        format!("{issuer} {number}")
    }

    fn issuer(&self) -> String {
        let kind = self.kind.name();
        if let Some(body) = &self.body {
            return match &body.ambiguous {
                Some(ambiguous) => ambiguous.written.clone(),
                None => format!("{kind} {}", body.name),
            };
        }
        match &self.region {
            // The name of the kind holds the word already.
            Some(region) if self.kind == Kind::Perdasi => format!("{kind} {}", region.name),
            Some(region) => format!("{kind} {}", self.region_name(region)),
            None => kind.to_owned(),
        }
    }

    /// The region as it stands behind the kind: with its level for a Perda, without where the
    /// kind tells it (`Peraturan Bupati Ciamis`).
    fn region_name(&self, region: &Region) -> String {
        let level = match self.kind {
            Kind::PerdaProvinsi | Kind::Perda => region.level,
            Kind::Qanun => region.level.filter(|level| *level != RegionLevel::Provinsi),
            _ => None,
        };
        match level {
            Some(level) => format!("{} {}", level.name(), region.name),
            None => region.name.clone(),
        }
    }

    /// ` Nomor 25 Tahun 2009`; a number that holds its year stands alone.
    fn numbering(&self) -> String {
        let year = self.year.value;
        match &self.number {
            Some(number) if holds_year(number, year) => format!(" Nomor {}", number.text),
            Some(number) => format!(" Nomor {} Tahun {year}", number.text),
            None => format!(" Tahun {year}"),
        }
    }
}

/// Whether the last segment of the number is the year.
fn holds_year(number: &Number, year: u16) -> bool {
    number
        .text
        .rsplit_once('/')
        .is_some_and(|(_, last)| last == year.to_string())
}

fn short_number(number: &Number, year: u16) -> String {
    match &number.serial {
        Some(serial) => format!("{serial}/{year}"),
        None if holds_year(number, year) => number.text.clone(),
        None => format!("Nomor {} Tahun {year}", number.text),
    }
}

fn write_articles(f: &mut fmt::Formatter<'_>, articles: &[Article]) -> fmt::Result {
    let last = articles.len().saturating_sub(1);
    for (nth, article) in articles.iter().enumerate() {
        match nth {
            0 => {}
            _ if nth == last => f.write_str(" dan ")?,
            _ => f.write_str(", ")?,
        }
        write!(f, "{article}")?;
    }
    if articles.is_empty() {
        Ok(())
    } else {
        f.write_str(" ")
    }
}

impl fmt::Display for Article {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pasal {}", self.pasal)?;
        if let Some(ayat) = &self.ayat {
            write!(f, " ayat ({ayat})")?;
        }
        if let Some(huruf) = &self.huruf {
            write!(f, " huruf {huruf}")?;
        }
        if let Some(angka) = &self.angka {
            write!(f, " angka {angka}")?;
        }
        Ok(())
    }
}

/// With brackets: `(Lembaran Negara Republik Indonesia Tahun 2009 Nomor 112, Tambahan Lembaran
/// Negara Republik Indonesia Nomor 5038)`. UU 12/2011 Lampiran II nomor 47.
impl fmt::Display for Gazette {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self.kind {
            GazetteKind::LembaranNegara => "Lembaran Negara Republik Indonesia",
            GazetteKind::BeritaNegara => "Berita Negara Republik Indonesia",
            GazetteKind::LembaranDaerah => "Lembaran Daerah",
            GazetteKind::BeritaDaerah => "Berita Daerah",
        };
        write!(f, "({name}")?;
        if let Some(year) = &self.year {
            write!(f, " Tahun {}", year.value)?;
        }
        if let Some(number) = &self.number {
            write!(f, " Nomor {}", number.value)?;
        }
        if let Some(supplement) = &self.supplement {
            write!(f, ", Tambahan {name} Nomor {}", supplement.value)?;
        }
        f.write_str(")")
    }
}
