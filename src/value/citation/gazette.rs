//! Gazette notes: `(Lembaran Negara Republik Indonesia Tahun 2009 Nomor 112, Tambahan Lembaran
//! Negara Republik Indonesia Nomor 5038)` and its short forms.

use super::number::{is_number_word, is_year_word};
use super::source::{Source, year_of};
use super::{Gazette, GazetteKind, Placed};
use crate::value::scan::TokenKind;

/// Most tokens of one note.
const LONGEST_NOTE: usize = 80;

/// The gazette named at `at` and the token after its name.
fn name(src: Source<'_>, at: usize) -> Option<(GazetteKind, usize)> {
    use GazetteKind::{BeritaDaerah, BeritaNegara, LembaranDaerah, LembaranNegara};
    let word = src.word(at)?;
    match word {
        "LN" | "LNRI" => return Some((LembaranNegara, at + 1)),
        "BN" | "BNRI" => return Some((BeritaNegara, at + 1)),
        "LD" => return Some((LembaranDaerah, at + 1)),
        "BD" => return Some((BeritaDaerah, at + 1)),
        _ => {}
    }
    let sheet = src.like(at, &["lembaran"]);
    let news = src.like(at, &["berita"]);
    let region = src.like(at + 1, &["daerah"]);
    let state = src.is(at + 1, &["negara", "negera"]);
    match (sheet, news, state, region) {
        (true, _, true, _) => Some((LembaranNegara, at + 2)),
        (true, _, _, true) => Some((LembaranDaerah, at + 2)),
        (_, true, true, _) => Some((BeritaNegara, at + 2)),
        (_, true, _, true) => Some((BeritaDaerah, at + 2)),
        _ => None,
    }
}

/// Whether a gazette note begins here, with or without its bracket.
pub(super) fn starts(src: Source<'_>, at: usize) -> bool {
    let inside = src.skip(at, &['(', '[']);
    inside <= at + 1 && name(src, inside).is_some()
}

/// Reads the note at `at`; gives the token after it.
pub(super) fn read(src: Source<'_>, at: usize) -> Option<(Gazette, usize)> {
    let open = src.is_sign(at, &['(', '[']);
    let (kind, start) = name(src, at + usize::from(open))?;
    let mut note = Note {
        kind,
        year: None,
        number: None,
        supplement: None,
        in_supplement: false,
    };
    let mut end = start;
    let mut last = start;
    while end - start < LONGEST_NOTE {
        let Some(token) = src.get(end) else { break };
        if open && src.is_sign(end, &[')', ']']) {
            last = end + 1;
            break;
        }
        if !open && src.is_sign(end, &[';', ')', '(', ']']) {
            break;
        }
        match token.kind {
            TokenKind::Number => {
                note.take(src, end);
                last = end + 1;
            }
            TokenKind::Word => {
                if src.like(end, &["tambahan"]) || src.is(end, &["tln", "tlnri", "tld", "tbn"]) {
                    note.in_supplement = true;
                } else if !open && !is_note_word(src, end) {
                    break;
                }
            }
            TokenKind::Sign => {}
        }
        end += 1;
    }
    if note.year.is_none() && note.number.is_none() && note.supplement.is_none() && !open {
        return None;
    }
    let range = src.range(at, last);
    let Note {
        year,
        number,
        supplement,
        ..
    } = note;
    Some((
        Gazette {
            kind,
            year,
            number,
            supplement,
            range,
        },
        last,
    ))
}

/// Words of a note that stands without brackets.
fn is_note_word(src: Source<'_>, at: usize) -> bool {
    let known = [
        "republik",
        "indonesia",
        "ri",
        "negara",
        "daerah",
        "lembaran",
        "berita",
        "kota",
    ];
    src.is(at, &known)
        || src.is(at, &["kabupaten", "provinsi", "seri", "dan"])
        || is_number_word(src, at)
        || is_year_word(src, at)
        // Names of regions: `Lembaran Daerah Kota Pontianak Tahun 2015 Nomor 3`.
        || src.is_capital(at)
}

struct Note {
    kind: GazetteKind,
    year: Option<Placed<u16>>,
    number: Option<Placed<u32>>,
    supplement: Option<Placed<u32>>,
    in_supplement: bool,
}

impl Note {
    /// Takes the number at `at` for what the words before it make it.
    fn take(&mut self, src: Source<'_>, at: usize) {
        let text = src.number(at).unwrap_or_default();
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let Ok(value) = digits.parse::<u32>() else {
            return;
        };
        let before = (at.saturating_sub(3)..at)
            .rev()
            .find(|i| src.word(*i).is_some());
        let says_year = before.is_some_and(|i| is_year_word(src, i));
        let says_number = before.is_some_and(|i| is_number_word(src, i));
        let placed = |value| Placed {
            value,
            range: src.range(at, at + 1),
        };
        let year = year_of(text).map(|value| Placed {
            value,
            range: src.range(at, at + 1),
        });
        let second = self.kind == GazetteKind::LembaranNegara && self.in_supplement;
        if (says_year || (!says_number && self.year.is_none())) && year.is_some() && !second {
            self.year = self.year.take().or(year);
        } else if says_year && second && year.is_some() {
            // `TLN Tahun 2009 Nomor 5038` repeats the year.
        } else if self.in_supplement {
            self.supplement = self.supplement.take().or(Some(placed(value)));
        } else {
            self.number = self.number.take().or(Some(placed(value)));
        }
    }
}
