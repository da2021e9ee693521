//! A rough reading of a text that is not YAML: what stands open where the parser gave up.

use crate::span::Span;

/// What a stretch of text leaves open.
#[derive(Debug, Default)]
pub(super) struct Outline {
    /// Brackets that are open, the innermost last.
    pub(super) brackets: Vec<(usize, char)>,
    /// The last text in quotes, with them.
    pub(super) quoted: Option<Quoted>,
}

/// A text in quotes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Quoted {
    /// From the opening quote up to and with the closing one.
    pub(super) span: Span,
    /// `"` or `'`.
    pub(super) quote: char,
    /// Whether the closing quote was found.
    pub(super) is_closed: bool,
}

impl Outline {
    /// Reads the bytes of `text` from `from` up to `to`.
    pub(super) fn new(text: &str, from: usize, to: usize) -> Self {
        let mut reader = Reader {
            text: text.get(..to).unwrap_or(text),
            at: from,
            outline: Self::default(),
            plain_indent: None,
        };
        while reader.at < reader.text.len() {
            reader.line();
        }
        reader.outline
    }
}

struct Reader<'a> {
    /// The text up to where it is read.
    text: &'a str,
    at: usize,
    outline: Outline,
    /// Indentation of the entry whose value without quotes may go on in the next line.
    plain_indent: Option<usize>,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn rest_of_line(&self) -> &'a str {
        let rest = self.rest();
        rest.split(['\n', '\r']).next().unwrap_or_default()
    }

    /// Reads from the start of a line to the start of a later one.
    fn line(&mut self) {
        let line = self.rest_of_line();
        let indent = line.len() - line.trim_start_matches(' ').len();
        let in_brackets = !self.outline.brackets.is_empty();
        let goes_on = self.plain_indent.is_some_and(|above| indent > above)
            && !in_brackets
            && !line.contains(": ")
            && !line.trim_start().starts_with("- ");
        if line.trim().is_empty() {
            self.at += line.len();
            return self.line_break();
        }
        self.plain_indent = self.plain_indent.filter(|_| goes_on);
        // Whether a value may begin here.
        let mut fresh = !goes_on;
        let mut after_space = true;
        while let Some(character) = self.rest().chars().next() {
            if matches!(character, '\n' | '\r') {
                break;
            }
            let rest = self.rest();
            let is_space = matches!(character, ' ' | '\t');
            match character {
                '#' if after_space => {
                    self.at += self.rest_of_line().len();
                    break;
                }
                '"' | '\'' if fresh => {
                    self.quoted(character);
                    (fresh, after_space) = (false, false);
                    continue;
                }
                '[' | '{' if fresh => self.outline.brackets.push((self.at, character)),
                ']' | '}' => {
                    fresh = fresh && self.outline.brackets.is_empty();
                    self.outline.brackets.pop();
                }
                ',' if !self.outline.brackets.is_empty() => fresh = true,
                ':' if ends_word(rest, ':') => fresh = true,
                '-' | '?' if fresh && ends_word(rest, character) => {}
                '&' | '!' if fresh => {
                    self.at += rest.find(is_blank).unwrap_or(rest.len());
                    after_space = false;
                    continue;
                }
                '|' | '>' if fresh && is_block_header(rest) => {
                    self.at += self.rest_of_line().len();
                    return self.block(indent);
                }
                _ if is_space => {}
                _ => {
                    if fresh && self.outline.brackets.is_empty() {
                        self.plain_indent = Some(indent);
                    }
                    fresh = false;
                }
            }
            after_space = is_space;
            self.at += character.len_utf8();
        }
        self.line_break();
    }

    fn line_break(&mut self) {
        let rest = self.rest();
        self.at += if rest.starts_with("\r\n") { 2 } else { 1 };
    }

    /// Passes a text in quotes.
    fn quoted(&mut self, quote: char) {
        let start = self.at;
        self.at += 1;
        let mut is_closed = false;
        while let Some(found) = self.rest().find([quote, '\\']) {
            self.at += found;
            let rest = self.rest();
            if quote == '"' && rest.starts_with('\\') {
                let escaped = rest.chars().nth(1).map_or(0, char::len_utf8);
                self.at += 1 + escaped;
            } else if quote == '\'' && rest.starts_with("''") {
                self.at += 2;
            } else if rest.starts_with(quote) {
                self.at += 1;
                is_closed = true;
                break;
            } else {
                self.at += 1;
            }
        }
        if !is_closed {
            self.at = self.text.len();
        }
        self.outline.quoted = Some(Quoted {
            span: Span::new(start, self.at),
            quote,
            is_closed,
        });
    }

    /// Passes the lines of a block after `|` or `>`: those deeper than its entry.
    fn block(&mut self, indent: usize) {
        loop {
            self.line_break();
            let line = self.rest_of_line();
            let own = line.len() - line.trim_start_matches(' ').len();
            let is_blank = line.trim().is_empty();
            if self.at >= self.text.len() || (!is_blank && own <= indent) {
                return;
            }
            self.at += line.len();
        }
    }
}

fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r')
}

/// Whether `rest`, which begins with `mark`, has a space or the end of the line after it.
fn ends_word(rest: &str, mark: char) -> bool {
    let after = rest.strip_prefix(mark).map(|rest| rest.chars().next());
    after.is_some_and(|next| next.is_none_or(is_blank))
}

/// Whether `|` or `>` at the start of `rest` announces a block of text.
pub(super) fn is_block_header(rest: &str) -> bool {
    let Some(after) = rest.strip_prefix(['|', '>']) else {
        return false;
    };
    let marks = after.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-'));
    let end = marks.trim_start_matches([' ', '\t']);
    let is_comment = end.starts_with('#') && end.len() < marks.len();
    end.is_empty() || end.starts_with(['\n', '\r']) || is_comment
}
