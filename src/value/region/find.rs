//! Finds the names of regions in running text.

use std::ops::Range;

use super::data::FEWEST_LETTERS;
use super::kind::{Kind, Stated, kind_word, stated_before};
use super::{Form, Name, Region, Regions};
use crate::value::scan::{Token, TokenKind, tokens};

/// The most words a name is written in; the longest listed has four.
const MOST_WORDS: usize = 6;
/// Longer than any name.
const MOST_LETTERS: usize = 40;
/// A name of fewer letters is not read from a text that cuts it into more words.
const LEAST_SPLIT: usize = 8;

/// A place in a text that names a region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention<'a> {
    /// The name with the word for its kind: `Bupati Ciamis`, `Kab. Bogor`.
    pub range: Range<usize>,
    /// The name alone.
    pub name: Range<usize>,
    /// The regions it may mean, at least one: for `Bogor` the regency and the city.
    pub candidates: Vec<&'a Region>,
    /// The kind the words before the name state.
    pub kind_stated: Option<Kind>,
    /// Whether the name is one the region no longer has.
    pub former: bool,
    /// Whether a region is surely meant. Not so for a name that is also an ordinary word,
    /// part of a street or a sub-district, in lower case, or with a kind the region has not.
    pub certain: bool,
}

impl<'a> Mention<'a> {
    /// The region, where only one can be meant.
    pub fn region(&self) -> Option<&'a Region> {
        match self.candidates.as_slice() {
            [one] => Some(one),
            _ => None,
        }
    }

    /// Whether the text surely names a region that has nothing to do with `own`: neither it,
    /// nor its province, nor a part of it.
    pub fn is_foreign_to(&self, own: &Region) -> bool {
        self.certain && !self.candidates.iter().any(|region| region.related(own))
    }
}

pub(super) fn find_all<'a>(regions: &'a Regions, text: &str) -> Vec<Mention<'a>> {
    let all = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < all.len() {
        let Some(hit) = name_at(regions, &all, at) else {
            at += 1;
            continue;
        };
        if let Some(mention) = mention(regions, &all, at, &hit) {
            found.push(mention);
        }
        at = hit.end;
    }
    found
}

/// Whether some words of the text may be the beginning of a name. Most texts have none, which is
/// told without cutting them into tokens.
pub(super) fn may_name(regions: &Regions, text: &str) -> bool {
    if text.is_ascii() {
        let signs = text.as_bytes();
        return some_may_begin(regions, signs.split(|sign| !sign.is_ascii_alphabetic()));
    }
    let words = text.split(|sign: char| !sign.is_alphabetic());
    some_may_begin(regions, words.map(str::as_bytes))
}

fn some_may_begin<'a>(
    regions: &Regions,
    mut words: impl Iterator<Item = &'a [u8]> + Clone,
) -> bool {
    while let Some(word) = words.next() {
        if word.is_empty() || !regions.beginnings.may_begin(word) {
            continue;
        }
        let mut key = word.to_owned();
        // `D.I. Yogyakarta`, and `di` nearly everywhere else.
        for next in words.clone() {
            if key.len() >= FEWEST_LETTERS {
                break;
            }
            key.extend_from_slice(next);
        }
        if key.len() >= FEWEST_LETTERS && regions.beginnings.may_begin(&key) {
            return true;
        }
    }
    false
}

/// A name in the tokens.
pub(super) struct Hit<'a> {
    /// Index behind its last token.
    pub(super) end: usize,
    names: &'a [Name],
    common: bool,
    capitals: bool,
}

