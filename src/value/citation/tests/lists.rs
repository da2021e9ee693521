//! Several legal bases in one text.

use super::Citation;

/// The items with their short forms, `-` where there is no complete citation.
fn brief(text: &str) -> Vec<String> {
    Citation::list(text)
        .into_iter()
        .map(|listed| {
            listed
                .read
                .map_or_else(|_| "-".to_owned(), |citation| citation.short())
        })
        .collect()
}

#[test]
fn reads_lists_on_lines_and_in_a_row() {
    let cases: [(&str, &[&str]); 11] = [
        ("", &[]),
        ("UU 25/2009 tentang Pelayanan Publik", &["UU 25/2009"]),
        (
            "1. UU No. 25 Tahun 2009 Pelayanan Publik\n2. PP No. 96 Tahun 2012 Pelaksanaan;\n",
            &["UU 25/2009", "PP 96/2012"],
        ),
        (
            "1. UU No. 25 Tahun 2009 tentang Pelayanan Publik; 2. PP No. 96 Tahun 2012 tentang Pelaksanaan; dan 3. PP 17/2018",
            &["UU 25/2009", "PP 96/2012", "PP 17/2018"],
        ),
        // A line that goes on.
        (
            "Undang-Undang Nomor 23 Tahun 2006 tentang Administrasi Kependudukan sebagaimana telah diubah dengan\nUndang-Undang Nomor 24 Tahun 2013\nPeraturan Pemerintah Nomor 40 Tahun 2019 tentang Pelaksanaan\nUndang-Undang Nomor 23 Tahun 2006",
            &["UU 23/2006", "PP 40/2019"],
        ),
        // Remarks name regulations that are no bases.
        (
            "SE 28/PJ/2020 (berlaku sepanjang tidak bertentangan dengan PMK-81/2024)",
            &["SE Dirjen Pajak 28/PJ/2020"],
        ),
        (
            "Dasar hukum:\n- UU 25/2009\n- PP 96/2012",
            &["-", "UU 25/2009", "PP 96/2012"],
        ),
        ("ketentuan yang berlaku", &["-"]),
        (
            "1. UU 25/2009\n2. peraturan lain yang berlaku",
            &["UU 25/2009", "-"],
        ),
        (
            "a) UU 25/2009\nb) Peraturan Bupati tentang Pelimpahan",
            &["UU 25/2009", "-"],
        ),
        (
            "UU 25/2009, PP 96/2012, serta PP 17/2018",
            &["UU 25/2009", "PP 96/2012", "PP 17/2018"],
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(brief(text), expected, "{text}");
    }
}

#[test]
fn a_law_in_the_title_of_another_is_no_basis() {
    let cases: [(&str, &[&str]); 8] = [
        (
            "Putusan Mahkamah Konstitusi Nomor 46/PUU-XII/2014 tentang Pengujian Undang-Undang Nomor 28 Tahun 2009 tentang Pajak Daerah",
            &["-"],
        ),
        (
            "Surat Menteri Dalam Negeri Nomor 100.2/1234/SJ tanggal 3 Mei 2024 perihal Penjelasan Undang-Undang Nomor 28 Tahun 2009",
            &["-"],
        ),
        (
            "Surat Edaran Menteri Kesehatan Nomor HK.02.01/MENKES/6/2024 tentang Petunjuk bagi Tenaga Medis dan Tenaga Kesehatan Pasca Terbitnya Undang-Undang Nomor 17 Tahun 2023 tentang Kesehatan",
            &["SE Menkes 6/2024"],
        ),
        (
            "Surat Edaran Sekretaris Daerah Nomor 5 Tahun 2024 tentang Tindak Lanjut Undang-Undang Nomor 28 Tahun 2009",
            &["SE Sekretaris Daerah 5/2024"],
        ),
        // In a row.
        (
            "UU 25/2009 tentang Pelayanan Publik UU 23/2014 tentang Pemerintahan Daerah PP 96/2012",
            &["UU 25/2009", "UU 23/2014", "PP 96/2012"],
        ),
        (
            "SE Menkes Nomor 5 Tahun 2024 tentang Perizinan, UU 17/2023 tentang Kesehatan",
            &["SE Menkes 5/2024", "UU 17/2023"],
        ),
        (
            "Edaran Nomor 5 tentang Perizinan dan UU 17/2023 tentang Kesehatan",
            &["UU 17/2023"],
        ),
        (
            "Dasar hukum tentang pajak yaitu UU 28/2009",
            &["UU 28/2009"],
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(brief(text), expected, "{text}");
    }
}

#[test]
fn places_count_from_the_item() {
    let text = "1. UU 25/2009\n2. Undang-Undang Nomor 5 Tahun 2014";
    let list = Citation::list(text);
    let listed = list.last().unwrap();
    let citation = listed.read.as_ref().unwrap();
    let item = &text[listed.range.clone()];
    assert_eq!(
        &item[citation.head_range.clone()],
        "Undang-Undang Nomor 5 Tahun 2014"
    );
}
