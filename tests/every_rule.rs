//! What holds for every rule that is built in, however many there will be.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

mod common;

use std::collections::BTreeSet;

use common::sopan;
use sopan::{
    rule::{Packs, Rule, RuleSet},
    text::{Lang, Phrase},
};

fn rules() -> RuleSet {
    Packs::builtin().unwrap().compile().unwrap()
}

/// All that a rule says, with the place it says it in.
fn words(rule: &Rule) -> Vec<(&'static str, &Phrase)> {
    let why = rule.why().into_iter().map(|why| ("why", why));
    let always = [("message", rule.message.text()), ("help", rule.help.text())];
    always.into_iter().chain(why).collect()
}

/// The words of a text outside backticks and braces.
fn plain_words(text: &str) -> BTreeSet<String> {
    let outside = text.split('`').step_by(2).collect::<Vec<_>>().join(" ");
    let outside: Vec<_> = outside
        .split('{')
        .map(|part| part.split_once('}').map_or(part, |(_, after)| after))
        .collect();
    let outside = outside.join(" ");
    outside
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

#[test]
fn codes_and_names_are_unique_even_across_families() {
    let rules = rules();
    let names: Vec<_> = rules
        .rules()
        .iter()
        .flat_map(|rule| [rule.code.to_lowercase(), rule.name.clone()])
        .collect();
    let families: BTreeSet<_> = rules
        .rules()
        .iter()
        .map(|r| r.family().to_lowercase())
        .collect();
    let unique: BTreeSet<_> = names.iter().cloned().collect();
    assert_eq!(unique.len(), names.len());
    assert!(
        unique.is_disjoint(&families),
        "a rule has the name of a family"
    );
}

#[test]
fn every_rule_says_what_why_and_what_to_do() {
    for rule in rules().rules() {
        let code = &rule.code;
        assert!(!rule.reference(None).trim().is_empty(), "{code}: reference");
        for (kind, reference) in rule.other_references() {
            assert!(!reference.trim().is_empty(), "{code}: reference for {kind}");
        }
        for (place, phrase) in words(rule) {
            for lang in [Lang::Id, Lang::En] {
                let text = phrase.get(lang);
                assert_eq!(text, text.trim(), "{code}: {place}");
                assert!(!text.is_empty(), "{code}: {place}");
            }
        }
        let message = rule.message.text();
        for lang in [Lang::Id, Lang::En] {
            let text = message.get(lang);
            assert!(
                !text.ends_with(['.', '!']),
                "{code}: a message is no sentence: {text}"
            );
        }
        for lang in [Lang::Id, Lang::En] {
            let text = rule.help.text().get(lang);
            let is_whole = text.ends_with(['.', '}', '`', ')', '?']);
            assert!(is_whole, "{code}: help is a sentence: {text}");
        }
    }
}

#[test]
fn indonesian_words_are_not_english_ones() {
    let english = [
        "the", "is", "are", "not", "and", "or", "missing", "write", "with", "this", "that", "must",
        "value", "key", "file", "found", "expected", "unknown", "invalid", "should", "of", "for",
    ];
    for rule in rules().rules() {
        for (place, phrase) in words(rule) {
            let words = plain_words(phrase.get(Lang::Id));
            let found: Vec<_> = english
                .iter()
                .filter(|word| words.contains(**word))
                .collect();
            assert!(found.is_empty(), "{} {place}: {found:?}", rule.code);
        }
    }
}

#[test]
fn english_words_are_not_indonesian_ones() {
    let indonesian = [
        "yang", "dan", "tidak", "belum", "dengan", "untuk", "harus", "atau", "tulis", "misalnya",
    ];
    for rule in rules().rules() {
        for (place, phrase) in words(rule) {
            let words = plain_words(phrase.get(Lang::En));
            let found: Vec<_> = indonesian
                .iter()
                .filter(|word| words.contains(**word))
                .collect();
            assert!(found.is_empty(), "{} {place}: {found:?}", rule.code);
        }
    }
}

#[test]
fn every_rule_is_explained_in_both_languages() {
    let rules = rules();
    let families: BTreeSet<_> = rules.rules().iter().map(|rule| rule.family()).collect();
    for lang in ["id", "en"] {
        let args = ["explain", "--lang", lang]
            .into_iter()
            .chain(families.iter().copied());
        let out = sopan().args(args).exits(0).stdout;
        for rule in rules.rules() {
            let head = format!("{} {}  ", rule.code, rule.name);
            assert!(out.contains(&head), "{head}");
        }
        let leftover = out
            .lines()
            .find(|line| line.contains("{state}") || line.contains("{value}"));
        assert_eq!(leftover, None);
        for line in out.lines().filter(|line| !line.starts_with("  ")) {
            assert!(line.chars().count() <= 100, "{line}");
        }
    }
}
