//! I-Regexp (RFC 9485), the patterns of `match()` and `search()`.
//!
//! A pattern is checked and rewritten for the crate `regex-automata`, which knows more and means a
//! few signs differently. `^` and `$` outside of brackets are anchors, as in the compliance
//! tests of JSONPath and in the patterns that people write.

use regex_automata::meta::{Config, Regex};
use thiserror::Error;

/// The largest compiled pattern, in bytes.
const MAX_COMPILED: usize = 1 << 20;

/// General categories of Unicode that may stand in `\p{..}`.
const CATEGORIES: [(char, &str); 7] = [
    ('L', "lmotu"),
    ('M', "cen"),
    ('N', "dlo"),
    ('P', "cdefios"),
    ('Z', "lps"),
    ('S', "ckmo"),
    ('C', "cfno"),
];

/// Why a pattern is not an I-Regexp.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PatternError {
    /// A backslash before something that has no meaning with it.
    #[error(
        "`\\{found}` has no meaning; use `[0-9]` for digits, `[ \\t]` for spaces, `\\\\p{{L}}` for letters"
    )]
    Escape {
        /// What follows the backslash; nothing at the end.
        found: String,
    },
    /// `\p{..}` with an unknown category.
    #[error("`\\p{{..}}` must name a category of Unicode characters such as `L`, `Lu` or `Nd`")]
    Category,
    /// A sign of the pattern language in a wrong place.
    #[error("`{sign}` cannot stand here; write `\\\\{sign}` for the character itself")]
    Sign {
        /// The sign.
        sign: char,
    },
    /// `(` without `)`.
    #[error("`(` is not closed")]
    OpenGroup,
    /// `[` without `]`, or with nothing inside.
    #[error("`[` is not closed, or empty")]
    OpenClass,
    /// `{..}` that is not a count.
    #[error("`{{` must begin a count such as `{{2}}`, `{{2,}}` or `{{2,5}}`")]
    Count,
    /// A range that ends before it starts, or a pattern that grows too large.
    #[error("a range runs backwards, or the pattern is too large")]
    Refused,
}

/// A compiled pattern.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    regex: Regex,
    /// How many characters of pattern a text is held against, counts written out.
    weight: usize,
}

impl Pattern {
    /// Reads a pattern; `whole` when it must fit a whole text, not a part of it.
    pub(super) fn compile(source: &str, whole: bool) -> Result<Pattern, PatternError> {
        let mut rewriter = Rewriter {
            rest: source,
            out: String::new(),
        };
        let weight = rewriter.pattern()?;
        let inner = rewriter.out;
        let anchored = if whole {
            format!(r"\A(?:{inner})\z")
        } else {
            inner
        };
        let config = Config::new().nfa_size_limit(Some(MAX_COMPILED));
        let regex = Regex::builder().configure(config).build(&anchored);
        let regex = regex.map_err(|_| PatternError::Refused)?;
        Ok(Pattern { regex, weight })
    }

    pub(super) fn fits(&self, text: &str) -> bool {
        self.regex.is_match(text)
    }

    /// The work of one [`fits`](Pattern::fits), in steps of a budget.
    pub(super) fn steps(&self, text: &str) -> usize {
        1 + text.len().saturating_mul(self.weight) / 64
    }
}

struct Rewriter<'a> {
    rest: &'a str,
    out: String,
}

/// The weight of a sequence under construction.
#[derive(Default)]
struct Level {
    total: usize,
    /// Of the last piece, which a count may follow.
    last: Option<usize>,
}

impl Level {
    fn push(&mut self, weight: usize) {
        self.total = self.total.saturating_add(weight);
        self.last = Some(weight);
    }
}

