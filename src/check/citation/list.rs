//! What can only be seen in the whole list. One gap for each list, except for repetitions.

use std::collections::{BTreeMap, HashMap};

use super::{
    basis::{Bases, Basis, with_inner},
    mend,
};
use crate::{
    check::entry_line::line_of_entry,
    finding::{Edit, Fix, Hit, Severity},
    register::{TitleMatch, title_matches},
    span::Span,
    text::Phrase,
    value::citation::{Citation, Kind, Number},
};

/// Regulations without a title.
pub(super) fn untitled(bases: &Bases<'_>) -> Option<Hit> {
    let lacks = |citation: &Citation| citation.title.is_none() && citation.kind != Kind::Uud;
    once(bases, lacks)
}

/// Regional regulations without their region.
pub(super) fn region(bases: &Bases<'_>) -> Option<Hit> {
    once(bases, |citation| {
        citation.kind.is_regional() && citation.region.is_none()
    })
}

/// One gap at the first basis of this kind; the others belong to it.
fn once(bases: &Bases<'_>, is_meant: impl Fn(&Citation) -> bool) -> Option<Hit> {
    let mut found = bases.read().filter(|(_, citation)| is_meant(citation));
    let (basis, citation) = found.next()?;
    let mut hit = bases
        .hit(basis, &citation.head_range)
        .argument("regulation", Phrase::same(citation.short()));
    for (basis, citation) in found {
        hit = hit.related(
            bases.target.document.path_of(basis.node),
            bases.span(basis, &citation.head_range),
            here_too(),
        );
    }
    Some(hit)
}

fn here_too() -> Phrase {
    Phrase::new("juga di sini", "here too")
}

/// The same regulation in two entries.
pub(super) fn twice(bases: &Bases<'_>, hits: &mut Vec<Hit>) {
    let read: Vec<_> = bases.read().collect();
    for ((basis, citation), first) in read.iter().zip(firsts(&read)) {
        let Some((first, _)) = first.and_then(|first| read.get(first)) else {
            continue;
        };
        let range = first_range(first);
        let mut hit = bases
            .hit(basis, &citation.head_range)
            .argument("regulation", Phrase::same(citation.short()))
            .related(
                bases.target.document.path_of(first.node),
                bases.span(first, &range),
                Phrase::new("pertama kali di sini", "the first time here"),
            );
        hit.fix = removal(bases, first, basis);
        hits.push(hit);
    }
}

/// Takes the second of two entries away, where they are the same to the letter.
fn removal(bases: &Bases<'_>, first: &Basis, second: &Basis) -> Option<Fix> {
    let document = bases.target.document;
    let is_whole = first.is_alone && second.is_alone && first.node != second.node;
    let is_entry = document.items(bases.target.node).contains(&second.node);
    let text = bases.text(second)?;
    if !is_whole || !is_entry || bases.text(first)? != text {
        return None;
    }
    let span = line_of_entry(document, second.node)?;
    Some(Fix {
        title: Phrase::new(
            "Hapus butir yang sama persis ini",
            "Remove this entry, which is there already",
        ),
        safe: true,
        edits: vec![Edit {
            span,
            text: String::new(),
        }],
    })
}

fn first_range(basis: &Basis) -> std::ops::Range<usize> {
    basis
        .read()
        .map_or(0..0, |citation| citation.head_range.clone())
}

/// For each basis the first of those before it that is the same. Only those of one kind, year
/// and number are compared, so that a long list takes no longer than it must.
fn firsts(read: &[(&Basis, &Citation)]) -> Vec<Option<usize>> {
    let mut seen: HashMap<_, Vec<usize>> = HashMap::new();
    let first = |(at, (_, citation)): (usize, &(&Basis, &Citation))| {
        let number = citation.number.as_ref().map(Number::canonical);
        let key = (citation.kind, citation.year.value, number);
        let before = seen.entry(key).or_default();
        let is_first = |before: &&usize| {
            let other = read.get(**before);
            other.is_some_and(|(_, other)| is_same(citation, other))
        };
        let first = before.iter().find(is_first).copied();
        before.push(at);
        first
    };
    read.iter().enumerate().map(first).collect()
}

/// Whether two bases are one. Different articles of a law may be listed one by one, and equal
/// numbers with clearly different titles are a slip in the number, not a repetition.
fn is_same(one: &Citation, other: &Citation) -> bool {
    // Titles are compared last: it is the dearest, and hardly ever needed.
    if !one.is_same_regulation(other) {
        return false;
    }
    let articles = |citation: &Citation| -> Vec<_> {
        citation.articles.iter().map(ToString::to_string).collect()
    };
    if articles(one) != articles(other) {
        return false;
    }
    let titles = one.title.as_ref().zip(other.title.as_ref());
    titles.is_none_or(|(one, other)| title_matches(&one.text, &other.text) != TitleMatch::Different)
}