/// The longest name that begins with token `at`.
pub(super) fn name_at<'a>(regions: &'a Regions, all: &[Token<'_>], at: usize) -> Option<Hit<'a>> {
    // Most words begin no name, which is told without writing them in lower case.
    let first = all.get(at)?;
    if !regions.beginnings.may_begin(first.text.as_bytes()) {
        return None;
    }
    let mut key = String::new();
    let mut best = None;
    let mut next = at;
    let mut capitals = true;
    for words in 1..=MOST_WORDS {
        let Some(token) = all.get(next).filter(|token| token.kind == TokenKind::Word) else {
            break;
        };
        if key.len() + token.text.len() > MOST_LETTERS {
            break;
        }
        key.extend(token.text.chars().flat_map(char::to_lowercase));
        // `DI Yogyakarta`, `D.I. Yogyakarta`, but not `di Yogyakarta`.
        if words == 1 || key.len() <= 3 {
            capitals &= token.text.chars().all(char::is_uppercase);
        }
        if !regions.beginnings.may_begin(key.as_bytes()) {
            break;
        }
        if let Some(names) = regions.names.get(&key) {
            let fits = |name: &&Name| {
                (words <= name.words || key.len() >= LEAST_SPLIT)
                    && (name.form != Form::Capitals || capitals)
            };
            if names.iter().any(|name| fits(&name)) {
                let common = regions.common.contains(&key);
                best = Some(Hit {
                    end: next + 1,
                    names,
                    common,
                    capitals,
                });
            }
        }
        next += 1;
        if let Some(sign) = all.get(next).filter(|token| token.kind == TokenKind::Sign) {
            let near = all
                .get(next - 1)
                .is_some_and(|word| word.range.end == sign.range.start);
            let tight = all
                .get(next + 1)
                .is_some_and(|word| word.range.start == sign.range.end);
            let short = token.text.len() <= 3;
            match sign.text {
                "-" if near && tight => next += 1,
                "." if near && short => next += 1,
                _ => break,
            }
        }
    }
    best
}

/// The regions the name may mean, given the kind; whether it is a former name; whether the
/// kind fits.
pub(super) fn candidates<'a>(
    regions: &'a Regions,
    hit: &Hit<'_>,
    kind: Option<Kind>,
) -> (Vec<&'a Region>, bool, bool) {
    let of = |former: bool, kind: Option<Kind>| {
        let mut list: Vec<&Region> = Vec::new();
        for name in hit.names {
            let usable = name.form != Form::Capitals || hit.capitals;
            if let Some(region) = regions.get(name.region)
                && usable
                && (name.form == Form::Former) == former
                && kind.is_none_or(|kind| kind == region.kind)
                && !list.contains(&region)
            {
                list.push(region);
            }
        }
        list.sort_unstable_by_key(|region| &region.code);
        list
    };
    let tries = [
        (false, kind, true),
        (true, kind, true),
        (false, None, false),
        (true, None, false),
    ];
    for (former, kind, fits) in tries {
        let list = of(former, kind);
        if !list.is_empty() {
            return (list, former, fits);
        }
    }
    (Vec::new(), false, false)
}

fn mention<'a>(
    regions: &'a Regions,
    all: &[Token<'_>],
    at: usize,
    hit: &Hit<'_>,
) -> Option<Mention<'a>> {
    let stated = stated_before(all, at);
    let kind_stated = stated.and_then(|stated| stated.kind);
    let (candidates, former, fits) = candidates(regions, hit, kind_stated);
    let first = all.get(at)?;
    let last = all.get(hit.end.checked_sub(1)?)?;
    let start = stated
        .and_then(|stated| all.get(stated.start))
        .unwrap_or(first);
    let capital = first.text.starts_with(char::is_uppercase);
    let certain = fits
        && !part_of_more(all, hit.end)
        && match stated {
            Some(Stated { kind: Some(_), .. }) => true,
            Some(_) => capital,
            None => {
                capital
                    && !hit.common
                    && !is_abbreviated(hit, last)
                    && !former
                    && !named_after(all, at)
                    && !in_address(all, at, hit.end)
            }
        };
    (!candidates.is_empty()).then_some(Mention {
        range: start.range.start..last.range.end,
        name: first.range.start..last.range.end,
        candidates,
        kind_stated,
        former,
        certain,
    })
}

