//! Reading one amount at a place: mark, figures or words, `ribu`, `,-`, `rupiah`, brackets.

use std::ops::Range;

use super::Money;
use super::figure::figure;
use super::reader::Reader;
use super::words;

/// An amount as written.
#[derive(Debug, Clone)]
pub(super) struct Read {
    pub(super) money: Money,
    /// Tokens of the amount with words in brackets.
    pub(super) run: Range<usize>,
    /// Tokens of the mark and the figures.
    pub(super) figure: Range<usize>,
    /// Tokens of the words in brackets that the figures enclose: `50.000 (lima puluh ribu) rupiah`.
    pub(super) enclosed: Option<Range<usize>>,
    /// Whether `Rp`, `IDR` or `rupiah` marks it as money.
    pub(super) marked: bool,
    /// Whether `,-` or the like follows the figures.
    pub(super) dashed: bool,
    /// The value of `ribu`, `juta` and the like, if there is one.
    pub(super) scale: Option<u64>,
    /// Whether thousands are set apart, or there are four digits and more.
    pub(super) large: bool,
}

/// What stands at a place.
#[derive(Debug, Clone)]
pub(super) enum Seen {
    /// An amount.
    Sum(Read),
    /// Money, but which sum is not certain; the tokens of it.
    Unclear(Range<usize>),
    /// A mark with a gap after it: `Rp -`, `Rp ......`.
    Blank(Range<usize>),
}

/// The place after `Rp`, `Rp.`, `R.p`, `IDR`, `Rp :` at `at`.
pub(super) fn mark(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let mut end = if reader.is_any(at, &["rp", "idr", "rph"]) {
        at + 1
    } else if reader.phrase(at, &["r", ".", "p"]) {
        at + 3
    } else {
        return None;
    };
    while reader.is_any(end, &[".", ":"]) && end < at + 5 {
        end += 1;
    }
    Some(end)
}

/// Reads what stands at `from`.
pub(super) fn read(reader: &Reader<'_>, from: usize) -> Option<Seen> {
    let after_mark = mark(reader, from);
    let at = after_mark.unwrap_or(from);
    let prefixed = after_mark.is_some();
    if reader.is_number(at) {
        return digits(reader, from, at, prefixed);
    }
    if let Some((value, end)) = words::number(reader, at) {
        let suffixed = reader.is(end, "rupiah");
        if !suffixed && !prefixed && value < 1000 {
            return None;
        }
        let end = if suffixed { end + 1 } else { end };
        return Some(Seen::Sum(Read {
            money: Money::of(value),
            run: from..end,
            figure: from..end,
            enclosed: None,
            marked: prefixed || suffixed,
            dashed: false,
            scale: None,
            large: value >= 1000,
        }));
    }
    let blank = |at: usize| reader.is_any(at, &["-", "–", "—", "…", "_", ".", "?"]);
    if !prefixed || !blank(at) {
        return None;
    }
    let mut end = at;
    while blank(end) {
        end += 1;
    }
    let unclear = reader.is_number(end);
    Some(if unclear {
        Seen::Unclear(from..end + 1)
    } else {
        Seen::Blank(from..end)
    })
}

