//! A run in parts: what one part found, written down before it is judged, so that several parts
//! put together give what one run over everything gives.
//!
//! A file of facts has a head, a line for every file that was looked at, and a last line that
//! says how many there were, so that half a file is never taken for a whole one.

mod record;

use std::{
    io::{self, BufRead, Write},
    sync::Arc,
};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use self::record::FileRecord;
use crate::{
    document::{self, Limits},
    judge::Policy,
    lint::CheckedFile,
    record::codes,
    rule::RuleSet,
    suppression,
};

/// Version of the file; of this version of the program only.
const VERSION: u32 = 1;

/// The first line.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    sopan_facts: u32,
    /// The version of the program.
    program: String,
    /// What the rules were made of.
    rules: String,
    today: String,
}

/// Every other line.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Line<'a> {
    File(Box<FileRecord<'a>>),
    End {
        files: usize,
        /// YAML files that are not documents of ours.
        skipped: usize,
    },
}

/// What parts of a run found, not yet judged.
#[derive(Debug, Default)]
pub struct Facts {
    /// The files, in the order of their names, each with what the settings say of it.
    pub files: Vec<(CheckedFile, Policy)>,
    /// YAML files that are not documents of ours.
    pub skipped: usize,
    /// The day of the run, as soon as one is known.
    pub today: Option<Date>,
}

/// Why files of facts cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum FactsError {
    /// Those of the system.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The first line does not say that it is one.
    #[error("not a file of facts")]
    NotFacts,
    /// Another version of the program wrote it.
    #[error("written by version {0}")]
    Version(String),
    /// It was made with other rules.
    #[error("made with other rules")]
    Rules,
    /// It was made on another day than the one before it.
    #[error("made on {found}, the others on {wanted}")]
    Today {
        /// The day of this one.
        found: Date,
        /// The day of the others.
        wanted: Date,
    },
    /// A line is broken.
    #[error("line {line}: {reason}")]
    Line {
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        reason: String,
    },
    /// The last line is missing, or counts other files.
    #[error("not whole")]
    NotWhole,
    /// A file that another part looked at too.
    #[error("{0} is in two parts")]
    Twice(String),
}

/// Writes down what a part of a run found.
///
/// # Errors
///
/// Those of the writer.
pub fn write<'a>(
    files: impl Iterator<Item = (&'a CheckedFile, &'a Policy)>,
    skipped: usize,
    rules: &RuleSet,
    today: Date,
    out: &mut dyn Write,
) -> io::Result<()> {
    let head = Head {
        sopan_facts: VERSION,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        rules: rules.digest().to_owned(),
        today: today.to_string(),
    };
    line(&head, out)?;
    let mut count = 0;
    for (file, policy) in files {
        count += 1;
        let record = FileRecord::new(file, policy, rules);
        line(&Line::File(Box::new(record)), out)?;
    }
    let end = Line::End {
        files: count,
        skipped,
    };
    line(&end, out)
}

fn line(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")
}

impl Facts {
    /// Adds what a file of facts holds. Several make one run: the same rules, the same day, and
    /// no file twice.
    ///
    /// # Errors
    ///
    /// [`FactsError`] where it is none, not whole, or belongs to another run.
    pub fn read(&mut self, reader: impl BufRead, rules: &RuleSet) -> Result<(), FactsError> {
        let mut lines = reader.lines();
        let head = lines
            .next()
            .transpose()
            .map_err(|error| match error.kind() {
                io::ErrorKind::InvalidData => FactsError::NotFacts,
                _ => FactsError::Io(error),
            })?;
        self.head(&head.unwrap_or_default(), rules)?;
        let codes = codes(rules);
        let (mut count, mut end) = (0, None);
        for (index, text) in lines.enumerate() {
            let number = index + 2;
            let broken = |reason: String| FactsError::Line {
                line: number,
                reason,
            };
            if end.is_some() {
                return Err(FactsError::NotWhole);
            }
            match serde_json::from_str(&text?).map_err(|error| broken(error.to_string()))? {
                Line::End { files, skipped } => end = Some((files, skipped)),
                Line::File(record) => {
                    let text = record.source().map_err(&broken)?;
                    let (mut file, policy) = record.file(rules, &codes).map_err(&broken)?;
                    if let Some(source) = text {
                        read_comments(&mut file, &Arc::new(source), rules);
                    }
                    self.files.push((file, policy));
                    count += 1;
                }
            }
        }
        match end {
            Some((files, skipped)) if files == count => self.skipped += skipped,
            _ => return Err(FactsError::NotWhole),
        }
        self.files
            .sort_by(|(one, _), (other, _)| one.name.cmp(&other.name));
        let twice = self.files.windows(2).find_map(|pair| match pair {
            [(one, _), (other, _)] if one.name == other.name => Some(one.name.clone()),
            _ => None,
        });
        match twice {
            Some(name) => Err(FactsError::Twice(name)),
            None => Ok(()),
        }
    }

    fn head(&mut self, text: &str, rules: &RuleSet) -> Result<(), FactsError> {
        #[derive(Deserialize)]
        struct Any {
            sopan_facts: Option<u64>,
            program: Option<String>,
        }
        let any = serde_json::from_str::<Any>(text).ok();
        let Some(Any { program, .. }) = any.filter(|any| any.sopan_facts.is_some()) else {
            return Err(FactsError::NotFacts);
        };
        let head: Option<Head> = serde_json::from_str(text).ok();
        let Some(head) = head.filter(|head| {
            head.sopan_facts == VERSION && head.program == env!("CARGO_PKG_VERSION")
        }) else {
            return Err(FactsError::Version(
                program.unwrap_or_else(|| "?".to_owned()),
            ));
        };
        if head.rules != rules.digest() {
            return Err(FactsError::Rules);
        }
        let found: Date = head.today.parse().map_err(|_| FactsError::NotFacts)?;
        match *self.today.get_or_insert(found) {
            wanted if wanted == found => Ok(()),
            wanted => Err(FactsError::Today { found, wanted }),
        }
    }
}

/// Reads the comments that silence again: they point into the text.
fn read_comments(file: &mut CheckedFile, source: &Arc<crate::source::Source>, rules: &RuleSet) {
    let parsed = document::parse(source, &Limits::default());
    for document in &parsed.documents {
        let mut checked = file.documents.iter_mut();
        if let Some(checked) = checked.find(|checked| checked.index == document.index()) {
            checked.suppressions = suppression::read(document, rules);
        }
    }
}
