//! The lines around a finding, cut out so that the file itself need not be kept.
//!
//! What is cut out is safe to show on a terminal: characters that would act on it are spelled
//! out, and lines too long to read are shortened around the place that matters.

use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use crate::{sanitize::visible, source::Source, span::Span, text::Phrase};

/// Lines of a file with places underlined in them.
#[derive(Debug, Clone)]
pub struct Excerpt {
    name: String,
    /// The lines as shown, each with a line break after it.
    text: String,
    lines: Vec<Line>,
    /// The first one is what the finding is about.
    labels: Vec<Label>,
}

#[derive(Debug, Clone)]
struct Line {
    /// Index in the file, from 0.
    index: usize,
    /// Where it begins in the excerpt.
    start: usize,
}

/// A place in an excerpt.
#[derive(Debug, Clone)]
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
        };
        let mut labels: Vec<Option<Label>> = vec![None; places.len()];
        for index in wanted {
            let Some(line) = source.line(index) else {
                continue;
            };
            let is_marked = |(_, (at, _), _): &&(Span, (usize, Span), Option<Phrase>)| *at == index;
            let first = places
                .iter()
                .filter(is_marked)
                .map(|(_, (_, span), _)| span.start)
                .min();
            let has_mark = first.is_some();
            if !has_mark && source.slice(line).trim().is_empty() {
                continue;
            }
            let shown = Shown::new(source, line, first.unwrap_or(line.start));
            let start = excerpt.text.len();
            excerpt.lines.push(Line { index, start });
            excerpt.text.push_str(&shown.text);
            excerpt.text.push('\n');
            for (number, (span, (at, part), text)) in places.iter().enumerate() {
                if *at != index {
                    continue;
                }
                let from = start + shown.offset(part.start);
                let to = start + shown.offset(part.end);
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

    /// The places, what the finding is about first.
    pub fn labels(&self) -> &[Label] {
        &self.labels
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty() || self.text.trim().is_empty()
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
    /// Byte in the file and byte in `text`, at every character.
    offsets: Vec<(usize, usize)>,
}

impl Shown {
    fn new(source: &Source, line: Span, around: usize) -> Self {
        let raw = source.slice(line);
        let mut shown = Self {
            text: String::new(),
            offsets: Vec::new(),
        };
        let mark = around.saturating_sub(line.start);
        let count = raw.chars().count();
        let mark_at = raw.get(..mark).map_or(0, |before| before.chars().count());
        let skip = if count > LONGEST_LINE {
            mark_at.saturating_sub(BEFORE)
        } else {
            0
        };
        let take = if count > LONGEST_LINE {
            LONGEST_LINE
        } else {
            count
        };
        if skip > 0 {
            shown.text.push('…');
        }
        let mut end = line.start;
        for (at, character) in raw.char_indices().skip(skip).take(take) {
            shown.offsets.push((line.start + at, shown.text.len()));
            end = line.start + at + character.len_utf8();
            let mut buffer = [0; 4];
            match character {
                '\t' => shown.text.push_str("→   "),
                _ => shown
                    .text
                    .push_str(&visible(character.encode_utf8(&mut buffer))),
            }
        }
        shown.offsets.push((end, shown.text.len()));
        if skip + take < count {
            shown.text.push('…');
        }
        shown
    }

    /// Where a byte of the file stands in the shown line; outside it, the nearest end.
    fn offset(&self, byte: usize) -> usize {
        let at = self.offsets.partition_point(|(known, _)| *known < byte);
        self.offsets
            .get(at)
            .or(self.offsets.last())
            .map_or(0, |(_, shown)| *shown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excerpt(text: &str, part: &str) -> Excerpt {
        let source = Source::from_text("a\u{1b}[31m.yaml", text);
        let start = text.find(part).unwrap();
        let span = Span::new(start, start + part.len());
        Excerpt::new(&source, std::iter::once((span, None)), 0)
    }

    fn underlined(excerpt: &Excerpt) -> &str {
        let span = excerpt.labels()[0].span;
        &excerpt.text[span.start..span.end]
    }

    #[test]
    fn shows_the_line_with_the_place() {
        let found = excerpt("a: 1\nb: é dua\nc: 3\n", "dua");
        assert_eq!(
            (found.text.as_str(), underlined(&found)),
            ("b: é dua\n", "dua")
        );
        let span = found.labels()[0].span;
        let contents = found
            .read_span(&(span.start, span.len()).into(), 0, 0)
            .unwrap();
        assert_eq!((contents.line(), contents.column()), (1, 5));
    }

    #[test]
    fn shortens_long_lines_around_the_place() {
        let text = format!("a: {} kata {}", "x".repeat(5000), "y".repeat(5000));
        let found = excerpt(&text, "kata");
        assert!(found.text.starts_with('…') && found.text.ends_with("…\n"));
        assert_eq!(found.text.chars().count(), LONGEST_LINE + 3);
        assert_eq!(underlined(&found), "kata");
    }

    #[test]
    fn nothing_in_it_acts_on_a_terminal() {
        let found = excerpt("a: \u{1b}[31m\u{202e}x\ty\n", "x");
        assert_eq!(found.text, "a: \\u{1b}[31m\\u{202e}x→   y\n");
        assert_eq!(
            (underlined(&found), found.name.as_str()),
            ("x", "a\\u{1b}[31m.yaml")
        );
    }
}
