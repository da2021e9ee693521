//! Writes what fuzzing begins with: the documents of the example city, those inside the rules,
//! and what sopan itself makes of them, one folder per target.
//!
//! ```sh
//! cargo run --manifest-path fuzz/Cargo.toml --example seeds -- fuzz/corpus
//! ```

use std::{
    collections::BTreeSet,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value as Json;
use sopan::{
    corpus::Extent,
    document::{Document, Value},
    judge::{Baseline, Policy},
    lint::CheckedFile,
    report::audit,
    rule::Example,
    shard,
};
use sopan_fuzz::{RULES, TODAY, check, judged_file, mended::parsed, run};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// The largest seed: mutation of a long one is slow and finds little.
const MOST_BYTES: usize = 6_000;

/// One folder of seeds per target.
struct Seeds {
    folder: PathBuf,
    /// What was written, with its target.
    known: BTreeSet<(String, Vec<u8>)>,
}

impl Seeds {
    fn add(&mut self, target: &str, bytes: impl AsRef<[u8]>) -> Outcome {
        let bytes = bytes.as_ref();
        let is_new = self.known.insert((target.to_owned(), bytes.to_owned()));
        if bytes.len() > MOST_BYTES || !is_new {
            return Ok(());
        }
        let folder = self.folder.join(target);
        fs::create_dir_all(&folder)?;
        let name = format!("benih-{:05}", self.known.len());
        fs::write(folder.join(name), bytes)?;
        Ok(())
    }

    fn document(&mut self, bytes: &[u8]) -> Outcome {
        for target in ["document", "fix", "suppression"] {
            self.add(target, bytes)?;
        }
        Ok(())
    }

    /// Each text of a document, to each reader of the values that may stand under its key.
    fn values(&mut self, document: &Document) -> Outcome {
        for node in document.nodes() {
            let Value::Scalar { text, .. } = document.value(node) else {
                continue;
            };
            let path = document.path_of(node).to_string();
            let readers: &[u8] = match path.split('/').nth(1).unwrap_or_default() {
                "jangka_waktu" | "waktu_penyelesaian" => &[0, 6],
                "biaya" => &[1, 6],
                "dasar_hukum" => &[3],
                "pengaduan" => &[5],
                "wilayah" | "unit" => &[7],
                "prosedur" if path.ends_with("/waktu") => &[0],
                key if key.starts_with("tanggal") => &[2],
                _ if path.ends_with("/nip") => &[8],
                _ if text.len() > 200 => &[],
                _ => &[9],
            };
            for reader in readers {
                self.add("value", [&[*reader], text.as_bytes()].concat())?;
            }
        }
        Ok(())
    }
}

/// All files below a folder with this ending, in their order.
fn files(folder: &Path, ending: &str) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut entries: Vec<_> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    entries.sort_by_key(fs::DirEntry::path);
    for entry in entries {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path, ending)?);
        } else if path.extension().is_some_and(|own| own == ending) {
            found.push(path);
        }
    }
    Ok(found)
}

fn documents(seeds: &mut Seeds, root: &Path) -> Outcome {
    let mut texts = Vec::new();
    for path in files(&root.join("examples"), "yaml")? {
        texts.push(fs::read(path)?);
    }
    let examples =
        |rule: &'static sopan::rule::Rule| rule.examples().fail.iter().chain(&rule.examples().pass);
    for rule in RULES.rules() {
        let of_rule: Vec<&Example> = examples(rule).collect();
        texts.extend(
            of_rule
                .iter()
                .map(|example| example.yaml.clone().into_bytes()),
        );
    }
    texts.sort();
    texts.dedup();
    for text in &texts {
        seeds.document(text)?;
        let Some((_, parsed)) = parsed(text) else {
            continue;
        };
        for document in &parsed.documents {
            seeds.values(document)?;
        }
    }
    // The forms of bytes that no example has.
    for bytes in [
        &b"\xef\xbb\xbfjenis: sop\r\nnama: TBD\r\n"[..],
        b"\xff\xfej\0e\0n\0i\0s\0:\0 \0s\0",
        b"a: \xf0\x28",
        b"nama: a\0b",
    ] {
        seeds.document(bytes)?;
    }
    Ok(())
}

