//! Queries, segments and selectors (RFC 9535, section 2.1 to 2.5).

use super::MAX_DEPTH;
use super::ast::{Origin, Query, Segment, Selector, Slice};
use super::cursor::{Cursor, is_name_char, is_name_first};
use super::error::{Expected, PathError, PathErrorKind};

pub(super) struct Parser<'a> {
    pub(super) cursor: Cursor<'a>,
    depth: usize,
}

/// A query as written.
#[derive(Debug)]
pub(super) struct WrittenQuery {
    pub(super) query: Query,
    /// Where white space stands inside brackets. The grammar of queries that are compared
    /// leaves no room for it.
    pub(super) space: Option<usize>,
}

impl<'a> Parser<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Parser {
            cursor: Cursor { text, at: 0 },
            depth: 0,
        }
    }

    /// The whole text as a path.
    pub(super) fn path(mut self) -> Result<Query, PathError> {
        if self.cursor.peek() != Some('$') {
            return Err(self.cursor.expected(Expected::Root));
        }
        let written = self.query()?;
        match self.cursor.peek() {
            None => Ok(written.query),
            Some(_) => Err(self.cursor.expected(Expected::Segment)),
        }
    }

    /// Runs `parse` one level deeper.
    pub(super) fn nested<T>(
        &mut self,
        parse: impl FnOnce(&mut Self) -> Result<T, PathError>,
    ) -> Result<T, PathError> {
        if self.depth == MAX_DEPTH {
            let range = self.cursor.at..self.cursor.text.len();
            return Err(self.cursor.error(PathErrorKind::TooDeep, range));
        }
        self.depth += 1;
        let parsed = parse(self);
        self.depth -= 1;
        parsed
    }

    /// A query; the cursor is on its `$` or `@`.
    pub(super) fn query(&mut self) -> Result<WrittenQuery, PathError> {
        let origin = if self.cursor.next() == Some('@') {
            Origin::Current
        } else {
            Origin::Root
        };
        let mut segments = Vec::new();
        let mut space = None;
        loop {
            let end = self.cursor.at;
            self.cursor.skip_space();
            let descendant = self.cursor.eat("..");
            let selectors = if self.cursor.peek() == Some('[') {
                self.bracketed(&mut space)?
            } else if descendant || self.cursor.eat(".") {
                vec![self.dotted(descendant)?]
            } else {
                // White space that no segment follows is not part of the query.
                self.cursor.at = end;
                let query = Query { origin, segments };
                return Ok(WrittenQuery { query, space });
            };
            segments.push(Segment {
                descendant,
                selectors,
            });
        }
    }

    /// What follows `.` or `..` without brackets.
    fn dotted(&mut self, descendant: bool) -> Result<Selector, PathError> {
        if self.cursor.eat("*") {
            return Ok(Selector::Wildcard);
        }
        let start = self.cursor.at;
        let name = self.cursor.eat_while(is_name_char);
        if self.cursor.peek() == Some('-') || name.starts_with(|c| !is_name_first(c)) {
            self.cursor.eat_while(|c| is_name_char(c) || c == '-');
            let kind = PathErrorKind::NameNeedsQuotes {
                name: self.cursor.from(start).into(),
            };
            return Err(self.cursor.error(kind, start..self.cursor.at));
        }
        if name.is_empty() {
            let expected = if descendant {
                Expected::AfterTwoDots
            } else {
                Expected::AfterDot
            };
            return Err(self.cursor.expected(expected));
        }
        Ok(Selector::Name(name.into()))
    }

    /// Selectors in brackets. `space` is set to the first white space beside a bracket.
    fn bracketed(&mut self, space: &mut Option<usize>) -> Result<Vec<Selector>, PathError> {
        let mut selectors = Vec::new();
        self.cursor.eat("[");
        let inside = self.cursor.at;
        loop {
            self.cursor.skip_space();
            if selectors.is_empty() && self.cursor.at > inside {
                space.get_or_insert(inside);
            }
            selectors.push(self.selector()?);
            let end = self.cursor.at;
            self.cursor.skip_space();
            if self.cursor.eat("]") {
                if end < self.cursor.at - 1 {
                    space.get_or_insert(end);
                }
                return Ok(selectors);
            }
            if !self.cursor.eat(",") {
                let filter = matches!(selectors.last(), Some(Selector::Filter(_)));
                let end = if filter {
                    Expected::FilterEnd
                } else {
                    Expected::SelectorEnd
                };
                return Err(self.cursor.expected(end));
            }
        }
    }

    fn selector(&mut self) -> Result<Selector, PathError> {
        match self.cursor.peek() {
            Some('\'' | '"') => Ok(Selector::Name(self.cursor.quoted()?.into())),
            Some('*') => {
                self.cursor.next();
                Ok(Selector::Wildcard)
            }
            Some('?') => {
                self.cursor.next();
                self.cursor.skip_space();
                self.nested(Parser::logical).map(Selector::Filter)
            }
            Some(':' | '-' | '0'..='9') => self.index_or_slice(),
            Some(c) if is_name_first(c) => {
                let start = self.cursor.at;
                let text = self
                    .cursor
                    .eat_while(|c| is_name_char(c) || c == '-')
                    .into();
                let kind = PathErrorKind::Unquoted { text };
                Err(self.cursor.error(kind, start..self.cursor.at))
            }
            _ => Err(self.cursor.expected(Expected::Selector)),
        }
    }

    fn index_or_slice(&mut self) -> Result<Selector, PathError> {
        let start = self.slice_part()?;
        let end = self.cursor.at;
        self.cursor.skip_space();
        if !self.cursor.eat(":") {
            // The caller looks at the white space behind an index.
            self.cursor.at = end;
            return match start {
                Some(index) => Ok(Selector::Index(index)),
                None => Err(self.cursor.expected(Expected::Selector)),
            };
        }
        self.cursor.skip_space();
        let end = self.slice_part()?;
        self.cursor.skip_space();
        let step = if self.cursor.eat(":") {
            self.cursor.skip_space();
            self.slice_part()?
        } else {
            None
        };
        Ok(Selector::Slice(Slice { start, end, step }))
    }

    fn slice_part(&mut self) -> Result<Option<i64>, PathError> {
        match self.cursor.peek() {
            Some('-' | '0'..='9') => self.cursor.integer().map(Some),
            _ => Ok(None),
        }
    }
}
