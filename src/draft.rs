//! A new document to fill in, made of what the packs say of its kind.

use crate::{
    document::KIND_KEY,
    rule::{BLANK, KeyGuide, Kind, KindGuide, RuleSet, Shape},
    text::{Lang, Phrase},
};

/// What stands where the author has to write something. The rule `isian-belum-diganti` finds
/// it, so that no such place is forgotten.
pub const PLACEHOLDER: &str = "mohon diisi";

/// What is known of a new document beforehand, by its keys.
#[derive(Debug, Clone, Default)]
pub struct Head {
    /// Its `nama`.
    pub name: Option<String>,
    /// Its `unit`.
    pub unit: Option<String>,
    /// Its `wilayah`.
    pub region: Option<String>,
}

impl Head {
    fn get(&self, key: &str) -> Option<&str> {
        let value = match key {
            "nama" => &self.name,
            "unit" => &self.unit,
            "wilayah" => &self.region,
            _ => return None,
        };
        value.as_deref()
    }
}

/// Columns of a comment.
const WIDTH: usize = 92;

/// The text of a new document of this kind: every key that it must have, with
/// [`PLACEHOLDER`] where something has to be written, and the others as comments. The
/// comments tell what belongs there and which article asks for it.
pub fn draft(set: &RuleSet, kind: &Kind, head: &Head, lang: Lang) -> String {
    let guide = KindGuide::new(set, kind);
    let mut text = introduction(kind, lang);
    let mut group: Option<&Phrase> = None;
    for key in guide.top_keys() {
        let Some(about) = guide.key(&[key]) else {
            continue;
        };
        if key == KIND_KEY {
            text.push_str(&format!("\n{KIND_KEY}: {}\n", kind.name));
            continue;
        }
        // A key of no group stays with those above it: a heading of its own would only cut
        // the group in two.
        if let Some(title) = about.group.filter(|title| group != Some(*title)) {
            group = Some(title);
            let title = capital(title.get(lang));
            text.push_str(&format!("\n\n# ==== {title} ====\n"));
        }
        text.push('\n');
        text.push_str(&entry(key, &about, head.get(key), lang));
    }
    if kind.form.open {
        let more = lang.pick(
            "Jenis ini boleh memuat bagian lain; tambahkan di bawah.",
            "This kind may have other parts too; add them below.",
        );
        text.push_str(&format!("\n{}", comment(more, "")));
    }
    text
}

fn introduction(kind: &Kind, lang: Lang) -> String {
    let title = kind.title.get(lang);
    let lines = [
        lang.pick(format!("Draf {title}."), format!("Draft: {title}.")),
        lang.pick(
            format!("Ganti setiap `{PLACEHOLDER}`, lalu jalankan `sopan check` pada berkas ini."),
            format!("Replace every `{PLACEHOLDER}`, then run `sopan check` on this file."),
        ),
        lang.pick(
            "Kunci yang diawali `#` tidak wajib: hapus `# ` di depannya untuk memakainya."
                .to_owned(),
            "Keys behind a `#` are optional: take the `# ` away to use them.".to_owned(),
        ),
    ];
    lines.iter().map(|line| comment(line, "")).collect()
}

/// A key with its comment.
fn entry(key: &str, about: &KeyGuide<'_>, given: Option<&str>, lang: Lang) -> String {
    let mut text = String::new();
    let title = about.title.map_or(key, |title| title.get(lang));
    let said = about.about.map(|about| about.get(lang));
    match said {
        Some(said) => text.push_str(&comment(&format!("{}: {said}", capital(title)), "  ")),
        None => text.push_str(&comment(&capital(title), "")),
    }
    if let Some(reference) = about.reference {
        let basis = lang.pick("Dasar", "Basis");
        text.push_str(&comment(&format!("{basis}: {reference}"), "  "));
    }
    if let Some(given) = given {
        text.push_str(&format!("{key}: {}\n", quoted(given)));
        return text;
    }
    let template = about.template.map(str::to_owned);
    let template = template.or_else(|| about.is_required.then(|| blank(about)));
    let Some(template) = template else {
        let example = about.example.unwrap_or_default();
        let written = written(key, example);
        let lines = written.lines().map(|line| format!("# {line}\n"));
        text.extend(lines);
        return text;
    };
    if template.contains(BLANK)
        && let Some(example) = about.example
    {
        let label = lang.pick("Contoh", "Example");
        let mut lines = example.trim_end().lines();
        match (lines.next(), lines.next()) {
            (Some(only), None) if !only.starts_with("- ") => {
                text.push_str(&format!("# {label}: {only}\n"));
            }
            _ => {
                text.push_str(&format!("# {label}:\n"));
                text.extend(
                    example
                        .trim_end()
                        .lines()
                        .map(|line| format!("#   {line}\n")),
                );
            }
        }
    }
    text.push_str(&written(key, &template.replace(BLANK, PLACEHOLDER)));
    text
}

/// A value with nothing but a blank, in the shape of the example.
fn blank(about: &KeyGuide<'_>) -> String {
    let as_list = match about.example {
        Some(example) => example.starts_with("- "),
        None => about.may_be(Shape::List) && !about.form.form.0.is_empty(),
    };
    if as_list {
        format!("- {BLANK}")
    } else {
        BLANK.to_owned()
    }
}

/// A key with its value in block style.
fn written(key: &str, value: &str) -> String {
    let value = value.trim_end();
    let is_block = value.contains('\n') || value.starts_with("- ");
    if is_block {
        let lines = value.lines().map(|line| format!("  {line}\n"));
        return format!("{key}:\n{}", lines.collect::<String>());
    }
    let line = format!("{key}: {value}");
    format!("{}\n", line.trim_end())
}

/// A text as the value of a key, in quotes where YAML needs them.
fn quoted(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let yaml = serde_yaml::to_string(&words).unwrap_or_default();
    match yaml.trim_end() {
        yaml if yaml.is_empty() || yaml.contains('\n') => {
            serde_json::to_string(&words).unwrap_or_default()
        }
        yaml => yaml.to_owned(),
    }
}

fn comment(text: &str, indent: &str) -> String {
    let options = textwrap::Options::new(WIDTH)
        .initial_indent("# ")
        .break_words(false);
    let rest = format!("# {indent}");
    let options = options.subsequent_indent(&rest);
    format!("{}\n", textwrap::fill(text, options))
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + chars.as_str()
}
