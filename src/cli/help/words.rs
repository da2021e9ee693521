//! The words of `--help`.

use crate::text::{Lang, Phrase};

/// What a command is for, by its name.
pub(super) fn about(command: &str) -> Option<Phrase> {
    Some(match command {
        "sopan" => Phrase::new(
            "Memeriksa Standar Pelayanan dan SOP dalam YAML terhadap peraturan yang mengaturnya",
            "Checks Indonesian service standards and SOPs in YAML against the regulations",
        ),
        "check" => Phrase::new(
            "Memeriksa dokumen dan menunjukkan setiap kekurangannya",
            "Check documents and show every gap",
        ),
        "audit" => Phrase::new(
            "Menilai semua dokumen sekaligus: nilai setiap unit, yang terlemah, dan yang paling perlu dibenahi",
            "Score all documents at once: every unit, the weakest, and what to mend first",
        ),
        "merge" => Phrase::new(
            "Menggabungkan hasil --facts-out dari beberapa pemeriksaan menjadi satu laporan",
            "Put what several runs wrote with --facts-out together into one report",
        ),
        "rules" => Phrase::new(
            "Menampilkan daftar aturan, atau menguji contoh di dalamnya",
            "List the rules, or run the examples inside them",
        ),
        "list" => Phrase::new("Menampilkan daftar aturan", "List the rules"),
        "test" => Phrase::new(
            "Menguji contoh di dalam setiap aturan",
            "Run the examples inside every rule",
        ),
        "explain" => Phrase::new(
            "Menjelaskan satu aturan: apa yang diminta, mengapa, contoh salah dan benar",
            "Explain a rule: what it asks, why, examples wrong and right",
        ),
        "flow" => Phrase::new(
            "Menggambar prosedur sebagai bagan alir PermenPAN-RB 35/2012",
            "Draw a procedure as the flowchart of PermenPAN-RB 35/2012",
        ),
        "settings" => Phrase::new(
            "Menampilkan setelan yang berlaku bagi sebuah berkas, dan dari mana asalnya",
            "Show the settings that count for a file, and where they come from",
        ),
        "init" => Phrase::new(
            "Menulis sopan.yaml berisi setelan awal",
            "Write a sopan.yaml with settings to begin with",
        ),
        "new" => Phrase::new(
            "Menulis templat dokumen baru yang tinggal diisi",
            "Write the template of a new document",
        ),
        "schema" => Phrase::new(
            "Menulis JSON Schema agar penyunting teks dapat melengkapi dan menjelaskan kunci",
            "Write the JSON Schema with which editors complete and explain keys",
        ),
        "completions" => Phrase::new(
            "Menulis pelengkap perintah untuk sebuah shell",
            "Write the completions of a shell",
        ),
        "man" => Phrase::new("Menulis halaman manual", "Write the manual page"),
        _ => return None,
    })
}

