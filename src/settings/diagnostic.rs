//! What is wrong, or worth knowing, about a settings file.

use std::sync::Arc;

use crate::{finding::Severity, source::Source, span::Span, text::Phrase};

/// What is wrong, or worth knowing, about a settings file.
///
/// An error stops the run: settings that do not work must not look like settings that do.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// How grave it is; only an error stops the run.
    pub severity: Severity,
    /// The file; of one that could not be read, only the name.
    pub source: Arc<Source>,
    /// Where in its text.
    pub span: Span,
    /// What is wrong.
    pub message: Phrase,
    /// What to do.
    pub help: Option<Phrase>,
}

impl Diagnostic {
    /// Something that stops the run.
    pub(super) fn error(source: &Arc<Source>, span: Span, message: Phrase) -> Self {
        Self::new(Severity::Error, source, span, message)
    }

    /// Something to look at; the run goes on.
    pub(super) fn warning(source: &Arc<Source>, span: Span, message: Phrase) -> Self {
        Self::new(Severity::Warning, source, span, message)
    }

    /// Something that changes nothing; the run goes on.
    pub(super) fn info(source: &Arc<Source>, span: Span, message: Phrase) -> Self {
        Self::new(Severity::Info, source, span, message)
    }

    fn new(severity: Severity, source: &Arc<Source>, span: Span, message: Phrase) -> Self {
        Self {
            severity,
            source: Arc::clone(source),
            span,
            message,
            help: None,
        }
    }

    /// With what to do about it.
    #[must_use]
    pub(super) fn help(mut self, help: impl Into<Option<Phrase>>) -> Self {
        self.help = help.into();
        self
    }

    /// Whether it stops the run.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}
