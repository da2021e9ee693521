//! Why a text is not YAML, in the terms of someone who has never heard of YAML.

use crate::text::Phrase;

/// The mistake behind a syntax error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SyntaxReason {
    /// A tab where YAML wants spaces.
    Tab,
    /// `nama:Budi`: no space after the colon.
    NoSpaceAfterColon {
        /// The key before the colon.
        key: String,
    },
    /// A line that is neither `key: value` nor an entry of a list.
    NoColon,
    /// A quote that is opened and not closed.
    UnclosedQuote {
        /// `"` or `'`.
        quote: char,
    },
    /// `"Budi" Santoso`: text after the closing quote.
    TextAfterQuote,
    /// `'Jum'at'`: a quote inside the text, which ends it too early.
    QuoteInQuotes {
        /// `"` or `'`.
        quote: char,
    },
    /// A backslash in double quotes that YAML takes for an escape.
    BadEscape,
    /// A bracket that is opened and not closed, or closed and not opened.
    Bracket {
        /// The bracket.
        bracket: char,
    },
    /// `[KTP] asli`: text after the closing bracket.
    TextAfterBracket,
    /// Two entries in brackets without a comma between them.
    MissingComma,
    /// A line that begins farther left or right than its neighbours.
    Indentation,
    /// `judul: Perda: tentang`: a second colon in a value without quotes.
    ColonInValue,
    /// A value that begins with a character YAML keeps for itself.
    SpecialCharacter {
        /// The character.
        character: char,
    },
    /// `biaya: -`, or a list that begins on the line of its key.
    DashAfterColon,
    /// `-KTP`: no space after the dash of a list entry.
    NoSpaceAfterDash,
    /// `* KTP`: a list entry that begins with another character than a dash.
    Bullet {
        /// The character.
        character: char,
    },
    /// `----`: a line that should be `---`.
    Separator,
    /// `*nama` without an anchor `&nama` before it.
    UnknownAlias {
        /// The name after the `*`.
        name: String,
    },
    /// A comment in the middle of a value of several lines.
    CommentInValue,
    /// `"KTP"# asli`: no space before the `#` of a comment.
    NoSpaceBeforeComment,
    /// Anything else.
    Other,
}

impl SyntaxReason {
    /// A word or two for the place itself.
    pub fn label(&self) -> Phrase {
        match self {
            Self::UnclosedQuote { .. } => Phrase::new("dibuka di sini", "opened here"),
            Self::Tab => Phrase::same("tab"),
            Self::ColonInValue
            | Self::SpecialCharacter { .. }
            | Self::TextAfterQuote
            | Self::TextAfterBracket => {
                Phrase::new("apit dengan tanda kutip", "put this in quotes")
            }
            Self::NoSpaceAfterColon { .. } | Self::NoSpaceAfterDash => {
                Phrase::new("perlu spasi sesudah ini", "a space is needed after this")
            }
            Self::NoSpaceBeforeComment => {
                Phrase::new("perlu spasi sebelum ini", "a space is needed before this")
            }
            Self::MissingComma => {
                Phrase::new("perlu koma sesudah ini", "a comma is needed after this")
            }
            Self::QuoteInQuotes { .. } => {
                Phrase::new("menutup kutipan", "this ends the quoted text")
            }
            _ => Phrase::new("di sini", "here"),
        }
    }

    /// What is wrong.
    pub fn reason(&self) -> Phrase {
        match self {
            Self::Tab => Phrase::new(
                "tab dipakai sebagai jarak; YAML hanya mengenal spasi",
                "a tab is used for spacing; YAML knows spaces only",
            ),
            Self::NoSpaceAfterColon { key } => Phrase::new(
                format!("tidak ada spasi sesudah titik dua pada `{key}:`"),
                format!("there is no space after the colon of `{key}:`"),
            ),
            Self::NoColon => Phrase::new(
                "baris ini bukan `kunci: nilai` dan bukan butir daftar",
                "this line is neither `key: value` nor an entry of a list",
            ),
            Self::UnclosedQuote { quote } => Phrase::new(
                format!("tanda kutip `{quote}` dibuka di sini tetapi tidak ditutup"),
                format!("the quote `{quote}` is opened here and never closed"),
            ),
            Self::TextAfterQuote => Phrase::new(
                "ada teks sesudah tanda kutip penutup",
                "there is text after the closing quote",
            ),
            Self::QuoteInQuotes { quote } => Phrase::new(
                format!("tanda kutip `{quote}` di dalam teks menutup kutipan terlalu cepat"),
                format!("the quote `{quote}` inside the text ends it too early"),
            ),
            Self::BadEscape => Phrase::new(
                "garis miring terbalik di dalam kutip ganda tidak dikenal",
                "the backslash inside double quotes is not understood",
            ),
            Self::Bracket { bracket } => Phrase::new(
                format!("kurung `{bracket}` tidak berpasangan"),
                format!("the bracket `{bracket}` has no partner"),
            ),
            Self::TextAfterBracket => Phrase::new(
                "ada teks sesudah kurung penutup",
                "there is text after the closing bracket",
            ),
            Self::MissingComma => Phrase::new(
                "tidak ada koma di antara dua butir di dalam kurung",
                "there is no comma between two entries in brackets",
            ),
            Self::Indentation => Phrase::new(
                "baris ini menjorok tidak sama dengan baris setingkatnya",
                "this line is not indented like the lines it belongs to",
            ),
            Self::ColonInValue => Phrase::new(
                "ada titik dua kedua di dalam nilai tanpa tanda kutip",
                "there is a second colon in a value without quotes",
            ),
            Self::SpecialCharacter { character } => Phrase::new(
                format!("nilai tidak boleh diawali `{character}` tanpa tanda kutip"),
                format!("a value cannot begin with `{character}` unless it is quoted"),
            ),
            Self::DashAfterColon => Phrase::new(
                "tanda hubung `-` tidak boleh langsung sesudah titik dua",
                "a dash `-` cannot stand right after the colon",
            ),
            Self::NoSpaceAfterDash => Phrase::new(
                "tidak ada spasi sesudah tanda hubung butir daftar",
                "there is no space after the dash of a list entry",
            ),
            Self::Bullet { character } => Phrase::new(
                format!("butir daftar diawali `- `, bukan `{character}`"),
                format!("an entry of a list begins with `- `, not with `{character}`"),
            ),
            Self::Separator => Phrase::new(
                "garis pemisah dokumen harus tepat `---`",
                "the line between two documents must be exactly `---`",
            ),
            Self::UnknownAlias { name } => Phrase::new(
                format!("`*{name}` merujuk jangkar yang tidak ada"),
                format!("`*{name}` refers to an anchor that does not exist"),
            ),
            Self::CommentInValue => Phrase::new(
                "ada komentar di tengah nilai yang bersambung ke baris berikutnya",
                "a comment interrupts a value that goes on in the next line",
            ),
            Self::NoSpaceBeforeComment => Phrase::new(
                "tidak ada spasi sebelum `#` yang mengawali komentar",
                "there is no space before the `#` that begins a comment",
            ),
            Self::Other => Phrase::new(
                "susunan teks di sini tidak dapat dibaca",
                "the text cannot be read from here on",
            ),
        }
    }

