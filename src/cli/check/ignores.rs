//! `sopan check --add-ignores`: comments for what was found.

use std::{
    collections::{BTreeMap, HashSet},
    path::PathBuf,
    sync::Arc,
};

use crate::{
    cli::{
        failure::Failure,
        run::{Examiner, read},
        system,
    },
    discover::Discovered,
    document::{self, Parsed},
    finding::{Finding, Severity},
    fix::{self, WriteError},
    judge::Verdicts,
    lint::CheckedFile,
    sanitize::one_line,
    source::{Encoding, Source},
    suppression::{self, LeftOut, Reason, Why},
    text::Lang,
};

/// Most times a file is looked at again: a comment may bring to light a second gap behind the
/// one that it silences.
const MOST_ROUNDS: usize = 5;

/// What was written, for people, and whether something that makes a run fail was left.
pub(super) struct Written {
    pub(super) text: String,
    pub(super) fails: bool,
    /// Whether a file could not be written.
    pub(super) failed: bool,
}

/// Writes comments for all findings of these files.
pub(super) fn add(
    examiner: &Examiner<'_>,
    files: &[CheckedFile],
    found: &Discovered,
    reason: &Reason,
    verdicts: &Verdicts,
    lang: Lang,
) -> Written {
    let places = found.files.iter().map(|file| (&*file.name, &file.path));
    let places: BTreeMap<&str, &PathBuf> = places.collect();
    let mut total = Total::default();
    let mut text = String::new();
    for file in files {
        let path = places.get(&*file.name).copied();
        let outcome = add_to(examiner, file, path, reason, lang);
        let gravest = outcome.left.iter().map(|left| left.severity).max();
        let is_grave = |limit: Severity| gravest.is_some_and(|gravest| gravest >= limit);
        total.failed |= outcome.failed;
        total.fails |= verdicts.fail_on.is_some_and(is_grave);
        total.files += usize::from(outcome.comments > 0);
        total.comments += outcome.comments;
        total.silenced += outcome.silenced;
        total.left += outcome.left.len();
        for left in &outcome.left {
            text.push_str(&left.line);
        }
    }
    text.push_str(&total.words(lang));
    Written {
        text,
        fails: total.fails,
        failed: total.failed,
    }
}

#[derive(Default)]
struct Total {
    files: usize,
    comments: usize,
    silenced: usize,
    left: usize,
    fails: bool,
    failed: bool,
}

impl Total {
    fn words(&self, lang: Lang) -> String {
        let Self {
            files,
            comments,
            silenced,
            left,
            ..
        } = *self;
        let plural = |count: usize, one: &'static str, many: &'static str| {
            if count == 1 { one } else { many }
        };
        let mut text = match (comments, lang) {
            (0, Lang::Id) => "tidak ada komentar yang ditulis".to_owned(),
            (0, Lang::En) => "no comment was written".to_owned(),
            (_, Lang::Id) => {
                format!("{silenced} temuan diabaikan dengan {comments} komentar di {files} berkas")
            }
            (_, Lang::En) => format!(
                "{silenced} {} silenced by {comments} {} in {files} {}",
                plural(silenced, "finding", "findings"),
                plural(comments, "comment", "comments"),
                plural(files, "file", "files"),
            ),
        };
        if left > 0 {
            text.push_str(&match lang {
                Lang::Id => format!("; {left} temuan tidak diabaikan"),
                Lang::En => format!("; {left} {} left", plural(left, "finding", "findings")),
            });
        }
        text.push('\n');
        text
    }
}

/// A finding that was not silenced, for people.
struct Left {
    line: String,
    severity: Severity,
}

#[derive(Default)]
struct Outcome {
    comments: usize,
    silenced: usize,
    left: Vec<Left>,
    /// The file could not be written.
    failed: bool,
}