/// The first basis that stands behind one of lower rank, or else behind a younger one of its
/// own rank. Only the levels of UU 12/2011 Pasal 7 ayat (1) are compared.
pub(super) fn order(bases: &Bases<'_>) -> Option<Hit> {
    let read: Vec<_> = bases.read().collect();
    let ranked: Vec<_> = read
        .iter()
        .zip(firsts(&read))
        .filter(|(_, first)| first.is_none())
        .filter_map(|((basis, citation), _)| Some((*basis, *citation, citation.rank()?)))
        .collect();
    let against = |is_before: fn((u8, u16), (u8, u16)) -> bool| {
        // The youngest so far of each rank: whether one is out of place needs no other.
        let mut youngest: BTreeMap<u8, u16> = BTreeMap::new();
        ranked.iter().enumerate().find_map(|(at, later)| {
            let place = |item: &(&Basis, &Citation, u8)| (item.2, item.1.year.value);
            let (rank, year) = place(later);
            let mut known = youngest.iter().map(|(rank, year)| (*rank, *year));
            let is_misplaced = known.any(|earlier| is_before((rank, year), earlier));
            let most = youngest.entry(rank).or_default();
            *most = (*most).max(year);
            if !is_misplaced {
                return None;
            }
            let earlier = ranked
                .iter()
                .take(at)
                .find(|earlier| is_before(place(later), place(earlier)))?;
            Some((*later, *earlier))
        })
    };
    let by_rank = against(|later, earlier| later.0 < earlier.0);
    let by_year = || against(|later, earlier| later.0 == earlier.0 && later.1 < earlier.1);
    let (is_rank, (later, earlier)) = match by_rank {
        Some(found) => (true, found),
        None => (false, by_year()?),
    };
    let reason = if is_rank {
        Phrase::new("kedudukannya lebih tinggi", "it ranks higher")
    } else {
        Phrase::new("lebih dahulu ditetapkan", "it is older")
    };
    let mut hit = bases
        .hit(later.0, &later.1.head_range)
        .argument("regulation", Phrase::same(later.1.short()))
        .argument("other", Phrase::same(earlier.1.short()))
        .argument("reason", reason)
        .related(
            bases.target.document.path_of(earlier.0.node),
            bases.span(earlier.0, &earlier.1.head_range),
            Phrase::new("semestinya sebelum ini", "its place is before this"),
        );
    if !is_rank {
        hit.severity = Some(Severity::Info);
    }
    Some(hit)
}

/// A place to mend and its change, where the text can be changed there.
struct Place<'b> {
    basis: &'b Basis,
    span: Span,
    edit: Option<Edit>,
}

/// One gap at the first place; the others belong to it. The fix changes all of them.
fn at_places(bases: &Bases<'_>, places: Vec<Place<'_>>, fix: Phrase) -> Option<Hit> {
    let document = bases.target.document;
    let mut rest = places.iter();
    let first = rest.next()?;
    let mut hit = Hit::new(document.path_of(first.basis.node), first.span);
    for place in rest {
        hit = hit.related(document.path_of(place.basis.node), place.span, here_too());
    }
    let edits: Option<Vec<Edit>> = places.into_iter().map(|place| place.edit).collect();
    hit.fix = edits.map(|edits| Fix {
        title: fix,
        safe: true,
        edits,
    });
    Some(hit)
}

/// `Republik Indonesia` in the name of a kind.
pub(super) fn republic(bases: &Bases<'_>) -> Option<Hit> {
    let mut places = Vec::new();
    let mut value = None;
    for (basis, citation) in bases.read().filter(|(basis, _)| basis.part.is_some()) {
        for citation in with_inner(citation) {
            let Some(range) = &citation.says_republik_indonesia else {
                continue;
            };
            value = value.or_else(|| bases.written(basis, range));
            places.push(Place {
                basis,
                span: bases.span(basis, range),
                edit: mend::removal(bases, basis, range),
            });
        }
    }
    let fix = Phrase::new("Hapus `Republik Indonesia`", "Remove `Republik Indonesia`");
    let value = Phrase::same(value.unwrap_or_default().to_owned());
    Some(at_places(bases, places, fix)?.argument("value", value))
}

/// Names of kinds with a small letter where the law wants a capital: `Undang-undang`.
pub(super) fn capitals(bases: &Bases<'_>) -> Option<Hit> {
    let mut places = Vec::new();
    let mut first = None;
    for (basis, citation) in bases.read() {
        for citation in with_inner(citation) {
            let name = citation.kind.name();
            let start = citation.head_range.start;
            let range = start..start + name.len();
            let Some(written) = bases.written(basis, &range) else {
                continue;
            };
            let is_shouted = !written.chars().any(char::is_lowercase);
            if written == name || is_shouted || !written.eq_ignore_ascii_case(name) {
                continue;
            }
            first = first.or(Some((written, name)));
            places.push(Place {
                basis,
                span: bases.span(basis, &range),
                edit: mend::edit(bases, basis, &range, name),
            });
        }
    }
    let (written, name) = first?;
    let fix = Phrase::new("Tulis dengan huruf besar", "Write it with capitals");
    Some(
        at_places(bases, places, fix)?
            .argument("value", Phrase::same(written.to_owned()))
            .argument("expected", Phrase::same(name)),
    )
}

/// A list of nothing but kinds that are no regulations.
pub(super) fn low(bases: &Bases<'_>, kinds: &[Kind]) -> Option<Hit> {
    let is_low = |basis: &Basis| {
        basis
            .read()
            .is_ok_and(|citation| kinds.contains(&citation.kind))
    };
    if !bases.all.iter().all(is_low) {
        return None;
    }
    once(bases, |_| true)
}