/// An abbreviation such as `OKI` or `PPU` may stand for something else, and `DI YOGYAKARTA`
/// may be the preposition in a text of capitals.
fn is_abbreviated(hit: &Hit<'_>, last: &Token<'_>) -> bool {
    hit.names.iter().all(|name| name.form == Form::Capitals)
        && last.text.chars().all(char::is_uppercase)
}

/// `Bogor Tengah`, `Pontianak Kota`: a sub-district, not the region.
fn part_of_more(all: &[Token<'_>], end: usize) -> bool {
    const PARTS: [&str; 16] = [
        "Utara", "Selatan", "Barat", "Timur", "Tengah", "Tenggara", "Kota", "Hulu", "Hilir",
        "Kulon", "Wetan", "Kidul", "Lor", "Baru", "Lama", "Raya",
    ];
    all.get(end).is_some_and(|next| {
        // `Ciamis Kabupaten Bandung`, `Pontianak Kota Pontianak`: the next region begins.
        PARTS.contains(&next.text)
            && !(next.text == "Kota"
                && all.get(end + 1).is_some_and(|after| {
                    after.kind == TokenKind::Word && after.text.starts_with(char::is_uppercase)
                }))
    })
}

/// Streets, sub-districts, schools and firms bear the names of regions.
fn named_after(all: &[Token<'_>], at: usize) -> bool {
    const NEAR: [&str; 24] = [
        "jalan",
        "jl",
        "jln",
        "gang",
        "gg",
        "kecamatan",
        "kec",
        "kelurahan",
        "kel",
        "desa",
        "dusun",
        "nagari",
        "kampung",
        "pasar",
        "hotel",
        "soto",
        "sate",
        "batik",
        "bank",
        "gedung",
        "ruang",
        "pulau",
        "suku",
        "bahasa",
    ];
    const AROUND: [&str; 8] = [
        "universitas",
        "institut",
        "politeknik",
        "sekolah",
        "stasiun",
        "bandara",
        "terminal",
        "pelabuhan",
    ];
    let mut words = all
        .get(at.saturating_sub(4)..at)
        .unwrap_or_default()
        .iter()
        .rev()
        .take_while(|token| token.kind == TokenKind::Word || token.text == ".")
        .filter(|token| token.kind == TokenKind::Word)
        .take(3);
    let Some(near) = words.next() else {
        return false;
    };
    // A `kota` that does not state the kind is that of `Kecamatan Kota` or `Ibu Kota`.
    if near.is("kota") || near.is_any(&NEAR) || near.is_any(&AROUND) {
        return true;
    }
    let road = near.is_any(&["raya", "lingkar", "lintas", "tol"]);
    words.any(|word| word.is_any(&AROUND) || (road && word.is_any(&["jalan", "jl", "jln"])))
}

/// `bukittinggi` in `pusk.bukittinggi.go.id`.
fn in_address(all: &[Token<'_>], at: usize, end: usize) -> bool {
    let touches = |left: Option<&Token<'_>>, right: Option<&Token<'_>>| match (left, right) {
        (Some(left), Some(right)) => left.range.end == right.range.start,
        _ => false,
    };
    let sign = |token: Option<&Token<'_>>| {
        token.is_some_and(|token| matches!(token.text, "." | "@" | "_" | "/" | "#"))
    };
    let before = at.checked_sub(1).and_then(|at| all.get(at));
    let after = all.get(end);
    let last = end.checked_sub(1).and_then(|at| all.get(at));
    // A full stop that ends a sentence is followed by a space, one in an address is not.
    (sign(before) && before.is_some_and(|token| token.text != "/") && touches(before, all.get(at)))
        || (sign(after)
            && after.is_some_and(|token| token.text != "/")
            && touches(last, after)
            && touches(after, all.get(end + 1)))
}

/// Whether the token begins the naming of another region.
pub(super) fn begins_kind(token: &Token<'_>) -> bool {
    kind_word(token).is_some()
}
