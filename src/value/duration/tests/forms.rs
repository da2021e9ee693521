use super::*;

/// Every definite notation of the field's list.
#[test]
fn known_notations() {
    check(&[
        ("1 (satu) Hari Kerja", "1 (satu) hari kerja"),
        ("30 Hari Kerja", "30 (tiga puluh) hari kerja"),
        ("10 Hari Kerja.", "10 (sepuluh) hari kerja"),
        (
            "Maksimal 1 ( satu ) hari kerja",
            "paling lama 1 (satu) hari kerja",
        ),
        (
            "Paling lama 3 (tiga) hari kerja setelah permohonan diterima lengkap",
            "paling lama 3 (tiga) hari kerja",
        ),
        (
            "Maksimal 2 ( satu ) hari kerja",
            "paling lama 2 (dua) hari kerja",
        ),
        (
            "10 (sepuluh) hari kalender sejak diterima",
            "10 (sepuluh) hari kalender",
        ),
        (
            "98 (sembilan puluh delapan) hari kerja",
            "98 (sembilan puluh delapan) hari kerja",
        ),
        ("1-3 hari", "1 (satu) sampai dengan 3 (tiga) hari"),
        (
            "1–2 hari kerja",
            "1 (satu) sampai dengan 2 (dua) hari kerja",
        ),
        ("1 s.d. 3 hari", "1 (satu) sampai dengan 3 (tiga) hari"),
        ("1 – 3 Jam", "1 (satu) sampai dengan 3 (tiga) jam"),
        (
            "60 Menit (apabila berkas sudah lengkap)",
            "60 (enam puluh) menit",
        ),
        ("480 Menit (8 Jam)", "480 (empat ratus delapan puluh) menit"),
        ("< 10 menit", "kurang dari 10 (sepuluh) menit"),
        ("kurang dari 1 jam", "kurang dari 1 (satu) jam"),
        ("± 15 Menit", "kurang lebih 15 (lima belas) menit"),
        (
            "14 x 24 jam",
            "14 x 24 (empat belas kali dua puluh empat) jam",
        ),
        ("1x24 jam", "1 x 24 (satu kali dua puluh empat) jam"),
        ("2 Minggu", "2 (dua) minggu"),
        ("3 bulan", "3 (tiga) bulan"),
        ("1 tahun", "1 (satu) tahun"),
        (
            "a. Pasien diperiksa maksimal 5 menit b. Pelayanan IGD maksimal 6 jam",
            "paling lama 5 (lima) menit; paling lama 6 (enam) jam",
        ),
        (
            "Obat jadi < 30 menit, racikan < 60 menit",
            "kurang dari 30 (tiga puluh) menit; kurang dari 60 (enam puluh) menit",
        ),
    ]);
}

#[test]
fn numbers_as_offices_write_them() {
    check(&[
        ("3hari", "3 (tiga) hari"),
        ("3 hari\u{a0}kerja", "3 (tiga) hari kerja"),
        ("3 (tiga)hari kerja", "3 (tiga) hari kerja"),
        ("3(tiga) Hari-Kerja", "3 (tiga) hari kerja"),
        ("tiga hari kerja", "3 (tiga) hari kerja"),
        ("tiga (3) hari kerja", "3 (tiga) hari kerja"),
        ("lima belas menit", "15 (lima belas) menit"),
        ("limabelas menit", "15 (lima belas) menit"),
        ("15 (limabelas) mnt", "15 (lima belas) menit"),
        ("setengah jam", "0,5 (nol koma lima) jam"),
        ("satu setengah jam", "1,5 (satu koma lima) jam"),
        ("½ hari", "0,5 (nol koma lima) hari"),
        ("1/2 jam", "0,5 (nol koma lima) jam"),
        ("1 ½ jam", "1,5 (satu koma lima) jam"),
        ("1 1/2 jam", "1,5 (satu koma lima) jam"),
        ("2,5 jam", "2,5 (dua koma lima) jam"),
        ("1.500 menit", "1.500 (seribu lima ratus) menit"),
        ("7 (tujuh hari kerja)", "7 (tujuh) hari kerja"),
        ("7 (tujuh hari) kerja", "7 (tujuh) hari kerja"),
        ("2 hari (dua hari) kerja", "2 (dua) hari kerja"),
        ("2 hari (dua) kerja", "2 (dua) hari kerja"),
        ("3 (tiga hari kerja", "3 (tiga) hari kerja"),
        ("8 (delapam) hari", "8 (delapan) hari"),
        ("5 (lmia) hari kerja", "5 (lima) hari kerja"),
        ("01 hari", "1 (satu) hari"),
        ("sehari", "1 (satu) hari"),
        ("paling lama seminggu", "paling lama 1 (satu) minggu"),
        ("Hari yang sama, 30 detik", "30 (tiga puluh) detik"),
        ("5 HARI KERJA", "5 (lima) hari kerja"),
        ("5 hr kerja", "5 (lima) hari kerja"),
        ("5 hati kerja", "5 (lima) hari kerja"),
        ("5 Hari krja", "5 (lima) hari kerja"),
        ("5 hari kalendar", "5 (lima) hari kalender"),
        ("2 bln", "2 (dua) bulan"),
        ("1 thn", "1 (satu) tahun"),
        ("10 menti", "10 (sepuluh) menit"),
        ("3 jam kerja", "3 (tiga) jam kerja"),
        ("3 (hari kerja)", "3 (tiga) hari kerja"),
        ("Waktu: 30' (tiga puluh menit)", "30 (tiga puluh) menit"),
        ("15’", "15 (lima belas) menit"),
        ("2 pekan", "2 (dua) minggu"),
    ]);
}

