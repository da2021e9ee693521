//! The lines around a finding, cut out so that the file itself need not be kept.
//!
//! What is cut out is safe to show on a terminal: characters that would act on it are spelled
//! out, and lines too long to read are shortened around the place that matters.

mod lines;
mod of_finding;

use std::collections::{BTreeMap, BTreeSet};

use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use serde::{Deserialize, Serialize};

use crate::{
    finding::Range,
    sanitize::{is_hidden, visible},
    source::Source,
    span::Span,
    text::Phrase,
};

pub(crate) use self::lines::Lines;

/// Lines of a file with places underlined in them.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Excerpt {
    name: String,
    /// The lines as shown, each with a line break after it.
    text: String,
    lines: Vec<Line>,
    /// The first one is what the finding is about.
    labels: Vec<Label>,
    /// How many places there are, shown or not.
    places: usize,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Line {
    /// Index in the file, from 0.
    index: usize,
    /// Where it begins in the excerpt.
    start: usize,
}

/// A place in an excerpt.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Label {
    /// Bytes of the excerpt.
    pub span: Span,
    /// Words under it.
    pub text: Option<Phrase>,
    /// Column in the file, from 1.
    column: usize,
}

/// Longest line shown whole, in characters.
const LONGEST_LINE: usize = 120;
/// Characters shown before the place in a line that is shortened.
const BEFORE: usize = 40;
/// Most places shown in a line that is shortened.
const MOST_PLACES: usize = 4;

impl Excerpt {
    /// The lines of the given places and `context` lines around each.
    pub(crate) fn new(
        source: &Source,
        places: impl Iterator<Item = (Span, Option<Phrase>)>,
        context: usize,
    ) -> Self {
        // A place of many lines is shown by its first one.
        let first_line = |span: Span| {
            let index = source.line_index(span.start);
            let line = source.line(index).unwrap_or_default();
            (
                index,
                Span::new(span.start.min(line.end), span.end.min(line.end)),
            )
        };
        let places: Vec<_> = places
            .map(|(span, text)| (span, first_line(span), text))
            .collect();
        let mut wanted: Vec<usize> = Vec::new();
        for (_, (index, _), _) in &places {
            wanted.extend(index.saturating_sub(context)..=index + context);
        }
        wanted.sort_unstable();
        wanted.dedup();
        let mut excerpt = Self {
            name: visible(source.name()).into_owned(),
            text: String::new(),
            lines: Vec::new(),
            labels: Vec::new(),
            places: places.len(),
        };
        let mut labels: Vec<Option<Label>> = vec![None; places.len()];
        for index in wanted {
            let Some(line) = source.line(index) else {
                continue;
            };
            let on_line = places.iter().filter(|(_, (at, _), _)| *at == index);
            let marks: Vec<Span> = on_line.map(|(_, (_, span), _)| *span).collect();
            if marks.is_empty() && source.slice(line).trim().is_empty() {
                continue;
            }
            let shown = Shown::new(source, line, &marks);
            let start = excerpt.text.len();
            excerpt.lines.push(Line { index, start });
            excerpt.text.push_str(&shown.text);
            excerpt.text.push('\n');
            for (number, (span, (at, part), text)) in places.iter().enumerate() {
                if *at != index {
                    continue;
                }
                let Some((from, to)) = shown.place(*part) else {
                    continue;
                };
                let (from, to) = (start + from, start + to);
                let label = Label {
                    span: Span::new(from, to),
                    text: text.clone(),
                    column: source.position(span.start).column,
                };
                if let Some(slot) = labels.get_mut(number) {
                    *slot = Some(label);
                }
            }
        }
        excerpt.labels = labels.into_iter().flatten().collect();
        excerpt
    }

