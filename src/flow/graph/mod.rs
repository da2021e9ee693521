//! A directed graph and what can be told of it in linear time. Nothing here recurses: a
//! procedure of ten thousand steps must not exhaust the stack.

use std::{
    cmp::Reverse,
    collections::{BinaryHeap, VecDeque},
};

/// Nodes `0..len` and the edges between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Graph {
    /// Where the targets of each node begin; one more than there are nodes.
    offsets: Vec<usize>,
    targets: Vec<usize>,
}

impl Graph {
    /// Edges to or from nodes that do not exist are left out; the others keep their order.
    pub(crate) fn new(len: usize, edges: &[(usize, usize)]) -> Self {
        let is_inside = |edge: &&(usize, usize)| edge.0 < len && edge.1 < len;
        let mut offsets = vec![0; len + 1];
        for (from, _) in edges.iter().filter(is_inside) {
            if let Some(count) = offsets.get_mut(from + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for offset in &mut offsets {
            sum += *offset;
            *offset = sum;
        }
        let mut free = offsets.clone();
        let mut targets = vec![0; sum];
        for (from, to) in edges.iter().filter(is_inside) {
            if let Some(at) = free.get_mut(*from) {
                if let Some(target) = targets.get_mut(*at) {
                    *target = *to;
                }
                *at += 1;
            }
        }
        Self { offsets, targets }
    }

    pub(crate) fn len(&self) -> usize {
        self.offsets.len() - 1
    }

    /// Where the edges of a node lead.
    pub(crate) fn next(&self, node: usize) -> &[usize] {
        let bound = |at: usize| self.offsets.get(at).copied().unwrap_or_default();
        let range = bound(node)..bound(node + 1);
        self.targets.get(range).unwrap_or_default()
    }

    /// The same nodes with every edge turned round.
    pub(crate) fn reversed(&self) -> Self {
        let edges: Vec<_> = (0..self.len())
            .flat_map(|from| self.next(from).iter().map(move |&to| (to, from)))
            .collect();
        Self::new(self.len(), &edges)
    }

    /// The nodes that can be reached, the roots themselves too.
    pub(crate) fn reach(&self, roots: impl IntoIterator<Item = usize>) -> Vec<bool> {
        let mut reached = vec![false; self.len()];
        let mut waiting = VecDeque::new();
        let mut visit = |node: usize, waiting: &mut VecDeque<usize>| {
            if let Some(seen @ false) = reached.get_mut(node) {
                *seen = true;
                waiting.push_back(node);
            }
        };
        for root in roots {
            visit(root, &mut waiting);
        }
        while let Some(node) = waiting.pop_front() {
            for &next in self.next(node) {
                visit(next, &mut waiting);
            }
        }
        reached
    }

    /// The strongly connected component of each node: two nodes share one where each can be
    /// reached from the other. A component has a greater number than those it leads to.
    /// (Tarjan 1972.)
    pub(crate) fn components(&self) -> Vec<usize> {
        const NONE: usize = usize::MAX;
        let mut index = vec![NONE; self.len()];
        let mut low = vec![NONE; self.len()];
        let mut component = vec![NONE; self.len()];
        let mut open: Vec<usize> = Vec::new();
        let mut counter = 0;
        let mut components = 0;
        let get = |list: &[usize], at: usize| list.get(at).copied().unwrap_or(NONE);
        let set = |list: &mut [usize], at: usize, value: usize| {
            if let Some(place) = list.get_mut(at) {
                *place = value;
            }
        };
        for root in 0..self.len() {
            if get(&index, root) != NONE {
                continue;
            }
            // A node and how many of its edges were followed.
            let mut path: Vec<(usize, usize)> = vec![(root, 0)];
            while let Some((node, followed)) = path.last_mut() {
                let node = *node;
                if *followed == 0 && get(&index, node) == NONE {
                    set(&mut index, node, counter);
                    set(&mut low, node, counter);
                    counter += 1;
                    open.push(node);
                }
                if let Some(&next) = self.next(node).get(*followed) {
                    *followed += 1;
                    if get(&index, next) == NONE {
                        path.push((next, 0));
                    } else if get(&component, next) == NONE {
                        let least = get(&low, node).min(get(&index, next));
                        set(&mut low, node, least);
                    }
                    continue;
                }
                path.pop();
                if let Some(&(parent, _)) = path.last() {
                    let least = get(&low, parent).min(get(&low, node));
                    set(&mut low, parent, least);
                }
                if get(&low, node) == get(&index, node) {
                    while let Some(member) = open.pop() {
                        set(&mut component, member, components);
                        if member == node {
                            break;
                        }
                    }
                    components += 1;
                }
            }
        }
        component
    }

    /// The nodes that the roots reach, in an order in which an edge that leads backwards closes
    /// a loop: the reverse postorder of a search in the order of the edges.
    pub(crate) fn order(&self, roots: impl IntoIterator<Item = usize>) -> Vec<usize> {
        let mut seen = vec![false; self.len()];
        let mut order = Vec::new();
        let mut visit = |node: usize| match seen.get_mut(node) {
            Some(seen @ false) => {
                *seen = true;
                true
            }
            _ => false,
        };
        for root in roots {
            if !visit(root) {
                continue;
            }
            let mut path: Vec<(usize, usize)> = vec![(root, 0)];
            while let Some((node, followed)) = path.last_mut() {
                let node = *node;
                if let Some(&next) = self.next(node).get(*followed) {
                    *followed += 1;
                    if visit(next) {
                        path.push((next, 0));
                    }
                    continue;
                }
                path.pop();
                order.push(node);
            }
        }
        order.reverse();
        order
    }

    /// The heaviest way from a root to an end that follows no edge which closes a loop, as the
    /// nodes on it. The longest way without repetition is a hard problem in general; this one
    /// is the same wherever each loop is entered at one place only, and else at most as long.
    pub(crate) fn longest(
        &self,
        roots: &[usize],
        weights: &[u64],
        is_end: impl Fn(usize) -> bool,
    ) -> Option<Vec<usize>> {
        let order = self.order(roots.iter().copied());
        let mut position = vec![usize::MAX; self.len()];
        for (at, &node) in order.iter().enumerate() {
            if let Some(place) = position.get_mut(node) {
                *place = at;
            }
        }
        // The weight from each node to an end, and the next node on that way.
        let mut best: Vec<Option<(u64, Option<usize>)>> = vec![None; self.len()];
        let at = |node: usize| position.get(node).copied().unwrap_or(usize::MAX);
        for &node in order.iter().rev() {
            let mut way = is_end(node).then_some((0, None));
            for &next in self.next(node).iter().filter(|&&next| at(next) > at(node)) {
                let Some(Some((weight, _))) = best.get(next) else {
                    continue;
                };
                if way.is_none_or(|(best, _)| *weight > best) {
                    way = Some((*weight, Some(next)));
                }
            }
            let own = weights.get(node).copied().unwrap_or_default();
            if let (Some((weight, next)), Some(place)) = (way, best.get_mut(node)) {
                *place = Some((own.saturating_add(weight), next));
            }
        }
        let weight = |root: &usize| best.get(*root).copied().flatten().map(|(weight, _)| weight);
        // Of equal ones the first.
        let root = roots.iter().rev().max_by_key(|root| weight(root))?;
        weight(root)?;
        let mut path = vec![*root];
        let mut node = *root;
        while let Some(Some((_, Some(next)))) = best.get(node) {
            node = *next;
            path.push(node);
        }
        Some(path)
    }

    /// The lightest way from a root to an end, as the nodes on it. (Dijkstra 1959.)
    pub(crate) fn shortest(
        &self,
        roots: &[usize],
        weights: &[u64],
        is_end: impl Fn(usize) -> bool,
    ) -> Option<Vec<usize>> {
        let own = |node: usize| weights.get(node).copied().unwrap_or_default();
        let mut best: Vec<Option<(u64, Option<usize>)>> = vec![None; self.len()];
        let mut waiting = BinaryHeap::new();
        for &root in roots {
            if let Some(place @ None) = best.get_mut(root) {
                *place = Some((own(root), None));
                waiting.push(Reverse((own(root), root)));
            }
        }
        while let Some(Reverse((weight, node))) = waiting.pop() {
            let Some(Some((known, _))) = best.get(node) else {
                continue;
            };
            if *known < weight {
                continue;
            }
            if is_end(node) {
                let mut path = vec![node];
                let mut node = node;
                while let Some(Some((_, Some(before)))) = best.get(node) {
                    node = *before;
                    path.push(node);
                }
                path.reverse();
                return Some(path);
            }
            for &next in self.next(node) {
                let weight = weight.saturating_add(own(next));
                if let Some(place) = best.get_mut(next)
                    && place.is_none_or(|(known, _)| weight < known)
                {
                    *place = Some((weight, Some(node)));
                    waiting.push(Reverse((weight, next)));
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests;
