//! Reports held against the schemas in `tests/data`.

use std::{
    io::Write,
    process::{Command, Stdio},
    sync::LazyLock,
};

use jsonschema::Validator;
use roxmltree::Document;
use serde_json::Value;

fn validator(schema: &str) -> Validator {
    // A bracket too many in two patterns of SARIF, which a strict reader of patterns refuses.
    let schema = schema.replace("[a-zA-Z]{2}]?$", "[a-zA-Z]{2}$");
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let options = jsonschema::options().should_validate_formats(true);
    options.build(&schema).unwrap()
}

static SARIF: LazyLock<Validator> =
    LazyLock::new(|| validator(include_str!("../data/sarif-schema-2.1.0.json")));
static GITLAB: LazyLock<Validator> =
    LazyLock::new(|| validator(include_str!("../data/gitlab-code-quality.schema.json")));
const JUNIT: &str = include_str!("../data/junit-10.xsd");

fn mistakes(validator: &Validator, report: &str) -> Vec<String> {
    let report = match serde_json::from_str(report) {
        Ok(report) => report,
        Err(error) => return vec![error.to_string()],
    };
    let errors = validator.iter_errors(&report);
    errors
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

/// What SARIF 2.1.0 does not allow.
pub(crate) fn sarif_mistakes(report: &str) -> Vec<String> {
    mistakes(&SARIF, report)
}

/// What GitLab would not read.
pub(crate) fn gitlab_mistakes(report: &str) -> Vec<String> {
    mistakes(&GITLAB, report)
}

/// What the schema of Jenkins does not allow, or what is not XML at all: names of elements and
/// attributes here, all of it by `xmllint` where that is installed. Where `SOPAN_XMLLINT` is set
/// it must be.
pub(crate) fn junit_mistakes(report: &str) -> Vec<String> {
    let report_tree = match Document::parse(report) {
        Ok(tree) => tree,
        Err(error) => return vec![error.to_string()],
    };
    let schema = Document::parse(JUNIT).unwrap();
    let declared = |name: &str| {
        let mut elements = schema.root_element().children();
        elements.find(|e| e.has_tag_name(XS_ELEMENT) && e.attribute("name") == Some(name))
    };
    let mut mistakes = Vec::new();
    for element in report_tree
        .descendants()
        .filter(roxmltree::Node::is_element)
    {
        let name = element.tag_name().name();
        let Some(declaration) = declared(name) else {
            mistakes.push(format!("<{name}> is not declared"));
            continue;
        };
        let inside = || declaration.descendants();
        for attribute in element.attributes() {
            let is_declared = inside().any(|inner| {
                inner.has_tag_name(XS_ATTRIBUTE)
                    && inner.attribute("name") == Some(attribute.name())
            });
            if !is_declared {
                mistakes.push(format!("<{name} {}>", attribute.name()));
            }
        }
        for needed in inside().filter(|inner| inner.attribute("use") == Some("required")) {
            let needed = needed.attribute("name").unwrap();
            if element.attribute(needed).is_none() {
                mistakes.push(format!("<{name}> without {needed}"));
            }
        }
        for child in element.children().filter(roxmltree::Node::is_element) {
            let child = child.tag_name().name();
            if !inside().any(|inner| inner.attribute("ref") == Some(child)) {
                mistakes.push(format!("<{child}> in <{name}>"));
            }
        }
    }
    mistakes.extend(xmllint(report));
    mistakes
}

const XS_ELEMENT: (&str, &str) = ("http://www.w3.org/2001/XMLSchema", "element");
const XS_ATTRIBUTE: (&str, &str) = ("http://www.w3.org/2001/XMLSchema", "attribute");

fn xmllint(report: &str) -> Vec<String> {
    let schema = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/junit-10.xsd");
    let child = Command::new("xmllint")
        .args(["--noout", "--nonet", "--huge", "--schema", schema, "-"])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut child = match child {
        Ok(child) => child,
        Err(error) => {
            let is_needed = std::env::var_os("SOPAN_XMLLINT").is_some();
            assert!(!is_needed, "xmllint: {error}");
            return Vec::new();
        }
    };
    let mut stdin = child.stdin.take().unwrap();
    let bytes = report.as_bytes().to_owned();
    let writer = std::thread::spawn(move || drop(stdin.write_all(&bytes)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    match output.status.success() {
        true => Vec::new(),
        false => vec![String::from_utf8_lossy(&output.stderr).into_owned()],
    }
}
