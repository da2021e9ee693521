//! From rules as written to rules that run, with every mistake on the way.

mod examples;

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use super::{
    Conditions, Environment, Explanation, Kind, KindSpec, Rule, RuleSpec, Template, WordList,
    guide, jsonpath,
    load::Loaded,
    mistake::{PackMistake, PackText, suggestion},
};
use crate::{
    check::Check,
    document::{KIND_KEY, Path},
    finding::RuleId,
    text::Phrase,
};

/// The rules, each with the number of its path, and the paths.
pub(super) struct Compiled {
    pub(super) rules: Vec<(usize, Rule)>,
    pub(super) paths: Vec<jsonpath::Path>,
}

/// Compiles the rules of one pack after the other.
pub(super) struct Compiler<'a> {
    kinds: &'a [KindSpec],
    lists: &'a BTreeMap<String, Arc<WordList>>,
    forms: &'a [Kind],
    paths: Vec<jsonpath::Path>,
    rules: Vec<(usize, Rule)>,
    /// Codes and names, with the pack that has them.
    taken: HashMap<String, String>,
    mistakes: Vec<PackMistake>,
}

impl<'a> Compiler<'a> {
    /// For so many rules.
    pub(super) fn new(
        count: usize,
        kinds: &'a [KindSpec],
        lists: &'a BTreeMap<String, Arc<WordList>>,
        forms: &'a [Kind],
    ) -> Self {
        let (paths, mistakes) = (Vec::new(), Vec::new());
        Self {
            kinds,
            lists,
            forms,
            paths,
            // To grow into it takes as much memory again.
            rules: Vec::with_capacity(count),
            taken: HashMap::with_capacity(2 * count),
            mistakes,
        }
    }

    /// The rules, or every mistake.
    pub(super) fn finish(self) -> Result<Compiled, Vec<PackMistake>> {
        if self.mistakes.is_empty() {
            Ok(Compiled {
                rules: self.rules,
                paths: self.paths,
            })
        } else {
            Err(self.mistakes)
        }
    }

