//! Regulations that are no longer in force, or that were amended.

use super::{
    Ready,
    basis::{Bases, with_inner},
    form::is_future,
    mend, title,
};
use crate::{
    finding::{Fix, Hit, Severity},
    register::{Certainty, Entry, Key, Replacement, Status, TitleMatch, title_matches},
    text::Phrase,
    value::citation::{Citation, Relation},
};

/// Repealed regulations, one gap for each basis.
pub(super) fn repealed(bases: &Bases<'_>, hits: &mut Vec<Hit>) {
    let mut cited = cited_keys(bases);
    for (basis, citation) in bases.read() {
        let own = repealed_in(bases, citation);
        let Some((found, entry)) = own.or_else(|| repealed_parent(bases, citation)) else {
            continue;
        };
        let replacement = bases.register().replacement(&entry.key);
        let certainty = replacement
            .as_ref()
            .map_or(entry.certainty, |replacement| replacement.certainty);
        let new = replacement
            .as_ref()
            .and_then(|found| found.chain.last().copied());
        let is_cited = new.is_some_and(|new| cited.contains(new));
        let mut hit = bases
            .hit(basis, &found.head_range)
            .argument("regulation", Phrase::same(found.short()))
            .argument("reason", reason(replacement.as_ref(), certainty))
            .argument("advice", advice(bases, new, is_cited));
        let says_so = found
            .links
            .iter()
            .any(|link| link.relation == Relation::ReplacedBy);
        hit.severity = match certainty {
            _ if says_so => Some(Severity::Info),
            Certainty::Pasti => None,
            Certainty::Yakin => Some(Severity::Warning),
            Certainty::PerluVerifikasi => Some(Severity::Info),
        };
        if let Some(new) = new.filter(|_| !is_cited && certainty >= Certainty::Yakin) {
            // What stands around an amended regulation is the title of another.
            let name = own.and_then(|_| full_name(bases, new));
            let edit = name.and_then(|name| mend::edit(bases, basis, &found.range, &name));
            hit.fix = edit.map(|edit| Fix {
                title: Phrase::new(
                    format!("Ganti dengan {}", short_name(new)),
                    format!("Replace it by {}", short_name(new)),
                ),
                safe: false,
                edits: vec![edit],
            });
            // The next one that it repealed needs no second citation of it.
            cited.push(new.clone());
        }
        hits.push(hit);
    }
}

/// The repealed regulation of a basis: itself, or one that is to be read with it (`jo.`).
/// Amendments share the fate of what they amend and are no gap of their own.
fn repealed_in<'c, 'r>(
    bases: &Bases<'r>,
    citation: &'c Citation,
) -> Option<(&'c Citation, &'r Entry)> {
    let juncto = citation
        .links
        .iter()
        .filter(|link| link.relation == Relation::Juncto);
    std::iter::once(citation)
        .chain(juncto.map(|link| &link.citation))
        .filter(|citation| !is_future(bases, citation))
        .find_map(|citation| {
            let entry = bases.lookup(citation)?;
            let is_repealed = entry.status == Status::Repealed;
            (is_repealed && !title::means_another(bases, citation, entry))
                .then_some((citation, entry))
        })
}

/// The repealed regulation that a basis amends, where that is no basis itself: the amendment is
/// gone with it.
fn repealed_parent<'c, 'r>(
    bases: &Bases<'r>,
    citation: &'c Citation,
) -> Option<(&'c Citation, &'r Entry)> {
    let parent = citation.amends.as_deref()?;
    let keys = Key::of(parent);
    let is_basis = bases.read().any(|(_, other)| {
        let links = other.links.iter().map(|link| &link.citation);
        let mut all = std::iter::once(other).chain(links).flat_map(Key::of);
        all.any(|key| keys.contains(&key))
    });
    // What the register says of the amendment itself counts for more.
    let is_known = bases.lookup(citation).is_some();
    if is_basis || is_known || is_future(bases, citation) {
        return None;
    }
    repealed_in(bases, parent)
}

fn reason(replacement: Option<&Replacement<'_>>, certainty: Certainty) -> Phrase {
    let chain = replacement
        .map(|found| found.chain.as_slice())
        .unwrap_or_default();
    let names: Vec<String> = chain.iter().map(|key| short_name(key)).collect();
    let (id, en) = match certainty {
        Certainty::PerluVerifikasi => ("menurut dugaan dicabut oleh", "thought to be repealed by"),
        _ => ("dicabut oleh", "repealed by"),
    };
    match names.as_slice() {
        [] => Phrase::new(
            "penggantinya belum diketahui",
            "its replacement is not known",
        ),
        [only] => Phrase::new(format!("{id} {only}"), format!("{en} {only}")),
        [first, .., last] => Phrase::new(
            format!("{id} {first}, dan kini yang berlaku {last}"),
            format!("{en} {first}, and now {last} is in force"),
        ),
    }
}

fn advice(bases: &Bases<'_>, new: Option<&Key>, is_cited: bool) -> Phrase {
    let Some(new) = new else {
        return Phrase::new(
            "Cari penggantinya pada laman peraturan.go.id atau JDIH, lalu kutip peraturan itu.",
            "Look its replacement up on peraturan.go.id or a JDIH, and cite that.",
        );
    };
    let short = short_name(new);
    if is_cited {
        return Phrase::new(
            format!("Hapus rujukan ini; {short} sudah ada dalam daftar."),
            format!("Leave it out; {short} is in the list already."),
        );
    }
    let name = full_name(bases, new).unwrap_or(short);
    Phrase::new(
        format!("Ganti dengan `{name}`, setelah memastikan isinya menjadi dasar dokumen ini."),
        format!("Replace it by `{name}`, once you are sure that this is the basis."),
    )
}

