//! The words that name a kind of regulation, up to the body or region.

use super::source::Source;
use super::{Bodies, Kind, RegionLevel};

/// What may follow the words of a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Tail {
    /// Nothing: the number follows.
    Nothing,
    /// A ministry; what was written together with the kind comes first (`Permen|kes`).
    Ministry(Option<String>),
    /// An agency, office or any other issuer, after an office already named (`Perka`).
    Issuer(Option<&'static str>),
    /// A region of this level, or of the level that is written.
    Region(Option<RegionLevel>),
    /// Kind and body in one word.
    Nickname {
        written: String,
        bodies: Vec<String>,
    },
}

/// A kind named in the text.
#[derive(Debug, Clone)]
pub(super) struct Phrase {
    pub(super) kind: Kind,
    pub(super) tail: Tail,
    /// First token after the words.
    pub(super) end: usize,
}

use Tail::{Issuer, Nothing, Region};

/// Single words that name a kind. Two-letter ones that are also plain words need capitals.
fn abbreviation(word: &str) -> Option<(Kind, Tail)> {
    use RegionLevel::{Desa, Kabupaten, Kota, Provinsi};
    let found = match word.to_ascii_lowercase().as_str() {
        "uu" | "uuri" => (Kind::Uu, Nothing),
        "pp" | "ppri" => (Kind::Pp, Nothing),
        "perppu" | "perpu" => (Kind::Perppu, Nothing),
        "perpres" => (Kind::Perpres, Nothing),
        "keppres" | "kepres" => (Kind::Keppres, Nothing),
        "inpres" => (Kind::Inpres, Nothing),
        "perda" => (Kind::Perda, Region(None)),
        "qanun" => (Kind::Qanun, Region(None)),
        "perdasus" => (Kind::Perdasus, Region(Some(Provinsi))),
        "perdasi" => (Kind::Perdasi, Region(Some(Provinsi))),
        "pergub" => (Kind::Pergub, Region(Some(Provinsi))),
        "kepgub" => (Kind::Kepgub, Region(Some(Provinsi))),
        "perbup" => (Kind::Perbup, Region(Some(Kabupaten))),
        "kepbup" => (Kind::Kepbup, Region(Some(Kabupaten))),
        "perwali" | "perwal" | "perwako" | "perwa" | "perwalkot" | "perwalikota" => {
            (Kind::Perwali, Region(Some(Kota)))
        }
        "kepwali" | "kepwal" | "kepwako" | "kepwa" | "kepwalkot" => {
            (Kind::Kepwali, Region(Some(Kota)))
        }
        "perdes" => (Kind::Perdes, Region(Some(Desa))),
        "perkades" => (Kind::Perkades, Region(Some(Desa))),
        "kepdes" => (Kind::Kepdes, Region(Some(Desa))),
        "perka" => (Kind::Peraturan, Issuer(Some("Kepala"))),
        "perban" => (Kind::Peraturan, Issuer(Some("Badan"))),
        "perlem" => (Kind::Peraturan, Issuer(None)),
        "kepka" => (Kind::Keputusan, Issuer(Some("Kepala"))),
        "perdirut" => (Kind::Peraturan, Issuer(Some("Direktur Utama"))),
        "ingub" => (Kind::Instruksi, Issuer(Some("Gubernur"))),
        "inbup" => (Kind::Instruksi, Issuer(Some("Bupati"))),
        "perdirjen" | "perdirjend" => (Kind::Peraturan, Issuer(Some("Direktur Jenderal"))),
        "kepdirjen" | "kepdirjend" => (Kind::Keputusan, Issuer(Some("Direktur Jenderal"))),
        _ => return None,
    };
    Some(found)
}

