//! Faults that are put into documents, each with the rule that must tell it and the place.

mod common;
mod of_procedures;
mod of_standards;

use super::{
    random::Random,
    subject::{Drift, Kind, Subject},
    value::{Map, Value},
};

/// A fault as it stands in the manifest.
#[derive(Debug, Clone)]
pub(crate) struct Seeded {
    /// The code of the rule.
    pub(crate) rule: &'static str,
    /// A JSON Pointer to where it is told.
    pub(crate) path: String,
    /// What was done.
    pub(crate) what: &'static str,
    /// The component that a document of this kind needs and that is not there any more.
    pub(crate) missing: Option<&'static str>,
    /// Whether only an audit tells it, since it is about something being nowhere.
    pub(crate) only_in_audits: bool,
}

/// Puts a fault into a document, or tells that it does not fit. Gives the path.
type Put = fn(&mut Draft<'_, '_>) -> Option<String>;

/// One sort of fault.
struct Fault {
    rule: &'static str,
    what: &'static str,
    missing: Option<&'static str>,
    only_in_audits: bool,
    /// How it is put in; without, the component that is missing is left out.
    put: Option<Put>,
}

const fn fault(rule: &'static str, what: &'static str, put: Put) -> Fault {
    Fault {
        rule,
        what,
        missing: None,
        only_in_audits: false,
        put: Some(put),
    }
}

/// A fault that shows only where everything there is was looked at.
const fn only_in_audits(rule: &'static str, what: &'static str, put: Put) -> Fault {
    Fault {
        rule,
        what,
        missing: None,
        only_in_audits: true,
        put: Some(put),
    }
}

/// A component that is asked for is left out.
const fn missing(rule: &'static str, key: &'static str) -> Fault {
    Fault {
        rule,
        what: "a component is left out",
        missing: Some(key),
        only_in_audits: false,
        put: None,
    }
}

/// A fault after which a component that is asked for is not there under its name.
const fn missing_after(rule: &'static str, key: &'static str, put: Put) -> Fault {
    Fault {
        put: Some(put),
        ..missing(rule, key)
    }
}

/// A document in the making.
pub(crate) struct Draft<'s, 'd> {
    pub(crate) subject: &'s Subject<'d>,
    pub(crate) document: Map,
    pub(crate) is_draft: bool,
}

impl Draft<'_, '_> {
    fn at(&self, key: &str) -> Option<usize> {
        self.document.iter().position(|(own, _)| own == key)
    }

    fn get(&mut self, key: &str) -> Option<&mut Value> {
        let at = self.at(key)?;
        Some(&mut self.document[at].1)
    }

    fn list(&mut self, key: &str) -> Option<&mut Vec<Value>> {
        match self.get(key)? {
            Value::List(items) => Some(items),
            Value::Text(_) | Value::Map(_) => None,
        }
    }

    /// A list of texts, so that one can be put beside the others.
    fn texts(&mut self, key: &str) -> Option<&mut Vec<Value>> {
        let items = self.list(key)?;
        let are_texts = items.iter().all(|item| matches!(item, Value::Text(_)));
        are_texts.then_some(items)
    }

    /// The rows of the procedure.
    fn rows(&mut self) -> Option<Vec<&mut Map>> {
        let rows = self.list("prosedur")?.iter_mut().map(|row| match row {
            Value::Map(row) => Some(row),
            Value::Text(_) | Value::List(_) => None,
        });
        rows.collect()
    }

    /// The first row with this symbol, not counting the ends, and its position.
    fn row(&mut self, symbol: &str) -> Option<(usize, &mut Map)> {
        let rows = self.rows()?;
        let mut rows = rows.into_iter().enumerate();
        rows.find(|(_, row)| cell(row, "simbol") == Some(symbol))
    }

    fn set(&mut self, key: &str, value: impl Into<Value>) -> Option<String> {
        *self.get(key)? = value.into();
        Some(format!("/{key}"))
    }

    fn remove(&mut self, key: &str) -> Option<String> {
        let at = self.at(key)?;
        self.document.remove(at);
        Some(format!("/{key}"))
    }

    /// Another item behind the others.
    fn push(&mut self, key: &str, text: impl Into<String>) -> Option<String> {
        let items = self.texts(key)?;
        items.push(Value::Text(text.into()));
        Some(format!("/{key}/{}", items.len() - 1))
    }

