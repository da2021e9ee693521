//! `sopan flow FILE`: the procedure of a document as a flowchart.

use std::{
    io::{self, IsTerminal, Read},
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    args::{Flow, FlowFormat, Global},
    exit::Exit,
    failure::Failure,
    output::Output,
    rules::load,
    run,
};
use crate::{
    chart::{self, Chart, Screen},
    document::{self, Document, Limits, NodeId},
    finding::Finding,
    judge::{Judge, Verdicts},
    lint::{self, Ask, CheckedFile, Linter},
    report::{self, Painter},
    rule::RuleSet,
    sanitize::one_line,
    settings::Settings,
    source::Source,
    text::{Lang, Phrase},
};

/// Why nothing can be drawn.
#[derive(Debug)]
pub(super) enum Undrawable {
    /// The file cannot be read, or is not YAML.
    Unreadable { file: String, reason: Phrase },
    /// It has no document of this number, from 1.
    NoDocument {
        file: String,
        wanted: usize,
        count: usize,
    },
    /// What was asked for has no procedure.
    NoProcedure { file: String },
    /// Several of its documents have one: their numbers and names.
    Several {
        file: String,
        documents: Vec<(usize, String)>,
    },
    /// The name of the file to write asks for a format that is not known.
    UnknownFormat(String),
}

pub(super) fn run(flow: &Flow, global: &Global) -> Result<Exit, Failure> {
    let output = Output::new(global)?;
    let format = format(flow, &output)?;
    let rules = load(global)?;
    let lang = global.lang();
    let chart = chart(flow, global, &rules)?;
    if let Some(path) = output.path()
        && same(path, &flow.file)
    {
        return Err(Failure::WouldOverwrite(path.to_owned()));
    }
    let drawn = match format {
        FlowFormat::Svg => chart::svg(&chart, lang),
        FlowFormat::Mermaid => chart::mermaid(&chart, lang),
        FlowFormat::Terminal => {
            let width = width(&output);
            let painter = Painter::new(&report::Options {
                lang,
                today: jiff::civil::Date::default(),
                colour: output.has_colour(global.color),
                width,
                most_pictures: None,
                ..report::Options::default()
            });
            let screen = Screen {
                width,
                painter,
                lang,
            };
            chart::terminal(&chart, &screen)
        }
    };
    output.write(drawn.as_bytes())?;
    Ok(Exit::Clean)
}

/// The format asked for, else that of the file to write.
fn format(flow: &Flow, output: &Output) -> Result<FlowFormat, Failure> {
    if let Some(format) = flow.format {
        return Ok(format);
    }
    let extension = output.path().and_then(Path::extension);
    let extension = extension.map(|extension| extension.to_string_lossy().to_lowercase());
    match extension.as_deref() {
        Some("svg") => Ok(FlowFormat::Svg),
        Some("mmd" | "mermaid") => Ok(FlowFormat::Mermaid),
        None | Some("txt") => Ok(FlowFormat::Terminal),
        Some(other) => Err(Failure::Flow(Undrawable::UnknownFormat(other.to_owned()))),
    }
}

/// Columns of the terminal; a fixed number elsewhere.
fn width(output: &Output) -> usize {
    const WIDEST: usize = 160;
    const ELSEWHERE: usize = 100;
    if output.path().is_some() || !io::stdout().is_terminal() {
        return ELSEWHERE;
    }
    let size = terminal_size::terminal_size();
    size.map_or(ELSEWHERE, |(width, _)| usize::from(width.0).min(WIDEST))
}

fn same(one: &Path, other: &Path) -> bool {
    one.canonicalize()
        .ok()
        .zip(other.canonicalize().ok())
        .is_some_and(|(one, other)| one == other)
}

fn chart(flow: &Flow, global: &Global, rules: &RuleSet) -> Result<Chart, Failure> {
    let lang = global.lang();
    let file = flow.file.to_string_lossy().into_owned();
    let today = global.today.unwrap_or_else(|| jiff::Zoned::now().date());
    let linter = Linter {
        rules,
        today,
        limits: Limits::default(),
        excerpts: false,
    };
    let bytes = match bytes(&flow.file, &linter.limits, lang)? {
        Ok(bytes) => bytes,
        Err(problem) => {
            let checked = linter.problem_file(&file, *problem);
            return Err(unreadable(&file, &checked, rules));
        }
    };
    let mut settings = Settings::new(&global.found, rules);
    settings.read_for(&flow.file);
    let policy = settings.policy(&flow.file);
    let verdicts = Verdicts::new(rules, &[], &[], None);
    let checked = linter.look(
        Ask {
            region: policy.region.as_deref(),
            ..Ask::default()
        },
        &file,
        bytes.clone(),
    );
    let checked = Judge::new(linter, &verdicts).file(checked, &policy);
    let Ok(source) = Source::decode(file.as_str(), bytes) else {
        return Err(unreadable(&file, &checked, rules));
    };
    let parsed = document::parse(&Arc::new(source), &linter.limits);
    let number = pick(&file, flow.document, &parsed.documents, || {
        unreadable(&file, &checked, rules)
    })?;
    let document = parsed.documents.get(number);
    let findings = checked
        .documents
        .iter()
        .find(|checked| document.is_some_and(|document| checked.index == document.index()));
    let findings: &[Finding] = findings.map_or(&[], |checked| &checked.findings);
    document
        .and_then(|document| Chart::read(document, findings, rules, lang))
        .ok_or(Failure::Flow(Undrawable::NoProcedure { file }))
}

