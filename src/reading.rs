//! The values of a document, each read once however many rules look at it.

mod channels;
mod tariff;

use std::{
    cell::{OnceCell, RefCell},
    collections::HashMap,
    rc::Rc,
};

pub use self::{
    channels::{Channels, Statement},
    tariff::{Tariff, TariffCase, is_stated},
};

use crate::{
    document::{Document, NodeId, Value},
    flow::Flow,
    value::{
        citation::{Citation, CitationError, Listed, Parts},
        duration::{Duration, DurationError},
        money::{Cost, CostError},
    },
};

/// Values of one document by their node.
#[derive(Debug, Default)]
pub struct Readings {
    citations: Cache<Citation, CitationError>,
    bases: RefCell<HashMap<NodeId, Rc<[Listed]>>>,
    durations: Cache<Duration, DurationError>,
    costs: Cache<Cost, CostError>,
    tariffs: RefCell<HashMap<NodeId, Rc<Tariff>>>,
    channels: RefCell<HashMap<NodeId, Rc<Channels>>>,
    flow: OnceCell<Option<Rc<Flow>>>,
}

type Read<T, E> = Rc<Result<T, E>>;
type Cache<T, E> = RefCell<HashMap<NodeId, Read<T, E>>>;

impl Readings {
    /// The regulation that an entry cites: text, or the keys `jenis`, `nomor`, `tahun` and
    /// `tentang`. Ranges of the latter lead nowhere in the file.
    pub fn citation(&self, document: &Document, node: NodeId) -> Read<Citation, CitationError> {
        cached(&self.citations, node, || {
            if document.value(node) == Value::Map {
                let part = |key| document.get(node, key).and_then(|node| document.text(node));
                return Citation::from_parts(Parts {
                    jenis: part("jenis").unwrap_or_default(),
                    nomor: part("nomor").unwrap_or_default(),
                    tahun: part("tahun").unwrap_or_default(),
                    tentang: part("tentang").unwrap_or_default(),
                });
            }
            Citation::parse(document.text(node).unwrap_or_default())
        })
    }

    /// The legal bases that a text lists.
    pub fn bases(&self, document: &Document, node: NodeId) -> Rc<[Listed]> {
        if let Some(known) = self.bases.borrow().get(&node) {
            return Rc::clone(known);
        }
        let value: Rc<[Listed]> = Citation::list(document.text(node).unwrap_or_default()).into();
        self.bases.borrow_mut().insert(node, Rc::clone(&value));
        value
    }

    /// The time that a text gives.
    pub fn duration(&self, document: &Document, node: NodeId) -> Read<Duration, DurationError> {
        cached(&self.durations, node, || {
            Duration::parse(document.text(node).unwrap_or_default())
        })
    }

    /// The cost that a text gives.
    pub fn cost(&self, document: &Document, node: NodeId) -> Read<Cost, CostError> {
        cached(&self.costs, node, || {
            Cost::parse(document.text(node).unwrap_or_default())
        })
    }

    /// What the cost component at this node says, in all its entries.
    pub fn tariff(&self, document: &Document, node: NodeId) -> Rc<Tariff> {
        if let Some(known) = self.tariffs.borrow().get(&node) {
            return Rc::clone(known);
        }
        let tariff = Rc::new(Tariff::read(document, node));
        self.tariffs.borrow_mut().insert(node, Rc::clone(&tariff));
        tariff
    }

    /// The procedure of the document as a graph.
    pub fn flow(&self, document: &Document) -> Option<Rc<Flow>> {
        let read = || Flow::read(document).map(Rc::new);
        self.flow.get_or_init(read).clone()
    }

    /// The channels for complaints that a node and all below it name.
    pub fn channels(&self, document: &Document, node: NodeId) -> Rc<Channels> {
        if let Some(known) = self.channels.borrow().get(&node) {
            return Rc::clone(known);
        }
        let read = Rc::new(Channels::read(document, node));
        self.channels.borrow_mut().insert(node, Rc::clone(&read));
        read
    }
}

fn cached<T, E>(
    cache: &Cache<T, E>,
    node: NodeId,
    read: impl FnOnce() -> Result<T, E>,
) -> Read<T, E> {
    if let Some(known) = cache.borrow().get(&node) {
        return Rc::clone(known);
    }
    let value = Rc::new(read());
    cache.borrow_mut().insert(node, Rc::clone(&value));
    value
}
