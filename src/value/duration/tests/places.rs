use super::*;

/// Label, bound, amounts, condition and conversion of every case, as written.
fn places(text: &str) -> Vec<[&str; 5]> {
    let part = |range: &Option<Range<usize>>| range.clone().map_or("", |range| &text[range]);
    Duration::parse(text)
        .unwrap()
        .cases
        .iter()
        .map(|case| {
            [
                part(&case.label),
                part(&case.bound_range),
                &text[case.range.clone()],
                part(&case.condition),
                part(&case.conversion),
            ]
        })
        .collect()
}

#[test]
fn labels_bounds_and_conditions() {
    for (text, wanted) in [
        (
            "60 Menit (apabila berkas sudah lengkap)",
            vec![["", "", "60 Menit", "apabila berkas sudah lengkap", ""]],
        ),
        (
            "480 Menit (8 Jam)",
            vec![["", "", "480 Menit", "", "8 Jam"]],
        ),
        (
            "480 Menit (atau 8 Jam) setelah lengkap",
            vec![["", "", "480 Menit", "setelah lengkap", "8 Jam"]],
        ),
        (
            "Paling lama 3 (tiga) hari kerja setelah berkas lengkap.",
            vec![[
                "",
                "Paling lama",
                "3 (tiga) hari kerja",
                "setelah berkas lengkap",
                "",
            ]],
        ),
        (
            "10 hari kalender sejak diterima, lengkap dan benar",
            vec![[
                "",
                "",
                "10 hari kalender",
                "sejak diterima, lengkap dan benar",
                "",
            ]],
        ),
        (
            "Maksimal pengaduan 5 hari tergantung berat/ ringan",
            vec![[
                "pengaduan",
                "Maksimal",
                "5 hari",
                "tergantung berat/ ringan",
                "",
            ]],
        ),
        (
            "Konsultasi/Revisi/Perbaikan: 60 menit",
            vec![["Konsultasi/Revisi/Perbaikan", "", "60 menit", "", ""]],
        ),
        (
            "Obat jadi < 30 menit, racikan < 60 menit",
            vec![
                ["Obat jadi", "<", "30 menit", "", ""],
                ["racikan", "<", "60 menit", "", ""],
            ],
        ),
        (
            "a. Baru paling lama 3 hari setelah lengkap; b. Hilang: maks. 5 hari (jika ada surat)",
            vec![
                ["Baru", "paling lama", "3 hari", "setelah lengkap", ""],
                ["Hilang", "maks.", "5 hari", "jika ada surat", ""],
            ],
        ),
        (
            "(a) 5 menit (b) Racikan 10 menit",
            vec![
                ["", "", "5 menit", "", ""],
                ["Racikan", "", "10 menit", "", ""],
            ],
        ),
        (
            "1. Pendaftaran 5 menit 2. Pelayanan IGD, rawat, maksimal 6 jam",
            vec![
                ["Pendaftaran", "", "5 menit", "", ""],
                ["Pelayanan IGD, rawat", "maksimal", "6 jam", "", ""],
            ],
        ),
        (
            "Jalan: 10 menit\nInap: 2 – 3 hari",
            vec![
                ["Jalan", "", "10 menit", "", ""],
                ["Inap", "", "2 – 3 hari", "", ""],
            ],
        ),
        ("10 menit/orang", vec![["", "", "10 menit", "/orang", ""]]),
        (
            "Waktu pelayanan adalah ± 1 jam 30 menit",
            vec![["Waktu pelayanan", "±", "1 jam 30 menit", "", ""]],
        ),
    ] {
        assert_eq!(places(text), wanted, "{text}");
    }
}

#[test]
fn parts_have_their_places() {
    let text = "Maksimal 2 ( satu ) Hari Kerja";
    let case = Duration::parse(text).unwrap().cases.remove(0);
    let part = &case.high.parts[0];
    assert_eq!(&text[part.number_range.clone()], "2");
    assert_eq!(&text[part.words_range.clone().unwrap()], "satu");
    assert_eq!(&text[part.unit_range.clone()], "Hari Kerja");
    assert_eq!(part.agrees, Some(false));
    assert_eq!(case.unit(), Some(Unit::WorkingDay));

    for (text, agrees) in [
        ("3 (tiga) hari", Some(true)),
        ("3 (dua puluh) hari", Some(false)),
        ("8 (delapam) hari", Some(true)),
        ("7 (tujuh puluhh) hari", None),
        ("5 (apa) hari", None),
        ("5 hari", None),
        ("tiga (3) hari", Some(true)),
        ("tiga (4) hari", Some(false)),
        ("2 hari (tiga hari) kerja", Some(false)),
        ("3 x 24 (tiga kali dua puluh empat) jam", Some(true)),
        ("3 x 24 (dua kali dua puluh empat) jam", Some(false)),
        ("7 (tujuh hari kerja)", Some(true)),
    ] {
        let duration = Duration::parse(text).unwrap();
        assert_eq!(duration.cases[0].high.parts[0].agrees, agrees, "{text}");
    }
}