    /// Places in lines of a file, of which no more than these lines is at hand, each with its
    /// number from 1. Places in other lines are not shown.
    pub(crate) fn of_lines<'a>(
        name: &str,
        lines: impl Iterator<Item = (usize, &'a str)>,
        places: &[(Range, Option<Phrase>)],
    ) -> Self {
        let wanted: BTreeSet<_> = places.iter().map(|(range, _)| range.start.line).collect();
        let lines: Vec<_> = lines
            .filter(|(number, _)| wanted.contains(number))
            .collect();
        let mut text = String::new();
        let mut starts = BTreeMap::new();
        for (number, line) in &lines {
            starts.insert(*number, (text.len(), *line));
            text.push_str(line);
            text.push('\n');
        }
        let byte = |line: &str, column: usize| {
            let mut bytes = line.char_indices().map(|(at, _)| at);
            bytes.nth(column.saturating_sub(1)).unwrap_or(line.len())
        };
        let span = |(range, words): &(Range, Option<Phrase>)| {
            let (start, line) = starts.get(&range.start.line)?;
            let from = byte(line, range.start.column);
            let to = match range.end.line == range.start.line {
                true => byte(line, range.end.column).max(from),
                false => line.len(),
            };
            Some((Span::new(start + from, start + to), words.clone()))
        };
        let source = Source::from_text(name, &text);
        let mut excerpt = Self::new(&source, places.iter().filter_map(span), 0);
        for line in &mut excerpt.lines {
            let number = lines.get(line.index).map(|(number, _)| *number);
            line.index = number.unwrap_or_default().saturating_sub(1);
        }
        excerpt.places = places.len();
        excerpt
    }

    /// The places, what the finding is about first.
    pub fn labels(&self) -> &[Label] {
        &self.labels
    }

    /// How many places there are, those included that no line shows.
    pub fn places(&self) -> usize {
        self.places
    }

    /// Whether all places stand in lines that are safe to show, as in one that was made here.
    pub(crate) fn is_sound(&self) -> bool {
        let is_edge = |at: usize| self.text.is_char_boundary(at);
        let is_inside =
            |span: Span| span.start <= span.end && is_edge(span.start) && is_edge(span.end);
        let starts_line = |line: &Line| {
            let before = line.start.checked_sub(1);
            let byte = before.map(|at| self.text.as_bytes().get(at));
            is_edge(line.start) && byte.is_none_or(|byte| byte == Some(&b'\n'))
        };
        let rises = self.lines.windows(2).all(|pair| match pair {
            [one, next] => one.start < next.start && one.index < next.index,
            _ => true,
        });
        let is_plain = |text: &str| text.split('\n').all(|line| !line.chars().any(is_hidden));
        // Room for the additions that drawing them takes.
        let is_place = |index: usize| index < usize::MAX / 2;
        let is_column = |label: &Label| label.column > 0 && is_place(label.column);
        rises
            && self.lines.iter().all(|line| is_place(line.index))
            && self.labels.iter().all(is_column)
            && is_plain(&self.name)
            && is_plain(&self.text)
            && self.lines.iter().all(starts_line)
            && self.labels.iter().all(|label| is_inside(label.span))
            && (self.text.is_empty() || self.text.ends_with('\n'))
            && self.text.lines().count() == self.lines.len()
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty() || self.text.trim().is_empty()
    }

    /// The lines as shown: the number of each in the file, from 1, and its text in parts, of which
    /// every second one is a place, beginning with one that is not.
    pub fn lines(&self) -> impl Iterator<Item = (usize, Vec<&str>)> {
        self.lines.iter().enumerate().map(|(at, line)| {
            let next = self.lines.get(at + 1);
            let end = next.map_or(self.text.len(), |next| next.start);
            let end = end.saturating_sub(1).max(line.start);
            let mut spans: Vec<Span> = self.labels.iter().map(|label| label.span).collect();
            spans.sort_by_key(|span| (span.start, span.end));
            let mut parts = Vec::new();
            let mut from = line.start;
            for span in spans {
                // A place within another one is not told apart from it.
                if span.start >= from && span.end <= end && span.end > span.start {
                    parts.push(self.text.get(from..span.start).unwrap_or_default());
                    parts.push(self.text.get(span.start..span.end).unwrap_or_default());
                    from = span.end;
                }
            }
            parts.push(self.text.get(from..end).unwrap_or_default());
            (line.index + 1, parts)
        })
    }

    fn line_at(&self, offset: usize) -> usize {
        self.lines
            .partition_point(|line| line.start <= offset)
            .saturating_sub(1)
    }

    fn index_of(&self, line: usize) -> usize {
        self.lines.get(line).map_or(0, |line| line.index)
    }
}

