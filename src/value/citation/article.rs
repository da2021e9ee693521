//! Articles of a regulation: `Pasal 36 ayat (1) dan ayat (4) huruf b`.

use super::Article;
use super::source::Source;

/// Most articles read in one place.
const MOST_ARTICLES: usize = 64;

/// Whether the token is the word `Pasal`.
pub(super) fn is_article_word(src: Source<'_>, at: usize) -> bool {
    src.like(at, &["pasal"]) || src.is(at, &["psl", "ps"])
}

/// Reads articles at `at`, joined by commas and `dan`; gives the token after them.
pub(super) fn read(src: Source<'_>, at: usize) -> (Vec<Article>, usize) {
    let mut found: Vec<Article> = Vec::new();
    let mut end = at;
    while found.len() < MOST_ARTICLES {
        let start = if found.is_empty() {
            at
        } else {
            skip_joint(src, end)
        };
        if is_article_word(src, start) {
            let Some((article, after)) = one(src, start) else {
                break;
            };
            found.push(article);
            end = after;
        } else if let (Some(last), true) = (found.last(), src.is(start, &["ayat", "huruf"])) {
            // `Pasal 36 ayat (1) dan ayat (4)`: the Pasal goes on.
            let mut article = Article {
                ayat: None,
                huruf: None,
                angka: None,
                ..last.clone()
            };
            let keep = last.ayat.clone().filter(|_| src.is(start, &["huruf"]));
            let after = details(src, start, &mut article);
            if after == start {
                break;
            }
            article.ayat = article.ayat.or(keep);
            article.range = src.range(start, after);
            found.push(article);
            end = after;
        } else if let (Some(last), Some((value, after))) = (
            found
                .last()
                .filter(|a| a.ayat.is_some() && a.huruf.is_none()),
            lone_ayat(src, start),
        ) {
            // `ayat (1) dan (4)`
            let range = src.range(start, after);
            found.push(Article {
                ayat: Some(value),
                angka: None,
                range,
                ..last.clone()
            });
            end = after;
        } else {
            break;
        }
    }
    (found, end)
}

/// A number in brackets, and the token after it.
fn lone_ayat(src: Source<'_>, at: usize) -> Option<(String, usize)> {
    let closed = src.is_sign(at, &['(']) && src.is_sign(at + 2, &[')']);
    src.number(at + 1)
        .filter(|_| closed)
        .map(|n| (n.to_owned(), at + 3))
}

fn skip_joint(src: Source<'_>, at: usize) -> usize {
    let at = src.skip(at, &[',', '&', '-', '–']);
    at + usize::from(src.is(at, &["dan", "serta", "jo", "juncto", "sampai"]))
}

fn one(src: Source<'_>, at: usize) -> Option<(Article, usize)> {
    let value = src.skip(at + 1, &['.', ':']);
    let mut pasal = src.number(value)?.to_owned();
    let mut end = value + 1;
    // `Pasal 79A`
    if let Some(letter) = src
        .word(end)
        .filter(|w| w.len() == 1 && src.touches_previous(end))
    {
        pasal.push_str(&letter.to_uppercase());
        end += 1;
    }
    let mut article = Article {
        pasal,
        ayat: None,
        huruf: None,
        angka: None,
        range: 0..0,
    };
    let end = details(src, end, &mut article);
    article.range = src.range(at, end);
    Some((article, end))
}

/// `ayat (1) huruf b angka 3`, in this order; gives the token after.
fn details(src: Source<'_>, at: usize, article: &mut Article) -> usize {
    let mut end = at;
    let comma = |end: usize| src.skip(end, &[',']);
    if src.is(comma(end), &["ayat"])
        && let Some((value, after)) = bracketed(src, comma(end) + 1, true)
    {
        article.ayat = Some(value);
        end = after;
    }
    if src.is(comma(end), &["huruf"])
        && let Some((value, after)) = bracketed(src, comma(end) + 1, false)
    {
        article.huruf = Some(value.to_lowercase());
        end = after;
    }
    if src.is(comma(end), &["angka"])
        && let Some((value, after)) = bracketed(src, comma(end) + 1, true)
    {
        article.angka = Some(value);
        end = after;
    }
    end
}

/// A number (or letters) with or without brackets.
fn bracketed(src: Source<'_>, at: usize, digits: bool) -> Option<(String, usize)> {
    let start = src.skip(at, &['(']);
    let value = if digits {
        src.number(start)?
    } else {
        src.word(start).filter(|w| w.len() <= 2)?
    };
    let mut value = value.to_owned();
    let mut end = start + 1;
    if digits
        && let Some(letter) = src
            .word(end)
            .filter(|w| w.len() == 1 && src.touches_previous(end))
    {
        value.push_str(letter);
        end += 1;
    }
    Some((
        value,
        end + usize::from(start > at && src.is_sign(end, &[')'])),
    ))
}
