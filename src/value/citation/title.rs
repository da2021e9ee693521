//! The title of a regulation: where the words after `tentang` end.

use std::ops::Range;

use super::number::{is_number_word, is_year_word};
use super::source::{Source, clean};
use super::{Kind, Title, article, gazette, head, link, number, phrase};
use crate::value::scan::TokenKind;

/// Whether the token is the word `tentang` in one of its spellings.
pub(super) fn is_about_word(src: Source<'_>, at: usize) -> bool {
    src.like(at, &["tentang"]) || src.is(at, &["ttg", "tntg", "perihal"])
}

/// Words after which a regulation named inside a title belongs to the title:
/// `Perubahan atas Undang-Undang ...`, `Pelaksanaan Undang-Undang ...`.
const GOVERNS: [&str; 21] = [
    "atas",
    "perubahan",
    "pelaksanaan",
    "penetapan",
    "pencabutan",
    "dari",
    "menurut",
    "terhadap",
    "berdasarkan",
    "dalam",
    "pada",
    "ketentuan",
    "mencabut",
    "lampiran",
    "antara",
    "penjelasan",
    "penyesuaian",
    "oleh",
    "kedua",
    "ketiga",
    "pengganti",
];

/// Reads the title whose first word is at `at`; gives it and the token after it.
///
/// `kind` is the kind of the regulation that bears the title.
pub(super) fn read(
    src: Source<'_>,
    kind: Kind,
    about: Option<usize>,
    at: usize,
) -> (Option<Title>, usize) {
    let at = src.skip(at, &[':', '"', '“', '”', '\'', '‘', '’', '-', '–']);
    let end = end(src, kind, at);
    let last = trim(src, at, end);
    let title = (last > at).then(|| Title {
        text: clean(src.text.get(src.range(at, last)).unwrap_or_default()),
        range: src.range(at, last),
        about: about.map(|i| src.range(i, i + 1)),
    });
    (title, end)
}

/// The token at which the title that begins at `start` is over.
fn end(src: Source<'_>, kind: Kind, start: usize) -> usize {
    let mut at = start;
    let mut nested: Option<Kind> = None;
    let mut depth = 0_usize;
    // Where a regulation begins that is linked to the nested one.
    let mut inner_link = start;
    while let Some(token) = src.get(at) {
        match token.kind {
            TokenKind::Sign => match src.sign(at) {
                Some(';') => return at,
                Some('(' | '[') => {
                    if gazette::starts(src, at) {
                        match inner_gazette(src, at).filter(|_| nested.is_some()) {
                            Some(after) => {
                                at = after;
                                continue;
                            }
                            None => return at,
                        }
                    }
                    if article::is_article_word(src, at + 1) {
                        return at;
                    }
                    depth += 1;
                }
                Some(')' | ']') => {
                    // The bracket was opened before the title: `(UU 25/2009 tentang ...)`.
                    if depth == 0 {
                        return at;
                    }
                    depth -= 1;
                }
                Some('.') if ends_sentence(src, at) => return at,
                Some('•' | '-' | '–' | '*') if src.starts_line(at) && at > start => return at,
                _ => {}
            },
            TokenKind::Number => {
                if at > start && src.starts_line(at) && is_mark(src, at) {
                    return at;
                }
            }
            TokenKind::Word => {
                if at > start && src.starts_line(at) && is_mark(src, at) {
                    return at;
                }
                if gazette::starts(src, at) || closing_article(src, start, at) {
                    return at;
                }
                // A link to the kind named inside the title belongs to that one: a PP `tentang
                // Pelaksanaan UU ... sebagaimana telah diubah dengan UU ...`.
                if let Some(link) = link::read(src, at) {
                    if link.kind == Some(kind) || nested.is_none() || link.kind != nested {
                        return at;
                    }
                    inner_link = link.target;
                }
                if let Some(named) = citation_at(src, at) {
                    let before = at.checked_sub(1).filter(|b| *b >= start);
                    let governed = at == inner_link || before.is_some_and(|b| governs(src, b));
                    if at > start && (!governed || src.starts_line(at) && is_after_mark(src, at)) {
                        return at;
                    }
                    nested = nested.or(Some(named));
                }
            }
        }
        at += 1;
    }
    at
}

