//! Phone numbers: fixed lines, mobile, short and free numbers.
//!
//! Fixed lines have an area code of three or four digits and five to eight digits behind it,
//! mobile numbers begin with `08` and have ten to thirteen digits in all.

use std::fmt;

mod scan;

pub(super) use scan::{Scanned, scan};

/// A number that can be dialled.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PhoneNumber {
    /// The number.
    pub line: Line,
    /// Digits to dial once connected.
    pub extension: Option<String>,
}

/// What a number is; all parts are digits only.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Line {
    /// A fixed line: `(0752) 21056`.
    Fixed {
        /// With its leading zero.
        area: String,
        /// Five to eight digits.
        number: String,
    },
    /// A fixed line whose area code is not written.
    Local(String),
    /// Mobile, with the leading zero.
    Mobile(String),
    /// A short number: 112, 1708, 1500-567.
    Short(String),
    /// Free or shared cost: 0800, 0804, 0807, 0809.
    Free(String),
    /// Abroad, with the country code.
    Abroad(String),
}

/// Why digits are no phone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PhoneProblem {
    /// Digits are missing.
    #[error("has only {digits} digits")]
    TooShort {
        /// How many there are.
        digits: usize,
    },
    /// More digits than a number has.
    #[error("has {digits} digits, too many")]
    TooLong {
        /// How many there are.
        digits: usize,
    },
    /// No area begins so: `01...`, `00...`.
    #[error("has an area code that does not exist")]
    Area,
    /// Digits are still to be filled in: `0812xxxx`.
    #[error("is not filled in")]
    Placeholder,
}

impl fmt::Display for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.line {
            Line::Fixed { area, number } => write!(f, "({area}) {number}")?,
            Line::Local(digits) => f.write_str(digits)?,
            Line::Mobile(digits) => grouped(f, digits, &[4, 4])?,
            Line::Short(digits) if digits.len() == 7 => grouped(f, digits, &[4])?,
            Line::Short(digits) => f.write_str(digits)?,
            Line::Free(digits) => grouped(f, digits, &[4, 1])?,
            Line::Abroad(digits) => write!(f, "+{digits}")?,
        }
        match &self.extension {
            Some(extension) => write!(f, " ext. {extension}"),
            None => Ok(()),
        }
    }
}

fn grouped(f: &mut fmt::Formatter<'_>, digits: &str, groups: &[usize]) -> fmt::Result {
    let mut rest = digits;
    for &length in groups {
        let Some((group, others)) = rest.split_at_checked(length) else {
            break;
        };
        write!(f, "{group}-")?;
        rest = others;
    }
    f.write_str(rest)
}

/// What digits are. Numbers without a leading zero are short ones, local ones, or mobile
/// ones whose zero a spreadsheet has eaten.
pub(super) fn classify(digits: &str, plus: bool, short: bool) -> Result<Line, PhoneProblem> {
    let international = digits.strip_prefix("0062").or_else(|| {
        digits
            .strip_prefix("62")
            .filter(|rest| plus || (digits.len() >= 10 && !rest.starts_with(['0', '1'])))
    });
    if let Some(rest) = international {
        return national(&format!("0{}", rest.trim_start_matches('0')));
    }
    let length = digits.len();
    if plus {
        return match length {
            8..=15 => Ok(Line::Abroad(digits.to_owned())),
            ..8 => Err(PhoneProblem::TooShort { digits: length }),
            _ => Err(PhoneProblem::TooLong { digits: length }),
        };
    }
    if digits.starts_with('0') {
        return national(digits);
    }
    match (digits.as_bytes().first(), length) {
        (Some(b'1'), 3..=7) => Ok(Line::Short(digits.to_owned())),
        _ if short && (4..=5).contains(&length) => Ok(Line::Short(digits.to_owned())),
        (Some(b'2'..=b'9'), 5..=8) => Ok(Line::Local(digits.to_owned())),
        (Some(b'8'), 9..=12) => Ok(Line::Mobile(format!("0{digits}"))),
        (_, ..9) => Err(PhoneProblem::TooShort { digits: length }),
        _ => Err(PhoneProblem::TooLong { digits: length }),
    }
}

fn national(digits: &str) -> Result<Line, PhoneProblem> {
    let count = digits.len();
    let sized = |least: usize, most: usize, line: Line| match count {
        _ if count < least => Err(PhoneProblem::TooShort { digits: count }),
        _ if count > most => Err(PhoneProblem::TooLong { digits: count }),
        _ => Ok(line),
    };
    let begins = |codes: &[&str]| codes.iter().any(|code| digits.starts_with(code));
    if begins(&["0800", "0804", "0807", "0809"]) {
        return sized(9, 13, Line::Free(digits.to_owned()));
    }
    if begins(&["08"]) {
        return sized(10, 13, Line::Mobile(digits.to_owned()));
    }
    // No area has a zero in third place but those of Kendari, Palembang's south and Timika.
    let zero = digits.as_bytes().get(2) == Some(&b'0');
    if begins(&["00", "01"]) || (zero && !begins(&["040", "070", "090"])) {
        return Err(PhoneProblem::Area);
    }
    let area = if begins(&["021", "022", "024", "031", "061"]) {
        3
    } else {
        4
    };
    let (code, number) = digits.split_at_checked(area).unwrap_or((digits, ""));
    let line = Line::Fixed {
        area: code.to_owned(),
        number: number.to_owned(),
    };
    sized(area + 5, area + 8, line)
}
