//! The compiled path as the rest of the program sees it.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use super::MAX_LENGTH;
use super::ast::{Query, Selector};
use super::budget::{Budget, OverBudget};
use super::error::{PathError, PathErrorKind};
use super::eval::Run;
use super::parse::Parser;
use super::tree::Tree;

/// A compiled JSONPath query. Two paths are equal when their standard forms are: `$['a']`
/// and `$.a` are one path.
#[derive(Clone)]
pub struct Path {
    query: Query,
    /// The standard form.
    text: Box<str>,
}

/// One step of a path that leads to at most one node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'a> {
    /// The member of a map with this name.
    Name(&'a str),
    /// The element of a list at this place, from 0; negative counts from the end, -1 being
    /// the last.
    Index(i64),
}

impl Path {
    /// Reads a path.
    ///
    /// # Errors
    ///
    /// When the text is not a well-formed and well-typed query of RFC 9535, a literal
    /// pattern in it is not an I-Regexp, it nests deeper than [`MAX_DEPTH`](super::MAX_DEPTH),
    /// or it is longer than [`MAX_LENGTH`] as written or in its standard form.
    pub fn compile(text: &str) -> Result<Path, PathError> {
        let too_long = |from: usize| PathError {
            kind: PathErrorKind::TooLong,
            range: text.floor_char_boundary(from)..text.len(),
        };
        if text.len() > MAX_LENGTH {
            return Err(too_long(MAX_LENGTH));
        }
        let query = Parser::new(text).path()?;
        let standard = query.to_string();
        // So that what is printed can always be read again.
        if standard.len() > MAX_LENGTH {
            return Err(too_long(0));
        }
        Ok(Path {
            query,
            text: standard.into(),
        })
    }

    /// Adds the selected nodes to `nodes`, in the order of the standard: a node that is
    /// selected twice is added twice. Does not allocate, except in `nodes`, when the path
    /// is made of names and indexes only.
    ///
    /// # Errors
    ///
    /// When the budget does not suffice; `nodes` is then as before.
    pub fn select<T: Tree>(
        &self,
        tree: &T,
        budget: &mut Budget,
        nodes: &mut Vec<T::Node>,
    ) -> Result<(), OverBudget> {
        // Most paths are one name: no budget is needed for one step.
        if let [segment] = self.query.segments.as_slice()
            && let Some(Selector::Name(name)) = segment.single()
        {
            nodes.extend(tree.member(tree.root(), name));
            return Ok(());
        }
        let before = nodes.len();
        let result = Run::new(tree, budget).all(&self.query, nodes);
        if result.is_err() {
            nodes.truncate(before);
        }
        result
    }

    /// The steps, when the path leads to at most one node in any document.
    pub fn singular(&self) -> Option<Vec<Step<'_>>> {
        let step = |selector| match selector {
            &Selector::Index(index) => Some(Step::Index(index)),
            Selector::Name(name) => Some(Step::Name(name)),
            _ => None,
        };
        self.query
            .segments
            .iter()
            .map(|segment| segment.single().and_then(step))
            .collect()
    }

    /// The names of the members on the way to the selected nodes, one list for each
    /// combination of names: `$['a', 'b'][*].c` gives `a c` and `b c`. Elements of lists add
    /// nothing; a path that looks at every depth gives nothing at all.
    pub fn names(&self) -> Vec<Vec<String>> {
        // No path of ours names that many keys; one that does is not about a key.
        const MOST: usize = 100;
        let mut ways = vec![Vec::new()];
        for segment in &self.query.segments {
            let names = segment.selectors.iter().map(|selector| match selector {
                Selector::Name(name) => Some(name),
                _ => None,
            });
            let names: Vec<_> = names.collect();
            if segment.descendant || ways.len() * names.len() > MOST {
                return Vec::new();
            }
            let with = |way: &Vec<String>, name: Option<&Box<str>>| {
                let name = name.map(|name| name.to_string());
                way.iter().cloned().chain(name).collect::<Vec<_>>()
            };
            ways = ways
                .iter()
                .flat_map(|way| names.iter().map(move |name| with(way, *name)))
                .collect();
        }
        ways
    }

    /// The standard form.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Debug for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Path").field(&self.text).finish()
    }
}

impl PartialEq for Path {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Path {}

impl Hash for Path {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl PartialOrd for Path {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Path {
    fn cmp(&self, other: &Self) -> Ordering {
        self.text.cmp(&other.text)
    }
}
