//! What is wrong with a regular expression, in words for a rule author who is no programmer.

use regex_syntax::{Error, ast, hir};

use crate::text::Phrase;

/// The mistake, and what to do where that is not plain.
pub(super) fn of(error: &Error) -> (Phrase, Option<Phrase>) {
    match error {
        Error::Parse(error) => {
            let written = error.span().start.offset..error.span().end.offset;
            let written = error.pattern().get(written).unwrap_or_default();
            (written_wrong(error.kind(), written), help(error.kind()))
        }
        Error::Translate(error) => meant_wrong(error.kind()),
        _ => (Phrase::same(error.to_string()), None),
    }
}

fn written_wrong(kind: &ast::ErrorKind, written: &str) -> Phrase {
    use ast::ErrorKind as E;
    let (id, en) = match kind {
        E::GroupUnclosed => ("kurung `(` belum ditutup", "the group `(` is not closed"),
        E::GroupUnopened => (
            "ada kurung `)` yang tidak dibuka",
            "there is a `)` that closes nothing",
        ),
        E::ClassUnclosed => (
            "kurung siku `[` belum ditutup",
            "the bracket `[` is not closed",
        ),
        E::ClassRangeInvalid => {
            return Phrase::new(
                format!("rentang `{written}` terbalik: yang kecil ditulis lebih dahulu"),
                format!("the range `{written}` runs backwards"),
            );
        }
        E::ClassRangeLiteral | E::ClassEscapeInvalid => {
            return Phrase::new(
                format!("`{written}` tidak dapat berada di dalam `[...]`"),
                format!("`{written}` cannot stand inside `[...]`"),
            );
        }
        E::RepetitionMissing => (
            "tanda pengulangan (`*`, `+`, `?`, atau `{`) tidak didahului apa pun",
            "nothing stands before a repetition (`*`, `+`, `?` or `{`)",
        ),
        E::RepetitionCountInvalid => {
            return Phrase::new(
                format!("pengulangan `{written}` terbalik: yang kecil ditulis lebih dahulu"),
                format!("the repetition `{written}` runs backwards"),
            );
        }
        E::RepetitionCountUnclosed => (
            "kurung kurawal `{` pada pengulangan belum ditutup",
            "the `{` of a repetition is not closed",
        ),
        E::RepetitionCountDecimalEmpty | E::DecimalEmpty | E::DecimalInvalid => (
            "banyaknya pengulangan di dalam `{...}` bukan bilangan",
            "how often to repeat, inside `{...}`, is no number",
        ),
        E::EscapeUnexpectedEof => ("pola berakhir dengan `\\`", "the pattern ends in `\\`"),
        E::EscapeUnrecognized
        | E::EscapeHexEmpty
        | E::EscapeHexInvalid
        | E::EscapeHexInvalidDigit => {
            return Phrase::new(
                format!("`{written}` tidak dikenal"),
                format!("`{written}` is not known"),
            );
        }
        E::FlagDanglingNegation
        | E::FlagDuplicate { .. }
        | E::FlagRepeatedNegation { .. }
        | E::FlagUnexpectedEof
        | E::FlagUnrecognized => (
            "petunjuk sesudah `(?` tidak dikenal",
            "what stands behind `(?` is not known",
        ),
        E::GroupNameDuplicate { .. }
        | E::GroupNameEmpty
        | E::GroupNameInvalid
        | E::GroupNameUnexpectedEof => (
            "nama kelompok di dalam `(?<...>)` tidak benar",
            "the name of a group in `(?<...>)` is not right",
        ),
        E::NestLimitExceeded(_) | E::CaptureLimitExceeded => (
            "kurungnya terlalu banyak atau terlalu dalam",
            "there are too many groups, or too deep",
        ),
        E::UnicodeClassInvalid => (
            "kelas huruf `\\p{...}` tidak dikenal",
            "the class of letters `\\p{...}` is not known",
        ),
        E::UnsupportedBackreference => {
            return Phrase::new(
                format!("`{written}` (rujukan ke bagian yang sudah cocok) tidak didukung"),
                format!("`{written}`, which refers back to what has matched, is not supported"),
            );
        }
        E::UnsupportedLookAround => {
            return Phrase::new(
                format!("`{written}` (syarat atas teks di sekitarnya) tidak didukung"),
                format!("`{written}`, a condition on the text around, is not supported"),
            );
        }
        _ => return Phrase::same(kind.to_string()),
    };
    Phrase::new(id, en)
}

