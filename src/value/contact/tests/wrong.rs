use super::*;

#[test]
fn tells_what_is_wrong_with_an_address() {
    check(&[
        ("Telepon: 0812-345", "! TooShort { digits: 7 }: 0812-345"),
        ("WA: 0812345", "! TooShort { digits: 7 }: 0812345"),
        ("0812-345", "! TooShort { digits: 7 }: 0812-345"),
        (
            "WA: 0812-3456-7890-123",
            "! TooLong { digits: 15 }: 0812-3456-7890-123",
        ),
        ("Telepon: 0752-210", "! TooShort { digits: 7 }: 0752-210"),
        ("Telepon: (0115) 21056", "! Area: (0115) 21056"),
        ("WA: 0812xxxxxxxx", "! Placeholder: 0812xxxxxxxx"),
        ("WA : 08xx-xxxx-xxxx", "! Placeholder: 08xx-xxxx-xxxx"),
        ("Telepon: (0561) xxxxxx", "! Placeholder: (0561) xxxxxx"),
        ("Telepon: 0561-......", "! Placeholder: 0561-......"),
        ("Email: ...@...", "! Placeholder: ...@..."),
        ("Email: xxx@xxx.go.id", "! Placeholder: xxx@xxx.go.id"),
        ("Email: ......@gmail.com", "! Placeholder: ......@gmail.com"),
        ("Email: puskesmas@gmail", "! Ending: puskesmas@gmail"),
        (
            "Email: puskesmas@gmail.con",
            "! Ending: puskesmas@gmail.con",
        ),
        ("Email: puskesmas@", "! NoDomain: puskesmas@"),
        ("Email: puskesmas @gmail.com", "! NoName: @gmail.com"),
        ("Email: puskesmas.gmail.com", "! NoAt: puskesmas.gmail.com"),
        ("Email: a@b@c.com", "! SecondAt: a@b@c.com"),
        (
            "Email: pus..kesmas@gmail.com",
            "! Sign: pus..kesmas@gmail.com",
        ),
        (
            "Website: http//dinkes.go.id",
            "! Scheme: http//dinkes.go.id",
        ),
        (
            "Website: http:/dinkes.go.id",
            "! Scheme: http:/dinkes.go.id",
        ),
        (
            "Website: htpp://dinkes.go.id",
            "! Scheme: htpp://dinkes.go.id",
        ),
        ("Website: http://puskesmas", "! Ending: http://puskesmas"),
        ("Website: www.puskesmas", "! Ending: www.puskesmas"),
        (
            "Website: https://pusk_esmas.go.id",
            "! Sign: https://pusk_esmas.go.id",
        ),
        ("Website: https://...", "! Placeholder: https://"),
    ]);
    // A space in a link: the part before it is wrong, the domain behind it is read.
    for text in [
        "Website: http:// dinkes.go.id",
        "Website: www. dinkes.go.id",
    ] {
        assert!(
            all(text)
                .iter()
                .any(|found| found.starts_with("! NoDomain")),
            "{text}: {:?}",
            all(text)
        );
    }
}

#[test]
fn leaves_other_texts_alone() {
    for text in [
        "",
        "-",
        "Senin-Kamis pukul 08.00 s/d 16.15 WIB",
        "3 (tiga) hari kerja",
        "14 x 24 jam",
        "15-01-2026",
        "02-12-2026",
        "tanggal 15.01.2026",
        "UU 25/2009",
        "061/Kpts.789-Huk/2010",
        "000.8.3/57/ORG/2025",
        "198501152010011003",
        "6171011501850003",
        "Rp 50.000,00",
        "Petugas mencatat pengaduan",
        "Sdr. Budi, S.Kom., M.Si.",
        "jalan keluar dari masalah",
        "Pelayanan secara tidak langsung",
        "2 (dua) orang",
        "HK.01.07/Menkes/1186/2022",
        "112 orang",
        "Tim menelaah pengaduan",
        "Surat Keterangan Pindah",
        "hari ke-7",
        "Nomor 36 Tahun 2009",
        "a. b. c.",
        "1 Penanganan Pengaduan Tidak langsung",
        "0,5%",
        "09.00 - 12.00",
        "sebelum jam kantor",
        "line up",
        "Sistem X",
    ] {
        assert!(all(text).is_empty(), "{text}: {:?}", all(text));
        if text != "198501152010011003" && text != "6171011501850003" {
            assert!(Contact::parse(text).is_err(), "{text}: {}", one(text));
        }
    }
}
