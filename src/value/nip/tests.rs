use proptest::prelude::*;

use super::*;

#[test]
fn reads_every_notation() {
    for text in [
        "198501152010011003",
        "19850115 201001 1 003",
        "NIP. 198501152010011003",
        "NIP: 19850115 201001 1 003",
        "NIP 198501152010011003",
        "NIP : 198501152010011003",
        "NIP.198501152010011003",
        "nip 198501152010011003",
        "N.I.P. 19850115 201001 1 003",
        "19850115\u{a0}201001\u{a0}1\u{a0}003",
        "19850115.201001.1.003",
        "1985 0115 2010 01 1 003",
        "19850115-201001-1-003",
        "'198501152010011003",
        "(NIP. 198501152010011003)",
        "198501152010011003.",
        "  198501152010011003  ",
        "NIP198501152010011003",
        "NIP. : 19850115 2010 011 003",
        "Nip. 198501152010011003",
        "19850115 201001 1 003 Pembina",
        "NIP. 198501152010011003 (Penata Tk. I, III/d)",
        "198501152010011003, Pembina Tingkat I",
    ] {
        let nip = Nip::parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        assert_eq!(nip.to_string(), "19850115 201001 1 003", "{text}");
    }
    let nip = Nip::parse("198501152010012003").unwrap();
    assert_eq!(nip.birth().iso(), "1985-01-15");
    assert_eq!(
        nip.appointment(),
        Appointment::Pns {
            year: 2010,
            month: 1
        }
    );
    assert_eq!(
        (nip.sex(), nip.serial(), nip.contract_year()),
        (Sex::Woman, 3, None)
    );
}

#[test]
fn reads_contract_staff() {
    for text in [
        "199003122023211017",
        "NI PPPK 19900312 202321 1 017",
        "NIPPPK. 199003122023211017",
        "NIP PPPK: 199003122023211017",
        "NIPPK 199003122023211017",
    ] {
        let nip = Nip::parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        assert_eq!(nip.contract_year(), Some(2023), "{text}");
        assert_eq!(
            nip.appointment(),
            Appointment::Pppk {
                year: 2023,
                code: 21
            }
        );
    }
    assert!(
        Nip::parse("199003122025221017").is_ok(),
        "another code of contract"
    );
}

#[test]
fn says_which_part_is_wrong() {
    for (text, kind, part) in [
        ("19851315 201001 1 003", "BirthDate", "19851315"),
        ("NIP. 19850230 201001 1 003", "BirthDate", "19850230"),
        ("18850115 201001 1 003", "BirthDate", "18850115"),
        ("19850115 198001 1 003", "AppointmentYear", "1980"),
        ("19850115 210001 1 003", "AppointmentYear", "2100"),
        ("19850115 201021 1 003", "AppointmentMonth", "21"),
        ("19850115 201013 1 003", "AppointmentMonth", "13"),
        ("19850115 202300 1 003", "AppointmentMonth", "00"),
        ("19850115 200212 1 003", "TooYoung", "200212"),
        ("20100115 202321 1 003", "TooYoung", "202321"),
        ("19850115 201001 3 003", "Sex", "3"),
        ("19850115 201001 0 003", "Sex", "0"),
        ("198501152010011000", "Serial", "000"),
        ("060012345", "OldForm", "060012345"),
        ("NIP. 060 012 345", "OldForm", "060 012 345"),
        ("19850115201001100", "WrongLength", "19850115201001100"),
        ("1985011520100110033", "WrongLength", "1985011520100110033"),
        ("6171011501850003", "WrongLength", "6171011501850003"),
        (
            "19850115 201001 1 003 3",
            "WrongLength",
            "19850115 201001 1 003 3",
        ),
        ("1985xxxx", "Masked", "1985xxxx"),
        (
            "NIP. 19850115 xxxxxx x xxx",
            "Masked",
            "19850115 xxxxxx x xxx",
        ),
        ("19850115******1003", "Masked", "19850115******1003"),
        ("xxxxxxxxxxxxxxxxxx", "Masked", "xxxxxxxxxxxxxxxxxx"),
        ("1985...............", "WrongLength", "1985"),
        ("1985....01 1 003", "Masked", "1985....01 1 003"),
        ("000000000000000000", "Masked", "000000000000000000"),
        ("1.98501E+17", "Shortened", "1.98501E+17"),
        ("1,98501E+17", "Shortened", "1,98501E+17"),
        ("NRP 85010123", "NotANip", "R"),
        ("19850115 2010O1 1 003", "NotANip", "O"),
        ("19850115 201001 1 003Pembina", "NotANip", "P"),
        ("19850115 201001 1 Pembina", "NotANip", "P"),
    ] {
        let error = Nip::parse(text).unwrap_err();
        let range = error.range().unwrap();
        assert!(format!("{error:?}").starts_with(kind), "{text}: {error:?}");
        assert_eq!(&text[range], part, "{text}");
    }
    for text in [
        "",
        "NIP.",
        "NIP. -",
        "NIP: ..............",
        "NIP ……………",
        "-",
        "NIP. ______",
    ] {
        assert_eq!(Nip::parse(text), Err(NipError::Missing), "{text}");
    }
}

#[test]
fn counts_the_age_by_the_month() {
    assert!(
        Nip::parse("19850101 200301 1 003").is_ok(),
        "18 on the first of that month"
    );
    assert!(matches!(
        Nip::parse("19850102 200301 1 003"),
        Err(NipError::TooYoung { age: 17, .. })
    ));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn printed_numbers_read_back(
        year in 1950_i16..2000, month in 1_u8..=12, day in 1_u8..=28, later in 19_i16..45,
        code in 1_u8..=12, contract in any::<bool>(), sex in 1..=2, serial in 1_u16..=999,
    ) {
        let (start, code) = if contract { (2020, 21) } else { (year + later, code) };
        let text = format!("{year}{month:02}{day:02}{start}{code:02}{sex}{serial:03}");
        let nip = Nip::parse(&text).unwrap();
        prop_assert_eq!(nip.to_string().replace(' ', ""), text);
        prop_assert_eq!(Nip::parse(&nip.to_string()), Ok(nip));
    }

    #[test]
    fn any_text_is_safe(text in "\\PC{0,40}|(NIP|[0-9]{0,9}|[ .x–é…]){0,6}") {
        if let Err(error) = Nip::parse(&text) && let Some(range) = error.range() {
            prop_assert!(text.get(range).is_some_and(|part| !part.is_empty()), "{:?}", error);
        }
    }
}
