//! What a rule author got wrong, at its place in the pack.

use std::sync::Arc;

use crate::{check::nearest, document, source::Source, span::Span, text::Phrase};

/// A mistake in a pack. It stops the run: a rule that does not work must not look like a rule
/// that found nothing.
#[derive(Debug, Clone)]
pub struct PackMistake {
    /// The pack.
    pub source: Arc<Source>,
    /// Where in its text.
    pub span: Span,
    /// What is wrong.
    pub message: Phrase,
    /// What to do.
    pub help: Option<Phrase>,
}

/// The text of a pack and its tree, which is built only when a mistake needs a place.
pub(super) struct PackText {
    pub(super) source: Arc<Source>,
    tree: std::cell::OnceCell<document::Parsed>,
}

impl PackText {
    pub(super) fn new(source: Arc<Source>) -> Self {
        Self {
            source,
            tree: std::cell::OnceCell::new(),
        }
    }

    pub(super) fn tree(&self) -> &document::Parsed {
        self.tree
            .get_or_init(|| document::parse(&self.source, &document::Limits::default()))
    }

    fn place(&self, path: &document::Path) -> Option<document::Place<'_>> {
        self.tree()
            .documents
            .first()
            .map(|document| document.at(path))
    }

    /// The value at a path; of a missing one, the key that should hold it.
    pub(super) fn value(&self, path: &document::Path) -> Span {
        let place = self.place(path);
        place
            .map(|p| if p.is_found() { p.value() } else { p.key() })
            .unwrap_or_default()
    }

    /// The key at a path.
    pub(super) fn key(&self, path: &document::Path) -> Span {
        self.place(path)
            .map(|place| place.key())
            .unwrap_or_default()
    }

    /// A part of the text at a path, in bytes of that text.
    pub(super) fn part(&self, path: &document::Path, part: std::ops::Range<usize>) -> Span {
        let span = self
            .place(path)
            .map(|place| place.part(part))
            .unwrap_or_default();
        // An empty part says that something is missing there; show the character before it.
        if span.is_empty() {
            let before = self
                .source
                .text()
                .get(..span.start)
                .and_then(|s| s.chars().next_back());
            let length = before.map_or(0, char::len_utf8);
            return Span::new(span.start - length, span.end);
        }
        span
    }

    pub(super) fn mistake(&self, span: Span, message: Phrase, help: Option<Phrase>) -> PackMistake {
        PackMistake {
            source: Arc::clone(&self.source),
            span,
            message,
            help,
        }
    }
}

/// A typed error of the YAML reader, in words for a rule author.
pub(super) fn explain_typed(
    text: &PackText,
    path: &serde_path_to_error::Path,
    error: &serde_yaml::Error,
) -> PackMistake {
    use serde_path_to_error::Segment;
    let mut steps = Vec::new();
    for segment in path.iter() {
        match segment {
            Segment::Seq { index } => steps.push(document::Step::Index(*index)),
            Segment::Map { key } => steps.push(document::Step::Key(key.clone())),
            Segment::Enum { .. } | Segment::Unknown => {}
        }
    }
    let path: document::Path = steps.into_iter().collect();
    let said = error.to_string();
    let quoted = |after: &str| {
        let rest = said.split_once(after)?.1.strip_prefix('`')?;
        Some(rest.split('`').next().unwrap_or_default().to_owned())
    };
    let expected: Vec<_> = said
        .split_once("expected ")
        .map(|(_, rest)| {
            rest.split('`')
                .skip(1)
                .step_by(2)
                .map(str::to_owned)
                .collect()
        })
        .unwrap_or_default();
    let at_error = || {
        let at = error.location().map_or(0, |location| location.index());
        Span::new(at, at)
    };
    if let Some(name) = quoted("unknown field ") {
        return unknown_field(text, &path, &name, &expected);
    }
    if let Some(name) = quoted("missing field ") {
        let message = Phrase::new(
            format!("di sini belum ada `{name}`"),
            format!("`{name}` is missing here"),
        );
        return text.mistake(text.key(&path), message, None);
    }
    if let Some(name) = quoted("unknown variant ") {
        let message = Phrase::new(
            format!("nilai `{name}` tidak dikenal"),
            format!("the value `{name}` is not known"),
        );
        return text.mistake(
            text.value(&path),
            message,
            Some(suggestion(&name, &expected)),
        );
    }
    let span = text.value(&path);
    let span = if span.is_empty() { at_error() } else { span };
    let said = said.split(" at line ").next().unwrap_or(&said);
    let said = said
        .split_once(": ")
        .filter(|(path, _)| !path.contains(' '))
        .map_or(said, |(_, s)| s);
    let of_shape = said
        .strip_prefix("invalid type: ")
        .or_else(|| said.strip_prefix("invalid value: "))
        .and_then(|rest| rest.split_once(", expected "));
    let message = match of_shape {
        Some((found, wanted)) if is_number(wanted) && found.starts_with("integer ") => {
            let found = quoted("integer ").unwrap_or_default();
            let (id, en) = match found.starts_with('-') {
                true => ("nol atau lebih", "that is not below zero"),
                false => ("yang lebih kecil", "that is smaller"),
            };
            Phrase::new(
                format!("di sini diharapkan bilangan bulat {id}, bukan `{found}`"),
                format!("expected a whole number {en} here, not `{found}`"),
            )
        }
        Some((found, wanted)) => Phrase::new(
            format!(
                "di sini diharapkan {}, bukan {}",
                shape_id(wanted),
                shape_id(found)
            ),
            format!("expected {} here, found {found}", shape_en(wanted)),
        ),
        None => Phrase::new(
            format!("tidak dapat dibaca: {said}"),
            format!("cannot be read: {said}"),
        ),
    };
    text.mistake(span, message, None)
}

