//! What kind of promise a time is, told by words or a sign beside it.

use std::ops::Range;

use crate::value::scan::{Token, TokenKind};

/// What kind of promise a time is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bound {
    /// The time itself: `3 hari`.
    Exact,
    /// An upper bound: `paling lama`, `maksimal`, `≤`, `tidak lebih dari`.
    AtMost,
    /// An upper bound that is not reached: `<`, `kurang dari`.
    LessThan,
    /// An estimate: `±`, `kurang lebih`, `sekitar`, `estimasi`, `rata-rata`.
    About,
    /// A lower bound: `minimal`, `paling singkat`, `≥`.
    AtLeast,
    /// A lower bound that is passed: `>`, `lebih dari`.
    MoreThan,
}

impl Bound {
    /// Whether it limits the time from above.
    pub fn is_upper(self) -> bool {
        matches!(self, Self::AtMost | Self::LessThan)
    }

    /// Whether it only limits the time from below.
    pub fn is_lower(self) -> bool {
        matches!(self, Self::AtLeast | Self::MoreThan)
    }
}

/// Longer phrases stand before the shorter ones they end in.
const PHRASES: &[(&str, Bound)] = &[
    ("tidak boleh lebih dari", Bound::AtMost),
    ("tidak akan lebih dari", Bound::AtMost),
    ("tidak boleh melebihi", Bound::AtMost),
    ("tidak lebih dari", Bound::AtMost),
    ("tidak lebih lama dari", Bound::AtMost),
    ("tak lebih dari", Bound::AtMost),
    ("tidak melebihi", Bound::AtMost),
    ("tidak lebih", Bound::AtMost),
    ("tidak kurang dari", Bound::AtLeast),
    ("kurang lebih", Bound::About),
    ("lebih kurang", Bound::About),
    ("kurang dari", Bound::LessThan),
    ("lebih dari", Bound::MoreThan),
    ("paling lama", Bound::AtMost),
    ("paling lambat", Bound::AtMost),
    ("paling lambatnya", Bound::AtMost),
    ("paling lamanya", Bound::AtMost),
    ("paling telat", Bound::AtMost),
    ("paling banyak", Bound::AtMost),
    ("palinglama", Bound::AtMost),
    ("paling singkat", Bound::AtLeast),
    ("paling sebentar", Bound::AtLeast),
    ("paling cepat", Bound::AtLeast),
    ("paling sedikit", Bound::AtLeast),
    ("paling kurang", Bound::AtLeast),
    ("selambat - lambatnya", Bound::AtMost),
    ("selambat - lambat", Bound::AtMost),
    ("selambat lambatnya", Bound::AtMost),
    ("selambatnya", Bound::AtMost),
    ("selama - lamanya", Bound::AtMost),
    ("selama lamanya", Bound::AtMost),
    ("sekurang - kurangnya", Bound::AtLeast),
    ("sekurangnya", Bound::AtLeast),
    ("secepat - cepatnya", Bound::AtLeast),
    ("maksimal", Bound::AtMost),
    ("maximal", Bound::AtMost),
    ("maksimum", Bound::AtMost),
    ("maximum", Bound::AtMost),
    ("makimal", Bound::AtMost),
    ("masimal", Bound::AtMost),
    ("maksimak", Bound::AtMost),
    ("maks .", Bound::AtMost),
    ("maks", Bound::AtMost),
    ("mak .", Bound::AtMost),
    ("max .", Bound::AtMost),
    ("max", Bound::AtMost),
    ("minimal", Bound::AtLeast),
    ("minimum", Bound::AtLeast),
    ("min .", Bound::AtLeast),
    ("min", Bound::AtLeast),
    ("di bawah", Bound::LessThan),
    ("dibawah", Bound::LessThan),
    ("di atas", Bound::MoreThan),
    ("diatas", Bound::MoreThan),
    ("- >", Bound::Exact),
    ("= >", Bound::Exact),
    ("< =", Bound::AtMost),
    ("= <", Bound::AtMost),
    ("> =", Bound::AtLeast),
    ("& lt ;", Bound::LessThan),
    ("& gt ;", Bound::MoreThan),
    ("<", Bound::LessThan),
    ("≤", Bound::AtMost),
    ("⩽", Bound::AtMost),
    ("≦", Bound::AtMost),
    (">", Bound::MoreThan),
    ("≥", Bound::AtLeast),
    ("⩾", Bound::AtLeast),
    ("±", Bound::About),
    ("+ / -", Bound::About),
    ("+ -", Bound::About),
    ("~", Bound::About),
    ("≈", Bound::About),
    ("sekitar", Bound::About),
    ("sekira", Bound::About),
    ("estimasi", Bound::About),
    ("perkiraan", Bound::About),
    ("diperkirakan", Bound::About),
    ("kira - kira", Bound::About),
    ("kira kira", Bound::About),
    ("rata - rata", Bound::About),
    ("rata rata", Bound::About),
    ("rerata", Bound::About),
    ("kurleb", Bound::About),
    ("hingga", Bound::AtMost),
    ("sampai dengan", Bound::AtMost),
    ("sampai", Bound::AtMost),
    ("s / d", Bound::AtMost),
    ("s . d .", Bound::AtMost),
];