type Bytes = Result<Vec<u8>, Box<document::Problem>>;

fn bytes(path: &Path, limits: &Limits, lang: Lang) -> Result<Bytes, Failure> {
    if path.as_os_str() != "-" {
        if !path.exists() {
            return Err(Failure::Missing(vec![PathBuf::from(path)]));
        }
        return Ok(run::read(path, limits, lang));
    }
    let mut bytes = Vec::new();
    let mut stdin = io::stdin().lock().take(limits.bytes + 1);
    stdin.read_to_end(&mut bytes).map_err(Failure::Stdin)?;
    Ok(match bytes.len() as u64 > limits.bytes {
        true => Err(Box::new(lint::too_large(limits))),
        false => Ok(bytes),
    })
}

/// The first thing that is wrong with the form of the file.
fn unreadable(file: &str, checked: &CheckedFile, rules: &RuleSet) -> Failure {
    let reason = checked.findings.first().map(|finding| {
        let message = &rules.rule(finding.rule).message;
        let at = finding.range.start;
        let place = |word: &str| match at.line {
            0 | 1 => String::new(),
            line => format!(" ({word} {line})"),
        };
        Phrase::new(
            message.render(Lang::Id, &finding.arguments) + &place("baris"),
            message.render(Lang::En, &finding.arguments) + &place("line"),
        )
    });
    Failure::Flow(Undrawable::Unreadable {
        file: one_line(file),
        reason: reason.unwrap_or_default(),
    })
}

/// The position of the document to draw.
fn pick(
    file: &str,
    wanted: Option<usize>,
    documents: &[Document],
    unreadable: impl Fn() -> Failure,
) -> Result<usize, Failure> {
    let file = one_line(file);
    if let Some(wanted) = wanted {
        let at = documents.iter().position(|d| d.index() + 1 == wanted);
        let count = documents.len();
        return at.ok_or(Failure::Flow(Undrawable::NoDocument {
            file,
            wanted,
            count,
        }));
    }
    if documents.is_empty() {
        return Err(unreadable());
    }
    let drawable = documents.iter().enumerate();
    let drawable: Vec<_> = drawable
        .filter(|(_, document)| crate::flow::Flow::read(document).is_some())
        .collect();
    match drawable.as_slice() {
        [] => Err(Failure::Flow(Undrawable::NoProcedure { file })),
        [(at, _)] => Ok(*at),
        several => {
            let name = |document: &Document| {
                let name = document.get(NodeId::ROOT, "nama");
                let name = name.and_then(|name| document.text(name));
                one_line(name.unwrap_or_default())
            };
            let several = several.iter();
            let documents = several.map(|(_, d)| (d.index() + 1, name(d))).collect();
            Err(Failure::Flow(Undrawable::Several { file, documents }))
        }
    }
}

impl Undrawable {
    /// The message and what to do.
    pub(super) fn words(&self) -> (Phrase, Option<Phrase>) {
        match self {
            Self::Unreadable { file, reason } => (
                Phrase::new(
                    format!("{file} tidak dapat digambar: {}", reason.get(Lang::Id)),
                    format!("{file} cannot be drawn: {}", reason.get(Lang::En)),
                ),
                Some(Phrase::new(
                    format!("Perbaiki dahulu berkasnya; lihat `sopan check {file}`."),
                    format!("Mend the file first; see `sopan check {file}`."),
                )),
            ),
            Self::NoDocument {
                file,
                wanted,
                count,
            } => (
                Phrase::new(
                    format!("tidak ada dokumen ke-{wanted} di {file}: isinya {count} dokumen"),
                    format!("there is no document {wanted} in {file}: it holds {count}"),
                ),
                None,
            ),
            Self::NoProcedure { file } => (
                Phrase::new(
                    format!("tidak ada prosedur untuk digambar di {file}"),
                    format!("there is no procedure to draw in {file}"),
                ),
                Some(Phrase::new(
                    "Yang digambar adalah daftar langkah pada kunci `prosedur`.",
                    "What is drawn is the list of steps under the key `prosedur`.",
                )),
            ),
            Self::Several { file, documents } => {
                let list = |word: &str| {
                    let documents = documents.iter().take(9);
                    let list = documents.map(|(number, name)| format!("{word} {number} ({name})"));
                    list.collect::<Vec<_>>().join(", ")
                };
                let count = documents.len();
                (
                    Phrase::new(
                        format!("ada {count} dokumen dengan prosedur di {file}"),
                        format!("there are {count} documents with a procedure in {file}"),
                    ),
                    Some(Phrase::new(
                        format!("Pilih satu dengan `--document`: {}.", list("nomor")),
                        format!("Choose one with `--document`: {}.", list("number")),
                    )),
                )
            }
            Self::UnknownFormat(extension) => {
                let extension = one_line(extension);
                (
                    Phrase::new(
                        format!("bagan alir tidak dapat ditulis sebagai .{extension}"),
                        format!("a flowchart cannot be written as .{extension}"),
                    ),
                    Some(Phrase::new(
                        "Pakai .svg (gambar; dapat dicetak dari peramban), .mmd (Mermaid), atau .txt; atau sebut `--format`.",
                        "Use .svg (a picture; a browser prints it), .mmd (Mermaid) or .txt; or give `--format`.",
                    )),
                )
            }
        }
    }
}
