//! Packs with each kind of mistake.

use super::super::{PackMistake, Packs};
use crate::{rule::LoadError, text::Lang};

const GOOD: &str = "\
pack: kota
title: { id: Kota, en: City }
source: Perwa
rules:
  - id: KT001
    name: nama-huruf-kecil
    severity: warning
    given: $.nama
    check: { pattern: { matches: '^[A-Z]' } }
    message: { id: 'Nama {value}', en: 'Name {value}' }
    help: { id: Ubah, en: Change }
    reference: Perwa 1/2025
    examples: { pass: ['nama: A'], fail: ['nama: a'] }
";

fn mistakes(text: &str) -> Vec<String> {
    let mut packs = Packs::builtin().unwrap();
    let result = packs
        .add_text("kota.yaml", text)
        .and_then(|()| packs.compile().map(drop));
    match result {
        Ok(()) => Vec::new(),
        Err(LoadError::Mistakes(found)) => {
            let show = |m: PackMistake| {
                let at = m.source.position(m.span.start);
                let help = m.help.map(|help| format!(" | {}", help.get(Lang::Id)));
                format!(
                    "{}:{} `{}` {}{}",
                    at.line,
                    at.column,
                    m.source.slice(m.span),
                    m.message.get(Lang::Id),
                    help.unwrap_or_default()
                )
            };
            found.into_iter().map(show).collect()
        }
        Err(other) => vec![other.to_string()],
    }
}

/// They are taken on trust when they are loaded, which this is the reason for. Only their
/// components may be keys of one another.
#[test]
fn the_built_in_packs_have_none_of_the_mistakes_looked_for_in_others() {
    let mut packs = Packs::default();
    packs.add(std::path::Path::new("rules")).unwrap();
    let found = match packs.compile() {
        Err(LoadError::Mistakes(found)) => found,
        other => panic!("components of other packs are known: {:?}", other.is_ok()),
    };
    let messages = found.iter().map(|mistake| mistake.message.get(Lang::Id));
    let others: Vec<_> = messages
        .filter(|message| !message.starts_with("komponen `"))
        .collect();
    assert!(others.is_empty(), "{others:#?}");
}

#[test]
fn a_good_pack_has_no_mistake() {
    assert_eq!(mistakes(GOOD), Vec::<String>::new());
}

