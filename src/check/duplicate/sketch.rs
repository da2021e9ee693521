//! How much of two texts is the same, told from a small sketch of each.
//!
//! MinHash (Broder 1997) with one permutation (Li, Owen, Zhang 2012): every run of three words is
//! hashed once, falls into one of [`BINS`] bins by its hash, and the smallest hash of a bin is
//! kept. The share of equal bins estimates the Jaccard similarity of the runs, with a standard
//! error of at most 0.07. Sketches of several runs of the program must agree, so the hash is
//! fixed here and not that of the standard library.

/// Bins of a sketch.
const BINS: usize = 64;

/// Words that are hashed together.
const RUN: usize = 3;

/// Bins that are looked up together; see [`Sketch::bands`].
const BAND: usize = 4;

/// A sketch of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sketch {
    bins: Vec<u16>,
}

impl Sketch {
    /// The sketch of a text of words with these hashes; nothing for one that is too short to tell.
    pub(super) fn of(words: &[u64]) -> Option<Self> {
        let runs = words.windows(RUN);
        if runs.len() < BINS {
            return None;
        }
        // No value has more than 32 bits.
        let mut lowest = [u64::MAX; BINS];
        for run in runs {
            let hash = of_run(run);
            let bin = usize::try_from(hash >> 32).unwrap_or_default() % BINS;
            if let Some(slot) = lowest.get_mut(bin) {
                *slot = (hash & 0xffff_ffff).min(*slot);
            }
        }
        // An empty bin takes over the next one with something in it, round the circle.
        let filled = |bin: usize| {
            let mut round = lowest.iter().cycle().skip(bin).take(BINS);
            let next = round.find(|value| **value != u64::MAX).copied();
            next.map(|value| u16::try_from(mix(value) & 0xffff).unwrap_or_default())
        };
        let bins = (0..BINS).map(filled).collect::<Option<_>>()?;
        Some(Self { bins })
    }

    /// How much is the same, 0 to 100.
    pub(super) fn percent(&self, other: &Self) -> usize {
        let pairs = self.bins.iter().zip(&other.bins);
        pairs.filter(|(one, other)| one == other).count() * 100 / BINS
    }

    /// Groups of bins, each with its number. Texts that share four fifths of their runs share
    /// one of them but for one pair in some five thousand; those that share two thirds, but for
    /// one in thirty.
    pub(super) fn bands(&self) -> impl Iterator<Item = (usize, &[u16])> {
        self.bins.chunks(BAND).enumerate()
    }

    /// As text, for a fact.
    pub(super) fn print(&self) -> String {
        let digits = self.bins.iter().flat_map(|&bin| {
            let digit = move |shift: u16| char::from_digit(u32::from(bin >> shift & 0xf), 16);
            [12, 8, 4, 0].into_iter().filter_map(digit)
        });
        digits.collect()
    }

    /// Reads what [`Sketch::print`] gave.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let digit = |c: char| c.to_digit(16).and_then(|digit| u16::try_from(digit).ok());
        let digits: Vec<_> = text.chars().map(digit).collect::<Option<_>>()?;
        let (bins, rest) = digits.as_chunks::<4>();
        let bin = |digits: &[u16; 4]| digits.iter().fold(0, |sum, digit| sum << 4 | digit);
        let bins: Vec<_> = bins.iter().map(bin).collect();
        (bins.len() == BINS && rest.is_empty()).then_some(Self { bins })
    }
}

/// FNV-1a of no byte.
const EMPTY: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a, a byte further.
fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
}

/// Of every ASCII letter and digit its byte in lower case, of others zero.
const WORD: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            table[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    table
};

/// Adds the hash of every word of a text in lower case: of every run of letters and digits.
pub(super) fn add_words(text: &str, words: &mut Vec<u64>) {
    let (mut hash, mut is_word) = (EMPTY, false);
    if text.is_ascii() {
        for byte in text.bytes() {
            let low = WORD.get(usize::from(byte)).copied().unwrap_or_default();
            if low != 0 {
                (hash, is_word) = (step(hash, low), true);
            } else if is_word {
                words.push(mix(hash));
                (hash, is_word) = (EMPTY, false);
            }
        }
    } else {
        for sign in text.chars() {
            if sign.is_alphanumeric() {
                let mut bytes = [0; 4];
                for low in sign.to_lowercase() {
                    hash = low.encode_utf8(&mut bytes).bytes().fold(hash, step);
                }
                is_word = true;
            } else if is_word {
                words.push(mix(hash));
                (hash, is_word) = (EMPTY, false);
            }
        }
    }
    if is_word {
        words.push(mix(hash));
    }
}

/// The hash of several words in their order.
pub(super) fn of_run(words: &[u64]) -> u64 {
    run_from(0, words)
}

/// A hash of several words in their order of 128 bits, by which equal texts are known.
pub(super) fn digest(words: &[u64]) -> u128 {
    u128::from(of_run(words)) << 64 | u128::from(run_from(EMPTY, words))
}

fn run_from(start: u64, words: &[u64]) -> u64 {
    words.iter().fold(start, |sum, word| mix(sum ^ word))
}

/// The last step of SplitMix64: every bit of the result depends on every bit of the number.
fn mix(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn hashes(text: &str) -> Vec<u64> {
        let mut found = Vec::new();
        add_words(text, &mut found);
        found
    }

    fn sketch(words: &[String]) -> Sketch {
        Sketch::of(&hashes(&words.join(" "))).unwrap()
    }

    fn text(seed: usize, length: usize) -> Vec<String> {
        (0..length).map(|at| format!("k{seed}x{at}")).collect()
    }

    #[test]
    fn the_estimate_follows_the_share_of_equal_words() {
        let one = text(1, 1000);
        assert_eq!(sketch(&one).percent(&sketch(&one)), 100);
        assert!(sketch(&one).percent(&sketch(&text(2, 1000))) < 5);
        // 20 words replaced, far apart: 60 of 998 runs differ on either side, so 0.89 is equal.
        let mut near = one.clone();
        for at in (0..1000).step_by(50) {
            near[at] = "lain".to_owned();
        }
        let percent = sketch(&one).percent(&sketch(&near));
        assert!((80..=97).contains(&percent), "{percent}");
        assert!(Sketch::of(&hashes("a b c")).is_none());
    }

    #[test]
    fn case_and_signs_make_no_other_word() {
        let plain = hashes("surat keterangan tidak mampu 2025");
        assert_eq!(plain.len(), 5);
        assert_eq!(plain, hashes("SURAT  Keterangan: Tidak-Mampu (2025)."));
        // Beside a sign outside ASCII too.
        assert_eq!(
            plain,
            hashes("\u{201c}SURAT  Keterangan\u{201d} Tidak\u{2013}Mampu 2025")
        );
        assert_eq!(hashes("\u{c9}").len(), 1);
        assert_eq!(hashes("\u{c9}"), hashes("\u{e9}"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn what_is_printed_is_read(seed in 0usize..1000, length in 66usize..300) {
            let sketch = sketch(&text(seed, length));
            prop_assert_eq!(Sketch::parse(&sketch.print()), Some(sketch));
        }

        #[test]
        fn any_text_is_no_panic(text in ".{0,300}") {
            let _ = Sketch::parse(&text);
        }
    }
}
