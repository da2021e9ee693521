//! Tables of entries as offices write them.

use super::*;

/// One word per part: `free`, `50000`, `5000-10000/lembar`, `stamp:10000`, `reg+`, `basis-`.
fn brief(parts: &[CostPart]) -> String {
    let words: Vec<String> = parts
        .iter()
        .map(|part| {
            let word = match &part.kind {
                CostKind::Free => "free".to_owned(),
                CostKind::Amount { money, upper, per } => {
                    let sen = if money.sen > 0 {
                        format!(",{:02}", money.sen)
                    } else {
                        String::new()
                    };
                    let upper = upper.map_or(String::new(), |upper| format!("-{}", upper.rupiah));
                    let per = per.as_ref().map_or(String::new(), |per| format!("/{per}"));
                    format!("{}{sen}{upper}{per}", money.rupiah)
                }
                CostKind::Formula => "formula".to_owned(),
                CostKind::ByRegulation { named, basis } => {
                    let sort = if *basis { "basis" } else { "reg" };
                    format!("{sort}{}", if *named { "+" } else { "-" })
                }
                CostKind::BorneByOthers => "borne".to_owned(),
                CostKind::Vague => "vague".to_owned(),
            };
            if part.stamp_duty {
                format!("stamp:{word}")
            } else {
                word
            }
        })
        .collect();
    words.join(" ")
}

fn outcome(text: &str) -> String {
    match Cost::parse(text) {
        Ok(cost) => brief(&cost.parts),
        Err(CostError::Empty) => "empty".to_owned(),
        Err(CostError::Unknown) => "unknown".to_owned(),
        Err(CostError::Ambiguous { range }) => format!("ambiguous {}", &text[range]),
    }
}

pub(super) fn check(table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .filter(|(text, want)| outcome(text) != *want)
        .map(|(text, want)| format!("{text:?}\n   want {want}\n   got  {}", outcome(text)))
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {} wrong:\n{}",
        wrong.len(),
        table.len(),
        wrong.join("\n")
    );
}

/// The notes on notations of the field, row by row.
#[test]
fn notations() {
    check(&[
        ("Gratis", "free"),
        ("GRATIS", "free"),
        ("Tidak ada Biaya alias GRATIS", "free"),
        ("Tidak dipungut biaya", "free"),
        ("Tidak dikenakan biaya (gratis)", "free"),
        ("Gratis (Rp 0)", "free"),
        ("Rp0,-", "free"),
        ("Nihil", "free"),
        ("Bebas biaya", "free"),
        ("Rp50.000,00", "50000"),
        ("Rp 70.000,-", "70000"),
        ("RP 70.000,-", "70000"),
        ("Rp. 56.000", "56000"),
        ("Rp. 50.000,00", "50000"),
        ("IDR 50,000", "50000"),
        ("50 ribu rupiah", "50000"),
        ("15.000", "15000"),
        ("Rp. 4.049.000/Hari", "4049000/hari"),
        ("Rp 5.000 per lembar", "5000/lembar"),
        ("T = (1 ‰ x Nilai Tanah) + Rp50.000,00", "formula"),
        ("Sesuai Perda Nomor 61 Tahun 2015", "reg+"),
        ("PNBP sesuai PP 85 Tahun 2021", "reg+"),
        ("Sesuai ketentuan", "vague"),
        ("Terlampir", "vague"),
        ("-", "vague"),
        ("Seikhlasnya", "vague"),
        ("Sukarela", "vague"),
        ("Terserah", "vague"),
        ("", "empty"),
        ("Pasien BPJS gratis; umum Rp15.000", "free 15000"),
        ("Materai Rp10.000, 1 lembar", "stamp:10000"),
    ]);
}

