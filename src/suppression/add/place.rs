//! Where a comment for a finding can stand.

use crate::{
    document::{Document, NodeId, Path, Step},
    span::Span,
    suppression::scope::Layout,
};

/// Where a comment for a finding can stand.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// The start of a line, above which it goes.
    pub(super) at: usize,
    /// JSON Pointer of the node that it would be about.
    pub(super) scope: String,
    /// The white space before it.
    pub(super) indent: String,
    /// Whether it is about the whole document.
    pub(super) is_head: bool,
}

/// The place nearest to a JSON Pointer.
pub(super) fn place(document: &Document, layout: &Layout<'_>, pointer: &str) -> Option<Place> {
    let path = Path::parse(pointer).ok()?;
    let node = written(document, &path);
    let source = document.source();
    if let Some((node, at)) = layout.above(node) {
        let scope = document.path_of(node).to_string();
        let line = source.line(source.line_index(at)).unwrap_or_default();
        let text = source.slice(Span::new(line.start, line.end));
        let indent = text.len() - text.trim_start_matches([' ', '\t']).len();
        let indent = text.get(..indent).unwrap_or_default().to_owned();
        return Some(Place {
            at,
            scope,
            indent,
            is_head: false,
        });
    }
    Some(Place {
        at: layout.top()?,
        scope: String::new(),
        indent: String::new(),
        is_head: true,
    })
}

/// The node nearest to the end of a path that is written where the path says: what an alias or
/// `<<` brings along stands elsewhere.
fn written(document: &Document, path: &Path) -> NodeId {
    let mut node = NodeId::ROOT;
    for step in path.steps() {
        if document.is_alias(node) {
            break;
        }
        let next = match step {
            Step::Key(key) => document.get(node, key),
            Step::Index(index) => {
                let item = document.items(node).get(*index).copied();
                item.or_else(|| document.get(node, &index.to_string()))
            }
        };
        match next {
            Some(next) if document.parent(next) == Some(node) => node = next,
            _ => break,
        }
    }
    node
}
