//! From what a check gives to a finding that knows its place in the file.

use super::Linter;
use crate::{
    document::{Document, Path, Step, Value},
    excerpt::Excerpt,
    finding::{Edit, FileFix, Finding, Fingerprint, Hit, Range, Related, RuleId},
    source::Source,
    span::Span,
    suppression::{self, Fault, Suppressions, View},
};

impl Linter<'_> {
    /// What is wrong with comments that silence, as findings.
    pub(crate) fn fault_findings(
        &self,
        suppressions: &Suppressions,
        faults: &[Fault],
    ) -> Vec<Finding> {
        let source = &suppressions.source;
        let finding = |fault: &Fault| {
            let id = self.rules.fault_rule(fault.kind.name())?;
            let suppression = suppressions.list.get(fault.suppression)?;
            let hit = suppression::hit(source, suppression, fault, self.rules);
            Some(self.finding(source, id, hit, None))
        };
        faults.iter().filter_map(finding).collect()
    }

    /// What is wrong with the comments of a document in which `findings` were found, where no
    /// settings say otherwise.
    pub(super) fn faults(&self, document: &Document, findings: &[Finding]) -> Vec<Finding> {
        let Some(suppressions) = suppression::read(document, self.rules) else {
            return Vec::new();
        };
        let view = View {
            today: self.today,
            reason_required: true,
            is_locked: &|_| false,
            is_run: &|_| true,
            is_known: &|_| true,
        };
        let outcome = suppression::apply(&suppressions.list, findings, &view);
        self.fault_findings(&suppressions, &outcome.faults)
    }

    /// A gap as a finding of the rule `id`. Without a document, one that belongs to the file.
    pub(crate) fn finding(
        &self,
        source: &Source,
        id: RuleId,
        hit: Hit,
        document: Option<&Document>,
    ) -> Finding {
        let rule = self.rules.rule(id);
        let range = |span: Span| Range {
            start: source.position(span.start),
            end: source.position(span.end),
        };
        let offset = |at| source.position(at).offset;
        let edit = |edit: Edit| (offset(edit.span.start), offset(edit.span.end), edit.text);
        let mut finding = Finding {
            rule: id,
            severity: hit.severity.unwrap_or(rule.severity),
            is_unsure: hit.severity.is_some(),
            fingerprint: fingerprint(&rule.code, document, &hit, source),
            path: hit.path.to_string(),
            range: range(hit.span),
            excerpt: None,
            label: hit.label,
            arguments: hit.arguments,
            related: hit
                .related
                .into_iter()
                .map(|related| Related {
                    file: None,
                    elsewhere: false,
                    path: related.path.to_string(),
                    range: range(related.span),
                    message: related.message,
                })
                .collect(),
            stands_for: hit.stands_for.map(|path| path.to_string()),
            fix: hit.fix.map(|fix| {
                Box::new(FileFix {
                    title: fix.title,
                    safe: fix.safe,
                    edits: fix.edits.into_iter().map(edit).collect(),
                })
            }),
        };
        finding.arguments.0.shrink_to_fit();
        if self.excerpts {
            finding.excerpt = Excerpt::of(&finding, source, self.rules).map(Box::new);
        }
        finding
    }
}

/// Of rule, path and text, with case and spacing of the text made equal. Neither a line nor the
/// position in a list counts, so a baseline outlives edits elsewhere.
fn fingerprint(code: &str, document: Option<&Document>, hit: &Hit, source: &Source) -> Fingerprint {
    let words = match document {
        Some(document) => words_at(document, &hit.path).map(|own| match own {
            Own::Underlined => source.slice(hit.span),
            Own::Entry(text) => text,
        }),
        None => Some(source.slice(hit.span)),
    };
    fingerprint_of(code, &hit.path, words.unwrap_or_default())
}

/// The fingerprint of a finding that is known by these words.
pub(crate) fn fingerprint_of(code: &str, path: &Path, words: &str) -> Fingerprint {
    let mut hasher = blake3::Hasher::new();
    hasher.update(code.as_bytes()).update(&[0]);
    for step in path.steps() {
        match step {
            Step::Key(key) => hasher.update(b"/").update(key.as_bytes()),
            // An entry is known by its words: one more above it must not make it another.
            Step::Index(_) => hasher.update(b"/*"),
        };
    }
    hasher.update(&[0]);
    for word in words.split_whitespace() {
        hasher.update(word.to_lowercase().as_bytes()).update(b" ");
    }
    let mut fingerprint = Fingerprint([0; 16]);
    hasher.finalize_xof().fill(&mut fingerprint.0);
    fingerprint
}

/// By which words a place is known.
enum Own<'a> {
    /// Those that the finding underlines.
    Underlined,
    /// The longest text of the entry of a list that it stands in.
    Entry(&'a str),
}

/// The words by which a place is known again; none where its path says enough.
fn words_at<'a>(document: &'a Document, path: &Path) -> Option<Own<'a>> {
    let place = document.at(path);
    let is_text = |node| matches!(document.value(node), Value::Scalar { .. });
    if place.is_found() && is_text(place.node()) {
        return Some(Own::Underlined);
    }
    let last = path
        .steps()
        .iter()
        .rposition(|step| matches!(step, Step::Index(_)))?;
    let entry: Path = path.steps().iter().take(last + 1).cloned().collect();
    let entry = document.at(&entry);
    let texts = |node| {
        document
            .keys(node)
            .filter_map(|(_, _, value)| document.text(value))
    };
    // The longest text says what an entry is about; the others are its number and its figures.
    let longest = |node| texts(node).max_by_key(|text| text.len());
    entry
        .is_found()
        .then(|| longest(entry.node()))?
        .map(Own::Entry)
}
