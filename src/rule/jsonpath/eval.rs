//! Selecting nodes (RFC 9535, section 2.3 and 2.5).
//!
//! Every node is carried through all segments before the next one is looked at. The order
//! is the one of the standard, which defines it segment by segment, but nothing is stored
//! in between, and a test for existence can stop at the first node found.

use super::MAX_LENGTH;
use super::ast::{Logical, Match, Origin, PatternSource, Query, Segment, Selector, Slice};
use super::budget::{Budget, OverBudget};
use super::pattern::Pattern;
use super::tree::{Tree, Value};

/// Why the search for nodes ends before all are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// The receiver needs no more.
    Enough,
    OverBudget,
}

impl From<OverBudget> for Stop {
    fn from(_: OverBudget) -> Self {
        Stop::OverBudget
    }
}

/// Receives the nodes found.
type Receiver<'r, N> = &'r mut dyn FnMut(N) -> Result<(), Stop>;

/// One evaluation of a path.
pub(super) struct Run<'a, T: Tree> {
    pub(super) tree: &'a T,
    budget: &'a mut Budget,
    /// Nodes still to be visited, of all segments under way; each uses the part above the
    /// height at which it began.
    stack: Vec<T::Node>,
    /// The last pattern taken from the document; nothing when it was not a pattern.
    computed: Option<(String, bool, Option<Pattern>)>,
}

impl<'a, T: Tree> Run<'a, T> {
    pub(super) fn new(tree: &'a T, budget: &'a mut Budget) -> Self {
        Run {
            tree,
            budget,
            stack: Vec::new(),
            computed: None,
        }
    }

    /// Adds all nodes of a query from the root to `nodes`.
    pub(super) fn all(
        &mut self,
        query: &'a Query,
        nodes: &mut Vec<T::Node>,
    ) -> Result<(), OverBudget> {
        let root = self.tree.root();
        let found = self.query(query, root, &mut |node| {
            nodes.push(node);
            Ok(())
        });
        match found {
            Err(Stop::OverBudget) => Err(OverBudget),
            Ok(()) | Err(Stop::Enough) => Ok(()),
        }
    }

    pub(super) fn spend(&mut self, steps: usize) -> Result<(), Stop> {
        Ok(self.budget.spend(steps)?)
    }

    /// The first `limit` nodes of a query: how many they are, and the first.
    pub(super) fn first(
        &mut self,
        query: &'a Query,
        current: T::Node,
        limit: usize,
    ) -> Result<(usize, Option<T::Node>), Stop> {
        let mut count = 0;
        let mut first = None;
        let found = self.query(query, current, &mut |node| {
            first.get_or_insert(node);
            count += 1;
            if count < limit {
                Ok(())
            } else {
                Err(Stop::Enough)
            }
        });
        match found {
            Err(Stop::OverBudget) => Err(Stop::OverBudget),
            Ok(()) | Err(Stop::Enough) => Ok((count, first)),
        }
    }

    fn query(
        &mut self,
        query: &'a Query,
        current: T::Node,
        receive: Receiver<'_, T::Node>,
    ) -> Result<(), Stop> {
        let start = match query.origin {
            Origin::Root => self.tree.root(),
            Origin::Current => current,
        };
        self.segments(&query.segments, start, receive)
    }

    fn segments(
        &mut self,
        mut segments: &'a [Segment],
        mut node: T::Node,
        receive: Receiver<'_, T::Node>,
    ) -> Result<(), Stop> {
        while let Some((segment, rest)) = segments.split_first() {
            if let Some(selector) = segment.single() {
                match self.step(selector, node)? {
                    Some(next) => node = next,
                    None => return Ok(()),
                }
                segments = rest;
                continue;
            }
            if !segment.descendant {
                return self.select(segment, rest, node, receive);
            }
            let height = self.stack.len();
            let done = self.descend(segment, rest, node, receive);
            self.stack.truncate(height);
            return done;
        }
        receive(node)
    }

    /// The node that a name or an index leads to.
    fn step(&mut self, selector: &Selector, node: T::Node) -> Result<Option<T::Node>, Stop> {
        // Trees may search their children one by one.
        match selector {
            Selector::Name(name) => {
                self.spend(1 + self.tree.len(node) / 32)?;
                Ok(self.tree.member(node, name))
            }
            &Selector::Index(index) => {
                let Some(length) = self.list(node) else {
                    return Ok(None);
                };
                let index = if index < 0 {
                    index.saturating_add(length)
                } else {
                    index
                };
                match usize::try_from(index) {
                    Ok(place) if index < length => {
                        self.spend(1 + place / 32)?;
                        Ok(self.tree.element(node, place))
                    }
                    _ => Ok(None),
                }
            }
            _ => Ok(None),
        }
    }

    /// The length of a list; nothing for other nodes.
    fn list(&self, node: T::Node) -> Option<i64> {
        match self.tree.value(node) {
            Value::List => i64::try_from(self.tree.len(node)).ok(),
            _ => None,
        }
    }

