//! The schemas: sound themselves, true to what the check accepts, and complete.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

mod common;

use std::{collections::BTreeSet, fs, path::Path};

use common::sopan;
use jsonschema::Validator;
use serde_json::{Value, json};
use sopan::{
    lint::Linter,
    rule::{Packs, RuleSet},
    schema,
    text::Lang,
};
use walkdir::WalkDir;

fn rules() -> RuleSet {
    Packs::builtin().unwrap().compile().unwrap()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The validator of a schema, which must be one by the rules of its draft.
#[track_caller]
fn validator(schema: &Value) -> Validator {
    jsonschema::draft7::meta::validate(schema).unwrap_or_else(|error| panic!("{error}"));
    jsonschema::draft7::new(schema).unwrap()
}

#[track_caller]
fn errors(validator: &Validator, document: &Value) -> Vec<String> {
    let words =
        |error: jsonschema::ValidationError<'_>| format!("{}: {error}", error.instance_path());
    validator.iter_errors(document).map(words).collect()
}

/// Documents as most readers of YAML see them.
fn read(yaml: &str) -> Vec<Value> {
    use serde::Deserialize as _;
    let documents = serde_yaml::Deserializer::from_str(yaml);
    documents
        .map_while(|document| serde_yaml::Value::deserialize(document).ok())
        .filter_map(|mut value| {
            value.apply_merge().ok()?;
            serde_json::to_value(value).ok()
        })
        .collect()
}

fn yaml_files(folder: &str) -> Vec<(String, String)> {
    let entries = WalkDir::new(root().join(folder)).sort_by_file_name();
    let files = entries.into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.path().extension().is_some_and(|it| it == "yaml"));
    let read = |entry: walkdir::DirEntry| {
        let text = fs::read_to_string(entry.path()).unwrap();
        (entry.path().display().to_string(), text)
    };
    files.map(read).collect()
}

/// The errors in a text, and all that is wrong with its form: what an editor is to show.
fn faults(set: &RuleSet, text: &str) -> Vec<String> {
    let linter = Linter {
        rules: set,
        today: jiff::civil::date(2026, 11, 21),
        limits: Default::default(),
        excerpts: false,
    };
    let file = linter.check_bytes("a.yaml", text.as_bytes().to_vec(), None);
    let found = file
        .documents
        .iter()
        .flat_map(|document| &document.findings);
    let found = found.chain(&file.findings);
    found
        .map(|finding| (finding, set.rule(finding.rule).code.as_str()))
        .filter(|(finding, code)| {
            finding.severity == sopan::finding::Severity::Error || code.starts_with("DOK")
        })
        .map(|(finding, code)| format!("{code} {}", finding.path))
        .collect()
}

#[test]
fn all_are_sound_and_of_one_draft() {
    let set = rules();
    for lang in [Lang::Id, Lang::En] {
        let mut schemas = vec![
            schema::of_all_kinds(&set, lang),
            schema::of_packs(lang),
            schema::of_settings(&set, lang),
        ];
        schemas.extend(
            set.kinds()
                .iter()
                .map(|kind| schema::of_kind(&set, kind, lang)),
        );
        for schema in schemas {
            validator(&schema);
            assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
            assert!(schema["title"].is_string());
        }
    }
}

/// What the check finds no error in must be valid; whatever is not valid has an error.
#[test]
fn no_document_is_flagged_that_the_check_accepts() {
    let set = rules();
    let all = validator(&schema::of_all_kinds(&set, Lang::Id));
    let validators = set.kinds().iter();
    let validators: Vec<_> = validators
        .map(|kind| {
            (
                &kind.name,
                validator(&schema::of_kind(&set, kind, Lang::Id)),
            )
        })
        .collect();
    let mut accepted = 0;
    for (path, text) in yaml_files("examples") {
        let found = faults(&set, &text);
        for document in read(&text) {
            let errors = errors(&all, &document);
            assert!(errors.is_empty() || !found.is_empty(), "{path}: {errors:?}");
            for (kind, one) in &validators {
                if document["jenis"] == **kind {
                    assert_eq!(one.is_valid(&document), errors.is_empty(), "{path}");
                }
            }
            accepted += usize::from(errors.is_empty());
        }
    }
    assert!(accepted > 15, "{accepted}");
}

