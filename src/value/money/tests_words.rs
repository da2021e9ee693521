//! Tables of statements without figures, and of texts that state no cost.

use super::tests::check;

#[test]
fn free() {
    check(&[
        ("tidak di pungut biaya", "free"),
        ("Tidak dipungut biaya.", "free"),
        ("Tidak  dipungut\u{a0}biaya apapun", "free"),
        ("TIDAK DIPUNGUT BIAYA (GRATIS)", "free"),
        ("Gratis / Tidak dipungut biaya", "free"),
        ("Tidak dikenakan tarif", "free"),
        ("tidak dikenakan retribusi", "free"),
        ("Tidak dikenakan biaya/tarif", "free"),
        ("Tidak ada biaya / tarif", "free"),
        ("Tanpa biaya", "free"),
        ("Tanpa dipungut biaya", "free"),
        ("tanpa pungutan", "free"),
        ("Tidak memungut biaya", "free"),
        ("Bebas dari biaya", "free"),
        ("bebas retribusi", "free"),
        ("Tidak dipungut bayaran", "free"),
        ("Tidak berbayar", "free"),
        ("cuma-cuma", "free"),
        ("Diberikan secara cuma-cuma", "free"),
        ("0 (nol) rupiah", "free"),
        ("Rp. 0,- (nol rupiah)", "free"),
        ("Rp. 0", "free"),
        ("Rp 0,00", "free"),
        ("0", "free"),
        ("nol rupiah", "free"),
        ("Rp. 0,-/Gratis", "free"),
        ("Biaya : Rp 0,- (gratis)", "free"),
        ("Biaya/Tarif: Tidak ada", "free"),
        ("Tidak ada", "free"),
        ("Biaya: nihil", "free"),
        ("Tarif tidak dipungut", "free"),
        (
            "Seluruh pelayanan ini tidak dipungut biaya (gratis) sesuai ketentuan yang berlaku",
            "free",
        ),
        ("Pelayanan ini gratis.", "free"),
        ("Rp. Nihil", "free"),
        ("Tidak dipungut biaya sepeser pun", "free"),
        ("1. Gratis", "free"),
        ("Pasien BPJS tidak dipungut biaya pengobatan.", "free"),
        ("Gratis sesuai Perda Nomor 5 Tahun 2019", "free basis+"),
        (
            "Tidak dipungut biaya sesuai UU No. 24 Tahun 2013",
            "free basis+",
        ),
        ("Biaya / tarif: Rp. 0,- (Tidak dipungut biaya)", "free"),
        ("Tdk ada", "free"),
        ("Tidak dipunggut biaya", "free"),
        ("dibebaskan dari retribusi", "free"),
        ("Gratis!!!", "free"),
        (
            "Tidak dipungut biaya, kecuali biaya materai Rp10.000",
            "free stamp:10000",
        ),
        (
            "Legalisir 5 lembar pertama gratis, selanjutnya Rp 500 per lembar",
            "free 500/lembar",
        ),
        ("Rp. 0,- / tidak dipungut biaya", "free"),
        ("Tidak ada biaya yang dipungut", "free"),
        ("Tidak dipungut biaya karena dibiayai APBD", "free borne"),
        ("Tidak dikenakan PNBP", "free"),
    ]);
}

#[test]
fn no_false_freedom() {
    check(&[
        ("Tidak gratis", "unknown"),
        ("Tidak ada biaya tambahan", "unknown"),
        ("Rp50.000, tidak ada biaya tambahan", "50000"),
        ("Tidak ada pungutan liar", "unknown"),
        (
            "Petugas tidak menerima pungutan di luar tarif resmi",
            "unknown",
        ),
        ("Bebas pungutan liar", "unknown"),
        ("Petugas bebas gratifikasi", "unknown"),
        ("Tidak termasuk biaya pengiriman", "unknown"),
        ("Pemohon yang tidak membayar tepat waktu ditolak", "unknown"),
        ("Persyaratan tidak ada yang kurang", "unknown"),
    ]);
}

#[test]
fn regulations() {
    check(&[
        (
            "Sesuai dengan Permenkes No. 3 Tahun 2023 tentang Standar Tarif",
            "reg+",
        ),
        (
            "1. Pasien Umum: Perda Kota Bukittinggi No. 7 Tahun 2019 tentang Perubahan Atas \
             Peraturan Daerah No. 3 Tahun 2013 Retribusi Pelayanan Kesehatan",
            "reg+",
        ),
        ("Sesuai Perda", "reg-"),
        ("7 Tindakan | Sesuai PERDA", "reg-"),
        ("sesuai Peraturan Daerah", "reg-"),
        ("Sesuai Peraturan Bupati Nomor 12 Tahun 2020", "reg+"),
        ("sesuai ketentuan Perda Nomor 61 Tahun 2015", "reg+"),
        ("Sesuai tarif Perda Nomor 61 Tahun 2015", "reg+"),
        ("Berdasarkan PMK Nomor 215/PMK.05/2016", "reg+"),
        ("mengacu pada Perbup No. 9 Th. 2018", "reg+"),
        ("Sesuai UU 25/2009", "reg+"),
        ("Perwal 35/2016", "reg+"),
        ("Sesuai SK Direktur", "reg-"),
        ("Sesuai Keputusan Direktur Nomor 12 Tahun 2022", "reg+"),
        (
            "Pasien umum: Rp15.000; pasien JKN: sesuai Permenkes Nomor 3 Tahun 2023",
            "15000 reg+",
        ),
        (
            "Biaya sesuai Lampiran Peraturan Bupati Nomor 5 Tahun 2020",
            "reg+",
        ),
        ("Sesuai ketentuan Peraturan Gubernur yang berlaku", "reg-"),
        (
            "Tarif sesuai Keputusan Rektor Nomor 123/UN1.P/SK/2020",
            "reg+",
        ),
    ]);
}

