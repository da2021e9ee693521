//! Names and places written in plain words behind the name of a channel.

use std::ops::Range;

/// A longer text is a sentence, not the name of an account.
const LONGEST_NAME: usize = 100;
/// A longer text is cut: the beginning of it is the place.
const LONGEST_PLACE: usize = 300;

/// Words that lead to a place: `datang langsung ke ...`.
const LEADING: [&str; 24] = [
    "dan",
    "atau",
    "maupun",
    "serta",
    "juga",
    "ke",
    "kepada",
    "di",
    "pada",
    "menuju",
    "dengan",
    "menemui",
    "bertemu",
    "mendatangi",
    "melalui",
    "mengunjungi",
    "alamat",
    "menghadap",
    "oleh",
    "yaitu",
    "yang",
    "ditujukan",
    "dialamatkan",
    "disampaikan",
];
/// Words that name nothing by themselves.
const EMPTY: [&str; 40] = [
    "resmi",
    "akun",
    "official",
    "kami",
    "milik",
    "nama",
    "media",
    "sosial",
    "online",
    "pengaduan",
    "instansi",
    "center",
    "dan",
    "atau",
    "yang",
    "untuk",
    "dengan",
    "tersedia",
    "aktif",
    "ada",
    "serta",
    "masyarakat",
    "langsung",
    "pelayanan",
    "layanan",
    "dll",
    "dsb",
    "lain",
    "lainnya",
    "tersebut",
    "terkait",
    "unit",
    "maupun",
    "nomor",
    "no",
    "alamat",
    "petugas",
    "akan",
    "dapat",
    "juga",
];
/// A sentence about the channel begins so.
const SENTENCE: [&str; 24] = [
    "dan", "atau", "yang", "untuk", "dengan", "akan", "dapat", "petugas", "kemudian", "lalu",
    "oleh", "dari", "ke", "kepada", "di", "pada", "setelah", "maka", "jika", "apabila", "bila",
    "agar", "guna", "membuka",
];

/// The text at `range` with single spaces and without signs at its ends.
pub(super) fn normal(text: &str, range: &Range<usize>) -> String {
    let raw = text.get(range.clone()).unwrap_or_default();
    let words: Vec<&str> = raw.split_whitespace().collect();
    let joined = words.join(" ");
    let ends =
        |sign: char| ".,;:-–—/&=|\"'“”\u{200b}\u{feff}".contains(sign) || sign.is_whitespace();
    joined.trim_matches(ends).to_owned()
}

/// The words of a text.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

fn is_any(word: &str, list: &[&str]) -> bool {
    list.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// The name of an account or app. `marked` says that a colon stands before it, so that more
/// is taken for a name; `small` that it may begin with a small letter.
pub(super) fn name(text: &str, range: &Range<usize>, marked: bool, small: bool) -> Option<String> {
    if range.len() > LONGEST_NAME * 2 {
        return None;
    }
    let name = normal(text, range).trim_start_matches('@').to_owned();
    let first = words(&name).next()?;
    let named =
        words(&name).any(|word| !is_any(word, &EMPTY) && word.chars().any(char::is_alphabetic));
    // `Tiktok puskesmas.bojong`: in lower case, but not a word.
    let handle = !name.contains(' ')
        && name.contains(|sign: char| matches!(sign, '.' | '_') || sign.is_ascii_digit());
    let lower = first.starts_with(char::is_lowercase) && !handle && !small;
    let sentence = is_any(first, &SENTENCE) || lower;
    let sentence = sentence && !marked;
    (named && !sentence && !name.contains('@') && name.len() <= LONGEST_NAME && !is_mask(&name))
        .then_some(name)
}

/// `xxx`, `...`
fn is_mask(text: &str) -> bool {
    words(text).all(|word| word.chars().all(|sign| matches!(sign, 'x' | 'X')))
}

/// A place to go or write to, in the words behind `datang langsung` or `alamat`; with
/// `led`, one of the words that lead to a place must stand first.
pub(super) fn place(text: &str, range: &Range<usize>, led: bool) -> Option<String> {
    let end = (range.end.min(range.start + LONGEST_PLACE)..=range.end)
        .find(|&at| text.is_char_boundary(at))?;
    let mut place = normal(text, &(range.start..end));
    let mut leads = 0;
    // `ke`, `kepada` ... a few times: `yang ditujukan kepada`.
    while leads < 8 {
        let Some(first) = words(&place).next().filter(|first| is_any(first, &LEADING)) else {
            break;
        };
        let length = place.find(first)? + first.len();
        place = normal(&place, &(length..place.len()));
        leads += 1;
    }
    let says = |word: &str| {
        let letters = word.chars().filter(|sign| sign.is_alphabetic()).count();
        letters >= 2 && !is_any(word, &LEADING) && !is_any(word, &["no", "nomor"])
    };
    let named = words(&place).any(says);
    (named && (leads > 0 || !led) && !is_mask(&place)).then_some(place)
}

/// Whether words behind `Kotak Saran` say where it stands.
pub(super) fn says_where(word: &str) -> bool {
    is_any(word, &["di", "pada", "depan", "dekat", "yang"])
}
