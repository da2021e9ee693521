//! What holds for the fixes of any document: mending twice is mending once, and nothing changes
//! but what was to be mended.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    sync::{Arc, LazyLock},
};

use proptest::prelude::*;
use sopan::{
    document::{self, Document, Limits, NodeId, Parsed},
    fix::{Mended, Offer, RefusedReason, mend, unified},
    judge::{Judge, Policy, Verdicts},
    lint::Linter,
    rule::{Packs, RuleSet},
    source::Source,
};

static RULES: LazyLock<RuleSet> = LazyLock::new(|| Packs::builtin().unwrap().compile().unwrap());

/// The documents of the example city.
static EXAMPLES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut found = Vec::new();
    collect(Path::new("examples"), &mut found);
    found.sort();
    assert!(found.len() > 10);
    found
});

fn collect(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "yaml") {
            found.push(fs::read_to_string(path).unwrap());
        }
    }
}

/// Pieces of documents, right and wrong, in the forms in which people write them.
const PIECES: &[&str] = &[
    "dasar_hukum:\n- UU No. 25 Tahun 2009 tentang Pelayanan Publik\n# sama\n- UU No. 25 Tahun 2009 tentang Pelayanan Publik\n",
    "dasar_hukum: Undang-undang Republik Indonesia Nomor 32 Tahun 2004 tentang Pemerintahan Daerah # lama\n",
    "dasar_hukum:\n  - \"Undang-undang Nomor 22 Tahun 1999 tetang Pemerintahan Daerah\"\n  - 'PP 96/2012'\n  - PP 96/2012\n  - PP 96/2012\n",
    "dasar_hukum: [UU 32/2004, 'UU 32/2004', UU 32/2004]\n",
    "dasar_hukum: &dasar\n  - UU 32/2004\n  - UU 32/2004\nx-lain: *dasar\n",
    "persayaratan: KTP\n",
    "'persayaratan': KTP\n",
    "persyaratan:\n  - KTP  # asli\n\n  # catatan\n  - KK\u{a0}asli\n",
    "prosedur:\n- uraian: Memeriksa\n  waktu: 15 mnt\n- {uraian: Menulis, waktu: 1hari}\n# akhir\n",
    "prosedur:\n  - uraian: |\n      Memeriksa\n      berkas\n\n    waktu: \"3(tiga)hr kerja\"\n",
    "jangka_waktu: 3 (empat) hari kerja\n",
    "jangka_waktu: >-\n  paling lama\n  3 hr\n  kerja\n",
    "jangka_waktu: [3 hr kerja, '30 mnt']\n",
    "jangka_waktu: &w 3 hr kerja\nx-waktu: *w\n",
    "jangka_waktu:\n- layanan: A\n  waktu: 30mnt # cepat\n- layanan: B\n  waktu: !!str 2 hr\n",
    "biaya: Rp. 5.000,-\n",
    "biaya: 'Baru Rp 5.000 (lima ratus rupiah), hilang IDR 10,000'\n",
    "biaya: |+\n  Rp. 5.000\n  Gratis\n\n\n",
    "biaya:\n",
    "biaya: Rp 5.000 #bukan\n",
    "produk: KK\n",
    "produk: {nama: KK}\n",
    "pengaduan: [Telepon (0561) 555110]\n",
    "pengadaun: Kotak saran\n",
    "evaluasi_kinerja: \"Survei\\tsetahun\"\n",
    "# komentar lepas\n",
    "\n",
    "wilayah: Kota Pontianak\n",
    "unit: Dinas Kependudukan Kabupaten Sambas\n",
    "nama: Layanan\u{200b}X\n",
    "? kunci\n: nilai\n",
    "<<: {produk: KK}\n",
    "biaya: Gratis\nbiaya: Rp 7.000\n",
];

