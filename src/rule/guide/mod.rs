//! What packs tell those who write documents: the words of the editor's help and the text of
//! `sopan new`.

mod key;

use std::collections::HashSet;

use serde::Deserialize;

pub use key::{KeyGuide, KindGuide};

use super::{
    Form, Kind, Pack, PackMistake,
    load::Loaded,
    mistake::{PackText, suggestion},
};
use crate::{
    document::{self, Path},
    source::Source,
    text::Phrase,
};

/// What stands in a `template` where the author of the document has to write something.
pub const BLANK: &str = "{isi}";

/// What to tell of one key of a document.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuideSpec {
    /// The key, with the keys above it: `biaya`, or `prosedur.waktu` for a key of each step.
    pub key: String,
    /// What belongs there; where left out, the help of the rule that asks for the key.
    #[serde(default)]
    pub about: Option<Phrase>,
    /// A good value, as YAML.
    #[serde(default)]
    pub example: Option<String>,
    /// What `sopan new` writes as its value, as YAML, with `{isi}` where its author has to
    /// write something. Where left out, a key that must be there is written with `{isi}`, and
    /// any other as a comment.
    #[serde(default)]
    pub template: Option<String>,
}

impl GuideSpec {
    /// The keys from the top of the document to this one.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.key.split('.')
    }

    /// Takes over what a more special guide says.
    fn refine(&mut self, other: &Self) {
        let pairs = [
            (&mut self.example, &other.example),
            (&mut self.template, &other.template),
        ];
        for (mine, theirs) in pairs {
            if theirs.is_some() {
                mine.clone_from(theirs);
            }
        }
        if other.about.is_some() {
            self.about.clone_from(&other.about);
        }
    }
}

/// The guide of a kind: packs for all kinds come first, those for the fewest kinds last.
pub(super) fn of_kind(packs: &[Loaded], kind: &str) -> Vec<GuideSpec> {
    let packs = packs.iter().map(|loaded| &loaded.pack);
    let mut packs: Vec<_> = packs
        .filter(|pack| pack.applies_to.admit_kind(kind))
        .collect();
    packs.sort_by_key(|pack| std::cmp::Reverse(pack.applies_to.kinds().unwrap_or(usize::MAX)));
    let mut guide: Vec<GuideSpec> = Vec::new();
    for spec in packs.into_iter().flat_map(|pack| &pack.guide) {
        match guide.iter_mut().find(|known| known.key == spec.key) {
            Some(known) => known.refine(spec),
            None => guide.push(spec.clone()),
        }
    }
    guide
}

/// What is wrong with the guide of a pack: keys that no document of its kinds may have, keys
/// named twice, and examples that are no YAML.
pub(super) fn mistakes(text: &PackText, pack: &Pack, kinds: &[Kind]) -> Vec<PackMistake> {
    let mut mistakes = Vec::new();
    let mut seen = HashSet::new();
    let mut add = |path: &Path, message: Phrase, help: Option<Phrase>| {
        mistakes.push(text.mistake(text.value(path), message, help));
    };
    let forms = || {
        let kinds = kinds.iter();
        let kinds = kinds.filter(|kind| pack.applies_to.admit_kind(&kind.name));
        kinds.map(|kind| &kind.form)
    };
    for (number, spec) in pack.guide.iter().enumerate() {
        let at = Path::root().key("guide").index(number);
        if !seen.insert(&spec.key) {
            let message = Phrase::new(
                format!("`{}` sudah dijelaskan di atas", spec.key),
                format!("`{}` is told of above already", spec.key),
            );
            add(&at.clone().key("key"), message, None);
        }
        let is_known = |form: &Form| find(form, spec.names()).is_some();
        if forms().next().is_some() && !forms().any(is_known) {
            let message = Phrase::new(
                format!("kunci `{}` tidak dikenal paket mana pun", spec.key),
                format!("no pack knows the key `{}`", spec.key),
            );
            let keys = forms().flat_map(|form| form.keys.keys().cloned());
            let help = suggestion(&spec.key, &keys.collect::<Vec<_>>());
            add(&at.clone().key("key"), message, Some(help));
        }
        let values = [("example", &spec.example), ("template", &spec.template)];
        for (name, value) in values {
            if value.as_ref().is_some_and(|value| !is_yaml(value)) {
                let message = Phrase::new(
                    "ini bukan satu nilai YAML yang benar",
                    "this is not one sound value of YAML",
                );
                add(&at.clone().key(name), message, None);
            }
        }
    }
    mistakes
}

/// What may stand under a key, given the names that lead to it; lists are stepped into.
pub(super) fn find<'a, 'n>(
    form: &'a Form,
    names: impl IntoIterator<Item = &'n str>,
) -> Option<&'a Form> {
    let mut form = form;
    for name in names {
        let in_list = || form.items.as_ref().and_then(|items| items.keys.get(name));
        form = form.keys.get(name).or_else(in_list)?;
    }
    Some(form)
}

/// Whether the text is one YAML value, its blanks filled.
fn is_yaml(value: &str) -> bool {
    let text = value.replace(BLANK, "isi");
    let source = std::sync::Arc::new(Source::from_text("guide", &*text));
    let parsed = document::parse(&source, &document::Limits::default());
    let sound = |document: &document::Document| document.problems().is_empty();
    parsed.problems.is_empty() && matches!(parsed.documents.as_slice(), [one] if sound(one))
}
