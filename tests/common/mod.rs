//! Runs the program the way a user does: in a folder of its own, without what the computer of
//! the test would bring along, and with an exit code that the test has to state.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]
#![allow(dead_code, reason = "every test file takes what it needs")]

use std::{
    ffi::OsString,
    fmt::Display,
    fs,
    io::{Read, Write},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;
use tempfile::TempDir;

/// The day of every run, so that no test depends on when it runs.
pub(crate) const TODAY: &str = "2026-11-21";

/// No document may keep a run busy for longer.
const PATIENCE: Duration = Duration::from_secs(60);

/// Variables that change what the program says or how.
const REMOVED: [&str; 14] = [
    "CI",
    "NO_COLOR",
    "FORCE_COLOR",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLUMNS",
    "TERM",
    "LANG",
    "LANGUAGE",
    "LC_ALL",
    "LC_MESSAGES",
    "LC_CTYPE",
    "RUST_BACKTRACE",
    "RAYON_NUM_THREADS",
];

/// A run of the program, made ready.
pub(crate) struct Sopan {
    folder: TempDir,
    args: Vec<OsString>,
    stdin: Vec<u8>,
    env: Vec<(String, String)>,
    in_folder: PathBuf,
    says_today: bool,
}

/// What a run said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Output {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Output {
    /// What was said as JSON.
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}\n{self:?}"))
    }
}

/// A run in an empty folder.
pub(crate) fn sopan() -> Sopan {
    let folder = tempfile::tempdir().unwrap();
    let in_folder = folder.path().to_owned();
    Sopan {
        folder,
        args: Vec::new(),
        stdin: Vec::new(),
        env: Vec::new(),
        in_folder,
        says_today: true,
    }
}

impl Sopan {
    /// Writes a text file below the folder.
    pub(crate) fn file(self, name: &str, text: &str) -> Self {
        self.bytes(name, text)
    }

    /// Writes a file of any bytes below the folder.
    pub(crate) fn bytes(self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    /// Does something else to the folder.
    pub(crate) fn with(self, change: impl FnOnce(&Path)) -> Self {
        change(self.folder.path());
        self
    }

    /// A path below the folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs in a folder below the folder.
    pub(crate) fn within(mut self, name: &str) -> Self {
        self.in_folder = self.path(name);
        self
    }

    /// Replaces the arguments.
    pub(crate) fn args(mut self, args: impl IntoIterator<Item = impl Into<OsString>>) -> Self {
        self.args = args.into_iter().map(Into::into).collect();
        self
    }

    /// What the program reads from standard input; nothing otherwise.
    pub(crate) fn stdin(mut self, bytes: impl AsRef<[u8]>) -> Self {
        self.stdin = bytes.as_ref().to_owned();
        self
    }

    /// Sets a variable.
    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.env.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Leaves `--today` out, for runs whose arguments are what is tested.
    pub(crate) fn without_today(mut self) -> Self {
        self.says_today = false;
        self
    }

    /// The command, for tests that treat its pipes in their own way.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sopan"));
        command.current_dir(&self.in_folder).args(&self.args);
        if self.says_today && !self.args.is_empty() {
            command.args(["--today", TODAY]);
        }
        let github = std::env::vars_os()
            .map(|(name, _)| name)
            .filter(|name| name.to_string_lossy().starts_with("GITHUB_"));
        for name in REMOVED.into_iter().map(OsString::from).chain(github) {
            command.env_remove(name);
        }
        // Nothing that another run found.
        command.env("SOPAN_CACHE_DIR", "");
        command.envs(self.env.iter().cloned());
        command
    }

    /// Runs it; it must end with this code.
    #[track_caller]
    pub(crate) fn exits(&self, code: i32) -> Output {
        let mut child = self
            .command()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let bytes = self.stdin.clone();
        // A program that does not read its input closes it early.
        let writer = thread::spawn(move || drop(stdin.write_all(&bytes)));
        let stdout = reader(child.stdout.take().unwrap());
        let stderr = reader(child.stderr.take().unwrap());
        let ended = wait(&mut child);
        let (stdout, stderr) = (stdout.join().unwrap(), stderr.join().unwrap());
        writer.join().unwrap();
        let output = Output {
            stdout: self.clean(stdout),
            stderr: self.clean(stderr),
        };
        assert_eq!(ended, Some(code), "{output:#?}");
        output
    }

    fn clean(&self, bytes: Vec<u8>) -> String {
        let text = String::from_utf8(bytes).expect("output is UTF-8");
        let folder = self.folder.path().display().to_string();
        text.replace(&folder, "[folder]")
    }
}

fn reader(mut pipe: impl Read + Send + 'static) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        pipe.read_to_end(&mut bytes).unwrap();
        bytes
    })
}

fn wait(child: &mut Child) -> Option<i32> {
    let started = Instant::now();
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return status.code();
        }
        if started.elapsed() > PATIENCE {
            child.kill().unwrap();
            child.wait().unwrap();
            panic!("the run did not end within {PATIENCE:?}");
        }
        thread::sleep(Duration::from_millis(3));
    }
}

/// The text of a file below the folder of a run.
#[track_caller]
pub(crate) fn read(run: &Sopan, name: &str) -> String {
    fs::read_to_string(run.path(name)).unwrap()
}

/// Copies a folder with all that is in it.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        match entry.file_type().unwrap().is_dir() {
            true => copy(&entry.path(), &target),
            false => drop(fs::copy(entry.path(), target).unwrap()),
        }
    }
}

/// The findings of all documents and files in a JSON report, each with its file.
pub(crate) fn findings(report: &Value) -> Vec<(String, Value)> {
    let of = |key: &str| report[key].as_array().unwrap().clone();
    let holders = of("documents").into_iter().chain(of("files"));
    holders
        .flat_map(|holder| {
            let file = holder["file"].as_str().unwrap().to_owned();
            let found = holder["findings"].as_array().unwrap().clone();
            found
                .into_iter()
                .map(move |finding| (file.clone(), finding))
        })
        .collect()
}

/// Characters that act on a terminal, or hide or reorder text. Line breaks may stay.
#[track_caller]
pub(crate) fn assert_harmless(text: &str, what: impl Display) {
    let acts = |c: &char| {
        (c.is_control() && *c != '\n')
            || matches!(*c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
            || matches!(
                *c,
                '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{61c}' | '\u{ad}'
            )
    };
    let found: Vec<_> = text.chars().filter(acts).collect();
    assert!(found.is_empty(), "{what}: {found:?} in {text}");
}
