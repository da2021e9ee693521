use proptest::prelude::*;

use super::*;

mod values;

fn all() -> &'static Regions {
    Regions::builtin()
}

fn region(code: &str) -> &'static Region {
    all().by_code(code).unwrap()
}

/// Mentions as `names the text | codes | certain`.
fn found(text: &str) -> Vec<String> {
    all()
        .find_all(text)
        .into_iter()
        .map(|mention| {
            let codes: Vec<_> = mention
                .candidates
                .iter()
                .map(|region| region.code())
                .collect();
            let certain = if mention.certain { "" } else { "?" };
            format!("{} = {}{certain}", &text[mention.range], codes.join("/"))
        })
        .collect()
}

#[test]
fn reads_its_own_data() {
    let read = Regions::from_data(
        include_str!("../../../../rules/data/regions.csv"),
        include_str!("../../../../rules/data/regions-names.csv"),
        include_str!("../../../../rules/data/regions-common-words.txt"),
    );
    assert_eq!(
        read.map(|regions| regions.list.len())
            .map_err(|error| error.to_string()),
        Ok(552)
    );
}

#[test]
fn holds_all_regions() {
    let count = |kind| {
        all()
            .all()
            .iter()
            .filter(|region| region.kind() == kind)
            .count()
    };
    assert_eq!(
        [Kind::Province, Kind::Kabupaten, Kind::Kota].map(count),
        [38, 416, 98]
    );
    for region in all().all() {
        assert!(all().province(region).is_some(), "{region}");
        assert_eq!(all().parse_one(&region.to_string()), Ok(region), "{region}");
        let upper = region.to_string().to_uppercase();
        assert_eq!(all().parse_one(&upper), Ok(region), "{upper}");
        let mention = all().find_all(&upper);
        assert_eq!(mention.len(), 1, "{upper}");
        assert_eq!(
            (mention[0].region(), mention[0].certain),
            (Some(region), true),
            "{upper}"
        );
        assert_eq!(mention[0].range, 0..upper.len());
    }
    assert_eq!(
        region("31.71").to_string(),
        "Kota Administrasi Jakarta Pusat"
    );
    assert_eq!(region("32").to_string(), "Provinsi Jawa Barat");
    assert!(region("31").note().is_some() && region("34").note().is_some());
}

#[test]
fn finds_the_region_its_kind_word_tells() {
    for (text, expected) in [
        ("Kabupaten Kutai Kartanegara", "64.02"),
        ("Kab. Bogor", "32.01"),
        ("Kota Bogor", "32.71"),
        ("Kab Bandung", "32.04"),
        ("Pemkot Pontianak", "61.71"),
        ("Prov. Jawa Barat", "32"),
        ("Pemerintah Kabupaten Sumenep", "35.29"),
        ("Provinsi Jawa Barat", "32"),
        ("Propinsi Sumatera Barat", "13"),
        ("DKI Jakarta", "31"),
        ("Provinsi DKJ", "31"),
        ("Daerah Khusus Jakarta", "31"),
        ("Daerah Khusus Ibukota Jakarta", "31"),
        ("DI Yogyakarta", "34"),
        ("D.I. Yogyakarta", "34"),
        ("Daerah Istimewa Yogyakarta", "34"),
        ("Provinsi DIY", "34"),
        ("Bupati Ciamis", "32.07"),
        ("Wali Kota Pontianak", "61.71"),
        ("Walikota Pontianak", "61.71"),
        ("Gubernur Jawa Tengah", "33"),
        ("Kotamadya Medan", "12.71"),
        ("Pemkab Semarang", "33.22"),
        ("Kodya Semarang", "33.74"),
        ("Perbup Pekalongan", "33.26"),
        ("Perwa Pontianak", "61.71"),
        ("Pergub Jambi", "15"),
        ("Kota Jambi", "15.71"),
        ("Kab. Gorontalo", "75.01"),
        ("Provinsi Gorontalo", "75"),
        ("Kota Gorontalo", "75.71"),
        ("Kota Batu", "35.79"),
        ("Kota Serang", "36.73"),
        ("Kabupaten Buru", "81.04"),
        ("Kabupaten : Ciamis", "32.07"),
        ("kabupaten ciamis", "32.07"),
        ("Kota Lubuklinggau", "16.73"),
        ("Kota Pangkalpinang", "19.71"),
        ("Kota Bau-Bau", "74.72"),
        ("Kota Baubau", "74.72"),
        ("Kota Palangka Raya", "62.71"),
        ("Kab. Tolitoli", "72.04"),
        ("Kabupaten Kep. Meranti", "14.10"),
        ("Prov. Kep. Riau", "21"),
        ("Provinsi Kepri", "21"),
        ("Kabupaten Kepulauan Siau Tagulandang Biaro", "71.09"),
        ("Kab. Fakfak", "92.03"),
        ("Kota Pare-Pare", "73.72"),
        ("Kabupaten Gunung Kidul", "34.03"),
        ("NTB", "52"),
        ("Kabupaten Tojo Una-Una", "72.09"),
        ("Kota Jakarta Selatan", "31.74"),
        ("Kota Adm. Jakarta Selatan", "31.74"),
        ("Kabupaten Kota Baru", "63.02"),
        ("Kabupaten Lima Puluh Kota", "13.07"),
        ("Kota\u{a0}Bukittinggi", "13.75"),
        ("Kabupaten\n  Ogan Komering Ulu Selatan", "16.09"),
        ("Kab. OKU Selatan", "16.09"),
    ] {
        let mentions = all().find_all(text);
        assert_eq!(mentions.len(), 1, "{text}: {:?}", found(text));
        let codes: Vec<_> = mentions[0]
            .candidates
            .iter()
            .map(|region| region.code())
            .collect();
        assert_eq!(codes, [expected], "{text}");
        let sure = mentions[0].certain || text == "NTB";
        let start = if text.starts_with("Pemerintah") {
            "Pemerintah ".len()
        } else {
            0
        };
        assert!(
            sure && mentions[0].range == (start..text.len()),
            "{text}: {:?}",
            mentions[0]
        );
    }
}