fn digits(reader: &Reader<'_>, from: usize, first: usize, prefixed: bool) -> Option<Seen> {
    let text = reader.word(first);
    let mut at = first + 1;
    let parsed = figure(text);
    let mut scale = scale_at(reader, at, prefixed);
    let mut sum = match (parsed, scale) {
        (Some(figure), None) => figure.money(),
        (Some(figure), Some(scale)) => figure.scaled(scale).map(Money::of),
        (None, _) => None,
    };
    if let Some(mut last) = scale {
        at += 1;
        // `1 juta 500 ribu`: each step smaller than the one before.
        while let Some(next) = scale_at(reader, at + 1, prefixed).filter(|&next| next < last) {
            let Some(more) = figure(reader.word(at)).filter(|_| reader.is_number(at)) else {
                break;
            };
            let more = more.scaled(next);
            sum = sum
                .zip(more)
                .and_then(|(a, b)| a.rupiah.checked_add(b))
                .map(Money::of);
            last = next;
            scale = Some(next);
            at += 2;
        }
    } else {
        // `Rp 50. 000`, `Rp 50 000`, `Rp 50.000, 00`: a space fell into the figures.
        let sign = usize::from(reader.is_any(at, &[".", ","]));
        let rest = reader.word(at + sign);
        if prefixed
            && (rest == "000" || rest.starts_with("000."))
            && text.len() <= 3
            && sum.is_some()
        {
            let joined = format!("{text}.{rest}");
            sum = figure(&joined).and_then(super::figure::Figure::money);
            at += sign + 1;
        } else if prefixed && reader.is(at, ",") && reader.is(at + 1, "00") && sum.is_some() {
            at += 2;
        }
    }
    if reader.touches(at) && letters_for_digits(reader, at) {
        return Some(Seen::Unclear(from..at + 1));
    }
    let before_dash = at;
    at = past_dash(reader, at);
    let dashed = at > before_dash;
    let mut end = at;
    let mut enclosed = None;
    let brackets = brackets(reader, at);
    let mut suffixed = reader.is(at, "rupiah") || idr_suffix(reader, at, prefixed);
    if suffixed {
        end += 1;
    } else if let Some(close) = brackets.filter(|&close| reader.is(close, "rupiah")) {
        suffixed = true;
        enclosed = Some(at + 1..close - 1);
        end = close + 1;
    }
    let figure_end = end;
    if enclosed.is_none() {
        end = self::brackets(reader, end).unwrap_or(end);
    }
    let Some(money) = sum else {
        return Some(Seen::Unclear(from..figure_end));
    };
    Some(Seen::Sum(Read {
        money,
        run: from..end,
        figure: from..figure_end,
        enclosed,
        marked: prefixed || suffixed,
        dashed,
        scale,
        large: parsed.is_some_and(|figure| figure.grouped) || text.len() >= 4,
    }))
}

/// `Rp5.OOO`: letters typed for zeros.
fn letters_for_digits(reader: &Reader<'_>, at: usize) -> bool {
    let word = if reader.is_word(at) { at } else { at + 1 };
    let zeros = reader
        .word(word)
        .bytes()
        .all(|byte| matches!(byte, b'o' | b'O'));
    reader.touches(word) && reader.is_word(word) && zeros
}

/// `ribu`, `juta`, and `k` where it touches marked figures.
fn scale_at(reader: &Reader<'_>, at: usize, prefixed: bool) -> Option<u64> {
    if prefixed && reader.is(at, "k") && reader.touches(at) {
        return Some(1000);
    }
    words::scale(reader.word(at))
}

fn idr_suffix(reader: &Reader<'_>, at: usize, prefixed: bool) -> bool {
    !prefixed && reader.is(at, "idr") && !reader.is_number(at + 1)
}

/// The place after `,-`, `,--`, `.-`, `,=` or a dash that touches and starts no span.
fn past_dash(reader: &Reader<'_>, from: usize) -> usize {
    let dash = |at: usize| reader.is_any(at, &["-", "–", "—", "=", "_"]);
    let mut at = from;
    while reader.is_any(at, &[",", "."]) && at < from + 2 {
        at += 1;
    }
    let comma = at > from;
    if !dash(at) || (!comma && (reader.is(at, "=") || !reader.touches(at))) {
        return from;
    }
    let mut end = at + 1;
    if dash(end) && reader.touches(end) {
        end += 1;
    }
    let goes_on = reader.is_number(end) || mark(reader, end).is_some();
    if goes_on && !comma { from } else { end }
}

/// The place after brackets that repeat the amount in words.
fn brackets(reader: &Reader<'_>, at: usize) -> Option<usize> {
    if !reader.is(at, "(") {
        return None;
    }
    let close = (at + 1..at + 24).find(|&end| !reader.is_word(end))?;
    let words = words::number(reader, at + 1).is_some_and(|(_, end)| end == close);
    let rupiah = reader.before_is(close, &["rupiah"]) && close > at + 2;
    (reader.is(close, ")") && (words || rupiah)).then_some(close + 1)
}

/// The place after the word or sign that makes a span: `-`, `s/d`, `s.d.`, `sampai dengan`.
pub(super) fn connector(reader: &Reader<'_>, at: usize) -> Option<usize> {
    if reader.is_any(at, &["-", "–", "—", "~", "sd", "hingga"]) {
        return Some(at + 1);
    }
    if reader.is(at, "sampai") {
        return Some(at + 1 + usize::from(reader.is_any(at + 1, &["dengan", "dgn", "dg"])));
    }
    if reader.is(at, "s") && reader.is_any(at + 1, &["/", "."]) && reader.is(at + 2, "d") {
        return Some(at + 3 + usize::from(reader.is(at + 3, ".")));
    }
    None
}
