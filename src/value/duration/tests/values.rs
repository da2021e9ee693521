use std::cmp::Ordering;

use proptest::prelude::*;

use super::*;

fn parse(text: &str) -> Duration {
    Duration::parse(text).unwrap()
}

#[test]
fn minutes_and_working_days() {
    let usual = Assumptions::default();
    for (text, minutes, days) in [
        ("30 detik", 1, 1),
        ("90 menit", 90, 1),
        ("2,5 jam", 150, 1),
        ("8 jam", 480, 2),
        ("3 hari kerja", 1_350, 3),
        ("3 hari", 1_350, 3),
        ("3 hari kalender", 4_320, 3),
        ("7 hari kalender", 10_080, 5),
        ("10 hari kalender", 14_400, 8),
        ("2 minggu", 4_500, 10),
        ("1 bulan", 43_200, 22),
        ("1 tahun", 525_600, 261),
        ("14 x 24 jam", 20_160, 10),
        ("1 jam 30 menit", 90, 2),
        ("1-3 hari kerja", 1_350, 3),
        ("5 menit; 2 jam", 120, 1),
    ] {
        assert_eq!(parse(text).minutes(&usual), minutes, "{text}");
        assert_eq!(parse(text).working_days(&usual), days, "{text}");
    }
    let eight = Assumptions {
        working_day_minutes: 480,
        ..usual
    };
    assert_eq!(parse("2 hari kerja").minutes(&eight), 960);
    assert_eq!(parse("5 menit; 2 jam").total_minutes(&usual), 125);
    assert_eq!(
        parse("999999999999 tahun").total_minutes(&usual),
        525_599_999_999_474_400
    );
    let order = |left: &str, right: &str| parse(left).compare(&parse(right), &usual);
    assert_eq!(order("1 hari kalender", "1 hari kerja"), Ordering::Greater);
    assert_eq!(order("90 menit", "1 jam 30 menit"), Ordering::Equal);
    assert_eq!(order("2 hari", "1 minggu"), Ordering::Less);
}

#[test]
fn sums_are_exact_and_never_overflow() {
    let sum = Amount::new(5, Unit::Minute)
        .plus(&Amount::new(2, Unit::Hour))
        .plus(&Amount::new(10, Unit::Minute));
    assert_eq!(sum.to_string(), "2 (dua) jam 15 (lima belas) menit");
    let huge = Amount::new(u64::MAX, Unit::Year);
    assert!(huge.plus(&huge).same_value(&huge));
    assert_eq!(huge.minutes(&Assumptions::default()), u64::MAX);
}

#[test]
fn the_kind_of_day_makes_a_difference() {
    let days = ["3 hari", "3 hari kerja", "3 hari kalender"].map(parse);
    assert!(!days[0].same_value(&days[1]) && !days[1].same_value(&days[2]));
    assert!(days[0].same_value(&parse("tiga (3) Hari")));
}

#[test]
fn long_hostile_texts_are_quick() {
    for piece in [
        "3 hari ",
        "3 (",
        "3 hari (",
        "satu ",
        "1-",
        "1 x ",
        "maksimal ",
        "a. ",
        "setiap 3 bulan ",
        "3 hari setelah ",
        "1 jam dan ",
        "sampai dengan ",
        "½",
        "é",
        "3 (tiga hari) ",
        "x24 jam",
    ] {
        let text = piece.repeat(60_000 / piece.len());
        let start = std::time::Instant::now();
        let _ = Duration::parse(&text);
        assert!(start.elapsed().as_secs() < 20, "{piece}");
    }
}

const UNITS: [Unit; 10] = [
    Unit::Second,
    Unit::Minute,
    Unit::Hour,
    Unit::WorkingHour,
    Unit::Day,
    Unit::WorkingDay,
    Unit::CalendarDay,
    Unit::Week,
    Unit::Month,
    Unit::Year,
];

const BOUNDS: [Bound; 6] = [
    Bound::Exact,
    Bound::AtMost,
    Bound::LessThan,
    Bound::About,
    Bound::AtLeast,
    Bound::MoreThan,
];