#[test]
fn every_mistake_is_named_at_its_place() {
    let cases = [
        ("severity: warning", "severity: gawat"),
        ("severity: warning", "severty: warning"),
        ("given: $.nama", "given: $.nama["),
        (
            "pattern: { matches: '^[A-Z]' }",
            "patern: { matches: '^[A-Z]' }",
        ),
        ("pattern: { matches: '^[A-Z]' }", "pattern: { match: x }"),
        (
            "pattern: { matches: '^[A-Z]' }",
            "pattern: { matches: 'a(b' }",
        ),
        (
            "pattern: { matches: '^[A-Z]' }",
            "words: { list: isin-sementara }",
        ),
        ("pattern: { matches: '^[A-Z]' }", "length: { min: tiga }"),
        ("pattern: { matches: '^[A-Z]' }", "length: { min: -1 }"),
        (
            "pattern: { matches: '^[A-Z]' }",
            "length: { max: 99999999999999999999 }",
        ),
        (
            "pattern: { matches: '^[A-Z]' }",
            "age: { years: 99999999999 }",
        ),
        ("pattern: { matches: '^[A-Z]' }", "pattern: 5"),
        ("{ pattern: { matches: '^[A-Z]' } }", "{}"),
        ("id: 'Nama {value}'", "id: 'Nama {valu}'"),
        ("fail: ['nama: a']", "fail: []"),
        (", fail: ['nama: a']", ""),
        ("id: KT001", "id: SP001"),
        ("name: nama-huruf-kecil", "name: Nama Kecil"),
        ("given: $.nama", "given: $..nama"),
        (
            "source: Perwa",
            "source: Perwa\napplies_to: { jenis: standar-pelayana }",
        ),
        (
            "severity: warning",
            "severity: warning\n    severity: error",
        ),
        ("severity: warning", "severity:warning"),
    ];
    let shown = cases.map(|(from, to)| {
        let text = GOOD.replace(from, to);
        assert_ne!(text, GOOD, "{from}");
        format!(
            "{}\n  {}",
            to.replace('\n', "⏎"),
            mistakes(&text).join("\n  ")
        )
    });
    insta::assert_snapshot!(shown.join("\n"), @r#"
    severity: gawat
      7:15 `gawat` nilai `gawat` tidak dikenal | Yang dikenal: `info`, `warning`, `error`.
    severty: warning
      7:5 `severty` kunci `severty` tidak dikenal di sini | Mungkin maksud Anda `severity`.
    given: $.nama[
      8:18 `[` `given` bukan JSONPath: di sini seharusnya nama dalam tanda kutip, angka, `*`, atau saringan `?`, tetapi jalurnya sudah habis
    patern: { matches: '^[A-Z]' }
      9:14 `patern` pemeriksaan `patern` tidak ada | Mungkin maksud Anda `pattern`.
    pattern: { match: x }
      9:25 `match` kunci `match` tidak dikenal di sini | Mungkin maksud Anda `matches`.
    pattern: { matches: 'a(b' }
      9:34 `'a(b'` pola tidak dapat dipakai: kurung `(` belum ditutup | Bila tanda itu sendiri yang dimaksud, dahului dengan `\`, misalnya `\(`.
    words: { list: isin-sementara }
      9:29 `isin-sementara` daftar kata `isin-sementara` tidak ada di `data/`
    length: { min: tiga }
      9:29 `tiga` di sini diharapkan bilangan bulat, bukan teks "tiga"
    length: { min: -1 }
      9:29 `-1` di sini diharapkan bilangan bulat nol atau lebih, bukan `-1`
    length: { max: 99999999999999999999 }
      9:29 `99999999999999999999` di sini diharapkan bilangan bulat yang lebih kecil, bukan `99999999999999999999`
    age: { years: 99999999999 }
      9:28 `99999999999` di sini diharapkan bilangan bulat yang lebih kecil, bukan `99999999999`
    pattern: 5
      9:23 `5` di sini diharapkan pasangan kunci dan nilai, bukan bilangan bulat `5`
    {}
      9:5 `check` sebut tepat satu pemeriksaan: `active_verb`, `actor_in_text`, `actors`, `age`, `all`, `any`, `citation`, `complaint`, `contradiction`, `cost`, `covers`, `date`, `date_order`, `document_fee`, `document_form`, `drift`, `duplicate`, `duration`, `each`, `filled`, `flow`, `flow_time`, `handed_in`, `hidden_fee`, `invisible`, `known_keys`, `length`, `mentions`, `nip`, `not_pattern`, `number_words`, `one_of`, `open_ended`, `partial_cost`, `partner`, `pattern`, `problem`, `refers`, `region`, `required`, `rupiah`, `same_name`, `shape`, `signer`, `staff_count`, `steps`, `suppression`, `tariff_basis`, `time_limit`, `unique`, `vague_cost`, `vague_time`, `words`
    id: 'Nama {valu}'
      10:26 `{valu}` `{valu}` tidak diberikan oleh pemeriksaan ini | Mungkin maksud Anda `value`.
    fail: []
      13:36 `fail` aturan ini belum punya contoh `fail` | Contoh `fail` harus ditemukan aturan ini, contoh `pass` tidak; keduanya adalah ujinya.

      13:5 `examples` di sini belum ada `fail`
    id: SP001
      5:9 `SP001` `SP001` sudah dipakai aturan lain di paket `inti` | Setiap aturan memerlukan kode dan nama sendiri.
    name: Nama Kecil
      6:11 `Nama Kecil` nama `Nama Kecil` harus berupa kata huruf kecil yang disambung `-`
    given: $..nama
      13:43 `'nama: a'` contoh ini harus menyebut `path`: aturan ini dapat menunjuk beberapa tempat
    source: Perwa⏎applies_to: { jenis: standar-pelayana }
      4:22 `standar-pelayana` jenis dokumen `standar-pelayana` tidak dikenal | Mungkin maksud Anda `standar-pelayanan`.
    severity: warning⏎    severity: error
      8:5 `severity` kunci `severity` sudah ada di atas
    severity:warning
      7:5 `severity:` tidak ada spasi sesudah titik dua pada `severity:` | Tulis `severity: ...`.
    "#);
}
