//! The words with which offices say that a service is free, paid by others or priced elsewhere.

/// What an indefinite phrase stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Openness {
    /// The payer is to choose, whatever else is stated: `seikhlasnya`.
    Voluntary,
    /// The cost stands elsewhere; harmless beside a stated cost: `sesuai ketentuan`.
    Deferred,
}

/// Every phrase that leaves the cost open. Words that follow [`BASIS`] are in [`DEFERRING`].
pub(super) const VAGUE: &[(&[&str], Openness)] = &[
    (&["seikhlasnya"], Openness::Voluntary),
    (&["seiklasnya"], Openness::Voluntary),
    (&["se", "ikhlasnya"], Openness::Voluntary),
    (&["se", "-", "ikhlasnya"], Openness::Voluntary),
    (&["keikhlasan"], Openness::Voluntary),
    (&["sukarela"], Openness::Voluntary),
    (&["suka", "rela"], Openness::Voluntary),
    (&["terserah"], Openness::Voluntary),
    (&["serelanya"], Openness::Voluntary),
    (&["semampunya"], Openness::Voluntary),
    (&["sepantasnya"], Openness::Voluntary),
    (&["sewajarnya"], Openness::Voluntary),
    (&["seadanya"], Openness::Voluntary),
    (&["secukupnya"], Openness::Voluntary),
    (&["nego"], Openness::Voluntary),
    (&["negosiasi"], Openness::Deferred),
    (&["dinegosiasikan"], Openness::Voluntary),
    (&["kebijaksanaan", "petugas"], Openness::Voluntary),
    (&["terlampir"], Openness::Deferred),
    (&["dalam", "lampiran"], Openness::Deferred),
    (&["lihat", "lampiran"], Openness::Deferred),
    (&["lihat", "daftar", "tarif"], Openness::Deferred),
    (&["menyesuaikan"], Openness::Deferred),
    (&["disesuaikan"], Openness::Deferred),
    (&["bervariasi"], Openness::Deferred),
    (&["variatif"], Openness::Deferred),
    (&["tergantung"], Openness::Deferred),
    (&["bergantung"], Openness::Deferred),
    (&["akan", "ditentukan"], Openness::Deferred),
    (&["akan", "ditetapkan"], Openness::Deferred),
    (&["ditentukan", "kemudian"], Openness::Deferred),
    (&["ditetapkan", "kemudian"], Openness::Deferred),
    (&["belum", "ditentukan"], Openness::Deferred),
    (&["belum", "ditetapkan"], Openness::Deferred),
    (&["akan", "diinformasikan"], Openness::Deferred),
    (&["tarif", "yang", "berlaku"], Openness::Deferred),
    (&["tarif", "berlaku"], Openness::Deferred),
    (&["biaya", "yang", "berlaku"], Openness::Deferred),
];

/// Words before `sukarela` that make it speak of persons and not of the cost.
pub(super) const VOLUNTEERS: &[&str] = &[
    "pendonor", "donor", "darah", "relawan", "kader", "tenaga", "diri",
];

/// Words that point to where the cost stands.
pub(super) const BASIS: &[&str] = &[
    "sesuai",
    "sesui",
    "seusai",
    "sesaui",
    "berdasarkan",
    "menurut",
    "mengikuti",
    "mengacu",
    "berpedoman",
    "merujuk",
    "sebagaimana",
];

/// Words that may stand between [`BASIS`] and what it points to.
pub(super) const BASIS_LINKS: &[&str] = &[
    "lampiran",
    "dengan",
    "dgn",
    "dg",
    "pada",
    "kepada",
    "dalam",
    "diatur",
    "ditetapkan",
    "tercantum",
    "tersebut",
    "besaran",
    "tarif",
    "biaya",
    "pnbp",
    "retribusi",
    "ketentuan",
    "aturan",
];

/// What a [`BASIS`] may point to without saying what the cost is.
pub(super) const DEFERRING: &[&str] = &[
    "ketentuan",
    "ketentuannya",
    "aturan",
    "aturannya",
    "peraturan",
    "perundang",
    "undang",
    "regulasi",
    "tarif",
    "tarifnya",
    "hak",
    "haknya",
    "kebutuhan",
    "standar",
    "kemampuan",
    "perhitungan",
    "pnbp",
    "retribusi",
    "kesepakatan",
    "prosedur",
    "pedoman",
    "harga",
    "kelas",
    "kelasnya",
    "tindakan",
    "lampiran",
    "terlampir",
    "terlampirkan",
    "biaya",
    "besaran",
    "kebijakan",
    "keputusan",
];

