//! Finds the statements on cost that hold no figures: free, borne by others, by regulation, vague.

use super::reader::Reader;
use super::vocabulary::{
    BASIS, BASIS_LINKS, BORNE, BORNE_LINKS, COST, DEFERRING, FREE, NOT, NOT_LINKS, NOT_PAID,
    NOT_PAID_AT_END, OTHER_COST, Openness, PAYERS, VAGUE, VOLUNTEERS,
};
use crate::value::scan::TokenKind;

/// Whether nothing of the statement follows at `at`.
fn ends(reader: &Reader<'_>, at: usize) -> bool {
    reader
        .get(at)
        .is_none_or(|token| token.kind == TokenKind::Sign && token.text != "/")
        || reader.gap(at).contains('\n')
}

/// The place after a statement that nothing is charged.
pub(super) fn free(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let negated = reader.before_is(at, &["tidak", "bukan", "belum", "tdk"]);
    if reader.is_any(at, FREE) && !negated {
        return Some(at + 1);
    }
    if reader.is(at, "cuma") {
        let hyphen = usize::from(reader.is(at + 1, "-"));
        if reader.is_any(at + 1 + hyphen, &["cuma", "2"]) {
            return Some(at + 2 + hyphen);
        }
    }
    if reader.is_any(at, COST) {
        return cost_denied(reader, at);
    }
    if reader.is_any(at, NOT) {
        denied_cost(reader, at)
    } else {
        None
    }
}

/// `biaya tidak dipungut`, `tarif: tidak ada`, `biaya nol`.
fn cost_denied(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let mut next = at + 1;
    while next < at + 5 && (reader.is_any(next, &["/", "atau"]) || reader.is_any(next, COST)) {
        next += 1;
    }
    if reader.is_any(next, &["nol", "kosong"]) && ends(reader, next + 1) {
        return Some(next + 1);
    }
    let denied =
        reader.is_any(next, &["tidak", "tak", "tdk"]) && reader.is_any(next + 1, NOT_PAID_AT_END);
    (denied && ends(reader, next + 2)).then_some(next + 2)
}

/// `tidak dipungut biaya`, `tanpa biaya`, `bebas retribusi`, `tidak dikenakan tarif/biaya`.
fn denied_cost(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let mut next = at + 1;
    if reader.is_any(next, NOT_PAID) {
        return Some(next + 1);
    }
    while next < at + 7 && reader.is_any(next, NOT_LINKS) && !reader.is_any(next + 1, OTHER_COST) {
        let said = reader.is_any(next, NOT_PAID_AT_END) && !reader.is(next, "ada");
        if said && ends(reader, next + 1) {
            return Some(next + 1);
        }
        next += 1;
    }
    let mut end = next;
    while end < next + 8 {
        let joined = reader.is_any(end, &["/", "atau", "dan", "maupun", "&"]);
        if reader.is_any(end, COST) {
            end += 1;
        } else if joined && end > next && reader.is_any(end + 1, COST) {
            end += 2;
        } else {
            break;
        }
    }
    // The noun may have been taken for a link, as in `tanpa pungutan`.
    let noun = end > next || (next > at + 1 && reader.before_is(next, COST));
    if !noun || reader.is_any(end, OTHER_COST) {
        return None;
    }
    if reader.is_any(end, &["di", "yang"]) && reader.is_any(end + 1, OTHER_COST) {
        return None;
    }
    if reader.is_any(end, &["apapun", "sepeserpun", "sama"]) {
        end += if reader.is(end + 1, "sekali") { 2 } else { 1 };
    } else if reader.is_any(end, &["apa", "sepeser"]) && reader.is(end + 1, "pun") {
        end += 2;
    }
    Some(end)
}

/// The place after a statement that somebody other than the applicant pays.
pub(super) fn borne(reader: &Reader<'_>, at: usize) -> Option<usize> {
    if !reader.is_any(at, BORNE) || reader.before_is(at, &["tidak", "bukan"]) {
        return None;
    }
    let mut next = at + 1;
    while next < at + 6 && reader.is_any(next, BORNE_LINKS) {
        next += 1;
    }
    if !reader.is_any(next, PAYERS) {
        return None;
    }
    let mut end = next + 1;
    while end < next + 5 {
        if reader.is_any(end, PAYERS) || reader.is_any(end, &["kesehatan", "ketenagakerjaan"]) {
            end += 1;
        } else if reader.is_any(end, &["/", "atau", "dan"]) && reader.is_any(end + 1, PAYERS) {
            end += 2;
        } else {
            break;
        }
    }
    Some(end)
}

