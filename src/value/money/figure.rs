//! Reading the digits of an amount: which signs group thousands, which part off sen.

use super::Money;

/// Digits as they are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Figure<'a> {
    /// The part before the decimal sign.
    pub(super) whole: u64,
    /// The digits after the decimal sign.
    fraction: &'a str,
    /// Whether thousands are set apart by a sign.
    pub(super) grouped: bool,
    /// Whether the decimal sign can be nothing else.
    sure: bool,
}

/// Reads `50.000`, `50.000,00`, `50,000`, `50,000.00`, `50000`, `1,5`.
///
/// Gives nothing for digits that are no amount: a leading zero, groups of odd length.
pub(super) fn figure(text: &str) -> Option<Figure<'_>> {
    // Longer numbers do not fit into u64 and are no amounts.
    if text.len() > 32 {
        return None;
    }
    let signs: Vec<(usize, char)> = text
        .char_indices()
        .filter(|(_, c)| !c.is_ascii_digit())
        .collect();
    let Some(&(last_at, last_sign)) = signs.last() else {
        return plain(text).map(|whole| Figure {
            whole,
            fraction: "",
            grouped: false,
            sure: true,
        });
    };
    let head = text.get(..last_at)?;
    let tail = text.get(last_at + 1..)?;
    let (_, first_sign) = *signs.first()?;
    if signs.iter().all(|&(_, sign)| sign == first_sign) {
        if let Some(whole) = grouped(text, first_sign) {
            return Some(Figure {
                whole,
                fraction: "",
                grouped: true,
                sure: true,
            });
        }
        if signs.len() == 1 {
            let whole = plain(head)?;
            let sure = tail.len() == 2 && (last_sign == ',' || head.len() > 3);
            return Some(Figure {
                whole,
                fraction: tail,
                grouped: false,
                sure,
            });
        }
        // `50.000.00`: a slip of the decimal sign that cannot mean anything else.
        let whole = grouped(head, first_sign)?;
        return (tail == "00").then_some(Figure {
            whole,
            fraction: tail,
            grouped: true,
            sure: true,
        });
    }
    let whole = grouped(head, first_sign)?;
    (tail.len() == 2).then_some(Figure {
        whole,
        fraction: tail,
        grouped: true,
        sure: true,
    })
}

fn plain(digits: &str) -> Option<u64> {
    let zeros = digits.bytes().all(|byte| byte == b'0');
    if digits.starts_with('0') && !zeros {
        return None;
    }
    digits.parse().ok()
}

fn grouped(text: &str, sign: char) -> Option<u64> {
    let mut groups = text.split(sign);
    let first = groups.next()?;
    if first.is_empty() || first.len() > 3 || first.starts_with('0') {
        return None;
    }
    let mut whole: u64 = first.parse().ok()?;
    let mut count = 0;
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        whole = whole.checked_mul(1000)?.checked_add(group.parse().ok()?)?;
        count += 1;
    }
    (count > 0).then_some(whole)
}

impl Figure<'_> {
    /// The sum, where no word such as `ribu` follows.
    pub(super) fn money(self) -> Option<Money> {
        if self.fraction.is_empty() {
            return Some(Money::of(self.whole));
        }
        let sen = self.fraction.parse().ok()?;
        self.sure.then_some(Money {
            rupiah: self.whole,
            sen,
        })
    }

    /// The sum in whole rupiah, where a word such as `ribu` follows.
    ///
    /// `1.500 juta` is refused: it is written for one and a half million as well as for
    /// fifteen hundred.
    pub(super) fn scaled(self, scale: u64) -> Option<u64> {
        if self.grouped {
            return None;
        }
        let mut sum = self.whole.checked_mul(scale)?;
        let mut step = scale;
        for digit in self.fraction.bytes() {
            if !step.is_multiple_of(10) {
                return None;
            }
            step /= 10;
            sum = sum.checked_add(step.checked_mul(u64::from(digit - b'0'))?)?;
        }
        Some(sum)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_told_apart() {
        let sums = [
            ("10.000", Some((10_000, 0))),
            ("50,000", Some((50_000, 0))),
            ("50.000,00", Some((50_000, 0))),
            ("50,000.00", Some((50_000, 0))),
            ("50.000.00", Some((50_000, 0))),
            ("4.049.000", Some((4_049_000, 0))),
            ("1.234.567,89", Some((1_234_567, 89))),
            ("10000", Some((10_000, 0))),
            ("10000,00", Some((10_000, 0))),
            ("10000.00", Some((10_000, 0))),
            ("50,00", Some((50, 0))),
            ("0", Some((0, 0))),
            ("0,00", Some((0, 0))),
            ("1.10", None),
            ("50.00", None),
            ("15.0", None),
            ("1,5", None),
            ("0812", None),
            ("10.00.000", None),
            ("1.0000", None),
            ("1.000,000", None),
            ("99999999999999999999", None),
        ];
        for (text, want) in sums {
            let sum = figure(text)
                .and_then(Figure::money)
                .map(|m| (m.rupiah, m.sen));
            assert_eq!(sum, want, "{text}");
        }
    }

    #[test]
    fn scale_words_allow_a_decimal() {
        let sums = [
            ("1,5", 1_000_000, Some(1_500_000)),
            ("1.5", 1_000_000, Some(1_500_000)),
            ("2,25", 1_000_000, Some(2_250_000)),
            ("50", 1_000, Some(50_000)),
            ("0,5", 1_000_000, Some(500_000)),
            ("1,2345", 1_000, None),
            ("1.500", 1_000_000, None),
        ];
        for (text, scale, want) in sums {
            assert_eq!(figure(text).and_then(|f| f.scaled(scale)), want, "{text}");
        }
    }
}
