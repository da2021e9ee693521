use super::*;

/// The one pair of a text: digits, words, whether they agree, and the words for the digits.
fn pair(text: &str) -> Option<(String, String, Option<bool>, String)> {
    let mut found = pairs(text);
    assert!(found.len() <= 1, "{text}: {found:?}");
    found.pop().map(|p| {
        (
            text[p.number_range].to_owned(),
            text[p.words_range].to_owned(),
            p.agrees,
            p.standard_words,
        )
    })
}

#[test]
fn pairs_are_found() {
    let yes = Some(true);
    let no = Some(false);
    for (text, digits, words, agrees, standard) in [
        ("3 (tiga) hari", "3", "tiga", yes, "tiga"),
        ("1 (Satu) Hari Kerja", "1", "Satu", yes, "satu"),
        ("Maksimal 2 ( satu ) hari kerja", "2", "satu", no, "dua"),
        (
            "98 (sembilan puluh delapan)",
            "98",
            "sembilan puluh delapan",
            yes,
            "sembilan puluh delapan",
        ),
        (
            "25% (dua puluh lima persen)",
            "25%",
            "dua puluh lima persen",
            yes,
            "dua puluh lima persen",
        ),
        (
            "25 persen (dua puluh persen)",
            "25",
            "dua puluh persen",
            no,
            "dua puluh lima persen",
        ),
        (
            "Rp50.000.000,00 (lima puluh juta rupiah)",
            "50.000.000,00",
            "lima puluh juta",
            yes,
            "lima puluh juta",
        ),
        (
            "Rp. 70.000,- (tujuh puluh ribu rupiah)",
            "70.000",
            "tujuh puluh ribu",
            yes,
            "tujuh puluh ribu",
        ),
        (
            "Rp 70.000.- (tujuh ribu rupiah)",
            "70.000",
            "tujuh ribu",
            no,
            "tujuh puluh ribu",
        ),
        (
            "IDR 50,000 (lima puluh ribu rupiah)",
            "50,000",
            "lima puluh ribu",
            yes,
            "lima puluh ribu",
        ),
        (
            "2 juta (dua juta rupiah)",
            "2 juta",
            "dua juta",
            yes,
            "dua juta",
        ),
        (
            "2,5 juta (dua juta lima ratus ribu)",
            "2,5 juta",
            "dua juta lima ratus ribu",
            yes,
            "dua juta lima ratus ribu",
        ),
        ("2 (dua lembar)", "2", "dua", yes, "dua"),
        ("3 (tiga puluh) hari", "3", "tiga puluh", no, "tiga"),
        ("30 (tiga) hari", "30", "tiga", no, "tiga puluh"),
        ("15 (limabelas) menit", "15", "limabelas", yes, "lima belas"),
        ("8 (delapam) hari", "8", "delapam", yes, "delapan"),
        ("7 (sembilam) hari", "7", "sembilam", None, "tujuh"),
        (
            "23 (dua puluh tgaa) hari",
            "23",
            "dua puluh tgaa",
            None,
            "dua puluh tiga",
        ),
        (
            "25 (dua lima) hari",
            "25",
            "dua lima",
            None,
            "dua puluh lima",
        ),
        ("7 (tujuh hari kerja)", "7", "tujuh", yes, "tujuh"),
        ("2 hari (dua hari) kerja", "2", "dua", yes, "dua"),
        ("2 hari (dua) kerja", "2", "dua", yes, "dua"),
        ("2 hari (tiga hari)", "2", "tiga", no, "dua"),
        ("3 (empat hari kerja", "3", "empat", no, "tiga"),
        (
            "1,5 (satu setengah) jam",
            "1,5",
            "satu setengah",
            yes,
            "satu koma lima",
        ),
        (
            "3x24 (dua puluh empat) jam",
            "24",
            "dua puluh empat",
            yes,
            "dua puluh empat",
        ),
        (
            "3 x 24 (tujuh puluh dua) jam",
            "24",
            "tujuh puluh dua",
            None,
            "dua puluh empat",
        ),
        ("tiga (3) hari kerja", "3", "tiga", yes, "tiga"),
        (
            "paling lama empat belas (15) hari",
            "15",
            "empat belas",
            no,
            "lima belas",
        ),
        ("5 (lima paket) buku", "5", "lima", yes, "lima"),
    ] {
        let wanted = (
            digits.to_owned(),
            words.to_owned(),
            agrees,
            standard.to_owned(),
        );
        assert_eq!(pair(text), Some(wanted), "{text}");
    }
    assert_eq!(
        pair("Rp50.000 (lima puluh rupiah)").and_then(|found| found.2),
        Some(false)
    );
    let two = pairs("rangkap 2 (dua) dan 10 (sepulu) lembar");
    assert_eq!(two.len(), 2);
    assert!(two[0].standard && !two[1].standard);
}

#[test]
fn other_brackets_are_no_pairs() {
    for text in [
        "480 Menit (8 Jam)",
        "60 Menit (apabila berkas sudah lengkap)",
        "Pasal 21 ayat (1)",
        "Pelayanan (Satu Pintu)",
        "1 (satu-satunya)",
        "lantai 2 (Satu Atap)",
        "Loket 3 (satu pintu)",
        "Pasal 5 (lima puluh hari)x (2)",
        "A3 (dua lembar)",
        "12/2020 (dua lembar)",
        "Tahun 2009 (dua puluh hari)",
        "Lantai 3 (dua)",
        "No. 3 (dua)",
        "2 lembar (satu asli, satu fotokopi)",
        "3 (tempat) tidur",
        "2 (satu asli dan satu salinan)",
        "08123456789012345678901 (satu)",
        "0752-21056 (jam kerja)",
        "2 (tiga lembar)",
        "SPPT PBB 2024 (satu lembar)",
        "SPPT PBB 2024 (satu) lembar",
        "PPh 21 (dua) lembar",
        "Meterai Rp10.000 (dua buah)",
        "Meterai 10.000 (dua) lembar",
        "saksi 2 (satu orang)",
        "Formulir F-1.01 (satu lembar)",
        "3 ()",
        "3 (",
        "(3)",
        "ayat dua (3)",
        "loket satu (2) hari",
    ] {
        assert_eq!(pair(text), None, "{text}");
    }
}
