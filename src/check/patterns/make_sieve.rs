//! Makes the sieve of patterns. `build.rs` does so for the patterns that are built in.
//!
//! What a sieve tells is less than the patterns do, and so takes far fewer states: it need not know
//! where a match begins, it takes the part of a pattern that is seen most seldom for the whole, and
//! it knows no borders of words or lines.

use std::iter;

use regex_automata::{
    MatchKind,
    dfa::{StartKind, dense},
    nfa::thompson::{self, WhichCaptures},
};
use regex_syntax::hir::{Class, Hir, HirKind, Look, Repetition};

/// More of the same in turn than a person would write out are taken for a stretch.
const MOST_REPEATS: u32 = 8;
/// A class of more ASCII characters than white space has, digits apart, takes nearly anything.
const MOST_CHARACTERS: usize = 8;
/// Bytes that a sieve may need; a larger one takes longer to load than it saves.
const MOST_BYTES: usize = 4 << 20;

/// The automaton that says of a text whether one of the patterns may match it. It is wrong only in
/// one way: it may let a text through that none of them matches. None where a pattern is not one,
/// and where the automaton would be too large.
pub(super) fn make(patterns: &[&str]) -> Option<dense::DFA<Vec<u32>>> {
    let parts = patterns.iter().map(|pattern| {
        let pattern = regex_syntax::parse(pattern).ok()?;
        Some(rarest(&pattern))
    });
    let any = Hir::alternation(parts.collect::<Option<_>>()?);
    let nfa = thompson::Config::new().which_captures(WhichCaptures::None);
    let nfa = thompson::Compiler::new()
        .configure(nfa)
        .build_from_hir(&any)
        .ok()?;
    let config = dense::Config::new()
        .start_kind(StartKind::Unanchored)
        .match_kind(MatchKind::LeftmostFirst)
        .accelerate(false)
        .minimize(true)
        .dfa_size_limit(Some(MOST_BYTES))
        .determinize_size_limit(Some(MOST_BYTES));
    let builder = &mut dense::Builder::new();
    builder.configure(config).build_from_nfa(&nfa).ok()
}

/// An expression that matches within every match of this one: of the parts between stretches, the
/// one that is seen most seldom.
fn rarest(hir: &Hir) -> Hir {
    match hir.kind() {
        HirKind::Alternation(ways) => Hir::alternation(ways.iter().map(rarest).collect()),
        HirKind::Capture(capture) => rarest(&capture.sub),
        HirKind::Repetition(repetition) if repetition.min > 0 && holds_stretch(hir) => {
            rarest(&repetition.sub)
        }
        HirKind::Concat(parts) => {
            let between = parts.split(holds_stretch).map(needed);
            let within = parts.iter().filter(|part| holds_stretch(part)).map(rarest);
            let by_chance = |one: &Hir, other: &Hir| chance(one).total_cmp(&chance(other));
            between
                .chain(within)
                .min_by(by_chance)
                .unwrap_or_else(Hir::empty)
        }
        _ if holds_stretch(hir) => Hir::empty(),
        _ => needed(std::slice::from_ref(hir)),
    }
}

/// The parts in turn, without those at either end that may be missing.
fn needed(parts: &[Hir]) -> Hir {
    let may_be_missing = |part: &&Hir| match part.kind() {
        HirKind::Repetition(repetition) => repetition.min == 0,
        HirKind::Look(look) => !is_end(*look),
        _ => false,
    };
    let before = parts.iter().take_while(may_be_missing).count();
    let parts = parts.get(before..).unwrap_or_default();
    let after = parts.iter().rev().take_while(may_be_missing).count();
    let parts = parts.iter().take(parts.len() - after);
    Hir::concat(parts.map(without_borders).collect())
}

fn without_borders(hir: &Hir) -> Hir {
    let all = |parts: &[Hir]| parts.iter().map(without_borders).collect();
    match hir.kind() {
        HirKind::Look(look) if !is_end(*look) => Hir::empty(),
        HirKind::Capture(capture) => without_borders(&capture.sub),
        HirKind::Alternation(ways) => Hir::alternation(all(ways)),
        HirKind::Concat(parts) => Hir::concat(all(parts)),
        HirKind::Repetition(repetition) => Hir::repetition(Repetition {
            sub: Box::new(without_borders(&repetition.sub)),
            ..repetition.clone()
        }),
        _ => hir.clone(),
    }
}

