//! Words around an amount that tell what it is the price of, or that it is none.

/// Groups of payers; after a comma they begin a statement of their own.
pub(super) const CASES: &[&str] = &[
    "umum",
    "pasien",
    "bagi",
    "untuk",
    "sedangkan",
    "peserta",
    "non",
    "warga",
    "wni",
    "wna",
    "masyarakat",
    "bpjs",
    "jkn",
    "pengunjung",
    "pelajar",
    "mahasiswa",
    "dewasa",
    "anak",
];

/// Words for a duty stamp.
pub(super) const STAMP: &[&str] = &[
    "meterai",
    "materai",
    "metrai",
    "matrai",
    "materei",
    "meterei",
    "bermeterai",
    "bermaterai",
    "emeterai",
    "ematerai",
];

/// Words that say that the figure after them is a limit or a value and no price.
pub(super) const THRESHOLD: &[&str] = &[
    "atas", "diatas", "bawah", "dibawah", ">", "<", "≥", "≤", "nilai", "hingga", "melebihi",
    "mencapai",
];

/// First words of a statement that explains a term of a formula.
pub(super) const TERMS: &[&str] = &[
    "nilai",
    "contoh",
    "misal",
    "misalnya",
    "simulasi",
    "njop",
    "npop",
    "npoptkp",
    "luas",
    "diketahui",
];

/// Words after which a bare number counts or names something.
pub(super) const NO_PRICE: &[&str] = &[
    "nomor",
    "no",
    "nomer",
    "tahun",
    "pasal",
    "ayat",
    "kode",
    "kuota",
    "jumlah",
    "telepon",
    "telp",
    "telpon",
    "hp",
    "wa",
    "whatsapp",
    "nip",
    "nik",
    "rekening",
    "rek",
    "luas",
    "dari",
    "sms",
    "kapasitas",
    "maksimal",
    "minimal",
    "versi",
    "pukul",
    "jam",
    "tanggal",
    "huruf",
    "angka",
    "fax",
    "faks",
    "faksimile",
    "hotline",
    "ext",
    "volume",
    "target",
    "usia",
];
