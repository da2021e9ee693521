//! Which channels can be used.

use super::{Channels, Hit, NamedList, Phrase, Target, all_text, hit_in, quoted, whole};
use crate::{
    finding::Severity,
    reading::Statement,
    value::contact::{
        Address, Contact, ContactError, ContactKind as Kind, EmailProblem, LinkProblem,
        PhoneProblem,
    },
};

/// A number, an address, an account, a place, or the national channel. A box or a book whose
/// place is not told, or an officer somewhere, cannot be the only way.
fn is_usable(contact: &Contact, places: &NamedList) -> bool {
    contact.is_usable() && !is_bare_box(contact) && !is_nowhere(contact, places)
}

/// `secara langsung kepada petugas`
fn is_nowhere(contact: &Contact, places: &NamedList) -> bool {
    match &contact.address {
        Some(Address::Place(place)) if contact.kind == Kind::InPerson => {
            !places.is_in(place) && !place.contains(|sign: char| sign.is_ascii_digit())
        }
        _ => false,
    }
}

fn is_bare_box(contact: &Contact) -> bool {
    let Some(Address::Place(place)) = &contact.address else {
        return false;
    };
    let says_where = |word: &str| ["di", "pada", "depan", "dekat"].contains(&word);
    matches!(contact.kind, Kind::Box | Kind::Book)
        && !place.to_lowercase().split_whitespace().any(says_where)
}

pub(super) fn any_usable(read: &Channels, places: &NamedList) -> bool {
    read.contacts().any(|contact| is_usable(contact, places))
}

/// The gap that nothing can be used. An address that cannot work is a gap of its own, and one
/// still to be filled in belongs to the rules about placeholders: then this says nothing.
pub(super) fn none(
    target: &Target<'_>,
    read: &Channels,
    unfilled: &NamedList,
    places: &NamedList,
    pointers: &NamedList,
) -> Option<Hit> {
    let unwritten = read
        .statements
        .iter()
        .any(|line| is_unwritten(line, unfilled));
    let any_address = read
        .statements
        .iter()
        .any(|line| line.contacts.iter().any(Result::is_err) || looks_like_address(&line.text));
    if unwritten || any_address || any_usable(read, places) {
        return None;
    }
    let named = read
        .contacts()
        .any(|contact| !contact.is_usable() && is_remote(contact.kind) && !is_loose(contact.kind));
    let loose = read
        .contacts()
        .any(|contact| !contact.is_usable() && is_loose(contact.kind));
    let boxes = read
        .contacts()
        .any(|contact| is_bare_box(contact) || is_nowhere(contact, places));
    let places = all_text(read).any(|text| places.is_in(text));
    let is_unsure = all_text(read).any(|text| pointers.is_in(text) || holds_short_number(text));
    let severity = match (named, boxes, places) {
        // `Melalui telepon dan SMS`: which number?
        (true, false, false) if !is_unsure => Severity::Error,
        // `Instagram` can be looked up.
        (false, ..) if loose => Severity::Info,
        (true, ..) => Severity::Warning,
        // `Dumas 146`, or told where it hangs.
        (false, false, false) if !is_unsure => Severity::Warning,
        _ => Severity::Info,
    };
    Some(whole(target).severity(severity))
}

/// Digits or signs that the reader of channels may not have understood.
fn looks_like_address(text: &str) -> bool {
    let mut run = 0;
    for sign in text.chars() {
        match sign {
            '@' => return true,
            '0'..='9' => run += 1,
            '-' | ' ' | '.' | '(' | ')' => {}
            _ => run = 0,
        }
        if run >= 6 {
            return true;
        }
    }
    text.contains("www.") || text.contains("://") || text.contains(".id")
}

/// Channels that need a number or an address, where coming in person needs none.
fn is_remote(kind: Kind) -> bool {
    !matches!(kind, Kind::InPerson | Kind::Box | Kind::Book | Kind::Post)
}

/// Channels that can be found by the name of the unit.
fn is_loose(kind: Kind) -> bool {
    matches!(kind, Kind::Website | Kind::Social(_) | Kind::App)
}

/// Three digits and more: a number within the house, or one of the short numbers of the country.
fn holds_short_number(text: &str) -> bool {
    let mut words = text.split(|sign: char| !sign.is_alphanumeric());
    words.any(|word| {
        word.len() >= 3 && word.bytes().all(|byte| byte.is_ascii_digit()) && !is_year(word)
    })
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && (word.starts_with("19") || word.starts_with("20"))
}

/// Kinds that one number serves.
fn family(kind: Kind) -> Kind {
    match kind {
        Kind::Whatsapp | Kind::Sms => Kind::Phone,
        other => other,
    }
}

