//! A document as a tree, and as YAML in the habits of the one who wrote it.

/// A value and what is below it.
#[derive(Debug, Clone)]
pub(crate) enum Value {
    Text(String),
    List(Vec<Value>),
    Map(Map),
}

/// Keys with their values, in order.
pub(crate) type Map = Vec<(String, Value)>;

impl Value {
    /// A list of texts.
    pub(crate) fn texts(texts: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let texts = texts.into_iter().map(|text| Self::Text(text.into()));
        Self::List(texts.collect())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// A map of texts.
pub(crate) fn map<const N: usize>(entries: [(&str, &str); N]) -> Value {
    let entries = entries.map(|(key, value)| (key.to_owned(), value.into()));
    Value::Map(entries.into())
}

/// How somebody writes YAML.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    /// The quotation mark around what needs one.
    pub(crate) quote: char,
    /// Maps of a line are written between braces.
    pub(crate) braces: bool,
    /// Long texts are broken into lines.
    pub(crate) folded: bool,
    /// Items of a list stand further in than its key.
    pub(crate) indented: bool,
}

/// Longest line that is not broken, in bytes.
const LONG: usize = 100;

impl Style {
    /// The document, with an empty line before each of these keys.
    pub(crate) fn write(self, document: &Map, groups: &[&str]) -> String {
        let mut out = String::with_capacity(8192);
        for entry in document {
            if groups.contains(&entry.0.as_str()) {
                out.push('\n');
            }
            self.entry(&mut out, entry, 0);
        }
        out
    }

    fn entry(self, out: &mut String, (key, value): &(String, Value), depth: usize) {
        out.push_str(key);
        out.push(':');
        self.value(out, value, depth);
    }

    /// What follows a colon.
    fn value(self, out: &mut String, value: &Value, depth: usize) {
        match value {
            Value::Text(text) => {
                out.push(' ');
                self.text(out, text, depth + 2);
                out.push('\n');
            }
            Value::List(items) => {
                out.push('\n');
                let inner = if self.indented { depth + 2 } else { depth };
                for item in items {
                    indent(out, inner);
                    out.push_str("- ");
                    self.item(out, item, inner + 2);
                }
            }
            Value::Map(entries) => match self.line(entries) {
                Some(line) => {
                    out.push(' ');
                    out.push_str(&line);
                    out.push('\n');
                }
                None => {
                    out.push('\n');
                    for entry in entries {
                        indent(out, depth + 2);
                        self.entry(out, entry, depth + 2);
                    }
                }
            },
        }
    }

    /// What follows the dash of an item.
    fn item(self, out: &mut String, item: &Value, depth: usize) {
        match item {
            Value::Text(text) => {
                self.text(out, text, depth);
                out.push('\n');
            }
            Value::Map(entries) => match self.line(entries) {
                Some(line) => {
                    out.push_str(&line);
                    out.push('\n');
                }
                None => {
                    for (at, entry) in entries.iter().enumerate() {
                        if at > 0 {
                            indent(out, depth);
                        }
                        self.entry(out, entry, depth);
                    }
                }
            },
            Value::List(items) => {
                let items: Vec<_> = items.iter().filter_map(|item| self.short(item)).collect();
                out.push_str(&format!("[{}]\n", items.join(", ")));
            }
        }
    }

    /// The map between braces, where this is the habit and all of it is text that fits.
    fn line(self, entries: &Map) -> Option<String> {
        let mut parts = Vec::with_capacity(entries.len());
        for (key, value) in entries {
            parts.push(format!("{key}: {}", self.short(value)?));
        }
        let line = format!("{{{}}}", parts.join(", "));
        (self.braces && line.len() < LONG).then_some(line)
    }

    fn short(self, value: &Value) -> Option<String> {
        match value {
            Value::Text(text) if text.contains([',', '[', ']', '{', '}']) => {
                Some(self.quoted(text))
            }
            Value::Text(text) if is_plain(text) => Some(text.clone()),
            Value::Text(text) => Some(self.quoted(text)),
            Value::List(_) | Value::Map(_) => None,
        }
    }

    fn text(self, out: &mut String, text: &str, depth: usize) {
        if text.contains('\n') {
            out.push('|');
            for line in text.lines() {
                out.push('\n');
                indent(out, depth);
                out.push_str(line);
            }
        } else if self.folded && text.len() > LONG {
            out.push_str(">-");
            let mut column = LONG;
            for word in text.split(' ') {
                if column + word.len() > LONG - 10 {
                    out.push('\n');
                    indent(out, depth);
                    column = 0;
                } else {
                    out.push(' ');
                }
                out.push_str(word);
                column += word.len() + 1;
            }
        } else if is_plain(text) {
            out.push_str(text);
        } else {
            out.push_str(&self.quoted(text));
        }
    }

    fn quoted(self, text: &str) -> String {
        match self.quote {
            '"' => format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
            _ => format!("'{}'", text.replace('\'', "''")),
        }
    }
}

fn indent(out: &mut String, depth: usize) {
    out.extend(std::iter::repeat_n(' ', depth));
}

/// Whether a text means itself without quotation marks. More is quoted than has to be.
fn is_plain(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && !text.ends_with([':', ' '])
        && !text.contains(": ")
        && !text.contains(" #")
        && (digits < text.len() || digits < 4)
}
