//! One citation without its links.

use std::ops::Range;

use super::head::{self, Head};
use super::incomplete::{number_missing, year_missing};
use super::source::{self, Source, year_of};
use super::title::is_about_word;
use super::{
    Article, Citation, CitationError, Kind, Placed, Title, article, code, gazette, link, number,
    title,
};
use crate::value::scan::TokenKind;

/// Most tokens of a bracket with articles.
const LONGEST_BRACKET: usize = 200;

/// How much of the text belongs to the citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// The text is one legal basis, so words behind the year are its title, also without
    /// `tentang`.
    Whole,
    /// As `Whole`, but an error was found before, and only a complete citation is of use.
    Later,
    /// Running text, where a title needs its `tentang`.
    Prose,
}

/// Why no citation begins here, and where to look next.
pub(super) enum Fail {
    Nothing(usize),
    Incomplete(Box<CitationError>, usize),
}

/// One citation without links.
pub(super) fn read(src: Source<'_>, at: usize, reach: Reach) -> Result<(Citation, usize), Fail> {
    let (articles, mut start) = if article::is_article_word(src, at) {
        article::read(src, at)
    } else {
        (Vec::new(), at)
    };
    if !articles.is_empty() {
        // `Pasal 5 dari UU ...`, `Pasal 21 pada UU ...`
        start += usize::from(src.is(start, &["dari", "pada", "dalam"]));
    }
    if let Some(head) = head::read(src, start) {
        return with_head(src, at, start, articles, head, reach);
    }
    let code_may_start = !src.touches_previous(start) || src.is_sign(start.wrapping_sub(1), &['(']);
    if code_may_start && let Some(head) = code::head(src, start) {
        return with_head(src, at, start, articles, head, reach);
    }
    Err(Fail::Nothing(start.max(at + 1)))
}

/// The citation whose head is read; `at` is its first token, `start` that of the head.
pub(super) fn with_head(
    src: Source<'_>,
    at: usize,
    start: usize,
    articles: Vec<Article>,
    head: Head,
    reach: Reach,
) -> Result<(Citation, usize), Fail> {
    let next = if head.end > start {
        head.end
    } else {
        start + 1
    };
    if head.kind == Kind::Uud {
        return Ok(constitution(src, at, start, articles, head));
    }
    let read = number::read(src, head.end, head.kind);
    if head.body.as_ref().is_some_and(|b| b.id.is_none()) && !read.says_number {
        // `Keputusan rapat tanggal 5 ...`: an office nobody knows needs a number that is
        // called one, or looks like nothing else.
        let slashes = read
            .number
            .as_ref()
            .map_or(0, |n| n.text.matches('/').count());
        if read.number.is_some() && (slashes < 2 || read.year.is_none()) {
            return Err(Fail::Nothing(next));
        }
    }
    let unknown = head
        .body
        .as_ref()
        .filter(|b| b.id.is_none() && is_free(head.kind));
    if reach == Reach::Prose && unknown.is_some_and(|b| !head::is_office(&b.name)) {
        return Err(Fail::Nothing(next));
    }
    let Some(mut number) = read.number.clone() else {
        return Err(number_missing(src, start, &head, &read, reach).unwrap_or(Fail::Nothing(next)));
    };
    let Some(year) = read.year.clone() else {
        return Err(year_missing(src, start, &head, &read, reach).unwrap_or(Fail::Nothing(next)));
    };
    let mut body = head.body;
    let mut kind = code::settle_body(&mut body, head.kind, &mut number);
    let mut region = head.region;
    let mut behind = read.end;
    if kind.is_regional()
        && region.is_none()
        && let Some((late, named, after)) = head::late_region(src, read.end, kind)
    {
        (region, kind, behind) = (Some(late), named, after);
    }
    let mut citation = Citation {
        kind,
        body,
        region,
        number: Some(number),
        year,
        title: None,
        articles,
        gazette: None,
        amends: None,
        links: Vec::new(),
        says_republik_indonesia: head.republik,
        head_range: src.range(start, behind),
        range: src.range(at, behind),
    };
    citation.title = head.title.map(|(from, to)| Title {
        text: source::clean(src.text.get(src.range(from, to)).unwrap_or_default()),
        range: src.range(from, to),
        about: None,
    });
    let end = tail(src, behind, &mut citation, reach);
    citation.range.end = citation.range.end.max(citation.head_range.end);
    Ok((citation, end))
}

/// Kinds any office can issue.
fn is_free(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Peraturan | Kind::Keputusan | Kind::Instruksi | Kind::SuratEdaran | Kind::Pedoman
    )
}