fn any_amount() -> impl Strategy<Value = Amount> {
    let number =
        (1u64..100_000, 0u32..3).prop_map(|(digits, scale)| Decimal::new(digits, scale).unwrap());
    let part = (number, proptest::sample::select(&UNITS[..]));
    (
        proptest::collection::vec(part, 1..3),
        proptest::option::weighted(0.2, 1u64..400),
    )
        .prop_map(|(parts, times)| {
            let mut sum = Amount { parts: Vec::new() };
            for (number, unit) in parts {
                let taken = sum
                    .parts
                    .iter()
                    .any(|part: &Part| part.unit.rank() == unit.rank());
                if !taken {
                    sum = sum.plus(&Amount::new(number, unit));
                }
            }
            // A product of weeks or longer would tell how often.
            if let ([part], Some(_)) = (sum.parts.as_mut_slice(), times)
                && part.unit.rank() < Unit::Week.rank()
            {
                part.times = times;
            }
            sum
        })
}

fn any_case() -> impl Strategy<Value = Case> {
    (
        proptest::option::of(any_amount()),
        any_amount(),
        proptest::sample::select(&BOUNDS[..]),
    )
        .prop_map(|(low, high, bound)| Case {
            bound,
            bound_range: None,
            low: low.filter(|low| super::compare::is_shorter(low, &high)),
            high,
            range: 0..0,
            condition: None,
            conversion: None,
            label: None,
            open: false,
        })
}

fn time_text() -> impl Strategy<Value = String> {
    let words = vec![
        "3",
        "1x24",
        "(",
        ")",
        "tiga",
        " ",
        " ",
        " ",
        "hari",
        "hari kerja",
        "jam",
        "menit",
        "bulan",
        "-",
        "s.d.",
        "sampai dengan",
        "maksimal",
        "<",
        "±",
        "setiap",
        "sekali",
        "dan",
        ",",
        ";",
        "\n",
        "a.",
        "2)",
        "½",
        "é",
        "\u{a0}",
        "per",
        "tahun",
        "2009",
        "08.00",
        "x",
        "paling lama",
        "setelah",
        "sehari",
        "1/2",
        "Senin",
        "usia",
        "kali",
        ".",
        "kerja",
    ];
    proptest::collection::vec(proptest::sample::select(words), 0..24)
        .prop_map(|parts| parts.concat())
}

fn ranges(case: &Case) -> Vec<Range<usize>> {
    let parts = case.parts().flat_map(|part| {
        [
            Some(part.number_range.clone()),
            part.words_range.clone(),
            Some(part.unit_range.clone()),
        ]
    });
    [
        Some(case.range.clone()),
        case.bound_range.clone(),
        case.condition.clone(),
        case.conversion.clone(),
        case.label.clone(),
    ]
    .into_iter()
    .chain(parts)
    .flatten()
    .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn printed_times_are_read_back(cases in proptest::collection::vec(any_case(), 1..4)) {
        let duration = Duration { cases };
        let text = duration.to_string();
        let read = Duration::parse(&text);
        prop_assert!(
            read.as_ref().is_ok_and(|read| read.same_value(&duration)),
            "{text}\n{read:?}"
        );
        let read = read.unwrap();
        prop_assert_eq!(read.to_string(), text);
        for part in read.cases.iter().flat_map(Case::parts) {
            prop_assert_eq!(part.agrees, Some(true));
        }
    }

    #[test]
    fn any_text_is_safe(text in prop_oneof![any::<String>(), time_text()]) {
        let found = find(&text);
        let mut last = 0;
        for Found { case, .. } in &found {
            for range in ranges(case) {
                prop_assert!(!range.is_empty() && text.get(range.clone()).is_some(), "{range:?}");
            }
            prop_assert!(case.range.start >= last);
            last = case.range.end;
        }
        match Duration::parse(&text) {
            Ok(duration) => {
                prop_assert!(!duration.cases.is_empty() && duration.cases.len() <= found.len());
                let read = parse(&duration.to_string());
                prop_assert!(duration.cases.len() == read.cases.len(), "{}", duration);
            }
            Err(
                DurationError::NoUnit { range }
                | DurationError::NoQuantity { range }
                | DurationError::OpeningHours { range }
                | DurationError::Frequency { range },
            ) => prop_assert!(text.get(range).is_some_and(|text| !text.is_empty())),
            Err(DurationError::Empty) => {}
        }
    }
}
