//! Words of titles: abbreviations and words that say nothing about the subject, kept as data
//! in `rules/data/title_words.yaml`.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use serde::Deserialize;

/// The table of title words.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TitleWords {
    /// Abbreviation to its words.
    pub(super) singkatan: HashMap<String, String>,
    /// Words found in nearly every title.
    pub(super) umum: HashSet<String>,
}

impl TitleWords {
    /// The table built into the program, read on first use.
    pub(super) fn builtin() -> &'static TitleWords {
        static TABLE: OnceLock<TitleWords> = OnceLock::new();
        TABLE.get_or_init(|| {
            // `rules/data/title_words.yaml` in a compact form. A test reads the same, so the
            // fallback is never seen.
            let json = include_str!(concat!(env!("OUT_DIR"), "/rules/data/title_words.json"));
            serde_json::from_str(json).unwrap_or_default()
        })
    }
}

/// Whether two words are one: equal, a typing error apart, or one inside the other
/// (`layanan`, `pelayanan`).
pub(super) fn alike(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    if short.len() >= 5 && long.contains(short) {
        return true;
    }
    let allowed = match short.len() {
        0..5 => return false,
        5..9 => 1,
        _ => 2,
    };
    long.len() - short.len() <= allowed && strsim::osa_distance(short, long) <= allowed
}

/// Whether `short` may stand for `long`: alike, or its beginning (`adm`, `adm.`).
pub(super) fn stands_for(short: &str, long: &str) -> bool {
    alike(short, long) || (short.len() >= 3 && long.starts_with(short))
}

/// A word, and without the prefix its abbreviation may leave out (`dik` for `pendidikan`).
fn forms(word: &str) -> impl Iterator<Item = &str> {
    const PREFIXES: [&str; 10] = [
        "pen", "pem", "peng", "peny", "per", "pe", "ke", "ber", "mem", "meng",
    ];
    let stems = PREFIXES
        .iter()
        .filter_map(move |p| word.strip_prefix(p))
        .filter(|s| s.len() >= 3);
    std::iter::once(word).chain(stems)
}

/// Whether `word` may abbreviate some of `words` in their order, by beginnings of words:
/// `pns` for `pegawai negeri sipil`, `puskesmas` for `pusat kesehatan masyarakat`. At least two
/// words must take part.
pub(super) fn abbreviates(word: &str, words: &[String]) -> bool {
    const LONGEST: usize = 16;
    let letters: Vec<char> = word.chars().collect();
    if letters.len() < 2 || letters.len() > LONGEST {
        return false;
    }
    // `reached[n][k]`: n letters are used up by k words (k is 0, 1 or more).
    let mut reached = vec![[false; 3]; letters.len() + 1];
    if let Some(start) = reached.first_mut() {
        *start = [true, false, false];
    }
    for long in words.iter().take(60) {
        // From the end, so that one word is used once.
        for used in (0..letters.len()).rev() {
            let counts = reached.get(used).copied().unwrap_or_default();
            let rest = letters.get(used..).unwrap_or_default();
            let begins = |form: &str| form.chars().zip(rest).take_while(|(a, b)| a == *b).count();
            let common = forms(long).map(begins).max().unwrap_or_default();
            for length in 1..=common {
                if let Some(target) = reached.get_mut(used + length) {
                    let [none, one, more] = counts;
                    *target = [target[0], target[1] || none, target[2] || one || more];
                }
            }
        }
    }
    reached.last().is_some_and(|counts| counts[2])
}
