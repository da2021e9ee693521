//! The reason that `--add-ignores` was given.

use jiff::civil::Date;

use crate::{
    sanitize::visible,
    span::Span,
    suppression::{Suppression, comment},
    text::Phrase,
};

/// Why findings are silenced, and how long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    text: String,
    until: Option<Date>,
}

/// Why a text cannot be the reason in a comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReasonError {
    /// It says nothing.
    #[error("the reason is empty")]
    Empty,
    /// It holds line breaks or other characters that do not show.
    #[error("the reason holds characters that do not show")]
    Hidden,
    /// What stands after `sampai` is no date.
    #[error("the date after `until` cannot be read")]
    Date,
    /// The last day has passed.
    #[error("the last day has passed")]
    Past,
}

impl ReasonError {
    /// For people.
    pub fn words(self) -> Phrase {
        match self {
            Self::Empty => Phrase::new(
                "alasan pada --add-ignores belum diisi",
                "the reason of --add-ignores is empty",
            ),
            Self::Hidden => Phrase::new(
                "alasan pada --add-ignores harus satu baris teks biasa",
                "the reason of --add-ignores must be one line of plain text",
            ),
            Self::Date => Phrase::new(
                "tanggal sesudah `sampai` pada --add-ignores tidak terbaca",
                "the date after `until` in --add-ignores cannot be read",
            ),
            Self::Past => Phrase::new(
                "tanggal akhir pada --add-ignores sudah lewat",
                "the last day in --add-ignores has passed",
            ),
        }
    }
}

impl Reason {
    /// Reads a reason, which may end with `sampai 2026-12-31`.
    ///
    /// # Errors
    ///
    /// [`ReasonError`] where it could not stand in a comment that is valid on the day `today`.
    pub fn parse(text: &str, today: Date) -> Result<Self, ReasonError> {
        let text = text.trim();
        if visible(text) != text {
            return Err(ReasonError::Hidden);
        }
        let reason = read(&format!("# sopan: abaikan X -- {text}"))?;
        if reason.until.is_some_and(|until| until < today) {
            return Err(ReasonError::Past);
        }
        // Two dates, or one inside: what would be written must be read as what was meant.
        let again = read(&format!("# sopan: abaikan X {}", reason.tail(true)))?;
        if again == reason {
            Ok(reason)
        } else {
            Err(ReasonError::Date)
        }
    }

    /// The end of a comment: last day and reason.
    pub(super) fn tail(&self, with_date: bool) -> String {
        let text = &self.text;
        match self.until.filter(|_| with_date) {
            Some(until) => format!("sampai {until} -- {text}"),
            None => format!("-- {text}"),
        }
    }

    /// Whether a comment has the same reason and last day.
    pub(super) fn is_that_of(&self, suppression: &Suppression) -> bool {
        suppression.reason.as_deref() == Some(&self.text) && suppression.until == self.until
    }
}

fn read(comment: &str) -> Result<Reason, ReasonError> {
    let whole = Span::new(0, comment.len());
    let words = comment::read(comment, whole, &|_| true).ok_or(ReasonError::Empty)?;
    if words.mistake.is_some() {
        return Err(ReasonError::Date);
    }
    let text = words
        .reason
        .and_then(|span| comment.get(span.start..span.end));
    Ok(Reason {
        text: text.ok_or(ReasonError::Empty)?.to_owned(),
        until: words.until,
    })
}