#[test]
fn open() {
    check(&[
        ("sesuai ketentuan yang berlaku", "vague"),
        (
            "Sesuai dengan peraturan perundang-undangan yang berlaku",
            "vague",
        ),
        ("Sesuai peraturan yang berlaku", "vague"),
        ("Sesuai tarif yang berlaku", "vague"),
        ("Sesuai tarif PNBP", "vague"),
        ("Mengikuti aturan yang berlaku", "vague"),
        (
            "1. Untuk pasien dengan jaminan BPJS sesuai dengan haknya",
            "vague",
        ),
        ("sesuai haknya", "vague"),
        ("Biaya terlampir", "vague"),
        ("Se-ikhlasnya", "vague"),
        ("Gratis, seikhlasnya", "free vague"),
        ("Rp50.000 atau sukarela", "50000 vague"),
        ("Biaya menyesuaikan", "vague"),
        ("Tergantung jenis pemeriksaan", "vague"),
        ("Legalisir | -", "vague"),
        ("Biaya: -", "vague"),
        ("Rp -", "vague"),
        ("Rp. ..............", "vague"),
        ("......", "vague"),
        ("   ", "empty"),
        ("\u{200b}", "empty"),
        (
            "Pasien BPJS gratis, umum sesuai tarif yang berlaku",
            "free vague",
        ),
        ("n/a", "vague"),
        ("--", "vague"),
        ("Rp.", "vague"),
        ("Biaya: Rp", "vague"),
        ("Infak sukarela", "vague"),
        ("Donor darah sukarela gratis", "free"),
        ("Biaya akan ditentukan kemudian", "vague"),
        ("Sesuai kesepakatan kedua belah pihak", "vague"),
    ]);
}

#[test]
fn borne() {
    check(&[
        ("biaya ditanggung penjamin", "borne"),
        ("Biaya ditanggung oleh BPJS Kesehatan", "borne"),
        (
            "2. Pasien pemegang jaminan kesehatan: biaya ditanggung penjamin (kecuali retribusi \
             untuk pelayanan KIR dokter, tes buta warna dan catin)",
            "borne",
        ),
        ("Dibebankan pada APBD Kabupaten", "borne"),
        ("dibebankan kepada DIPA kantor", "borne"),
        ("Biaya ditanggung Pemerintah Daerah", "borne"),
        (
            "Pasien BPJS: diklaimkan ke BPJS; umum: Rp10.000",
            "borne 10000",
        ),
        ("Biaya ditanggung pemohon", "vague"),
        ("Pasien BPJS ditanggung BPJS sesuai ketentuan", "borne"),
    ]);
}

#[test]
fn silent_or_unclear() {
    check(&[
        (
            "Dalam hal diperlukan penggandaan dokumen menjadi tanggung jawab pemohon",
            "unknown",
        ),
        ("Biaya pengurusan pelayanan kesehatan", "unknown"),
        (
            "2. Untuk pasien umum tanpa jaminan kesehatan (Jenis Pelayanan | Tarif (R.p)):",
            "unknown",
        ),
        ("Tarif layanan ini dihitung berdasarkan rumus :", "unknown"),
        ("Pembayaran melalui bank", "unknown"),
        ("Jenis pelayanan | Tarif (Rp)", "unknown"),
        ("Telepon: 0752-21056", "unknown"),
        ("Kuota: 1.000", "unknown"),
        ("Tahun 2024", "unknown"),
        ("1.10", "ambiguous 1.10"),
        ("Rp 1.10", "ambiguous Rp 1.10"),
        ("Rp 50.0000", "ambiguous Rp 50.0000"),
        ("Rp -50.000", "ambiguous Rp -50.000"),
        ("15.0", "ambiguous 15.0"),
        ("50", "ambiguous 50"),
        ("Rp1.500 juta", "ambiguous Rp1.500 juta"),
        ("Pasien umum Rp 1.5", "ambiguous Rp 1.5"),
        ("Rp5.OOO", "ambiguous Rp5."),
        ("Biaya sesuai tarif sebagai berikut :", "unknown"),
        ("Besaran retribusi sesuai ketentuan:", "unknown"),
        ("Denda keterlambatan 2% per bulan", "unknown"),
    ]);
}
