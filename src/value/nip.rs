//! The number of a civil servant: `19850115 201001 1 003`.
//!
//! Eighteen digits hold birth date, year and month of appointment, sex and a serial number.
//! Staff on contract (PPPK) have the same form, with a code, usually 21, for the month.

use std::fmt;
use std::ops::Range;

use crate::value::date::Date;

#[cfg(test)]
mod tests;

/// PP 49/2018 made the contract staff; no contract is older.
const FIRST_CONTRACT_YEAR: i16 = 2018;
/// The least age of an applicant.
const LEAST_AGE: i32 = 18;
const DIGITS: usize = 18;

/// A number of eighteen digits whose parts are possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nip {
    birth: Date,
    appointment: Appointment,
    sex: Sex,
    serial: u16,
}

/// When and how the person came into service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Appointment {
    /// Civil servant (PNS), from this month on.
    Pns {
        /// Year.
        year: i16,
        /// 1 to 12.
        month: u8,
    },
    /// On contract (PPPK).
    Pppk {
        /// Year of the contract.
        year: i16,
        /// 13 to 99, usually 21.
        code: u8,
    },
}

/// The digit for the sex.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sex {
    /// 1
    Man,
    /// 2
    Woman,
}

/// Why a text is not a whole and possible number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NipError {
    /// Nothing but the label, dots or a dash.
    #[error("the number is missing")]
    Missing,
    /// Some digits are hidden or yet to be filled in: `1985xxxx`.
    #[error("some digits are masked")]
    Masked {
        /// The number with its masks.
        range: Range<usize>,
    },
    /// Something else than digits stands there.
    #[error("not a number of a civil servant")]
    NotANip {
        /// What was not understood.
        range: Range<usize>,
    },
    /// A spreadsheet turned the number into `1.98501E+17`.
    #[error("a spreadsheet has shortened the number")]
    Shortened {
        /// The number.
        range: Range<usize>,
    },
    /// The form of nine digits, out of use since 2007.
    #[error("the old form of nine digits")]
    OldForm {
        /// The number.
        range: Range<usize>,
    },
    /// Not eighteen digits.
    #[error("{found} digits instead of 18")]
    WrongLength {
        /// How many there are.
        found: usize,
        /// The number.
        range: Range<usize>,
    },
    /// Digits 1 to 8 are no day of the calendar.
    #[error("digits 1 to 8 are no birth date")]
    BirthDate {
        /// Those digits.
        range: Range<usize>,
    },
    /// Digits 9 to 12 are no year a living person could come into service.
    #[error("digits 9 to 12 are no year of appointment")]
    AppointmentYear {
        /// Those digits.
        range: Range<usize>,
    },
    /// Digits 13 and 14 are no month, and the year is too early for a contract.
    #[error("digits 13 and 14 are no month of appointment")]
    AppointmentMonth {
        /// Those digits.
        range: Range<usize>,
    },
    /// The birth date and the appointment are too near to each other.
    #[error("appointed at the age of {age}")]
    TooYoung {
        /// Full years at the appointment.
        age: i32,
        /// The digits of the appointment.
        range: Range<usize>,
    },
    /// Digit 15 is neither 1 nor 2.
    #[error("digit 15 is neither 1 (man) nor 2 (woman)")]
    Sex {
        /// That digit.
        range: Range<usize>,
    },
    /// Digits 16 to 18 are zero; spreadsheets do that to long numbers.
    #[error("digits 16 to 18 are zero")]
    Serial {
        /// Those digits.
        range: Range<usize>,
    },
}

impl NipError {
    /// The place in the text the error is about; none where the number is missing.
    pub fn range(&self) -> Option<Range<usize>> {
        match self {
            Self::Missing => None,
            Self::Masked { range }
            | Self::NotANip { range }
            | Self::Shortened { range }
            | Self::OldForm { range }
            | Self::WrongLength { range, .. }
            | Self::BirthDate { range }
            | Self::AppointmentYear { range }
            | Self::AppointmentMonth { range }
            | Self::TooYoung { range, .. }
            | Self::Sex { range }
            | Self::Serial { range } => Some(range.clone()),
        }
    }
}

impl Nip {
    /// Reads a text that is one number, with or without spaces and a label such as `NIP.`.
    /// Words may follow a whole number, set off by a space or a sign.
    ///
    /// # Errors
    /// [`NipError`] tells what is wrong and where.
    pub fn parse(text: &str) -> Result<Self, NipError> {
        let range = number_range(text)?;
        let written = text.get(range.clone()).unwrap_or_default();
        let digits = digits(written, &range)?;
        let range = match (digits.first(), digits.last()) {
            (Some((_, first)), Some((_, last))) => *first..last + 1,
            _ => range,
        };
        match digits.len() {
            DIGITS => check(&digits),
            9 => Err(NipError::OldForm { range }),
            found => Err(NipError::WrongLength { found, range }),
        }
    }

    /// Day of birth.
    pub fn birth(&self) -> Date {
        self.birth
    }

    /// When and how the person came into service.
    pub fn appointment(&self) -> Appointment {
        self.appointment
    }

    /// The year of the contract, for contract staff only.
    pub fn contract_year(&self) -> Option<i16> {
        match self.appointment {
            Appointment::Pppk { year, .. } => Some(year),
            Appointment::Pns { .. } => None,
        }
    }

    /// Man or woman.
    pub fn sex(&self) -> Sex {
        self.sex
    }

    /// 1 to 999.
    pub fn serial(&self) -> u16 {
        self.serial
    }
}

