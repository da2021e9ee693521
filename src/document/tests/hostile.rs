//! Texts made to hurt: each must end, soon and without exhausting the stack.

use super::*;

fn is_too_deep(parsed: &Parsed) -> bool {
    let kinds = parsed.problems.iter().map(|problem| &problem.kind);
    kinds
        .into_iter()
        .any(|kind| matches!(kind, ProblemKind::TooDeep { .. }))
}

#[test]
fn nesting_without_end_is_refused() {
    for opening in ["[", "- ", "{a: ", "? ", "[{a: ", "- ? ", "!x [", "? - "] {
        assert!(is_too_deep(&read(&opening.repeat(100_000))), "{opening}");
    }
    let steps: String = (0..2000)
        .map(|at| format!("{}a:\n", " ".repeat(at)))
        .collect();
    assert!(is_too_deep(&read(&steps)));
}

#[test]
fn what_is_deep_but_allowed_can_be_walked() {
    let deep = format!("{}{}{}", "- ".repeat(90), "[".repeat(90), "]".repeat(90));
    let parsed = read(&deep);
    let document = &parsed.documents[0];
    let last = document.nodes().last().unwrap();
    assert_eq!(document.path_of(last).steps().len(), 179);
    assert!(document.is_blank(NodeId::ROOT));
    let closed = format!("{}x{}", "[".repeat(5000), "]".repeat(5000));
    assert!(is_too_deep(&read(&closed)));
}

#[test]
fn aliases_cannot_explode() {
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    let mut merges = String::from("a0: &a0 {k0: x}\n");
    for at in 1..60 {
        let above = at - 1;
        let list = vec![format!("*a{above}"); 9].join(", ");
        bomb += &format!("a{at}: &a{at} [{list}]\n");
        merges += &format!("a{at}: &a{at} {{<<: [{list}], k{at}: x}}\n");
    }
    for text in [bomb, merges] {
        let parsed = read(&text);
        let document = &parsed.documents[0];
        let problems = document.problems();
        let [
            Problem {
                kind: ProblemKind::TooManyAliases { .. },
                span,
                path,
            },
        ] = problems
        else {
            panic!("{problems:?}");
        };
        assert!(document.source().slice(*span).starts_with("*a"), "{path}");
        for node in document.nodes() {
            assert!(document.entries(node).len() <= 60);
            document.is_blank(node);
        }
    }
}

#[test]
fn an_alias_to_what_is_still_open_leads_nowhere() {
    for text in [
        "&a [*a]",
        "&a {b: *a}",
        "a: &a {<<: *a, b: 1}",
        "&a [[[*a]]]",
        "&a {<<: [*a]}",
    ] {
        let parsed = read(text);
        let document = &parsed.documents[0];
        let alias = document
            .nodes()
            .find(|node| document.is_alias(*node))
            .unwrap();
        assert_eq!(document.value(alias), Value::Null);
        for node in document.nodes() {
            document.entries(node);
            document.is_blank(node);
            assert_eq!(document.get(node, "c"), None);
        }
    }
}

#[test]
fn great_numbers_of_everything() {
    let keys: String = (0..100_000).map(|at| format!("k{at}: {at}\n")).collect();
    let parsed = read(&keys);
    assert_eq!(parsed.documents[0].keys(NodeId::ROOT).count(), 100_000);

    let same = "k: 1\n".repeat(100_000);
    assert_eq!(read(&same).documents[0].problems().len(), 99_999);

    let aliases = format!("a: &a x\nb:\n{}", "- *a\n".repeat(100_000));
    let problems: Vec<_> = read(&aliases).documents[0].problems().to_vec();
    assert!(matches!(
        problems.as_slice(),
        [Problem {
            kind: ProblemKind::TooManyAliases { .. },
            ..
        }]
    ));

    let unknown = format!("b:\n{}", "- *a\n".repeat(50_000));
    assert_eq!(read(&unknown).documents[0].problems().len(), 50_000);

    let anchors: String = (0..50_000).map(|at| format!("- &a{at} x\n")).collect();
    assert_eq!(
        read(&anchors).documents[0].items(NodeId::ROOT).len(),
        50_000
    );

    let tags = "- !x\n".repeat(50_000);
    assert_eq!(read(&tags).documents[0].problems().len(), 50_000);

    let comments = format!("a:\n{}  b: 1\n", "# x\n".repeat(100_000));
    assert_eq!(read(&comments).documents[0].comments().len(), 100_000);
}

#[test]
fn long_lines() {
    const LONG: usize = 5_000_000;
    let text = format!("a: {}\n", "x".repeat(LONG));
    let parsed = read(&text);
    let node = parsed.documents[0].get(NodeId::ROOT, "a").unwrap();
    assert_eq!(parsed.documents[0].text(node).map(str::len), Some(LONG));
    // Every broken ending of a long line is looked at once, not once a character.
    for (fill, end) in [
        ("x", ": y: z"),
        ("|", ""),
        ("| : ", ""),
        ("[x], ", ""),
        ("a: ", ""),
        ("\"x\" ", ""),
        ("'", "x"),
        ("- ", "\tx: y"),
        ("é, ", "]"),
        ("& ", ""),
        ("*a ", ""),
        ("\t", "x:"),
        (" #", ""),
        (":", ""),
    ] {
        let text = format!("a: [{}{end}\nb: 1\n", fill.repeat(50_000));
        let parsed = read(&text);
        assert!(!parsed.problems.is_empty() || end == "]", "{fill}");
        let text = format!("a: {}{end}\nb: 1\n c: 2\n", fill.repeat(50_000));
        assert!(!read(&text).problems.is_empty(), "{fill}");
    }
    for (fill, end) in [
        ("\"\n", ""),
        ("x\n", "\tx: 1"),
        ("x: [\n", ""),
        ("- 'x\n", ""),
        ("\n", "@"),
    ] {
        let text = format!("a:\n{}{end}", fill.repeat(100_000));
        assert!(!read(&text).problems.is_empty(), "{fill}");
    }
}

#[test]
fn many_problems_on_a_long_line_are_placed_in_time() {
    let text = format!("{{{}}}", "é: 1, ".repeat(100_000));
    let parsed = read(&text);
    let document = &parsed.documents[0];
    let last = document.problems().last().unwrap();
    let columns: usize = document
        .problems()
        .iter()
        .map(|problem| document.source().position(problem.span.start).column)
        .max()
        .unwrap();
    assert_eq!(
        (document.problems().len(), columns),
        (99_999, 99_999 * 6 + 2)
    );
    assert_eq!(last.span.start, 99_999 * 7 + 1);
}

#[test]
fn a_nul_is_refused_before_anything_is_read() {
    let error = Source::decode("a", b"nama: \0".to_vec()).unwrap_err();
    assert_eq!(error.position().offset, 6);
    // Text that did not come from a file is not checked, and must still be harmless.
    let parsed = read("nama: \0x\n---\nnama: b\n");
    assert_eq!(parsed.documents.last().map(Document::index), Some(1));
}
