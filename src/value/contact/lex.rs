//! Cuts a text into channel words, addresses and the words between them.

use std::ops::Range;

use super::ContactKind;
use super::labels::{self, Label};
use super::link::{self, Found};
use super::phone::{self, Scanned};
use crate::value::scan::{Token, TokenKind, tokens};

/// A piece of the text that matters for reading channels.
#[derive(Debug, Clone)]
pub(super) enum Piece {
    Label(Label),
    Found(Found),
    Phone(Scanned),
    /// A word, a number, or a sign inside a name.
    Word,
    /// `:` or `=`
    Colon,
    /// `,`, `/`, `&` or a dash between spaces.
    Sep,
    /// `(`
    Open,
    /// `)`
    Close,
    /// `;`
    Break,
}

/// A piece and its place.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) piece: Piece,
    pub(super) range: Range<usize>,
    /// Whether a break in the line stands before it.
    pub(super) new_line: bool,
}

/// The pieces of a text.
pub(super) fn items(text: &str) -> Vec<Item> {
    let all = tokens(text);
    let mut coming = addresses(text).into_iter().peekable();
    let mut items: Vec<Item> = Vec::new();
    let mut at = 0;
    let mut sms = false;
    let mut behind = 0;
    while let Some(token) = all.get(at) {
        let start = token.range.start;
        let new_line = text
            .get(behind..start)
            .is_some_and(|gap| gap.contains('\n'));
        // What begins inside a piece already read is part of it.
        while coming.next_if(|(range, _)| range.start < behind).is_some() {}
        let address = coming.next_if(|(range, _)| range.start < token.range.end);
        // What begins an email address is no number and no word: `0812abc@gmail.com`.
        let next = coming.peek().map_or(usize::MAX, |(range, _)| range.start);
        let (piece, range) = if let Some((range, found)) = address {
            (Piece::Found(found), range)
        } else if let Some(scanned) = number(text, &all, at, sms)
            && scanned.range.end <= next
        {
            let range = scanned.range.clone();
            (Piece::Phone(scanned), range)
        } else if let Some((label, end)) = labels::find(&all, at)
            && let Some(last) = end.checked_sub(1).and_then(|at| all.get(at))
            && last.range.end <= next
        {
            (Piece::Label(label), start..last.range.end)
        } else {
            (plain(&all, at), token.range.clone())
        };
        match &piece {
            Piece::Label(Label::Channel(kind)) => sms = *kind == ContactKind::Sms,
            Piece::Label(_) | Piece::Break => sms = false,
            _ => {}
        }
        behind = range.end;
        at += 1;
        while all.get(at).is_some_and(|token| token.range.start < behind) {
            at += 1;
        }
        items.push(Item {
            piece,
            range,
            new_line,
        });
    }
    items
}

/// Addresses by their places, in order.
fn addresses(text: &str) -> Vec<(Range<usize>, Found)> {
    let mut found = Vec::new();
    let mut start = 0;
    let ends = |sign: char| sign.is_whitespace() || ",;()[]<>{}\"'“”‘’|\u{200b}".contains(sign);
    for run in text.split(ends) {
        if run.contains(['@', '.', ':']) || run.starts_with("http") {
            let moved = link::find(run).into_iter();
            found.extend(moved.map(|(range, hit)| (range.start + start..range.end + start, hit)));
        }
        // The sign that ended the run has its own length.
        let next = start + run.len();
        start = next
            + text
                .get(next..)
                .and_then(|rest| rest.chars().next())
                .map_or(0, char::len_utf8);
    }
    found
}

fn number(text: &str, all: &[Token<'_>], at: usize, sms: bool) -> Option<Scanned> {
    let token = all.get(at)?;
    let begins = match token.kind {
        TokenKind::Number => true,
        TokenKind::Sign => {
            let next = all.get(at + 1);
            let digits = |token: Option<&Token<'_>>| {
                token.is_some_and(|token| token.kind == TokenKind::Number)
            };
            match token.text {
                "+" => digits(next),
                "(" => {
                    // An area code or `+62`, not a remark such as `(24 jam)`.
                    let plus =
                        next.is_some_and(|token| token.text == "+") && digits(all.get(at + 2));
                    plus || (digits(next) && next.is_some_and(|token| token.text.starts_with('0')))
                }
                _ => false,
            }
        }
        TokenKind::Word => false,
    };
    let before = at.checked_sub(1).and_then(|at| all.get(at));
    // Digits inside a word or behind a slash of a document number are none.
    let joined = before.is_some_and(|before| {
        before.range.end == token.range.start && matches!(before.text, "_" | "#" | "-" | "x" | "X")
    });
    if !begins || joined {
        return None;
    }
    phone::scan(text, token.range.start, sms)
}

fn plain(all: &[Token<'_>], at: usize) -> Piece {
    let Some(token) = all.get(at) else {
        return Piece::Word;
    };
    let before = at
        .checked_sub(1)
        .and_then(|at| all.get(at))
        .map(|token| token.range.end);
    let apart = before.is_none_or(|end| end < token.range.start);
    match token.text {
        ":" | "=" => Piece::Colon,
        "," | "/" | "&" => Piece::Sep,
        "-" | "–" | "—" if apart => Piece::Sep,
        "(" | "[" | "{" => Piece::Open,
        ")" | "]" | "}" => Piece::Close,
        ";" => Piece::Break,
        _ => Piece::Word,
    }
}