impl SourceCode for Excerpt {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let (mut first, mut last) = (
            self.line_at(span.offset()),
            self.line_at(span.offset() + span.len()),
        );
        // Only lines that follow one another in the file are shown as one stretch.
        for _ in 0..before {
            if first > 0 && self.index_of(first - 1) + 1 == self.index_of(first) {
                first -= 1;
            }
        }
        for _ in 0..after {
            if last + 1 < self.lines.len() && self.index_of(last) + 1 == self.index_of(last + 1) {
                last += 1;
            }
        }
        let start = self.lines.get(first).ok_or(MietteError::OutOfBounds)?.start;
        let end = self
            .lines
            .get(last + 1)
            .map_or(self.text.len(), |line| line.start);
        let data = self.text.get(start..end).ok_or(MietteError::OutOfBounds)?;
        let label = self
            .labels
            .iter()
            .find(|label| label.span.start == span.offset());
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            data.as_bytes(),
            (start, data.len()).into(),
            self.index_of(first),
            label.map_or(0, |label| label.column - 1),
            last + 1 - first,
        )))
    }
}

/// A line as shown, and where each of its bytes went.
struct Shown {
    text: String,
    /// Byte in the file and byte in `text`, at every character that is shown, and at the end of
    /// every stretch that is shown.
    offsets: Vec<(usize, usize)>,
}

impl Shown {
    fn new(source: &Source, line: Span, marks: &[Span]) -> Self {
        let raw = source.slice(line);
        let mut shown = Self {
            text: String::new(),
            offsets: Vec::new(),
        };
        let windows = if raw.chars().nth(LONGEST_LINE).is_none() {
            vec![line]
        } else {
            windows(raw, line, marks)
        };
        let mut end = line.start;
        for window in windows {
            if window.start > end {
                shown.text.push('…');
            }
            for (at, character) in source.slice(window).char_indices() {
                shown.offsets.push((window.start + at, shown.text.len()));
                let mut buffer = [0; 4];
                match character {
                    '\t' => shown.text.push_str("→   "),
                    _ => shown
                        .text
                        .push_str(&visible(character.encode_utf8(&mut buffer))),
                }
            }
            end = window.end;
            shown.offsets.push((end, shown.text.len()));
        }
        if end < line.end {
            shown.text.push('…');
        }
        shown
    }

    /// Where a place of the file stands in the shown line: as much of it as is shown together.
    fn place(&self, span: Span) -> Option<(usize, usize)> {
        let at = self
            .offsets
            .partition_point(|(known, _)| *known < span.start);
        let (mut byte, from) = self.offsets.get(at).copied()?;
        if byte >= span.start + 4 {
            return None;
        }
        let mut to = from;
        for &(next, shown) in self.offsets.get(at + 1..).unwrap_or_default() {
            // Longer than any character: what lies between is not shown.
            if next > span.end || next > byte + 4 {
                break;
            }
            (byte, to) = (next, shown);
        }
        Some((from, to))
    }
}

/// The stretches of a long line that are shown: some characters around each mark.
fn windows(raw: &str, line: Span, marks: &[Span]) -> Vec<Span> {
    let marks = marks.iter().take(MOST_PLACES);
    let mut starts: Vec<usize> = marks.map(|mark| mark.start).collect();
    if starts.is_empty() {
        starts.push(line.start);
    }
    starts.sort_unstable();
    let mut windows: Vec<Span> = Vec::new();
    for mark in starts {
        let mark = mark.saturating_sub(line.start);
        let (before, after) = raw.split_at_checked(mark).unwrap_or((raw, ""));
        let rest = after.char_indices().nth(LONGEST_LINE - BEFORE);
        let end = mark + rest.map_or(after.len(), |(at, _)| at);
        // Near the end of the line, more of what stands before the mark is shown.
        let shown_after = after.chars().take(LONGEST_LINE - BEFORE).count();
        let shown_before = LONGEST_LINE - shown_after;
        let first = before.char_indices().rev().take(shown_before).last();
        let start = first.map_or(before.len(), |(at, _)| at);
        let window = Span::new(line.start + start, line.start + end);
        match windows.last_mut() {
            Some(last) if window.start <= last.end => last.end = last.end.max(window.end),
            _ => windows.push(window),
        }
    }
    windows
}

#[cfg(test)]
mod tests;