#[test]
fn promises_taken_back_are_open() {
    assert!(
        Duration::parse("5 hari tergantung berat/ringan")
            .unwrap()
            .cases[0]
            .open
    );
    assert!(
        Duration::parse("5 hari (menyesuaikan antrean)")
            .unwrap()
            .cases[0]
            .open
    );
    assert!(!Duration::parse("5 hari setelah lengkap").unwrap().cases[0].open);
    for (text, definite) in [
        ("5 hari", true),
        ("paling lama 5 hari kerja", true),
        ("± 5 hari", false),
        ("minimal 5 hari", false),
        ("5 hari tergantung kasus", false),
    ] {
        assert_eq!(
            Duration::parse(text).unwrap().is_definite(),
            definite,
            "{text}"
        );
    }
}

#[test]
fn prose_is_searched() {
    let text = "Pengaduan melalui telepon 0752-21056 (jam kerja) atau WA 0812-3456-7890 dijawab paling \
        lama 14 hari kerja sejak diterima. Kotak saran dibuka setiap 1 (satu) minggu sekali, petugas \
        berusia paling rendah 21 tahun, berpengalaman minimal 2 tahun sesuai UU Nomor 25 Tahun 2009; \
        tanggapan awal dalam waktu 1x24 jam, dievaluasi 2 kali setahun.";
    let found: Vec<_> = find(text)
        .into_iter()
        .map(|found| (text[found.case.range].to_owned(), found.usage))
        .collect();
    let wanted = [
        ("14 hari kerja", Use::Time),
        ("1 (satu) minggu", Use::Frequency),
        ("21 tahun", Use::Age),
        ("2 tahun", Use::Time),
        ("1x24 jam", Use::Time),
        ("setahun", Use::Frequency),
    ];
    assert_eq!(found, wanted.map(|(text, usage)| (text.to_owned(), usage)));
    assert!(find(text)[1].is_frequency());
    assert_eq!(find(text)[0].case.bound, Bound::AtMost);
}

#[test]
fn what_the_applicant_must_do_is_no_promise() {
    let use_of_last = |text: &str| find(text).pop().unwrap().usage;
    for text in [
        "Diajukan paling lambat 14 hari sebelum kegiatan",
        "Permohonan 14 hari kalender sebelum acara",
        "Selesai 1 hari; berkas yang tidak diambil dalam 30 hari dimusnahkan",
        "Jika pemohon tidak melengkapi dalam 14 hari kalender, permohonan ditolak",
        "bila tidak dibayar lebih dari 7 hari",
        "Pembayaran retribusi paling lambat 30 hari sejak SKRD terbit",
        "perpanjangan diajukan selambat-lambatnya 60 hari",
    ] {
        assert_eq!(use_of_last(text), Use::Duty, "{text}");
    }
    for text in [
        "Pengambilan berkas 10 menit",
        "Pembayaran paling lama 5 menit",
        "Dokumen dapat diambil paling lambat 3 hari kerja setelah pembayaran",
        "Jika tidak ada kendala selesai dalam 3 hari",
        "Berkas tidak lengkap dikembalikan paling lama 1 hari kerja",
        "Izin terbit paling lambat 3 hari kerja sebelum kegiatan",
        "Tidak diambil di loket lain, 3 hari kerja",
    ] {
        assert_eq!(use_of_last(text), Use::Time, "{text}");
    }
    assert_eq!(use_of_last("arsip disimpan selama 5 tahun"), Use::Validity);
    // Alone it is all that is said.
    let cases = |text| Duration::parse(text).unwrap().cases.len();
    assert_eq!(cases("Diajukan 14 hari sebelum kegiatan"), 1);
    assert_eq!(
        cases("Diajukan 14 hari sebelum kegiatan, selesai 2 hari"),
        1
    );
}

#[test]
fn prose_without_times_is_silent() {
    for text in [
        "Tatap muka mulai 07.30 WIB di lantai 2 loket 3",
        "Sesuai PP Nomor 28 Tahun 2025 dan Perbup No. 3 Th. 2020",
        "Fotokopi KTP 2 (dua) lembar, materai Rp10.000",
        "Hak Tanggungan terbit pada hari ke-7 dari tanggal pembayaran",
        "1. Tensi meter 2. Termometer 3. Jam dinding",
        "dalam kehidupan sehari-hari",
    ] {
        assert_eq!(find(text), [], "{text}");
    }
}
