//! The head of a citation: kind, body or region, and the words `Republik Indonesia`.

use std::ops::Range;

use super::name::{self, decent, range_of, republik, text_of};
use super::number::{is_number_word, starts_code};
use super::phrase::{self, Phrase, Tail, short_minister};
use super::source::Source;
use super::title::is_about_word;
use super::{Ambiguous, Bodies, Body, Kind, Region, RegionLevel};

/// What stands before the number.
#[derive(Debug, Clone)]
pub(super) struct Head {
    pub(super) kind: Kind,
    pub(super) body: Option<Body>,
    pub(super) region: Option<Region>,
    pub(super) republik: Option<Range<usize>>,
    /// Whether the words can only be the name of a regulation, even when no number follows.
    pub(super) is_sure: bool,
    /// Tokens of a title in front of the number: `UU Pelayanan Publik Nomor 25 Tahun 2009`.
    pub(super) title: Option<(usize, usize)>,
    /// First token after it, before the number.
    pub(super) end: usize,
}

/// Most words of a title that stands in front of the number.
const LONGEST_TITLE: usize = 8;

/// Reads the head that begins at `at`.
pub(super) fn read(src: Source<'_>, at: usize) -> Option<Head> {
    let Phrase { kind, tail, end } = phrase::read(src, at)?;
    let mut head = Head {
        kind,
        body: None,
        region: None,
        republik: None,
        is_sure: true,
        title: None,
        end,
    };
    match tail {
        Tail::Nothing => {
            let (republik, after) = republik(src, src.skip(end, &['.']));
            head.republik = republik.map(|(from, to)| src.range(from, to));
            head.end = after;
            title_before_number(src, &mut head);
        }
        Tail::Nickname { written, bodies } => {
            head.body = nickname(src, at, kind, written, &bodies);
            head.end = src.skip(end, &['-']);
            if src.is_sign(end, &['/']) && src.word(end + 1).is_some() && !starts_code(src, end + 1)
            {
                // `PMNA/KBPN`: the minister's second office.
                head.end = end + 2;
            }
            if let Some(body) = head.body.as_mut().filter(|_| src.is_sign(end, &['-'])) {
                // `PMK-81/2024` is the form of finance.
                body.ambiguous = None;
            }
        }
        Tail::Ministry(glued) => ministry(src, &mut head, glued),
        Tail::Issuer(office) => issuer(src, &mut head, office)?,
        Tail::Region(level) => region(src, &mut head, level),
    }
    head.end = skip_bracket(src, head.end);
    Some(head)
}

/// Takes a title that stands where the number should.
fn title_before_number(src: Source<'_>, head: &mut Head) {
    let at = head.end;
    if !src.is_capital(at)
        || is_number_word(src, at)
        || starts_code(src, at)
        || head.kind == Kind::Uud
    {
        return;
    }
    let Some(name) = name::read(src, at, &['/', '-', '&']) else {
        return;
    };
    if name.kept.len() <= LONGEST_TITLE && name.end > at {
        head.title = Some((at, name.end));
        if is_number_word(src, name.end) {
            head.end = name.end;
        }
    }
}

/// A short form in brackets between the name and the number: `Undang-Undang (UU) Nomor 25`.
fn skip_bracket(src: Source<'_>, at: usize) -> usize {
    if !src.is_sign(at, &['(']) {
        return at;
    }
    let close = (at + 1..at + 7).find(|i| src.is_sign(*i, &[')']));
    match close {
        Some(close) if is_number_word(src, close + 1) || src.number(close + 1).is_some() => {
            close + 1
        }
        _ => at,
    }
}

/// The body of `PMK`: which one is open where two ministries use the word and the number does
/// not tell.
fn nickname(
    src: Source<'_>,
    at: usize,
    kind: Kind,
    written: String,
    ids: &[String],
) -> Option<Body> {
    let (first, others) = ids.split_first()?;
    let known = Bodies::builtin().by_id(first)?;
    let ambiguous = (!others.is_empty()).then(|| Ambiguous {
        written: written.to_uppercase(),
        others: others.to_vec(),
    });
    // `Inmendagri`: an instruction of the minister, not of the ministry.
    let by_minister = known.is_ministry && !matches!(kind, Kind::Permen | Kind::Kepmen);
    let name = match by_minister {
        true => format!("Menteri {}", known.name),
        false => known.name.to_owned(),
    };
    Some(Body {
        id: Some(known.id.to_owned()),
        name,
        ambiguous,
        range: src.range(at, at + 1),
    })
}

