//! Words that name a channel.

use super::{ContactKind as Kind, Network};
use crate::value::scan::{Token, TokenKind};

mod places;
mod words;

use words::{CHANNELS, HINTS, NEAR, VISITS};

/// What a word, or a few, say about what follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    /// The name of a channel.
    Channel(Kind),
    /// `Hubungi`, `kontak`: a number may follow, none need to.
    Hint,
    /// `Alamat`: what follows may be of any kind.
    Address,
    /// `Datang langsung`: a place may follow.
    Visit,
    /// A place in itself: a box, a desk.
    Spot(Kind),
    /// `Jl.`: a street address begins.
    Street,
    /// `a.`, `2)`, a bullet: something new begins.
    Mark,
}

/// The label that begins with token `at`, and the index behind it.
pub(super) fn find(all: &[Token<'_>], at: usize) -> Option<(Label, usize)> {
    let token = all.get(at)?;
    if let Some(end) = mark(all, at) {
        return Some((Label::Mark, end));
    }
    if token.kind != TokenKind::Word {
        return None;
    }
    lapor(all, at)
        .or_else(|| channel(all, at))
        .or_else(|| places::place(all, at))
        .or_else(|| near(token).map(|kind| (Label::Channel(kind), at + 1)))
}

fn channel(all: &[Token<'_>], at: usize) -> Option<(Label, usize)> {
    let mut best: Option<(Label, usize)> = None;
    let mut longer = |label, end: Option<usize>| {
        if let Some(end) = end
            && best.is_none_or(|(_, known)| end > known)
        {
            best = Some((label, end));
        }
    };
    for (kind, names) in CHANNELS {
        for name in names {
            longer(Label::Channel(kind), phrase(all, at, name));
        }
    }
    for hint in HINTS {
        longer(Label::Hint, phrase(all, at, hint));
    }
    for visit in VISITS {
        // The word that leads to the place is read with the place.
        let led = usize::from(visit.ends_with(" ke") || visit.ends_with(" kepada"));
        longer(Label::Visit, phrase(all, at, visit).map(|end| end - led));
    }
    let token = all.get(at)?;
    let sign = all.get(at + 1).map(|next| next.text);
    // `X` and `Line` are also a letter and a word.
    let marked =
        matches!(sign, Some(":" | "@" | "=" | "(")) || (token.text == "X" && sign == Some("/"));
    if token.text == "X" && marked {
        longer(Label::Channel(Kind::Social(Network::X)), Some(at + 1));
    }
    if token.is("line") && marked {
        longer(Label::Channel(Kind::Social(Network::Line)), Some(at + 1));
    }
    let before = at.checked_sub(1).and_then(|at| all.get(at));
    if let Some((Label::Visit, _)) = best
        && before.is_some_and(|word| word.is("tidak") || word.is("tak"))
    {
        return None;
    }
    best
}

/// Index behind the words of `name`, which may be set apart by a hyphen.
fn phrase(all: &[Token<'_>], at: usize, name: &str) -> Option<usize> {
    // Most words share no first letter with any name; the rest is not looked at.
    let first = |text: &str| text.as_bytes().first().map(u8::to_ascii_lowercase);
    if first(all.get(at)?.text) != first(name) {
        return None;
    }
    let mut next = at;
    for (count, word) in name.split(' ').enumerate() {
        if count > 0 && all.get(next).is_some_and(|token| token.text == "-") {
            next += 1;
        }
        all.get(next).filter(|token| token.is(word))?;
        next += 1;
    }
    Some(next)
}

fn near(token: &Token<'_>) -> Option<Kind> {
    let length = token.text.len();
    if !(6..=11).contains(&length) || !token.text.is_ascii() {
        return None;
    }
    let word = token.text.to_ascii_lowercase();
    let near = |name: &str| {
        // A slip hardly ever hits the first letter, and this is quick.
        name.as_bytes().first() == word.as_bytes().first()
            && name.len().abs_diff(length) <= 1
            && strsim::osa_distance(name, &word) == 1
    };
    NEAR.iter()
        .find(|(name, _)| near(name))
        .map(|(_, kind)| *kind)
}

/// SP4N-LAPOR! in all its spellings.
fn lapor(all: &[Token<'_>], at: usize) -> Option<(Label, usize)> {
    let token = all.get(at)?;
    let text = |at: usize| all.get(at).map_or("", |token| token.text);
    let is = |at: usize, word: &str| all.get(at).is_some_and(|token| token.is(word));
    let bang = |end: usize| if text(end) == "!" { end + 1 } else { end };
    let mut end = None;
    if token.is("sp") {
        // `SP4N`, `SP 4 N`, `SP4NLapor`
        let four = if text(at + 1) == "-" { at + 2 } else { at + 1 };
        if text(four) == "4" {
            if is(four + 1, "nlapor") {
                return Some((Label::Channel(Kind::Lapor), bang(four + 2)));
            }
            if is(four + 1, "n") || is(four + 1, "en") {
                end = Some(four + 2);
            }
        }
    } else if token.is("span") {
        end = Some(at + 1);
    }
    if let Some(end) = end {
        let sign = usize::from(matches!(text(end), "-" | "–" | "—" | "/" | "_"));
        if is(end + sign, "lapor") {
            return Some((Label::Channel(Kind::Lapor), bang(end + sign + 1)));
        }
        return token.is("sp").then_some((Label::Channel(Kind::Lapor), end));
    }
    let loud = token.text == "LAPOR" || (token.is("lapor") && text(at + 1) == "!");
    let before = at.checked_sub(1).and_then(|at| all.get(at));
    let named = token.is("lapor")
        && before
            .is_some_and(|word| word.is_any(&["kanal", "aplikasi", "website", "situs", "portal"]));
    // A domain or account of another kind: `e-LAPOR`, `LAPOR Bupati`.
    let other = before.is_some_and(|sign| sign.text == "@");
    ((loud || named) && !other).then(|| (Label::Channel(Kind::Lapor), bang(at + 1)))
}

/// `a.`, `1)`, `(2)`, a bullet: the index behind.
fn mark(all: &[Token<'_>], at: usize) -> Option<usize> {
    let token = all.get(at)?;
    if matches!(
        token.text,
        "•" | "●" | "▪" | "◦" | "✓" | "➢" | "|" | "\u{f0b7}" | "\u{f0a7}"
    ) {
        return Some(at + 1);
    }
    let sign = all
        .get(at + 1)
        .filter(|sign| matches!(sign.text, "." | ")"))?;
    let near = token.range.end == sign.range.start;
    let apart = all
        .get(at + 2)
        .is_none_or(|next| next.range.start > sign.range.end);
    let short = match token.kind {
        TokenKind::Word => {
            token.text.len() == 1
                && token
                    .text
                    .starts_with(|letter: char| letter.is_ascii_lowercase())
        }
        TokenKind::Number => token.text.len() <= 2,
        TokenKind::Sign => false,
    };
    let before = at.checked_sub(1).and_then(|at| all.get(at));
    // `No. 5.` ends an address; `(5)` is a number in brackets.
    let free = before.is_none_or(|before| {
        before.range.end < token.range.start
            && !before.is_any(&["no", "nomor", "lantai", "lt"])
            && before.text != "."
    });
    (near && apart && short && free).then_some(at + 2)
}
