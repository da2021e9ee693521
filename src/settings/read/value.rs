//! The values under keys, read by the form that the table of keys states.

use std::sync::Arc;

use crate::{
    document::{Document, NodeId, Path, Value as Node},
    finding::Severity,
    settings::{Diagnostic, Form, Globs, Key, Pattern, Placed, Reach, SEVERITY_WORDS, words},
    source::Source,
    span::Span,
    text::Phrase,
};

/// What stands under a key.
#[derive(Debug)]
enum Value {
    Text(Placed<String>),
    Texts(Vec<Placed<String>>),
    Truth(Placed<bool>),
    Number(Placed<f64>),
    Globs(Placed<Globs>),
    Severities(Vec<(Placed<String>, Placed<Severity>)>),
    Section(Values),
    Entries(Vec<(Span, Values)>),
    /// Its form is wrong, which was said.
    Wrong,
}

/// Keys that are known, with what stands under them.
#[derive(Debug, Default)]
pub(super) struct Values(Vec<(&'static Key, Span, Value)>);

/// Reads values; each mistake is noted at its place.
pub(super) struct Reader<'a> {
    pub(super) source: &'a Arc<Source>,
    pub(super) document: &'a Document,
    pub(super) diagnostics: Vec<Diagnostic>,
}

macro_rules! take {
    ($name:ident, $variant:ident, $type:ty) => {
        pub(super) fn $name(&mut self, key: &str) -> $type {
            match self.take(key) {
                Some(Value::$variant(value)) => value.into(),
                _ => Default::default(),
            }
        }
    };
}

impl Values {
    take!(text, Text, Option<Placed<String>>);
    take!(texts, Texts, Vec<Placed<String>>);
    take!(truth, Truth, Option<Placed<bool>>);
    take!(number, Number, Option<Placed<f64>>);
    take!(globs, Globs, Option<Placed<Globs>>);
    take!(
        severities,
        Severities,
        Vec<(Placed<String>, Placed<Severity>)>
    );
    take!(section, Section, Self);
    take!(entries, Entries, Vec<(Span, Self)>);

    /// Takes the value out; what is left tells that the key was there.
    fn take(&mut self, key: &str) -> Option<Value> {
        let (.., value) = self.0.iter_mut().find(|(known, ..)| known.name == key)?;
        Some(std::mem::replace(value, Value::Wrong))
    }

    /// Whether the key is there with a value.
    pub(super) fn has(&self, key: &str) -> bool {
        self.0.iter().any(|(known, ..)| known.name == key)
    }

    /// The keys of this reach, with their places.
    pub(super) fn of_reach(&self, reach: Reach) -> Vec<Placed<&'static str>> {
        let found = self.0.iter().filter(|(key, ..)| key.reach == reach);
        let placed = |(key, span, _): &(&'static Key, Span, Value)| Placed {
            value: key.name,
            span: *span,
        };
        found.map(placed).collect()
    }
}

