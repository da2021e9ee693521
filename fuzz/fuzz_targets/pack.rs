//! A rule pack, a list of words, grades or a register, from any text; and the rules of a pack
//! that is sound on documents.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sopan::{
    document::Limits,
    example,
    judge::Grades,
    lint::Linter,
    register::Register,
    rule::{LoadError, Packs, WordList},
    text::Lang,
};
use sopan_fuzz::{TODAY, choice, places};

const DOCUMENTS: [&[u8]; 2] = [
    include_bytes!("../../examples/kota-contoh/disdukcapil/sp-akta-kelahiran.yaml"),
    b"jenis: sop\nnama: TBD\nprosedur:\n- uraian: Memeriksa\n  waktu: 5 menit\nbiaya: Rp5.000,00\n",
];

#[track_caller]
fn assert_refused(error: &LoadError) {
    let LoadError::Mistakes(mistakes) = error else {
        panic!("nothing was read from anywhere: {error}");
    };
    assert!(!mistakes.is_empty());
    for mistake in mistakes {
        places::assert_span(mistake.source.text(), mistake.span);
        for lang in [Lang::Id, Lang::En] {
            assert!(!mistake.message.get(lang).is_empty());
        }
    }
}

fn data(text: &str) {
    let _ = Grades::parse(text);
    if let Ok(words) = WordList::parse(text) {
        let document = "Menyerahkan berkas yang belum lengkap, dan sebagainya";
        for range in words.find(document) {
            assert!(document.get(range).is_some());
        }
    }
    if text.contains("peraturan") {
        let _ = Register::default().add(text);
    }
}

fn pack(text: &str, choice: u64) {
    // The packs that are built in bring kinds and lists of words; to compile them takes long.
    let with_builtin = choice & 63 == 0;
    let mut packs = match with_builtin {
        true => Packs::builtin().expect("the packs are sound"),
        false => Packs::default(),
    };
    let added = packs.add_text("uji.yaml", text);
    if let Err(error) = &added {
        return assert_refused(error);
    }
    let rules = match packs.compile() {
        Ok(rules) => rules,
        Err(error) => return assert_refused(&error),
    };
    let linter = Linter {
        rules: &rules,
        today: TODAY,
        limits: Limits::default(),
        excerpts: true,
    };
    for document in DOCUMENTS {
        let file = linter.check_bytes("a.yaml", document.to_vec(), None);
        places::assert_findings(document, &file);
    }
    // An example may ask for a panic, to show what becomes of one; here that would be the end.
    if !with_builtin && !text.contains("internal") {
        let _ = example::test_examples(&rules, TODAY);
    }
}

fuzz_target!(|text: &str| {
    data(text);
    pack(text, choice(text.as_bytes()));
});