    /// What to do about it.
    pub fn remedy(&self) -> Phrase {
        match self {
            Self::Tab => Phrase::new(
                "Ganti setiap tab dengan dua spasi.",
                "Replace every tab by two spaces.",
            ),
            Self::NoSpaceAfterColon { key } => Phrase::new(
                format!("Tulis `{key}: ...`."),
                format!("Write `{key}: ...`."),
            ),
            Self::NoColon => Phrase::new(
                "Tulis `kunci: nilai`, atau `- butir` untuk butir daftar.",
                "Write `key: value`, or `- entry` for an entry of a list.",
            ),
            Self::UnclosedQuote { quote } => Phrase::new(
                format!("Tutup dengan `{quote}` di akhir nilai."),
                format!("Close it with `{quote}` at the end of the value."),
            ),
            Self::QuoteInQuotes { quote: '"' } => Phrase::new(
                "Pakai kutip tunggal di luarnya: `'...'`, atau tulis `\\\"` di dalamnya.",
                "Use single quotes around it: `'...'`, or write `\\\"` inside.",
            ),
            Self::QuoteInQuotes { .. } => Phrase::new(
                "Pakai kutip ganda di luarnya: `\"...\"`, atau tulis `''` di dalamnya.",
                "Use double quotes around it: `\"...\"`, or write `''` inside.",
            ),
            Self::TextAfterQuote => Phrase::new(
                "Apit seluruh nilai dengan satu pasang tanda kutip.",
                "Put the whole value between one pair of quotes.",
            ),
            Self::BadEscape => Phrase::new(
                "Pakai kutip tunggal `'...'`, atau tulis `\\\\` untuk satu garis miring terbalik.",
                "Use single quotes `'...'`, or write `\\\\` for one backslash.",
            ),
            Self::Bracket { .. } => Phrase::new(
                "Lengkapi pasangan kurungnya, atau apit nilai dengan tanda kutip.",
                "Add the missing bracket, or put the value in quotes.",
            ),
            Self::Indentation => Phrase::new(
                "Samakan jumlah spasi di awal baris yang setingkat.",
                "Give lines of one level the same number of spaces.",
            ),
            Self::MissingComma => Phrase::new(
                "Tambahkan koma di akhir butir itu.",
                "Add a comma at the end of that entry.",
            ),
            Self::NoSpaceAfterDash | Self::Bullet { .. } => {
                Phrase::new("Tulis `- butir`.", "Write `- entry`.")
            }
            Self::Separator => Phrase::new(
                "Tulis tiga tanda hubung saja: `---`; hapus garis itu bila tidak ada dokumen baru.",
                "Write just three dashes: `---`; remove the line if no document follows.",
            ),
            Self::NoSpaceBeforeComment => Phrase::new(
                "Beri spasi sebelum `#`; bila itu bagian dari teks, apit seluruh nilai dengan tanda kutip.",
                "Put a space before the `#`; if it belongs to the text, quote the whole value.",
            ),
            Self::ColonInValue | Self::SpecialCharacter { .. } | Self::TextAfterBracket => {
                Phrase::new(
                    "Apit seluruh nilai dengan tanda kutip: `'...'`.",
                    "Put the whole value in quotes: `'...'`.",
                )
            }
            Self::DashAfterColon => Phrase::new(
                "Mulai daftar di baris berikutnya; bila tidak ada isinya, tulis dengan kata-kata.",
                "Begin the list on the next line; if there is nothing to say, say so in words.",
            ),
            Self::UnknownAlias { .. } => Phrase::new(
                "Bila bintang itu bagian dari teks, apit nilai dengan tanda kutip: `'*...'`.",
                "If the star belongs to the text, put the value in quotes: `'*...'`.",
            ),
            Self::CommentInValue => Phrase::new(
                "Pindahkan komentar ke baris tersendiri di atas kunci.",
                "Move the comment to a line of its own above the key.",
            ),
            Self::Other => Phrase::new(
                "Periksa tanda baca dan spasi di baris ini dan baris di atasnya.",
                "Check punctuation and spaces of this line and the one above.",
            ),
        }
    }
}
