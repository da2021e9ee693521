//! Markdown, for the summary of a job.

use insta::assert_snapshot;

use crate::{
    DRAFT,
    common::{findings, sopan},
    draft,
};

#[test]
fn markdown_of_one_document() {
    assert_snapshot!(draft("markdown", &["--lang", "en", "--statistics"]), @"
    ## sopan

    1 document in 1 file checked: **1 error**

    | Errors | Warnings | Info | Documents | Files |
    | ---: | ---: | ---: | ---: | ---: |
    | 1 | 0 | 0 | 1 | 1 |

    ### Findings by rule

    | Findings | Documents | Level | Rule |
    | ---: | ---: | --- | --- |
    | 1 | 1 | error | BHS003 nomor-dikosongkan |

    ### Findings by unit

    | Errors | Warnings | Info | Documents | Unit |
    | ---: | ---: | ---: | ---: | --- |
    | 1 | 0 | 0 | 1 | Kec. Contoh, Kota Contoh |

    ### Findings

    #### draf.yaml

    | Place | Level | Rule | Message | How to mend it |
    | --- | --- | --- | --- | --- |
    | 5:21 | error | BHS003 nomor-dikosongkan | The number <code>☕ 188.45/.../2026</code> is not complete | Write the number in full as in the decree; while there is none, leave the key out and use <code>status&#58; draf</code>.<br>UU 25/2009 Pasal 20 ayat (1); tata naskah dinas (Peraturan ANRI 5/2021) |
    ");
}

#[test]
fn markdown_stays_below_the_limit_and_says_so() {
    let text = (0..4000).fold(String::from("jenis: sop\n"), |text, n| {
        text + &format!("kunci{n}: {}TBD\n", "~`|<".repeat(40))
    });
    let run = sopan().file("a.yaml", &text).file("b.yaml", DRAFT);
    let out = run.args(["check", "--format", "markdown"]).exits(1).stdout;
    assert!(out.len() < 1 << 20, "{}", out.len());
    assert!(out.len() > 900_000, "{}", out.len());
    let last = out.lines().last().unwrap();
    assert!(
        last.ends_with("lihat laporan dengan bentuk lain.**"),
        "{last}"
    );
    let shown = out
        .lines()
        .filter(|line| line.starts_with("| ") && line.contains("<br>"))
        .count();
    let more: usize = last
        .trim_matches('*')
        .split(' ')
        .next()
        .unwrap()
        .parse()
        .unwrap();
    let report = run_json(&text);
    assert_eq!(shown + more, report);
}

fn run_json(text: &str) -> usize {
    let run = sopan().file("a.yaml", text).file("b.yaml", DRAFT);
    findings(&run.args(["check", "--format", "json"]).exits(1).json()).len()
}
