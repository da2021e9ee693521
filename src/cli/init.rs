//! `sopan init`: a `sopan.yaml` to begin with.

use std::{collections::BTreeSet, fs, path::Path, sync::Arc};

use super::{
    args::{Global, Init},
    exit::Exit,
    failure::Failure,
    output::Output,
};
use crate::{
    discover,
    document::{self, Limits, NodeId, REGION_KEY},
    sanitize::one_line,
    settings::{FILE_NAME, KEYS, Key, Reach},
    source::Source,
    text::Lang,
    value::region::Regions,
};

/// Most documents that are read for their region.
const MOST_DOCUMENTS: usize = 2_000;

pub(super) fn run(init: &Init, global: &Global) -> Result<Exit, Failure> {
    let output = Output::new(global)?;
    let folder = init.folder.clone().unwrap_or_else(|| ".".into());
    if !folder.is_dir() {
        return Err(Failure::Missing(vec![folder]));
    }
    let path = match &init.folder {
        Some(folder) => folder.join(FILE_NAME),
        None => FILE_NAME.into(),
    };
    let lang = global.lang();
    let region = region(&folder);
    let text = starter(region.as_ref().map(|(region, _)| region.as_str()), lang);
    // Never takes the place of a file, not even of one that appeared just now.
    let written = Output::File(path.clone()).write_new(text.as_bytes());
    written.map_err(|failure| match failure {
        Failure::Exists(path) => Failure::SettingsExist(path),
        failure => failure,
    })?;
    output.write(next(&path, region.as_ref(), lang).as_bytes())?;
    Ok(Exit::Clean)
}

/// What to do now.
fn next(path: &Path, region: Option<&(String, usize)>, lang: Lang) -> String {
    let path = one_line(&path.to_string_lossy());
    let found = region.map(|(region, documents)| {
        lang.pick(
            format!("Wilayah `{region}` diambil dari {documents} dokumen yang sudah ada.\n"),
            format!("The region `{region}` is that of {documents} documents found here.\n"),
        )
    });
    let found = found.unwrap_or_default();
    lang.pick(
        format!(
            "{path} sudah ditulis.\n{found}\nSelanjutnya:\n\
             \x20 1. Buka berkas itu dan hapus tanda # di depan setelan yang dipakai.\n\
             \x20 2. Lihat setelan yang berlaku: sopan settings\n\
             \x20 3. Periksa dokumen: sopan check\n\
             \x20 4. Bila temuan lama sangat banyak, catat sebagai yang sudah diketahui:\n\
             \x20    sopan check --write-baseline\n"
        ),
        format!(
            "{path} was written.\n{found}\nNext:\n\
             \x20 1. Open that file and remove the # before the settings you want.\n\
             \x20 2. See the settings that count: sopan settings\n\
             \x20 3. Check documents: sopan check\n\
             \x20 4. Where old findings are many, note them as known:\n\
             \x20    sopan check --write-baseline\n"
        ),
    )
}

/// The text of the file: every key with what it does and an example, as comments.
fn starter(region: Option<&str>, lang: Lang) -> String {
    let mut text = lang
        .pick(
            "# Setelan sopan untuk folder ini dan semua yang di dalamnya.\n\
             # Hapus tanda # di depan setelan yang dipakai. Keterangan: docs/setelan.md\n",
            "# Settings of sopan for this folder and all that is in it.\n\
             # Remove the # before the settings you want. All about them: docs/setelan.md\n",
        )
        .to_owned();
    for (reach, heading) in [
        (
            Reach::Folder,
            lang.pick("Untuk berkas di folder ini", "For the files of this folder"),
        ),
        (
            Reach::Run,
            lang.pick(
                "Untuk seluruh pemeriksaan; hanya dibaca dari setelan teratas",
                "For the whole run; read from the topmost settings only",
            ),
        ),
    ] {
        text.push_str(&format!("\n# --- {heading} ---\n"));
        for key in KEYS.iter().filter(|key| key.reach == reach) {
            text.push_str(&entry(key, region.filter(|_| key.name == "region"), lang));
        }
    }
    text
}

/// A key as a comment, or with its value.
fn entry(key: &Key, value: Option<&str>, lang: Lang) -> String {
    let mut text = format!("\n# {}", key.help().get(lang));
    if let Some(default) = key.default {
        let word = lang.pick("Bawaan", "Default");
        text.push_str(&format!(" {word}: {default}."));
    }
    for inner in key.inner().iter().filter(|_| key.reach == Reach::Run) {
        text.push_str(&format!("\n# {}: {}", inner.name, inner.help().get(lang)));
    }
    text.push('\n');
    match value {
        Some(value) => text.push_str(&format!("{}: {value}\n", key.name)),
        None => {
            for line in key.example.lines() {
                text.push_str(&format!("# {line}\n"));
            }
        }
    }
    text
}

/// The region of all documents in a folder, with their number, where they agree and it exists.
fn region(folder: &Path) -> Option<(String, usize)> {
    let found = discover::discover(&[folder.to_owned()]).ok()?;
    let limits = Limits::default();
    let mut regions = BTreeSet::new();
    let mut documents = 0;
    for file in found.files.iter().take(MOST_DOCUMENTS) {
        let is_small =
            fs::metadata(&file.path).is_ok_and(|meta| meta.is_file() && meta.len() <= limits.bytes);
        let Some(bytes) = fs::read(&file.path).ok().filter(|_| is_small) else {
            continue;
        };
        let Ok(source) = Source::decode(file.name.clone(), bytes) else {
            continue;
        };
        for document in document::parse(&Arc::new(source), &limits).documents {
            let region = document.get(NodeId::ROOT, REGION_KEY);
            if let Some(region) = region.and_then(|node| document.text(node)) {
                regions.insert(region.trim().to_owned());
                documents += 1;
            }
        }
    }
    let only = regions.pop_first().filter(|_| regions.is_empty())?;
    let region = Regions::builtin().parse_one(&only).ok()?;
    Some((region.to_string(), documents))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings;

    fn mistakes(text: &str) -> Vec<String> {
        let source = Arc::new(Source::from_text(FILE_NAME, text));
        let (_, found) = settings::read(source, Path::new("/x/sopan.yaml"), Path::new("/x"));
        let said = |d: &settings::Diagnostic| d.message.get(Lang::En).to_owned();
        found.iter().map(said).collect()
    }

    #[test]
    fn the_starter_is_read_with_and_without_its_marks() {
        for lang in [Lang::Id, Lang::En] {
            let text = starter(Some("Kota Bogor"), lang);
            assert_eq!(mistakes(&text), Vec::<String>::new());
            for key in KEYS {
                assert!(text.contains(&format!("\n# {}", key.name)) || key.name == "region");
                let example = key.example.replace('\n', "\n# ");
                let text = starter(None, lang)
                    .replace(&format!("\n# {example}\n"), &format!("\n{}\n", key.example));
                assert!(text.contains(&format!("\n{}", key.example)), "{}", key.name);
                // Examples name files that need not be there.
                let found: Vec<_> = mistakes(&text)
                    .into_iter()
                    .filter(|m| !m.starts_with("there is no file"))
                    .collect();
                assert_eq!(found, Vec::<String>::new(), "{text}");
            }
        }
    }
}
