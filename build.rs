//! Puts the rule packs and word lists into a form that is quick to read at every start: JSON, one
//! file for each of YAML. What is written in YAML stays in the program too, for its mistakes. Beside
//! them stand the words that their patterns need.

#[path = "src/check/patterns/needed.rs"]
mod needed;

use std::{collections::BTreeMap, env, error::Error, fs, path::Path};

use serde_json::Value;

/// Under these keys of checks stand patterns.
const PATTERNS: [&str; 3] = ["patterns", "unless", "blank_patterns"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=rules");
    println!("cargo::rerun-if-changed=build.rs");
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out).join("rules");
    fs::create_dir_all(out.join("data"))?;
    let mut digest = blake3::Hasher::new();
    let mut needed = BTreeMap::new();
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
            // What is no YAML is told by the tests, with its place.
            let Ok(value) = serde_yaml::from_str::<Value>(&text) else {
                continue;
            };
            add_needed(&value, &mut needed);
            let name = path.file_name().ok_or("a file has a name")?;
            fs::write(
                out.join(folder).join(name).with_extension("json"),
                serde_json::to_vec(&value)?,
            )?;
        }
    }
    fs::write(out.join("digest"), digest.finalize().to_hex().as_str())?;
    fs::write(
        out.with_file_name("needed.json"),
        serde_json::to_vec(&needed)?,
    )?;
    Ok(())
}

/// Adds the words that the patterns in a pack need.
fn add_needed(value: &Value, needed: &mut BTreeMap<String, Vec<Vec<String>>>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| add_needed(item, needed)),
        Value::Object(entries) => {
            for (key, value) in entries {
                add_needed(value, needed);
                let patterns = value
                    .as_array()
                    .filter(|_| PATTERNS.contains(&key.as_str()));
                for pattern in patterns.into_iter().flatten().filter_map(Value::as_str) {
                    needed.insert(pattern.to_owned(), needed::needed(pattern));
                }
            }
        }
        _ => {}
    }
}
