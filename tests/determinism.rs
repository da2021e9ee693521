//! The same input gives the same bytes, whatever the threads and the order of arguments.

mod common;

use common::{Sopan, sopan};

const FORMATS: [&str; 9] = [
    "human", "concise", "json", "ndjson", "sarif", "junit", "github", "gitlab", "markdown",
];

fn city() -> Sopan {
    let run = (0..60).fold(sopan(), |run, number| {
        let text = format!(
            "jenis: sop\nnama: TBD\nunit: Unit {number}\nkunci_{number}: x\n---\n\
             jenis: standar-pelayanan\nbiaya: Nomor ... Tahun ...\nbiaya: '-'\n"
        );
        let folder = ["satu", "dua", "tiga"][number % 3];
        run.file(&format!("{folder}/{number}.yaml"), &text)
    });
    run.file("satu/rusak.yaml", "jenis: 'sop\n")
        .file("dua/ci.yaml", "on: push\n")
        .bytes("tiga/biner.yaml", b"\xff\xfe\x00")
}

#[test]
fn threads_change_nothing() {
    for format in FORMATS {
        let run = |threads| {
            let args = ["check", "--format", format, "--threads", threads];
            city().args(args).exits(1)
        };
        let one = run("1");
        assert_eq!(run("2"), one, "{format}");
        assert_eq!(run("7"), one, "{format}");
    }
}

#[test]
fn the_order_of_arguments_changes_nothing() {
    let orders = [
        ["satu", "dua", "tiga"],
        ["tiga", "satu", "dua"],
        ["dua", "tiga", "satu"],
    ];
    for format in FORMATS {
        let said = orders.map(|order| {
            let args = ["check", "--format", format].into_iter().chain(order);
            city().args(args).exits(1)
        });
        assert_eq!(said[0], said[1], "{format}");
        assert_eq!(said[0], said[2], "{format}");
    }
}

#[test]
fn naming_a_file_twice_changes_nothing() {
    for format in FORMATS {
        let run = |paths: &[&str]| {
            let args = ["check", "--format", format];
            city().args(args.iter().chain(paths)).exits(1)
        };
        let once = run(&["satu"]);
        assert_eq!(
            run(&["satu", "satu/0.yaml", "./satu", "satu/"]),
            once,
            "{format}"
        );
    }
}

#[test]
fn the_order_of_selected_rules_changes_nothing() {
    let run = |rules| city().args(["check", "--select", rules]).exits(1);
    assert_eq!(run("BHS,KEP,SP004"), run("SP004,KEP,BHS001,BHS"));
}