fn ministry(src: Source<'_>, head: &mut Head, glued: Option<String>) {
    let start = head.end;
    let signs = [',', '/', '-', '&', '.', '–'];
    let Some(name) = name::read(src, start, &signs) else {
        let known = glued.as_deref().and_then(|g| Bodies::builtin().ministry(g));
        head.is_sure = known.is_some();
        head.body = known.map(|k| Body {
            id: Some(k.id.to_owned()),
            name: k.name.to_owned(),
            ambiguous: None,
            range: src.range(start - 1, start),
        });
        return;
    };
    let written = text_of(src, &name.kept);
    let whole = match &glued {
        Some(glued) => format!("{glued} {written}"),
        None => written,
    };
    let from = if glued.is_some() { start - 1 } else { start };
    let whole = whole.trim();
    if !whole.is_empty() {
        let table = Bodies::builtin();
        // `Permenkes` is known whatever else stands before the number.
        let known = table
            .ministry(whole)
            .or_else(|| glued.as_deref().and_then(|g| table.ministry(g)));
        head.is_sure = known.is_some();
        head.body = Some(Body {
            id: known.map(|k| k.id.to_owned()),
            name: known.map_or_else(|| decent(whole), |k| k.name.to_owned()),
            ambiguous: None,
            range: range_of(src, from, &name.kept),
        });
    }
    head.republik = name.republik.map(|(from, to)| src.range(from, to));
    head.end = name.end;
}

/// Offices that stand before the name of an agency, with the word to print.
fn office(src: Source<'_>, at: usize) -> Option<(&'static str, usize)> {
    if src.like(at, &["kepala"]) || src.is(at, &["ka"]) {
        return Some(("Kepala", src.skip(at + 1, &['.'])));
    }
    if src.like(at, &["ketua"]) {
        return Some(("Ketua", at + 1));
    }
    if src.is(at, &["dirjen", "dirjend", "ditjen"]) {
        return Some(("Direktur Jenderal", at + 1));
    }
    if src.like(at, &["direktur", "direktorat"]) && src.like(at + 1, &["jenderal", "jendral"]) {
        return Some(("Direktur Jenderal", at + 2));
    }
    None
}

/// Whether an office the table lacks is named by a word that stands for one. In running text
/// `Instruksi Kerja Nomor 5` and `SK Pensiun Nomor 12` are no regulations.
pub(super) fn is_office(name: &str) -> bool {
    let first = name.split(' ').next().unwrap_or_default().to_lowercase();
    OFFICES.contains(&first.as_str()) || MORE_OFFICES.contains(&first.as_str())
}

/// Words an office's name begins with, beside [`OFFICES`].
const MORE_OFFICES: [&str; 24] = [
    "kepala",
    "ketua",
    "menteri",
    "badan",
    "dinas",
    "komisi",
    "dewan",
    "lembaga",
    "direksi",
    "deputi",
    "pimpinan",
    "panglima",
    "jaksa",
    "mahkamah",
    "bupati",
    "walikota",
    "wali",
    "sekda",
    "dprd",
    "majelis",
    "senat",
    "universitas",
    "rumah",
    "rsud",
];

/// Offices that need no capital to be one.
const OFFICES: [&str; 8] = [
    "direktur",
    "camat",
    "lurah",
    "sekretaris",
    "rektor",
    "dekan",
    "inspektur",
    "gubernur",
];

fn issuer(src: Source<'_>, head: &mut Head, named_office: Option<&'static str>) -> Option<()> {
    let start = head.end;
    let is_minister = src.like(start, &["menteri", "kementerian"]);
    let short = short_minister(src, start);
    let office = named_office
        .map(|o| (o, start))
        .or_else(|| office(src, start));
    let from = match (&office, is_minister || short.is_some()) {
        (_, true) => start + 1,
        (Some((_, after)), _) => *after,
        _ => start,
    };
    let name = name::read(src, from, &[',', '/', '-', '&', '.', '(', ')', '"'])?;
    let written = text_of(src, &name.kept);
    head.end = name.end;
    let minister = match &short {
        Some(rest) => Some(format!("{rest} {written}")),
        None => is_minister.then(|| written.clone()),
    };
    let (known, print) = if let Some(minister) = minister {
        let known = Bodies::builtin().ministry(minister.trim());
        let name = known.map_or_else(|| decent(&minister), |k| k.name.to_owned());
        (known, format!("Menteri {name}"))
    } else {
        let known = Bodies::builtin().agency(&written);
        let name = known.map_or_else(|| decent(&written), |k| k.name.to_owned());
        let print = match &office {
            // `Perban BKN`: the word is the beginning of the agency's own name.
            Some(("Badan", _)) if known.is_some() => name,
            Some((office, _)) => format!("{office} {name}"),
            None => name,
        };
        (known, print)
    };
    let print = print.trim().to_owned();
    let first = name.kept.first().copied();
    if known.is_none()
        && office.is_none()
        && first.is_some_and(|f| !src.is_capital(f) && !src.is(f, &OFFICES))
    {
        // `keputusan rapat`, `Keputusan (...)`: no office is named.
        return None;
    }
    head.is_sure = known.is_some();
    // `Ombudsman Republik Indonesia` is a name; elsewhere the words are an addition.
    let own = known.is_some_and(|k| k.name.contains("Republik Indonesia"));
    head.republik = name
        .republik
        .filter(|_| !own)
        .map(|(from, to)| src.range(from, to));
    let end_kept = if own {
        name.republik.map(|(_, to)| to - 1)
    } else {
        None
    };
    if !print.is_empty() {
        let mut kept = name.kept;
        kept.extend(end_kept);
        kept.sort_unstable();
        head.body = Some(Body {
            id: known.map(|k| k.id.to_owned()),
            name: print,
            ambiguous: None,
            range: range_of(src, start, &kept),
        });
    }
    Some(())
}

