//! What texts say that stand in many documents, each read once in a run: the documents of a city
//! cite the same laws, promise the same days and name the same post box, word for word.

use std::{fmt, sync::Arc};

use quick_cache::{Weighter, sync::Cache};

use super::Read;
use crate::value::{
    citation::{Citation, CitationError, Listed, Parts},
    contact::{Contact, ContactError},
    duration::{Case, Duration, DurationError, Found, find},
    money::{Cost, CostError},
    region::{Mention, Regions},
};

/// Longer texts seldom stand twice.
const LONGEST: usize = 512;
/// Bytes of text that are remembered of each sort of value; what was read from them is a few
/// times as large.
const MOST_BYTES: u64 = 1 << 18;
/// About so many texts are that.
const TEXTS: usize = 4096;

/// What was read of texts so far, by several threads at once. It forgets what was not asked for
/// in a while, and never changes what is found.
#[derive(Debug, Default)]
pub struct Texts {
    citations: Kept<Read<Citation, CitationError>>,
    /// By their parts, one a line.
    parts: Kept<Read<Citation, CitationError>>,
    bases: Kept<Arc<[Listed]>>,
    cited: Kept<Arc<[Citation]>>,
    durations: Kept<Read<Duration, DurationError>>,
    amounts: Kept<Arc<[String]>>,
    times: Kept<Arc<[Found]>>,
    costs: Kept<Read<Cost, CostError>>,
    contacts: Kept<Contacts>,
    mentions: Kept<Arc<[Mention<'static>]>>,
}

/// The channels of a text, with those whose address cannot work as errors.
pub type Contacts = Arc<[Result<Contact, ContactError>]>;

impl Texts {
    /// The regulation that the text cites.
    pub fn citation(&self, text: &str) -> Read<Citation, CitationError> {
        self.citations
            .of(text, |text| Arc::new(Citation::parse(text)))
    }

    /// The regulation that parts cite.
    pub fn citation_of(&self, parts: Parts<'_>) -> Read<Citation, CitationError> {
        let lines = [parts.jenis, parts.nomor, parts.tahun, parts.tentang];
        let read = || Arc::new(Citation::from_parts(parts));
        // A part of several lines could look like two.
        if lines.iter().any(|part| part.contains('\n')) {
            return read();
        }
        self.parts.of(&lines.join("\n"), |_| read())
    }

    /// The legal bases that the text lists.
    pub fn bases(&self, text: &str) -> Arc<[Listed]> {
        self.bases.of(text, |text| Citation::list(text).into())
    }

    /// Every complete citation in the text.
    pub fn cited(&self, text: &str) -> Arc<[Citation]> {
        self.cited.of(text, |text| Citation::find_all(text).into())
    }

    /// The time that the text gives.
    pub fn duration(&self, text: &str) -> Read<Duration, DurationError> {
        self.durations
            .of(text, |text| Arc::new(Duration::parse(text)))
    }

    /// The time that the text gives, case by case, as it is told to a person; none where it gives
    /// none.
    pub fn amounts(&self, text: &str) -> Arc<[String]> {
        self.amounts.of(text, |text| {
            let read = self.duration(text);
            let cases = read.iter().flat_map(|duration| &duration.cases);
            cases.map(Case::amounts).collect()
        })
    }

    /// Every time in the text.
    pub fn times(&self, text: &str) -> Arc<[Found]> {
        self.times.of(text, |text| find(text).into())
    }

    /// The cost that the text gives.
    pub fn cost(&self, text: &str) -> Read<Cost, CostError> {
        self.costs.of(text, |text| Arc::new(Cost::parse(text)))
    }

    /// Every channel for complaints in the text.
    pub fn contacts(&self, text: &str) -> Contacts {
        self.contacts
            .of(text, |text| Contact::find_all(text).into())
    }

    /// Every name of a region in the text.
    pub fn mentions(&self, text: &str) -> Arc<[Mention<'static>]> {
        let regions = Regions::builtin();
        if !regions.may_name(text) {
            return Arc::default();
        }
        self.mentions.of(text, |text| regions.find_all(text).into())
    }
}

/// What was read of texts, as one sort of value.
struct Kept<V>(Cache<Box<str>, V, ByLength>);

impl<V: Clone> Kept<V> {
    fn of(&self, text: &str, read: impl FnOnce(&str) -> V) -> V {
        self.known(text).unwrap_or_else(|| {
            let value = read(text);
            self.remember(text, value.clone());
            value
        })
    }

    fn known(&self, text: &str) -> Option<V> {
        if text.len() > LONGEST {
            return None;
        }
        self.0.get(text)
    }

    fn remember(&self, text: &str, value: V) {
        if text.len() <= LONGEST {
            self.0.insert(text.into(), value);
        }
    }
}

impl<V: Clone> Default for Kept<V> {
    fn default() -> Self {
        Self(Cache::with_weighter(TEXTS, MOST_BYTES, ByLength))
    }
}

impl<V> fmt::Debug for Kept<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Kept").finish_non_exhaustive()
    }
}

/// Weighs a text by its bytes.
#[derive(Debug, Clone)]
struct ByLength;

impl<V> Weighter<Box<str>, V> for ByLength {
    fn weight(&self, text: &Box<str>, _: &V) -> u64 {
        u64::try_from(text.len()).unwrap_or(u64::MAX).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_a_text_once() {
        let texts = Texts::default();
        let first = texts.duration("5 hari kerja");
        assert!(Arc::ptr_eq(&first, &texts.duration("5 hari kerja")));
        assert!(first.is_ok());
        assert!(texts.duration("segera").is_err());
        let long = "5 hari kerja ".repeat(100);
        assert!(!Arc::ptr_eq(&texts.duration(&long), &texts.duration(&long)));
    }

    #[test]
    fn forgets_rather_than_grows() {
        let kept = Kept::default();
        for number in 0..100_000_u32 {
            let text = format!("{number:0>100}");
            assert_eq!(kept.of(&text, |_| number), number);
        }
        assert!(kept.0.weight() <= MOST_BYTES);
        assert!(kept.0.len() <= usize::try_from(MOST_BYTES / 100).unwrap());
    }
}
