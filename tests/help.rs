//! Help and version, in both languages.

mod common;

use common::sopan;
use insta::assert_snapshot;

#[test]
fn help_of_the_program() {
    let out = sopan().args(["--help"]).without_today().exits(0);
    assert_snapshot!(out.stdout, @"
    Memeriksa Standar Pelayanan dan SOP dalam YAML terhadap peraturan yang mengaturnya

    Penggunaan: sopan [OPSI] <PERINTAH>

    Perintah:
      check        Memeriksa dokumen dan menunjukkan setiap kekurangannya
      audit        Menilai semua dokumen sekaligus: nilai setiap unit, yang terlemah, dan yang paling
                   perlu dibenahi
      merge        Menggabungkan hasil --facts-out dari beberapa pemeriksaan menjadi satu laporan
      rules        Menampilkan daftar aturan, atau menguji contoh di dalamnya
      explain      Menjelaskan satu aturan: apa yang diminta, mengapa, contoh salah dan benar
      flow         Menggambar prosedur sebagai bagan alir PermenPAN-RB 35/2012
      settings     Menampilkan setelan yang berlaku bagi sebuah berkas, dan dari mana asalnya
      init         Menulis sopan.yaml berisi setelan awal
      new          Menulis templat dokumen baru yang tinggal diisi
      schema       Menulis JSON Schema agar penyunting teks dapat melengkapi dan menjelaskan kunci
      completions  Menulis pelengkap perintah untuk sebuah shell
      man          Menulis halaman manual

    Opsi semua perintah:
          --lang <id|en>               Bahasa pesan: id (bawaan) atau en
          --color <auto|always|never>  Warna: auto (bawaan), always, atau never
          --rules <PAKET>              Paket aturan tambahan (berkas atau folder); yang bernama sama
                                       menggantikan bawaan
          --today <TTTT-BB-HH>         Tanggal pemeriksaan (bawaan: hari ini)
      -o, --output <BERKAS>            Menulis hasil ke berkas, bukan ke layar
          --settings <BERKAS>          Hanya memakai setelan dari berkas ini
          --no-settings                Tidak memakai berkas setelan

    Opsi:
      -h, --help     Menampilkan bantuan ini
      -V, --version  Menampilkan versi

    Kode keluar: 0 tidak ada temuan yang menggagalkan; 1 ada; 2 pemeriksaan tidak dapat dijalankan.
    ");
}

#[test]
fn help_of_the_program_in_english() {
    let out = sopan()
        .args(["--help", "--lang", "en"])
        .without_today()
        .exits(0);
    assert_snapshot!(out.stdout, @"
    Checks Indonesian service standards and SOPs in YAML against the regulations

    Usage: sopan [OPTIONS] <COMMAND>

    Commands:
      check        Check documents and show every gap
      audit        Score all documents at once: every unit, the weakest, and what to mend first
      merge        Put what several runs wrote with --facts-out together into one report
      rules        List the rules, or run the examples inside them
      explain      Explain a rule: what it asks, why, examples wrong and right
      flow         Draw a procedure as the flowchart of PermenPAN-RB 35/2012
      settings     Show the settings that count for a file, and where they come from
      init         Write a sopan.yaml with settings to begin with
      new          Write the template of a new document
      schema       Write the JSON Schema with which editors complete and explain keys
      completions  Write the completions of a shell
      man          Write the manual page

    Options of every command:
          --lang <id|en>               Language of messages: id (default) or en
          --color <auto|always|never>  Colour: auto (default), always or never
          --rules <PACK>               Further rule packs (file or folder); one of the same name
                                       replaces a built-in one
          --today <YYYY-MM-DD>         The day of the run (default: today)
      -o, --output <FILE>              Write the report to a file instead of the screen
          --settings <FILE>            Use the settings of this file only
          --no-settings                Use no settings file

    Options:
      -h, --help     Print this help
      -V, --version  Print the version

    Exit codes: 0 nothing that fails the run; 1 something; 2 the run itself failed.
    ");
    let by_locale = sopan()
        .args(["-h"])
        .without_today()
        .env("LANG", "en_US.UTF-8");
    assert_eq!(by_locale.exits(0), out);
}

#[test]
fn help_of_check() {
    let out = sopan().args(["check", "--help"]).without_today().exits(0);
    assert_snapshot!(out.stdout, @"
    Memeriksa dokumen dan menunjukkan setiap kekurangannya

    Penggunaan: sopan check [OPSI] [BERKAS|FOLDER]...

    Argumen:
      [BERKAS|FOLDER]...  Berkas atau folder yang diperiksa; - untuk masukan standar (bawaan: folder
                          ini)

    Opsi:
          --format <BENTUK>
              Bentuk laporan: human (bawaan), concise, json, ndjson, sarif, junit, github, gitlab, atau
              markdown; boleh beberapa, masing-masing diikuti --output
          --select <ATURAN>
              Hanya aturan ini: kode, nama, atau keluarga, dipisah koma
          --ignore <ATURAN>
              Tanpa aturan ini: kode, nama, atau keluarga, dipisah koma
          --no-ignores
              Menghitung juga temuan yang diabaikan dengan komentar
          --add-ignores <ALASAN>
              Menulis komentar di dokumen yang mengabaikan semua temuan, dengan alasan ini
          --fail-on <error|warning|info|never>
              Temuan paling ringan yang menggagalkan: error (bawaan), warning, info, atau never
          --force-exclude
              Mengecualikan juga berkas yang disebut langsung
          --min-score <N>
              Gagal bila nilai suatu dokumen di bawah N (0-100)
          --baseline <BERKAS>
              Hanya temuan baru yang dihitung: yang tercatat di berkas ini tidak
          --write-baseline
              Mencatat temuan sekarang sebagai baseline (bawaan: sopan-baseline.jsonl)
          --prune-baseline
              Menghapus dari baseline yang sudah tidak ditemukan lagi
          --fix
              Memperbaiki yang dapat diperbaiki tanpa mengubah maknanya
          --unsafe-fixes
              Bersama --fix: juga perbaikan yang perlu dibaca ulang; tanpa --fix: menampilkannya
          --diff
              Menampilkan apa yang akan diperbaiki, tanpa menulis
          --show <N|all>
              Banyaknya tempat yang ditampilkan (bawaan: 20), atau all untuk semua
          --statistics
              Menghitung temuan per aturan dan per unit, bukan menampilkan setiap tempatnya
          --files
              Menampilkan berkas mana yang diperiksa, dan mengapa yang lain tidak
          --facts-out <BERKAS>
              Menulis juga fakta yang ditemukan ke berkas, untuk digabung dengan sopan merge
          --stdin-filename <BERKAS>
              Nama yang ditampilkan untuk masukan standar
          --threads <N>
              Jumlah utas (bawaan: sebanyak inti prosesor)
          --no-cache
              Memeriksa semua berkas dari awal, tanpa hasil yang disimpan dari pemeriksaan sebelumnya
          --timings
              Menampilkan lama setiap tahap dan setiap aturan di galat standar
      -h, --help
              Menampilkan bantuan ini

    Opsi semua perintah:
          --lang <id|en>               Bahasa pesan: id (bawaan) atau en
          --color <auto|always|never>  Warna: auto (bawaan), always, atau never
          --rules <PAKET>              Paket aturan tambahan (berkas atau folder); yang bernama sama
                                       menggantikan bawaan
          --today <TTTT-BB-HH>         Tanggal pemeriksaan (bawaan: hari ini)
      -o, --output <BERKAS>            Menulis hasil ke berkas, bukan ke layar
          --settings <BERKAS>          Hanya memakai setelan dari berkas ini
          --no-settings                Tidak memakai berkas setelan
    ");
    let also = sopan().args(["check", "--bantuan"]).without_today();
    assert_eq!(also.exits(0), out);
}

#[test]
fn help_of_check_in_english() {
    let args = ["check", "--help", "--lang=en"];
    let out = sopan().args(args).without_today().exits(0);
    assert_snapshot!(out.stdout, @"
    Check documents and show every gap

    Usage: sopan check [OPTIONS] [FILE|FOLDER]...

    Arguments:
      [FILE|FOLDER]...  Files or folders to check; - for standard input (default: this folder)

    Options:
          --format <FORM>
              Form of the report: human (default), concise, json, ndjson, sarif, junit, github, gitlab
              or markdown; several may be given, each followed by --output
          --select <RULE>
              Only these rules: code, name or family, separated by commas
          --ignore <RULE>
              Without these rules: code, name or family, separated by commas
          --no-ignores
              Count what comments silence, too
          --add-ignores <REASON>
              Write comments into the documents that silence all findings, with this reason
          --fail-on <error|warning|info|never>
              Least grave finding that fails the run: error (default), warning, info or never
          --force-exclude
              Exclude files that are named as well
          --min-score <N>
              Fail where the score of a document is below N (0-100)
          --baseline <FILE>
              Count only new findings: not those that this file knows
          --write-baseline
              Make what is found now the baseline (default: sopan-baseline.jsonl)
          --prune-baseline
              Take out of the baseline what is not found any more
          --fix
              Mend what can be mended without a change of meaning
          --unsafe-fixes
              With --fix: also what needs a second look; without --fix: show it
          --diff
              Show what would be mended, and write nothing
          --show <N|all>
              Most places shown (default: 20), or all
          --statistics
              Count findings by rule and by unit instead of showing every place
          --files
              List which files are checked, and why the others are not
          --facts-out <FILE>
              Also write what was found to a file, for sopan merge
          --stdin-filename <FILE>
              The name shown for standard input
          --threads <N>
              Number of threads (default: one per core)
          --no-cache
              Look at every file again, without results kept from earlier runs
          --timings
              Show on standard error how long every stage and every rule took
      -h, --help
              Print this help

    Options of every command:
          --lang <id|en>               Language of messages: id (default) or en
          --color <auto|always|never>  Colour: auto (default), always or never
          --rules <PACK>               Further rule packs (file or folder); one of the same name
                                       replaces a built-in one
          --today <YYYY-MM-DD>         The day of the run (default: today)
      -o, --output <FILE>              Write the report to a file instead of the screen
          --settings <FILE>            Use the settings of this file only
          --no-settings                Use no settings file
    ");
}

#[test]
fn every_command_has_help_without_leftovers_of_another_language() {
    for command in ["check", "rules", "explain"] {
        let out = sopan()
            .args([command, "--help"])
            .without_today()
            .exits(0)
            .stdout;
        for word in ["Usage", "OPTIONS", "PATH", "FILE", "Options", "Print"] {
            assert!(!out.contains(word), "{word}: {out}");
        }
    }
}

#[test]
fn without_a_command_the_help_is_shown_but_it_is_a_mistake() {
    let help = sopan().args(["--help"]).without_today().exits(0).stdout;
    let none: [&str; 0] = [];
    let out = sopan().args(none).exits(2);
    assert_eq!((out.stdout, out.stderr), (String::new(), help));
}

#[test]
fn version() {
    let expected = format!("sopan {}\n", env!("CARGO_PKG_VERSION"));
    for flag in ["--version", "-V"] {
        let out = sopan().args([flag]).without_today().exits(0);
        assert_eq!(out.stdout, expected);
    }
}
