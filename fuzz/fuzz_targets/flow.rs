//! A procedure of steps that lead anywhere, drawn in every form.

#![no_main]

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use serde_json::{Map, Value, json};
use sopan::{
    chart::{self, Chart, Screen},
    report::{Options, Painter},
    sanitize::visible,
    text::Lang,
};
use sopan_fuzz::{RULES, check, mended::parsed, places};

/// What a step may lead to.
#[derive(Debug, Arbitrary)]
enum Goal {
    Step(u8),
    End,
    Dash,
    Page(u8),
    Text(String),
    Several(u8, u8),
}

/// A word of the field, or any other.
#[derive(Debug, Arbitrary)]
enum Word {
    Actor(u8),
    Time(u8),
    Any(String),
    List(Vec<String>),
    None,
}

#[derive(Debug, Arbitrary)]
struct Step {
    no: Option<u8>,
    text: Word,
    actor: Word,
    symbol: u8,
    time: Word,
    next: Option<Goal>,
    branches: Vec<(bool, Goal)>,
    inputs: Word,
    output: Word,
}

impl Goal {
    fn value(&self) -> Value {
        match self {
            Self::Step(number) => json!(number % 40),
            Self::End => json!("selesai"),
            Self::Dash => json!("-"),
            Self::Page(number) => json!(format!("halaman {number}")),
            Self::Text(text) => json!(text),
            Self::Several(one, other) => json!([one % 40, other % 40]),
        }
    }
}

impl Word {
    fn value(&self) -> Value {
        const ACTORS: [&str; 6] = [
            "Petugas Loket",
            "Kepala Bidang",
            "Pemohon",
            "Verifikator",
            "Kasi",
            "-",
        ];
        const TIMES: [&str; 6] = [
            "5 menit",
            "1 (satu) hari",
            "2 jam",
            "-",
            "3 hari kerja",
            "30 mnt",
        ];
        let of = |words: [&str; 6], at: &u8| json!(words[usize::from(*at) % 6]);
        match self {
            Self::Actor(at) => of(ACTORS, at),
            Self::Time(at) => of(TIMES, at),
            Self::Any(text) => json!(text),
            Self::List(texts) => json!(texts),
            Self::None => Value::Null,
        }
    }
}

impl Step {
    fn value(&self) -> Value {
        const SYMBOLS: [&str; 8] = [
            "mulai",
            "proses",
            "keputusan",
            "selesai",
            "halaman",
            "",
            "start",
            "x",
        ];
        let mut step = Map::new();
        if let Some(no) = self.no {
            step.insert("no".into(), json!(no % 40));
        }
        let symbol = SYMBOLS[usize::from(self.symbol) % 8];
        if !symbol.is_empty() {
            step.insert("simbol".into(), json!(symbol));
        }
        let words = [
            ("uraian", &self.text),
            ("pelaksana", &self.actor),
            ("waktu", &self.time),
            ("kelengkapan", &self.inputs),
            ("output", &self.output),
        ];
        for (key, word) in words {
            step.insert(key.into(), word.value());
        }
        if let Some(next) = &self.next {
            step.insert("lanjut".into(), next.value());
        }
        let branches = self.branches.iter().take(4);
        let branches = branches.map(|(yes, goal)| {
            let label = if *yes { "ya" } else { "tidak" };
            (label.to_owned(), goal.value())
        });
        let branches: Map<_, _> = branches.collect();
        if !branches.is_empty() {
            step.insert("jika".into(), Value::Object(branches));
        }
        Value::Object(step)
    }
}

fn drawn(chart: &Chart, lang: Lang, width: usize) {
    let picture = chart::svg(chart, lang);
    let read = match roxmltree::Document::parse(&picture) {
        Ok(read) => read,
        Err(error) => panic!("{error}: {picture}"),
    };
    let places = [
        "x",
        "y",
        "x1",
        "y1",
        "x2",
        "y2",
        "width",
        "height",
        "d",
        "points",
        "textLength",
    ];
    for node in read.descendants() {
        for attribute in node.attributes().filter(|own| places.contains(&own.name())) {
            let value = attribute.value();
            assert!(
                !value.contains("NaN") && !value.contains("inf"),
                "{value} in {picture}"
            );
        }
    }
    let mermaid = chart::mermaid(chart, lang);
    let screen = Screen {
        width,
        painter: Painter::new(&Options::default()),
        lang,
    };
    let sheet = chart::terminal(chart, &screen);
    for line in sheet.lines().chain(mermaid.lines()) {
        assert_eq!(visible(line), line);
    }
}

fuzz_target!(|input: (u8, Vec<Step>)| {
    let (width, steps) = input;
    let steps: Vec<_> = steps.iter().take(40).map(Step::value).collect();
    let document = json!({ "jenis": "sop", "nama": "Pelayanan", "prosedur": steps });
    // JSON is YAML, but for what no document can hold.
    let bytes = document.to_string().into_bytes();
    let Some((_, parsed)) = parsed(&bytes) else {
        return;
    };
    let file = check(&bytes);
    places::assert_findings(&bytes, &file);
    for (document, checked) in parsed.documents.iter().zip(&file.documents) {
        let lang = if width & 1 == 0 { Lang::Id } else { Lang::En };
        if let Some(chart) = Chart::read(document, &checked.findings, &RULES, lang) {
            drawn(&chart, lang, usize::from(width));
        }
    }
});
