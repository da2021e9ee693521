//! A broken document must not hide, or be counted as, another one in the same file.

use super::*;

/// The `nama` of each document with its index, and the number of problems of the file.
fn names(text: &str) -> (Vec<(usize, String)>, usize) {
    let parsed = read(text);
    let name = |document: &Document| {
        let node = document.get(NodeId::ROOT, "nama");
        let text = node.and_then(|node| document.text(node)).unwrap_or("-");
        (document.index(), text.to_owned())
    };
    let names = parsed.documents.iter().map(name).collect();
    (names, parsed.problems.len())
}

fn check(text: &str, wanted: &[(usize, &str)], problems: usize) {
    let (found, count) = names(text);
    let found: Vec<_> = found
        .iter()
        .map(|(at, name)| (*at, name.as_str()))
        .collect();
    assert_eq!((found.as_slice(), count), (wanted, problems), "{text}");
}

#[test]
fn a_broken_document_leaves_the_others() {
    let broken = [
        "nama: 'x\n",
        "nama: \"x\n",
        "nama: [x\n",
        "nama: {x: [\n",
        "nama: x: y\n",
        "nama: @x\n",
        "nama: x\n unit: y\n",
        "x:\n\tnama: x\n",
        "nama: |\n  a\n  ---\n b\n",
        "nama: \"a\n ---\n b\n",
        "- a\nb\n",
        "nama: x\n?\n- y\nz",
    ];
    for bad in broken {
        let bad = bad.trim_end();
        check(
            &format!("{bad}\n---\nnama: b\n---\nnama: c\n"),
            &[(1, "b"), (2, "c")],
            1,
        );
        check(
            &format!("nama: a\n---\n{bad}\n---\nnama: c\n"),
            &[(0, "a"), (2, "c")],
            1,
        );
        check(
            &format!("nama: a\n--- # satu\nnama: b\n---\n{bad}"),
            &[(0, "a"), (1, "b")],
            1,
        );
        check(
            &format!("---\n{bad}\n---\n{bad}\n--- \nnama: c\n"),
            &[(2, "c")],
            2,
        );
        check(
            &format!("---\r\n{bad}\r\n---\r\nnama: c\r\n"),
            &[(1, "c")],
            1,
        );
    }
}

#[test]
fn a_document_may_follow_dots() {
    check("nama: 'x\n...\nnama: b\n", &[(1, "b")], 1);
    check("nama: 'x\n...\n---\nnama: b\n", &[(1, "b")], 1);
    check(
        "nama: [\n... # habis\n# komentar\n\n---\nnama: b\n",
        &[(1, "b")],
        1,
    );
    check("nama: [\n...\n%YAML 1.2\n---\nnama: b\n", &[(1, "b")], 1);
    check("nama: [\n...\n", &[], 1);
    check("nama: [\n...\n# habis\n", &[], 1);
    check(
        "nama: a\n...\nnama: [\n---\nnama: c\n",
        &[(0, "a"), (2, "c")],
        1,
    );
}

#[test]
fn half_a_document_is_no_document() {
    check("  nama: a\nunit: b\n", &[], 1);
    check("  nama: a\nunit: b\n---\nnama: c\n", &[(1, "c")], 1);
    check(
        "nama: z\n---\n  nama: a\nunit: b\n---\nnama: c\n",
        &[(0, "z"), (2, "c")],
        1,
    );
    check("--- nama\nunit: b\n---\nnama: c\n", &[(1, "c")], 1);
    // What ended properly stays.
    check("nama: a\n...\n%x\n", &[(0, "a")], 1);
    check("nama: a\n...\n%x\n---\nnama: b\n", &[(0, "a"), (1, "b")], 0);
    check("nama: a\n%x\n---\nnama: b\n", &[(1, "b")], 1);
}

#[test]
fn a_byte_order_mark_may_begin_any_document() {
    check("nama: a\n\u{feff}---\nnama: b\n", &[(0, "a"), (1, "b")], 0);
    check("nama: 'a\n\u{feff}---\nnama: b\n", &[(1, "b")], 1);
}

#[test]
fn dashes_inside_a_block_part_nothing() {
    check(
        "nama: |-\n  a\n  ---\n  b\n---\nnama: c\n",
        &[(0, "a\n---\nb"), (1, "c")],
        0,
    );
    check(
        "nama: ---x\n---\nnama: ---\n",
        &[(0, "---x"), (1, "---")],
        0,
    );
}

#[test]
fn comments_after_a_broken_document_are_not_its_neighbours() {
    let parsed = read("nama: a\n---\nnama: [\n...\n# sopan: abaikan SP001\n");
    assert_eq!(parsed.documents[0].comments(), []);
    let parsed = read("nama: a\n# satu\n...\n# dua\n");
    assert_eq!(parsed.documents[0].comments().len(), 2);
}

#[test]
fn many_documents_good_or_broken() {
    let broken = read(&"nama: 'x\nunit: [\n---\n".repeat(50_000));
    assert_eq!(broken.problems.len(), 50_000);
    let good = read(&"nama: x\n---\n".repeat(100_000));
    // The last `---` begins a document of its own, which is empty.
    assert_eq!((good.documents.len(), good.problems.len()), (100_001, 0));
    let dots = read(&"a: [\n...\n".repeat(20_000));
    assert_eq!(dots.problems.len(), 20_000);
}
