//! Times in which the applicant must act, which promise nothing.

use crate::value::scan::{Token, TokenKind};

/// What applicants do, or is done with what is theirs to bring or fetch.
const ACTS: &[&str] = &[
    "ambil",
    "diambil",
    "mengambil",
    "pengambilan",
    "dilengkapi",
    "melengkapi",
    "diperbaiki",
    "memperbaiki",
    "dibayar",
    "dibayarkan",
    "membayar",
    "dilunasi",
    "melunasi",
    "diajukan",
    "mengajukan",
    "diperpanjang",
    "memperpanjang",
    "diserahkan",
    "menyerahkan",
    "dikembalikan",
    "mengembalikan",
    "hadir",
    "datang",
    "kembali",
    "merespons",
    "merespon",
];

/// What they must do by a day.
const DUE: &[&str] = &[
    "diajukan",
    "mengajukan",
    "pengajuan",
    "dibayar",
    "dibayarkan",
    "membayar",
    "pembayaran",
    "dilunasi",
    "melunasi",
    "pelunasan",
    "dilengkapi",
    "melengkapi",
];

/// A clause seldom has more words before its time.
const NEAR: usize = 10;

/// Whether the time behind token `bound`, up to before `next`, is one in which the applicant must
/// act: it ends with an event (`14 hari sebelum kegiatan`), is what happens when nothing is done
/// (`bila tidak diambil dalam 30 hari`), or is set for what only the applicant does (`pembayaran
/// paling lambat 30 hari`).
pub(super) fn is_duty(tokens: &[Token<'_>], bound: usize, next: usize) -> bool {
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|t| t.is_any(words));
    let clause = clause(tokens, bound);
    let has = |words: &[&str]| clause.iter().any(|word| word.is_any(words));
    let offered = has(&["dapat", "bisa"]);
    if is(next, &["sebelum"]) {
        return !has(&[
            "terbit",
            "diterbitkan",
            "diselesaikan",
            "selesai",
            "diproses",
        ]);
    }
    let undone = clause.windows(2).any(|pair| {
        let [not, act] = pair else { return false };
        not.is_any(&["tidak", "belum", "tak", "tdk"]) && act.is_any(ACTS)
    });
    let within = (bound.saturating_sub(2)..=bound).any(|at| {
        is(
            at,
            &[
                "dalam", "selama", "setelah", "lebih", "melebihi", "sampai", "hingga",
            ],
        )
    });
    // `lambat` sets a day, `lama` tells how long: paying takes five minutes at most.
    let by_a_day = (bound..=bound + 2).any(|at| {
        is(
            at,
            &["lambat", "lambatnya", "selambat", "selambatnya", "telat"],
        )
    });
    undone && within || by_a_day && !offered && has(DUE)
}

/// The words of the clause before token `end`.
fn clause<'a, 't>(tokens: &'a [Token<'t>], end: usize) -> &'a [Token<'t>] {
    let near = tokens
        .get(end.saturating_sub(NEAR)..end)
        .unwrap_or_default();
    let breaks = |word: &Token<'_>| {
        word.kind == TokenKind::Sign && matches!(word.text, "." | "," | ";" | ":" | "|" | "(")
    };
    let start = near.iter().rposition(breaks).map_or(0, |at| at + 1);
    near.get(start..).unwrap_or_default()
}
