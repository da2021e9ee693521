//! A compiled path.

use super::function::FunctionName;
use super::pattern::Pattern;
use super::tree::Value;

/// Where a query starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// `$`, the root.
    Root,
    /// `@`, the node that a filter looks at.
    Current,
}

#[derive(Debug, Clone)]
pub(super) struct Query {
    pub(super) origin: Origin,
    pub(super) segments: Vec<Segment>,
}

#[derive(Debug, Clone)]
pub(super) struct Segment {
    /// Written with `..`.
    pub(super) descendant: bool,
    /// At least one.
    pub(super) selectors: Vec<Selector>,
}

#[derive(Debug, Clone)]
pub(super) enum Selector {
    Name(Box<str>),
    Wildcard,
    Index(i64),
    Slice(Slice),
    Filter(Logical),
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Slice {
    pub(super) start: Option<i64>,
    pub(super) end: Option<i64>,
    pub(super) step: Option<i64>,
}

#[derive(Debug, Clone)]
pub(super) enum Logical {
    /// At least two.
    Or(Vec<Logical>),
    /// At least two.
    And(Vec<Logical>),
    Not(Box<Logical>),
    Compare(Comparable, Comparison, Comparable),
    Exists(Query),
    Match(Match),
}

/// `match()` and `search()`.
#[derive(Debug, Clone)]
pub(super) struct Match {
    /// `match()`: the whole text must fit the pattern.
    pub(super) whole: bool,
    pub(super) text: Comparable,
    pub(super) pattern: PatternSource,
}

#[derive(Debug, Clone)]
pub(super) enum PatternSource {
    Fixed { source: Box<str>, pattern: Pattern },
    Computed(Comparable),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// What gives one value or nothing.
#[derive(Debug, Clone)]
pub(super) enum Comparable {
    Literal(Literal),
    /// A query for which [`Query::is_singular`] holds.
    Singular(Query),
    Length(Box<Comparable>),
    Count(Query),
    Value(Query),
}

#[derive(Debug, Clone)]
pub(super) enum Literal {
    Null,
    Bool(bool),
    /// Finite.
    Number(f64),
    Text(Box<str>),
}

impl Literal {
    pub(super) fn value(&self) -> Value<'_> {
        match self {
            Literal::Null => Value::Null,
            Literal::Bool(value) => Value::Bool(*value),
            Literal::Number(value) => Value::Number(*value),
            Literal::Text(text) => Value::Text(text),
        }
    }
}

impl Segment {
    /// The only selector, when the segment gives at most one node for a node.
    pub(super) fn single(&self) -> Option<&Selector> {
        match (self.descendant, self.selectors.as_slice()) {
            (false, [only @ (Selector::Name(_) | Selector::Index(_))]) => Some(only),
            _ => None,
        }
    }
}

impl Query {
    /// Whether the query gives at most one node, whatever the document.
    pub(super) fn is_singular(&self) -> bool {
        self.segments
            .iter()
            .all(|segment| segment.single().is_some())
    }
}

impl Logical {
    /// The only one of `parts`, or `many` of them.
    pub(super) fn join(mut parts: Vec<Logical>, many: fn(Vec<Logical>) -> Logical) -> Logical {
        match (parts.pop(), parts.is_empty()) {
            (Some(only), true) => only,
            (last, _) => {
                parts.extend(last);
                many(parts)
            }
        }
    }
}

impl Comparison {
    pub(super) const ALL: [(&'static str, Comparison); 6] = [
        // The longer signs first: `<` would also fit the start of `<=`.
        ("==", Comparison::Equal),
        ("!=", Comparison::NotEqual),
        ("<=", Comparison::LessOrEqual),
        (">=", Comparison::GreaterOrEqual),
        ("<", Comparison::Less),
        (">", Comparison::Greater),
    ];

    pub(super) fn sign(self) -> &'static str {
        match self {
            Comparison::Equal => "==",
            Comparison::NotEqual => "!=",
            Comparison::LessOrEqual => "<=",
            Comparison::GreaterOrEqual => ">=",
            Comparison::Less => "<",
            Comparison::Greater => ">",
        }
    }
}

impl Match {
    pub(super) fn function(&self) -> FunctionName {
        if self.whole {
            FunctionName::Match
        } else {
            FunctionName::Search
        }
    }
}
