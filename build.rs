//! Puts the rule packs and word lists into a form that is quick to read at every start: JSON, one
//! file for each of YAML. What is written in YAML stays in the program too, for its mistakes. Beside
//! them stand the sieves of their patterns.

#[path = "src/check/patterns/make_sieve.rs"]
mod make_sieve;

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    error::Error,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Map, Value};

/// Under these keys of checks stand patterns. A key that is missing here fails every test.
const PATTERNS: [&str; 3] = ["patterns", "unless", "blank_patterns"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=rules");
    println!("cargo::rerun-if-changed=build.rs");
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out).join("rules");
    fs::create_dir_all(out.join("data"))?;
    let mut digest = blake3::Hasher::new();
    let mut patterns = BTreeSet::new();
    let mut explanations = Map::new();
    for folder in ["", "data"] {
        let mut files: Vec<_> = fs::read_dir(Path::new("rules").join(folder))?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<Result<_, _>>()?;
        files.retain(|path| path.extension().is_some_and(|end| end == "yaml"));
        files.sort();
        for path in files {
            let text = fs::read_to_string(&path)?;
            digest.update(path.to_string_lossy().replace('\\', "/").as_bytes());
            digest.update(&u64::try_from(text.len())?.to_le_bytes());
            digest.update(text.as_bytes());
            // The register has a compact form of its own beside it.
            if text.lines().any(|line| line.starts_with("peraturan:")) {
                continue;
            }
            // What is no YAML is told by the tests, with its place; here it counts as empty.
            let mut value: Value = serde_yaml::from_str(&text).unwrap_or_default();
            add_patterns(&value, &mut patterns);
            take_explanations(&mut value, &mut explanations);
            let name = path.file_name().ok_or("a file has a name")?;
            fs::write(
                out.join(folder).join(name).with_extension("json"),
                serde_json::to_vec(&value)?,
            )?;
        }
    }
    fs::write(out.join("digest"), digest.finalize().to_hex().as_str())?;
    fs::write(
        out.with_file_name("explanations.json"),
        serde_json::to_vec(&explanations)?,
    )?;
    write_sieves(&patterns, out.with_file_name("sieves"))
}

/// Moves what only an explanation of a rule shows out of its pack.
fn take_explanations(pack: &mut Value, all: &mut Map<String, Value>) {
    let rules = pack.get_mut("rules").and_then(Value::as_array_mut);
    for rule in rules.into_iter().flatten().filter_map(Value::as_object_mut) {
        let mut explanation = Map::new();
        for key in ["why", "examples"] {
            let taken = rule.get_mut(key).map(Value::take);
            explanation.extend(taken.map(|value| (key.to_owned(), value)));
        }
        if let Some(code) = rule.get("id").and_then(Value::as_str) {
            all.insert(code.to_owned(), explanation.into());
        }
    }
}

/// Adds the lists of patterns in a pack, and each pattern by itself.
fn add_patterns(value: &Value, all: &mut BTreeSet<Vec<String>>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| add_patterns(item, all)),
        Value::Object(entries) => {
            for (key, value) in entries {
                add_patterns(value, all);
                let list = value.as_array().into_iter().flatten();
                let list: Vec<_> = list.filter_map(Value::as_str).map(str::to_owned).collect();
                if list.is_empty() || !PATTERNS.contains(&key.as_str()) {
                    continue;
                }
                all.extend(list.iter().map(|pattern| vec![pattern.clone()]));
                all.insert(list);
            }
        }
        _ => {}
    }
}

/// Writes each sieve to a file in the folder, and beside the folder a table of them: a static in
/// Rust, sorted by the patterns as JSON.
fn write_sieves(all: &BTreeSet<Vec<String>>, folder: PathBuf) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(&folder)?;
    let is_big = env::var("CARGO_CFG_TARGET_ENDIAN")? == "big";
    let all: BTreeMap<String, &Vec<String>> = all
        .iter()
        .map(|list| Ok((serde_json::to_string(list)?, list)))
        .collect::<Result<_, serde_json::Error>>()?;
    let mut table = String::new();
    let mut count = 0;
    for (number, (key, list)) in all.into_iter().enumerate() {
        let list: Vec<_> = list.iter().map(String::as_str).collect();
        // What is no pattern is told by the tests, with its place; the others do without.
        let Some(sieve) = make_sieve::make(&list) else {
            continue;
        };
        let (bytes, padding) = match is_big {
            true => sieve.to_bytes_big_endian(),
            false => sieve.to_bytes_little_endian(),
        };
        let file = folder.join(number.to_string());
        fs::write(&file, bytes.get(padding..).unwrap_or_default())?;
        let file = file.to_str().ok_or("the folder has a name in Unicode")?;
        writeln!(
            table,
            "BuiltIn {{ patterns: \"{}\", sieve: &Aligned {{ align: [], bytes: *include_bytes!(\"{}\") }}, \
             loaded: OnceLock::new() }},",
            key.escape_default(),
            file.escape_default(),
        )?;
        count += 1;
    }
    let table = format!("static SIEVES: [BuiltIn; {count}] = [{table}];");
    fs::write(folder.with_extension("rs"), table)?;
    Ok(())
}
