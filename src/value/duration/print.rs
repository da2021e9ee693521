//! Prints times in their standard form.

use std::fmt;

use super::{Amount, Bound, Case, Duration, Part};
use crate::value::numeral::{decimal_to_words, to_words};

impl Part {
    fn write_number(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = decimal_to_words(self.number);
        match self.times {
            Some(times) => write!(
                f,
                "{times} x {} ({} kali {words})",
                self.number,
                to_words(times)
            ),
            None => write!(f, "{} ({words})", self.number),
        }
    }
}

impl fmt::Display for Part {
    /// `3 (tiga) hari kerja`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_number(f)?;
        write!(f, " {}", self.unit)
    }
}

impl fmt::Display for Amount {
    /// `1 (satu) jam 30 (tiga puluh) menit`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, part) in self.parts.iter().enumerate() {
            if at > 0 {
                f.write_str(" ")?;
            }
            part.fmt(f)?;
        }
        Ok(())
    }
}

impl Case {
    /// The amounts in standard form without the bound, to stand in [`Case::range`].
    pub fn amounts(&self) -> String {
        let Some(low) = &self.low else {
            return self.high.to_string();
        };
        match (low.parts.as_slice(), self.high.parts.first()) {
            ([only], Some(first))
                if only.unit == first.unit && only.times.is_none() && first.times.is_none() =>
            {
                let words = decimal_to_words(only.number);
                format!("{} ({words}) sampai dengan {}", only.number, self.high)
            }
            _ => format!("{low} sampai dengan {}", self.high),
        }
    }
}

impl fmt::Display for Case {
    /// `paling lama 3 (tiga) hari kerja`; label and condition are left out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bound = match self.bound {
            Bound::Exact => "",
            Bound::AtMost => "paling lama ",
            Bound::LessThan => "kurang dari ",
            Bound::About => "kurang lebih ",
            Bound::AtLeast => "paling singkat ",
            Bound::MoreThan => "lebih dari ",
        };
        f.write_str(bound)?;
        f.write_str(&self.amounts())
    }
}

impl fmt::Display for Duration {
    /// The cases, parted by `; `.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, case) in self.cases.iter().enumerate() {
            if at > 0 {
                f.write_str("; ")?;
            }
            case.fmt(f)?;
        }
        Ok(())
    }
}