impl Rewriter<'_> {
    fn next(&mut self) -> Option<char> {
        let mut chars = self.rest.chars();
        let c = chars.next();
        self.rest = chars.as_str();
        c
    }

    fn eat(&mut self, c: char) -> bool {
        let found = self.rest.strip_prefix(c);
        self.rest = found.unwrap_or(self.rest);
        found.is_some()
    }

    /// The whole pattern; gives its weight. Groups are kept in a list, not on the stack.
    fn pattern(&mut self) -> Result<usize, PatternError> {
        let mut outer = Vec::new();
        let mut level = Level::default();
        while let Some(c) = self.next() {
            match c {
                '(' => {
                    outer.push(std::mem::take(&mut level));
                    self.out.push_str("(?:");
                }
                ')' => {
                    let inner = level.total;
                    level = outer.pop().ok_or(PatternError::Sign { sign: ')' })?;
                    level.push(inner);
                    self.out.push(')');
                }
                '|' => {
                    level.last = None;
                    self.out.push('|');
                }
                '*' | '+' | '?' | '{' => {
                    // Nothing to repeat, or repeated already.
                    let last = level.last.take().ok_or(PatternError::Sign { sign: c })?;
                    let times = if c == '{' { self.count()? } else { 1 };
                    if c != '{' {
                        self.out.push(c);
                    }
                    let more = last.saturating_mul(times.saturating_sub(1));
                    level.total = level.total.saturating_add(more);
                }
                '[' => {
                    self.class()?;
                    level.push(1);
                }
                ']' | '}' => return Err(PatternError::Sign { sign: c }),
                '.' => {
                    self.out.push_str(r"[^\n\r]");
                    level.push(1);
                }
                '\\' => {
                    self.escape()?;
                    level.push(1);
                }
                c => {
                    self.out.push(c);
                    level.push(1);
                }
            }
        }
        if outer.is_empty() {
            Ok(level.total.max(1))
        } else {
            Err(PatternError::OpenGroup)
        }
    }

    /// What follows `{`; gives the largest number of times.
    fn count(&mut self) -> Result<usize, PatternError> {
        let end = self.rest.find('}').ok_or(PatternError::Count)?;
        let (inside, rest) = self.rest.split_at(end);
        let (low, high) = inside.split_once(',').unwrap_or((inside, inside));
        let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
        if low.is_empty() || !digits(low) || !digits(high) {
            return Err(PatternError::Count);
        }
        self.out.push('{');
        self.out.push_str(inside);
        self.rest = rest;
        self.eat('}');
        self.out.push('}');
        let largest = if high.is_empty() { low } else { high };
        largest.parse().map_err(|_| PatternError::Refused)
    }

    /// What follows a backslash.
    fn escape(&mut self) -> Result<(), PatternError> {
        match self.next() {
            Some(c @ ('p' | 'P')) => self.category(c),
            Some(c) if "()*+-.?[\\]^nrt{|}".contains(c) => {
                self.out.push('\\');
                self.out.push(c);
                Ok(())
            }
            found => Err(PatternError::Escape {
                found: found.into_iter().collect(),
            }),
        }
    }

    /// What follows `\p` or `\P`.
    fn category(&mut self, kind: char) -> Result<(), PatternError> {
        let inside = self
            .rest
            .strip_prefix('{')
            .and_then(|rest| rest.split_once('}'));
        let (name, rest) = inside.ok_or(PatternError::Category)?;
        let mut letters = name.chars();
        let (group, kind_of, more) = (letters.next(), letters.next(), letters.next());
        let known = CATEGORIES.iter().any(|&(letter, kinds)| {
            Some(letter) == group && kind_of.is_none_or(|second| kinds.contains(second))
        });
        if !known || more.is_some() {
            return Err(PatternError::Category);
        }
        self.out.push('\\');
        self.out.push(kind);
        self.out.push('{');
        self.out.push_str(name);
        self.out.push('}');
        self.rest = rest;
        Ok(())
    }

    /// What follows `[`.
    fn class(&mut self) -> Result<(), PatternError> {
        self.out.push('[');
        if self.eat('^') {
            self.out.push('^');
        }
        let mut empty = true;
        if self.eat('-') {
            self.out.push_str(r"\-");
            empty = false;
        }
        while empty || !self.eat(']') {
            // A single `-` is itself at the end only.
            if !empty && self.rest.starts_with("-]") {
                self.eat('-');
                self.out.push_str(r"\-");
                continue;
            }
            empty = false;
            if self.class_char()? && self.rest.starts_with('-') && !self.rest.starts_with("-]") {
                self.eat('-');
                self.out.push('-');
                if !self.class_char()? {
                    return Err(PatternError::Sign { sign: '-' });
                }
            }
        }
        self.out.push(']');
        Ok(())
    }

    /// A character inside brackets, or a category (then it cannot begin a range).
    fn class_char(&mut self) -> Result<bool, PatternError> {
        match self.next() {
            None | Some(']') => Err(PatternError::OpenClass),
            Some(sign @ ('[' | '-')) => Err(PatternError::Sign { sign }),
            Some('\\') => {
                let category = self.rest.starts_with(['p', 'P']);
                self.escape()?;
                Ok(!category)
            }
            Some(c) => {
                // Doubled they have a meaning in the brackets of the regex crate.
                if matches!(c, '&' | '~') {
                    self.out.push('\\');
                }
                self.out.push(c);
                Ok(true)
            }
        }
    }
}
