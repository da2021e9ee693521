//! Realistic documents in any number, the same ones every time: the documents of the example
//! city with other names and numbers, and with components taken out here and there.

use std::{fs, path::Path};

/// `count` documents of 2 to 8 KB.
pub(crate) fn documents(count: usize) -> Vec<String> {
    let mut templates = Vec::new();
    read(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("examples"),
        &mut templates,
    );
    templates.sort();
    let mut random = Random(0x5eed);
    (0..count)
        .map(|number| {
            let template = &templates[random.below(templates.len())];
            vary(template, number, &mut random)
        })
        .collect()
}

fn read(folder: &Path, texts: &mut Vec<String>) {
    let entries = fs::read_dir(folder).expect("the examples are there");
    for entry in entries.map(|entry| entry.expect("a readable folder")) {
        let path = entry.path();
        if path.is_dir() {
            read(&path, texts);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "yaml")
        {
            texts.push(fs::read_to_string(path).expect("UTF-8"));
        }
    }
}

/// The template with another name, other numbers, and one part in twenty left out.
fn vary(template: &str, number: usize, random: &mut Random) -> String {
    let mut text = String::with_capacity(template.len() + 16);
    let mut left_out = false;
    for line in template.lines() {
        let is_key = line.starts_with(|c: char| c.is_ascii_lowercase());
        if is_key {
            left_out = random.below(20) == 0 && !line.starts_with("jenis");
        }
        if left_out {
            continue;
        }
        text.push_str(line);
        if line.starts_with("nama: ") && !line.ends_with(['\'', '"']) {
            text.push_str(&format!(" {number}"));
        }
        text.push('\n');
    }
    text
}

/// A small generator of numbers that are the same on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        // xorshift64: Marsaglia, 2003.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).expect("below a usize")
    }
}