#[test]
fn bounds_as_offices_write_them() {
    check(&[
        ("Maks. 3 hari kerja", "paling lama 3 (tiga) hari kerja"),
        ("maks 3 hari kerja", "paling lama 3 (tiga) hari kerja"),
        ("Max. 15 menit", "paling lama 15 (lima belas) menit"),
        ("Maksimum 2 jam", "paling lama 2 (dua) jam"),
        ("Maximal 2 jam", "paling lama 2 (dua) jam"),
        (
            "Paling lambat 14 hari kerja",
            "paling lama 14 (empat belas) hari kerja",
        ),
        (
            "Selambat-lambatnya 7 (tujuh) hari",
            "paling lama 7 (tujuh) hari",
        ),
        ("selambat - lambatnya 7 hari", "paling lama 7 (tujuh) hari"),
        ("selambatnya 7 hari", "paling lama 7 (tujuh) hari"),
        ("Selama-lamanya 7 hari", "paling lama 7 (tujuh) hari"),
        (
            "tidak lebih dari 30 menit",
            "paling lama 30 (tiga puluh) menit",
        ),
        (
            "Tidak melebihi 30 menit",
            "paling lama 30 (tiga puluh) menit",
        ),
        ("≤ 60 menit", "paling lama 60 (enam puluh) menit"),
        ("<= 60 menit", "paling lama 60 (enam puluh) menit"),
        ("<60 menit", "kurang dari 60 (enam puluh) menit"),
        ("> 2 jam", "lebih dari 2 (dua) jam"),
        ("≥ 2 jam", "paling singkat 2 (dua) jam"),
        ("lebih dari 2 jam", "lebih dari 2 (dua) jam"),
        ("tidak kurang dari 2 jam", "paling singkat 2 (dua) jam"),
        ("Minimal 1 hari", "paling singkat 1 (satu) hari"),
        (
            "Paling singkat 1 (satu) hari",
            "paling singkat 1 (satu) hari",
        ),
        (
            "sekurang-kurangnya 6 bulan",
            "paling singkat 6 (enam) bulan",
        ),
        ("paling cepat 3 hari", "paling singkat 3 (tiga) hari"),
        (
            "minimal 1 hari, maksimal 3 hari",
            "1 (satu) sampai dengan 3 (tiga) hari",
        ),
        (
            "paling cepat 30 menit dan paling lama 1 jam",
            "30 (tiga puluh) menit sampai dengan 1 (satu) jam",
        ),
        (
            "Kurang lebih 15 menit",
            "kurang lebih 15 (lima belas) menit",
        ),
        (
            "lebih kurang 15 menit",
            "kurang lebih 15 (lima belas) menit",
        ),
        ("Sekitar 15 menit", "kurang lebih 15 (lima belas) menit"),
        (
            "Estimasi 14 (empat belas) hari kerja",
            "kurang lebih 14 (empat belas) hari kerja",
        ),
        (
            "Estimasi waktu: 14 hari kerja",
            "kurang lebih 14 (empat belas) hari kerja",
        ),
        ("rata-rata 10 menit", "kurang lebih 10 (sepuluh) menit"),
        ("Rata – rata 10 menit", "kurang lebih 10 (sepuluh) menit"),
        ("+/- 10 menit", "kurang lebih 10 (sepuluh) menit"),
        (
            "±10-15 menit",
            "kurang lebih 10 (sepuluh) sampai dengan 15 (lima belas) menit",
        ),
        ("kira-kira 1 jam", "kurang lebih 1 (satu) jam"),
        ("Estimasi paling lama 3 hari", "paling lama 3 (tiga) hari"),
        (
            "paling lama dalam waktu 3 hari kerja",
            "paling lama 3 (tiga) hari kerja",
        ),
        ("maksimal dalam 6 jam", "paling lama 6 (enam) jam"),
        (
            "Maksimal pengaduan 5 hari tergantung berat/ ringan",
            "paling lama 5 (lima) hari",
        ),
        ("3 hari kerja (maksimal)", "paling lama 3 (tiga) hari kerja"),
        ("3 hari kerja maksimal", "paling lama 3 (tiga) hari kerja"),
        ("sampai dengan 3 hari", "paling lama 3 (tiga) hari"),
        ("20 menit (rata-rata)", "kurang lebih 20 (dua puluh) menit"),
        ("Waktu penyelesaian: -> 5 menit", "5 (lima) menit"),
    ]);
}

