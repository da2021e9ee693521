//! `sopan explain RULE`: what it asks, why, and how it looks when right and wrong.

use super::{
    args::{Explain, Global},
    exit::Exit,
    failure::Failure,
    output::Output,
    rules::load,
};
use crate::{
    report::{self, Painter},
    rule::{Example, Rule, RuleSet},
    sanitize::visible,
    text::Lang,
};

pub(super) fn run(explain: &Explain, global: &Global) -> Result<Exit, Failure> {
    let set = load(global)?;
    let output = Output::new(global);
    let lang = global.lang();
    let painter = Painter::new(&report::Options {
        lang,
        today: jiff::civil::Date::default(),
        colour: output.has_colour(global.color),
        width: output.width(),
        most_pictures: None,
    });
    let mut pages = Vec::new();
    for name in &explain.rules_wanted {
        let found = set.find(name);
        if found.is_empty() {
            let nearest = set.nearest(name).map(str::to_owned);
            return Err(Failure::UnknownRule {
                name: name.clone(),
                nearest,
            });
        }
        pages.extend(
            found
                .into_iter()
                .map(|id| page(&set, set.rule(id), &painter, lang)),
        );
    }
    output.write(pages.join("\n").as_bytes())?;
    Ok(Exit::Clean)
}

fn page(set: &RuleSet, rule: &Rule, painter: &Painter, lang: Lang) -> String {
    let wrap = |text: &str| {
        let options = painter
            .wrapping()
            .initial_indent("  ")
            .subsequent_indent("  ");
        textwrap::fill(&visible(text), options)
    };
    let level = rule.severity.title();
    let mut text = format!(
        "{} {}  {}\n",
        painter.strong(&rule.code),
        painter.strong(&rule.name),
        painter.level(rule.severity, level.get(lang))
    );
    let mut section = |title: &str, body: String| {
        text.push_str(&format!("\n{}\n{body}\n", painter.strong(title)));
    };
    section(
        lang.pick("Pesan", "Message"),
        wrap(rule.message.text().get(lang)),
    );
    if let Some(why) = &rule.why {
        section(lang.pick("Mengapa", "Why"), wrap(why.get(lang)));
    }
    section(
        lang.pick("Cara memperbaiki", "How to mend it"),
        wrap(rule.help.text().get(lang)),
    );
    section(lang.pick("Dasar", "Basis"), wrap(&references(rule)));
    if let Some(pack) = set.pack(rule) {
        let pack = format!("{} ({})", pack.title.get(lang), pack.source);
        section(lang.pick("Paket", "Pack"), wrap(&pack));
    }
    section(lang.pick("Salah", "Wrong"), examples(&rule.examples.fail));
    section(lang.pick("Benar", "Right"), examples(&rule.examples.pass));
    let silence = lang.pick("alasan", "reason");
    section(
        lang.pick("Mengabaikan", "Silencing"),
        format!("  # sopan: abaikan {} -- {silence}", rule.name),
    );
    text
}

fn references(rule: &Rule) -> String {
    let mut references = vec![rule.reference(None).to_owned()];
    references.extend(
        rule.other_references()
            .map(|(kind, text)| format!("{kind}: {text}")),
    );
    references.join("; ")
}

/// The examples, each indented, with a line between them.
fn examples(examples: &[Example]) -> String {
    let shown = examples.iter().filter(|example| !example.yaml.is_empty());
    let indent = |example: &Example| {
        let lines = example
            .yaml
            .lines()
            .map(|line| format!("  {}", visible(line)));
        lines.collect::<Vec<_>>().join("\n")
    };
    let shown: Vec<_> = shown.map(indent).collect();
    if shown.is_empty() {
        "  -".to_owned()
    } else {
        shown.join("\n  ---\n")
    }
}
