//! Faults of service standards.

use super::{Fault, Value, fault, missing};

/// Components left out that only standards have.
pub(super) const COMPONENTS: &[Fault] = &[
    missing("SP006", "produk"),
    missing("SP007", "sarana_prasarana"),
    missing("SP008", "kompetensi_pelaksana"),
    missing("SP009", "pengawasan_internal"),
    missing("SP010", "pengaduan"),
    missing("SP011", "jumlah_pelaksana"),
    missing("SP012", "jaminan_pelayanan"),
    missing("SP013", "jaminan_keamanan"),
    missing("SP014", "evaluasi_kinerja"),
];

/// All others.
pub(super) const FAULTS: &[Fault] = &[
    fault("KEP005", "the number of the decree is left out", |d| {
        d.remove("nomor")
    }),
    fault("KEP006", "the date of the decree is left out", |d| {
        d.remove("tanggal_penetapan")
    }),
    fault("KEP007", "the one who decreed it is left out", |d| {
        d.remove("ditetapkan_oleh")
    }),
    fault("ADU001", "complaints without a way to complain", |d| {
        d.set("pengaduan", "Melalui telepon, SMS, dan surel")
    }),
    fault("ADU002", "a way to complain without address", |d| {
        d.reword("pengaduan", "Surel:", "Melalui surel")
    }),
    fault("ADU003", "a telephone number that is none", |d| {
        d.reword("pengaduan", "Telepon:", "Telepon: 0752-21")
    }),
    fault("ADU004", "an answer after thirty days", |d| {
        let late =
            "Tindak lanjut: tanggapan paling lambat 30 (tiga puluh) hari sejak pengaduan diterima";
        d.reword("pengaduan", "Tindak lanjut", late)
    }),
    fault("ADU005", "a decision after ninety days", |d| {
        let late = "Tindak lanjut: keputusan paling lambat 90 (sembilan puluh) hari sejak berkas pengaduan lengkap";
        d.reword("pengaduan", "Tindak lanjut", late)
    }),
    fault(
        "ISI001",
        "facilities without a word of vulnerable groups",
        |d| {
            d.set(
                "sarana_prasarana",
                Value::texts([
                    "Ruang tunggu dan mesin antrean",
                    "Komputer, pencetak, dan pemindai",
                ]),
            )
        },
    ),
    fault("ISI002", "last reviewed more than three years ago", |d| {
        d.is_decreed()?;
        d.set("tanggal_penetapan", "2019-06-17")?;
        d.set("tinjau_ulang", "15 Januari 2021")
    }),
    fault("ISI003", "last evaluated years ago", |d| {
        d.is_decreed()?;
        d.set(
            "evaluasi_kinerja",
            "Evaluasi terakhir dilaksanakan pada 10 Maret 2020",
        )
    }),
    fault(
        "ANG001",
        "a number of staff and another one in words",
        |d| d.set("jumlah_pelaksana", "9 (tujuh) orang"),
    ),
    fault("WIL002", "the government of another region", |d| {
        let other = &d.subject.other.title;
        d.push(
            "jaminan_pelayanan",
            format!("Pemerintah {other} menjamin pelayanan sesuai standar"),
        )
    }),
    fault("BHS001", "a placeholder", |d| d.set("produk", "TBD")),
    fault("BHS002", "a dash for an answer", |d| {
        d.set("evaluasi_kinerja", "-")
    }),
    fault("BHS012", "what a word processor left behind", |d| {
        d.push(
            "jaminan_keamanan",
            "Berkas disimpan menurut Error! Reference source not found.",
        )
    }),
    fault("BYA008", "free only for some", |d| {
        (d.subject.spec.singkat == "PKM" && d.is_free()).then_some(())?;
        d.set("biaya", "Gratis bagi pasien JKN")
    }),
    fault("WKT012", "a step that takes longer than all of it", |d| {
        let rows = d.rows()?;
        let mut rows = rows.into_iter().enumerate();
        let (at, row) = rows
            .find(|(_, row)| super::cell(row, "pelaksana").is_some_and(|who| who != "Pemohon"))?;
        super::set_cell(row, "waktu", "10 (sepuluh) hari kerja")?;
        Some(format!("/prosedur/{at}/waktu"))
    }),
];
