//! Kinds of regulations, their names, and their place in the hierarchy.

/// Kind of a regulation or decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Undang-Undang Dasar Negara Republik Indonesia Tahun 1945.
    Uud,
    /// Ketetapan Majelis Permusyawaratan Rakyat.
    TapMpr,
    /// Undang-Undang.
    Uu,
    /// Undang-Undang Darurat (1950-1959).
    UuDarurat,
    /// Peraturan Pemerintah Pengganti Undang-Undang.
    Perppu,
    /// Peraturan Pemerintah.
    Pp,
    /// Peraturan Presiden.
    Perpres,
    /// Keputusan Presiden.
    Keppres,
    /// Instruksi Presiden.
    Inpres,
    /// Peraturan Menteri; the ministry is the body.
    Permen,
    /// Keputusan Menteri; the ministry is the body.
    Kepmen,
    /// Regulation of an agency, commission or directorate general; the issuer is the body.
    Peraturan,
    /// Decision of any other office, from an agency to a head of service; the issuer is the body.
    Keputusan,
    /// Joint regulation of several ministers.
    PeraturanBersama,
    /// Joint decision of several ministers.
    KeputusanBersama,
    /// Peraturan Daerah of a province.
    PerdaProvinsi,
    /// Peraturan Daerah of a regency or city, or of a region whose level is not written.
    Perda,
    /// Qanun, the Perda of Aceh and its regencies and cities.
    Qanun,
    /// Peraturan Daerah Khusus, of the provinces of Papua.
    Perdasus,
    /// Peraturan Daerah Provinsi, of the provinces of Papua, when called Perdasi.
    Perdasi,
    /// Peraturan Gubernur.
    Pergub,
    /// Keputusan Gubernur.
    Kepgub,
    /// Peraturan Bupati.
    Perbup,
    /// Keputusan Bupati.
    Kepbup,
    /// Peraturan Wali Kota.
    Perwali,
    /// Keputusan Wali Kota.
    Kepwali,
    /// Peraturan Desa.
    Perdes,
    /// Peraturan Kepala Desa.
    Perkades,
    /// Keputusan Kepala Desa.
    Kepdes,
    /// Instruction of anyone but the president; the issuer is the body.
    Instruksi,
    /// Surat Edaran; the issuer is the body.
    SuratEdaran,
    /// Pedoman Menteri and the like; the issuer is the body.
    Pedoman,
}

/// Kind, id of the register, full name, short name.
const NAMES: [(Kind, &str, &str, &str); 32] = [
    (
        Kind::Uud,
        "uud",
        "Undang-Undang Dasar Negara Republik Indonesia Tahun 1945",
        "UUD 1945",
    ),
    (
        Kind::TapMpr,
        "tap-mpr",
        "Ketetapan Majelis Permusyawaratan Rakyat",
        "TAP MPR",
    ),
    (Kind::Uu, "uu", "Undang-Undang", "UU"),
    (
        Kind::UuDarurat,
        "uu-darurat",
        "Undang-Undang Darurat",
        "UU Darurat",
    ),
    (
        Kind::Perppu,
        "perppu",
        "Peraturan Pemerintah Pengganti Undang-Undang",
        "Perppu",
    ),
    (Kind::Pp, "pp", "Peraturan Pemerintah", "PP"),
    (Kind::Perpres, "perpres", "Peraturan Presiden", "Perpres"),
    (Kind::Keppres, "keppres", "Keputusan Presiden", "Keppres"),
    (Kind::Inpres, "inpres", "Instruksi Presiden", "Inpres"),
    (Kind::Permen, "permen", "Peraturan Menteri", "Permen"),
    (Kind::Kepmen, "kepmen", "Keputusan Menteri", "Kepmen"),
    (Kind::Peraturan, "peraturan", "Peraturan", "Peraturan"),
    (Kind::Keputusan, "keputusan", "Keputusan", "Keputusan"),
    (
        Kind::PeraturanBersama,
        "peraturan-bersama",
        "Peraturan Bersama",
        "Peraturan Bersama",
    ),
    (
        Kind::KeputusanBersama,
        "keputusan-bersama",
        "Keputusan Bersama",
        "SKB",
    ),
    (
        Kind::PerdaProvinsi,
        "perda-provinsi",
        "Peraturan Daerah",
        "Perda",
    ),
    (Kind::Perda, "perda", "Peraturan Daerah", "Perda"),
    (Kind::Qanun, "qanun", "Qanun", "Qanun"),
    (
        Kind::Perdasus,
        "perdasus",
        "Peraturan Daerah Khusus",
        "Perdasus",
    ),
    (
        Kind::Perdasi,
        "perdasi",
        "Peraturan Daerah Provinsi",
        "Perdasi",
    ),
    (Kind::Pergub, "pergub", "Peraturan Gubernur", "Pergub"),
    (Kind::Kepgub, "kepgub", "Keputusan Gubernur", "Kepgub"),
    (Kind::Perbup, "perbup", "Peraturan Bupati", "Perbup"),
    (Kind::Kepbup, "kepbup", "Keputusan Bupati", "Kepbup"),
    (Kind::Perwali, "perwali", "Peraturan Wali Kota", "Perwali"),
    (Kind::Kepwali, "kepwali", "Keputusan Wali Kota", "Kepwali"),
    (Kind::Perdes, "perdes", "Peraturan Desa", "Perdes"),
    (
        Kind::Perkades,
        "perkades",
        "Peraturan Kepala Desa",
        "Perkades",
    ),
    (Kind::Kepdes, "kepdes", "Keputusan Kepala Desa", "Kepdes"),
    (Kind::Instruksi, "instruksi", "Instruksi", "Instruksi"),
    (Kind::SuratEdaran, "se", "Surat Edaran", "SE"),
    (Kind::Pedoman, "pedoman", "Pedoman", "Pedoman"),
];

