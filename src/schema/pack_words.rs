//! What an editor tells of the keys of a rule pack.

use crate::text::{Lang, Phrase};

/// The page for rule authors, which says what each check asks.
const PAGE: &str = include_str!("../../docs/menulis-aturan.md");

/// What a check asks, as the page for rule authors says it; the page is in Indonesian only.
pub(super) fn check_words(name: &str, lang: Lang) -> Option<String> {
    let row = PAGE.lines().find_map(|line| {
        let (names, words) = line.strip_prefix("| ")?.split_once(" | ")?;
        let is_there = names.split(", ").any(|each| each == format!("`{name}`"));
        is_there.then(|| words.trim_end_matches('|').trim())
    })?;
    let asks = lang.pick("Meminta", "Asks (in Indonesian)");
    Some(format!("{asks}: {row}"))
}

/// What a key of a pack is for, by the type it belongs to.
pub(super) fn field_words(kind: &str, field: &str) -> Option<Phrase> {
    let (id, en) = match (kind, field) {
        ("Pack", "pack") => (
            "Nama paket; paket lain dengan nama ini menggantikannya.",
            "Name of the pack; another pack of this name takes its place.",
        ),
        ("Pack", "title") => ("Tentang apa paket ini.", "What the pack is about."),
        ("Pack", "source") => (
            "Peraturan yang mendasari paket ini.",
            "The regulations behind the pack.",
        ),
        ("Pack", "applies_to") => (
            "Dokumen yang dimaksud: kunci dengan nilainya, misalnya `{ jenis: sop }`. Kosong: semua.",
            "The documents meant: keys with their values, like `{ jenis: sop }`. All when left out.",
        ),
        ("Pack", "kinds") => (
            "Jenis dokumen yang dibawa paket ini.",
            "Kinds of document that the pack brings.",
        ),
        ("Pack", "keys") => (
            "Kunci yang boleh ada di dokumen, masing-masing dengan bentuknya.",
            "Keys that documents may have, each with its form.",
        ),
        ("Pack", "components") => (
            "Bagian dokumen yang dihitung dalam nilainya, menurut urutan peraturan.",
            "Parts of a document that count in its score, in the order of the regulation.",
        ),
        ("Pack", "guide") => (
            "Petunjuk bagi penulis dokumen, menurut urutan kunci di dalam `sopan new`.",
            "What to tell authors of documents, in the order of keys in `sopan new`.",
        ),
        ("Pack", "rules") => ("Aturan paket ini.", "The rules of the pack."),
        ("KindSpec", "name") => ("Nilai kunci `jenis`.", "The value of `jenis`."),
        ("KindSpec", "title") => ("Sebutan jenis ini.", "How people call the kind."),
        ("KindSpec", "source") => (
            "Peraturan yang memintanya.",
            "The regulation that asks for it.",
        ),
        ("KindSpec", "open") => (
            "Boleh memuat kunci yang tidak disebut paket mana pun.",
            "Whether it may have keys that no pack names.",
        ),
        ("ComponentSpec", "key") => (
            "Kunci di tingkat teratas dokumen.",
            "The key at the top of the document.",
        ),
        ("ComponentSpec", "group") => ("Kelompoknya.", "The group it belongs to."),
        ("ComponentSpec", "weight") => (
            "Bobotnya dalam nilai, dibanding komponen lain.",
            "Its weight in the score, relative to the others.",
        ),
        ("ComponentSpec", "reference") => {
            ("Pasal yang memintanya.", "The article that asks for it.")
        }
        ("ComponentSpec", "applies_to") => (
            "Hanya bagi dokumen yang menyatakan ini, misalnya `status: ditetapkan`.",
            "Only for documents that say this, like `status: ditetapkan`.",
        ),
        ("Form", "title") => (
            "Sebutan kunci ini; perlu bagi kunci di tingkat teratas.",
            "How people call the key; needed for keys at the top.",
        ),
        ("Form", "form") => (
            "Bentuk yang boleh: `text`, `list`, `map`, atau beberapa. Kosong: semua.",
            "The shapes it may have: `text`, `list`, `map` or several. Any when left out.",
        ),
        ("Form", "items") => (
            "Bentuk setiap butir sebuah daftar.",
            "What the entries of a list may be.",
        ),
        ("Form", "keys") => ("Kunci di dalamnya.", "The keys of a mapping."),
        ("Form", "open") => (
            "Boleh memuat kunci lain.",
            "Whether a mapping may have other keys too.",
        ),
        ("Form", "known_as") => (
            "Nama lain yang biasa dipakai, sebagai saran bila salah tulis.",
            "Other names people give it, from which this one is suggested.",
        ),
        ("GuideSpec", "key") => (
            "Kuncinya, misalnya `biaya`, atau `prosedur.waktu` untuk kunci setiap langkah.",
            "The key, like `biaya`, or `prosedur.waktu` for a key of each step.",
        ),
        ("GuideSpec", "about") => (
            "Apa yang ditulis di situ. Kosong: bantuan dari aturan yang memintanya.",
            "What belongs there. When left out, the help of the rule that asks for it.",
        ),
        ("GuideSpec", "example") => (
            "Contoh isi yang baik, sebagai YAML.",
            "A good value, as YAML.",
        ),
        ("GuideSpec", "template") => (
            "Yang ditulis `sopan new`, dengan `{isi}` di tempat yang harus diisi.",
            "What `sopan new` writes, with `{isi}` where something has to be written.",
        ),
        ("RuleSpec", "id") => (
            "Kode: 2 sampai 4 huruf besar dan tiga angka; tidak pernah dipakai ulang.",
            "Code: 2 to 4 capital letters and three digits; never used again.",
        ),
        ("RuleSpec", "name") => (
            "Nama: masalahnya dalam beberapa kata yang disambung `-`.",
            "Name: the problem in a few words joined by `-`.",
        ),
        ("RuleSpec", "severity") => (
            "`error` hanya bila naskah peraturannya memintanya, `warning` bila sumbernya baik, `info` selebihnya.",
            "`error` only where the text of the regulation asks for it, `warning` for good sources, else `info`.",
        ),
        ("RuleSpec", "applies_to") => (
            "Dokumen yang dimaksud, di antara dokumen paketnya.",
            "The documents meant, among those of the pack.",
        ),
        ("RuleSpec", "unless") => (
            "Dokumen yang dikecualikan, di antara yang dimaksud.",
            "Documents left out, among those meant.",
        ),
        ("RuleSpec", "given") => (
            "Tempat yang dilihat: JSONPath (RFC 9535), misalnya `$`, `$.biaya`, `$.prosedur[*].waktu`.",
            "The nodes looked at: JSONPath (RFC 9535), like `$`, `$.biaya`, `$.prosedur[*].waktu`.",
        ),
        ("RuleSpec", "check") => (
            "Yang diminta: tepat satu pemeriksaan dengan parameternya.",
            "What is asked: exactly one check with its parameters.",
        ),
        ("RuleSpec", "message") => (
            "Apa yang salah, dengan kata-kata dokumennya.",
            "What is wrong, in the words of the document.",
        ),
        ("RuleSpec", "help") => ("Apa yang harus dilakukan.", "What to do."),
        ("RuleSpec", "why") => (
            "Mengapa penting; ditampilkan `sopan explain`.",
            "Why it matters; shown by `sopan explain`.",
        ),
        ("RuleSpec", "reference") => ("Pasal yang memintanya.", "The article that asks for it."),
        ("RuleSpec", "reference_for") => (
            "Pasal yang berbeda menurut jenis dokumen.",
            "The article where it differs by kind of document.",
        ),
        ("RuleSpec", "examples") => (
            "Contoh yang menjadi uji dan penjelasan aturan ini.",
            "Documents that are its tests and its documentation.",
        ),
        ("Examples", "pass") => (
            "Dokumen tanpa temuan aturan ini.",
            "Documents without a finding of this rule.",
        ),
        ("Examples", "fail") => (
            "Dokumen dengan tepat satu temuan aturan ini.",
            "Documents with exactly one finding of this rule.",
        ),
        ("Phrase", "id") => ("Dalam bahasa Indonesia.", "In Indonesian."),
        ("Phrase", "en") => ("Dalam bahasa Inggris.", "In English."),
        _ => return None,
    };
    Some(Phrase::new(id, en))
}
