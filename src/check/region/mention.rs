//! Where a document speaks of another region, and as what.

use std::{cell::LazyCell, collections::BTreeMap, ops::Range, sync::Arc};

use super::{Hit, NamedList, Own, Phrase, Target, lowered};
use crate::{
    document::{Path, Step},
    value::{
        citation::{Citation, RegionLevel},
        region::Mention,
    },
};

/// Regulations of other regions.
pub(super) struct Cited<'a> {
    pub(super) words: &'a NamedList,
    pub(super) born_of: &'a BTreeMap<String, Vec<String>>,
    pub(super) split_before: u16,
}

impl Cited<'_> {
    /// `mentions` are those of the text.
    pub(super) fn look(
        &self,
        target: &Target<'_>,
        mentions: &[Mention<'_>],
        own: &Own,
    ) -> Option<Hit> {
        let text = target.text()?;
        let texts = target.readings.texts();
        if !self.words.is_in(text) {
            return None;
        }
        // The regulations of a text are the same for all regions it mentions.
        let cited = LazyCell::new(|| texts.cited(text));
        let mut gap = None;
        for mention in mentions {
            if !own.is_foreign(mention) || self.is_parent(mention, own) {
                continue;
            }
            let Some(issued) = issued(target, text, &cited, mention) else {
                continue;
            };
            let old = issued.year.is_some_and(|year| year < self.split_before);
            let lower = old && own.is_neighbour(mention);
            let place = Place {
                range: mention.range.clone(),
                named: issued.head,
                lower,
            };
            gap = Some(join(target, gap, text, mention, own, place));
        }
        gap
    }

    /// Whether it is the province that the own one was cut from.
    fn is_parent(&self, mention: &Mention<'_>, own: &Own) -> bool {
        own.provinces()
            .filter_map(|code| self.born_of.get(code))
            .flatten()
            .any(|parent| {
                mention
                    .candidates
                    .iter()
                    .any(|region| region.code() == parent)
            })
    }
}

/// A regulation as its citation gives it.
struct Issued {
    /// From its kind to its year.
    head: Range<usize>,
    year: Option<u16>,
}

/// The regulation cited in the text that the region issued. A region in a title
/// (`tentang Kerja Sama dengan Kota Bogor`) issued none.
fn issued(
    target: &Target<'_>,
    text: &str,
    cited: &LazyCell<Arc<[Citation]>, impl FnOnce() -> Arc<[Citation]>>,
    mention: &Mention<'_>,
) -> Option<Issued> {
    let path = target.document.path_of(target.node);
    // `{jenis: Perda Kota Bogor, nomor: 3, tahun: 2020}`
    if let [.., Step::Key(key)] = path.steps()
        && path.steps().len() > 1
        && key == "jenis"
    {
        let year = sibling(target, &path, "tahun").and_then(|year| year.trim().parse().ok());
        return Some(Issued {
            head: 0..text.len(),
            year,
        });
    }
    cited
        .iter()
        .flat_map(|citation| {
            let links = citation.links.iter().map(|link| &link.citation);
            std::iter::once(citation).chain(links)
        })
        .filter(|citation| is_inside(&mention.name, &citation.head_range))
        .find(|citation| {
            // Villages and sub-districts (`Keputusan Camat Kediri`) bear names of regions.
            let level = citation.region.as_ref().and_then(|region| region.level);
            let is_own = citation.kind.is_regional() && level != Some(RegionLevel::Desa);
            is_own || mention.kind_stated.is_some()
        })
        .map(|citation| Issued {
            head: citation.head_range.clone(),
            year: Some(citation.year.value),
        })
}

fn sibling<'a>(target: &Target<'a>, path: &Path, key: &str) -> Option<&'a str> {
    let (_, parent) = path.steps().split_last()?;
    let parent: Path = parent.iter().cloned().collect();
    let node = target.document.at(&parent.key(key));
    node.is_found().then(|| target.document.text(node.node()))?
}

fn is_inside(inner: &Range<usize>, outer: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// Governments of other regions.
pub(super) struct Spoken<'a> {
    pub(super) offices: &'a NamedList,
    pub(super) elsewhere: &'a NamedList,
    pub(super) ours: &'a NamedList,
    pub(super) national: &'a NamedList,
    pub(super) provider: &'a [String],
    pub(super) skip: &'a [String],
}

/// As what a document speaks of a government.
enum Role {
    /// As its own.
    Ours,
    /// It does not say.
    Open,
    /// As that of another place, which may well be right.
    Elsewhere,
}

/// An office stands at most so many bytes before the name of its region.
const LONGEST_OFFICE: usize = 160;
/// What an office is spoken of as stands at most so many words before it.
const WORDS_BEFORE: usize = 5;

