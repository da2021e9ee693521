//! Whether nothing moved but what was to be mended.

use std::collections::BTreeMap;

use super::edits::{Change, Changes};
use crate::{
    document::{Document, NodeId, Parsed, Value},
    span::Span,
};

/// Whether both texts hold the same documents with the same keys, values, order and comments,
/// except where the changes are, and nothing is wrong with the new one that was right before.
pub(super) fn is_same_elsewhere(before: &Parsed, after: &Parsed, changes: &Changes) -> bool {
    let same_document = |(before, after): (&Document, &Document)| {
        let pair = Pair {
            before,
            after,
            changes,
        };
        pair.same_node(NodeId::ROOT, NodeId::ROOT) && pair.same_comments()
    };
    before.documents.len() == after.documents.len()
        && no_new_problems(before, after)
        && before
            .documents
            .iter()
            .zip(&after.documents)
            .all(same_document)
}

/// How often each kind of problem stands in a file.
fn problems(parsed: &Parsed) -> BTreeMap<&'static str, usize> {
    let of_documents = parsed.documents.iter().flat_map(|d| d.problems());
    let mut counts = BTreeMap::new();
    for problem in parsed.problems.iter().chain(of_documents) {
        *counts.entry(problem.kind.name()).or_default() += 1;
    }
    counts
}

fn no_new_problems(before: &Parsed, after: &Parsed) -> bool {
    let before = problems(before);
    problems(after)
        .iter()
        .all(|(name, count)| before.get(name).is_some_and(|known| count <= known))
}

/// Whether a change can take away keys and entries: only one that puts nothing in their place.
fn takes(change: &Change) -> bool {
    change.new.is_empty()
}

/// Whether a change can bring keys and entries: only one that takes nothing away.
fn brings(change: &Change) -> bool {
    change.old.is_empty()
}

/// A document before and after.
struct Pair<'a> {
    before: &'a Document,
    after: &'a Document,
    changes: &'a Changes,
}

impl Pair<'_> {
    fn same_node(&self, old: NodeId, new: NodeId) -> bool {
        if self.before.is_alias(old) || self.after.is_alias(new) {
            return self.same_alias(old, new);
        }
        match (self.before.value(old), self.after.value(new)) {
            (Value::List, Value::List) => self.same_items(old, new),
            (Value::Map, Value::Map) => self.same_keys(old, new),
            (Value::Null | Value::Scalar { .. }, Value::Scalar { .. })
                if self.is_touched(self.before.place(old).value()) =>
            {
                true
            }
            (one @ (Value::Null | Value::Scalar { .. }), other) => {
                one == other && (one == Value::Null || self.is_at_its_place(old, new))
            }
            _ => false,
        }
    }

    /// An alias stays as it is, and so does what it stands for: a change there would change
    /// what is said here.
    fn same_alias(&self, old: NodeId, new: NodeId) -> bool {
        let raw = |document: &Document, node| {
            let span = document.place(node).value();
            document.source().slice(span).to_owned()
        };
        let target = self.before.target(old);
        self.before.is_alias(old)
            && self.after.is_alias(new)
            && raw(self.before, old) == raw(self.after, new)
            && (target == old || !self.is_touched(self.before.place(target).value()))
            && self.before.text(old) == self.after.text(new)
    }

    fn is_at_its_place(&self, old: NodeId, new: NodeId) -> bool {
        let start = |document: &Document, node| document.place(node).value().start;
        self.changes.moved(start(self.before, old)) == start(self.after, new)
    }

    /// Whether something changes in these bytes or right beside them. Whole lines that are put
    /// before or behind do not.
    fn is_touched(&self, span: Span) -> bool {
        let text = self.after.source();
        self.changes.near_old(span).any(|change| {
            let put = text.slice(change.new);
            let is_line_behind = change.old.start == span.end
                && (put.starts_with(['\n', '\r']) || self.ends_line(span));
            let is_line_before =
                change.old.end == span.start && span.start < span.end && put.ends_with('\n');
            let is_insertion = change.old.is_empty();
            !(is_insertion && (is_line_behind || is_line_before))
        })
    }

    fn ends_line(&self, span: Span) -> bool {
        self.before.source().slice(span).ends_with(['\n', '\r'])
    }

    fn same_items(&self, old: NodeId, new: NodeId) -> bool {
        let is_kept = |item: &&NodeId| {
            let span = self.before.place(**item).value();
            let is_taken =
                |c: &Change| takes(c) && c.old.start < span.start && c.old.end >= span.end;
            !self.changes.near_old(span).any(is_taken)
        };
        let was_there = |item: &&NodeId| {
            let span = self.after.place(**item).value();
            let is_brought =
                |c: &Change| brings(c) && c.new.start < span.start && c.new.end >= span.end;
            !self.changes.near_new(span).any(is_brought)
        };
        let mut old_items = self.before.items(old).iter().filter(is_kept);
        let mut new_items = self.after.items(new).iter().filter(was_there);
        loop {
            match (old_items.next(), new_items.next()) {
                (Some(&old), Some(&new)) if self.same_node(old, new) => {}
                (None, None) => return true,
                _ => return false,
            }
        }
    }

    fn same_keys(&self, old: NodeId, new: NodeId) -> bool {
        let is_kept = |(_, key, value): &(&str, Span, NodeId)| {
            let end = self.before.place(*value).value().end.max(key.end);
            let is_taken = |c: &Change| {
                takes(c) && c.old.start <= key.start && c.old.end >= end && c.old.end > key.end
            };
            !self.changes.near_old(*key).any(is_taken)
        };
        let was_there = |(_, key, value): &(&str, Span, NodeId)| {
            let end = self.after.place(*value).value().end.max(key.end);
            let is_brought = |c: &Change| {
                brings(c) && c.new.start <= key.start && c.new.end >= end && c.new.end > key.end
            };
            !self.changes.near_new(*key).any(is_brought)
        };
        let mut old_keys = self.before.keys(old).filter(is_kept);
        let mut new_keys = self.after.keys(new).filter(was_there);
        loop {
            match (old_keys.next(), new_keys.next()) {
                (Some((key, span, value)), Some((new_key, new_span, new_value))) => {
                    let same_key = self.is_touched(span)
                        || key == new_key && self.changes.moved(span.start) == new_span.start;
                    if !same_key || !self.same_node(value, new_value) {
                        return false;
                    }
                }
                (None, None) => return true,
                _ => return false,
            }
        }
    }

    /// Comments stay as they are, except where the changes are. Only one that is taken away as
    /// a whole may be gone, and only one that is brought as a whole may be new.
    fn same_comments(&self) -> bool {
        let is_kept = |span: Span| {
            let mut near = self.changes.near_old(span);
            !near.any(|c| c.old.start <= span.start && c.old.end >= span.end)
        };
        let was_there = |span: Span| {
            let mut near = self.changes.near_new(span);
            !near.any(|c| c.new.start <= span.start && c.new.end >= span.end)
        };
        let mut before = self.before.comments().iter().filter(|c| is_kept(c.span));
        let mut after = self.after.comments().iter().filter(|c| was_there(c.span));
        loop {
            match (before.next(), after.next()) {
                (Some(old), Some(new)) => {
                    let is_same = old.text == new.text
                        && self.changes.moved(old.span.start) == new.span.start;
                    if !is_same && !self.is_touched(old.span) {
                        return false;
                    }
                }
                (None, None) => return true,
                _ => return false,
            }
        }
    }
}
