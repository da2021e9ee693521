//! `citation`: the legal bases of a document are named rightly and are in force.

mod basis;
mod form;
mod list;
mod mend;
mod status;
mod title;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::Deserialize;

use self::basis::Bases;
use super::{Check, Mistake, Sight, Target, nearest, patterns::Patterns, word_list::NamedList};
use crate::{
    document::Path, finding::Hit, register::Key, rule::Environment, text::Phrase,
    value::citation::Kind,
};

/// Looks at the legal bases listed under a key: one text, a list of texts, or mappings with
/// `jenis`, `nomor`, `tahun` and `tentang`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CitationCheck {
    /// What to report.
    report: Report,
    /// In an entry that is a mapping without the parts of a citation, the first of these keys
    /// that is there is looked at.
    #[serde(default)]
    at: Vec<String>,
    /// Keys under which the text is no list of bases but may cite on the way.
    #[serde(default)]
    prose: Vec<String>,
    /// For `unclear`: the word list of phrases that stand for no regulation in particular.
    #[serde(default)]
    vague: Option<NamedList>,
    /// For `unclear` and `incomplete`: the word list of placeholders, which have a rule of
    /// their own.
    #[serde(default)]
    blanks: Option<NamedList>,
    /// For `unclear` and `incomplete`: patterns of places left to be filled in.
    #[serde(default)]
    blank_patterns: Patterns,
    /// For `doubtful`: what is known of regulations that are out of use without a repeal.
    #[serde(default)]
    notes: BTreeMap<String, Phrase>,
    /// For `low`: ids of the kinds that cannot stand as the only basis.
    #[serde(default)]
    kinds: Vec<String>,
    /// For `misspelt`: spellings of `tentang` that are an abbreviation and no mistake. For
    /// `amended`: words that stand for all amendments.
    #[serde(default)]
    accept: Vec<String>,
    /// For `amended`: ids of regulations that amend others without saying so in their title.
    #[serde(default)]
    amending: Vec<String>,
    /// For `amended`: ids of regulations that repeal parts of others and amend none.
    #[serde(default)]
    repealing: Vec<String>,
    /// For `gazette`: since when regulations are promulgated in the year they are made or in
    /// the next.
    #[serde(default)]
    since: Option<u16>,
    #[serde(skip)]
    ready: Ready,
}

/// The parameters made ready for use.
#[derive(Debug, Default)]
struct Ready {
    notes: Vec<(Key, Phrase)>,
    amending: Vec<Key>,
    repealing: Vec<Key>,
    kinds: Vec<Kind>,
}

impl CitationCheck {
    /// Whether the text is or holds a placeholder.
    fn is_blank(&self, text: &str) -> bool {
        let is_listed = self
            .blanks
            .as_ref()
            .is_some_and(|list| list.contains(text.trim()));
        is_listed || self.blank_patterns.is_match(text)
    }
}

/// What can be wrong with legal bases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Report {
    /// No regulation is named.
    Unclear,
    /// A regulation without number or year.
    Incomplete,
    /// A year later than that of the run.
    Future,
    /// A regulation without title.
    Untitled,
    /// `tentang` left out or misspelt.
    Misspelt,
    /// A regional regulation without its region.
    Region,
    /// A repealed regulation.
    Repealed,
    /// A regulation thought to be repealed, or known to be out of use.
    Doubtful,
    /// An amended regulation without its last amendment.
    Amended,
    /// An amending regulation under the title of the one it amends.
    Amending,
    /// Number and title of different regulations.
    Title,
    /// Numbers of the Lembaran Negara that are not those of the regulation.
    Gazette,
    /// The same regulation twice.
    Twice,
    /// An order against hierarchy or year.
    Order,
    /// `Republik Indonesia` in the name of the kind.
    Republic,
    /// The name of the kind not in capitals.
    Capitals,
    /// No basis but circulars and the like.
    Low,
}

