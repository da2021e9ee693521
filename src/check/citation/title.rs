//! Number, title and gazette that belong to different regulations.

use super::{
    basis::Bases,
    form::is_future,
    mend,
    status::{full_name, short_name},
};
use crate::{
    finding::{Fix, Hit, Severity},
    register::{Certainty, Entry, Key, Register, Status, TitleMatch, title_matches},
    text::Phrase,
    value::citation::{Citation, GazetteKind, Relation},
};

/// Citations with the number of one regulation and the title of another.
pub(super) fn mismatch(bases: &Bases<'_>, hits: &mut Vec<Hit>) {
    for (basis, citation) in bases.read() {
        let Some(title) = citation
            .title
            .as_ref()
            .filter(|title| title.about.is_some())
        else {
            continue;
        };
        if is_future(bases, citation) {
            continue;
        }
        let known = bases.lookup(citation);
        let (meant, reason, is_sure) = match known {
            Some(known) => {
                let twin = twin(bases, citation, known);
                if twin.is_none() && !is_other(citation, known) {
                    continue;
                }
                let meant = twin.or_else(|| meant(bases, citation));
                // A repealed number without a better guess is the graver gap.
                if known.status == Status::Repealed && meant.is_none() {
                    continue;
                }
                let reason = Phrase::new(
                    format!("{} berjudul `{}`", short_name(&known.key), known.title),
                    format!("{} is about `{}`", short_name(&known.key), known.title),
                );
                (meant, reason, known.certainty >= Certainty::Yakin)
            }
            None => {
                let Some(meant) = meant(bases, citation) else {
                    continue;
                };
                let reason = Phrase::new(
                    format!("judul itu milik {}", short_name(&meant.key)),
                    format!("that title is of {}", short_name(&meant.key)),
                );
                (Some(meant), reason, true)
            }
        };
        let mut hit = bases
            .hit(basis, &title.range)
            .argument("regulation", Phrase::same(citation.short()))
            .argument("reason", reason)
            .argument("advice", advice(bases, meant));
        if !is_sure {
            hit.severity = Some(Severity::Info);
        }
        // A number printed in full is better copied from the original.
        let name = meant
            .filter(|meant| meant.full_number.is_none())
            .and_then(|meant| meant.key.citation())
            .map(|c| c.name());
        let edit = name.and_then(|name| mend::edit(bases, basis, &citation.head_range, &name));
        hit.fix = edit.zip(meant).map(|(edit, meant)| Fix {
            title: Phrase::new(
                format!("Ganti nomornya menjadi {}", short_name(&meant.key)),
                format!("Change the number to that of {}", short_name(&meant.key)),
            ),
            safe: false,
            edits: vec![edit],
        });
        hits.push(hit);
    }
}

fn advice(bases: &Bases<'_>, meant: Option<&Entry>) -> Phrase {
    match meant.and_then(|meant| full_name(bases, &meant.key)) {
        Some(name) => Phrase::new(
            format!("Mungkin maksud Anda `{name}`."),
            format!("Perhaps you mean `{name}`."),
        ),
        None => Phrase::new(
            "Cocokkan nomor, tahun, dan judul dengan naskah peraturannya.",
            "Compare number, year and title with the text of the regulation.",
        ),
    }
}

/// Whether the title of a citation is clearly not that of the entry.
fn is_other(citation: &Citation, entry: &Entry) -> bool {
    citation.title.as_ref().is_some_and(|title| {
        title.about.is_some() && title_matches(&title.text, &entry.title) == TitleMatch::Different
    })
}

/// Whether a citation bears the number of the entry and the title of another that is known.
pub(super) fn means_another(bases: &Bases<'_>, citation: &Citation, entry: &Entry) -> bool {
    is_other(citation, entry) && meant(bases, citation).is_some()
        || twin(bases, citation, entry).is_some()
}

/// The regulation of the same issuer, and of the same number or year, that bears the title word
/// by word, where the one with this number bears a title that only shares some words:
/// PermenPAN-RB 16/2014 `tentang Pedoman Standar Pelayanan`, which is that of 15/2014.
fn twin<'r>(bases: &Bases<'r>, citation: &Citation, known: &Entry) -> Option<&'r Entry> {
    let title = citation.title.as_ref().filter(|t| t.about.is_some())?;
    let is_derived = |entry: &Entry| {
        let starts = ["Perubahan", "Penetapan", "Pencabutan"];
        starts.iter().any(|start| entry.title.starts_with(start))
    };
    if is_derived(known) || title_matches(&title.text, &known.title) != TitleMatch::Close {
        return None;
    }
    let key = &known.key;
    let near = |entry: &&Entry| {
        let other = &entry.key;
        let is_one = (other.number() == key.number()) != (other.year() == key.year());
        is_one && other.kind() == key.kind() && other.issuer() == key.issuer()
    };
    // What took the place of another often took its title too.
    let follows = |one: &Entry, other: &Entry| {
        let mut later = one.amended_by.iter().chain(&one.repealed_by);
        later.any(|by| by.key == other.key)
    };
    let mut found = bases
        .register()
        .entries()
        .iter()
        .filter(near)
        .filter(|entry| {
            !is_derived(entry)
                && !follows(known, entry)
                && !follows(entry, known)
                && title_matches(&title.text, &entry.title) == TitleMatch::Same
        });
    let only = found.next()?;
    found.next().is_none().then_some(only)
}

