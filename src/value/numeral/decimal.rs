//! An exact decimal number, as written in digits.

use std::cmp::Ordering;
use std::fmt;

/// An exact, never negative decimal number: `3`, `2,5`, `50.000,00`.
///
/// Kept without trailing zeros after the comma, so equal numbers are equal values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Decimal {
    digits: u64,
    scale: u8,
}

impl Decimal {
    /// The number nought.
    pub const ZERO: Self = Self {
        digits: 0,
        scale: 0,
    };

    /// `digits` divided by ten to the power `scale`; `None` when more than 18 decimals remain.
    pub fn new(mut digits: u64, mut scale: u32) -> Option<Self> {
        if digits == 0 {
            return Some(Self::ZERO);
        }
        while scale > 0 && digits.is_multiple_of(10) {
            digits /= 10;
            scale -= 1;
        }
        let scale = u8::try_from(scale).ok().filter(|scale| *scale <= 18)?;
        Some(Self { digits, scale })
    }

    /// Reads digits as written, with `.` or `,` inside.
    ///
    /// A single separator before exactly three digits groups thousands (`15.000`, `50,000`)
    /// unless nought stands before it (`0,125`); with both separators the last is the decimal one.
    pub fn parse(text: &str) -> Option<Self> {
        let dots = text.matches('.').count();
        let commas = text.matches(',').count();
        let (group, point) = match (dots, commas) {
            (0, 0) => return Self::new(plain(text)?, 0),
            (1, 0) | (0, 1) => {
                let mark = if dots == 1 { '.' } else { ',' };
                let (whole, rest) = text.split_once(mark)?;
                if rest.is_empty() {
                    return None;
                }
                if rest.len() == 3 && whole.len() <= 3 && !whole.starts_with('0') {
                    (mark, None)
                } else {
                    return join(whole, rest);
                }
            }
            (_, 0) => ('.', None),
            (0, _) => (',', None),
            _ if text.rfind(',') > text.rfind('.') => ('.', Some(',')),
            _ => (',', Some('.')),
        };
        let (whole, rest) = match point {
            Some(point) => text.split_once(point)?,
            None => (text, ""),
        };
        let mut joined = String::with_capacity(whole.len().min(32));
        for (at, part) in whole.split(group).enumerate() {
            let fits = if at == 0 {
                (1..=3).contains(&part.len())
            } else {
                part.len() == 3
            };
            if !fits || joined.len() > 21 {
                return None;
            }
            joined.push_str(part);
        }
        join(&joined, rest)
    }

    /// The other reading of a comma before three digits: `2,500` as two and a half.
    pub(crate) fn parse_comma_as_point(text: &str) -> Option<Self> {
        let (whole, rest) = text.split_once(',')?;
        join(whole, rest)
    }

    /// The digits, without the comma.
    pub fn digits(self) -> u64 {
        self.digits
    }

    /// How many of the digits stand after the comma.
    pub fn scale(self) -> u32 {
        u32::from(self.scale)
    }

    /// The value when it is a whole number.
    pub fn whole(self) -> Option<u64> {
        (self.scale == 0).then_some(self.digits)
    }

    /// The part before the comma.
    pub fn trunc(self) -> u64 {
        u64::try_from(u128::from(self.digits) / self.unit()).unwrap_or(u64::MAX)
    }

    /// The digits after the comma, with leading noughts kept; empty for a whole number.
    pub fn fraction(self) -> String {
        if self.scale == 0 {
            return String::new();
        }
        let rest = u128::from(self.digits) % self.unit();
        format!("{rest:0width$}", width = usize::from(self.scale))
    }

    /// The sum; `None` when it does not fit.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let scale = self.scale().max(other.scale());
        let lift = |n: Self| u128::from(n.digits) * 10u128.pow(scale - n.scale());
        let mut sum = lift(self) + lift(other);
        let mut scale = scale;
        while scale > 0 && sum.is_multiple_of(10) {
            sum /= 10;
            scale -= 1;
        }
        Self::new(u64::try_from(sum).ok()?, scale)
    }

    /// The product with a whole number; `None` when it does not fit.
    pub fn checked_times(self, factor: u64) -> Option<Self> {
        let mut product = u128::from(self.digits) * u128::from(factor);
        let mut scale = self.scale();
        while scale > 0 && product.is_multiple_of(10) {
            product /= 10;
            scale -= 1;
        }
        Self::new(u64::try_from(product).ok()?, scale)
    }

    fn unit(self) -> u128 {
        10u128.pow(self.scale())
    }
}

/// Digits only, at most what 64 bits hold.
fn plain(text: &str) -> Option<u64> {
    if text.is_empty() || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

fn join(whole: &str, rest: &str) -> Option<Decimal> {
    if whole.is_empty() || whole.len() + rest.len() > 40 {
        return None;
    }
    let rest = rest.trim_end_matches('0');
    let scale = u32::try_from(rest.len()).ok()?;
    Decimal::new(plain(&format!("{whole}{rest}"))?, scale)
}

impl From<u64> for Decimal {
    fn from(number: u64) -> Self {
        Self {
            digits: number,
            scale: 0,
        }
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let left = u128::from(self.digits) * other.unit();
        let right = u128::from(other.digits) * self.unit();
        left.cmp(&right)
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Decimal {
    /// Points between thousands, comma before decimals: `1.500`, `2,5`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole = self.trunc().to_string();
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) {
                f.write_str(".")?;
            }
            write!(f, "{digit}")?;
        }
        let rest = self.fraction();
        if !rest.is_empty() {
            write!(f, ",{rest}")?;
        }
        // Three decimals alone would be read as a group of thousands.
        if rest.len() == 3 {
            f.write_str("0")?;
        }
        Ok(())
    }
}