impl Check for CitationCheck {
    fn arguments(&self) -> &'static [&'static str] {
        match self.report {
            Report::Unclear | Report::Republic => &["value"],
            Report::Capitals => &["value", "expected"],
            Report::Misspelt => &["value", "reason"],
            Report::Incomplete | Report::Doubtful => &["regulation", "reason"],
            Report::Repealed => &["regulation", "reason", "advice"],
            Report::Amended => &["regulation", "other", "example"],
            Report::Amending => &["regulation", "other", "title"],
            Report::Title => &["regulation", "reason", "advice"],
            Report::Gazette => &["regulation", "written", "expected"],
            Report::Order => &["regulation", "other", "reason"],
            Report::Future => &["regulation", "year", "today"],
            Report::Twice | Report::Untitled | Report::Region | Report::Low => &["regulation"],
        }
    }

    fn tells_repeal(&self) -> bool {
        self.report == Report::Repealed
    }

    fn prepare(&mut self, environment: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        let mut mistakes = Vec::new();
        let lists = [("vague", &mut self.vague), ("blanks", &mut self.blanks)];
        for (key, list) in lists {
            let list = list.as_mut();
            mistakes.extend(list.and_then(|list| list.prepare(key, environment)));
        }
        for (id, note) in &self.notes {
            match id.parse() {
                Ok(key) => self.ready.notes.push((key, note.clone())),
                Err(_) => mistakes.push(no_key(Path::root().key("notes").key(id), id)),
            }
        }
        let mut keys = |key: &str, ids: &[String]| {
            let mut found = Vec::new();
            for (index, id) in ids.iter().enumerate() {
                match id.parse() {
                    Ok(key) => found.push(key),
                    Err(_) => mistakes.push(no_key(Path::root().key(key).index(index), id)),
                }
            }
            found
        };
        self.ready.amending = keys("amending", &self.amending);
        self.ready.repealing = keys("repealing", &self.repealing);
        for (index, id) in self.kinds.iter().enumerate() {
            match Kind::from_id(id) {
                Some(kind) => self.ready.kinds.push(kind),
                None => mistakes.push(no_kind(index, id)),
            }
        }
        mistakes.extend(self.blank_patterns.mistakes("blank_patterns", environment));
        if mistakes.is_empty() {
            Ok(())
        } else {
            Err(mistakes)
        }
    }

    fn sight(&self) -> Sight {
        Sight::Part
    }

    fn run(&self, target: &Target<'_>, hits: &mut Vec<Hit>) {
        let key = target.document.key(target.node).unwrap_or_default();
        let is_prose = self.prose.iter().any(|prose| prose == key);
        let bases = if is_prose {
            Bases::of_prose(*target)
        } else {
            Bases::of_list(*target, &self.at)
        };
        match self.report {
            Report::Unclear => form::unclear(&bases, self, hits),
            Report::Incomplete => form::incomplete(&bases, self, hits),
            Report::Future => form::future(&bases, hits),
            Report::Misspelt => form::misspelt(&bases, &self.accept, hits),
            Report::Untitled => hits.extend(list::untitled(&bases)),
            Report::Region => hits.extend(list::region(&bases)),
            Report::Repealed => status::repealed(&bases, hits),
            Report::Doubtful => status::doubtful(&bases, &self.ready.notes, hits),
            Report::Amended => status::amended(&bases, &self.ready, &self.accept, hits),
            Report::Amending => status::amending(&bases, hits),
            Report::Title => title::mismatch(&bases, hits),
            Report::Gazette => title::gazette(&bases, self.since, hits),
            Report::Twice => list::twice(&bases, hits),
            Report::Order => hits.extend(list::order(&bases)),
            Report::Republic => hits.extend(list::republic(&bases)),
            Report::Capitals => hits.extend(list::capitals(&bases)),
            Report::Low => hits.extend(list::low(&bases, &self.ready.kinds)),
        }
    }
}

fn no_key(at: Path, id: &str) -> Mistake {
    let message = Phrase::new(
        format!("`{id}` bukan pengenal peraturan"),
        format!("`{id}` is no id of a regulation"),
    );
    let help = Phrase::new(
        "Tulis seperti di register, misalnya `uu 25/2009` atau `permen dagri 3/2017`.",
        "Write it as in the register, like `uu 25/2009` or `permen dagri 3/2017`.",
    );
    Mistake::new(at, message).help(Some(help))
}

fn no_kind(index: usize, id: &str) -> Mistake {
    let message = Phrase::new(
        format!("`{id}` bukan jenis peraturan yang dikenal"),
        format!("`{id}` is no kind of regulation that is known"),
    );
    let help = nearest(id, Kind::all().map(Kind::id)).map(|near| {
        Phrase::new(
            format!("Mungkin maksud Anda `{near}`."),
            format!("Perhaps you mean `{near}`."),
        )
    });
    Mistake::new(Path::root().key("kinds").index(index), message).help(help)
}
