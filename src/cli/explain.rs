//! `sopan explain RULE`: what it asks, why, and how it looks when right and wrong.

use jiff::civil::Date;

use super::{
    args::{Explain, Global},
    exit::Exit,
    failure::Failure,
    output::Output,
    rules::{EXAMPLE_DAY, load},
};
use crate::{
    document::Limits,
    finding::{Finding, RuleId},
    lint::Linter,
    report::{self, Painter},
    rule::{Example, Rule, RuleSet},
    sanitize::{one_line, visible},
    text::Lang,
};

pub(super) fn run(explain: &Explain, global: &Global) -> Result<Exit, Failure> {
    let set = load(global)?;
    let output = Output::new(global)?;
    let lang = global.lang();
    let painter = Painter::new(&report::Options {
        lang,
        colour: output.has_colour(global.color),
        width: output.width(),
        ..report::Options::default()
    });
    let mut wanted: Vec<RuleId> = Vec::new();
    for name in &explain.rules_wanted {
        let found = set.find(name);
        if found.is_empty() {
            let nearest = set.nearest(name).map(str::to_owned);
            return Err(Failure::UnknownRule {
                name: name.clone(),
                nearest,
            });
        }
        for id in found {
            if !wanted.contains(&id) {
                wanted.push(id);
            }
        }
    }
    let today = global.today.unwrap_or(EXAMPLE_DAY);
    let pages: Vec<_> = wanted
        .into_iter()
        .map(|id| page(&set, id, &painter, lang, today))
        .collect();
    output.write(pages.join("\n").as_bytes())?;
    Ok(Exit::Clean)
}

fn page(set: &RuleSet, id: RuleId, painter: &Painter, lang: Lang, today: Date) -> String {
    let rule = set.rule(id);
    let (message, help) = words(set, id, lang, today);
    let wrap = |text: &str| {
        let options = painter
            .wrapping()
            .initial_indent("  ")
            .subsequent_indent("  ");
        textwrap::fill(&one_line(text), options)
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
    section(lang.pick("Pesan", "Message"), wrap(&message));
    if let Some(why) = rule.why() {
        section(lang.pick("Mengapa", "Why"), wrap(why.get(lang)));
    }
    section(lang.pick("Cara memperbaiki", "How to mend it"), wrap(&help));
    section(lang.pick("Dasar", "Basis"), references(rule, lang, wrap));
    if let Some(pack) = set.pack(rule) {
        let pack = format!("{} ({})", pack.title.get(lang), pack.source);
        section(lang.pick("Paket", "Pack"), wrap(&pack));
    }
    for (title, shown) in [
        (lang.pick("Salah", "Wrong"), &rule.examples().fail),
        (lang.pick("Benar", "Right"), &rule.examples().pass),
    ] {
        if let Some(body) = examples(shown) {
            section(title, body);
        }
    }
    let silence = lang.pick("alasan", "reason");
    section(
        lang.pick("Mengabaikan", "Silencing"),
        format!("  # sopan: abaikan {} -- {silence}", rule.name),
    );
    text
}

/// Message and help as the first wrong example brings them about; where none does, with a
/// gap for each value.
fn words(set: &RuleSet, id: RuleId, lang: Lang, today: Date) -> (String, String) {
    let rule = set.rule(id);
    let limits = Limits::default();
    let linter = Linter {
        rules: set,
        today,
        limits,
        excerpts: false,
    };
    let texts = rule.examples().fail.iter().map(|example| &example.yaml);
    let finding = texts.filter(|yaml| !yaml.is_empty()).find_map(|yaml| {
        let bytes = yaml.clone().into_bytes();
        let file = linter.check_bytes("contoh.yaml", bytes, Some((id, rule)));
        let of_documents = file.documents.into_iter().flat_map(|d| d.findings);
        let mut all = of_documents.chain(file.findings);
        all.find(|finding| finding.rule == id)
    });
    match finding {
        Some(Finding { arguments, .. }) => (
            rule.message.render(lang, &arguments),
            rule.help.render(lang, &arguments),
        ),
        None => (rule.message.with_gaps(lang), rule.help.with_gaps(lang)),
    }
}

/// The article, and a line for each kind of document in which it is another one.
fn references(rule: &Rule, lang: Lang, wrap: impl Fn(&str) -> String) -> String {
    let mut references = vec![wrap(rule.reference(None))];
    references.extend(rule.other_references().map(|(kind, text)| {
        wrap(&lang.pick(
            format!("Bagi jenis `{kind}`: {text}"),
            format!("For the kind `{kind}`: {text}"),
        ))
    }));
    references.join("\n")
}

/// The examples, each indented, with an empty line between them; none where none is text.
fn examples(examples: &[Example]) -> Option<String> {
    let shown = examples.iter().filter(|example| !example.yaml.is_empty());
    let indent = |example: &Example| {
        let lines = example
            .yaml
            .lines()
            .map(|line| format!("  {}", visible(&line.replace('\t', "→   "))));
        lines.collect::<Vec<_>>().join("\n")
    };
    let shown: Vec<_> = shown.map(indent).collect();
    (!shown.is_empty()).then(|| shown.join("\n\n"))
}
