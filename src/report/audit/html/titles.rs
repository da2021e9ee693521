//! What the findings of a rule are about, in words that stand by themselves.
//!
//! The message of a rule has places for what a finding is about, so it says little where many
//! findings stand on one line. In Indonesian the name of the rule says it, as names say the
//! problem. In English the message that most findings have says it, or one as an example.

use std::collections::BTreeMap;

use super::Report;
use crate::{
    finding::{Finding, RuleId},
    rule::Rule,
    sanitize::one_line,
    text::Lang,
};

/// The words for each rule that has findings.
#[derive(Debug, Default)]
pub(super) struct Titles {
    words: BTreeMap<RuleId, String>,
}

impl Titles {
    pub(super) fn new(report: &Report<'_>) -> Self {
        let words = match report.lang {
            Lang::Id => {
                let rows = report.audit.rules.iter();
                rows.map(|row| (row.rule, in_words(report.rules.rule(row.rule))))
                    .collect()
            }
            Lang::En => by_messages(report),
        };
        Self { words }
    }

    pub(super) fn of(&self, rule: RuleId) -> &str {
        self.words.get(&rule).map_or("", String::as_str)
    }
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

/// The message that most findings of each rule have, else one of them as an example.
fn by_messages(report: &Report<'_>) -> BTreeMap<RuleId, String> {
    let lang = report.lang;
    let mut counts: BTreeMap<RuleId, BTreeMap<String, usize>> = BTreeMap::new();
    let rows = report.audit.documents.iter();
    let of_documents = rows.flat_map(|row| &row.document.findings);
    let of_files = report.judged.files.iter().flat_map(|file| &file.findings);
    let mut add = |finding: &Finding| {
        let rule = report.rules.rule(finding.rule);
        let message = one_line(&rule.message.render(lang, &finding.arguments));
        let counts = counts.entry(finding.rule).or_default();
        *counts.entry(message).or_default() += 1;
    };
    of_documents.chain(of_files).for_each(&mut add);
    let words = |(id, counts): (RuleId, BTreeMap<String, usize>)| {
        let all: usize = counts.values().sum();
        let most = counts.into_iter().rev().max_by_key(|(_, count)| *count);
        let (message, count) = most.unwrap_or_default();
        let words = match count * 2 > all {
            true => message,
            false => format!("{} {message}", lang.pick("Misalnya:", "For example:")),
        };
        (id, words)
    };
    counts.into_iter().map(words).collect()
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
