//! Runs that are ended before they are done.

use std::{
    fs,
    io::{BufRead, BufReader, Read},
    process::{Command, Stdio},
    thread,
    time::Duration,
};

use serde_json::Value;

use super::{Ended, FAULTY, end, end_of, names_in, reports, through};
use crate::common::{Sopan, sopan};

fn many(count: usize) -> Sopan {
    (0..count).fold(sopan(), |run, number| {
        run.file(&format!("d/{number:03}.yaml"), FAULTY)
    })
}

#[test]
fn a_reader_that_has_seen_enough_of_any_report_is_no_failure() {
    // More than a pipe holds, in every form.
    let run = many(60);
    for args in reports() {
        let mut command = run.command();
        command
            .args(args)
            .arg("d")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        if args[0] == "check" {
            command.args(["--fail-on", "never"]);
        }
        let mut child = command.spawn().unwrap();
        let mut stdout = child.stdout.take().unwrap();
        let mut first = [0];
        stdout.read_exact(&mut first).unwrap();
        drop(stdout);
        let ended = end_of(child);
        assert_eq!(ended.code, Some(0), "{args:?}: {ended:?}");
        assert_eq!(ended.stderr, "", "{args:?}");
    }
}

#[test]
fn the_exit_code_of_a_check_stays_where_nobody_reads_on() {
    let run = many(60).args(["check", "d", "--format", "json"]);
    let mut child = run
        .command()
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdout = BufReader::with_capacity(16, child.stdout.take().unwrap());
    stdout.fill_buf().unwrap();
    drop(stdout);
    let ended = end_of(child);
    assert_eq!((ended.code, ended.stderr.as_str()), (Some(1), ""));
}

#[test]
fn closed_from_the_start() {
    let run = sopan().file("a.yaml", FAULTY).args(["check"]);
    for script in [
        "\"$@\" | true",
        "exec \"$@\" >&-",
        "exec \"$@\" 2>&-",
        "exec \"$@\" <&- >&- 2>&-",
    ] {
        let ended = end(&mut through(&run, script));
        assert!(matches!(ended.code, Some(0 | 1)), "{script}: {ended:?}");
        assert_eq!(ended.stderr, "", "{script}");
    }
}

/// Starts a run that writes a large report, and ends it after a while.
fn interrupted(run: &Sopan, signal: &str, after: Duration) -> Ended {
    let mut command = run.command();
    let child = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    thread::sleep(after);
    let kill = Command::new("sh")
        .args([
            "-c",
            "kill \"$1\" \"$2\" 2> /dev/null || true",
            "sh",
            signal,
        ])
        .arg(child.id().to_string())
        .status();
    assert!(kill.unwrap().success());
    end_of(child)
}

#[test]
fn a_run_that_is_ended_leaves_no_half_report() {
    let run = many(250).args(["check", "d", "--format", "json", "--output", "lap.json"]);
    let names = ["d", "lap.json"];
    let mut seen_cut = 0;
    for (index, after) in (0..24).map(|index| (index, Duration::from_millis(index * 25))) {
        let signal = ["-INT", "-TERM", "-KILL"][index as usize % 3];
        let _ = fs::remove_file(run.path("lap.json"));
        let ended = interrupted(&run, signal, after);
        let left = names_in(&run.path(""));
        assert!(
            left == names || left == names[..1],
            "{signal} {after:?}: {left:?}"
        );
        if left == names {
            let report = fs::read_to_string(run.path("lap.json")).unwrap();
            let report: Value = serde_json::from_str(&report).unwrap();
            assert_eq!(report["documents"].as_array().unwrap().len(), 250);
        }
        seen_cut += usize::from(ended.signal.is_some());
    }
    assert!(seen_cut > 0, "some runs are ended before they are done");
}

#[test]
fn a_run_that_is_ended_while_it_writes_leaves_the_last_report_and_nothing_else() {
    // The signal of a file that grows too large comes in the middle of writing, always.
    let run = many(30).args(["check", "d", "--format", "json", "--output", "lap.json"]);
    fs::write(run.path("lap.json"), "{}\n").unwrap();
    let ended = end(&mut through(&run, "ulimit -c 0; ulimit -f 8; exec \"$@\""));
    assert!(ended.signal.is_some(), "{ended:?}");
    assert_eq!(fs::read_to_string(run.path("lap.json")).unwrap(), "{}\n");
    assert_eq!(names_in(&run.path("")), ["d", "lap.json"]);
}

#[test]
fn a_run_that_is_ended_while_it_mends_leaves_every_document_whole() {
    let padding = "# catatan\n".repeat(1_000);
    let text = format!("{FAULTY}{padding}");
    let run = sopan()
        .file("d/a.yaml", &text)
        .args(["check", "d", "--fix"]);
    let ended = end(&mut through(&run, "ulimit -c 0; ulimit -f 8; exec \"$@\""));
    assert!(ended.signal.is_some(), "{ended:?}");
    assert_eq!(fs::read_to_string(run.path("d/a.yaml")).unwrap(), text);
    assert_eq!(names_in(&run.path("d")), ["a.yaml"]);
}

#[test]
fn a_draft_that_is_ended_while_it_is_written_is_not_there() {
    let run = sopan()
        .without_today()
        .args(["new", "sop", "--output", "draf.yaml"]);
    let ended = end(&mut through(&run, "ulimit -c 0; ulimit -f 1; exec \"$@\""));
    assert!(ended.signal.is_some(), "{ended:?}");
    assert!(names_in(&run.path("")).is_empty());
}
