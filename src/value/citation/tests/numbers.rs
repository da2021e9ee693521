//! Numbers that hold body and year.

use super::check;

#[test]
fn numbers_that_hold_body_and_year() {
    check(&[
        (
            "Peraturan Menteri Keuangan Nomor 215/PMK.05/2016",
            "Peraturan Menteri Keuangan Nomor 215/PMK.05/2016",
            "Permenkeu 215/2016",
            "",
        ),
        (
            "215 / PMK.05 / 2016",
            "Peraturan Menteri Keuangan Nomor 215/PMK.05/2016",
            "Permenkeu 215/2016",
            "",
        ),
        (
            "PMK-81/2024;",
            "Peraturan Menteri Keuangan Nomor 81 Tahun 2024",
            "Permenkeu 81/2024",
            "",
        ),
        (
            "PER-40/PB/2006",
            "Peraturan Direktur Jenderal Perbendaharaan Nomor PER-40/PB/2006",
            "Peraturan Dirjen Perbendaharaan 40/2006",
            "",
        ),
        (
            "PER- 8/PJ/2025:",
            "Peraturan Direktur Jenderal Pajak Nomor PER-8/PJ/2025",
            "Peraturan Dirjen Pajak 8/2025",
            "",
        ),
        (
            "SE 28/PJ/2020",
            "Surat Edaran Direktur Jenderal Pajak Nomor 28/PJ/2020",
            "SE Dirjen Pajak 28/PJ/2020",
            "",
        ),
        (
            "36/M-DAG/PER/9/2007",
            "Peraturan Menteri Perdagangan Nomor 36/M-DAG/PER/9/2007",
            "Permendag 36/2007",
            "",
        ),
        (
            "HK.01.07/Menkes/1186/2022",
            "Keputusan Menteri Kesehatan Nomor HK.01.07/Menkes/1186/2022",
            "Kepmenkes 1186/2022",
            "",
        ),
        (
            "KMK No. HK.01.07/MENKES/165/2023",
            "Keputusan Menteri Kesehatan Nomor HK.01.07/MENKES/165/2023",
            "Kepmenkes 165/2023",
            "",
        ),
        (
            "364/Menkes/SK/III/2003",
            "Keputusan Menteri Kesehatan Nomor 364/Menkes/SK/III/2003",
            "Kepmenkes 364/2003",
            "",
        ),
        (
            "Permenkes RI No. 269/MENKES/PER/III/2008 tentang Rekam Medis",
            "Peraturan Menteri Kesehatan Nomor 269/MENKES/PER/III/2008",
            "Permenkes 269/2008",
            "Rekam Medis",
        ),
        (
            "Kepmenpan No. 63/KEP/M.PAN/7/2003",
            "Keputusan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 63/KEP/M.PAN/7/2003",
            "KepmenPAN-RB 63/2003",
            "",
        ),
        (
            "KEP/25/M.PAN/2/2004",
            "Keputusan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor KEP/25/M.PAN/2/2004",
            "KepmenPAN-RB 25/2004",
            "",
        ),
        (
            "Peraturan Menteri PUPR Nomor 01/PRT/M/2015",
            "Peraturan Menteri Pekerjaan Umum dan Perumahan Rakyat Nomor 01/PRT/M/2015",
            "PermenPUPR 1/2015",
            "",
        ),
        (
            "Permenhub PM 60 Tahun 2019",
            "Peraturan Menteri Perhubungan Nomor PM 60 Tahun 2019",
            "Permenhub 60/2019",
            "",
        ),
        (
            "Permen LHK P.4/MENLHK/SETJEN/KUM.1/1/2021",
            "Peraturan Menteri Lingkungan Hidup dan Kehutanan Nomor P.4/MENLHK/SETJEN/KUM.1/1/2021",
            "PermenLHK 4/2021",
            "",
        ),
        (
            "Peraturan Menteri Hukum dan HAM Nomor M.05.IL.02.01 Tahun 2006",
            "Peraturan Menteri Hukum dan Hak Asasi Manusia Nomor M.05.IL.02.01 Tahun 2006",
            "Permenkumham Nomor M.05.IL.02.01 Tahun 2006",
            "",
        ),
        (
            "Perdirjen Imigrasi No. IMI.1917-OT.02.01 Tahun 2013",
            "Peraturan Direktur Jenderal Imigrasi Nomor IMI.1917-OT.02.01 Tahun 2013",
            "Peraturan Dirjen Imigrasi Nomor IMI.1917-OT.02.01 Tahun 2013",
            "",
        ),
        (
            "Kepmendagri 100.1.1-6117 Tahun 2022",
            "Keputusan Menteri Dalam Negeri Nomor 100.1.1-6117 Tahun 2022",
            "Kepmendagri Nomor 100.1.1-6117 Tahun 2022",
            "",
        ),
        (
            "PMK No. 43 Tahun 2019 tentang Puskesmas",
            "PMK Nomor 43 Tahun 2019",
            "PMK 43/2019",
            "Puskesmas",
        ),
    ]);
}