fn help(kind: &ast::ErrorKind) -> Option<Phrase> {
    use ast::ErrorKind as E;
    let (id, en) = match kind {
        E::GroupUnclosed
        | E::GroupUnopened
        | E::ClassUnclosed
        | E::RepetitionMissing
        | E::RepetitionCountUnclosed
        | E::RepetitionCountDecimalEmpty
        | E::EscapeUnexpectedEof => (
            "Bila tanda itu sendiri yang dimaksud, dahului dengan `\\`, misalnya `\\(`.",
            "If the sign itself is meant, put `\\` before it, like `\\(`.",
        ),
        E::FlagUnrecognized | E::FlagUnexpectedEof => (
            "Yang lazim: `(?i)` untuk mengabaikan huruf besar dan kecil, `(?:...)` untuk mengelompokkan.",
            "Common are `(?i)` to ignore case and `(?:...)` to group.",
        ),
        E::UnicodeClassInvalid => CLASSES,
        E::UnsupportedLookAround => (
            "Pakai `\\b` untuk batas kata, atau `unless` untuk teks yang dikecualikan.",
            "Use `\\b` for the edge of a word, or `unless` for texts to pass over.",
        ),
        _ => return None,
    };
    Some(Phrase::new(id, en))
}

/// Which classes of letters there are.
const CLASSES: (&str, &str) = (
    "Yang lazim: `\\p{L}` huruf, `\\p{Lu}` huruf besar, `\\p{N}` angka.",
    "Common are `\\p{L}` letters, `\\p{Lu}` capitals, `\\p{N}` digits.",
);

fn meant_wrong(kind: &hir::ErrorKind) -> (Phrase, Option<Phrase>) {
    use hir::ErrorKind as E;
    match kind {
        E::UnicodePropertyNotFound
        | E::UnicodePropertyValueNotFound
        | E::UnicodePerlClassNotFound => (
            Phrase::new(
                "kelas huruf `\\p{...}` tidak dikenal",
                "the class of letters `\\p{...}` is not known",
            ),
            Some(Phrase::new(CLASSES.0, CLASSES.1)),
        ),
        E::UnicodeNotAllowed | E::InvalidUtf8 => (
            Phrase::new(
                "`(?-u)` tidak dapat dipakai: pola membaca huruf, bukan bita",
                "`(?-u)` cannot be used: patterns read letters, not bytes",
            ),
            None,
        ),
        _ => (Phrase::same(kind.to_string()), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said of patterns, each with its mistake; what is not known here is English.
    #[test]
    fn mistakes_are_told_in_plain_words() {
        let table = [
            ("(", "kurung `(` belum ditutup"),
            ("a)", "ada kurung `)` yang tidak dibuka"),
            ("[a", "kurung siku `[` belum ditutup"),
            (
                "[z-a]",
                "rentang `z-a` terbalik: yang kecil ditulis lebih dahulu",
            ),
            (r"[\d-a]", r"`\d` tidak dapat berada di dalam `[...]`"),
            (
                "*a",
                "tanda pengulangan (`*`, `+`, `?`, atau `{`) tidak didahului apa pun",
            ),
            (
                "a{3,2}",
                "pengulangan `{3,2}` terbalik: yang kecil ditulis lebih dahulu",
            ),
            ("a{2", "kurung kurawal `{` pada pengulangan belum ditutup"),
            (
                "a{x}",
                "banyaknya pengulangan di dalam `{...}` bukan bilangan",
            ),
            (r"a\", r"pola berakhir dengan `\`"),
            (r"\y", r"`\y` tidak dikenal"),
            ("(?y)a", "petunjuk sesudah `(?` tidak dikenal"),
            ("(?<>a)", "nama kelompok di dalam `(?<...>)` tidak benar"),
            (r"\p{Huruf}", r"kelas huruf `\p{...}` tidak dikenal"),
            (
                r"(a)\1",
                r"`\1` (rujukan ke bagian yang sudah cocok) tidak didukung",
            ),
            (
                "(?<=a)b",
                "`(?<=` (syarat atas teks di sekitarnya) tidak didukung",
            ),
            (
                r"(?-u)\xFF",
                "`(?-u)` tidak dapat dipakai: pola membaca huruf, bukan bita",
            ),
        ];
        for (pattern, expected) in table {
            let error = regex_syntax::parse(pattern).unwrap_err();
            let (message, _) = of(&error);
            assert_eq!(message.get(crate::text::Lang::Id), expected, "{pattern}");
        }
        let deep = format!("{}a{}", "(".repeat(300), ")".repeat(300));
        let (message, _) = of(&regex_syntax::parse(&deep).unwrap_err());
        assert_eq!(
            message.get(crate::text::Lang::Id),
            "kurungnya terlalu banyak atau terlalu dalam"
        );
    }
}
