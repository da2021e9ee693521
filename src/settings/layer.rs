//! A settings file with its rule names made into rules, and what is wrong with them.

use std::sync::Arc;

use super::{
    Diagnostic, Origin, Placed, Rulings, SettingsFile,
    state::{Locks, Ruling, Say, States},
    words,
};
use crate::{finding::RuleId, rule::RuleSet, span::Span, text::Phrase};

/// A settings file ready to be applied.
#[derive(Debug)]
pub(super) struct Layer {
    pub(super) file: Arc<SettingsFile>,
    /// What it says of rules for all files.
    pub(super) top: Vec<Ruling>,
    /// What each of its overrides says.
    pub(super) overrides: Vec<Vec<Ruling>>,
}

/// What stands above a file when it is resolved.
#[derive(Debug, Clone, Copy)]
pub(super) struct Above<'a> {
    pub(super) rules: &'a RuleSet,
    pub(super) locks: &'a Locks,
    /// What the files above make of rules for all their files.
    pub(super) states: &'a States,
    /// The rules of which an override above says something.
    pub(super) varied: &'a [RuleId],
    /// What the topmost file makes of them; none where this is it.
    pub(super) floor: Option<&'a States>,
    /// What the topmost file is called, or would be; none where this is it.
    pub(super) top: Option<&'a String>,
}

/// Makes a file ready to be applied. What is wrong in it is left out.
pub(super) fn resolve(file: &Arc<SettingsFile>, above: Above<'_>) -> (Layer, Vec<Diagnostic>) {
    let mut resolver = Resolver {
        file,
        above,
        diagnostics: Vec::new(),
    };
    resolver.run_keys();
    let top = resolver.rulings(&file.top);
    let overrides: Vec<_> = file
        .overrides
        .iter()
        .map(|entry| resolver.rulings(&entry.rulings))
        .collect();
    resolver.without_effect(&top, &overrides);
    resolver
        .diagnostics
        .sort_by_key(|diagnostic| diagnostic.span);
    let spoken = |entries: Vec<Entry>| entries.into_iter().map(|entry| entry.ruling).collect();
    let layer = Layer {
        file: Arc::clone(file),
        top: spoken(top),
        overrides: overrides.into_iter().map(spoken).collect(),
    };
    (layer, resolver.diagnostics)
}

/// The rules that a file locks, with what is wrong in its list.
pub(super) fn locks(file: &SettingsFile, rules: &RuleSet) -> (Locks, Vec<Diagnostic>) {
    let (mut locks, mut diagnostics) = (Locks::default(), Vec::new());
    for name in &file.run.locked {
        let found = rules.find(&name.value);
        if found.is_empty() {
            diagnostics.push(unknown_rule(file, rules, name));
        }
        let origin = file.origin(name.span);
        found.into_iter().for_each(|id| locks.add(id, &origin));
    }
    // Who could disable what is said of a broken document could break it to hide the rest.
    if let Some(first) = file.run.locked.first().filter(|_| !locks.is_empty()) {
        let origin = file.origin(first.span);
        let hides = |id: &RuleId| rules.rule(*id).hides_others();
        let hiding = rules.ids().filter(hides);
        hiding.for_each(|id| locks.imply(id, &origin));
    }
    (locks, diagnostics)
}

fn unknown_rule(file: &SettingsFile, rules: &RuleSet, name: &Placed<String>) -> Diagnostic {
    let wanted = &name.value;
    let message = Phrase::new(
        format!("tidak ada aturan atau keluarga aturan `{wanted}`"),
        format!("there is no rule or family of rules `{wanted}`"),
    );
    let help = match rules.nearest(wanted) {
        Some(near) => words::perhaps(near),
        None => Phrase::new(
            "Lihat semuanya dengan `sopan rules`.",
            "See them all with `sopan rules`.",
        ),
    };
    Diagnostic::error(&file.source, name.span, message).help(help)
}

/// Something said of rules, with the place and name by which it is said.
struct Entry {
    ruling: Ruling,
    name: String,
    span: Span,
    is_family: bool,
}

struct Resolver<'a> {
    file: &'a Arc<SettingsFile>,
    above: Above<'a>,
    diagnostics: Vec<Diagnostic>,
}