#[test]
fn keeps_shared_names_open() {
    assert_eq!(found("warga Bogor"), ["Bogor = 32.01/32.71"]);
    assert_eq!(found("di Gorontalo"), ["Gorontalo = 75/75.01/75.71"]);
    assert_eq!(
        found("Kabupaten/Kota Bogor"),
        ["Kabupaten/Kota Bogor = 32.01/32.71"]
    );
    assert_eq!(
        found("Kabupaten dan Kota Bogor"),
        ["Kabupaten dan Kota Bogor = 32.01/32.71"]
    );
    assert_eq!(
        found("Pemerintah Daerah Bogor"),
        ["Pemerintah Daerah Bogor = 32.01/32.71"]
    );
    assert_eq!(found("di Yogyakarta"), ["Yogyakarta = 34/34.71?"]);
    assert!(found("BPS Kabupaten/Kota, 1 Kabupaten, antar Kabupaten").is_empty());
}

#[test]
fn is_not_sure_of_ordinary_words_and_streets() {
    for text in [
        "Batu bata",
        "Serang balik",
        "Malang benar nasibnya",
        "Buru hama",
        "Metro TV",
        "Jalan Bandung",
        "Jl. Semarang No. 5",
        "Jln Raya Bogor",
        "Jl. Lingkar Ciamis",
        "Kecamatan Bogor Tengah",
        "Kec. Pontianak Kota",
        "Kelurahan Sukabumi",
        "Universitas Negeri Malang",
        "Institut Pertanian Bogor",
        "Universitas Tanjungpura Pontianak",
        "Kecamatan Kota Sumenep",
        "Kec. Kota Sumenep",
        "Ibu Kota Jakarta",
        "alamat: admin@cilacap.go.id",
        "http://pusk.bukittinggi.go.id",
        "WWW.CIAMIS.GO.ID",
        "Humas@Ciamis.go.id",
        "Dinkes_Ciamis",
        "medan tugas",
        "kain batik Pekalongan",
        "Batik Pekalongan",
        "pati singkong",
        "Bank Jateng",
        "Kabupaten Surabaya",
        "Pondok Ungu di Toba",
        "dari Sabang sampai Merauke",
        "OKI",
        "warga ciamis",
        "PO BOX 9949 Jakarta 10000",
        "Pontianak Timur",
    ] {
        let sure = all()
            .find_all(text)
            .into_iter()
            .any(|mention| mention.certain);
        let sure = sure && !text.ends_with("Pekalongan");
        assert!(!sure, "{text}: {:?}", found(text));
    }
    assert!(!all().find_all("Batik Pekalongan")[0].certain);
    for text in [
        "Jl. Diponegoro",
        "RSUD dr. Soetomo",
        "Kepala Kantor",
        "1 Kabupaten",
        "diy",
        "kota",
    ] {
        assert!(found(text).is_empty(), "{text}: {:?}", found(text));
    }
    // Cut into pieces only where the name is long enough to be sure.
    for text in ["Kabupaten De Mak", "Kota Ba Tu", "Pa Ti"] {
        assert!(found(text).is_empty(), "{text}: {:?}", found(text));
    }
    // Names inside other words.
    for text in ["Batuan", "Seranglah", "membatu", "Bogoran", "Pekalongane"] {
        assert!(found(text).is_empty(), "{text}");
    }
}

