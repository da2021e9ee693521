//! The part of a document about complaints, as statements with the channels each names.

use std::{cell::OnceCell, ops::Range, sync::Arc};

use super::{Contacts, Texts};
use crate::{
    document::{Document, NodeId, Value},
    value::{
        contact::{Contact, ContactError},
        duration::Found,
    },
};

/// Keys of an entry whose value says what the other values are about.
const HEADINGS: [&str; 8] = [
    "kanal", "uraian", "nama", "media", "jenis", "sarana", "layanan", "tahap",
];

/// A longer text is a sentence, not a number alone with a remark.
const LONGEST_ALONE: usize = 60;

/// What a part about complaints says, an entry at a time.
#[derive(Debug, Default)]
pub struct Channels {
    /// The statements in the order of the file.
    pub statements: Vec<Statement>,
}

/// An entry: text as written, or the values of a mapping put into one line, so that
/// `{kanal: Telepon, alamat: 0752-21056}` and `Telepon: 0752-21056` read alike.
#[derive(Debug, Default)]
pub struct Statement {
    /// The text.
    pub text: String,
    /// The channels it names, with those whose address cannot work as errors.
    pub contacts: Contacts,
    /// Which bytes come from which scalar, in order.
    parts: Vec<(Range<usize>, NodeId)>,
    times: OnceCell<Arc<[Found]>>,
}

impl Channels {
    /// Reads the node and all below it.
    pub(super) fn read(document: &Document, node: NodeId, texts: &Texts) -> Self {
        let mut channels = Self::default();
        channels.add(document, node, texts);
        channels
    }

    fn add(&mut self, document: &Document, node: NodeId, texts: &Texts) {
        match document.value(node) {
            Value::Null => {}
            Value::Scalar { text, .. } => {
                self.push(text.to_owned(), vec![(0..text.len(), node)], texts);
            }
            Value::List => {
                for &item in document.items(node) {
                    self.add(document, item, texts);
                }
            }
            Value::Map => self.add_map(document, node, texts),
        }
    }

    fn add_map(&mut self, document: &Document, node: NodeId, texts: &Texts) {
        let entries = document.entries(node);
        let heading = HEADINGS
            .iter()
            .find_map(|heading| entries.iter().find(|(key, _)| key == heading))
            .filter(|(_, value)| document.text(*value).is_some());
        let mut line = Statement::default();
        if let Some((_, value)) = heading {
            line.append(document, *value, "");
        }
        for (key, value) in &entries {
            if heading.is_some_and(|(_, heading)| heading == value) {
                continue;
            }
            match document.value(*value) {
                Value::Scalar { .. } if heading.is_some() => {
                    let sign = if line.parts.len() == 1 { ": " } else { ", " };
                    line.append(document, *value, sign);
                }
                // `telepon: 0752-21056` says in its key which channel it is.
                Value::Scalar { .. } => {
                    let mut line = Statement::default();
                    line.append(document, *value, &format!("{}: ", key.replace('_', " ")));
                    self.push(line.text, line.parts, texts);
                }
                _ => self.add(document, *value, texts),
            }
        }
        if !line.parts.is_empty() {
            self.push(line.text, line.parts, texts);
        }
    }

    fn push(&mut self, text: String, parts: Vec<(Range<usize>, NodeId)>, texts: &Texts) {
        if text.trim().is_empty() {
            return;
        }
        let mut contacts = texts.contacts(&text);
        // A number alone is a channel where it is an entry of its own.
        if contacts.is_empty() && text.len() <= LONGEST_ALONE {
            let one = Contact::parse(&text);
            if one != Err(ContactError::NotAContact) {
                contacts = Arc::new([one]);
            }
        }
        self.statements.push(Statement {
            text,
            contacts,
            parts,
            times: OnceCell::new(),
        });
    }

    /// All channels, those that cannot work left out.
    pub fn contacts(&self) -> impl Iterator<Item = &Contact> {
        self.statements
            .iter()
            .flat_map(|statement| statement.contacts.iter().flatten())
    }
}

impl Statement {
    /// The times it names, read when first asked.
    pub fn times(&self, texts: &Texts) -> &[Found] {
        self.times.get_or_init(|| texts.times(&self.text))
    }

    fn append(&mut self, document: &Document, node: NodeId, sign: &str) {
        let text = document.text(node).unwrap_or_default();
        self.text.push_str(sign);
        let start = self.text.len();
        self.text.push_str(text);
        self.parts.push((start..self.text.len(), node));
    }

    /// The texts it is made of.
    pub fn values(&self) -> impl Iterator<Item = &str> {
        self.parts
            .iter()
            .filter_map(|(part, _)| self.text.get(part.clone()))
    }

    /// The scalar in which a stretch of the text stands, and the bytes of it there. Of a stretch
    /// over several scalars, the part in the first; of one between them, the scalar after it.
    pub fn place(&self, range: Range<usize>) -> Option<(NodeId, Range<usize>)> {
        let (part, node) = self
            .parts
            .iter()
            .find(|(part, _)| part.end > range.start)
            .or(self.parts.last())?;
        let within = |at: usize| at.clamp(part.start, part.end) - part.start;
        let (start, end) = (within(range.start), within(range.end));
        let whole = 0..part.len();
        Some((*node, if start < end { start..end } else { whole }))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{
        document::{Limits, parse},
        source::Source,
    };

    fn read(yaml: &str) -> Vec<(String, usize)> {
        let source = Arc::new(Source::from_text("a.yaml", yaml));
        let document = parse(&source, &Limits::default()).documents.remove(0);
        Channels::read(&document, NodeId::ROOT, &Texts::default())
            .statements
            .into_iter()
            .map(|line| {
                let usable = line.contacts.iter().flatten().filter(|c| c.is_usable());
                (line.text.clone(), usable.count())
            })
            .collect()
    }

    #[test]
    fn reads_all_forms_alike() {
        for yaml in [
            "Telepon: 0752-21056",
            "- 'Telepon: 0752-21056'",
            "- {kanal: Telepon, alamat: 0752-21056}",
            "- {alamat: 0752-21056, kanal: Telepon}",
            "telepon: 0752-21056",
            "- 0752-21056",
        ] {
            let read = read(yaml);
            let [(_, usable)] = read.as_slice() else {
                panic!("{yaml}: {read:?}")
            };
            assert_eq!(*usable, 1, "{yaml}: {read:?}");
        }
        let two = read("telepon: 0752-21056\nemail: humas@contoh-kota.go.id");
        assert_eq!(two.len(), 2, "{two:?}");
        assert!(read("[]").is_empty() && read("- ' '").is_empty());
    }

    #[test]
    fn knows_where_each_part_stands() {
        let yaml = "- {kanal: Telepon, alamat: 0752-21056}";
        let source = Arc::new(Source::from_text("a.yaml", yaml));
        let document = parse(&source, &Limits::default()).documents.remove(0);
        let channels = Channels::read(&document, NodeId::ROOT, &Texts::default());
        let line = &channels.statements[0];
        let shown = |range: Range<usize>| {
            let (node, range) = line.place(range).unwrap();
            (document.path_of(node).to_string(), range)
        };
        assert_eq!(shown(0..7), ("/0/kanal".to_owned(), 0..7));
        assert_eq!(shown(9..14), ("/0/alamat".to_owned(), 0..5));
        assert_eq!(shown(0..14), ("/0/kanal".to_owned(), 0..7));
        assert_eq!(shown(500..510), ("/0/alamat".to_owned(), 0..10));
    }
}
