//! How procedures are read.

use std::sync::Arc;

use proptest::prelude::*;

use super::{Flow, Symbol, Target};
use crate::{
    document::{Limits, parse},
    source::Source,
};

fn flow(text: &str) -> Flow {
    let source = Arc::new(Source::from_text("a.yaml", text));
    let parsed = parse(&source, &Limits::default());
    parsed.documents.first().and_then(Flow::read).unwrap()
}

/// Each step with where it leads.
fn picture(text: &str) -> String {
    let flow = flow(text);
    let line = |step: &super::Step| {
        let exits = step.exits.iter().map(|exit| {
            let target = match &exit.target {
                Target::Step(index) => flow.steps[*index].id.clone(),
                Target::End => "(selesai)".to_owned(),
                Target::Unknown(name) => format!("?{name}"),
            };
            let label = exit.label.as_ref().map(|label| format!("{label}:"));
            let implied = if exit.implied { "~" } else { "" };
            format!("{}{implied}{target}", label.unwrap_or_default())
        });
        let exits = exits.collect::<Vec<_>>().join(" ");
        let partner = step
            .partner
            .map(|index| format!(" <> {}", flow.steps[index].id));
        let symbol = step.symbol.name();
        format!(
            "{} {symbol} -> {exits}{}",
            step.id,
            partner.unwrap_or_default()
        )
    };
    flow.steps.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_plain_list_is_a_straight_line() {
    insta::assert_snapshot!(picture("prosedur:\n- Satu\n- Dua\n- {uraian: Tiga}\n"), @r"
    1 proses -> ~2
    2 proses -> ~3
    3 proses ->
    ");
    assert!(!flow("prosedur:\n- Satu\n- Dua\n").is_drawn);
}

#[test]
fn a_text_is_one_step_or_its_numbered_lines() {
    assert_eq!(picture("prosedur: Pemohon datang\n"), "1 proses -> ");
    let flow = flow("prosedur: |\n  1. Pemohon datang\n     ke loket\n  2. Petugas memeriksa\n");
    let texts: Vec<_> = flow
        .steps
        .iter()
        .map(|s| s.text.as_ref().unwrap().text.as_str())
        .collect();
    assert_eq!(
        texts,
        ["1. Pemohon datang ke loket", "2. Petugas memeriksa"]
    );
}

#[test]
fn decisions_jumps_and_ends() {
    insta::assert_snapshot!(picture(
        "prosedur:
- {no: 1, simbol: mulai}
- {no: 02, jika: {ya: langkah 4, tidak: 1}}
- {no: 3, simbol: selesai}
- {no: 4., lanjut: [5, 6]}
- {no: 5, lanjut: 7 dan 6}
- {no: 6, lanjut: '-'}
- {no: 7, jika: {tidak: 99}}
- {no: 8, lanjut: selesai}
"), @"
    1 mulai -> ~02
    02 keputusan -> ya:4. tidak:1
    3 selesai -> 
    4. proses -> 5 6
    5 proses -> 7 6
    6 proses -> 
    7 keputusan -> tidak:?99 ~8
    8 proses -> 3
    ");
}

#[test]
fn the_end_may_be_no_step() {
    insta::assert_snapshot!(picture("prosedur:\n- {no: 1, jika: {ya: 2, tidak: selesai}}\n- {no: 2, jika: {ya: 1, tidak: }}\n"), @r"
    1 keputusan -> ya:2 tidak:(selesai)
    2 keputusan -> ya:1 tidak:?
    ");
}

#[test]
fn off_page_links_find_each_other() {
    insta::assert_snapshot!(picture(
        "prosedur:
- {no: 1}
- {no: 2, simbol: halaman, uraian: Ke halaman 2}
- {no: 3, simbol: halaman, uraian: Dari halaman 1}
- {no: 4, jika: {ya: 5, tidak: 7}}
- {no: 5}
- {no: 6, simbol: halaman, uraian: Ke halaman 3 (A)}
- {no: 7, simbol: selesai}
- {no: 8, simbol: halaman, uraian: 'A, dari halaman 3'}
- {no: 9, simbol: halaman, uraian: B}
"), @"
    1 proses -> ~2
    2 halaman -> ~3 <> 3
    3 halaman -> ~4 <> 2
    4 keputusan -> ya:5 tidak:7
    5 proses -> ~6
    6 halaman -> ~8 <> 8
    7 selesai -> 
    8 halaman -> ~9 <> 6
    9 halaman ->
    ");
}

#[test]
fn symbols_are_guessed_where_the_word_is_another_one() {
    let cases = [
        ("Keputusan", Some(Symbol::Decision)),
        ("decision", Some(Symbol::Decision)),
        ("belah ketupat", Some(Symbol::Decision)),
        ("mulia", Some(Symbol::Start)),
        ("selsai", Some(Symbol::End)),
        ("dokumen", None),
        ("lingkaran", None),
    ];
    for (text, expected) in cases {
        assert_eq!(Symbol::guess(text), expected, "{text}");
    }
}

proptest! {
    #[test]
    fn what_is_reached_is_what_the_exits_lead_to(
        steps in prop::collection::vec((0..5usize, prop::collection::vec(0..16usize, 0..3)), 1..14),
    ) {
        let symbols = ["", "simbol: mulai, ", "simbol: selesai, ", "simbol: halaman, ", ""];
        let line = |(index, (symbol, targets)): (usize, &(usize, Vec<usize>))| {
            let branches = targets.iter().enumerate();
            let branches: Vec<_> = branches.map(|(at, to)| format!("b{at}: {to}")).collect();
            let branches = branches.join(", ");
            format!("- {{no: {index}, {}jika: {{{branches}}}}}\n", symbols[*symbol])
        };
        let text: String = steps.iter().enumerate().map(line).collect();
        let flow = flow(&format!("prosedur:\n{text}"));
        let structure = flow.structure();
        // Slowly: as long as one more step is reached by a step that is reached.
        let mut reached: Vec<bool> = flow.steps.iter().map(|s| s.symbol == Symbol::Start).collect();
        if !reached.contains(&true) {
            reached[0] = true;
        }
        let mut reaches_end: Vec<bool> = flow
            .steps
            .iter()
            .map(|step| step.may_end() || step.leads_anywhere())
            .collect();
        for _ in 0..flow.steps.len() {
            for (index, step) in flow.steps.iter().enumerate() {
                for next in step.next() {
                    reached[next] |= reached[index];
                    reaches_end[index] |= reaches_end[next];
                }
            }
        }
        prop_assert_eq!(&structure.reached, &reached);
        prop_assert_eq!(&structure.reaches_end, &reaches_end);
        let partners = flow.steps.iter().filter_map(|step| step.partner);
        for partner in partners {
            prop_assert_eq!(flow.steps[partner].symbol, Symbol::Page);
        }
    }
}
