//! I-Regexp: what is a pattern, and what it fits.

use super::super::PatternError;
use super::super::pattern::Pattern;

fn error(source: &str) -> PatternError {
    Pattern::compile(source, true).map(|_| source).unwrap_err()
}

#[test]
fn fits_a_whole_text_or_a_part() {
    // Pattern, texts that fit as a whole, texts of which only a part fits, texts that do not fit.
    type Texts = &'static [&'static str];
    let cases: &[(&str, Texts, Texts, Texts)] = &[
        ("", &[""], &["a"], &[]),
        ("ab", &["ab"], &["xaby"], &["a", "AB"]),
        ("a|bc", &["a", "bc"], &["ac", "xbc"], &["b", "c"]),
        ("(a|b)c", &["ac", "bc"], &["abc"], &["a", "c"]),
        ("(|a)b", &["b", "ab"], &["aab"], &["a"]),
        ("a*b+c?", &["b", "aabbc"], &["cab", "abx"], &["a", "c"]),
        ("a{2}", &["aa"], &["aaa"], &["a"]),
        ("a{2,}", &["aa", "aaaa"], &["baa"], &["a"]),
        ("a{1,2}", &["a", "aa"], &["aaa"], &[""]),
        ("a{0}", &[""], &["a"], &[]),
        (
            ".",
            &["a", "é", "😀", "\u{2028}", "\u{85}"],
            &["ab"],
            &["", "\n", "\r"],
        ),
        ("[.]", &["."], &["a."], &["a"]),
        ("[a-c1]+", &["abc1"], &["abd"], &["d", "-"]),
        ("[^a-c]", &["d", "\n"], &["ad"], &["a", ""]),
        ("[-a]", &["-", "a"], &["b-"], &["b"]),
        ("[a-]", &["-", "a"], &["b-"], &["b"]),
        ("[^-]", &["a"], &["-a"], &["-"]),
        ("[--]", &["-"], &["a-"], &["a"]),
        // Signs with a meaning in the brackets of the regex crate.
        ("[a&&b]", &["a", "&", "b"], &["x&"], &["c"]),
        ("[a~~b]", &["a", "~", "b"], &["x~"], &["c"]),
        ("[a^b]", &["a", "^", "b"], &["x^"], &["c"]),
        ("[ !-/]", &[" ", "!", "#", "&", "/"], &["a/"], &["a", "0"]),
        (
            r"[\]\[\\\^\-\n]",
            &["]", "[", "\\", "^", "-", "\n"],
            &["a]"],
            &["n", "a"],
        ),
        (r"[\p{Lu}\P{L}]", &["A", "1", "É"], &["a1"], &["a", "é"]),
        (r"\p{L}+", &["aÉ"], &["1a"], &["1"]),
        (r"\P{L}+", &["1 "], &["1a"], &["a"]),
        (r"\p{Nd}\p{Zs}\p{Cn}?", &["1 "], &["a1 "], &["1"]),
        (
            r"\(\)\*\+\-\.\?\[\\\]\^\{\|\}",
            &[r"()*+-.?[\]^{|}"],
            &[r"a()*+-.?[\]^{|}"],
            &["a"],
        ),
        (r"\n\r\t", &["\n\r\t"], &["a\n\r\t"], &["nrt"]),
        // No flag reads these signs in another way.
        ("a b#c/d&~,-", &["a b#c/d&~,-"], &["xa b#c/d&~,-"], &["ab"]),
        // Anchors.
        ("^ab", &["ab"], &["abc"], &["xab"]),
        ("ab$", &["ab"], &["xab"], &["abx", "ab\n"]),
        ("é+", &["éé"], &["aé"], &["e"]),
    ];
    for (pattern, whole, part, none) in cases {
        let matches = Pattern::compile(pattern, true).unwrap();
        let searches = Pattern::compile(pattern, false).unwrap();
        for text in whole.iter() {
            assert!(
                matches.fits(text) && searches.fits(text),
                "{pattern} {text:?}"
            );
        }
        for text in part.iter() {
            assert!(
                !matches.fits(text) && searches.fits(text),
                "{pattern} {text:?}"
            );
        }
        for text in none.iter() {
            assert!(
                !matches.fits(text) && !searches.fits(text),
                "{pattern} {text:?}"
            );
        }
    }
}

