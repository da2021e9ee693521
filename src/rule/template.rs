//! Messages with places for values: `Kunci {key} tidak dikenal`.

use crate::{
    finding::Arguments,
    text::{Lang, Phrase},
};

/// A message in both languages, whose `{name}` are filled from a finding.
#[derive(Debug, Clone)]
pub struct Template {
    text: Phrase,
}

/// A name in braces that the check of the rule does not give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct UnknownName {
    pub(super) lang: Lang,
    pub(super) name: String,
    /// Bytes of the text in that language, with the braces.
    pub(super) range: std::ops::Range<usize>,
}

impl Template {
    /// A template that may use these names.
    pub(super) fn new(text: &Phrase, names: &[&str]) -> Result<Self, UnknownName> {
        for lang in [Lang::Id, Lang::En] {
            for (range, name) in names_in(text.get(lang)) {
                if !names.contains(&name) {
                    let name = name.to_owned();
                    return Err(UnknownName { lang, name, range });
                }
            }
        }
        Ok(Self { text: text.clone() })
    }

    /// The message with its values. A value of many words is cut short.
    pub fn render(&self, lang: Lang, arguments: &Arguments) -> String {
        let text = self.text.get(lang);
        let mut rendered = String::with_capacity(text.len());
        let mut at = 0;
        for (range, name) in names_in(text) {
            rendered.push_str(text.get(at..range.start).unwrap_or_default());
            if let Some(value) = arguments.get(name) {
                rendered.push_str(&shorten(value.get(lang)));
            }
            at = range.end;
        }
        rendered.push_str(text.get(at..).unwrap_or_default());
        capitalise(rendered)
    }

    /// The message as written.
    pub fn text(&self) -> &Phrase {
        &self.text
    }

    /// The message with `…` where a value would stand.
    pub fn with_gaps(&self, lang: Lang) -> String {
        let text = self.text.get(lang);
        let mut shown = String::with_capacity(text.len());
        let mut at = 0;
        for (range, _) in names_in(text) {
            shown.push_str(text.get(at..range.start).unwrap_or_default());
            shown.push('…');
            at = range.end;
        }
        shown.push_str(text.get(at..).unwrap_or_default());
        capitalise(shown)
    }
}

/// The names in braces; braces around anything else are plain text.
fn names_in(text: &str) -> impl Iterator<Item = (std::ops::Range<usize>, &str)> {
    text.match_indices('{').filter_map(|(at, _)| {
        let rest = text.get(at + 1..)?;
        let name = rest.get(..rest.find('}')?)?;
        let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        is_name.then(|| (at..at + name.len() + 2, name))
    })
}

/// Longest value shown inside a message, in characters.
const LONGEST_VALUE: usize = 400;

fn shorten(value: &str) -> String {
    let mut words = value.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((cut, _)) = words.char_indices().nth(LONGEST_VALUE) {
        words.truncate(cut);
        words.push('…');
    }
    words
}

fn capitalise(text: String) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if first.is_lowercase() => first.to_uppercase().chain(chars).collect(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_names_and_leaves_other_braces() {
        let text = Phrase::new("{title} {state}, {lihat: x} {}", "{title} {state}");
        let template = Template::new(&text, &["title", "state"]).unwrap();
        let arguments = Arguments(vec![
            ("title", Phrase::new("biaya", "cost")),
            ("state", Phrase::new("belum ada", "is missing")),
        ]);
        assert_eq!(
            template.render(Lang::Id, &arguments),
            "Biaya belum ada, {lihat: x} {}"
        );
        assert_eq!(template.render(Lang::En, &arguments), "Cost is missing");
        assert_eq!(template.with_gaps(Lang::Id), "… …, {lihat: x} {}");
    }

    #[test]
    fn names_the_unknown_name_with_its_place() {
        let text = Phrase::new("a", "é {titel}");
        let unknown = Template::new(&text, &["title"]).unwrap_err();
        assert_eq!(
            (unknown.lang, unknown.name.as_str(), unknown.range),
            (Lang::En, "titel", 3..10)
        );
    }

    #[test]
    fn cuts_long_values_between_characters() {
        let template = Template::new(&Phrase::same("{value}"), &["value"]).unwrap();
        let arguments = Arguments(vec![("value".into(), Phrase::same("é".repeat(1000)))]);
        let shown = template.render(Lang::Id, &arguments);
        assert_eq!(shown.chars().count(), LONGEST_VALUE + 1);
        assert!(shown.ends_with('…'));
    }
}
