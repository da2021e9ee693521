//! Words that link a regulation to the one before: `sebagaimana telah diubah dengan`, `jo.`.

use super::head;
use super::number::{self, is_number_word};
use super::source::Source;
use super::{Kind, Relation};

/// Most tokens of the linking words.
const LONGEST_LINK: usize = 16;

/// Linking words with a regulation behind them.
#[derive(Debug, Clone, Copy)]
pub(super) struct LinkRead {
    pub(super) relation: Relation,
    /// First token of the linked regulation.
    pub(super) target: usize,
    /// Its kind; nothing when only a number follows (`jo. Nomor 24 Tahun 2013`).
    pub(super) kind: Option<Kind>,
}

/// Reads the linking words at `at`, when a regulation with its number follows them.
pub(super) fn read(src: Source<'_>, at: usize) -> Option<LinkRead> {
    let (relation, target) = words(src, at)?;
    let target = super::article::read(src, target).1;
    if let Some(head) = head::read(src, target) {
        let read = number::read(src, head.end, head.kind);
        let complete = read.number.is_some() || head.kind == Kind::Uud;
        return complete.then_some(LinkRead {
            relation,
            target,
            kind: Some(head.kind),
        });
    }
    // The kind is not repeated: `UU Nomor 23 Tahun 2006 jo. Nomor 24 Tahun 2013`.
    let bare = is_number_word(src, target) || src.number(target).is_some();
    let read = number::read(src, target, Kind::Uu);
    (bare && read.number.is_some() && read.year.is_some()).then_some(LinkRead {
        relation,
        target,
        kind: None,
    })
}

/// The linking words alone, and the token after them.
fn words(src: Source<'_>, at: usize) -> Option<(Relation, usize)> {
    if src.is(at, &["jo", "juncto", "junto", "jis", "jos", "yo"]) {
        return Some((Relation::Juncto, src.skip(at + 1, &['.', ':', ','])));
    }
    if let Some(target) = replaces(src, at) {
        return Some((Relation::Replaces, target));
    }
    let opens = src.like(
        at,
        &["sebagaimana", "diubah", "dirubah", "dicabut", "diganti"],
    ) || src.is(
        at,
        &[
            "yang", "telah", "terakhir", "sebagai", "dan", "sudah", "kini", "sekarang", "tidak",
        ],
    );
    if !opens {
        return None;
    }
    let mut relation = None;
    let mut last = false;
    for end in at..at + LONGEST_LINK {
        if src.like(
            end,
            &[
                "diubah",
                "dirubah",
                "perubahan",
                "perubahannya",
                "disempurnakan",
            ],
        ) || (src.is(end, &["ubah"]) && src.is(end.wrapping_sub(1), &["di"]))
        {
            relation = relation.or(Some(Relation::AmendedBy));
        } else if src.like(end, &["dicabut", "diganti", "digantikan"]) {
            relation = Some(Relation::ReplacedBy);
        } else if src.like(end, &["terakhir"]) {
            last = true;
        } else if src.like(end, &["dengan", "melalui"]) || src.is(end, &["oleh", "dgn"]) {
            let relation = relation.or(last.then_some(Relation::LastAmendedBy))?;
            let relation = match relation {
                Relation::AmendedBy if last => Relation::LastAmendedBy,
                other => other,
            };
            return Some((relation, src.skip(end + 1, &[',', ':', '.'])));
        } else if !is_filler(src, end) {
            return None;
        }
    }
    None
}

/// `yang menggantikan`, `mencabut`, `sebagai pengganti`: the token after these words.
fn replaces(src: Source<'_>, at: usize) -> Option<usize> {
    let verb = at + usize::from(src.is(at, &["yang", "untuk", "sekaligus", "dan"]));
    if src.like(verb, &["menggantikan", "mencabut"]) || src.is(verb, &["mengganti", "eks"]) {
        return Some(verb + 1);
    }
    // Not the kind, `Peraturan Pemerintah Pengganti Undang-Undang`.
    let noun = at + usize::from(src.is(at, &["sebagai"]));
    let apart = noun > at
        || at
            .checked_sub(1)
            .is_some_and(|b| src.is_sign(b, &[',', '(', '-']));
    (apart && src.like(noun, &["pengganti"]))
        .then(|| noun + 1 + usize::from(src.is(noun + 1, &["dari", "atas"])))
}

/// Words that stand between `sebagaimana` and `dengan` and change nothing.
fn is_filler(src: Source<'_>, at: usize) -> bool {
    src.is_sign(at, &[',', '/', '(', ')'])
        || src.like(
            at,
            &[
                "sebagaimana",
                "beberapa",
                "kedua",
                "ketiga",
                "keempat",
                "pertama",
            ],
        )
        || src.is(
            at,
            &[
                "telah", "tlah", "yang", "kali", "di", "ubah", "sudah", "sebagai", "mana", "untuk",
                "menjadi", "serta", "ditambah", "kelima", "keenam", "tidak", "berlaku", "lagi",
                "kini", "sekarang", "karena", "dan",
            ],
        )
}
