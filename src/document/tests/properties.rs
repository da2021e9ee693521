//! What holds for every document, checked on many at random.

use proptest::prelude::*;

use super::*;

/// A tree to be written as YAML in one of the ways YAML knows.
#[derive(Debug, Clone)]
enum Tree {
    Scalar(String, Form),
    List(Vec<Tree>, bool),
    Map(Vec<(String, Form, Tree)>, bool),
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Form {
    Plain,
    Single,
    Double,
    Escaped,
    Literal,
    Folded,
}

/// A scalar or key as written, by its path.
struct Written {
    path: Path,
    key: Option<String>,
    text: Option<(String, String, bool)>,
}

struct Renderer {
    out: String,
    written: Vec<Written>,
}

impl Renderer {
    fn indent(&mut self, depth: usize) {
        self.out += &"  ".repeat(depth);
    }

    /// Writes a scalar in one line; gives what was written.
    fn inline(&mut self, text: &str, form: Form) -> String {
        let raw = match form {
            Form::Single => format!("'{}'", text.replace('\'', "''")),
            Form::Double => format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
            Form::Escaped => {
                let escape = |c: char| format!("\\U{:08x}", c as u32);
                format!("\"{}\"", text.chars().map(escape).collect::<String>())
            }
            _ => text.to_owned(),
        };
        self.out += &raw;
        raw
    }