/// Whether it is an end of the text, which costs an automaton nothing to know.
fn is_end(look: Look) -> bool {
    matches!(look, Look::Start | Look::End)
}

/// Whether it takes a stretch of nearly anything, which an automaton would have to count through
/// from every place where it may begin.
fn holds_stretch(hir: &Hir) -> bool {
    match hir.kind() {
        HirKind::Repetition(repetition) => {
            let is_long = repetition.max.is_none_or(|max| max > MOST_REPEATS);
            is_long && takes_much(&repetition.sub) || holds_stretch(&repetition.sub)
        }
        HirKind::Capture(capture) => holds_stretch(&capture.sub),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => parts.iter().any(holds_stretch),
        _ => false,
    }
}

fn takes_much(hir: &Hir) -> bool {
    match hir.kind() {
        HirKind::Class(class) => {
            ascii(class).filter(|sign| !sign.is_ascii_digit()).count() > MOST_CHARACTERS
        }
        HirKind::Capture(capture) => takes_much(&capture.sub),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => parts.iter().any(takes_much),
        HirKind::Repetition(repetition) => takes_much(&repetition.sub),
        _ => false,
    }
}

fn ascii(class: &Class) -> impl Iterator<Item = char> {
    let signs = |range: (u32, u32)| (range.0..=range.1.min(127)).filter_map(char::from_u32);
    let ranges: Vec<(u32, u32)> = match class {
        Class::Unicode(class) => {
            let ranges = class.ranges().iter();
            ranges
                .map(|range| (range.start().into(), range.end().into()))
                .collect()
        }
        Class::Bytes(class) => {
            let ranges = class.ranges().iter();
            ranges
                .map(|range| (range.start().into(), range.end().into()))
                .collect()
        }
    };
    ranges.into_iter().flat_map(signs)
}

/// About how often it is seen in a place of a text, as a logarithm. Only to compare: nothing is
/// missed where it is wrong, the sieve only lets more through.
fn chance(hir: &Hir) -> f64 {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => 0.0,
        HirKind::Literal(literal) => {
            let signs = String::from_utf8_lossy(&literal.0);
            signs.chars().map(|sign| seen([sign])).sum()
        }
        HirKind::Class(class) => seen(ascii(class).chain(iter::once('…'))),
        HirKind::Repetition(repetition) => {
            chance(&repetition.sub) * f64::from(repetition.min.min(MOST_REPEATS))
        }
        HirKind::Capture(capture) => chance(&capture.sub),
        HirKind::Concat(parts) => parts.iter().map(chance).sum(),
        HirKind::Alternation(ways) => {
            let ways = ways.iter().map(|way| chance(way).exp());
            ways.sum::<f64>().min(1.0).ln()
        }
    }
}

