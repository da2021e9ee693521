use proptest::prelude::*;

use super::*;

fn lines(text: &str) -> Vec<String> {
    let source = Arc::new(Source::from_text("sopan.yaml", text));
    let (_, diagnostics) = read(source, Path::new("/kota/sopan.yaml"), Path::new("/kota"));
    let line = |d: &Diagnostic| {
        let at = d.source.position(d.span.start);
        let help = d.help.as_ref().map_or("", |help| help.get(Lang::Id));
        format!(
            "{}:{} {} | {help}",
            at.line,
            at.column,
            d.message.get(Lang::Id)
        )
    };
    diagnostics.iter().map(line).collect()
}

#[test]
fn every_example_of_the_table_is_read() {
    fn check(keys: &[super::super::Key], before: &str) {
        for key in keys {
            let indented = key.example.replace('\n', "\n    ");
            let text = if before.is_empty() {
                key.example.to_owned()
            } else {
                format!("{before}{indented}\n")
            };
            // Examples name files that need not be there.
            let found: Vec<_> = lines(&text)
                .into_iter()
                .filter(|l| !l.contains("tidak ada"))
                .collect();
            assert_eq!(found, Vec::<String>::new(), "{text}");
            match key.form {
                super::super::Form::Section(inner) => check(inner, &format!("{}:\n    ", key.name)),
                super::super::Form::Entries(inner) => {
                    check(
                        inner,
                        &format!("{}:\n  - files: [a/]\n    ", key.name)
                            .replace("files: [a/]\n    files", "files"),
                    );
                }
                _ => {}
            }
        }
    }
    let files_once = |keys: &[super::super::Key]| {
        keys.iter()
            .filter(|k| k.name != "overrides")
            .copied()
            .collect::<Vec<_>>()
    };
    check(&files_once(KEYS), "");
    assert_eq!(
        lines(super::super::key("overrides").unwrap().example),
        Vec::<String>::new()
    );
}

#[test]
fn nothing_is_nothing_wrong() {
    for text in ["", "# nanti\n", "---\n", "exclude:\n", "~"] {
        assert_eq!(lines(text), Vec::<String>::new(), "{text:?}");
    }
}

#[test]
fn every_mistake_is_named_in_one_go() {
    let text = "\
exlude: [arsip/]
include: [dinas\\sop.yaml, ../lain, 'a[']
severity: { SP004: sedang, BHS: off }
fail_on: fatal
target: 101
root: ya
region: Kota Pontiank
rules: [tiada/]
disable: { SP004: true }
enable: [[SP004], '']
ignores: { reason: false }
reason_required: true
silenced_meets: true
overrides:
  - disable: [SP]
  - files: []
  - files: ['{a']
  - files: [a/]
    exclude: [b/]
  - a/
jenis: sop
";
    insta::assert_snapshot!(lines(text).join("\n"), @r"
    1:1 kunci `exlude` tidak dikenal dalam setelan | Mungkin maksud Anda `exclude`.
    2:11 pola memakai garis miring `/`, bukan `\` | 
    2:27 pola tidak dapat keluar dari folder setelannya | 
    3:20 nilai `sedang` tidak dapat dipakai untuk `SP004` | Yang dikenal: `error`, `warning`, dan `info`.
    3:33 `off` bukan tingkat temuan | Untuk mematikan aturan, tulis `disable: [BHS]`.
    4:10 nilai `fatal` tidak dapat dipakai untuk `fail_on` | Yang dikenal: `error`, `warning`, `info`, dan `never`.
    5:9 nilai `target` harus bilangan dari 0 sampai 100, bukan `101` | Contoh: `target: 95`.
    6:7 nilai `root` harus `true` atau `false`, bukan `ya` | Contoh: `root: true`.
    7:9 wilayah `Kota Pontiank` tidak ada | Mungkin maksud Anda `Kota Pontianak`.
    8:9 berkas atau folder `tiada/` tidak ada | Jalur dihitung dari folder tempat berkas setelan ini berada.
    9:10 nilai `disable` harus daftar aturan, misalnya `[SP004, BHS]` | Contoh: `disable: [BHS004]`.
    10:10 nilai `enable` harus daftar aturan, misalnya `[SP004, BHS]` | Contoh: `enable: [BHS010]`.
    10:19 nilai `enable` harus daftar aturan, misalnya `[SP004, BHS]` | Contoh: `enable: [BHS010]`.
    11:12 kunci `reason` tidak dikenal di dalam `ignores` | Yang dikenal: `reason_required`.
    12:1 kunci `reason_required` tidak dikenal dalam setelan | `reason_required` ditulis di dalam `ignores`.
    13:1 kunci `silenced_meets` tidak dikenal dalam setelan | `silenced_meets` ditulis di dalam `score`.
    15:5 butir ini belum menyebut berkas mana yang dimaksud | Tambahkan `files`, misalnya `files: [rsud/]`.
    16:5 butir ini belum menyebut berkas mana yang dimaksud | Tambahkan `files`, misalnya `files: [rsud/]`.
    17:13 ini bukan pola nama berkas: kurung kurawal `{` belum ditutup | 
    19:5 kunci `exclude` tidak dikenal di dalam `overrides` | `exclude` hanya dapat ditulis di tingkat teratas.
    20:5 nilai `overrides` harus daftar yang setiap butirnya berisi `files` | 
    21:1 kunci `jenis` tidak dikenal dalam setelan | Dokumen layanan tidak boleh bernama sopan.yaml; beri nama lain.
    ");
}

#[test]
fn broken_yaml_is_said_and_nothing_else() {
    insta::assert_snapshot!(lines("region: 'Kota\nexlude: [a\n").join("\n"), @"1:9 tanda kutip `'` dibuka di sini tetapi tidak ditutup | Tutup dengan `'` di akhir nilai.");
    insta::assert_snapshot!(lines("lang: id\nlang: en\n").join("\n"), @"2:1 kunci `lang` sudah ada di baris 1 | Gabungkan keduanya menjadi satu.");
    insta::assert_snapshot!(lines("lang: id\n---\nlang: en\n").join("\n"), @"3:1 berkas setelan memuat satu dokumen YAML saja | Hapus baris `---` yang memisahkannya.");
    insta::assert_snapshot!(lines("- arsip/\n").join("\n"), @"1:1 berkas setelan berisi pasangan kunci dan nilai, misalnya `region: Kota Pontianak` |");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_text_is_read_without_a_panic(text in "\\PC{0,200}") {
        lines(&text);
    }

    #[test]
    fn anything_under_known_keys_is_read_without_a_panic(
        keys in proptest::collection::vec((0..KEYS.len(), "(true|[0-9]{1,3}|\\[a, '!'\\]|\\{SP: error\\}|- files: x|~|\\*a|&a [b, *a]|\\PC{0,20})"), 0..6)
    ) {
        let line = |(key, value): &(usize, String)| format!("{}: {value}\n", KEYS[*key].name);
        lines(&keys.iter().map(line).collect::<String>());
    }
}
