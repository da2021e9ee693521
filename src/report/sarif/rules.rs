//! The rules of a run as SARIF describes them.

use super::{
    level,
    model::{Configuration, Help, Message, RuleOut, RuleProperties, plain},
};
use crate::{
    finding::Severity,
    report::escape,
    rule::{Example, Rule, RuleSet},
    sanitize::visible,
    text::Lang,
};

/// All rules, whether they found something or not, in the order of their ids. None has a
/// `helpUri`: there is no page to lead to.
pub(super) fn all(rules: &RuleSet, lang: Lang) -> Vec<RuleOut<'_>> {
    rules
        .rules()
        .iter()
        .map(|rule| describe(rules, rule, lang))
        .collect()
}

fn describe<'a>(rules: &RuleSet, rule: &'a Rule, lang: Lang) -> RuleOut<'a> {
    let message = rule.message.with_gaps(lang);
    let help = rule.help.with_gaps(lang);
    let why = rule.why().map(|why| why.get(lang));
    let reference = references(rule);
    let basis = lang.pick("Dasar", "Basis");
    let mut text = vec![plain(&help)];
    text.extend(why.map(plain));
    text.push(plain(&format!("{basis}: {reference}")));
    let mut tags = vec![rule.family().to_owned()];
    tags.extend(rules.pack(rule).map(|pack| pack.name.clone()));
    RuleOut {
        id: &rule.code,
        name: &rule.name,
        short_description: Message::new(&message),
        full_description: Message::new(why.unwrap_or(&help)),
        help: Help {
            text: text.join("\n\n"),
            markdown: markdown(
                rule,
                lang,
                &help,
                why,
                &format!("**{basis}**: "),
                &reference,
            ),
        },
        default_configuration: Configuration {
            level: level(rule.severity),
        },
        properties: RuleProperties {
            reference,
            tags,
            problem_severity: match rule.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Info => "recommendation",
            },
        },
    }
}

fn references(rule: &Rule) -> String {
    let mut references = vec![rule.reference(None).to_owned()];
    references.extend(
        rule.other_references()
            .map(|(kind, text)| format!("{kind}: {text}")),
    );
    references.join("; ")
}

fn markdown(
    rule: &Rule,
    lang: Lang,
    help: &str,
    why: Option<&str>,
    basis: &str,
    reference: &str,
) -> String {
    let mut parts = vec![escape::markdown_without_html(help)];
    parts.extend(why.map(escape::markdown_without_html));
    parts.push(format!(
        "{basis}{}",
        escape::markdown_without_html(reference)
    ));
    for (title, examples) in [
        (lang.pick("Salah", "Wrong"), &rule.examples().fail),
        (lang.pick("Benar", "Right"), &rule.examples().pass),
    ] {
        let example = examples.iter().find(|example| !example.yaml.is_empty());
        parts.extend(example.map(|example| format!("**{title}**:\n\n{}", code(example))));
    }
    parts.join("\n\n")
}

/// An example as an indented block, which nothing in it can end.
fn code(example: &Example) -> String {
    let lines = example.yaml.lines();
    let lines = lines.map(|line| format!("    {}", visible(&line.replace('\t', "    "))));
    let text = lines.collect::<Vec<_>>().join("\n");
    text.replace('{', "{{").replace('}', "}}")
}
