//! The standard form of a path: the shortest usual notation, single quotes, one space
//! around signs, no parentheses that do not matter.

use std::fmt::{Display, Formatter, Result, Write};

use super::ast::{
    Comparable, Literal, Logical, Match, Origin, PatternSource, Query, Segment, Selector, Slice,
};
use super::cursor::{is_name_char, is_name_first};
use super::function::FunctionName;

impl Display for Query {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(match self.origin {
            Origin::Root => "$",
            Origin::Current => "@",
        })?;
        self.segments.iter().try_for_each(|segment| segment.fmt(f))
    }
}

impl Display for Segment {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let dots = if self.descendant { ".." } else { "." };
        match self.selectors.as_slice() {
            [Selector::Wildcard] => write!(f, "{dots}*"),
            [Selector::Name(name)] if is_shorthand(name) => write!(f, "{dots}{name}"),
            selectors => {
                f.write_str(if self.descendant { "..[" } else { "[" })?;
                joined(f, selectors, ", ", Selector::fmt)?;
                f.write_char(']')
            }
        }
    }
}

impl Display for Selector {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Selector::Name(name) => quoted(f, name),
            Selector::Wildcard => f.write_char('*'),
            Selector::Index(index) => index.fmt(f),
            Selector::Slice(slice) => slice.fmt(f),
            Selector::Filter(test) => write!(f, "?{test}"),
        }
    }
}

impl Display for Slice {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let part = |f: &mut Formatter<'_>, part: Option<i64>| match part {
            Some(number) => number.fmt(f),
            None => Ok(()),
        };
        part(f, self.start)?;
        f.write_char(':')?;
        part(f, self.end)?;
        // A step of 1 is what no step means.
        match self.step {
            Some(step) if step != 1 => write!(f, ":{step}"),
            _ => Ok(()),
        }
    }
}

impl Display for Logical {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Logical::Or(parts) => joined(f, parts, " || ", Logical::fmt),
            Logical::And(parts) => joined(f, parts, " && ", |part, f| match part {
                Logical::Or(_) => write!(f, "({part})"),
                _ => part.fmt(f),
            }),
            Logical::Not(inner) => match **inner {
                Logical::Exists(_) | Logical::Match(_) => write!(f, "!{inner}"),
                _ => write!(f, "!({inner})"),
            },
            Logical::Compare(left, comparison, right) => {
                write!(f, "{left} {} {right}", comparison.sign())
            }
            Logical::Exists(query) => query.fmt(f),
            Logical::Match(test) => test.fmt(f),
        }
    }
}

impl Display for Match {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{}({}, ", self.function(), self.text)?;
        match &self.pattern {
            PatternSource::Fixed { source, .. } => quoted(f, source)?,
            PatternSource::Computed(pattern) => pattern.fmt(f)?,
        }
        f.write_char(')')
    }
}

impl Display for Comparable {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Comparable::Literal(literal) => literal.fmt(f),
            Comparable::Singular(query) => query.fmt(f),
            Comparable::Length(inner) => write!(f, "{}({inner})", FunctionName::Length),
            Comparable::Count(query) => write!(f, "{}({query})", FunctionName::Count),
            Comparable::Value(query) => write!(f, "{}({query})", FunctionName::Value),
        }
    }
}

impl Display for Literal {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Literal::Null => f.write_str("null"),
            Literal::Bool(value) => value.fmt(f),
            Literal::Number(number) => {
                // Adding 0 turns -0 into the equal 0.
                let number = number + 0.0;
                let plain = number.to_string();
                if plain.len() <= 17 {
                    f.write_str(&plain)
                } else {
                    write!(f, "{number:e}")
                }
            }
            Literal::Text(text) => quoted(f, text),
        }
    }
}

fn is_shorthand(name: &str) -> bool {
    name.starts_with(is_name_first) && name.chars().all(is_name_char)
}

fn joined<T>(
    f: &mut Formatter<'_>,
    parts: &[T],
    between: &str,
    mut print: impl FnMut(&T, &mut Formatter<'_>) -> Result,
) -> Result {
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            f.write_str(between)?;
        }
        print(part, f)?;
    }
    Ok(())
}

fn quoted(f: &mut Formatter<'_>, text: &str) -> Result {
    let double = text.contains('\'') && !text.contains('"');
    let quote = if double { '"' } else { '\'' };
    f.write_char(quote)?;
    for c in text.chars() {
        match c {
            '\u{8}' => f.write_str("\\b")?,
            '\t' => f.write_str("\\t")?,
            '\n' => f.write_str("\\n")?,
            '\u{c}' => f.write_str("\\f")?,
            '\r' => f.write_str("\\r")?,
            '\\' => f.write_str("\\\\")?,
            c if c == quote => write!(f, "\\{c}")?,
            c if c < ' ' => write!(f, "\\u{:04x}", u32::from(c))?,
            c => f.write_char(c)?,
        }
    }
    f.write_char(quote)
}
