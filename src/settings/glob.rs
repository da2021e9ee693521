//! Patterns of file names, as in `.gitignore`.

use std::{
    path::Path,
    sync::atomic::{AtomicBool, Ordering},
};

use ignore::gitignore::{Gitignore, GitignoreBuilder};

use crate::{span::Span, text::Phrase};

/// Patterns of file names; of several that match, the last one counts.
#[derive(Debug, Default)]
pub struct Globs {
    patterns: Vec<Pattern>,
}

/// One pattern.
#[derive(Debug)]
pub struct Pattern {
    /// As written.
    pub text: String,
    /// Where it is written.
    pub span: Span,
    matcher: Gitignore,
    /// Whether it matched anything yet.
    used: AtomicBool,
}

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    ///
    /// Why it cannot match anything, or is no pattern.
    pub(super) fn parse(text: &str, span: Span) -> Result<Self, Phrase> {
        let bare = text.strip_prefix('!').unwrap_or(text).trim();
        if bare.is_empty() || bare == "/" {
            return Err(Phrase::new("pola ini kosong", "this pattern is empty"));
        }
        if bare.split('/').any(|part| part == "..") {
            return Err(Phrase::new(
                "pola tidak dapat keluar dari folder setelannya",
                "a pattern cannot lead out of the folder of its settings",
            ));
        }
        let slashes = |pair: [u8; 2]| pair[0] == b'\\' && pair[1].is_ascii_alphanumeric();
        if bare.as_bytes().array_windows().copied().any(slashes) {
            return Err(Phrase::new(
                "pola memakai garis miring `/`, bukan `\\`",
                "a pattern has slashes `/`, not `\\`",
            ));
        }
        let bad = |error: &ignore::Error| {
            let said = error.to_string();
            let said = said.rsplit(": ").next().unwrap_or(&said).to_owned();
            Phrase::new(
                format!("ini bukan pola nama berkas: {}", reason_id(&said)),
                format!("this is no pattern of file names: {said}"),
            )
        };
        // `./sop` is how people write it; git would find nothing.
        let (mark, rest) = match text.strip_prefix('!') {
            Some(rest) => ("!", rest),
            None => ("", text),
        };
        let line = match (rest.strip_prefix("./"), rest.starts_with('#')) {
            (Some(rest), _) => format!("{mark}/{rest}"),
            (None, true) => format!("{mark}\\{rest}"),
            (None, false) => text.to_owned(),
        };
        let mut builder = GitignoreBuilder::new("");
        builder.add_line(None, &line).map_err(|error| bad(&error))?;
        let matcher = builder.build().map_err(|error| bad(&error))?;
        Ok(Self {
            text: text.to_owned(),
            span,
            matcher,
            used: AtomicBool::new(false),
        })
    }

    /// Whether it takes back what one before it says, as `!important.yaml` does.
    pub fn is_negated(&self) -> bool {
        self.matcher.num_whitelists() > 0
    }

    /// Whether it matched anything yet.
    pub(super) fn is_used(&self) -> bool {
        self.used.load(Ordering::Relaxed)
    }

    fn matches(&self, path: &Path, is_folder: bool) -> bool {
        let matches = !self.matcher.matched(path, is_folder).is_none();
        if matches {
            self.used.store(true, Ordering::Relaxed);
        }
        matches
    }
}

/// What the pattern reader says, in Indonesian.
fn reason_id(said: &str) -> &str {
    match said {
        "unclosed alternate group; missing '}' (maybe escape '{' with '[{]'?)" => {
            "kurung kurawal `{` belum ditutup"
        }
        "dangling '\\'" => "`\\` di ujungnya tidak berarti apa-apa",
        _ => said,
    }
}

impl Globs {
    pub(super) fn new(patterns: Vec<Pattern>) -> Self {
        Self { patterns }
    }

    /// The patterns, as written.
    pub fn patterns(&self) -> &[Pattern] {
        &self.patterns
    }

    /// The pattern that decides over a path, which is relative to the folder of the settings.
    pub(super) fn of(&self, path: &Path, is_folder: bool) -> Option<&Pattern> {
        let mut found = None;
        for pattern in &self.patterns {
            if pattern.matches(path, is_folder) {
                found = Some(pattern);
            }
        }
        found
    }

    /// The pattern that decides over a path or a folder above it.
    pub(super) fn of_any(&self, path: &Path, is_folder: bool) -> Option<&Pattern> {
        let mut found = self.of(path, is_folder);
        for folder in path.ancestors().skip(1) {
            if folder.as_os_str().is_empty() {
                break;
            }
            // Asked in any case, so that it is known which patterns are of use.
            let decides = self.of(folder, true);
            found = found.or(decides);
        }
        found
    }

    /// Whether a file is meant, by its own name or that of a folder it is in.
    pub(super) fn contains(&self, path: &Path) -> bool {
        self.of_any(path, false)
            .is_some_and(|pattern| !pattern.is_negated())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn globs(patterns: &[&str]) -> Globs {
        let parse = |text: &&str| Pattern::parse(text, Span::default()).unwrap();
        Globs::new(patterns.iter().map(parse).collect())
    }

    #[test]
    fn patterns_are_those_of_gitignore() {
        let cases = [
            (&["*.yaml"][..], "a/b.yaml", true),
            (&["/*.yaml"], "a/b.yaml", false),
            (&["./a"], "a/b.yaml", true),
            (&["./a"], "x/a/b.yaml", false),
            (&["arsip/"], "a/arsip/b.yaml", true),
            (&["arsip/"], "arsip", false),
            (&["a/**/c.yaml"], "a/b/c.yaml", true),
            (&["#1.yaml"], "#1.yaml", true),
            (&["*.yaml", "!b.yaml"], "b.yaml", false),
            (&["*.yaml", "!b.yaml"], "a.yaml", true),
        ];
        for (patterns, path, expected) in cases {
            let found = globs(patterns).contains(Path::new(path));
            assert_eq!(found, expected, "{patterns:?} {path}");
        }
    }

    #[test]
    fn each_pattern_knows_whether_it_was_of_use() {
        let globs = globs(&["sp/", "sp/*.yaml", "sop/"]);
        assert!(globs.contains(Path::new("sp/a.yaml")));
        let used: Vec<_> = globs.patterns().iter().map(Pattern::is_used).collect();
        assert_eq!(used, [true, true, false]);
    }

    #[test]
    fn what_can_match_nothing_is_refused() {
        for text in ["", " ", "!", "/", "../a", "a/../b", "dinas\\a.yaml", "{a"] {
            assert!(Pattern::parse(text, Span::default()).is_err(), "{text}");
        }
    }
}
