//! The packs that are built into the program.

use std::{
    collections::BTreeMap,
    ffi::OsStr,
    sync::{Arc, LazyLock},
};

use include_dir::{Dir, File, include_dir};

use super::{
    Explanation, LoadError, Packs, WordList,
    load::{DataForm, Role, is_yaml},
    mistake::PackText,
};
use crate::source::Source;

static BUILTIN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/rules");
/// The same as JSON, which is read several times as fast, with a digest of it all; see `build.rs`.
static COMPACT: Dir<'_> = include_dir!("$OUT_DIR/rules");
/// What only explanations show, by the code of the rule. It is as long as all the rest.
static EXPLANATIONS: &str = include_str!(concat!(env!("OUT_DIR"), "/explanations.json"));

/// What the program tells of one of its own rules.
pub(super) fn explanation(code: &str) -> &'static Explanation {
    static NONE: LazyLock<Explanation> = LazyLock::new(Explanation::default);
    static ALL: LazyLock<BTreeMap<String, Explanation>> =
        LazyLock::new(|| serde_json::from_str(EXPLANATIONS).unwrap_or_default());
    ALL.get(code).unwrap_or(&NONE)
}

/// What stands in [`COMPACT`] for a file, from a table of it all: `include_dir` would look at one file
/// after the other.
fn compact(file: &File<'_>) -> &'static str {
    static ALL: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
        let data = COMPACT.get_dir("data").into_iter();
        let files = data.flat_map(|data| data.files()).chain(COMPACT.files());
        files
            .filter_map(|file| Some((file.path().to_str()?, file.contents_utf8()?)))
            .collect()
    });
    let name = file.path().with_extension("json");
    let json = name.to_str().and_then(|name| ALL.get(name));
    json.copied().unwrap_or_default()
}

/// The YAML files of data.
fn data() -> impl Iterator<Item = &'static File<'static>> {
    let data = BUILTIN.get_dir("data").into_iter();
    data.flat_map(Dir::files)
        .filter(|file| is_yaml(file.path()))
}

/// The word lists whose compact form can be read, by their names.
static LISTS: LazyLock<BTreeMap<String, Arc<WordList>>> = LazyLock::new(|| {
    // Other data have other keys.
    let list = |file: &File<'_>| {
        let words = WordList::new(serde_json::from_str(compact(file)).ok()?);
        Some((name_of(file), Arc::new(words)))
    };
    data().filter_map(list).collect()
});

fn name_of(file: &File<'_>) -> String {
    let stem = file.path().file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}

/// Reads the word lists, so that they are there when the packs are.
pub(crate) fn make_ready() {
    LazyLock::force(&LISTS);
}

impl Packs {
    /// The packs that are built into the program.
    ///
    /// # Errors
    ///
    /// Never in a program whose tests passed; the type says so all the same.
    pub fn builtin() -> Result<Self, LoadError> {
        let mut packs = Self::default();
        let digest = COMPACT.get_file("digest").and_then(File::contents_utf8);
        packs.note(
            Role::Builtin,
            OsStr::new("rules"),
            digest.unwrap_or_default(),
        );
        for file in BUILTIN.files().filter(|file| is_yaml(file.path())) {
            packs.add_builtin(file)?;
        }
        packs.lists = LISTS.clone();
        for file in data() {
            packs.add_builtin_data(file)?;
        }
        Ok(packs)
    }

    /// Adds a pack of the program, from its compact form where that can be read.
    fn add_builtin(&mut self, file: &'static File<'_>) -> Result<(), LoadError> {
        let text = file.contents_utf8().unwrap_or_default();
        let name = format!("rules/{}", file.path().display());
        let source = Source::from_static(name, text);
        let Ok(pack) = serde_json::from_str(compact(file)) else {
            // What is wrong, and where, shows only in the text that a person wrote.
            return self.add_pack(source, true);
        };
        self.take(pack, PackText::new(Arc::new(source)), true);
        Ok(())
    }

    /// Adds a file of data of the program, from its compact form where that can be read.
    fn add_builtin_data(&mut self, file: &File<'_>) -> Result<(), LoadError> {
        if self.lists.contains_key(&name_of(file)) {
            return Ok(());
        }
        let (path, text) = (file.path(), file.contents_utf8().unwrap_or_default());
        match DataForm::of(text) {
            // The built-in register is read from a compact form of its own.
            None | Some(DataForm::Regulations) => return Ok(()),
            Some(DataForm::Grades) => {
                if let Ok(grades) = serde_json::from_str(compact(file)) {
                    self.grades = grades;
                    return Ok(());
                }
            }
            Some(DataForm::Words) => {}
        }
        self.add_data(path, &format!("rules/{}", path.display()), text)
    }
}

#[cfg(test)]
mod tests {
    use super::{super::Pack, *};

    #[test]
    fn the_compact_form_of_every_pack_and_list_can_be_read() {
        let packs = BUILTIN.files().filter(|file| is_yaml(file.path()));
        for file in packs {
            serde_json::from_str::<Pack>(compact(file)).unwrap();
            let pack: Pack = serde_yaml::from_str(file.contents_utf8().unwrap()).unwrap();
            for rule in pack.rules {
                let told = explanation(&rule.id);
                assert_eq!(told.why, rule.why, "{}", rule.id);
                assert_eq!(Some(&told.examples), rule.examples.as_ref(), "{}", rule.id);
            }
        }
        let loaded = Packs::builtin().unwrap();
        for file in data() {
            let yaml = file.contents_utf8().unwrap();
            if DataForm::of(yaml) == Some(DataForm::Words) {
                let list = name_of(file);
                let words = WordList::parse(yaml).unwrap();
                assert_eq!(LISTS[&list].words(), words.words(), "{list}");
                assert!(Arc::ptr_eq(&LISTS[&list], &loaded.lists[&list]), "{list}");
            }
        }
    }

    /// YAML has no names for values of another file.
    #[test]
    fn a_number_that_is_incomplete_is_not_one_used_twice() {
        let patterns = |file: &str, code: &str, key: &str| {
            let pack = BUILTIN.get_file(file).unwrap().contents_utf8().unwrap();
            let pack: serde_json::Value = serde_yaml::from_str(pack).unwrap();
            let mut rules = pack["rules"].as_array().unwrap().iter();
            let rule = rules.find(|rule| rule["id"] == code).unwrap();
            let found = rule.pointer(&format!("/check/{key}")).unwrap().clone();
            assert!(!found.as_array().unwrap().is_empty());
            found
        };
        let incomplete = patterns("bahasa.yaml", "BHS003", "not_pattern/patterns");
        for code in ["KOR001", "KOR002"] {
            let passed_over = patterns("korpus.yaml", code, "unique/blank_patterns");
            assert_eq!(passed_over, incomplete, "{code}");
        }
    }
}
