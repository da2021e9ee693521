//! Regional regulations.

use super::super::{Kind, RegionLevel};
use super::{read, title};

#[test]
fn regional_regulations_name_their_region() {
    use RegionLevel::{Desa, Kabupaten, Kota, Provinsi};
    for (text, kind, level, region) in [
        (
            "Perda Kabupaten Pekalongan Nomor 20 Tahun 1998",
            Kind::Perda,
            Some(Kabupaten),
            "Pekalongan",
        ),
        (
            "Perda Kota Bukittinggi No. 7 Tahun 2019",
            Kind::Perda,
            Some(Kota),
            "Bukittinggi",
        ),
        (
            "Perda Prov. Kalbar No. 8 Tahun 2010",
            Kind::PerdaProvinsi,
            Some(Provinsi),
            "Kalbar",
        ),
        (
            "Peraturan Daerah Propinsi Jawa Tengah No 4 Th 2008",
            Kind::PerdaProvinsi,
            Some(Provinsi),
            "Jawa Tengah",
        ),
        (
            "Perda Kab. Kep. Meranti Nomor 12 Tahun 2011",
            Kind::Perda,
            Some(Kabupaten),
            "Kep. Meranti",
        ),
        (
            "Perda Pekalongan Nomor 8 Tahun 2009",
            Kind::Perda,
            None,
            "Pekalongan",
        ),
        (
            "PERATURAN DAERAH KOTA BAU-BAU NOMOR 3 TAHUN 2015",
            Kind::Perda,
            Some(Kota),
            "Bau-bau",
        ),
        (
            "Perwa Pontianak No 35 Tahun 2016",
            Kind::Perwali,
            Some(Kota),
            "Pontianak",
        ),
        (
            "Perwako Bukittinggi Nomor 10 tahun 2020",
            Kind::Perwali,
            Some(Kota),
            "Bukittinggi",
        ),
        (
            "Peraturan Walikota Pontianak Nomor 35 Tahun 2016",
            Kind::Perwali,
            Some(Kota),
            "Pontianak",
        ),
        (
            "Peraturan Wali Kota Pontianak Nomor 35 Tahun 2016",
            Kind::Perwali,
            Some(Kota),
            "Pontianak",
        ),
        (
            "Perbup Pekalongan Nomor 20 Tahun 2012",
            Kind::Perbup,
            Some(Kabupaten),
            "Pekalongan",
        ),
        (
            "Peraturan Bupati Kabupaten Ciamis Nomor 5 Tahun 2018",
            Kind::Perbup,
            Some(Kabupaten),
            "Ciamis",
        ),
        (
            "Pergub Kalimantan Barat No. 12 Th 2019",
            Kind::Pergub,
            Some(Provinsi),
            "Kalimantan Barat",
        ),
        (
            "SK Walikota Pontianak No 12/ORG/2020",
            Kind::Kepwali,
            Some(Kota),
            "Pontianak",
        ),
        (
            "Keputusan Bupati Ciamis Nomor 061/Kpts.789-Huk/2010",
            Kind::Kepbup,
            Some(Kabupaten),
            "Ciamis",
        ),
        (
            "Qanun Aceh Nomor 8 Tahun 2008",
            Kind::Qanun,
            Some(Provinsi),
            "Aceh",
        ),
        (
            "Qanun Kabupaten Bireuen Nomor 3 Tahun 2012",
            Kind::Qanun,
            Some(Kabupaten),
            "Bireuen",
        ),
        (
            "Peraturan Desa Sukamaju Nomor 3 Tahun 2019",
            Kind::Perdes,
            Some(Desa),
            "Sukamaju",
        ),
    ] {
        let citation = read(text);
        let found = citation
            .region
            .clone()
            .unwrap_or_else(|| panic!("{text}: no region"));
        assert_eq!(
            (citation.kind, found.level, found.name.as_str()),
            (kind, level, region),
            "{text}"
        );
        assert!(
            text[found.range]
                .to_lowercase()
                .contains(&region.to_lowercase()),
            "{text}"
        );
    }
    let late = read("Perda Nomor 3 Tahun 2015 Kota Pontianak tentang Retribusi");
    assert_eq!(late.short(), "Perda Kota Pontianak 3/2015");
    assert_eq!(title(&late), "Retribusi");
    assert_eq!(read("PERDA NO 8 TAHUN 2011").region, None);
    assert_eq!(
        read("Peraturan Daerah Kota Pontianak Nomor 3 Tahun 2015 tentang Retribusi").to_string(),
        "Peraturan Daerah Kota Pontianak Nomor 3 Tahun 2015 tentang Retribusi"
    );
}
