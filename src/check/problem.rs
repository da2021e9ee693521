//! `problem`: a file or document is not what it must be before any rule can look into it.

use serde::Deserialize;

use super::{Check, Mistake, Target, nearest};
use crate::{
    document::{Path, Problem, ProblemKind},
    finding::Hit,
    rule::Environment,
    source::{DecodeError, Sort},
    text::Phrase,
};

/// Reports one kind of problem that reading and parsing found.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProblemCheck {
    /// The kind of problem.
    is: String,
}

impl Check for ProblemCheck {
    fn arguments(&self) -> &'static [&'static str] {
        &["reason", "remedy", "key", "limit"]
    }

    fn prepare(&mut self, _: &Environment<'_>) -> Result<(), Vec<Mistake>> {
        if ProblemKind::NAMES.contains(&self.is.as_str()) {
            return Ok(());
        }
        let is = &self.is;
        let message = Phrase::new(
            format!("masalah `{is}` tidak dikenal"),
            format!("the problem `{is}` is not known"),
        );
        let names = ProblemKind::NAMES.join("`, `");
        let help = match nearest(is, ProblemKind::NAMES) {
            Some(near) => Phrase::new(
                format!("Mungkin maksud Anda `{near}`."),
                format!("Perhaps you mean `{near}`."),
            ),
            None => Phrase::new(
                format!("Yang dikenal: `{names}`."),
                format!("Known are: `{names}`."),
            ),
        };
        Err(vec![
            Mistake::new(Path::root().key("is"), message).help(Some(help)),
        ])
    }

    /// Problems are found while reading; a walk over the nodes has nothing to add.
    fn run(&self, _: &Target<'_>, _: &mut Vec<Hit>) {}

    fn problem(&self) -> Option<&str> {
        Some(&self.is)
    }
}

/// The gap that a problem is.
pub(crate) fn hit(problem: &Problem) -> Hit {
    let hit = Hit::new(problem.path.clone(), problem.span);
    match &problem.kind {
        ProblemKind::Unreadable { reason } | ProblemKind::Internal { reason } => {
            hit.argument("reason", Phrase::same(reason.clone()))
        }
        ProblemKind::TooLarge { limit } => hit.argument("limit", Phrase::same(size(*limit))),
        ProblemKind::Encoding(error) => hit.argument("reason", decode_reason(error)),
        ProblemKind::Syntax(reason) => hit
            .label(reason.label())
            .argument("reason", reason.reason())
            .argument("remedy", reason.remedy()),
        ProblemKind::TooDeep { limit } => hit.argument("limit", Phrase::same(limit.to_string())),
        ProblemKind::TooManyAliases { limit } => {
            hit.argument("limit", Phrase::same(limit.to_string()))
        }
        ProblemKind::DuplicateKey { key, first } => hit
            .label(Phrase::new("yang kedua", "the second one"))
            .argument("key", Phrase::same(key.clone()))
            .related(
                problem.path.clone(),
                *first,
                Phrase::new("yang pertama di sini", "the first one is here"),
            ),
        ProblemKind::Empty => hit,
    }
}

fn size(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} B"),
        1024..1_048_576 => format!("{} KiB", bytes / 1024),
        _ => format!("{} MiB", bytes / 1_048_576),
    }
}

pub(crate) fn decode_reason(error: &DecodeError) -> Phrase {
    let at = error.position();
    let (line, offset) = (at.line, at.offset);
    match error {
        DecodeError::NotUtf8 { byte, .. } => Phrase::new(
            format!("bita ke-{offset} (baris {line}) bernilai 0x{byte:02X}, bukan UTF-8"),
            format!("byte {offset} (line {line}) is 0x{byte:02X}, which is not UTF-8"),
        ),
        DecodeError::Nul {
            looks_like_utf16: true,
            ..
        } => Phrase::new(
            format!("bita ke-{offset} bernilai 0; tampaknya UTF-16 tanpa tanda urutan bita"),
            format!("byte {offset} is 0; it looks like UTF-16 without a byte order mark"),
        ),
        DecodeError::Nul { .. } => Phrase::new(
            format!("bita ke-{offset} (baris {line}) bernilai 0, yang tidak ada dalam teks"),
            format!("byte {offset} (line {line}) is 0, which no text holds"),
        ),
        DecodeError::BrokenUtf16 { .. } => Phrase::new(
            format!("UTF-16 terputus di bita ke-{offset} (baris {line})"),
            format!("the UTF-16 text breaks at byte {offset} (line {line})"),
        ),
        DecodeError::Utf32 => Phrase::new("berkas memakai UTF-32", "the file is in UTF-32"),
        DecodeError::Other(Sort::Picture) => {
            Phrase::new("isinya tampaknya gambar", "it looks like a picture")
        }
        DecodeError::Other(Sort::Pdf) => Phrase::new("isinya tampaknya PDF", "it looks like a PDF"),
        DecodeError::Other(Sort::Office) => Phrase::new(
            "isinya tampaknya dokumen Word, Excel, atau sejenisnya",
            "it looks like a document of Word, Excel or the like",
        ),
    }
}
