//! Ministries and agencies under many names.

use super::{check, read};

#[test]
fn one_ministry_under_many_names() {
    let name = "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 15 Tahun 2014";
    for text in [
        "Permenpan RB Nomor 15 Tahun 2014",
        "PermenPANRB 15/2014",
        "Permenpan-RB No. 15 Th. 2014",
        "Permen PAN – RB No 15 Th 2014",
        "Permen PAN dan RB No.15/2014",
        "PERMENPAN & RB NO. 15 TAHUN 2014",
        "Peraturan Menteri PAN RB Nomor 15 Tahun 2014",
        "Peraturan Menpan-RB Nomor 15 Tahun 2014",
        "Per. Menpan RB No. 15 Tahun 2014",
        "Per.Men. PAN-RB No. 15/2014",
        "Peraturan KemenPAN-RB No. 15/2014",
        "Peraturan Mentri PANRB RI Nomor 15 Tahun 2014",
        "Peraturan Menteri Negara Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 15 Tahun 2014",
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Republik Indonesia Nomor 15 Tahun 2014",
        "Peraturan Menteri Pendayagunan Aparatur Negara & Reformasi Birokrasi (PermenPANRB) Nomor 15 Tahun 2014",
    ] {
        let citation = read(text);
        assert_eq!(citation.name(), name, "{text}");
        assert_eq!(
            citation.body.and_then(|b| b.id).as_deref(),
            Some("panrb"),
            "{text}"
        );
    }
    for (text, id) in [
        ("Permendagri Nomor 74 Tahun 2015", "dagri"),
        ("Permendgri No 74 Tahun 2015", "dagri"),
        (
            "Peraturan Menteri dalam Negeri Nomor 74 Tahun 2015",
            "dagri",
        ),
        ("Permendikbud Ristek No 32 Tahun 2022", "dikbudristek"),
        ("Permen ATR/BPN No 16 Tahun 2021", "agraria"),
        (
            "Peraturan Menteri ATR/Kepala BPN Nomor 16 Tahun 2021",
            "agraria",
        ),
        ("Permenaker No.39 Tahun 2016", "naker"),
        ("Permendes PDTT No 13 Tahun 2020", "desa"),
        ("PMA No. 20 Tahun 2019", "agama"),
        ("Permen PPPA No 1 Tahun 2022", "pppa"),
        (
            "Peraturan Menteri Pemberdayaan Perempuan dan Perlindungan Anak Nomor 1 Tahun 2022",
            "pppa",
        ),
        ("Permenkumham RI No. 8 Tahun 2014", "kumham"),
        ("Permen KP 32/2014", "kp"),
        ("PMNA/KBPN No. 3 Tahun 1997", "agraria"),
        ("Perkaban No. 1 Tahun 2010", "bpn"),
        ("Peraturan KBPN RI Nomor 1 Tahun 2010", "bpn"),
    ] {
        assert_eq!(
            read(text).body.and_then(|b| b.id).as_deref(),
            Some(id),
            "{text}"
        );
    }
}

#[test]
fn agencies_and_lower_kinds() {
    check(&[
        (
            "Perka BKN Nomor 22 Tahun 2007",
            "Peraturan Kepala Badan Kepegawaian Negara Nomor 22 Tahun 2007",
            "Peraturan BKN 22/2007",
            "",
        ),
        (
            "Peraturan BKN 24/2017",
            "Peraturan Badan Kepegawaian Negara Nomor 24 Tahun 2017",
            "Peraturan BKN 24/2017",
            "",
        ),
        (
            "Peraturan Ombudsman RI No. 61 Tahun 2025",
            "Peraturan Ombudsman Republik Indonesia Nomor 61 Tahun 2025",
            "Peraturan ORI 61/2025",
            "",
        ),
        (
            "Peraturan Kepala Badan Pusat Statistik nomor 7 Tahun 2008",
            "Peraturan Kepala Badan Pusat Statistik Nomor 7 Tahun 2008",
            "Peraturan BPS 7/2008",
            "",
        ),
        (
            "Peraturan Kapolri No 9 Tahun 2012",
            "Peraturan Kepolisian Negara Republik Indonesia Nomor 9 Tahun 2012",
            "Peraturan Polri 9/2012",
            "",
        ),
        (
            "Surat Edaran Menteri Dalam Negeri Nomor 100/1234/SJ Tahun 2020",
            "Surat Edaran Menteri Dalam Negeri Nomor 100/1234/SJ Tahun 2020",
            "SE Mendagri Nomor 100/1234/SJ Tahun 2020",
            "",
        ),
        (
            "SE Menpan RB No 2 Tahun 2026",
            "Surat Edaran Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 2 Tahun 2026",
            "SE MenPAN-RB 2/2026",
            "",
        ),
        (
            "Instruksi Bupati Ciamis Nomor 3 Tahun 2020",
            "Instruksi Bupati Ciamis Nomor 3 Tahun 2020",
            "Instruksi Bupati Ciamis 3/2020",
            "",
        ),
        (
            "Keputusan Kepala Dinas Kesehatan Kota Pontianak Nomor 440/12/2020 tentang Standar Pelayanan",
            "Keputusan Kepala Dinas Kesehatan Kota Pontianak Nomor 440/12/2020",
            "Keputusan Kepala Dinas Kesehatan Kota Pontianak 440/12/2020",
            "Standar Pelayanan",
        ),
        (
            "SK Kepala Puskesmas Nomor 440/01/SK/2022",
            "Keputusan Kepala Puskesmas Nomor 440/01/SK/2022",
            "Keputusan Kepala Puskesmas 440/01/SK/2022",
            "",
        ),
        (
            "Pedoman Menteri PANRB Nomor 5 Tahun 2023",
            "Pedoman Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 5 Tahun 2023",
            "Pedoman MenPAN-RB 5/2023",
            "",
        ),
        (
            "Peraturan Bersama Menteri Dalam Negeri dan Menteri Agama Nomor 9 dan Nomor 8 Tahun 2006 tentang Rumah Ibadat",
            "Peraturan Bersama Menteri Dalam Negeri dan Menteri Agama Nomor 9 dan Nomor 8 Tahun 2006",
            "Peraturan Bersama Menteri Dalam Negeri dan Menteri Agama Nomor 9 dan Nomor 8 Tahun 2006",
            "Rumah Ibadat",
        ),
    ]);
}
