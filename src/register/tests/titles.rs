//! Comparing and finding titles.

use super::super::*;
use super::cite;

#[test]
fn titles_are_compared_with_mercy() {
    use TitleMatch::{Close, Different, Same};
    for (written, official, expected) in [
        ("Pelayanan Publik", "Pelayanan Publik", Same),
        ("PELAYANAN PUBLIK", "Pelayanan Publik", Same),
        ("Pelayanan Publlik", "Pelayanan Publik", Same),
        ("pelayanan  publik;", "Pelayanan Publik", Same),
        ("Puskesmas", "Pusat Kesehatan Masyarakat", Same),
        ("Disiplin PNS", "Disiplin Pegawai Negeri Sipil", Same),
        (
            "Penerapan KTP Berbasis NIK Secara Nasional",
            "Penerapan Kartu Tanda Penduduk Berbasis Nomor Induk Kependudukan Secara Nasional",
            Same,
        ),
        (
            "Kewarganegaraan",
            "Kewarganegaraan Republik Indonesia",
            Same,
        ),
        (
            "Pokok-pokok Kepegawaian",
            "Perubahan atas Undang-Undang Nomor 8 Tahun 1974 tentang Pokok-Pokok Kepegawaian",
            Close,
        ),
        (
            "Administrasi Kependudukan",
            "Perubahan atas Undang-Undang Nomor 23 Tahun 2006 tentang Administrasi Kependudukan",
            Close,
        ),
        (
            "Rumpun Jabatan Fungsional",
            "Rumpun Jabatan Fungsional Pegawai Negeri Sipil",
            Close,
        ),
        (
            "Pedoman Penyusunan SOP AP",
            "Pedoman Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan",
            Close,
        ),
        (
            "PATEN",
            "Pedoman Pelayanan Administrasi Terpadu Kecamatan",
            Close,
        ),
        ("Sisdiknas", "Sistem Pendidikan Nasional", Same),
        ("Bumdesma", "Badan Usaha Milik Desa Bersama", Close),
        ("Adm. Pemerintahan", "Administrasi Pemerintahan", Close),
        ("Manajemen ASN", "Aparatur Sipil Negara", Close),
        ("XYZ", "Pelayanan Publik", Close),
        ("", "Pelayanan Publik", Close),
        (
            "Perencanaan Pembangunan",
            "Sistem Perencanaan Pembangunan Nasional",
            Close,
        ),
        (
            "Pelayanan Publik",
            "Sistem Perencanaan Pembangunan Nasional",
            Different,
        ),
        ("Kesehatan", "Pelayanan Publik", Different),
        ("Rumah Sakit", "Kesehatan", Different),
        ("Pemerintahan Daerah", "Perbendaharaan Negara", Different),
        ("Perlindungan Anak", "Administrasi Kependudukan", Different),
        (
            "Pedoman Penyusunan Survei Kepuasan Masyarakat",
            "Pedoman Pengelolaan Keuangan Daerah",
            Different,
        ),
        (
            "Perubahan atas Undang-Undang Nomor 23 Tahun 2006 tentang Administrasi Kependudukan",
            "Perubahan atas Undang-Undang Nomor 11 Tahun 2008 tentang Informasi dan Transaksi Elektronik",
            Different,
        ),
    ] {
        assert_eq!(
            title_matches(written, official),
            expected,
            "{written} / {official}"
        );
    }
}

#[test]
fn no_title_of_the_register_differs_from_a_part_of_itself() {
    // What offices do to titles: cut the end, drop `Perubahan atas`, write in capitals.
    for entry in Register::builtin().entries() {
        let words: Vec<&str> = entry.title.split(' ').collect();
        let half = words[..words.len().div_ceil(2)].join(" ");
        let tail = words[words.len() / 2..].join(" ");
        for written in [half, tail, entry.title.to_uppercase()] {
            assert_ne!(
                title_matches(&written, &entry.title),
                TitleMatch::Different,
                "{written} / {}",
                entry.title
            );
        }
    }
}

#[test]
fn wrong_titles_are_mostly_noticed() {
    // Every title against the titles of other subjects: the share called different.
    let entries = Register::builtin().entries();
    let (mut different, mut all) = (0_u32, 0_u32);
    for (at, entry) in entries.iter().enumerate() {
        let other = &entries[(at * 7 + 211) % entries.len()];
        all += 1;
        different += u32::from(title_matches(&other.title, &entry.title) == TitleMatch::Different);
    }
    assert!(different * 10 >= all * 6, "only {different} of {all}");
}

#[test]
fn a_wrong_number_is_corrected_by_the_title() {
    let register = Register::builtin();
    for (text, id) in [
        ("UU 25/2004 tentang Pelayanan Publik", Some("uu 25/2009")),
        (
            "UU Nomor 37 Tahun 2008 tentang Pelayanan Publik",
            Some("uu 25/2009"),
        ),
        ("UU 36/2009 tentang Rumah Sakit", Some("uu 44/2009")),
        (
            "Permenpan 15/2015 tentang Pedoman Standar Pelayanan",
            Some("permen panrb 15/2014"),
        ),
        ("UU 25/2009 tentang Pelayanan Publik", None),
        ("UU 25/2009", None),
        ("UU 36/2009 tentang Kesehatan", None),
        ("UU 24/2013 tentang Administrasi Kependudukan", None),
        ("Permenkes 99/2019 tentang Retribusi Parkir", None),
        (
            "Perda Kota Pontianak 25/2004 tentang Pelayanan Publik",
            None,
        ),
    ] {
        let found = register.suggest(&cite(text)).map(|e| e.key.to_string());
        assert_eq!(found.as_deref(), id, "{text}");
    }
    let titles: Vec<String> = register
        .similar("Kesehatan")
        .iter()
        .map(|s| s.entry.key.to_string())
        .collect();
    assert_eq!(titles, ["uu 17/2023", "uu 36/2009", "uu 23/1992"]);
    assert!(register.similar("").is_empty());
    assert!(register.similar("Lomba Makan Kerupuk").is_empty());
}