/// About how often one of these characters is seen, as a logarithm. Numbers and years stand
/// everywhere in these texts.
fn seen(signs: impl IntoIterator<Item = char>) -> f64 {
    let often = signs.into_iter().map(|sign| match sign {
        '0'..='9' | ' ' => 0.1,
        _ if sign.is_ascii_alphabetic() => 0.03,
        _ if sign.is_ascii() => 0.01,
        _ => 0.002,
    });
    often.sum::<f64>().min(1.0).ln()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use regex_automata::{Input, dfa::Automaton};

    use super::*;

    fn lets_through(sieve: &dense::DFA<Vec<u32>>, text: &str) -> bool {
        let found = sieve.try_search_fwd(&Input::new(text).earliest(true));
        found.unwrap().is_some()
    }

    #[test]
    fn lets_through_little_else() {
        let cases: [(&str, &[&str], &[&str]); 13] = [
            (
                r"(?i)\blorem ipsum\b",
                &["Lorem Ipsum"],
                &["lorem", "lorem  ipsum"],
            ),
            (r"_{4,}", &["a____b"], &["___ _"]),
            (r"^\s*[-–—]+\s*$", &[" – "], &["a-", "-a", "- -"]),
            // The border of a word is not told.
            (r"\bxx\b", &["xx", "axxb"], &["x x"]),
            // Of what stands around a stretch, what is seen most seldom.
            (
                r"\[\s*nama[^\]]{0,60}\]",
                &["[nama unit]", "[ nama"],
                &["nama]", "[]"],
            ),
            (
                r"(?:no|nomor)\s.{0,60}tentang$",
                &["tentang"],
                &["nomor 5 tentang apa"],
            ),
            (r"\{\{[^}]+\}\}", &["{{a}}", "{{"], &["{a}"]),
            (r"(?:\d.*)+xyz", &["1xyz", "xyz"], &["1xy"]),
            // One way may be a stretch, and another not.
            (r"(?:[a-z]+|[0-9]:)\.", &[".", "1:."], &["1:"]),
            // What may be missing at an end says nothing.
            (
                r"8[0-9]{0,4}-?x{3}(?:-x)*",
                &["8-xxx", "81234xxx-x"],
                &["8-xx", "8123456xxx"],
            ),
            (r"(?i)kasus", &["KAſU\u{17f}", "\u{212a}asus"], &["kasu"]),
            (r"[a-z]+", &["7a"], &["", "."]),
            (r"[a-z]*", &["", "."], &[]),
        ];
        for (pattern, through, held) in cases {
            let sieve = make(&[pattern]).unwrap();
            for text in through {
                assert!(lets_through(&sieve, text), "{pattern} and {text}");
            }
            for text in held {
                assert!(!lets_through(&sieve, text), "{pattern} and {text}");
            }
        }
    }

    #[test]
    fn what_cannot_be_made_is_none() {
        assert!(make(&["("]).is_none());
        assert!(make(&["[ab](?:[a-z]{8}){8}c"]).is_none());
    }

    /// Patterns of every form, each with a text that it matches.
    const SAMPLES: [(&str, &str); 13] = [
        (r"(?i)\brp\.?\s*(?:[.…_]\s?){3,}", "Rp. ..…"),
        (r"(?i)\b(?:nomor|no\.?|tahun)\s*[:.]?\s*x{2,}\b", "NO: xx"),
        (
            r"(?i)\[\s*(?:nama|nomor)\b[^\],\n]{0,20}\]",
            "[nama – unit]",
        ),
        (r"(?i)(?:^|[a-z:(]\s*)\bx\s+(?:menit|jam)\b", "(x jam"),
        (r"^\s*[-–—]+\s*$", "\u{a0}—"),
        (r"\*\*[^*\n]+\*\*", "**é**"),
        (r"(?i)kasus|SK", "KAſUS"),
        (r"[\x{E000}-\x{F8FF}]+|\x{FFFC}", "\u{E000}"),
        (r"\d{3}", "123"),
        (r"(?m)^xx$|\B12", "xx\nxx"),
        (r"(?:xx.{0,60})+jam", "xx12xx jam"),
        (r"(?P<a>nama)?(?:\s*no){2}|(?s)-.*-", "nama no no"),
        (r"(?-u:\bjam\b).{9,}?3|", "jam"),
    ];

    proptest! {
        /// A sieve holds no text back that one of its patterns matches.
        #[test]
        fn holds_no_match_back(
            text in prop::collection::vec(prop::sample::select(vec![
                "rp", "RP", "No", ".", "…", "_", "xx", "X", " ", "nama", "[", "]", "jam", "-", "–",
                "**", "a", "KASUS", "ſ", "sK", "\u{212A}", "\u{E000}", "12", "3", "\n", ":", "é",
            ]), 0..12),
            sample in prop::sample::select(SAMPLES.to_vec()),
            other in prop::sample::select(SAMPLES.to_vec()),
            at in 0..12_usize,
        ) {
            let mut text = text;
            text.insert(at.min(text.len()), sample.1);
            let text = text.concat();
            let patterns = [other.0, sample.0];
            let matches = patterns.map(|one| regex::Regex::new(one).unwrap().is_match(&text));
            if matches.contains(&true) {
                prop_assert!(lets_through(&make(&patterns).unwrap(), &text));
            }
        }
    }
}
