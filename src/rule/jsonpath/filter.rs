//! Filter expressions (RFC 9535, section 2.3.5).

use std::ops::Range;

use super::ast::{Comparable, Comparison, Literal, Logical, Match};
use super::cursor::{is_name_char, is_name_first};
use super::error::{Expected, PathError, PathErrorKind};
use super::function::FunctionName;
use super::parse::{Parser, WrittenQuery};

/// One side of a comparison, a test, or an argument, before it is known which.
#[derive(Debug)]
pub(super) struct Operand {
    pub(super) kind: OperandKind,
    pub(super) range: Range<usize>,
}

#[derive(Debug)]
pub(super) enum OperandKind {
    Literal(Literal),
    Query(WrittenQuery),
    /// A function that gives a value.
    Value(FunctionName, Comparable),
    /// A function that gives true or false.
    Test(FunctionName, Match),
}

impl Parser<'_> {
    /// Tests joined by `||` and `&&`.
    pub(super) fn logical(&mut self) -> Result<Logical, PathError> {
        let mut parts = Vec::new();
        loop {
            parts.push(self.conjunction()?);
            if !self.joined("||")? {
                return Ok(Logical::join(parts, Logical::Or));
            }
        }
    }

    fn conjunction(&mut self) -> Result<Logical, PathError> {
        let mut parts = Vec::new();
        loop {
            parts.push(self.basic()?);
            if !self.joined("&&")? {
                return Ok(Logical::join(parts, Logical::And));
            }
        }
    }

    /// Whether `sign` stands between this test and another.
    fn joined(&mut self, sign: &str) -> Result<bool, PathError> {
        self.cursor.skip_space();
        let found = self.cursor.eat(sign);
        if found {
            self.cursor.skip_space();
        }
        match self.cursor.peek() {
            Some(c @ ('&' | '|')) if !found && !self.at_joint() => Err(self.single(c)),
            _ => Ok(found),
        }
    }

    /// Whether `&&` or `||` stands here.
    pub(super) fn at_joint(&self) -> bool {
        ["&&", "||"]
            .iter()
            .any(|sign| self.cursor.rest().starts_with(sign))
    }

    /// The error that a doubled sign is written once.
    fn single(&self, sign: char) -> PathError {
        let at = self.cursor.at;
        self.cursor
            .error(PathErrorKind::NotDoubled { sign }, at..at + sign.len_utf8())
    }

    fn basic(&mut self) -> Result<Logical, PathError> {
        let start = self.cursor.at;
        if self.cursor.peek() == Some('(') {
            return self.group();
        }
        if self.cursor.eat("!") {
            self.cursor.skip_space();
            if self.cursor.peek() == Some('(') {
                return Ok(Logical::Not(Box::new(self.group()?)));
            }
            let operand = self.operand(Expected::Test)?;
            let end = self.cursor.at;
            if self.comparison()?.is_some() {
                return Err(self
                    .cursor
                    .error(PathErrorKind::NotOfComparison, start..end));
            }
            return Ok(Logical::Not(Box::new(self.test(operand)?)));
        }
        let left = self.operand(Expected::Test)?;
        match self.comparison()? {
            None => self.test(left),
            Some(comparison) => {
                let right = self.operand(Expected::Comparable)?;
                Ok(Logical::Compare(
                    self.comparable(left)?,
                    comparison,
                    self.comparable(right)?,
                ))
            }
        }
    }

    fn group(&mut self) -> Result<Logical, PathError> {
        self.nested(|parser| {
            parser.cursor.eat("(");
            parser.cursor.skip_space();
            let logical = parser.logical()?;
            parser.cursor.skip_space();
            if parser.cursor.eat(")") {
                Ok(logical)
            } else {
                Err(parser.cursor.expected(Expected::GroupEnd))
            }
        })
    }

    /// The comparison sign that stands here, with white space around it.
    pub(super) fn comparison(&mut self) -> Result<Option<Comparison>, PathError> {
        self.cursor.skip_space();
        for (sign, comparison) in Comparison::ALL {
            if self.cursor.eat(sign) {
                self.cursor.skip_space();
                return Ok(Some(comparison));
            }
        }
        match self.cursor.peek() {
            Some('=') => Err(self.single('=')),
            _ => Ok(None),
        }
    }

    pub(super) fn operand(&mut self, expected: Expected) -> Result<Operand, PathError> {
        let start = self.cursor.at;
        let kind = match self.cursor.peek() {
            Some('$' | '@') => OperandKind::Query(self.query()?),
            Some('\'' | '"') => OperandKind::Literal(Literal::Text(self.cursor.quoted()?.into())),
            Some('-' | '0'..='9') => OperandKind::Literal(Literal::Number(self.cursor.number()?)),
            Some(c) if is_name_first(c) => {
                let word = self.cursor.eat_while(is_name_char);
                match (word, self.cursor.peek()) {
                    (_, Some('(')) => self.function(word, start)?,
                    ("null", _) => OperandKind::Literal(Literal::Null),
                    ("true", _) => OperandKind::Literal(Literal::Bool(true)),
                    ("false", _) => OperandKind::Literal(Literal::Bool(false)),
                    _ => {
                        let kind = self.bare_word(word);
                        return Err(self.cursor.error(kind, start..self.cursor.at));
                    }
                }
            }
            _ => return Err(self.cursor.expected(expected)),
        };
        Ok(Operand {
            kind,
            range: start..self.cursor.at,
        })
    }

    /// What is wrong with a word that is neither a value nor a call.
    fn bare_word(&self, word: &str) -> PathErrorKind {
        if self.cursor.rest().trim_start().starts_with('(') {
            return PathErrorKind::SpaceBeforeCall { name: word.into() };
        }
        if ["true", "false", "null"]
            .iter()
            .any(|known| known.eq_ignore_ascii_case(word))
        {
            return PathErrorKind::NotLowerCase { word: word.into() };
        }
        PathErrorKind::Unquoted { text: word.into() }
    }

    /// `operand` as something that is true or false by itself.
    fn test(&self, operand: Operand) -> Result<Logical, PathError> {
        let kind = match operand.kind {
            OperandKind::Query(written) => return Ok(Logical::Exists(written.query)),
            OperandKind::Test(_, test) => return Ok(Logical::Match(test)),
            OperandKind::Literal(_) => PathErrorKind::ValueAlone,
            OperandKind::Value(function, _) => PathErrorKind::MustCompare { function },
        };
        Err(self.cursor.error(kind, operand.range))
    }

    /// `operand` as one value.
    pub(super) fn comparable(&self, operand: Operand) -> Result<Comparable, PathError> {
        let kind = match operand.kind {
            OperandKind::Literal(literal) => return Ok(Comparable::Literal(literal)),
            OperandKind::Value(_, value) => return Ok(value),
            OperandKind::Test(function, _) => PathErrorKind::CannotCompare { function },
            OperandKind::Query(written) => match written.space {
                _ if !written.query.is_singular() => PathErrorKind::NotSingular,
                None => return Ok(Comparable::Singular(written.query)),
                Some(at) => {
                    return Err(self
                        .cursor
                        .error(PathErrorKind::SpaceInBrackets, at..at + 1));
                }
            },
        };
        Err(self.cursor.error(kind, operand.range))
    }
}
