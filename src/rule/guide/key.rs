//! All that the packs say of a key, gathered from keys, rules, components and guides.

use super::{GuideSpec, find};
use crate::{
    finding::Severity,
    rule::{Form, Kind, Rule, RuleSet, Shape},
    text::Phrase,
};

/// What the packs say of the keys of a kind of document.
#[derive(Debug)]
pub struct KindGuide<'a> {
    kind: &'a Kind,
    /// The rules for the kind, each with the keys it looks at.
    rules: Vec<(&'a Rule, Vec<Vec<String>>)>,
}

/// What the packs say of a key.
#[derive(Debug)]
pub struct KeyGuide<'a> {
    /// What may stand under it.
    pub form: &'a Form,
    /// How people call it.
    pub title: Option<&'a Phrase>,
    /// What belongs there.
    pub about: Option<&'a Phrase>,
    /// A good value, as YAML.
    pub example: Option<&'a str>,
    /// What `sopan new` writes, where a guide says.
    pub template: Option<&'a str>,
    /// The article that asks for it.
    pub reference: Option<&'a str>,
    /// The group of components it belongs to.
    pub group: Option<&'a Phrase>,
    /// Whether a document without it has an error.
    pub is_required: bool,
    /// The only values it may have; none where it may have others.
    pub allowed: &'a [String],
    /// The rules that look at it.
    pub rules: Vec<&'a Rule>,
}

impl<'a> KindGuide<'a> {
    /// Gathers what the rules say of a kind of document.
    pub fn new(set: &'a RuleSet, kind: &'a Kind) -> Self {
        let rules = set.rules().iter();
        let rules = rules.filter(|rule| rule.is_for_kind(&kind.name));
        let rules = rules.map(|rule| (rule, rule.subjects())).collect();
        Self { kind, rules }
    }

    /// The kind.
    pub fn kind(&self) -> &'a Kind {
        self.kind
    }

    /// The keys at the top of a document, in the order of the guide, then of the components,
    /// then of the alphabet.
    pub fn top_keys(&self) -> Vec<&'a str> {
        let kind = self.kind;
        let guided = kind.guide.iter().map(|spec| spec.key.as_str());
        let components = kind.components.iter().map(|part| part.key.as_str());
        let all = kind.form.keys.keys().map(String::as_str);
        let mut keys: Vec<&str> = Vec::new();
        for key in guided.chain(components).chain(all) {
            if kind.form.keys.contains_key(key) && !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys
    }

    /// What the packs say of the key that these names lead to; `None` where no pack knows it.
    pub fn key(&self, names: &[&str]) -> Option<KeyGuide<'a>> {
        let kind = self.kind;
        let form = find(&kind.form, names.iter().copied())?;
        let spec: Option<&'a GuideSpec> = kind
            .guide
            .iter()
            .find(|spec| spec.names().eq(names.iter().copied()));
        let is_subject = |subjects: &Vec<Vec<String>>| {
            subjects
                .iter()
                .any(|subject| subject.iter().map(String::as_str).eq(names.iter().copied()))
        };
        let rules: Vec<&'a Rule> = self
            .rules
            .iter()
            .filter(|(_, subjects)| is_subject(subjects))
            .map(|(rule, _)| *rule)
            .collect();
        let component = match names {
            [name] => kind.components.iter().find(|part| part.key == *name),
            _ => None,
        };
        let demanding = rules.iter().find(|rule| {
            rule.severity == Severity::Error && rule.required_key() == names.first().copied()
        });
        let demanding = demanding.filter(|_| names.len() == 1);
        let asking = demanding.or_else(|| rules.iter().find(|rule| rule.required_key().is_some()));
        let help = asking.map(|rule| rule.help.text());
        // A help with values in it makes sense only beside a finding.
        let help = help.filter(|help| !help.get(crate::text::Lang::Id).contains('{'));
        let listing = rules
            .iter()
            .find(|rule| rule.severity == Severity::Error && !rule.allowed_values().is_empty());
        Some(KeyGuide {
            form,
            title: form.title.as_ref(),
            about: spec.and_then(|spec| spec.about.as_ref()).or(help),
            example: spec.and_then(|spec| spec.example.as_deref()),
            template: spec.and_then(|spec| spec.template.as_deref()),
            reference: component
                .map(|part| part.reference.as_str())
                .or_else(|| asking.map(|rule| rule.reference(Some(&kind.name)))),
            group: component.map(|part| &part.group),
            is_required: demanding.is_some(),
            allowed: listing
                .map(|rule| rule.allowed_values())
                .unwrap_or_default(),
            rules,
        })
    }
}

impl KeyGuide<'_> {
    /// Whether the value may have this shape.
    pub fn may_be(&self, shape: Shape) -> bool {
        self.form.form.0.is_empty() || self.form.form.0.contains(&shape)
    }
}
