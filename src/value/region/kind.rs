//! The kinds of region and the words that announce them.

use std::fmt;

use crate::value::scan::{Token, TokenKind};

/// What a region is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Provinsi, led by a governor.
    Province,
    /// Kabupaten, led by a bupati.
    Kabupaten,
    /// Kota, led by a mayor.
    Kota,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Province => "Provinsi",
            Self::Kabupaten => "Kabupaten",
            Self::Kota => "Kota",
        })
    }
}

/// Words before a name that tell which kind of region follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stated {
    /// The kind; none where the words leave it open: `Pemda`, `Kabupaten/Kota`.
    pub(super) kind: Option<Kind>,
    /// Index of the first of these tokens.
    pub(super) start: usize,
}

/// A word that stands for a kind, also inside an office or a regulation.
pub(super) fn kind_word(token: &Token<'_>) -> Option<Kind> {
    const PROVINCE: [&str; 10] = [
        "provinsi", "propinsi", "prov", "prop", "pemprov", "pemprop", "gubernur", "pergub",
        "kepgub", "wagub",
    ];
    const KABUPATEN: [&str; 9] = [
        "kabupaten",
        "kab",
        "pemkab",
        "bupati",
        "perbup",
        "kepbup",
        "wabup",
        "kabupten",
        "kabuaten",
    ];
    const KOTA: [&str; 12] = [
        "kota",
        "kotamadya",
        "kodya",
        "pemkot",
        "walikota",
        "perwali",
        "perwako",
        "perwal",
        "perwa",
        "wawali",
        "kotamadia",
        "wako",
    ];
    if token.kind != TokenKind::Word || token.text.len() > 9 {
        return None;
    }
    [
        (Kind::Province, &PROVINCE[..]),
        (Kind::Kabupaten, &KABUPATEN),
        (Kind::Kota, &KOTA),
    ]
    .into_iter()
    .find_map(|(kind, words)| token.is_any(words).then_some(kind))
}

/// The words right before token `at` that state the kind.
pub(super) fn stated_before(all: &[Token<'_>], at: usize) -> Option<Stated> {
    let mut end = at;
    // `Kab. Bogor`, `Kabupaten : Ciamis`
    while end > 0
        && all
            .get(end - 1)
            .is_some_and(|token| matches!(token.text, "." | ":"))
    {
        // Only one of a kind, or dots without end could be walked again for every name.
        if at - end >= 2 {
            return None;
        }
        end -= 1;
    }
    let before = |back: usize| end.checked_sub(back).and_then(|at| all.get(at));
    let last = before(1)?;
    if last.is_any(&["administrasi", "adm"]) {
        let start = end - 2.min(end);
        let kind = before(2).and_then(kind_word)?;
        return Some(Stated {
            kind: Some(kind),
            start,
        });
    }
    if last.is("pemda") {
        return Some(Stated {
            kind: None,
            start: end - 1,
        });
    }
    if last.is("daerah")
        && before(2).is_some_and(|token| token.is_any(&["pemerintah", "peraturan"]))
    {
        return Some(Stated {
            kind: None,
            start: end - 2,
        });
    }
    let kind = kind_word(last)?;
    if last.is("kota") {
        if before(2).is_some_and(|token| token.is("wali")) {
            return Some(Stated {
                kind: Some(kind),
                start: end - 2,
            });
        }
        // `Ibu Kota Jakarta`; `Kecamatan Kota Sumenep` is a part of a regency.
        let back = if before(2).is_some_and(|token| token.text == ".") {
            3
        } else {
            2
        };
        let part = [
            "ibu",
            "kecamatan",
            "kec",
            "kelurahan",
            "kel",
            "polsek",
            "koramil",
            "puskesmas",
        ];
        if before(back).is_some_and(|token| token.is_any(&part)) {
            return None;
        }
    }
    // `Kabupaten/Kota Bogor`, `Kabupaten dan Kota Bogor` leave the kind open.
    let joined = before(2)
        .is_some_and(|token| token.text == "/" || token.is_any(&["dan", "atau", "maupun"]));
    if joined
        && before(3)
            .and_then(kind_word)
            .is_some_and(|other| other != kind)
    {
        return Some(Stated {
            kind: None,
            start: end - 3,
        });
    }
    Some(Stated {
        kind: Some(kind),
        start: end - 1,
    })
}
