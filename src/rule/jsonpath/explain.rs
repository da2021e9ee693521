//! The errors in Indonesian, for authors of rules who are not programmers.

use super::error::{Expected, Found, PathError, PathErrorKind};
use super::pattern::PatternError;
use super::{MAX_DEPTH, MAX_LENGTH};

impl PathError {
    /// What is wrong and what to do, in plain Indonesian.
    pub fn explain_id(&self) -> String {
        use PathErrorKind as Kind;
        match &self.kind {
            Kind::Expected { expected, found } => {
                format!("di sini seharusnya {}, tetapi {}", wanted(*expected), seen(found))
            }
            Kind::Unquoted { text } => format!("teks harus diapit tanda kutip: tulis '{text}'"),
            Kind::NotLowerCase { word } => {
                let word = word.to_ascii_lowercase();
                format!("tulis `{word}` dengan huruf kecil, atau beri tanda kutip bila maksudnya teks")
            }
            Kind::SpaceBeforeCall { name } => {
                format!("tidak boleh ada spasi di antara nama fungsi dan kurungnya: tulis `{name}(...)`")
            }
            Kind::NameNeedsQuotes { name } => {
                format!("nama `{name}` tidak boleh langsung setelah titik; tulis ['{name}']")
            }
            Kind::NotDoubled { sign } => {
                format!("tanda `{sign}` harus ditulis dua kali: `{sign}{sign}`")
            }
            Kind::NotOfComparison => {
                "tanda `!` di depan perbandingan memerlukan kurung: tulis `!(...)`".to_owned()
            }
            Kind::UnclosedText => "tanda kutip belum ditutup".to_owned(),
            Kind::BadEscape => {
                "garis miring terbalik di sini tidak bermakna; yang dikenal hanya \
                 \\b \\f \\n \\r \\t \\/ \\\\ \\uXXXX dan tanda kutipnya sendiri"
                    .to_owned()
            }
            Kind::ControlCharacter => {
                "tab, baris baru, dan karakter kendali tidak boleh ada di dalam tanda kutip; \
                 tulis \\t, \\n, atau \\uXXXX"
                    .to_owned()
            }
            Kind::LoneSurrogate => {
                "kode karakter ini baru separuh; tulis karakternya langsung, atau kedua kodenya: \
                 `\\uD8XX\\uDCXX`"
                    .to_owned()
            }
            Kind::LeadingZero => {
                "angka tidak boleh diawali 0 lalu diikuti angka lain".to_owned()
            }
            Kind::NegativeZero => {
                "`-0` bukan urutan; tulis 0 untuk butir pertama atau -1 untuk butir terakhir"
                    .to_owned()
            }
            Kind::IntegerTooLarge => {
                "angka terlalu besar; paling besar 9007199254740991".to_owned()
            }
            Kind::NumberTooLarge => "angka terlalu besar untuk dibandingkan".to_owned(),
            Kind::ValueAlone => {
                "nilai saja belum menjadi syarat; tulis perbandingan, misalnya `@.a == 1`"
                    .to_owned()
            }
            Kind::UnknownFunction { name } => format!(
                "fungsi `{name}` tidak dikenal; yang ada: length, count, match, search, dan value"
            ),
            Kind::ArgumentCount { function, found } => {
                format!("{function}() memerlukan {} isian, tetapi ada {found}", function.arguments())
            }
            Kind::ArgumentType { function } if function.takes_nodes() => {
                format!("isian {function}() harus berupa jalur, bukan nilai atau syarat")
            }
            Kind::ArgumentType { function } => {
                format!("isian {function}() harus berupa nilai atau jalur ke satu nilai, bukan syarat")
            }
            Kind::MustCompare { function } => format!(
                "{function}() menghasilkan nilai; bandingkan hasilnya, misalnya `{function}(...) == 1`"
            ),
            Kind::CannotCompare { function } => {
                format!("{function}() sudah berupa benar atau salah, jadi tidak perlu dibandingkan")
            }
            Kind::NotSingular => {
                "jalur di sini harus menuju satu nilai saja, jadi hanya boleh berisi nama dan urutan"
                    .to_owned()
            }
            Kind::SpaceInBrackets => {
                "di sini tidak boleh ada spasi di dalam kurung siku".to_owned()
            }
            Kind::BadPattern(error) => format!("pola tidak dapat dibaca: {}", error.explain_id()),
            Kind::TooDeep => {
                format!("kurung dan saringan bertumpuk terlalu dalam; paling banyak {MAX_DEPTH} tingkat")
            }
            Kind::TooLong => format!("jalur terlalu panjang; paling panjang {MAX_LENGTH} byte"),
        }
    }
}

impl PatternError {
    /// What is wrong with the pattern, in plain Indonesian.
    pub fn explain_id(&self) -> String {
        match self {
            PatternError::Escape { found } => format!(
                "`\\{found}` tidak bermakna; tulis `[0-9]` untuk angka, `[ \\t]` untuk spasi, \
                 `\\\\p{{L}}` untuk huruf"
            ),
            PatternError::Category => {
                "`\\p{..}` harus menyebut golongan karakter Unicode, misalnya `L`, `Lu`, atau `Nd`"
                    .to_owned()
            }
            PatternError::Sign { sign } => format!(
                "tanda `{sign}` tidak boleh ada di sini; untuk tanda itu sendiri tulis `\\\\{sign}`"
            ),
            PatternError::OpenGroup => "kurung `(` belum ditutup".to_owned(),
            PatternError::OpenClass => "kurung siku `[` belum ditutup, atau kosong".to_owned(),
            PatternError::Count => {
                "`{` harus diikuti banyaknya ulangan, misalnya `{2}`, `{2,}`, atau `{2,5}`"
                    .to_owned()
            }
            PatternError::Refused => {
                "ada rentang yang terbalik, atau pola terlalu besar".to_owned()
            }
        }
    }
}

fn wanted(expected: Expected) -> &'static str {
    match expected {
        Expected::Root => "`$` di awal jalur",
        Expected::Segment => "`.nama`, `[`, atau akhir jalur",
        Expected::AfterDot => "nama atau `*` setelah titik",
        Expected::AfterTwoDots => "nama, `*`, atau `[` setelah dua titik",
        Expected::Selector => "nama dalam tanda kutip, angka, `*`, atau saringan `?`",
        Expected::SelectorEnd => "`,` atau `]`",
        Expected::FilterEnd => "`&&`, `||`, `,`, atau `]`",
        Expected::Test => "syarat: `@`, `$`, fungsi, nilai yang dibandingkan, atau `(`",
        Expected::Comparable => "nilai, jalur, atau fungsi sebagai pembanding",
        Expected::GroupEnd => "`&&`, `||`, atau `)`",
        Expected::Argument => "isian fungsi: nilai, jalur, atau fungsi lain",
        Expected::ArgumentEnd => "`,` atau `)`",
        Expected::Digit => "angka",
        Expected::HexDigit => "empat angka heksadesimal setelah `\\u`",
    }
}

fn seen(found: &Found) -> String {
    match found.describe("", "spasi") {
        end if end.is_empty() => "jalurnya sudah habis".to_owned(),
        text => format!("tertulis {text}"),
    }
}
