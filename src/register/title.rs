//! Whether the title of a citation is the title of the regulation.

use super::words::{TitleWords, abbreviates, alike, stands_for};

/// Longest part of a title that is compared, in bytes; official titles are shorter.
const LONGEST_TITLE: usize = 600;

/// Share of the telling words of the shorter title that the longer one must hold, for the two
/// not to be called different.
const LEAST_SHARED: f32 = 0.25;

/// How a written title fits the official one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TitleMatch {
    /// The same, but for case, punctuation, typing errors and known abbreviations.
    Same,
    /// Not the same and not clearly another: shortened, with or without `Perubahan atas`,
    /// an abbreviation nobody wrote down, or other words for the same.
    Close,
    /// Clearly the title of something else.
    Different,
}

/// Compares a written title with the official one.
///
/// `Different` only when the two share less than a quarter of their telling words, also when
/// typing errors, word forms and abbreviations are allowed for. A wrong title that shares more
/// than that is `Close`: a missed fault is better than a wrong alarm.
pub fn title_matches(written: &str, official: &str) -> TitleMatch {
    // Most titles are copied word by word.
    let is_copied = written.trim().eq_ignore_ascii_case(official);
    if is_copied && official.contains(char::is_whitespace) {
        return TitleMatch::Same;
    }
    Words::of(written).compare(&Words::of(official))
}

/// A title cut into words.
#[derive(Debug, Clone)]
pub(super) struct Words {
    /// Lower case, abbreviations written out, small words left out.
    all: Vec<String>,
    /// What is left without `Perubahan atas ... tentang`, when the title begins so.
    core: Option<Vec<String>>,
    /// Words written in capitals in a title that is not, and words the table does not know:
    /// they may be abbreviations.
    capitals: Vec<String>,
    /// Every word as written, in lower case.
    plain: Vec<String>,
}

/// Words that carry no meaning of their own.
const SMALL: [&str; 24] = [
    "dan",
    "yang",
    "di",
    "pada",
    "dalam",
    "dari",
    "untuk",
    "dengan",
    "serta",
    "atau",
    "ke",
    "bagi",
    "oleh",
    "secara",
    "sebagai",
    "atas",
    "terhadap",
    "antara",
    "tentang",
    "tantang",
    "republik",
    "indonesia",
    "ri",
    "rangka",
];

impl Words {
    pub(super) fn of(title: &str) -> Words {
        let mut end = title.len().min(LONGEST_TITLE);
        while !title.is_char_boundary(end) {
            end -= 1;
        }
        let title = title.get(..end).unwrap_or_default();
        let shouts = !title.chars().any(char::is_lowercase) && title.split_whitespace().count() > 1;
        let table = TitleWords::builtin();
        let mut all = Vec::new();
        let mut capitals = Vec::new();
        let mut plain = Vec::new();
        for written in title
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
        {
            let word = written.to_lowercase();
            let is_capital =
                written.chars().count() > 1 && !written.chars().any(char::is_lowercase);
            if is_capital && !shouts {
                capitals.push(word.clone());
            }
            match table.singkatan.get(&word) {
                Some(long) => all.extend(long.split(' ').map(str::to_owned)),
                None => all.push(word.clone()),
            }
            plain.push(word);
        }
        let core = core(&all);
        let meaningful = |words: Vec<String>| -> Vec<String> {
            words
                .into_iter()
                .filter(|w| !SMALL.contains(&w.as_str()))
                .collect()
        };
        Words {
            all: meaningful(all),
            core: core.map(meaningful),
            capitals,
            plain,
        }
    }

