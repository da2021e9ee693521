//! From packs to the rule set: what each kind of document may hold, and which rules look at it.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    Form, Kind, KindSpec, LoadError, OneOrMany, PackInfo, PackMistake, Packs, Rule, RuleSet, Shape,
    compile::{Compiled, Compiler},
    guide,
    plan::Walk,
};
use crate::{check::Sight, finding::RuleId, lint::Sound, text::Phrase};

/// The words of [`Kind::name`] for documents whose kind is not known.
const NO_KIND: &str = "";

impl Packs {
    /// The rules of all packs, ready to run.
    ///
    /// # Errors
    ///
    /// [`LoadError::Mistakes`] with every mistake in every pack.
    pub fn compile(self) -> Result<RuleSet, LoadError> {
        assemble(self).map_err(LoadError::Mistakes)
    }
}

fn assemble(packs: Packs) -> Result<RuleSet, Vec<PackMistake>> {
    let kinds: Vec<KindSpec> = packs
        .loaded
        .iter()
        .flat_map(|loaded| loaded.pack.kinds.iter().cloned())
        .collect();
    let mut forms: Vec<Kind> = Vec::new();
    let specs = kinds
        .iter()
        .map(|kind| (kind.name.as_str(), kind.title.clone(), kind.open));
    for (name, title, open) in specs.chain([(NO_KIND, Phrase::default(), true)]) {
        let mut form = Form {
            form: OneOrMany(vec![Shape::Map]),
            open,
            ..Form::default()
        };
        let mut components = Vec::new();
        for loaded in packs
            .loaded
            .iter()
            .filter(|loaded| loaded.pack.applies_to.admit_kind(name))
        {
            for (key, value) in &loaded.pack.keys {
                form.keys
                    .entry(key.clone())
                    .or_insert_with(|| value.clone());
            }
            components.extend(loaded.pack.components.iter().cloned());
        }
        forms.push(Kind {
            name: name.to_owned(),
            title,
            form,
            components,
            asking: BTreeMap::new(),
            guide: guide::of_kind(&packs.loaded, name),
            plan: Vec::new(),
        });
    }
    let any_kind = forms.pop().unwrap_or_default();
    let infos = packs.loaded.iter().map(|loaded| PackInfo {
        name: loaded.pack.pack.clone(),
        title: loaded.pack.title.clone(),
        source: loaded.pack.source.clone(),
    });
    let infos = infos.collect();
    let count = packs.loaded.iter().map(|loaded| loaded.pack.rules.len());
    let mut compiler = Compiler::new(count.sum(), &kinds, &packs.lists, &forms);
    for (index, loaded) in packs.loaded.into_iter().enumerate() {
        compiler.pack(index, loaded);
    }
    let Compiled { mut rules, paths } = compiler.finish()?;
    // Each has a code of its own.
    rules.sort_unstable_by(|(_, one), (_, other)| one.code.cmp(&other.code));
    let mut set = RuleSet {
        rules: Vec::with_capacity(rules.len()),
        packs: infos,
        kinds: forms,
        any_kind,
        paths,
        register: packs.register,
        grades: packs.grades,
        texts: Arc::default(),
        sound: Sound::default(),
        digest: packs.digest.finalize().to_hex().to_string(),
        problems: BTreeMap::new(),
        faults: BTreeMap::new(),
        ways: Vec::with_capacity(rules.len()),
    };
    let mut ways: BTreeMap<(usize, String), RuleId> = BTreeMap::new();
    // The first of those that want the same.
    let mut firsts: Vec<RuleId> = Vec::new();
    for (number, (path, mut rule)) in rules.into_iter().enumerate() {
        let id = RuleId(u32::try_from(number).unwrap_or(u32::MAX));
        let wants =
            |known: &Rule| known.conditions == rule.conditions && known.unless == rule.unless;
        let mut known = firsts.iter().copied();
        let first = known.find(|id| wants(set.rule(*id)));
        rule.wants_as = first.unwrap_or_else(|| {
            firsts.push(id);
            id
        });
        if let Some(problem) = rule.check.problem() {
            set.problems.insert(problem.to_owned(), id);
        } else if let Some(fault) = rule.check.fault() {
            set.faults.insert(fault.to_owned(), id);
        } else {
            let is_root = rule.given == "$";
            for kind in set.kinds.iter_mut().chain([&mut set.any_kind]) {
                if rule.is_for_kind(&kind.name) {
                    let sight = match is_root {
                        // No document is at its root what another is.
                        true => Sight::Document,
                        false => rule.check.sight(),
                    };
                    let at = kind.plan.iter().position(|walk| walk.path == path);
                    let at = at.unwrap_or_else(|| {
                        kind.plan.push(Walk::new(path));
                        kind.plan.len() - 1
                    });
                    if let Some(key) = rule.check.key().filter(|_| is_root) {
                        kind.asking.entry(key.to_owned()).or_insert(id);
                    }
                    if let Some(walk) = kind.plan.get_mut(at) {
                        walk.add(id, sight);
                    }
                }
            }
        }
        let way = rule.check.across().map(|across| {
            let own = || rule.code.clone();
            let way = (path, across.reading().unwrap_or_else(own));
            *ways.entry(way).or_insert(id)
        });
        set.ways.push(way);
        set.rules.push(rule);
    }
    Ok(set)
}
