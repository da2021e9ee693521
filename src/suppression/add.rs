//! Comments written for what was found, so that a collection can be taken over as it is.

mod place;
mod reason;

use std::{collections::BTreeMap, sync::Arc};

use self::place::{Place, place};
pub use self::reason::{Reason, ReasonError};
use super::{Meaning, Scope, Suppression, read, scope::Layout};
use crate::{
    document::{Document, Parsed, ProblemKind},
    finding::{Finding, RuleId},
    lint::CheckedFile,
    rule::RuleSet,
    source::Source,
    span::Span,
    text::Phrase,
};

/// The text of a file with comments for what was found in it.
#[derive(Debug, Clone, Default)]
pub struct Added {
    /// The text.
    pub text: String,
    /// How many comments were written or extended.
    pub comments: usize,
    /// What no comment was written for.
    pub left: Vec<LeftOut>,
}

/// A finding for which no comment was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The document in its file, from 0; none for what belongs to the file.
    pub document: Option<usize>,
    /// Its position among the findings there.
    pub finding: usize,
    /// Why.
    pub why: Why,
}

/// Why no comment was written for a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It belongs to the file, of which sopan cannot read this part.
    NotRead,
    /// The settings lock the rule.
    Locked,
    /// It is about such a comment itself.
    AboutComment,
    /// There is no line where a comment would be about it.
    NoPlace,
    /// The file is in UTF-16, in which sopan does not write.
    Utf16,
    /// The comment would change what the file says.
    ChangesMore,
}

impl Why {
    /// For people.
    pub fn words(self) -> Phrase {
        match self {
            Self::NotRead => Phrase::new(
                "bagian ini tidak dapat dibaca; perbaiki dahulu",
                "this part cannot be read; mend it first",
            ),
            Self::Locked => Phrase::new("aturannya terkunci", "the rule is locked"),
            Self::AboutComment => Phrase::new(
                "temuan tentang komentar pengabaian; perbaiki komentarnya",
                "it is about a silencing comment; mend the comment",
            ),
            Self::NoPlace => Phrase::new(
                "tidak ada baris tempat komentar berlaku untuknya",
                "there is no line where a comment would be about it",
            ),
            Self::Utf16 => Phrase::new(
                "berkasnya memakai UTF-16; simpan ulang sebagai UTF-8",
                "the file is in UTF-16; save it as UTF-8",
            ),
            Self::ChangesMore => Phrase::new(
                "komentar akan mengubah isi berkas",
                "the comment would change what the file says",
            ),
        }
    }
}

/// Writes a comment for every finding of a file that counts and can be silenced. `parsed` is
/// what `source` holds, `checked` what was found in it.
///
/// The comment stands on a line of its own above the key or entry; in brackets above the
/// nearest key around them; for what is missing at the nearest key above it that is there, or
/// at the head of the document. A comment with the same reason takes up further rules.
pub fn add(
    source: &Arc<Source>,
    parsed: &Parsed,
    checked: &CheckedFile,
    rules: &RuleSet,
    reason: &Reason,
    can_silence: &dyn Fn(usize, &Finding) -> Result<(), Why>,
) -> Added {
    let mut added = Added {
        text: source.text().to_owned(),
        ..Added::default()
    };
    let of_file = checked.findings.iter().enumerate();
    added.left.extend(of_file.map(|(finding, _)| LeftOut {
        document: None,
        finding,
        why: Why::NotRead,
    }));
    let mut edits: Vec<(usize, String)> = Vec::new();
    for document in &checked.documents {
        let written = parsed
            .documents
            .iter()
            .find(|written| written.index() == document.index);
        let mut writer = Writer {
            document: written,
            layout: written.map(Layout::new),
            rules,
            wanted: BTreeMap::new(),
        };
        for (at, finding) in document.findings.iter().enumerate() {
            let done = match rules.rule(finding.rule).check().fault() {
                Some(_) => Err(Why::AboutComment),
                None => can_silence(document.index, finding),
            };
            let done = done.and_then(|()| writer.want(finding).ok_or(Why::NoPlace));
            if let Err(why) = done {
                added.left.push(LeftOut {
                    document: Some(document.index),
                    finding: at,
                    why,
                });
            }
        }
        let known = written.and_then(|written| read(written, rules));
        let known = known.map_or_else(Vec::new, |known| known.list);
        writer.write(source, &known, reason, &mut edits);
    }
    added.comments = edits.len();
    edits.sort_by_key(|(at, _)| *at);
    added.text = inserted(source.text(), &edits);
    added
}

/// The text with these insertions, which are sorted.
fn inserted(text: &str, edits: &[(usize, String)]) -> String {
    let more: usize = edits.iter().map(|(_, new)| new.len()).sum();
    let mut changed = String::with_capacity(text.len() + more);
    let mut done = 0;
    for (at, new) in edits {
        changed.push_str(text.get(done..*at).unwrap_or_default());
        changed.push_str(new);
        done = *at;
    }
    changed.push_str(text.get(done..).unwrap_or_default());
    changed
}

