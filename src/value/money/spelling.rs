//! Compares an amount as written with the form of law texts.

use std::ops::Range;

use super::read::{Seen, read};
use super::reader::Reader;
use super::{CostKind, CostPart};

/// How a statement is spelled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelling {
    /// Whether it is written in the standard form already.
    pub standard: bool,
    /// Bytes to replace for the standard form.
    pub range: Range<usize>,
    /// The standard form of those bytes.
    pub replacement: String,
}

/// The spelling of a part of `text`, the text the part was read from.
///
/// An amount is standard as `Rp50.000,00` (UU 12/2011, Annex II); unit and words in brackets
/// stay as they are. Free is standard as `tidak dipungut biaya`, in any case of letters.
/// Kinds without a standard form give nothing.
pub fn spelling(text: &str, part: &CostPart) -> Option<Spelling> {
    match &part.kind {
        CostKind::Free if part.stamp_duty => None,
        CostKind::Free => {
            let written = text.get(part.range.clone())?;
            let standard = "tidak dipungut biaya";
            let begins_small = written.chars().next().is_some_and(char::is_lowercase);
            let replacement = if begins_small {
                standard.to_owned()
            } else {
                part.kind.to_string()
            };
            Some(Spelling {
                standard: written.eq_ignore_ascii_case(standard),
                range: part.range.clone(),
                replacement,
            })
        }
        CostKind::Amount { money, upper, .. } => {
            let written = text.get(part.figure.clone())?;
            let mut replacement = money.to_string();
            let standard = match upper {
                None => written == replacement,
                Some(upper) => {
                    let low = replacement.clone();
                    // `antara Rp5.000,00 dan Rp10.000,00` keeps its word.
                    let word = if written.contains(" dan ") {
                        "dan"
                    } else {
                        "sampai dengan"
                    };
                    replacement.push_str(&format!(" {word} {upper}"));
                    is_span(written, &low, &upper.to_string())
                }
            };
            if let Some(words) = enclosed(written) {
                replacement.push_str(&format!(" ({words} rupiah)"));
            }
            Some(Spelling {
                standard,
                range: part.figure.clone(),
                replacement,
            })
        }
        _ => None,
    }
}

/// A span is standard if both its sums are, whatever joins them.
fn is_span(written: &str, low: &str, high: &str) -> bool {
    let Some(between) = written
        .strip_prefix(low)
        .and_then(|rest| rest.strip_suffix(high))
    else {
        return false;
    };
    let between = between.trim();
    [
        "-",
        "–",
        "s.d.",
        "s/d",
        "sampai",
        "sampai dengan",
        "hingga",
        "dan",
    ]
    .contains(&between)
}

/// The words in brackets of `50.000 (lima puluh ribu) rupiah`, which the law form keeps.
fn enclosed(written: &str) -> Option<String> {
    let reader = Reader::new(written);
    let Some(Seen::Sum(sum)) = read(&reader, 0) else {
        return None;
    };
    let words = written.get(reader.bytes(&sum.enclosed?))?;
    Some(words.trim().to_owned())
}