/// Reads the kind named at `at`, if one is.
pub(super) fn read(src: Source<'_>, at: usize) -> Option<Phrase> {
    let word = src.word(at)?;
    let phrase = |kind, tail, end| Some(Phrase { kind, tail, end });
    if src.touches_previous(at) && src.is_sign(at - 1, &['/']) {
        // Inside a number: `215/PMK.05/2016`, `440/SK/2020`.
        return None;
    }
    if src.is(at, &["uud"]) {
        return phrase(Kind::Uud, Nothing, at + 1);
    }
    if src.like(at, &["undang"]) {
        return undang_undang(src, at);
    }
    if src.is(at, &["undangundang"]) {
        return phrase(Kind::Uu, Nothing, at + 1);
    }
    if let Some((kind, tail)) = abbreviation(word) {
        return phrase(kind, tail, at + 1);
    }
    if src.is(at, &["u", "p"]) {
        return dotted(src, at);
    }
    if let Some((kind, rest)) = glued(word) {
        return phrase(kind, Tail::Ministry(Some(rest.to_owned())), at + 1);
    }
    if src.like(at, &["peraturan"]) || src.is_blurred_regulation(at) {
        return peraturan(src, at + 1);
    }
    if src.like(at, &["keputusan"]) || matches!(word, "SK" | "Sk") {
        return keputusan(src, at + 1);
    }
    if src.is(at, &["surat"]) && src.like(at + 1, &["keputusan"]) {
        return keputusan(src, at + 2);
    }
    if src.is(at, &["surat"]) && src.like(at + 1, &["edaran"]) {
        return phrase(Kind::SuratEdaran, Issuer(None), at + 2);
    }
    if word == "SE" || src.is(at, &["edaran"]) {
        return phrase(Kind::SuratEdaran, Issuer(None), at + 1);
    }
    if matches!(word, "SKB" | "PBM") {
        // `SKB 3 Menteri Nomor ...`
        let count = src.number(at + 1).is_some() && src.like(at + 2, &["menteri"]);
        let kind = match word {
            "PBM" => Kind::PeraturanBersama,
            _ => Kind::KeputusanBersama,
        };
        return phrase(kind, Issuer(None), at + 1 + usize::from(count));
    }
    if src.is(at, &["kep", "per"]) {
        return shortened(src, at);
    }
    if src.like(at, &["instruksi"]) {
        let president = src.like(at + 1, &["presiden"]);
        let (kind, tail) = if president {
            (Kind::Inpres, Nothing)
        } else {
            (Kind::Instruksi, Issuer(None))
        };
        return phrase(kind, tail, at + 1 + usize::from(president));
    }
    if src.like(at, &["pedoman"]) && src.like(at + 1, &["menteri", "kepala"]) {
        return phrase(Kind::Pedoman, Issuer(None), at + 1);
    }
    if src.like(at, &["qanun"]) {
        return phrase(Kind::Qanun, Region(None), at + 1);
    }
    if src.is(at, &["ketetapan", "tap"]) {
        return ketetapan(src, at + 1);
    }
    let (kind, bodies) = Bodies::builtin().nickname(word)?;
    // These words are abbreviations; `Perma` in a sentence would not be written small.
    let written = src.is_capital(at).then(|| word.to_owned())?;
    if src.touches_next(at) && src.is_sign(at + 1, &['.']) && src.number(at + 2).is_some() {
        // `PMK.05` is a segment of a number.
        return None;
    }
    phrase(
        kind,
        Tail::Nickname {
            written,
            bodies: bodies.to_vec(),
        },
        at + 1,
    )
}

/// `Permenkes`, `Kepmendagri`: kind and ministry in one word.
fn glued(word: &str) -> Option<(Kind, &str)> {
    for (start, kind) in [("permen", Kind::Permen), ("kepmen", Kind::Kepmen)] {
        let matches = word
            .get(..start.len())
            .is_some_and(|w| w.eq_ignore_ascii_case(start));
        let rest = word.get(start.len()..).unwrap_or_default();
        // `Permentan` is agriculture, `Permenteri` the word written out.
        if matches && !matches!(rest.to_ascii_lowercase().as_str(), "teri" | "tri") {
            return Some((kind, rest));
        }
        if matches {
            return Some((kind, ""));
        }
    }
    None
}

