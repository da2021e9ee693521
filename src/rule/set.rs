//! The rules of all packs, ready to run.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    ComponentSpec, Conditions, Examples, Explanation, Form, GuideSpec, Template, builtin, jsonpath,
    plan::Walk,
};
use crate::{
    check::{self, Check},
    document::{Document, KIND_KEY, NodeId},
    finding::{RuleId, Severity},
    judge::Grades,
    lint::Sound,
    reading::Texts,
    register::Register,
    text::Phrase,
};

/// Problems of form that do not keep the other rules from looking.
const HARMLESS: [&str; 2] = ["empty", "duplicate-key"];

/// The rules of all packs, sorted by code.
#[derive(Debug)]
pub struct RuleSet {
    pub(super) rules: Vec<Rule>,
    pub(super) packs: Vec<PackInfo>,
    pub(super) kinds: Vec<Kind>,
    /// What may stand in a document whose kind is not known.
    pub(super) any_kind: Kind,
    pub(super) paths: Vec<jsonpath::Path>,
    /// The register with what a city added; none where nothing was.
    pub(super) register: Option<Register>,
    pub(super) grades: Grades,
    /// What was read of texts so far.
    pub(super) texts: Arc<Texts>,
    pub(super) sound: Sound,
    /// Of the packs and lists it was made of.
    pub(super) digest: String,
    /// The rule that reports each problem of form.
    pub(super) problems: BTreeMap<String, RuleId>,
    /// The rule that reports each fault of a silencing comment.
    pub(super) faults: BTreeMap<String, RuleId>,
    /// For each rule across documents, the first of those that read a document in the same way.
    pub(super) ways: Vec<Option<RuleId>>,
}

/// What a pack says of itself.
#[derive(Debug, Clone)]
pub struct PackInfo {
    /// Its name.
    pub name: String,
    /// What it is about.
    pub title: Phrase,
    /// The regulations behind it.
    pub source: String,
}

/// A kind of document, with all that the packs say of it.
#[derive(Debug, Default)]
pub struct Kind {
    /// The value of `jenis`; empty where it is not known.
    pub name: String,
    /// How people call it.
    pub title: Phrase,
    /// What may stand in it.
    pub form: Form,
    /// The parts that count in its score, in the order of the regulation.
    pub components: Vec<ComponentSpec>,
    /// The rule that asks for each key at the top of its documents.
    pub(super) asking: BTreeMap<String, RuleId>,
    /// What to tell those who write such a document, in the order of its keys.
    pub guide: Vec<GuideSpec>,
    /// How its documents are looked at.
    pub(crate) plan: Vec<Walk>,
}

/// A rule, ready to run.
#[derive(Debug)]
pub struct Rule {
    /// Its code, like `SP004`.
    pub code: String,
    /// Its name, like `jangka-waktu-tidak-ada`.
    pub name: String,
    /// How grave a finding is.
    pub severity: Severity,
    /// The pack it comes from.
    pub pack: usize,
    /// The nodes it looks at, as written.
    pub given: String,
    /// What is wrong.
    pub message: Template,
    /// What to do.
    pub help: Template,
    /// None for a rule of the program, of which it is read when it is asked for.
    pub(super) explanation: Option<Explanation>,
    pub(super) reference: String,
    pub(super) reference_for: BTreeMap<String, String>,
    /// What the document must say at its top, by its pack and by itself.
    pub(super) conditions: [Conditions; 2],
    /// What a document says at its top that it does not concern.
    pub(super) unless: Conditions,
    /// The first rule that wants the same of the top of a document.
    pub(super) wants_as: RuleId,
    pub(super) check: Box<dyn Check>,
    /// JSON Pointer of its findings, where there can be only one.
    pub(super) singular: Option<String>,
}

