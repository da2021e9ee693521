//! Numbers and texts inside a path.

use super::cursor::Cursor;
use super::error::{Expected, PathError, PathErrorKind};

/// 2^53 - 1, the largest integer that is exact everywhere (I-JSON, RFC 7493).
const MAX_INTEGER: i64 = 9_007_199_254_740_991;

impl<'a> Cursor<'a> {
    /// An index, or a part of a slice.
    pub(super) fn integer(&mut self) -> Result<i64, PathError> {
        let start = self.at;
        let negative = self.eat("-");
        let digits = self.whole_digits()?;
        if negative && digits == "0" {
            return Err(self.error(PathErrorKind::NegativeZero, start..self.at));
        }
        match digits.parse::<i64>() {
            Ok(number) if number <= MAX_INTEGER => Ok(if negative { -number } else { number }),
            _ => Err(self.error(PathErrorKind::IntegerTooLarge, start..self.at)),
        }
    }

    /// A number to compare with.
    pub(super) fn number(&mut self) -> Result<f64, PathError> {
        let start = self.at;
        self.eat("-");
        self.whole_digits()?;
        if self.eat(".") {
            self.digits()?;
        }
        if self.eat("e") || self.eat("E") {
            if !self.eat("-") {
                self.eat("+");
            }
            self.digits()?;
        }
        match self.from(start).parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(number),
            _ => Err(self.error(PathErrorKind::NumberTooLarge, start..self.at)),
        }
    }

    fn digits(&mut self) -> Result<&'a str, PathError> {
        match self.eat_while(|c| c.is_ascii_digit()) {
            "" => Err(self.expected(Expected::Digit)),
            digits => Ok(digits),
        }
    }

    /// Digits before any point.
    fn whole_digits(&mut self) -> Result<&'a str, PathError> {
        let start = self.at;
        let digits = self.digits()?;
        if digits.len() > 1 && digits.starts_with('0') {
            return Err(self.error(PathErrorKind::LeadingZero, start..self.at));
        }
        Ok(digits)
    }

    /// A quoted text; the cursor is on its first quote.
    pub(super) fn quoted(&mut self) -> Result<String, PathError> {
        let start = self.at;
        let quote = self.next();
        let mut text = String::new();
        loop {
            let at = self.at;
            match self.next() {
                None => return Err(self.error(PathErrorKind::UnclosedText, start..self.at)),
                c if c == quote => return Ok(text),
                Some('\\') => text.push(self.escape(at, quote)?),
                Some(c) if c < ' ' => {
                    return Err(self.error(PathErrorKind::ControlCharacter, at..self.at));
                }
                Some(c) => text.push(c),
            }
        }
    }

    /// What follows a backslash at `start`.
    fn escape(&mut self, start: usize, quote: Option<char>) -> Result<char, PathError> {
        Ok(match self.next() {
            Some('b') => '\u{8}',
            Some('f') => '\u{c}',
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some(c @ ('/' | '\\')) => c,
            Some('u') => return self.unicode(start),
            Some(c) if Some(c) == quote => c,
            _ => return Err(self.error(PathErrorKind::BadEscape, start..self.at)),
        })
    }

    /// The four digits after `\u`, and the second half of a pair.
    fn unicode(&mut self, start: usize) -> Result<char, PathError> {
        let high = self.hex()?;
        let code = match high {
            0xD800..=0xDBFF if self.eat("\\u") => match self.hex()? {
                low @ 0xDC00..=0xDFFF => 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00),
                _ => high,
            },
            _ => high,
        };
        char::from_u32(code).ok_or_else(|| self.error(PathErrorKind::LoneSurrogate, start..self.at))
    }

    fn hex(&mut self) -> Result<u32, PathError> {
        let mut code = 0;
        for _ in 0..4 {
            match self.peek().and_then(|c| c.to_digit(16)) {
                Some(digit) => code = code * 16 + digit,
                None => return Err(self.expected(Expected::HexDigit)),
            }
            self.next();
        }
        Ok(code)
    }
}
