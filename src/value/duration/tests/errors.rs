use super::*;

fn kind(text: &str) -> &'static str {
    match Duration::parse(text) {
        Ok(_) => "time",
        Err(DurationError::Empty) => "empty",
        Err(DurationError::OpeningHours { .. }) => "hours",
        Err(DurationError::Frequency { .. }) => "often",
        Err(DurationError::NoUnit { .. }) => "no unit",
        Err(DurationError::NoQuantity { .. }) => "nothing",
    }
}

#[test]
fn texts_without_a_time() {
    let table = [
        ("Senin-Kamis pukul 08.00 s/d 16.15 WIB", "hours"),
        ("Senin s.d. Jumat, 08.00–16.00", "hours"),
        ("08:00 - 15:00 WITA", "hours"),
        ("Jam kerja", "hours"),
        ("Setiap hari kerja", "hours"),
        ("Pada jam pelayanan", "hours"),
        ("Setiap Senin dan Kamis", "hours"),
        ("jam 08.00", "hours"),
        ("08.00 s.d 15.00 jam", "hours"),
        ("5 hari kerja (Senin - Jumat)", "hours"),
        ("Buka 24 jam", "hours"),
        ("Senin – Jum'at", "hours"),
        ("24 jam nonstop", "hours"),
        ("Sesuai kasus", "nothing"),
        ("Sesuai ketentuan", "nothing"),
        ("segera", "nothing"),
        ("secepatnya", "nothing"),
        ("tergantung berat ringannya kasus", "nothing"),
        ("setelah berkas lengkap", "nothing"),
        ("Langsung jadi", "nothing"),
        ("Terlampir", "nothing"),
        ("Sesuai Perda Nomor 5 Tahun 2015", "nothing"),
        ("UU No. 25 Tahun 2009", "nothing"),
        ("Pasal 5 hari", "nothing"),
        ("5 orang", "nothing"),
        ("Usia 17 tahun", "nothing"),
        ("17 tahun ke atas", "nothing"),
        ("pada hari ke-7", "nothing"),
        ("hari ke 7", "nothing"),
        ("Hubungi 0812-3456 jam", "nothing"),
        ("15 Januari 2026", "nothing"),
        ("Rp50.000/hari", "nothing"),
        ("25%", "nothing"),
        ("satu pintu", "nothing"),
        ("500 mg", "nothing"),
        ("Usia kehamilan 20 minggu", "nothing"),
        ("anak di bawah umur 25 tahun", "nothing"),
        ("Masa berlaku 5 tahun", "nothing"),
        ("Call center 1708 (jam kerja)", "nothing"),
        ("H+3", "nothing"),
        ("'maksimal 5'", "no unit"),
        ("5", "no unit"),
        ("5 (lima)", "no unit"),
        ("1-3", "no unit"),
        ("1 s.d. 3", "no unit"),
        ("Maksimal 5", "no unit"),
        ("< 10", "no unit"),
        ("3 (tiga) kerja", "no unit"),
        ("2,5", "no unit"),
        ("lima", "no unit"),
        ("setiap 6 bulan sekali", "often"),
        ("2 kali seminggu", "often"),
        ("2 kali dalam 1 bulan", "often"),
        ("2x seminggu", "often"),
        ("1 x 6 bulan", "often"),
        ("6 bulan sekali", "often"),
        ("minimal satu kali dalam setahun", "often"),
        ("sebulan sekali", "often"),
        ("setiap 1 (satu) tahun", "often"),
        ("tiap bulan", "often"),
        ("Setiap hari", "often"),
        ("per 3 bulan", "often"),
        ("6 hari setiap minggu", "often"),
        ("8 jam per hari", "often"),
        ("24 jam sehari", "often"),
        ("6 hari dalam 1 minggu", "often"),
        ("dua kali setahun", "often"),
        ("sekali dalam 3 bulan", "often"),
        ("tiga bulanan, sekali", "often"),
        ("", "empty"),
        (" \n\u{a0}", "empty"),
        ("-", "empty"),
        ("...", "empty"),
    ];
    let wrong: Vec<_> = table
        .iter()
        .filter(|(text, wanted)| kind(text) != *wanted)
        .map(|(text, wanted)| (text, kind(text), wanted))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_number_without_unit_has_its_place() {
    for (text, number) in [
        ("Maksimal 5", "5"),
        (" 1-3 ", "1-3"),
        ("5 (lima)", "5"),
        ("< 10.", "10"),
    ] {
        let Err(DurationError::NoUnit { range }) = Duration::parse(text) else {
            panic!("{text}");
        };
        assert_eq!(&text[range], number);
    }
}
