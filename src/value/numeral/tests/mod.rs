mod pairs;

use proptest::prelude::*;

use super::*;

fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}

#[test]
fn decimals_are_exact() {
    for (text, shown) in [
        ("3", "3"),
        ("007", "7"),
        ("2,5", "2,5"),
        ("2.5", "2,5"),
        ("2,50", "2,5"),
        ("15.000", "15.000"),
        ("50,000", "50.000"),
        ("50.000,00", "50.000"),
        ("50,000.00", "50.000"),
        ("50.000.000,00", "50.000.000"),
        ("1.234.567,89", "1.234.567,89"),
        ("0,125", "0,1250"),
        ("18446744073709551615", "18.446.744.073.709.551.615"),
    ] {
        assert_eq!(decimal(text).to_string(), shown, "{text}");
        assert_eq!(Decimal::parse(shown), Some(decimal(text)), "{text}");
    }
    for text in [
        "",
        "a",
        "1.2.3",
        "1,2,3",
        "1..2",
        "18446744073709551616",
        "1.000.00",
        ".5",
        "5.",
    ] {
        assert_eq!(Decimal::parse(text), None, "{text}");
    }
    assert!(decimal("2,5") < decimal("2,51") && decimal("3") > decimal("2,99"));
    assert_eq!(
        decimal("0,5").checked_add(decimal("1,5")),
        Some(decimal("2"))
    );
    assert_eq!(decimal("0,5").checked_times(4), Some(decimal("2")));
    assert_eq!(Decimal::from(u64::MAX).checked_add(Decimal::from(1)), None);
}