/// A file of pieces: documents with heads, line ends, a mark or none.
fn pieced() -> impl Strategy<Value = Vec<u8>> {
    let piece = proptest::sample::select(PIECES);
    let head = proptest::sample::select(&["jenis: standar-pelayanan\n", "jenis: sop\n", ""][..]);
    let document = (head, prop::collection::vec(piece, 0..7), any::<bool>());
    let documents = prop::collection::vec(document, 1..3);
    (documents, any::<bool>(), any::<bool>(), any::<bool>()).prop_map(
        |(documents, windows, mark, open)| {
            let texts = documents.into_iter().map(|(head, pieces, deep)| {
                let text = format!("{head}{}", pieces.concat());
                match deep {
                    true => text.lines().map(|line| format!("  {line}\n")).collect(),
                    false => text,
                }
            });
            let mut text = texts.collect::<Vec<String>>().join("---\n");
            if open {
                text = text.trim_end().to_owned();
            }
            if windows {
                text = text.replace('\n', "\r\n");
            }
            let mark = if mark { "\u{feff}" } else { "" };
            format!("{mark}{text}").into_bytes()
        },
    )
}

/// An example with some of its lines doubled, taken out, moved or given other words.
fn mutated() -> impl Strategy<Value = Vec<u8>> {
    let words = [
        ("Undang-Undang", "Undang-undang"),
        ("hari", "hr"),
        ("menit", "mnt"),
        (" (", "("),
        ("Rp", "Rp. "),
        ("persyaratan:", "persaratan:"),
        ("Tahun", "Th."),
        (": ", ":  "),
        ("- ", "-   "),
        ("satu", "dua"),
    ];
    let change = (
        0..4u8,
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
    );
    let words = prop::collection::vec(proptest::sample::select(words.to_vec()), 0..5);
    let example = proptest::sample::select(EXAMPLES.as_slice());
    (
        example,
        prop::collection::vec(change, 0..6),
        words,
        any::<bool>(),
    )
        .prop_map(|(text, changes, words, windows)| {
            let mut text = text.replace("\r\n", "\n");
            for (old, new) in words {
                text = text.replace(old, new);
            }
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            for (kind, one, other) in changes {
                let (one, other) = (one.index(lines.len()), other.index(lines.len()));
                match kind {
                    0 => lines.insert(one, lines[one].clone()),
                    1 if lines.len() > 3 => drop(lines.remove(one)),
                    2 => lines.swap(one, other),
                    _ => lines.insert(one, "# sisipan".to_owned()),
                }
            }
            let ending = if windows { "\r\n" } else { "\n" };
            (lines.join(ending) + ending).into_bytes()
        })
}

fn all_fixes(bytes: &[u8], with_unsafe: bool, seen: &mut Vec<Offer>) -> Mended {
    let linter = Linter {
        rules: &RULES,
        today: jiff::civil::date(2026, 11, 21),
        limits: Limits::default(),
        excerpts: false,
    };
    let verdicts = Verdicts::new(&RULES, &[], &[], None);
    let judge = Judge::new(linter, &verdicts);
    mend(bytes, &Limits::default(), |bytes| {
        let checked = linter.check_bytes("a.yaml", bytes.to_owned(), None);
        let file = judge.file(checked, &Policy::new(&RULES));
        let offers = Offer::all(&file, &RULES, with_unsafe);
        seen.extend(offers.iter().cloned());
        offers
    })
}

fn parsed(bytes: &[u8]) -> Parsed {
    let source = Arc::new(Source::decode("a.yaml", bytes.to_owned()).unwrap());
    document::parse(&source, &Limits::default())
}

fn problems(parsed: &Parsed) -> usize {
    let of_documents = parsed.documents.iter().map(|d| d.problems().len());
    parsed.problems.len() + of_documents.sum::<usize>()
}

fn comments(parsed: &Parsed) -> Vec<String> {
    let of_documents = parsed.documents.iter().flat_map(|d| d.comments());
    of_documents.map(|comment| comment.text.clone()).collect()
}

/// The keys at the top with their values as they are written.
fn raw(document: &Document) -> Vec<(String, String)> {
    let value = |node| {
        document
            .source()
            .slice(document.place(node).value())
            .trim_end()
    };
    let keys = document.keys(NodeId::ROOT);
    keys.map(|(key, _, node)| (key.to_owned(), value(node).to_owned()))
        .collect()
}

fn line_ends(text: &str) -> (usize, usize) {
    (text.matches("\r\n").count(), text.matches('\n').count())
}