    /// Another text in place of the first that begins with these words.
    fn reword(&mut self, key: &str, words: &str, text: impl Into<String>) -> Option<String> {
        let items = self.texts(key)?;
        let begins = |item: &Value| matches!(item, Value::Text(text) if text.starts_with(words));
        let at = items.iter().position(begins)?;
        items[at] = Value::Text(text.into());
        Some(format!("/{key}/{at}"))
    }

    fn is_free(&self) -> bool {
        self.subject.cost.is_none()
    }

    fn is_decreed(&self) -> Option<()> {
        (!self.is_draft).then_some(())
    }
}

/// A text in a row.
fn cell<'a>(row: &'a Map, key: &str) -> Option<&'a str> {
    match row.iter().find(|(own, _)| own == key)? {
        (_, Value::Text(text)) => Some(text),
        _ => None,
    }
}

fn set_cell(row: &mut Map, key: &str, value: impl Into<Value>) -> Option<()> {
    let (_, old) = row.iter_mut().find(|(own, _)| own == key)?;
    *old = value.into();
    Some(())
}

fn remove_cell(row: &mut Map, key: &str) -> Option<()> {
    let at = row.iter().position(|(own, _)| own == key)?;
    row.remove(at);
    Some(())
}

/// Puts none, one or two faults into a document.
pub(crate) fn seed(draft: &mut Draft<'_, '_>) -> Vec<Seeded> {
    let subject = draft.subject;
    if let Some(drift) = subject.drift {
        return told_drift(drift);
    }
    let faults = match subject.kind {
        Kind::Declaration => return Vec::new(),
        Kind::Standard => [
            of_standards::COMPONENTS,
            of_standards::FAULTS,
            common::FAULTS,
        ],
        Kind::Procedure => [
            of_procedures::COMPONENTS,
            of_procedures::FAULTS,
            common::FAULTS,
        ],
    };
    let faults: Vec<&Fault> = faults.into_iter().flatten().collect();
    // Every second document, another one in every round through the units.
    if (subject.index + subject.slot).is_multiple_of(2) {
        return Vec::new();
    }
    let first = subject.index / 2 + subject.slot * 7;
    let mut seeded = Vec::new();
    for at in 0..faults.len() {
        let fault = faults[(first + at) % faults.len()];
        if let Some(path) = fault.put(draft) {
            seeded.push(fault.told(path));
            break;
        }
    }
    // A second one where it cannot touch the first.
    if let [one] = seeded.as_slice()
        && subject.own(10).chance(20)
        && let Some(second) = another(draft, one)
    {
        seeded.push(second);
    }
    seeded
}

impl Fault {
    fn put(&self, draft: &mut Draft<'_, '_>) -> Option<String> {
        match self.put {
            Some(put) => put(draft),
            None => draft.remove(self.missing?),
        }
    }

    fn told(&self, path: String) -> Seeded {
        Seeded {
            rule: self.rule,
            path,
            what: self.what,
            missing: self.missing,
            only_in_audits: self.only_in_audits,
        }
    }
}

/// A component left out that no other fault is about.
fn another(draft: &mut Draft<'_, '_>, first: &Seeded) -> Option<Seeded> {
    if ["DOK009", "DOK012", "KEP001", "KEP002", "KEP004"].contains(&first.rule) {
        return None;
    }
    let of_kind: &[Fault] = match draft.subject.kind {
        Kind::Declaration => return None,
        Kind::Standard => of_standards::COMPONENTS,
        Kind::Procedure => of_procedures::COMPONENTS,
    };
    let mut random: Random = draft.subject.own(11);
    let fault = random.pick(of_kind);
    let key = fault.missing?;
    let top = first.path.split('/').nth(1).unwrap_or_default();
    if top == key {
        return None;
    }
    let path = fault.put(draft)?;
    Some(fault.told(path))
}

/// A time or cost that differs from all units that serve alike, in both documents of the service.
fn told_drift(drift: Drift) -> Vec<Seeded> {
    let (rule, path, what) = match drift {
        Drift::Time => (
            "KOR010",
            "/jangka_waktu",
            "another time than in all units that serve alike",
        ),
        Drift::Cost => (
            "KOR011",
            "/biaya",
            "another cost than in all units that serve alike",
        ),
    };
    vec![fault(rule, what, |_| None).told(path.to_owned())]
}