/// The head of a document and of all that an SOP must have.
const SOP: &str = "jenis: sop\nnama: A\nunit: B\ndasar_hukum: C\npersyaratan: D\njangka_waktu: E\n";

#[test]
fn what_people_write_in_short_is_valid() {
    let set = rules();
    let all = validator(&schema::of_all_kinds(&set, Lang::Id));
    for rest in [
        "biaya: 10.000\nprosedur: a",
        "biaya: true\nprosedur: [a, {uraian: b}]",
        "biaya:\nprosedur:\n- no: 1\n  waktu: 5\n  lanjut: 2\n  output: [a, 3]\n  jika: {ya: 1}",
        "biaya: [{tarif: 5000, lain: x}, Gratis]\nprosedur:",
        "biaya: 1\nprosedur: a\nx-acuan: {a: 1}\n.simpan: [1]\nstatus:\ntinjau_ulang: 2026-01-15",
        "x-a: &a {biaya: 1, prosedur: a}\n<<: *a",
        "biaya: 1\nprosedur: a\nditetapkan_oleh: {nip: 196905141994032004, golongan: IV/a}",
    ] {
        let text = format!("{SOP}{rest}\n");
        let form: Vec<_> = faults(&set, &text);
        let form = form.iter().filter(|code| code.starts_with("DOK"));
        assert_eq!(form.collect::<Vec<_>>(), [""; 0], "{text}");
        let document = read(&text).remove(0);
        assert_eq!(errors(&all, &document), [""; 0], "{text}");
    }
}

#[test]
fn what_is_wrong_in_form_is_not_valid() {
    let set = rules();
    let all = validator(&schema::of_all_kinds(&set, Lang::Id));
    for (rest, place) in [
        ("biaya: 1\nprosedur: a\nbiya: 1", "biya"),
        ("biaya: {a: 1}\nprosedur: a", "/biaya"),
        ("biaya: 1\nprosedur: [[a]]", "/prosedur/0"),
        ("biaya: 1\nprosedur: [{uraian: [a]}]", "/prosedur/0"),
        ("biaya: 1\nprosedur: a\nstatus: final", "/status"),
        ("biaya: 1\nprosedur: a\nproduk: b", "produk"),
        ("biaya: 1", "prosedur"),
    ] {
        let text = format!("{SOP}{rest}\n");
        assert!(!faults(&set, &text).is_empty(), "{text}");
        let found = errors(&all, &read(&text).remove(0)).join("\n");
        assert!(found.contains(place), "{text}: {found}");
    }
    assert!(!all.is_valid(&json!({ "nama": "A" })));
    assert!(!all.is_valid(&json!({ "jenis": "sopp" })));
}

#[test]
fn all_packs_are_valid_and_nothing_else_is() {
    let packs = validator(&schema::of_packs(Lang::Id));
    let mut count = 0;
    for (path, text) in yaml_files("rules") {
        if path.contains("/data/") {
            continue;
        }
        let pack = read(&text).remove(0);
        assert_eq!(errors(&packs, &pack), [""; 0], "{path}");
        count += 1;
        each_mapping(&pack, &mut |at| {
            // In these the keys are free; in all others they are not.
            let mut wrong = pack.clone();
            let Some(map) = wrong.pointer_mut(at).and_then(Value::as_object_mut) else {
                return;
            };
            map.insert("tidak_ada".to_owned(), json!("x"));
            let last = at.rsplit('/').next().unwrap();
            let free = ["keys", "applies_to", "reference_for", "born_of"].contains(&last);
            let text = serde_yaml::to_string(&wrong).unwrap();
            let read = Packs::default().add_text("a.yaml", &text).is_ok();
            if !free && !read {
                assert!(!packs.is_valid(&wrong), "{path}: {at}");
            }
        });
    }
    assert!(count > 10, "{count}");
}