/// What an argument is for, by command and id.
pub(super) fn argument(command: &str, id: &str) -> Option<Phrase> {
    Some(match (command, id) {
        (_, "help") => Phrase::new("Menampilkan bantuan ini", "Print this help"),
        (_, "version") => Phrase::new("Menampilkan versi", "Print the version"),
        (_, "lang") => Phrase::new(
            "Bahasa pesan: id (bawaan) atau en",
            "Language of messages: id (default) or en",
        ),
        (_, "color") => Phrase::new(
            "Warna: auto (bawaan), always, atau never",
            "Colour: auto (default), always or never",
        ),
        ("explain", "rules_wanted") => Phrase::new(
            "Kode, nama, atau keluarga aturan, misalnya SP004 atau SP",
            "Code, name or family of a rule, like SP004 or SP",
        ),
        ("flow", "file") => Phrase::new(
            "Berkas dengan SOP atau SP yang digambar; - untuk masukan standar",
            "File with the SOP or SP to draw; - for standard input",
        ),
        ("flow", "format") => Phrase::new(
            "Bentuk gambar: terminal (bawaan), svg, atau mermaid; bila tidak disebut, menurut akhiran nama berkas --output",
            "Form of the drawing: terminal (default), svg or mermaid; if not given, by the ending of the --output file",
        ),
        ("flow", "document") => Phrase::new(
            "Dokumen ke berapa, bila berkas memuat beberapa",
            "Which document, where the file holds several",
        ),
        (_, "rules") => Phrase::new(
            "Paket aturan tambahan (berkas atau folder); yang bernama sama menggantikan bawaan",
            "Further rule packs (file or folder); one of the same name replaces a built-in one",
        ),
        (_, "settings") => Phrase::new(
            "Hanya memakai setelan dari berkas ini",
            "Use the settings of this file only",
        ),
        (_, "no_settings") => Phrase::new("Tidak memakai berkas setelan", "Use no settings file"),
        ("settings", "file") => Phrase::new(
            "Berkas atau folder (bawaan: folder ini)",
            "A file or folder (default: this folder)",
        ),
        ("settings", "format") => Phrase::new(
            "Bentuk jawaban: human (bawaan) atau json",
            "Form of the answer: human (default) or json",
        ),
        ("init", "folder") => Phrase::new(
            "Folder tempat setelan ditulis (bawaan: folder ini)",
            "The folder to write settings to (default: this folder)",
        ),
        ("check" | "audit", "force_exclude") => Phrase::new(
            "Mengecualikan juga berkas yang disebut langsung",
            "Exclude files that are named as well",
        ),
        (_, "today") => Phrase::new(
            "Tanggal pemeriksaan (bawaan: hari ini)",
            "The day of the run (default: today)",
        ),
        (_, "output") => Phrase::new(
            "Menulis hasil ke berkas, bukan ke layar",
            "Write the report to a file instead of the screen",
        ),
        ("check", "paths") => Phrase::new(
            "Berkas atau folder yang diperiksa; - untuk masukan standar (bawaan: folder ini)",
            "Files or folders to check; - for standard input (default: this folder)",
        ),
        ("check", "format") => Phrase::new(
            "Bentuk laporan: human (bawaan), concise, json, ndjson, sarif, junit, github, gitlab, atau markdown; boleh beberapa, masing-masing diikuti --output",
            "Form of the report: human (default), concise, json, ndjson, sarif, junit, github, gitlab or markdown; several may be given, each followed by --output",
        ),
        ("check" | "merge", "select") => Phrase::new(
            "Hanya aturan ini: kode, nama, atau keluarga, dipisah koma",
            "Only these rules: code, name or family, separated by commas",
        ),
        ("check" | "merge", "ignore") => Phrase::new(
            "Tanpa aturan ini: kode, nama, atau keluarga, dipisah koma",
            "Without these rules: code, name or family, separated by commas",
        ),
        ("check" | "merge", "no_ignores") => Phrase::new(
            "Menghitung juga temuan yang diabaikan dengan komentar",
            "Count what comments silence, too",
        ),
        ("check", "add_ignores") => Phrase::new(
            "Menulis komentar di dokumen yang mengabaikan semua temuan, dengan alasan ini",
            "Write comments into the documents that silence all findings, with this reason",
        ),
        ("check" | "merge", "fail_on") => Phrase::new(
            "Temuan paling ringan yang menggagalkan: error (bawaan), warning, info, atau never",
            "Least grave finding that fails the run: error (default), warning, info or never",
        ),
        ("check", "min_score") => Phrase::new(
            "Gagal bila nilai suatu dokumen di bawah N (0-100)",
            "Fail where the score of a document is below N (0-100)",
        ),
        ("check" | "merge", "baseline") => Phrase::new(
            "Hanya temuan baru yang dihitung: yang tercatat di berkas ini tidak",
            "Count only new findings: not those that this file knows",
        ),
        ("check", "write_baseline") => Phrase::new(
            "Mencatat temuan sekarang sebagai baseline (bawaan: sopan-baseline.jsonl)",
            "Make what is found now the baseline (default: sopan-baseline.jsonl)",
        ),
        ("check", "prune_baseline") => Phrase::new(
            "Menghapus dari baseline yang sudah tidak ditemukan lagi",
            "Take out of the baseline what is not found any more",
        ),
        ("check", "fix") => Phrase::new(
            "Memperbaiki yang dapat diperbaiki tanpa mengubah maknanya",
            "Mend what can be mended without a change of meaning",
        ),
        ("check", "unsafe_fixes") => Phrase::new(
            "Bersama --fix: juga perbaikan yang perlu dibaca ulang; tanpa --fix: menampilkannya",
            "With --fix: also what needs a second look; without --fix: show it",
        ),
        ("check", "diff") => Phrase::new(
            "Menampilkan apa yang akan diperbaiki, tanpa menulis",
            "Show what would be mended, and write nothing",
        ),
        ("check" | "merge", "show") => Phrase::new(
            "Banyaknya tempat yang ditampilkan (bawaan: 20), atau all untuk semua",
            "Most places shown (default: 20), or all",
        ),
        ("check" | "merge", "statistics") => Phrase::new(
            "Menghitung temuan per aturan dan per unit, bukan menampilkan setiap tempatnya",
            "Count findings by rule and by unit instead of showing every place",
        ),
        ("check", "files") => Phrase::new(
            "Menampilkan berkas mana yang diperiksa, dan mengapa yang lain tidak",
            "List which files are checked, and why the others are not",
        ),
        ("check", "stdin_filename") => Phrase::new(
            "Nama yang ditampilkan untuk masukan standar",
            "The name shown for standard input",
        ),
        ("check" | "audit", "threads") => Phrase::new(
            "Jumlah utas (bawaan: sebanyak inti prosesor)",
            "Number of threads (default: one per core)",
        ),
        ("check" | "audit", "no_cache") => Phrase::new(
            "Memeriksa semua berkas dari awal, tanpa hasil yang disimpan dari pemeriksaan sebelumnya",
            "Look at every file again, without results kept from earlier runs",
        ),
        ("check" | "audit", "timings") => Phrase::new(
            "Menampilkan lama setiap tahap dan setiap aturan di galat standar",
            "Show on standard error how long every stage and every rule took",
        ),
        ("audit", "paths") => Phrase::new(
            "Berkas atau folder yang dinilai (bawaan: folder ini)",
            "Files or folders to score (default: this folder)",
        ),
        ("audit", "format") => Phrase::new(
            "Bentuk laporan: human (bawaan), json, csv, xlsx, markdown, atau html; boleh beberapa, masing-masing diikuti --output",
            "Form of the report: human (default), json, csv, xlsx, markdown or html; several may be given, each followed by --output",
        ),
        ("audit" | "merge", "group_by") => Phrase::new(
            "Kelompok yang dibandingkan: unit (bawaan), region (wilayah), kind (jenis), atau folder",
            "What is compared: unit (default), region, kind or folder",
        ),
        ("audit" | "merge", "target") => Phrase::new(
            "Nilai sasaran setiap dokumen, 0-100 (bawaan: dari setelan, atau 95)",
            "The score each document should reach, 0-100 (default: of the settings, or 95)",
        ),
        ("audit", "min_score") => Phrase::new(
            "Gagal bila nilai keseluruhan di bawah N (0-100)",
            "Fail where the overall score is below N (0-100)",
        ),
        ("audit" | "merge", "details") => Phrase::new(
            "Menampilkan semua unit dan dokumen, bukan hanya satu layar",
            "Show all units and documents, not just one screen",
        ),
        ("audit" | "merge", "compare") => Phrase::new(
            "Membandingkan dengan audit sebelumnya (hasil --format json)",
            "Compare with an earlier audit (made with --format json)",
        ),
        ("check" | "audit", "facts_out") => Phrase::new(
            "Menulis juga fakta yang ditemukan ke berkas, untuk digabung dengan sopan merge",
            "Also write what was found to a file, for sopan merge",
        ),
        ("merge", "facts") => Phrase::new(
            "Berkas yang ditulis dengan --facts-out",
            "Files written with --facts-out",
        ),
        ("merge", "made_as") => Phrase::new(
            "Laporan yang dibuat: audit (bawaan) atau check",
            "The report to make: audit (default) or check",
        ),
        ("merge", "format") => Phrase::new(
            "Bentuk laporan, seperti pada sopan audit atau sopan check; boleh beberapa, masing-masing diikuti --output",
            "Form of the report, as of sopan audit or sopan check; several may be given, each followed by --output",
        ),
        ("merge", "min_score") => Phrase::new(
            "Gagal bila nilai keseluruhan (audit) atau nilai suatu dokumen (check) di bawah N (0-100)",
            "Fail where the overall score (audit) or the score of a document (check) is below N (0-100)",
        ),
        ("new", "kind") => Phrase::new(
            "Jenis dokumen, misalnya standar-pelayanan atau sop (kosong: daftar jenis)",
            "Kind of document, like standar-pelayanan or sop (default: list the kinds)",
        ),
        ("new", "name") => Phrase::new(
            "Nama layanan atau prosedur, untuk kunci `nama`",
            "Name of the service or procedure, for the key `nama`",
        ),
        ("new", "unit") => Phrase::new(
            "Unit penyelenggara, untuk kunci `unit`",
            "The providing unit, for the key `unit`",
        ),
        ("new", "region") => Phrase::new(
            "Pemerintah daerah, kementerian, atau lembaga, untuk kunci `wilayah`",
            "Regional government, ministry or agency, for the key `wilayah`",
        ),
        ("schema", "of") => Phrase::new(
            "Jenis dokumen; settings untuk sopan.yaml; pack untuk paket aturan (bawaan: semua jenis)",
            "Kind of document; settings for sopan.yaml; pack for rule packs (default: all kinds)",
        ),
        ("completions", "shell") => Phrase::new(
            "bash, zsh, fish, elvish, atau powershell",
            "bash, zsh, fish, elvish or powershell",
        ),
        _ => return None,
    })
}

