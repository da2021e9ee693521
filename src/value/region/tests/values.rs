use super::*;

#[test]
fn reads_a_value_that_is_one_region() {
    for (text, code) in [
        ("Kota Pontianak", "61.71"),
        ("Kabupaten Ciamis", "32.07"),
        ("kab. ciamis", "32.07"),
        ("Pemerintah Kota Pontianak", "61.71"),
        ("Pemerintah Kabupaten Sumenep", "35.29"),
        ("Pemkab Sumenep", "35.29"),
        ("Provinsi Bengkulu", "17"),
        ("Pontianak", "61.71"),
        ("Kota Pontianak, Provinsi Kalimantan Barat", "61.71"),
        ("Kota Bogor Jawa Barat", "32.71"),
        ("Kabupaten Ciamis - Jawa Barat", "32.07"),
        ("Kota Pontianak Tahun 2026", "61.71"),
        ("Kabupaten Pekalongan Provinsi Jawa Tengah", "33.26"),
        ("DKI Jakarta", "31"),
        ("Provinsi Daerah Khusus Jakarta", "31"),
        ("Provinsi Yogyakarta", "34"),
        ("DIY", "34"),
        ("Dinas Kesehatan Kota Pontianak", "61.71"),
        ("Provinsi DI Yogyakarta", "34"),
        ("Kecamatan Bojong Kabupaten Pekalongan", "33.26"),
        ("Kota Batu", "35.79"),
        ("Badan Pendapatan Daerah Kabupaten Bogor", "32.01"),
        ("Ciamis", "32.07"),
        ("Kota Administrasi Jakarta Pusat", "31.71"),
        ("Kabupaten Kepulauan Seribu", "31.01"),
        ("Kabupaten Bandung Barat", "32.17"),
        ("Kota Pontianak.", "61.71"),
        ("\"Kota Pontianak\"", "61.71"),
        ("Pemerintah Provinsi Jawa Barat", "32"),
        ("Pemprov Jabar", "32"),
        ("KABUPATEN CIAMIS", "32.07"),
        ("Kabupaten: Ciamis", "32.07"),
        ("Kota Pontianak (Kalbar)", "61.71"),
        ("Kabupaten Sumbawa Barat", "52.07"),
    ] {
        let read = all().parse_one(text).map(Region::code);
        assert_eq!(read, Ok(code), "{text}");
    }
    for text in [
        "Kementerian Kelautan dan Perikanan",
        "Badan Pusat Statistik",
        "",
        "-",
        "Indonesia",
        "Kementerian Agraria dan Tata Ruang/Badan Pertanahan Nasional",
        "Kementerian Agama Kota Pontianak",
        "Republik Indonesia",
        "Desa Sukamaju",
        "Pontianax",
        "Nasional",
        "Otorita Ibu Kota Nusantara",
        "Lembaga Administrasi Negara",
        "12345",
        "Ibu Kota Nusantara",
    ] {
        assert_eq!(
            all().parse_one(text),
            Err(RegionError::NotARegion),
            "{text}"
        );
    }
}

#[test]
fn proposes_the_nearest_name() {
    for (text, name, nearest) in [
        ("Kota Pontianax", "Pontianax", &["Kota Pontianak"][..]),
        (
            "Kota Bekassi",
            "Bekassi",
            &["Kota Bekasi", "Kabupaten Bekasi"],
        ),
        ("Kabupaten Cimais", "Cimais", &["Kabupaten Ciamis"]),
        ("Kota Pontinak", "Pontinak", &["Kota Pontianak"]),
        (
            "Kabupaten Bandung Baratt",
            "Bandung Baratt",
            &["Kabupaten Bandung Barat"],
        ),
        (
            "Kota Pontianak Barat",
            "Pontianak Barat",
            &["Kota Pontianak"],
        ),
        (
            "Provinsi Sumatra Barat",
            "Sumatra Barat",
            &["Provinsi Sumatera Barat"],
        ),
        (
            "Provinsi Jawa Timor",
            "Jawa Timor",
            &["Provinsi Jawa Timur"],
        ),
        ("Kabupaten Wakanda", "Wakanda", &[]),
        ("Kabupaten Antah Berantah", "Antah Berantah", &[]),
    ] {
        match all().parse_one(text) {
            Err(RegionError::Unknown {
                name: read,
                nearest: near,
                range,
                ..
            }) => {
                let near: Vec<_> = near.iter().map(ToString::to_string).collect();
                assert_eq!(read, name, "{text}");
                assert_eq!(&text[range], name, "{text}");
                let first: Vec<_> = near.iter().take(nearest.len().max(1)).collect();
                assert_eq!(first, nearest, "{text}: {near:?}");
            }
            other => panic!("{text}: {other:?}"),
        }
    }
    let error = |text: &str| all().parse_one(text).unwrap_err();
    assert!(matches!(error("Kabupaten Surabaya"),
        RegionError::WrongKind { kind: Kind::Kabupaten, regions, .. } if regions == [region("35.78").clone()]));
    assert!(matches!(
        error("Kota Sumenep"),
        RegionError::WrongKind { .. }
    ));
    assert!(matches!(error("Kabupaten Pontianak"),
        RegionError::Renamed { now, .. } if now.name() == "Mempawah"));
    for text in ["Bogor", "Gorontalo", "Yogyakarta", "Kabupaten/Kota Bogor"] {
        assert!(
            matches!(error(text), RegionError::Ambiguous { .. }),
            "{text}"
        );
    }
    for text in [
        "Kabupaten ...",
        "Kabupaten/Kota",
        "Kota ........",
        "Kabupaten X",
        "Kota [nama]",
        "Provinsi",
        "Kabupaten/Kota ....",
        "Kota xxx",
        "Pemerintah Kota",
        "Kabupaten <nama>",
        "Kota ____",
    ] {
        assert!(
            matches!(error(text), RegionError::NoName { .. }),
            "{text}: {:?}",
            error(text)
        );
    }
}
