use proptest::prelude::*;

use super::*;

fn read(text: &str) -> WrittenDate {
    Date::read(text).unwrap_or_else(|error| panic!("{text:?}: {error:?}"))
}

#[test]
fn reads_the_same_day_in_every_notation() {
    let day = Date::new(2026, 1, 15).unwrap();
    for text in [
        "2026-01-15",
        "15 Januari 2026",
        "15 Jan 2026",
        "15-01-2026",
        "15/1/2026",
        "15.01.2026",
        "Pontianak, 15 Januari 2026",
        "Kamis, 15 Januari 2026",
        "tanggal 15 Januari 2026",
        "15 januari 2026",
        "15 JANUARI 2026",
        "15\u{a0}Januari\u{a0}2026",
        "15 Januari 2026.",
        "15-Jan-2026",
        "15 Jan. 2026",
        "15Januari2026",
        "Tgl. 15 Januari 2026",
        "Tgl 15-1-2026",
        "pada tanggal 15 Januari 2026",
        "Ditetapkan di Pontianak pada tanggal 15 Januari 2026",
        "Ditetapkan di : Pontianak, tanggal : 15 Januari 2026",
        "15 (lima belas) Januari 2026",
        "tanggal 15 bulan Januari tahun 2026",
        "2026/01/15",
        "2026.01.15",
        "2026-1-15",
        "2026-01-15T00:00:00Z",
        "2026-01-15 00:00:00",
        "15/I/2026",
        "15-I-2026",
        "15 Januari 2026 (revisi ke-2)",
        "15 Januari 2026 M / 26 Rajab 1447 H",
        "15 Januari 2026 / 26 Rajab 1447 H",
        "15 Januari 2026 pukul 08.00 WIB",
        "15–01–2026",
        "15 Januari, 2026",
        "15 Janauri 2026",
        "15 January 2026",
        "Januari 15, 2026",
        "Bau-Bau, 15 Januari 2026",
        " 15 Januari 2026;",
        "“15 Januari 2026”",
        "15 Januari Tahun 2026",
        "Kota Pontianak, Kamis 15 Januari 2026",
        "15. Januari 2026",
        "15 - 01 - 2026",
        "Nomor 12 tanggal 15 Januari 2026",
        "revisi 2, tgl. 15-1-2026",
        "Ditetapkan di Ciamis pada tanggal 15 Januari 2026 BUPATI CIAMIS",
        "TMT 15 Januari 2026",
        "15 / 01 / 2026",
    ] {
        assert_eq!(read(text).date, day, "{text}");
    }
}

#[test]
fn reads_every_month_name() {
    for (text, month) in [
        ("2 Februari 2026", 2),
        ("2 Pebruari 2026", 2),
        ("2 Febuari 2026", 2),
        ("2 Peb 2026", 2),
        ("2 Februri 2026", 2),
        ("2 Maret 2026", 3),
        ("2 Mrt 2026", 3),
        ("2 Marte 2026", 3),
        ("2 April 2026", 4),
        ("2 Apirl 2026", 4),
        ("2 Mei 2026", 5),
        ("2 Juni 2026", 6),
        ("2 Juli 2026", 7),
        ("2 Agustus 2026", 8),
        ("2 Agustsu 2026", 8),
        ("2 Agutus 2026", 8),
        ("2 Agt 2026", 8),
        ("2 Ags. 2026", 8),
        ("2 September 2026", 9),
        ("2 Sept. 2026", 9),
        ("2 Septmber 2026", 9),
        ("2 Oktober 2026", 10),
        ("2 Okotber 2026", 10),
        ("2 Oct 2026", 10),
        ("2 November 2026", 11),
        ("2 Nopember 2026", 11),
        ("2 Nop 2026", 11),
        ("2 Desember 2026", 12),
        ("2 Desmber 2026", 12),
        ("2-XII-2026", 12),
    ] {
        assert_eq!(
            read(text).date,
            Date::new(2026, month, 2).unwrap(),
            "{text}"
        );
    }
    assert!(read("2 Nopember 2026").month_misspelt);
    assert!(read("2 Desmber 2026").month_misspelt);
    assert!(!read("2 Nop. 2026").month_misspelt);
    assert!(!read("2 November 2026").month_misspelt);
}

#[test]
fn tells_where_the_parts_stand() {
    let text = "Pontianak, Senin, 15 Januari 2026";
    let written = read(text);
    assert_eq!(&text[written.range.clone()], "15 Januari 2026");
    assert_eq!(&text[written.day.clone()], "15");
    assert_eq!(&text[written.month.clone()], "Januari");
    assert_eq!(&text[written.year.clone()], "2026");
    let mismatch = written.weekday_mismatch().unwrap();
    assert_eq!(
        (mismatch.written, mismatch.actual),
        (Weekday::Monday, Weekday::Thursday)
    );
    assert_eq!(&text[mismatch.range], "Senin");
    assert_eq!(read("Kamis, 15 Januari 2026").weekday_mismatch(), None);
    assert_eq!(read("Jum'at, 16 Januari 2026").weekday_mismatch(), None);
    assert_eq!(read("15.01.2026").month, 3..5);
}

