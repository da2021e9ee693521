mod properties;

use super::*;
use crate::{
    report::{self, Painter},
    text::Lang,
};

fn step(id: &str, symbol: Symbol, actors: &[usize], text: &str) -> ChartStep {
    ChartStep {
        id: id.to_owned(),
        text: text.to_owned(),
        actors: actors.to_vec(),
        symbol,
        time: "5 menit".to_owned(),
        ..ChartStep::default()
    }
}

fn edge(from: usize, to: usize, label: &str) -> Edge {
    Edge {
        from,
        to: Goal::Step(to),
        label: label.to_owned(),
    }
}

fn small() -> Chart {
    let fault = Fault {
        code: "ALR007".to_owned(),
        severity: Severity::Error,
        message: "Keputusan hanya mempunyai satu jalan keluar".to_owned(),
    };
    Chart {
        title: "Legalisasi Surat".to_owned(),
        subtitle: "Kecamatan Contoh".to_owned(),
        actors: vec![
            "Pemohon".to_owned(),
            "Petugas Loket".to_owned(),
            "Camat".to_owned(),
        ],
        steps: vec![
            step(
                "1",
                Symbol::Start,
                &[0],
                "Menyerahkan surat di loket pelayanan",
            ),
            step("2", Symbol::Decision, &[1], "Memeriksa surat"),
            ChartStep {
                faults: vec![fault],
                ..step("3", Symbol::Process, &[2], "Menandatangani surat")
            },
            step(
                "4",
                Symbol::Process,
                &[0, 1],
                "Mencocokkan surat bersama pemohon",
            ),
            step("5", Symbol::End, &[0], "Menerima surat"),
        ],
        edges: vec![
            edge(0, 1, ""),
            edge(1, 2, "ya"),
            edge(1, 0, "tidak"),
            edge(2, 3, ""),
            edge(3, 4, ""),
        ],
        faults: Vec::new(),
    }
}

fn shown(chart: &Chart, width: usize, colour: bool) -> String {
    let painter = Painter::new(&report::Options {
        lang: Lang::Id,
        today: jiff::civil::Date::default(),
        colour,
        width,
        most_pictures: None,
        ..report::Options::default()
    });
    let lang = Lang::Id;
    terminal(
        chart,
        &Screen {
            width,
            painter,
            lang,
        },
    )
}