/// Whether the word before a regulation makes it a part of the title.
fn governs(src: Source<'_>, before: usize) -> bool {
    src.like(before, &GOVERNS)
        // `Pasal 5 Undang-Undang ...`, `ayat (2) Undang-Undang ...`
        || article::is_article_word(src, before.saturating_sub(1))
        || (src.is_sign(before, &[')']) && src.number(before.saturating_sub(1)).is_some())
}

/// Whether articles of the regulation itself stand behind its title here, and not the
/// articles of a regulation the title names: `Pelaksanaan Ketentuan Pasal 5 UU ...`.
fn closing_article(src: Source<'_>, start: usize, at: usize) -> bool {
    if at == start || !article::is_article_word(src, at) || src.like(at - 1, &GOVERNS) {
        return false;
    }
    let (found, end) = article::read(src, at);
    !found.is_empty() && head::read(src, end).is_none()
}

/// The token after the gazette note of a regulation named inside the title: `Penetapan
/// Undang-Undang Darurat ... (Lembaran Negara ...) sebagai Undang-Undang`.
fn inner_gazette(src: Source<'_>, at: usize) -> Option<usize> {
    let (_, after) = gazette::read(src, at)?;
    src.like(after, &["sebagai", "menjadi"]).then_some(after)
}

/// The kind of a regulation named with its number at `at`.
fn citation_at(src: Source<'_>, at: usize) -> Option<Kind> {
    phrase::read(src, at)?;
    let head = head::read(src, at)?;
    let read = number::read(src, head.end, head.kind);
    (read.number.is_some() && read.year.is_some()).then_some(head.kind)
}

/// A full stop that ends a sentence, and not an abbreviation (`No.`, `Kab.`).
fn ends_sentence(src: Source<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return true;
    };
    if src.get(at + 1).is_none() {
        return true;
    }
    // `... Publik 2. Peraturan Pemerintah ...`: the mark of the next item.
    let mark =
        src.number(before).is_some_and(|n| n.len() <= 2) && citation_at(src, at + 1).is_some();
    if src.touches_next(at) || mark {
        return false;
    }
    let short = src.word(before).is_some_and(|w| w.len() <= 4)
        || is_number_word(src, before)
        || is_year_word(src, before);
    let upper = src.is_capital(at + 1) || src.number(at + 1).is_some();
    // An upper-case short word (`KTP.`) ends a sentence like any other.
    let shouted = src
        .word(before)
        .is_some_and(|w| w.len() > 2 && w.chars().all(char::is_uppercase));
    upper && (!short || shouted)
}

/// `2.`, `b)` in front of the next item of a list.
fn is_mark(src: Source<'_>, at: usize) -> bool {
    let letter = src.word(at).is_some_and(|w| w.len() == 1);
    let number = src.number(at).is_some_and(|n| n.len() <= 3);
    (letter || number) && src.is_sign(at + 1, &['.', ')']) && src.touches_next(at)
}

fn is_after_mark(src: Source<'_>, at: usize) -> bool {
    at > 0 && src.is_sign(at - 1, &['.', ')', '-', '•', '*', ';', ','])
}

/// The end of the title without closing signs, `dan`, and the mark of the next item.
fn trim(src: Source<'_>, start: usize, end: usize) -> usize {
    let mut last = end;
    while last > start {
        let token = last - 1;
        let closing = src.is_sign(
            token,
            &[
                ',', '.', ';', ':', '-', '–', '•', '*', '"', '”', '“', '\'', '’', '/',
            ],
        ) || src.is(
            token,
            &[
                "dan",
                "serta",
                "dengan",
                "maka",
                "yang",
                "beserta",
                "perubahannya",
            ],
        );
        let mark = last < end
            && src.number(token).is_some_and(|n| n.len() <= 2)
            && src.is_sign(last, &['.', ')']);
        let opening = src.is_sign(token, &['(', '[']);
        if closing || mark || opening {
            last = token;
        } else {
            break;
        }
    }
    last
}

/// The tokens that make up a range of the text.
pub(super) fn tokens_of(src: Source<'_>, range: &Range<usize>) -> Option<(usize, usize)> {
    let from = src.tokens.partition_point(|t| t.range.start < range.start);
    let to = src.tokens.partition_point(|t| t.range.end <= range.end);
    (from < to).then_some((from, to))
}