/// Regulations of which no repeal is known, but which are likely out of use.
pub(super) fn doubtful(bases: &Bases<'_>, notes: &[(Key, Phrase)], hits: &mut Vec<Hit>) {
    for (basis, citation) in bases.read() {
        let Some(entry) = in_title(bases, citation) else {
            continue;
        };
        if entry.status == Status::Repealed {
            continue;
        }
        let note = notes.iter().find(|(key, _)| *key == entry.key);
        let suspected = entry
            .suspected
            .last()
            .filter(|_| entry.status == Status::Unknown);
        let reason = match (note, suspected) {
            (Some((_, note)), _) => note.clone(),
            (None, Some(suspected)) => {
                let end = bases.register().replacement(&suspected.key);
                let last = end.and_then(|end| end.chain.last().copied());
                let name = short_name(last.unwrap_or(&suspected.key));
                Phrase::new(
                    format!("diduga sudah digantikan oleh {name}"),
                    format!("it is thought to be replaced by {name}"),
                )
            }
            (None, None) => continue,
        };
        hits.push(
            bases
                .hit(basis, &citation.head_range)
                .argument("regulation", Phrase::same(citation.short()))
                .argument("reason", reason),
        );
    }
}

/// Amended regulations whose last amendment is not named anywhere in the list.
pub(super) fn amended(bases: &Bases<'_>, ready: &Ready, accept: &[String], hits: &mut Vec<Hit>) {
    let cited = cited_keys(bases);
    for (basis, citation) in bases.read() {
        let Some(entry) = in_title(bases, citation).filter(|e| e.status == Status::Amended) else {
            continue;
        };
        let counts = |key: &Key| {
            let is_past = i32::from(key.year()) <= i32::from(bases.target.today.year());
            // Of those without an entry, the register knows no more than that they amend.
            let amends = match bases.register().get(key) {
                Some(known) if known.status == Status::Repealed => false,
                Some(known) => ready.amending.contains(key) || known.title.contains("Perubahan"),
                None => !ready.repealing.contains(key),
            };
            is_past && amends
        };
        let amendments = entry
            .amended_by
            .iter()
            .filter(|by| by.certainty >= Certainty::Yakin && counts(&by.key));
        let Some(last) = amendments.max_by_key(|by| by.key.year()) else {
            continue;
        };
        let words = bases.text(basis).unwrap_or_default().to_lowercase();
        if cited.contains(&last.key) || accept.iter().any(|accept| words.contains(accept)) {
            continue;
        }
        let link = match entry.amended_by.len() {
            1 => "sebagaimana telah diubah dengan",
            _ => "sebagaimana telah beberapa kali diubah, terakhir dengan",
        };
        let name = last
            .key
            .citation()
            .map_or(last.key.to_string(), |c| c.name());
        hits.push(
            bases
                .hit(basis, &citation.head_range)
                .argument("regulation", Phrase::same(citation.short()))
                .argument("other", Phrase::same(short_name(&last.key)))
                .argument("example", Phrase::same(format!("{link} {name}"))),
        );
    }
}

/// Amending regulations cited under the title of what they amend.
pub(super) fn amending(bases: &Bases<'_>, hits: &mut Vec<Hit>) {
    let cited = cited_keys(bases);
    let says_so = |title: &str| title.to_lowercase().starts_with("perubahan");
    for (basis, citation) in bases.read() {
        let Some(title) = &citation.title else {
            continue;
        };
        let Some(entry) = in_title(bases, citation).filter(|e| says_so(&e.title)) else {
            continue;
        };
        let amends = |other: &&Entry| other.amended_by.iter().any(|by| by.key == entry.key);
        let Some(main) = bases.register().entries().iter().find(amends) else {
            continue;
        };
        if says_so(&title.text) || cited.contains(&main.key) {
            continue;
        }
        hits.push(
            bases
                .hit(basis, &title.range)
                .argument("regulation", Phrase::same(citation.short()))
                .argument("other", Phrase::same(short_name(&main.key)))
                .argument("title", Phrase::same(entry.title.clone())),
        );
    }
}

/// The entry of a citation that does not bear the title of another.
fn in_title<'r>(bases: &Bases<'r>, citation: &Citation) -> Option<&'r Entry> {
    let entry = bases.lookup(citation)?;
    let title = citation.title.as_ref();
    let is_other =
        title.is_some_and(|t| title_matches(&t.text, &entry.title) == TitleMatch::Different);
    (!is_other && !is_future(bases, citation)).then_some(entry)
}

/// Every regulation named in the list.
fn cited_keys(bases: &Bases<'_>) -> Vec<Key> {
    bases
        .read()
        .flat_map(|(_, citation)| with_inner(citation))
        .flat_map(Key::of)
        .collect()
}

/// `UU 23/2014`.
pub(super) fn short_name(key: &Key) -> String {
    key.citation()
        .map_or_else(|| key.to_string(), |citation| citation.short())
}

/// `Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah`; nothing where the title is
/// not known.
pub(super) fn full_name(bases: &Bases<'_>, key: &Key) -> Option<String> {
    let title = &bases.register().get(key)?.title;
    Some(format!("{} tentang {title}", key.citation()?.name()))
}