fn packs(seeds: &mut Seeds, root: &Path) -> Outcome {
    for path in files(&root.join("rules"), "yaml")? {
        let text = fs::read_to_string(&path)?;
        if path.parent().is_some_and(|parent| parent.ends_with("data")) {
            seeds.add("pack", &text)?;
            continue;
        }
        // A whole pack is long; each of its rules stands in one of its own.
        let mut rules = text.split("\n  - id: ");
        let head = rules.next().unwrap_or_default();
        seeds.add("pack", head)?;
        for rule in rules {
            let head = "pack: uji\ntitle: { id: Uji, en: Test }\nsource: uji\nrules:\n  - id: ";
            seeds.add("pack", format!("{head}{rule}\n"))?;
        }
    }
    for rule in RULES.rules() {
        seeds.add("jsonpath", &rule.given)?;
    }
    let suite: Json = serde_json::from_str(&fs::read_to_string(root.join("tests/data/cts.json"))?)?;
    for test in suite["tests"].as_array().into_iter().flatten() {
        let selector = test["selector"].as_str().unwrap_or_default();
        if !selector.contains('\n') {
            seeds.add("jsonpath", format!("{selector}\n{}", test["document"]))?;
        }
    }
    Ok(())
}

fn settings(seeds: &mut Seeds, root: &Path) -> Outcome {
    for document in ["docs/setelan.md", "docs/baseline.md", "docs/audit.md"] {
        let text = fs::read_to_string(root.join(document))?;
        for block in text.split("```yaml\n").skip(1) {
            seeds.add("settings", block.split("```").next().unwrap_or_default())?;
        }
    }
    Ok(())
}

/// Flows are read from bytes that mean nothing else: a plain row of numbers.
fn flows(seeds: &mut Seeds) -> Outcome {
    let mut state = 1_u32;
    for length in [20, 60, 120, 250, 500, 900, 1500, 3000] {
        for _ in 0..6 {
            let next = || {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                state.to_le_bytes()[3]
            };
            let bytes: Vec<u8> = std::iter::repeat_with(next).take(length).collect();
            seeds.add("flow", bytes)?;
        }
    }
    Ok(())
}

fn saved(seeds: &mut Seeds) -> Outcome {
    let texts = [
        "jenis: sop\nnama: TBD\n",
        "jenis: standar-pelayanan\nnama: Akta\nunit: Dinas\nbiaya: 'Rp. 5.000'\n",
        "jenis: sop\nnama: Izin\nunit: Dinas\ndasar_hukum: UU 32/2004\nprosedur:\n- uraian: Memeriksa\n",
    ];
    for text in texts {
        let file = check(text.as_bytes());
        let policy = Policy::new(&RULES);
        let mut out = Vec::new();
        shard::write([(&file, &policy)].into_iter(), 0, &RULES, TODAY, &mut out)?;
        seeds.add("saved", &out)?;
        let judged = judged_file(file.clone());
        let mut out = Vec::new();
        Baseline::of(&[judged], &RULES, Path::new("/kota")).write(&mut out)?;
        seeds.add("saved", &out)?;
        seeds.add("saved", last(file)?)?;
    }
    Ok(())
}

/// The audit of a file as JSON.
fn last(file: CheckedFile) -> Outcome<Vec<u8>> {
    let judged = run(vec![file], Extent::Everything);
    let by_unit = sopan::audit::GroupBy::Unit;
    let whole = sopan::audit::Audit::new(&judged, &RULES, 95.0, by_unit);
    let report = audit::Report {
        judged: &judged,
        audit: &whole,
        rules: &RULES,
        comparison: None,
        coverage: &sopan::corpus::coverage(&judged.files, &RULES),
        revisions: &sopan::corpus::revisions(&judged.files, &RULES),
    };
    let options = audit::Options {
        lang: sopan::text::Lang::Id,
        today: TODAY,
        colour: false,
        width: 100,
        details: false,
        min_score: None,
    };
    let mut out = Vec::new();
    audit::write(audit::Format::Json, &report, &options, &mut out)?;
    Ok(out)
}

fn main() -> Outcome {
    let folder = std::env::args_os().nth(1).ok_or("which folder?")?;
    let mut seeds = Seeds {
        folder: folder.into(),
        known: BTreeSet::new(),
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    documents(&mut seeds, &root)?;
    packs(&mut seeds, &root)?;
    settings(&mut seeds, &root)?;
    saved(&mut seeds)?;
    flows(&mut seeds)?;
    seeds.add("value", b"\x0aNama: #\x1fUnit\x1fKota")?;
    seeds.add("value", b"\x04UU\n25\n2009\nPelayanan Publik")?;
    println!("{} benih", seeds.known.len());
    Ok(())
}