    /// Writes a tree after `key:` or `-`, in a line of `depth`.
    fn value(&mut self, tree: &Tree, depth: usize, path: Path, key: Option<String>, in_flow: bool) {
        let at = self.written.len();
        self.written.push(Written {
            path: path.clone(),
            key,
            text: None,
        });
        match tree {
            Tree::Scalar(text, Form::Literal | Form::Folded) if !in_flow => {
                let Tree::Scalar(_, form) = tree else { return };
                self.out += if *form == Form::Literal {
                    " |\n"
                } else {
                    " >-\n"
                };
                let mut raw = String::new();
                for (number, word) in text.split(' ').enumerate() {
                    if number > 0 {
                        raw.push('\n');
                        raw += &"  ".repeat(depth + 1);
                    }
                    raw += word;
                }
                self.indent(depth + 1);
                self.out += &raw;
                self.out.push('\n');
                let text = match form {
                    Form::Literal => format!("{}\n", text.replace(' ', "\n")),
                    _ => text.clone(),
                };
                self.written[at].text = Some((text, raw, false));
            }
            Tree::Scalar(text, form) => {
                self.out.push(' ');
                let raw = self.inline(text, *form);
                let exact = raw.trim_matches(['\'', '"']) == text;
                self.written[at].text = Some((text.clone(), raw, exact));
                self.out += if in_flow { "" } else { "\n" };
            }
            Tree::List(items, flow) if *flow || in_flow || items.is_empty() => {
                self.out += " [";
                for (number, item) in items.iter().enumerate() {
                    self.out += if number > 0 { "," } else { "" };
                    self.value(item, depth, path.clone().index(number), None, true);
                }
                self.out += if in_flow { " ]" } else { " ] # habis\n" };
            }
            Tree::List(items, _) => {
                self.out.push('\n');
                for (number, item) in items.iter().enumerate() {
                    self.indent(depth + 1);
                    self.out.push('-');
                    self.value(item, depth + 1, path.clone().index(number), None, false);
                }
            }
            Tree::Map(entries, flow) if *flow || in_flow || entries.is_empty() => {
                self.out += " {";
                for (number, (key, form, value)) in entries.iter().enumerate() {
                    self.out += if number > 0 { ", " } else { "" };
                    let raw = self.inline(key, *form);
                    self.out.push(':');
                    self.value(value, depth, path.clone().key(key), Some(raw), true);
                }
                self.out += if in_flow { " }" } else { " }\n" };
            }
            Tree::Map(entries, _) => {
                self.out += " # isi\n\n";
                for (key, form, value) in entries {
                    self.indent(depth + 1);
                    let raw = self.inline(key, *form);
                    self.out.push(':');
                    self.value(value, depth + 1, path.clone().key(key), Some(raw), false);
                }
            }
        }
    }
}

fn render(tree: &Tree) -> Renderer {
    let mut renderer = Renderer {
        out: "---".to_owned(),
        written: Vec::new(),
    };
    renderer.value(tree, 0, Path::root(), None, false);
    renderer
}

fn form() -> impl Strategy<Value = Form> {
    prop_oneof![
        Just(Form::Plain),
        Just(Form::Single),
        Just(Form::Double),
        Just(Form::Escaped),
        Just(Form::Literal),
        Just(Form::Folded),
    ]
}

fn tree() -> impl Strategy<Value = Tree> {
    let key = "[a-zé林][a-z_é😀]{0,6}";
    let scalar = (
        "[a-zé林😀0-9][a-zé😀.'\"\\\\-]{0,5}( [a-z'\"é0-9]{1,5}){0,4}",
        form(),
    )
        .prop_map(|(text, form)| Tree::Scalar(text, form));
    scalar.prop_recursive(5, 40, 5, move |inner| {
        let entries = proptest::collection::btree_map(key, (form(), inner.clone()), 0..5);
        prop_oneof![
            (proptest::collection::vec(inner, 0..5), any::<bool>())
                .prop_map(|(items, flow)| Tree::List(items, flow)),
            (entries, any::<bool>()).prop_map(|(entries, flow)| {
                let entries = entries
                    .into_iter()
                    .map(|(key, (form, value))| (key, form, value));
                Tree::Map(entries.collect(), flow)
            }),
        ]
    })
}

/// Every place in what was read lies in the text, on boundaries of characters.
fn check_spans(source: &Source, parsed: &Parsed) -> Result<(), TestCaseError> {
    let text = source.text();
    let inside = |span: Span| text.get(span.start..span.end).is_some();
    for problem in &parsed.problems {
        prop_assert!(inside(problem.span), "{problem:?}");
    }
    for document in &parsed.documents {
        for problem in document.problems() {
            prop_assert!(inside(problem.span), "{problem:?}");
            // A path to what a later duplicate hides leads nowhere.
            let hides = |kind: &ProblemKind| matches!(kind, ProblemKind::DuplicateKey { .. });
            let is_hidden = document
                .problems()
                .iter()
                .any(|problem| hides(&problem.kind));
            prop_assert!(is_hidden || document.at(&problem.path).is_found());
        }
        for comment in document.comments() {
            prop_assert_eq!(source.slice(comment.span), format!("#{}", comment.text));
        }
        for node in document.nodes() {
            let place = document.place(node);
            for span in [
                place.key(),
                place.value(),
                place.part(0..1),
                place.part(3..900),
            ] {
                prop_assert!(inside(span), "{span:?}");
            }
            prop_assert!(document.keys(node).all(|(_, span, _)| inside(span)));
            if let Some(text) = document.text(node) {
                for (at, character) in text.char_indices() {
                    prop_assert!(inside(place.part(at..at + character.len_utf8())));
                }
            }
        }
    }
    Ok(())
}

fn all_below(document: &Document, node: NodeId) -> Vec<NodeId> {
    let children = document.written_children(node);
    let below = children.flat_map(|child| all_below(document, child));
    std::iter::once(node).chain(below).collect()
}

/// What a document holds, without its places.
fn nodes(document: &Document) -> Vec<String> {
    let describe = |node| format!("{} {:?}", document.path_of(node), document.value(node));
    document.nodes().map(describe).collect()
}

/// The same with its comments.
fn outline(document: &Document) -> Vec<String> {
    let comments = document.comments().iter();
    let comments = comments.map(|comment| comment.text.clone());
    nodes(document).into_iter().chain(comments).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_document_is_read_as_it_was_written(tree in tree(), cuts in any::<(u8, u8)>()) {
        let Renderer { out, written } = render(&tree);
        let parsed = read(&out);
        prop_assert!(parsed.problems.is_empty(), "{out}\n{:?}", parsed.problems);
        prop_assert_eq!(parsed.documents.len(), 1);
        let document = &parsed.documents[0];
        let source = document.source();
        check_spans(source, &parsed)?;
        for node in document.nodes() {
            let below: Vec<_> = document.written_below(node).collect();
            prop_assert_eq!(below, all_below(document, node));
        }
        for Written { path, key, text } in written {
            let place = document.at(&path);
            prop_assert!(place.is_found(), "{path}");
            prop_assert_eq!(&document.path_of(place.node()), &path);
            prop_assert_eq!(&Path::parse(&path.to_string()).unwrap().to_string(), &path.to_string());
            if let Some(key) = key {
                prop_assert_eq!(source.slice(place.key()), key);
            }
            let Some((text, raw, exact)) = text else { continue };
            prop_assert_eq!(document.text(place.node()), Some(text.as_str()));
            prop_assert_eq!(source.slice(place.value()), raw);
            let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let (from, to) = (usize::from(cuts.0) % ends.len(), usize::from(cuts.1) % ends.len());
            let part = ends[from.min(to)]..ends[from.max(to)];
            let found = source.slice(place.part(part.clone()));
            if exact {
                prop_assert_eq!(found, &text[part]);
            }
            // A word without quotes or backslashes is found in any form but the escaped.
            let plain_word = |word: &&str| !word.is_empty() && !word.contains(['\'', '"', '\\']);
            for word in text.split([' ', '\n']).filter(plain_word) {
                let start = word.as_ptr() as usize - text.as_ptr() as usize;
                let found = source.slice(place.part(start..start + word.len()));
                prop_assert!(found == word || found.len() == 10 * word.chars().count(), "{found} {word}");
            }
        }
    }

    #[test]
    fn two_documents_are_read_as_each_alone(first in tree(), second in tree()) {
        let (first, second) = (render(&first).out, render(&second).out);
        let both = read(&format!("{first}{second}"));
        let alone = [read(&first), read(&second)];
        prop_assert_eq!(both.documents.len(), 2);
        for (together, alone) in both.documents.iter().zip(alone) {
            prop_assert_eq!(outline(together), outline(&alone.documents[0]));
        }
    }
}

/// Texts that look a little like YAML, and are mostly broken.
fn yamlish() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => "[a-zé]{1,4}",
        8 => proptest::sample::select(vec![
            "\n", "\n  ", "\n    ", "\r\n", "\r", " ", ": ", ":", "- ", "? ", "\t", "#", " # x\n", "'", "\"", "[",
            "]", "{", "}", ", ", "&a ", "*a", "<<: *a", "!t ", "!!str ", "|\n", ">-\n", "|2\n", "\\", "\\x4",
            "\n---\n", "\n...\n", "%YAML 1.2\n", "\n--- ", "\u{feff}", "\u{85}", "\u{2028}", "😀", "@", "`", "•",
            "\n\u{feff}---\n", "\0", "\u{7}", "----", "\n* ",
        ]).prop_map(str::to_owned),
    ];
    proptest::collection::vec(word, 0..40).prop_map(|words| words.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn broken_text_gives_places_in_the_text(text in yamlish()) {
        let source = source(&text);
        check_spans(&source, &parse(&source, &Limits::default()))?;
    }

    #[test]
    fn a_part_after_dashes_stands_on_its_own(first in yamlish(), second in yamlish()) {
        // A directive at the seam would belong to the second part.
        let first = first.replace('%', "");
        let (first, second) = (format!("---\n{first}"), format!("---\n{second}"));
        let both = read(&format!("{first}\n{second}"));
        let alone = [read(&format!("{first}\n")), read(&second)];
        // A comment between `...` and `---` belongs to what follows.
        let view = if first.contains("...") { nodes } else { outline };
        let outlines = |parsed: &Parsed| parsed.documents.iter().map(view).collect::<Vec<_>>();
        let problems = |parsed: &Parsed| {
            let kinds = parsed.problems.iter().map(|problem| format!("{:?}", problem.kind));
            kinds.collect::<Vec<_>>()
        };
        prop_assert_eq!(outlines(&both), [outlines(&alone[0]), outlines(&alone[1])].concat());
        prop_assert_eq!(problems(&both), [problems(&alone[0]), problems(&alone[1])].concat());
    }

    #[test]
    fn any_bytes_are_refused_or_read(bytes in proptest::collection::vec(any::<u8>(), 0..200), mark in 0..4) {
        let mark: &[u8] = [&b""[..], b"\xFF\xFE", b"\xFE\xFF", b"\xEF\xBB\xBF"][mark as usize];
        let bytes = [mark, &bytes].concat();
        let length = bytes.len();
        match Source::decode("a", bytes) {
            Err(error) => prop_assert!(error.position().offset <= length),
            Ok(source) => {
                let source = Arc::new(source);
                check_spans(&source, &parse(&source, &Limits::default()))?;
                prop_assert!(source.position(source.text().len()).offset <= length);
            }
        }
    }

    #[test]
    fn any_string_is_read(text in any::<String>()) {
        let source = source(&text);
        check_spans(&source, &parse(&source, &Limits::default()))?;
    }
}
