//! Finds where a number begins and ends in a text.

use std::ops::Range;

use super::{Line, PhoneNumber, PhoneProblem, classify};

/// A number, or what looks like one, found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::value::contact) struct Scanned {
    pub(in crate::value::contact) result: Result<PhoneNumber, PhoneProblem>,
    pub(in crate::value::contact) range: Range<usize>,
    /// Whether it is a number even without a word such as `Telepon` before it.
    pub(in crate::value::contact) clear: bool,
}

/// Some digits with the signs before them.
struct Group {
    range: Range<usize>,
    spaced: bool,
}

/// What `(0561) 737-9090` is cut into, and where a mask such as `xxxx` follows.
struct Groups {
    list: Vec<Group>,
    plus: bool,
    masked: Option<usize>,
    /// Where a count such as `24 jam` may begin.
    counted: Option<usize>,
}

const MOST_GROUPS: usize = 10;
const MOST_DIGITS: usize = 24;

/// Reads the number that begins at `start`, with a digit, `+` or `(`.
///
/// `short` says that a text message may go to any number of four or five digits.
pub(in crate::value::contact) fn scan(text: &str, start: usize, short: bool) -> Option<Scanned> {
    let groups = groups(text, start)?;
    let digits = |count: usize| -> String {
        let list = groups.list.get(..count).unwrap_or_default();
        list.iter()
            .filter_map(|group| text.get(group.range.clone()))
            .collect()
    };
    if let Some(end) = groups.masked {
        let digits = digits(groups.list.len());
        let clear = groups.plus || digits.starts_with('0');
        let placeholder = Scanned {
            result: Err(PhoneProblem::Placeholder),
            range: start..end,
            clear: false,
        };
        return clear.then_some(placeholder);
    }
    let first = groups.list.first()?;
    if is_date(text, &groups.list) {
        return None;
    }
    // The longest that is a number; a count behind it only if nothing else is one.
    let most = groups.counted.unwrap_or(groups.list.len());
    for count in (1..=most).rev().chain((most + 1..=groups.list.len()).rev()) {
        let digits = digits(count);
        let Ok(line) = classify(&digits, groups.plus, short) else {
            continue;
        };
        if matches!(line, Line::Mobile(_)) && goes_on(text, groups.list.get(count)) {
            break;
        }
        let end = groups.list.get(count - 1)?.range.end;
        let clear = match &line {
            Line::Fixed { number, .. } => {
                (number.len() >= 6 || count > 1) && (groups.plus || digits.starts_with('0'))
            }
            Line::Short(_) => digits.len() == 7 && count == 2,
            Line::Local(_) => false,
            Line::Mobile(_) => groups.plus || digits.starts_with(['0', '6']),
            Line::Free(_) | Line::Abroad(_) => true,
        };
        let (extension, end) = extension(text, end);
        let result = Ok(PhoneNumber { line, extension });
        return Some(Scanned {
            result,
            range: start..close(text, start, end),
            clear,
        });
    }
    // Only what begins as a number does can be a wrong one.
    let all = digits(groups.list.len());
    let looks = groups.plus || (all.starts_with('0') && all.len() >= 5);
    let end = groups.list.last().unwrap_or(first).range.end;
    let problem = classify(&all, groups.plus, short).err()?;
    looks.then(|| Scanned {
        result: Err(problem),
        range: start..close(text, start, end),
        clear: false,
    })
}

/// `0812-3456-7890-123`: digits that hang on to a mobile number make it a wrong one.
fn goes_on(text: &str, next: Option<&Group>) -> bool {
    let written = |group: &Group| text.get(group.range.clone()).unwrap_or_default();
    next.is_some_and(|group| {
        !group.spaced && group.range.len() <= 4 && !written(group).starts_with('0')
    })
}

/// A bracket closed right behind belongs to one opened at the start: `(0752-21056)`.
fn close(text: &str, start: usize, end: usize) -> usize {
    let inside = text.get(start..end).unwrap_or_default();
    let open = inside.starts_with('(') && !inside.contains(')');
    end + usize::from(open && text.get(end..).is_some_and(|rest| rest.starts_with(')')))
}

fn groups(text: &str, start: usize) -> Option<Groups> {
    let mut found = Groups {
        list: Vec::new(),
        plus: false,
        masked: None,
        counted: None,
    };
    let mut digits = String::new();
    let mut at = start;
    let mut spaced = false;
    let mut signs = 0;
    let mut opened = false;
    loop {
        let rest = text.get(at..)?;
        let Some(sign) = rest.chars().next() else {
            break;
        };
        if sign.is_ascii_digit() {
            let length = rest
                .bytes()
                .take(MOST_DIGITS + 2)
                .take_while(u8::is_ascii_digit)
                .count();
            let group = rest.get(..length)?;
            let complete = spaced
                && group.starts_with('0')
                && group.len() >= 3
                && classify(&digits, found.plus, false).is_ok();
            let range = at..at + length;
            let first = found.list.is_empty();
            // `lantai 2 0812-3456-7890`
            let begins = spaced && group.starts_with("0") && !found.plus;
            if begins && digits.len() <= 2 && !digits.starts_with('0') && !first {
                return None;
            }
            let count = (spaced || first) && length <= 3 && counts_something(rest.get(length..)?);
            if complete || is_time(rest) || (count && first) || found.list.len() == MOST_GROUPS {
                break;
            }
            if count {
                found.counted.get_or_insert(found.list.len());
            }
            digits.push_str(group);
            found.list.push(Group { range, spaced });
            if digits.len() > MOST_DIGITS {
                break;
            }
            at += length;
            (spaced, signs) = (false, 0);
            continue;
        }
        if is_mask(rest) && digits.len() >= 2 {
            let masked = rest
                .find(|sign: char| !matches!(sign, 'x' | 'X' | '*' | '_' | '-' | '.' | ' ' | '…'));
            let length = masked.unwrap_or(rest.len());
            let mask = rest.get(..length)?.trim_end();
            found.masked = Some(at + mask.len());
            break;
        }
        // A full stop before a space ends a sentence: `lantai 2. 0812-3456-7890`.
        let ends = sign == '.'
            && rest
                .get(1..)
                .is_some_and(|next| next.starts_with(char::is_whitespace));
        let fine = match sign {
            _ if ends => false,
            '+' => found.list.is_empty() && !found.plus,
            // Only `+62 (0)21` has a bracket opened inside.
            '(' => found.list.is_empty() || found.plus,
            ')' => opened,
            '-' | '–' | '.' | '‑' | '−' => true,
            sign => sign.is_whitespace() && sign != '\n',
        };
        // Three signs are enough for `) - `; more is a new thing.
        signs += 1;
        if !fine || signs > 3 {
            break;
        }
        opened |= sign == '(';
        found.plus |= sign == '+';
        spaced |= sign.is_whitespace();
        at += sign.len_utf8();
    }
    (!found.list.is_empty()).then_some(found)
}

