//! What GitHub and GitLab run, run as they do.

use std::{
    collections::BTreeMap,
    path::Path,
    process::{Command, Output},
};

use serde_yaml::Value as Yaml;

use crate::{
    DRAFT,
    common::{Sopan, TODAY, read, sopan},
    value,
};

fn yaml(name: &str) -> Yaml {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    serde_yaml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Runs a script in the folder of `run`, with nothing but these variables.
fn script(shell: &str, text: &str, run: &Sopan, env: &BTreeMap<String, String>) -> Output {
    let binary = Path::new(env!("CARGO_BIN_EXE_sopan")).parent().unwrap();
    let path = format!("{}:/usr/bin:/bin", binary.display());
    let mut command = Command::new(shell);
    command.args(["-c", text]).current_dir(run.path("."));
    command.env_clear().env("PATH", path).envs(env);
    command.output().unwrap()
}

/// A step of the action with these inputs, and the others as they are when nobody gives them.
fn step(name: &str, run: &Sopan, given: &[(&str, &str)]) -> Output {
    let action = yaml("action.yml");
    let steps = action["runs"]["steps"].as_sequence().unwrap();
    let step = steps.iter().find(|step| step["name"] == name).unwrap();
    let input = |expression: &Yaml| {
        let name = expression.as_str().unwrap();
        let name = name.strip_prefix("${{ inputs.").unwrap();
        let name = name.strip_suffix(" }}").unwrap();
        let default = action["inputs"][name]["default"].as_str().unwrap();
        let given = given.iter().find(|(one, _)| *one == name);
        given.map_or(default, |(_, value)| value).to_owned()
    };
    let env = step["env"].as_mapping().unwrap().iter();
    let mut env: BTreeMap<_, _> = env
        .map(|(name, expression)| (name.as_str().unwrap().to_owned(), input(expression)))
        .collect();
    let text = step["run"].as_str().unwrap();
    assert!(!text.contains("${{"), "no text of others in a script");
    env.insert("GITHUB_STEP_SUMMARY".into(), "ringkasan.md".into());
    script("bash", text, run, &env)
}

fn documents() -> Sopan {
    let second = DRAFT.replace("Penerbitan KTP", "Perekaman KTP");
    sopan()
        .file("sp a/a.yaml", DRAFT)
        .file("b.yaml", &second)
        .file("c.yaml", "jenis: sop\nnama: tidak diperiksa\n")
}

const PATHS: (&str, &str) = ("paths", "sp a/\r\n\nb.yaml\n");

#[test]
fn the_action_checks_what_it_is_given() {
    let run = documents();
    let args = ("args", "--today=2026-11-21\n--select=BHS003");
    let found = step("Periksa dokumen", &run, &[PATHS, args]);
    assert_eq!(found.status.code(), Some(1), "{found:?}");
    let log = String::from_utf8(found.stdout).unwrap();
    assert!(log.contains("file=sp a/a.yaml"), "{log}");
    assert!(!log.contains("c.yaml"), "{log}");
    assert!(read(&run, "ringkasan.md").contains("BHS003"));
    let fine = step(
        "Periksa dokumen",
        &run,
        &[PATHS, args, ("fail-on", "never")],
    );
    assert_eq!(fine.status.code(), Some(0), "{fine:?}");
}

#[test]
fn the_action_audits_and_compares_with_last_time() {
    let run = documents();
    let name = "Nilai semua dokumen";
    let today = format!("--today={TODAY}");
    let inputs = [
        PATHS,
        ("audit", "laporan kota.html"),
        ("audit-json", "audit.json"),
        ("compare", "audit.json"),
        ("audit-args", &*today),
    ];
    let first = step(name, &run, &inputs);
    assert_eq!(first.status.code(), Some(0), "{first:?}");
    assert!(read(&run, "laporan kota.html").starts_with("<!DOCTYPE html>"));
    assert!(read(&run, "ringkasan.md").starts_with("# Audit dokumen"));
    let report = value(&read(&run, "audit.json"));
    assert_eq!(report["overall"]["documents"], 2);
    assert_eq!(report.get("comparison"), None);
    // What it wrote is what the next run is compared with.
    let run = run.file("b.yaml", "jenis: sop\nnama: Baru\nunit: Lain\n");
    let second = step(name, &run, &inputs);
    assert_eq!(second.status.code(), Some(0), "{second:?}");
    let report = value(&read(&run, "audit.json"));
    assert_eq!(report["comparison"]["today"], TODAY);
    let failing = step(name, &run, &[PATHS, ("audit-args", "--min-score=100")]);
    assert_eq!(failing.status.code(), Some(1), "{failing:?}");
}

#[test]
fn the_jobs_of_gitlab_check_and_audit() {
    let jobs = yaml("docs/ci/gitlab.yml");
    let run = documents().with(|folder| {
        let bin = folder.join(".sopan/bin");
        std::fs::create_dir_all(&bin).unwrap();
        std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_sopan"), bin.join("sopan")).unwrap();
    });
    let base = &jobs[".sopan"];
    let variables = base["variables"].as_mapping().unwrap().iter();
    let text = |value: &Yaml| value.as_str().unwrap().to_owned();
    let mut env: BTreeMap<_, _> = variables.map(|(n, v)| (text(n), text(v))).collect();
    env.insert("SOPAN_PATHS".into(), "sp a/\nb.yaml\n".into());
    let job = |name: &str, env: &BTreeMap<_, _>| {
        let job = &jobs[name];
        assert_eq!(job["extends"], ".sopan");
        let lines = [&base["before_script"][0], &job["script"][0]].map(text);
        script("sh", &lines.join("\n"), &run, env)
    };
    let found = job("sopan", &env);
    assert_eq!(found.status.code(), Some(1), "{found:?}");
    let quality = value(&read(&run, "gl-code-quality-report.json"));
    let files = quality.as_array().unwrap().iter();
    let files: Vec<_> = files.map(|one| &one["location"]["path"]).collect();
    assert!(files.iter().any(|file| *file == "sp a/a.yaml"), "{files:?}");
    assert!(files.iter().all(|file| *file != "c.yaml"), "{files:?}");
    assert!(run.path("sopan-junit.xml").exists());

    for compared in [false, true] {
        let audit = job("sopan-audit", &env);
        assert_eq!(audit.status.code(), Some(0), "{audit:?}");
        let report = value(&read(&run, "sopan-audit.json"));
        assert_eq!(report["overall"]["documents"], 2);
        assert_eq!(report.get("comparison").is_some(), compared);
    }
    let kept = jobs["sopan-audit"]["artifacts"]["paths"].as_sequence();
    for path in kept.unwrap() {
        assert!(run.path(path.as_str().unwrap()).exists(), "{path:?}");
    }
    env.insert("SOPAN_AUDIT_ARGS".into(), "--min-score=100".into());
    assert_eq!(job("sopan-audit", &env).status.code(), Some(1));
    // Without a program and without its address the job says what is missing.
    std::fs::remove_dir_all(run.path(".sopan")).unwrap();
    let missing = job("sopan", &env);
    assert_eq!(missing.status.code(), Some(2), "{missing:?}");
    assert!(String::from_utf8_lossy(&missing.stderr).contains("SOPAN_REPO"));
}
