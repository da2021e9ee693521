//! The keys of `sopan.yaml`: one table, from which reading, help, the starter file and the
//! schema come.

use crate::text::Phrase;

/// A key of `sopan.yaml`, or of a mapping inside it.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// How it is written.
    pub name: &'static str,
    /// What may stand under it.
    pub form: Form,
    /// For whom it speaks.
    pub reach: Reach,
    /// What it does, in Indonesian and English: one sentence.
    pub help: (&'static str, &'static str),
    /// What counts where it is left out, as YAML; none where nothing does.
    pub default: Option<&'static str>,
    /// An example: the key with a value, as YAML.
    pub example: &'static str,
}

/// For whom a key speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// The whole run: it counts only in the topmost settings file.
    Run,
    /// The files in and below the folder of the settings file.
    Folder,
}

/// What may stand under a key.
#[derive(Debug, Clone, Copy)]
pub enum Form {
    /// A text.
    Text,
    /// One of these words.
    Word(&'static [&'static str]),
    /// `true` or `false`.
    Truth,
    /// A number, with the least and the greatest.
    Number(f64, f64),
    /// The path of a file, relative to the folder of the settings file.
    Path,
    /// Paths of files or folders that exist; a single one may stand without a list.
    Paths,
    /// Patterns as in `.gitignore`; a single one may stand without a list.
    Globs,
    /// Codes, names or families of rules; a single one may stand without a list.
    Rules,
    /// A mapping from code, name or family to `error`, `warning` or `info`.
    Severities,
    /// A mapping with these keys.
    Section(&'static [Key]),
    /// A list of mappings with these keys.
    Entries(&'static [Key]),
}

impl Key {
    /// What it does.
    pub fn help(&self) -> Phrase {
        Phrase::new(self.help.0, self.help.1)
    }

    /// The keys inside its mapping or its list of mappings.
    pub fn inner(&self) -> &'static [Self] {
        match self.form {
            Form::Section(keys) | Form::Entries(keys) => keys,
            _ => &[],
        }
    }
}

impl Form {
    /// What is expected, for a message.
    pub fn title(&self) -> Phrase {
        match self {
            Self::Text => Phrase::new("teks", "text"),
            Self::Word(words) => {
                let list = |word| crate::settings::words::choice(words, word);
                Phrase::new(list("atau"), list("or"))
            }
            Self::Truth => Phrase::new("`true` atau `false`", "`true` or `false`"),
            Self::Number(least, most) => Phrase::new(
                format!("bilangan dari {least} sampai {most}"),
                format!("a number from {least} to {most}"),
            ),
            Self::Path => Phrase::new("nama berkas", "the name of a file"),
            Self::Paths => Phrase::new("daftar berkas atau folder", "a list of files or folders"),
            Self::Globs => Phrase::new(
                "daftar pola nama berkas, misalnya `[arsip/]`",
                "a list of patterns of file names, like `[archive/]`",
            ),
            Self::Rules => Phrase::new(
                "daftar aturan, misalnya `[SP004, BHS]`",
                "a list of rules, like `[SP004, BHS]`",
            ),
            Self::Severities => Phrase::new(
                "aturan dengan tingkatnya, misalnya `SP004: warning`",
                "rules with their severity, like `SP004: warning`",
            ),
            Self::Section(_) => Phrase::new("pasangan kunci dan nilai", "keys with values"),
            Self::Entries(_) => Phrase::new(
                "daftar yang setiap butirnya berisi `files`",
                "a list whose every entry has `files`",
            ),
        }
    }
}

const REGION: Key = Key {
    name: "region",
    form: Form::Text,
    reach: Reach::Folder,
    help: (
        "Wilayah dokumen yang tidak menyebut `wilayah`.",
        "The region of documents that have no `wilayah`.",
    ),
    default: None,
    example: "region: Kota Pontianak",
};

const SEVERITY: Key = Key {
    name: "severity",
    form: Form::Severities,
    reach: Reach::Folder,
    help: (
        "Tingkat temuan per aturan atau keluarga aturan: error, warning, atau info.",
        "The severity of findings by rule or family: error, warning or info.",
    ),
    default: None,
    example: "severity:\n  BHS: info\n  BHS004: error",
};

const DISABLE: Key = Key {
    name: "disable",
    form: Form::Rules,
    reach: Reach::Folder,
    help: (
        "Aturan atau keluarga aturan yang tidak dipakai.",
        "Rules or families that are not used.",
    ),
    default: None,
    example: "disable: [BHS004]",
};

const ENABLE: Key = Key {
    name: "enable",
    form: Form::Rules,
    reach: Reach::Folder,
    help: (
        "Aturan atau keluarga aturan yang dipakai kembali.",
        "Rules or families that are used again.",
    ),
    default: None,
    example: "enable: [BHS010]",
};

/// The keys of an entry of `overrides`.
const OVERRIDE: &[Key] = &[
    Key {
        name: "files",
        form: Form::Globs,
        reach: Reach::Folder,
        help: (
            "Berkas yang dimaksud: pola seperti di .gitignore, dihitung dari folder setelan ini.",
            "The files meant: patterns as in .gitignore, from the folder of these settings.",
        ),
        default: None,
        example: "files: [rsud/]",
    },
    REGION,
    SEVERITY,
    DISABLE,
    ENABLE,
];

