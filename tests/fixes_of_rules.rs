//! The fixes that rules carry, on the examples of every rule.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

use std::collections::{BTreeMap, BTreeSet};

use sopan::{
    document::Limits,
    finding::RuleId,
    fix::{Mended, Offer, mend},
    lint::Linter,
    rule::{Packs, RuleSet},
};

fn rules() -> RuleSet {
    Packs::builtin().unwrap().compile().unwrap()
}

/// The placeholder that the skeleton of a component leaves for a person to fill in.
const PLACEHOLDER: &str = "BHS001";

/// Fixes that bring another finding, and why that is right.
const MAY_BRING: &[(&str, &str)] = &[
    // The regulation in force was itself amended; which of its amendments count is for a person
    // to say, and the repealed one had nothing to say about it.
    ("HKM003", "HKM005"),
    // What stands under a key is looked at only once the key has its right name.
    ("DOK011", "SOP020"),
    ("DOK011", "SOP026"),
];

fn linter(rules: &RuleSet) -> Linter<'_> {
    Linter {
        rules,
        today: jiff::civil::date(2026, 11, 21),
        limits: Limits::default(),
        excerpts: false,
    }
}

/// How many findings each rule has, each looked at by itself so that examples need no kind.
fn counts(rules: &RuleSet, bytes: &[u8]) -> BTreeMap<RuleId, usize> {
    let linter = linter(rules);
    let count = |id| {
        let only = Some((id, rules.rule(id)));
        let file = linter.check_bytes("a.yaml", bytes.to_owned(), only);
        let of_documents = file.documents.iter().flat_map(|d| &d.findings);
        let all = of_documents.chain(&file.findings);
        let number = all.filter(|finding| finding.rule == id).count();
        (id, number)
    };
    rules.ids().map(count).filter(|(_, n)| *n > 0).collect()
}

/// The fixes of one rule in a text.
fn offers(rules: &RuleSet, id: RuleId, bytes: &[u8]) -> Vec<Offer> {
    let only = Some((id, rules.rule(id)));
    let file = linter(rules).check_bytes("a.yaml", bytes.to_owned(), only);
    let mut offers = Offer::all(&file, rules, true);
    offers.retain(|offer| offer.rule == id);
    offers
}

/// The text after just these fixes.
fn once(bytes: &[u8], offers: Vec<Offer>) -> Mended {
    let mut offers = Some(offers);
    mend(bytes, &Limits::default(), |_| {
        offers.take().unwrap_or_default()
    })
}

fn code(rules: &RuleSet, id: RuleId) -> String {
    rules.rule(id).code.clone()
}

/// Every example with a fix: the rule, and the text in several forms of file.
fn examples(rules: &RuleSet) -> Vec<(RuleId, Vec<u8>)> {
    let mut found = Vec::new();
    for id in rules.ids() {
        for example in &rules.rule(id).examples().fail {
            if example.bytes.is_some() || example.simulate.is_some() {
                continue;
            }
            let mut texts = vec![example.yaml.trim_end_matches('\n').to_owned()];
            if !example.yaml.contains("jenis:") {
                texts.push(format!("jenis: standar-pelayanan\n{}", texts[0]));
            }
            for text in texts {
                let unix = format!("# kepala\n{text}\n");
                let windows = format!("\u{feff}{}", unix.replace('\n', "\r\n"));
                found.extend([unix, windows, text].map(|text| (id, text.into_bytes())));
            }
        }
    }
    found
}

#[test]
fn a_key_of_another_kind_is_no_slip_of_the_pen() {
    let rules = rules();
    let of_key = rules.find("DOK011");
    for (key, is_safe) in [("tanggal_pembuatan", false), ("tanggal_penetapn", true)] {
        let text = format!("jenis: standar-pelayanan\n{key}: 2025-01-01\n");
        let only = of_key.first().map(|id| (*id, rules.rule(*id)));
        let file = linter(&rules).check_bytes("a.yaml", text.into_bytes(), only);
        let offers = |with_unsafe| Offer::all(&file, &rules, with_unsafe).len();
        assert_eq!(
            (offers(true), offers(false)),
            (1, usize::from(is_safe)),
            "{key}"
        );
    }
}

#[test]
fn a_fix_takes_its_finding_away_and_brings_no_other() {
    let rules = rules();
    let mut fixed = BTreeSet::new();
    let mut wrong = Vec::new();
    for (id, bytes) in examples(&rules) {
        for offer in offers(&rules, id, &bytes) {
            let shown = String::from_utf8_lossy(&bytes).into_owned();
            let is_skeleton = offer.order.is_some();
            let mended = once(&bytes, vec![offer]);
            let after = String::from_utf8_lossy(&mended.bytes).into_owned();
            if !mended.refused.is_empty() {
                wrong.push(format!(
                    "{}: {:?}\n{shown}",
                    code(&rules, id),
                    mended.refused
                ));
                continue;
            }
            let before = counts(&rules, &bytes);
            let mut found = counts(&rules, &mended.bytes);
            if is_skeleton {
                // The gap is seen until a person has filled it in.
                let placeholder = rules.find(PLACEHOLDER)[0];
                let known = before.get(&placeholder).copied().unwrap_or_default();
                assert_eq!(found.get(&placeholder), Some(&(known + 1)), "{after}");
                found.remove(&placeholder);
            }
            let is_gone = found.get(&id).copied().unwrap_or_default() < before[&id];
            let is_allowed = |brought: RuleId| {
                let codes = (code(&rules, id), code(&rules, brought));
                MAY_BRING.contains(&(&codes.0, &codes.1))
            };
            let brings = found.iter().any(|(other, count)| {
                count > before.get(other).unwrap_or(&0) && !is_allowed(*other)
            });
            if !is_gone || brings {
                let names = |counts: &BTreeMap<RuleId, usize>| -> Vec<_> {
                    counts
                        .iter()
                        .map(|(id, n)| (code(&rules, *id), *n))
                        .collect()
                };
                wrong.push(format!(
                    "{}: before {:?}, after {:?}\n{shown}\n=>\n{after}",
                    code(&rules, id),
                    names(&before),
                    names(&found)
                ));
            }
            fixed.insert(code(&rules, id));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n-----\n"));

    let guide = include_str!("../docs/memperbaiki.md");
    let rows = guide.lines().filter(|line| line.starts_with("| `"));
    let codes = rows.flat_map(|row| row.split('|').nth(1).unwrap_or_default().split('`'));
    let is_code = |word: &&str| rules.rules().iter().any(|rule| rule.code == **word);
    let told: BTreeSet<String> = codes.filter(is_code).map(str::to_owned).collect();
    assert_eq!(told, fixed, "the rules with fixes in docs/memperbaiki.md");
}