#[test]
fn words_of_numbers() {
    for (number, words) in [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (98, "sembilan puluh delapan"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (200, "dua ratus"),
        (999, "sembilan ratus sembilan puluh sembilan"),
        (1_000, "seribu"),
        (1_100, "seribu seratus"),
        (2_024, "dua ribu dua puluh empat"),
        (11_000, "sebelas ribu"),
        (100_000, "seratus ribu"),
        (101_000, "seratus satu ribu"),
        (1_000_000, "satu juta"),
        (1_001_000, "satu juta seribu"),
        (123_000_000, "seratus dua puluh tiga juta"),
        (1_000_000_000, "satu miliar"),
        (
            999_000_000_000_001,
            "sembilan ratus sembilan puluh sembilan triliun satu",
        ),
    ] {
        assert_eq!(to_words(number), words);
    }
    assert_eq!(decimal_to_words(decimal("2,5")), "dua koma lima");
    assert_eq!(decimal_to_words(decimal("0,05")), "nol koma nol lima");
    assert_eq!(percent_to_words(decimal("25")), "dua puluh lima persen");
}

#[test]
fn words_are_read() {
    for (text, number, standard) in [
        ("limabelas", "15", false),
        ("duapuluh", "20", false),
        ("empatbelas", "14", false),
        ("duapuluhlima", "25", false),
        ("seratusduapuluh lima", "125", false),
        ("setengah", "0,5", true),
        ("satu setengah", "1,5", true),
        ("seperempat", "0,25", true),
        ("tiga perempat", "0,75", true),
        ("sembilan  puluh", "90", true),
        ("Sembilan\u{a0}Puluh\nDelapan", "98", true),
        ("SEBELAS", "11", true),
        ("delapam", "8", false),
        ("dlapan", "8", false),
        ("sembilam", "9", false),
        ("empta", "4", false),
        ("sepulu", "10", false),
        ("dua-belas", "12", false),
        ("dua puluh-lima", "25", false),
        ("tuju", "7", false),
        ("enem", "6", false),
        ("tiga pulu", "30", false),
        ("satu ratus", "100", false),
        ("satu ribu", "1000", false),
        ("satu milyar", "1000000000", false),
        ("sejuta", "1000000", false),
        ("nol", "0", true),
        ("kosong", "0", false),
        ("dua koma lima", "2,5", true),
        ("nol koma dua puluh lima", "0,25", false),
        ("tiga koma nol tujuh", "3,07", true),
        ("dua puluh lima persen", "25", true),
        ("dua puluh lima prosen", "25", false),
        ("lima puluh juta", "50000000", true),
        ("seratus ribu", "100000", true),
        ("seribu lima ratus", "1500", true),
    ] {
        let read = Numeral::parse(text).unwrap();
        assert_eq!(read.value, decimal(number), "{text}");
        assert_eq!(read.standard, standard, "{text}");
        assert_eq!(read.range, 0..text.len(), "{text}");
    }
    assert!(Numeral::parse("dua puluh lima persen").unwrap().percent);
    assert!(Numeral::parse("sembilam").unwrap().guess);
    assert!(!Numeral::parse("limabelas").unwrap().guess);
}

#[test]
fn other_words_are_not_numerals() {
    assert_eq!(Numeral::parse(" \n"), Err(NumeralError::Empty));
    for text in [
        "tempat", "kelas", "status", "sebelah", "tubuh", "setelah", "ratusan", "puluh", "belas",
        "juta", "satuan", "jelas", "3", "koma", "persen", "tujuan", "seluruh", "dualisme",
    ] {
        assert!(
            matches!(Numeral::parse(text), Err(NumeralError::NoNumeral { .. })),
            "{text}"
        );
    }
    for (text, range) in [
        ("satu pintu", 5..10),
        ("tiga lima", 5..9),
        ("dua puluh ratus", 10..15),
        ("satu-satunya", 4..12),
        ("satu-tiga", 4..9),
        ("tiga hari", 5..9),
    ] {
        assert_eq!(
            Numeral::parse(text),
            Err(NumeralError::Leftover { range }),
            "{text}"
        );
    }
}

#[test]
fn long_hostile_texts_are_quick() {
    for part in [
        "3 (",
        "satu ",
        "satu ribu ",
        "satu-",
        "3 (satu ",
        "3 (tiga)",
        "puluh",
        "(3)",
        "é(",
    ] {
        let text = part.repeat(100_000 / part.len());
        let start = std::time::Instant::now();
        pairs(&text);
        let _ = Numeral::parse(&text);
        assert!(start.elapsed().as_secs() < 20, "{part}");
    }
}

fn numeric_text() -> impl Strategy<Value = String> {
    proptest::collection::vec(
        prop_oneof![
            Just("3"),
            Just("25%"),
            Just("("),
            Just(")"),
            Just("tiga"),
            Just("puluh"),
            Just("belas"),
            Just("seratus"),
            Just(" "),
            Just("-"),
            Just("satu"),
            Just("½"),
            Just("koma"),
            Just("juta"),
            Just(",-"),
            Just("Rp"),
            Just("lembar"),
            Just("\u{a0}"),
            Just("é"),
            Just("setengah"),
            Just("99.999"),
            Just("hari"),
        ],
        0..24,
    )
    .prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn printed_words_are_read_back(n in prop_oneof![any::<u64>(), 0u64..2_000_000, 0u64..1_000_000_000_000_000]) {
        let read = Numeral::parse(&to_words(n)).unwrap();
        prop_assert_eq!(read.value.whole(), Some(n));
        prop_assert!(read.standard);
    }

    #[test]
    fn joined_words_are_read_back(n in 1u64..1_000_000) {
        let read = Numeral::parse(&to_words(n).replace(' ', ""));
        if let Ok(read) = read {
            prop_assert_eq!(read.value.whole(), Some(n));
        } else {
            prop_assert!(to_words(n).len() > 50);
        }
    }

    #[test]
    fn decimals_are_read_back(digits in 0u64..1_000_000_000, scale in 0u32..6) {
        let number = Decimal::new(digits, scale).unwrap();
        prop_assert_eq!(Decimal::parse(&number.to_string()), Some(number));
        let read = Numeral::parse(&percent_to_words(number)).unwrap();
        prop_assert_eq!(read.value, number);
        prop_assert!(read.percent && read.standard);
    }

    #[test]
    fn a_wrong_number_disagrees(n in 0u64..1_000_000, m in prop_oneof![0u64..100, 0u64..1_000_000]) {
        let found = pairs(&format!("{n} ({}) hari", to_words(m)));
        // A year or a value beside a small count is no number told twice.
        let apart = n >= 1_000 && m < 100;
        prop_assert_eq!(found.len(), usize::from(!apart));
        prop_assert!(found.iter().all(|pair| pair.agrees == Some(n == m)));
    }

    #[test]
    fn any_text_is_safe(text in prop_oneof![any::<String>(), numeric_text()]) {
        for pair in pairs(&text) {
            prop_assert!(text.get(pair.number_range.clone()).is_some());
            prop_assert!(text.get(pair.words_range.clone()).is_some());
            prop_assert_eq!(pair.agrees == Some(true), pair.words_value == Some(pair.number));
        }
        if let Ok(read) = Numeral::parse(&text) {
            prop_assert!(text.get(read.range).is_some());
        }
    }
}
