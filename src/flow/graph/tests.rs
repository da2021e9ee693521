//! Random graphs, each held against a slow and plain way to find the same.

use proptest::prelude::*;

use super::Graph;

fn graph(most: usize) -> impl Strategy<Value = (usize, Vec<(usize, usize)>)> {
    (1..=most).prop_flat_map(|len| {
        let edges = prop::collection::vec((0..len, 0..len), 0..3 * len);
        (Just(len), edges)
    })
}

/// Whether each node can be reached from each, by at least one edge.
fn closure(len: usize, edges: &[(usize, usize)]) -> Vec<Vec<bool>> {
    let mut can = vec![vec![false; len]; len];
    for &(from, to) in edges {
        can[from][to] = true;
    }
    for middle in 0..len {
        for from in 0..len {
            for to in 0..len {
                can[from][to] |= can[from][middle] && can[middle][to];
            }
        }
    }
    can
}

/// The weights of all ways without repetition from 0 to an end, with the edges that are allowed.
fn ways(
    edges: &[(usize, usize)],
    weights: &[u64],
    ends: &[bool],
    at: usize,
    seen: &mut Vec<usize>,
    found: &mut Vec<u64>,
) {
    seen.push(at);
    if ends[at] {
        found.push(seen.iter().map(|&node| weights[node]).sum());
    }
    for &(_, to) in edges.iter().filter(|(from, _)| *from == at) {
        if !seen.contains(&to) {
            ways(edges, weights, ends, to, seen, found);
        }
    }
    seen.pop();
}

/// Whether every loop is entered at one node only: what is left after dropping the edges to a
/// node that stands on all ways from 0 to their start has no loop.
fn is_reducible(len: usize, edges: &[(usize, usize)]) -> bool {
    let reach = |without: Option<usize>| {
        let mut seen = vec![false; len];
        let mut waiting = if without == Some(0) { vec![] } else { vec![0] };
        while let Some(node) = waiting.pop() {
            if seen[node] {
                continue;
            }
            seen[node] = true;
            let next = edges.iter().filter(|(from, _)| *from == node);
            waiting.extend(next.map(|(_, to)| *to).filter(|to| Some(*to) != without));
        }
        seen
    };
    let reached = reach(None);
    let dominates = |one: usize, other: usize| one == other || !reach(Some(one))[other];
    let forward: Vec<_> = edges
        .iter()
        .copied()
        .filter(|&(from, to)| reached[from] && !dominates(to, from))
        .collect();
    let can = closure(len, &forward);
    (0..len).all(|node| !can[node][node])
}

proptest! {
    #[test]
    fn reach_is_the_closure((len, edges) in graph(14), root in 0..14usize) {
        let graph = Graph::new(len, &edges);
        let can = closure(len, &edges);
        let root = root % len;
        let expected: Vec<_> = (0..len).map(|to| to == root || can[root][to]).collect();
        prop_assert_eq!(graph.reach([root]), expected);
        let back: Vec<_> = (0..len).map(|from| from == root || can[from][root]).collect();
        prop_assert_eq!(graph.reversed().reach([root]), back);
    }

    #[test]
    fn components_share_a_loop((len, edges) in graph(14)) {
        let components = Graph::new(len, &edges).components();
        let can = closure(len, &edges);
        for one in 0..len {
            for other in 0..len {
                let shares = one == other || can[one][other] && can[other][one];
                prop_assert_eq!(components[one] == components[other], shares);
                if can[one][other] && !shares {
                    prop_assert!(components[one] > components[other]);
                }
            }
        }
    }

    #[test]
    fn the_order_closes_loops_only((len, edges) in graph(14)) {
        let graph = Graph::new(len, &edges);
        let order = graph.order([0]);
        let can = closure(len, &edges);
        let expected = (0..len).filter(|&to| to == 0 || can[0][to]).count();
        prop_assert_eq!(order.len(), expected);
        prop_assert_eq!(order[0], 0);
        let position = |node| order.iter().position(|&other| other == node);
        for &(from, to) in &edges {
            if let (Some(a), Some(b)) = (position(from), position(to)) {
                prop_assert!(b > a || from == to || can[to][from]);
            }
        }
    }

    #[test]
    fn ways_are_as_short_and_as_long_as_they_can_be(
        (len, edges) in graph(7),
        weights in prop::collection::vec(0..20u64, 7),
        ends in prop::collection::vec(any::<bool>(), 7),
    ) {
        let graph = Graph::new(len, &edges);
        let mut found = Vec::new();
        ways(&edges, &weights, &ends, 0, &mut Vec::new(), &mut found);
        let weight = |way: &Vec<usize>| way.iter().map(|&node| weights[node]).sum::<u64>();
        let shortest = graph.shortest(&[0], &weights, |node| ends[node]);
        let longest = graph.longest(&[0], &weights, |node| ends[node]);
        prop_assert_eq!(shortest.as_ref().map(weight), found.iter().min().copied());
        for way in shortest.iter().chain(&longest) {
            prop_assert!(way[0] == 0 && ends[way[way.len() - 1]]);
            prop_assert!(way.windows(2).all(|pair| edges.contains(&(pair[0], pair[1]))));
            let mut nodes = way.clone();
            nodes.sort_unstable();
            nodes.dedup();
            prop_assert_eq!(nodes.len(), way.len(), "no step twice");
        }
        let most = found.iter().max().copied();
        let longest = longest.as_ref().map(weight);
        prop_assert!(longest <= most);
        if is_reducible(len, &edges) {
            prop_assert_eq!(longest, most);
        }
    }
}

#[test]
fn deep_graphs_need_no_stack() {
    let len = 200_000;
    let line = (1..len).map(|node| (node - 1, node));
    let back = (1..len).map(|node| (node, node / 2));
    let edges: Vec<_> = line.chain(back).collect();
    let graph = Graph::new(len, &edges);
    assert!(graph.reach([0]).into_iter().all(|reached| reached));
    assert!(graph.components().iter().all(|&component| component == 0));
    let weights = vec![1; len];
    let way = graph.longest(&[0], &weights, |node| node == len - 1);
    assert_eq!(way.map(|way| way.len()), Some(len));
}