    /// Applies a segment with `..` to `node` and to everything below it.
    fn descend(
        &mut self,
        segment: &'a Segment,
        rest: &'a [Segment],
        node: T::Node,
        receive: Receiver<'_, T::Node>,
    ) -> Result<(), Stop> {
        let tree = self.tree;
        let height = self.stack.len();
        self.stack.push(node);
        while self.stack.len() > height
            && let Some(node) = self.stack.pop()
        {
            self.select(segment, rest, node, receive)?;
            let before = self.stack.len();
            for (_, child) in tree.children(node) {
                self.spend(1)?;
                if tree.is_branch(child) && tree.descends(child) {
                    self.stack.push(child);
                }
            }
            if let Some(children) = self.stack.get_mut(before..) {
                children.reverse();
            }
        }
        Ok(())
    }

    /// Applies the selectors of a segment to `node`, and the other segments to what they give.
    fn select(
        &mut self,
        segment: &'a Segment,
        rest: &'a [Segment],
        node: T::Node,
        receive: Receiver<'_, T::Node>,
    ) -> Result<(), Stop> {
        let tree = self.tree;
        self.spend(segment.selectors.len())?;
        for selector in &segment.selectors {
            match selector {
                Selector::Name(_) | Selector::Index(_) => {
                    if let Some(child) = self.step(selector, node)? {
                        self.segments(rest, child, receive)?;
                    }
                }
                Selector::Wildcard => {
                    for (_, child) in tree.children(node) {
                        self.spend(1)?;
                        self.segments(rest, child, receive)?;
                    }
                }
                Selector::Slice(slice) => self.slice(*slice, rest, node, receive)?,
                Selector::Filter(test) => {
                    for (_, child) in tree.children(node) {
                        self.spend(1)?;
                        if self.test(test, child)? {
                            self.segments(rest, child, receive)?;
                        }
                    }
                }
            }
        }
        Ok(())
    }

    fn slice(
        &mut self,
        slice: Slice,
        rest: &'a [Segment],
        node: T::Node,
        receive: Receiver<'_, T::Node>,
    ) -> Result<(), Stop> {
        let Some(length) = self.list(node) else {
            return Ok(());
        };
        let step = slice.step.unwrap_or(1);
        let place = |bound: i64| {
            if bound < 0 {
                bound.saturating_add(length)
            } else {
                bound
            }
        };
        let forward = step > 0;
        // The places from `low` up to and without `high`.
        let (low, high) = if forward {
            (
                slice.start.map_or(0, place).max(0),
                slice.end.map_or(length, place).min(length),
            )
        } else {
            // The standard counts down from the start, to and without the end.
            let start = slice.start.map_or(length, place).min(length - 1);
            (slice.end.map_or(-1, place).max(-1) + 1, start + 1)
        };
        let (Ok(first), Ok(count), Ok(stride)) = (
            usize::try_from(low),
            usize::try_from(high - low),
            usize::try_from(step.unsigned_abs()),
        ) else {
            return Ok(());
        };
        if stride == 0 {
            return Ok(());
        }
        self.spend(first / 32 + count)?;
        let tree = self.tree;
        let children = tree
            .children(node)
            .map(|(_, child)| child)
            .skip(first)
            .take(count);
        if forward {
            for child in children.step_by(stride) {
                self.segments(rest, child, receive)?;
            }
            return Ok(());
        }
        let height = self.stack.len();
        self.stack.extend(children);
        let mut done = Ok(());
        let mut next = self.stack.len();
        while done.is_ok() && next > height {
            if let Some(&child) = self.stack.get(next - 1) {
                done = self.segments(rest, child, receive);
            }
            next = next.saturating_sub(stride);
        }
        self.stack.truncate(height);
        done
    }

    fn test(&mut self, test: &'a Logical, node: T::Node) -> Result<bool, Stop> {
        match test {
            Logical::Or(parts) => {
                for part in parts {
                    if self.test(part, node)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            Logical::And(parts) => {
                for part in parts {
                    if !self.test(part, node)? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
            Logical::Not(inner) => Ok(!self.test(inner, node)?),
            Logical::Compare(left, comparison, right) => {
                self.spend(1)?;
                let left = self.item(left, node)?;
                let right = self.item(right, node)?;
                self.compare(left, *comparison, right)
            }
            Logical::Exists(query) => Ok(self.first(query, node, 1)?.0 > 0),
            Logical::Match(test) => self.fits(test, node),
        }
    }

    /// `match()` and `search()`.
    fn fits(&mut self, test: &'a Match, node: T::Node) -> Result<bool, Stop> {
        let Some(text) = self.text(&test.text, node)? else {
            return Ok(false);
        };
        let source = match &test.pattern {
            PatternSource::Fixed { pattern, .. } => {
                self.spend(pattern.steps(text))?;
                return Ok(pattern.fits(text));
            }
            PatternSource::Computed(source) => self.text(source, node)?,
        };
        let Some(source) = source.filter(|source| source.len() <= MAX_LENGTH) else {
            return Ok(false);
        };
        let known = matches!(&self.computed, Some((last, whole, _)) if last == source && *whole == test.whole);
        if !known {
            // Compiling takes about as long as looking at this many nodes.
            self.spend(20_000)?;
            let pattern = Pattern::compile(source, test.whole).ok();
            self.computed = Some((source.to_owned(), test.whole, pattern));
        }
        let Some((_, _, Some(pattern))) = &self.computed else {
            return Ok(false);
        };
        self.budget.spend(pattern.steps(text))?;
        Ok(pattern.fits(text))
    }
}