    pub(super) fn compare(&self, official: &Words) -> TitleMatch {
        if self.all.is_empty() || official.all.is_empty() {
            return TitleMatch::Close;
        }
        if same(&self.all, &official.all) {
            return TitleMatch::Same;
        }
        if self.subject().is_empty() || same(self.subject(), official.subject()) {
            return TitleMatch::Close;
        }
        let (mut mine, mut theirs) = (telling(self.subject()), telling(official.subject()));
        if mine.is_empty() || theirs.is_empty() {
            (mine, theirs) = (self.subject().to_vec(), official.subject().to_vec());
        }
        let known = |word: &str, others: &[String], plain: &[String]| {
            others.iter().any(|o| stands_for(word, o)) || abbreviates(word, plain)
        };
        let forward = mine
            .iter()
            .filter(|w| known(w, &theirs, &official.plain))
            .count();
        let backward = theirs
            .iter()
            .filter(|w| known(w, &mine, &self.plain))
            .count();
        // An unknown abbreviation may stand for anything: it is no sign of another subject.
        let open = mine.iter().filter(|w| self.capitals.contains(w)).count();
        let compared = mine.len().saturating_sub(open);
        // A title of one short word may be an abbreviation of any make.
        let coined = matches!(mine.as_slice(), [word] if may_be_coined(word, &official.plain));
        if compared == 0 || coined {
            return TitleMatch::Close;
        }
        let shared = forward.max(backward) as f32 / compared.min(theirs.len()).max(1) as f32;
        if shared < LEAST_SHARED {
            TitleMatch::Different
        } else {
            TitleMatch::Close
        }
    }

    /// The words without `Perubahan atas ... tentang`.
    fn subject(&self) -> &[String] {
        self.core.as_deref().unwrap_or(&self.all)
    }

    /// How much two titles share, 0 to 1: 1 the same, 0.95 the same but for `Perubahan atas`,
    /// else twice the shared words over all words.
    pub(super) fn likeness(&self, other: &Words) -> f32 {
        match self.compare(other) {
            TitleMatch::Same => return 1.0,
            TitleMatch::Different => return 0.0,
            TitleMatch::Close => {}
        }
        if same(self.subject(), other.subject()) {
            return 0.95;
        }
        let (mine, theirs) = (self.subject(), other.subject());
        let shared = mine
            .iter()
            .filter(|w| theirs.iter().any(|o| alike(w, o)))
            .count();
        let shared = shared.min(theirs.len());
        2.0 * shared as f32 / (mine.len() + theirs.len()).max(1) as f32
    }

    /// Number of words that carry meaning.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }
}

/// The words behind `Perubahan atas Undang-Undang Nomor ... tentang`.
fn core(words: &[String]) -> Option<Vec<String>> {
    words.first().filter(|w| alike(w, "perubahan"))?;
    // A title cut off before `tentang` names no subject at all.
    let about = words
        .iter()
        .position(|w| alike(w, "tentang"))
        .unwrap_or(words.len());
    Some(words.get(about + 1..).unwrap_or_default().to_vec())
}

/// Whether two titles are one but for typing errors.
fn same(one: &[String], other: &[String]) -> bool {
    let (one, other) = (one.concat(), other.concat());
    let shorter = one.len().min(other.len());
    let allowed = shorter / 12 + usize::from(shorter >= 6);
    one == other
        || (one.len().abs_diff(other.len()) <= allowed
            && strsim::osa_distance(&one, &other) <= allowed)
}

/// Whether the letters of a short word stand in the title in their order, from its first
/// letter on: `sisdiknas` in `sistem pendidikan nasional`.
fn may_be_coined(word: &str, official: &[String]) -> bool {
    if word.len() > 10 {
        return false;
    }
    let long = official.concat();
    let mut letters = long.chars();
    let first = word.chars().next();
    first == long.chars().next() && word.chars().all(|c| letters.any(|l| l == c))
}

/// The words that tell the subject.
fn telling(words: &[String]) -> Vec<String> {
    let table = TitleWords::builtin();
    words
        .iter()
        .filter(|w| !table.umum.contains(*w) && w.chars().any(char::is_alphabetic))
        .cloned()
        .collect()
}
