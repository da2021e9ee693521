//! What a path needs to know of a document.

/// What one node holds. The contents of lists and maps are asked from the [`Tree`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value<'a> {
    /// `null`, or nothing written.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Any number. Numbers are compared as 64-bit floating point.
    Number(f64),
    /// A text.
    Text(&'a str),
    /// A list of nodes.
    List,
    /// A map of names to nodes.
    Map,
}

/// A document that a path can be evaluated on.
///
/// Nodes are small handles, such as an index into an arena. All methods resolve references
/// (YAML aliases) themselves: `member` of an alias of a map finds the members of that map.
/// The names in one map are expected to differ.
pub trait Tree {
    /// Names one node of this tree.
    type Node: Copy;

    /// The node that `$` stands for.
    fn root(&self) -> Self::Node;

    /// What the node holds.
    fn value(&self, node: Self::Node) -> Value<'_>;

    /// Whether the node is a list or a map. Trees that take time to tell what a text means can tell
    /// this sooner.
    fn is_branch(&self, node: Self::Node) -> bool {
        matches!(self.value(node), Value::List | Value::Map)
    }

    /// The number of children; 0 when the node is neither list nor map.
    fn len(&self, node: Self::Node) -> usize;

    /// The children in the order of the document, in a map each with its name.
    fn children(&self, node: Self::Node) -> impl Iterator<Item = (Option<&str>, Self::Node)>;

    /// The child of a map with this name; `None` when the node is not a map.
    fn member(&self, node: Self::Node, name: &str) -> Option<Self::Node>;

    /// The child of a list at this place, from 0. Called for lists only.
    fn element(&self, node: Self::Node, index: usize) -> Option<Self::Node> {
        self.children(node).nth(index).map(|(_, child)| child)
    }

    /// Whether `..` looks into `node` when it comes to it from above.
    ///
    /// A tree with references answers `false` for them, so that what they refer to is found
    /// once, where it is written, and references inside references cannot multiply.
    fn descends(&self, node: Self::Node) -> bool {
        let _ = node;
        true
    }
}
