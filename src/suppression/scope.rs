//! Which node a comment is about.

use super::Scope;
use crate::{
    document::{Document, Head, NodeId},
    span::Span,
};

/// The tree of a document as it lies between its comments.
pub(super) struct Layout<'a> {
    document: &'a Document,
    heads: Vec<Head>,
    /// Where the lines of comments begin that stand right above the first key.
    attached: usize,
}

impl<'a> Layout<'a> {
    pub(super) fn new(document: &'a Document) -> Self {
        let heads = document.heads();
        let first = heads.first().map(|head| head.start);
        let attached = first.map_or(usize::MAX, |first| attached(document, first));
        Self {
            document,
            heads,
            attached,
        }
    }

    /// The first head at or after a byte.
    pub(super) fn next(&self, at: usize) -> Option<Head> {
        let index = self.heads.partition_point(|head| head.start < at);
        self.heads.get(index).copied()
    }

    /// The last head before a byte.
    fn last(&self, at: usize) -> Option<Head> {
        let index = self.heads.partition_point(|head| head.start < at);
        self.heads.get(index.checked_sub(1)?).copied()
    }

    /// The node a comment is about.
    ///
    /// At the end of a line it is the node on that line, otherwise the one that follows. Before
    /// the first key it is the whole document, unless it stands right above that key: then it
    /// is about the key like any other comment above a key.
    pub(super) fn scope(&self, comment: Span) -> Scope {
        let source = self.document.source();
        let line = source.line(source.line_index(comment.start));
        let line_start = line.unwrap_or_default().start;
        let before = source.slice(Span::new(line_start, comment.start)).trim();
        let Some(last) = self.last(comment.start) else {
            return match self.next(comment.end) {
                Some(first) if comment.start >= self.attached || is_dashes(before) => {
                    self.node(first.node, before.is_empty())
                }
                _ => Scope::Document,
            };
        };
        match before {
            "" => match (
                self.next(comment.end),
                self.brackets_around(last.node, comment),
            ) {
                (Some(next), Some(around)) if next.start > around.end => Scope::Nothing,
                (Some(next), _) => self.node(next.node, false),
                (None, _) => Scope::Nothing,
            },
            // A closing line.
            "..." => Scope::Nothing,
            _ if is_dashes(before) && !self.is_empty_entry(last, comment) => {
                let next = self.next(comment.end);
                next.map_or(Scope::Nothing, |next| self.node(next.node, false))
            }
            _ => self.node(self.closed_before(last.node, comment.start), false),
        }
    }

    fn node(&self, node: NodeId, is_first: bool) -> Scope {
        if node == NodeId::ROOT {
            return Scope::Document;
        }
        let path = self.document.path_of(node);
        Scope::Node { path, is_first }
    }

    /// `- # ...` without anything that belongs to the dash.
    fn is_empty_entry(&self, last: Head, comment: Span) -> bool {
        let between = Span::new(last.start, comment.start);
        let text = self.document.source().slice(between);
        self.document.span_of(last.node).is_empty() && text.trim().is_empty()
    }

    /// The outermost of the brackets around a node that end before a byte; the node itself
    /// where none does.
    fn closed_before(&self, node: NodeId, at: usize) -> NodeId {
        let mut closed = node;
        while let Some(parent) = self.document.parent(closed)
            && self.document.is_in_brackets(parent)
            && self.document.span_of(parent).end <= at
        {
            closed = parent;
        }
        closed
    }

    /// The innermost brackets that hold a comment, whose last node before is `last`.
    fn brackets_around(&self, last: NodeId, comment: Span) -> Option<Span> {
        let mut node = Some(last);
        while let Some(current) = node {
            let span = self.document.span_of(current);
            let holds = span.start < comment.start && comment.end < span.end;
            if holds && self.document.is_in_brackets(current) {
                return Some(span);
            }
            node = self.document.parent(current);
        }
        None
    }

    /// The node that a comment on a line of its own above the line of `node` would be about:
    /// the node itself, or the nearest around it for which that works; none for the root.
    pub(super) fn above(&self, node: NodeId) -> Option<(NodeId, usize)> {
        let source = self.document.source();
        let mut above: Vec<NodeId> = Vec::new();
        let mut current = Some(node);
        while let Some(node) = current.filter(|node| *node != NodeId::ROOT) {
            above.push(node);
            current = self.document.parent(node);
        }
        let outer_brackets = above.iter().rposition(|&node| {
            let parent = self.document.parent(node);
            parent.is_some_and(|parent| self.document.is_in_brackets(parent))
        });
        let candidates = above.get(outer_brackets.map_or(0, |at| at + 1)..)?;
        candidates.iter().enumerate().find_map(|(at, &node)| {
            let start = self.document.head_of(node)?;
            let line = source.line(source.line_index(start))?;
            let first = self.next(line.start)?;
            let covers = candidates.get(at..)?.contains(&first.node);
            let prefix = source
                .slice(Span::new(line.start, first.start))
                .trim_start();
            let is_alone = prefix.is_empty() || is_dashes(prefix.trim()) || prefix.trim() == "?";
            (covers && is_alone && !prefix.starts_with("---")).then_some((first.node, line.start))
        })
    }

    /// Where a comment about the whole document can stand: the start of a line before the first
    /// key and the comments right above it.
    pub(super) fn top(&self) -> Option<usize> {
        let source = self.document.source();
        let start = self.document.root_start();
        let start = self
            .heads
            .first()
            .map_or(start, |head| head.start.min(start));
        let line = source.line(source.line_index(start))?;
        let prefix = source.slice(Span::new(line.start, start)).trim();
        let is_alone = prefix.is_empty() || (is_dashes(prefix) && prefix != "---");
        is_alone.then_some(self.attached.min(line.start))
    }
}

/// Whether a text is dashes of list entries only, not the `---` before a document.
fn is_dashes(text: &str) -> bool {
    !text.is_empty() && text.split_whitespace().all(|word| word == "-")
}

/// The start of the first of the comment lines right above the line of byte `first`.
fn attached(document: &Document, first: usize) -> usize {
    let source = document.source();
    let mut index = source.line_index(first);
    let line = |index: usize| source.line(index).unwrap_or_default();
    let is_comment = |index: usize| source.slice(line(index)).trim_start().starts_with('#');
    let head_line = source.slice(Span::new(line(index).start, first)).trim();
    if !head_line.is_empty() && !is_dashes(head_line) {
        return usize::MAX;
    }
    while index > 0 && is_comment(index - 1) {
        index -= 1;
    }
    line(index).start
}