impl Resolver<'_> {
    /// Keys for the whole run count only in the topmost file.
    fn run_keys(&mut self) {
        let Some(top) = self.above.top else { return };
        for key in &self.file.run_keys {
            let name = key.value;
            let message = Phrase::new(
                format!(
                    "`{name}` di sini tidak berlaku: setelan untuk seluruh pemeriksaan hanya dibaca dari setelan teratas"
                ),
                format!(
                    "`{name}` does not count here: what is for the whole run is read from the topmost settings only"
                ),
            );
            let help = Phrase::new(
                format!("Pindahkan ke {top}, atau hapus."),
                format!("Move it to {top}, or remove it."),
            );
            let note = Diagnostic::warning(&self.file.source, key.span, message);
            self.diagnostics.push(note.help(help));
        }
    }

    /// What is said of rules: of families first, so that a single rule can differ from its
    /// family whatever the order in the file.
    fn rulings(&mut self, rulings: &Rulings) -> Vec<Entry> {
        let mut entries: Vec<Entry> = Vec::new();
        let say = |say: Say, names: &[Placed<String>]| {
            let said = names.iter().map(|name| (name.clone(), say));
            said.collect::<Vec<_>>()
        };
        let graded = rulings.severity.iter();
        let graded = graded.map(|(name, level)| (name.clone(), Say::Severity(level.value)));
        let all = graded
            .chain(say(Say::Disable, &rulings.disable))
            .chain(say(Say::Enable, &rulings.enable));
        for (name, say) in all {
            let rules = self.above.rules.find(&name.value);
            if rules.is_empty() {
                let mistake = unknown_rule(self.file, self.above.rules, &name);
                self.diagnostics.push(mistake);
                continue;
            }
            let is_family = rules.iter().any(|&id| {
                let family = self.above.rules.rule(id).family();
                family.eq_ignore_ascii_case(name.value.trim())
            });
            let entry = Entry {
                ruling: Ruling {
                    rules,
                    say,
                    origin: self.file.origin(name.span),
                },
                name: name.value,
                span: name.span,
                is_family,
            };
            let other = entries.iter().find(|other| other.contradicts(&entry));
            match other {
                Some(other) => {
                    let mistake = self.contradiction(other, &entry);
                    self.diagnostics.push(mistake);
                }
                None => entries.push(entry),
            }
        }
        entries.sort_by_key(|entry| !entry.is_family);
        entries
    }

    fn contradiction(&self, other: &Entry, entry: &Entry) -> Diagnostic {
        let (name, line) = (&entry.name, other.ruling.origin.line);
        let message = Phrase::new(
            format!("`{name}` bertentangan dengan baris {line}"),
            format!("`{name}` contradicts line {line}"),
        );
        let help = Phrase::new("Hapus salah satunya.", "Remove one of the two.");
        Diagnostic::error(&self.file.source, entry.span, message).help(help)
    }

    /// What is locked above, and what changes nothing.
    fn without_effect(&mut self, top: &[Entry], overrides: &[Vec<Entry>]) {
        let mut states = self.above.states.clone();
        for entry in top {
            self.look_at(entry, &states, |id| self.above.varied.contains(&id));
            let ruling = std::slice::from_ref(&entry.ruling);
            states.apply(ruling, self.above.locks, self.above.floor);
        }
        for (index, entries) in overrides.iter().enumerate() {
            let others = overrides.iter().enumerate().filter(|(at, _)| *at != index);
            let others: Vec<RuleId> = others
                .flat_map(|(_, entries)| entries.iter().flat_map(|e| e.ruling.rules.clone()))
                .collect();
            let varies = |id| self.above.varied.contains(&id) || others.contains(&id);
            let mut states = states.clone();
            for entry in entries {
                self.look_at(entry, &states, varies);
                let ruling = std::slice::from_ref(&entry.ruling);
                states.apply(ruling, self.above.locks, self.above.floor);
            }
        }
    }

    fn look_at(&mut self, entry: &Entry, states: &States, varies: impl Fn(RuleId) -> bool) {
        let (rules, say) = (&entry.ruling.rules, entry.ruling.say);
        let weakens = |id: &&RuleId| {
            let state = self.above.floor.unwrap_or(self.above.states).of(**id);
            self.above.locks.of(**id).is_some() && state.is_some_and(|s| say.weakens(s))
        };
        let locked: Vec<RuleId> = rules.iter().filter(weakens).copied().collect();
        if !locked.is_empty() {
            let note = match self.above.floor {
                Some(_) => self.locked(entry, &locked),
                None => self.locked_here(entry, &locked),
            };
            self.diagnostics.extend(note);
            return;
        }
        let repeats = |id: &RuleId| states.of(*id).is_some_and(|state| say.repeats(state));
        if rules.iter().all(repeats) && !rules.iter().any(|&id| varies(id)) {
            let note = self.repeated(entry, states);
            self.diagnostics.push(note);
        }
    }

    fn locked(&self, entry: &Entry, locked: &[RuleId]) -> Option<Diagnostic> {
        let place = self.above.locks.of(*locked.first()?)?;
        let stay = self.names(locked);
        let (id, en) = match entry.ruling.say {
            Say::Severity(_) => ("diringankan", "lowered"),
            _ => ("dimatikan", "disabled"),
        };
        let message = Phrase::new(
            format!("{stay} tidak dapat {id} di sini: dikunci oleh {place}"),
            format!("{stay} cannot be {en} here: locked by {place}"),
        );
        let help = Phrase::new(
            "Hapus baris ini, atau minta pemilik setelan teratas melepas kuncinya.",
            "Remove this line, or ask the owner of the topmost settings to unlock it.",
        );
        Some(Diagnostic::warning(&self.file.source, entry.span, message).help(help))
    }

    /// The topmost settings may do what they forbid to others, but hardly mean to.
    fn locked_here(&self, entry: &Entry, locked: &[RuleId]) -> Option<Diagnostic> {
        if entry.ruling.say != Say::Disable {
            return None;
        }
        let place = self.above.locks.of(*locked.first()?)?;
        let (names, line) = (self.names(locked), place.line);
        let message = Phrase::new(
            format!("{names} dimatikan di sini, padahal dikunci di baris {line}"),
            format!("{names} is disabled here, though locked in line {line}"),
        );
        let help = Phrase::new(
            "Kunci hanya mengikat setelan unit; di sini aturannya tetap mati.",
            "A lock binds the settings of units only; here the rule is off.",
        );
        Some(Diagnostic::warning(&self.file.source, entry.span, message).help(help))
    }

    fn repeated(&self, entry: &Entry, states: &States) -> Diagnostic {
        let first = entry.ruling.rules.first().and_then(|&id| states.of(id));
        let by = first.and_then(|state| match entry.ruling.say {
            Say::Severity(_) => state.severity_by.clone(),
            _ => state.enabled_by.clone(),
        });
        let name = &entry.name;
        let (id, en) = match entry.ruling.say {
            Say::Disable => ("sudah mati".to_owned(), "is disabled already".to_owned()),
            Say::Enable => ("sudah dipakai".to_owned(), "is enabled already".to_owned()),
            Say::Severity(severity) => (
                format!("sudah bertingkat {severity}"),
                format!("has the severity {severity} already"),
            ),
        };
        let by = by.map(|by: Origin| by.to_string());
        let by_id = by.as_deref().unwrap_or("paket aturannya");
        let by_en = by.as_deref().unwrap_or("its rule pack");
        let message = Phrase::new(
            format!("`{name}` {id} menurut {by_id}"),
            format!("`{name}` {en} by {by_en}"),
        );
        let help = Phrase::new(
            "Baris ini tidak mengubah apa pun dan dapat dihapus.",
            "This line changes nothing and can be removed.",
        );
        Diagnostic::info(&self.file.source, entry.span, message).help(help)
    }

    /// `SP004`, or `SP004 dan 3 aturan lain`.
    fn names(&self, rules: &[RuleId]) -> Names {
        let first = rules.first().map(|&id| self.above.rules.rule(id));
        Names {
            first: first.map(|rule| rule.code.clone()).unwrap_or_default(),
            others: rules.len().saturating_sub(1),
        }
    }
}

/// Rules, the first by its code and the others by their number.
struct Names {
    first: String,
    others: usize,
}

impl std::fmt::Display for Names {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.others {
            0 => write!(f, "`{}`", self.first),
            others => write!(f, "`{}` (+{others})", self.first),
        }
    }
}

impl Entry {
    /// Whether both say something of the same rules, as exactly, and not both can be.
    fn contradicts(&self, other: &Self) -> bool {
        let same = self.is_family == other.is_family
            && self
                .ruling
                .rules
                .iter()
                .any(|id| other.ruling.rules.contains(id));
        same && match (self.ruling.say, other.ruling.say) {
            (Say::Severity(one), Say::Severity(other)) => one != other,
            (Say::Disable, Say::Enable) | (Say::Enable, Say::Disable) => true,
            _ => false,
        }
    }
}