/// `Kep. Menpan`, `Per. Bupati`, `Kep. Men. Kesehatan`.
fn shortened(src: Source<'_>, at: usize) -> Option<Phrase> {
    let next = src.skip(at + 1, &['.']);
    let issuer = ["menteri", "presiden", "gubernur", "bupati", "walikota"];
    let minister = src.is(next, &["men"]).then(|| src.skip(next + 1, &['.']));
    let is_kep = src.is(at, &["kep"]);
    if let Some(end) = minister {
        let kind = if is_kep { Kind::Kepmen } else { Kind::Permen };
        return Some(Phrase {
            kind,
            tail: Tail::Ministry(None),
            end,
        });
    }
    if !src.like(next, &issuer) && short_minister(src, next).is_none() {
        return None;
    }
    if is_kep {
        keputusan(src, next)
    } else {
        peraturan(src, next)
    }
}

/// `U.U. No. 25`, `P.P. 96`.
fn dotted(src: Source<'_>, at: usize) -> Option<Phrase> {
    let twice = src.is_sign(at + 1, &['.']) && src.word(at + 2) == src.word(at);
    if !twice || !src.is_capital(at) {
        return None;
    }
    let kind = if src.is(at, &["u"]) {
        Kind::Uu
    } else {
        Kind::Pp
    };
    Some(Phrase {
        kind,
        tail: Nothing,
        end: src.skip(at + 3, &['.']),
    })
}

fn undang_undang(src: Source<'_>, at: usize) -> Option<Phrase> {
    let mut end = src.skip(at + 1, &['-', '–', '‐', '‑']);
    if src.like(end, &["undang"]) {
        end += 1;
    } else if src.number(at + 1) == Some("2") && src.touches_next(at) {
        end = at + 2;
    } else {
        return None;
    }
    if src.like(end, &["dasar"]) {
        return Some(Phrase {
            kind: Kind::Uud,
            tail: Nothing,
            end: end + 1,
        });
    }
    if src.like(end, &["darurat"]) {
        return Some(Phrase {
            kind: Kind::UuDarurat,
            tail: Nothing,
            end: end + 1,
        });
    }
    Some(Phrase {
        kind: Kind::Uu,
        tail: Nothing,
        end,
    })
}

fn ketetapan(src: Source<'_>, at: usize) -> Option<Phrase> {
    let end = if src.is(at, &["mpr", "mprs"]) {
        at + 1
    } else if src.is(at, &["majelis"]) && src.is(at + 1, &["permusyawaratan"]) {
        at + 2 + usize::from(src.is(at + 2, &["rakyat"]))
    } else {
        return None;
    };
    Some(Phrase {
        kind: Kind::TapMpr,
        tail: Nothing,
        end,
    })
}

/// Words that follow `Peraturan` where no regulation is named.
const NO_KIND: [&str; 8] = [
    "perundang",
    "perundangan",
    "pelaksanaan",
    "yang",
    "ini",
    "tersebut",
    "dan",
    "lainnya",
];

