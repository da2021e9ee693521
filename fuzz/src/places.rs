//! Places: inside the file, and on the border of a character.

use sopan::{
    document::{NodeId, Parsed, Path},
    finding::{Finding, Range},
    lint::CheckedFile,
    span::Span,
};

/// What the bytes of a file allow.
struct Bytes<'a> {
    bytes: &'a [u8],
    text: Option<&'a str>,
}

impl Bytes<'_> {
    fn is_border(&self, offset: usize) -> bool {
        match self.text {
            Some(text) => text.is_char_boundary(offset),
            None => offset <= self.bytes.len(),
        }
    }

    #[track_caller]
    fn holds(&self, range: &Range, finding: &Finding) {
        let (start, end) = (range.start, range.end);
        assert!(start.offset <= end.offset, "turned around: {finding:?}");
        assert!(
            (start.line, start.column) <= (end.line, end.column),
            "{finding:?}"
        );
        assert!(start.line >= 1 && start.column >= 1, "{finding:?}");
        // An empty file has a place of one byte, as there is nothing to point at.
        if end.offset > self.bytes.len() {
            assert!(
                end.offset <= self.bytes.len().max(1),
                "outside: {finding:?}"
            );
            return;
        }
        assert!(
            self.is_border(start.offset),
            "inside a character: {finding:?}"
        );
        assert!(
            self.is_border(end.offset),
            "inside a character: {finding:?}"
        );
    }
}

/// All places of all findings of a file that was read from these bytes.
#[track_caller]
pub fn assert_findings(bytes: &[u8], file: &CheckedFile) {
    // What is not UTF-8 throughout is read as UTF-16, or not at all.
    let text = std::str::from_utf8(bytes).ok();
    let bytes = Bytes {
        bytes,
        text: text.filter(|_| !file.is_unreadable),
    };
    let of_documents = file.documents.iter().flat_map(|document| {
        let silenced = document.suppressed.iter();
        document.findings.iter().chain(silenced)
    });
    for finding in of_documents.chain(&file.findings) {
        bytes.holds(&finding.range, finding);
        assert!(Path::parse(&finding.path).is_ok(), "{finding:?}");
        for related in &finding.related {
            if related.file.is_none() {
                bytes.holds(&related.range, finding);
            }
            assert!(Path::parse(&related.path).is_ok(), "{finding:?}");
        }
        let Some(fix) = &finding.fix else { continue };
        for (start, end, _) in &fix.edits {
            assert!(start <= end && *end <= bytes.bytes.len(), "{finding:?}");
            assert!(
                bytes.is_border(*start) && bytes.is_border(*end),
                "{finding:?}"
            );
        }
    }
}

/// A span of a text.
#[track_caller]
pub fn assert_span(text: &str, span: Span) {
    assert!(
        text.get(span.start..span.end).is_some(),
        "{span:?} in {text:?}"
    );
}

/// Every key, value and comment of what was parsed.
#[track_caller]
pub fn assert_parsed(parsed: &Parsed) {
    for document in &parsed.documents {
        let text = document.source().text();
        for node in document.nodes() {
            let place = document.place(node);
            assert_span(text, place.value());
            for (_, key, _) in document.keys(node) {
                assert_span(text, key);
            }
            let path = document.path_of(node);
            let read = Path::parse(&path.to_string());
            assert!(read.is_ok(), "{path}");
        }
        for comment in document.comments() {
            assert_span(text, comment.span);
            let written = document.source().slice(comment.span);
            assert!(written.starts_with('#'), "{written:?}");
        }
        assert!(document.path_of(NodeId::ROOT).to_string().is_empty());
    }
}