#[test]
fn amounts() {
    check(&[
        ("Rp.50.000,-", "50000"),
        ("Rp 50.000", "50000"),
        ("rp50.000", "50000"),
        ("Rp. 50.000.-", "50000"),
        ("Rp. 50.000,--", "50000"),
        ("Rp 50.000 ,-", "50000"),
        ("Rp.\u{a0}50.000,\u{2013}", "50000"),
        ("R.p 15.000", "15000"),
        ("Rp: 15.000", "15000"),
        ("Rp 50.000.00", "50000"),
        ("Rp 50,000.00", "50000"),
        ("Rp50,000", "50000"),
        ("Rp 50. 000", "50000"),
        ("Rp 50 000", "50000"),
        ("Rp. 50.000, 00", "50000"),
        ("IDR 1,250,000", "1250000"),
        ("50.000 IDR", "50000"),
        ("Rp1.234.567,89", "1234567,89"),
        ("Rp 1,5 juta", "1500000"),
        ("Rp1.5 juta", "1500000"),
        ("Rp 2 juta 500 ribu", "2500000"),
        ("Rp 50 rb", "50000"),
        ("Rp50rb", "50000"),
        ("Rp50k", "50000"),
        ("Rp 2jt", "2000000"),
        ("lima puluh ribu rupiah", "50000"),
        ("Lima Ribu Rupiah", "5000"),
        ("seratus dua puluh lima ribu rupiah", "125000"),
        ("Rp50.000,00 (lima puluh ribu rupiah)", "50000"),
        ("Rp. 50.000,- (Lima puluh ribu rupiah)", "50000"),
        ("Rp 50.000 (lima puluh rb rupiah) per orang", "50000/orang"),
        ("50.000 (lima puluh ribu) rupiah", "50000"),
        ("50.000 rupiah", "50000"),
        ("50 ribu", "50000"),
        ("10000", "10000"),
        ("5.000,-", "5000"),
        ("Legalisir 5.000,-", "5000"),
        ("1. 15.000", "15000"),
        ("1 Pemeriksaan oleh dokter umum | 15.000", "15000"),
        ("4 Perawatan < 8 Jam | 21.500", "21500"),
        ("5 Perawatan 8 s/d 24 Jam | 51.000", "51000"),
        ("1 | Legalisir | 5.000 | 10.000", "5000 10000"),
        ("Pemeriksaan dokter umum 15.000", "15000"),
        ("Tarif Pendaftaran : Rp. 50.000,00", "50000"),
        ("Tarif Pendaftaran : 50.000", "50000"),
        ("1. Paien Umum: retribusi Rp. 7.000", "7000"),
        ("Paspor biasa 48 halaman sebesar Rp350.000,-", "350000"),
        ("Legalisir = Rp5.000", "5000"),
        (
            "SIM A baru Rp120.000, SIM C baru Rp100.000",
            "120000 100000",
        ),
        ("Dewasa Rp10.000 dan anak-anak Rp5.000", "10000 5000"),
        ("Rp50.000. Sesuai Perda Nomor 5 Tahun 2019.", "50000 basis+"),
        ("Rp 50.000 (Perda No. 5 Tahun 2019)", "50000 basis+"),
        (
            "Rp100.000,00 berdasarkan PP Nomor 28 Tahun 2019",
            "100000 basis+",
        ),
        ("Jaminan s.d. Rp50.000.000: Rp50.000", "50000"),
        (
            "Nilai di atas Rp1.000.000.000 dikenakan Rp500.000",
            "500000",
        ),
        ("Umum:\nRp10.000\nPelajar:\nRp5.000", "10000 5000"),
        ("dua ratus lima puluh ribu rupiah (Rp 250.000)", "250000"),
        (
            "Nikah di KUA Rp 0,-; nikah di luar KUA: Rp 600.000,-",
            "free 600000",
        ),
        ("IDR. 75.000,-", "75000"),
        (
            "Modal sampai dengan Rp1.000.000.000 dikenakan Rp250.000",
            "250000",
        ),
    ]);
}

#[test]
fn units() {
    check(&[
        ("Rp5.000/lembar", "5000/lembar"),
        ("Rp 5.000,-/lbr", "5000/lbr"),
        ("Rp. 5.000,00 / Lembar", "5000/lembar"),
        ("Rp5.000 setiap lembar", "5000/lembar"),
        ("Rp5.000 per-orang", "5000/orang"),
        ("Rp5.000 perlembar", "5000/lembar"),
        ("Rp50.000 per orang per hari", "50000/orang/hari"),
        ("Rp50.000/orang/hari", "50000/orang/hari"),
        ("Rp1.500 per m2", "1500/m2"),
        ("Rp1.500/m²", "1500/m2"),
        ("Rp1.500 per meter persegi", "1500/meter persegi"),
        ("Rp5.000 per 1 (satu) lembar", "5000/lembar"),
        ("Rp20.000 per 100 lembar", "20000/100 lembar"),
        ("Per lembar: Rp5.000", "5000/lembar"),
        ("Rp5.000/Rp10.000", "5000 10000"),
        ("Rp50.000 per 1 Januari 2024", "50000"),
        ("Rp50.000 per tahun 2023", "50000"),
        ("5.000/lembar", "5000/lembar"),
        ("Rp5.000 - Rp10.000 per lembar", "5000-10000/lembar"),
        ("Rp100.000,- untuk setiap permohonan", "100000/permohonan"),
        ("Rp 3.000,- /sekali masuk", "3000/sekali masuk"),
        ("Rp 2.500,- per m² per bulan", "2500/m2/bulan"),
        ("Rp50.000/ 1 tahun", "50000/tahun"),
        ("Tarif: 5000 per orang", "5000/orang"),
        (
            "kelas III Rp 75.000/hari, kelas II Rp 100.000/hari",
            "75000/hari 100000/hari",
        ),
    ]);
}

