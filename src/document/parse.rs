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

/// Reads all documents of a file. After a part that is not YAML it goes on at the next `---`.
pub fn parse(source: &Arc<Source>, limits: &Limits) -> Parsed {
    let mut parsed = Parsed::default();
    let mut stream = Stream {
        source,
        limits,
        index: 0,
    };
    let mut base = 0;
    while let Err(broken) = stream.read(base, &mut parsed.documents) {
        parsed.problems.push(broken.problem);
        stream.index += 1;
        match next_document(source.text(), broken.document_start) {
            Some(next) => base = next,
            None => break,
        }
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

/// The next line `---` after the line at `from`. No YAML text can hold such a line in its
/// first column, not even inside quotes, so the documents after it stand on their own.
fn next_document(text: &str, from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += text.get(at..)?.find(['\n', '\r'])? + 1;
        let rest = text.get(at..)?;
        if let Some(after) = rest.strip_prefix("---")
            && after
                .chars()
                .next()
                .is_none_or(|c| matches!(c, ' ' | '\t' | '\n' | '\r'))
        {
            return Some(at);
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
    document_start: usize,
}

impl Stream<'_> {
    fn read(&mut self, base: usize, documents: &mut Vec<Document>) -> Result<(), Broken> {
        let text = self.source.text().get(base..).unwrap_or_default();
        let options = granit_parser::options! {
            emit_unresolved_aliases: true,
            // Comment lines are no danger, and a legal text may well have a hundred in a row.
            max_buffered_comment_events: usize::MAX,
            flow_nesting_limit: self.limits.depth,
            block_nesting_limit: self.limits.depth,
        };
        let mut document_start = base;
        let mut comments = Vec::new();
        let mut builder: Option<Builder<'_>> = None;
        for event in Parser::new_from_str_with_options(text, options) {
            let (event, span) = event.map_err(|error| Broken {
                problem: self.problem(&error, base, document_start),
                document_start,
            })?;
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
                    document_start = span.start;
                    builder = Some(Builder::new(self.source, std::mem::take(&mut comments)));
                }
                Event::DocumentEnd => {
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
        if let Some(last) = documents.last_mut() {
            last.comments.append(&mut comments);
        }
        Ok(())
    }

    fn problem(&self, error: &ScanError, base: usize, document_start: usize) -> Problem {
        let text = self.source.text();
        let at = (base + error.marker().byte_offset().unwrap_or_default()).min(text.len());
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
        let (reason, span) = diagnose::explain(self.source, error.kind(), at, document_start);
        Problem {
            kind: ProblemKind::Syntax(reason),
            span,
            path: Path::root(),
        }
    }
}
