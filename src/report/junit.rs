//! JUnit XML: every document is a test, which fails where a finding of it makes the run fail.
//!
//! A suite is a file. The class of a test is the unit, by which Jenkins and GitLab group; its
//! name begins with the file, so that it stays the same test when its findings change, and so
//! that "failed since" and "fixed in" mean something. One test per finding would have a name
//! that goes away when the gap is mended.
//!
//! Written by hand on `quick-xml` because the schema of Jenkins refuses attributes that
//! `quick-junit` always writes.

use std::{
    cmp::Reverse,
    io::{self, Write},
};

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event},
};

use super::{Located, Options, full_text};
use crate::{
    finding::{Finding, Severity},
    judge::Judged,
    lint::{CheckedDocument, CheckedFile},
    rule::RuleSet,
    sanitize::{break_brackets, one_line},
    text::Lang,
};

/// The least grave finding that fails a test. With `--fail-on never` the run does not fail, but
/// a report in which all tests pass would tell nothing.
fn limit(options: &Options) -> Severity {
    options.fail_on.unwrap_or(Severity::Error)
}

/// One document, or what belongs to no document of a file.
struct Test<'a> {
    file: &'a CheckedFile,
    document: Option<&'a CheckedDocument>,
    findings: &'a [Finding],
}

impl Test<'_> {
    fn failing<'a>(&'a self, options: &Options) -> impl Iterator<Item = &'a Finding> {
        let limit = limit(options);
        let findings = self.findings.iter();
        findings.filter(move |finding| finding.severity >= limit)
    }

    /// Neither passed nor failed: it could not be looked at.
    fn is_error(&self) -> bool {
        self.document.is_none() && self.file.is_unreadable
    }

    fn name(&self) -> String {
        let file = one_line(&self.file.name);
        let Some(document) = self.document else {
            return file;
        };
        let number = match document.index {
            0 => String::new(),
            index => format!("#{}", index + 1),
        };
        match &document.name {
            Some(name) => format!("{file}{number}: {}", one_line(name)),
            None => format!("{file}{number}"),
        }
    }

    /// The unit, without full stops: Jenkins takes what stands before one for a package.
    fn class(&self, lang: Lang) -> String {
        let unit = self.document.and_then(|document| document.unit.as_deref());
        let unit = unit.map(|unit| one_line(unit).replace('.', " "));
        let words = unit.iter().flat_map(|unit| unit.split_whitespace());
        let unit = words.collect::<Vec<_>>().join(" ");
        match unit.is_empty() {
            true => lang
                .pick("(unit tidak disebut)", "(no unit named)")
                .to_owned(),
            false => unit,
        }
    }
}

/// The tests of a file: its documents, and itself where something belongs to none of them.
fn tests(file: &CheckedFile) -> Vec<Test<'_>> {
    let itself = Test {
        file,
        document: None,
        findings: &file.findings,
    };
    let documents = file.documents.iter().map(|document| Test {
        file,
        document: Some(document),
        findings: &document.findings,
    });
    let has_own = !file.findings.is_empty() || file.documents.is_empty();
    has_own
        .then_some(itself)
        .into_iter()
        .chain(documents)
        .collect()
}

#[derive(Default)]
struct Counts {
    tests: usize,
    failures: usize,
    errors: usize,
}

impl Counts {
    fn of<'a>(tests: impl IntoIterator<Item = &'a Test<'a>>, options: &Options) -> Self {
        let mut counts = Self::default();
        for test in tests {
            counts.tests += 1;
            if test.failing(options).next().is_none() {
                continue;
            }
            match test.is_error() {
                true => counts.errors += 1,
                false => counts.failures += 1,
            }
        }
        counts
    }

    fn put(&self, tag: &mut BytesStart<'_>) {
        tag.push_attribute(("tests", &*self.tests.to_string()));
        tag.push_attribute(("failures", &*self.failures.to_string()));
        tag.push_attribute(("errors", &*self.errors.to_string()));
    }
}