#[test]
fn spans() {
    check(&[
        ("Rp5.000 - Rp10.000", "5000-10000"),
        ("Rp5.000-Rp10.000", "5000-10000"),
        ("Rp 5.000,- s/d Rp 10.000,-", "5000-10000"),
        ("Rp5.000 s.d. Rp10.000", "5000-10000"),
        ("Rp. 5.000,00 sampai dengan Rp. 10.000,00", "5000-10000"),
        ("Rp5.000 – 10.000", "5000-10000"),
        ("5 - 10 ribu rupiah", "5000-10000"),
        ("Rp 5 s/d 10 juta", "5000000-10000000"),
        ("antara Rp5.000 dan Rp10.000", "5000-10000"),
        ("5.000 - 10.000", "5000-10000"),
        ("Rp0,- s/d Rp50.000,-", "0-50000"),
        ("mulai dari Rp50.000 hingga Rp100.000", "50000-100000"),
        ("Rp5.000 - 3 hari", "5000"),
        ("Rp5.000 - 1000 lembar", "5000"),
        ("Rp10.000 - Rp5.000", "ambiguous Rp10.000 - Rp5.000"),
    ]);
}

#[test]
fn formulas() {
    check(&[
        ("2,5% x NPOP", "formula"),
        ("BPHTB = 5% x (NPOP - NPOPTKP)", "formula"),
        ("5% dari nilai transaksi", "formula"),
        ("0,5 persen dari NJOP", "formula"),
        ("T = (1 ‰ × Rp100.000.000,00) + Rp50.000,00", "formula"),
        ("Retribusi = Luas x Indeks x Harga satuan", "formula"),
        ("Tu = (L / 500 x HSBKu) + Rp100.000,00", "formula"),
        ("T = Tarif", "unknown"),
        ("Nilai tanah = Rp100.000.000,00", "unknown"),
        ("= Rp150.000,00", "unknown"),
        ("Contoh: luas 100 m2, Rp1.000.000 per m2", "unknown"),
        ("Pas foto 4 x 6 cm: 3 lembar", "unknown"),
        ("maksimal 2 x 24 jam", "unknown"),
        ("Rp10.000 untuk foto 4 x 6", "10000"),
        ("100% gratis", "free"),
        ("Nilai Sewa Reklame x 25%", "formula"),
        ("Rp 7.500,- x jumlah hari", "formula"),
        ("Retribusi IMB dihitung: L x It x 1,00 x HSbg", "formula"),
    ]);
}

#[test]
fn stamps() {
    check(&[
        ("Meterai Rp10.000", "stamp:10000"),
        ("materai Rp. 10.000,-", "stamp:10000"),
        ("surat pernyataan bermaterai 10.000", "stamp:10000"),
        ("e-meterai senilai Rp10.000", "stamp:10000"),
        ("Rp10.000 untuk meterai", "stamp:10000"),
        ("Rp50.000 dan materai Rp10.000", "50000 stamp:10000"),
        ("Rp5.000, materai Rp10.000", "5000 stamp:10000"),
        (
            "Gratis, meterai Rp10.000 ditanggung pemohon",
            "free stamp:10000",
        ),
        ("Rp50.000 belum termasuk meterai", "50000"),
        ("Meterai dan biaya legalisir Rp5.000", "5000"),
    ]);
}

#[test]
fn questions() {
    let ask = |text: &str| {
        let cost = Cost::parse(text).unwrap();
        (
            cost.is_definite(),
            cost.is_free(),
            cost.is_vague(),
            cost.charges().count(),
        )
    };
    assert_eq!(ask("Gratis (Rp 0)"), (true, true, false, 0));
    assert_eq!(
        ask("Rp50.000 sesuai Perda Nomor 1 Tahun 2020"),
        (true, false, false, 1)
    );
    assert_eq!(
        ask("Sesuai Perda Nomor 1 Tahun 2020"),
        (false, false, false, 0)
    );
    assert_eq!(ask("Sesuai Perda"), (false, false, true, 0));
    assert_eq!(ask("Seikhlasnya"), (false, false, true, 0));
    assert_eq!(ask("Gratis, seikhlasnya"), (false, false, true, 0));
    assert_eq!(
        ask("Pasien BPJS gratis; umum Rp15.000"),
        (true, false, false, 1)
    );
    assert_eq!(ask("Gratis, meterai Rp10.000"), (true, true, false, 0));
    assert_eq!(ask("Meterai Rp10.000"), (false, false, false, 0));
    assert_eq!(ask("2,5% x NPOP"), (true, false, false, 0));
    assert_eq!(ask("Biaya ditanggung penjamin"), (true, false, false, 0));
}

#[test]
fn single_sums() {
    assert_eq!(Money::parse("Rp 1,5 juta"), Ok(Money::of(1_500_000)));
    assert_eq!(Money::parse("10.000"), Ok(Money::of(10_000)));
    assert_eq!(
        Money::parse("Rp12,50"),
        Ok(Money {
            rupiah: 12,
            sen: 50
        })
    );
    assert_eq!(Money::parse(" "), Err(CostError::Empty));
    assert_eq!(
        Money::parse("1.10"),
        Err(CostError::Ambiguous { range: 0..4 })
    );
    assert_eq!(Money::parse("7"), Err(CostError::Ambiguous { range: 0..1 }));
    assert_eq!(Money::parse("Rp5.000 tunai"), Err(CostError::Unknown));
    assert_eq!(Money::parse("gratis"), Err(CostError::Unknown));
}
