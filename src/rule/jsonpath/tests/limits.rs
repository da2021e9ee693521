//! Budgets, hostile paths, deep documents, and trees with references.

use serde_json::{Value as Json, json};

use super::super::{Budget, OverBudget, Tree, Value};
use super::{JsonTree, Path, select};

#[test]
fn a_path_can_be_shared_between_threads() {
    fn shared<T: Send + Sync + 'static>() {}
    shared::<Path>();
}

#[test]
fn selecting_adds_to_what_is_there() {
    let json = json!([1, 2, 3]);
    let mut nodes = vec![&json];
    let path = Path::compile("$[*]").unwrap();
    assert_eq!(
        path.select(&JsonTree(&json), &mut Budget::default(), &mut nodes),
        Ok(())
    );
    assert_eq!(nodes, [&json, &json[0], &json[1], &json[2]]);
    let mut budget = Budget::new(3);
    assert_eq!(
        path.select(&JsonTree(&json), &mut budget, &mut nodes),
        Err(OverBudget)
    );
    assert_eq!(nodes.len(), 4);
    assert_eq!(budget.left(), 0);
    // What does not suffice is used up, too.
    let mut budget = Budget::new(2);
    let path = Path::compile("$[0:3]").unwrap();
    assert_eq!(
        path.select(&JsonTree(&json), &mut budget, &mut nodes),
        Err(OverBudget)
    );
    assert_eq!(budget.left(), 0);
    // An argument that is cut short decides nothing.
    let json = json!([[1, 2, 3, 4, 5, 6, 7, 8, 9]]);
    for test in ["count(@.*) < 8", "!@[?@ == 9]", "value(@[?@ == 9]) == 0"] {
        let path = Path::compile(&format!("$[?{test}]")).unwrap();
        assert_eq!(
            path.select(&JsonTree(&json), &mut Budget::new(9), &mut nodes),
            Err(OverBudget)
        );
    }
    assert_eq!(nodes.len(), 4);
}

/// A list of lists, `depth` levels of one element each.
fn tower(depth: usize) -> Json {
    (1..depth).fold(json!([]), |inner, _| json!([inner]))
}

#[test]
fn work_is_linear_where_it_can_be() {
    let steps = |text: &str, size: usize| {
        let json = Json::from_iter((0..size).map(|number| json!({"a": number, "b": [number]})));
        let mut budget = Budget::default();
        let before = budget.left();
        let path = Path::compile(text).unwrap();
        path.select(&JsonTree(&json), &mut budget, &mut Vec::new())
            .unwrap();
        before - budget.left()
    };
    for text in [
        "$..a",
        "$..*",
        "$[*].b[0]",
        "$[?@.a > 3].b",
        "$[::-1].a",
        "$..[?@.a == 1 || @.b]",
    ] {
        let (small, large) = (steps(text, 100), steps(text, 1000));
        assert!((100..3000).contains(&small), "{text}: {small}");
        assert!(large < small * 11, "{text}: {small} and {large}");
    }
    // The place of an element counts a little, for lists that are searched one by one.
    assert!((32..40).contains(&steps("$[999].a", 1000)));
    assert!((32..40).contains(&steps("$[999:1000].a", 1000)));
    // A test for existence stops at the first node.
    assert!(steps("$[?$[*]]", 1000) < 10_000);
}

#[test]
fn hostile_paths_end() {
    let wide = Json::from_iter((0..2000).map(|number| json!([[number, "text"], {"a": number}])));
    let names = |last: &str| {
        let names = (0..50_000)
            .map(|number| number.to_string())
            .chain([last.to_owned()]);
        names.map(|name| (name, json!(0))).collect::<Json>()
    };
    let numbers = |last: usize| Json::from_iter((0..1000).chain([last]));
    let big = json!({
        "text": "a".repeat(1 << 20), "list": vec![0; 1000], "pattern": "(a|b){50}c",
        "patterns": Json::from_iter((0..100).map(|number| number.to_string())),
        "left": numbers(1), "right": numbers(2), "map": names("a"), "other": names("b"),
    });
    let deep = tower(255);
    let many = "$".to_owned() + &"..*".repeat(300);
    let nested = "$".to_owned() + &"[?$..*".repeat(60) + &"]".repeat(60);
    let paths: [(&str, &Json); _] = [
        ("$[?count($..*..*..*..*) > 1]", &wide),
        ("$..[?$..[?$..[?count($..a) == 1]]]", &wide),
        ("$[?$ == $]", &wide),
        (&many, &deep),
        (&nested, &wide),
        ("$.list[?$.text != $.text]", &big),
        ("$.list[?$.text < $.text]", &big),
        ("$.list[?length($.text) == 1]", &big),
        ("$.list[?search($.text, $.pattern)]", &big),
        ("$.patterns[?search('x', @)]", &big),
        ("$.list[?$.left == $.right]", &big),
        ("$.list[?$.map == $.other]", &big),
        ("$.list[?$.map.a]", &big),
        ("$.list[?search($.text, '(a|b){50}c')]", &big),
    ];
    let over = paths.map(|(text, json)| {
        let path = Path::compile(text).unwrap();
        let mut nodes = Vec::new();
        let mut budget = Budget::new(1_000_000);
        let result = path.select(&JsonTree(json), &mut budget, &mut nodes);
        assert!(result.is_ok() || nodes.is_empty());
        result.is_err()
    });
    // Only tests for existence, each of which the first node answers.
    let cheap = 4;
    assert!(
        over.iter()
            .enumerate()
            .all(|(place, over)| *over == (place != cheap)),
        "{over:?}"
    );
}

