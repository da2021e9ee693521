//! The functions of the standard and the types of their arguments (RFC 9535, section 2.4).

use std::fmt;

use super::ast::{Comparable, Literal, Match, PatternSource, Query};
use super::error::{Expected, PathError, PathErrorKind};
use super::filter::{Operand, OperandKind};
use super::parse::Parser;
use super::pattern::Pattern;

/// A function that a filter can call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FunctionName {
    /// `length(value)`: characters of a text, elements of a list, members of a map.
    Length,
    /// `count(path)`: how many nodes the path selects.
    Count,
    /// `match(text, pattern)`: whether the whole text fits the pattern.
    Match,
    /// `search(text, pattern)`: whether a part of the text fits the pattern.
    Search,
    /// `value(path)`: the value of the only node that the path selects.
    Value,
}

impl FunctionName {
    /// All functions.
    pub const ALL: [FunctionName; 5] = [
        FunctionName::Length,
        FunctionName::Count,
        FunctionName::Match,
        FunctionName::Search,
        FunctionName::Value,
    ];

    /// The name as written in a path.
    pub fn as_str(self) -> &'static str {
        match self {
            FunctionName::Length => "length",
            FunctionName::Count => "count",
            FunctionName::Match => "match",
            FunctionName::Search => "search",
            FunctionName::Value => "value",
        }
    }

    /// How many arguments it takes.
    pub fn arguments(self) -> usize {
        match self {
            FunctionName::Length | FunctionName::Count | FunctionName::Value => 1,
            FunctionName::Match | FunctionName::Search => 2,
        }
    }

    /// Whether its arguments are paths to any number of nodes, not single values.
    pub(super) fn takes_nodes(self) -> bool {
        matches!(self, FunctionName::Count | FunctionName::Value)
    }
}

impl fmt::Display for FunctionName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Parser<'_> {
    /// The call of `name`, which starts at `start`; the cursor is on its `(`.
    pub(super) fn function(&mut self, name: &str, start: usize) -> Result<OperandKind, PathError> {
        let Some(function) = FunctionName::ALL
            .into_iter()
            .find(|known| known.as_str() == name)
        else {
            let kind = PathErrorKind::UnknownFunction { name: name.into() };
            return Err(self.cursor.error(kind, start..self.cursor.at));
        };
        let arguments = self.nested(|parser| parser.arguments(function))?;
        let found = arguments.len();
        let mut arguments = arguments.into_iter();
        let call = match (arguments.next(), arguments.next(), arguments.next()) {
            (Some(only), None, None) => self.call_one(function, only)?,
            (Some(text), Some(pattern), None) => self.call_two(function, text, pattern)?,
            _ => None,
        };
        call.ok_or_else(|| {
            let kind = PathErrorKind::ArgumentCount { function, found };
            self.cursor.error(kind, start..self.cursor.at)
        })
    }

    fn arguments(&mut self, function: FunctionName) -> Result<Vec<Operand>, PathError> {
        let mut arguments = Vec::new();
        self.cursor.eat("(");
        self.cursor.skip_space();
        if self.cursor.eat(")") {
            return Ok(arguments);
        }
        loop {
            let start = self.cursor.at;
            let wrong = PathErrorKind::ArgumentType { function };
            if matches!(self.cursor.peek(), Some('!' | '(')) {
                return Err(self.cursor.error(wrong, start..start + 1));
            }
            arguments.push(self.operand(Expected::Argument)?);
            let end = self.cursor.at;
            // A comparison gives true or false, which no function takes.
            if self.comparison()?.is_some() || self.at_joint() {
                return Err(self.cursor.error(wrong, start..end));
            }
            if self.cursor.eat(")") {
                return Ok(arguments);
            }
            if !self.cursor.eat(",") {
                return Err(self.cursor.expected(Expected::ArgumentEnd));
            }
            self.cursor.skip_space();
        }
    }

    fn call_one(
        &self,
        function: FunctionName,
        argument: Operand,
    ) -> Result<Option<OperandKind>, PathError> {
        let value = match function {
            FunctionName::Length => {
                Comparable::Length(Box::new(self.value_argument(function, argument)?))
            }
            FunctionName::Count => Comparable::Count(self.nodes_argument(function, argument)?),
            FunctionName::Value => Comparable::Value(self.nodes_argument(function, argument)?),
            FunctionName::Match | FunctionName::Search => return Ok(None),
        };
        Ok(Some(OperandKind::Value(function, value)))
    }

    fn call_two(
        &self,
        function: FunctionName,
        text: Operand,
        pattern: Operand,
    ) -> Result<Option<OperandKind>, PathError> {
        let whole = match function {
            FunctionName::Match => true,
            FunctionName::Search => false,
            _ => return Ok(None),
        };
        let range = pattern.range.clone();
        let text = self.value_argument(function, text)?;
        let pattern = match self.value_argument(function, pattern)? {
            Comparable::Literal(Literal::Text(source)) => match Pattern::compile(&source, whole) {
                Ok(pattern) => PatternSource::Fixed { source, pattern },
                Err(error) => {
                    return Err(self.cursor.error(PathErrorKind::BadPattern(error), range));
                }
            },
            other => PatternSource::Computed(other),
        };
        Ok(Some(OperandKind::Test(
            function,
            Match {
                whole,
                text,
                pattern,
            },
        )))
    }

    fn value_argument(
        &self,
        function: FunctionName,
        argument: Operand,
    ) -> Result<Comparable, PathError> {
        match argument.kind {
            OperandKind::Test(..) => Err(self.wrong(function, &argument)),
            _ => self.comparable(argument),
        }
    }

    fn nodes_argument(
        &self,
        function: FunctionName,
        argument: Operand,
    ) -> Result<Query, PathError> {
        match argument.kind {
            OperandKind::Query(written) => Ok(written.query),
            _ => Err(self.wrong(function, &argument)),
        }
    }

    fn wrong(&self, function: FunctionName, argument: &Operand) -> PathError {
        self.cursor.error(
            PathErrorKind::ArgumentType { function },
            argument.range.clone(),
        )
    }
}