#[test]
fn ranges_products_sums_and_lists() {
    check(&[
        ("1 s/d 3 hari", "1 (satu) sampai dengan 3 (tiga) hari"),
        (
            "1 sd 3 hari kerja",
            "1 (satu) sampai dengan 3 (tiga) hari kerja",
        ),
        (
            "1 sampai dengan 3 hari",
            "1 (satu) sampai dengan 3 (tiga) hari",
        ),
        ("1 sampai 3 hari", "1 (satu) sampai dengan 3 (tiga) hari"),
        ("1 hingga 3 hari", "1 (satu) sampai dengan 3 (tiga) hari"),
        ("1 atau 2 hari", "1 (satu) sampai dengan 2 (dua) hari"),
        ("1 — 3 hari", "1 (satu) sampai dengan 3 (tiga) hari"),
        (
            "1 (satu) - 3 (tiga) hari",
            "1 (satu) sampai dengan 3 (tiga) hari",
        ),
        (
            "1-3 (satu sampai tiga) hari",
            "1 (satu) sampai dengan 3 (tiga) hari",
        ),
        (
            "1 – 3 (satu-tiga) hari kerja",
            "1 (satu) sampai dengan 3 (tiga) hari kerja",
        ),
        ("1 hari s.d. 3 hari", "1 (satu) sampai dengan 3 (tiga) hari"),
        (
            "satu sampai tiga hari",
            "1 (satu) sampai dengan 3 (tiga) hari",
        ),
        (
            "30 menit - 1 jam",
            "30 (tiga puluh) menit sampai dengan 1 (satu) jam",
        ),
        ("1 jam 30 menit", "1 (satu) jam 30 (tiga puluh) menit"),
        ("1 jam dan 30 menit", "1 (satu) jam 30 (tiga puluh) menit"),
        (
            "sekitar 2 bulan 1 minggu;",
            "kurang lebih 2 (dua) bulan 1 (satu) minggu",
        ),
        ("1 X 24 Jam", "1 x 24 (satu kali dua puluh empat) jam"),
        (
            "dalam waktu 3 × 24 jam",
            "3 x 24 (tiga kali dua puluh empat) jam",
        ),
        ("2 kali 24 jam", "2 x 24 (dua kali dua puluh empat) jam"),
        (
            "3 x 24 (tiga kali dua puluh empat) jam",
            "3 x 24 (tiga kali dua puluh empat) jam",
        ),
        (
            "1. Obat jadi < 30 menit.\n2. Obat racikan < 60 menit.",
            "kurang dari 30 (tiga puluh) menit; kurang dari 60 (enam puluh) menit",
        ),
        (
            "- KTP baru: 3 hari\n- KTP hilang: 5 hari",
            "3 (tiga) hari; 5 (lima) hari",
        ),
        ("Tahap 1 - 5 menit", "5 (lima) menit"),
        (
            "1) 5 menit 2) 10 menit",
            "5 (lima) menit; 10 (sepuluh) menit",
        ),
        (
            "Penyiapan resep: < 15 menit per 1 lembar resep",
            "kurang dari 15 (lima belas) menit",
        ),
        ("10 menit/orang", "10 (sepuluh) menit"),
        (
            "Hari Senin - Jumat pukul 08.00-15.00, penyelesaian 3 hari kerja",
            "3 (tiga) hari kerja",
        ),
        ("Berkas masuk pukul 10.00 selesai 2 jam", "2 (dua) jam"),
        (
            "Sesuai Perda Nomor 5 Tahun 2015 paling lama 14 hari",
            "paling lama 14 (empat belas) hari",
        ),
        ("Anak usia 5 tahun: 3 hari kerja", "3 (tiga) hari kerja"),
        (
            "60 menit (jika lengkap; jika tidak 2 hari)",
            "60 (enam puluh) menit",
        ),
        ("3 Hari + 2 Jam", "3 (tiga) hari 2 (dua) jam"),
        ("120 menit / 2 jam", "120 (seratus dua puluh) menit"),
        ("1 hari kerja atau 8 jam kerja", "1 (satu) hari kerja"),
        (
            "1 - 3 x 24 jam",
            "1 x 24 (satu kali dua puluh empat) jam sampai dengan 3 x 24 (tiga kali dua puluh empat) jam",
        ),
        (
            "2 - 3 (dua s.d. tiga) hari",
            "2 (dua) sampai dengan 3 (tiga) hari",
        ),
        (
            "(a) 5 menit (b) 10 menit",
            "5 (lima) menit; 10 (sepuluh) menit",
        ),
        ("24 jam (1 hari)", "24 (dua puluh empat) jam"),
    ]);
}