#[test]
fn finds_all_in_running_text() {
    assert_eq!(
        found(
            "Keputusan Bupati Ciamis tentang RSUD Kelas C Kabupaten Ciamis, Provinsi Jawa Barat."
        ),
        [
            "Bupati Ciamis = 32.07",
            "Kabupaten Ciamis = 32.07",
            "Provinsi Jawa Barat = 32"
        ]
    );
    assert_eq!(
        found("Disdukcapil Kota Pontianak dan BKPSDM Kabupaten Sumenep"),
        ["Kota Pontianak = 61.71", "Kabupaten Sumenep = 35.29"]
    );
    assert_eq!(found("Sekretariat Daerah Ciamis"), ["Ciamis = 32.07"]);
    assert_eq!(
        found("Perda Kabupaten Pontianak"),
        ["Kabupaten Pontianak = 61.02"]
    );
    assert!(all().find_all("Perda Kabupaten Pontianak")[0].former);
    let foreign = |text: &str| {
        let own = region("61.71");
        all()
            .find_all(text)
            .iter()
            .any(|mention| mention.is_foreign_to(own))
    };
    assert!(foreign("Disdukcapil Kota Singkawang"));
    assert!(foreign("Perda Kabupaten Bogor"));
    assert!(!foreign("Kota Pontianak, Provinsi Kalimantan Barat"));
    assert!(!foreign("Pontianak"));
    assert!(!foreign("Jalan Bandung"));
}

#[test]
fn knows_what_lies_where() {
    let (kota, kabupaten, province) = (region("61.71"), region("61.02"), region("61"));
    assert!(kota.same_or_within(kota) && kota.same_or_within(province));
    assert!(!province.same_or_within(kota) && !kota.same_or_within(kabupaten));
    assert!(kota.related(province) && province.related(kota) && !kota.related(kabupaten));
    assert!(!region("32.71").same_or_within(province));
    assert_eq!(all().province(kota), Some(province));
}

#[test]
fn tells_which_line_of_the_data_is_wrong() {
    let head = "kode,jenis,nama\n32,provinsi,Jawa Barat\n";
    let line = |regions: &str, names: &str, common: &str| {
        Regions::from_data(regions, names, common)
            .map(|_| ())
            .map_err(|error| (error.list, error.line))
    };
    assert_eq!(line(head, "# x\n32,lain,Jabar\n", "Jabar: x\n"), Ok(()));
    assert_eq!(
        line(&format!("{head}32.01,desa,A\n"), "", ""),
        Err(("regions", 3))
    );
    assert_eq!(
        line(&format!("{head}32,kota,A\n"), "", ""),
        Err(("regions", 3))
    );
    assert_eq!(
        line(&format!("{head}33,kota\n"), "", ""),
        Err(("regions", 3))
    );
    assert_eq!(line(head, "\n99,lain,A\n", ""), Err(("names", 2)));
    assert_eq!(line(head, "32,apa,A\n", ""), Err(("names", 1)));
    assert_eq!(line(head, "", "Jabar: x\n"), Err(("common words", 1)));
}

#[test]
fn takes_long_texts_in_linear_time() {
    for piece in [
        "Kabupaten ",
        "Kota Bogor ",
        "Kepulauan Siau Tagulandang ",
        ". ",
        ":",
        "A-",
        "Ogan Komering Ulu-",
    ] {
        let text = piece.repeat(200_000 / piece.len());
        let start = std::time::Instant::now();
        let _ = all().find_all(&text);
        assert!(start.elapsed().as_secs() < 5, "{piece:?}");
    }
}

#[test]
fn most_texts_are_known_to_name_none() {
    let none = [
        "",
        "Fotokopi kartu keluarga di kantor",
        "Rp25.000,00",
        "ke loket di lantai 2",
    ];
    let some = [
        "D.I. Yogyakarta",
        "kota Di-Yogyakarta",
        "Perwali BOGOR",
        "a di yogya",
    ];
    assert_eq!(none.map(|text| all().may_name(text)), [false; 4]);
    assert_eq!(some.map(|text| all().may_name(text)), [true; 4]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_text_is_safe(text in "\\PC{0,60}|(Kabupaten|Kota|Bogor|Jawa|Barat|Wali|DI|Adm|[ ./:,é–-]|dan|Kep|Riau|Prov){0,12}") {
        let mut before = 0;
        prop_assert!(all().may_name(&text) || all().find_all(&text).is_empty());
        for mention in all().find_all(&text) {
            prop_assert!(text.get(mention.range.clone()).is_some());
            prop_assert!(text.get(mention.name.clone()).is_some_and(|name| !name.is_empty()));
            prop_assert!(!mention.candidates.is_empty());
            prop_assert!(mention.name.start >= before && mention.range.end == mention.name.end);
            before = mention.range.end;
        }
        match all().parse_one(&text) {
            Err(RegionError::NoName { range } | RegionError::Unknown { range, .. }
                | RegionError::WrongKind { range, .. } | RegionError::Renamed { range, .. }
                | RegionError::Ambiguous { range, .. }) => prop_assert!(text.get(range).is_some()),
            Err(RegionError::NotARegion) | Ok(_) => {}
        }
    }

    #[test]
    fn a_name_in_any_sentence_is_found(at in 0_usize..552, before in "([a-z]{6,8} ){0,3}", after in "( [a-z]{3,8}){0,3}") {
        let region = &all().all()[at];
        let text = format!("{before}{region}{after}");
        let hit = all().find_all(&text).into_iter().find(|mention| mention.range.start == before.len());
        prop_assert_eq!(hit.and_then(|mention| mention.region()), Some(region), "{}", text);
    }
}
