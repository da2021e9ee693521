//! The legal bases of a list, whatever the form a person gave it.

use std::{ops::Range, sync::Arc};

use crate::{
    check::Target,
    document::{NodeId, Value},
    finding::Hit,
    register::{Entry, Register},
    span::Span,
    value::citation::{Citation, CitationError, Listed},
};

/// Keys of a mapping that is a citation in parts.
const PARTS: [&str; 4] = ["nomor", "jenis", "tahun", "tentang"];

/// Most nodes of prose that are looked at.
const MOST_PROSE: usize = 2000;

/// All legal bases under one key.
#[derive(Debug)]
pub(super) struct Bases<'a> {
    /// The key.
    pub target: Target<'a>,
    /// Each in its order.
    pub all: Vec<Basis>,
}

/// One legal basis.
#[derive(Debug)]
pub(super) struct Basis {
    /// The text it stands in, or the mapping.
    pub node: NodeId,
    /// Its bytes in that text; nothing for a mapping.
    pub part: Option<Range<usize>>,
    /// Whether it is all there is in its entry.
    pub is_alone: bool,
    source: Source,
}

/// Where what was read is kept.
#[derive(Debug)]
enum Source {
    /// An item of a text.
    Item(Arc<[Listed]>, usize),
    /// The parts of a mapping.
    Own(Arc<Read>),
    /// A citation in prose.
    Prose(Arc<[Citation]>, usize),
}

type Read = Result<Citation, CitationError>;

impl Basis {
    /// What was read.
    pub(super) fn read(&self) -> Result<&Citation, &CitationError> {
        let read = match &self.source {
            Source::Item(list, at) => list.get(*at).map(|listed| &listed.read),
            Source::Own(read) => Some(read.as_ref()),
            Source::Prose(cited, at) => {
                return cited.get(*at).ok_or(&CitationError::NotCitation);
            }
        };
        read.map_or(Err(&CitationError::NotCitation), Result::as_ref)
    }
}

impl<'a> Bases<'a> {
    /// The bases of a list, or of the one text in its place.
    pub(super) fn of_list(target: Target<'a>, keys: &[String]) -> Self {
        let mut all = Vec::new();
        for entry in flat(target) {
            let node = match target.document.value(entry) {
                Value::Map if PARTS.iter().any(|key| has(target, entry, key)) => {
                    all.push(Basis {
                        node: entry,
                        part: None,
                        is_alone: true,
                        source: Source::Own(target.readings.citation(target.document, entry)),
                    });
                    continue;
                }
                Value::Map => keys
                    .iter()
                    .find_map(|key| target.document.get(entry, key.as_str())),
                _ => Some(entry),
            };
            let Some(node) = node.filter(|node| target.with(*node).text().is_some()) else {
                continue;
            };
            let listed = target.readings.bases(target.document, node);
            all.extend(listed.iter().enumerate().map(|(at, item)| Basis {
                node,
                part: Some(item.range.clone()),
                is_alone: is_all(&item.range, target.with(node).text()),
                source: Source::Item(Arc::clone(&listed), at),
            }));
        }
        Self { target, all }
    }

    /// Every complete citation of the texts at and below a node.
    pub(super) fn of_prose(target: Target<'a>) -> Self {
        let mut all = Vec::new();
        let mut waiting = vec![target.node];
        let mut seen = 0;
        while let Some(node) = waiting.pop() {
            seen += 1;
            if seen > MOST_PROSE {
                break;
            }
            let document = target.document;
            match document.value(node) {
                Value::List => waiting.extend(document.items(node).iter().rev()),
                Value::Map => {
                    let entries = document.entries(node);
                    waiting.extend(entries.iter().rev().map(|(_, node)| *node));
                }
                // A complete citation has a year.
                Value::Scalar { text, .. } if text.bytes().any(|b| b.is_ascii_digit()) => {
                    let found = target.readings.texts().cited(text);
                    all.extend((0..found.len()).map(|at| Basis {
                        node,
                        part: Some(0..text.len()),
                        is_alone: false,
                        source: Source::Prose(Arc::clone(&found), at),
                    }));
                }
                _ => {}
            }
        }
        Self { target, all }
    }

    /// The complete ones.
    pub(super) fn read(&self) -> impl Iterator<Item = (&Basis, &Citation)> {
        self.all
            .iter()
            .filter_map(|basis| Some((basis, basis.read().ok()?)))
    }

    /// What is known of regulations.
    pub(super) fn register(&self) -> &'a Register {
        self.target.register()
    }

    /// The entry of a cited regulation; a regional one without a region is taken to be of the
    /// region of the document.
    pub(super) fn lookup(&self, citation: &Citation) -> Option<&'a Entry> {
        let home = self.target.home();
        self.register()
            .lookup_in(citation, home.unwrap_or_default())
    }

    /// A gap about these bytes of the item that a basis was read from.
    pub(super) fn hit(&self, basis: &Basis, range: &Range<usize>) -> Hit {
        let path = self.target.document.path_of(basis.node);
        Hit::new(path, self.span(basis, range))
    }

    /// The bytes in the file of these bytes of the item.
    pub(super) fn span(&self, basis: &Basis, range: &Range<usize>) -> Span {
        let document = self.target.document;
        match &basis.part {
            Some(part) => document
                .place(basis.node)
                .part(part.start + range.start..part.start + range.end),
            // Of a citation in parts, the number stands for the whole.
            None => {
                let mut parts = PARTS.iter().filter_map(|key| document.get(basis.node, key));
                document.place(parts.next().unwrap_or(basis.node)).value()
            }
        }
    }

    /// The text of the item; nothing for a mapping.
    pub(super) fn text(&self, basis: &Basis) -> Option<&'a str> {
        let text = self.target.document.text(basis.node)?;
        text.get(basis.part.clone()?)
    }

    /// The texts of the parts of a mapping.
    pub(super) fn parts(&self, basis: &Basis) -> impl Iterator<Item = &'a str> {
        let (document, node) = (self.target.document, basis.node);
        PARTS
            .iter()
            .filter_map(move |key| document.text(document.get(node, key)?))
    }

    /// These bytes of the item as written; nothing for a mapping.
    pub(super) fn written(&self, basis: &Basis, range: &Range<usize>) -> Option<&'a str> {
        self.text(basis)?.get(range.clone())
    }
}

/// The entries of a list, and those of the lists inside it: people group regulations by kind.
fn flat(target: Target<'_>) -> Vec<NodeId> {
    let mut found = Vec::new();
    for entry in target.entries(&[] as &[&str]) {
        match target.document.value(entry) {
            Value::List => found.extend(target.with(entry).entries(&[] as &[&str])),
            _ => found.push(entry),
        }
    }
    found
}

fn has(target: Target<'_>, node: NodeId, key: &str) -> bool {
    target.document.get(node, key).is_some()
}

fn is_all(range: &Range<usize>, text: Option<&str>) -> bool {
    text.is_some_and(|text| text.trim().len() == range.len())
}

/// The citation with those linked to it and named in its title.
pub(super) fn with_inner(citation: &Citation) -> Vec<&Citation> {
    let mut found = vec![citation];
    let mut at = 0;
    while let Some(next) = found.get(at).copied() {
        found.extend(next.links.iter().map(|link| &link.citation));
        found.extend(next.amends.as_deref());
        at += 1;
    }
    found
}
