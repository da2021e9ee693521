//! The legal bases under one key, and where they stand.

use std::{ops::Range, rc::Rc};

pub(super) use crate::reading::Basis;
use crate::{
    check::Target,
    finding::Hit,
    reading::PARTS,
    register::{Entry, Register},
    span::Span,
    value::citation::Citation,
};

/// All legal bases under one key.
#[derive(Debug)]
pub(super) struct Bases<'a> {
    /// The key.
    pub target: Target<'a>,
    /// Each in its order.
    pub all: Rc<[Basis]>,
}

impl<'a> Bases<'a> {
    /// The bases of a list; see [`Readings::legal_bases`].
    pub(super) fn of_list(target: Target<'a>, keys: &[String]) -> Self {
        let all = target
            .readings
            .legal_bases(target.document, target.node, keys);
        Self { target, all }
    }

    /// Every complete citation of the texts at and below a node.
    pub(super) fn of_prose(target: Target<'a>) -> Self {
        let all = target.readings.cited_bases(target.document, target.node);
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
