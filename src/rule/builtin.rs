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

/// What stands in [`COMPACT`], by its path, in which `include_dir` looks at one file after the other.
fn compact() -> BTreeMap<&'static str, &'static str> {
    let data = COMPACT.get_dir("data").into_iter();
    let files = data.flat_map(|data| data.files()).chain(COMPACT.files());
    files
        .filter_map(|file| Some((file.path().to_str()?, file.contents_utf8()?)))
        .collect()
}

impl Packs {
    /// The packs that are built into the program.
    ///
    /// # Errors
    ///
    /// Never in a program whose tests passed; the type says so all the same.
    pub fn builtin() -> Result<Self, LoadError> {
        let mut packs = Self::default();
        let compact = compact();
        let digest = compact.get("digest").copied().unwrap_or_default();
        packs.note(Role::Builtin, OsStr::new("rules"), digest);
        let json = |file: &File<'_>| {
            let name = file.path().with_extension("json");
            compact.get(name.to_str()?).copied()
        };
        let data = BUILTIN.get_dir("data").into_iter();
        for file in data.flat_map(|data| data.files()) {
            if is_yaml(file.path()) {
                packs.add_builtin_data(file, json(file).unwrap_or_default())?;
            }
        }
        for file in BUILTIN.files().filter(|file| is_yaml(file.path())) {
            packs.add_builtin(file, json(file).unwrap_or_default())?;
        }
        Ok(packs)
    }

    /// Adds a pack of the program, from its compact form where that can be read.
    fn add_builtin(&mut self, file: &File<'_>, json: &str) -> Result<(), LoadError> {
        let text = file.contents_utf8().unwrap_or_default();
        let name = format!("rules/{}", file.path().display());
        let source = Source::from_text(name, text);
        let Ok(pack) = serde_json::from_str(json) else {
            // What is wrong, and where, shows only in the text that a person wrote.
            return self.add_pack(source, true);
        };
        self.take(pack, PackText::new(Arc::new(source)), true);
        Ok(())
    }

    /// Adds a file of data of the program, from its compact form where that can be read.
    fn add_builtin_data(&mut self, file: &File<'_>, json: &str) -> Result<(), LoadError> {
        let (path, text) = (file.path(), file.contents_utf8().unwrap_or_default());
        match (DataForm::of(text), path.file_stem()) {
            // The built-in register is read from a compact form of its own.
            (None | Some(DataForm::Regulations), _) => return Ok(()),
            (Some(DataForm::Words), Some(stem)) => {
                if let Ok(words) = serde_json::from_str(json).map(WordList::new) {
                    let list = stem.to_string_lossy().into_owned();
                    self.lists.insert(list, Arc::new(words));
                    return Ok(());
                }
            }
            (Some(DataForm::Grades), _) => {
                if let Ok(grades) = serde_json::from_str(json) {
                    self.grades = grades;
                    return Ok(());
                }
            }
            _ => {}
        }
        self.add_data(path, &format!("rules/{}", path.display()), text)
    }
}

#[cfg(test)]
mod tests {
    use super::{super::Pack, *};

    #[test]
    fn the_compact_form_of_every_pack_and_list_can_be_read() {
        let compact = compact();
        let packs = BUILTIN.files().filter(|file| is_yaml(file.path()));
        for file in packs {
            let name = file.path().with_extension("json");
            let json = compact[name.to_str().unwrap()];
            serde_json::from_str::<Pack>(json).unwrap();
            let pack: Pack = serde_yaml::from_str(file.contents_utf8().unwrap()).unwrap();
            for rule in pack.rules {
                let told = explanation(&rule.id);
                assert_eq!(told.why, rule.why, "{}", rule.id);
                assert_eq!(Some(&told.examples), rule.examples.as_ref(), "{}", rule.id);
            }
        }
        let loaded = Packs::builtin().unwrap();
        for file in BUILTIN.get_dir("data").unwrap().files() {
            let Some(yaml) = file.contents_utf8().filter(|_| is_yaml(file.path())) else {
                continue;
            };
            if DataForm::of(yaml) == Some(DataForm::Words) {
                let list = file.path().file_stem().unwrap().to_str().unwrap();
                let words = WordList::parse(yaml).unwrap();
                assert_eq!(loaded.lists[list].words(), words.words(), "{list}");
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