/// Words that deny.
pub(super) const NOT: &[&str] = &[
    "tidak",
    "tak",
    "tdk",
    "tiada",
    "tanpa",
    "bebas",
    "dibebaskan",
    "non",
];

/// Words that may stand between [`NOT`] and [`COST`].
pub(super) const NOT_LINKS: &[&str] = &[
    "ada",
    "di",
    "akan",
    "dikenakan",
    "kenakan",
    "dikenai",
    "kena",
    "dipungut",
    "dipungutan",
    "dipunggut",
    "dipunguti",
    "pungut",
    "memungut",
    "menarik",
    "ditarik",
    "membayar",
    "bayar",
    "dibebankan",
    "dibebani",
    "membebankan",
    "mengenakan",
    "memerlukan",
    "membutuhkan",
    "perlu",
    "pungutan",
    "pembayaran",
    "dari",
    "segala",
    "bentuk",
    "apapun",
    "semua",
    "sepeserpun",
    "mengeluarkan",
    "dimintai",
    "diminta",
    "meminta",
    "terdapat",
    "seluruh",
];

/// Words for the cost itself.
pub(super) const COST: &[&str] = &[
    "biaya",
    "biayanya",
    "biyaya",
    "biya",
    "baiya",
    "beaya",
    "bea",
    "tarif",
    "tarip",
    "retribusi",
    "pungutan",
    "bayaran",
    "pembayaran",
    "ongkos",
    "bayar",
    "pnbp",
];

/// Words that make a denial of cost one of *other* or *unlawful* cost only.
pub(super) const OTHER_COST: &[&str] = &[
    "tambahan", "lain", "lainnya", "lagi", "selain", "diluar", "luar", "liar", "melebihi",
];

/// Verbs that say on their own that nothing is paid, after [`NOT`].
pub(super) const NOT_PAID: &[&str] = &["berbayar", "berbiaya"];

/// Verbs that say so where the statement ends with them.
pub(super) const NOT_PAID_AT_END: &[&str] = &[
    "dipungut",
    "dikenakan",
    "membayar",
    "bayar",
    "ada",
    "dikenai",
    "dibebankan",
    "dipungutan",
];

/// Free in one word.
pub(super) const FREE: &[&str] = &[
    "gratis",
    "gratiss",
    "digratiskan",
    "free",
    "nihil",
    "cumacuma",
];

/// Verbs that lay a cost on somebody.
pub(super) const BORNE: &[&str] = &[
    "ditanggung",
    "dibebankan",
    "dibayar",
    "dibayarkan",
    "dibiayai",
    "dijamin",
    "dicover",
    "tercover",
    "beban",
    "tanggungan",
    "tanggungjawab",
    "diklaim",
    "diklaimkan",
    "klaim",
];

/// Words between [`BORNE`] and [`PAYERS`].
pub(super) const BORNE_LINKS: &[&str] = &[
    "oleh",
    "kepada",
    "pada",
    "ke",
    "pihak",
    "melalui",
    "dana",
    "anggaran",
    "sepenuhnya",
    "dengan",
    "dari",
    "lembaga",
    "penuh",
    "program",
    "seluruhnya",
    "masing",
];

/// Who pays when it is not the applicant.
pub(super) const PAYERS: &[&str] = &[
    "penjamin",
    "penjaminnya",
    "bpjs",
    "jkn",
    "kis",
    "asuransi",
    "negara",
    "pemerintah",
    "pemda",
    "pemkab",
    "pemkot",
    "pemprov",
    "apbd",
    "apbn",
    "apbdes",
    "dipa",
    "bok",
    "jamkesda",
    "jamkesmas",
    "jampersal",
    "perusahaan",
    "perusahaannya",
    "instansi",
    "dinas",
    "kantor",
    "desa",
    "sekolah",
    "puskesmas",
    "jaminan",
    "jasa",
    "taspen",
    "daerah",
    "sponsor",
    "penyelenggara",
    "pusat",
    "kementerian",
];