/// The JSON Pointers of some of the mappings in a value: the first of each list.
fn each_mapping(value: &Value, look: &mut impl FnMut(&str)) {
    fn walk(value: &Value, at: &str, look: &mut impl FnMut(&str)) {
        match value {
            Value::Object(map) => {
                look(at);
                for (key, value) in map {
                    let key = key.replace('~', "~0").replace('/', "~1");
                    walk(value, &format!("{at}/{key}"), look);
                }
            }
            Value::Array(list) => {
                if let Some(first) = list.first() {
                    walk(first, &format!("{at}/0"), look);
                }
            }
            _ => {}
        }
    }
    walk(value, "", look);
}

#[test]
fn every_check_and_its_parameters_are_in_the_schema_of_packs() {
    let schema = schema::of_packs(Lang::Id);
    let checks = &schema["definitions"]["CheckSpec"];
    let names: BTreeSet<_> = checks["properties"].as_object().unwrap().keys().collect();
    let known: BTreeSet<_> = sopan::check::NAMES
        .iter()
        .map(|name| (*name).to_owned())
        .collect();
    assert_eq!(names, known.iter().collect());
    for (name, check) in checks["properties"].as_object().unwrap() {
        assert!(check["description"].is_string(), "{name} is not told of");
    }
}

#[test]
fn every_key_of_a_pack_is_told_of() {
    for lang in [Lang::Id, Lang::En] {
        let schema = schema::of_packs(lang);
        let types = [
            "KindSpec",
            "Form",
            "ComponentSpec",
            "GuideSpec",
            "RuleSpec",
            "Examples",
        ];
        let types = types.map(|name| &schema["definitions"][name]);
        for part in types.into_iter().chain([&schema]) {
            for (key, value) in part["properties"].as_object().unwrap() {
                assert!(value["description"].is_string(), "{key}: {value}");
            }
        }
    }
}

/// Every key that the packs name has a title, and those of the known kinds some help.
#[test]
fn every_key_at_the_top_is_told_of() {
    let set = rules();
    for kind in set.kinds() {
        let schema = schema::of_kind(&set, kind, Lang::En);
        for (key, value) in schema["properties"].as_object().unwrap() {
            assert!(value["title"].is_string(), "{} {key}", kind.name);
            assert!(value["description"].is_string(), "{} {key}", kind.name);
        }
    }
}

#[test]
fn settings_are_valid_as_they_are_read() {
    let settings = validator(&schema::of_settings(&rules(), Lang::Id));
    let mut example = String::new();
    for key in sopan::settings::KEYS {
        example.push_str(&format!("{}\n", key.example));
    }
    let example = read(&example).remove(0);
    assert_eq!(errors(&settings, &example), [""; 0]);
    let empty: String = sopan::settings::KEYS
        .iter()
        .map(|key| format!("{}:\n", key.name))
        .collect();
    assert_eq!(errors(&settings, &read(&empty).remove(0)), [""; 0]);
    for wrong in [
        "fail_onn: error",
        "fail_on: galat",
        "root: ya",
        "target: 101",
        "overrides: [{files: a, jenis: b}]",
        "severity: {SP004: mati}",
    ] {
        assert!(!settings.is_valid(&read(wrong).remove(0)), "{wrong}");
    }
}

#[test]
fn the_command_writes_them() {
    let out = sopan().args(["schema", "sop"]).exits(0).json();
    assert_eq!(out["title"], "Standar Operasional Prosedur");
    let out = sopan().args(["schema", "--lang", "en"]).exits(0).json();
    assert_eq!(out["title"], "Document of sopan");
    let run = sopan().args(["schema", "pack", "--output", "a.json"]);
    assert_eq!(run.exits(0).stdout, "");
    let written = fs::read_to_string(run.path("a.json")).unwrap();
    assert_eq!(
        serde_json::from_str::<Value>(&written).unwrap(),
        schema::of_packs(Lang::Id)
    );
    let out = sopan().args(["schema", "setings"]).exits(2);
    insta::assert_snapshot!(out.stderr, @"
    galat: tidak ada jenis dokumen `setings`
       bantuan: Mungkin maksud Anda `settings`.
    ");
}
