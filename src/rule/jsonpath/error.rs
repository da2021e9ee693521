//! What can be wrong with a path.

use std::fmt;
use std::ops::Range;

use thiserror::Error;

use super::function::FunctionName;
use super::pattern::PatternError;
use super::{MAX_DEPTH, MAX_LENGTH};

/// Why a text is not a path. `Display` gives it in English,
/// [`explain_id`](PathError::explain_id) in Indonesian.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{kind}")]
pub struct PathError {
    /// What is wrong.
    pub kind: PathErrorKind,
    /// The bytes of the path that are wrong; empty where something is missing.
    pub range: Range<usize>,
}

/// What is wrong with a path.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PathErrorKind {
    /// Something else stands where the grammar wants something.
    #[error("expected {expected}, found {found}")]
    Expected {
        /// What may stand there.
        expected: Expected,
        /// What stands there.
        found: Found,
    },
    /// A bare word where only quoted text is allowed.
    #[error("text must be in quotes: write '{text}'")]
    Unquoted {
        /// The word.
        text: String,
    },
    /// `true`, `false` or `null` with capital letters.
    #[error("write `{}` in small letters, or in quotes if the text is meant", .word.to_ascii_lowercase())]
    NotLowerCase {
        /// The word.
        word: String,
    },
    /// White space between a function and its arguments.
    #[error("white space cannot stand between a function and its `(`: write `{name}(...)`")]
    SpaceBeforeCall {
        /// The function.
        name: String,
    },
    /// A name after a dot with a hyphen in it or a digit in front.
    #[error("the name `{name}` cannot follow a dot; write ['{name}']")]
    NameNeedsQuotes {
        /// The name.
        name: String,
    },
    /// `=`, `&` or `|` written once.
    #[error("expected `{sign}{sign}`, found a single `{sign}`")]
    NotDoubled {
        /// The sign.
        sign: char,
    },
    /// `!` before a comparison without parentheses.
    #[error("`!` applies to a path or a test; put the comparison in parentheses: `!(...)`")]
    NotOfComparison,
    /// A quote that is never closed.
    #[error("the quoted text is not closed")]
    UnclosedText,
    /// A backslash before a character with which it has no meaning.
    #[error(
        "unknown escape; expected one of \\b \\f \\n \\r \\t \\/ \\\\ \\uXXXX or the quote itself"
    )]
    BadEscape,
    /// A tab, a line end or another control character in a quoted text.
    #[error("control characters cannot stand in a quoted text; write \\t, \\n or \\uXXXX")]
    ControlCharacter,
    /// Half of a surrogate pair.
    #[error("half of a surrogate pair; expected `\\uD8XX\\uDCXX` or the character itself")]
    LoneSurrogate,
    /// A number such as `01`.
    #[error("a number cannot begin with 0 and go on with digits")]
    LeadingZero,
    /// `-0` as an index or in a slice.
    #[error("`-0` is not an index; write 0 for the first element, -1 for the last")]
    NegativeZero,
    /// An index beyond 2^53 - 1.
    #[error("the number is too large; expected at most 9007199254740991 in either direction")]
    IntegerTooLarge,
    /// A number that does not fit 64-bit floating point.
    #[error("the number is too large to compare with")]
    NumberTooLarge,
    /// A literal as a test.
    #[error("a value alone is no test; expected a comparison such as `@.a == 1`")]
    ValueAlone,
    /// A function that the standard does not have.
    #[error("unknown function `{name}`; expected length, count, match, search or value")]
    UnknownFunction {
        /// The name as written.
        name: String,
    },
    /// Too many or too few arguments.
    #[error("{function}() takes {}, found {found}", plural(.function.arguments()))]
    ArgumentCount {
        /// The function.
        function: FunctionName,
        /// How many arguments are given.
        found: usize,
    },
    /// An argument of the wrong type.
    #[error("{function}() takes {}", argument(*.function))]
    ArgumentType {
        /// The function.
        function: FunctionName,
    },
    /// `length()`, `count()` or `value()` as a test.
    #[error("{function}() gives a value; compare it with something, as in `{function}(...) == 1`")]
    MustCompare {
        /// The function.
        function: FunctionName,
    },
    /// `match()` or `search()` in a comparison.
    #[error("{function}() is true or false by itself and cannot be compared")]
    CannotCompare {
        /// The function.
        function: FunctionName,
    },
    /// A path that may select many nodes where one value is wanted.
    #[error("expected a path of names and indexes only, for it must lead to one value")]
    NotSingular,
    /// White space inside the brackets of a path that is compared.
    #[error("white space cannot stand inside brackets here")]
    SpaceInBrackets,
    /// A literal pattern that is not an I-Regexp.
    #[error("not a pattern (RFC 9485): {0}")]
    BadPattern(PatternError),
    /// Filters, parentheses and calls inside one another.
    #[error("nested too deep; expected at most {MAX_DEPTH} levels")]
    TooDeep,
    /// A path longer than [`MAX_LENGTH`].
    #[error("the path is too long; expected at most {MAX_LENGTH} bytes")]
    TooLong,
}

/// What may stand at a place of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Expected {
    /// The start of the path.
    #[error("`$` at the start")]
    Root,
    /// A further segment of the path, or its end.
    #[error("`.name`, `[` or the end of the path")]
    Segment,
    /// What follows `.`.
    #[error("a name or `*` after `.`")]
    AfterDot,
    /// What follows `..`.
    #[error("a name, `*` or `[` after `..`")]
    AfterTwoDots,
    /// What stands in brackets.
    #[error("a quoted name, a number, `*` or a filter `?` in the brackets")]
    Selector,
    /// What follows a selector in brackets.
    #[error("`,` or `]`")]
    SelectorEnd,
    /// What follows a test in brackets.
    #[error("`&&`, `||`, `,` or `]`")]
    FilterEnd,
    /// What a filter or a part of it begins with.
    #[error("a test: `@`, `$`, a function, a value to compare or `(`")]
    Test,
    /// The right side of a comparison.
    #[error("a value, a path or a function to compare with")]
    Comparable,
    /// What closes a parenthesis in a filter.
    #[error("`&&`, `||` or `)`")]
    GroupEnd,
    /// An argument of a function.
    #[error("an argument: a value, a path or a function")]
    Argument,
    /// What follows an argument.
    #[error("`,` or `)`")]
    ArgumentEnd,
    /// A digit of a number.
    #[error("a digit")]
    Digit,
    /// One of the four digits after `\u`.
    #[error("four hexadecimal digits after `\\u`")]
    HexDigit,
}

/// What stands at a place of a path: a word, a single other character, or nothing at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found(pub String);

impl Found {
    /// In the words of a language, given those for the end and for white space.
    pub(super) fn describe(&self, end: &str, space: &str) -> String {
        match self.0.chars().next() {
            None => end.to_owned(),
            Some(c) if c.is_whitespace() => space.to_owned(),
            Some(c) if c.is_control() => format!("U+{:04X}", u32::from(c)),
            Some(_) => format!("`{}`", self.0),
        }
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.describe("the end", "white space"))
    }
}

fn plural(arguments: usize) -> String {
    match arguments {
        1 => "1 argument".to_owned(),
        many => format!("{many} arguments"),
    }
}

fn argument(function: FunctionName) -> &'static str {
    if function.takes_nodes() {
        "a path, not a value or a test"
    } else {
        "values and paths to one value, not a test"
    }
}