/// The text that `patch` makes of another with a diff.
fn patched(before: &str, diff: &str) -> String {
    let mut rest = before.split_inclusive('\n');
    let (mut after, mut at) = (String::new(), 0);
    let mut lines = diff.split_inclusive('\n').skip(2).peekable();
    while let Some(line) = lines.next() {
        let (sign, line) = line.split_at(1);
        if sign == "@" {
            // `@ -3,7 +3,8 @@`; where no line is taken away, that is the line before.
            let numbers = line.split(['-', ' ']).nth(2).unwrap();
            let (start, count) = numbers.split_once(',').unwrap_or((numbers, "1"));
            let start: usize = start.parse().unwrap();
            let start = start - usize::from(count != "0");
            after.extend(rest.by_ref().take(start - at));
            at = start;
            continue;
        }
        let is_open = lines.next_if(|next| next.starts_with('\\')).is_some();
        let line = if is_open {
            &line[..line.len() - 1]
        } else {
            line
        };
        if sign != "+" {
            assert_eq!(rest.next(), Some(line), "{diff}");
            at += 1;
        }
        if sign != "-" {
            after.push_str(line);
        }
    }
    after.extend(rest);
    after
}

fn holds(bytes: &[u8], with_unsafe: bool) -> Result<(), TestCaseError> {
    let mut offers = Vec::new();
    let mended = all_fixes(bytes, with_unsafe, &mut offers);
    let again = all_fixes(&mended.bytes, with_unsafe, &mut Vec::new());
    let text = String::from_utf8_lossy(bytes);
    let after = String::from_utf8_lossy(&mended.bytes);
    prop_assert_eq!(&again.bytes, &mended.bytes, "once:\n{}", after);
    if mended.bytes == bytes {
        prop_assert!(mended.fixed.is_empty());
        return Ok(());
    }
    prop_assert!(!mended.fixed.is_empty());
    let diff = unified("a.yaml", &text, &after, &mended.kept, false);
    prop_assert_eq!(patched(&text, &diff), after.as_ref(), "{}", diff);
    let comes_back = |r: &sopan::fix::Refused| r.reason == RefusedReason::ComesBack;
    prop_assert!(
        !mended.refused.iter().any(comes_back),
        "{:?}",
        mended.refused
    );

    let (old, new) = (parsed(bytes), parsed(&mended.bytes));
    prop_assert!(problems(&new) <= problems(&old), "{}\n=>\n{}", text, after);
    prop_assert_eq!(comments(&old), comments(&new));
    prop_assert_eq!(text.starts_with('\u{feff}'), after.starts_with('\u{feff}'));
    prop_assert_eq!(text.ends_with('\n'), after.ends_with('\n'));
    let (windows, all) = line_ends(&text);
    if windows == all || windows == 0 {
        let (new_windows, new_all) = line_ends(&after);
        let is_same = if all == 0 {
            true
        } else if windows == 0 {
            new_windows == 0
        } else {
            new_windows == new_all
        };
        prop_assert!(is_same, "{}\n=>\n{}", text, after);
    }

    prop_assert_eq!(old.documents.len(), new.documents.len());
    for (index, (old, new)) in old.documents.iter().zip(&new.documents).enumerate() {
        let touched: BTreeSet<&str> = offers
            .iter()
            .filter(|offer| offer.document == index)
            .map(|offer| offer.path.split('/').nth(1).unwrap_or_default())
            .collect();
        let is_touched = |key: &str| touched.contains(key);
        let untouched = |document| -> Vec<_> {
            let keys = raw(document).into_iter();
            keys.filter(|(key, _)| !is_touched(key)).collect()
        };
        let (old, mut new) = (untouched(old), untouched(new));
        // Keys that were renamed have names that were not there before.
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        old.iter()
            .for_each(|(key, _)| *counts.entry(key).or_default() += 1);
        new.retain(|(key, _)| counts.contains_key(key.as_str()));
        prop_assert_eq!(old, new, "{}\n=>\n{}", text, after);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn documents_of_pieces_are_mended_once_and_for_all(bytes in pieced(), with_unsafe in any::<bool>()) {
        holds(&bytes, with_unsafe)?;
    }

    #[test]
    fn changed_examples_are_mended_once_and_for_all(bytes in mutated(), with_unsafe in any::<bool>()) {
        holds(&bytes, with_unsafe)?;
    }
}

#[test]
fn every_example_is_mended_once_and_for_all() {
    for text in EXAMPLES.iter() {
        for text in [text.clone(), text.replace('\n', "\r\n")] {
            holds(text.as_bytes(), true).unwrap();
        }
    }
}
