//! Errors for a citation that lacks its number or its year.

use super::core::{Fail, Reach};
use super::head::Head;
use super::number::NumberRead;
use super::source::{Source, clean};
use super::title::is_about_word;
use super::{CitationError, Kind, title};

fn title_text(src: Source<'_>, at: usize, kind: Kind) -> Option<String> {
    let at = src.skip(at, &[',', '.', ':']);
    let about = is_about_word(src, at).then_some(at)?;
    title::read(src, kind, Some(about), about + 1)
        .0
        .map(|t| t.text)
}

/// The error for a regulation without a number, when the text clearly names one.
pub(super) fn number_missing(
    src: Source<'_>,
    start: usize,
    head: &Head,
    read: &NumberRead,
    reach: Reach,
) -> Option<Fail> {
    if reach != Reach::Whole {
        return None;
    }
    let end = read.end.max(head.end);
    let about = is_about_word(src, src.skip(end, &[',', '.', ':']));
    let closed = src.skip(end, &['.', ';', ',']) >= src.len();
    // A bare `Peraturan Gubernur` may be a word of a sentence; a year or a title makes it sure.
    let titled = head.title.is_some() && !read.says_number;
    let named = read.year.is_some() || read.says_number || about || closed || titled;
    if !named || !(head.is_sure || about && read.year.is_some()) {
        return None;
    }
    let error = CitationError::NumberMissing {
        kind: head.kind,
        year: read.year.as_ref().map(|y| y.value),
        title: match head.title {
            Some((from, to)) => Some(clean(src.text.get(src.range(from, to)).unwrap_or_default())),
            None => title_text(src, end, head.kind),
        },
        range: src.range(start, end),
    };
    Some(Fail::Incomplete(Box::new(error), end.max(start + 1)))
}

/// The error for a regulation with a number but without a year.
pub(super) fn year_missing(
    src: Source<'_>,
    start: usize,
    head: &Head,
    read: &NumberRead,
    reach: Reach,
) -> Option<Fail> {
    if reach != Reach::Whole {
        return None;
    }
    let number = read
        .number
        .as_ref()
        .map(|n| n.text.clone())
        .unwrap_or_default();
    let error = match &read.bad_year {
        Some(range) => CitationError::YearUnclear {
            kind: head.kind,
            number,
            written: src.text.get(range.clone()).unwrap_or_default().to_owned(),
            range: range.clone(),
        },
        None => CitationError::YearMissing {
            kind: head.kind,
            number,
            title: title_text(src, read.end, head.kind),
            range: src.range(start, read.end),
        },
    };
    Some(Fail::Incomplete(Box::new(error), read.end.max(start + 1)))
}