impl fmt::Display for Nip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = match self.appointment {
            Appointment::Pns { year, month } => (year, month),
            Appointment::Pppk { year, code } => (year, code),
        };
        let sex = match self.sex {
            Sex::Man => 1,
            Sex::Woman => 2,
        };
        let birth = self.birth;
        write!(
            f,
            "{:04}{:02}{:02} ",
            birth.year(),
            birth.month(),
            birth.day()
        )?;
        write!(f, "{year:04}{month:02} {sex} {:03}", self.serial)
    }
}

/// Where the number stands: behind the label, without the signs around it.
fn number_range(text: &str) -> Result<Range<usize>, NipError> {
    let mut start = 0;
    // `NIP`, `N I P`, `NIP PPPK`, `NI PPPK`, `NIPPPK`: letters of that set only.
    for (at, sign) in text.char_indices() {
        let label = matches!(sign.to_ascii_uppercase(), 'N' | 'I' | 'P' | 'K')
            || sign.is_whitespace()
            || matches!(
                sign,
                ':' | '.' | '-' | '–' | '=' | '(' | '\'' | '"' | '‘' | '’' | '“' | '_' | '…'
            );
        if !label {
            break;
        }
        start = at + sign.len_utf8();
    }
    let rest = text.get(start..).unwrap_or_default();
    let number = rest.trim_end_matches(|sign: char| {
        sign.is_whitespace() || matches!(sign, '.' | ',' | ';' | ')' | '\'' | '"' | '’' | '”' | '-')
    });
    if number.is_empty() {
        Err(NipError::Missing)
    } else {
        Ok(start..start + number.len())
    }
}

/// The digits with the place of each.
fn digits(written: &str, range: &Range<usize>) -> Result<Vec<(u8, usize)>, NipError> {
    let is_mask = |sign: char| matches!(sign, 'x' | 'X' | '*' | '•' | '_' | '…' | '#' | '?' | '●');
    let mut digits = Vec::with_capacity(DIGITS);
    let mut masked = false;
    let mut dots = 0;
    let mut strange = None;
    let mut after = false;
    for (at, sign) in written.char_indices() {
        dots = if sign == '.' { dots + 1 } else { 0 };
        if let Some(digit) = sign.to_digit(10) {
            digits.push((digit as u8, range.start + at));
        } else if digits.len() == DIGITS && !sign.is_alphanumeric() {
            after = true;
        } else if after {
            // A rank or a name behind a whole number does not spoil it.
            break;
        } else if is_mask(sign) || dots == 3 {
            masked = true;
        } else if !sign.is_whitespace() && !matches!(sign, '.' | '-' | '–' | '/' | '\u{200b}') {
            strange = Some(range.start + at..range.start + at + sign.len_utf8());
            break;
        }
    }
    match strange {
        Some(_) if is_shortened(written) => Err(NipError::Shortened {
            range: range.clone(),
        }),
        Some(range) => Err(NipError::NotANip { range }),
        None if masked || is_dummy(&digits) => Err(NipError::Masked {
            range: range.clone(),
        }),
        None => Ok(digits),
    }
}

/// `1.98501E+17`, `1,98501E+17`
fn is_shortened(written: &str) -> bool {
    let Some((number, power)) = written.split_once(['E', 'e']) else {
        return false;
    };
    let all = |text: &str, signs: &[char]| {
        !text.is_empty()
            && text
                .chars()
                .all(|sign| sign.is_ascii_digit() || signs.contains(&sign))
    };
    all(number, &['.', ',']) && all(power.trim_start_matches('+'), &[])
}

/// Eighteen times the same digit, as drafts have it.
fn is_dummy(digits: &[(u8, usize)]) -> bool {
    matches!(digits, [(first, _), rest @ ..]
        if rest.len() >= 8 && rest.iter().all(|(digit, _)| digit == first))
}

fn check(digits: &[(u8, usize)]) -> Result<Nip, NipError> {
    let part = |from: usize, to: usize| {
        let part = digits.get(from..to).unwrap_or_default();
        let number = part
            .iter()
            .fold(0_u32, |number, (digit, _)| number * 10 + u32::from(*digit));
        let start = part.first().map_or(0, |(_, at)| *at);
        (number, start..part.last().map_or(start, |(_, at)| at + 1))
    };
    let year = |from| {
        let (number, range) = part(from, from + 4);
        (number as i16, range)
    };
    let (birth_year, _) = year(0);
    let birth = Date::new(birth_year, part(4, 6).0 as u8, part(6, 8).0 as u8);
    let Some(birth) = birth.filter(|birth| birth.year() >= 1900) else {
        return Err(NipError::BirthDate {
            range: part(0, 8).1,
        });
    };
    let (year, range) = year(8);
    if year <= birth_year || year > birth_year + 70 {
        return Err(NipError::AppointmentYear { range });
    }
    let (month, month_range) = part(12, 14);
    let month = month as u8;
    let (appointment, age) = match Date::new(year, month, 1) {
        Some(first) => (Appointment::Pns { year, month }, birth.years_before(first)),
        None if month > 12 && year >= FIRST_CONTRACT_YEAR => (
            Appointment::Pppk { year, code: month },
            i32::from(year) - i32::from(birth_year),
        ),
        None => return Err(NipError::AppointmentMonth { range: month_range }),
    };
    if age < LEAST_AGE {
        return Err(NipError::TooYoung {
            age,
            range: range.start..month_range.end,
        });
    }
    let sex = match part(14, 15) {
        (1, _) => Sex::Man,
        (2, _) => Sex::Woman,
        (_, range) => return Err(NipError::Sex { range }),
    };
    match part(15, 18) {
        (0, range) => Err(NipError::Serial { range }),
        (serial, _) => Ok(Nip {
            birth,
            appointment,
            sex,
            serial: serial as u16,
        }),
    }
}