struct Writer<'a> {
    document: Option<&'a Document>,
    layout: Option<Layout<'a>>,
    rules: &'a RuleSet,
    /// The rules to silence at each place.
    wanted: BTreeMap<Place, Vec<RuleId>>,
}

impl Writer<'_> {
    fn want(&mut self, finding: &Finding) -> Option<()> {
        let (document, layout) = (self.document?, self.layout.as_ref()?);
        let is_empty =
            |problem: &crate::document::Problem| matches!(problem.kind, ProblemKind::Empty);
        if document.problems().iter().any(is_empty) {
            return None;
        }
        let place = place(document, layout, &finding.path)?;
        let rules = self.wanted.entry(place).or_default();
        if !rules.contains(&finding.rule) {
            rules.push(finding.rule);
        }
        Some(())
    }

    fn write(
        self,
        source: &Source,
        known: &[Suppression],
        reason: &Reason,
        edits: &mut Vec<(usize, String)>,
    ) {
        // The comments that may take up further rules, by what they are about.
        let mut open: BTreeMap<String, &Suppression> = BTreeMap::new();
        let mut reasonless: BTreeMap<String, &Suppression> = BTreeMap::new();
        let mut head = None;
        for suppression in known {
            let key = match &suppression.scope {
                Scope::Nothing => continue,
                Scope::Document => String::new(),
                Scope::Node { path, .. } => path.to_string(),
            };
            if suppression.scope == Scope::Document && is_on_own_line(source, suppression.span) {
                head.get_or_insert(suppression.span);
            }
            let is_rule = |named: &super::Named| matches!(named.meaning, Meaning::Rule(_));
            let is_sound = suppression.mistake.is_none()
                && !suppression.rules.is_empty()
                && suppression.rules.iter().all(is_rule);
            if is_sound && reason.is_that_of(suppression) {
                open.entry(key).or_insert(suppression);
            } else if is_sound
                && suppression.reason.is_none()
                && ends_with_name(source, suppression)
            {
                reasonless.entry(key).or_insert(suppression);
            }
        }
        for (place, mut ids) in self.wanted {
            if let Some(suppression) = reasonless.get(&place.scope) {
                let count = ids.len();
                ids.retain(|id| !names(suppression, *id));
                if ids.len() < count {
                    let new = format!(" {}", reason.tail(suppression.until.is_none()));
                    edits.push((end_of(source, suppression), new));
                }
            }
            if ids.is_empty() {
                continue;
            }
            ids.sort_unstable();
            let codes = ids.iter().map(|&id| self.rules.rule(id).code.as_str());
            let codes = codes.collect::<Vec<_>>().join(", ");
            if let Some(last) = open.get(&place.scope).and_then(|s| s.rules.last()) {
                edits.push((last.span.end, format!(", {codes}")));
                continue;
            }
            let line_break = line_break(source, place.at);
            let comment = format!("# sopan: abaikan {codes} {}", reason.tail(true));
            let (at, text) = match (place.is_head, head) {
                // Beside another comment about the document no empty line is needed.
                (true, Some(head)) => (
                    line_start(source, head.start),
                    format!("{comment}{line_break}"),
                ),
                (true, None) => (place.at, format!("{comment}{line_break}{line_break}")),
                (false, _) => (place.at, format!("{}{comment}{line_break}", place.indent)),
            };
            edits.push((at, text));
        }
    }
}

fn names(suppression: &Suppression, id: RuleId) -> bool {
    let mut names = suppression.rules.iter();
    names.any(|named| named.meaning == Meaning::Rule(id))
}

fn end_of(source: &Source, suppression: &Suppression) -> usize {
    let text = source.slice(suppression.span);
    suppression.span.start + text.trim_end().len()
}

fn ends_with_name(source: &Source, suppression: &Suppression) -> bool {
    let end = end_of(source, suppression);
    suppression.until.is_none()
        && suppression
            .rules
            .last()
            .is_some_and(|named| named.span.end == end)
}

fn line_start(source: &Source, at: usize) -> usize {
    let line = source.line(source.line_index(at));
    line.map_or(at, |line| line.start)
}

fn is_on_own_line(source: &Source, comment: Span) -> bool {
    let before = Span::new(line_start(source, comment.start), comment.start);
    source.slice(before).trim().is_empty()
}

/// How lines end around a place.
fn line_break(source: &Source, at: usize) -> String {
    let index = source.line_index(at);
    let candidates = [Some(index), index.checked_sub(1), Some(0)];
    let found = candidates.into_iter().flatten().find_map(|index| {
        let (line, next) = (source.line(index)?, source.line(index + 1)?);
        Some(source.slice(Span::new(line.end, next.start)).to_owned())
    });
    found
        .filter(|found| matches!(found.as_str(), "\n" | "\r\n" | "\r"))
        .unwrap_or_else(|| "\n".to_owned())
}