impl RuleSet {
    /// All rules, sorted by code.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// A rule of this set.
    pub fn rule(&self, id: RuleId) -> &Rule {
        // Ids are only made for rules of this set.
        #[expect(
            clippy::indexing_slicing,
            reason = "an id of another set is a mistake in sopan"
        )]
        &self.rules[id.index()]
    }

    /// All ids, in the order of the codes.
    pub fn ids(&self) -> impl Iterator<Item = RuleId> + use<> {
        (0..u32::try_from(self.rules.len()).unwrap_or(u32::MAX)).map(RuleId)
    }

    /// The pack a rule comes from.
    pub fn pack(&self, rule: &Rule) -> Option<&PackInfo> {
        self.packs.get(rule.pack)
    }

    /// All packs, in the order they were loaded.
    pub fn packs(&self) -> &[PackInfo] {
        &self.packs
    }

    /// What is known of regulations.
    pub fn register(&self) -> &Register {
        self.register
            .as_ref()
            .unwrap_or_else(|| Register::builtin())
    }

    /// What texts say that stand in many documents, read once in all documents that these rules
    /// look at.
    pub(crate) fn texts(&self) -> &Arc<Texts> {
        &self.texts
    }

    /// What these rules found in order so far.
    pub(crate) fn sound(&self) -> &Sound {
        &self.sound
    }

    /// The same for rule sets that were made of the same packs and lists, in the same order; of
    /// those built in, for the same version of the program.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// The grades of a score.
    pub fn grades(&self) -> &Grades {
        &self.grades
    }

    /// The kinds of document.
    pub fn kinds(&self) -> &[Kind] {
        &self.kinds
    }

    /// The rules that a code, a name or a family (`SP`) stands for; none where it is unknown.
    pub fn find(&self, name: &str) -> Vec<RuleId> {
        let wanted = name.trim();
        let matches = |rule: &Rule| {
            rule.code.eq_ignore_ascii_case(wanted)
                || rule.name.eq_ignore_ascii_case(wanted)
                || rule.family().eq_ignore_ascii_case(wanted)
        };
        self.ids().filter(|&id| matches(self.rule(id))).collect()
    }

    /// The code, name or family most like `name`.
    pub fn nearest(&self, name: &str) -> Option<&str> {
        let names = self
            .rules
            .iter()
            .flat_map(|rule| [&*rule.code, &*rule.name, rule.family()]);
        check::nearest(name, names)
    }

    /// The kind of a document. A misspelt kind counts as the one it is most like, so that its
    /// author sees all gaps in one go; `None` where nothing is like it.
    pub fn kind_of(&self, document: &Document) -> Option<&Kind> {
        let node = document.get(NodeId::ROOT, KIND_KEY)?;
        let name = document.text(node)?.trim();
        let names = || self.kinds.iter().map(|kind| kind.name.as_str());
        let name = if names().any(|known| known == name) {
            name
        } else {
            check::nearest(name, names())?
        };
        self.kinds.iter().find(|kind| kind.name == name)
    }

    /// What is known of a document whose kind is not.
    pub(crate) fn any_kind(&self) -> &Kind {
        &self.any_kind
    }

    /// The compiled path with this number.
    pub(crate) fn path(&self, index: usize) -> Option<&jsonpath::Path> {
        self.paths.get(index)
    }

    /// The rule that reports a problem of form.
    pub(crate) fn problem_rule(&self, name: &str) -> Option<RuleId> {
        self.problems.get(name).copied()
    }

    /// The rule that names the way in which this one reads a document: what rules that differ only
    /// in which documents they look at read of one is the same. Nothing for a rule about single
    /// documents.
    pub(crate) fn way(&self, id: RuleId) -> Option<RuleId> {
        self.ways.get(id.index()).copied().flatten()
    }

    /// The rule that reports a fault of silencing comments.
    pub(crate) fn fault_rule(&self, name: &str) -> Option<RuleId> {
        self.faults.get(name).copied()
    }
}

impl Kind {
    /// The rule that asks for a key at the top of its documents.
    pub(crate) fn asking_for(&self, key: &str) -> Option<RuleId> {
        self.asking.get(key).copied()
    }

    /// For each component, whether its pack does not ask it of this document.
    pub(crate) fn not_asked(&self, document: &Document) -> Vec<bool> {
        let asked = |component: &ComponentSpec| component.applies_to.hold(document);
        self.components.iter().map(|one| !asked(one)).collect()
    }
}

impl Rule {
    /// The letters of its code.
    pub fn family(&self) -> &str {
        self.code.trim_end_matches(|c: char| c.is_ascii_digit())
    }

    /// Why it matters.
    pub fn why(&self) -> Option<&Phrase> {
        self.explanation().why.as_ref()
    }