fn region(src: Source<'_>, head: &mut Head, implied: Option<RegionLevel>) {
    let start = head.end;
    let Some(name) = name::read(src, start, &['-', '.', '\'']) else {
        return;
    };
    head.end = name.end;
    head.republik = name.republik.map(|(from, to)| src.range(from, to));
    let Some(first) = name.kept.first().copied() else {
        return;
    };
    let (written, skip) = level(src, first);
    let words: Vec<usize> = name.kept.iter().copied().filter(|at| *at >= skip).collect();
    let text = decent(&text_of(src, &words));
    let level = match head.kind {
        Kind::Perda | Kind::Qanun => written.or_else(|| special_province(&text)),
        _ => implied,
    };
    if text.is_empty() {
        return;
    }
    if head.kind == Kind::Perda && level == Some(RegionLevel::Provinsi) {
        head.kind = Kind::PerdaProvinsi;
    }
    let level = match head.kind {
        Kind::Qanun if text.eq_ignore_ascii_case("aceh") => Some(RegionLevel::Provinsi),
        _ => level,
    };
    head.region = Some(Region {
        level,
        name: text,
        range: range_of(src, first, &name.kept),
    });
}

/// A region behind the year, `Perda Nomor 3 Tahun 2015 Kota Pontianak tentang ...`: only with
/// its level in front and the title, or nothing, behind. Gives the kind and the token after.
pub(super) fn late_region(src: Source<'_>, at: usize, kind: Kind) -> Option<(Region, Kind, usize)> {
    level(src, at).0?;
    let name = name::read(src, at, &['-', '.', '\''])?;
    if src.word(name.end).is_some() && !is_about_word(src, name.end) {
        return None;
    }
    let mut head = Head {
        kind,
        body: None,
        region: None,
        republik: None,
        is_sure: true,
        title: None,
        end: at,
    };
    let implied = match kind {
        Kind::Pergub | Kind::Kepgub => Some(RegionLevel::Provinsi),
        Kind::Perbup | Kind::Kepbup => Some(RegionLevel::Kabupaten),
        Kind::Perwali | Kind::Kepwali => Some(RegionLevel::Kota),
        _ => None,
    };
    region(src, &mut head, implied);
    Some((head.region?, head.kind, name.end))
}

/// Provinces whose special status stands where others have `Provinsi`.
fn special_province(name: &str) -> Option<RegionLevel> {
    let upper = name.to_uppercase();
    let special = [
        "DKI",
        "DKJ",
        "DIY",
        "DI YOGYAKARTA",
        "DAERAH ISTIMEWA",
        "DAERAH KHUSUS",
    ];
    special
        .iter()
        .any(|start| upper.starts_with(start))
        .then_some(RegionLevel::Provinsi)
}

/// The level written before a region's name, and the token after it.
fn level(src: Source<'_>, at: usize) -> (Option<RegionLevel>, usize) {
    let after = src.skip(at + 1, &['.']);
    if src.like(at, &["provinsi", "propinsi"]) || src.is(at, &["prov", "prop"]) {
        (Some(RegionLevel::Provinsi), after)
    } else if src.like(at, &["kabupaten"]) || src.is(at, &["kab"]) {
        (Some(RegionLevel::Kabupaten), after)
    } else if src.is(at, &["kota", "kotamadya", "kodya"]) {
        (Some(RegionLevel::Kota), after)
    } else if src.is(at, &["desa"]) {
        (Some(RegionLevel::Desa), after)
    } else {
        (None, at)
    }
}
