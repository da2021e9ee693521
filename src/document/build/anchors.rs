//! Anchors and aliases, and tags, which share their place before a value.

use granit_parser::Tag;

use super::{Anchored, Builder, Found, Open, number};
use crate::{
    document::{Content, NodeId, ProblemKind, Style, SyntaxReason, Text},
    span::Span,
};

impl Builder<'_> {
    pub(super) fn alias(&mut self, anchor: usize, span: Span) {
        let target = self.anchors.get(&anchor).cloned();
        let is_key = self.open.last().is_some_and(Open::waits_for_key);
        let text = match target {
            Some(Anchored::Key(ref text)) => Some(text.clone()),
            Some(Anchored::Node(node)) if is_key => self.scalar_text(node),
            _ => None,
        };
        match (text, self.open.last_mut()) {
            (text, Some(open)) if is_key => {
                open.key = Some((text.unwrap_or(Text::Source(span)), span));
            }
            (Some(text), _) => {
                let text = Text::Own(self.text(&text).into());
                let style = Style::Alias;
                self.add(Content::Scalar { text, style }, span);
            }
            (None, _) => {
                // An alias inside its own anchor would be a tree without end.
                let node = match target {
                    Some(Anchored::Node(node)) => Some(node),
                    _ => None,
                };
                let is_open = |node: &NodeId| self.open.iter().any(|open| open.node == *node);
                let node = node.filter(|node| !is_open(node));
                self.add(Content::Alias(node), span);
            }
        }
    }

    fn scalar_text(&self, node: NodeId) -> Option<Text> {
        match &self.nodes.get(node.index())?.content {
            Content::Scalar { text, .. } => Some(text.clone()),
            _ => None,
        }
    }

    /// Adds an alias; as a key it stands for itself.
    pub(super) fn alias_node(&mut self, target: Option<NodeId>, span: Span) -> NodeId {
        match self.open.last_mut() {
            Some(open) if open.waits_for_key() => {
                open.key = Some((Text::Source(span), span));
                open.node
            }
            _ => self.add(Content::Alias(target), span),
        }
    }

    /// Notes a text that YAML swallows: `!penting` is a tag and `&dan` an anchor, and in a
    /// document of ours neither is meant. `span` is what the tag or anchor stands before.
    pub(super) fn note_lost_text(&mut self, anchor: usize, tag: Option<&Tag>, span: Span) {
        let mark = match tag {
            Some(tag) if tag.is_custom() => '!',
            _ if anchor > 0 && span.is_empty() => '&',
            _ => return,
        };
        let text = self.source.text();
        let mut end = span.start;
        // A node has at most two such words before it.
        for _ in 0..2 {
            let before = text.get(..end).unwrap_or_default().trim_end();
            let start = before.rfind(is_before_word).map_or(0, |at| at + 1);
            let word = before.get(start..).unwrap_or_default();
            if word.starts_with(mark) && !word.starts_with("!!") && !word.starts_with("!<") {
                self.found.push(Found {
                    kind: ProblemKind::Syntax(SyntaxReason::SpecialCharacter { character: mark }),
                    span: Span::new(start, span.end.max(before.len())),
                    // The node itself is added next.
                    node: NodeId(number(self.nodes.len())),
                });
                return;
            }
            end = start;
        }
    }

    /// Aliases that together repeat too many nodes lead nowhere, so that no walk can explode.
    pub(super) fn limit_aliases(&mut self, limit: usize) {
        if !self
            .nodes
            .iter()
            .any(|node| matches!(node.content, Content::Alias(Some(_))))
        {
            return;
        }
        // How many nodes each node stands for. Children follow their parent, and the target of
        // an alias is complete before the alias, so one pass with a stack of open nodes is enough.
        let mut weights = vec![1_usize; self.nodes.len()];
        let mut stack: Vec<usize> = Vec::new();
        let mut repeated = 0_usize;
        let mut first_over = None;
        for (at, node) in self.nodes.iter().enumerate() {
            let parent = node.parent.map(|(parent, _)| parent.index());
            while let Some(&top) = stack.last()
                && parent != Some(top)
            {
                stack.pop();
                let weight = weights.get(top).copied().unwrap_or(1);
                if let Some(above) = stack.last().and_then(|&above| weights.get_mut(above)) {
                    *above = above.saturating_add(weight);
                }
            }
            stack.push(at);
            if let Content::Alias(Some(target)) = node.content {
                let weight = weights.get(target.index()).copied().unwrap_or(1);
                repeated = repeated.saturating_add(weight);
                if let Some(own) = weights.get_mut(at) {
                    *own = own.saturating_add(weight);
                }
                if repeated > limit && first_over.is_none() {
                    first_over = Some((NodeId(number(at)), node.span));
                }
            }
        }
        let Some((node, span)) = first_over else {
            return;
        };
        for node in &mut self.nodes {
            if let Content::Alias(target) = &mut node.content {
                *target = None;
            }
        }
        self.found.push(Found {
            kind: ProblemKind::TooManyAliases { limit },
            span,
            node,
        });
    }
}

fn is_before_word(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r' | '[' | '{' | ',')
}