#[test]
fn deep_documents_and_paths() {
    // As deep as documents get, held in memory only (serde_json reads 127 levels).
    let deep = tower(255);
    assert_eq!(select(&Path::compile("$..*").unwrap(), &deep).len(), 254);
    assert_eq!(
        select(
            &Path::compile(&("$".to_owned() + &"[0]".repeat(254))).unwrap(),
            &deep
        )
        .len(),
        1
    );
    assert_eq!(
        select(
            &Path::compile(&("$".to_owned() + &".*".repeat(254))).unwrap(),
            &deep
        )
        .len(),
        1
    );
    assert_eq!(
        select(
            &Path::compile(&("$".to_owned() + &".*".repeat(255))).unwrap(),
            &deep
        )
        .len(),
        0
    );
    let beside = "$".to_owned() + &"[?@ || (@)]".repeat(80);
    assert_eq!(select(&Path::compile(&beside).unwrap(), &deep).len(), 1);
    let nested = "$".to_owned() + &"[?@".repeat(64) + &"]".repeat(64);
    assert_eq!(
        select(&Path::compile(&nested).unwrap(), &tower(100)).len(),
        1
    );
    let same = Path::compile("$[?@ == $[0] && $ == $]").unwrap();
    assert_eq!(select(&same, &deep).len(), 1);
}

/// Lists, and references to earlier nodes, as in YAML.
struct Graph(Vec<Entry>);

enum Entry {
    Text(&'static str),
    List(Vec<usize>),
    Alias(usize),
}

impl Graph {
    fn resolve(&self, node: usize) -> usize {
        match self.0[node] {
            Entry::Alias(target) => self.resolve(target),
            _ => node,
        }
    }
}

impl Tree for Graph {
    type Node = usize;

    fn root(&self) -> usize {
        self.0.len() - 1
    }

    fn value(&self, node: usize) -> Value<'_> {
        match &self.0[self.resolve(node)] {
            Entry::Text(text) => Value::Text(text),
            _ => Value::List,
        }
    }

    fn len(&self, node: usize) -> usize {
        self.children(node).count()
    }

    fn children(&self, node: usize) -> impl Iterator<Item = (Option<&str>, usize)> {
        let list = match &self.0[self.resolve(node)] {
            Entry::List(list) => list.as_slice(),
            _ => &[],
        };
        list.iter().map(|child| (None, *child))
    }

    fn member(&self, _: usize, _: &str) -> Option<usize> {
        None
    }

    fn descends(&self, node: usize) -> bool {
        !matches!(self.0[node], Entry::Alias(_))
    }
}

/// Each list holds the one before and a reference to it: 2^30 leaves, 61 nodes.
fn bomb() -> Graph {
    let mut entries = vec![Entry::Text("leaf")];
    for _ in 0..30 {
        let last = entries.len() - 1;
        entries.push(Entry::Alias(last));
        entries.push(Entry::List(vec![last, last + 1]));
    }
    Graph(entries)
}

#[test]
fn references() {
    let graph = bomb();
    let select = |text: &str| {
        let mut nodes = Vec::new();
        let path = Path::compile(text).unwrap();
        path.select(&graph, &mut Budget::new(100_000), &mut nodes)
            .map(|()| nodes)
    };
    // Every node once, references as themselves.
    assert_eq!(select("$..*").unwrap().len(), 60);
    // A path that names a reference looks into it.
    assert_eq!(select("$[1][1][0]"), Ok(vec![graph.root() - 6]));
    assert_eq!(select("$[1]..*").unwrap().len(), 58);
    assert_eq!(select("$[?@ == 'leaf']"), Ok(vec![]));
    // Comparing would take 2^29 steps.
    assert_eq!(select("$[?@[0] == @[1]]"), Err(OverBudget));
    // A list that holds itself.
    let looped = Graph(vec![Entry::Alias(1), Entry::List(vec![0, 0])]);
    let mut nodes = Vec::new();
    let path = Path::compile("$[?@ == $]").unwrap();
    assert_eq!(
        path.select(&looped, &mut Budget::default(), &mut nodes),
        Err(OverBudget)
    );
    let path = Path::compile("$..*").unwrap();
    assert_eq!(
        path.select(&looped, &mut Budget::default(), &mut nodes),
        Ok(())
    );
    assert_eq!(nodes, [0, 0]);
}

#[test]
fn over_budget_in_words() {
    assert!(
        OverBudget
            .to_string()
            .starts_with("the path needs too many steps")
    );
    assert!(
        OverBudget
            .explain_id()
            .starts_with("jalur ini memerlukan terlalu banyak langkah")
    );
}