/// What stands behind the year: articles, title, gazette. Gives the token after them.
fn tail(src: Source<'_>, at: usize, citation: &mut Citation, reach: Reach) -> usize {
    let mut end = at;
    loop {
        let here = src.skip(end, &[',']);
        let inside = src.skip(here, &['(', '[']);
        if gazette::starts(src, here)
            && citation.gazette.is_none()
            && let Some((note, after)) = gazette::read(src, here)
        {
            citation.range.end = note.range.end;
            citation.gazette = Some(note);
            end = after;
        } else if article::is_article_word(src, inside) && !src.starts_line(inside) {
            let (found, after) = if inside > here {
                bracketed(src, inside)
            } else {
                article::read(src, here)
            };
            if found.is_empty() {
                return end;
            }
            citation.range.end = src.range(here, after).end;
            citation.articles.extend(found);
            end = after;
        } else if citation.title.is_none()
            && let Some((about, start)) = title_start(src, end, citation.kind, reach)
        {
            let (found, after) = title::read(src, citation.kind, about, start);
            let Some(found) = found else { return end };
            citation.range.end = found.range.end;
            citation.amends = amended(src, &found.range);
            citation.title = Some(found);
            end = after.max(end + 1);
        } else {
            return end;
        }
    }
}

/// All articles inside a bracket whose first word is at `at`: `(Pasal 75 mengenai ... dan
/// Pasal 83 mengenai ...)`; gives the token after the bracket.
fn bracketed(src: Source<'_>, at: usize) -> (Vec<Article>, usize) {
    let mut found = Vec::new();
    let mut end = at;
    let limit = (at + LONGEST_BRACKET).min(src.len());
    while end < limit && !src.is_sign(end, &[')', ']', ';']) {
        if article::is_article_word(src, end) {
            let (some, after) = article::read(src, end);
            found.extend(some);
            end = after.max(end + 1);
        } else {
            end += 1;
        }
    }
    (found, end + usize::from(src.is_sign(end, &[')', ']'])))
}

/// Where a title begins: the word `tentang` and the token after it.
fn title_start(
    src: Source<'_>,
    at: usize,
    kind: Kind,
    reach: Reach,
) -> Option<(Option<usize>, usize)> {
    let about = src.skip(at, &[',', '(', ':', '.', '-']);
    if is_about_word(src, about) {
        return Some((Some(about), about + 1));
    }
    // `UU 43/1999 Perubahan Undang-Undang Nomor 8 Tahun 1974 ...`, without `tentang`.
    if src.like(at, &["perubahan"]) && src.is_capital(at) {
        return Some((None, at));
    }
    let start = src.skip(at, &[',', '(', ':', '-', '–', '"', '“']);
    let is_word =
        src.get(start).is_some_and(|t| t.kind == TokenKind::Word) && src.is_capital(start);
    let other = link::read(src, start).is_some()
        || head::read(src, start).is_some()
        || src.is(
            start,
            &["dan", "serta", "atau", "jo", "jis", "yang", "berlaku"],
        )
        || number::is_number_word(src, start)
        || number::is_year_word(src, start);
    let is_list = src.starts_line(start) && kind != Kind::Uud;
    (reach != Reach::Prose && is_word && !other && !is_list).then_some((None, start))
}

/// The regulation a title says it amends.
fn amended(src: Source<'_>, range: &Range<usize>) -> Option<Box<Citation>> {
    let (from, to) = title::tokens_of(src, range)?;
    if !src.like(from, &["perubahan"]) {
        return None;
    }
    let inner = src.until(to);
    let start = (from + 1..(from + 6).min(to)).find(|i| head::read(inner, *i).is_some())?;
    // Its own title may again hold an amended regulation; one level is enough.
    let head = head::read(inner, start)?;
    let read = number::read(inner, head.end, head.kind);
    let (number, year) = (read.number?, read.year?);
    let mut citation = Citation {
        kind: head.kind,
        body: head.body,
        region: head.region,
        number: Some(number),
        year,
        title: None,
        articles: Vec::new(),
        gazette: None,
        amends: None,
        links: Vec::new(),
        says_republik_indonesia: head.republik,
        head_range: inner.range(start, read.end),
        range: inner.range(start, read.end),
    };
    if is_about_word(inner, read.end) {
        let (found, _) = title::read(inner, citation.kind, Some(read.end), read.end + 1);
        citation.range.end = found.as_ref().map_or(citation.range.end, |t| t.range.end);
        citation.title = found;
    }
    Some(Box::new(citation))
}

/// The constitution, whose year is part of its name.
fn constitution(
    src: Source<'_>,
    at: usize,
    start: usize,
    articles: Vec<Article>,
    head: Head,
) -> (Citation, usize) {
    let mut end = head.end;
    let after = src.skip(end, &['.']);
    let after = after + usize::from(number::is_year_word(src, after));
    let mut year = Placed {
        value: 1945,
        range: src.range(start, end),
    };
    if src.number(after).and_then(year_of) == Some(1945) {
        year.range = src.range(after, after + 1);
        end = after + 1;
    }
    let mut citation = Citation {
        kind: Kind::Uud,
        body: None,
        region: None,
        number: None,
        year,
        title: None,
        articles,
        gazette: None,
        amends: None,
        links: Vec::new(),
        // The words belong to the name of the constitution (Lampiran II nomor 44).
        says_republik_indonesia: None,
        head_range: src.range(start, end),
        range: src.range(at, end),
    };
    let end = tail(src, end, &mut citation, Reach::Prose);
    (citation, end)
}
