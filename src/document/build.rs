//! From the events of the YAML parser to the tree of one document.

mod anchors;
mod keys;

use std::{
    borrow::Cow,
    collections::HashMap,
    sync::{Arc, OnceLock},
};

use granit_parser::{Event, ScalarStyle, StructureStyle};

use super::{
    Comment, Content, Document, Entry, Limits, Node, NodeId, Problem, ProblemKind, Style,
    SyntaxReason, Text,
};
use crate::{source::Source, span::Span};

/// Builds the tree of one document. Nodes are stored in the order of the file.
pub(super) struct Builder<'a> {
    source: &'a Arc<Source>,
    nodes: Vec<Node>,
    open: Vec<Open>,
    anchors: HashMap<usize, Anchored>,
    comments: Vec<Comment>,
    found: Vec<Found>,
}

/// A problem whose path is not known before the tree is complete.
struct Found {
    kind: ProblemKind,
    span: Span,
    node: NodeId,
}

/// What an anchor names.
#[derive(Clone)]
enum Anchored {
    Node(NodeId),
    /// A key, which is no node.
    Key(Text),
}

/// A list or mapping that is being read.
struct Open {
    node: NodeId,
    /// Key that waits for its value; in a list never used.
    key: Option<(Text, Span)>,
    is_map: bool,
    /// Whether it is written in brackets, so that its end is its own.
    is_flow: bool,
    /// Depth of a list or mapping used as a key, which is passed over.
    passed_over: usize,
    /// Where that key begins.
    key_start: usize,
}

impl Open {
    fn waits_for_key(&self) -> bool {
        self.is_map && self.key.is_none()
    }
}

impl<'a> Builder<'a> {
    /// A document that begins after `comments`.
    pub(super) fn new(source: &'a Arc<Source>, comments: Vec<Comment>) -> Self {
        let (nodes, open, found) = (Vec::new(), Vec::new(), Vec::new());
        Self {
            source,
            nodes,
            open,
            anchors: HashMap::new(),
            comments,
            found,
        }
    }

    /// Keeps a comment.
    pub(super) fn comment(&mut self, comment: Comment) {
        self.comments.push(comment);
    }

