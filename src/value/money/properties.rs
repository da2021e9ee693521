//! What must hold for any value and any text.

use std::ops::Range;

use proptest::prelude::*;

use super::*;

fn sum() -> impl Strategy<Value = Money> {
    (0..5_000_000_000_000u64, 0..100u8).prop_map(|(rupiah, sen)| Money { rupiah, sen })
}

fn kind() -> impl Strategy<Value = CostKind> {
    let per = prop::option::of(prop::sample::select(vec![
        "lembar",
        "orang/hari",
        "m2",
        "100 lembar",
    ]));
    let amount = (sum(), prop::option::of(1..1_000_000u64), per).prop_map(|(money, more, per)| {
        let money = Money {
            rupiah: money.rupiah + 1,
            ..money
        };
        let upper = more.map(|more| Money {
            rupiah: money.rupiah + more,
            ..money
        });
        CostKind::Amount {
            money,
            upper,
            per: per.map(str::to_owned),
        }
    });
    prop_oneof![1 => Just(CostKind::Free), 4 => amount]
}

/// Text with the words and signs that parsing turns on, in any order.
fn words() -> impl Strategy<Value = String> {
    let pieces = vec![
        "Rp",
        "Rp.",
        "IDR",
        "50.000",
        "1,5",
        "juta",
        "ribu",
        "rupiah",
        ",-",
        "-",
        "s/d",
        "(",
        ")",
        "per",
        "/",
        "lembar",
        "gratis",
        "tidak",
        "dipungut",
        "biaya",
        "sesuai",
        "Perda",
        "Nomor",
        "7",
        "Tahun",
        "2019",
        "ketentuan",
        "x",
        "%",
        "‰",
        "=",
        ":",
        "|",
        ";",
        "\n",
        ",",
        ". ",
        "meterai",
        "lima",
        "puluh",
        "m²",
        "é",
        "\u{a0}",
        "ditanggung",
        "BPJS",
        "umum",
        "T",
        "…",
    ];
    prop::collection::vec((prop::sample::select(pieces), prop::bool::ANY), 0..24).prop_map(|all| {
        all.into_iter().fold(String::new(), |text, (piece, space)| {
            text + piece + if space { " " } else { "" }
        })
    })
}

fn inside(text: &str, range: &Range<usize>) -> bool {
    range.start < range.end && text.get(range.clone()).is_some()
}

fn sound(text: &str) -> Result<(), TestCaseError> {
    let parts = match Cost::parse(text) {
        Ok(cost) => {
            prop_assert!(!cost.parts.is_empty());
            cost.parts
        }
        Err(CostError::Ambiguous { range }) => {
            prop_assert!(inside(text, &range));
            Vec::new()
        }
        Err(_) => Vec::new(),
    };
    if let Err(CostError::Ambiguous { range }) = Money::parse(text) {
        prop_assert!(inside(text, &range));
    }
    for list in [parts, find(text)] {
        let mut last = 0;
        for part in list {
            prop_assert!(inside(text, &part.range), "{:?}", part);
            prop_assert!(inside(text, &part.figure), "{:?}", part);
            prop_assert!(part.range.start <= part.figure.start, "{:?}", part);
            prop_assert!(part.figure.end <= part.range.end, "{:?}", part);
            prop_assert!(part.range.start >= last, "parts overlap: {:?}", part);
            last = part.range.end;
            if let Some(found) = spelling(text, &part) {
                prop_assert!(inside(text, &found.range));
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn sums_print_and_read_back(sum in sum()) {
        prop_assert_eq!(Money::parse(&sum.to_string()), Ok(sum));
    }

    #[test]
    fn costs_print_and_read_back(kinds in prop::collection::vec((kind(), prop::bool::ANY), 1..4)) {
        let parts = kinds.into_iter().map(|(kind, stamp)| CostPart {
            range: 0..0,
            figure: 0..0,
            stamp_duty: stamp && kind != CostKind::Free,
            kind,
        });
        let cost = Cost { parts: parts.collect() };
        let text = cost.to_string();
        let read = Cost::parse(&text).map_err(|error| TestCaseError::fail(format!("{text}: {error}")))?;
        let values = |cost: &Cost| {
            cost.parts.iter().map(|part| (part.kind.clone(), part.stamp_duty)).collect::<Vec<_>>()
        };
        prop_assert_eq!(values(&read), values(&cost), "{}", text);
    }

    #[test]
    fn any_text_is_survived(text in any::<String>()) {
        sound(&text)?;
    }

    #[test]
    fn any_order_of_words_is_survived(text in words()) {
        sound(&text)?;
    }
}

/// Long hostile values must not take more than linear time.
#[test]
fn long_values_stay_quick() {
    let pieces = [
        "Rp",
        "Rp.",
        "9",
        "9.",
        "1 juta ",
        "lima ",
        "sesuai ",
        "tidak ",
        "tidak di ",
        "Perda ",
        "Perda 1 ",
        "(",
        "(a ",
        ": ",
        "| ",
        "; ",
        "meterai ",
        "materai Rp1 ",
        "Rp1-",
        "1 x ",
        "x ",
        "per ",
        "Rp1/a",
        ", umum",
        ".",
        "-",
        "gratis (",
        "ditanggung oleh ",
        "\n",
    ];
    let started = std::time::Instant::now();
    for piece in pieces {
        let text = piece.repeat(100_000 / piece.len());
        let _ = Cost::parse(&text);
        let _ = find(&text);
    }
    // Quadratic time would need minutes; the bound leaves room for a slow machine.
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}
