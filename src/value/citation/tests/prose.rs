//! Several citations in one text.

use super::super::Citation;

#[test]
fn every_citation_of_a_text_is_found() {
    for (text, expected) in [
        (
            "1. UU Nomor 25 Tahun 2009 tentang Pelayanan Publik 2. PP Nomor 96 Tahun 2012 tentang Pelaksanaan UU Nomor 25 Tahun 2009 tentang Pelayanan Publik 3. Permenpan 15/2014",
            "UU 25/2009 tentang Pelayanan Publik|PP 96/2012 tentang Pelaksanaan UU Nomor 25 Tahun 2009 tentang Pelayanan Publik|PermenPAN-RB 15/2014",
        ),
        (
            "UU 25/2009, PP 96/2012, Permenpan RB 15/2014",
            "UU 25/2009|PP 96/2012|PermenPAN-RB 15/2014",
        ),
        (
            "UU 25/2009 dan PP 96/2012 serta Permenpan RB 15/2014",
            "UU 25/2009|PP 96/2012|PermenPAN-RB 15/2014",
        ),
        (
            "(UU 25/2009 tentang Pelayanan Publik) dan (PP 96/2012)",
            "UU 25/2009 tentang Pelayanan Publik|PP 96/2012",
        ),
        (
            "UU 1/2004 tentang Perbendaharaan Negara dan UU 17/2003 tentang Keuangan Negara",
            "UU 1/2004 tentang Perbendaharaan Negara|UU 17/2003 tentang Keuangan Negara",
        ),
        (
            "UU 1/2004 tentang Perbendaharaan Negara\n- UU 17/2003 tentang Keuangan Negara\n- PP 71/2010",
            "UU 1/2004 tentang Perbendaharaan Negara|UU 17/2003 tentang Keuangan Negara|PP 71/2010",
        ),
        (
            "UU 1/2004 tentang Perbendaharaan\nNegara;\nb. UU 17/2003",
            "UU 1/2004 tentang Perbendaharaan Negara|UU 17/2003",
        ),
        (
            "Biaya sesuai PP 85 Tahun 2021. Pembayaran di loket Nomor 3 Tahun berjalan.",
            "PP 85/2021",
        ),
        (
            "Sesuai Perda Nomor 61 Tahun 2015, PNBP sesuai PP 85 Tahun 2021",
            "Perda 61/2015|PP 85/2021",
        ),
        (
            "pengaduan sesuai UU 25/2009 tentang Pelayanan Publik. Petugas menjawab dalam 14 hari.",
            "UU 25/2009 tentang Pelayanan Publik",
        ),
        (
            "SE 28/PJ/2020 (berlaku sepanjang tidak bertentangan dengan PMK-81/2024 dan PER- 8/2025)",
            "SE Dirjen Pajak 28/PJ/2020|Permenkeu 81/2024|Peraturan 8/2025",
        ),
        (
            "Pasal 5 ayat (1) Undang-Undang Dasar 1945; UU 12/2011",
            "UUD 1945|UU 12/2011",
        ),
        (
            "Tarif: Umum: Perda Kota Bukittinggi No. 7 Tahun 2019; BPJS: Permenkes Nomor 3 Tahun 2023",
            "Perda Kota Bukittinggi 7/2019|Permenkes 3/2023",
        ),
    ] {
        let found: Vec<String> = Citation::find_all(text)
            .iter()
            .map(|c| match &c.title {
                Some(title) => format!("{} tentang {}", c.short(), title.text),
                None => c.short(),
            })
            .collect();
        assert_eq!(found.join("|"), expected, "{text}");
    }
}

#[test]
fn ordinary_text_holds_no_citation() {
    for text in [
        "",
        "Fotokopi KTP dan Kartu Keluarga 2 (dua) lembar",
        "Surat keterangan Nomor 440/12/2020 dari PT 5/2020 tanggal 1/2/2020",
        "nomor rekening 01/2020, HP 0812-3456/2009, per 3/2010 lembar",
        "Harga per 5/2020 dan kep 3-2020, golongan III/a",
        "Peraturan yang berlaku di Puskesmas Nomor 5 Tahun 2020",
        "Formulir F-1.01 Nomor 25/2009",
        "SOP Nomor 12 Tahun 2020 tentang Pelayanan",
        "Nomor 25 Tahun 2009",
        "sesuai dengan peraturan perundang-undangan",
        "Pasal 5 ayat (2)",
        "Instruksi Kerja Nomor 5 Tahun 2020 dan SK Pensiun Nomor 12 Tahun 2010",
        "Izin Mendirikan Bangunan Nomor 503/12/2014",
        "usia 15/2009, RT 01/RW 02, skala 1/500",
        "Undang-undang dan peraturan lain; Perda; PP",
        "pada pukul 08.00 s/d 16.15, telepon 0752-21056",
    ] {
        assert_eq!(Citation::find_all(text), [], "{text}");
    }
}

#[test]
fn considerations_of_real_decrees_are_read() {
    let text = "Mengingat : 1. Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945; \
        2. Undang- Undang Nomor 32 Tahun 2004 tentang Pemerintahan Daerah (Lembaran Negara Republik \
        Indonesia Tahun 2004 Nomor 125 Tambahan Lembaran Negara Republik Indonesia Nomor 4437) sebagaimana \
        telah diubah kedua kali dengan Undang-Undang Nomor 12 Tahun 2008 (Lembaran Negara Republik \
        Indonesia Tahun 2008 Nomor 59 Tambahan Lembaran Negara Republik Indonesia Nomor 4844); \
        3. Undang Undang Nomor 27 Tahun 1959 tentang Penetapan Undang Undang Darurat Nomor 3 Tahun 1953 \
        tentang Pembentukan Daerah (Lembaran Negara Tahun 1953 Nomor 9) sebagai Undang Undang (Lembaran \
        Negara Tahun 1959 Nomor 72); 4. Peraturan Menteri Kesehatan Nomor 741/ MENKES/PER/VII /2008 tentang \
        Standar Pelayanan Minimal; 5. Peraturan Daerah Kota Yogyakarta Nomor 5 Tahun 2016 tentang Perangkat \
        Daerah, dan ditindaklanjuti dengan Peraturan Walikota Nomor 86 Tahun 2016 tentang Tata Kerja.";
    let found = Citation::find_all(text);
    let names: Vec<String> = found.iter().map(Citation::short).collect();
    assert_eq!(
        names,
        [
            "UUD 1945",
            "UU 32/2004",
            "UU 27/1959",
            "Permenkes 741/2008",
            "Perda Kota Yogyakarta 5/2016",
            "Perwali 86/2016"
        ]
    );
    let gazette = |at: usize| {
        let note = found[at]
            .gazette
            .as_ref()
            .map(|g| (g.year.clone(), g.number.clone()));
        note.map(|(y, n)| (y.map(|y| y.value), n.map(|n| n.value)))
    };
    assert_eq!(gazette(1), Some((Some(2004), Some(125))));
    assert_eq!(found[1].links.len(), 1);
    // The note of the law that was made, not of the emergency law inside its title.
    assert_eq!(gazette(2), Some((Some(1959), Some(72))));
}
