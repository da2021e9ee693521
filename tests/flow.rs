//! Procedures with one fault each, and procedures that are very long.

mod common;

use std::time::{Duration, Instant};

use common::{findings, sopan};
use insta::assert_snapshot;

/// The codes that the rules on flow and time find in a document with these steps.
fn codes(head: &str, steps: &str) -> Vec<String> {
    let text = format!("jenis: sop\nnama: Uji\n{head}prosedur:\n{steps}\n");
    let args = [
        "check",
        "a.yaml",
        "--select",
        "ALR,WKT012,WKT013,WKT014",
        "--format",
        "json",
        "--fail-on",
        "never",
    ];
    let report = sopan().file("a.yaml", &text).args(args).exits(0).json();
    let found = findings(&report).into_iter();
    found
        .map(|(_, finding)| finding["rule"].as_str().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn one_fault_is_one_finding() {
    let start = "- {no: 1, simbol: mulai, uraian: Menerima}\n";
    let end = "\n- {no: 9, simbol: selesai, uraian: Menyerahkan}";
    let cases = [
        // A target that is gone: what it led to is not cut off as well.
        (
            "- {no: 2, uraian: a, lanjut: 7}\n- {no: 3, uraian: b}",
            vec!["ALR006"],
        ),
        (
            "- {no: 2, uraian: a, jika: {ya: 9, tidak: 7}}\n- {no: 3, uraian: b, lanjut: 2}",
            vec!["ALR006"],
        ),
        // A loop of which the way out is gone.
        (
            "- {no: 2, uraian: a}\n- {no: 3, uraian: b, jika: {ya: 2, tidak: 8}}",
            vec!["ALR006"],
        ),
        // A decision with one branch, which leads back.
        (
            "- {no: 2, uraian: a}\n- {no: 3, uraian: b, jika: {tidak: 2}}",
            vec!["ALR007"],
        ),
        // A decision without any.
        ("- {no: 2, simbol: keputusan, uraian: a}", vec!["ALR007"]),
        // A loop without a way out to the end behind it.
        (
            "- {no: 2, uraian: a}\n- {no: 3, uraian: b, lanjut: 2}",
            vec!["ALR009"],
        ),
        // A step at which it stops, so that the next one is not reached.
        ("- {no: 2, uraian: a, lanjut: '-'}", vec!["ALR005"]),
        // Three steps after an end, which lead to each other.
        (
            "- {no: 2, simbol: selesai, uraian: a}\n- {no: 3, uraian: b}\n- {no: 4, uraian: c}",
            vec!["ALR004"],
        ),
        // A number that two steps have, and a jump to it.
        (
            "- {no: 2, uraian: a}\n- {no: 2, uraian: b, jika: {ya: 9, tidak: 2}}",
            vec!["ALR011"],
        ),
        // A symbol that is none, in the place of a decision.
        (
            "- {no: 2, simbol: dokumen, uraian: a, jika: {ya: 9, tidak: 1}}",
            vec!["ALR012"],
        ),
        // A link without partner, with which a page ends.
        (
            "- {no: 2, simbol: halaman, uraian: Ke halaman 2 (A)}\n- {no: 3, uraian: b}",
            vec!["ALR010"],
        ),
        (
            "- {no: 2, uraian: a, lanjut: 9}\n- {no: 3, simbol: halaman, uraian: Dari halaman 1}\n- {no: 4, uraian: b}",
            vec!["ALR010"],
        ),
        // An end that goes on.
        (
            "- {no: 2, simbol: selesai, uraian: a, lanjut: 9}",
            vec!["ALR014"],
        ),
        // The same key twice is a gap of form.
        ("- {no: 2, uraian: a, jika: {ya: 9, ya: 1}}", vec![]),
        // A branch of another shape too.
        (
            "- {no: 2, simbol: keputusan, uraian: a, jika: ya ke 9}",
            vec![],
        ),
    ];
    for (steps, expected) in cases {
        let steps = format!("{start}{steps}{end}");
        assert_eq!(codes("", &steps), expected, "{steps}");
    }
}

#[test]
fn a_plain_list_is_no_faulty_flow() {
    for steps in [
        "- Pemohon datang\n- Petugas memeriksa\n- Selesai",
        "- 1. Pemohon datang\n- a. Petugas memeriksa\n- a. Petugas menyerahkan",
        "- {uraian: Menerima}\n- {uraian: Memeriksa}",
        "  Pemohon datang, petugas memeriksa.",
        "- {no: 1, uraian: Menerima}\n- \n- {no: 2, uraian: Memeriksa}",
        "  {}",
        "  []",
        "- []\n- [a, b]",
        "- {no: [1], simbol: {a: b}, lanjut: {a: 1}, jika: [1], waktu: [1 hari]}\n- a",
    ] {
        assert_eq!(codes("jangka_waktu: 1 jam\n", steps), [""; 0], "{steps}");
    }
}

#[test]
fn a_reader_sees_which_steps_take_long() {
    let text = "jenis: sop
jangka_waktu: 1 (satu) hari kerja
prosedur:
  - {no: 1, pelaksana: Pemohon, uraian: Menyerahkan berkas, waktu: 2 hari}
  - {no: 2, pelaksana: Staf, uraian: Memeriksa berkas, waktu: 120 menit}
  - {no: 3, pelaksana: Camat, uraian: Menandatangani surat, waktu: 1 hari kerja}
";
    let args = ["check", "a.yaml", "--select", "WKT013"];
    let out = sopan().file("a.yaml", text).args(args).exits(0);
    assert_snapshot!(out.stdout, @"
    peringatan[WKT013] Menurut waktu langkahnya, jalan tercepat pun memerlukan 1 hari kerja 2 jam, lebih
                       lama daripada jangka waktu `1 (satu) hari kerja` (9,5 jam kerja melawan 7,5 jam
                       kerja, dengan 1 hari kerja = 7,5 jam)
       ╭─[a.yaml:2:15]
     2 │ jangka_waktu: 1 (satu) hari kerja
       ·               ─────────┬─────────
       ·                        ╰── langkahnya memerlukan 1 hari kerja 2 jam
       ╰────
       ╭─[a.yaml:5:38]
     5 │   - {no: 2, pelaksana: Staf, uraian: Memeriksa berkas, waktu: 120 menit}
       ·                                      ────────┬───────
       ·                                              ╰── langkah 2: 120 menit
     6 │   - {no: 3, pelaksana: Camat, uraian: Menandatangani surat, waktu: 1 hari kerja}
       ·                                       ──────────┬─────────
       ·                                                 ╰── langkah 3: 1 hari kerja
       ╰────
       bantuan: Jumlahkan kembali waktu langkah (seluruhnya 1 hari kerja 2 jam), lalu samakan dengan
                jangka waktu yang dijanjikan.
       dasar: Standar pelayanan yang dijalankan SOP ini (UU 25/2009 Pasal 21 huruf d)

    1 dokumen dalam 1 berkas diperiksa: 1 peringatan
    ");
    let args = [
        "check", "a.yaml", "--select", "WKT013", "--lang", "en", "--format", "concise",
    ];
    let out = sopan().file("a.yaml", text).args(args).exits(0);
    assert_snapshot!(out.stdout, @"
    a.yaml:2:15: warning[WKT013] By the times of the steps even the fastest way takes 1 working day 2 hours, longer than the time limit `1 (satu) hari kerja` (9.5 working hours against 7.5, with 7.5 hours in a working day)
    1 document in 1 file checked: 1 warning
    ");
}

#[test]
fn ten_thousand_steps_are_read_at_once() {
    let line = |from: usize, to: usize, step: &dyn Fn(usize) -> String| {
        (from..=to).map(step).collect::<Vec<_>>().join("\n")
    };
    let branches = |target: &str| {
        let branch = |i| format!("kasus {i}: {target}{i}");
        let branches: Vec<_> = (2..=10_000).map(branch).collect();
        format!(
            "- {{no: 1, uraian: a, jika: {{{}}}}}\n",
            branches.join(", ")
        )
    };
    let to_end = |i| format!("- {{no: {i}, uraian: a, lanjut: selesai}}");
    let cases = [
        line(1, 10_000, &|i| {
            format!(
                "- {{no: {i}, uraian: a, pelaksana: A{}, waktu: 1 menit}}",
                i % 2
            )
        }),
        line(1, 10_000, &|i| {
            format!(
                "- {{no: {i}, uraian: a, waktu: 1 menit, jika: {{ya: {}, tidak: {}}}}}",
                i % 10_000 + 1,
                i / 2 + 1
            )
        }),
        branches("") + &line(2, 10_000, &to_end),
        branches("x") + &line(2, 10_000, &to_end),
        line(1, 10_000, &|_| "- {no: 1, uraian: a, lanjut: 1}".to_owned()),
        line(1, 10_000, &|i| {
            format!("- {{no: {i}, simbol: selesai, uraian: a}}")
        }),
        line(1, 10_000, &|_| "- {simbol: halaman, uraian: A}".to_owned()),
    ];
    for steps in cases {
        let began = Instant::now();
        codes("jangka_waktu: 1 jam\n", &steps);
        let shown: String = steps.chars().take(80).collect();
        // Far more than it takes, also on a busy machine without optimisation.
        assert!(began.elapsed() < Duration::from_secs(40), "{shown}");
    }
}