fn unknown_field(
    text: &PackText,
    path: &document::Path,
    name: &str,
    expected: &[String],
) -> PackMistake {
    // The path may or may not end with the field itself.
    let ends_with_name =
        matches!(path.steps().last(), Some(document::Step::Key(key)) if key == name);
    let path = if ends_with_name {
        path.clone()
    } else {
        path.clone().key(name)
    };
    let parent = path
        .steps()
        .iter()
        .rev()
        .skip(1)
        .find_map(|step| match step {
            document::Step::Key(key) => Some(key.as_str()),
            document::Step::Index(_) => None,
        });
    let is_check =
        matches!(parent, Some("check" | "of")) && expected.iter().any(|e| e == "required");
    let message = if is_check {
        Phrase::new(
            format!("pemeriksaan `{name}` tidak ada"),
            format!("there is no check `{name}`"),
        )
    } else {
        Phrase::new(
            format!("kunci `{name}` tidak dikenal di sini"),
            format!("the key `{name}` is not known here"),
        )
    };
    text.mistake(text.key(&path), message, Some(suggestion(name, expected)))
}

/// `Mungkin maksud Anda ...`, or all that is possible.
pub(super) fn suggestion(name: &str, known: &[String]) -> Phrase {
    match nearest(name, known.iter().map(String::as_str)) {
        Some(near) => Phrase::new(
            format!("Mungkin maksud Anda `{near}`."),
            format!("Perhaps you mean `{near}`."),
        ),
        None => {
            let all = known.join("`, `");
            Phrase::new(
                format!("Yang dikenal: `{all}`."),
                format!("Known are: `{all}`."),
            )
        }
    }
}

/// serde's words for what it found or wanted, in Indonesian.
fn shape_id(said: &str) -> String {
    let known = [
        ("string", "teks"),
        ("a string", "teks"),
        ("integer", "bilangan bulat"),
        ("floating point", "bilangan pecahan"),
        ("boolean", "nilai benar/salah"),
        ("a boolean", "nilai benar/salah"),
        ("map", "pasangan kunci dan nilai"),
        ("a map", "pasangan kunci dan nilai"),
        ("sequence", "daftar"),
        ("a sequence", "daftar"),
        ("unit value", "nilai kosong"),
        ("null", "nilai kosong"),
        ("a word or a list of words", "satu kata atau daftar kata"),
        (
            "a document as text, or `yaml` with `path` and `text`",
            "dokumen sebagai teks, atau `yaml` dengan `path` dan `text`",
        ),
    ];
    let found = known
        .iter()
        .find(|(english, _)| *english == said)
        .map(|(_, id)| (*id).to_owned());
    found.unwrap_or_else(|| {
        if is_number(said) {
            return "bilangan bulat".to_owned();
        }
        if is_internal(said) {
            return "pasangan kunci dan nilai".to_owned();
        }
        if let Some((kind, value)) = said.split_once(' ')
            && let Some((_, id)) = known.iter().find(|(english, _)| *english == kind)
        {
            return format!("{id} {value}");
        }
        said.to_owned()
    })
}

/// serde's words for what it wanted, without the names that sopan has for it inside.
fn shape_en(said: &str) -> &str {
    match said {
        _ if is_number(said) => "a whole number",
        _ if is_internal(said) => "keys and values",
        said => said,
    }
}

/// The whole numbers of the program, such as `u32`.
fn is_number(said: &str) -> bool {
    let bits = said.strip_prefix(['u', 'i']);
    bits.is_some_and(|bits| bits == "size" || bits.parse::<u8>().is_ok())
}

/// What the program calls a group of keys, such as `struct Pattern`.
fn is_internal(said: &str) -> bool {
    ["struct ", "enum ", "internally tagged enum "]
        .iter()
        .any(|start| said.starts_with(start))
}
