//! Amounts in prose, and the standard spelling.

use super::*;

fn sums(text: &str) -> Vec<(&str, bool)> {
    find(text)
        .into_iter()
        .map(|part| (&text[part.figure], part.stamp_duty))
        .collect()
}

#[test]
fn marked_amounts_are_found_in_prose() {
    let text = "Pemohon membayar Rp. 50.000,- di loket 3 atau lima ribu rupiah di bank, \
                lalu menempel materai Rp10.000 pada 2 lembar surat.";
    assert_eq!(
        sums(text),
        [
            ("Rp. 50.000,-", false),
            ("lima ribu rupiah", false),
            ("Rp10.000", true)
        ]
    );
    assert_eq!(sums("Biaya Rp0,-"), [("Rp0,-", false)]);
    assert_eq!(find("Biaya Rp0,-")[0].kind, CostKind::Free);
    assert_eq!(
        sums("denda paling banyak Rp1.000.000.000,00 (satu miliar rupiah)."),
        [("Rp1.000.000.000,00", false)]
    );
}

#[test]
fn other_numbers_are_no_amounts() {
    for text in [
        "Telepon 0752-21056, WA 0812-3456-7890",
        "NIP 198501012010011001",
        "Undang-Undang Nomor 25 Tahun 2009 Pasal 21 ayat (2) huruf f",
        "kuota 1.000 orang, 10.000 lembar, 50 ribu penduduk",
        "rekening 1234.5678.90 dan pas foto 4x6",
        "pukul 08.00 - 15.00",
        "Rp (rupiah) ditulis di muka",
        "gratis, seikhlasnya, sesuai Perda Nomor 5 Tahun 2019",
        "Rp 1.10 dan Rp ......",
        "mata uang rupiah",
    ] {
        let found = sums(text);
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}

#[test]
fn spelling_is_that_of_law_texts() {
    let fixes = [
        ("Rp50.000,00", true, "Rp50.000,00"),
        (
            "Biaya Rp. 50.000,- per lembar",
            false,
            "Biaya Rp50.000,00 per lembar",
        ),
        ("IDR 50,000", false, "Rp50.000,00"),
        ("lima puluh ribu rupiah saja", false, "Rp50.000,00 saja"),
        (
            "Rp1,5 juta (satu setengah juta rupiah)",
            false,
            "Rp1.500.000,00 (satu setengah juta rupiah)",
        ),
        (
            "Rp50.000,00 (lima puluh ribu rupiah)",
            true,
            "Rp50.000,00 (lima puluh ribu rupiah)",
        ),
        (
            "50.000 (lima puluh ribu) rupiah",
            false,
            "Rp50.000,00 (lima puluh ribu rupiah)",
        ),
        (
            "Rp5.000-Rp10.000",
            false,
            "Rp5.000,00 sampai dengan Rp10.000,00",
        ),
        (
            "antara Rp5.000 dan Rp10.000",
            false,
            "antara Rp5.000,00 dan Rp10.000,00",
        ),
        (
            "Rp5.000,00 sampai dengan Rp10.000,00",
            true,
            "Rp5.000,00 sampai dengan Rp10.000,00",
        ),
        ("Rp12,50", true, "Rp12,50"),
        ("tidak dipungut biaya", true, "tidak dipungut biaya"),
        ("Gratis (Rp 0)", false, "Tidak dipungut biaya"),
        (
            "Pasien BPJS gratis.",
            false,
            "Pasien BPJS tidak dipungut biaya.",
        ),
    ];
    for (text, standard, want) in fixes {
        let cost = Cost::parse(text).unwrap();
        assert_eq!(cost.parts.len(), 1, "{text}");
        let found = spelling(text, &cost.parts[0]).unwrap();
        let mut fixed = text.to_owned();
        fixed.replace_range(found.range.clone(), &found.replacement);
        assert_eq!((found.standard, fixed.as_str()), (standard, want), "{text}");
        // Only the sum counts: a second pass must find nothing to mend.
        let again = Cost::parse(&fixed).unwrap();
        assert_eq!(again.parts[0].kind, cost.parts[0].kind, "{text}");
        assert!(
            spelling(&fixed, &again.parts[0]).unwrap().standard,
            "{fixed}"
        );
    }
    let vague = Cost::parse("Terlampir").unwrap();
    assert_eq!(spelling("Terlampir", &vague.parts[0]), None);
}
