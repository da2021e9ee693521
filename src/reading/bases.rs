//! The legal bases of a list, whatever the form a person gave it.

use std::{ops::Range, rc::Rc, sync::Arc};

use super::Readings;
use crate::{
    document::{Document, NodeId, Value},
    value::citation::{Citation, CitationError, Listed},
};

/// Keys of a mapping that is a citation in parts, the one that tells most of it first.
pub(crate) const PARTS: [&str; 4] = ["nomor", "jenis", "tahun", "tentang"];

/// Most nodes of prose that are looked at.
const MOST_PROSE: usize = 2000;

/// One legal basis.
#[derive(Debug)]
pub(crate) struct Basis {
    /// The text it stands in, or the mapping.
    pub(crate) node: NodeId,
    /// Its bytes in that text; nothing for a mapping.
    pub(crate) part: Option<Range<usize>>,
    /// Whether it is all there is in its entry.
    pub(crate) is_alone: bool,
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
    pub(crate) fn read(&self) -> Result<&Citation, &CitationError> {
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

impl Readings {
    /// The bases of a list, or of the one text in its place. Of an entry that is a mapping but no
    /// citation in parts, the value of the first of `keys` that it has counts.
    pub(crate) fn legal_bases(
        &self,
        document: &Document,
        node: NodeId,
        keys: &[String],
    ) -> Rc<[Basis]> {
        self.gathered(node, Some(keys), || self.of_list(document, node, keys))
    }

    /// Every complete citation of the texts at and below a node.
    pub(crate) fn cited_bases(&self, document: &Document, node: NodeId) -> Rc<[Basis]> {
        self.gathered(node, None, || self.of_prose(document, node))
    }

    /// What was gathered before, or else now. Few lists are asked for, and by many rules.
    fn gathered(
        &self,
        node: NodeId,
        keys: Option<&[String]>,
        gather: impl FnOnce() -> Vec<Basis>,
    ) -> Rc<[Basis]> {
        let is_it = |known: &&Gathered| known.node == node && known.keys.as_deref() == keys;
        if let Some(known) = self.gathered.borrow().iter().find(is_it) {
            return Rc::clone(&known.bases);
        }
        let bases: Rc<[Basis]> = gather().into();
        self.gathered.borrow_mut().push(Gathered {
            node,
            keys: keys.map(<[String]>::to_vec),
            bases: Rc::clone(&bases),
        });
        bases
    }

    fn of_list(&self, document: &Document, node: NodeId, keys: &[String]) -> Vec<Basis> {
        let mut all = Vec::new();
        for entry in flat(document, node) {
            let node = match document.value(entry) {
                Value::Map if PARTS.iter().any(|key| document.get(entry, key).is_some()) => {
                    all.push(Basis {
                        node: entry,
                        part: None,
                        is_alone: true,
                        source: Source::Own(self.citation(document, entry)),
                    });
                    continue;
                }
                Value::Map => keys.iter().find_map(|key| document.get(entry, key)),
                _ => Some(entry),
            };
            let text = node.and_then(|node| document.text(node));
            let Some((node, text)) = node.zip(text.filter(|text| !text.trim().is_empty())) else {
                continue;
            };
            let listed = self.bases(document, node);
            all.extend(listed.iter().enumerate().map(|(at, item)| Basis {
                node,
                part: Some(item.range.clone()),
                is_alone: text.trim().len() == item.range.len(),
                source: Source::Item(Arc::clone(&listed), at),
            }));
        }
        all
    }

    fn of_prose(&self, document: &Document, node: NodeId) -> Vec<Basis> {
        let mut all = Vec::new();
        let mut waiting = vec![node];
        let mut seen = 0;
        while let Some(node) = waiting.pop() {
            seen += 1;
            if seen > MOST_PROSE {
                break;
            }
            match document.value(node) {
                Value::List => waiting.extend(document.items(node).iter().rev()),
                Value::Map => {
                    let entries = document.entries(node);
                    waiting.extend(entries.iter().rev().map(|(_, node)| *node));
                }
                // A complete citation has a year.
                Value::Scalar { text, .. } if text.bytes().any(|b| b.is_ascii_digit()) => {
                    let found = self.texts.cited(text);
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
        all
    }
}

/// Legal bases that were gathered before.
#[derive(Debug)]
pub(super) struct Gathered {
    node: NodeId,
    /// None for prose.
    keys: Option<Vec<String>>,
    bases: Rc<[Basis]>,
}

/// The entries of a list, and those of the lists inside it: people group regulations by kind.
fn flat(document: &Document, node: NodeId) -> Vec<NodeId> {
    let mut found = Vec::new();
    for entry in document.each(node) {
        match document.value(entry) {
            Value::List => found.extend(document.each(entry)),
            _ => found.push(entry),
        }
    }
    found
}
