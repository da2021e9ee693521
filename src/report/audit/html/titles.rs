//! What the findings of a rule are about, in words that stand by themselves.
//!
//! The message of a rule has places for what a finding is about, so it says little where many
//! findings stand on one line. In Indonesian the name of the rule says it, as names say the
//! problem, with a finding as an example. In English the message of a finding says it.

use std::collections::{BTreeMap, btree_map::Entry};

use super::Report;
use crate::{finding::RuleId, rule::Rule, sanitize::one_line, text::Lang};

/// The words for each rule that has findings.
#[derive(Debug, Default)]
pub(super) struct Titles {
    words: BTreeMap<RuleId, Title>,
}

#[derive(Debug)]
struct Title {
    words: String,
    example: Option<String>,
}

impl Titles {
    pub(super) fn new(report: &Report<'_>) -> Self {
        let lang = report.lang;
        let title = |(id, message): (RuleId, Message)| {
            let rule = report.rules.rule(id);
            let is_example = is_particular(rule, lang) && !message.is_only;
            let title = match lang {
                Lang::Id => Title {
                    words: in_words(rule),
                    example: Some(message.text).filter(|text| {
                        is_particular(rule, lang) && text.chars().count() <= LONGEST
                    }),
                },
                Lang::En if is_example => Title {
                    words: format!("For example: {}", message.text),
                    example: None,
                },
                Lang::En => Title {
                    words: message.text,
                    example: None,
                },
            };
            (id, title)
        };
        Self {
            words: messages(report).into_iter().map(title).collect(),
        }
    }

    pub(super) fn of(&self, rule: RuleId) -> &str {
        self.words.get(&rule).map_or("", |title| &title.words)
    }

    /// What one of the findings says, where that says more than the words.
    pub(super) fn example(&self, rule: RuleId) -> Option<&str> {
        self.words.get(&rule)?.example.as_deref()
    }
}

/// Longest example, in characters.
const LONGEST: usize = 160;

/// Whether the message names what only one finding is about. That something is missing or empty
/// is no such thing.
fn is_particular(rule: &Rule, lang: Lang) -> bool {
    let text = rule.message.text().get(lang);
    text.replace("{state}", "").contains('{')
}

/// The name of a rule as people write it: `nomor-sop-dipakai-dua-kali` is `Nomor SOP dipakai dua
/// kali`.
fn in_words(rule: &Rule) -> String {
    let texts = [
        rule.message.text().get(Lang::Id),
        rule.help.text().get(Lang::Id),
    ];
    let words = rule.name.split('-').map(|word| spelled(word, &texts));
    capitalised(&words.collect::<Vec<_>>().join(" "))
}

/// Words with capitals that the texts of a rule need not have.
const PROPER: [&str; 5] = ["SOP", "NIP", "Republik", "Indonesia", "Negara"];

/// A word with its capitals, like `SOP`; the texts of the rule tell those of others.
fn spelled<'a>(word: &'a str, texts: &[&'a str]) -> &'a str {
    let is_it = |one: &&str| one.to_lowercase() == word;
    let is_short = |one: &&str| {
        let letters = || one.chars().filter(|letter| letter.is_alphabetic());
        letters().count() > 1 && letters().all(char::is_uppercase)
    };
    let parts = texts.iter();
    let mut parts = parts.flat_map(|text| text.split(|one: char| !one.is_alphanumeric()));
    let proper = PROPER.into_iter().find(is_it);
    proper
        .or_else(|| parts.find(|one| is_short(one) && is_it(one)))
        .unwrap_or(word)
}

/// The shortest message of a rule.
#[derive(Debug)]
struct Message {
    text: String,
    /// Whether all findings say the same.
    is_only: bool,
}

/// The shortest message of each rule, the first in the alphabet of equally long ones.
fn messages(report: &Report<'_>) -> BTreeMap<RuleId, Message> {
    let rows = report.audit.documents.iter();
    let of_documents = rows.flat_map(|row| &row.document.findings);
    let of_files = report.audit.files.iter().flat_map(|file| &file.findings);
    let mut messages: BTreeMap<RuleId, Message> = BTreeMap::new();
    for finding in of_documents.chain(of_files) {
        let rule = report.rules.rule(finding.rule);
        let text = one_line(&rule.message.render(report.lang, &finding.arguments));
        let message = match messages.entry(finding.rule) {
            Entry::Vacant(entry) => {
                entry.insert(Message {
                    text,
                    is_only: true,
                });
                continue;
            }
            Entry::Occupied(entry) => entry.into_mut(),
        };
        message.is_only &= message.text == text;
        if (text.len(), &text) < (message.text.len(), &message.text) {
            message.text = text;
        }
    }
    messages
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(characters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::Packs;

    #[test]
    fn names_of_rules_read_as_words() {
        let rules = Packs::builtin().unwrap().compile().unwrap();
        for id in rules.ids() {
            let words = in_words(rules.rule(id));
            assert!(!words.contains(['-', '…', '{', '`']), "{words}");
            assert!(words.starts_with(char::is_uppercase), "{words}");
            assert!(!words.contains(" sop"), "{words}");
        }
        let of = |name: &str| in_words(rules.rule(rules.find(name)[0]));
        assert_eq!(
            of("nomor-sop-dipakai-dua-kali"),
            "Nomor SOP dipakai dua kali"
        );
        assert_eq!(of("sp4n-lapor-tidak-disebut"), "SP4N LAPOR tidak disebut");
        assert_eq!(of("isian-belum-diganti"), "Isian belum diganti");
        assert_eq!(of("peringatan-tidak-ada"), "Peringatan tidak ada");
    }
}