/// Whether a value of the statement is a placeholder.
fn is_unwritten(line: &Statement, unfilled: &NamedList) -> bool {
    let marks = ["xxx", "XXX", "....", "____"];
    let blank = |value: &str| marks.iter().any(|mark| value.contains(mark));
    line.values()
        .any(|value| unfilled.is_all_of(value) || blank(value))
}

pub(super) fn without_address(
    target: &Target<'_>,
    read: &Channels,
    unfilled: &NamedList,
    hits: &mut Vec<Hit>,
) {
    for line in &read.statements {
        if is_unwritten(line, unfilled) {
            continue;
        }
        let mut gap: Option<Hit> = None;
        for contact in line.contacts.iter().flatten() {
            let told_elsewhere = || {
                read.statements
                    .iter()
                    .flat_map(|line| line.contacts.iter())
                    .any(|other| match other {
                        Ok(other) => {
                            other.is_usable() && family(other.kind) == family(contact.kind)
                        }
                        Err(error) => broken_kind(error) == Some(family(contact.kind)),
                    })
            };
            if contact.is_usable() || !is_remote(contact.kind) || told_elsewhere() {
                continue;
            }
            let Some(hit) = hit_in(target, line, contact.range.clone()) else {
                continue;
            };
            gap = Some(match gap {
                Some(first) => {
                    let message = Phrase::new("juga di sini", "here too");
                    first.related(hit.path, hit.span, message)
                }
                None => {
                    let loose = is_loose(contact.kind);
                    let hit = hit.argument("channel", quoted(line, contact.range.clone()));
                    if loose {
                        hit.severity(Severity::Info)
                    } else {
                        hit
                    }
                }
            });
        }
        hits.extend(gap);
    }
}

/// Which kind an address that cannot work is of.
fn broken_kind(error: &ContactError) -> Option<Kind> {
    match error {
        ContactError::NotAContact => None,
        ContactError::Phone { .. } => Some(Kind::Phone),
        ContactError::Email { .. } => Some(Kind::Email),
        ContactError::Link { .. } => Some(Kind::Website),
    }
}

pub(super) fn impossible(target: &Target<'_>, read: &Channels, hits: &mut Vec<Hit>) {
    for line in &read.statements {
        for error in line.contacts.iter().filter_map(|read| read.as_ref().err()) {
            let Some(range) = error.range().filter(|_| !error.is_placeholder()) else {
                continue;
            };
            hits.extend(hit_in(target, line, range.clone()).map(|hit| {
                hit.argument("value", quoted(line, range))
                    .argument("reason", reason(error))
            }));
        }
    }
}

fn reason(error: &ContactError) -> Phrase {
    let same = |id: &'static str, en: &'static str| Phrase::new(id, en);
    match error {
        ContactError::NotAContact => Phrase::default(),
        ContactError::Phone { problem, .. } => match problem {
            PhoneProblem::TooShort { digits } => Phrase::new(
                format!("hanya {digits} angka, terlalu pendek"),
                format!("only {digits} digits, too short"),
            ),
            PhoneProblem::TooLong { digits } => Phrase::new(
                format!("{digits} angka, terlalu panjang"),
                format!("{digits} digits, too long"),
            ),
            PhoneProblem::Area => same("kode areanya tidak ada", "there is no such area code"),
            PhoneProblem::Placeholder => same("belum diisi", "not filled in"),
        },
        ContactError::Email { problem, .. } => match problem {
            EmailProblem::NoAt => same("tidak memuat @", "it has no @"),
            EmailProblem::NoName => same(
                "tidak ada nama tepat sebelum @",
                "no name right before the @",
            ),
            EmailProblem::NoDomain => same("tidak ada domain sesudah @", "no domain behind the @"),
            EmailProblem::Ending => same(
                "akhir domainnya tidak lengkap atau keliru",
                "its domain does not end as one",
            ),
            EmailProblem::SecondAt => same("memuat lebih dari satu @", "it has more than one @"),
            EmailProblem::Sign => same(
                "memuat tanda yang tidak mungkin",
                "it has a sign that cannot be there",
            ),
            EmailProblem::Placeholder => same("belum diisi", "not filled in"),
        },
        ContactError::Link { problem, .. } => match problem {
            LinkProblem::Scheme => {
                same("tidak diawali https://", "it does not begin with https://")
            }
            LinkProblem::NoDomain => same(
                "memuat spasi atau tanpa domain",
                "it has a space, or no domain",
            ),
            LinkProblem::Ending => same(
                "akhir domainnya tidak lengkap atau keliru",
                "its domain does not end as one",
            ),
            LinkProblem::Sign => same(
                "memuat tanda yang tidak mungkin",
                "it has a sign that cannot be there",
            ),
            LinkProblem::Placeholder => same("belum diisi", "not filled in"),
        },
    }
}