/// What stands for the value of an argument, by command and id; as it is where none is given.
pub(super) fn value_name(command: &str, id: &str, lang: Lang) -> Option<&'static str> {
    Some(match (command, id) {
        ("explain", "rules_wanted") | ("check" | "merge", "select" | "ignore") => {
            lang.pick("ATURAN", "RULE")
        }
        ("check" | "audit" | "merge", "format") => lang.pick("BENTUK", "FORM"),
        ("check" | "audit", "paths") | ("settings", "file") => {
            lang.pick("BERKAS|FOLDER", "FILE|FOLDER")
        }
        ("check", "add_ignores") => lang.pick("ALASAN", "REASON"),
        ("init", "folder") => "FOLDER",
        ("new", "kind") => lang.pick("JENIS", "KIND"),
        ("new", "name" | "unit" | "region") => lang.pick("TEKS", "TEXT"),
        ("schema", "of") => lang.pick("JENIS|settings|pack", "KIND|settings|pack"),
        (_, "rules") => lang.pick("PAKET", "PACK"),
        (_, "today") => lang.pick("TTTT-BB-HH", "YYYY-MM-DD"),
        (_, "output" | "settings")
        | ("check", "stdin_filename")
        | ("check" | "merge", "baseline")
        | ("check" | "audit", "facts_out")
        | ("audit" | "merge", "compare")
        | ("merge", "facts")
        | ("flow", "file") => lang.pick("BERKAS", "FILE"),
        _ => return None,
    })
}

/// How the codes the program ends with are told.
pub(super) fn exit_codes() -> Phrase {
    Phrase::new(
        "Kode keluar: 0 tidak ada temuan yang menggagalkan; 1 ada; 2 pemeriksaan tidak dapat dijalankan.",
        "Exit codes: 0 nothing that fails the run; 1 something; 2 the run itself failed.",
    )
}