    /// Compiles the rules of a pack.
    pub(super) fn pack(&mut self, index: usize, loaded: Loaded) {
        let Loaded {
            pack,
            source,
            trusted,
        } = loaded;
        let text = PackText::new(source);
        self.conditions(&text, &Path::root().key("applies_to"), &pack.applies_to);
        for (number, component) in pack.components.iter().enumerate() {
            if pack.keys.contains_key(&component.key) || trusted {
                continue;
            }
            let keys: Vec<_> = pack.keys.keys().cloned().collect();
            let path = Path::root().key("components").index(number).key("key");
            let message = Phrase::new(
                format!("komponen `{}` tidak ada di `keys` paket ini", component.key),
                format!(
                    "the component `{}` is not among the `keys` of this pack",
                    component.key
                ),
            );
            let help = suggestion(&component.key, &keys);
            self.mistakes
                .push(text.mistake(text.value(&path), message, Some(help)));
        }
        if !trusted {
            self.mistakes
                .extend(guide::mistakes(&text, &pack, self.forms));
        }
        let environment = Environment {
            kinds: self.kinds,
            lists: self.lists,
            trusted,
        };
        for (number, spec) in pack.rules.into_iter().enumerate() {
            let at = Path::root().key("rules").index(number);
            self.rule(
                index,
                &pack.pack,
                &pack.applies_to,
                &text,
                &at,
                spec,
                &environment,
            );
        }
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "one call; a struct would only rename them"
    )]
    fn rule(
        &mut self,
        pack: usize,
        pack_name: &str,
        pack_conditions: &Conditions,
        text: &PackText,
        at: &Path,
        mut spec: RuleSpec,
        environment: &Environment<'_>,
    ) {
        let before = self.mistakes.len();
        self.identity(pack_name, text, at, &spec);
        self.conditions(text, &at.clone().key("applies_to"), &spec.applies_to);
        self.conditions(text, &at.clone().key("unless"), &spec.unless);
        let path = self.given(text, at, &spec.given);
        let check = self.check(text, at, std::mem::take(&mut spec.check), environment);
        let (Some(path), Some(check)) = (path, check) else {
            return;
        };
        let message = self.template(text, &at.clone().key("message"), &spec.message, &*check);
        let help = self.template(text, &at.clone().key("help"), &spec.help, &*check);
        let singular = self.singular(path, &*check);
        // Those of the built-in packs are looked at by the tests.
        if !environment.is_trusted() {
            self.examples(text, at, &spec, singular.is_some());
        }
        let (Some(message), Some(help)) = (message, help) else {
            return;
        };
        if self.mistakes.len() > before {
            return;
        }
        let why = spec.why;
        let explanation = spec.examples.map(|examples| Explanation { why, examples });
        let rule = Rule {
            code: spec.id,
            name: spec.name,
            severity: spec.severity,
            pack,
            given: spec.given,
            message,
            help,
            explanation,
            reference: spec.reference,
            reference_for: spec.reference_for,
            conditions: [pack_conditions.clone(), spec.applies_to],
            unless: spec.unless,
            // Told once all are known.
            wants_as: RuleId(0),
            check,
            singular,
        };
        self.rules.push((path, rule));
    }

    fn identity(&mut self, pack: &str, text: &PackText, at: &Path, spec: &RuleSpec) {
        let letters = spec.id.trim_end_matches(|c: char| c.is_ascii_digit());
        let is_code = (2..=4).contains(&letters.len())
            && letters.bytes().all(|byte| byte.is_ascii_uppercase())
            && spec.id.len() == letters.len() + 3;
        if !is_code {
            let message = Phrase::new(
                format!(
                    "kode `{}` harus terdiri atas 2 sampai 4 huruf besar dan tiga angka, misalnya `SP021`",
                    spec.id
                ),
                format!(
                    "the code `{}` must be 2 to 4 capital letters and three digits, like `SP021`",
                    spec.id
                ),
            );
            self.mistakes
                .push(text.mistake(text.value(&at.clone().key("id")), message, None));
        }
        let is_name = spec.name.split('-').all(|word| {
            !word.is_empty()
                && word
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        });
        if !is_name {
            let message = Phrase::new(
                format!(
                    "nama `{}` harus berupa kata huruf kecil yang disambung `-`",
                    spec.name
                ),
                format!(
                    "the name `{}` must be lower-case words joined by `-`",
                    spec.name
                ),
            );
            self.mistakes
                .push(text.mistake(text.value(&at.clone().key("name")), message, None));
        }
        for (key, value) in [("id", &spec.id), ("name", &spec.name)] {
            if let Some(other) = self.taken.insert(value.clone(), pack.to_owned()) {
                let message = Phrase::new(
                    format!("`{value}` sudah dipakai aturan lain di paket `{other}`"),
                    format!("`{value}` is taken by another rule of the pack `{other}`"),
                );
                let help = Phrase::new(
                    "Setiap aturan memerlukan kode dan nama sendiri.",
                    "Every rule needs a code and a name of its own.",
                );
                let span = text.value(&at.clone().key(key));
                self.mistakes.push(text.mistake(span, message, Some(help)));
            }
        }
    }

    /// Kinds that no pack brings would make a rule that never runs.
    fn conditions(&mut self, text: &PackText, at: &Path, conditions: &Conditions) {
        let Some(kinds) = conditions.values.get(KIND_KEY) else {
            return;
        };
        for (index, kind) in kinds.0.iter().enumerate() {
            if self.kinds.iter().any(|known| known.name == *kind) {
                continue;
            }
            let known: Vec<_> = self.kinds.iter().map(|kind| kind.name.clone()).collect();
            let path = at.clone().key(KIND_KEY);
            let entry = text.value(&path.clone().index(index));
            let span = if kinds.0.len() == 1 {
                text.value(&path)
            } else {
                entry
            };
            let message = Phrase::new(
                format!("jenis dokumen `{kind}` tidak dikenal"),
                format!("the kind of document `{kind}` is not known"),
            );
            self.mistakes
                .push(text.mistake(span, message, Some(suggestion(kind, &known))));
        }
    }

    fn given(&mut self, text: &PackText, at: &Path, given: &str) -> Option<usize> {
        match jsonpath::Path::compile(given) {
            Ok(path) => Some(
                self.paths
                    .iter()
                    .position(|known| *known == path)
                    .unwrap_or_else(|| {
                        self.paths.push(path);
                        self.paths.len() - 1
                    }),
            ),
            Err(error) => {
                let message = Phrase::new(
                    format!("`given` bukan JSONPath: {}", error.explain_id()),
                    format!("`given` is not a JSONPath: {error}"),
                );
                let span = text.part(&at.clone().key("given"), error.range);
                self.mistakes.push(text.mistake(span, message, None));
                None
            }
        }
    }

    fn check(
        &mut self,
        text: &PackText,
        at: &Path,
        spec: crate::check::CheckSpec,
        environment: &Environment<'_>,
    ) -> Option<Box<dyn Check>> {
        let at = at.clone().key("check");
        let mut named = spec.into_checks();
        if named.len() != 1 {
            let names = crate::check::NAMES.join("`, `");
            let message = Phrase::new(
                format!("sebut tepat satu pemeriksaan: `{names}`"),
                format!("name exactly one check: `{names}`"),
            );
            self.mistakes
                .push(text.mistake(text.key(&at), message, None));
            return None;
        }
        let (name, mut check) = named.pop()?;
        let at = at.key(name);
        match check.prepare(environment) {
            Ok(()) => Some(check),
            Err(found) => {
                for mistake in found {
                    let path: Path = at
                        .steps()
                        .iter()
                        .chain(mistake.path.steps())
                        .cloned()
                        .collect();
                    let span = match mistake.part {
                        Some(part) => text.part(&path, part),
                        None => text.value(&path),
                    };
                    self.mistakes
                        .push(text.mistake(span, mistake.message, mistake.help));
                }
                None
            }
        }
    }

    fn template(
        &mut self,
        text: &PackText,
        at: &Path,
        phrase: &Phrase,
        check: &dyn Check,
    ) -> Option<Template> {
        match Template::new(phrase, check.arguments()) {
            Ok(template) => Some(template),
            Err(unknown) => {
                let known: Vec<_> = check
                    .arguments()
                    .iter()
                    .map(|&name| name.to_owned())
                    .collect();
                let message = Phrase::new(
                    format!(
                        "`{{{}}}` tidak diberikan oleh pemeriksaan ini",
                        unknown.name
                    ),
                    format!("this check gives no `{{{}}}`", unknown.name),
                );
                let path = at.clone().key(unknown.lang.pick("id", "en"));
                let span = text.part(&path, unknown.range);
                let help = (!known.is_empty()).then(|| suggestion(&unknown.name, &known));
                self.mistakes.push(text.mistake(span, message, help));
                None
            }
        }
    }

    /// Where the findings of a rule must lie, when there is only one place.
    fn singular(&self, path: usize, check: &dyn Check) -> Option<String> {
        let steps = self.paths.get(path)?.singular()?;
        let mut pointer = Path::root();
        for step in steps {
            pointer = match step {
                jsonpath::Step::Name(name) => pointer.key(name),
                jsonpath::Step::Index(index) => pointer.index(usize::try_from(index).ok()?),
            };
        }
        if let Some(key) = check.key() {
            pointer = pointer.key(key);
        }
        let is_about_root = pointer == Path::root() && check.problem().is_none();
        (!is_about_root).then(|| pointer.to_string())
    }
}

#[cfg(test)]
mod tests;