#[test]
fn says_which_part_is_missing_or_unclear() {
    let error = |text: &str| Date::parse(text).unwrap_err();
    for text in [
        "Januari 2026",
        "Jan 2026",
        "01-2026",
        "01/2026",
        "2026-01",
        "..... Januari 2026",
        "__ Januari 2026",
        "xx Januari 2026",
        "Pontianak,    Januari 2026",
        "- Januari 2026",
        "Pontianak, ….. Januari 2026",
        "bulan Januari tahun 2026",
    ] {
        assert!(
            matches!(
                error(text),
                DateError::NoDay {
                    month: 1,
                    year: 2026,
                    ..
                }
            ),
            "{text}"
        );
    }
    assert_eq!(error("Januari 2026").range(), 0..12);
    for text in ["2026", "Tahun 2026", "th. 2026"] {
        assert!(
            matches!(error(text), DateError::YearOnly { year: 2026, .. }),
            "{text}"
        );
    }
    for text in ["15 Januari", "tanggal 15 Jan"] {
        assert!(
            matches!(
                error(text),
                DateError::NoYear {
                    day: 15,
                    month: 1,
                    ..
                }
            ),
            "{text}"
        );
    }
    for text in ["15-01-26", "15/1/26", "15 Jan 26", "15-Jan-26", "15.01.26"] {
        assert!(
            matches!(error(text), DateError::TwoDigitYear { year: 26, .. }),
            "{text}"
        );
    }
    assert_eq!(error("15-01-26").range(), 6..8);
}

#[test]
fn says_why_a_day_cannot_be() {
    let day = |day, last| Impossible::Day { day, last };
    for (text, expected, part) in [
        ("31 Februari 2026", day(31, 28), "31"),
        ("29 Februari 2026", day(29, 28), "29"),
        ("30-02-2024", day(30, 29), "30"),
        ("31 April 2026", day(31, 30), "31"),
        ("0 Mei 2026", day(0, 31), "0"),
        ("99 Mei 2026", day(99, 31), "99"),
        ("2026-13-01", Impossible::Month { month: 13 }, "13"),
        ("01/15/2026", Impossible::Month { month: 15 }, "15"),
        ("15-00-2026", Impossible::Month { month: 0 }, "00"),
        ("15 Januari 20226", Impossible::Year, "20226"),
        ("15 Januari 202", Impossible::Year, "202"),
        ("15 Januari 0026", Impossible::Year, "0026"),
    ] {
        match Date::parse(text) {
            Err(DateError::Impossible { reason, range }) => {
                assert_eq!((reason, &text[range]), (expected, part), "{text}");
            }
            other => panic!("{text}: {other:?}"),
        }
    }
    assert!(Date::parse("29 Februari 2024").is_ok());
}

#[test]
fn leaves_other_texts_alone() {
    for text in [
        "",
        "-",
        "belum ditetapkan",
        "Senin",
        "3 hari kerja",
        "0752-21056",
        "10.000",
        "08.00",
        "1.2.3",
        "000.8.3/57/ORG/2025",
        "15 Januari 2026 s.d. 20 Januari 2026",
        "15 Januari 2026 dan 3 Mei 2026",
        "197001012000121001",
        "Januari",
        "setiap tanggal 5",
        "Minggu ke-2 Januari 2026",
        "15 Januari 2026 s/d selesai",
        "15 Januari 2026 sampai dengan dicabut",
        "15 Mei 2026 di ruang 3",
        "2026-01-15-03",
        "20260115",
        "Rapat itu dengan semua orang yang hadir di sana pada tanggal 15 Januari 2026",
    ] {
        assert!(
            matches!(Date::parse(text), Err(DateError::NotADate { .. })),
            "{text}"
        );
    }
}

#[test]
fn counts_days_and_years() {
    let date = |text| Date::parse(text).unwrap();
    assert_eq!(date("31-12-2025").days_until(date("01-01-2026")), 1);
    assert_eq!(date("01-03-2024").days_until(date("28-02-2024")), -2);
    assert_eq!(date("01-01-1600").days_until(date("01-01-2000")), 146_097);
    assert_eq!(date("15-01-2008").years_before(date("14-01-2026")), 17);
    assert_eq!(date("15-01-2008").years_before(date("15-01-2026")), 18);
    assert_eq!(date("29-02-2024").years_before(date("28-02-2025")), 0);
    assert_eq!(date("15-01-2028").years_before(date("15-01-2026")), -2);
    assert!(date("15-01-2026") < date("2 Februari 2026"));
    assert_eq!(date("5-1-2026").iso(), "2026-01-05");
    assert_eq!(weekday_name(date("5-1-2026").weekday()), "Senin");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn printed_dates_read_back(year in 1600_i16..=9999, month in 1_u8..=12, day in 1_u8..=28) {
        let date = Date::new(year, month, day).unwrap();
        prop_assert_eq!(Date::parse(&date.to_string()), Ok(date));
        prop_assert_eq!(Date::parse(&date.iso()), Ok(date));
    }

    #[test]
    fn any_text_is_safe(text in "\\PC{0,60}|[0-9 ./,\\-(]{0,30}|([0-9]{1,5}|Januari|Mei|[ ./,:()-]|tanggal|M|“|é){0,12}") {
        match Date::read(&text) {
            Ok(written) => for range in [written.range, written.day, written.month, written.year] {
                prop_assert!(text.get(range).is_some_and(|part| !part.is_empty()));
            },
            Err(error) => prop_assert!(text.get(error.range()).is_some()),
        }
    }
}
