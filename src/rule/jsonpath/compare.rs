//! Values inside a filter and how they compare (RFC 9535, section 2.3.5.2.2).

use super::ast::{Comparable, Comparison};
use super::eval::{Run, Stop};
use super::tree::{Tree, Value};

/// One side of a comparison.
#[derive(Debug, Clone, Copy)]
pub(super) enum Item<'a, N> {
    /// A path that leads nowhere, or a function without a result.
    Nothing,
    /// Neither list nor map.
    Scalar(Value<'a>),
    /// A list or a map.
    Node(N),
}

impl<'a, T: Tree> Run<'a, T> {
    /// The value of one side of a comparison or of an argument.
    pub(super) fn item(
        &mut self,
        comparable: &'a Comparable,
        current: T::Node,
    ) -> Result<Item<'a, T::Node>, Stop> {
        match comparable {
            Comparable::Literal(literal) => Ok(Item::Scalar(literal.value())),
            Comparable::Singular(query) => {
                let (_, node) = self.first(query, current, 1)?;
                Ok(self.of_node(node))
            }
            Comparable::Value(query) => {
                let (count, node) = self.first(query, current, 2)?;
                Ok(self.of_node(node.filter(|_| count == 1)))
            }
            Comparable::Count(query) => {
                let (count, _) = self.first(query, current, usize::MAX)?;
                Ok(number(count))
            }
            Comparable::Length(inner) => match self.item(inner, current)? {
                Item::Node(node) => Ok(number(self.tree.len(node))),
                Item::Scalar(Value::Text(text)) => {
                    self.spend(text.len() / 64)?;
                    Ok(number(text.chars().count()))
                }
                Item::Nothing | Item::Scalar(_) => Ok(Item::Nothing),
            },
        }
    }

    /// The text that `comparable` gives, if it gives one.
    pub(super) fn text(
        &mut self,
        comparable: &'a Comparable,
        current: T::Node,
    ) -> Result<Option<&'a str>, Stop> {
        match self.item(comparable, current)? {
            Item::Scalar(Value::Text(text)) => Ok(Some(text)),
            _ => Ok(None),
        }
    }

    fn of_node(&self, node: Option<T::Node>) -> Item<'a, T::Node> {
        let Some(node) = node else {
            return Item::Nothing;
        };
        match self.tree.value(node) {
            Value::List | Value::Map => Item::Node(node),
            scalar => Item::Scalar(scalar),
        }
    }

    pub(super) fn compare(
        &mut self,
        left: Item<'a, T::Node>,
        comparison: Comparison,
        right: Item<'a, T::Node>,
    ) -> Result<bool, Stop> {
        match comparison {
            Comparison::Equal => self.equal(left, right),
            Comparison::NotEqual => Ok(!self.equal(left, right)?),
            Comparison::Less => self.less(left, right),
            Comparison::Greater => self.less(right, left),
            Comparison::LessOrEqual => Ok(self.less(left, right)? || self.equal(left, right)?),
            Comparison::GreaterOrEqual => Ok(self.less(right, left)? || self.equal(left, right)?),
        }
    }

    fn less(&mut self, left: Item<'a, T::Node>, right: Item<'a, T::Node>) -> Result<bool, Stop> {
        match (left, right) {
            (Item::Scalar(Value::Number(left)), Item::Scalar(Value::Number(right))) => {
                Ok(left < right)
            }
            (Item::Scalar(Value::Text(left)), Item::Scalar(Value::Text(right))) => {
                self.spend(left.len().min(right.len()) / 64)?;
                // The order of UTF-8 bytes is the order of characters that the standard wants.
                Ok(left < right)
            }
            _ => Ok(false),
        }
    }

    fn equal(&mut self, left: Item<'a, T::Node>, right: Item<'a, T::Node>) -> Result<bool, Stop> {
        match (left, right) {
            (Item::Nothing, Item::Nothing) => Ok(true),
            (Item::Scalar(left), Item::Scalar(right)) => self.equal_scalars(left, right),
            (Item::Node(left), Item::Node(right)) => self.equal_nodes(left, right),
            _ => Ok(false),
        }
    }

    fn equal_scalars(&mut self, left: Value<'_>, right: Value<'_>) -> Result<bool, Stop> {
        if let (Value::Text(left), Value::Text(right)) = (left, right) {
            self.spend(left.len().min(right.len()) / 64)?;
        }
        Ok(left == right)
    }

    /// Lists are equal element by element, maps member by member in any order. Works through
    /// a list of pairs instead of calling itself: references may nest without limit.
    fn equal_nodes(&mut self, left: T::Node, right: T::Node) -> Result<bool, Stop> {
        let tree = self.tree;
        let mut pairs = vec![(left, right)];
        while let Some((left, right)) = pairs.pop() {
            self.spend(1)?;
            let same = match (tree.value(left), tree.value(right)) {
                (Value::List, Value::List) => {
                    let same = tree.len(left) == tree.len(right);
                    if same {
                        self.spend(tree.len(left))?;
                        let children = tree.children(left).zip(tree.children(right));
                        pairs.extend(children.map(|((_, left), (_, right))| (left, right)));
                    }
                    same
                }
                (Value::Map, Value::Map) => {
                    tree.len(left) == tree.len(right)
                        && self.pair_members(left, right, &mut pairs)?
                }
                (left, right) => self.equal_scalars(left, right)?,
            };
            if !same {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Adds the members of two maps with equal names; false when a name is missing.
    fn pair_members(
        &mut self,
        left: T::Node,
        right: T::Node,
        pairs: &mut Vec<(T::Node, T::Node)>,
    ) -> Result<bool, Stop> {
        let tree = self.tree;
        for (name, child) in tree.children(left) {
            self.spend(1 + tree.len(right) / 32)?;
            match name.and_then(|name| tree.member(right, name)) {
                Some(other) => pairs.push((child, other)),
                None => return Ok(false),
            }
        }
        Ok(true)
    }
}

fn number<'a, N>(count: usize) -> Item<'a, N> {
    // Exact: no document has 2^53 nodes.
    Item::Scalar(Value::Number(count as f64))
}