/// The place after a phrase that leaves the cost open.
///
/// `sesuai tarif sebagai berikut:` is the heading of what follows and leaves nothing open.
pub(super) fn vague(reader: &Reader<'_>, at: usize) -> Option<(Openness, usize)> {
    let found = open(reader, at)?;
    let (_, end) = found;
    let heads = (end..end + 4).any(|next| reader.is(next, "berikut"))
        || reader.is_any(end, &[":", "dibawah"])
        || reader.phrase(end, &["di", "bawah"]);
    (!heads).then_some(found)
}

fn open(reader: &Reader<'_>, at: usize) -> Option<(Openness, usize)> {
    if !reader.is_word(at) {
        return None;
    }
    // Who gives blood or work of free will does not pay so.
    if reader.is(at, "sukarela") && reader.before_is(at, VOLUNTEERS) {
        return None;
    }
    if let Some((words, openness)) = VAGUE.iter().find(|(words, _)| reader.phrase(at, words)) {
        return Some((*openness, at + words.len()));
    }
    if !reader.is_any(at, BASIS) {
        return None;
    }
    let mut next = at + 1;
    // Links are words for cost too, so the last that can stand as what is pointed to counts.
    let mut object = None;
    while next < at + 8 {
        if reader.is_any(next, DEFERRING) {
            object = Some(next + 1);
        } else if !reader.is_any(next, BASIS_LINKS) && !reader.is(next, "-") {
            break;
        }
        next += 1;
    }
    let mut end = object?;
    for tail in [
        &["perundang", "-", "undangan"][..],
        &["-", "undangan"],
        &["perundangan"],
        &["perundang", "undangan"],
        &["undangan"],
        &["yang", "berlaku"],
        &["yg", "berlaku"],
        &["berlaku"],
    ] {
        if reader.phrase(end, tail) {
            end += tail.len();
        }
    }
    Some((Openness::Deferred, end))
}

/// A reference to a regulation.
pub(super) struct Regulation {
    /// The token after it.
    pub(super) end: usize,
    /// Whether its number and year are named.
    pub(super) named: bool,
}

/// Reads a reference to a regulation, with `sesuai` and the like before it.
pub(super) fn regulation(reader: &Reader<'_>, at: usize) -> Option<Regulation> {
    let mut head = at;
    let based = reader.is_any(at, BASIS);
    if based {
        head += 1;
        while head < at + 8 && reader.is_any(head, BASIS_LINKS) {
            head += 1;
        }
    }
    let word = reader
        .get(head)
        .filter(|token| token.kind == TokenKind::Word)?;
    let after = named(reader, head);
    let sure = word.is_any(&[
        "perda", "perbup", "perwal", "perwali", "perwa", "pergub", "perpres", "keppres", "pmk",
        "qanun", "perdes", "kepmen", "permen", "kepgub", "kepbup", "kepwal",
    ]) || ["permen", "kepmen"].iter().any(|stem| {
        word.text
            .get(..stem.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(stem))
    });
    let short = word.is_any(&["pp", "uu", "sk"]) && (based || after.is_some());
    let long = word.is_any(&["peraturan", "keputusan"])
        && reader.is_any(
            head + 1,
            &[
                "daerah",
                "bupati",
                "wali",
                "walikota",
                "gubernur",
                "menteri",
                "pemerintah",
                "presiden",
                "desa",
                "direktur",
                "direksi",
                "kepala",
                "rektor",
                "badan",
                "bersama",
                "kementerian",
                "dirjen",
                "lembaga",
            ],
        );
    let law = word.is("undang") && after.is_some();
    if !(sure || short || long || law) {
        return None;
    }
    Some(match after {
        Some(end) => Regulation { end, named: true },
        None => Regulation {
            end: head + if long { 2 } else { 1 },
            named: false,
        },
    })
}

/// The place after the number and year that follow the head of a regulation.
fn named(reader: &Reader<'_>, head: usize) -> Option<usize> {
    let mut number = false;
    for at in head + 1..head + 40 {
        let token = reader.get(at)?;
        let stops = token.is_any(&[";", "|", "tentang", "rp", "sebesar"]);
        if stops || reader.gap(at).contains('\n') {
            return None;
        }
        if token.kind != TokenKind::Number {
            continue;
        }
        let year =
            token.text.len() == 4 && (token.text.starts_with("19") || token.text.starts_with("20"));
        let announced = reader.before_is(at, &["tahun", "th", "thn", "/"])
            || (reader.before_is(at, &["."]) && at > 1 && reader.is_any(at - 2, &["th", "thn"]));
        if year && number && announced {
            return Some(at + 1);
        }
        number = true;
    }
    None
}
