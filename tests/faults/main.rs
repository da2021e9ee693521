//! What may go wrong around a run: files that change under it, a full disk, a closed pipe, a run
//! that is ended, names of every kind. Nothing that people wrote is lost, no half report stands
//! under its name, the message says what happened, and the exit code is one of three.

#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

#[path = "../common/mod.rs"]
mod common;
#[path = "../common/schema.rs"]
mod schema;

mod ended;
mod endless;
mod full;
mod locked;
mod meanwhile;
mod names;

use std::{
    fs,
    io::Read,
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use common::Sopan;

/// A document with gaps, some of which `--fix` mends.
const FAULTY: &str = "\
jenis: sop
nama: Legalisasi
unit: Dinas Kependudukan
jangka_waktu: 30 mnt
biaya: Rp. 5.000
";

/// Every form of `sopan check`.
const CHECK_FORMATS: [&str; 9] = [
    "human", "concise", "json", "ndjson", "sarif", "junit", "github", "gitlab", "markdown",
];

/// Every form of `sopan audit`.
const AUDIT_FORMATS: [&str; 6] = ["human", "json", "csv", "xlsx", "markdown", "html"];

/// All commands with a report, each in every form.
fn reports() -> impl Iterator<Item = [&'static str; 3]> {
    let check = CHECK_FORMATS
        .iter()
        .map(|format| ["check", "--format", format]);
    let audit = AUDIT_FORMATS
        .iter()
        .map(|format| ["audit", "--format", format]);
    check.chain(audit)
}

/// The command of a run, started by a shell that first does something else; `"$@"` in the script
/// is the run.
fn through(run: &Sopan, script: &str) -> Command {
    let inner = run.command();
    let mut outer = Command::new("sh");
    outer
        .args(["-c", script, "sh"])
        .arg(inner.get_program())
        .args(inner.get_args())
        .current_dir(inner.get_current_dir().unwrap());
    for (name, value) in inner.get_envs() {
        match value {
            Some(value) => outer.env(name, value),
            None => outer.env_remove(name),
        };
    }
    outer
}

/// What root may do beyond other people, taken away, so that permissions bind it, too.
const AS_OTHERS: &str = "\
if [ $(id -u) -eq 0 ]; then
    exec setpriv --bounding-set=-dac_override,-dac_read_search,-fowner,-chown \"$@\"
else
    exec \"$@\"
fi";

fn mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

/// How a run ended.
#[derive(Debug)]
struct Ended {
    /// Its exit code; none where a signal ended it.
    code: Option<i32>,
    signal: Option<i32>,
    stdout: String,
    stderr: String,
}

/// Runs a command to its end, which must come soon.
#[track_caller]
fn end(command: &mut Command) -> Ended {
    let child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    end_of(child)
}

/// Waits for the end of a run, which must come soon.
#[track_caller]
fn end_of(mut child: Child) -> Ended {
    use std::os::unix::process::ExitStatusExt;
    fn all(pipe: Option<impl Read + Send + 'static>) -> std::thread::JoinHandle<String> {
        std::thread::spawn(move || {
            let mut bytes = Vec::new();
            if let Some(mut pipe) = pipe {
                pipe.read_to_end(&mut bytes).unwrap();
            }
            String::from_utf8_lossy(&bytes).into_owned()
        })
    }
    let (stdout, stderr) = (all(child.stdout.take()), all(child.stderr.take()));
    let started = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if started.elapsed() > Duration::from_secs(60) {
            child.kill().unwrap();
            panic!("the run did not end: {:?}", child.wait());
        }
        std::thread::sleep(Duration::from_millis(3));
    };
    Ended {
        code: status.code(),
        signal: status.signal(),
        stdout: stdout.join().unwrap(),
        stderr: stderr.join().unwrap(),
    }
}

/// All names in a folder, hidden ones too, in their order.
fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}
