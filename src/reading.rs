//! The values of a document, each read once however many rules look at it.

mod bases;
mod channels;
mod steps;
mod tariff;
mod texts;

use std::{
    cell::{OnceCell, RefCell},
    collections::HashMap,
    rc::Rc,
    sync::Arc,
};

pub(crate) use self::bases::{Basis, PARTS};
pub use self::{
    channels::{Channels, Statement},
    steps::Step,
    tariff::{Tariff, TariffCase, is_stated},
    texts::{Contacts, Texts},
};

use crate::{
    document::{Document, NodeId, Value},
    flow::Flow,
    value::{
        citation::{Citation, CitationError, Listed, Parts},
        duration::{Duration, DurationError},
        money::{Cost, CostError},
        region::Mention,
    },
};

/// Values of one document by their node.
#[derive(Debug)]
pub struct Readings {
    texts: Arc<Texts>,
    citations: Cache<Citation, CitationError>,
    bases: RefCell<HashMap<NodeId, Arc<[Listed]>>>,
    durations: Cache<Duration, DurationError>,
    tariffs: RefCell<HashMap<NodeId, Rc<Tariff>>>,
    channels: RefCell<HashMap<NodeId, Rc<Channels>>>,
    steps: RefCell<HashMap<NodeId, Rc<[Step]>>>,
    gathered: RefCell<Vec<bases::Gathered>>,
    mentions: OnceCell<Rc<[Mentioning]>>,
    flow: OnceCell<Option<Rc<Flow>>>,
}

/// A text and the regions it names.
pub type Mentioning = (NodeId, Arc<[Mention<'static>]>);

type Read<T, E> = Arc<Result<T, E>>;
type Cache<T, E> = RefCell<HashMap<NodeId, Read<T, E>>>;

impl Readings {
    /// Of a document of a run in which other documents were read.
    pub fn new(texts: &Arc<Texts>) -> Self {
        Self {
            texts: Arc::clone(texts),
            citations: Cache::default(),
            bases: RefCell::default(),
            durations: Cache::default(),
            tariffs: RefCell::default(),
            channels: RefCell::default(),
            steps: RefCell::default(),
            gathered: RefCell::default(),
            mentions: OnceCell::default(),
            flow: OnceCell::default(),
        }
    }

    /// What texts say, wherever in the document they stand.
    pub fn texts(&self) -> &Texts {
        &self.texts
    }

    /// The regulation that an entry cites: text, or the keys `jenis`, `nomor`, `tahun` and
    /// `tentang`. Ranges of the latter lead nowhere in the file.
    pub fn citation(&self, document: &Document, node: NodeId) -> Read<Citation, CitationError> {
        cached(&self.citations, node, || {
            if document.value(node) == Value::Map {
                let part = |key| document.get(node, key).and_then(|node| document.text(node));
                return self.texts.citation_of(Parts {
                    jenis: part("jenis").unwrap_or_default(),
                    nomor: part("nomor").unwrap_or_default(),
                    tahun: part("tahun").unwrap_or_default(),
                    tentang: part("tentang").unwrap_or_default(),
                });
            }
            self.texts.citation(document.text(node).unwrap_or_default())
        })
    }

    /// The legal bases that a text lists.
    pub fn bases(&self, document: &Document, node: NodeId) -> Arc<[Listed]> {
        if let Some(known) = self.bases.borrow().get(&node) {
            return Arc::clone(known);
        }
        let value = self.texts.bases(document.text(node).unwrap_or_default());
        self.bases.borrow_mut().insert(node, Arc::clone(&value));
        value
    }

    /// The time that a text gives.
    pub fn duration(&self, document: &Document, node: NodeId) -> Read<Duration, DurationError> {
        cached(&self.durations, node, || {
            self.texts.duration(document.text(node).unwrap_or_default())
        })
    }

    /// The cost that a text gives.
    pub fn cost(&self, document: &Document, node: NodeId) -> Read<Cost, CostError> {
        self.texts.cost(document.text(node).unwrap_or_default())
    }

    /// What the cost component at this node says, in all its entries.
    pub fn tariff(&self, document: &Document, node: NodeId) -> Rc<Tariff> {
        if let Some(known) = self.tariffs.borrow().get(&node) {
            return Rc::clone(known);
        }
        let tariff = Rc::new(Tariff::read(document, node, &self.texts));
        self.tariffs.borrow_mut().insert(node, Rc::clone(&tariff));
        tariff
    }

    /// The texts that name a region, where they are written and in their order, each with the names.
    /// Nearly all texts name none.
    pub fn mentions(&self, document: &Document) -> Rc<[Mentioning]> {
        let mentions = |node| {
            let text = document.text(node).filter(|_| !document.is_alias(node))?;
            let mentions = self.texts.mentions(text);
            (!mentions.is_empty()).then_some((node, mentions))
        };
        let read = || document.nodes().filter_map(mentions).collect();
        Rc::clone(self.mentions.get_or_init(read))
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
        let read = Rc::new(Channels::read(document, node, &self.texts));
        self.channels.borrow_mut().insert(node, Rc::clone(&read));
        read
    }
}

fn cached<T, E>(
    cache: &Cache<T, E>,
    node: NodeId,
    read: impl FnOnce() -> Read<T, E>,
) -> Read<T, E> {
    if let Some(known) = cache.borrow().get(&node) {
        return Arc::clone(known);
    }
    let value = read();
    cache.borrow_mut().insert(node, Arc::clone(&value));
    value
}