/// Writes comments for the findings of one file.
fn add_to(
    examiner: &Examiner<'_>,
    file: &CheckedFile,
    path: Option<&PathBuf>,
    reason: &Reason,
    lang: Lang,
) -> Outcome {
    let count = all(file).count();
    if count == 0 {
        return Outcome::default();
    }
    let rules = examiner.linter.rules;
    let line = |file: &CheckedFile, finding: &Finding, why: &str| {
        let at = finding.range.start;
        let name = one_line(&file.name);
        let code = &rules.rule(finding.rule).code;
        let said = lang.pick("tidak diabaikan", "not silenced");
        Left {
            line: format!("{name}:{}:{}: {code} {said}: {why}\n", at.line, at.column),
            severity: finding.severity,
        }
    };
    let nothing = |why: &str| Outcome {
        left: all(file).map(|finding| line(file, finding, why)).collect(),
        ..Outcome::default()
    };
    let all_left = |why: Why| nothing(why.words().get(lang));
    let limits = &examiner.linter.limits;
    let Some(path) = path else {
        return all_left(Why::NotRead);
    };
    let Ok(bytes) = read(path, limits, lang) else {
        return all_left(Why::NotRead);
    };
    let Ok(source) = Source::decode(&*file.name, bytes.clone()).map(Arc::new) else {
        return all_left(Why::NotRead);
    };
    if matches!(source.encoding(), Encoding::Utf16Be | Encoding::Utf16Le) {
        return all_left(Why::Utf16);
    }
    let parsed = document::parse(&source, limits);
    let known: HashSet<_> = file
        .documents
        .iter()
        .flat_map(|document| &document.baselined)
        .map(|finding| finding.fingerprint)
        .collect();
    let mut tried: HashSet<(usize, String, String)> = HashSet::new();
    let mut outcome = Outcome::default();
    let mut current = file.clone();
    let mut now = bytes.clone();
    for _ in 0..MOST_ROUNDS {
        let Ok(source) = Source::decode(&*file.name, now.clone()).map(Arc::new) else {
            return all_left(Why::ChangesMore);
        };
        let parsed = document::parse(&source, limits);
        let can_silence = |document: usize, finding: &Finding| {
            let gap = gap(rules, document, finding);
            if examiner.policies.of(&file.name).is_locked(finding.rule) {
                Err(Why::Locked)
            } else if tried.contains(&gap) {
                // A comment was written for it and does not reach it.
                Err(Why::NoPlace)
            } else {
                Ok(())
            }
        };
        let added = suppression::add(&source, &parsed, &current, rules, reason, &can_silence);
        outcome.left = added
            .left
            .iter()
            .filter_map(|left| {
                let finding = left_finding(&current, left)?;
                Some(line(&current, finding, left.why.words().get(lang)))
            })
            .collect();
        if added.comments == 0 {
            break;
        }
        for document in &current.documents {
            let gaps = document.findings.iter();
            tried.extend(gaps.map(|finding| gap(rules, document.index, finding)));
        }
        outcome.comments += added.comments;
        now = encoded(&source, &added.text);
        current = examiner.bytes(&file.name, now.clone());
        for document in &mut current.documents {
            document
                .findings
                .retain(|finding| !known.contains(&finding.fingerprint));
        }
    }
    if outcome.comments == 0 {
        return outcome;
    }
    let Ok(after) = Source::decode(&*file.name, now.clone()).map(Arc::new) else {
        return all_left(Why::ChangesMore);
    };
    if !says_the_same(&parsed, &document::parse(&after, limits)) {
        return all_left(Why::ChangesMore);
    }
    if let Err(error) = fix::replace(path, &bytes, &now) {
        return Outcome {
            failed: true,
            ..nothing(write_error(&error, lang).as_str())
        };
    }
    outcome.silenced = count.saturating_sub(outcome.left.len());
    outcome
}

fn gap(
    rules: &crate::rule::RuleSet,
    document: usize,
    finding: &Finding,
) -> (usize, String, String) {
    let code = rules.rule(finding.rule).code.clone();
    (document, code, finding.path.clone())
}

fn all(file: &CheckedFile) -> impl Iterator<Item = &Finding> {
    let of_documents = file.documents.iter().flat_map(|d| &d.findings);
    of_documents.chain(&file.findings)
}

fn left_finding<'a>(file: &'a CheckedFile, left: &LeftOut) -> Option<&'a Finding> {
    let Some(index) = left.document else {
        return file.findings.get(left.finding);
    };
    let document = file.documents.iter().find(|d| d.index == index)?;
    document.findings.get(left.finding)
}

/// The bytes of a text in UTF-8, after a byte order mark where the file had one.
fn encoded(source: &Source, text: &str) -> Vec<u8> {
    let mark: &[u8] = match source.encoding() {
        Encoding::Utf8Bom => &[0xEF, 0xBB, 0xBF],
        _ => &[],
    };
    [mark, text.as_bytes()].concat()
}

/// Whether two texts hold the same documents, comments apart.
fn says_the_same(before: &Parsed, after: &Parsed) -> bool {
    before.problems.len() == after.problems.len()
        && before.documents.len() == after.documents.len()
        && before
            .documents
            .iter()
            .zip(&after.documents)
            .all(|(before, after)| before.is_same_tree(after))
}

fn write_error(error: &WriteError, lang: Lang) -> String {
    match error {
        WriteError::Changed => lang
            .pick(
                "berkasnya berubah selagi diperiksa",
                "the file changed meanwhile",
            )
            .to_owned(),
        WriteError::ReadOnly { .. } => lang
            .pick(
                "berkas atau foldernya hanya dapat dibaca",
                "the file or its folder is read-only",
            )
            .to_owned(),
        WriteError::Io(error) => system::words(error).get(lang).to_owned(),
    }
}

/// The reason that the command line gives.
pub(super) fn reason(text: &str, today: jiff::civil::Date) -> Result<Reason, Failure> {
    // Who forgets the reason gives the next argument instead: all files would be written to.
    if std::path::Path::new(text).exists() {
        return Err(Failure::ReasonIsPath(text.to_owned()));
    }
    Reason::parse(text, today).map_err(Failure::Reason)
}