    /// Documents that show it.
    pub fn examples(&self) -> &Examples {
        &self.explanation().examples
    }

    fn explanation(&self) -> &Explanation {
        let own = self.explanation.as_ref();
        own.unwrap_or_else(|| builtin::explanation(&self.code))
    }

    /// The article that asks for it in a document of this kind.
    pub fn reference(&self, kind: Option<&str>) -> &str {
        kind.and_then(|kind| self.reference_for.get(kind))
            .unwrap_or(&self.reference)
    }

    /// The articles for kinds of document where they differ.
    pub fn other_references(&self) -> impl Iterator<Item = (&str, &str)> {
        self.reference_for
            .iter()
            .map(|(kind, reference)| (&**kind, &**reference))
    }

    /// JSON Pointer of its findings, where there can be only one.
    pub fn singular(&self) -> Option<&str> {
        self.singular.as_deref()
    }

    /// Whether it reports what keeps the other rules from looking at a document.
    pub fn hides_others(&self) -> bool {
        let problem = self.check.problem();
        problem.is_some_and(|name| !HARMLESS.contains(&name))
    }

    /// The check, for the linter.
    pub(crate) fn check(&self) -> &dyn Check {
        &*self.check
    }

    /// Whether the document says at its top what pack and rule want it to say, its kind apart.
    pub(crate) fn applies_to(&self, document: &Document) -> bool {
        let mut conditions = self.conditions.iter();
        conditions.all(|conditions| conditions.hold(document))
            && (self.unless.values.is_empty() || !self.unless.is_said(document))
    }

    /// The keys it looks at, each as the names that lead to it from the top of a document;
    /// lists on the way are stepped into. None for a rule that looks at every value.
    pub fn subjects(&self) -> Vec<Vec<String>> {
        let Ok(path) = jsonpath::Path::compile(&self.given) else {
            return Vec::new();
        };
        let mut subjects = path.names();
        if let Some(key) = self.check.key() {
            subjects.iter_mut().for_each(|names| names.push(key.into()));
        }
        subjects
    }

    /// The only values that the texts it looks at may have; none where it does not say.
    pub fn allowed_values(&self) -> &[String] {
        self.check.allowed_values()
    }

    /// The key that documents must have by this rule, and no other in its place; none for
    /// other rules, and for those that ask it only of documents that say something else too.
    pub fn required_key(&self) -> Option<&str> {
        let mut conditions = self.conditions.iter().flat_map(|each| each.values.keys());
        let for_all = self.given == "$"
            && conditions.all(|key| key == KIND_KEY)
            && self.unless.values.is_empty();
        self.check
            .key()
            .filter(|_| for_all && self.check.is_required_alone())
    }

    /// Whether it is for documents of this kind; without a kind, whether it is for any.
    pub(crate) fn is_for_kind(&self, kind: &str) -> bool {
        self.conditions
            .iter()
            .all(|conditions| conditions.admit_kind(kind))
    }
}

impl Conditions {
    /// Whether the document says at its top what is wanted, its kind apart.
    pub fn hold(&self, document: &Document) -> bool {
        let mut wanted = self.values.iter().filter(|(key, _)| *key != KIND_KEY);
        wanted.all(|(key, values)| says(document, key, &values.0))
    }

    /// Whether the document says all of it, its kind too.
    fn is_said(&self, document: &Document) -> bool {
        let mut wanted = self.values.iter();
        wanted.all(|(key, values)| says(document, key, &values.0))
    }

    /// How many kinds of document are meant; none for all.
    pub(super) fn kinds(&self) -> Option<usize> {
        self.values.get(KIND_KEY).map(|kinds| kinds.0.len())
    }

    /// Whether documents of this kind are meant; an empty one is meant where no kind is named.
    pub(super) fn admit_kind(&self, kind: &str) -> bool {
        self.values
            .get(KIND_KEY)
            .is_none_or(|kinds| kinds.0.iter().any(|known| known == kind))
    }
}

/// Whether a key at the top of a document has one of these values.
fn says(document: &Document, key: &str, values: &[String]) -> bool {
    let node = document.get(NodeId::ROOT, key);
    let text = node.and_then(|node| document.text(node));
    let text = text.unwrap_or_default().trim();
    values.iter().any(|value| value == text)
}