/// All keys at the top of `sopan.yaml`, in the order in which they are shown.
pub static KEYS: &[Key] = &[
    Key {
        name: "root",
        form: Form::Truth,
        reach: Reach::Run,
        help: (
            "Setelan di folder yang lebih atas tidak dicari lagi.",
            "Settings in folders above are not looked for.",
        ),
        default: Some("false"),
        example: "root: true",
    },
    Key {
        name: "include",
        form: Form::Globs,
        reach: Reach::Folder,
        help: (
            "Hanya berkas ini yang diperiksa; pola seperti di .gitignore.",
            "Only these files are checked; patterns as in .gitignore.",
        ),
        default: None,
        example: "include: [sp/, sop/]",
    },
    Key {
        name: "exclude",
        form: Form::Globs,
        reach: Reach::Folder,
        help: (
            "Berkas dan folder yang tidak diperiksa; pola seperti di .gitignore.",
            "Files and folders that are not checked; patterns as in .gitignore.",
        ),
        default: None,
        example: "exclude: [arsip/, '*.draf.yaml']",
    },
    REGION,
    Key {
        name: "rules",
        form: Form::Paths,
        reach: Reach::Run,
        help: (
            "Paket aturan tambahan: berkas atau folder.",
            "Further rule packs: files or folders.",
        ),
        default: None,
        example: "rules: [aturan/]",
    },
    Key {
        name: "registers",
        form: Form::Paths,
        reach: Reach::Run,
        help: (
            "Berkas daftar peraturan daerah sendiri (kunci `peraturan`).",
            "Files with the city's own regulations (key `peraturan`).",
        ),
        default: None,
        example: "registers: [peraturan-kota.yaml]",
    },
    SEVERITY,
    DISABLE,
    ENABLE,
    Key {
        name: "overrides",
        form: Form::Entries(OVERRIDE),
        reach: Reach::Folder,
        help: (
            "Setelan lain untuk sebagian berkas; yang lebih bawah berlaku.",
            "Other settings for some of the files; the last that fits counts.",
        ),
        default: None,
        example: "overrides:\n  - files: [rsud/]\n    disable: [BHS]\n    severity:\n      SP004: warning",
    },
    Key {
        name: "locked",
        form: Form::Rules,
        reach: Reach::Run,
        help: (
            "Aturan yang tidak dapat dimatikan, diringankan, atau diabaikan oleh unit.",
            "Rules that units can neither disable, lower nor silence.",
        ),
        default: None,
        example: "locked: [SP, WKT]",
    },
    Key {
        name: "fail_on",
        form: Form::Word(&["error", "warning", "info", "never"]),
        reach: Reach::Run,
        help: (
            "Temuan paling ringan yang menggagalkan pemeriksaan.",
            "The least grave finding that makes the run fail.",
        ),
        default: Some("error"),
        example: "fail_on: warning",
    },
    Key {
        name: "target",
        form: Form::Number(0.0, 100.0),
        reach: Reach::Run,
        help: (
            "Nilai yang ingin dicapai setiap dokumen, 0 sampai 100.",
            "The score that every document should reach, 0 to 100.",
        ),
        default: Some("95"),
        example: "target: 95",
    },
    Key {
        name: "lang",
        form: Form::Word(&["id", "en"]),
        reach: Reach::Run,
        help: ("Bahasa pesan.", "Language of messages."),
        default: Some("id"),
        example: "lang: en",
    },
    Key {
        name: "baseline",
        form: Form::Path,
        reach: Reach::Run,
        help: (
            "Berkas temuan lama yang sudah diketahui dan tidak dihitung.",
            "The file of findings known of old, which do not count.",
        ),
        default: None,
        example: "baseline: sopan-baseline.jsonl",
    },
    Key {
        name: "ignores",
        form: Form::Section(&[Key {
            name: "reason_required",
            form: Form::Truth,
            reach: Reach::Run,
            help: (
                "Komentar `# sopan: abaikan` harus menyebut alasannya.",
                "A comment `# sopan: abaikan` must state its reason.",
            ),
            default: Some("true"),
            example: "reason_required: false",
        }]),
        reach: Reach::Run,
        help: (
            "Cara mengabaikan temuan dengan komentar.",
            "How findings are silenced by comments.",
        ),
        default: None,
        example: "ignores:\n  reason_required: false",
    },
    Key {
        name: "score",
        form: Form::Section(&[Key {
            name: "silenced_meets",
            form: Form::Truth,
            reach: Reach::Run,
            help: (
                "Komponen yang temuannya diabaikan dihitung terpenuhi.",
                "A component whose findings are silenced counts as met.",
            ),
            default: Some("false"),
            example: "silenced_meets: true",
        }]),
        reach: Reach::Run,
        help: ("Cara menghitung nilai.", "How the score is counted."),
        default: None,
        example: "score:\n  silenced_meets: true",
    },
];

/// The words for severities, for readers of [`Form::Severities`].
pub const SEVERITY_WORDS: &[&str] = &["error", "warning", "info"];

/// The key of this name at the top of `sopan.yaml`.
pub fn key(name: &str) -> Option<&'static Key> {
    KEYS.iter().find(|key| key.name == name)
}