    /// Takes the next event, whose bytes in the text are `span`.
    pub(super) fn take(&mut self, event: Event<'_>, span: Span) {
        if self.passes_over(&event, span) {
            return;
        }
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.note_lost_text(anchor, tag.as_deref(), span);
                self.scalar(text, style, anchor, span);
            }
            Event::SequenceStart(style, anchor, tag) => {
                self.note_lost_text(0, tag.as_deref(), Span::new(span.start, span.start));
                self.start(Content::List(Vec::new()), style, anchor, span);
            }
            Event::MappingStart(style, anchor, tag) => {
                self.note_lost_text(0, tag.as_deref(), Span::new(span.start, span.start));
                let content = Content::Map {
                    entries: Vec::new(),
                    merged: Vec::new(),
                    last: OnceLock::new(),
                };
                self.start(content, style, anchor, span);
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(span),
            Event::Alias(anchor) => self.alias(anchor, span),
            Event::UnresolvedAlias(name) => {
                let node = self.alias_node(None, span);
                let reason = SyntaxReason::UnknownAlias {
                    name: name.into_owned(),
                };
                self.found.push(Found {
                    kind: ProblemKind::Syntax(reason),
                    span,
                    node,
                });
            }
            _ => {}
        }
    }

    /// A list or mapping as a key is legal YAML but in no document of ours: its text is the key.
    fn passes_over(&mut self, event: &Event<'_>, span: Span) -> bool {
        let Some(open) = self.open.last_mut() else {
            return false;
        };
        match event {
            Event::SequenceStart(..) | Event::MappingStart(..) if open.waits_for_key() => {
                if open.passed_over == 0 {
                    open.key_start = span.start;
                }
                open.passed_over += 1;
            }
            Event::SequenceEnd | Event::MappingEnd if open.passed_over > 0 => {
                open.passed_over -= 1;
                if open.passed_over == 0 {
                    // In brackets it ends with the last one; otherwise where the next begins.
                    let span = Span::new(open.key_start, span.end);
                    let text = self.source.slice(span).trim_end();
                    let span = Span::new(span.start, span.start + text.len());
                    open.key = Some((Text::Source(span), span));
                }
            }
            _ => return open.passed_over > 0,
        }
        true
    }

    fn scalar(&mut self, text: Cow<'_, str>, style: ScalarStyle, anchor: usize, span: Span) {
        let plain = style == ScalarStyle::Plain;
        // The parser gives an absent value as `~` without place.
        let text = if plain && span.is_empty() {
            Cow::Borrowed("")
        } else {
            text
        };
        let span = match style {
            // The end of a block covers what follows it; a reader sees it end at its last word.
            ScalarStyle::Literal | ScalarStyle::Folded => Span::new(
                span.start,
                span.start + self.source.slice(span).trim_end().len(),
            ),
            _ => span,
        };
        let text = self.keep(text, span);
        match self.open.last_mut() {
            Some(open) if open.waits_for_key() => {
                if anchor > 0 {
                    self.anchors.insert(anchor, Anchored::Key(text.clone()));
                }
                open.key = Some((text, span));
            }
            _ => {
                let style = match style {
                    ScalarStyle::Plain => Style::Plain,
                    ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
                    ScalarStyle::Literal | ScalarStyle::Folded => Style::Block,
                };
                let node = self.add(Content::Scalar { text, style }, span);
                self.name(anchor, node);
            }
        }
    }

    /// Keeps the node that an anchor names; 0 stands for no anchor.
    fn name(&mut self, anchor: usize, node: NodeId) {
        if anchor > 0 {
            self.anchors.insert(anchor, Anchored::Node(node));
        }
    }

    fn text<'t>(&'t self, text: &'t Text) -> &'t str {
        match text {
            Text::Source(span) => self.source.slice(*span),
            Text::Own(text) => text,
        }
    }

    fn keep(&self, text: Cow<'_, str>, span: Span) -> Text {
        let inner = Span::new(span.start + 1, span.end.saturating_sub(1));
        if self.source.slice(span) == text {
            Text::Source(span)
        } else if self.source.slice(inner) == text {
            Text::Source(inner)
        } else {
            Text::Own(text.into())
        }
    }

    fn start(&mut self, content: Content, style: StructureStyle, anchor: usize, span: Span) {
        let is_map = matches!(content, Content::Map { .. });
        let node = self.add(content, span);
        self.name(anchor, node);
        let is_flow = style == StructureStyle::Flow;
        self.open.push(Open {
            node,
            key: None,
            is_map,
            is_flow,
            passed_over: 0,
            key_start: 0,
        });
    }

    /// Adds a node below the list or mapping that is open.
    fn add(&mut self, content: Content, span: Span) -> NodeId {
        let id = NodeId(number(self.nodes.len()));
        let mut parent = None;
        if let Some(open) = self.open.last_mut()
            && let Some(node) = self.nodes.get_mut(open.node.index())
        {
            let mut end = span.end;
            let position = match &mut node.content {
                Content::Map { entries, .. } => {
                    let (key, key_span) = open.key.take().unwrap_or((Text::Source(span), span));
                    end = end.max(key_span.end);
                    entries.push(Entry {
                        key,
                        key_span,
                        value: id,
                    });
                    entries.len() - 1
                }
                Content::List(items) => {
                    items.push(id);
                    items.len() - 1
                }
                Content::Scalar { .. } | Content::Alias(_) => 0,
            };
            node.span.end = node.span.end.max(end);
            parent = Some((open.node, number(position)));
        }
        self.nodes.push(Node {
            span,
            parent,
            content,
        });
        id
    }

    fn end(&mut self, span: Span) {
        let Some(open) = self.open.pop() else { return };
        self.note_keys(open.node);
        let Some(node) = self.nodes.get_mut(open.node.index()) else {
            return;
        };
        if open.is_flow {
            node.span.end = span.end;
        }
        let end = node.span.end;
        // Whatever it stands in reaches at least as far.
        if let Some(above) = self.open.last()
            && let Some(above) = self.nodes.get_mut(above.node.index())
        {
            above.span.end = above.span.end.max(end);
        }
    }

    /// The document, which is the one with this `index` in its file.
    pub(super) fn finish(mut self, index: usize, limits: &Limits) -> Document {
        self.limit_aliases(limits.alias_nodes);
        let root = self.nodes.first();
        let is_empty = root.is_none_or(|node| {
            node.span.is_empty()
                && matches!(
                    node.content,
                    Content::Scalar {
                        style: Style::Plain,
                        ..
                    }
                )
        });
        if is_empty {
            let at = root.map_or(0, |node| node.span.start);
            let line = self
                .source
                .line(self.source.line_index(at.saturating_sub(1)));
            let (kind, span) = (ProblemKind::Empty, line.unwrap_or_default());
            self.found.push(Found {
                kind,
                span,
                node: NodeId::ROOT,
            });
        }
        let mut document = Document {
            source: Arc::clone(self.source),
            index,
            nodes: self.nodes,
            comments: self.comments,
            problems: Vec::new(),
        };
        let problem = |found: Found| {
            let path = document.path_of(found.node);
            Problem {
                kind: found.kind,
                span: found.span,
                path,
            }
        };
        document.problems = self.found.into_iter().map(problem).collect();
        document
    }
}

/// Node numbers are 32 bits: a file of the greatest size read has far fewer nodes.
fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