impl Spoken<'_> {
    /// `mentions` are those of the text, `top` is the key at the top of the document under which it
    /// stands.
    pub(super) fn look(
        &self,
        target: &Target<'_>,
        mentions: &[Mention<'_>],
        top: Option<&str>,
        own: &Own,
    ) -> Option<Hit> {
        let text = target.text()?;
        let texts = target.readings.texts();
        let is_any = |keys: &[String]| top.is_some_and(|top| keys.iter().any(|key| key == top));
        if is_any(self.skip) {
            return None;
        }
        let provider = is_any(self.provider);
        let offices = self.offices.find(text);
        if offices.is_empty() && !provider {
            return None;
        }
        let cited = LazyCell::new(|| texts.cited(text));
        let mut gap = None;
        for mention in mentions {
            if !own.is_foreign(mention) {
                continue;
            }
            let office = office(text, &offices, mention);
            let Some(start) = office.or_else(|| {
                let alone = provider && mention.kind_stated.is_some() && is_last(text, mention);
                alone.then_some(mention.range.start)
            }) else {
                continue;
            };
            let named = text.get(start..mention.range.end).unwrap_or_default();
            if self.national.is_in(named) || is_in_any(&cited, mention) {
                continue;
            }
            let lower = match self.role(text, start) {
                Role::Ours => false,
                Role::Open => !provider && start > first_word(text),
                Role::Elsewhere => continue,
            };
            let range = start..mention.range.end;
            let place = Place {
                named: range.clone(),
                range,
                lower,
            };
            gap = Some(join(target, gap, text, mention, own, place));
        }
        gap
    }

    fn role(&self, text: &str, start: usize) -> Role {
        let before = text.get(..start).unwrap_or_default();
        let sentence = before
            .rmatch_indices(['.', ';', '\n', '(', ','])
            .find(|(at, sign)| *sign != "." || !is_short(before.get(..*at)))
            .map_or(0, |(at, _)| at + 1);
        let sentence = before.get(sentence..).unwrap_or_default();
        let near = sentence
            .trim_end()
            .rmatch_indices(char::is_whitespace)
            .nth(WORDS_BEFORE - 1)
            .map_or(sentence, |(at, _)| sentence.get(at..).unwrap_or_default());
        let last = |list: &NamedList| list.find(near).last().map(|found| found.end);
        match (last(self.ours), last(self.elsewhere)) {
            (Some(ours), Some(elsewhere)) if ours > elsewhere => Role::Ours,
            (_, Some(_)) => Role::Elsewhere,
            (Some(_), None) => Role::Ours,
            (None, None) => Role::Open,
        }
    }
}

/// Whether a text ends in a word of at most three letters, such as the abbreviation `mis.`.
fn is_short(before: Option<&str>) -> bool {
    let letters = before.unwrap_or_default().chars().rev();
    (1..=3).contains(&letters.take_while(|sign| sign.is_alphabetic()).count())
}

/// Where the office begins whose name ends in the region: between the two stand only words of
/// the name, no verb and no comma.
fn office(text: &str, offices: &[Range<usize>], mention: &Mention<'_>) -> Option<usize> {
    // `Bupati Bogor`, `Pemkot Bandung` name office and region in one.
    let head = text.get(mention.range.start..mention.name.start)?;
    let within = offices
        .iter()
        .find(|office| is_inside(office, &mention.range));
    if let Some(office) = within
        && !head.is_empty()
    {
        return Some(office.start);
    }
    mention.kind_stated?;
    let office = offices
        .iter()
        .filter(|office| office.end <= mention.range.start)
        .filter(|office| mention.range.start - office.end <= LONGEST_OFFICE)
        .rfind(|office| {
            let between = text
                .get(office.end..mention.range.start)
                .unwrap_or_default();
            is_name(between)
        })?;
    // `Kepala Dinas Kesehatan Kota X` begins with the last office that leads to the region; an
    // office right before it belongs to the same name.
    Some(office.start)
}

/// Whether all words are those of a name: with a capital, or a small word that joins.
fn is_name(between: &str) -> bool {
    let joins = ["dan", "serta", "di", "daerah"];
    !between.contains([',', '.', ';', ':', '(', ')', '\n'])
        && between.split_whitespace().all(|word| {
            word.starts_with(|sign: char| sign.is_uppercase() || sign == '&' || sign == '/')
                || joins.contains(&word)
        })
}

fn is_in_any(citations: &[Citation], mention: &Mention<'_>) -> bool {
    citations
        .iter()
        .any(|citation| is_inside(&mention.name, &citation.range))
}

/// Whether the region ends the text, as in the name of a unit.
fn is_last(text: &str, mention: &Mention<'_>) -> bool {
    let behind = text.get(mention.range.end..).unwrap_or_default();
    !behind.contains(char::is_alphanumeric)
}

fn first_word(text: &str) -> usize {
    text.find(char::is_alphabetic).unwrap_or_default()
}

/// A place of a gap.
struct Place {
    /// What is underlined.
    range: Range<usize>,
    /// What the message names.
    named: Range<usize>,
    /// Whether it is worth knowing, no more.
    lower: bool,
}

/// The gap of a text: the first place, with the others that belong to it.
fn join(
    target: &Target<'_>,
    gap: Option<Hit>,
    text: &str,
    mention: &Mention<'_>,
    own: &Own,
    place: Place,
) -> Hit {
    let found = target.hit_part(place.range);
    if let Some(first) = gap {
        let severity = first.severity.filter(|_| place.lower);
        let message = Phrase::new("juga di sini", "here too");
        let hit = first.related(found.path, found.span, message);
        return Hit { severity, ..hit };
    }
    let words = text.get(place.named).unwrap_or_default();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let region = match mention.region() {
        Some(region) => region.to_string(),
        None => text
            .get(mention.range.clone())
            .unwrap_or_default()
            .to_owned(),
    };
    let found = found
        .argument("value", Phrase::same(words))
        .argument("region", Phrase::same(region))
        .argument("own", own.name());
    lowered(found, place.lower)
}
