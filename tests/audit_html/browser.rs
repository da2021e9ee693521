//! A browser without a window, spoken to over the DevTools protocol on a pair of pipes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

use std::{
    env, fs,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, ChildStdin, Command, Stdio},
    sync::mpsc::{Receiver, channel},
    thread,
    time::Duration,
};

use serde_json::{Value, json};
use tempfile::TempDir;

/// The name of the program, on the systems the tests run on.
const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// No page may keep a test waiting for longer.
const PATIENCE: Duration = Duration::from_secs(60);

/// A browser with one page.
pub(crate) struct Browser {
    child: Child,
    input: ChildStdin,
    messages: Receiver<Value>,
    /// What the browser told unasked.
    events: Vec<Value>,
    session: Option<String>,
    number: u64,
    _profile: TempDir,
}

/// A browser; none where it is not installed, unless `SOPAN_CHROMIUM` says that it must be.
pub(crate) fn browser() -> Option<Browser> {
    let is_there = |name: &&&str| {
        let version = Command::new(name).arg("--version").output();
        version.is_ok_and(|output| output.status.success())
    };
    match NAMES.iter().find(is_there) {
        Some(name) => Some(Browser::new(name)),
        None => {
            let must = env::var_os("SOPAN_CHROMIUM").is_some_and(|value| value == "1");
            assert!(!must, "SOPAN_CHROMIUM=1, but there is no Chromium");
            None
        }
    }
}

impl Browser {
    fn new(name: &str) -> Self {
        let profile = TempDir::new().unwrap();
        // The browser reads from its third file and writes to its fourth.
        let command = format!(
            "exec {name} --headless --no-sandbox --disable-gpu --disable-dev-shm-usage \
             --no-first-run --disable-background-networking --remote-debugging-pipe \
             --user-data-dir='{}' 3<&0 4>&1 >/dev/null 2>&1",
            profile.path().display()
        );
        let mut child = Command::new("sh")
            .args(["-c", &command])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let input = child.stdin.take().unwrap();
        let output = child.stdout.take().unwrap();
        let (sender, messages) = channel();
        thread::spawn(move || {
            for message in BufReader::new(output).split(0) {
                let Ok(message) = message else { return };
                let message = serde_json::from_slice(&message).unwrap();
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        let mut browser = Self {
            child,
            input,
            messages,
            events: Vec::new(),
            session: None,
            number: 0,
            _profile: profile,
        };
        let target = browser.call("Target.createTarget", json!({ "url": "about:blank" }));
        let target = &target["targetId"];
        let attach = json!({ "targetId": target, "flatten": true });
        let session = browser.call("Target.attachToTarget", attach);
        browser.session = session["sessionId"].as_str().map(str::to_owned);
        for domain in ["Page", "Runtime", "Log", "Network"] {
            browser.call(&format!("{domain}.enable"), json!({}));
        }
        browser
    }

    /// Calls a method of the protocol.
    #[track_caller]
    pub(crate) fn call(&mut self, method: &str, parameters: Value) -> Value {
        self.number += 1;
        let mut message = json!({ "id": self.number, "method": method, "params": parameters });
        if let Some(session) = &self.session {
            message["sessionId"] = session.clone().into();
        }
        let mut bytes = serde_json::to_vec(&message).unwrap();
        bytes.push(0);
        self.input.write_all(&bytes).unwrap();
        loop {
            let answer = self.messages.recv_timeout(PATIENCE).expect(method);
            if answer["id"] == self.number {
                assert!(answer.get("error").is_none(), "{method}: {answer}");
                return answer["result"].clone();
            }
            self.events.push(answer);
        }
    }

    /// Opens a page, and forgets what was told of the one before.
    #[track_caller]
    pub(crate) fn open(&mut self, path: &Path) {
        let path = fs::canonicalize(path).unwrap();
        self.events.clear();
        let url = format!("file://{}", path.display());
        self.call("Page.navigate", json!({ "url": url }));
        let is_loaded = |event: &Value| event["method"] == "Page.loadEventFired";
        while !self.events.iter().any(is_loaded) {
            let event = self.messages.recv_timeout(PATIENCE).expect("a page");
            self.events.push(event);
        }
    }

    /// The value of an expression in the page.
    #[track_caller]
    pub(crate) fn eval(&mut self, expression: &str) -> Value {
        let call = json!({ "expression": expression, "returnByValue": true, "awaitPromise": true });
        let result = self.call("Runtime.evaluate", call);
        let failure = result.get("exceptionDetails");
        assert!(failure.is_none(), "{expression}: {result}");
        result["result"]["value"].clone()
    }

    /// Presses a key, as a person does.
    #[track_caller]
    pub(crate) fn press(&mut self, key: &str) {
        let (code, text) = match key {
            "Tab" => (9, ""),
            "Enter" => (13, "\r"),
            " " => (32, " "),
            other => panic!("no code for {other}"),
        };
        let mut event = json!({ "key": key, "windowsVirtualKeyCode": code });
        for kind in ["keyDown", "keyUp"] {
            event["type"] = kind.into();
            event["text"] = if kind == "keyDown" { text } else { "" }.into();
            self.call("Input.dispatchKeyEvent", event.clone());
        }
    }

    /// Types words where the focus is.
    #[track_caller]
    pub(crate) fn enter(&mut self, text: &str) {
        self.call("Input.insertText", json!({ "text": text }));
    }

    /// Shows the page as for a medium, with features like `prefers-color-scheme`.
    #[track_caller]
    pub(crate) fn medium(&mut self, medium: &str, scheme: &str) {
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        let call = json!({ "media": medium, "features": features });
        self.call("Emulation.setEmulatedMedia", call);
    }

    /// Errors, warnings and refusals that the page caused.
    pub(crate) fn complaints(&mut self) -> Vec<Value> {
        // What is told is there once another call is answered.
        self.eval("new Promise((done) => setTimeout(done, 50))");
        let told = [
            "Log.entryAdded",
            "Runtime.exceptionThrown",
            "Runtime.consoleAPICalled",
        ];
        let events = self.events.iter();
        let events = events.filter(|event| told.iter().any(|name| event["method"] == *name));
        events.cloned().collect()
    }

    /// What the page asked for, itself included.
    pub(crate) fn requests(&self) -> Vec<String> {
        let events = self.events.iter();
        let sent = events.filter(|event| event["method"] == "Network.requestWillBeSent");
        sent.map(|event| event["params"]["request"]["url"].to_string())
            .collect()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