fn peraturan(src: Source<'_>, at: usize) -> Option<Phrase> {
    use RegionLevel::{Desa, Kabupaten, Kota, Provinsi};
    let phrase = |kind, tail, end| Some(Phrase { kind, tail, end });
    if src.is(at, &NO_KIND) {
        return None;
    }
    if src.is(at, &["pemerintah"]) {
        if src.like(at + 1, &["pengganti"]) {
            let end = undang_undang(src, at + 2).map(|p| p.end);
            return phrase(Kind::Perppu, Nothing, end.unwrap_or(at + 2));
        }
        return phrase(Kind::Pp, Nothing, at + 1);
    }
    if src.like(at, &["pemerintah"]) {
        return phrase(Kind::Pp, Nothing, at + 1);
    }
    if src.like(at, &["presiden"]) {
        return phrase(Kind::Perpres, Nothing, at + 1);
    }
    if src.like(at, &["menteri", "kementerian"]) {
        return phrase(Kind::Permen, Tail::Ministry(None), at + 1);
    }
    if src.like(at, &["daerah"]) {
        if src.like(at + 1, &["khusus"]) && !src.is(at + 2, &["ibukota", "ibu", "jakarta"]) {
            return phrase(Kind::Perdasus, Region(Some(Provinsi)), at + 2);
        }
        return phrase(Kind::Perda, Region(None), at + 1);
    }
    if src.like(at, &["gubernur"]) {
        return phrase(Kind::Pergub, Region(Some(Provinsi)), at + 1);
    }
    if src.like(at, &["bupati"]) {
        return phrase(Kind::Perbup, Region(Some(Kabupaten)), at + 1);
    }
    if let Some(end) = wali_kota(src, at) {
        return phrase(Kind::Perwali, Region(Some(Kota)), end);
    }
    if src.is(at, &["desa"]) {
        return phrase(Kind::Perdes, Region(Some(Desa)), at + 1);
    }
    if src.is(at, &["kepala"]) && src.is(at + 1, &["desa"]) {
        return phrase(Kind::Perkades, Region(Some(Desa)), at + 2);
    }
    if src.like(at, &["bersama"]) {
        return phrase(Kind::PeraturanBersama, Issuer(None), at + 1);
    }
    if let Some(rest) = short_minister(src, at) {
        return phrase(Kind::Permen, Tail::Ministry(Some(rest)), at + 1);
    }
    phrase(Kind::Peraturan, Issuer(None), at)
}

fn keputusan(src: Source<'_>, at: usize) -> Option<Phrase> {
    use RegionLevel::{Desa, Kabupaten, Kota, Provinsi};
    let phrase = |kind, tail, end| Some(Phrase { kind, tail, end });
    if src.is(at, &NO_KIND) {
        return None;
    }
    if src.like(at, &["presiden"]) {
        return phrase(Kind::Keppres, Nothing, at + 1);
    }
    if src.like(at, &["menteri", "kementerian"]) {
        return phrase(Kind::Kepmen, Tail::Ministry(None), at + 1);
    }
    if src.like(at, &["gubernur"]) {
        return phrase(Kind::Kepgub, Region(Some(Provinsi)), at + 1);
    }
    if src.like(at, &["bupati"]) {
        return phrase(Kind::Kepbup, Region(Some(Kabupaten)), at + 1);
    }
    if let Some(end) = wali_kota(src, at) {
        return phrase(Kind::Kepwali, Region(Some(Kota)), end);
    }
    if src.is(at, &["kepala"]) && src.is(at + 1, &["desa"]) {
        return phrase(Kind::Kepdes, Region(Some(Desa)), at + 2);
    }
    if src.like(at, &["bersama"]) {
        return phrase(Kind::KeputusanBersama, Issuer(None), at + 1);
    }
    if let Some(rest) = short_minister(src, at) {
        return phrase(Kind::Kepmen, Tail::Ministry(Some(rest)), at + 1);
    }
    phrase(Kind::Keputusan, Issuer(None), at)
}

/// `Walikota`, `Wali Kota`, `Wali-kota`: the token after it.
fn wali_kota(src: Source<'_>, at: usize) -> Option<usize> {
    if src.like(at, &["walikota"]) || src.is(at, &["walkot"]) {
        return Some(at + 1);
    }
    let second = src.skip(at + 1, &['-']);
    (src.is(at, &["wali"]) && src.is(second, &["kota"])).then_some(second + 1)
}

/// `Menpan`, `Mendagri`, `Kemenkes`: what follows `Men`, when the ministry is known.
pub(super) fn short_minister(src: Source<'_>, at: usize) -> Option<String> {
    let word = src.word(at)?;
    let ministry = word.get(..2).is_some_and(|w| w.eq_ignore_ascii_case("ke"));
    let word = word.get(2..).filter(|_| ministry).unwrap_or(word);
    let starts = word.get(..3).is_some_and(|w| w.eq_ignore_ascii_case("men"));
    let rest = word
        .get(3..)
        .filter(|r| starts && !r.is_empty() && r.len() < 16)?;
    Bodies::builtin().ministry(rest).map(|_| rest.to_owned())
}
