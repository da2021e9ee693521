//! What rules looked at before and found in order.
//!
//! The documents of a city cite the same laws, promise the same days and name the same post box, word
//! for word. A check that looks no farther than at such a part finds in it what it found before; where
//! that was nothing, it need not look again.

use quick_cache::{Weighter, sync::Cache};

use crate::{
    check::{Sight, Target},
    document::{Document, NodeId},
    finding::RuleId,
};

/// Longer parts seldom stand twice.
const LONGEST: usize = 2048;
/// Bytes of parts that are remembered.
const MOST_BYTES: u64 = 1 << 20;
/// About so many parts are that.
const PARTS: usize = 1 << 13;

/// Parts of documents in which rules found nothing, known to several threads at once. It forgets
/// what was not asked for in a while, and never changes what is found.
#[derive(Debug)]
pub(crate) struct Sound(Cache<Box<[u8]>, (), ByLength>);

impl Sound {
    pub(super) fn is_known(&self, part: &[u8]) -> bool {
        self.0.get(part).is_some()
    }

    pub(super) fn remember(&self, part: &[u8]) {
        self.0.insert(part.into(), ());
    }
}

impl Default for Sound {
    fn default() -> Self {
        Self(Cache::with_weighter(PARTS, MOST_BYTES, ByLength))
    }
}

/// Weighs a part by its bytes.
#[derive(Debug, Clone)]
struct ByLength;

impl Weighter<Box<[u8]>, ()> for ByLength {
    fn weight(&self, part: &Box<[u8]>, (): &()) -> u64 {
        u64::try_from(part.len()).unwrap_or(u64::MAX).max(1)
    }
}

/// Writes what a part is known by: the rules that look at it, and all they can see.
pub(super) struct Known<'a> {
    document: &'a Document,
    sight: Sight,
    bytes: Vec<u8>,
    /// How much of the bytes is the same for every node.
    shared: usize,
}

impl<'a> Known<'a> {
    /// For rules of this sight, at the top of a document of this kind.
    pub(super) fn new(top: Target<'a>, kind: &str, sight: Sight, rules: &[RuleId]) -> Self {
        let mut bytes = Vec::new();
        let mut add = |text: &str| {
            bytes.extend_from_slice(text.as_bytes());
            // No text of a document has such a byte.
            bytes.push(0xff);
        };
        if sight == Sight::Part {
            add(kind);
            add(top.home().unwrap_or_default());
            bytes.extend_from_slice(&top.today.year().to_le_bytes());
        }
        bytes.extend(rules.iter().flat_map(|id| id.0.to_le_bytes()));
        bytes.extend_from_slice(&[0xff; 4]);
        Self {
            document: top.document,
            sight,
            shared: bytes.len(),
            bytes,
        }
    }

    /// Of a node; none where it cannot be told from others by what it holds.
    pub(super) fn of(&mut self, node: NodeId) -> Option<&[u8]> {
        let document = self.document;
        self.bytes.truncate(self.shared);
        match self.sight {
            Sight::Text => {
                let text = document.text(node)?;
                // Of an alias, some rules leave what they find to the place where it is written.
                if document.is_alias(node) || text.len() > LONGEST {
                    return None;
                }
                self.bytes.extend_from_slice(text.as_bytes());
            }
            Sight::Part => {
                let key = document.key(node).unwrap_or_default();
                self.bytes.extend_from_slice(key.as_bytes());
                self.bytes.push(0xff);
                if !document.add_identity(node, LONGEST, &mut self.bytes) {
                    return None;
                }
            }
            Sight::Document => return None,
        }
        Some(&self.bytes)
    }
}