#[test]
fn what_is_no_pattern() {
    for sign in ['*', '+', '?', '{'] {
        assert_eq!(error(&sign.to_string()), PatternError::Sign { sign });
        assert_eq!(error(&format!("a|{sign}")), PatternError::Sign { sign });
        assert_eq!(error(&format!("({sign}a)")), PatternError::Sign { sign });
        assert_eq!(error(&format!("a*{sign}")), PatternError::Sign { sign });
        assert_eq!(error(&format!("a{{2}}{sign}")), PatternError::Sign { sign });
    }
    for sign in [')', ']', '}'] {
        assert_eq!(error(&format!("a{sign}")), PatternError::Sign { sign });
    }
    for source in ["(", "(a", "a(b(c)"] {
        assert_eq!(error(source), PatternError::OpenGroup, "{source}");
    }
    for source in ["[", "[]", "[]a]", "[^]", "[a", "[a-", r"[a\]", "[-", "[^-"] {
        assert_eq!(error(source), PatternError::OpenClass, "{source}");
    }
    for source in [
        "a{", "a{}", "a{,}", "a{,2}", "a{x}", "a{1", "a{1,2,3}", "a{ 1}", "a{-1}",
    ] {
        assert_eq!(error(source), PatternError::Count, "{source}");
    }
    for (source, sign) in [
        ("[a[]", '['),
        ("[[:alpha:]]", '['),
        ("[a-b-c]", '-'),
        ("[+--]", '-'),
        (r"[a-\p{L}]", '-'),
    ] {
        assert_eq!(error(source), PatternError::Sign { sign }, "{source}");
    }
    for source in [
        r"\p",
        r"\p{",
        r"\pL",
        r"\p{}",
        r"\p{X}",
        r"\p{Lx}",
        r"\p{Lul}",
        r"\p{Cs}",
        r"\p{Han}",
        r"\P{IsBasicLatin}",
    ] {
        assert_eq!(error(source), PatternError::Category, "{source}");
    }
    for found in [
        "d", "w", "s", "S", "b", "A", "z", "1", "$", "/", "u", "é", "",
    ] {
        assert_eq!(
            error(&format!(r"a\{found}")),
            PatternError::Escape {
                found: found.to_owned()
            }
        );
    }
    assert_eq!(
        error(r"[\d]"),
        PatternError::Escape {
            found: "d".to_owned()
        }
    );
    for source in [
        "[b-a]",
        "a{2,1}",
        "a{99999999999999999999}",
        "(((a{99}){99}){99})",
    ] {
        assert_eq!(error(source), PatternError::Refused, "{source}");
    }
    assert_eq!(error(&"(".repeat(900)), PatternError::OpenGroup);
    assert_eq!(
        error(&format!("{}{}", "(".repeat(450), ")".repeat(450))),
        PatternError::Refused
    );
    for source in ["(?:a)", "(?i)a", "(?=a)", "(?<a>b)", "a*?"] {
        assert_eq!(error(source), PatternError::Sign { sign: '?' }, "{source}");
    }
}

#[test]
fn work_grows_with_counts() {
    let steps = |source| {
        Pattern::compile(source, false)
            .unwrap()
            .steps(&"a".repeat(640))
    };
    assert_eq!(steps("a"), 1 + 10);
    assert_eq!(steps("abc"), 1 + 30);
    assert_eq!(steps("(ab|c)*"), 1 + 30);
    assert_eq!(steps("a{20}"), 1 + 200);
    assert_eq!(steps("(ab{3}){2,5}c"), 1 + (4 * 5 + 1) * 10);
    assert_eq!(steps("[abc]{2,}."), 1 + 30);
    assert_eq!(steps(""), 1 + 10);
}