impl Reader<'_> {
    /// Notes a mistake.
    pub(super) fn mistake(&mut self, span: Span, message: Phrase, help: impl Into<Option<Phrase>>) {
        let mistake = Diagnostic::error(self.source, span, message).help(help);
        self.diagnostics.push(mistake);
    }

    /// The known keys of a mapping; `above` are the names of the keys it stands under.
    pub(super) fn keys(&mut self, node: NodeId, keys: &'static [Key], above: &[&str]) -> Values {
        let document = self.document;
        let mut values = Values::default();
        for (name, span, value) in document.keys(node) {
            let Some(key) = keys.iter().find(|key| key.name == name) else {
                self.unknown_key(name, span, keys, above);
                continue;
            };
            // A key without a value says nothing: its list may be commented out.
            if document.value(value) != Node::Null {
                let read = self.value(value, key);
                values.0.push((key, span, read));
            }
        }
        values
    }

    fn unknown_key(&mut self, name: &str, span: Span, keys: &[Key], above: &[&str]) {
        let message = match above.last() {
            Some(above) => Phrase::new(
                format!("kunci `{name}` tidak dikenal di dalam `{above}`"),
                format!("the key `{name}` is not known in `{above}`"),
            ),
            None => Phrase::new(
                format!("kunci `{name}` tidak dikenal dalam setelan"),
                format!("the key `{name}` is not known in settings"),
            ),
        };
        let at_top = super::KEYS.iter().any(|key| key.name == name);
        let inner = super::KEYS
            .iter()
            .find(|key| above.is_empty() && key.inner().iter().any(|inner| inner.name == name));
        let help = if name == crate::document::KIND_KEY {
            Phrase::new(
                "Dokumen layanan tidak boleh bernama sopan.yaml; beri nama lain.",
                "A document must not be named sopan.yaml; give it another name.",
            )
        } else if at_top && !above.is_empty() {
            Phrase::new(
                format!("`{name}` hanya dapat ditulis di tingkat teratas."),
                format!("`{name}` can stand at the top only."),
            )
        } else if let Some(outer) = inner {
            Phrase::new(
                format!("`{name}` ditulis di dalam `{}`.", outer.name),
                format!("`{name}` stands inside `{}`.", outer.name),
            )
        } else {
            let names: Vec<_> = keys.iter().map(|key| key.name).collect();
            words::suggestion(name, &names)
        };
        self.mistake(span, message, help);
    }

    fn value(&mut self, node: NodeId, key: &'static Key) -> Value {
        let document = self.document;
        let span = document.place(node).value();
        let shape = document.value(node);
        match (key.form, shape) {
            (Form::Text | Form::Path, Node::Scalar { text, .. }) => Value::Text(Placed {
                value: text.trim().to_owned(),
                span,
            }),
            (Form::Word(words), Node::Scalar { text, .. }) if words.contains(&text.trim()) => {
                Value::Text(Placed {
                    value: text.trim().to_owned(),
                    span,
                })
            }
            (Form::Word(known), Node::Scalar { text, .. }) => {
                self.unknown_word(text, span, key.name, known);
                Value::Wrong
            }
            (Form::Truth, Node::Scalar { text: "true", .. }) => {
                Value::Truth(Placed { value: true, span })
            }
            (Form::Truth, Node::Scalar { text: "false", .. }) => {
                Value::Truth(Placed { value: false, span })
            }
            (Form::Number(least, most), Node::Scalar { text, .. }) => {
                let number = text.trim().parse::<f64>().ok();
                match number.filter(|number| (least..=most).contains(number)) {
                    Some(value) => Value::Number(Placed { value, span }),
                    None => self.wrong(span, key, Some(text)),
                }
            }
            (Form::Paths | Form::Rules, Node::Scalar { .. } | Node::List) => {
                Value::Texts(self.texts(node, key))
            }
            (Form::Globs, Node::Scalar { .. } | Node::List) => {
                let before = self.diagnostics.len();
                let mut patterns = Vec::new();
                for text in self.texts(node, key) {
                    match Pattern::parse(&text.value, text.span) {
                        Ok(pattern) => patterns.push(pattern),
                        Err(reason) => self.mistake(text.span, reason, None),
                    }
                }
                if patterns.is_empty() && self.diagnostics.len() > before {
                    return Value::Wrong;
                }
                let value = Globs::new(patterns);
                Value::Globs(Placed { value, span })
            }
            (Form::Severities, Node::Map) => Value::Severities(self.severities(node)),
            (Form::Section(keys), Node::Map) => Value::Section(self.keys(node, keys, &[key.name])),
            (Form::Entries(keys), Node::List) => {
                let mut entries = Vec::new();
                for &item in document.items(node) {
                    let span = document.place(item).key();
                    match document.value(item) {
                        Node::Map => {
                            let values = self.keys(item, keys, &[key.name]);
                            entries.push((span, values));
                        }
                        _ => drop(self.wrong(span, key, None)),
                    }
                }
                Value::Entries(entries)
            }
            (_, shape) => {
                let text = match shape {
                    Node::Scalar { text, .. } => Some(text),
                    _ => None,
                };
                self.wrong(span, key, text)
            }
        }
    }

    fn wrong(&mut self, span: Span, key: &Key, text: Option<&str>) -> Value {
        let (name, wanted) = (key.name, key.form.title());
        let found = text.map(|text| format!("`{}`", text.trim()));
        let not = |word: &str| {
            let found = found.as_ref();
            found
                .map(|found| format!(", {word} {found}"))
                .unwrap_or_default()
        };
        use crate::text::Lang;
        let message = Phrase::new(
            format!(
                "nilai `{name}` harus {}{}",
                wanted.get(Lang::Id),
                not("bukan")
            ),
            format!("`{name}` takes {}{}", wanted.get(Lang::En), not("not")),
        );
        let example = key.example.split_once('\n').map_or(key.example, |_| "");
        let help = (!example.is_empty()).then(|| {
            Phrase::new(
                format!("Contoh: `{example}`."),
                format!("Example: `{example}`."),
            )
        });
        self.mistake(span, message, help);
        Value::Wrong
    }

    fn unknown_word(&mut self, text: &str, span: Span, name: &str, known: &[&str]) {
        let text = text.trim();
        let message = Phrase::new(
            format!("nilai `{text}` tidak dapat dipakai untuk `{name}`"),
            format!("the value `{text}` cannot be used for `{name}`"),
        );
        self.mistake(span, message, words::suggestion(text, known));
    }

    /// The texts of a list, or a single one.
    fn texts(&mut self, node: NodeId, key: &Key) -> Vec<Placed<String>> {
        let document = self.document;
        let nodes = match document.value(node) {
            Node::List => document.items(node).to_vec(),
            _ => vec![node],
        };
        let mut texts = Vec::new();
        for node in nodes {
            let span = document.place(node).value();
            match document.value(node) {
                Node::Scalar { text, .. } if !text.trim().is_empty() => texts.push(Placed {
                    value: text.trim().to_owned(),
                    span,
                }),
                // An alias or an empty entry: its own place may be empty.
                _ => {
                    let span = if span.is_empty() {
                        document.at(&Path::root().key(key.name)).key()
                    } else {
                        span
                    };
                    drop(self.wrong(span, key, None));
                }
            }
        }
        texts
    }

    fn severities(&mut self, node: NodeId) -> Vec<(Placed<String>, Placed<Severity>)> {
        let document = self.document;
        let mut found = Vec::new();
        for (name, name_span, value) in document.keys(node) {
            let span = document.place(value).value();
            let text = document.text(value).unwrap_or_default().trim();
            let severity = text.parse::<Severity>();
            let name = name.trim().to_owned();
            match severity {
                Ok(value) => found.push((
                    Placed {
                        value: name,
                        span: name_span,
                    },
                    Placed { value, span },
                )),
                Err(_) if matches!(text, "off" | "never" | "none" | "mati") => {
                    let message = Phrase::new(
                        format!("`{text}` bukan tingkat temuan"),
                        format!("`{text}` is no severity"),
                    );
                    let help = Phrase::new(
                        format!("Untuk mematikan aturan, tulis `disable: [{name}]`."),
                        format!("To turn a rule off, write `disable: [{name}]`."),
                    );
                    self.mistake(span, message, help);
                }
                Err(_) => self.unknown_word(text, span, &name, SEVERITY_WORDS),
            }
        }
        found
    }
}
