//! What the documents are made of, from the files beside this one.

use std::collections::BTreeMap;

use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Units {
    /// In the order in which they are cited.
    pub(crate) peraturan: Vec<Regulation>,
    pub(crate) perangkat_daerah: Vec<UnitSpec>,
    pub(crate) unit_setara: Vec<UnitSpec>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Regulation {
    pub(crate) kunci: String,
    pub(crate) teks: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct UnitSpec {
    pub(crate) nama: String,
    /// How many there are in a region.
    #[serde(default = "one")]
    pub(crate) banyaknya: usize,
    pub(crate) singkat: String,
    pub(crate) pimpinan: String,
    pub(crate) bidang: String,
    pub(crate) aplikasi: String,
    pub(crate) dasar: Vec<String>,
    pub(crate) peraturan_daerah: String,
    pub(crate) dokumen: Vec<Paper>,
}

fn one() -> usize {
    1
}

/// What a service hands out.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Paper {
    pub(crate) nama: String,
    #[serde(default)]
    pub(crate) berbayar: bool,
    pub(crate) syarat: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Phrases {
    pub(crate) nama_depan: Vec<String>,
    pub(crate) nama_belakang: Vec<String>,
    pub(crate) gelar: Vec<String>,
    pub(crate) jalan: Vec<String>,
    pub(crate) kode_telepon: Vec<String>,
    pub(crate) nama_tempat_depan: Vec<String>,
    pub(crate) nama_tempat_belakang: Vec<String>,
    pub(crate) layanan: Vec<Request>,
    pub(crate) syarat_umum: Vec<String>,
    pub(crate) tahap: Vec<Stage>,
    pub(crate) peran: BTreeMap<String, Vec<String>>,
    pub(crate) sarana: Vec<String>,
    pub(crate) sarana_rentan: Vec<String>,
    pub(crate) kompetensi: Vec<String>,
    pub(crate) pengawasan: Vec<String>,
    pub(crate) jaminan_pelayanan: Vec<String>,
    pub(crate) jaminan_keamanan: Vec<String>,
    pub(crate) evaluasi: Vec<String>,
    pub(crate) kualifikasi: Vec<String>,
    pub(crate) peralatan: Vec<String>,
    pub(crate) peringatan: Vec<String>,
    pub(crate) pencatatan: Vec<String>,
    pub(crate) keterangan_awal: Vec<String>,
    pub(crate) ekor_langkah: Vec<String>,
    pub(crate) ekor_hasil: Vec<String>,
    pub(crate) ekor_bagian: Vec<String>,
    pub(crate) ekor_syarat: Vec<String>,
    pub(crate) ruang: Vec<String>,
}

/// What is asked for: the first paper, another one in its place, a copy of it ...
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Request {
    pub(crate) nama: String,
    pub(crate) kunci: String,
    pub(crate) produk: String,
    pub(crate) syarat: Vec<String>,
}

/// A step that a procedure may have.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Stage {
    pub(crate) kunci: String,
    pub(crate) peran: String,
    /// Fewest and most minutes.
    pub(crate) menit: [usize; 2],
    /// Labels of the way on and the way back, where it decides.
    #[serde(default)]
    pub(crate) cabang: Vec<[String; 2]>,
    #[serde(default)]
    pub(crate) boleh_tidak: bool,
    /// It takes a day where the service takes several.
    #[serde(default)]
    pub(crate) lama: bool,
    /// The activity, what it needs, what it gives.
    pub(crate) pilihan: Vec<[String; 3]>,
}

/// The files, read.
pub(crate) struct Data {
    pub(crate) units: Units,
    pub(crate) phrases: Phrases,
    pub(crate) regions: Vec<Region>,
}

/// A city or regency.
#[derive(Debug)]
pub(crate) struct Region {
    /// `Kota Pontianak`.
    pub(crate) title: String,
    /// `Wali Kota Pontianak`.
    pub(crate) head: String,
}

impl Data {
    pub(crate) fn read() -> Self {
        let sound = "the data of the documents is sound";
        Self {
            units: serde_yaml::from_str(include_str!("units.yaml")).expect(sound),
            phrases: serde_yaml::from_str(include_str!("phrases.yaml")).expect(sound),
            regions: regions(include_str!("../../rules/data/regions.csv")),
        }
    }
}

/// The cities and regencies whose lower units are called kecamatan and kelurahan, far ones
/// beside one another.
fn regions(table: &str) -> Vec<Region> {
    let mut regions = Vec::new();
    for line in table.lines() {
        let mut cells = line.split(',');
        let (Some(code), Some(kind), Some(name)) = (cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        let elsewhere = ["11", "31", "9"]
            .iter()
            .any(|start| code.starts_with(start));
        let (title, head) = match kind {
            "kota" => (format!("Kota {name}"), format!("Wali Kota {name}")),
            "kabupaten" => (format!("Kabupaten {name}"), format!("Bupati {name}")),
            _ => continue,
        };
        if !elsewhere {
            regions.push(Region { title, head });
        }
    }
    let mut spread: Vec<_> = regions.into_iter().enumerate().collect();
    spread.sort_by_key(|(at, _)| (at * 7919) % 1009);
    spread.into_iter().map(|(_, region)| region).collect()
}