#[test]
fn a_small_chart_on_a_terminal() {
    insta::assert_snapshot!(shown(&small(), 80, false), @"
    Legalisasi Surat
    Kecamatan Contoh

    No Uraian kegiatan          ┊   Pemohon  ┊  Petugas Loket  ┊   Camat  ┊ Waktu
    ────────────────────────────┊────────────┊─────────────────┊──────────┊────────
    1  Menyerahkan surat di     ┊   ( 1 )◄──┐┊                 ┊          ┊ 5 menit
       loket pelayanan          ┊     │     │┊                 ┊          ┊
                                ┊     └─────┼──────────┐       ┊          ┊
                                ┊           │┊         ▼       ┊          ┊
    2  Memeriksa surat          ┊           └──tidak─< 2 >ya────────┐     ┊ 5 menit
                                ┊            ┊                 ┊    ▼     ┊
    3  Menandatangani surat     ┊            ┊         ┌──────────[!3 ]   ┊ 5 menit
                                ┊            ┊         ▼       ┊          ┊
    4  Mencocokkan surat        ┊   [ 4 ]┄┄┄┄┄┄┄┄┄┄┄┄[ 4 ]     ┊          ┊ 5 menit
       bersama pemohon          ┊     │      ┊                 ┊          ┊
                                ┊     ▼      ┊                 ┊          ┊
    5  Menerima surat           ┊   ( 5 )    ┊                 ┊          ┊ 5 menit
                                ┊            ┊                 ┊          ┊

    ( ) mulai / selesai, [ ] proses, < > keputusan

    galat[ALR007] langkah 3: Keputusan hanya mempunyai satu jalan keluar
    ");
}

#[test]
fn a_narrow_terminal_gets_letters_and_then_a_list() {
    let mut chart = small();
    chart.actors[1] = "Petugas Pertanggungjawaban Kearsipan".to_owned();
    insta::assert_snapshot!(shown(&chart, 74, false), @"
    Legalisasi Surat
    Kecamatan Contoh

    Pelaksana: A = Pemohon; B = Petugas Pertanggungjawaban Kearsipan; C =
      Camat

    No Uraian kegiatan             ┊      A     ┊        B        ┊     C    ┊
    ───────────────────────────────┊────────────┊─────────────────┊──────────┊
    1  Menyerahkan surat di loket  ┊   ( 1 )◄──┐┊                 ┊          ┊
       pelayanan                   ┊     │     │┊                 ┊          ┊
                                   ┊     └─────┼──────────┐       ┊          ┊
                                   ┊           │┊         ▼       ┊          ┊
    2  Memeriksa surat             ┊           └──tidak─< 2 >ya────────┐     ┊
                                   ┊            ┊                 ┊    ▼     ┊
    3  Menandatangani surat        ┊            ┊         ┌──────────[!3 ]   ┊
                                   ┊            ┊         ▼       ┊          ┊
    4  Mencocokkan surat bersama   ┊   [ 4 ]┄┄┄┄┄┄┄┄┄┄┄┄[ 4 ]     ┊          ┊
       pemohon                     ┊     │      ┊                 ┊          ┊
                                   ┊     ▼      ┊                 ┊          ┊
    5  Menerima surat              ┊   ( 5 )    ┊                 ┊          ┊
                                   ┊            ┊                 ┊          ┊

    ( ) mulai / selesai, [ ] proses, < > keputusan

    galat[ALR007] langkah 3: Keputusan hanya mempunyai satu jalan keluar
    ");
    insta::assert_snapshot!(shown(&chart, 40, false), @"
    Legalisasi Surat
    Kecamatan Contoh

    1. [mulai] Menyerahkan surat di loket
       pelayanan (Pemohon); waktu: 5 menit;
       → 2
    2. [keputusan] Memeriksa surat
       (Petugas Pertanggungjawaban
       Kearsipan); waktu: 5 menit; ya → 3;
       tidak → 1
    3. Menandatangani surat (Camat);
       waktu: 5 menit; → 4 [! ALR007]
    4. Mencocokkan surat bersama pemohon
       (Pemohon, Petugas Pertanggungjawaban
       Kearsipan); waktu: 5 menit; → 5
    5. [selesai] Menerima surat
       (Pemohon); waktu: 5 menit

    Layar ini terlalu sempit untuk lajur
    semua pelaksana; gambarnya: --output
    bagan.svg

    galat[ALR007] langkah 3: Keputusan
      hanya mempunyai satu jalan keluar
    ");
}

#[test]
fn colour_marks_faults_and_nothing_else_changes() {
    let (plain, coloured) = (shown(&small(), 80, false), shown(&small(), 80, true));
    assert!(coloured.contains("\u{1b}[31m[!3 ]"), "{coloured}");
    assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), plain);
}

#[test]
fn a_small_chart_for_mermaid() {
    insta::assert_snapshot!(mermaid(&small(), Lang::Id), @r#"
    %% Legalisasi Surat
    flowchart TB
      subgraph lajur1["Pemohon"]
        s1(["1#46; Menyerahkan surat di loket pelayanan"])
        s4["4#46; Mencocokkan surat bersama pemohon<br/>(Pemohon, Petugas Loket)"]
        s5(["5#46; Menerima surat"])
      end
      subgraph lajur2["Petugas Loket"]
        s2{"2#46; Memeriksa surat"}
      end
      subgraph lajur3["Camat"]
        s3["3#46; Menandatangani surat<br/>⚠ ALR007#58; Keputusan hanya mempunyai satu jalan keluar"]
      end
      s1 --> s2
      s2 -->|"ya"| s3
      s2 -->|"tidak"| s1
      s3 --> s4
      s4 --> s5
      classDef error fill:#fde3e1,stroke:#b3140d,stroke-width:3px,color:#1a1a1a
      class s3 error
    "#);
}

#[test]
fn goals_beyond_the_chart_are_named() {
    let mut chart = small();
    chart.edges.push(Edge {
        from: 3,
        to: Goal::Beyond("12?".to_owned()),
        label: String::new(),
    });
    assert!(svg(&chart, Lang::Id).contains(">12?</text>"));
    assert!(mermaid(&chart, Lang::Id).contains("s4 --> t4_2([\"12#63;\"])"));
    assert!(shown(&chart, 100, false).contains("►12?"));
}

#[test]
fn a_chart_without_anything_is_drawn() {
    let chart = Chart::default();
    assert!(roxmltree::Document::parse(&svg(&chart, Lang::Id)).is_ok());
    assert!(mermaid(&chart, Lang::Id).starts_with("flowchart TB"));
    assert!(!shown(&chart, 80, false).is_empty());
}

/// Texts that want to be more than text.
const HOSTILE: [&str; 12] = [
    "<script>alert(1)</script>",
    "]]> <!-- & &amp; --> \" ' `",
    "\u{1b}[31m\u{0}\u{7}\u{202e}gnp\u{200b}\u{fffe}",
    "end",
    "a[b](c){d}|e|\"f\"; %% %%{init: {}}%%",
    "satu\ndua\r\ntiga\tempat",
    "click s1 href \"javascript:alert(1)\"",
    "1. satu - dua * tiga #35; #quot;",
    "\u{5d0}\u{5d1} \u{627}\u{644} 林淑英",
    "Mempertanggungjawabkanpenyelenggaraanpemerintahandaerahkabupatenkota",
    "",
    "style='x' onload=\"y\" javascript:z",
];

fn hostile() -> Chart {
    let mut chart = small();
    let mut texts = HOSTILE.iter().cycle().map(|text| (*text).to_owned());
    let mut next = || texts.next().unwrap_or_default();
    chart.title = next();
    chart.actors.iter_mut().for_each(|actor| *actor = next());
    chart.subtitle = next();
    for step in &mut chart.steps {
        for text in [
            &mut step.id,
            &mut step.text,
            &mut step.inputs,
            &mut step.time,
            &mut step.output,
            &mut step.remark,
        ] {
            *text = next();
        }
        step.faults.push(Fault {
            code: next(),
            severity: Severity::Warning,
            message: next(),
        });
    }
    chart.edges.iter_mut().for_each(|edge| edge.label = next());
    chart
}

#[test]
fn hostile_texts_stay_texts_in_a_picture() {
    let drawn = svg(&hostile(), Lang::Id);
    let document = roxmltree::Document::parse(&drawn).unwrap();
    let known = ["svg", "title", "desc", "style", "rect", "path", "g", "text"];
    for node in document.descendants().filter(|node| node.is_element()) {
        let name = node.tag_name().name();
        assert!(known.contains(&name), "{name}");
        for attribute in node.attributes() {
            assert!(!attribute.name().starts_with("on"), "{}", attribute.name());
            assert!(!attribute.value().contains("url("), "{}", attribute.value());
            assert_ne!(attribute.name(), "href");
        }
    }
    let text: String = document
        .descendants()
        .filter_map(|node| node.text())
        .collect();
    assert!(text.contains("<script>alert(1)</script>"));
    assert!(!drawn.contains(['\u{1b}', '\u{0}', '\u{202e}', '\u{200b}', '\u{fffe}']));
    assert_eq!(drawn.matches("http").count(), 1, "only the namespace");
}

#[test]
fn hostile_texts_stay_texts_for_mermaid() {
    let drawn = mermaid(&hostile(), Lang::Id);
    // Between quotes nothing is left that could end them or begin something else.
    for (at, quoted) in drawn.lines().flat_map(|line| line.split('"').enumerate()) {
        let quoted = quoted.replace("<br/>", "").replace('⚠', "");
        let is_safe = |c: char| c.is_alphanumeric() || " ,()#;…".contains(c);
        assert!(at % 2 == 0 || quoted.chars().all(is_safe), "{quoted}");
    }
    assert!(!drawn.contains("%%{"));
    for line in drawn.lines() {
        assert_eq!(line.matches('"').count() % 2, 0, "{line}");
    }
}

#[test]
fn hostile_texts_stay_texts_on_a_terminal() {
    let drawn = shown(&hostile(), 120, false);
    assert!(!drawn.contains(['\u{1b}', '\u{0}', '\u{202e}', '\u{200b}']));
}

#[test]
fn a_picture_can_be_read_without_seeing_it() {
    let drawn = svg(&small(), Lang::Id);
    let document = roxmltree::Document::parse(&drawn).unwrap();
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    let by_id = |id| {
        let mut nodes = document.descendants();
        nodes
            .find(|node| node.attribute("id") == Some(id))
            .and_then(|node| node.text())
    };
    for id in root.attribute("aria-labelledby").unwrap().split(' ') {
        assert!(by_id(id).is_some(), "{id}");
    }
    insta::assert_snapshot!(by_id("uraian").unwrap(), @"
    Bagan alir dengan 5 langkah. Pelaksana: Pemohon, Petugas Loket, Camat.
    1. [mulai] Menyerahkan surat di loket pelayanan (Pemohon); waktu: 5 menit; → 2
    2. [keputusan] Memeriksa surat (Petugas Loket); waktu: 5 menit; ya → 3; tidak → 1
    3. Menandatangani surat (Camat); waktu: 5 menit; → 4 [! ALR007 (galat): Keputusan hanya mempunyai satu jalan keluar]
    4. Mencocokkan surat bersama pemohon (Pemohon, Petugas Loket); waktu: 5 menit; → 5
    5. [selesai] Menerima surat (Pemohon); waktu: 5 menit
    ");
    let one = Chart {
        actors: vec!["Pemohon".to_owned()],
        steps: vec![step("1", Symbol::Start, &[0], "Menunggu")],
        ..Chart::default()
    };
    let drawn = svg(&one, Lang::En);
    assert!(
        drawn.contains("Flowchart of 1 step. Actors: Pemohon."),
        "{drawn}"
    );
}

#[test]
fn ten_thousand_steps_end() {
    let count = 10_000;
    let symbols = [Symbol::Process, Symbol::Decision, Symbol::OffPage];
    let chart = Chart {
        actors: (0..8).map(|actor| format!("Pelaksana {actor}")).collect(),
        steps: (0..count)
            .map(|at| {
                step(
                    &at.to_string(),
                    symbols[at % 3],
                    &[at * 7 % 8],
                    "Memeriksa berkas",
                )
            })
            .collect(),
        edges: (0..count)
            .flat_map(|at| {
                [
                    edge(at, at + 1, ""),
                    edge(at, 0, "a"),
                    edge(at, at * 31 % count, "b"),
                ]
            })
            .collect(),
        ..Chart::default()
    };
    let begin = std::time::Instant::now();
    svg(&chart, Lang::Id);
    shown(&chart, 160, false);
    mermaid(&chart, Lang::Id);
    // Generous: this is a build without optimisation on a busy machine.
    assert!(begin.elapsed().as_secs() < 30, "{:?}", begin.elapsed());
}