/// Words that may stand between the bound and the number and say nothing of their own.
const FILLERS: &[&str] = &[
    "dalam",
    "waktu",
    "selama",
    "adalah",
    "yaitu",
    "yakni",
    "kurun",
    "jangka",
    "hanya",
    "sebanyak",
    ":",
    "=",
    "dilakukan",
    "ialah",
    "membutuhkan",
    "memerlukan",
    "durasi",
    "tempo",
    "(",
];

/// A bound and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Stated {
    pub(super) bound: Bound,
    /// Index of its first token.
    pub(super) first: usize,
    /// Index after its last token.
    pub(super) after: usize,
    pub(super) range: Range<usize>,
}

/// The phrase that ends just before `end`, not reaching before `floor`.
fn ending_at(tokens: &[Token<'_>], floor: usize, end: usize) -> Option<Stated> {
    PHRASES.iter().find_map(|(phrase, bound)| {
        let size = phrase.split(' ').count();
        let first = end.checked_sub(size).filter(|first| *first >= floor)?;
        let written = tokens.get(first..end)?;
        let fits = written.iter().zip(phrase.split(' ')).all(|(token, word)| {
            token.is(word) || word == "-" && crate::value::numeral::is_hyphen(token)
        });
        let range = written.first()?.range.start..written.last()?.range.end;
        fits.then_some(Stated {
            bound: *bound,
            first,
            after: end,
            range,
        })
    })
}

/// The bound before the number at `first`; two other words may stand between them.
pub(super) fn before(tokens: &[Token<'_>], floor: usize, first: usize) -> Option<Stated> {
    let mut end = first;
    let mut others = 0;
    while end > floor {
        if let Some(stated) = ending_at(tokens, floor, end) {
            return Some(stronger(tokens, floor, stated)).filter(|s| s.bound != Bound::Exact);
        }
        let word = tokens.get(end - 1)?;
        // `+ 15 menit`, typed for `±`; between two times it adds them.
        let leads = |at: usize| {
            let before = at.checked_sub(1).and_then(|at| tokens.get(at));
            before.is_none_or(|t| matches!(t.text, ":" | "(" | "="))
        };
        if word.text == "+" && leads(end - 1) {
            return Some(Stated {
                bound: Bound::About,
                first: end - 1,
                after: end,
                range: word.range.clone(),
            });
        }
        if !word.is_any(FILLERS) {
            others += 1;
            if others > 2
                || word.kind != TokenKind::Word
                || super::unit::is_unit(word)
                || word.is_any(&["kali", "x"])
                || crate::value::numeral::is_number_word(word)
            {
                return None;
            }
        }
        end -= 1;
        if first - end > 6 {
            return None;
        }
    }
    None
}

/// `estimasi paling lama`, `maksimal sekitar`: a limit counts more than an estimate.
fn stronger(tokens: &[Token<'_>], floor: usize, near: Stated) -> Stated {
    let Some(far) = ending_at(tokens, floor, near.first) else {
        return near;
    };
    let bound = if near.bound == Bound::About {
        far.bound
    } else {
        near.bound
    };
    Stated {
        bound,
        first: far.first,
        after: near.after,
        range: far.range.start..near.range.end,
    }
}

/// The bound after a time, with nothing more of the sentence behind: `3 hari maksimal`.
pub(super) fn after(tokens: &[Token<'_>], at: usize) -> Option<Stated> {
    let open = usize::from(tokens.get(at).is_some_and(|t| t.text == "("));
    let first = at + open;
    (first + 1..=first + 3)
        .filter_map(|end| ending_at(tokens, first, end))
        .find(|stated| {
            let next = tokens.get(stated.after);
            stated.first == first
                && (matches!(stated.bound, Bound::AtMost | Bound::AtLeast)
                    || stated.bound == Bound::About && open == 1)
                && tokens.get(first).is_some_and(|t| {
                    t.is_any(&[
                        "maksimal",
                        "maksimum",
                        "maks",
                        "max",
                        "paling",
                        "minimal",
                        "rata",
                        "estimasi",
                        "perkiraan",
                    ])
                })
                && next.is_none_or(|t| matches!(t.text, "." | "," | ";" | ")"))
        })
}
