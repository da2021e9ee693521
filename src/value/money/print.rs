//! The standard form of sums and statements.

use std::fmt;

use super::{Cost, CostKind, CostPart, Money};

/// The form of law texts: `Rp50.000,00` (UU 12/2011, Annex II).
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Rp")?;
        let digits = self.rupiah.to_string();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                f.write_str(".")?;
            }
            write!(f, "{digit}")?;
        }
        write!(f, ",{:02}", self.sen)
    }
}

/// Free and amounts print so that they read back the same; the other kinds have no standard
/// form and print as a short description.
impl fmt::Display for CostKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Free => f.write_str("Tidak dipungut biaya"),
            Self::Amount { money, upper, per } => {
                write!(f, "{money}")?;
                if let Some(upper) = upper {
                    write!(f, " sampai dengan {upper}")?;
                }
                if let Some(per) = per {
                    write!(f, " per {}", per.replace('/', " per "))?;
                }
                Ok(())
            }
            Self::Formula => f.write_str("dihitung dengan rumus"),
            Self::ByRegulation { .. } => f.write_str("diatur dalam peraturan"),
            Self::BorneByOthers => f.write_str("ditanggung penjamin"),
            Self::Vague => f.write_str("tidak pasti"),
        }
    }
}

impl fmt::Display for CostPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.stamp_duty {
            f.write_str("meterai ")?;
        }
        write!(f, "{}", self.kind)
    }
}

impl fmt::Display for Cost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, part) in self.parts.iter().enumerate() {
            if index > 0 {
                f.write_str("; ")?;
            }
            write!(f, "{part}")?;
        }
        Ok(())
    }
}
