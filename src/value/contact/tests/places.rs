use super::*;

#[test]
fn reads_places() {
    check(&[
        ("Kotak Saran", "Kotak Saran"),
        ("Kotak saran/pengaduan", "Kotak saran/pengaduan"),
        (
            "Tertulis disampaikan ke Kotak Pengaduan;",
            "Kotak Pengaduan",
        ),
        (
            "Kotak saran di lobi lantai 1",
            "Kotak saran di lobi lantai 1",
        ),
        (
            "b. Pengaduan Melalui kotak Saran: 1) Petugas membuka isi kotak saran",
            "kotak Saran",
        ),
        ("Kotak kritik dan saran", "Kotak kritik dan saran"),
        ("Buku Keluhan", "Buku Keluhan"),
        ("Buku Keluhan/ pengaduan", "Buku Keluhan/ pengaduan"),
        ("Mengisi formulir pengaduan", "formulir pengaduan"),
        ("Loket pengaduan", "Datang langsung ke Loket pengaduan"),
        (
            "Loket Pengaduan RSUD lantai 1",
            "Datang langsung ke Loket Pengaduan RSUD lantai 1",
        ),
        (
            "Ruang Pengaduan lantai 2",
            "Datang langsung ke Ruang Pengaduan lantai 2",
        ),
        (
            "Datang langsung ke Kantor Dinas Sosial, Jl. Sutoyo No. 1",
            "Datang langsung ke Kantor Dinas Sosial, Jl. Sutoyo No. 1",
        ),
        ("Datang langsung ke loket 3", "Datang langsung ke loket 3"),
        (
            "Tatap muka langsung dengan pejabat pengelola Pengaduan;",
            "Datang langsung ke pejabat pengelola Pengaduan",
        ),
        (
            "Secara langsung ke petugas di Puskesmas",
            "Datang langsung ke petugas di Puskesmas",
        ),
        (
            "Datang langsung: Jl. Merdeka No. 5 Pontianak",
            "Datang langsung ke Jl. Merdeka No. 5 Pontianak",
        ),
        ("Customer Service", "Datang langsung ke Customer Service"),
        ("Meja pengaduan", "Datang langsung ke Meja pengaduan"),
        ("Datang langsung", "Datang langsung"),
        (
            "Kotak saran yang disediakan di ruang pelayanan",
            "Kotak saran yang disediakan di ruang pelayanan",
        ),
        (
            "Menyampaikan langsung kepada petugas informasi",
            "Datang langsung ke petugas informasi",
        ),
        (
            "Kunjungan langsung ke Balai Desa",
            "Datang langsung ke Balai Desa",
        ),
        (
            "Datang sendiri ke kantor kelurahan",
            "Datang langsung ke kantor kelurahan",
        ),
        (
            "Alamat Kantor : Jl. Letjen Sutoyo, Telp. (0561) 736021",
            "Alamat: Jl. Letjen Sutoyo",
        ),
        (
            "Surat ke alamat: Jl. Rumah Sakit No. 76",
            "Alamat: Jl. Rumah Sakit No. 76",
        ),
        ("Tatap Muka", "Datang langsung"),
        ("Secara langsung", "Datang langsung"),
        (
            "Jl. Sutoyo No. 1 Pontianak",
            "Alamat: Jl. Sutoyo No. 1 Pontianak",
        ),
        (
            "Jalan Jend. Sudirman No. 12, Bukittinggi 26136",
            "Alamat: Jalan Jend. Sudirman No. 12, Bukittinggi 26136",
        ),
        (
            "Alamat: Jl. R. A. Kartini No. 5",
            "Alamat: Jl. R. A. Kartini No. 5",
        ),
        (
            "Alamat : Kantor Camat Bojong",
            "Alamat: Kantor Camat Bojong",
        ),
        (
            "Surat ditujukan kepada Kepala Dinas, Jl. Merdeka No. 5",
            "Alamat: Kepala Dinas, Jl. Merdeka No. 5",
        ),
        (
            "PO BOX 9949 Jakarta 10000",
            "Alamat: PO BOX 9949 Jakarta 10000",
        ),
        ("Melalui surat", "Alamat"),
        ("Alamat:", "Alamat"),
    ]);
}