/// The regulation that a citation means whose number is not that of its title, where it is
/// sure enough to be named.
fn meant<'r>(bases: &Bases<'r>, citation: &Citation) -> Option<&'r Entry> {
    let register = bases.register();
    if bases.lookup(citation).is_some() {
        // Searching all titles takes its time and is done for a clear contradiction only.
        return register.suggest(citation);
    }
    let written = &citation.title.as_ref()?.text;
    let keys = Key::of(citation);
    let key = keys.first()?;
    let near = |entry: &&Entry| {
        let other = &entry.key;
        let same_number = other.number() == key.number();
        let same_year = other.year() == key.year();
        let same_kind = other.kind() == key.kind() && other.issuer() == key.issuer();
        // One slip: in the number, the year or the kind. Offices have regulations of their own
        // with the numbers of others, but not with their titles too.
        if same_kind {
            same_number != same_year && !may_follow(register, entry, key)
        } else {
            same_number && same_year && !citation.kind.is_regional()
        }
    };
    let has_title = |entry: &&Entry| {
        // Titles of amendments differ in one small word; those of plans in their years.
        !entry.title.starts_with("Perubahan")
            && digits(written).eq(digits(&entry.title))
            && title_matches(written, &entry.title) == TitleMatch::Same
    };
    let mut found = register.entries().iter().filter(near).filter(has_title);
    match (found.next(), found.next()) {
        (Some(only), None) => Some(only),
        _ => amended_by_links(bases, citation, key),
    }
}

/// Whether a regulation the register lacks may be what took the place of a repealed one, and
/// with it the title.
fn may_follow(register: &Register, entry: &Entry, key: &Key) -> bool {
    let is_later = key.year() >= entry.key.year();
    let mut repeals = entry.repealed_by.iter().chain(&entry.suspected);
    is_later && repeals.any(|by| by.key == *key || register.get(&by.key).is_none())
}

/// The regulation of this kind, and of this number or year, that the linked one amended.
fn amended_by_links<'r>(bases: &Bases<'r>, citation: &Citation, key: &Key) -> Option<&'r Entry> {
    let amending: Vec<Key> = citation
        .links
        .iter()
        .filter(|link| matches!(link.relation, Relation::AmendedBy | Relation::LastAmendedBy))
        .flat_map(|link| Key::of(&link.citation))
        .collect();
    let mut found = bases.register().entries().iter().filter(|entry| {
        let other = &entry.key;
        other.kind() == key.kind()
            && other.issuer() == key.issuer()
            && (other.number() == key.number() || other.year() == key.year())
            && entry.amended_by.iter().any(|by| amending.contains(&by.key))
    });
    let only = found.next()?;
    found.next().is_none().then_some(only)
}

fn digits(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_digit())
        .filter(|digits| !digits.is_empty())
}

/// Numbers of the Lembaran Negara that are not those of the regulation.
pub(super) fn gazette(bases: &Bases<'_>, since: Option<u16>, hits: &mut Vec<Hit>) {
    for (basis, citation) in bases.read() {
        let linked = citation.links.iter().map(|link| &link.citation);
        for citation in std::iter::once(citation).chain(linked) {
            let Some((range, written, expected, severity)) = wrong(bases, citation, since) else {
                continue;
            };
            let mut hit = bases
                .hit(basis, &range)
                .argument("regulation", Phrase::same(citation.short()))
                .argument("written", Phrase::same(written))
                .argument("expected", Phrase::same(expected));
            hit.severity = severity;
            hits.push(hit);
        }
    }
}

type Wrong = (std::ops::Range<usize>, String, String, Option<Severity>);

fn wrong(bases: &Bases<'_>, citation: &Citation, since: Option<u16>) -> Option<Wrong> {
    let note = citation
        .gazette
        .as_ref()
        .filter(|note| note.kind == GazetteKind::LembaranNegara)?;
    let entry = bases.lookup(citation);
    if is_future(bases, citation) || entry.is_some_and(|entry| is_other(citation, entry)) {
        return None;
    }
    if let Some(found) = entry.and_then(|entry| entry.ln_mismatch(citation)) {
        let mut parts = Vec::new();
        let mut add = |word: &str, range, written: u32, expected: u32| {
            parts.push((
                range,
                format!("{word} {written}"),
                format!("{word} {expected}"),
            ));
        };
        if let Some(year) = found.year {
            let (written, expected) = (year.written.value.into(), year.expected.into());
            add("LN Tahun", year.written.range, written, expected);
        }
        if let Some(number) = found.number {
            add(
                "LN Nomor",
                number.written.range,
                number.written.value,
                number.expected,
            );
        }
        if let Some(number) = found.supplement {
            add(
                "TLN Nomor",
                number.written.range,
                number.written.value,
                number.expected,
            );
        }
        let severity = (found.certainty < Certainty::Pasti).then_some(Severity::Info);
        let join = |pick: fn(&(std::ops::Range<usize>, String, String)) -> &str| {
            parts.iter().map(pick).collect::<Vec<_>>().join(", ")
        };
        let (written, expected) = (join(|part| &part.1), join(|part| &part.2));
        return Some((parts.first()?.0.clone(), written, expected, severity));
    }
    if entry.is_some_and(|entry| entry.ln.is_some()) {
        return None;
    }
    let year = note.year.as_ref()?;
    let made = citation.year.value;
    let fits = (made..=made + 1).contains(&year.value) || since.is_none_or(|since| made < since);
    (!fits).then(|| {
        let written = format!("LN Tahun {}", year.value);
        (
            year.range.clone(),
            written,
            format!("LN Tahun {made}"),
            None,
        )
    })
}