impl Kind {
    /// Every kind, in the order of the table of names.
    pub fn all() -> impl Iterator<Item = Kind> {
        NAMES.iter().map(|row| row.0)
    }

    /// The id used in the register (`jenis`): `uu`, `permen`, `perda-provinsi`, `se`.
    pub fn id(self) -> &'static str {
        self.names().0
    }

    /// The kind with this id of the register.
    pub fn from_id(id: &str) -> Option<Kind> {
        NAMES.iter().find(|row| row.1 == id).map(|row| row.0)
    }

    /// The full name with capitals: `Peraturan Daerah`. UU 12/2011 Lampiran II nomor 46.
    pub fn name(self) -> &'static str {
        self.names().1
    }

    /// The short name used in practice documents: `UU`, `Perwali`.
    pub fn short(self) -> &'static str {
        self.names().2
    }

    fn names(self) -> (&'static str, &'static str, &'static str) {
        NAMES
            .iter()
            .find(|row| row.0 == self)
            .map_or(("", "", ""), |row| (row.1, row.2, row.3))
    }

    /// Level in the hierarchy of UU 12/2011 Pasal 7 ayat (1), 1 the highest: 1 UUD, 2 TAP MPR,
    /// 3 UU and Perppu, 4 PP, 5 Perpres, 6 Perda Provinsi, 7 Perda Kabupaten/Kota.
    ///
    /// Nothing for the kinds of Pasal 8, which stand beside the hierarchy, for decisions,
    /// instructions and circulars, and for `Perda` and `Qanun`, whose level hangs on the
    /// region: ask the citation (`Citation::rank`).
    pub fn rank(self) -> Option<u8> {
        match self {
            Kind::Uud => Some(1),
            Kind::TapMpr => Some(2),
            Kind::Uu | Kind::UuDarurat | Kind::Perppu => Some(3),
            Kind::Pp => Some(4),
            Kind::Perpres => Some(5),
            Kind::PerdaProvinsi | Kind::Perdasus | Kind::Perdasi => Some(6),
            _ => None,
        }
    }

    /// Place in a list of legal bases as drafters put them, low numbers first.
    ///
    /// Only the levels of UU 12/2011 Pasal 7 ayat (1) are law (see [`Kind::rank`]). That
    /// ministers stand between Perpres and Perda, and decisions and circulars at the end, is
    /// the custom of drafters, so a list that differs there is not wrong.
    pub fn usual_place(self) -> u8 {
        match self {
            Kind::Uud => 10,
            Kind::TapMpr => 20,
            Kind::Uu | Kind::UuDarurat | Kind::Perppu => 30,
            Kind::Pp => 40,
            Kind::Perpres => 50,
            Kind::Keppres => 51,
            Kind::Inpres => 52,
            Kind::Permen | Kind::PeraturanBersama => 55,
            Kind::Peraturan => 56,
            Kind::PerdaProvinsi | Kind::Perdasus | Kind::Perdasi => 60,
            Kind::Pergub => 65,
            Kind::Perda | Kind::Qanun => 70,
            Kind::Perbup | Kind::Perwali => 75,
            Kind::Perdes => 80,
            Kind::Perkades => 81,
            Kind::Kepmen | Kind::KeputusanBersama => 90,
            Kind::Kepgub | Kind::Kepbup | Kind::Kepwali => 91,
            Kind::Keputusan | Kind::Kepdes => 92,
            Kind::Pedoman | Kind::Instruksi | Kind::SuratEdaran => 95,
        }
    }

    /// Whether the kind belongs to a region (province, regency, city, village).
    pub fn is_regional(self) -> bool {
        matches!(
            self,
            Kind::PerdaProvinsi
                | Kind::Perda
                | Kind::Qanun
                | Kind::Perdasus
                | Kind::Perdasi
                | Kind::Pergub
                | Kind::Kepgub
                | Kind::Perbup
                | Kind::Kepbup
                | Kind::Perwali
                | Kind::Kepwali
                | Kind::Perdes
                | Kind::Perkades
                | Kind::Kepdes
        )
    }

    /// Whether a body (ministry, agency, office) belongs to the name.
    pub(super) fn has_body(self) -> bool {
        matches!(
            self,
            Kind::Permen
                | Kind::Kepmen
                | Kind::Peraturan
                | Kind::Keputusan
                | Kind::PeraturanBersama
                | Kind::KeputusanBersama
                | Kind::Instruksi
                | Kind::SuratEdaran
                | Kind::Pedoman
        )
    }
}