pub(super) fn write(
    judged: &Judged,
    rules: &RuleSet,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let suites: Vec<_> = judged.files.iter().map(tests).collect();
    let mut xml = Xml(Writer::new_with_indent(Vec::new(), b' ', 2));
    xml.0
        .write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let mut root = BytesStart::new("testsuites");
    root.push_attribute(("name", "sopan"));
    Counts::of(suites.iter().flatten(), options).put(&mut root);
    xml.open(root)?;
    for (file, tests) in judged.files.iter().zip(&suites) {
        let mut suite = BytesStart::new("testsuite");
        let name = one_line(&file.name);
        suite.push_attribute(("name", &*name));
        Counts::of(tests, options).put(&mut suite);
        suite.push_attribute(("skipped", "0"));
        suite.push_attribute(("file", &*name));
        xml.open(suite)?;
        for test in tests {
            xml.test(test, rules, options)?;
        }
        xml.close("testsuite")?;
    }
    xml.close("testsuites")?;
    // Markup holds no brackets: those that a build service might act on stand in text.
    let text = String::from_utf8_lossy(xml.0.get_ref()).into_owned();
    writeln!(out, "{}", break_brackets(&text, "&#91;"))
}

struct Xml(Writer<Vec<u8>>);

impl Xml {
    fn open(&mut self, tag: BytesStart<'_>) -> io::Result<()> {
        self.0.write_event(Event::Start(tag))
    }

    fn close(&mut self, name: &str) -> io::Result<()> {
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }

    /// An element with nothing but text in it.
    fn text(&mut self, tag: BytesStart<'_>, text: &str) -> io::Result<()> {
        let end = tag.to_end().into_owned();
        self.0.write_event(Event::Start(tag))?;
        self.0.write_event(Event::Text(BytesText::new(text)))?;
        self.0.write_event(Event::End(end))
    }

    fn test(&mut self, test: &Test<'_>, rules: &RuleSet, options: &Options) -> io::Result<()> {
        let lang = options.lang;
        let mut case = BytesStart::new("testcase");
        case.push_attribute(("name", &*test.name()));
        case.push_attribute(("classname", &*test.class(lang)));
        if test.findings.is_empty() {
            return self.0.write_event(Event::Empty(case));
        }
        self.open(case)?;
        let told = |findings: &mut dyn Iterator<Item = &Finding>| {
            let told: Vec<_> = findings.map(|f| tell(test, f, rules, lang)).collect();
            told.join("\n")
        };
        let gravest = test.failing(options).max_by_key(|finding| {
            // The first of those that are equally grave.
            (finding.severity, Reverse(finding.range))
        });
        if let Some(gravest) = gravest {
            let name = if test.is_error() { "error" } else { "failure" };
            let rule = rules.rule(gravest.rule);
            let message = one_line(&rule.message.render(lang, &gravest.arguments));
            let more = test.failing(options).count() - 1;
            let message = match more {
                0 => message,
                _ => lang.pick(
                    format!("{message} (dan {more} lagi)"),
                    format!("{message} (and {more} more)"),
                ),
            };
            let mut failure = BytesStart::new(name);
            failure.push_attribute(("type", &*rule.code));
            failure.push_attribute(("message", &*message));
            self.text(failure, &told(&mut test.failing(options)))?;
        }
        let limit = limit(options);
        let others = test.findings.iter().filter(|f| f.severity < limit);
        let mut others = others.peekable();
        if others.peek().is_some() {
            self.text(BytesStart::new("system-out"), &told(&mut others))?;
        }
        self.close("testcase")
    }
}

/// All that a person needs to mend it. Every line begins with words of ours.
fn tell(test: &Test<'_>, finding: &Finding, rules: &RuleSet, lang: Lang) -> String {
    let rule = rules.rule(finding.rule);
    let at = finding.range.start;
    let located = Located {
        file: test.file,
        document: test.document,
        finding,
    };
    format!(
        "{}[{}] {}:{}:{}: {}\n  {}: {}",
        finding.severity.title().get(lang),
        rule.code,
        one_line(located.name()),
        at.line,
        at.column,
        one_line(&full_text(&located, rules, lang)),
        lang.pick("dasar", "basis"),
        one_line(rule.reference(located.kind())),
    )
}
