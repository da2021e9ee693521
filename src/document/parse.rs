//! A file as a stream of documents, of which a broken one does not hide the next.

use std::sync::Arc;

use granit_parser::{ErrorKind, Event, Parser, ScanError};

use super::{Comment, Document, Path, Problem, ProblemKind, build::Builder, diagnose};
use crate::{source::Source, span::Span};

/// How much of a file is read before it is refused.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Greatest size of a file in bytes.
    pub bytes: u64,
    /// Greatest number of lists and mappings in one another.
    pub depth: usize,
    /// Greatest number of nodes that the aliases of a document may repeat, all together.
    pub alias_nodes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        // A large SOP has 40 KB and five levels; these leave room and keep a run quick.
        Self {
            bytes: 8 << 20,
            depth: 100,
            alias_nodes: 10_000,
        }
    }
}

/// What a file holds.
#[derive(Debug, Default)]
pub struct Parsed {
    /// The documents that could be read.
    pub documents: Vec<Document>,
    /// What belongs to no document: parts of the file that are not YAML.
    pub problems: Vec<Problem>,
}

/// Reads all documents of a file. After a part that is not YAML it goes on at the next `---`,
/// or after the next `...`.
pub fn parse(source: &Arc<Source>, limits: &Limits) -> Parsed {
    let mut parsed = Parsed::default();
    let mut stream = Stream {
        source,
        limits,
        index: 0,
    };
    let text = source.text();
    let mut base = 0;
    for end in part_ends(text) {
        while let Err(broken) = stream.read(Span::new(base, end), &mut parsed.documents) {
            parsed.problems.push(broken.problem);
            stream.index += 1;
            match broken.next {
                Some(next) => base = next,
                None => break,
            }
        }
        base = end + MARK.len_utf8();
    }
    if parsed.documents.is_empty() && parsed.problems.is_empty() {
        let span = source.line(0).unwrap_or_default();
        parsed.problems.push(Problem {
            kind: ProblemKind::Empty,
            span,
            path: Path::root(),
        });
    }
    parsed
}

/// The byte order mark, which also stands between files of Windows that were joined.
const MARK: char = '\u{feff}';

/// Where the parts of a file end that were files of their own: YAML allows a byte order mark
/// before any `---`, the parser only at the start of the text.
fn part_ends(text: &str) -> impl Iterator<Item = usize> + '_ {
    let marks = text.match_indices("\u{feff}---").map(|(at, _)| at);
    let at_line_start = marks.filter(|at| {
        let before = text.get(..*at).unwrap_or_default();
        before.ends_with(['\n', '\r'])
    });
    at_line_start.chain(std::iter::once(text.len()))
}

/// Where a document ends: at the next line `---` or `...` after the line at `from`. No YAML text
/// can hold such a line in its first column, not even inside quotes, so what follows stands on
/// its own. Gives the start of that line and of the next document.
fn boundary(text: &str, from: usize) -> Option<(usize, Option<usize>)> {
    let line_after = |at: usize| Some(at + text.get(at..)?.find(['\n', '\r'])? + 1);
    let mut at = from;
    loop {
        at = line_after(at)?;
        let rest = text.get(at..)?;
        let Some(mark @ ("---" | "...")) = rest.get(..3) else {
            continue;
        };
        let next = rest.chars().nth(3);
        if next.is_none_or(|c| matches!(c, ' ' | '\t' | '\n' | '\r')) {
            let next = if mark == "---" {
                Some(at)
            } else {
                line_after(at)
            };
            return Some((at, next));
        }
    }
}

struct Stream<'a> {
    source: &'a Arc<Source>,
    limits: &'a Limits,
    index: usize,
}

struct Broken {
    problem: Problem,
    /// Where the next document begins.
    next: Option<usize>,
}

impl Stream<'_> {
    /// Reads the documents in the bytes `part` up to the first broken one.
    fn read(&mut self, part: Span, documents: &mut Vec<Document>) -> Result<(), Broken> {
        let text = self.source.slice(part);
        let base = part.start;
        let options = granit_parser::options! {
            emit_unresolved_aliases: true,
            // Comment lines are no danger, and a legal text may well have a hundred in a row.
            max_buffered_comment_events: usize::MAX,
            flow_nesting_limit: self.limits.depth,
            block_nesting_limit: self.limits.depth,
        };
        let known = documents.len();
        let (mut document_start, mut resume) = (base, base);
        // Whether the last document ended because something follows that cannot belong to it.
        let mut is_cut_short = false;
        let mut comments = Vec::new();
        let mut builder: Option<Builder<'_>> = None;
        for event in Parser::new_from_str_with_options(text, options) {
            let (event, span) = match event {
                Ok(found) => found,
                Err(error) => {
                    let follows_end = matches!(
                        error.kind(),
                        ErrorKind::ExpectedDocumentStart
                            | ErrorKind::MissingDocumentEndBeforeDirective
                    );
                    // What was read so far is a part of the broken document.
                    if is_cut_short && follows_end && documents.len() > known {
                        documents.pop();
                        self.index -= 1;
                    } else if builder.is_none() {
                        document_start = resume;
                    }
                    let text = self.source.text().get(..part.end).unwrap_or_default();
                    let (end, next) = boundary(text, resume).unwrap_or((text.len(), None));
                    let whole = Span::new(document_start, end);
                    let problem = self.problem(&error, base, whole);
                    return Err(Broken { problem, next });
                }
            };
            let range = span.byte_range().unwrap_or_default();
            let span = Span::new(base + range.start, base + range.end);
            match event {
                Event::Comment(text, _) => {
                    let comment = Comment {
                        text: text.into_owned(),
                        span,
                    };
                    match &mut builder {
                        Some(builder) => builder.comment(comment),
                        None => comments.push(comment),
                    }
                }
                Event::DocumentStart(..) => {
                    (document_start, resume) = (span.start, span.start);
                    is_cut_short = false;
                    builder = Some(Builder::new(self.source, std::mem::take(&mut comments)));
                }
                Event::DocumentEnd => {
                    is_cut_short = span.is_empty();
                    if !is_cut_short {
                        resume = span.end;
                    }
                    if let Some(builder) = builder.take() {
                        documents.push(builder.finish(self.index, self.limits));
                        self.index += 1;
                    }
                }
                event => {
                    if let Some(builder) = &mut builder {
                        builder.take(event, span);
                    }
                }
            }
        }
        // Comments after the last document belong to it: a closing remark or a silencing.
        if let Some(last) = documents.get_mut(known..).and_then(<[_]>::last_mut) {
            last.comments.append(&mut comments);
        }
        Ok(())
    }

    /// What is wrong in the bytes `document`.
    fn problem(&self, error: &ScanError, base: usize, document: Span) -> Problem {
        let text = self.source.text();
        let at = base + error.marker().byte_offset().unwrap_or_default();
        // Where the parser misses something at the end, it may point behind the document.
        let content = self.source.slice(document).trim_end().len();
        let at = match error.kind() {
            // Here it is the line `...` itself that is wrong.
            ErrorKind::InvalidDocumentEnd => at.min(text.len()),
            _ => at.min(document.start + content),
        };
        if *error.kind() == ErrorKind::RecursionLimitExceeded {
            let kind = ProblemKind::TooDeep {
                limit: self.limits.depth,
            };
            return Problem {
                kind,
                span: diagnose::character_at(text, at),
                path: Path::root(),
            };
        }
        let (reason, span) = diagnose::explain(self.source, error.kind(), at, document.start);
        Problem {
            kind: ProblemKind::Syntax(reason),
            span,
            path: Path::root(),
        }
    }
}