fn is_mask(rest: &str) -> bool {
    let one = rest.strip_prefix(['x', 'X']);
    if one.is_some_and(|rest| !rest.starts_with(|sign: char| sign.is_alphanumeric() || sign == ' '))
    {
        return true;
    }
    ["xx", "XX", "**", "__", "..", "…", "--"].iter().any(|mask| rest.starts_with(mask))
        && !rest.trim_start_matches(['.', '-', '…']).starts_with(|sign: char| sign.is_ascii_digit())
        // Dots that end a sentence or stand for `dan seterusnya` mask nothing.
        && (rest.starts_with(['x', 'X', '*', '_']) || rest.starts_with("..") || rest.starts_with("--"))
}

/// `08.00`, `16:15`: an hour, not the beginning of a number.
fn is_time(rest: &str) -> bool {
    let digit = |byte: Option<&u8>| {
        byte.filter(|byte| byte.is_ascii_digit())
            .map(|byte| byte - b'0')
    };
    let bytes = rest.as_bytes();
    let hour_length = if digit(bytes.get(1)).is_some() { 2 } else { 1 };
    let at = |place: usize| bytes.get(hour_length + place);
    let hour = match (digit(bytes.first()), digit(bytes.get(1))) {
        (Some(tens), Some(ones)) => tens * 10 + ones,
        (Some(ones), None) => ones,
        _ => return false,
    };
    let (Some(tens), Some(_)) = (digit(at(1)), digit(at(2))) else {
        return false;
    };
    let goes_on = digit(at(3)).is_some() || (at(3) == Some(&b'.') && digit(at(4)).is_some());
    hour <= 24 && matches!(at(0), Some(b'.' | b':')) && tens < 6 && !goes_on
}

/// `24 jam`, `7 hari`: what follows makes the digits before it a count.
fn counts_something(rest: &str) -> bool {
    let word = rest
        .trim_start()
        .split(|sign: char| !sign.is_alphabetic())
        .next()
        .unwrap_or_default();
    let after = rest
        .trim_start()
        .get(word.len()..)
        .unwrap_or_default()
        .trim_start();
    if ["kerja", "kantor", "layanan", "pelayanan"]
        .iter()
        .any(|kind| after.starts_with(kind))
    {
        return false;
    }
    let units = [
        "jam", "hari", "menit", "x", "orang", "wib", "wita", "wit", "bulan", "kali",
    ];
    units.iter().any(|unit| word.eq_ignore_ascii_case(unit))
}

/// `02-12-2026` has the digits of a number in Jakarta.
fn is_date(text: &str, list: &[Group]) -> bool {
    let lengths: Vec<usize> = list.iter().map(|group| group.range.len()).collect();
    let value = |at: usize| {
        list.get(at)
            .and_then(|group| text.get(group.range.clone())?.parse().ok())
    };
    let month = value(1).is_some_and(|month: u32| (1..=12).contains(&month));
    let year = value(2).is_some_and(|year: u32| (1900..2200).contains(&year));
    matches!(lengths.as_slice(), [1 | 2, 1 | 2, 4, ..])
        && month
        && year
        && list.iter().take(3).all(|group| !group.spaced)
}

/// `ext. 12`, `pes 12`
fn extension(text: &str, end: usize) -> (Option<String>, usize) {
    let none = (None, end);
    let Some(rest) = text.get(end..) else {
        return none;
    };
    let trimmed = rest.trim_start_matches([' ', ',', '(', '\u{a0}', '/', ')']);
    if rest.len() - trimmed.len() > 4 {
        return none;
    }
    let length = trimmed
        .bytes()
        .take(9)
        .take_while(u8::is_ascii_alphabetic)
        .count();
    let Some((word, after)) = trimmed.split_at_checked(length) else {
        return none;
    };
    if ![
        "ext",
        "pes",
        "psw",
        "pesawat",
        "extension",
        "ekst",
        "ekstensi",
    ]
    .iter()
    .any(|known| word.eq_ignore_ascii_case(known))
    {
        return none;
    }
    let number = after.trim_start_matches(['.', ' ', ':', '\u{a0}']);
    let length = number
        .bytes()
        .take(7)
        .take_while(u8::is_ascii_digit)
        .count();
    match number.get(..length) {
        Some(digits) if (1..=6).contains(&length) => {
            (Some(digits.to_owned()), text.len() - number.len() + length)
        }
        _ => none,
    }
}
