//! Reads numbers with units: `3 (tiga) hari kerja`, `14 x 24 jam`, `1-3 hari`.

use super::quantity::{Quantity, quantity};
use super::unit::{Unit, day_kind, is_unit, read_unit, single};
use super::{Amount, Part};
use crate::value::numeral::{Decimal, Words, bracket, is_hyphen, judge, read};
use crate::value::scan::{Token, TokenKind};

/// An amount or a range of two.
#[derive(Debug, Clone)]
pub(super) struct Extent {
    pub(super) low: Option<Amount>,
    pub(super) high: Amount,
    /// Index after the last token.
    pub(super) next: usize,
}

/// `x`, `×`, `kali` between two factors.
fn is_times(token: &Token<'_>) -> bool {
    token.is_any(&["x", "×", "*", "kali"])
}

/// A number with its unit.
fn part(tokens: &[Token<'_>], at: usize, linked: bool) -> Option<(Part, usize)> {
    let token = tokens.get(at)?;
    if let Some(unit) = single(token) {
        // `sehari-hari`
        if tokens
            .get(at + 1)
            .is_some_and(|t| is_hyphen(t) && t.range.start == token.range.end)
        {
            return None;
        }
        let part = Part {
            number: Decimal::from(1),
            times: None,
            unit,
            number_range: token.range.clone(),
            words_range: None,
            agrees: None,
            unit_range: token.range.clone(),
        };
        return Some((part, at + 1));
    }
    let mut first = quantity(tokens, at, linked)?;
    let mut times = None;
    if let Some(sign) = tokens.get(first.next).filter(|t| is_times(t)) {
        let second = quantity(tokens, first.next + 1, false)?;
        // `2 kali 1 tahun` tells how often.
        if sign.is("kali") && second.value != Decimal::from(24) {
            return None;
        }
        times = Some(first.value.whole()?);
        let agrees = product_words(tokens, &first, &second).or(second.agrees);
        first = Quantity {
            number_range: first.number_range.start..second.number_range.end,
            agrees: agrees.filter(|_| second.words_range.is_some()),
            ..second
        };
    }
    let (mut unit, mut unit_range, mut next) = match (read_unit(tokens, first.next), &first.inner) {
        (Some((unit, next)), _) => {
            let range = tokens.get(first.next)?.range.start..tokens.get(next - 1)?.range.end;
            (unit, range, next)
        }
        (None, Some((unit, range))) => (*unit, range.clone(), first.next),
        (None, None) => bracketed_unit(tokens, &first)?,
    };
    let mut found = Part {
        number: first.value,
        times,
        unit,
        number_range: first.number_range,
        words_range: first.words_range,
        agrees: first.agrees,
        unit_range: 0..0,
    };
    // `2 hari (dua hari) kerja`
    if found.words_range.is_none()
        && let Some((place, after, true)) = bracket(tokens, next)
        && let Some(inside) = tokens.get(place)
        && let Some(Words::Numeral(reading, agrees)) = judge(found.number, "", inside, true)
        && inside.get(reading.used).is_none_or(is_unit)
        && let (Some(first), Some(last)) = (inside.first(), inside.get(reading.used - 1))
    {
        found.words_range = Some(first.range.start..last.range.end);
        found.agrees = agrees;
        next = after;
    }
    let (kind, used) = day_kind(unit, tokens.get(next));
    if used {
        unit = kind;
        unit_range.end = tokens.get(next)?.range.end;
        next += 1;
    }
    // `Nomor 5 Tahun 2015` without its noun is still no time.
    let year_follows = unit == Unit::Year
        && tokens.get(next).is_some_and(|t| {
            t.kind == TokenKind::Number
                && t.text.len() == 4
                && (t.text.starts_with("19") || t.text.starts_with("20"))
                && t.text.bytes().all(|byte| byte.is_ascii_digit())
        });
    found.unit = unit;
    found.unit_range = unit_range;
    (!year_follows).then_some((found, next))
}

/// `3 (hari kerja)`; longer numbers may be telephone numbers with the hours they are answered.
fn bracketed_unit(
    tokens: &[Token<'_>],
    number: &Quantity,
) -> Option<(Unit, std::ops::Range<usize>, usize)> {
    let (inside, after, closed) = bracket(tokens, number.next)?;
    let (unit, next) = read_unit(tokens, inside.start)?;
    let written = tokens.get(inside.clone())?;
    let range = written.first()?.range.start..written.last()?.range.end;
    let sure = closed
        && next == inside.end
        && number.value < Decimal::from(100)
        && number.words_range.is_none()
        && unit != Unit::WorkingHour;
    sure.then_some((unit, range, after))
}

/// Checks `3 x 24 (tiga kali dua puluh empat)`.
fn product_words(tokens: &[Token<'_>], first: &Quantity, second: &Quantity) -> Option<bool> {
    second.words_range.as_ref()?;
    let open = (first.next..second.next)
        .rfind(|at| tokens.get(*at).is_some_and(|token| token.text == "("))?;
    let left = read(tokens.get(open + 1..second.next)?)?;
    let sign = open + 1 + left.used;
    if !tokens.get(sign)?.is("kali") {
        return None;
    }
    let right = read(tokens.get(sign + 1..second.next)?)?;
    let sure = !left.guess && !right.guess;
    sure.then_some(left.value == first.value && right.value == second.value)
}

/// One part or a sum of parts with ever smaller units.
fn amount(tokens: &[Token<'_>], at: usize, linked: bool) -> Option<(Amount, usize)> {
    let (first, mut next) = part(tokens, at, linked)?;
    let mut parts = vec![first];
    while parts.len() < 5 {
        let joined = usize::from(tokens.get(next).is_some_and(|t| t.is_any(&["dan", "+"])));
        let Some((more, after)) = part(tokens, next + joined, false) else {
            break;
        };
        let smaller = parts
            .last()
            .is_some_and(|last| last.unit.rank() > more.unit.rank() && last.times.is_none());
        if !smaller || more.times.is_some() {
            break;
        }
        parts.push(more);
        next = after;
    }
    Some((Amount { parts }, next))
}

/// The index after a sign or words between the two ends of a range.
pub(super) fn separator(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let is = |at: usize, word: &str| tokens.get(at).is_some_and(|t| t.is(word));
    let first = tokens.get(at)?;
    if matches!(first.text, "-" | "–" | "—" | "−" | "‐" | "‑" | "~") {
        return Some(at + 1);
    }
    if first.is("sampai") {
        return Some(at + 1 + usize::from(is(at + 1, "dengan") || is(at + 1, "dgn")));
    }
    if first.is("sd") {
        return Some(at + 1 + usize::from(is(at + 1, ".")));
    }
    if first.is("hingga") || first.is("to") {
        return Some(at + 1);
    }
    if !first.is("s") {
        return None;
    }
    let mut at = at + 1;
    at += usize::from(is(at, ".") || is(at, "/"));
    is(at, "d").then(|| at + 1 + usize::from(is(at + 1, ".")))
}

/// The amount or range at `at`.
pub(super) fn extent(tokens: &[Token<'_>], at: usize) -> Option<Extent> {
    if let Some(low) = quantity(tokens, at, false) {
        let either = tokens.get(low.next).is_some_and(|t| t.is("atau"));
        let next = separator(tokens, low.next).or(either.then_some(low.next + 1));
        if let Some((high, next)) = next.and_then(|next| amount(tokens, next, true))
            && let Some(first) = high.parts.first()
            && let Some((number, times)) = match first.times {
                None => Some((low.value, None)),
                // `1 - 3 x 24 jam`
                Some(_) => low.value.whole().map(|days| (first.number, Some(days))),
            }
        {
            let low = Amount {
                parts: vec![Part {
                    number,
                    times,
                    unit: first.unit,
                    number_range: low.number_range,
                    words_range: low.words_range,
                    agrees: low.agrees,
                    unit_range: first.unit_range.clone(),
                }],
            };
            return Some(Extent {
                low: Some(low),
                high,
                next,
            });
        }
    }
    let (first, next) = amount(tokens, at, false)?;
    if let Some((second, after)) = separator(tokens, next).and_then(|at| amount(tokens, at, true))
        && super::compare::is_shorter(&first, &second)
    {
        return Some(Extent {
            low: Some(first),
            high: second,
            next: after,
        });
    }
    Some(Extent {
        low: None,
        high: first,
        next,
    })
}
