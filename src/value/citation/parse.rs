//! Puts the parts together: one citation with its links, or every citation of a text.

use super::core::{self, Fail, Reach, with_head};
use super::head::Head;
use super::source::Source;
use super::{Citation, CitationError, Kind, Link, Parts, article, link};
use crate::value::scan::tokens;

/// Most regulations linked to one.
const MOST_LINKS: usize = 32;

impl Citation {
    /// Reads one legal basis: the first complete citation of the text, with the regulations
    /// linked to it.
    ///
    /// List marks before and closing signs behind it are passed over. When the text names
    /// several regulations that are not linked, use [`Citation::find_all`].
    ///
    /// # Errors
    ///
    /// [`CitationError`] tells whether there is no regulation at all, or which part is missing.
    pub fn parse(text: &str) -> Result<Citation, CitationError> {
        let tokens = tokens(text);
        let src = Source {
            text,
            tokens: &tokens,
        };
        let mut first_error = None;
        let mut at = 0;
        while at < src.len() {
            let reach = if first_error.is_none() {
                Reach::Whole
            } else {
                Reach::Later
            };
            match one(src, at, reach) {
                Ok((citation, _)) => return Ok(citation),
                Err(Fail::Nothing(next)) => at = next,
                Err(Fail::Incomplete(error, next)) => {
                    first_error = first_error.or(Some(*error));
                    at = next;
                }
            }
        }
        Err(first_error.unwrap_or(CitationError::NotCitation))
    }

    /// Every complete citation of a text, in order. Regulations linked to another are in its
    /// [`Citation::links`], those named inside a title in [`Citation::amends`].
    pub fn find_all(text: &str) -> Vec<Citation> {
        let tokens = tokens(text);
        let src = Source {
            text,
            tokens: &tokens,
        };
        let mut found = Vec::new();
        let mut at = 0;
        while at < src.len() {
            match one(src, at, Reach::Prose) {
                Ok((citation, next)) => {
                    found.push(citation);
                    at = next;
                }
                Err(Fail::Nothing(next) | Fail::Incomplete(_, next)) => at = next,
            }
        }
        found
    }

    /// Reads a citation given in parts. Its ranges are bytes of the text
    /// `{jenis} Nomor {nomor} Tahun {tahun} tentang {tentang}` put together from them.
    ///
    /// # Errors
    ///
    /// As [`Citation::parse`].
    pub fn from_parts(parts: Parts<'_>) -> Result<Citation, CitationError> {
        let Parts {
            jenis,
            nomor,
            tahun,
            tentang,
        } = parts;
        let mut text = jenis.trim().replace(['-', '_'], " ");
        // Ids of the register: `perda provinsi`, `tap mpr`, `se`.
        if let Some(kind) = Kind::from_id(&jenis.trim().to_lowercase().replace(' ', "-")) {
            text = kind.name().to_owned();
        }
        let says = |words: &[&str], text: &str| {
            let start = text.trim_start().to_lowercase();
            words.iter().any(|w| start.starts_with(w))
        };
        let mut add = |word: &str, value: &str, words: &[&str]| {
            if !value.trim().is_empty() {
                let word = if says(words, value) { "" } else { word };
                text = format!("{text} {word} {}", value.trim());
            }
        };
        add("Nomor", nomor, &["no"]);
        add("Tahun", tahun, &["th", "tahun"]);
        add("tentang", tentang, &["tentang", "tantang"]);
        Citation::parse(&text)
    }
}

/// One citation with its links, beginning at `at`; gives the token after it.
fn one(src: Source<'_>, at: usize, reach: Reach) -> Result<(Citation, usize), Fail> {
    let (mut citation, mut end) = core::read(src, at, reach)?;
    for _ in 0..MOST_LINKS {
        let mut words_at = src.skip(end, &[',', '(', '/', ')', ']']);
        let mut read = link::read(src, words_at);
        if read.is_none() {
            words_at = behind_remark(src, end);
            read = link::read(src, words_at);
        }
        let Some(read) = read else {
            break;
        };
        let words = src.range(words_at, read.target);
        let linked = match read.kind {
            Some(_) => core::read(src, link_start(src, words_at, read.target), reach),
            None => elided(src, read.target, &citation, reach),
        };
        let Ok((mut linked, after)) = linked else {
            break;
        };
        inherit_region(&citation, &mut linked);
        citation.range.end = linked.range.end;
        citation.links.push(Link {
            relation: read.relation,
            citation: linked,
            range: words,
        });
        end = after;
    }
    if let Some(mut amended) = citation.amends.take() {
        inherit_region(&citation, &mut amended);
        citation.amends = Some(amended);
    }
    Ok((citation, end))
}

/// Most tokens of a remark in brackets: `UU 31/1999 (Tipikor) jo. UU 20/2001`.
const LONGEST_REMARK: usize = 8;

/// The token behind a short remark in brackets, where one stands at `at`.
fn behind_remark(src: Source<'_>, at: usize) -> usize {
    if !src.is_sign(at, &['(', '[']) {
        return at;
    }
    let close = (at + 1..at + LONGEST_REMARK).find(|i| src.is_sign(*i, &[')', ']']));
    close.map_or(at, |close| close + 1)
}

/// A regional regulation that is linked without its region is of the same region: `Perda Kota
/// Malang ... diubah dengan Perda Nomor 3 Tahun 2015`.
fn inherit_region(main: &Citation, linked: &mut Citation) {
    let same = main.kind.is_regional() && main.kind.short() == linked.kind.short();
    if same && linked.region.is_none() {
        linked.kind = main.kind;
        linked.region = main.region.clone();
    }
}

/// Where the linked citation begins: at its articles, if they come first.
fn link_start(src: Source<'_>, words_at: usize, target: usize) -> usize {
    (words_at..target)
        .find(|i| article::is_article_word(src, *i))
        .unwrap_or(target)
}

/// A linked regulation whose kind is not repeated.
fn elided(
    src: Source<'_>,
    at: usize,
    main: &Citation,
    reach: Reach,
) -> Result<(Citation, usize), Fail> {
    let head = Head {
        kind: main.kind,
        body: main.body.clone(),
        region: main.region.clone(),
        republik: None,
        is_sure: true,
        title: None,
        end: at,
    };
    with_head(src, at, at, Vec::new(), head, reach)
}
